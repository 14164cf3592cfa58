// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/examples.h"

#include "core/scenario/scenario_json.h"

#include <array>

namespace vram {

namespace {

// "large-model": a 70B whose file is several times the card, as people try it at home: with enough RAM it runs slowly,
// with too little it swaps, and a smaller model on the same card is an order faster.
constexpr std::array kExamples{
    Example{"large-model", "large-enough-ram", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-3.3-70B-Instruct"}, "weights": "Q4_K_M", "context": 4096,
        "machine": {"gpus": [{"name": "RTX 3060 12GB"}], "ram_gib": 64, "ram_gb_s": 80},
        "placement": {"vram_budget_mib": 11776},
        "view": {"rows": [{"name": "RTX 3060 12GB"}]}})"},
    Example{"large-model", "large-little-ram", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-3.3-70B-Instruct"}, "weights": "Q4_K_M", "context": 4096,
        "machine": {"gpus": [{"name": "RTX 3060 12GB"}], "ram_gib": 32, "ram_gb_s": 80},
        "placement": {"vram_budget_mib": 11776},
        "view": {"rows": [{"name": "RTX 3060 12GB"}]}})"},
    Example{"large-model", "small-instead", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-2-13b-chat-hf"}, "weights": "Q4_K_M", "context": 2048,
        "machine": {"gpus": [{"name": "RTX 3060 12GB"}], "ram_gib": 64, "ram_gb_s": 80},
        "placement": {"vram_budget_mib": 11776},
        "view": {"rows": [{"name": "RTX 3060 12GB"}]}})"},
    Example{"placement", "experts-in-ram", R"({"schema": 1,
        "model": {"catalog": "openai/gpt-oss-120b"}, "weights": "MXFP4_MOE", "context": 16384,
        "machine": {"gpus": [{"name": "RTX 4090"}], "ram_gib": 96, "ram_type": "DDR5-5600", "ram_channels": 2},
        "placement": {"cpu_experts": 36},
        "view": {"rows": [{"name": "RTX 4060 Ti 16GB"}, {"name": "RTX 4090"}, {"name": "RTX 5090"}]}})"},
    Example{"placement", "two-cards", R"({"schema": 1,
        "model": {"catalog": "Qwen/Qwen3-32B"}, "weights": "Q4_K_M", "context": 16384,
        "machine": {"gpus": [{"name": "RTX 4070 Ti SUPER"}, {"name": "RTX 3060 12GB"}], "ram_gib": 64},
        "view": {"rows": [{"name": "MACHINE"}, {"name": "RTX 4070 Ti SUPER"}, {"name": "RTX 3060 12GB"}]}})"},
    Example{"placement", "mac", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-3.3-70B-Instruct"}, "weights": "Q4_K_M", "context": 32768,
        "machine": {"gpus": [{"name": "Apple M4 Max 64GB"}]},
        "view": {"rows": [{"name": "Apple M4 Max 64GB"}, {"name": "Apple M4 Max 128GB"},
                          {"name": "Apple M3 Ultra 96GB"}]}})"},
    Example{"placement", "server", R"({"schema": 1,
        "model": {"catalog": "deepseek-ai/DeepSeek-V3"}, "weights": "FP8", "context": 32768, "batch": 8,
        "runtime": {"name": "vLLM"}, "machine": {"gpus": [{"name": "H200", "count": 8}], "ram_gib": 1024},
        "view": {"rows": [{"name": "H100 80GB", "count": 8}, {"name": "H200", "count": 8}, {"name": "B200", "count": 8}]}})"},
};

} // namespace

std::span<const Example> examples() { return kExamples; }

Scenario exampleScenario(const Example& example) {
    Result<Scenario> scenario = scenarioFromText(example.json);
    return scenario ? *std::move(scenario) : Scenario{};
}

} // namespace vram
