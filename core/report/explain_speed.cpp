// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_speed.h"

#include "core/report/command.h"

namespace vram {

std::optional<SpeedReasons> explainSpeed(const Resolved& resolved) {
    const PlacedQuestion placed = placedQuestion(resolved);
    const Resolved& settled = placed.settled;
    const Demand demand = demandOf(settled);
    const Cards cards = cardsOf(settled.machine, settled.scenario.placement);
    if (!speedOf(settled, demand, cards, placed.placement)) {
        return std::nullopt;
    }
    const Layout& layout = placed.placement.layout;
    return SpeedReasons{decodeTerms(settled, demand, cards, layout), prefillTerms(settled, demand, cards, layout)};
}

} // namespace vram
