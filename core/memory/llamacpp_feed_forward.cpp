// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/llamacpp_layers.h"

#include <algorithm>

namespace vram {

TensorId LayerBuilder::gatedUnit(TensorId x, TensorRole gateRole, TensorRole upRole, TensorRole downRole,
                                 std::int64_t width, bool gated, bool withBias) {
    const TensorId up = bias(linear(upRole, x, width), withBias);
    TensorId inner = kNoTensor;
    if (gated) {
        const TensorId gate = bias(linear(gateRole, x, width), withBias);
        inner = m_graph.like(GraphOp::Other, {gate, up});
    } else {
        inner = m_graph.like(GraphOp::InPlace, {up});
    }
    return bias(linear(downRole, inner, m_settings.architecture->hiddenSize), withBias);
}

TensorId LayerBuilder::feedForward(TensorId x, const DenseFeedForward& part) {
    if (part.gated && part.fusedGateUp) {
        const TensorId both = bias(linear(TensorRole::FeedForwardGateUp, x, 2 * part.width), part.bias);
        const Shape& shape = m_graph[both].shape;
        const TensorId inner = m_graph.compute(GraphOp::Other, kF32, {part.width, shape[1], 1, 1}, {both});
        return bias(linear(TensorRole::FeedForwardDown, inner, m_settings.architecture->hiddenSize), part.bias);
    }
    return gatedUnit(x, TensorRole::FeedForwardGate, TensorRole::FeedForwardUp, TensorRole::FeedForwardDown, part.width,
                     part.gated, part.bias);
}

/// Whether the weights of the chosen experts are scaled to a sum of 1. DeepSeek-V2 alone does not (its successor
/// chooses by biased scores); the tensors behind it are small.
bool LayerBuilder::normalizesWeights(const MixtureOfExperts& part) const {
    const std::vector<Block>& blocks = m_settings.architecture->blocks;
    return part.selectionBias || !std::holds_alternative<LatentAttention>(blocks[m_block].attention);
}

/// The weight of each chosen expert, [1, used, tokens]; `selected` gets the chosen experts.
TensorId LayerBuilder::route(TensorId logits, const MixtureOfExperts& part, TensorId& selected) {
    const std::int64_t tokens = m_graph[logits].shape[1];
    const std::int64_t used = std::max<std::int64_t>(part.usedExperts, 1);
    // gpt-oss normalizes after the choice, over the chosen experts only (routerBias marks that router).
    const TensorId probabilities = part.routerBias ? logits : m_graph.like(GraphOp::InPlace, {logits});
    const TensorId scores = part.selectionBias
                                ? m_graph.like(GraphOp::InPlace, {probabilities, vectorWeight(part.experts)})
                                : probabilities;
    const TensorId sorted = m_graph.compute(GraphOp::Other, kI32, {part.experts, tokens, 1, 1}, {scores});
    const Shape stride = m_graph[sorted].stride;
    selected = m_graph.view(sorted, {used, tokens, 1, 1}, {stride[1], stride[2], stride[3]});
    const TensorId rows = m_graph.reshape(probabilities, {1, part.experts, tokens, 1});
    TensorId weights = m_graph.compute(GraphOp::GetRows, kF32, {1, used, tokens, 1}, {rows, selected});
    if (part.routerBias) {
        weights = m_graph.reshape(weights, {used, tokens, 1, 1});
        weights = m_graph.like(GraphOp::InPlace, {weights});
        return m_graph.reshape(weights, {1, used, tokens, 1});
    }
    if (normalizesWeights(part)) {
        weights = m_graph.reshape(weights, {used, tokens, 1, 1});
        const TensorId sum = m_graph.compute(GraphOp::Other, kF32, {1, tokens, 1, 1}, {weights});
        const TensorId clamped = m_graph.store(sum, {sum});
        weights = m_graph.like(GraphOp::InPlace, {weights, clamped});
        weights = m_graph.reshape(weights, {1, used, tokens, 1});
    }
    return weights;
}

TensorId LayerBuilder::byExpert(TensorRole role, TensorId x, TensorId selected, std::int64_t used, std::int64_t rows,
                                const MixtureOfExperts& part) {
    const std::int64_t tokens = m_graph[selected].shape[1];
    const TensorId matrices = weight(role, 0, {m_graph[x].shape[0], rows, part.experts, 1});
    const TensorId result = m_graph.compute(GraphOp::MatMulId, kF32, {rows, used, tokens, 1}, {matrices, x, selected});
    if (!part.expertBias) {
        return result;
    }
    const TensorId biases = m_graph.leaf(GraphTensor::Home::Weights, expertHome(), kF32, {rows, part.experts, 1, 1});
    return m_graph.like(GraphOp::InPlace, {result, biases, selected});
}

TensorId LayerBuilder::feedForward(TensorId x, const MixtureOfExperts& part) {
    const std::int64_t tokens = m_graph[x].shape[1];
    const std::int64_t hidden = m_settings.architecture->hiddenSize;
    const std::int64_t width = part.latentWidth > 0 ? part.latentWidth : hidden;
    const TensorId logits = bias(linear(TensorRole::Router, x, part.experts), part.routerBias);
    TensorId selected = kNoTensor;
    const TensorId weights = route(logits, part, selected);
    m_graph.expand(weights);

    const TensorId routed = part.latentWidth > 0 ? linear(TensorRole::LatentExpert, x, width) : x;
    const TensorId in = m_graph.reshape(routed, {width, 1, tokens, 1});
    const std::int64_t used = std::max<std::int64_t>(part.usedExperts, 1);
    const TensorId up = byExpert(TensorRole::ExpertUp, in, selected, used, part.expertWidth, part);
    const TensorId inner =
        part.gated ? m_graph.like(GraphOp::Other,
                                  {byExpert(TensorRole::ExpertGate, in, selected, used, part.expertWidth, part), up})
                   : m_graph.like(GraphOp::InPlace, {up});
    TensorId experts = byExpert(TensorRole::ExpertDown, inner, selected, used, width, part);
    experts = m_graph.like(GraphOp::InPlace, {experts, weights});
    m_graph.expand(experts);

    // Experts' results are added one after another; all views are made first.
    const std::int64_t step = m_graph[experts].stride[2];
    std::vector<TensorId> views;
    for (std::int64_t i = 0; i < used; ++i) {
        views.push_back(m_graph.view(experts, {width, tokens, 1, 1}, {step, step * tokens, step * tokens}));
        m_graph.expand(views.back());
    }
    TensorId sum = views.front();
    for (std::size_t i = 1; i < views.size(); ++i) {
        sum = m_graph.like(GraphOp::InPlace, {sum, views[i]});
        m_graph.expand(sum);
    }
    if (views.size() == 1) {
        sum = copy(sum, m_graph[sum].shape);
    }
    if (part.latentWidth > 0) {
        sum = linear(TensorRole::LatentExpert, sum, hidden, 1);
    }
    if (part.sharedWidth > 0) {
        TensorId shared = gatedUnit(x, TensorRole::SharedGate, TensorRole::SharedUp, TensorRole::SharedDown,
                                    part.sharedWidth, part.gated, false);
        if (part.sharedGate) {
            const TensorId router = m_graph.leaf(GraphTensor::Home::Weights, kOfSegment, kF32, {hidden, 1, 1, 1});
            const TensorId gate = m_graph.like(GraphOp::InPlace, {multiply(router, x)});
            shared = m_graph.like(GraphOp::InPlace, {shared, gate});
        }
        sum = add(sum, shared);
    }
    if (part.denseWidth > 0) {
        sum = add(sum, gatedUnit(x, TensorRole::FeedForwardGate, TensorRole::FeedForwardUp, TensorRole::FeedForwardDown,
                                 part.denseWidth, true, false));
    }
    return sum;
}

} // namespace vram
