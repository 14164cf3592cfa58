// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/remedy.h"
#include "core/catalog/catalog.h"
#include "ui/store/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vram::ui {

enum class WayOutKind : std::uint8_t {
    Reset,          ///< back to the first question
    ChooseCards,    ///< opens the list of cards
    ShowAllRows,    ///< takes the filter away
    ChooseModel,    ///< opens the list of models
    FocusRow,       ///< `number`: a row of the snapshot that holds everything
    Runtime,        ///< `id`: a runtime that can use the card
    Weights,        ///< `id`: a format that can be used here
    Context,        ///< `number`: tokens
    FlashAttention, ///< on
    Task,           ///< `number`: the task of the focused row
};

/// A way out of a state that has no good answer, which follows from the answer at once: one action of the user, offered
/// beside the sentence that says why.
struct WayOut {
    WayOutKind kind{};
    std::string id = {};
    std::int64_t number = 0;
    friend bool operator==(const WayOut&, const WayOut&) = default;
};

/// What stands on a button: such a way out, or a remedy that the core searched for.
using Offer = std::variant<WayOut, Remedy>;

/// The ways out for the focused row (or for there being none), most fitting first. Cheap: what needs a search is
/// FitAdvisor's.
[[nodiscard]] std::vector<WayOut> waysOut(const Snapshot& snapshot, bool filtered, const Catalog& catalog);

/// The question after a way out that is a change of it; nothing of one that opens a list or focuses a row.
[[nodiscard]] std::optional<Scenario> withWayOut(Scenario scenario, const WayOut& way, const Catalog& catalog);

/// The scenario once a remedy of `row`, a row of it, is taken; nothing where that would not help the row.
[[nodiscard]] std::optional<Scenario> withRemedyOf(const Row& row, const Remedy& remedy, const Scenario& scenario,
                                                   const Catalog& catalog);

/// Whether a remedy of the row makes the row's question the scenario's (core/advice/row_remedy.h).
[[nodiscard]] bool takesRowAlong(const Row& row);

/// True where the focused row is too small or tight, and not merely unusable: there a smaller question may fit.
[[nodiscard]] bool isTooSmall(const Snapshot& snapshot);

/// All offers in the order in which they are shown: remedies that better the verdict, ways out, the other remedies. A
/// card that a remedy names is not offered a second time as a row.
[[nodiscard]] std::vector<Offer> offersOf(const std::vector<WayOut>& ways, const std::vector<Remedy>& remedies,
                                          const Snapshot& snapshot);

/// Whether an offer is the smallest change after which everything fits: the first one of `offers`, if it is that.
[[nodiscard]] bool isSmallestChange(const std::vector<Offer>& offers, std::size_t index);

} // namespace vram::ui
