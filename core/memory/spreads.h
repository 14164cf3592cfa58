// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/part_sizes.h"
#include "core/runtime/runtime.h"
#include "core/units/bytes.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace vram {

/// What a width is a share of.
enum class SpreadBase : std::uint8_t { Part, Run }; ///< the part itself; all that the run needs on the card

/// How far measured figures of a runtime lay from the typical ones: ends of a range that holds 95 % of cases like the
/// measured ones. The program `accuracy --held-out` computes them (docs/accuracy.md); tests compare.
struct Spread {
    Engine engine{};
    MemoryPart part{};
    SpreadBase base{};
    double below = 0; ///< share of the base
    double above = 0;
    std::string_view figure; ///< id of the accuracy program's figure that it comes from
    std::string_view source;
};
[[nodiscard]] std::span<const Spread> spreads();
/// The row of a figure; one without width where there is none.
[[nodiscard]] const Spread& spreadOf(std::string_view figure);

/// `typical` with the width of `base`; never below zero.
[[nodiscard]] ByteRange spreadRange(const Spread& spread, Bytes typical, Bytes base);

} // namespace vram
