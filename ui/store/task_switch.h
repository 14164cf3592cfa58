// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <array>
#include <optional>
#include <string>

namespace vram::ui {

/// What a change of task did besides changing the task.
struct TaskSwitch {
    Scenario scenario;
    std::string oldRuntime; ///< name; empty when the runtime stayed
    std::string oldFormat;  ///< as the scenario named it; empty when the weights stayed
};

/// What each task was last asked with, so that a task that is chosen again is found as it was left.
class TaskMemory {
public:
    void remember(const Scenario& scenario);
    /// `scenario` under another task: runtime, weights and cache types as that task had them last, else the usual ones
    /// where the present ones do not serve it. All training tasks share one framework.
    [[nodiscard]] TaskSwitch switchTask(const Scenario& scenario, Task task, const Catalog& catalog) const;

private:
    static constexpr std::size_t kTasks = static_cast<std::size_t>(Task::Full) + 1;
    std::array<std::optional<std::string>, kTasks> m_weights;
    std::optional<Scenario> m_inference; ///< runtime and cache types are of interest
    std::optional<RuntimeChoice> m_framework;
};

} // namespace vram::ui
