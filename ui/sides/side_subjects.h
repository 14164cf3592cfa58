// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/catalog/catalog.h"
#include "ui/store/snapshot.h"

#include <optional>
#include <variant>
#include <vector>

namespace vram::ui {

/// Whatever row is the chosen one.
struct ChosenRow {
    friend bool operator==(const ChosenRow&, const ChosenRow&) = default;
};
/// A row with a question of its own (a task, a format ...), by what it is called.
struct QuestionRow {
    QString title;
    friend bool operator==(const QuestionRow&, const QuestionRow&) = default;
};
/// A file of its own question and machine.
struct ScenarioFile {
    QString path;
    Scenario scenario;
    friend bool operator==(const ScenarioFile&, const ScenarioFile&) = default;
};

/// What one side is: nothing, the chosen row, cards under the present question, a row, or a file.
using SideChoice = std::variant<std::monostate, ChosenRow, GpuChoice, QuestionRow, ScenarioFile>;

/// The question of a side with its machine; nothing where there is none now.
[[nodiscard]] std::optional<Scenario> sideScenario(const SideChoice& side, const Snapshot& snapshot);

/// What a side is called: its cards, the row, the file. `catalog` knows the cards' memory.
[[nodiscard]] QString sideTitle(const SideChoice& side, const Snapshot& snapshot, const Catalog& catalog);

/// "RTX 4090 24 GB"
[[nodiscard]] QString cardTitle(const Gpu& gpu);

/// The sides' machines as rows to compare, each once.
[[nodiscard]] std::vector<GpuChoice> rowsOf(const std::vector<SideChoice>& sides, const Snapshot& snapshot);

} // namespace vram::ui
