// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"
#include "core/units/bytes.h"

#include <cstddef>
#include <vector>

namespace vram {

/// The machine's cards one by one, with what a process can use of each.
struct Cards {
    std::vector<const Gpu*> gpus;
    std::vector<ByteRange> usable;
    std::vector<Bytes> reported; ///< the total that the driver tells a process
    bool unified = false;        ///< one pool for cards and host
    bool byRule = false;         ///< some usable memory is by rule rather than from the catalogue
    Bytes poolMemory;            ///< all memory of a unified machine

    [[nodiscard]] bool empty() const { return gpus.empty(); }
    /// Cards [first, first + count) alone.
    [[nodiscard]] Cards part(std::size_t first, std::size_t count) const;
};
[[nodiscard]] Cards cardsOf(const Machine& machine, const PlacementChoice& placement);

/// What the system and its services keep of RAM; an assumption.
constexpr Bytes kSystemRam = kGiB * 2;

/// How RAM holds what is meant to lie there.
enum class RamVerdict : std::uint8_t {
    Fits,  ///< with the margin and the system's part free
    Tight, ///< with the system's part free
    Swaps, ///< pages move between RAM and disk while it runs
};
[[nodiscard]] std::string_view ramVerdictId(RamVerdict verdict); ///< "fits", "tight", "swaps"
[[nodiscard]] RamVerdict ramVerdict(Bytes need, const Machine& machine);

} // namespace vram
