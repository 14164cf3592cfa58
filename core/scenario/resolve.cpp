// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/resolve.h"

#include "core/hardware/memory_bandwidth.h"
#include "core/model/lora_targets.h"
#include "core/model/next_token.h"
#include "core/scenario/next_token_use.h"
#include "core/source/catalog_match.h"
#include "core/source/config/config_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vram {

namespace {

std::vector<std::string> withName(const std::string& name, std::vector<std::string> nearest) {
    nearest.insert(nearest.begin(), name);
    return nearest;
}

constexpr std::array<std::string_view, 4> kTaskNames{"inference", "lora", "qlora", "full"};

Result<const RuntimeProfile*> resolveRuntime(const Scenario& scenario) {
    const std::string& name = scenario.runtime.name;
    const bool trains = scenario.task != Task::Inference;
    const RuntimeProfile* runtime = findRuntime(name);
    if (runtime == nullptr) {
        std::vector<std::string> known{name};
        for (const RuntimeProfile& row : runtimeTable()) {
            if (trains ? findTrainingFramework(row.name) != nullptr : row.engine != Engine::Unsized) {
                known.emplace_back(row.name);
            }
        }
        return Error{ErrorCode::UnknownRuntime, "runtime.name", std::move(known)};
    }
    if (trains) {
        if (findTrainingFramework(runtime->name) == nullptr) {
            std::vector<std::string> arguments{std::string(kTaskNames.at(static_cast<std::size_t>(scenario.task))),
                                               std::string(runtime->name)};
            for (const TrainingFramework& row : trainingFrameworks()) {
                arguments.emplace_back(row.runtime);
            }
            return Error{ErrorCode::UnsupportedTask, "runtime.name", std::move(arguments)};
        }
        return runtime;
    }
    if (runtime->engine == Engine::Unsized) {
        return Error{ErrorCode::UnsupportedRuntime, "runtime.name", {std::string(runtime->name)}};
    }
    return runtime;
}

constexpr std::array<std::string_view, 14> kTargetWords{
    "qv", "qkv", "attention", "all-linear", "q", "k", "v", "o", "gate", "up", "down", "embed", "head", "experts"};

Error unknownTargets(std::string_view where, const std::string& found) {
    std::vector<std::string> arguments{found};
    arguments.insert(arguments.end(), kTargetWords.begin(), kTargetWords.end());
    return {ErrorCode::UnknownValue, std::string(where), std::move(arguments)};
}

/// What checkpointing means, which loss and kernels run: the scenario's words or the framework's defaults.
Result<std::shared_ptr<const ResolvedTraining>> resolveTraining(const Scenario& scenario,
                                                                const RuntimeProfile& runtime) {
    const TrainingChoice& choice = scenario.training;
    ResolvedTraining training;
    training.framework = findTrainingFramework(runtime.name);
    training.optimizer = findOptimizer(choice.optimizer);
    if (training.optimizer == nullptr) {
        return Error{ErrorCode::UnknownValue, "training.optimizer", {choice.optimizer}};
    }
    training.fusedKernels = choice.fusedKernels.value_or(training.framework->fusedKernels);
    training.recompute = !choice.checkpointing             ? Recompute::None
                         : choice.recompute == "full"      ? Recompute::Full
                         : choice.recompute == "selective" ? Recompute::Selective
                         : choice.recompute == "offloaded" ? Recompute::Offloaded
                                                           : training.framework->recompute;
    training.loss = choice.loss == "full"      ? LossKind::Full
                    : choice.loss == "chunked" ? LossKind::Chunked
                    : choice.loss == "fused"   ? LossKind::Fused
                    // Liger's kernels bring their own cross-entropy along.
                    : choice.fusedKernels.value_or(false) ? LossKind::Fused
                                                          : training.framework->loss;
    if (scenario.task != Task::Full) {
        training.loraTargets = loraTargets(choice.loraTargets);
        if (training.loraTargets.empty()) {
            return unknownTargets("training.lora_targets", choice.loraTargets);
        }
    }
    return std::make_shared<const ResolvedTraining>(std::move(training));
}

Result<WeightFormat> resolveFormat(const Scenario& scenario, const ResolvedModel& model, const RuntimeProfile& runtime,
                                   const Catalog& catalog) {
    const bool asStored = scenario.weights == kAsStored && !model.nativeFormat.empty();
    const std::string& name = asStored ? model.nativeFormat : scenario.weights;
    const WeightFormat* format = catalog.findWeightFormat(name);
    if (format == nullptr || !format->offered) {
        return Error{ErrorCode::UnknownWeightFormat, "weights", withName(name, catalog.nearestWeightFormats(name))};
    }
    // "MXFP4" names a checkpoint format and, in a GGUF, its own file type.
    if (std::optional<WeightFormat> loadable = catalog.weightFormatIn(name, runtime.containers)) {
        return *std::move(loadable);
    }
    return *format;
}

Result<KvFormat> resolveKv(const std::string& chosen, std::string_view key, const RuntimeProfile& runtime,
                           const WeightFormat& weights, const Catalog& catalog) {
    const std::string name = chosen.empty() ? std::string(runtime.defaultKv) : chosen;
    const KvFormat* format = catalog.findKvFormat(runtime.kvGroup, name);
    if (format == nullptr) {
        std::vector<std::string> arguments{name, std::string(runtime.name)};
        for (const KvFormat& row : catalog.kvFormats()) {
            if (row.runtimeGroup == runtime.kvGroup && row.blockBytes) {
                arguments.push_back(row.id);
            }
        }
        return Error{ErrorCode::UnknownKvFormat, "kv_cache." + std::string(key), std::move(arguments)};
    }
    KvFormat resolved = *format;
    if (resolved.modelType && weights.id == "F32") {
        resolved.blockBytes = 4;
    }
    return resolved;
}

} // namespace

Result<Machine> resolveMachine(const MachineChoice& choice, const Catalog& catalog) {
    Machine machine;
    machine.ram = Bytes::fromGiB(choice.ramGib);
    machine.marginPercent = choice.marginPercent;
    machine.ramGbPerSecond = choice.ramGbPerSecond;
    if (!machine.ramGbPerSecond && !choice.ramType.empty()) {
        const auto speed = memoryBandwidth(choice.ramType, choice.ramChannels.value_or(kUsualMemoryChannels));
        if (!speed) {
            return Error{speed.error().code, "machine.ram_type", speed.error().arguments};
        }
        machine.ramGbPerSecond = speed->value;
    }
    machine.cpuCores = choice.cpuCores;
    machine.pcie = choice.pcie;
    machine.diskGbPerSecond = choice.diskGbPerSecond;
    if (choice.desktopMib) {
        machine.desktop = Bytes::fromMiB(*choice.desktopMib);
    }
    for (std::size_t i = 0; i < choice.gpus.size(); ++i) {
        const Gpu* gpu = catalog.findGpu(choice.gpus[i].name);
        if (gpu == nullptr) {
            return Error{ErrorCode::UnknownGpu, "machine.gpus[" + std::to_string(i) + "].name",
                         withName(choice.gpus[i].name, catalog.nearestGpus(choice.gpus[i].name))};
        }
        machine.gpus.push_back({*gpu, choice.gpus[i].count});
    }
    return machine;
}

namespace {

/// Ollama has layers and a cache type alone; other engines have no such options at all.
void dropForeignPlacement(Resolved& resolved) {
    if (resolved.runtime->engine == Engine::LlamaCpp && resolved.runtime->name != "Ollama") {
        return;
    }
    PlacementChoice& choice = resolved.scenario.placement;
    PlacementChoice kept = choice;
    const PlacementChoice standard;
    kept.cpuExperts = standard.cpuExperts;
    kept.kvInRam = standard.kvInRam;
    kept.rowSplit = standard.rowSplit;
    kept.ratios = standard.ratios;
    kept.expertsFirst = standard.expertsFirst;
    resolved.placementIgnored = !(kept == choice);
    choice = std::move(kept);
}

} // namespace

Resolver::Resolver(std::shared_ptr<const Catalog> catalog, std::shared_ptr<ModelReader> reader)
    : m_catalog(std::move(catalog)),
      m_reader(reader == nullptr ? std::make_shared<LocalModelReader>() : std::move(reader)) {}

Result<std::shared_ptr<const ModelDescription>> Resolver::describe(const ModelSource& source) {
    if (const auto* file = std::get_if<ModelFile>(&source)) {
        return m_reader->read(file->path);
    }
    Result<ModelDescription> described = describeConfig(std::get<ModelConfig>(source).json, "model.config");
    if (!described) {
        return described.error();
    }
    return std::make_shared<const ModelDescription>(std::move(described).value());
}

Result<ResolvedModel> Resolver::resolveModel(const ModelSource& source) {
    if (m_lastSource == source) {
        return m_lastModel;
    }
    ResolvedModel model;
    if (const auto* name = std::get_if<CatalogName>(&source)) {
        const CatalogModel* found = m_catalog->findModel(name->name);
        if (found == nullptr) {
            return Error{ErrorCode::UnknownModel, "model.catalog",
                         withName(name->name, m_catalog->nearestModels(name->name))};
        }
        model.name = found->name;
        model.source = ArchitectureSource::Catalog;
        model.architecture = found->architecture;
        model.parameters = found->parameters;
        model.activeParameters = found->activeParameters;
        model.maxContext = found->maxContext;
        model.nativeFormat = found->nativeFormat;
        model.ggufArchitecture = found->ggufArchitecture;
        model.cacheKnown = found->cacheKnown;
    } else if (const auto* size = std::get_if<ModelSize>(&source)) {
        if (size->parameters < kGenericLeast || size->parameters > kGenericMost) {
            return Error{
                ErrorCode::OutOfRange,
                "model.parameters",
                {std::to_string(size->parameters), std::to_string(kGenericLeast), std::to_string(kGenericMost)}};
        }
        model.source = ArchitectureSource::Generic;
        model.architecture =
            std::make_shared<const Architecture>(genericArchitecture(size->parameters, m_catalog->shapePoints()));
        model.parameters = size->parameters;
        model.activeParameters = size->parameters;
        model.nativeFormat = "BF16";
        model.ggufArchitecture = "llama";
    } else {
        Result<std::shared_ptr<const ModelDescription>> described = describe(source);
        if (!described) {
            return described.error();
        }
        if (!(*described)->cacheKnown && m_useCatalog) {
            ModelDescription completed = **described;
            completeFromCatalog(completed, *m_catalog);
            described = std::make_shared<const ModelDescription>(std::move(completed));
        }
        const ModelDescription& description = **described;
        if (description.stored == nullptr && description.parameters == 0) {
            return Error{ErrorCode::LayoutUnknown, {}, {description.architectureName}};
        }
        const bool file = std::holds_alternative<ModelFile>(source);
        model.name = description.name;
        model.source = file ? ArchitectureSource::File : ArchitectureSource::Config;
        model.architecture = description.architecture;
        model.parameters = description.parameters;
        model.activeParameters = description.activeParameters;
        model.maxContext = description.maxContext;
        model.nativeFormat = description.storedFormat;
        model.ggufArchitecture = description.ggufArchitecture;
        model.cacheKnown = description.cacheKnown;
        model.description = std::move(described).value();
    }
    m_lastSource = source;
    m_lastModel = model;
    return model;
}

Result<Resolved> Resolver::resolve(const Scenario& scenario) {
    Resolved resolved;
    resolved.scenario = scenario;
    Result<ResolvedModel> model = resolveModel(scenario.model);
    if (!model) {
        return model.error();
    }
    resolved.model = std::move(model).value();
    const Result<const RuntimeProfile*> runtime = resolveRuntime(scenario);
    if (!runtime) {
        return runtime.error();
    }
    resolved.runtime = runtime.value();
    if (resolved.scenario.runtime.version.empty()) {
        resolved.scenario.runtime.version = resolved.runtime->newestVersion;
    }
    Result<WeightFormat> format = resolveFormat(scenario, resolved.model, *resolved.runtime, *m_catalog);
    if (!format) {
        return format.error();
    }
    resolved.format = std::move(format).value();
    if (scenario.task != Task::Inference) {
        Result<std::shared_ptr<const ResolvedTraining>> training = resolveTraining(scenario, *resolved.runtime);
        if (!training) {
            return training.error();
        }
        resolved.training = std::move(training).value();
    }
    for (const auto& [chosen, key, target] : {std::tuple{&scenario.kvCache.k, "k", &resolved.keyFormat},
                                              std::tuple{&scenario.kvCache.v, "v", &resolved.valueFormat}}) {
        if (resolved.training != nullptr) {
            break; // no cache is kept
        }
        Result<KvFormat> kv = resolveKv(*chosen, key, *resolved.runtime, resolved.format, *m_catalog);
        if (!kv) {
            return kv.error();
        }
        *target = std::move(kv).value();
    }
    Result<Machine> machine = resolveMachine(scenario.machine, *m_catalog);
    if (!machine) {
        return machine.error();
    }
    resolved.machine = std::move(machine).value();
    dropForeignPlacement(resolved);

    resolveWeights(resolved);
    resolved.memo = m_memo;
    const bool experts =
        std::ranges::any_of(resolved.weights->layerExperts, [](Bytes bytes) { return bytes > Bytes{}; });
    if (!experts) { // llama.cpp's pattern then matches no tensor
        resolved.scenario.placement.cpuExperts.reset();
        resolved.scenario.placement.expertsFirst = false;
    }
    if (const std::optional<Error> error = resolveExtras(resolved)) {
        return *error;
    }
    return resolved;
}

void Resolver::resolveWeights(Resolved& resolved) {
    const std::shared_ptr<const Architecture>& architecture = resolved.model.architecture;
    const Container container = resolved.format.container;
    const ModelDescription* const description = resolved.model.description.get();
    if (description != nullptr && description->stored != nullptr && resolved.scenario.weights == kAsStored &&
        isGguf(container) == (description->container == "GGUF")) {
        resolved.weights = description->stored;
        return;
    }
    if (m_weights == nullptr || m_weightsArchitecture != architecture || m_weightsFormat != resolved.format.id ||
        m_weightsContainer != container || m_weightsQuantizer != resolved.scenario.quantizer) {
        const bool byBits = description != nullptr && description->stored != nullptr && !description->tensorsKnown;
        m_weights = std::make_shared<const WeightSizes>(
            byBits ? scaledWeights(*description->stored, resolved.model.parameters, resolved.format)
                   : sizeWeights(*architecture, resolved.format, container, resolved.scenario.quantizer));
        m_weightsQuantizer = resolved.scenario.quantizer;
        m_weightsArchitecture = architecture;
        m_weightsFormat = resolved.format.id;
        m_weightsContainer = container;
    }
    resolved.weights = m_weights;
}

std::optional<Error> Resolver::resolveExtras(Resolved& resolved) {
    const ExtrasChoice& choice = resolved.scenario.extras;
    if (choice == ExtrasChoice{} || resolved.training != nullptr) {
        return std::nullopt;
    }
    ResolvedExtras extras;
    extras.vision = choice.vision && resolved.runtime->engine == Engine::LlamaCpp &&
                    resolved.model.architecture->visionParameters > 0;
    if (choice.lora) {
        extras.loraTargets = loraTargets(choice.lora->targets);
        if (extras.loraTargets.empty()) {
            return unknownTargets("extras.lora.targets", choice.lora->targets);
        }
    }
    if (choice.draft) {
        Scenario draft = resolved.scenario;
        draft.extras = {};
        draft.model = CatalogName{choice.draft->model};
        draft.weights = choice.draft->weights.empty() ? draft.weights : choice.draft->weights;
        draft.context = choice.draft->context.value_or(draft.context);
        draft.prompt.reset();
        draft.kvCache = {choice.draft->k, choice.draft->v};
        if (m_draft == nullptr) {
            m_draft = std::make_unique<Resolver>(m_catalog, m_reader);
        }
        Result<Resolved> found = m_draft->resolve(draft);
        if (!found) {
            Error error = found.error();
            error.where = error.where == "model.catalog" ? "extras.draft.model" : "extras.draft." + error.where;
            return error;
        }
        extras.draft = std::make_shared<const Resolved>(std::move(found).value());
    }
    if (draftsItself(resolved)) {
        extras.nextToken = nextTokenLayers(resolved);
    }
    resolved.extras = std::make_shared<const ResolvedExtras>(std::move(extras));
    return std::nullopt;
}

std::shared_ptr<const NextTokenLayers> Resolver::nextTokenLayers(const Resolved& resolved) {
    const std::shared_ptr<const Architecture>& model = resolved.model.architecture;
    if (m_nextTokenOf != model) {
        m_nextTokenOf = model;
        m_nextToken = std::make_shared<const Architecture>(nextTokenArchitecture(*model));
        m_nextTokenWeights.reset();
    }
    if (m_nextTokenWeights == nullptr ||
        m_nextTokenFormat != std::pair(resolved.format.id, resolved.format.container)) {
        m_nextTokenFormat = {resolved.format.id, resolved.format.container};
        m_nextTokenWeights = std::make_shared<const WeightSizes>(sizeWeights(*m_nextToken, resolved.format));
    }
    NextTokenLayers layers{m_nextToken, m_nextTokenWeights, resolved.keyFormat, resolved.valueFormat,
                           draftedTokens(resolved)};
    if (resolved.runtime->engine == Engine::LlamaCpp) {
        // tools/server/server-context.cpp: the types of -ctkd and -ctvd, f16 by default.
        for (KvFormat* const format : {&layers.keyFormat, &layers.valueFormat}) {
            Result<KvFormat> own = resolveKv({}, {}, *resolved.runtime, resolved.format, *m_catalog);
            *format = own ? std::move(own).value() : *format;
        }
    }
    return std::make_shared<const NextTokenLayers>(std::move(layers));
}

Result<Resolved> resolve(const Scenario& scenario, const std::shared_ptr<const Catalog>& catalog) {
    return Resolver(catalog).resolve(scenario);
}

} // namespace vram
