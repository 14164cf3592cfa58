// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/llamacpp_layers.h"

#include <algorithm>

namespace vram {

namespace {
using Home = GraphTensor::Home;
} // namespace

/// Clears the state of a new sequence (llm_graph_context::build_rs).
TensorId LayerBuilder::openStates(TensorId cache, std::int64_t size) {
    const TensorId rows = m_graph.reshape(cache, {size, m_sequences, 1, 1});
    const std::int64_t row = 4 * size;
    const TensorId cleared = m_graph.view(rows, {size, 1, 1, 1}, {row, row, row});
    m_graph.expand(m_graph.store(cleared, {cleared}));
    return rows;
}

/// Moves states that no sequence of the batch uses: none in the worst case, but their ids are copied to a card.
void LayerBuilder::moveSpareStates(TensorId rows, TensorId cache, std::int64_t size) {
    const TensorId spare = m_graph.compute(GraphOp::GetRows, kF32, {size, 0, 1, 1}, {rows, m_spareIds});
    m_graph.expand(spare);
    const TensorId target = m_graph.view(cache, {size, 0, 1, 1}, {4 * size, 0, 0});
    m_graph.expand(m_graph.store(target, {spare, target}));
}

/// Reads the states of all sequences out of the cache.
TensorId LayerBuilder::states(TensorId cache, std::int64_t size) {
    const TensorId rows = openStates(cache, size);
    const TensorId read = m_graph.compute(GraphOp::GetRows, kF32, {size, m_sequences, 1, 1}, {rows, m_stateIds});
    m_graph.expand(read);
    moveSpareStates(rows, cache, size);
    return read;
}

void LayerBuilder::keepState(TensorId from, TensorId cache, std::int64_t size) {
    const TensorId target = m_graph.view(cache, {size * m_sequences, 1, 1, 1},
                                         {4 * size * m_sequences, 4 * size * m_sequences, 4 * size * m_sequences});
    m_graph.expand(m_graph.store(target, {from, target}));
}

/// Prepends the kept columns, keeps the last ones, and convolves: [channels, tokens of a sequence, sequences].
TensorId LayerBuilder::convolve(TensorId mixed, const Recurrent& r) {
    const std::int64_t kept = r.convKernel - 1;
    const std::int64_t perSequence = m_tokens / m_sequences;
    const std::int64_t size = kept * r.convChannels;
    const TensorId cache = cacheTensor(kF32, {size, m_sequences, 1, 1});
    const TensorId old = m_graph.reshape(states(cache, size), {kept, r.convChannels, m_sequences, 1});
    const TensorId columns = m_graph.compute(GraphOp::Other, kF32, {kept + perSequence, r.convChannels, m_sequences, 1},
                                             {old, m_graph.transpose(mixed)});
    const Shape stride = m_graph[columns].stride;
    keepState(m_graph.view(columns, {kept, r.convChannels, m_sequences, 1}, {stride[1], stride[2], stride[3]}), cache,
              size);
    const TensorId kernel = m_graph.leaf(Home::Weights, kOfSegment, kF32, {r.convKernel, r.convChannels, 1, 1});
    return m_graph.compute(GraphOp::Other, kF32, {r.convChannels, perSequence, m_sequences, 1}, {columns, kernel});
}

TensorId LayerBuilder::mamba2(TensorId x, const Recurrent& r) {
    const std::int64_t perSequence = m_tokens / m_sequences;
    const std::int64_t hidden = m_graph[x].shape[0];
    const std::int64_t headDim = r.inner / r.heads;
    const std::int64_t size = r.stateElements;

    const TensorId in = m_graph.reshape(x, {hidden, perSequence, m_sequences, 1});
    const TensorId projected = linear(TensorRole::RecurrentIn, in, r.inner + r.convChannels + r.heads);
    const Shape row = m_graph[projected].stride;
    const TensorId z =
        m_graph.view(projected, {headDim, r.heads, perSequence, m_sequences}, {4 * headDim, row[1], row[2]});
    const TensorId mixed =
        m_graph.view(projected, {r.convChannels, perSequence, m_sequences, 1}, {row[1], row[2], row[3]});
    TensorId steps = m_graph.view(projected, {r.heads, perSequence, m_sequences, 1}, {row[1], row[2], row[3]});

    TensorId convolved = convolve(mixed, r);
    convolved = m_graph.like(GraphOp::InPlace, {bias(convolved, true)});

    const Shape conv = m_graph[convolved].stride;
    const TensorId values =
        m_graph.view(convolved, {headDim, r.heads, perSequence, m_sequences}, {4 * headDim, conv[1], conv[2]});
    const Shape groupShape{r.state, r.groups, perSequence, m_sequences};
    const TensorId b = m_graph.view(convolved, groupShape, {4 * r.state, conv[1], conv[2]});
    const TensorId c = m_graph.view(convolved, groupShape, {4 * r.state, conv[1], conv[2]});
    steps = bias(copy(steps, m_graph[steps].shape), true);
    const TensorId decay = m_graph.leaf(Home::Weights, kOfSegment, kF32, {1, r.heads, 1, 1});

    const TensorId cache = cacheTensor(kF32, {size, m_sequences, 1, 1});
    const TensorId rows = openStates(cache, size);
    const TensorId state = m_graph.reshape(rows, {r.state, headDim, r.heads, m_sequences});
    const TensorId scanned = m_graph.compute(GraphOp::Other, kF32, {r.inner * m_tokens + size * m_sequences, 1, 1, 1},
                                             {state, values, steps, decay, b, c, m_stateIds});
    m_graph.expand(scanned);
    moveSpareStates(rows, cache, size);
    const std::int64_t all = 4 * size * m_sequences;
    keepState(m_graph.view(scanned, {size * m_sequences, 1, 1, 1}, {all, all, all}), cache, size);

    TensorId y = m_graph.view(scanned, {headDim, r.heads, perSequence, m_sequences},
                              {4 * headDim, 4 * r.inner, 4 * r.inner * perSequence});
    const TensorId skip = m_graph.leaf(Home::Weights, kOfSegment, kF32, {1, r.heads, 1, 1});
    y = add(y, m_graph.like(GraphOp::InPlace, {values, skip}));
    y = m_graph.like(GraphOp::Other, {copy(z, m_graph[z].shape), y});
    if (r.norm) {
        y = weightedNorm(m_graph.reshape(y, {r.inner / r.groups, r.groups, perSequence, m_sequences}));
    }
    return linear(TensorRole::RecurrentOut, m_graph.reshape(y, {r.inner, m_tokens, 1, 1}), hidden);
}

TensorId LayerBuilder::gatedDeltaNet(TensorId x, const Recurrent& r) {
    const std::int64_t perSequence = m_tokens / m_sequences;
    const std::int64_t hidden = m_graph[x].shape[0];
    const std::int64_t valueDim = r.inner / r.heads;
    const TensorId qkv = m_graph.reshape(linear(TensorRole::AttentionQkv, x, r.convChannels),
                                         {r.convChannels, perSequence, m_sequences, 1});
    const TensorId z = linear(TensorRole::RecurrentGate, x, r.inner);
    TensorId both = linear(TensorRole::RecurrentProjection, x, 2 * r.heads);
    const std::int64_t share = r.heads / r.groups;
    both = m_graph.reshape(both, {2 * share, r.groups, perSequence, m_sequences});
    const Shape row = m_graph[both].stride;
    const Shape half{share, r.groups, perSequence, m_sequences};
    const TensorId b = m_graph.view(both, half, {row[1], row[2], row[3]});
    const TensorId a = m_graph.view(both, half, {row[1], row[2], row[3]});
    const TensorId beta =
        m_graph.reshape(m_graph.like(GraphOp::InPlace, {copy(b, half)}), {1, r.heads, perSequence, m_sequences});
    TensorId gate = bias(copy(a, {r.heads, perSequence, m_sequences, 1}), true);
    gate = m_graph.like(GraphOp::InPlace, {gate});
    gate = m_graph.like(GraphOp::InPlace, {gate, vectorWeight(r.heads)});
    gate = m_graph.reshape(gate, {1, r.heads, perSequence, m_sequences});

    // The convolution's window is filled before the state is read; the convolution itself runs later.
    const std::int64_t kept = r.convKernel - 1;
    const std::int64_t convSize = kept * r.convChannels;
    const TensorId convCache = cacheTensor(kF32, {convSize, m_sequences, 1, 1});
    const TensorId old = m_graph.reshape(states(convCache, convSize), {kept, r.convChannels, m_sequences, 1});
    const TensorId columns = m_graph.compute(GraphOp::Other, kF32, {kept + perSequence, r.convChannels, m_sequences, 1},
                                             {old, m_graph.transpose(qkv)});
    const Shape stride = m_graph[columns].stride;
    keepState(m_graph.view(columns, {kept, r.convChannels, m_sequences, 1}, {stride[1], stride[2], stride[3]}),
              convCache, convSize);

    const std::int64_t size = r.stateElements;
    const TensorId cache = cacheTensor(kF32, {size, m_sequences, 1, 1});
    const TensorId state = m_graph.reshape(states(cache, size), {valueDim, valueDim, r.heads, m_sequences});

    const TensorId kernel = m_graph.leaf(Home::Weights, kOfSegment, kF32, {r.convKernel, r.convChannels, 1, 1});
    TensorId convolved =
        m_graph.compute(GraphOp::Other, kF32, {r.convChannels, perSequence, m_sequences, 1}, {columns, kernel});
    convolved = m_graph.like(GraphOp::InPlace, {convolved});
    const Shape conv = m_graph[convolved].stride;
    const Shape keyShape{r.state, r.groups, perSequence, m_sequences};
    const auto part = [&](const Shape& shape) {
        return m_graph.view(convolved, shape, {4 * shape[0], conv[1], conv[2]});
    };
    const TensorId queries = part(keyShape);
    const TensorId keys = part(keyShape);
    const TensorId values = part({valueDim, r.heads, perSequence, m_sequences});
    const auto normalized = [&](TensorId id) {
        TensorId normed = m_graph.compute(GraphOp::Other, kF32, keyShape, {id});
        if (r.groups != r.heads) {
            normed = m_graph.reshape(normed, {r.state, 1, r.groups, m_tokens});
            normed = m_graph.compute(GraphOp::Other, kF32, {r.state, share, r.groups, m_tokens}, {normed});
            normed = m_graph.reshape(normed, {r.state, r.heads, perSequence, m_sequences});
        }
        return normed;
    };
    const TensorId q = normalized(queries);
    const TensorId k = normalized(keys);

    // The fused operation yields outputs and new states in one tensor.
    const TensorId fused = m_graph.compute(GraphOp::Other, kF32, {r.inner, m_tokens + valueDim * m_sequences, 1, 1},
                                           {q, k, values, gate, beta, state});
    const TensorId output = m_graph.view(fused, {valueDim, r.heads, perSequence, m_sequences},
                                         {4 * valueDim, 4 * r.inner, 4 * r.inner * perSequence});
    const std::int64_t square = 4 * valueDim * valueDim;
    keepState(m_graph.view(fused, {valueDim, valueDim, r.heads, m_sequences}, {4 * valueDim, square, square * r.heads}),
              cache, size);
    const TensorId normed = weightedNorm(output);
    const TensorId gateShape = m_graph.reshape(z, {valueDim, r.heads, perSequence, m_sequences});
    const TensorId gated = m_graph.like(GraphOp::InPlace, {normed, m_graph.like(GraphOp::InPlace, {gateShape})});
    const TensorId flat = m_graph.reshape(gated, {r.inner, perSequence, m_sequences, 1});
    return m_graph.reshape(linear(TensorRole::RecurrentOut, flat, hidden), {hidden, m_tokens, 1, 1});
}

/// LFM2: a gate before and after a short convolution.
TensorId LayerBuilder::shortConvolution(TensorId x, const Recurrent& r) {
    const std::int64_t perSequence = m_tokens / m_sequences;
    const std::int64_t hidden = m_graph[x].shape[0];
    const TensorId projected = m_graph.reshape(linear(TensorRole::RecurrentIn, x, 3 * r.convChannels),
                                               {3 * r.convChannels, perSequence, m_sequences, 1});
    const Shape row = m_graph[projected].stride;
    const auto third = [&] {
        return m_graph.view(projected, {r.convChannels, perSequence, m_sequences, 1}, {row[1], row[2], row[3]});
    };
    const TensorId b = third();
    const TensorId c = third();
    const TensorId gated = m_graph.like(GraphOp::InPlace, {b, third()});
    const TensorId convolved = convolve(gated, r);
    const TensorId y = m_graph.like(GraphOp::InPlace, {c, convolved});
    return m_graph.reshape(linear(TensorRole::RecurrentOut, y, hidden), {hidden, m_tokens, 1, 1});
}

/// Kinds whose graphs are not followed in detail: projection, state and output.
TensorId LayerBuilder::otherRecurrence(TensorId x, const Recurrent& r) {
    const std::int64_t hidden = m_graph[x].shape[0];
    const std::int64_t inner = std::max<std::int64_t>(r.inner, 1);
    const TensorId projected = linear(TensorRole::RecurrentIn, x, 3 * inner);
    const std::int64_t size = r.stateElements;
    const TensorId cache = cacheTensor(kF32, {size, m_sequences, 1, 1});
    const TensorId state = states(cache, size);
    const TensorId scanned =
        m_graph.compute(GraphOp::Other, kF32, {inner * m_tokens + size * m_sequences, 1, 1, 1}, {projected, state});
    const std::int64_t all = 4 * size * m_sequences;
    keepState(m_graph.view(scanned, {size * m_sequences, 1, 1, 1}, {all, all, all}), cache, size);
    const TensorId y =
        m_graph.view(scanned, {inner, m_tokens, 1, 1}, {4 * inner, 4 * inner * m_tokens, 4 * inner * m_tokens});
    return linear(TensorRole::RecurrentOut, y, hidden);
}

TensorId LayerBuilder::recurrent(TensorId x, const Recurrent& part) {
    const bool whole = part.heads > 0 && part.groups > 0 && part.convKernel > 0 && part.inner % part.heads == 0;
    switch (part.kind) {
    case RecurrentKind::GatedDeltaNet:
        return whole && part.heads % part.groups == 0 ? gatedDeltaNet(x, part) : otherRecurrence(x, part);
    case RecurrentKind::Mamba2:
        return whole && part.inner % part.groups == 0 ? mamba2(x, part) : otherRecurrence(x, part);
    case RecurrentKind::ShortConv:
        return part.convKernel > 0 ? shortConvolution(x, part) : otherRecurrence(x, part);
    case RecurrentKind::Mamba1:
    case RecurrentKind::KimiDelta:
    case RecurrentKind::Lightning:
        break;
    }
    return otherRecurrence(x, part);
}

} // namespace vram
