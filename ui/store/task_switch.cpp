// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/task_switch.h"

#include "core/advice/task_question.h"

namespace vram::ui {

void TaskMemory::remember(const Scenario& scenario) {
    m_weights.at(static_cast<std::size_t>(scenario.task)) = scenario.weights;
    if (scenario.task == Task::Inference) {
        m_inference = scenario;
    } else {
        m_framework = scenario.runtime;
    }
}

TaskSwitch TaskMemory::switchTask(const Scenario& scenario, Task task, const Catalog& catalog) const {
    TaskSwitch result{withTask(scenario, task, catalog), {}, {}};
    Scenario& next = result.scenario;
    const bool trains = task != Task::Inference;
    if (!trains && m_inference) {
        next.runtime = m_inference->runtime;
        next.kvCache = m_inference->kvCache;
    } else if (trains && m_framework) {
        next.runtime = *m_framework;
    }
    // A file's own types may not be those of the file that is open now.
    const std::optional<std::string>& weights = m_weights.at(static_cast<std::size_t>(task));
    if (weights && !(trains && *weights == kAsStored)) {
        next.weights = *weights;
    }
    if (next.runtime.name != scenario.runtime.name) {
        result.oldRuntime = scenario.runtime.name;
    }
    if (next.weights != scenario.weights) {
        result.oldFormat = scenario.weights;
    }
    return result;
}

} // namespace vram::ui
