// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <array>
#include <memory>
#include <vector>

namespace vram {

/// The tasks in the order in which they are compared: from the least memory to the most, for the usual settings.
constexpr std::array<Task, 4> kComparedTasks{Task::Inference, Task::Qlora, Task::Lora, Task::Full};

/// The same question under another task. The runtime stays where it serves the task, else the usual one takes its
/// place; weights stay where the task can use them, else they become the usual ones: BF16 for LoRA and full training,
/// NF4 for QLoRA, for inference the 16-bit format that was trained, or what llama.cpp usually runs.
[[nodiscard]] Scenario withTask(Scenario scenario, Task task, const Catalog& catalog);

struct TaskAnswer {
    Task task{};
    Result<Report> report;
    std::shared_ptr<const Resolved> question; ///< that was answered; null: `report` says why there is none
};

/// The question under every task of kComparedTasks on one machine; each answer is report()'s own.
[[nodiscard]] std::vector<TaskAnswer> reportTasks(Resolver& resolver, const Scenario& scenario, const Machine& machine);

} // namespace vram
