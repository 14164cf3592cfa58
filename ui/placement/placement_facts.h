// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/snapshot.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vram::ui {

/// What the controls of the placement depend on.
struct PlacementFacts {
    std::string_view runtime;          ///< its name; empty: the question has none
    bool experts = false;              ///< a mixture of experts
    std::int64_t layers = 0;           ///< of the model, without the output layer
    std::int64_t expertsInRam = 0;     ///< layers whose experts the answer has there
    std::int64_t mostCards = 0;        ///< of the compared machines
    std::vector<std::int64_t> degrees; ///< numbers that divide the cards of one of them, ascending
    std::vector<std::string> cards;    ///< of the focused machine, in order
    friend bool operator==(const PlacementFacts&, const PlacementFacts&) = default;
};

/// The row whose placement is shown: the focused one; where tasks are compared the scenario's own. Null: there is none.
[[nodiscard]] const Row* placedRow(const Snapshot& snapshot);

/// Layers whose experts lie in RAM, by the scenario or by the answer's own choice.
[[nodiscard]] std::int64_t expertsInRam(const Row& row);

[[nodiscard]] PlacementFacts placementFacts(const Snapshot& snapshot);

} // namespace vram::ui
