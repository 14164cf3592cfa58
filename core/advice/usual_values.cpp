// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/usual_values.h"

#include "core/advice/runtime_switch.h"
#include "core/advice/task_question.h"
#include "core/catalog/training_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace vram {

namespace {

using Values = std::vector<AxisValue>;

constexpr std::size_t kMostUsual = 12;
constexpr std::int64_t kLeastContext = 2048;
constexpr std::int64_t kUsualLimit = 131'072; ///< tokens of a model whose limit is not known
constexpr std::int64_t kMostUsualBatch = 128;

/// Those that most files are in. A runtime that loads few formats shows all of them.
constexpr std::array<std::string_view, 24> kUsualFormats{
    "IQ2_XXS", "Q2_K", "IQ3_XXS",      "Q3_K_M",       "IQ4_XS",       "Q4_K_M",       "Q5_K_M",       "Q6_K",
    "Q8_0",    "BF16", "GPTQ-Int4",    "AWQ",          "NF4",          "INT8",         "FP8",          "MXFP4",
    "NVFP4",   "F32",  "EXL3 2.5 bpw", "EXL3 3.0 bpw", "EXL3 4.0 bpw", "EXL3 5.0 bpw", "EXL3 6.0 bpw", "EXL3 8.0 bpw"};

std::int64_t contextLimit(const AxisQuestion& question) {
    if (question.model != nullptr) {
        return question.model->maxContext.value_or(kUsualLimit);
    }
    const CatalogModel* const model = catalogModel(question);
    return model == nullptr ? kUsualLimit : model->maxContext;
}

constexpr std::size_t kMostOfFamily = 4; ///< other sizes of the model's own family
constexpr std::size_t kUsualModels = 10;

double distance(std::int64_t a, std::int64_t b) {
    return std::abs(std::log(static_cast<double>(std::max<std::int64_t>(a, 1)) /
                             static_cast<double>(std::max<std::int64_t>(b, 1))));
}

} // namespace

const CatalogModel* catalogModel(const AxisQuestion& question) {
    const auto* const name = std::get_if<CatalogName>(&question.scenario.model);
    return name == nullptr ? nullptr : question.catalog.findModel(name->name);
}

std::vector<GpuChoice> usualCards() {
    return {{"GeForce RTX 4060", 1},
            {"GeForce RTX 3060 12GB", 1},
            {"GeForce RTX 4060 Ti 16GB", 1},
            {"GeForce RTX 4090", 1},
            {"GeForce RTX 5090", 1},
            {"RTX 6000 Ada", 1},
            {"Apple M4 Max (40-core GPU) 64GB", 1},
            {"A100 SXM4 80GB", 1},
            {"RTX PRO 6000 Blackwell Workstation", 1}};
}

Values usualCardValues(const AxisQuestion&) {
    const std::vector<GpuChoice> cards = usualCards();
    return {cards.begin(), cards.end()};
}

Values usualWeights(const AxisQuestion& question) {
    const RuntimeProfile* const runtime = findRuntime(question.scenario.runtime.name);
    if (runtime == nullptr) {
        return {};
    }
    std::vector<const WeightFormat*> formats = loadableFormats(question.catalog, *runtime, question.scenario.task);
    if (formats.size() > kMostUsual) {
        std::erase_if(formats, [](const WeightFormat* format) {
            return std::ranges::find(kUsualFormats, format->id) == kUsualFormats.end();
        });
        formats.resize(std::min(formats.size(), kMostUsual));
    }
    Values values;
    for (const WeightFormat* const format : formats) {
        values.emplace_back(WeightsValue{format->id});
    }
    return values;
}

/// Doublings up to the limit, and the limit itself; of a very long one the longest.
Values usualContexts(const AxisQuestion& question) {
    const std::int64_t limit = std::clamp(contextLimit(question), std::int64_t{1}, kMostContext);
    Values values;
    for (std::int64_t tokens = kLeastContext; tokens < limit; tokens *= 2) {
        values.emplace_back(ContextValue{tokens});
    }
    values.emplace_back(ContextValue{limit});
    const std::size_t shorter = values.size() - std::min(values.size(), kMostUsual);
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(shorter));
    return values;
}

Values usualBatches(const AxisQuestion&) {
    Values values;
    for (std::int64_t sequences = 1; sequences <= kMostUsualBatch; sequences *= 2) {
        values.emplace_back(BatchValue{sequences});
    }
    return values;
}

Values usualTypes(const AxisQuestion& question) {
    const RuntimeProfile* const runtime = findRuntime(question.scenario.runtime.name);
    Values values;
    if (runtime == nullptr || question.scenario.task != Task::Inference) { // training keeps no cache
        return values;
    }
    for (const KvFormat* const format : kvChoices(question.catalog, *runtime)) {
        values.emplace_back(KvCacheChoice{format->id, format->id});
    }
    return values;
}

Values usualRuntimes(const AxisQuestion& question) {
    Values values;
    for (const RuntimeProfile& runtime : runtimeTable()) {
        if (question.scenario.task == Task::Inference ? runtime.engine != Engine::Unsized
                                                      : findTrainingFramework(runtime.name) != nullptr) {
            values.emplace_back(RuntimeValue{std::string(runtime.name)});
        }
    }
    return values;
}

/// The nearest sizes of its own family, then of every other family the model nearest in size.
Values usualModels(const AxisQuestion& question) {
    const CatalogModel* const own = catalogModel(question);
    const auto* const size = std::get_if<ModelSize>(&question.scenario.model);
    const std::int64_t parameters = own != nullptr              ? own->parameters
                                    : question.model != nullptr ? question.model->parameters
                                    : size != nullptr           ? size->parameters
                                                                : 0;
    std::vector<const CatalogModel*> near;
    for (const CatalogModel& model : question.catalog.models()) {
        if (model.cacheKnown && &model != own) {
            near.push_back(&model);
        }
    }
    std::ranges::stable_sort(
        near, {}, [parameters](const CatalogModel* model) { return distance(model->parameters, parameters); });
    std::vector<const CatalogModel*> chosen;
    if (own != nullptr) {
        chosen.push_back(own);
    }
    std::vector<std::string_view> families;
    std::size_t ofFamily = 0;
    for (const CatalogModel* const model : near) {
        const bool sibling = own != nullptr && model->family == own->family;
        if (chosen.size() == kUsualModels || (sibling && ofFamily == kMostOfFamily) ||
            (!sibling && std::ranges::find(families, model->family) != families.end())) {
            continue;
        }
        ofFamily += sibling ? 1 : 0;
        if (!sibling) {
            families.push_back(model->family);
        }
        chosen.push_back(model);
    }
    std::ranges::stable_sort(chosen, {}, &CatalogModel::parameters);
    Values values;
    for (const CatalogModel* const model : chosen) {
        values.emplace_back(ModelSource{CatalogName{model->id}});
    }
    return values;
}

Values offeredValues(const AxisQuestion& question, std::string_view axis) {
    const RuntimeProfile* const runtime = findRuntime(question.scenario.runtime.name);
    Values values;
    if (axis == "weights" && runtime != nullptr) {
        for (const WeightFormat* const format : loadableFormats(question.catalog, *runtime, question.scenario.task)) {
            values.emplace_back(WeightsValue{format->id});
        }
    } else if (axis == "kv") {
        values = usualTypes(question);
        const Values alike = values;
        for (const AxisValue& keys : alike) {
            for (const AxisValue& cached : alike) {
                if (!(keys == cached)) {
                    values.emplace_back(
                        KvCacheChoice{std::get<KvCacheChoice>(keys).k, std::get<KvCacheChoice>(cached).v});
                }
            }
        }
    } else if (axis == "model") {
        for (const CatalogModel& model : question.catalog.models()) {
            values.emplace_back(ModelSource{CatalogName{model.id}});
        }
    } else if (axis == "task" || axis == "runtime") {
        values = findAxis(axis)->usual(question);
    }
    return values;
}

} // namespace vram
