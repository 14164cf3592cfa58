// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/memory_plan.h"

#include "core/memory/best_fit_allocator.h"
#include "core/memory/memory_plan_run.h"

#include <algorithm>
#include <optional>

namespace vram {

std::int64_t MemoryPlan::bytesOf(const TensorSize& size, Measure measure) {
    switch (measure) {
    case Measure::Host:
        return size.host;
    case Measure::Card:
        return size.card;
    case Measure::CardWithExtra:
        break;
    }
    return size.cardWithExtra;
}

std::vector<std::int64_t> MemoryPlan::bytesBySlot(std::span<const SegmentSizes* const> sizes) const {
    std::vector<std::int64_t> bytes;
    bytes.reserve(m_slots.size());
    for (const Slot& slot : m_slots) {
        bytes.push_back(bytesOf((*sizes[slot.part])[slot.local], slot.measure));
    }
    return bytes;
}

std::vector<std::int64_t> MemoryPlan::peaksOf(std::span<const std::int64_t> bytes) const {
    PlanRun<BestFitAllocator> run(*this, bytes, {});
    std::vector<std::int64_t> peaks;
    peaks.reserve(static_cast<std::size_t>(m_backends));
    for (const BestFitAllocator& buffer : run.run()) {
        peaks.push_back(buffer.peak());
    }
    return peaks;
}

std::vector<std::int64_t> MemoryPlan::peaks(std::span<const SegmentSizes* const> sizes) const {
    return peaksOf(bytesBySlot(sizes));
}

std::vector<MemoryPlan::Overwrite>::const_iterator MemoryPlan::overwriteFrom(std::size_t step) const {
    return std::lower_bound(m_overwrites.begin(), m_overwrites.end(), step,
                            [](const Overwrite& overwrite, std::size_t first) { return overwrite.step < first; });
}

MemoryPlan::Held MemoryPlan::heldBy(const Step& step) const {
    const Slot& slot = m_slots[step.slot];
    return {slot.part, slot.local, slot.measure == Measure::CardWithExtra};
}

std::vector<MemoryPlan::Held> MemoryPlan::heldAtPeak(int backend, std::span<const SegmentSizes* const> sizes) const {
    const auto buffer = static_cast<std::uint16_t>(backend);
    const std::vector<std::int64_t> bytes = bytesBySlot(sizes);
    const std::size_t last = PlanRun<BestFitAllocator>(*this, bytes, {}).stepOfPeak(buffer);
    std::vector<std::optional<Held>> places(m_places);
    auto overwrite = m_overwrites.begin();
    for (std::size_t i = 0; i <= last && i < m_steps.size(); ++i) {
        for (; overwrite != m_overwrites.end() && overwrite->step <= i; ++overwrite) {
            if (places[overwrite->place]) {
                places[overwrite->place] = Held{overwrite->part, overwrite->local, true};
            }
        }
        const Step& step = m_steps[i];
        if (step.buffer != buffer || step.kind == Kind::Shrink) {
            continue;
        }
        std::optional<Held>& place = places[step.place];
        place.reset();
        if (step.kind == Kind::Allocate && i < last) {
            place = heldBy(step);
        }
    }
    std::vector<Held> held;
    for (const std::optional<Held>& place : places) {
        if (place) {
            held.push_back(*place);
        }
    }
    if (!m_steps.empty() && m_steps[last].buffer == buffer && m_steps[last].kind == Kind::Allocate) {
        held.push_back(heldBy(m_steps[last]));
    }
    return held;
}

std::vector<std::int64_t> planMemory(const ComputeGraph& graph, const GraphBackends& backends) {
    SegmentSizes sizes;
    const std::uint16_t part = 0;
    const MemoryPlan plan(PlanGraph(segmentOf(graph, 0, kNoTensor, sizes)), backends, {&part, 1});
    const SegmentSizes* const all = &sizes;
    return plan.peaks({&all, 1});
}

} // namespace vram
