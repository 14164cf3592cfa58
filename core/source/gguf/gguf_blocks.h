// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "core/source/gguf/gguf_keys.h"
#include "core/source/gguf/gguf_layers.h"
#include "core/source/gguf/gguf_windows.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vram {

/// What a file's keys say of its blocks, with the defaults that llama.cpp takes for absent ones.
struct GgufHyperParameters {
    std::int64_t layers = 0; ///< without draft heads
    std::int64_t draftLayers = 0;
    std::int64_t hidden = 0;
    std::vector<std::int64_t> heads; ///< by layer
    std::vector<std::int64_t> kvHeads;
    std::int64_t keyLength = 0; ///< of a head; 0: hidden / heads
    std::int64_t valueLength = 0;
    std::int64_t keyLengthWindow = 0; ///< of layers with a window; 0: the same
    std::int64_t valueLengthWindow = 0;
    std::int64_t keyLengthLatent = 0; ///< of latent attention, expanded; 0: the file has no such metadata
    std::int64_t valueLengthLatent = 0;
    std::int64_t experts = 0;
    std::int64_t usedExperts = 0;
    std::int64_t stateSize = 0;
    std::int64_t stateHeads = 0; ///< "ssm.time_step_rank"
    std::int64_t stateGroups = 0;
    std::int64_t shortConvKernel = 0;
    std::int64_t deltaHeadDim = 0; ///< "kda.head_dim"
    std::int64_t indexerHeads = 0;
    std::int64_t indexerDim = 0;
    GgufWindows windows;
    std::string missing; ///< a key without which the layout is not known; empty: all are there
};
/// Errors stay in `keys`. `counted` stands in for an absent number of blocks, `columns` for an absent hidden size.
[[nodiscard]] GgufHyperParameters readGgufHyperParameters(GgufKeys& keys, const std::string& architecture,
                                                          std::int64_t counted, std::int64_t columns);

/// One block as its tensors and the keys describe it.
struct GgufBlock {
    Block block;
    bool cacheKnown = true;    ///< false: something that may change the cache is not understood
    std::string notUnderstood; ///< the first tensor, or "attn_k.weight: ..." where keys and shapes disagree
};
[[nodiscard]] GgufBlock readGgufBlock(const GgufLayer& layer, const GgufHyperParameters& keys, std::int64_t index);

} // namespace vram
