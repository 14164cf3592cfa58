// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/memory_plan.h"

#include "core/memory/graph_scheduler.h"
#include "core/memory/plan_slots.h"

#include <algorithm>
#include <utility>

namespace vram {

/// Gives every computed tensor of the ordered graph a place and frees it after its last use (ggml_gallocr).
class MemoryPlanner {
public:
    MemoryPlanner(MemoryPlan& plan, const PlanGraph& graph, const GraphBackends& backends,
                  std::span<const std::uint16_t> parts)
        : m_plan(plan),
          m_graph(graph),
          m_parts(parts),
          m_cpu(backends.cpu()),
          m_states(graph.size()),
          m_slots(plan.m_slots) {
        m_plan.m_backends = backends.count();
        m_plan.m_steps.reserve(graph.size());
    }

    void run(const GraphSchedule& schedule) {
        for (const TensorId id : schedule.permanent) {
            state(id).permanent = true;
            allocate(id);
        }
        for (const TensorId id : m_graph.leafs()) {
            allocate(id);
        }
        for (const TensorId id : schedule.order) {
            const PlanTensor& node = m_graph[id];
            if (node.isView() && node.op != GraphOp::None) {
                ++state(node.viewOf).views;
            }
            for (const TensorId source : node.sources) {
                if (source == kNoTensor) {
                    break;
                }
                ++state(source).children;
            }
        }
        for (const TensorId id : schedule.order) {
            allocate(id);
            for (const TensorId source : m_graph[id].sources) {
                if (source == kNoTensor) {
                    break;
                }
                leave(source);
            }
        }
        m_plan.m_steps.shrink_to_fit();
        m_plan.m_overwrites.shrink_to_fit();
    }
    /// For each segment the step in which its first tensor got a place.
    [[nodiscard]] const std::vector<std::size_t>& segmentBegins() const { return m_segmentBegins; }

private:
    struct State {
        std::int32_t children = 0;
        std::int32_t views = 0;
        bool allocated = false;
        bool permanent = false;
        std::uint16_t buffer = 0;
        std::uint16_t place = 0;
    };
    State& state(TensorId id) { return m_states[static_cast<std::size_t>(id)]; }

    void step(MemoryPlan::Kind kind, TensorId id) {
        const PlanTensor& tensor = m_graph[id];
        const State& own = state(id);
        // Copies that live throughout come first, wherever the original stands.
        if (kind == MemoryPlan::Kind::Allocate && !own.permanent && tensor.segment >= m_segmentBegins.size()) {
            m_segmentBegins.resize(tensor.segment + std::size_t{1}, m_plan.m_steps.size());
        }
        const bool host = own.buffer == m_cpu;
        const std::uint16_t slot = slotOf(tensor, host          ? MemoryPlan::Measure::Host
                                                  : tensor.copy ? MemoryPlan::Measure::Card
                                                                : MemoryPlan::Measure::CardWithExtra);
        const std::uint16_t kept = kind == MemoryPlan::Kind::Shrink ? slotOf(tensor, MemoryPlan::Measure::Card) : slot;
        m_plan.m_steps.push_back({kind, own.buffer, own.place, slot, kept});
    }

    std::uint16_t slotOf(const PlanTensor& tensor, MemoryPlan::Measure measure) {
        return m_slots.indexOf({m_parts[tensor.segment], measure, tensor.local});
    }

    /// The lowest free one, so that equal layers use equal places.
    std::uint16_t newPlace() {
        const auto found = std::find(m_placeUsed.begin(), m_placeUsed.end(), false);
        const auto place = static_cast<std::uint16_t>(found - m_placeUsed.begin());
        if (found == m_placeUsed.end()) {
            m_placeUsed.push_back(true);
            m_plan.m_places = m_placeUsed.size();
        } else {
            *found = true;
        }
        return place;
    }

    bool overwrite(TensorId id) {
        const PlanTensor& node = m_graph[id];
        for (std::size_t i = 0; i < kGraphSources; ++i) {
            const TensorId parentId = node.sources[i];
            if (parentId == kNoTensor || (node.overwrites >> i & 1U) == 0) {
                continue;
            }
            const PlanTensor& parent = m_graph[parentId];
            State& of = state(parentId);
            if (!of.allocated || of.permanent || parent.kept || of.children != 1 || of.views != 0) {
                continue;
            }
            State& own = state(id);
            own.buffer = of.buffer;
            own.place = of.place;
            of.allocated = false;
            if (parent.op == GraphOp::FusedAttention && own.buffer != m_cpu) {
                step(MemoryPlan::Kind::Shrink, parentId);
            }
            m_plan.m_overwrites.push_back(
                {static_cast<std::uint32_t>(m_plan.m_steps.size()), node.local, m_parts[node.segment], own.place});
            return true;
        }
        return false;
    }

    void allocate(TensorId id) {
        const PlanTensor& tensor = m_graph[id];
        State& own = state(id);
        if (own.allocated || tensor.external() || tensor.isView()) {
            return;
        }
        own.allocated = true;
        if (tensor.overwrites != 0 && overwrite(id)) {
            return;
        }
        own.buffer = static_cast<std::uint16_t>(tensor.backend);
        own.place = newPlace();
        step(MemoryPlan::Kind::Allocate, id);
    }

    void leave(TensorId id) {
        State& own = state(id);
        --own.children;
        if (own.children != 0 || own.views != 0) {
            return;
        }
        const PlanTensor& tensor = m_graph[id];
        if (!tensor.isView()) {
            release(id);
            return;
        }
        State& root = state(tensor.viewOf);
        --root.views;
        if (root.views == 0 && root.children == 0) {
            release(tensor.viewOf);
        }
    }

    void release(TensorId id) {
        State& own = state(id);
        if (!own.allocated || own.permanent || m_graph[id].kept) {
            return;
        }
        step(MemoryPlan::Kind::Release, id);
        m_placeUsed[own.place] = false;
        own.allocated = false;
    }

    MemoryPlan& m_plan;
    const PlanGraph& m_graph;
    std::span<const std::uint16_t> m_parts;
    int m_cpu = 0;
    std::vector<State> m_states;
    PlanSlots m_slots;
    std::vector<bool> m_placeUsed;
    std::vector<std::size_t> m_segmentBegins;
};

/// Finds the steps that equal layers one after another repeat.
class StretchFinder {
public:
    StretchFinder(MemoryPlan& plan, const std::vector<std::size_t>& segmentBegins)
        : m_plan(plan),
          m_begins(segmentBegins),
          m_used(plan.m_places) {}

    void run() {
        constexpr std::size_t kLongestPeriod = 12; // layers
        constexpr std::size_t kFewest = 3;         // repetitions that can save one
        const std::size_t segments = m_begins.size();
        for (std::size_t first = 0; first + 1 < segments;) {
            MemoryPlan::Stretch best;
            std::size_t layers = 0;
            std::size_t bestEnd = 0; // of what is like the steps a period before
            for (std::size_t period = 1; period <= kLongestPeriod && first + period < segments; ++period) {
                const std::size_t begin = m_begins[first];
                const std::size_t length = m_begins[first + period] - begin;
                // Several periods at once end where the period itself does, and leave more over.
                if (best.count > 0 && begin + length <= bestEnd && length % best.period == 0) {
                    continue;
                }
                const std::size_t end = length > 0 ? endOfRepetitions(begin, length) : begin;
                const std::size_t count = length > 0 ? (end - begin) / length : 0;
                if (count >= kFewest && count * length > best.count * best.period) {
                    best = {begin, length, count, {}, {}};
                    layers = count * period;
                    bestEnd = end;
                }
            }
            if (best.count > 0) {
                note(best);
                m_plan.m_stretches.push_back(std::move(best));
                first += layers;
            } else {
                ++first;
            }
        }
    }

private:
    using Kind = MemoryPlan::Kind;

    [[nodiscard]] std::size_t endOfRepetitions(std::size_t begin, std::size_t length) const {
        const std::vector<MemoryPlan::Step>& steps = m_plan.m_steps;
        std::size_t end = begin + length;
        while (end < steps.size() && steps[end] == steps[end - length]) {
            ++end;
        }
        return end;
    }

    void note(MemoryPlan::Stretch& stretch) {
        for (; m_seen < stretch.begin; ++m_seen) {
            const MemoryPlan::Step& step = m_plan.m_steps[m_seen];
            m_used[step.place] = step.kind != Kind::Release;
        }
        for (std::size_t place = 0; place < m_used.size(); ++place) {
            if (m_used[place]) {
                stretch.places.push_back(static_cast<std::uint16_t>(place));
            }
        }
        for (std::size_t i = 0; i < stretch.period; ++i) {
            const std::uint16_t buffer = m_plan.m_steps[stretch.begin + i].buffer;
            if (std::find(stretch.buffers.begin(), stretch.buffers.end(), buffer) == stretch.buffers.end()) {
                stretch.buffers.push_back(buffer);
            }
        }
    }

    MemoryPlan& m_plan;
    const std::vector<std::size_t>& m_begins;
    std::size_t m_seen = 0;
    std::vector<bool> m_used;
};

MemoryPlan::Planned MemoryPlan::plan(PlanGraph graph, const GraphBackends& backends,
                                     std::span<const std::uint16_t> parts) {
    const GraphSchedule schedule = scheduleGraph(graph, backends);
    MemoryPlanner planner(*this, graph, backends, parts);
    planner.run(schedule);
    return {planner.segmentBegins(), schedule.entries};
}

void MemoryPlan::findStretches(const std::vector<std::size_t>& segmentBegins) {
    StretchFinder(*this, segmentBegins).run();
}

MemoryPlan::MemoryPlan(PlanGraph graph, const GraphBackends& backends, std::span<const std::uint16_t> parts) {
    findStretches(plan(std::move(graph), backends, parts).segmentBegins);
}

} // namespace vram
