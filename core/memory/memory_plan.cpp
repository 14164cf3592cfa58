// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/memory_plan.h"

#include "core/memory/graph_scheduler.h"

#include <utility>

namespace vram {

/// Gives every computed tensor of the ordered graph a place and frees it after its last use (ggml_gallocr).
class MemoryPlanner {
public:
    MemoryPlanner(MemoryPlan& plan, const PlanGraph& graph, const GraphBackends& backends)
        : m_plan(plan),
          m_graph(graph),
          m_cpu(backends.cpu()),
          m_states(graph.size()) {
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
                if (source != kNoTensor) {
                    ++state(source).children;
                }
            }
        }
        for (const TensorId id : schedule.order) {
            allocate(id);
            for (const TensorId source : m_graph[id].sources) {
                if (source != kNoTensor) {
                    leave(source);
                }
            }
        }
        m_plan.m_steps.shrink_to_fit();
    }

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
        m_plan.m_steps.push_back({kind, !tensor.copy, own.buffer, own.place, tensor.segment, tensor.local});
    }

    std::uint16_t newPlace() {
        if (!m_freePlaces.empty()) {
            const std::uint16_t place = m_freePlaces.back();
            m_freePlaces.pop_back();
            return place;
        }
        return static_cast<std::uint16_t>(m_plan.m_places++);
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
        m_freePlaces.push_back(own.place);
        own.allocated = false;
    }

    MemoryPlan& m_plan;
    const PlanGraph& m_graph;
    int m_cpu = 0;
    std::vector<State> m_states;
    std::vector<std::uint16_t> m_freePlaces;
};

MemoryPlan::MemoryPlan(PlanGraph graph, const GraphBackends& backends) {
    const GraphSchedule schedule = scheduleGraph(graph, backends);
    MemoryPlanner(*this, graph, backends).run(schedule);
}

std::vector<std::int64_t> MemoryPlan::peaks(std::span<const SegmentSizes* const> sizes) const {
    const auto cpu = static_cast<std::size_t>(m_backends - 1);
    std::vector<BestFitAllocator> buffers(static_cast<std::size_t>(m_backends));
    std::vector<std::int64_t> offsets(m_places);
    for (const Step& step : m_steps) {
        BestFitAllocator& buffer = buffers[step.buffer];
        const TensorSize& size = (*sizes[step.segment])[step.local];
        const std::int64_t bytes = step.buffer == cpu ? size.host : step.withExtra ? size.cardWithExtra : size.card;
        std::int64_t& offset = offsets[step.place];
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
    std::vector<std::int64_t> peaks;
    peaks.reserve(buffers.size());
    for (const BestFitAllocator& buffer : buffers) {
        peaks.push_back(buffer.peak());
    }
    return peaks;
}

std::vector<std::int64_t> planMemory(const ComputeGraph& graph, const GraphBackends& backends) {
    SegmentSizes sizes;
    const MemoryPlan plan(PlanGraph(segmentOf(graph, 0, kNoTensor, sizes)), backends);
    const SegmentSizes* const all = &sizes;
    return plan.peaks({&all, 1});
}

} // namespace vram
