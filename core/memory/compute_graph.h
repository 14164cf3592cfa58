// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/graph_types.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace vram {

/// One tensor of a ggml graph. Shape in elements, strides in bytes, fastest dimension first.
struct GraphTensor {
    enum class Home : std::uint8_t {
        Computed, ///< memory is planned
        Weights,  ///< lies in a model buffer
        Cache,    ///< lies in a KV or recurrent-state buffer
        Input,    ///< set by the host before each run; planned in the host's buffer
    };
    GraphOp op = GraphOp::None;
    Home home = Home::Computed;
    GraphLabel label{};
    bool kept = false;         ///< a result that is read after the run: never freed or overwritten
    bool visited = false;      ///< already part of the graph
    std::int16_t backend = -1; ///< index of the backend that holds or computes it, or one of those below
    ElementLayout layout;
    Shape shape{1, 1, 1, 1};
    Shape stride{};
    TensorId viewOf = kNoTensor; ///< the tensor whose memory this is, never itself a view
    std::array<TensorId, kGraphSources> sources{kNoTensor, kNoTensor, kNoTensor, kNoTensor,
                                                kNoTensor, kNoTensor, kNoTensor};
    std::int64_t gpuExtra = 0; ///< work space behind the result on a GPU (f16 copies of a quantized cache)

    [[nodiscard]] bool external() const { return home == Home::Weights || home == Home::Cache; }
    [[nodiscard]] bool isView() const { return viewOf != kNoTensor; }
    [[nodiscard]] std::int64_t elements() const { return shape[0] * shape[1] * shape[2] * shape[3]; }
    [[nodiscard]] std::int64_t rows() const { return shape[1] * shape[2] * shape[3]; }
    /// From the first to the last byte, gaps included.
    [[nodiscard]] std::int64_t bytes() const;
    [[nodiscard]] bool contiguous() const;
};

/// Builds a graph as ggml does: tensors are made first, expand() puts one and what it needs in execution order.
class ComputeGraph {
public:
    [[nodiscard]] const GraphTensor& operator[](TensorId id) const { return m_tensors[static_cast<std::size_t>(id)]; }
    [[nodiscard]] GraphTensor& operator[](TensorId id) { return m_tensors[static_cast<std::size_t>(id)]; }
    [[nodiscard]] std::size_t size() const { return m_tensors.size(); }
    /// What is part of the graph, in the order of execution; leafs (GraphOp::None) stand where they were first needed.
    [[nodiscard]] const std::vector<TensorId>& order() const { return m_order; }
    void reserve(std::size_t tensors);
    /// What tensors are for from now on; weights are weights.
    void setLabel(GraphLabel label) { m_label = label; }
    /// Forgets the order and the tensors from `end` on.
    void restart(TensorId end);

    TensorId leaf(GraphTensor::Home home, int backend, const ElementLayout& layout, const Shape& shape);
    TensorId input(const ElementLayout& layout, const Shape& shape) {
        return leaf(GraphTensor::Home::Input, -1, layout, shape);
    }
    /// A new contiguous tensor. Layout and shape are copies: those of another tensor may move.
    TensorId compute(GraphOp op, ElementLayout layout, Shape shape, std::initializer_list<TensorId> sources);
    /// A tensor of the same shape as the first source, contiguous.
    TensorId like(GraphOp op, std::initializer_list<TensorId> sources);
    /// Another shape of the same contiguous data.
    TensorId reshape(TensorId source, const Shape& shape);
    /// Part of a tensor; strides of dimensions 1 to 3 in bytes.
    TensorId view(TensorId source, const Shape& shape, const std::array<std::int64_t, 3>& strides);
    /// Dimension i of the source becomes dimension order[i].
    TensorId permute(TensorId source, const std::array<std::size_t, 4>& order);
    TensorId transpose(TensorId source) { return permute(source, {1, 0, 2, 3}); }
    /// An operation that writes into `target` and yields it (set_rows, cpy into a cache).
    TensorId store(TensorId target, std::initializer_list<TensorId> sources);
    void expand(TensorId id);

private:
    TensorId add(const GraphTensor& tensor);
    std::vector<GraphTensor> m_tensors;
    std::vector<TensorId> m_order;
    GraphLabel m_label{};
};

} // namespace vram
