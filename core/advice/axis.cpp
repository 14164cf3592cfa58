// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/axis.h"

#include "core/advice/runtime_switch.h"
#include "core/advice/task_question.h"
#include "core/advice/usual_values.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/view_json.h"
#include "core/source/repository_address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace vram {

namespace {

using Values = std::vector<AxisValue>;
using Maybe = std::optional<AxisValue>;

std::optional<std::int64_t> countOf(std::string_view text, std::int64_t most) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && count >= 1 && count <= most ? std::optional(count) : std::nullopt;
}

// --- cards

/// "2x RTX 4090" or "RTX 4090".
Maybe parseCards(std::string_view text, const AxisQuestion&) {
    const std::size_t digits = text.find_first_not_of("0123456789");
    const bool counted = digits != std::string_view::npos && digits > 0 && text.substr(digits).starts_with("x ");
    const auto count = counted ? countOf(text.substr(0, digits), kMostGpus) : std::nullopt;
    return GpuChoice{std::string(count ? text.substr(digits + 2) : text), count.value_or(1)};
}

std::string cardsText(const AxisValue& value) {
    const auto& cards = std::get<GpuChoice>(value);
    return cards.count == 1 ? cards.name : std::to_string(cards.count) + "x " + cards.name;
}

Result<Scenario> applyCards(Scenario scenario, const AxisValue& value, const Catalog&) {
    scenario.machine.gpus = {std::get<GpuChoice>(value)};
    return scenario;
}

Maybe presentCards(const AxisQuestion& question) {
    const std::vector<GpuChoice>& cards = question.scenario.machine.gpus;
    if (cards.size() != 1) {
        return std::nullopt;
    }
    const Gpu* const known = question.catalog.findGpu(cards.front().name);
    return GpuChoice{known == nullptr ? cards.front().name : known->name, cards.front().count};
}

// --- tasks

Maybe parseTask(std::string_view text, const AxisQuestion&) {
    const auto* const word = std::ranges::find(kTaskWords, text, [](const auto& entry) { return entry.first; });
    return word == kTaskWords.end() ? Maybe() : Maybe(word->second);
}

// --- weights

std::string formatName(const std::string& name, const Catalog& catalog) {
    const WeightFormat* const format = catalog.findWeightFormat(name);
    return format == nullptr ? name : format->id;
}

double bitsOf(const AxisValue& value, const AxisQuestion& question) {
    const std::string& id = std::get<WeightsValue>(value).id;
    const bool stored = id == kAsStored && question.model != nullptr;
    const WeightFormat* const format = question.catalog.findWeightFormat(stored ? question.model->nativeFormat : id);
    return format == nullptr ? 0 : bitsPerWeight(*format);
}

// --- context and batch

Result<Scenario> applyContext(Scenario scenario, const AxisValue& value, const Catalog&) {
    scenario.context = std::get<ContextValue>(value).tokens;
    if (scenario.prompt && *scenario.prompt > scenario.context) {
        scenario.prompt = scenario.context; // a prompt is part of the context
    }
    return scenario;
}

// --- types of the cache

KvCacheChoice knownTypes(KvCacheChoice types, const AxisQuestion& question) {
    const RuntimeProfile* const runtime = findRuntime(question.scenario.runtime.name);
    if (runtime == nullptr) {
        return types;
    }
    for (std::string* const type : {&types.k, &types.v}) {
        const std::string name = type->empty() ? std::string(runtime->defaultKv) : *type;
        const KvFormat* const format = question.catalog.findKvFormat(runtime->kvGroup, name);
        *type = format == nullptr ? name : format->id;
    }
    return types;
}

/// "q8_0", or keys and values apart: "q8_0/q4_0".
Maybe parseTypes(std::string_view text, const AxisQuestion& question) {
    const std::size_t slash = text.find('/');
    const std::string_view keys = text.substr(0, slash);
    const std::string_view values = slash == std::string_view::npos ? keys : text.substr(slash + 1);
    if (keys.empty() || values.empty()) {
        return std::nullopt;
    }
    return knownTypes({std::string(keys), std::string(values)}, question);
}

std::string typesText(const AxisValue& value) {
    const auto& types = std::get<KvCacheChoice>(value);
    return types.k == types.v ? types.k : types.k + '/' + types.v;
}

// --- runtimes

std::string runtimeId(const std::string& name) {
    const RuntimeProfile* const runtime = findRuntime(name);
    return runtime == nullptr ? name : std::string(runtime->name);
}

Result<Scenario> applyRuntime(Scenario scenario, const AxisValue& value, const Catalog& catalog) {
    const std::string& name = std::get<RuntimeValue>(value).name;
    const RuntimeProfile* const runtime = findRuntime(name);
    if (runtime == nullptr) {
        scenario.runtime.name = name;
        return scenario;
    }
    return switchRuntime(scenario, *runtime, catalog).scenario;
}

// --- models

Maybe presentModel(const AxisQuestion& question) {
    const CatalogModel* const known = catalogModel(question);
    return known == nullptr ? question.scenario.model : ModelSource{CatalogName{known->id}};
}

/// A count of parameters, an address or the path of a file, else a name.
Maybe parseModel(std::string_view text, const AxisQuestion& question) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (const auto parameters = countOf(text, kGenericMost)) {
        return ModelSource{ModelSize{*parameters}};
    }
    if (const CatalogModel* const known = question.catalog.findModel(text)) {
        return ModelSource{CatalogName{known->id}};
    }
    const bool file = isRepositoryAddress(text) || text.starts_with('/') || text.starts_with('.') ||
                      text.ends_with(".gguf") || text.ends_with(".safetensors");
    return file ? ModelSource{ModelFile{std::string(text)}} : ModelSource{CatalogName{std::string(text)}};
}

std::string modelText(const AxisValue& value) {
    struct Writer {
        std::string operator()(const CatalogName& model) const { return model.name; }
        std::string operator()(const ModelFile& model) const { return model.path; }
        std::string operator()(const ModelConfig&) const { return {}; } // has no name
        std::string operator()(const ModelSize& model) const { return std::to_string(model.parameters); }
    };
    return std::visit(Writer{}, std::get<ModelSource>(value));
}

double parametersOf(const AxisValue& value, const AxisQuestion& question) {
    const auto& source = std::get<ModelSource>(value);
    if (const auto* const size = std::get_if<ModelSize>(&source)) {
        return static_cast<double>(size->parameters);
    }
    const auto* const name = std::get_if<CatalogName>(&source);
    const CatalogModel* const model = name == nullptr ? nullptr : question.catalog.findModel(name->name);
    if (model != nullptr) {
        return static_cast<double>(model->parameters);
    }
    const bool own = question.model != nullptr && source == question.scenario.model;
    return own ? static_cast<double>(question.model->parameters) : 0;
}

// --- saved scenarios

Values usualScenarios(const AxisQuestion& question) {
    const std::vector<SavedScenario>& saved = question.scenario.view.scenarios;
    return {saved.begin(), saved.end()};
}

/// Itself, or the saved one that asks the same.
Maybe presentScenario(const AxisQuestion& question) {
    const std::vector<SavedScenario>& saved = question.scenario.view.scenarios;
    if (saved.empty()) {
        return SavedScenario{};
    }
    const std::string json = savedScenario({}, question.scenario).json;
    const auto same = std::ranges::find(saved, json, &SavedScenario::json);
    return same == saved.end() ? SavedScenario{} : *same;
}

Maybe parseScenario(std::string_view text, const AxisQuestion& question) {
    const std::vector<SavedScenario>& saved = question.scenario.view.scenarios;
    const auto named = std::ranges::find(saved, text, &SavedScenario::name);
    return named == saved.end() ? Maybe() : Maybe(*named);
}

Result<Scenario> applyScenario(Scenario scenario, const AxisValue& value, const Catalog&) {
    const auto& saved = std::get<SavedScenario>(value);
    if (saved.json.empty()) {
        return scenario;
    }
    Result<Scenario> next = scenarioFromText(saved.json, saved.name);
    if (next) {
        next.value().view = std::move(scenario.view);
    }
    return next;
}

const std::array<Axis, kAxisIds.size()> kAxes{
    Axis{kAxisIds[0], false, &usualCardValues, &presentCards, &parseCards, &cardsText, &applyCards, nullptr},
    Axis{kAxisIds[1], true, [](const AxisQuestion&) { return Values(kComparedTasks.begin(), kComparedTasks.end()); },
         [](const AxisQuestion& question) { return Maybe(question.scenario.task); }, &parseTask,
         [](const AxisValue& value) { return std::string(nameOf(kTaskWords, std::get<Task>(value))); },
         [](Scenario scenario, const AxisValue& value, const Catalog& catalog) {
             return Result<Scenario>(withTask(std::move(scenario), std::get<Task>(value), catalog));
         },
         [](const AxisValue& value, const AxisQuestion&) {
             return static_cast<double>(std::ranges::find(kComparedTasks, std::get<Task>(value)) -
                                        kComparedTasks.begin());
         }},
    Axis{kAxisIds[2], true, &usualWeights,
         [](const AxisQuestion& question) {
             return Maybe(WeightsValue{formatName(question.scenario.weights, question.catalog)});
         },
         [](std::string_view text, const AxisQuestion& question) {
             return Maybe(WeightsValue{formatName(std::string(text), question.catalog)});
         },
         [](const AxisValue& value) { return std::get<WeightsValue>(value).id; },
         [](Scenario scenario, const AxisValue& value, const Catalog&) {
             scenario.weights = std::get<WeightsValue>(value).id;
             return Result<Scenario>(std::move(scenario));
         },
         &bitsOf},
    Axis{kAxisIds[3], false, &usualContexts,
         [](const AxisQuestion& question) { return Maybe(ContextValue{question.scenario.context}); },
         [](std::string_view text, const AxisQuestion&) {
             const auto count = countOf(text, kMostContext);
             return count ? Maybe(ContextValue{*count}) : Maybe();
         },
         [](const AxisValue& value) { return std::to_string(std::get<ContextValue>(value).tokens); }, &applyContext,
         [](const AxisValue& value, const AxisQuestion&) {
             return static_cast<double>(std::get<ContextValue>(value).tokens);
         }},
    Axis{kAxisIds[4], false, &usualBatches,
         [](const AxisQuestion& question) { return Maybe(BatchValue{question.scenario.batch}); },
         [](std::string_view text, const AxisQuestion&) {
             const auto count = countOf(text, kMostBatch);
             return count ? Maybe(BatchValue{*count}) : Maybe();
         },
         [](const AxisValue& value) { return std::to_string(std::get<BatchValue>(value).sequences); },
         [](Scenario scenario, const AxisValue& value, const Catalog&) {
             scenario.batch = std::get<BatchValue>(value).sequences;
             return Result<Scenario>(std::move(scenario));
         },
         [](const AxisValue& value, const AxisQuestion&) {
             return static_cast<double>(std::get<BatchValue>(value).sequences);
         }},
    Axis{kAxisIds[5], false, &usualTypes,
         [](const AxisQuestion& question) { return Maybe(knownTypes(question.scenario.kvCache, question)); },
         &parseTypes, &typesText,
         [](Scenario scenario, const AxisValue& value, const Catalog&) {
             scenario.kvCache = std::get<KvCacheChoice>(value);
             return Result<Scenario>(std::move(scenario));
         },
         nullptr},
    Axis{kAxisIds[6], true, &usualRuntimes,
         [](const AxisQuestion& question) { return Maybe(RuntimeValue{runtimeId(question.scenario.runtime.name)}); },
         [](std::string_view text, const AxisQuestion&) { return Maybe(RuntimeValue{runtimeId(std::string(text))}); },
         [](const AxisValue& value) { return std::get<RuntimeValue>(value).name; }, &applyRuntime, nullptr},
    Axis{kAxisIds[7], true, &usualModels, &presentModel, &parseModel, &modelText,
         [](Scenario scenario, const AxisValue& value, const Catalog&) {
             scenario.model = std::get<ModelSource>(value);
             return Result<Scenario>(std::move(scenario));
         },
         &parametersOf},
    Axis{kAxisIds[8], true, &usualScenarios, &presentScenario, &parseScenario,
         [](const AxisValue& value) { return std::get<SavedScenario>(value).name; }, &applyScenario, nullptr},
};

} // namespace

std::span<const Axis> axes() { return kAxes; }

const Axis* findAxis(std::string_view id) {
    const auto found = std::ranges::find(kAxes, id, &Axis::id);
    return found == kAxes.end() ? nullptr : &*found;
}

const Axis& axisOf(const AxisValue& value) { return kAxes.at(value.index()); }

std::vector<AxisValue> axisValues(const AxisQuestion& question, std::string_view axis) {
    const Axis* const found = findAxis(axis);
    if (found == nullptr) {
        return {};
    }
    std::vector<AxisValue> values;
    for (const std::string& text : question.scenario.view.values) {
        std::optional<AxisValue> value = found->parse(text, question);
        const bool fresh = value && std::ranges::find(values, *value) == values.end();
        if (question.scenario.view.axis == axis && fresh && values.size() < kMostAxisValues) {
            values.push_back(std::move(*value));
        }
    }
    if (values.empty()) {
        values = found->usual(question);
    }
    const std::optional<AxisValue> own = found->present(question);
    if (!own || std::ranges::find(values, *own) != values.end()) {
        return values;
    }
    auto place = values.begin();
    if (found->rank != nullptr) {
        const double rank = found->rank(*own, question);
        place =
            std::ranges::find_if(values, [&](const AxisValue& value) { return found->rank(value, question) > rank; });
    }
    values.insert(place, *own);
    return values;
}

Result<Scenario> withAxisValue(const Scenario& scenario, const AxisValue& value, const Catalog& catalog) {
    const Axis& axis = axisOf(value);
    if (axis.present({scenario, catalog, nullptr}) == value) {
        return scenario;
    }
    return axis.apply(scenario, value, catalog);
}

} // namespace vram
