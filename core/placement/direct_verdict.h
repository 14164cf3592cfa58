// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/placement/placement.h"

#include <optional>

namespace vram {

/// The verdict of place(), to the letter, where it takes no search: everything on the cards holds, or the runtime
/// leaves nothing in RAM, or RAM lacks room for what the cards cannot hold at best. Nothing where layers have to be
/// searched, or where the scenario says what lies where. `full` are the loads of fullLayout().
[[nodiscard]] std::optional<Verdict> directVerdict(const Resolved& resolved, const Demand& demand,
                                                   const Machine& machine, const Cards& cards, const Layout& layout,
                                                   const Loads& full);

} // namespace vram
