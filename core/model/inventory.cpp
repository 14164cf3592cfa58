// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inventory.h"

#include "core/model/tensor_list.h"

#include <algorithm>

namespace vram {

namespace {

/// Appends the tensors of one architecture in file order. Shapes follow the checkpoints' modules and, for the GGUF
/// view, the tensor names in llama.cpp's loaders (named in the comments where they differ).
class InventoryBuilder {
public:
    InventoryBuilder(const Architecture& architecture, InventoryView view)
        : m_architecture(architecture),
          m_hidden(architecture.hiddenSize),
          m_gguf(view == InventoryView::Gguf) {}

    [[nodiscard]] std::vector<Tensor> build() {
        constexpr std::size_t kTensorsOfABlock = 24;
        m_tensors.list.reserve(16 + m_architecture.layerBlocks.size() * kTensorsOfABlock);
        addInputs();
        addLayers();
        addOutputs();
        return std::move(m_tensors.list);
    }

private:
    void vector(TensorRole role, std::int64_t columns) { m_tensors.vector(role, columns); }
    void matrix(TensorRole role, std::int64_t columns, std::int64_t rows) { m_tensors.matrix(role, columns, rows); }
    void tensor(TensorRole role, std::int64_t columns, std::int64_t rows, std::int64_t slices) {
        m_tensors.tensor(role, columns, rows, slices);
    }

    void addInputs() {
        const std::int64_t rows = m_gguf ? m_architecture.ggufRows() : m_architecture.vocabSize;
        matrix(TensorRole::TokenEmbedding, m_hidden, rows);
        matrix(TensorRole::PositionEmbedding, m_hidden, m_architecture.learnedPositions);
        if (m_architecture.embeddingNorm) {
            vector(TensorRole::EmbeddingNorm, m_hidden);
        }
        addPerLayerTables();
        if (m_gguf) {
            const std::int64_t sets = std::max<std::int64_t>(m_architecture.ropeFactorSets, 1);
            for (std::int64_t set = 0; set < sets; ++set) {
                vector(TensorRole::RopeFactors, m_architecture.ropeFactors);
            }
        } else {
            vector(TensorRole::Vision, m_architecture.visionParameters);
            vector(TensorRole::Audio, m_architecture.audioParameters);
        }
    }

    void addPerLayerTables() {
        if (const std::int64_t width = m_architecture.perLayerWidth; width > 0) {
            const std::int64_t all = saturatingMultiply(width, m_architecture.layerCount());
            matrix(TensorRole::PerLayerEmbedding, all, m_architecture.perLayerVocab);
            matrix(TensorRole::Other, m_hidden, all); // per_layer_model_proj stays unquantized
            vector(TensorRole::Other, width);
        }
        if (m_architecture.altupInputs > 1) {
            // altup_proj and altup_unembd_proj
            tensor(TensorRole::Other, m_hidden, m_hidden, m_architecture.altupInputs - 1);
            tensor(TensorRole::Other, m_hidden, m_hidden, m_architecture.altupInputs - 1);
        }
    }

    /// Expands each kind of block once and copies it for every further layer.
    void addLayers() {
        struct Range {
            std::size_t begin = 0;
            std::size_t end = 0;
        };
        std::vector<Range> expanded(m_architecture.blocks.size());
        for (std::size_t layer = 0; layer < m_architecture.layerBlocks.size(); ++layer) {
            const std::size_t index = m_architecture.layerBlocks[layer];
            Range& range = expanded[index];
            m_tensors.layer = static_cast<std::int32_t>(layer);
            if (range.end == 0) {
                range.begin = m_tensors.list.size();
                addBlock(m_architecture.blocks[index]);
                range.end = m_tensors.list.size();
                continue;
            }
            for (std::size_t source = range.begin; source < range.end; ++source) {
                Tensor copy = m_tensors.list[source];
                copy.layer = m_tensors.layer;
                m_tensors.list.push_back(copy);
            }
        }
        m_tensors.layer = -1;
    }

    void addOutputs() {
        if (m_architecture.outputNorm) {
            vector(TensorRole::OutputNorm, m_hidden);
        }
        if (m_architecture.outputNormBias) {
            vector(TensorRole::OutputNorm, m_hidden);
        }
        if (!(m_gguf ? m_architecture.ggufTied() : m_architecture.tiedEmbeddings)) {
            matrix(TensorRole::Output, m_hidden, m_gguf ? m_architecture.ggufRows() : m_architecture.vocabSize);
        }
        if (m_architecture.outputBias) {
            vector(TensorRole::OutputBias, m_gguf ? m_architecture.ggufRows() : m_architecture.vocabSize);
        }
        if (const std::int64_t streams = m_architecture.hyperConnections; streams > 0) {
            matrix(TensorRole::Other, saturatingMultiply(streams, m_hidden), streams);
            vector(TensorRole::Other, streams);
            vector(TensorRole::Other, 1);
        }
        vector(TensorRole::Other, m_architecture.extraParameters);
        vector(TensorRole::Remainder, m_architecture.remainder);
    }

    void addBlock(const Block& block) {
        for (std::int64_t norm = 0; norm < block.norms; ++norm) {
            vector(TensorRole::BlockNorm, m_hidden);
            if (block.normBias) {
                vector(TensorRole::BlockNorm, m_hidden);
            }
        }
        std::visit([this](const auto& part) { addAttention(part); }, block.attention);
        if (block.recurrent) {
            addRecurrent(m_tensors, *block.recurrent, m_hidden);
        }
        std::visit([this](const auto& part) { addFeedForward(part); }, block.feedForward);
        addResidualParts();
        if (block.nextToken) { // eh_proj, enorm, hnorm and the norm before the shared output matrix
            matrix(TensorRole::NextTokenInput, 2 * m_hidden, m_hidden);
            for (int norm = 0; norm < 3; ++norm) {
                vector(TensorRole::BlockNorm, m_hidden);
            }
        }
        vector(TensorRole::Other, block.extraParameters);
    }

    void addAttention(const std::monostate&) {}

    void addAttention(const GroupedAttention& a) {
        const std::int64_t query = a.queryWidth() * (a.outputGate ? 2 : 1);
        const std::int64_t key = a.kvWeights ? a.keyWidth() : 0;
        const std::int64_t value = a.kvWeights && !a.keyIsValue ? a.valueWidth() : 0;
        if (a.fusedQkv) {
            matrix(TensorRole::AttentionQkv, m_hidden, query + key + value);
        } else {
            matrix(TensorRole::AttentionQ, m_hidden, query);
            matrix(TensorRole::AttentionK, m_hidden, key);
            matrix(TensorRole::AttentionV, m_hidden, value);
        }
        if (a.qkvBias && a.fusedQkv) {
            vector(TensorRole::AttentionBias, query + key + value);
        } else if (a.qkvBias) {
            vector(TensorRole::AttentionBias, query);
            vector(TensorRole::AttentionBias, key);
            vector(TensorRole::AttentionBias, value);
        }
        matrix(TensorRole::AttentionOutput, saturatingMultiply(a.heads, a.valueDim), m_hidden);
        if (a.outputBias) {
            vector(TensorRole::AttentionBias, m_hidden);
        }
        if (a.qkNorm != QkNorm::None) {
            const bool whole = a.qkNorm == QkNorm::Whole;
            vector(TensorRole::AttentionQkNorm, whole ? a.queryWidth() : a.headDim);
            if (a.kvWeights) {
                vector(TensorRole::AttentionQkNorm, whole ? a.keyWidth() : a.headDim);
            }
        }
        if (a.sinks) {
            vector(TensorRole::AttentionSinks, a.heads);
        }
        if (a.headGate) {
            matrix(TensorRole::AttentionGate, m_hidden, a.heads);
        }
        if (a.indexerHeads > 0) { // index_q_proj and index_k_proj stay unquantized in a GGUF
            matrix(TensorRole::Other, m_hidden, saturatingMultiply(a.indexerHeads, a.indexerDim));
            matrix(TensorRole::Other, m_hidden, a.indexerDim);
            vector(TensorRole::AttentionQkNorm, a.indexerDim);
            vector(TensorRole::AttentionQkNorm, a.indexerDim);
        }
    }

    void addAttention(const LatentAttention& a) {
        const std::int64_t query = saturatingMultiply(a.heads, a.nopeDim + a.ropeDim);
        if (a.queryRank > 0) {
            matrix(TensorRole::LatentQueryDown, m_hidden, a.queryRank);
            vector(TensorRole::LatentNorm, a.queryRank);
            matrix(TensorRole::LatentQueryUp, a.queryRank, query);
        } else {
            matrix(TensorRole::AttentionQ, m_hidden, query);
        }
        matrix(TensorRole::LatentKvDown, m_hidden, a.kvRank + a.ropeDim);
        vector(TensorRole::LatentNorm, a.kvRank);
        if (m_gguf) {
            // attn_k_b is stored transposed, one slice a head, so that the cache can hold the latent alone
            tensor(TensorRole::LatentKeyUp, a.nopeDim, a.kvRank, a.heads);
            tensor(TensorRole::LatentValueUp, a.kvRank, a.valueDim, a.heads);
        } else {
            matrix(TensorRole::LatentKeyUp, a.kvRank, saturatingMultiply(a.heads, a.nopeDim + a.valueDim));
        }
        const std::int64_t out = saturatingMultiply(a.heads, a.valueDim);
        matrix(TensorRole::AttentionOutput, out, m_hidden);
        if (a.outputGate) {
            matrix(TensorRole::AttentionGate, m_hidden, out);
        }
        if (a.indexerHeads > 0) {
            matrix(TensorRole::Indexer, a.queryRank > 0 ? a.queryRank : m_hidden,
                   saturatingMultiply(a.indexerHeads, a.indexerDim));
            matrix(TensorRole::Indexer, m_hidden, a.indexerDim);
            matrix(TensorRole::Indexer, m_hidden, a.indexerHeads);
            vector(TensorRole::LatentNorm, a.indexerDim); // weight and bias of a LayerNorm
            vector(TensorRole::LatentNorm, a.indexerDim);
        }
    }

    void addAttention(const CompressedAttention& a) {
        vector(TensorRole::AttentionSinks, a.heads);
        matrix(TensorRole::LatentQueryDown, m_hidden, a.queryRank);
        vector(TensorRole::LatentNorm, a.queryRank);
        const std::int64_t query = saturatingMultiply(a.heads, a.headDim);
        matrix(TensorRole::LatentQueryUp, a.queryRank, query);
        matrix(TensorRole::LatentKvDown, m_hidden, a.headDim);
        vector(TensorRole::LatentNorm, a.headDim);
        const std::int64_t groups = std::max<std::int64_t>(a.outputGroups, 1);
        const std::int64_t groupsOut = saturatingMultiply(groups, a.outputRank);
        matrix(TensorRole::AttentionOutput, query / groups, groupsOut);
        matrix(TensorRole::AttentionOutput, groupsOut, m_hidden);
        if (a.compressRatio <= 0) {
            return;
        }
        // Layers with an indexer overlap their windows: two entries' worth of compressor (attn_comp_*)
        addCompressor(a.indexerHeads > 0 ? 2 : 1, a.headDim, a.compressRatio);
        if (a.indexerHeads > 0) {
            matrix(TensorRole::Indexer, m_hidden, a.indexerHeads);
            matrix(TensorRole::Indexer, a.queryRank, saturatingMultiply(a.indexerHeads, a.indexerDim));
            addCompressor(2, a.indexerDim, a.compressRatio);
        }
    }

    void addCompressor(std::int64_t overlap, std::int64_t width, std::int64_t ratio) {
        matrix(TensorRole::Indexer, m_hidden, overlap * width);
        matrix(TensorRole::Indexer, m_hidden, overlap * width);
        matrix(TensorRole::Other, overlap * width, ratio); // positions inside an entry
        vector(TensorRole::LatentNorm, width);
    }

    void addFeedForward(const std::monostate&) {}

    void addFeedForward(const DenseFeedForward& f) {
        addDense(f.width, f.gated, f.gated && f.fusedGateUp);
        if (f.innerNorm) {
            vector(TensorRole::BlockNorm, f.width);
        }
        if (f.bias) {
            vector(TensorRole::FeedForwardBias, f.gated && f.fusedGateUp ? 2 * f.width : f.width);
            vector(TensorRole::FeedForwardBias, f.gated && !f.fusedGateUp ? f.width : 0);
            vector(TensorRole::FeedForwardBias, m_hidden);
        }
    }

    void addDense(std::int64_t width, bool gated, bool fused) {
        if (fused) {
            matrix(TensorRole::FeedForwardGateUp, m_hidden, 2 * width);
        } else {
            matrix(TensorRole::FeedForwardGate, m_hidden, gated ? width : 0);
            matrix(TensorRole::FeedForwardUp, m_hidden, width);
        }
        matrix(TensorRole::FeedForwardDown, width, m_hidden);
    }

    void addFeedForward(const MixtureOfExperts& m) {
        const std::int64_t width = m.latentWidth > 0 ? m.latentWidth : m_hidden;
        matrix(TensorRole::Router, m_hidden, m.experts);
        if (m.latentWidth > 0) {
            matrix(TensorRole::LatentExpert, m_hidden, m.latentWidth);
            matrix(TensorRole::LatentExpert, m.latentWidth, m_hidden);
            vector(TensorRole::BlockNorm, m.latentNorm ? m.latentWidth : 0);
        }
        tensor(TensorRole::ExpertGate, width, m.expertWidth, m.gated ? m.experts : 0);
        tensor(TensorRole::ExpertUp, width, m.expertWidth, m.experts);
        tensor(TensorRole::ExpertDown, m.expertWidth, width, m.experts);
        vector(TensorRole::RouterBias, m.routerBias ? m.experts : 0);
        vector(TensorRole::RouterBias, m.selectionBias ? m.experts : 0);
        if (m.expertBias) {
            matrix(TensorRole::ExpertBias, m.gated ? m.expertWidth : 0, m.experts);
            matrix(TensorRole::ExpertBias, m.expertWidth, m.experts);
            matrix(TensorRole::ExpertBias, width, m.experts);
        }
        if (m.sharedWidth > 0) {
            vector(TensorRole::SharedRouter, m.sharedGate ? m_hidden : 0);
            matrix(TensorRole::SharedGate, m_hidden, m.gated ? m.sharedWidth : 0);
            matrix(TensorRole::SharedUp, m_hidden, m.sharedWidth);
            matrix(TensorRole::SharedDown, m.sharedWidth, m_hidden);
        }
        if (m.denseWidth > 0) {
            addDense(m.denseWidth, true, false);
        }
    }

    /// What Gemma 3n, Gemma 4 and DeepSeek-V4 add to every layer's residual stream.
    void addResidualParts() {
        if (const std::int64_t width = m_architecture.perLayerWidth; width > 0) {
            matrix(TensorRole::PerLayerProjection, m_hidden, width);
            matrix(TensorRole::PerLayerProjection, width, m_hidden);
            vector(TensorRole::BlockNorm, m_hidden);
        }
        if (const std::int64_t inputs = m_architecture.altupInputs; inputs > 0) {
            matrix(TensorRole::Other, inputs, inputs);          // altup_correct_coef
            matrix(TensorRole::Other, inputs, inputs * inputs); // altup_predict_coef
            matrix(TensorRole::Other, m_hidden, inputs);        // altup_router
            vector(TensorRole::BlockNorm, m_hidden);
            vector(TensorRole::Other, m_hidden); // altup_correct_scale
        }
        if (const std::int64_t rank = m_architecture.laurelRank; rank > 0) {
            matrix(TensorRole::Other, m_hidden, rank);
            matrix(TensorRole::Other, rank, m_hidden);
            vector(TensorRole::BlockNorm, m_hidden);
        }
        if (const std::int64_t streams = m_architecture.hyperConnections; streams > 0) {
            const std::int64_t mixes = (2 + streams) * streams;
            for (int part = 0; part < 2; ++part) { // hc_attn_* and hc_ffn_*
                matrix(TensorRole::Other, saturatingMultiply(streams, m_hidden), mixes);
                vector(TensorRole::Other, mixes);
                vector(TensorRole::Other, 3);
            }
        }
    }

    const Architecture& m_architecture;
    std::int64_t m_hidden;
    bool m_gguf;
    TensorList m_tensors;
};

/// Elements of a tensor that one token passes through.
std::int64_t activeElements(const Architecture& architecture, const Tensor& tensor) {
    switch (tensor.role) {
    case TensorRole::Vision:
    case TensorRole::Audio:
    case TensorRole::PerLayerEmbedding:
        return 0;
    case TensorRole::ExpertGate:
    case TensorRole::ExpertUp:
    case TensorRole::ExpertDown:
    case TensorRole::ExpertBias: {
        const auto* experts = std::get_if<MixtureOfExperts>(&architecture.layer(tensor.layer).feedForward);
        if (experts == nullptr || experts->experts <= 0) {
            return tensor.elements();
        }
        return saturatingMultiply(tensor.elements() / experts->experts, experts->usedExperts);
    }
    default:
        return tensor.elements();
    }
}

} // namespace

std::vector<Tensor> expandInventory(const Architecture& architecture, InventoryView view) {
    return InventoryBuilder(architecture, view).build();
}

std::int64_t parameterCount(const Architecture& architecture) {
    std::int64_t sum = 0;
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Checkpoint)) {
        sum = saturatingAdd(sum, tensor.elements());
    }
    return sum;
}

std::int64_t activeParameterCount(const Architecture& architecture) {
    std::int64_t sum = 0;
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Checkpoint)) {
        sum = saturatingAdd(sum, activeElements(architecture, tensor));
    }
    return sum;
}

} // namespace vram
