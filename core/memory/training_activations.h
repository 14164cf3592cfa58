// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"

namespace vram {

/// Bytes a token that tensor parallelism splits, and that it leaves whole unless the sequence is split too.
struct TokenBytes {
    double split = 0;
    double whole = 0;

    TokenBytes& operator+=(const TokenBytes& other) {
        split += other.split;
        whole += other.whole;
        return *this;
    }
    [[nodiscard]] double on(double ranks, bool sequenceSplit) const {
        return split / ranks + (sequenceSplit ? whole / ranks : whole);
    }
    friend TokenBytes operator*(TokenBytes a, double factor) { return {a.split * factor, a.whole * factor}; }
};

/// What the kinds of layers of a model save for the backward pass; formulas and sources: docs/training.md.
struct BlockActivations {
    TokenBytes all;        ///< everything that autograd saves
    TokenBytes selective;  ///< its input, the result of the attention, the products of the feed-forward
    TokenBytes checkpoint; ///< the layer's input
    double scores = 0;     ///< bytes a token and position of the context, without flash attention
};
[[nodiscard]] BlockActivations blockActivations(const Resolved& resolved, const Block& block);

} // namespace vram
