// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/scenario.h"
#include "core/units/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace vram::ui {

/// One compared machine, or one task on the user's machine, and its answer.
struct Row {
    GpuChoice choice; ///< catalogue name and count; of a task's machine the first kind of card
    Result<Report> report;
    std::optional<Task> task = {};                 ///< where tasks are compared
    std::shared_ptr<const Resolved> question = {}; ///< of that task; null: the snapshot's own
    std::vector<GpuChoice> cards = {};             ///< of the user's own machine, where the row is that
};

/// The report has a need to show: neither is the layout unknown, nor is there no machine to ask about, as when a
/// runtime that needs a card has none.
[[nodiscard]] inline bool isSized(const Report& report) {
    return report.verdict != Verdict::Unknown && report.needTotal.typical > Bytes{};
}

/// The answer where it has figures to show; else null.
[[nodiscard]] inline const Report* sized(const Row& row) {
    return row.report.ok() && isSized(*row.report) ? &row.report.value() : nullptr;
}

/// The question that the row answers: its own, else the one that is `asked`.
[[nodiscard]] inline const Scenario& scenarioOf(const Row& row, const Scenario& asked) {
    const Resolved* const own = row.question.get();
    return own == nullptr ? asked : own->scenario;
}

/// Whether the row asks another question than the scenario does.
[[nodiscard]] inline bool isOtherTask(const Row& row, const Scenario& scenario) {
    return row.task && *row.task != scenario.task;
}

/// Whether both answer for the same machine or task, whatever the answers are.
[[nodiscard]] inline bool sameSubject(const Row& a, const Row& b) { return a.choice == b.choice && a.task == b.task; }

/// Whether the rows are tasks on one machine.
[[nodiscard]] inline bool comparesTasks(const Scenario& scenario) { return scenario.view.axis == kTaskAxis; }

/// Everything that a view paints, computed once a step. A view keeps what it needs and asks nobody else.
struct Snapshot {
    Scenario scenario;
    std::optional<Resolved> resolved; ///< absent: `problem` says why
    std::optional<Error> problem;
    std::vector<Row> rows;      ///< in view order (sorted and filtered)
    std::size_t focusedRow = 0; ///< index into rows; meaningless when rows is empty
};

} // namespace vram::ui
