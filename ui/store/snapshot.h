// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/axis_value.h"
#include "core/report/report.h"
#include "core/scenario/scenario.h"
#include "core/units/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace vram::ui {

/// One compared machine, or one value of another axis on the user's machine, and its answer.
struct Row {
    GpuChoice choice; ///< catalogue name and count; of a value's machine the first kind of card
    Result<Report> report;
    std::optional<AxisValue> value = {};           ///< where anything but cards is compared
    std::shared_ptr<const Resolved> question = {}; ///< with that value; null: the snapshot's own
    bool present = true;                           ///< the value is the scenario's own
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
[[nodiscard]] inline bool asksOtherwise(const Row& row) { return row.value.has_value() && !row.present; }

/// The task that the row is of, where tasks are compared.
[[nodiscard]] inline std::optional<Task> taskOf(const Row& row) {
    const Task* const task = row.value ? std::get_if<Task>(&*row.value) : nullptr;
    return task == nullptr ? std::nullopt : std::optional(*task);
}

/// Whether both answer for the same machine or value, whatever the answers are. The scenario's own value is one row,
/// wherever a slider takes it.
[[nodiscard]] inline bool sameSubject(const Row& a, const Row& b) {
    const bool own = a.value && b.value && a.present && b.present && a.value->index() == b.value->index();
    return a.choice == b.choice && (own || a.value == b.value);
}

/// Whether the rows are machines, not values of one question on one machine.
[[nodiscard]] inline bool comparesCards(const Scenario& scenario) { return scenario.view.axis == kGpuAxis; }

/// Everything that a view paints, computed once a step. A view keeps what it needs and asks nobody else.
struct Snapshot {
    Scenario scenario;
    std::optional<Resolved> resolved; ///< absent: `problem` says why
    std::optional<Error> problem;
    std::vector<Row> rows;      ///< in view order (sorted and filtered)
    std::size_t focusedRow = 0; ///< index into rows; meaningless when rows is empty
};

} // namespace vram::ui
