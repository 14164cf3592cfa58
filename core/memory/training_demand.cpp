// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/quantized_part.h"
#include "core/memory/training.h"
#include "core/model/lora_targets.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace vram {

namespace {

// bitsandbytes keeps tensors with fewer values in f32; blocks of 256 share one f32 scale.
constexpr double kLeast8Bit = 4096;
constexpr double k8BitBlock = 256;
constexpr double kHalf = 2;
constexpr double kSingle = 4;
// Chunked cross-entropy (torchtune) works through the logits in eight parts.
constexpr double kLossChunks = 8;
// A fused head and loss makes logits for as many tokens as hidden x tokens values hold (Liger): 16-bit and f32.
constexpr double kFusedLossBytes = 6;

double count(std::int64_t value) { return static_cast<double>(value); }

bool isTower(TensorRole role) { return role == TensorRole::Vision || role == TensorRole::Audio; }

double& slot(WithExperts& sum, TensorRole role) { return isExpertMatrix(role) ? sum.experts : sum.plain; }

/// Bytes of an optimizer's states for one trained tensor of `rows` x `columns`, `slices` times.
double stateBytes(const Resolved& resolved, const TrainingBytes& bytes, const Tensor& tensor) {
    const OptimizerRow& row = *resolved.training->optimizer;
    const double values = count(tensor.elements());
    const bool small = row.bytes == 1 && values < kLeast8Bit;
    const double size = row.bytes == 0   ? bytes.state
                        : small          ? kSingle
                        : row.bytes == 1 ? 1 + kSingle / k8BitBlock
                                         : row.bytes;
    const double rows = count(tensor.rows);
    const double columns = count(tensor.columns);
    const double slices = count(tensor.slices);
    const double rank = count(resolved.scenario.training.optimizerRank);
    const bool layerMatrix = tensor.layer >= 0 && tensor.isMatrix();
    switch (row.shape) {
    case StateShape::Whole:
        return row.copies * values * size;
    case StateShape::Factored:
        return tensor.isMatrix() ? (rows + columns) * slices * size : values * size;
    case StateShape::MatrixOnly:
        return (layerMatrix ? row.copies : 2) * values * size;
    case StateShape::LowRank:
        if (!layerMatrix || std::min(rows, columns) <= rank) {
            return row.copies * values * size;
        }
        return slices * rank *
               (row.copies * std::max(rows, columns) * size +
                (row.projector ? std::min(rows, columns) * bytes.state : 0));
    }
    return 0;
}

/// The two factors of an adapter, and DoRA's magnitudes.
struct AdapterTensors {
    Tensor down;
    Tensor up;
    double magnitudes = 0;
};
AdapterTensors adapterOf(const Resolved& resolved, const Tensor& tensor) {
    const TrainingChoice& choice = resolved.scenario.training;
    AdapterTensors adapter;
    adapter.down = {tensor.role, tensor.layer, tensor.columns, choice.loraRank, tensor.slices};
    adapter.up = {tensor.role, tensor.layer, choice.loraRank, tensor.rows, tensor.slices};
    adapter.magnitudes = choice.dora ? count(tensor.rows) * count(tensor.slices) : 0;
    return adapter;
}

/// Full training: what is not frozen. Towers are, as the frameworks' recipes for text have it.
bool isTrained(const Resolved& resolved, const Tensor& tensor) {
    const TrainingChoice& choice = resolved.scenario.training;
    if (isTower(tensor.role)) {
        return choice.method == "pretrain";
    }
    if (tensor.layer >= 0) {
        const std::int64_t layers = resolved.model.architecture->layerCount();
        return tensor.layer >= layers - choice.trainedLayers.value_or(layers);
    }
    return choice.trainEmbeddings;
}

/// Keys and values read what queries read, up what gate reads.
bool sharesInput(const ResolvedTraining& training, TensorRole role) {
    constexpr std::array<std::pair<TensorRole, TensorRole>, 5> kSecond{{
        {TensorRole::AttentionK, TensorRole::AttentionQ},
        {TensorRole::AttentionV, TensorRole::AttentionQ},
        {TensorRole::FeedForwardUp, TensorRole::FeedForwardGate},
        {TensorRole::ExpertUp, TensorRole::ExpertGate},
        {TensorRole::SharedUp, TensorRole::SharedGate},
    }};
    return std::ranges::any_of(kSecond, [&](const auto& pair) {
        return pair.first == role && std::ranges::find(training.loraTargets, pair.second) != training.loraTargets.end();
    });
}

/// What an adapter keeps of the inputs and results of its matrix for one token; experts only the used ones.
void addAdapterActivations(BlockActivations& sum, const Resolved& resolved, const Tensor& tensor, double used) {
    const TrainingChoice& choice = resolved.scenario.training;
    const double mask = choice.loraDropout > 0 ? 1 : 0;
    const double times = isExpertMatrix(tensor.role) ? used : count(tensor.slices);
    const TrainingFramework& framework = *resolved.training->framework;
    const bool shared = framework.sharedAdapterInput && sharesInput(*resolved.training, tensor.role);
    // Dropout leaves its mask, and a copy of its own where the layer's input would have served.
    const double copy = mask > 0 ? std::max(framework.adapterInputBytes, kHalf) : framework.adapterInputBytes;
    const double input = (shared ? 0 : copy) + mask;
    // DoRA keeps the result of the base matrix and the scaled sum.
    const double result = choice.dora ? 2 * kHalf * count(tensor.rows) : 0;
    sum.all.split += times * (input * count(tensor.columns) + kHalf * count(choice.loraRank) + result);
}

double usedExperts(const Block& block) {
    const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward);
    return experts == nullptr ? 1 : count(experts->usedExperts);
}

/// Bytes of a token's logits and what the loss makes of them at the worst moment.
double lossBytesOf(const Resolved& resolved) {
    const TrainingFramework& framework = *resolved.training->framework;
    const Architecture& architecture = *resolved.model.architecture;
    // A base in GPTQ or AWQ computes in fp16 without autocast.
    const bool half = resolved.format.family == "GPTQ" || resolved.format.family == "AWQ";
    const double full = half ? framework.halfLossBytes : framework.lossBytes;
    switch (resolved.training->loss) {
    case LossKind::Full:
        return full * count(architecture.vocabSize);
    case LossKind::Chunked:
        return full / kLossChunks * count(architecture.vocabSize);
    case LossKind::Fused:
        return kFusedLossBytes * count(architecture.hiddenSize);
    }
    return 0;
}

/// Models beside the trained one, in 16-bit copies: DPO, GRPO: the reference; PPO: reference, reward and value model.
double otherModels(const Resolved& resolved) {
    const std::string& method = resolved.scenario.training.method;
    const bool adapters = resolved.scenario.task != Task::Full;
    // With adapters the base without them is the reference.
    const double reference = adapters ? 0 : 1;
    if (method == "ppo") {
        return reference + 2;
    }
    return method == "dpo" || method == "grpo" ? reference : 0;
}

struct Builder {
    const Resolved& resolved;
    TrainingDemand& demand;

    TrainedPart& partOf(const Tensor& tensor) const {
        if (tensor.layer >= 0) {
            return demand.layers[static_cast<std::size_t>(tensor.layer)];
        }
        const bool head = tensor.role == TensorRole::Output || tensor.role == TensorRole::OutputNorm ||
                          tensor.role == TensorRole::OutputBias;
        return head ? demand.head : demand.embedding;
    }

    void train(TrainedPart& part, const Tensor& tensor) const {
        const double values = count(tensor.elements());
        slot(part.trained, tensor.role) += values;
        slot(part.states, tensor.role) += stateBytes(resolved, demand.bytes, tensor);
        demand.largestTensor = std::max(demand.largestTensor, values / count(tensor.slices));
    }

    void add(const Tensor& tensor) const {
        TrainedPart& part = partOf(tensor);
        if (!demand.adapters) {
            const double values = count(tensor.elements());
            slot(part.weights, tensor.role) += values * (demand.bytes.weight + demand.bytes.cast);
            slot(part.live, tensor.role) += values * demand.bytes.compute;
            if (isTrained(resolved, tensor)) {
                train(part, tensor);
            }
            return;
        }
        if (isLoraTarget(tensor, resolved.training->loraTargets)) {
            const AdapterTensors adapter = adapterOf(resolved, tensor);
            train(part, adapter.down);
            train(part, adapter.up);
            slot(part.trained, tensor.role) += adapter.magnitudes;
            slot(part.states, tensor.role) += 2 * kSingle * adapter.magnitudes;
        }
    }
};

/// Adapters leave the base as its format stores it.
void addStoredBase(TrainingDemand& demand, const Resolved& resolved) {
    const WeightSizes& sizes = *resolved.weights;
    for (std::size_t i = 0; i < demand.layers.size(); ++i) {
        const double experts = i < sizes.layerExperts.size() ? count(sizes.layerExperts[i].count()) : 0;
        demand.layers[i].weights = {count(sizes.layers[i].count()) - experts, experts};
        demand.layers[i].live = demand.layers[i].weights;
    }
    demand.embedding.weights = {count((sizes.tokenEmbedding + sizes.other).count()), 0};
    demand.head.weights = {count(sizes.output.count()), 0};
    demand.embedding.live = demand.embedding.weights;
    demand.head.live = demand.head.weights;
}

} // namespace

TrainingBytes trainingBytes(const Resolved& resolved) {
    const TrainingFramework& framework = *resolved.training->framework;
    if (resolved.scenario.task != Task::Full) {
        const auto adapter = static_cast<double>(framework.adapterBytes);
        return {kHalf, 0, kHalf, adapter, 0, adapter};
    }
    const std::string& precision = resolved.scenario.training.precision;
    if (precision == "fp32") {
        return {kSingle, 0, kSingle, kSingle, 0, kSingle};
    }
    if (precision == "bf16") {
        return {kHalf, 0, kHalf, kHalf, 0, kHalf};
    }
    // FP8 keeps every matrix once as it is and once transposed (Transformer Engine).
    const double eight = precision == "fp8-mixed" ? 2 : 0;
    switch (framework.master) {
    case MasterCopy::Autocast:
        return {kSingle, kHalf + eight, kHalf, kSingle, 0, kSingle};
    case MasterCopy::Separate:
        return {kHalf, eight, kHalf, kHalf, kSingle, kSingle};
    case MasterCopy::FullGrad:
        return {kHalf, eight, kHalf, kSingle, kSingle, kSingle};
    case MasterCopy::Sharded:
        return {kSingle, eight, kHalf, kSingle, 0, kSingle};
    }
    return {};
}

TrainingDemand trainingDemandOf(const Resolved& resolved) {
    const Architecture& architecture = *resolved.model.architecture;
    const TrainingChoice& choice = resolved.scenario.training;
    TrainingDemand demand;
    demand.bytes = trainingBytes(resolved);
    demand.adapters = resolved.scenario.task != Task::Full;
    demand.layers.resize(static_cast<std::size_t>(architecture.layerCount()));
    for (const Block& block : architecture.blocks) {
        demand.blocks.push_back(blockActivations(resolved, block));
    }
    // A sharded model is cast layer by layer, as it is gathered.
    if (gathersParameters(choice) && demand.bytes.cast == kHalf) {
        demand.bytes.cast = 0;
    }
    const Builder builder{resolved, demand};
    std::vector<bool> seen(architecture.blocks.size());
    std::int32_t counted = -1;
    for (const Tensor& tensor : expandInventory(architecture, InventoryView::Checkpoint)) {
        builder.add(tensor);
        if (tensor.layer < 0 || !tensor.isMatrix()) {
            continue;
        }
        const std::size_t kind = architecture.layerBlocks[static_cast<std::size_t>(tensor.layer)];
        if (seen[kind] && tensor.layer != counted) {
            continue;
        }
        seen[kind] = true;
        counted = tensor.layer;
        const double used = usedExperts(architecture.blocks[kind]);
        if (demand.adapters && isLoraTarget(tensor, resolved.training->loraTargets)) {
            addAdapterActivations(demand.blocks[kind], resolved, tensor, used);
        }
        const bool quantized = resolved.format.quantizes();
        if (demand.adapters && quantized) {
            demand.blocks[kind].all.split += resolved.training->framework->quantizedOutputBytes * count(tensor.rows) *
                                             (isExpertMatrix(tensor.role) ? used : 1);
        }
    }
    if (demand.adapters) {
        addStoredBase(demand, resolved);
    }
    if (architecture.tiedEmbeddings) {
        demand.headCopy = demand.adapters ? count(resolved.weights->tokenEmbedding.count())
                                          : count(architecture.hiddenSize) * count(architecture.vocabSize) *
                                                (demand.bytes.weight + demand.bytes.cast);
    }
    demand.lossBytes = lossBytesOf(resolved);
    // Preference pairs go through the model together.
    demand.tokens = count(resolved.scenario.context) * count(resolved.scenario.batch) / count(choice.contextParallel) *
                    (choice.method == "dpo" ? 2 : 1);
    demand.referenceBytes = otherModels(resolved);
    return demand;
}

} // namespace vram
