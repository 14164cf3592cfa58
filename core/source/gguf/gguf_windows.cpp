// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_windows.h"

#include "core/model/limits.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

/// What llama.cpp takes where a file has no pattern (its load_arch_hparams functions, src/models/).
struct Row {
    std::string_view architecture;
    std::int64_t period = 0;        ///< every period-th layer is full, the last one of a period
    bool fullFirst = false;         ///< the first one of a period instead
    std::int64_t window = 0;        ///< where the file does not say; 0: without a key there is none
    std::int64_t cachingLayers = 0; ///< later layers reuse a cache, unless a key says how many; 0: all have one
};
constexpr std::array kRows{
    Row{"gemma2", 2, false, 4096},   Row{"gemma3", 6, false, 0},     Row{"gemma3n", 5, false, 0, 20},
    Row{"cohere2", 4, false, 0},     Row{"gpt-oss", 2, false, 0},    Row{"llama4", 4, false, 8192},
    Row{"smallthinker", 4, true, 0}, Row{"olmo2", 4, false, 0},      Row{"afmoe", 4, false, 0},
    Row{"exaone4", 4, false, 0},     Row{"exaone-moe", 4, false, 0}, Row{"plamo3", 8, false, 0},
};

/// Architectures whose window llama.cpp does not apply, whatever their files say: every layer keeps the whole context.
constexpr std::array<std::string_view, 8> kWindowIgnored{"phi3",  "phimoe",   "llama",    "qwen2",
                                                         "qwen3", "qwen2moe", "qwen3moe", "starcoder2"};

constexpr std::string_view kWindow = "attention.sliding_window";
constexpr std::string_view kPattern = "attention.sliding_window_pattern";

bool slides(std::int64_t layer, std::int64_t period, bool fullFirst) {
    return fullFirst ? layer % period != 0 : layer % period != period - 1;
}

} // namespace

GgufWindows readGgufWindows(GgufKeys& keys, std::string_view architecture, std::int64_t layers) {
    GgufWindows result;
    result.windows.assign(static_cast<std::size_t>(layers), 0);
    result.reusesKv.assign(static_cast<std::size_t>(layers), false);
    const auto row = std::ranges::find(kRows, architecture, &Row::architecture);
    const bool listed = row != kRows.end();

    if (const auto shared = keys.integer("attention.shared_kv_layers", 0, layers)) {
        std::fill(result.reusesKv.end() - static_cast<std::ptrdiff_t>(*shared), result.reusesKv.end(), true);
    } else if (listed && row->cachingLayers > 0 && row->cachingLayers < layers) {
        std::fill(result.reusesKv.begin() + static_cast<std::ptrdiff_t>(row->cachingLayers), result.reusesKv.end(),
                  true);
        result.fromTable = true;
    }

    const std::int64_t window = keys.integer(kWindow, 0, kMostWindow).value_or(listed ? row->window : 0);
    // A period of 0 would make every layer slide and divide by nothing elsewhere: no file means it.
    std::optional<std::vector<std::int64_t>> pattern;
    std::optional<std::int64_t> period;
    if (keys.isArray(kPattern)) {
        pattern = keys.perLayer(kPattern, layers, 0, 1);
    } else {
        period = keys.integer(kPattern, 1, kMostLayers);
    }
    if (window == 0 || keys.error() || std::ranges::find(kWindowIgnored, architecture) != kWindowIgnored.end()) {
        return result;
    }
    if (architecture == "llama4") {
        result.kind = WindowKind::Chunked;
    }
    if (!pattern && !period) {
        if (!listed) {
            result.unknown = true;
            return result;
        }
        result.fromTable = true;
        period = row->period;
    }
    for (std::int64_t i = 0; i < layers; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const bool sliding = pattern ? (*pattern)[index] != 0 : slides(i, *period, listed && row->fullFirst);
        result.windows[index] = sliding ? window : 0;
    }
    return result;
}

} // namespace vram
