// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/rule_tables.h"

#include <array>

namespace vram {

namespace {

using enum RuleMeasureKind;

// Without grouped queries, so that every head has keys and values of its own ...
constexpr std::string_view kLlama2Small = "meta-llama/Llama-2-7b-chat-hf";
constexpr std::string_view kLlama2Medium = "meta-llama/Llama-2-13b-chat-hf";
constexpr std::string_view kQwen15Small = "Qwen/Qwen1.5-7B-Chat";
constexpr std::string_view kQwen15Large = "Qwen/Qwen1.5-72B-Chat";
constexpr std::string_view kStableLm = "stabilityai/stablelm-zephyr-3b";
constexpr std::string_view kCommandR = "CohereLabs/c4ai-command-r-v01";
// ... and with them.
constexpr std::string_view kLlama3Smallest = "meta-llama/Llama-3.2-1B-Instruct";
constexpr std::string_view kLlama3Tiny = "meta-llama/Llama-3.2-3B-Instruct";
constexpr std::string_view kQwen25Small = "Qwen/Qwen2.5-7B-Instruct";
constexpr std::string_view kLlama3Small = "meta-llama/Llama-3.1-8B-Instruct";
constexpr std::string_view kQwen25Medium = "Qwen/Qwen2.5-14B-Instruct";
constexpr std::string_view kCodeLlama = "meta-llama/CodeLlama-34b-Instruct-hf";
constexpr std::string_view kQwen25Large = "Qwen/Qwen2.5-32B-Instruct";
constexpr std::string_view kLlama3Large = "meta-llama/Llama-3.3-70B-Instruct";

constexpr std::string_view kA100 = "A100 SXM4 80GB";
constexpr std::string_view kB200 = "B200 SXM 180GB"; // holds the full training of a 7B alone

constexpr RuleCase on(RuleCase conditions, std::string_view card, std::int64_t cards = 1) {
    conditions.card = card;
    conditions.cards = cards;
    return conditions;
}

constexpr RuleCase upTo(double billions, RuleCase conditions) {
    conditions.span = billions;
    return conditions;
}

constexpr RuleCase trained(RuleCase conditions, Task task, std::string_view optimizer = "adamw",
                           std::string_view precision = "bf16-mixed") {
    conditions.task = task;
    conditions.optimizer = optimizer;
    conditions.precision = precision;
    return conditions;
}

constexpr RuleCase sharded(RuleCase conditions) {
    conditions.sharding = "zero3";
    return conditions;
}

constexpr RuleCase served(RuleCase conditions) {
    conditions.runtime = "vLLM";
    return conditions;
}

constexpr std::array kRules{
    StatedRule{"bytes-fp32", BytesPerParameter, on({kLlama2Small, 7, "F32"}, kA100)},
    StatedRule{"bytes-fp16", BytesPerParameter, {kLlama2Small, 7, "F16"}},
    StatedRule{"bytes-int8", BytesPerParameter, {kLlama2Small, 7, "Q8_0"}},
    StatedRule{"bytes-int4", BytesPerParameter, {kLlama2Small, 7, "Q4_0"}},
    StatedRule{"bytes-int4", BytesPerParameter, {kLlama3Small, 8, "Q4_K_M"}},
    StatedRule{"weights-7b-fp16", Weights, {kLlama2Small, 7, "F16"}},
    StatedRule{"weights-7b-fp16", Weights, {kQwen25Small, 7, "F16"}},
    StatedRule{"weights-13b-fp16", Weights, on({kLlama2Medium, 13, "F16"}, kA100)},
    StatedRule{"weights-13b-fp16", Weights, on({kQwen25Medium, 13, "F16"}, kA100)},
    StatedRule{"weights-7b-int4", Weights, {kLlama2Small, 7, "Q4_0"}},
    StatedRule{"weights-7b-int4", Weights, {kQwen25Small, 7, "Q4_K_M"}},
    StatedRule{"activations-weights", ActivationsOfWeights, {kLlama2Small, 7, "F16"}},
    StatedRule{"activations-weights", ActivationsOfWeights, {kLlama3Small, 8, "F16"}},
    StatedRule{"inference", NeedOfWeights, {kLlama2Small, 7, "F16", 4096, 1}},
    StatedRule{"inference", NeedOfWeights, {kLlama2Small, 7, "F16", 4096, 2}},
    StatedRule{"inference", NeedOfWeights, {kLlama3Small, 8, "F16", 4096, 2}},
    StatedRule{"int4-long", NeedOfWeights, {kQwen15Small, 7, "Q4_K_M", 16'384}},
    StatedRule{"int4-long", NeedOfWeights, {kLlama3Small, 8, "Q4_K_M", 16'384}},
    StatedRule{"long-context", NeedOfShort, on({kQwen15Small, 7, "F16", 32'768}, kA100)},
    StatedRule{"long-context", NeedOfShort, {kLlama3Small, 8, "F16", 32'768}},
    StatedRule{"long-context", NeedOfShort, {kLlama3Small, 8, "Q4_K_M", 32'768}},
    StatedRule{"sequences", CacheOfOne, on({kLlama2Small, 7, "F16", 4096, 8}, kA100)},
    StatedRule{"sequences", CacheOfOne, {kLlama3Small, 8, "F16", 4096, 8}},
    StatedRule{"lora-inference", TrainingOfInference, trained({kLlama2Small, 7, "NF4", 2048, 4}, Task::Qlora)},
    StatedRule{"lora-inference", TrainingOfInference,
               on(trained({kQwen25Small, 7, "NF4", 2048, 4}, Task::Qlora), kA100)},
    StatedRule{"lora-inference", TrainingOfInference, trained({kLlama2Small, 7, "BF16", 2048, 1}, Task::Lora)},
    StatedRule{"parts-weights", PartsOfWeights, on(trained({kLlama2Small, 7, "BF16", 2048, 1}, Task::Full), kB200)},
    StatedRule{"parts-weights", PartsOfWeights,
               on(trained({kLlama2Small, 7, "BF16", 2048, 1}, Task::Full, "adamw-8bit", "bf16"), kA100)},
    StatedRule{"full-inference", TrainingOfInference,
               on(trained({kLlama2Small, 7, "BF16", 2048, 1}, Task::Full), kB200)},
    StatedRule{"full-inference", TrainingOfInference,
               on(trained({kLlama2Small, 7, "BF16", 2048, 1}, Task::Full, "adamw", "bf16"), kA100)},
    StatedRule{"optimizer-weights", OptimizerOfWeights,
               on(trained({kLlama2Small, 7, "BF16", 2048, 1}, Task::Full), kB200)},
    StatedRule{"optimizer-weights", OptimizerOfWeights,
               on(trained({kLlama2Small, 7, "BF16", 2048, 1}, Task::Full, "adamw-8bit"), kB200)},
    StatedRule{"margin", Margin, {kLlama2Small, 7, "F16"}},
    StatedRule{"margin", Margin, {kLlama3Small, 8, "F16"}},
};

constexpr std::array kRecommendations{
    Recommendation{"1-3b-int4", 4, 6, upTo(3, on({kLlama3Smallest, 1, "Q4_K_M"}, "RTX 3050 6GB"))},
    Recommendation{"1-3b-int4", 4, 6, on({kStableLm, 3, "Q4_K_M"}, "RTX 3050 6GB")},
    Recommendation{"1-3b-int4", 4, 6, on({kLlama3Tiny, 3, "Q4_K_M"}, "RTX 3050 6GB")},
    Recommendation{"7b-int4", 6, 8, on({kLlama2Small, 7, "Q4_K_M"}, "RTX 4060")},
    Recommendation{"7b-int4", 6, 8, on({kQwen25Small, 7, "Q4_K_M"}, "RTX 4060")},
    Recommendation{"7b-fp16", 16, 20, on({kLlama2Small, 7, "F16"}, "RTX 4060 Ti 16GB")},
    Recommendation{"7b-fp16", 16, 20, on({kQwen25Small, 7, "F16"}, "RTX 4060 Ti 16GB")},
    Recommendation{"7b-qlora", 20, 24, trained({kLlama2Small, 7, "NF4", 2048, 4}, Task::Qlora)},
    Recommendation{"7b-qlora", 20, 24, trained({kQwen25Small, 7, "NF4", 2048, 4}, Task::Qlora)},
    Recommendation{"13b-int4", 10, 12, on({kLlama2Medium, 13, "Q4_K_M"}, "RTX 3060 12GB")},
    Recommendation{"13b-int4", 10, 12, on({kQwen25Medium, 13, "Q4_K_M"}, "RTX 3060 12GB")},
    Recommendation{"13b-fp16", 28, 32, on({kLlama2Medium, 13, "F16"}, "RTX 5090")},
    Recommendation{"13b-fp16", 28, 32, on({kQwen25Medium, 13, "F16"}, "RTX 5090")},
    Recommendation{"13b-lora", 32, 48, on(trained({kLlama2Medium, 13, "BF16", 2048, 1}, Task::Lora), "RTX 6000 Ada")},
    Recommendation{"13b-lora", 32, 48, on(trained({kQwen25Medium, 13, "BF16", 2048, 1}, Task::Lora), "RTX 6000 Ada")},
    Recommendation{"34b-int4", 18, 24, {kCommandR, 34, "Q4_K_M"}},
    Recommendation{"34b-int4", 18, 24, {kCodeLlama, 34, "Q4_K_M"}},
    Recommendation{"34b-int4", 18, 24, {kQwen25Large, 32, "Q4_K_M"}},
    Recommendation{"34b-fp16", 60, std::nullopt, on({kCommandR, 34, "F16"}, kA100)},
    Recommendation{"34b-fp16", 60, std::nullopt, on({kCodeLlama, 34, "F16"}, kA100)},
    Recommendation{"70b-int4", 30, 40, on({kQwen15Large, 70, "Q4_K_M"}, "RTX 6000 Ada")},
    Recommendation{"70b-int4", 30, 40, on({kLlama3Large, 70, "Q4_K_M"}, "RTX 6000 Ada")},
    Recommendation{"70b-fp16", 120, std::nullopt, on({kQwen15Large, 70, "F16"}, kA100, 2)},
    Recommendation{"70b-fp16", 120, std::nullopt, on({kLlama3Large, 70, "F16"}, kA100, 2)},
};

constexpr std::array kRemarks{
    CardClaim{16, Claim::Tight, "7b-fp16", on({kLlama2Small, 7, "F16"}, "RTX 4060 Ti 16GB")},
    CardClaim{16, Claim::Tight, "7b-fp16", on({kQwen25Small, 7, "F16"}, "RTX 4060 Ti 16GB")},
    CardClaim{24, Claim::Comfortable, "7b-fp16", {kLlama2Small, 7, "F16"}},
    CardClaim{24, Claim::NotEnough, "13b-fp16", {kLlama2Medium, 13, "F16"}},
    CardClaim{48, Claim::Suits, "70b-int4", on({kLlama3Large, 70, "Q4_K_M"}, "RTX 6000 Ada")},
    CardClaim{24, Claim::Suits, "70b-int4", on({kLlama3Large, 70, "Q4_K_M"}, "RTX 4090", 2)},
    CardClaim{80, Claim::Suits, "70b-fp16", on({kLlama3Large, 70, "F16"}, kA100, 2)},
};

constexpr std::array kClaims{
    CardClaim{8, Claim::Suits, "1-3b-int4", on({kLlama3Tiny, 3, "Q4_K_M"}, "RTX 4060")},
    CardClaim{8, Claim::Suits, "7b-int4", on({kLlama2Small, 7, "Q4_K_M"}, "RTX 4060")},
    CardClaim{8, Claim::Suits, "7b-int4", on({kLlama3Small, 8, "Q4_K_M"}, "RTX 4060")},
    CardClaim{12, Claim::Suits, "7b-int4", on({kLlama2Small, 7, "Q4_K_M"}, "RTX 3060 12GB")},
    CardClaim{12, Claim::AtAPush, "13b-int4", on({kLlama2Medium, 13, "Q4_K_M"}, "RTX 3060 12GB")},
    CardClaim{12, Claim::AtAPush, "13b-int4", on({kQwen25Medium, 13, "Q4_K_M"}, "RTX 3060 12GB")},
    CardClaim{16, Claim::Comfortable, "7b-int8", on({kLlama2Small, 7, "Q8_0"}, "RTX 4060 Ti 16GB")},
    CardClaim{16, Claim::Suits, "13b-int4", on({kLlama2Medium, 13, "Q4_K_M"}, "RTX 4060 Ti 16GB")},
    CardClaim{16, Claim::Suits, "13b-int4", on({kQwen25Medium, 13, "Q4_K_M"}, "RTX 4060 Ti 16GB")},
    CardClaim{24, Claim::Comfortable, "7b-fp16", {kLlama2Small, 7, "F16"}},
    CardClaim{24, Claim::Comfortable, "8b-fp16", {kLlama3Small, 8, "F16"}},
    CardClaim{24, Claim::Suits, "13b-int8", {kLlama2Medium, 13, "Q8_0"}},
    CardClaim{24, Claim::Suits, "7b-qlora", trained({kLlama2Small, 7, "NF4", 2048, 4}, Task::Qlora)},
    CardClaim{24, Claim::Suits, "team-service", served({kLlama3Small, 8, "BF16", 4096, 4})},
    CardClaim{48, Claim::Suits, "team-service", on(served({kLlama3Small, 8, "BF16", 8192, 16}), "RTX 6000 Ada")},
    CardClaim{48, Claim::Comfortable, "13b-fp16", on({kLlama2Medium, 13, "F16"}, "RTX 6000 Ada")},
    CardClaim{48, Claim::Suits, "13b-long", on({kQwen25Medium, 13, "F16", 32'768}, "RTX 6000 Ada")},
    CardClaim{80, Claim::Comfortable, "34b-fp16", on({kCodeLlama, 34, "F16"}, kA100)},
    CardClaim{80, Claim::Suits, "7b-full",
              on(sharded(trained({kLlama2Small, 7, "BF16", 2048, 1}, Task::Full)), kA100, 4)},
    CardClaim{80, Claim::Suits, "70b-qlora", on(trained({kLlama3Large, 70, "NF4", 2048, 1}, Task::Qlora), kA100)},
};

// Sold cards that come nearest to "10,000 cores and 8 GB" and "5,000 cores and 24 GB".
constexpr std::array kContest{
    on(RuleCase{kLlama2Medium, 13, "Q4_K_M"}, "RTX 3070 Ti"),
    on(RuleCase{kLlama2Medium, 13, "Q4_K_M"}, "TITAN RTX"),
};

constexpr std::array kClaimIds{"comfortable", "suits", "at-a-push", "tight", "not-enough"};

} // namespace

std::span<const StatedRule> statedRules() { return kRules; }
std::span<const Recommendation> recommendations() { return kRecommendations; }
std::span<const CardClaim> referenceRemarks() { return kRemarks; }
std::span<const CardClaim> cardClaims() { return kClaims; }
std::span<const RuleCase> contestCases() { return kContest; }
std::string_view claimId(Claim claim) { return kClaimIds.at(static_cast<std::size_t>(claim)); }

} // namespace vram
