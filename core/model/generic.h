// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"

#include <cstdint>
#include <span>

namespace vram {

constexpr std::int64_t kGenericLeast = 100'000'000;      ///< 0.1 B
constexpr std::int64_t kGenericMost = 2'000'000'000'000; ///< 2 T

/// One dense model of the catalogue as a support point for interpolation.
struct ShapePoint {
    std::int64_t parameters = 0;
    std::int64_t layers = 0;
    std::int64_t hiddenSize = 0;
    std::int64_t feedForwardWidth = 0;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t vocabSize = 0;
    bool tiedEmbeddings = false;
};

/// A plausible modern dense architecture of exactly `parameters` parameters (clamped to kGenericLeast..kGenericMost):
/// depth, width, grouped-query heads and vocabulary interpolated (in the logarithm of the size) over `points`.
[[nodiscard]] Architecture genericArchitecture(std::int64_t parameters, std::span<const ShapePoint> points);

} // namespace vram
