// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/compute_graph.h"

namespace vram {

namespace {

Shape contiguousStrides(const ElementLayout& layout, const Shape& shape) {
    Shape stride{};
    stride[0] = layout.blockBytes;
    stride[1] = stride[0] * (layout.quantized() ? shape[0] / layout.blockValues : shape[0]);
    stride[2] = stride[1] * shape[1];
    stride[3] = stride[2] * shape[2];
    return stride;
}

} // namespace

std::int64_t GraphTensor::bytes() const {
    for (const std::int64_t extent : shape) {
        if (extent <= 0) {
            return 0;
        }
    }
    std::int64_t sum =
        layout.quantized() ? shape[0] * stride[0] / layout.blockValues : layout.blockBytes + (shape[0] - 1) * stride[0];
    for (std::size_t i = 1; i < shape.size(); ++i) {
        sum += (shape[i] - 1) * stride[i];
    }
    return sum;
}

bool GraphTensor::contiguous() const {
    const Shape expected = contiguousStrides(layout, shape);
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] != 1 && stride[i] != expected[i]) {
            return false;
        }
    }
    return true;
}

void ComputeGraph::reserve(std::size_t tensors) {
    m_tensors.reserve(tensors);
    m_order.reserve(tensors);
}

TensorId ComputeGraph::add(const GraphTensor& tensor) {
    m_tensors.push_back(tensor);
    m_tensors.back().label = tensor.home == GraphTensor::Home::Weights ? GraphLabel::Weights : m_label;
    return static_cast<TensorId>(m_tensors.size() - 1);
}

TensorId ComputeGraph::leaf(GraphTensor::Home home, int backend, const ElementLayout& layout, const Shape& shape) {
    GraphTensor tensor;
    tensor.home = home;
    tensor.backend = static_cast<std::int16_t>(backend);
    tensor.layout = layout;
    tensor.shape = shape;
    tensor.stride = contiguousStrides(layout, shape);
    return add(tensor);
}

TensorId ComputeGraph::compute(GraphOp op, ElementLayout layout, Shape shape, std::initializer_list<TensorId> sources) {
    GraphTensor& tensor = m_tensors.emplace_back();
    tensor.op = op;
    tensor.label = m_label;
    tensor.layout = layout;
    tensor.shape = shape;
    tensor.stride = contiguousStrides(layout, shape);
    std::size_t i = 0;
    for (const TensorId source : sources) {
        if (source != kNoTensor) {
            tensor.sources[i++] = source;
        }
    }
    return static_cast<TensorId>(m_tensors.size() - 1);
}

TensorId ComputeGraph::like(GraphOp op, std::initializer_list<TensorId> sources) {
    const GraphTensor& first = (*this)[*sources.begin()];
    return compute(op, first.layout, first.shape, sources);
}

TensorId ComputeGraph::view(TensorId source, const Shape& shape, const std::array<std::int64_t, 3>& strides) {
    const GraphTensor& from = (*this)[source];
    GraphTensor tensor;
    tensor.op = GraphOp::View;
    tensor.layout = from.layout;
    tensor.shape = shape;
    tensor.stride = {from.stride[0], strides[0], strides[1], strides[2]};
    tensor.viewOf = from.isView() ? from.viewOf : source;
    tensor.sources[0] = source;
    return add(tensor);
}

TensorId ComputeGraph::reshape(TensorId source, const Shape& shape) {
    const Shape stride = contiguousStrides((*this)[source].layout, shape);
    return view(source, shape, {stride[1], stride[2], stride[3]});
}

TensorId ComputeGraph::permute(TensorId source, const std::array<std::size_t, 4>& order) {
    const TensorId id = view(source, {1, 1, 1, 1}, {0, 0, 0});
    const GraphTensor& from = (*this)[source];
    GraphTensor& to = (*this)[id];
    for (std::size_t i = 0; i < order.size(); ++i) {
        to.shape[order[i]] = from.shape[i];
        to.stride[order[i]] = from.stride[i];
    }
    return id;
}

TensorId ComputeGraph::store(TensorId target, std::initializer_list<TensorId> sources) {
    const GraphTensor& to = (*this)[target];
    const TensorId root = to.isView() ? to.viewOf : target;
    const TensorId id = compute(GraphOp::Other, to.layout, to.shape, sources);
    (*this)[id].viewOf = root;
    return id;
}

void ComputeGraph::restart(TensorId end) {
    m_tensors.resize(static_cast<std::size_t>(end));
    for (GraphTensor& tensor : m_tensors) {
        tensor.visited = false;
    }
    m_order.clear();
}

void ComputeGraph::expand(TensorId id) {
    GraphTensor& tensor = (*this)[id];
    if (tensor.visited) {
        return;
    }
    tensor.visited = true;
    for (const TensorId source : tensor.sources) {
        if (source == kNoTensor) {
            break;
        }
        expand(source);
    }
    m_order.push_back(id);
}

} // namespace vram
