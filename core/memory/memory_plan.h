// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/graph_scheduler.h"
#include "core/memory/plan_graph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vram {

/// The steps in which a graph's tensors get and leave their places, which depend on everything but their sizes
/// (ggml_backend_sched_reserve and ggml_gallocr). Made once, run for any sizes.
class MemoryPlan {
public:
    MemoryPlan() = default;
    /// `parts`: for each segment the index of its sizes; segments with the same sizes share one.
    MemoryPlan(PlanGraph graph, const GraphBackends& backends, std::span<const std::uint16_t> parts);
    friend bool operator==(const MemoryPlan&, const MemoryPlan&) = default;

    enum class Measure : std::uint8_t { Host, Card, CardWithExtra };
    /// A size that steps ask for: of tensor `local` of a part.
    struct Slot {
        std::uint16_t part = 0;
        Measure measure{};
        std::uint32_t local = 0;
        friend bool operator==(const Slot&, const Slot&) = default;
    };
    [[nodiscard]] const std::vector<Slot>& sizeSlots() const { return m_slots; }
    [[nodiscard]] static std::int64_t bytesOf(const TensorSize& size, Measure measure);

    /// Bytes of each backend's compute buffer; `sizes` by part.
    [[nodiscard]] std::vector<std::int64_t> peaks(std::span<const SegmentSizes* const> sizes) const;
    /// The same for sizes by slot.
    [[nodiscard]] std::vector<std::int64_t> peaksOf(std::span<const std::int64_t> bytes) const;

    /// A tensor that has a place.
    struct Held {
        std::uint16_t part = 0;
        std::uint32_t local = 0;
        bool withExtra = false;
    };
    /// What lies in the buffer of `backend` when it first reaches its peak; the tensor that came last is the last.
    [[nodiscard]] std::vector<Held> heldAtPeak(int backend, std::span<const SegmentSizes* const> sizes) const;

private:
    friend class MemoryPlanner;
    friend class StretchFinder;
    friend class PlanShape;
    friend class PlanWriter;
    template <typename Allocator>
    friend class PlanRun;
    enum class Kind : std::uint8_t {
        Allocate,
        Release,
        Shrink, ///< gives back the work space of what is overwritten
    };
    struct Step {
        Kind kind{};
        std::uint16_t buffer = 0;
        std::uint16_t place = 0; ///< where the offset is kept
        std::uint16_t slot = 0;
        std::uint16_t kept = 0; ///< Shrink: the slot without the work space
        friend bool operator==(const Step&, const Step&) = default;
    };
    /// Steps that repeat: once the buffers are as they were some repetitions before, the rest changes nothing.
    struct Stretch {
        std::size_t begin = 0;
        std::size_t period = 0; ///< steps
        std::size_t count = 0;
        std::vector<std::uint16_t> buffers; ///< that the steps touch
        std::vector<std::uint16_t> places;  ///< in use when a repetition begins
        friend bool operator==(const Stretch&, const Stretch&) = default;
    };
    /// A tensor that takes over the place of another one before step `step`.
    struct Overwrite {
        std::uint32_t step = 0;
        std::uint32_t local = 0; ///< of the one that takes it
        std::uint16_t part = 0;
        std::uint16_t place = 0;
        friend bool operator==(const Overwrite&, const Overwrite&) = default;
    };
    struct Planned {
        std::vector<std::size_t> segmentBegins; ///< the step in which a segment's first tensor gets a place
        std::vector<GraphSchedule::Entry> entries;
    };
    [[nodiscard]] Planned plan(PlanGraph graph, const GraphBackends& backends, std::span<const std::uint16_t> parts);
    /// Where equal layers one after another repeat their steps.
    void findStretches(const std::vector<std::size_t>& segmentBegins);
    [[nodiscard]] Held heldBy(const Step& step) const;
    /// The first that comes before step `step` or a later one.
    [[nodiscard]] std::vector<Overwrite>::const_iterator overwriteFrom(std::size_t step) const;
    [[nodiscard]] std::vector<std::int64_t> bytesBySlot(std::span<const SegmentSizes* const> sizes) const;

    std::vector<Step> m_steps;
    std::vector<Slot> m_slots;
    std::vector<Overwrite> m_overwrites;
    std::vector<Stretch> m_stretches;
    std::size_t m_places = 0;
    int m_backends = 0;
};

/// Places the nodes of a graph and returns the bytes of each backend's compute buffer.
[[nodiscard]] std::vector<std::int64_t> planMemory(const ComputeGraph& graph, const GraphBackends& backends);

} // namespace vram
