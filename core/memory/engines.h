// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"

#include <span>

namespace vram {

// One function an engine: bytes by part on every device and on the host. Formulas and sources: docs/formulas.md.
[[nodiscard]] Loads llamaCppLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                  std::span<const Gpu* const> cards);
[[nodiscard]] Loads vllmLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                              std::span<const Gpu* const> cards);
[[nodiscard]] Loads transformersLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                      std::span<const Gpu* const> cards);

/// Weights of one device's layers in a runtime that loads whole checkpoints: with the embedding, the towers and the
/// output layer where they lie there; a tied head counts again where it is a copy.
[[nodiscard]] Bytes checkpointWeights(const Resolved& resolved, const Demand& demand, const Layout::Device& device);

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
