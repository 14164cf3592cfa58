// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/runtime_switch.h"

#include <algorithm>
#include <cmath>

namespace vram {

double bitsPerWeight(const WeightFormat& format) {
    return format.effectiveBits.value_or(format.bitsPerWeight.value_or(0));
}

bool startsFrom(Task task, const WeightFormat& format) {
    return task == Task::Inference || task == Task::Lora || format.quantizes() == (task == Task::Qlora);
}

std::vector<const WeightFormat*> loadableFormats(const Catalog& catalog, const RuntimeProfile& runtime, Task task) {
    std::vector<const WeightFormat*> formats;
    for (const WeightFormat& format : catalog.weightFormats()) {
        if (format.offered && bitsPerWeight(format) > 0 && loadsFormat(runtime, format) && startsFrom(task, format)) {
            formats.push_back(&format);
        }
    }
    std::ranges::stable_sort(formats, {}, [](const WeightFormat* format) { return bitsPerWeight(*format); });
    return formats;
}

const WeightFormat* nearestFormat(const std::vector<const WeightFormat*>& formats, const WeightFormat& format) {
    const double bits = bitsPerWeight(format);
    // 16-bit types differ only in name: the same name is nearer than any figure.
    const auto same = std::ranges::find(formats, format.id, [](const WeightFormat* each) { return each->id; });
    if (same != formats.end()) {
        return *same;
    }
    const auto nearest = std::ranges::min_element(
        formats, {}, [bits](const WeightFormat* each) { return std::abs(bitsPerWeight(*each) - bits); });
    return nearest == formats.end() ? nullptr : *nearest;
}

std::vector<const KvFormat*> kvChoices(const Catalog& catalog, const RuntimeProfile& runtime) {
    std::vector<const KvFormat*> choices;
    for (const KvFormat& format : catalog.kvFormats()) {
        if (format.runtimeGroup == runtime.kvGroup && (format.modelType || format.blockBytes)) {
            choices.push_back(&format);
        }
    }
    return choices;
}

RuntimeSwitch switchRuntime(const Scenario& scenario, const RuntimeProfile& runtime, const Catalog& catalog) {
    RuntimeSwitch result{scenario, {}, false};
    Scenario& next = result.scenario;
    next.runtime = RuntimeChoice{};
    next.runtime.name = runtime.name;
    next.runtime.flashAttention = scenario.runtime.flashAttention;

    if (const WeightFormat* format = catalog.findWeightFormat(scenario.weights)) {
        const WeightFormat* nearest = nearestFormat(loadableFormats(catalog, runtime, scenario.task), *format);
        if (nearest != nullptr && nearest->id != format->id) {
            result.oldFormat = format->id;
            next.weights = nearest->id;
        }
    }
    if (next.extras.draft) {
        // What the draft model was told apart from the scenario may not exist here; the runtime's own does.
        const WeightFormat* draft = catalog.findWeightFormat(next.extras.draft->weights);
        if (draft != nullptr && !loadsFormat(runtime, *draft)) {
            next.extras.draft->weights.clear();
        }
        for (std::string* type : {&next.extras.draft->k, &next.extras.draft->v}) {
            if (catalog.findKvFormat(runtime.kvGroup, *type) == nullptr) {
                type->clear();
            }
        }
    }
    for (std::string* type : {&next.kvCache.k, &next.kvCache.v}) {
        if (!type->empty() && catalog.findKvFormat(runtime.kvGroup, *type) == nullptr) {
            result.kvReset = true;
        }
    }
    if (result.kvReset) {
        next.kvCache = {};
    }
    return result;
}

} // namespace vram
