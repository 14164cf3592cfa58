// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"

namespace vram {

/// What one step of a model touches in some of its layers.
struct LayersWork {
    double used = 0;          ///< bytes of weights that the step reads: of routed experts those that its tokens choose
    double stored = 0;        ///< bytes of weights, all experts
    double cache = 0;         ///< bytes of keys and values at the full context
    double state = 0;         ///< bytes of recurrent state, read and written
    double layers = 0;        ///< latency in plain layers
    double active = 0;        ///< bytes of weights that one token passes through
    double experts = 0;       ///< of `stored`, those of routed experts
    double expertsActive = 0; ///< of `active`
    double expertsUsed = 0;   ///< of `used`
    double blocks = 0;        ///< layers, each as one

    LayersWork& operator+=(const LayersWork& other);
    /// What is not of routed experts, caches and states, times `share`; latency and layers whole.
    [[nodiscard]] LayersWork dense(double share) const;
    /// The rest: experts, caches and states without latency.
    [[nodiscard]] LayersWork withoutDense() const;
};

/// Layers whose routed experts may lie elsewhere.
struct SplitWork {
    LayersWork own;
    LayersWork experts; ///< routed experts of the layers before `cpuExperts`
};

/// Work of layers [first, end), with the output layer where `output`. `tokens` share the step. Layers before
/// `cpuExperts` keep their routed experts apart.
[[nodiscard]] SplitWork workOf(const Resolved& resolved, const Demand& demand, std::int64_t first, std::int64_t end,
                               bool output, double tokens, std::int64_t cpuExperts = 0);

/// Floating-point operations of attention over a prompt of `tokens`: each token's scores and sums over those before it.
[[nodiscard]] double attentionFlops(const Architecture& architecture, double tokens);

} // namespace vram
