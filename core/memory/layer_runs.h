// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/plan_graph.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vram {

/// Segments that repeat, most repetitions left out: a few show how all of them are planned.
struct LayerRuns {
    static constexpr std::size_t kKept = 4; ///< the first, the last, and two that must be planned alike
    struct Run {
        std::size_t first = 0; ///< index into `kept`
        std::size_t period = 0;
        std::size_t left = 0; ///< repetitions that were left out
        [[nodiscard]] bool isAt(const Run& other) const { return first == other.first && period == other.period; }
    };
    std::vector<PlacedSegment> kept;
    std::vector<Run> runs;
};
[[nodiscard]] LayerRuns shortened(std::span<const PlacedSegment> segments);

} // namespace vram
