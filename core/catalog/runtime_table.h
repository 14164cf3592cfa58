// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_format.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace vram {

/// The program that does the allocating; front ends (Ollama, LM Studio) share one.
enum class Engine : std::uint8_t { LlamaCpp, Vllm, Transformers, Sglang, TensorRtLlm, Mlx, ExLlama, Unsized };
constexpr std::size_t kEngines = 8;

/// How several equal GPUs share a model when the scenario does not say.
enum class Sharding : std::uint8_t { Layers, Tensor };

/// One row of the runtime table.
struct RuntimeProfile {
    std::string_view name;                   ///< as users write it: "llama.cpp"
    std::array<std::string_view, 5> aliases; ///< empty ones at the end
    Engine engine{};
    std::string_view newestVersion;
    std::string_view kvGroup;   ///< `KvFormat::runtimeGroup`
    std::string_view defaultKv; ///< id in that group
    Sharding sharding{};
    bool offloads = false; ///< can leave layers in RAM
    bool runsOnCpu = false;
    bool reservesPool = false;             ///< takes a share of the card at start (vLLM)
    std::span<const Container> containers; ///< weight containers that it loads
    bool growsCache = false;               ///< keeps what has been said so far; others take the whole context at start
};

/// Every runtime that has a name in scenarios, sized or not.
[[nodiscard]] std::span<const RuntimeProfile> runtimeTable();
/// By name or alias, any case; nullptr where there is none.
[[nodiscard]] const RuntimeProfile* findRuntime(std::string_view name);

/// Whether the runtime can load the format at all (independent of the card).
[[nodiscard]] bool loadsFormat(const RuntimeProfile& runtime, const WeightFormat& format);

} // namespace vram
