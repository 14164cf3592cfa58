// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/ggml_type.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

using enum GgmlType;

// Block sizes: ggml-common.h. Fallbacks: llama.cpp src/llama-quant.cpp (tensor_type_fallback).
constexpr std::array kTypes{
    GgmlTypeInfo{F32, "F32", 1, 4, F32},
    GgmlTypeInfo{F16, "F16", 1, 2, F16},
    GgmlTypeInfo{Q4_0, "Q4_0", 32, 18, Q4_0},
    GgmlTypeInfo{Q4_1, "Q4_1", 32, 20, Q4_1},
    GgmlTypeInfo{Q5_0, "Q5_0", 32, 22, Q5_0},
    GgmlTypeInfo{Q5_1, "Q5_1", 32, 24, Q5_1},
    GgmlTypeInfo{Q8_0, "Q8_0", 32, 34, Q8_0},
    GgmlTypeInfo{Q8_1, "Q8_1", 32, 36, Q8_1},
    GgmlTypeInfo{Q2_K, "Q2_K", 256, 84, Q4_0},
    GgmlTypeInfo{Q3_K, "Q3_K", 256, 110, Q4_0},
    GgmlTypeInfo{Q4_K, "Q4_K", 256, 144, Q5_0},
    GgmlTypeInfo{Q5_K, "Q5_K", 256, 176, Q5_1},
    GgmlTypeInfo{Q6_K, "Q6_K", 256, 210, Q8_0},
    GgmlTypeInfo{Q8_K, "Q8_K", 256, 292, Q8_K},
    GgmlTypeInfo{IQ2_XXS, "IQ2_XXS", 256, 66, IQ4_NL},
    GgmlTypeInfo{IQ2_XS, "IQ2_XS", 256, 74, IQ4_NL},
    GgmlTypeInfo{IQ3_XXS, "IQ3_XXS", 256, 98, IQ4_NL},
    GgmlTypeInfo{IQ1_S, "IQ1_S", 256, 50, IQ4_NL},
    GgmlTypeInfo{IQ4_NL, "IQ4_NL", 32, 18, IQ4_NL},
    GgmlTypeInfo{IQ3_S, "IQ3_S", 256, 110, IQ4_NL},
    GgmlTypeInfo{IQ2_S, "IQ2_S", 256, 82, IQ4_NL},
    GgmlTypeInfo{IQ4_XS, "IQ4_XS", 256, 136, IQ4_NL},
    GgmlTypeInfo{I8, "I8", 1, 1, I8},
    GgmlTypeInfo{I16, "I16", 1, 2, I16},
    GgmlTypeInfo{I32, "I32", 1, 4, I32},
    GgmlTypeInfo{I64, "I64", 1, 8, I64},
    GgmlTypeInfo{F64, "F64", 1, 8, F64},
    GgmlTypeInfo{IQ1_M, "IQ1_M", 256, 56, IQ4_NL},
    GgmlTypeInfo{BF16, "BF16", 1, 2, BF16},
    GgmlTypeInfo{TQ1_0, "TQ1_0", 256, 54, Q4_0},
    GgmlTypeInfo{TQ2_0, "TQ2_0", 256, 66, Q4_0},
    GgmlTypeInfo{MXFP4, "MXFP4", 32, 17, MXFP4},
    GgmlTypeInfo{NVFP4, "NVFP4", 64, 36, NVFP4},
    GgmlTypeInfo{Q1_0, "Q1_0", 128, 18, Q1_0},
    GgmlTypeInfo{Q2_0, "Q2_0", 64, 18, Q4_0},
};

constexpr std::uint8_t kAbsent = 0xFF;
constexpr std::size_t kIds = 43;

/// Position in kTypes by id.
constexpr auto kPosition = [] {
    std::array<std::uint8_t, kIds> positions{};
    positions.fill(kAbsent);
    for (std::size_t i = 0; i < kTypes.size(); ++i) {
        positions[static_cast<std::size_t>(kTypes[i].type)] = static_cast<std::uint8_t>(i);
    }
    return positions;
}();

} // namespace

const GgmlTypeInfo& ggmlTypeInfo(GgmlType type) { return kTypes[kPosition[static_cast<std::size_t>(type)]]; }

const GgmlTypeInfo* findGgmlType(std::uint32_t id) {
    return id < kIds && kPosition[id] != kAbsent ? &kTypes[kPosition[id]] : nullptr;
}

const GgmlTypeInfo* findGgmlType(std::string_view name) {
    const auto* const found =
        std::find_if(kTypes.begin(), kTypes.end(), [name](const GgmlTypeInfo& info) { return info.name == name; });
    return found == kTypes.end() ? nullptr : found;
}

} // namespace vram
