// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"
#include "ui/store/snapshot.h"

#include <string>
#include <string_view>
#include <utility>

namespace vram::ui {

/// The name of a row without a card, in `view.rows` as in the settings; no GPU is called so.
constexpr std::string_view kCpuRow = "CPU";

/// The name of the row that is the user's own machine: all cards of the scenario's machine together. No GPU either.
constexpr std::string_view kMachineRow = "MACHINE";

[[nodiscard]] inline bool isCpuRow(const GpuChoice& choice) { return choice.name == kCpuRow; }
[[nodiscard]] inline bool isMachineRow(const GpuChoice& choice) { return choice.name == kMachineRow; }

/// Nothing where there are no rows.
[[nodiscard]] inline const Row* focusedRow(const Snapshot& snapshot) {
    return snapshot.focusedRow < snapshot.rows.size() ? &snapshot.rows[snapshot.focusedRow] : nullptr;
}

/// Whether the row has a card at all.
[[nodiscard]] inline bool hasCards(const Row& row) {
    return isMachineRow(row.choice) ? !row.cards.empty() : !isCpuRow(row.choice);
}

/// The name of the card that stands for the row in figures of one card; a row of several kinds has none.
[[nodiscard]] inline const std::string& cardOf(const Row& row) {
    return row.cards.size() == 1 ? row.cards.front().name : row.choice.name;
}

/// The card that a row can have more of. A saved scenario may have one of its own, of several kinds it is the first.
[[nodiscard]] inline const std::string& firstCardOf(const Row& row) {
    const bool known = row.question != nullptr && !row.question->machine.gpus.empty();
    return known ? row.question->machine.gpus.front().gpu.name : cardOf(row);
}

/// A compared row as a machine: `base` itself where it is the user's own, else with the row's card in place of its
/// cards.
[[nodiscard]] inline Result<Machine> rowMachine(MachineChoice base, const GpuChoice& row, const Catalog& catalog) {
    if (!isMachineRow(row)) {
        base.gpus.clear();
        if (!isCpuRow(row)) {
            base.gpus.push_back(row);
        }
    }
    return resolveMachine(base, catalog);
}

/// The machine that a row answers for, whether the rows are cards or tasks.
[[nodiscard]] inline Result<Machine> rowMachine(const Row& row, const Scenario& scenario, const Catalog& catalog) {
    return row.question != nullptr ? Result<Machine>(row.question->machine)
                                   : rowMachine(scenario.machine, row.choice, catalog);
}

/// The question that a row of a resolved snapshot answers, on the row's machine; the machine's error where it has none.
[[nodiscard]] inline Result<Resolved> rowQuestion(const Row& row, const Snapshot& snapshot, const Catalog& catalog) {
    Result<Machine> machine = rowMachine(row, snapshot.scenario, catalog);
    if (!machine) {
        return machine.error();
    }
    Resolved question = row.question != nullptr ? *row.question : *snapshot.resolved;
    question.machine = std::move(machine).value();
    return question;
}

} // namespace vram::ui
