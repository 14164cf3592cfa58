// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/memory_plan.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vram {

/// The steps with sizes.
class MemoryPlan::Run {
public:
    Run(const MemoryPlan& plan, std::span<const SegmentSizes* const> sizes)
        : m_plan(plan),
          m_sizes(sizes),
          m_cpu(static_cast<std::size_t>(plan.m_backends - 1)),
          m_buffers(static_cast<std::size_t>(plan.m_backends)),
          m_offsets(plan.m_places) {}

    std::vector<std::int64_t> peaks() {
        std::size_t done = 0;
        for (const Stretch& stretch : m_plan.m_stretches) {
            steps(done, stretch.begin);
            repeat(stretch);
            done = stretch.begin + stretch.period * stretch.count;
        }
        steps(done, m_plan.m_steps.size());
        std::vector<std::int64_t> peaks;
        peaks.reserve(m_buffers.size());
        for (const BestFitAllocator& buffer : m_buffers) {
            peaks.push_back(buffer.peak());
        }
        return peaks;
    }

    /// The step after which the buffer first has its peak.
    std::size_t stepOfPeak(std::size_t buffer) {
        std::size_t peakAt = 0;
        for (std::size_t i = 0; i < m_plan.m_steps.size(); ++i) {
            const std::int64_t before = m_buffers[buffer].peak();
            steps(i, i + 1);
            peakAt = m_buffers[buffer].peak() > before ? i : peakAt;
        }
        return peakAt;
    }

private:
    void steps(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const Step& step = m_plan.m_steps[i];
            BestFitAllocator& buffer = m_buffers[step.buffer];
            const TensorSize& size = (*m_sizes[step.part])[step.local];
            const std::int64_t bytes = step.buffer == m_cpu ? size.host
                                       : step.withExtra     ? size.cardWithExtra
                                                            : size.card;
            std::int64_t& offset = m_offsets[step.place];
            switch (step.kind) {
            case Kind::Allocate:
                offset = buffer.allocate(bytes);
                break;
            case Kind::Release:
                buffer.release(offset, bytes);
                break;
            case Kind::Shrink:
                if (bytes > size.card) {
                    buffer.release(offset + size.card, bytes - size.card);
                }
                break;
            }
        }
    }

    void repeat(const Stretch& stretch) {
        constexpr std::size_t kKept = 3; // where the residual lies comes back after 1, 2 or 3 layers
        for (std::size_t i = 0; i < stretch.count; ++i) {
            const std::size_t left = stretch.count - i;
            if (left > 1) {
                std::vector<std::int64_t>& now = m_states[i % (kKept + 1)];
                look(stretch, now);
                for (std::size_t back = 1; back <= std::min({kKept, i, left}); ++back) {
                    if (m_states[(i - back) % (kKept + 1)] == now) {
                        for (std::size_t rest = left % back; rest > 0; --rest) {
                            steps(stretch.begin, stretch.begin + stretch.period);
                        }
                        return;
                    }
                }
            }
            steps(stretch.begin, stretch.begin + stretch.period);
        }
    }

    void look(const Stretch& stretch, std::vector<std::int64_t>& state) const {
        state.clear();
        for (const std::uint16_t place : stretch.places) {
            state.push_back(m_offsets[place]);
        }
        for (const std::uint16_t buffer : stretch.buffers) {
            m_buffers[buffer].describe(state);
        }
    }

    const MemoryPlan& m_plan;
    std::span<const SegmentSizes* const> m_sizes;
    std::size_t m_cpu = 0;
    std::vector<BestFitAllocator> m_buffers;
    std::vector<std::int64_t> m_offsets;
    std::array<std::vector<std::int64_t>, 4> m_states;
};

std::vector<std::int64_t> MemoryPlan::peaks(std::span<const SegmentSizes* const> sizes) const {
    return Run(*this, sizes).peaks();
}

std::vector<MemoryPlan::Held> MemoryPlan::heldAtPeak(int backend, std::span<const SegmentSizes* const> sizes) const {
    const auto buffer = static_cast<std::uint16_t>(backend);
    const std::size_t last = Run(*this, sizes).stepOfPeak(buffer);
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
            place = Held{step.part, step.local, step.withExtra};
        }
    }
    std::vector<Held> held;
    for (const std::optional<Held>& place : places) {
        if (place) {
            held.push_back(*place);
        }
    }
    if (!m_steps.empty() && m_steps[last].buffer == buffer && m_steps[last].kind == Kind::Allocate) {
        held.push_back({m_steps[last].part, m_steps[last].local, m_steps[last].withExtra});
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
