// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"
#include "core/memory/part_sizes.h"
#include "core/placement/placement.h"
#include "core/runtime/runtime.h"

#include <optional>
#include <utility>
#include <vector>

namespace vram {

// What of a report decides its verdict, for whoever asks many questions and wants no more of each answer.

/// The first card that the runtime cannot use, or cannot use with this format; Yes where all can.
[[nodiscard]] std::pair<Support, const Gpu*> supportOf(const Resolved& resolved, const Cards& cards);

/// What the question "does it fit" is asked of: the cards, with the host's part where it lies in the same pool; RAM
/// where there is no card.
struct CardsNeed {
    PartSizes parts;
    Bytes usable; ///< low estimate
    Bytes capacity;
    Bytes headroom; ///< of the fullest card: usable - need; negative: what is missing
};
[[nodiscard]] CardsNeed needOn(const Cards& cards, const Loads& loads, const Machine& machine);

/// Pools of the cards in turn, for runtimes that take one. A token lies in every card's pool: the card with room for
/// the fewest decides.
[[nodiscard]] std::vector<std::optional<KvPool>> poolsOf(const Resolved& resolved, const Demand& demand,
                                                         const Cards& cards, const Layout& layout, const Loads& loads);

/// `verdict`, or "no" for what fits by its bytes and yet does not start as asked: "never a wrong yes". `pool`: of the
/// first card.
[[nodiscard]] Verdict startableVerdict(Verdict verdict, const Resolved& resolved, const Cards& cards,
                                       const Layout& layout, const std::optional<KvPool>& pool);

/// How attention heads go over the ranks of tensor parallelism.
struct RankHeads {
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0; ///< fewest of a layer; 0: no layer has such heads
    bool divide = true;
    bool copied = false; ///< several ranks keep the same keys and values
};
[[nodiscard]] RankHeads rankHeads(const Architecture& architecture, std::int64_t ranks);

/// Degrees that the scenario names ask for more cards than there are.
[[nodiscard]] bool tooManyRanks(const Resolved& resolved, const Cards& cards);

/// Verdict and need of report(), to the letter; no verdict where it takes a search for layers, or report() itself.
struct Judgement {
    std::optional<Verdict> verdict;
    Bytes need; ///< upper end, as Report::needTotal
    Bytes headroom;
    bool countable = true; ///< false: a size leaves 64 bits, and report() answers with an error
};
/// `support`: what supportOf() says. `layout` and `full`: of fullLayout() on these cards.
[[nodiscard]] Judgement judgementOf(const Resolved& resolved, const Demand& demand, const Machine& machine,
                                    const Cards& cards, Support support, const Layout& layout, const Loads& full);

/// The verdict of report(), searched for where it has to be. `support` is Yes; sizes are within 64 bits.
[[nodiscard]] Verdict searchedVerdict(const Resolved& resolved, const Demand& demand, const Machine& machine,
                                      const Cards& cards, const Layout& layout, const Loads& full);

} // namespace vram
