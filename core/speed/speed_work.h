// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"

namespace vram {

/// What one step of a model touches in some of its layers.
struct LayersWork {
    double used = 0;   ///< bytes of weights that the step reads: of routed experts those that its tokens choose
    double stored = 0; ///< bytes of weights, all experts
    double cache = 0;  ///< bytes of keys and values at the full context
    double state = 0;  ///< bytes of recurrent state, read and written
    double layers = 0; ///< latency in plain layers
    double active = 0; ///< bytes of weights that one token passes through

    LayersWork& operator+=(const LayersWork& other);
};

/// Work of layers [first, end), with the output layer where `output`. `tokens` share the step.
[[nodiscard]] LayersWork workOf(const Resolved& resolved, const Demand& demand, std::int64_t first, std::int64_t end,
                                bool output, double tokens);

/// Floating-point operations of attention over a prompt of `tokens`: each token's scores and sums over those before it.
[[nodiscard]] double attentionFlops(const Architecture& architecture, double tokens);

} // namespace vram
