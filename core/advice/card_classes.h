// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vram {

/// Cards that no verdict tells apart: what memory, placement and the runtimes' rules read of one card is the same.
/// (Speed differs within a class: bandwidth, cores and throughput are no part of it.)
struct CardClasses {
    std::vector<std::uint16_t> classOf;      ///< by the card's place in `gpus`
    std::vector<std::size_t> representative; ///< of each class, a place in `gpus`
};

/// One card of each alone in a machine like `machine`.
[[nodiscard]] CardClasses classesOf(const std::vector<Gpu>& gpus, const MachineChoice& machine);

} // namespace vram
