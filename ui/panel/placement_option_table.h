// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/placement/placement_facts.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace vram::ui {

/// A choice of where things lie: which runtimes have it, when it matters, where it stands in the scenario, its words.
struct PlacementOption {
    /// A most of memory a card, in MiB; absent: all that is usable.
    struct Budget {
        std::optional<std::int64_t> PlacementChoice::*member = nullptr;
    };
    /// A number of the model's layers; absent: none.
    struct Layers {
        std::optional<std::int64_t> PlacementChoice::*member = nullptr;
    };
    /// One of two places or ways, by their words.
    struct Either {
        bool PlacementChoice::*member = nullptr;
        const char* off = nullptr;
        const char* on = nullptr;
    };
    /// A number of cards that divides a machine's; absent: automatic.
    struct Degree {
        std::optional<std::int64_t> PlacementChoice::*member = nullptr;
    };
    struct Switch {
        bool PlacementChoice::*member = nullptr;
    };
    /// A number for every card; empty: by usable memory.
    struct Ratios {
        std::vector<double> PlacementChoice::*member = nullptr;
    };
    /// One of the cards.
    struct Card {
        std::int64_t PlacementChoice::*member = nullptr;
    };
    enum class When : std::uint8_t { Always, Experts, AutomaticExperts, SeveralCards, Rows, SeveralCardsAndExperts };

    std::span<const std::string_view> runtimes; ///< by name
    const char* key = nullptr; ///< as in the scenario's JSON; the control's object name with "Placement" behind it
    When when{};
    std::variant<Budget, Layers, Either, Degree, Switch, Ratios, Card> value;
    const char* label = nullptr; ///< of context "PlacementOption"
    const char* tip = nullptr;

    /// Whether the runtime has it at all.
    [[nodiscard]] bool isOf(std::string_view runtime) const;
    /// Whether it changes anything for the question.
    [[nodiscard]] bool matters(const PlacementFacts& facts, const PlacementChoice& chosen) const;
};

/// In the order that they are shown in.
[[nodiscard]] std::span<const PlacementOption> placementOptions();

} // namespace vram::ui
