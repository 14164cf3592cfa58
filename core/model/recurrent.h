// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vram {

enum class RecurrentKind : std::uint8_t { Mamba1, Mamba2, GatedDeltaNet, KimiDelta, Lightning, ShortConv };

/// A layer part with a fixed-size state per sequence. Widths are in elements, as in GGUF's ssm.* keys.
/// State (f32) = (convKernel - 1) * convChannels + stateElements.
struct Recurrent {
    RecurrentKind kind{};
    std::int64_t convKernel = 0;    ///< 0: no convolution
    std::int64_t convChannels = 0;  ///< inner + 2 * groups * state for Mamba-2 and delta nets
    std::int64_t inner = 0;         ///< d_inner = heads * headDim
    std::int64_t state = 0;         ///< d_state
    std::int64_t heads = 0;         ///< value heads
    std::int64_t groups = 0;        ///< B and C groups, or key heads
    std::int64_t stateElements = 0; ///< state * inner; 0 for ShortConv
    std::int64_t rank = 0;          ///< low-rank projections (dt_rank of Mamba-1, gate rank of Kimi Delta)
    bool bias = false;              ///< of the convolution
    bool norm = true;               ///< before the output projection
    bool fullGate = false;          ///< the output gate is one whole matrix, not a low-rank pair (Kimi K3)
    bool projectionNorms = false;   ///< norms of dt, B and C (Jamba)
    friend bool operator==(const Recurrent&, const Recurrent&) = default;
};

} // namespace vram
