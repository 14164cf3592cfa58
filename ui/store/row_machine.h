// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"
#include "ui/store/snapshot.h"

#include <string_view>

namespace vram::ui {

/// The name of a row without a card, in `view.rows` as in the settings; no GPU is called so.
constexpr std::string_view kCpuRow = "CPU";

[[nodiscard]] inline bool isCpuRow(const GpuChoice& choice) { return choice.name == kCpuRow; }

/// A compared row as a machine, with the RAM, margin and desktop of `base`.
[[nodiscard]] inline Result<Machine> rowMachine(MachineChoice base, const GpuChoice& row, const Catalog& catalog) {
    base.gpus.clear();
    if (!isCpuRow(row)) {
        base.gpus.push_back(row);
    }
    return resolveMachine(base, catalog);
}

/// The machine that a row answers for, whether the rows are cards or tasks.
[[nodiscard]] inline Result<Machine> rowMachine(const Row& row, const Scenario& scenario, const Catalog& catalog) {
    return row.question != nullptr ? Result<Machine>(row.question->machine)
                                   : rowMachine(scenario.machine, row.choice, catalog);
}

} // namespace vram::ui
