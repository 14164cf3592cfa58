// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "core/units/bytes.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vram {

/// What a tensor does; decides which formats quantize it and which device a runtime puts it on.
enum class TensorRole : std::uint8_t {
    TokenEmbedding,
    PositionEmbedding,
    Output,
    OutputBias,
    OutputNorm,
    EmbeddingNorm,
    RopeFactors,
    BlockNorm,
    AttentionQ,
    AttentionK,
    AttentionV,
    AttentionQkv,
    AttentionOutput,
    AttentionBias,
    AttentionQkNorm,
    AttentionSinks,
    AttentionGate,
    LatentQueryDown,
    LatentQueryUp,
    LatentKvDown,
    LatentKeyUp,
    LatentValueUp,
    LatentNorm,
    Indexer,
    RecurrentIn,
    RecurrentOut,
    RecurrentGate,
    RecurrentProjection,
    RecurrentConv,
    RecurrentSmall,
    FeedForwardGate,
    FeedForwardUp,
    FeedForwardGateUp,
    FeedForwardDown,
    FeedForwardBias,
    Router,
    RouterBias,
    ExpertGate,
    ExpertUp,
    ExpertDown,
    ExpertBias,
    SharedGate,
    SharedUp,
    SharedDown,
    SharedRouter,
    Vision,
    Audio,
    Other,
    Remainder,
    PerLayerEmbedding,  ///< the table of per-layer embeddings: looked up like TokenEmbedding (Gemma 3n, 4)
    PerLayerProjection, ///< of the per-layer embeddings, inside a block
    LatentExpert,       ///< projections to and from the width that routed experts work in
    NextTokenInput,     ///< joins hidden values and embedding before a layer of multi-token prediction (eh_proj)
};

/// One tensor: `columns` is the contiguous dimension (ggml's ne[0], the input width of a linear layer), `rows` the
/// output width, `slices` the number of experts (heads for LatentKeyUp and LatentValueUp of a GGUF; 1 otherwise).
/// Vectors have rows == 1. Other: small tensors that runtimes do not quantize; as a matrix 16-bit, as a vector f32.
struct Tensor {
    TensorRole role{};
    std::int32_t layer = -1; ///< -1: outside the blocks
    std::int64_t columns = 0;
    std::int64_t rows = 1;
    std::int64_t slices = 1;
    /// Elements, saturating.
    [[nodiscard]] constexpr std::int64_t elements() const {
        return saturatingMultiply(saturatingMultiply(columns, rows), slices);
    }
    [[nodiscard]] constexpr bool isMatrix() const { return rows > 1 || slices > 1; }
    friend constexpr bool operator==(const Tensor&, const Tensor&) = default;
};

/// The two ways in which the same weights are stored.
enum class InventoryView : std::uint8_t {
    Checkpoint, ///< safetensors: as the model's authors publish it (what parameter counts count)
    Gguf,       ///< as llama.cpp's converter writes it: rope factors, split latent projections, its vocabulary rows; no
                ///< vision tower
};

/// Expands an architecture to its tensors, in file order (embedding, blocks 0..L-1, output). Everything that counts
/// parameters or bytes of weights folds over this list.
[[nodiscard]] std::vector<Tensor> expandInventory(const Architecture& architecture, InventoryView view);

/// Parameters of the model (Checkpoint view, vision and audio towers included; saturating).
[[nodiscard]] std::int64_t parameterCount(const Architecture& architecture);

/// Parameters that one token passes through: of routed experts only the used ones; text part only. The embedding
/// table and the head are counted in full (a tied one once), per-layer embedding tables are not.
[[nodiscard]] std::int64_t activeParameterCount(const Architecture& architecture);

} // namespace vram
