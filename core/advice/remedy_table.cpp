// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/remedy_table.h"

#include "core/advice/runtime_switch.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

using Of = RemedyRow::Of;
using When = RemedyRow::When;

void setKv(Scenario& scenario, const Remedy& remedy, const Catalog&) { scenario.kvCache = {remedy.kvId, remedy.kvId}; }
void setWeights(Scenario& scenario, const Remedy& remedy, const Catalog&) { scenario.weights = remedy.id; }
void setContext(Scenario& scenario, const Remedy& remedy, const Catalog&) {
    scenario.context = remedy.number;
    if (scenario.prompt) {
        scenario.prompt = std::min(*scenario.prompt, scenario.context);
    }
}

/// Each engine has its own word for the tokens of a prompt that are processed at once.
void setChunk(Scenario& scenario, const Remedy& remedy, const Catalog&) {
    const RuntimeProfile* const runtime = findRuntime(scenario.runtime.name);
    const Engine engine = runtime == nullptr ? Engine::Unsized : runtime->engine;
    RuntimeChoice& choice = scenario.runtime;
    (engine == Engine::LlamaCpp                                ? choice.ubatch
     : engine == Engine::Vllm || engine == Engine::TensorRtLlm ? choice.maxBatchedTokens
                                                               : choice.chunkedPrefillSize) = remedy.number;
}

void shardOver(Scenario& scenario) {
    const TrainingFramework* const framework = findTrainingFramework(scenario.runtime.name);
    scenario.training.sharding = framework == nullptr ? "fsdp" : framework->sharding;
}

void setTask(Scenario& scenario, Task task) {
    scenario.task = task;
    scenario.weights = usualWeights(task);
}

void setMicroBatch(Scenario& scenario, const Remedy& remedy, const Catalog&) {
    std::int64_t& steps = scenario.training.gradientAccumulation;
    steps = saturatingMultiply(steps, scenario.batch / std::max<std::int64_t>(1, remedy.number));
    scenario.batch = remedy.number;
}

void setCards(Scenario& scenario, const Remedy& remedy, const Catalog&) {
    if (scenario.task != Task::Inference) {
        shardOver(scenario);
    }
    if (scenario.machine.gpus.size() == 1) {
        scenario.machine.gpus.front().count = remedy.number;
    }
}

constexpr std::array kRows{
    RemedyRow{RemedyKind::FlashAttention, Of::Inference, When::Always, true, false, &propose::flashAttention,
              [](Scenario& scenario, const Remedy&, const Catalog&) { scenario.runtime.flashAttention = true; }},
    RemedyRow{RemedyKind::Checkpointing, Of::Training, When::Always, true, false, &propose::checkpointing,
              [](Scenario& scenario, const Remedy&, const Catalog&) {
                  scenario.training.checkpointing = true;
                  scenario.training.recompute = "full";
                  scenario.training.checkpointEvery = 1;
              }},
    RemedyRow{RemedyKind::MicroBatch, Of::Training, When::Always, true, false, &propose::microBatch, &setMicroBatch},
    RemedyRow{RemedyKind::FusedKernels, Of::Training, When::Always, true, false, &propose::fusedKernels,
              [](Scenario& scenario, const Remedy&, const Catalog&) {
                  scenario.training.loss = "fused";
                  scenario.training.fusedKernels = true;
              }},
    RemedyRow{RemedyKind::Shard, Of::Training, When::Always, true, false, &propose::shard,
              [](Scenario& scenario, const Remedy&, const Catalog&) { shardOver(scenario); }},
    RemedyRow{RemedyKind::OffloadedCheckpoints, Of::Training, When::Always, true, false, &propose::offloadedCheckpoints,
              [](Scenario& scenario, const Remedy&, const Catalog&) {
                  scenario.training.checkpointing = true;
                  scenario.training.recompute = "offloaded";
              }},
    RemedyRow{RemedyKind::PromptChunk, Of::Inference, When::Always, true, false, &propose::promptChunk, &setChunk},
    RemedyRow{RemedyKind::KvFormat, Of::Inference, When::Always, true, false, &propose::kvFormat, &setKv},
    RemedyRow{RemedyKind::EightBitOptimizer, Of::Training, When::Always, true, false, &propose::eightBitOptimizer,
              [](Scenario& scenario, const Remedy&, const Catalog&) { scenario.training.optimizer = "adamw-8bit"; }},
    RemedyRow{RemedyKind::Weights, Of::Inference, When::Always, true, false, &propose::weights, &setWeights},
    RemedyRow{RemedyKind::WeightsAndKv, Of::Inference, When::NothingFits, true, false, &propose::weightsAndKv,
              [](Scenario& scenario, const Remedy& remedy, const Catalog& catalog) {
                  setWeights(scenario, remedy, catalog);
                  setKv(scenario, remedy, catalog);
              }},
    RemedyRow{RemedyKind::OptimizerToRam, Of::Training, When::Always, true, false, &propose::optimizerToRam,
              [](Scenario& scenario, const Remedy&, const Catalog&) { scenario.training.offload = "optimizer"; }},
    RemedyRow{RemedyKind::ParametersToRam, Of::Training, When::Always, true, false, &propose::parametersToRam,
              [](Scenario& scenario, const Remedy&, const Catalog&) { scenario.training.offload = "parameters"; }},
    RemedyRow{RemedyKind::AutomaticPlacement, Of::Inference, When::Always, false, true, &propose::automaticPlacement,
              [](Scenario& scenario, const Remedy&, const Catalog&) {
                  scenario.placement.gpuLayers.reset();
                  scenario.placement.cpuExperts.reset();
                  scenario.placement.kvInRam = false;
              }},
    RemedyRow{RemedyKind::ExpertsToRam, Of::Inference, When::Always, false, true, &propose::expertsToRam,
              [](Scenario& scenario, const Remedy& remedy, const Catalog&) {
                  scenario.placement.cpuExperts = remedy.number;
              }},
    RemedyRow{RemedyKind::KvInRam, Of::Inference, When::Always, false, true, &propose::kvInRam,
              [](Scenario& scenario, const Remedy&, const Catalog&) { scenario.placement.kvInRam = true; }},
    RemedyRow{RemedyKind::Sequences, Of::Inference, When::Always, true, false, &propose::sequences,
              [](Scenario& scenario, const Remedy& remedy, const Catalog&) { scenario.batch = remedy.number; }},
    RemedyRow{RemedyKind::Context, Of::Both, When::Always, true, false, &propose::context, &setContext},
    RemedyRow{RemedyKind::WeightsKvAndContext, Of::Inference, When::NothingFits, true, false,
              &propose::weightsKvAndContext,
              [](Scenario& scenario, const Remedy& remedy, const Catalog& catalog) {
                  setWeights(scenario, remedy, catalog);
                  setKv(scenario, remedy, catalog);
                  setContext(scenario, remedy, catalog);
              }},
    RemedyRow{RemedyKind::Lora, Of::Training, When::Always, false, false, &propose::lora,
              [](Scenario& scenario, const Remedy&, const Catalog&) { setTask(scenario, Task::Lora); }},
    RemedyRow{RemedyKind::Qlora, Of::Training, When::Always, false, false, &propose::qlora,
              [](Scenario& scenario, const Remedy&, const Catalog&) { setTask(scenario, Task::Qlora); }},
    RemedyRow{RemedyKind::Runtime, Of::Inference, When::Always, false, false, &propose::runtime,
              [](Scenario& scenario, const Remedy& remedy, const Catalog& catalog) {
                  if (const RuntimeProfile* const runtime = findRuntime(remedy.id)) {
                      scenario = switchRuntime(scenario, *runtime, catalog).scenario;
                  }
              }},
    RemedyRow{RemedyKind::OtherCard, Of::Both, When::Always, false, false, &propose::otherCard,
              [](Scenario& scenario, const Remedy& remedy, const Catalog&) {
                  scenario.machine.gpus = {{remedy.id, 1}};
              }},
    RemedyRow{RemedyKind::MoreCards, Of::Both, When::Always, false, false, &propose::moreCards, &setCards},
};
static_assert(kRows.size() == kRemedyKinds);
constexpr bool isInOrder() {
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (static_cast<std::size_t>(kRows.at(i).kind) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isInOrder());

} // namespace

std::span<const RemedyRow> remedyTable() { return kRows; }

Scenario withRemedy(Scenario scenario, const Remedy& remedy, const Catalog& catalog) {
    kRows.at(static_cast<std::size_t>(remedy.kind)).apply(scenario, remedy, catalog);
    return scenario;
}

Machine withRemedy(Machine machine, const Remedy& remedy, const Catalog& catalog) {
    if (remedy.kind == RemedyKind::MoreCards && machine.gpus.size() == 1) {
        machine.gpus.front().count = remedy.number;
    } else if (remedy.kind == RemedyKind::OtherCard) {
        if (const Gpu* const gpu = catalog.findGpu(remedy.id)) {
            machine.gpus = {{*gpu, 1}};
        }
    }
    return machine;
}

} // namespace vram
