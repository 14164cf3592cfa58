// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/graph_scheduler.h"

#include <algorithm>

namespace vram {

namespace {

constexpr std::size_t kSplitInputs = 30; // GGML_SCHED_MAX_SPLIT_INPUTS

using Home = GraphTensor::Home;

/// Assigns backends and cuts the graph where the backend changes, as ggml_backend_sched_split_graph does.
class Scheduler {
public:
    Scheduler(PlanGraph& graph, const GraphBackends& backends) : m_graph(graph), m_backends(backends) {
        m_schedule.order.reserve(graph.nodes().size() * 2);
    }

    GraphSchedule run() {
        for (const TensorId id : m_graph.nodes()) {
            PlanTensor& node = m_graph[id];
            if (node.backend < 0) {
                node.backend = static_cast<std::int16_t>(backendByData(node));
                m_unassigned += node.backend < 0 && node.op != GraphOp::View ? 1 : 0;
            }
        }
        const int cpu = m_backends.cpu();
        for (const TensorId id : m_graph.leafs()) {
            PlanTensor& leaf = m_graph[id];
            if (leaf.home == Home::Input) {
                leaf.backend = static_cast<std::int16_t>(cpu);
            }
        }
        if (m_backends.gpus > 0) { // cards take what is next to them first
            spread(true, cpu);
            spread(false, cpu);
        }
        if (m_unassigned > 0) {
            spread(true, -1);
            spread(false, -1);
        }
        assignSources();
        split();
        return std::move(m_schedule);
    }

private:
    [[nodiscard]] int backendByData(const PlanTensor& node) const {
        if (node.isView() && m_graph[node.viewOf].external()) {
            return m_graph[node.viewOf].backend;
        }
        if (node.op == GraphOp::Rope || node.op == GraphOp::FusedAttention) {
            return -1;
        }
        for (const TensorId id : node.sources) {
            if (id == kNoTensor) {
                break;
            }
            if (m_graph[id].home != Home::Weights) {
                continue;
            }
            const int backend = m_graph[id].backend;
            return backend == m_backends.cpu() && m_backends.gpus > 0 && node.largeBatch ? 0 : backend;
        }
        return -1;
    }

    /// Carries an assignment on to unassigned neighbours; one of `stop` is not carried.
    void spread(bool forward, int stop) {
        const std::vector<TensorId>& nodes = m_graph.nodes();
        int current = -1;
        const auto visit = [&](TensorId id) {
            PlanTensor& node = m_graph[id];
            if (node.op == GraphOp::View) {
                return;
            }
            if (node.backend >= 0) {
                current = node.backend == stop ? -1 : node.backend;
            } else if (current >= 0) {
                node.backend = static_cast<std::int16_t>(current);
                --m_unassigned;
            }
        };
        if (forward) {
            std::for_each(nodes.begin(), nodes.end(), visit);
        } else {
            std::for_each(nodes.rbegin(), nodes.rend(), visit);
        }
    }

    void assignSources() {
        for (const TensorId id : m_graph.nodes()) {
            PlanTensor& node = m_graph[id];
            if (node.isView() && node.backend < 0) {
                node.backend = m_graph[node.viewOf].backend;
            }
            for (const TensorId sourceId : node.sources) {
                if (sourceId == kNoTensor) {
                    break;
                }
                PlanTensor& source = m_graph[sourceId];
                if (source.backend < 0) {
                    source.backend = source.isView() ? m_graph[source.viewOf].backend : node.backend;
                }
            }
            if (node.backend < 0) {
                node.backend = 0;
            }
        }
    }

    struct Copy {
        TensorId source = kNoTensor;
        int backend = 0;
        TensorId copy = kNoTensor;
        std::int32_t previous = -1; ///< index of another copy of the same source
    };

    [[nodiscard]] TensorId copyOf(TensorId source, int backend) const {
        const auto index = static_cast<std::size_t>(source);
        std::int32_t i = index < m_latest.size() ? m_latest[index] : -1;
        while (i >= 0) {
            const Copy& copy = m_copies[static_cast<std::size_t>(i)];
            if (copy.backend == backend) {
                return copy.copy;
            }
            i = copy.previous;
        }
        return kNoTensor;
    }

    void addCopy(TensorId source, int backend, TensorId copy) {
        const auto index = static_cast<std::size_t>(source);
        if (index >= m_latest.size()) {
            m_latest.resize(m_graph.size(), -1);
        }
        m_copies.push_back({source, backend, copy, m_latest[index]});
        m_latest[index] = static_cast<std::int32_t>(m_copies.size() - 1);
    }

    /// Weights of another backend start a new part once the current one has inputs: their room is used again.
    [[nodiscard]] bool needsNewPart(const PlanTensor& node, int current, std::size_t inputs) const {
        if (inputs == 0) {
            return false;
        }
        for (const TensorId id : node.sources) {
            if (id == kNoTensor) {
                break;
            }
            const PlanTensor& source = m_graph[id];
            const bool elsewhere = source.backend != current;
            if (elsewhere && source.home == Home::Weights) {
                return true;
            }
            if (elsewhere && inputs >= kSplitInputs && copyOf(id, current) == kNoTensor) {
                return true;
            }
        }
        return false;
    }

    void split() {
        const std::vector<TensorId>& nodes = m_graph.nodes();
        std::size_t first = 0;
        while (first < nodes.size() && m_graph[nodes[first]].op == GraphOp::View) {
            ++first;
        }
        if (first == nodes.size()) {
            m_schedule.order = nodes;
            return;
        }
        std::size_t begin = 0;
        int current = m_graph[nodes[first]].backend;
        std::vector<Copy> inputs;
        for (std::size_t i = first; i < nodes.size(); ++i) {
            const PlanTensor& node = m_graph[nodes[i]];
            if (node.op == GraphOp::View) {
                continue;
            }
            if (node.segment >= m_schedule.entries.size()) {
                m_schedule.entries.resize(node.segment + std::size_t{1}, {current, inputs.size()});
            }
            const int backend = node.backend; // finishPart() adds tensors: `node` does not outlive it
            if (backend != current || needsNewPart(node, current, inputs.size())) {
                finishPart(nodes, begin, i, inputs);
                begin = i;
                current = backend;
                inputs.clear();
            }
            redirect(nodes[i], current, inputs);
        }
        finishPart(nodes, begin, nodes.size(), inputs);
    }

    void redirect(TensorId node, int current, std::vector<Copy>& inputs) {
        for (std::size_t s = 0; s < kGraphSources; ++s) {
            const TensorId source = m_graph[node].sources[s];
            if (source == kNoTensor) {
                break;
            }
            if (m_backends.inputCopies > 1 && m_graph[source].home == Home::Input) {
                repeatInput(source);
            }
            if (m_graph[source].backend == current) {
                continue;
            }
            TensorId copy = copyOf(source, current);
            if (copy == kNoTensor) {
                copy = m_graph.duplicate(source, current);
                addCopy(source, current, copy);
                inputs.push_back(m_copies.back());
                for (int i = 1; i < m_backends.inputCopies; ++i) {
                    m_schedule.permanent.push_back(m_graph.duplicate(source, current));
                }
                if (m_backends.inputCopies > 1) {
                    m_schedule.permanent.push_back(copy);
                }
            }
            m_graph[node].sources[s] = copy;
        }
    }

    /// A pipeline keeps several copies of what the host sets.
    void repeatInput(TensorId source) {
        const int backend = m_graph[source].backend;
        if (copyOf(source, backend) != kNoTensor) {
            return;
        }
        addCopy(source, backend, source);
        m_schedule.permanent.push_back(source);
        for (int i = 1; i < m_backends.inputCopies; ++i) {
            m_schedule.permanent.push_back(m_graph.duplicate(source, backend));
        }
    }

    void finishPart(const std::vector<TensorId>& nodes, std::size_t begin, std::size_t end,
                    const std::vector<Copy>& inputs) {
        for (const Copy& input : inputs) {
            m_schedule.order.push_back(m_graph.keepAlive(input.source));
            m_schedule.order.push_back(input.copy);
        }
        m_schedule.order.insert(m_schedule.order.end(), nodes.begin() + static_cast<std::ptrdiff_t>(begin),
                                nodes.begin() + static_cast<std::ptrdiff_t>(end));
    }

    PlanGraph& m_graph;
    GraphBackends m_backends;
    std::size_t m_unassigned = 0; ///< nodes without a backend, views aside
    std::vector<Copy> m_copies;
    std::vector<std::int32_t> m_latest; ///< by source: index of its latest copy; -1: none
    GraphSchedule m_schedule;
};

} // namespace

GraphSchedule scheduleGraph(PlanGraph& graph, const GraphBackends& backends) {
    return Scheduler(graph, backends).run();
}

} // namespace vram
