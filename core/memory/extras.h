// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"

#include <memory>
#include <span>
#include <vector>

namespace vram {

struct NextTokenDemand;

/// What is loaded beside the model, whatever the card. Adapter bytes of layers [a, b) are before[b] - before[a].
struct ExtrasDemand {
    std::vector<Bytes> adapterBefore; ///< size layers + 1; empty: no adapter
    Bytes adapterOutside;             ///< on embedding and head
    std::shared_ptr<const Demand> draft;
    std::shared_ptr<const NextTokenDemand> nextToken;
    Bytes visionWeights; ///< of the projector file, 16 bits
    ByteRange visionWork;
};

/// nullptr where nothing is loaded beside the model.
[[nodiscard]] std::shared_ptr<const ExtrasDemand> extrasDemandOf(const Resolved& resolved);

/// Bytes of everything beside the model on every device and on the host; part of loadsOf().
[[nodiscard]] Loads extrasLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                std::span<const Gpu* const> cards);

/// Values of one adapter: rank x (columns + rows) of every target, experts each for itself; saturating.
[[nodiscard]] std::int64_t adapterValues(const Architecture& architecture, const ResolvedExtras& extras,
                                         std::int64_t rank);

} // namespace vram
