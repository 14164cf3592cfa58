// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"
#include "core/memory/fitted.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace vram {

// One function an engine: bytes by part on every device and on the host. Formulas and sources: docs/formulas.md.
[[nodiscard]] Loads llamaCppLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                  std::span<const Gpu* const> cards);
/// What stays of a llama.cpp layout from start to end: weights, caches and states, without working buffers.
[[nodiscard]] Loads llamaCppHeld(const Resolved& resolved, const Demand& demand, const Layout& layout);
[[nodiscard]] Loads vllmLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                              std::span<const Gpu* const> cards);
[[nodiscard]] Loads transformersLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                      std::span<const Gpu* const> cards);

/// SGLang, TensorRT-LLM, MLX and ExLlama: weights and caches by the layout, and what device_work.h gives.
[[nodiscard]] Loads checkpointLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                    std::span<const Gpu* const> cards);

/// Weights of one device's layers in a runtime that loads whole checkpoints: with the embedding, the towers and the
/// output layer where they lie there; a tied head counts again where it is a copy.
[[nodiscard]] Bytes checkpointWeights(const Resolved& resolved, const Demand& demand, const Layout::Device& device);

/// The constants in use: the scenario's own set where it has one, else the shipped ones.
[[nodiscard]] const Fitted& fittedOf(const Resolved& resolved);

/// Whether a runtime's version ("4.46") is older than major.minor; false where it is no such number.
[[nodiscard]] bool olderThan(std::string_view version, int major, int minor);

/// What vLLM takes at most in one step. Its defaults go by card (vllm/engine/arg_utils.py): large data-centre cards
/// get larger steps.
struct VllmStep {
    std::int64_t sequences = 256;
    std::int64_t tokens = 2048;
};
[[nodiscard]] VllmStep vllmStep(const Resolved& resolved, const Gpu& card);

/// What one device's peak under Transformers is made of, beyond weights and the cache at the end; bytes.
struct TransformersPeak {
    Bytes base;     ///< the matrix library's workspace, a dequantized matrix, small tensors
    Bytes block;    ///< one block's widest moment for the prompt
    Bytes hidden;   ///< the last hidden values, alive beside the logits
    Bytes logits;   ///< of the whole prompt, where the release computes them all
    Bytes scores;   ///< attention scores, without flash attention
    Bytes later;    ///< part of the cache that is still free while the prompt runs
    Bytes oldCache; ///< second copy of the cache while a token is generated
    Bytes loading;  ///< a tied head before it is tied, less what the cache will need

    /// Activations: the largest moment.
    [[nodiscard]] Bytes typical() const;
};
[[nodiscard]] TransformersPeak transformersPeak(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                                std::size_t device, const Gpu& card);

/// Bytes that vLLM's pool spends on one token in this layer, the layer's window aside.
[[nodiscard]] Bytes pooledTokenBytes(const Resolved& resolved, const Block& block);

/// The largest widths over the blocks of an architecture that decide working buffers; elements.
struct Widths {
    std::int64_t hidden = 0;
    std::int64_t query = 0;        ///< attention query width
    std::int64_t key = 0;          ///< attention key width
    std::int64_t attentionOut = 0; ///< input of the output projection
    std::int64_t heads = 0;
    std::int64_t feedForward = 0; ///< widest dense feed-forward
    std::int64_t experts = 0;     ///< used experts x expert width
    std::int64_t usedExperts = 0;
    std::int64_t sharedExperts = 0; ///< width of the shared experts
    std::int64_t window = 0;        ///< largest sliding window; 0: none
    bool latent = false;
    bool recurrent = false;
    bool fullAttention = false;
};
[[nodiscard]] Widths widthsOf(const Architecture& architecture);

} // namespace vram
