// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vram {

/// Tensor types of GGUF files; the values are the ids in the files (ggml.h).
enum class GgmlType : std::uint8_t {
    F32 = 0,
    F16 = 1,
    Q4_0 = 2,
    Q4_1 = 3,
    Q5_0 = 6,
    Q5_1 = 7,
    Q8_0 = 8,
    Q8_1 = 9,
    Q2_K = 10,
    Q3_K = 11,
    Q4_K = 12,
    Q5_K = 13,
    Q6_K = 14,
    Q8_K = 15,
    IQ2_XXS = 16,
    IQ2_XS = 17,
    IQ3_XXS = 18,
    IQ1_S = 19,
    IQ4_NL = 20,
    IQ3_S = 21,
    IQ2_S = 22,
    IQ4_XS = 23,
    I8 = 24,
    I16 = 25,
    I32 = 26,
    I64 = 27,
    F64 = 28,
    IQ1_M = 29,
    BF16 = 30,
    TQ1_0 = 34,
    TQ2_0 = 35,
    MXFP4 = 39,
    NVFP4 = 40,
    Q1_0 = 41,
    Q2_0 = 42,
};

/// One row of the table of block layouts.
struct GgmlTypeInfo {
    GgmlType type{};
    std::string_view name;
    std::int64_t blockSize = 1;  ///< elements a block
    std::int64_t blockBytes = 0; ///< bytes a block
    GgmlType fallback{};         ///< what llama.cpp takes when the columns are no multiple of the block; itself: F16
};

/// The layout of a type.
[[nodiscard]] const GgmlTypeInfo& ggmlTypeInfo(GgmlType type);
/// By the id in a file; nullptr for unknown and removed ids.
[[nodiscard]] const GgmlTypeInfo* findGgmlType(std::uint32_t id);
/// By name, as in the format table ("Q4_K"); nullptr where there is none.
[[nodiscard]] const GgmlTypeInfo* findGgmlType(std::string_view name);

/// Bytes of a tensor of `rows` (all slices together) rows of `columns` elements; columns are rounded up to whole
/// blocks.
[[nodiscard]] constexpr Bytes ggmlTensorBytes(const GgmlTypeInfo& type, std::int64_t columns, std::int64_t rows) {
    return Bytes{saturatingMultiply(divideUp(columns, type.blockSize), type.blockBytes)} * rows;
}

} // namespace vram
