// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <variant>

namespace vram {

struct DenseFeedForward {
    std::int64_t width = 0;
    bool gated = true;
    bool bias = false;
    bool fusedGateUp = false; ///< gate and up stored as one matrix (Phi-3)
    bool innerNorm = false;   ///< a norm of `width` before the down projection (BitNet)
    friend bool operator==(const DenseFeedForward&, const DenseFeedForward&) = default;
};

struct MixtureOfExperts {
    std::int64_t experts = 0;
    std::int64_t usedExperts = 0;
    std::int64_t expertWidth = 0;
    std::int64_t sharedWidth = 0; ///< all shared experts together; 0: none
    std::int64_t latentWidth = 0; ///< routed experts read and write this width instead of the hidden size; 0: hidden
    bool latentNorm = false;      ///< a norm of latentWidth before the experts (Kimi K3)
    std::int64_t denseWidth = 0;  ///< a dense feed-forward beside the experts in the same layer; 0: none
    bool gated = true;
    bool sharedGate = false;    ///< a sigmoid gate on the shared expert (Qwen MoE)
    bool routerBias = false;    ///< as a parameter (gpt-oss)
    bool selectionBias = false; ///< expert-score correction (DeepSeek-V3)
    bool expertBias = false;
    friend bool operator==(const MixtureOfExperts&, const MixtureOfExperts&) = default;
};

using FeedForward = std::variant<std::monostate, DenseFeedForward, MixtureOfExperts>;

} // namespace vram
