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

/// The plan of segments in a row without the knowledge which of them share their sizes: layers that are built alike are
/// alike here, however their weights are stored, so that few shapes serve many models, formats and placements.
class PlanShape {
public:
    /// Nothing where the repetitions that are left out need not be planned like the others.
    [[nodiscard]] static std::optional<PlanShape> of(std::span<const PlacedSegment> segments,
                                                     const GraphBackends& backends);
    /// The plan in which segment i has the sizes of part `parts[i]`: the steps of planning that graph as a whole.
    [[nodiscard]] MemoryPlan planOf(std::span<const std::uint16_t> parts) const;

private:
    using Step = MemoryPlan::Step;
    PlanShape() = default;
    [[nodiscard]] bool holds(const LayerRuns::Run& run, std::span<const GraphSchedule::Entry> entries) const;
    [[nodiscard]] bool meansTheSameEverywhere() const;
    [[nodiscard]] std::vector<std::uint16_t> segmentsAfter(std::size_t runs) const;
    [[nodiscard]] std::size_t stepOf(std::size_t segment) const;

    MemoryPlan m_kept; ///< its parts are the indices of kept segments
    std::vector<std::size_t> m_begins;
    std::vector<LayerRuns::Run> m_runs;
    std::size_t m_segments = 0; ///< kept ones
};

} // namespace vram
