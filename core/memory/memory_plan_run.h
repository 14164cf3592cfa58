// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memory_plan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace vram {

/// The steps of a plan with sizes: numbers (BestFitAllocator), or sums of named sizes (SumAllocator).
template <typename Allocator>
class PlanRun {
public:
    using Number = typename Allocator::Number;

    static constexpr std::size_t kAll = ~std::size_t{0};

    /// `bytes` by slot; both must outlive this object. Every buffer starts as `empty`; buffers do not depend on each
    /// other: `only` one of them may be run.
    PlanRun(const MemoryPlan& plan, std::span<const Number> bytes, const Allocator& empty, std::size_t only = kAll)
        : m_plan(plan),
          m_bytes(bytes),
          m_only(only),
          m_buffers(static_cast<std::size_t>(plan.m_backends), empty),
          m_offsets(plan.m_places) {}

    const std::vector<Allocator>& run() {
        std::size_t done = 0;
        for (const auto& stretch : m_plan.m_stretches) {
            steps(done, stretch.begin);
            repeat(stretch);
            done = stretch.begin + stretch.period * stretch.count;
        }
        steps(done, m_plan.m_steps.size());
        return m_buffers;
    }

    /// The step after which the buffer first has its peak.
    std::size_t stepOfPeak(std::size_t buffer) {
        std::size_t peakAt = 0;
        for (std::size_t i = 0; i < m_plan.m_steps.size(); ++i) {
            const Number before = m_buffers[buffer].peak();
            steps(i, i + 1);
            peakAt = m_buffers[buffer].peak() > before ? i : peakAt;
        }
        return peakAt;
    }

private:
    using Kind = MemoryPlan::Kind;
    using Stretch = MemoryPlan::Stretch;

    void steps(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const MemoryPlan::Step& step = m_plan.m_steps[i];
            if (m_only != kAll && m_only != step.buffer) {
                continue;
            }
            Allocator& buffer = m_buffers[step.buffer];
            const Number& bytes = m_bytes[step.slot];
            Number& offset = m_offsets[step.place];
            switch (step.kind) {
            case Kind::Allocate:
                offset = buffer.allocate(bytes);
                break;
            case Kind::Release:
                buffer.release(offset, bytes);
                break;
            case Kind::Shrink:
                buffer.shrink(offset, bytes, m_bytes[step.kept]);
                break;
            }
        }
    }

    void repeat(const Stretch& stretch) {
        constexpr std::size_t kKept = 3; // where the residual lies comes back after 1, 2 or 3 layers
        for (std::size_t i = 0; i < stretch.count; ++i) {
            const std::size_t left = stretch.count - i;
            if (left > 1) {
                std::vector<Number>& now = m_states[i % (kKept + 1)];
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

    void look(const Stretch& stretch, std::vector<Number>& state) const {
        state.clear();
        for (const std::uint16_t place : stretch.places) {
            state.push_back(m_offsets[place]);
        }
        for (const std::uint16_t buffer : stretch.buffers) {
            m_buffers[buffer].describe(state);
        }
    }

    const MemoryPlan& m_plan;
    std::span<const Number> m_bytes;
    std::size_t m_only = kAll;
    std::vector<Allocator> m_buffers;
    std::vector<Number> m_offsets;
    std::array<std::vector<Number>, 4> m_states;
};

} // namespace vram
