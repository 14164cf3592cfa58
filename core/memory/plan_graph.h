// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/compute_graph.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vram {

/// Bytes of one tensor before they are rounded up, and after.
struct RawSize {
    std::int64_t bytes = 0;
    std::int64_t extra = 0;   ///< work space behind it on a card
    std::int64_t padding = 0; ///< of its last quantized row on a card
    friend bool operator==(const RawSize&, const RawSize&) = default;

    static constexpr std::int64_t kHostAlignment = 32;  // TENSOR_ALIGNMENT; the CUDA host buffer has the CPU's
    static constexpr std::int64_t kCardAlignment = 128; // ggml-cuda
    [[nodiscard]] constexpr std::int64_t onHost() const { return aligned(bytes, kHostAlignment); }
    [[nodiscard]] constexpr std::int64_t onCard() const { return aligned(bytes + padding, kCardAlignment); }
    [[nodiscard]] constexpr std::int64_t onCardWithExtra() const {
        return extra > 0 ? aligned(aligned(bytes, kCardAlignment) + extra + padding, kCardAlignment) : onCard();
    }

private:
    static constexpr std::int64_t aligned(std::int64_t size, std::int64_t alignment) {
        return (size + alignment - 1) & -alignment;
    }
};

/// What a tensor takes in a buffer, rounded up to the buffer's alignment, and what for.
struct TensorSize {
    std::int64_t host = 0;
    std::int64_t card = 0;
    std::int64_t cardWithExtra = 0; ///< with the operation's work space behind it
    GraphLabel label{};
    RawSize raw;
    std::int64_t batch = 0; ///< rows by which a card decides whether copying the node's weights pays; 0: has none
};

/// What the scheduler and the planner must know of a tensor besides its size. Two graphs that agree in this are planned
/// by the same steps.
struct PlanTensor {
    GraphOp op = GraphOp::None;
    GraphTensor::Home home = GraphTensor::Home::Computed;
    bool kept = false;
    bool largeBatch = false;     ///< has weights, and enough rows for a card to compute with them where they lie in RAM
    std::uint8_t overwrites = 0; ///< bit i: the layout is that of source i
    bool copy = false;           ///< added by the scheduler: without the work space of what it copies
    std::int16_t backend = -1;   ///< see GraphTensor
    std::uint16_t segment = 0;   ///< whose size it is: of tensor `local` of this segment
    std::uint32_t local = 0;
    TensorId viewOf = kNoTensor;
    /// The first ones; kNoTensor behind them.
    std::array<TensorId, kGraphSources> sources{kNoTensor, kNoTensor, kNoTensor, kNoTensor,
                                                kNoTensor, kNoTensor, kNoTensor};

    [[nodiscard]] bool external() const {
        return home == GraphTensor::Home::Weights || home == GraphTensor::Home::Cache;
    }
    [[nodiscard]] bool isView() const { return viewOf != kNoTensor; }
    friend bool operator==(const PlanTensor&, const PlanTensor&) = default;
};

/// A stretch of a graph that is built once and put anywhere: the shared inputs, the embedding, a layer of one kind, the
/// output. Ids of its own tensors start at 0; others are the codes below.
struct Segment {
    static constexpr TensorId kResidual = -2; ///< what the segment before gives
    static constexpr TensorId kShared = -3;   ///< kShared - i: tensor i of the shared segment

    std::vector<PlanTensor> tensors;
    std::vector<TensorId> order; ///< of execution, leafs among them
    std::vector<TensorId> tail;  ///< what only its result needs: in order once the next segment asks for it
    TensorId out = kNoTensor;

    friend bool operator==(const Segment&, const Segment&) = default;
};
using SegmentSizes = std::vector<TensorSize>;

/// Rows from which a card computes with weights that lie in RAM.
constexpr std::int64_t kOffloadBatch = 32;

/// A segment of the graph where it lies.
struct PlacedSegment {
    const Segment* segment = nullptr;
    int backend = 0;
    friend bool operator==(const PlacedSegment&, const PlacedSegment&) = default;
};

/// A whole graph without its sizes.
class PlanGraph {
public:
    PlanGraph() = default;
    /// Joins segments: the shared one, then those in order of execution.
    PlanGraph(std::span<const PlacedSegment> segments, const GraphBackends& backends);
    /// A graph as it is, as one segment.
    explicit PlanGraph(const Segment& whole);

    [[nodiscard]] const PlanTensor& operator[](TensorId id) const { return m_tensors[static_cast<std::size_t>(id)]; }
    [[nodiscard]] PlanTensor& operator[](TensorId id) { return m_tensors[static_cast<std::size_t>(id)]; }
    [[nodiscard]] std::size_t size() const { return m_tensors.size(); }
    [[nodiscard]] const std::vector<TensorId>& nodes() const { return m_nodes; }
    [[nodiscard]] const std::vector<TensorId>& leafs() const { return m_leafs; }

    /// A tensor outside the graph with the layout of `source`: a copy on another backend.
    TensorId duplicate(TensorId source, int backend);
    /// A view that only keeps `source` alive until it is passed.
    TensorId keepAlive(TensorId source);

private:
    friend class SegmentJoiner;
    void append(TensorId id) { ((*this)[id].op == GraphOp::None ? m_leafs : m_nodes).push_back(id); }

    std::vector<PlanTensor> m_tensors;
    std::vector<TensorId> m_nodes;
    std::vector<TensorId> m_leafs;
};

/// Tensors [begin, end) of `graph` as a segment, with the order so far (no tail, no result); other ids but
/// `residual` are shared. Sizes go to `sizes`.
[[nodiscard]] Segment segmentOf(const ComputeGraph& graph, TensorId begin, TensorId residual, SegmentSizes& sizes);

} // namespace vram
