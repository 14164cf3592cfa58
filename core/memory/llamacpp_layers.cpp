// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/llamacpp_layers.h"

#include "core/format/quantized_part.h"

#include <algorithm>

namespace vram {

namespace {

using Home = GraphTensor::Home;

std::int64_t rowBytes(const ElementLayout& layout, std::int64_t values) {
    return values / layout.blockValues * layout.blockBytes;
}

constexpr std::int64_t kRotation =
    64; // smallest Hadamard matrix that rotates a quantized cache (src/llama-kv-cache.cpp)

/// Side of the matrix that rotates keys: the largest power of two that divides the head, 64 for values.
std::int64_t keyRotationSide(std::int64_t headDim) {
    std::int64_t side = kRotation;
    do {
        side *= 2;
    } while (headDim % side == 0);
    return side / 2;
}

/// Windowed layers keep a cache of their own.
std::int64_t windowOf(const GroupedAttention& attention) {
    return attention.windowKind == WindowKind::Full ? 0 : attention.window;
}

} // namespace

LayerBuilder::LayerBuilder(ComputeGraph& graph, const GraphSettings& settings) : m_graph(graph), m_settings(settings) {
    const Architecture& architecture = *settings.architecture;
    m_sequences = settings.load.sequences;
    m_streams = settings.load.streams;
    m_tokens = settings.load.tokens;
    for (const Block& block : architecture.blocks) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            m_widestValue = std::max(m_widestValue, grouped->valueWidth());
            m_hasWindows = m_hasWindows || grouped->windowKind != WindowKind::Full;
        }
    }
    if (settings.rotary) {
        m_positions = m_graph.input(kI32, {m_tokens, 1, 1, 1});
        if (architecture.ropeFactors > 0) {
            m_ropeFactors = vectorWeight(architecture.ropeFactors);
        }
    }
    for (const std::uint16_t block : architecture.layerBlocks) {
        addInputs(architecture.blocks[block]);
        if (m_full && m_windowed) {
            break;
        }
    }
    const TensorId states = m_graph.input(kI32, {m_sequences, 1, 1, 1});
    const std::int64_t row = 4 * m_sequences;
    m_stateIds = m_graph.view(states, {m_sequences, 1, 1, 1}, {row, row, row});
    m_spareIds = m_graph.view(states, {0, 1, 1, 1}, {0, 0, 0});
}

ElementLayout LayerBuilder::layoutOf(GgmlType type) {
    const GgmlTypeInfo& info = ggmlTypeInfo(type);
    return {static_cast<std::int32_t>(info.blockSize), static_cast<std::int32_t>(info.blockBytes)};
}

void LayerBuilder::startLayer(std::uint16_t block, std::uint16_t stored, std::uint8_t inRam) {
    m_block = block;
    m_stored = stored;
    m_inRam = inRam;
}

TensorId LayerBuilder::vectorWeight(std::int64_t size) {
    return m_graph.leaf(Home::Weights, kOfSegment, kF32, {size, 1, 1, 1});
}

TensorId LayerBuilder::weight(TensorRole role, std::size_t index, const Shape& expected) {
    const std::vector<StoredTensor>& stored = m_settings.stored->classes[m_stored];
    const std::int16_t home = isExpertMatrix(role) ? expertHome() : kOfSegment;
    for (const StoredTensor& tensor : stored) {
        if (tensor.role == role && index-- == 0) {
            return m_graph.leaf(Home::Weights, home, layoutOf(tensor.type), expected);
        }
    }
    return m_graph.leaf(Home::Weights, home, kF16, expected);
}

TensorId LayerBuilder::cacheTensor(const ElementLayout& layout, const Shape& shape) {
    return m_graph.leaf(Home::Cache, (m_inRam & kCacheInRam) != 0 ? kInRam : kOfSegment, layout, shape);
}

TensorId LayerBuilder::multiply(TensorId weight, TensorId x) {
    const Shape& w = m_graph[weight].shape;
    const Shape& in = m_graph[x].shape;
    return m_graph.compute(GraphOp::MatMul, kF32, {w[1], in[1], in[2], in[3]}, {weight, x});
}

TensorId LayerBuilder::linear(TensorRole role, TensorId x, std::int64_t rows, std::size_t index) {
    return multiply(weight(role, index, {m_graph[x].shape[0], rows, 1, 1}), x);
}

TensorId LayerBuilder::bias(TensorId x, bool present) {
    return present ? m_graph.like(GraphOp::InPlace, {x, vectorWeight(m_graph[x].shape[0])}) : x;
}

TensorId LayerBuilder::weightedNorm(TensorId x) {
    const TensorId normed = m_graph.like(GraphOp::InPlace, {x});
    // With everything on cards a norm stays with its layer instead of following its neighbours.
    m_graph[normed].backend = kOfSegmentCard;
    return m_graph.like(GraphOp::InPlace, {normed, vectorWeight(m_graph[x].shape[0])});
}

TensorId LayerBuilder::norm(TensorId x) { return weightedNorm(x); }

TensorId LayerBuilder::outputNorm(TensorId x) {
    return m_graph.like(GraphOp::InPlace, {m_graph.like(GraphOp::InPlace, {x}), vectorWeight(m_graph[x].shape[0])});
}

TensorId LayerBuilder::copy(TensorId x, const Shape& shape) {
    return m_graph.compute(GraphOp::Other, m_graph[x].layout, shape, {x});
}

TensorId LayerBuilder::rope(TensorId x) {
    if (m_positions == kNoTensor) {
        return x;
    }
    return m_graph.like(GraphOp::Rope, {x, m_positions, m_ropeFactors});
}

TensorId LayerBuilder::rotate(TensorId x, TensorId rotation) {
    if (rotation == kNoTensor) {
        return x;
    }
    const Shape shape = m_graph[x].shape;
    const std::int64_t side = m_graph[rotation].shape[0];
    const Shape flat{side, m_graph[x].elements() / side, 1, 1};
    const TensorId rows = m_graph[x].contiguous() ? m_graph.reshape(x, flat) : copy(x, flat);
    return m_graph.reshape(multiply(rotation, rows), shape);
}

void LayerBuilder::addInputs(const Block& block) {
    if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
        addInputs(windowOf(*grouped), grouped->headDim, grouped->valueDim, false);
    } else if (const auto* latent = std::get_if<LatentAttention>(&block.attention)) {
        addInputs(0, latent->kvRank + latent->ropeDim, latent->kvRank, true);
    }
}

/// The first layer of a kind decides what all layers of the kind share.
void LayerBuilder::addInputs(std::int64_t window, std::int64_t headDim, std::int64_t valueDim, bool latent) {
    std::optional<AttentionInputs>& slot = window > 0 ? m_windowed : m_full;
    if (slot) {
        return;
    }
    AttentionInputs inputs;
    inputs.cells = window > 0 ? m_settings.load.windowCells : m_settings.load.cells;
    inputs.keyRows = m_graph.input(kI64, {m_tokens, 1, 1, 1});
    const std::int64_t values = m_settings.flashAttention ? 1 : m_widestValue;
    inputs.valueRows = m_graph.input(kI64, {m_tokens * std::max<std::int64_t>(values, 1), 1, 1, 1});
    m_graph.setLabel(GraphLabel::Mask);
    inputs.mask =
        m_graph.input(m_settings.flashAttention ? kF16 : kF32, {inputs.cells, m_tokens / m_streams, 1, m_streams});
    m_graph.setLabel(GraphLabel::Inputs);
    if (!latent && m_settings.keyLayout.quantized() && headDim > 0 && headDim % kRotation == 0) {
        const std::int64_t side = keyRotationSide(headDim);
        inputs.keyRotation = m_graph.input(kF32, {side, side, 1, 1});
    }
    if (!latent && m_settings.valueLayout.quantized() && valueDim > 0 && valueDim % kRotation == 0) {
        inputs.valueRotation = m_graph.input(kF32, {kRotation, kRotation, 1, 1});
    }
    slot = inputs;
}

LayerBuilder::Heads LayerBuilder::project(TensorId x, const GroupedAttention& a) {
    const std::int64_t query = a.queryWidth();
    const std::int64_t key = a.keyWidth();
    const std::int64_t value = a.valueWidth();
    if (a.fusedQkv) {
        const TensorId qkv = bias(linear(TensorRole::AttentionQkv, x, query + key + value), a.qkvBias);
        const std::int64_t row = m_graph[qkv].stride[1];
        const std::int64_t head = rowBytes(kF32, a.headDim);
        const std::int64_t valueHead = rowBytes(kF32, a.valueDim);
        return {m_graph.view(qkv, {a.headDim, a.heads, m_tokens, 1}, {head, row, row * m_tokens}),
                m_graph.view(qkv, {a.headDim, a.kvHeads, m_tokens, 1}, {head, row, row * m_tokens}),
                m_graph.view(qkv, {a.valueDim, a.kvHeads, m_tokens, 1}, {valueHead, row, row * m_tokens})};
    }
    Heads heads;
    heads.q = bias(linear(TensorRole::AttentionQ, x, query), a.qkvBias);
    heads.k = bias(linear(TensorRole::AttentionK, x, key), a.qkvBias);
    heads.v = bias(a.keyIsValue ? heads.k : linear(TensorRole::AttentionV, x, value), a.qkvBias && !a.keyIsValue);
    if (a.qkNorm == QkNorm::Whole) {
        heads.q = weightedNorm(heads.q);
        heads.k = weightedNorm(heads.k);
    }
    heads.q = m_graph.reshape(heads.q, {a.headDim, a.heads, m_tokens, 1});
    heads.k = m_graph.reshape(heads.k, {a.headDim, a.kvHeads, m_tokens, 1});
    heads.v = m_graph.reshape(heads.v, {a.valueDim, a.kvHeads, m_tokens, 1});
    return heads;
}

TensorId LayerBuilder::storeKeys(TensorId k, TensorId cache, TensorId rows, std::int64_t cells) {
    const GraphTensor& from = m_graph[k];
    const std::int64_t width = from.shape[0] * from.shape[1];
    const std::int64_t row = from.stride[2];
    const TensorId flat = m_graph.view(k, {width, m_tokens, 1, 1}, {row, row * m_tokens, row * m_tokens});
    const TensorId target = m_streams > 1 ? m_graph.reshape(cache, {width, cells * m_streams, 1, 1}) : cache;
    return m_graph.store(target, {flat, rows, target});
}

TensorId LayerBuilder::storeTransposed(TensorId v, TensorId cache, TensorId rows) {
    const std::int64_t width = m_graph[v].shape[0] * m_graph[v].shape[1];
    const Shape flat{width, m_tokens, 1, 1};
    const bool dense = rowBytes(m_graph[v].layout, width) == m_graph[v].stride[2];
    const TensorId values = dense ? m_graph.reshape(v, flat) : copy(v, flat);
    const TensorId target = m_graph.reshape(cache, {1, m_graph[cache].elements(), 1, 1});
    return m_graph.store(target, {m_graph.reshape(values, {1, width * m_tokens, 1, 1}), rows, target});
}

TensorId LayerBuilder::cachedRows(TensorId cache, std::int64_t dim, std::int64_t heads, std::int64_t cells) {
    const ElementLayout layout = m_graph[cache].layout;
    const std::int64_t row = rowBytes(layout, dim * heads);
    return m_graph.view(cache, {dim, heads, cells, m_streams}, {rowBytes(layout, dim), row, row * cells});
}

TensorId LayerBuilder::attend(TensorId query, TensorId k, TensorId v, const AttentionInputs& inputs, TensorId sinks,
                              TensorId valueUp, bool valueTransposed) {
    const GraphTensor from = m_graph[query];
    const TensorId parts = m_graph.view(query, {from.shape[0], from.shape[1], from.shape[2] / m_streams, m_streams},
                                        {from.stride[1], from.stride[2], from.stride[3] / m_streams});
    const TensorId q = m_graph.permute(parts, {0, 2, 1, 3});
    k = m_graph.permute(k, {0, 2, 1, 3});
    v = m_graph.permute(v, {0, 2, 1, 3});
    const std::int64_t heads = from.shape[1];
    const std::int64_t batch = from.shape[2] / m_streams;
    TensorId result = kNoTensor;
    if (m_settings.flashAttention) {
        const bool sharesKeys = m_graph[k].viewOf == m_graph[v].viewOf;
        result = m_graph.compute(GraphOp::FusedAttention, kF32, {m_graph[v].shape[0], heads, batch, m_streams},
                                 {q, k, v, inputs.mask, sinks});
        // The kernels for large batches read f16: a quantized cache is converted behind the result.
        std::int64_t extra = m_graph[k].layout.quantized() ? m_graph[k].elements() * 2 : 0;
        extra += m_graph[v].layout.quantized() && !sharesKeys ? m_graph[v].elements() * 2 : 0;
        m_graph[result].gpuExtra = extra;
        if (valueUp != kNoTensor) {
            result = multiply(valueUp, m_graph.permute(result, {0, 2, 1, 3}));
            result = m_graph.permute(result, {0, 2, 1, 3});
            result = copy(result, m_graph[result].shape);
        }
        const Shape& shape = m_graph[result].shape;
        result = m_graph.reshape(result, {shape[0] * shape[1], shape[2] * shape[3], 1, 1});
    } else {
        m_graph.setLabel(GraphLabel::Scores);
        const TensorId scores = m_graph.compute(GraphOp::MatMul, kF32, {inputs.cells, batch, heads, m_streams}, {k, q});
        const TensorId weights = m_graph.like(GraphOp::InPlace, {scores, inputs.mask, sinks});
        m_graph.setLabel(GraphLabel::InAttention);
        if (!valueTransposed) {
            const TensorId turned = m_graph.transpose(v);
            v = copy(turned, m_graph[turned].shape);
        }
        result = m_graph.compute(GraphOp::MatMul, kF32, {m_graph[v].shape[1], batch, heads, m_streams}, {v, weights});
        if (valueUp != kNoTensor) {
            result = multiply(valueUp, result);
        }
        const std::int64_t width = m_graph[result].shape[0] * heads;
        result = copy(m_graph.permute(result, {0, 2, 1, 3}), {width, m_tokens, 1, 1});
        if ((m_inRam & kCacheInRam) != 0) {
            // What lies between the cache and here follows it (llm_graph_context::build_attn_mha); fused attention is
            // left where its neighbours are, and the cache is copied to it.
            m_graph[result].backend = kInRam;
        }
    }
    m_graph.expand(result);
    return result;
}

TensorId LayerBuilder::attention(TensorId x, const GroupedAttention& a) {
    const AttentionInputs inputs = inputsOf(windowOf(a));
    Heads heads;
    TensorId gate = kNoTensor;
    if (a.outputGate) {
        // One projection gives query and gate of each head side by side.
        TensorId both = linear(TensorRole::AttentionQ, x, 2 * a.queryWidth());
        both = m_graph.reshape(both, {2 * a.headDim, a.heads, m_tokens, 1});
        const Shape stride = m_graph[both].stride;
        heads.q = m_graph.view(both, {a.headDim, a.heads, m_tokens, 1}, {stride[1], stride[2], stride[3]});
        gate = m_graph.view(both, {a.headDim, a.heads, m_tokens, 1}, {stride[1], stride[2], stride[3]});
        heads.k = m_graph.reshape(linear(TensorRole::AttentionK, x, a.keyWidth()), {a.headDim, a.kvHeads, m_tokens, 1});
        heads.v =
            m_graph.reshape(linear(TensorRole::AttentionV, x, a.valueWidth()), {a.valueDim, a.kvHeads, m_tokens, 1});
    } else {
        heads = project(x, a);
    }
    if (a.qkNorm == QkNorm::PerHead) {
        heads.q = weightedNorm(heads.q);
        heads.k = weightedNorm(heads.k);
    }
    heads.q = rotate(rope(heads.q), inputs.keyRotation);
    heads.k = rotate(rope(heads.k), inputs.keyRotation);
    heads.v = rotate(heads.v, inputs.valueRotation);
    m_graph.expand(heads.q);
    // Models with windows expand keys first (llm_graph_input_attn_kv_iswa).
    m_graph.expand(m_hasWindows ? heads.k : heads.v);
    m_graph.expand(m_hasWindows ? heads.v : heads.k);

    const std::int64_t cells = inputs.cells;
    const TensorId keys = cacheTensor(m_settings.keyLayout, {a.keyWidth(), cells, m_streams, 1});
    const TensorId values = cacheTensor(m_settings.valueLayout, {a.valueWidth(), cells, m_streams, 1});
    m_graph.expand(storeKeys(heads.k, keys, inputs.keyRows, cells));
    TensorId v = kNoTensor;
    if (m_settings.flashAttention) {
        m_graph.expand(storeKeys(heads.v, values, inputs.valueRows, cells));
        v = cachedRows(values, a.valueDim, a.kvHeads, cells);
    } else {
        m_graph.expand(storeTransposed(heads.v, values, inputs.valueRows));
        const std::int64_t column = rowBytes(m_settings.valueLayout, cells);
        v = m_graph.view(values, {cells, a.kvHeads, a.valueDim, m_streams},
                         {column * a.valueDim, column, column * a.valueWidth()});
    }
    const TensorId k = cachedRows(keys, a.headDim, a.kvHeads, cells);
    TensorId result = attend(heads.q, k, v, inputs, a.sinks ? vectorWeight(a.heads) : kNoTensor, kNoTensor, true);
    result = rotate(result, inputs.valueRotation);
    if (gate != kNoTensor) {
        const TensorId flat = copy(gate, {a.queryWidth(), m_tokens, 1, 1});
        result = m_graph.like(GraphOp::InPlace, {result, m_graph.like(GraphOp::InPlace, {flat})});
    }
    return bias(linear(TensorRole::AttentionOutput, result, m_settings.architecture->hiddenSize), a.outputBias);
}

TensorId LayerBuilder::attention(TensorId x, const LatentAttention& a) {
    const AttentionInputs inputs = inputsOf(0);
    const std::int64_t headDim = a.nopeDim + a.ropeDim;
    TensorId q = kNoTensor;
    if (a.queryRank > 0) {
        q = weightedNorm(linear(TensorRole::LatentQueryDown, x, a.queryRank));
        q = linear(TensorRole::LatentQueryUp, q, a.heads * headDim);
    } else {
        q = linear(TensorRole::AttentionQ, x, a.heads * headDim);
    }
    const std::int64_t head = rowBytes(kF32, headDim);
    const std::array<std::int64_t, 3> headStrides{head, head * a.heads, head * a.heads * m_tokens};
    const TensorId plain = m_graph.view(q, {a.nopeDim, a.heads, m_tokens, 1}, headStrides);
    TensorId rotary = m_graph.view(q, {a.ropeDim, a.heads, m_tokens, 1}, headStrides);
    const TensorId latent = linear(TensorRole::LatentKvDown, x, a.kvRank + a.ropeDim);
    const std::int64_t row = m_graph[latent].stride[1];
    TensorId compressed = m_graph.view(latent, {a.kvRank, m_tokens, 1, 1}, {row, row * m_tokens, row * m_tokens});
    TensorId keyRotary = m_graph.view(latent, {a.ropeDim, 1, m_tokens, 1}, {row, row, row * m_tokens});
    rotary = rope(rotary);
    keyRotary = rope(keyRotary);
    compressed = weightedNorm(compressed);

    // Queries are brought into the latent space, so that the cache serves as keys and values of one wide head.
    const TensorId keyUp = weight(TensorRole::LatentKeyUp, 0, {a.nopeDim, a.kvRank, a.heads, 1});
    const TensorId absorbed = m_graph.permute(multiply(keyUp, m_graph.permute(plain, {0, 2, 1, 3})), {0, 2, 1, 3});
    const TensorId query =
        m_graph.compute(GraphOp::Other, kF32, {a.kvRank + a.ropeDim, a.heads, m_tokens, 1}, {absorbed, rotary});
    compressed = m_graph.reshape(compressed, {a.kvRank, 1, m_tokens, 1});
    const TensorId key =
        m_graph.compute(GraphOp::Other, kF32, {a.kvRank + a.ropeDim, 1, m_tokens, 1}, {compressed, keyRotary});
    m_graph.expand(query);
    m_graph.expand(compressed);
    m_graph.expand(key);
    const std::int64_t width = a.kvRank + a.ropeDim;
    const TensorId cache = cacheTensor(m_settings.keyLayout, {width, inputs.cells, m_streams, 1});
    m_graph.expand(storeKeys(key, cache, inputs.keyRows, inputs.cells));
    const TensorId k = cachedRows(cache, width, 1, inputs.cells);
    const Shape stride = m_graph[k].stride;
    const TensorId v = m_graph.view(k, {a.kvRank, 1, inputs.cells, m_streams}, {stride[1], stride[2], stride[3]});
    const TensorId valueUp = weight(TensorRole::LatentValueUp, 0, {a.kvRank, a.valueDim, a.heads, 1});
    TensorId result = attend(query, k, v, inputs, kNoTensor, valueUp, false);
    if (a.outputGate) {
        const TensorId gate = linear(TensorRole::AttentionGate, x, a.heads * a.valueDim);
        result = m_graph.like(GraphOp::InPlace, {result, m_graph.like(GraphOp::InPlace, {gate})});
    }
    return linear(TensorRole::AttentionOutput, result, m_settings.architecture->hiddenSize);
}

TensorId LayerBuilder::attention(TensorId x, const CompressedAttention& a) {
    // DeepSeek-V4: not modelled beyond its widest projections.
    TensorId q =
        linear(TensorRole::LatentQueryUp, linear(TensorRole::LatentQueryDown, x, a.queryRank), a.heads * a.headDim);
    q = m_graph.reshape(q, {a.heads * a.headDim, m_tokens, 1, 1});
    return linear(TensorRole::AttentionOutput, q, m_settings.architecture->hiddenSize);
}

} // namespace vram
