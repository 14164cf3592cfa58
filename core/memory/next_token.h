// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"

#include <memory>
#include <span>

namespace vram {

/// What multi-token prediction adds, whatever the card.
struct NextTokenDemand {
    Bytes weights;
    Bytes cache;
    std::int64_t stateRows = 0;            ///< further states of every sequence, to go back to after a rejected draft
    std::int64_t statesHeld = 1;           ///< states of a sequence that the model's own figure counts already
    std::shared_ptr<const Demand> buffers; ///< llama.cpp: of the context that drafts
    Resolved question;                     ///< the layers as a model of their own
};

/// Of the layers that `resolved.extras` names.
[[nodiscard]] NextTokenDemand nextTokenDemandOf(const Resolved& resolved);

/// Adds it where the output layer lies, and the states where the model's are.
void addNextToken(Loads& loads, const Demand& demand, const Layout& layout, std::span<const Gpu* const> cards);

} // namespace vram
