// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"
#include "core/placement/cards.h"
#include "core/placement/layouts.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vram {

enum class Verdict : std::uint8_t { Fits, Tight, Offload, No, Unknown };
[[nodiscard]] std::string_view verdictId(Verdict verdict); ///< "fits", ...

/// Where everything lies and whether it fits.
struct Placement {
    Layout layout;
    Loads loads;
    Verdict verdict = Verdict::Unknown;
    RamVerdict ram = RamVerdict::Fits; ///< of what lies in RAM; of unified memory `fits`
    bool ramShort = false;             ///< would be an offload with more RAM
    std::int64_t gpuLayers = 0;
};

/// Places `demand` on the cards and judges it: fits and tight with everything on the cards, offload with the most
/// layers that leave the margin free. `full` are the loads of fullLayout().
[[nodiscard]] Placement place(const Resolved& resolved, const Demand& demand, const Machine& machine,
                              const Cards& cards, const Layout& layout, const Loads& full);

} // namespace vram
