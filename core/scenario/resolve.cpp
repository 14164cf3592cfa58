// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/resolve.h"

#include "core/hardware/memory_bandwidth.h"
#include "core/model/lora_targets.h"
#include "core/model/next_token.h"
#include "core/scenario/lookups.h"
#include "core/scenario/next_token_use.h"
#include "core/source/catalog_match.h"
#include "core/source/config/config_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vram {

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

Result<ResolvedModel> publishedModel(const CatalogName& name, const Catalog& catalog) {
    const CatalogModel* found = catalog.findModel(name.name);
    if (found == nullptr) {
        return Error{ErrorCode::UnknownModel, "model.catalog", withName(name.name, catalog.nearestModels(name.name))};
    }
    ResolvedModel model;
    model.name = found->name;
    model.source = ArchitectureSource::Catalog;
    model.architecture = found->architecture;
    model.parameters = found->parameters;
    model.activeParameters = found->activeParameters;
    model.maxContext = found->maxContext;
    model.nativeFormat = found->nativeFormat;
    model.ggufArchitecture = found->ggufArchitecture;
    model.cacheKnown = found->cacheKnown;
    return model;
}

Result<ResolvedModel> genericModel(const ModelSize& size, const Catalog& catalog) {
    if (size.parameters < kGenericLeast || size.parameters > kGenericMost) {
        return Error{ErrorCode::OutOfRange,
                     "model.parameters",
                     {std::to_string(size.parameters), std::to_string(kGenericLeast), std::to_string(kGenericMost)}};
    }
    ResolvedModel model;
    model.source = ArchitectureSource::Generic;
    model.architecture =
        std::make_shared<const Architecture>(genericArchitecture(size.parameters, catalog.shapePoints()));
    model.parameters = size.parameters;
    model.activeParameters = size.parameters;
    model.nativeFormat = "BF16";
    model.ggufArchitecture = "llama";
    return model;
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
    const auto* const name = std::get_if<CatalogName>(&source);
    const auto* const size = std::get_if<ModelSize>(&source);
    Result<ResolvedModel> model = name != nullptr   ? publishedModel(*name, *m_catalog)
                                  : size != nullptr ? genericModel(*size, *m_catalog)
                                                    : describedModel(source);
    if (model) {
        m_lastSource = source;
        m_lastModel = *model;
    }
    return model;
}

Result<ResolvedModel> Resolver::describedModel(const ModelSource& source) {
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
    ResolvedModel model;
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
