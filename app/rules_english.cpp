// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules_english.h"

#include "core/units/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>
#include <variant>

namespace vram::cli {

namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array kRules{
    Words{"bytes-fp32", "FP32: bytes per parameter"},
    Words{"bytes-fp16", "FP16 or BF16: bytes per parameter"},
    Words{"bytes-int8", "INT8: bytes per parameter"},
    Words{"bytes-int4", "INT4: bytes per parameter"},
    Words{"weights-7b-fp16", "Weights of a 7B in FP16"},
    Words{"weights-13b-fp16", "Weights of a 13B in FP16"},
    Words{"weights-7b-int4", "Weights of a 7B in INT4"},
    Words{"activations-weights", "Activations and temporary buffers, of the weights"},
    Words{"inference", "Inference with a usual context: the weights times"},
    Words{"int4-long", "INT4 with a longer context: the weights times"},
    Words{"long-context", "A context of 32K or more: a further"},
    Words{"sequences", "Eight sequences at once: the cache of one times"},
    Words{"lora-inference", "LoRA and QLoRA: inference times"},
    Words{"parts-weights", "Activations, gradients and optimizer states: the weights times"},
    Words{"full-inference", "Full training with Adam: inference times"},
    Words{"optimizer-weights", "Adam's states alone: the 16-bit weights times"},
    Words{"margin", "A service that must not fail: margin on top"},
};

constexpr std::array kSubjects{
    Words{"1-3b-int4", "1B to 3B, INT4"},
    Words{"7b-int4", "7B, INT4"},
    Words{"7b-int8", "7B, INT8"},
    Words{"7b-fp16", "7B, FP16"},
    Words{"8b-fp16", "8B, FP16"},
    Words{"7b-qlora", "7B, QLoRA"},
    Words{"7b-full", "7B, full training"},
    Words{"13b-int4", "13B, INT4"},
    Words{"13b-int8", "13B, INT8"},
    Words{"13b-fp16", "13B, FP16"},
    Words{"13b-long", "13B, FP16, long context"},
    Words{"13b-lora", "13B, light fine-tuning"},
    Words{"34b-int4", "30B to 34B, INT4"},
    Words{"34b-fp16", "30B to 34B, FP16"},
    Words{"70b-int4", "70B, INT4"},
    Words{"70b-fp16", "70B, FP16"},
    Words{"70b-qlora", "70B, QLoRA"},
    Words{"team-service", "A small team's service, 8B"},
};

// By RuleReason.
constexpr std::array<std::string_view, kRuleReasons> kReasons{
    "scales of the format's blocks",
    "embeddings and output layer have more bits",
    "the name rounds the number of parameters",
    "the recommendation is for the largest of these models",
    "grouped-query attention: a small cache",
    "no grouped-query attention: a large cache",
    "the cache stays 16-bit while the weights shrink",
    "the prompt goes in steps, with flash attention",
    "what the runtime takes for itself",
    "the long context",
    "checkpointing recomputes activations",
    "logits of a large vocabulary",
    "one sequence at a time",
    "the base model is frozen",
    "an optimizer with smaller states",
    "no f32 copies",
    "the runtime is known",
};

constexpr std::array<std::string_view, 5> kClaims{"comfortable", "suits", "at a push", "tight", "not enough"};

template <std::size_t N>
std::string_view find(const std::array<Words, N>& words, std::string_view id) {
    const auto found = std::ranges::find(words, id, &Words::first);
    return found == words.end() ? id : found->second;
}

} // namespace

std::string_view ruleSentence(std::string_view rule) { return find(kRules, rule); }
std::string_view subjectName(std::string_view id) { return find(kSubjects, id); }
std::string_view reasonSentence(RuleReason reason) { return kReasons.at(static_cast<std::size_t>(reason)); }
std::string_view claimWord(Claim claim) { return kClaims.at(static_cast<std::size_t>(claim)); }

std::string shortNumber(double value) {
    std::array<char, 32> text{};
    const double size = std::abs(value);
    const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    const int length = std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    std::string number(text.data(), static_cast<std::size_t>(length));
    if (number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        if (number.back() == '.') {
            number.pop_back();
        }
    }
    return number;
}

std::string ruleValue(RuleUnit unit, double value) {
    switch (unit) {
    case RuleUnit::BytesPerParameter:
        return shortNumber(value);
    case RuleUnit::Gigabytes:
        return shortNumber(value) + " GB";
    case RuleUnit::Times:
        return shortNumber(value) + " ×";
    case RuleUnit::Share:
        return shortNumber(value * 100) + " %";
    }
    return {};
}

std::string ruleRange(const RuleFigure& rule) {
    if (rule.low == rule.high) {
        return ruleValue(rule.unit, rule.high);
    }
    const double scale = rule.unit == RuleUnit::Share ? 100 : 1;
    return shortNumber(rule.low * scale) + "–" + ruleValue(rule.unit, rule.high);
}

std::string conditionsLine(const Scenario& scenario, const Catalog& catalog) {
    constexpr std::string_view kBetween = " · ";
    const auto* const named = std::get_if<CatalogName>(&scenario.model);
    const CatalogModel* const model = named == nullptr ? nullptr : catalog.findModel(named->name);
    std::string line = model == nullptr ? "?" : visibleText(model->name); // a name may be the user's own
    const auto add = [&line, &kBetween](std::string_view text) { line.append(kBetween).append(text); };
    if (scenario.task == Task::Full) {
        add(scenario.training.precision + ", " + scenario.training.optimizer);
    } else {
        add(scenario.weights);
    }
    add(std::to_string(scenario.context) + " tokens");
    if (scenario.batch > 1) {
        add(std::to_string(scenario.batch) + " sequences");
    }
    if (scenario.runtime.name != usualRuntime(scenario.task)) {
        add(scenario.runtime.name);
    }
    return line;
}

} // namespace vram::cli
