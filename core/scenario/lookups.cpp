// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/lookups.h"

#include "core/model/lora_targets.h"

#include <array>
#include <utility>

namespace vram {

namespace {

constexpr std::array<std::string_view, 4> kTaskNames{"inference", "lora", "qlora", "full"};
constexpr std::array<std::string_view, 14> kTargetWords{
    "qv", "qkv", "attention", "all-linear", "q", "k", "v", "o", "gate", "up", "down", "embed", "head", "experts"};

} // namespace

std::vector<std::string> withName(const std::string& name, std::vector<std::string> nearest) {
    nearest.insert(nearest.begin(), name);
    return nearest;
}

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

Error unknownTargets(std::string_view where, const std::string& found) {
    std::vector<std::string> arguments{found};
    arguments.insert(arguments.end(), kTargetWords.begin(), kTargetWords.end());
    return {ErrorCode::UnknownValue, std::string(where), std::move(arguments)};
}

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

} // namespace vram
