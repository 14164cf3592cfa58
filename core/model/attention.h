// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <variant>

namespace vram {

/// Which cached positions an attention layer keeps.
enum class WindowKind : std::uint8_t {
    Full,    ///< the whole context
    Sliding, ///< the last `window` positions
    Chunked, ///< the current chunk of `window` positions (Llama 4)
};

/// Normalisation of queries and keys before the dot product.
enum class QkNorm : std::uint8_t { None, PerHead, Whole };

/// Multi-head, grouped-query or multi-query attention. Widths are in elements.
struct GroupedAttention {
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t valueDim = 0; ///< per head; equal to headDim unless the model says otherwise
    WindowKind windowKind = WindowKind::Full;
    std::int64_t window = 0; ///< positions; 0 for Full
    QkNorm qkNorm = QkNorm::None;
    bool qkvBias = false;
    bool outputBias = false;
    bool outputGate = false; ///< the query projection is doubled for a gate (Qwen3-Next)
    bool headGate = false;   ///< a projection to one gate a head (Step 3.5)
    bool sinks = false;      ///< one learned sink logit a head (gpt-oss)
    bool fusedQkv = false;   ///< stored as one matrix (Phi-3)
    bool reusesKv = false;   ///< reads the cache of an earlier layer: has no cache of its own (Gemma 3n, 4)
    bool kvWeights = true;   ///< false: a layer with reusesKv that stores no key and value projections
    bool keyIsValue = false; ///< one projection serves as key and value; both are cached (Gemma 4's global layers)
    /// Block-sparse attention's indexer (MiniMax-M3): heads and width of its queries and its one key; 0: none.
    std::int64_t indexerHeads = 0;
    std::int64_t indexerDim = 0;
    bool crossAttention = false; ///< keys and values come from image tokens only: no text cache (Llama 3.2 Vision)
    [[nodiscard]] std::int64_t queryWidth() const { return heads * headDim; }
    [[nodiscard]] std::int64_t keyWidth() const { return kvHeads * headDim; }
    [[nodiscard]] std::int64_t valueWidth() const { return kvHeads * valueDim; }
    friend bool operator==(const GroupedAttention&, const GroupedAttention&) = default;
};

/// Multi-head latent attention (DeepSeek-V2, arXiv 2405.04434): one compressed latent per token is cached.
struct LatentAttention {
    std::int64_t heads = 0;
    std::int64_t queryRank = 0; ///< 0: queries are not compressed
    std::int64_t kvRank = 0;
    std::int64_t ropeDim = 0;
    std::int64_t nopeDim = 0;
    std::int64_t valueDim = 0;
    bool outputGate = false;
    /// Sparse-attention indexer (DeepSeek-V3.2): heads and width; 0 = none. It caches `indexerDim` values a token.
    std::int64_t indexerHeads = 0;
    std::int64_t indexerDim = 0;
    friend bool operator==(const LatentAttention&, const LatentAttention&) = default;
};

/// Attention over compressed positions whose cache cannot be sized yet (DeepSeek-V4): weights are known, cache is not.
struct CompressedAttention {
    std::int64_t heads = 0;
    std::int64_t headDim = 0; ///< of the queries and of the one latent that is key and value
    std::int64_t queryRank = 0;
    std::int64_t outputGroups = 0; ///< the output projection goes through outputGroups * outputRank
    std::int64_t outputRank = 0;
    std::int64_t compressRatio = 0; ///< positions merged into one entry; 0: sliding window only
    std::int64_t window = 0;
    std::int64_t indexerHeads = 0; ///< only where the compressed entries are selected sparsely
    std::int64_t indexerDim = 0;
    friend bool operator==(const CompressedAttention&, const CompressedAttention&) = default;
};

using Attention = std::variant<std::monostate, GroupedAttention, LatentAttention, CompressedAttention>;

} // namespace vram
