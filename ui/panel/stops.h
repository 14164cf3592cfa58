// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace vram::ui {

// The values that a slider stops at: round figures, about equally far apart in ratio.

/// Parameters from 0.1 B to 2 T, some 35 a decade.
[[nodiscard]] std::span<const std::int64_t> sizeStops();
/// Tokens from 512 to 1 Mi, four a doubling; every power of two is among them.
[[nodiscard]] std::span<const std::int64_t> contextStops();
/// Sequences from 1 to 512; every whole number to 8, then four a doubling.
[[nodiscard]] std::span<const std::int64_t> batchStops();

/// Ranks of a LoRA adapter: the powers of two from 1 to 512.
[[nodiscard]] std::span<const std::int64_t> rankStops();

/// Index of the stop nearest to `value` in ratio. `stops` is ascending, positive and not empty.
[[nodiscard]] int nearestStop(std::span<const std::int64_t> stops, std::int64_t value);

} // namespace vram::ui
