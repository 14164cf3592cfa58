// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/training.h"

#include <algorithm>
#include <cmath>

namespace vram {

namespace {

constexpr double kGib = 1024.0 * 1024.0 * 1024.0;
constexpr double kHalf = 2;
constexpr double kSingle = 4;
// DeepSpeed's default buckets (zero/config.py): 5e8 values each for gradients and gathered parameters.
constexpr double kBucketValues = 5e8;
// Layers that are gathered at a time: the one that runs and the next (FSDP2's prefetch, ZeRO-3 alike).
constexpr double kLiveLayers = 2;
// Two copies of a layer's input are on the way to or from RAM.
constexpr double kOffloadBuffers = 2;
// Runs that were never measured in this form: wider on both sides.
constexpr double kUnusualMethod = 0.15;
// Published runs that share parameters out need up to this much more (Llama-2-70B under ZeRO-3 and FSDP), those in
// pipeline stages more again (torchtitan's 405B, whose micro-batches are not stated).
constexpr double kShardedAbove = 0.15;
constexpr double kPipelinedAbove = 0.25;

double count(std::int64_t value) { return static_cast<double>(value); }

struct Stage {
    std::int64_t index = 0;
    std::int64_t first = 0;
    std::int64_t end = 0;
    bool embedding = false;
    bool head = false;
};
Stage stageOf(const Resolved& resolved, const ParallelDegrees& degrees, std::int64_t index) {
    const std::int64_t layers = resolved.model.architecture->layerCount();
    return {index, layers * index / degrees.pipeline, layers * (index + 1) / degrees.pipeline, index == 0,
            index + 1 == degrees.pipeline};
}

/// What one rank of the stage holds before data-parallel ranks share it.
struct StageParts {
    TrainedPart sum;
    double largestLayer = 0;   ///< bytes of the largest layer while it is gathered
    double largestTrained = 0; ///< trained values of the largest layer or matrix outside
    double upcast = 0;
};

double share(const WithExperts& value, double tensor, double expert) {
    return value.plain / tensor + value.experts / tensor / expert;
}

StageParts partsOf(const Resolved& resolved, const TrainingDemand& demand, const ParallelDegrees& degrees,
                   const Stage& stage) {
    const double tensor = count(degrees.tensor);
    const double expert = count(degrees.expert);
    StageParts parts;
    const auto add = [&](const TrainedPart& part) {
        parts.sum += part;
        parts.largestTrained = std::max(parts.largestTrained, share(part.trained, tensor, expert));
    };
    for (std::int64_t i = stage.first; i < stage.end; ++i) {
        const TrainedPart& layer = demand.layers[static_cast<std::size_t>(i)];
        add(layer);
        parts.largestLayer = std::max(parts.largestLayer, share(layer.live, tensor, expert));
    }
    if (stage.embedding) {
        add(demand.embedding);
    }
    if (stage.head) {
        add(demand.head);
        parts.sum.weights.plain += stage.embedding ? 0 : demand.headCopy;
    }
    if (demand.adapters && resolved.training->framework->upcastsEmbeddings && resolved.format.id != "F32") {
        const Architecture& architecture = *resolved.model.architecture;
        const double matrix = count(architecture.hiddenSize) * count(architecture.vocabSize);
        const double matrices = (stage.embedding ? 1 : 0) + (stage.head && !architecture.tiedEmbeddings ? 1 : 0);
        parts.upcast = (kSingle - kHalf) * matrix * matrices;
    }
    return parts;
}

/// Activations of a stage: kept between the passes, and of the layers that are being recomputed.
void addActivations(TrainingRank& rank, const Resolved& resolved, const TrainingDemand& demand,
                    const ParallelDegrees& degrees, const Stage& stage) {
    const TrainingChoice& choice = resolved.scenario.training;
    const double tensor = count(degrees.tensor);
    const bool split = choice.sequenceParallel && degrees.tensor > 1;
    const double scored = count(resolved.scenario.context) / tensor;
    double kept = 0;
    double work = 0;
    double inputs = 0;
    for (std::int64_t i = stage.first; i < stage.end; ++i) {
        const std::size_t kind = resolved.model.architecture->layerBlocks[static_cast<std::size_t>(i)];
        const BlockActivations& block = demand.blocks[kind];
        const double all = block.all.on(tensor, split) + block.scores * scored;
        const double selective = std::min(block.selective.on(tensor, split), all);
        inputs += block.checkpoint.on(tensor, split);
        switch (resolved.training->recompute) {
        case Recompute::None:
            kept += all;
            break;
        case Recompute::Selective:
            kept += selective;
            work = std::max(work, all - selective);
            break;
        case Recompute::Full:
            kept += block.checkpoint.on(tensor, split) / count(choice.checkpointEvery);
            work = std::max(work, all * count(choice.checkpointEvery));
            break;
        case Recompute::Offloaded:
            work = std::max(work, all + kOffloadBuffers * block.checkpoint.on(tensor, split));
            break;
        }
    }
    // One forward, one backward (Narayanan et al. 2021, arXiv 2104.04473): the first stage waits for all others.
    rank.inFlight = std::min(degrees.pipeline - stage.index, std::max<std::int64_t>(1, choice.gradientAccumulation));
    rank.kept = kept * demand.tokens * count(rank.inFlight);
    rank.work = work * demand.tokens;
    if (stage.head) {
        rank.loss = demand.lossBytes * demand.tokens / tensor;
    }
    if (resolved.training->recompute == Recompute::Offloaded) {
        rank.hostBytes += inputs * demand.tokens * count(rank.inFlight);
    }
}

/// The cache of what is generated for a group of prompts, 16 bits a value, as the model itself keeps it.
double generationCache(const Resolved& resolved, const Stage& stage) {
    const std::string& method = resolved.scenario.training.method;
    if (method != "grpo" && method != "ppo") {
        return 0;
    }
    double values = 0;
    for (std::int64_t i = stage.first; i < stage.end; ++i) {
        const Attention& attention = resolved.model.architecture->layer(i).attention;
        if (const auto* grouped = std::get_if<GroupedAttention>(&attention)) {
            values += count(grouped->keyWidth() + grouped->valueWidth());
        } else if (const auto* latent = std::get_if<LatentAttention>(&attention)) {
            values += count(latent->kvRank + latent->ropeDim);
        }
    }
    return kHalf * values * count(resolved.scenario.context) * count(resolved.scenario.batch);
}

} // namespace

bool gathersParameters(const TrainingChoice& choice) { return choice.sharding == "zero3" || choice.sharding == "fsdp"; }

double TrainingRank::activations(bool adapters, bool keepsGradients) const {
    // Gradients of the whole model fill the room that activations leave; with adapters they are too small to matter
    // and the fit counts them on top.
    const double backward = adapters || keepsGradients ? forward() : forward() - gradients;
    return base + std::max({backward, temporaries, 0.0});
}

bool keepsGradients(const Resolved& resolved) {
    const TrainingChoice& choice = resolved.scenario.training;
    return choice.gradientAccumulation > 1 || choice.optimizerInBackward || resolved.training->optimizer->inBackward ||
           choice.pipelineParallel > 1 || choice.offload != "none";
}

ParallelDegrees parallelDegrees(const Resolved& resolved, std::int64_t cards) {
    const TrainingChoice& choice = resolved.scenario.training;
    ParallelDegrees degrees{
        choice.tensorParallel, choice.contextParallel, choice.pipelineParallel, choice.expertParallel, 1, true};
    const std::int64_t model =
        saturatingMultiply(saturatingMultiply(degrees.tensor, degrees.context), degrees.pipeline);
    degrees.data = model < 1 ? 1 : std::max<std::int64_t>(1, cards / model);
    degrees.divides = saturatingMultiply(degrees.data, model) == std::max<std::int64_t>(1, cards) &&
                      degrees.pipeline <= resolved.model.architecture->layerCount() &&
                      degrees.shards() % degrees.expert == 0;
    degrees.pipeline = std::min({degrees.pipeline, std::max<std::int64_t>(1, cards),
                                 std::max<std::int64_t>(1, resolved.model.architecture->layerCount())});
    return degrees;
}

TrainingRank trainingRank(const Resolved& resolved, const TrainingDemand& demand, const ParallelDegrees& degrees,
                          std::int64_t stageIndex) {
    const TrainingChoice& choice = resolved.scenario.training;
    const TrainingFramework& framework = *resolved.training->framework;
    const Stage stage = stageOf(resolved, degrees, stageIndex);
    const StageParts parts = partsOf(resolved, demand, degrees, stage);
    const double tensor = count(degrees.tensor);
    const double expert = count(degrees.expert);
    const double shards = count(degrees.shards());
    const bool sharded = degrees.shards() > 1;
    // Experts that are shared out already have fewer ranks left to share with.
    const auto over = [&](const WithExperts& value, bool divided) {
        return divided ? value.plain / tensor / shards + value.experts / tensor / std::max(shards, expert)
                       : share(value, tensor, expert);
    };
    const bool shardsStates = sharded && choice.sharding != "none";
    const bool shardsGradients = shardsStates && choice.sharding != "zero1";
    const bool shardsWeights = sharded && gathersParameters(choice);
    TrainingRank rank;
    rank.live = shardsWeights || choice.offload == "parameters" ? kLiveLayers * parts.largestLayer : 0;
    // A pipeline stage under FSDP stays gathered from its first micro-batch to its last (torchtitan).
    const bool staysGathered = shardsWeights && degrees.pipeline > 1;
    if (staysGathered) {
        rank.live = share(parts.sum.live, tensor, expert);
    }
    rank.upcast = parts.upcast / tensor / (shardsWeights ? shards : 1);
    const double held = over(parts.sum.weights, shardsWeights);
    const double trained = over(parts.sum.trained, false);
    rank.others = demand.referenceBytes * kHalf * count(resolved.model.parameters) / tensor / count(degrees.pipeline) /
                  (shardsWeights ? shards : 1);
    rank.weights = (choice.offload == "parameters" ? 0 : held) + rank.live + rank.upcast + rank.others;
    rank.adapter = demand.adapters ? over(parts.sum.trained, shardsWeights) * count(framework.adapterBytes) +
                                         trained * count(framework.adapterBytes) * count(choice.adapters - 1)
                                   : 0;
    const bool inBackward = choice.optimizerInBackward || resolved.training->optimizer->inBackward;
    // An optimizer in RAM takes every layer's gradient as it comes (ZeRO-Offload, arXiv 2101.06840).
    const bool passing = inBackward || choice.offload != "none";
    rank.gradients =
        demand.bytes.gradient * (passing ? parts.largestTrained : over(parts.sum.trained, shardsGradients));
    if (sharded && choice.sharding == "none") {
        rank.buckets = demand.bytes.gradient * trained; // DistributedDataParallel's own copy
    } else if (shardsStates && framework.runtime == "DeepSpeed") {
        rank.buckets = 2 * kHalf * std::min(kBucketValues, trained);
    } else if (staysGathered && !demand.adapters) {
        rank.buckets = demand.bytes.compute * trained;
    } else if (shardsWeights && !demand.adapters) {
        rank.buckets = demand.bytes.gradient * parts.largestTrained; // of the layer whose gradient is being reduced
    }
    rank.gradients += rank.buckets;
    rank.states = over(parts.sum.states, shardsStates);
    rank.master = demand.bytes.master * over(parts.sum.trained, shardsStates);
    const bool fusedStep = !framework.foreachAdam && choice.optimizer == "adamw";
    if (!demand.adapters && !fusedStep) {
        rank.temporaries = resolved.training->optimizer->temporaries * demand.bytes.gradient *
                           (inBackward ? demand.largestTensor / tensor : over(parts.sum.trained, shardsStates));
        // Autocast's 16-bit copies are gone by then.
        rank.temporaries = std::max(0.0, rank.temporaries - demand.bytes.cast * over(parts.sum.trained, shardsWeights));
    }
    const double optimizer = rank.states + rank.master;
    if (resolved.training->optimizer->paged) {
        rank.hostBytes += rank.states;
        rank.states = 0;
    }
    if (choice.offload != "none") {
        // States, master copy and an f32 gradient for the step on the CPU.
        rank.hostBytes += (resolved.training->optimizer->paged ? 0 : optimizer) +
                          kSingle * over(parts.sum.trained, shardsStates) + (choice.offload == "parameters" ? held : 0);
        rank.states = 0;
        rank.master = 0;
        rank.temporaries = 0;
    }
    addActivations(rank, resolved, demand, degrees, stage);
    rank.generation = generationCache(resolved, stage) / tensor;
    const bool quantized = demand.adapters && resolved.format.quantizes();
    const Architecture& architecture = *resolved.model.architecture;
    rank.base = framework.baseGib * kGib + (quantized && stage.head
                                                ? framework.quantizedHeadBytes * count(architecture.hiddenSize) *
                                                      count(architecture.vocabSize) / tensor
                                                : 0);
    return rank;
}

Layout trainingLayout(const Resolved& resolved, std::int64_t cards) {
    Layout layout;
    const std::int64_t layers = resolved.model.architecture->layerCount();
    if (cards == 0) {
        layout.cpuEnd = layers;
        layout.cpuOutput = true;
        return layout;
    }
    const ParallelDegrees degrees = parallelDegrees(resolved, cards);
    for (std::int64_t i = 0; i < cards; ++i) {
        const Stage place = stageOf(resolved, degrees, degrees.stageOf(i, cards));
        layout.devices.push_back({place.first, place.end, place.head, place.embedding});
    }
    return layout;
}

namespace {

PartSizes rankParts(const Resolved& resolved, const TrainingDemand& demand, const TrainingRank& rank,
                    const ParallelDegrees& degrees) {
    const TrainingFramework& framework = *resolved.training->framework;
    PartSizes parts;
    const auto exact = [](double bytes) { return ByteRange::exact(Bytes::fromDouble(bytes)); };
    parts.set(MemoryPart::Weights, exact(rank.weights));
    parts.set(MemoryPart::Gradients, exact(rank.gradients));
    parts.set(MemoryPart::Optimizer, exact(rank.states + rank.master));
    if (demand.adapters) {
        parts.set(MemoryPart::Adapter, exact(rank.adapter));
    }
    const double typical = rank.activations(demand.adapters, keepsGradients(resolved));
    const double run = count(parts.total().typical.count()) + typical;
    const std::string& method = resolved.scenario.training.method;
    const double wider = method == "sft" || method == "pretrain" ? 0 : kUnusualMethod;
    const bool sharded = degrees.shards() > 1 && gathersParameters(resolved.scenario.training);
    const double above =
        framework.rangeAbove + wider + (sharded ? kShardedAbove : 0) + (degrees.pipeline > 1 ? kPipelinedAbove : 0);
    parts.set(MemoryPart::Activations,
              {Bytes::fromDouble(std::max(0.0, typical - run * (framework.rangeBelow + wider))),
               Bytes::fromDouble(typical), Bytes::fromDouble(typical + run * above)});
    return parts;
}

} // namespace

Loads trainingLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                    std::span<const Gpu* const> cards) {
    const TrainingDemand& training = *demand.training;
    const auto devices = static_cast<std::int64_t>(layout.devices.size());
    const ParallelDegrees degrees = parallelDegrees(resolved, devices);
    Loads loads;
    if (devices == 0) {
        const TrainingRank rank = trainingRank(resolved, training, degrees, 0);
        loads.host = rankParts(resolved, training, rank, degrees);
        loads.host.add(MemoryPart::Optimizer, ByteRange::exact(Bytes::fromDouble(rank.hostBytes)));
        return loads;
    }
    double host = 0;
    std::vector<PartSizes> stages;
    std::vector<double> hostBytes;
    for (std::int64_t stage = 0; stage < degrees.pipeline; ++stage) {
        const TrainingRank rank = trainingRank(resolved, training, degrees, stage);
        stages.push_back(rankParts(resolved, training, rank, degrees));
        hostBytes.push_back(rank.hostBytes);
    }
    for (std::int64_t i = 0; i < devices; ++i) {
        const auto stage = static_cast<std::size_t>(degrees.stageOf(i, devices));
        PartSizes parts = stages[stage];
        parts.set(MemoryPart::Overhead,
                  contextOverhead(Engine::Transformers, cards[static_cast<std::size_t>(i)]->vendor).context);
        loads.devices.push_back(parts);
        host += hostBytes[stage];
    }
    if (host > 0) {
        const bool offloaded = resolved.training->recompute == Recompute::Offloaded &&
                               resolved.scenario.training.offload == "none" && !resolved.training->optimizer->paged;
        loads.host.set(offloaded ? MemoryPart::Activations : MemoryPart::Optimizer,
                       ByteRange::exact(Bytes::fromDouble(host)));
    }
    return loads;
}

} // namespace vram
