// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/task_question.h"

#include "core/catalog/runtime_table.h"
#include "core/catalog/training_table.h"

namespace vram {

namespace {

/// Whether the task can hold its base model so; "as stored" is for inference.
bool serves(Task task, const WeightFormat* format, const RuntimeProfile& runtime) {
    if (format == nullptr || !loadsFormat(runtime, *format)) {
        return false;
    }
    return task == Task::Inference || format->quantizes() == (task == Task::Qlora);
}

} // namespace

Scenario withTask(Scenario scenario, Task task, const Catalog& catalog) {
    if (scenario.task == task) {
        return scenario;
    }
    const bool trained = scenario.task != Task::Inference;
    scenario.task = task;
    const RuntimeProfile* runtime = findRuntime(scenario.runtime.name);
    const bool stays =
        runtime != nullptr && (task == Task::Inference ? runtime->engine != Engine::Unsized && !trained
                                                       : findTrainingFramework(runtime->name) != nullptr);
    if (!stays) {
        scenario.runtime = RuntimeChoice{};
        scenario.runtime.name = usualRuntime(task);
        runtime = findRuntime(scenario.runtime.name);
        scenario.kvCache = {};
    }
    const bool stored = scenario.weights == kAsStored && task == Task::Inference;
    if (!stored && (runtime == nullptr || !serves(task, catalog.findWeightFormat(scenario.weights), *runtime))) {
        scenario.weights = usualWeights(task);
    }
    return scenario;
}

} // namespace vram
