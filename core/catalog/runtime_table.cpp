// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/runtime_table.h"

#include <algorithm>
#include <cctype>

namespace vram {

namespace {

constexpr std::array kGgufContainers{Container::Gguf};
constexpr std::array kSafetensorsContainers{Container::Safetensors};
constexpr std::array kVllmContainers{Container::Safetensors};
constexpr std::array kMlxContainers{Container::Mlx};
constexpr std::array kExlContainers{Container::Exl2, Container::Exl3};

/// A framework that only trains (training_table.h): it has a name in scenarios, and no size as an inference runtime.
constexpr RuntimeProfile trainer(std::string_view name, std::array<std::string_view, 5> aliases = {}) {
    return {name, aliases, Engine::Unsized, "", "", "", Sharding::Tensor, false, false, false, kSafetensorsContainers};
}

// Newest versions: the ones whose behaviour the measured cases describe. Unsized rows have a name in scenarios, so that
// a file that uses them gets a clear answer; as inference runtimes they have no size, they train models.
constexpr std::array kRuntimes{
    RuntimeProfile{"llama.cpp",
                   {"llamacpp", "llama-cpp", "llama.cpp server", "llama-server"},
                   Engine::LlamaCpp,
                   "0.5.0",
                   "llama.cpp",
                   "f16",
                   Sharding::Layers,
                   true,
                   true,
                   false,
                   kGgufContainers},
    RuntimeProfile{"Ollama",
                   {"ollama", "", "", ""},
                   Engine::LlamaCpp,
                   "0.32",
                   "Ollama",
                   "f16",
                   Sharding::Layers,
                   true,
                   true,
                   false,
                   kGgufContainers},
    RuntimeProfile{"LM Studio",
                   {"lmstudio", "lm-studio", "", ""},
                   Engine::LlamaCpp,
                   "0.4",
                   "llama.cpp",
                   "f16",
                   Sharding::Layers,
                   true,
                   true,
                   false,
                   kGgufContainers},
    RuntimeProfile{"text-generation-webui",
                   {"oobabooga", "textgen", "", ""},
                   Engine::LlamaCpp,
                   "3.0",
                   "llama.cpp",
                   "f16",
                   Sharding::Layers,
                   true,
                   true,
                   false,
                   kGgufContainers},
    RuntimeProfile{"vLLM",
                   {"vllm", "", "", ""},
                   Engine::Vllm,
                   "0.19",
                   "vLLM",
                   "auto",
                   Sharding::Tensor,
                   false,
                   false,
                   true,
                   kVllmContainers},
    RuntimeProfile{"Transformers",
                   {"hf transformers", "huggingface transformers", "hf", "trl", "peft"},
                   Engine::Transformers,
                   "4.51",
                   "Transformers",
                   "auto",
                   Sharding::Layers,
                   true,
                   false,
                   false,
                   kSafetensorsContainers,
                   true},
    RuntimeProfile{"SGLang",
                   {"sgl", "", "", ""},
                   Engine::Sglang,
                   "0.5",
                   "SGLang",
                   "auto",
                   Sharding::Tensor,
                   false,
                   false,
                   true,
                   kSafetensorsContainers},
    RuntimeProfile{"TensorRT-LLM",
                   {"trt-llm", "trtllm", "", ""},
                   Engine::TensorRtLlm,
                   "1.2",
                   "TensorRT-LLM",
                   "auto",
                   Sharding::Tensor,
                   false,
                   false,
                   true,
                   kSafetensorsContainers},
    RuntimeProfile{"MLX",
                   {"mlx-lm", "", "", ""},
                   Engine::Mlx,
                   "0.32",
                   "MLX",
                   "auto",
                   Sharding::Layers,
                   false,
                   false,
                   false,
                   kMlxContainers,
                   true},
    RuntimeProfile{"ExLlama",
                   {"exllamav2", "exllamav3", "tabbyapi", ""},
                   Engine::ExLlama,
                   "1.4",
                   "ExLlama",
                   "fp16",
                   Sharding::Layers,
                   false,
                   false,
                   false,
                   kExlContainers},
    trainer("LLaMA-Factory", {"llamafactory", "llama factory"}),
    trainer("axolotl"),
    trainer("ms-swift", {"swift"}),
    trainer("torchtune"),
    trainer("Unsloth"),
    trainer("litgpt"),
    trainer("DeepSpeed"),
    trainer("torchtitan"),
    trainer("Megatron-LM", {"megatron"}),
};

bool sameName(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

} // namespace

std::span<const RuntimeProfile> runtimeTable() { return kRuntimes; }

const RuntimeProfile* findRuntime(std::string_view name) {
    const auto found = std::ranges::find_if(kRuntimes, [&](const RuntimeProfile& row) {
        return sameName(row.name, name) || std::ranges::any_of(row.aliases, [&](std::string_view alias) {
                   return !alias.empty() && sameName(alias, name);
               });
    });
    return found == kRuntimes.end() ? nullptr : &*found;
}

bool loadsFormat(const RuntimeProfile& runtime, const WeightFormat& format) {
    return std::ranges::any_of(runtime.containers, [&](Container container) {
        return container == format.container || std::ranges::find(format.alsoIn, container) != format.alsoIn.end();
    });
}

} // namespace vram
