// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attention.h"
#include "core/model/feed_forward.h"
#include "core/model/recurrent.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vram {

/// One kind of block. A block may have attention, a recurrent part (or both, as in Falcon-H1) and a feed-forward.
struct Block {
    std::string name; ///< "full", "local", ... for messages
    Attention attention;
    std::optional<Recurrent> recurrent;
    FeedForward feedForward;
    std::int64_t norms = 2;           ///< hidden-size norm vectors of this block (post-norms included)
    bool normBias = false;            ///< LayerNorm with bias
    std::int64_t extraParameters = 0; ///< parameters of the block that no field above expresses (small; listed in docs)
    bool nextToken = false;           ///< joins hidden values and the next token's embedding first (multi-token
                                      ///< prediction): a matrix and three norms more
    friend bool operator==(const Block&, const Block&) = default;
};

enum class PositionKind : std::uint8_t { Rotary, None, Learned };

/// A transformer (or hybrid) as hyper-parameters. `layerBlocks[i]` is the index into `blocks` of layer i.
struct Architecture {
    std::int64_t hiddenSize = 0;
    std::int64_t vocabSize = 0;
    std::int64_t ggufVocabSize = 0; ///< rows in a GGUF where they differ (Gemma 3); 0: vocabSize
    bool tiedEmbeddings = false;
    bool ggufOutput = false; ///< tied, but a GGUF holds the output matrix as well: llama.cpp's converter copies the
                             ///< checkpoint's second one (Falcon)
    bool outputBias = false;
    bool outputNorm = true;
    bool outputNormBias = false;
    bool embeddingNorm = false;
    PositionKind positions = PositionKind::Rotary;
    std::int64_t learnedPositions = 0; ///< rows of a learned position table
    std::int64_t ropeFactors = 0;      ///< f32 rope factors stored once in a GGUF (rope_freqs.weight): head_dim / 2
    std::int64_t perLayerWidth = 0;    ///< per-layer embeddings (Gemma 3n, 4): width a layer; 0: none
    std::int64_t perLayerVocab = 0;    ///< rows of the per-layer embedding table
    std::int64_t altupInputs = 0;      ///< parallel residual streams of AltUp (Gemma 3n); 0: none
    std::int64_t laurelRank = 0;       ///< low-rank learned residual of LAuReL (Gemma 3n); 0: none
    std::int64_t hyperConnections = 0; ///< residual streams of hyper-connections (DeepSeek-V4); 0: none
    std::int64_t ropeFactorSets = 0;   ///< long/short factor tables stored in a GGUF (Phi-3): 2, else 0 or 1
    std::int64_t visionParameters = 0; ///< encoder and projector: a separate file in GGUF, loaded elsewhere
    std::int64_t audioParameters = 0;
    std::int64_t extraParameters = 0; ///< text parameters outside blocks that no field expresses (listed in docs)
    std::int64_t remainder = 0;       ///< generic models: parameters that make the total exact
    std::int64_t nextTokenLayers = 0; ///< beyond the last layer, for multi-token prediction; in no count of parameters
    std::uint16_t nextTokenBlock = 0; ///< index into `blocks` of what they are like
    std::vector<Block> blocks;
    std::vector<std::uint16_t> layerBlocks;

    [[nodiscard]] std::int64_t layerCount() const { return static_cast<std::int64_t>(layerBlocks.size()); }
    [[nodiscard]] const Block& layer(std::int64_t index) const {
        return blocks[layerBlocks[static_cast<std::size_t>(index)]];
    }
    /// Whether a GGUF has no output matrix of its own.
    [[nodiscard]] bool ggufTied() const { return tiedEmbeddings && !ggufOutput; }
    [[nodiscard]] std::int64_t ggufRows() const { return ggufVocabSize > 0 ? ggufVocabSize : vocabSize; }
    friend bool operator==(const Architecture&, const Architecture&) = default;
};

} // namespace vram
