// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/training_changes.h"
#include "core/catalog/catalog.h"
#include "ui/store/snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vram::ui {

enum class RemedyKind : std::uint8_t {
    Reset,          ///< back to the first question
    ChooseCards,    ///< opens the list of cards
    ShowAllRows,    ///< takes the filter away
    ChooseModel,    ///< opens the list of models
    FocusRow,       ///< `number`: a row of the snapshot that holds everything
    Runtime,        ///< `id`: a runtime that can use the card
    Weights,        ///< `id`: a format
    KvFormat,       ///< `id`
    Formats,        ///< `id`: of the weights, `kvId`: of the KV cache
    Context,        ///< `number`: tokens
    FlashAttention, ///< on
    Training,       ///< `training`: what changes
    Task,           ///< `number`: the task of the focused row
};

/// A way out of a state that has no good answer: one action of the user, offered beside the sentence that says why.
struct Remedy {
    RemedyKind kind{};
    std::string id = {};
    std::int64_t number = 0;
    std::string kvId = {};
    TrainingChange training = {};
    friend bool operator==(const Remedy&, const Remedy&) = default;
};

/// The ways out for the focused row (or for there being none), most fitting first. Cheap: what needs a search is
/// FitAdvisor's.
[[nodiscard]] std::vector<Remedy> remediesOf(const Snapshot& snapshot, bool filtered, const Catalog& catalog);

/// True where the focused row is too small, and not merely unusable: there a smaller question may fit. For training
/// also where it is tight: what a run needs is less certain.
[[nodiscard]] bool isTooSmall(const Snapshot& snapshot);

} // namespace vram::ui
