// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"

#include <optional>

namespace vram {

// One function an engine that takes all that is left for its cache; poolOf() chooses.
[[nodiscard]] std::optional<KvPool> vllmPool(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                             std::size_t device, const PartSizes& parts, const Gpu& card, Bytes usable);
[[nodiscard]] std::optional<KvPool> sglangPool(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                               std::size_t device, const PartSizes& parts, const Gpu& card,
                                               Bytes usable);
[[nodiscard]] std::optional<KvPool> tensorRtPool(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                                 std::size_t device, const PartSizes& parts, const Gpu& card,
                                                 Bytes usable);

/// `budget` in whole pages, at what the scenario's own tokens cost on this device; less what `terms` takes off, unless
/// the budget is a share of what that leaves.
[[nodiscard]] std::optional<KvPool> pagedPool(const Resolved& resolved, const Demand& demand, const PartSizes& parts,
                                              Bytes budget, const KvPool::Terms& terms);

} // namespace vram
