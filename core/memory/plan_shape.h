// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/graph_scheduler.h"
#include "core/memory/layer_runs.h"
#include "core/memory/memory_plan.h"
#include "core/memory/plan_graph.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vram {

/// The plan of segments in a row without the knowledge which of them share their sizes, nor how often they repeat:
/// layers that are built alike are alike here, however their weights are stored, so that a few shapes serve many
/// models, formats and placements.
class PlanShape {
public:
    /// Of what was kept; how many repetitions were left out does not matter. Nothing where they need not be planned
    /// like the others.
    [[nodiscard]] static std::optional<PlanShape> of(const LayerRuns& runs, const GraphBackends& backends);
    /// The plan in which segment i of all has the sizes of part `parts[i]`: the steps of planning that graph as a
    /// whole. `runs`: at the same places as those that the shape was made of.
    [[nodiscard]] MemoryPlan planOf(std::span<const LayerRuns::Run> runs, std::span<const std::uint16_t> parts) const;

private:
    using Step = MemoryPlan::Step;
    PlanShape() = default;
    [[nodiscard]] bool holds(const LayerRuns::Run& run, std::span<const GraphSchedule::Entry> entries) const;
    [[nodiscard]] bool meansTheSameEverywhere(std::span<const LayerRuns::Run> runs) const;
    [[nodiscard]] std::vector<std::uint16_t> segmentsAfter(std::span<const LayerRuns::Run> runs) const;
    [[nodiscard]] std::size_t stepOf(std::size_t segment) const;

    MemoryPlan m_kept; ///< its parts are the indices of kept segments
    std::vector<std::size_t> m_begins;
    std::size_t m_segments = 0; ///< kept ones
};

} // namespace vram
