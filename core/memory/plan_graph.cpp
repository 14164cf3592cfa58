// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/plan_graph.h"

#include "core/units/bytes.h"

namespace vram {

namespace {

constexpr std::int64_t kQuantizedRow = 512; // MATRIX_ROW_PADDING: quantized rows on a card are padded to it

/// Rows by which a card decides whether copying the weights pays (ggml-cuda, get_op_batch_size).
std::int64_t batchOf(const GraphTensor& node) {
    switch (node.op) {
    case GraphOp::GetRows:
        return 0;
    case GraphOp::MatMul:
        return node.shape[1];
    case GraphOp::MatMulId:
    case GraphOp::Rope:
        return node.shape[2];
    default:
        return node.rows();
    }
}

TensorSize sizeOf(const GraphTensor& tensor) {
    RawSize raw{tensor.bytes(), tensor.gpuExtra, 0};
    if (tensor.layout.quantized()) {
        const std::int64_t rest = tensor.shape[0] % kQuantizedRow;
        raw.padding = rest != 0 ? (kQuantizedRow - rest) / tensor.layout.blockValues * tensor.layout.blockBytes : 0;
    }
    return {raw.onHost(), raw.onCard(), raw.onCardWithExtra(), tensor.label, raw, 0};
}

bool sameLayout(const GraphTensor& a, const GraphTensor& b) {
    return a.layout == b.layout && a.shape == b.shape && a.stride == b.stride;
}

} // namespace

Segment segmentOf(const ComputeGraph& graph, TensorId begin, TensorId residual, SegmentSizes& sizes) {
    const auto end = static_cast<TensorId>(graph.size());
    const auto coded = [&](TensorId id) {
        return id == kNoTensor  ? kNoTensor
               : id >= begin    ? id - begin
               : id == residual ? Segment::kResidual
                                : Segment::kShared - id;
    };
    Segment segment;
    const auto count = static_cast<std::size_t>(end - begin);
    segment.tensors.resize(count);
    sizes.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const GraphTensor& from = graph[begin + static_cast<TensorId>(i)];
        PlanTensor& to = segment.tensors[i];
        to.op = from.op;
        to.home = from.home;
        to.kept = from.kept;
        to.backend = from.backend;
        to.viewOf = coded(from.viewOf);
        bool weights = false;
        for (std::size_t s = 0; s < kGraphSources && from.sources[s] != kNoTensor; ++s) {
            to.sources[s] = coded(from.sources[s]);
            weights = weights || graph[from.sources[s]].home == GraphTensor::Home::Weights;
            if ((from.op == GraphOp::InPlace || from.op == GraphOp::Rope) && sameLayout(from, graph[from.sources[s]])) {
                to.overwrites = static_cast<std::uint8_t>(to.overwrites | 1U << s);
            }
        }
        sizes[i] = sizeOf(from);
        sizes[i].batch = weights ? batchOf(from) : 0;
        to.largeBatch = sizes[i].batch >= kOffloadBatch;
    }
    segment.order.reserve(graph.order().size());
    for (const TensorId id : graph.order()) {
        segment.order.push_back(coded(id));
    }
    return segment;
}

TensorId PlanGraph::duplicate(TensorId source, int backend) {
    const PlanTensor& from = (*this)[source];
    PlanTensor tensor;
    tensor.backend = static_cast<std::int16_t>(backend);
    tensor.copy = true;
    tensor.segment = from.segment;
    tensor.local = from.local;
    m_tensors.push_back(tensor);
    return static_cast<TensorId>(m_tensors.size() - 1);
}

TensorId PlanGraph::keepAlive(TensorId source) {
    PlanTensor tensor;
    tensor.backend = (*this)[source].backend;
    tensor.viewOf = (*this)[source].isView() ? (*this)[source].viewOf : source;
    tensor.sources[0] = source;
    m_tensors.push_back(tensor);
    return static_cast<TensorId>(m_tensors.size() - 1);
}

/// Puts segments one behind the other, each asking for the result of the one before where it first needs it.
class SegmentJoiner {
public:
    SegmentJoiner(PlanGraph& graph, std::span<const PlacedSegment> segments, const GraphBackends& backends)
        : m_graph(graph),
          m_segments(segments),
          m_backends(backends) {
        const std::size_t shared = segments[0].segment->tensors.size();
        std::size_t tensors = 0;
        m_begins.reserve(segments.size());
        for (const PlacedSegment& placed : segments) {
            m_begins.push_back(static_cast<TensorId>(tensors));
            tensors += placed.segment->tensors.size();
        }
        m_graph.m_tensors.reserve(2 * tensors);
        m_graph.m_nodes.reserve(tensors);
        m_graph.m_leafs.reserve(tensors);
        m_graph.m_tensors.resize(tensors);
        m_sharedPlaced.assign(shared, false);
        m_sharedByBackend.assign(shared * static_cast<std::size_t>(backends.count()), kNoTensor);
    }

    void run() {
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            place(i);
        }
        for (std::size_t i = 1; i < m_segments.size(); ++i) {
            follow(i, m_segments[i].segment->order);
        }
    }

private:
    [[nodiscard]] TensorId shared(TensorId id, int backend) {
        const PlanTensor& tensor = m_segments[0].segment->tensors[static_cast<std::size_t>(id)];
        if (tensor.backend != kOfSegment) {
            return id;
        }
        TensorId& own = m_sharedByBackend[static_cast<std::size_t>(id) * static_cast<std::size_t>(m_backends.count()) +
                                          static_cast<std::size_t>(backend)];
        if (own == kNoTensor) {
            PlanTensor copy = m_graph[id];
            copy.backend = static_cast<std::int16_t>(backend);
            m_graph.m_tensors.push_back(copy);
            own = static_cast<TensorId>(m_graph.size() - 1);
        }
        return own;
    }

    [[nodiscard]] TensorId idOf(std::size_t segment, TensorId code) {
        if (code >= 0) {
            return m_begins[segment] + code;
        }
        if (code == kNoTensor) {
            return kNoTensor;
        }
        if (code == Segment::kResidual) {
            return idOf(segment - 1, m_segments[segment - 1].segment->out);
        }
        return shared(Segment::kShared - code, m_segments[segment].backend);
    }

    void place(std::size_t index) {
        const int backend = m_segments[index].backend;
        const auto card = static_cast<std::int16_t>(backend != m_backends.cpu() && m_backends.gpus > 1 ? backend : -1);
        const std::vector<PlanTensor>& tensors = m_segments[index].segment->tensors;
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            PlanTensor tensor = tensors[i];
            tensor.segment = static_cast<std::uint16_t>(index);
            tensor.local = static_cast<std::uint32_t>(i);
            if (index > 0) {
                tensor.viewOf = idOf(index, tensor.viewOf);
                for (TensorId& source : tensor.sources) {
                    if (source == kNoTensor) {
                        break;
                    }
                    source = idOf(index, source);
                }
                if (tensor.backend == kOfSegment) {
                    tensor.backend = static_cast<std::int16_t>(backend);
                } else if (tensor.backend == kOfSegmentCard) {
                    tensor.backend = card;
                } else if (tensor.backend == kInRam) {
                    tensor.backend = static_cast<std::int16_t>(m_backends.cpu());
                }
            }
            m_graph[m_begins[index] + static_cast<TensorId>(i)] = tensor;
        }
    }

    void follow(std::size_t index, const std::vector<TensorId>& order) {
        for (const TensorId code : order) {
            if (code == Segment::kResidual) {
                follow(index - 1, m_segments[index - 1].segment->tail);
            } else if (code <= Segment::kShared) {
                const auto id = static_cast<std::size_t>(Segment::kShared - code);
                if (!m_sharedPlaced[id]) {
                    m_sharedPlaced[id] = true;
                    m_graph.append(static_cast<TensorId>(id));
                }
            } else {
                m_graph.append(m_begins[index] + code);
            }
        }
    }

    PlanGraph& m_graph;
    std::span<const PlacedSegment> m_segments;
    GraphBackends m_backends;
    std::vector<TensorId> m_begins;
    std::vector<bool> m_sharedPlaced;
    std::vector<TensorId> m_sharedByBackend;
};

PlanGraph::PlanGraph(std::span<const PlacedSegment> segments, const GraphBackends& backends) {
    SegmentJoiner(*this, segments, backends).run();
}

PlanGraph::PlanGraph(const Segment& whole) : m_tensors(whole.tensors) {
    for (std::size_t i = 0; i < m_tensors.size(); ++i) {
        m_tensors[i].local = static_cast<std::uint32_t>(i);
    }
    for (const TensorId id : whole.order) {
        append(id);
    }
}

} // namespace vram
