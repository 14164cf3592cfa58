// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/examples.h"

#include "core/scenario/scenario_json.h"

#include <array>

namespace vram {

namespace {

// "worked": cases as articles reckon them. "home", "team", "research": what typical users ask.
// "large-model": a 70B whose file is several times the card, as people try it at home: with enough RAM it runs slowly,
// with too little it swaps, and a smaller model on the same card is an order faster.
constexpr std::array kExamples{
    // A rule of thumb says 14 GB x 1.3; 16 GB is tight, 24 GB comfortable.
    Example{"worked", "worked-7b", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-2-7b-chat-hf"}, "weights": "F16", "context": 2048,
        "machine": {"gpus": [{"name": "RTX 4060 Ti 16GB"}]},
        "view": {"rows": [{"name": "RTX 4060 Ti 16GB"}, {"name": "RTX 4090"}]}})"},
    // 10 to 18 GB: 16 GB with few and short sequences, 24 GB at ease.
    Example{"worked", "worked-qlora", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-2-7b-chat-hf"}, "weights": "NF4", "task": "qlora", "context": 2048,
        "batch": 2, "runtime": {"name": "Transformers"}, "machine": {"gpus": [{"name": "RTX 4060 Ti 16GB"}]},
        "view": {"rows": [{"name": "RTX 3060 12GB"}, {"name": "RTX 4060 Ti 16GB"}, {"name": "RTX 4090"}]}})"},
    // 26 GB x 1.3: not on 24 GB.
    Example{"worked", "worked-13b", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-2-13b-chat-hf"}, "weights": "F16", "context": 4096,
        "machine": {"gpus": [{"name": "RTX 4090"}]},
        "view": {"rows": [{"name": "RTX 4090"}, {"name": "RTX 5090"}, {"name": "RTX 4090", "count": 2},
                          {"name": "RTX 6000 Ada"}]}})"},
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
    Example{"home", "home-8", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-3.1-8B-Instruct"}, "weights": "Q4_K_M", "context": 8192,
        "machine": {"gpus": [{"name": "RTX 4060"}], "ram_gib": 32},
        "view": {"rows": [{"name": "RTX 4060"}, {"name": "RTX 3060 12GB"}]}})"},
    Example{"home", "home-16", R"({"schema": 1,
        "model": {"catalog": "Qwen/Qwen2.5-14B-Instruct"}, "weights": "Q4_K_M", "context": 16384,
        "machine": {"gpus": [{"name": "RTX 4060 Ti 16GB"}], "ram_gib": 32},
        "view": {"rows": [{"name": "RTX 3060 12GB"}, {"name": "RTX 4060 Ti 16GB"}, {"name": "RTX 4090"}]}})"},
    Example{"home", "home-24", R"({"schema": 1,
        "model": {"catalog": "Qwen/Qwen2.5-32B-Instruct"}, "weights": "Q4_K_M", "context": 8192,
        "machine": {"gpus": [{"name": "RTX 3090"}]},
        "view": {"rows": [{"name": "RTX 4060 Ti 16GB"}, {"name": "RTX 3090"}, {"name": "RTX 5090"}]}})"},
    Example{"team", "team-24", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-3.1-8B-Instruct"}, "weights": "BF16", "context": 4096, "batch": 4,
        "runtime": {"name": "vLLM"}, "machine": {"gpus": [{"name": "RTX 4090"}]},
        "view": {"rows": [{"name": "RTX 4090"}, {"name": "L4"}, {"name": "RTX 6000 Ada"}]}})"},
    Example{"team", "team-48", R"({"schema": 1,
        "model": {"catalog": "Qwen/Qwen2.5-32B-Instruct"}, "weights": "AWQ", "context": 8192, "batch": 8,
        "runtime": {"name": "vLLM"}, "machine": {"gpus": [{"name": "RTX 6000 Ada"}]},
        "view": {"rows": [{"name": "RTX 4090", "count": 2}, {"name": "RTX 6000 Ada"}, {"name": "L40S"}]}})"},
    Example{"research", "research-service", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-3.3-70B-Instruct"}, "weights": "FP8", "context": 16384, "batch": 16,
        "runtime": {"name": "vLLM"}, "machine": {"gpus": [{"name": "H100 80GB", "count": 4}], "ram_gib": 512},
        "view": {"rows": [{"name": "H100 80GB", "count": 2}, {"name": "H100 80GB", "count": 4}, {"name": "H200", "count": 2}]}})"},
    Example{"research", "research-full", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-3.1-8B-Instruct"}, "weights": "BF16", "task": "full", "context": 4096,
        "batch": 1, "training": {"sharding": "zero3"}, "runtime": {"name": "DeepSpeed"},
        "machine": {"gpus": [{"name": "H100 80GB", "count": 8}], "ram_gib": 1024},
        "view": {"rows": [{"name": "A100 80GB", "count": 4}, {"name": "H100 80GB", "count": 8}, {"name": "H200", "count": 4}]}})"},
    Example{"research", "research-qlora", R"({"schema": 1,
        "model": {"catalog": "meta-llama/Llama-3.3-70B-Instruct"}, "weights": "NF4", "task": "qlora", "context": 2048,
        "batch": 1, "runtime": {"name": "Transformers"}, "machine": {"gpus": [{"name": "H100 80GB"}]},
        "view": {"rows": [{"name": "RTX 6000 Ada"}, {"name": "H100 80GB"}, {"name": "H200"}]}})"},
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
