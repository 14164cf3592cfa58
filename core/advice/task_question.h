// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <array>

namespace vram {

/// The tasks in the order in which they are compared: from the least memory to the most, for the usual settings.
constexpr std::array<Task, 4> kComparedTasks{Task::Inference, Task::Qlora, Task::Lora, Task::Full};

/// The same question under another task. The runtime stays where it serves the task, else the usual one takes its
/// place; weights stay where the task can use them, else they become the usual ones: BF16 for LoRA and full training,
/// NF4 for QLoRA, for inference the 16-bit format that was trained, or what llama.cpp usually runs.
[[nodiscard]] Scenario withTask(Scenario scenario, Task task, const Catalog& catalog);

} // namespace vram
