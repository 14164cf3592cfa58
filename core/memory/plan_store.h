// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/layer_runs.h"
#include "core/memory/memory_plan.h"
#include "core/memory/plan_graph.h"
#include "core/memory/plan_shape.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace vram {

/// One object for equal segments, so that they are compared by address. Not thread-safe.
class SegmentPool {
public:
    [[nodiscard]] std::shared_ptr<const Segment> intern(Segment segment);

private:
    std::unordered_multimap<std::size_t, std::shared_ptr<const Segment>> m_segments;
};

/// Plans by what they depend on: which segments lie where, without their sizes. A step of a slider changes sizes only.
class PlanStore {
public:
    struct Placed {
        std::shared_ptr<const Segment> segment; ///< of the pool of this store
        int backend = 0;
        std::uint16_t part = 0; ///< index of its sizes
        friend bool operator==(const Placed&, const Placed&) = default;
    };

    [[nodiscard]] SegmentPool& pool() { return m_pool; }
    /// The plan of these segments, joined in order.
    [[nodiscard]] std::shared_ptr<const MemoryPlan> planOf(std::span<const Placed> segments,
                                                           const GraphBackends& backends);

private:
    static constexpr std::size_t kMost = 512; ///< some 15 KB each
    struct Known {
        std::vector<Placed> segments;
        GraphBackends backends;
        std::shared_ptr<const MemoryPlan> plan;
    };
    struct KnownShape {
        std::vector<std::shared_ptr<const Segment>> segments; ///< kept, so that no other one comes to lie where they do
        LayerRuns runs;
        GraphBackends backends;
        std::optional<PlanShape> shape; ///< nothing: each plan is made from the start
        [[nodiscard]] bool isOf(const LayerRuns& other, const GraphBackends& otherBackends) const;
    };
    [[nodiscard]] std::shared_ptr<const MemoryPlan> planAnew(std::span<const Placed> segments,
                                                             const GraphBackends& backends);
    [[nodiscard]] const std::optional<PlanShape>& shapeOf(const LayerRuns& runs, const GraphBackends& backends,
                                                          std::span<const Placed> segments);

    SegmentPool m_pool;
    std::unordered_multimap<std::size_t, Known> m_plans;
    std::unordered_multimap<std::size_t, KnownShape> m_shapes;
};

} // namespace vram
