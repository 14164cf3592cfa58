// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_training.h"

#include "core/memory/training.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace vram {

namespace {

struct StageContext {
    const ExplainContext& context;
    const TrainingRank& rank;
    bool inRam = false; ///< no card: what a card moves to RAM lies there with the rest
};

void bytes(Explanation& explanation, std::string_view id, double value, OperandSource source,
           std::string_view detail = {}) {
    if (value > 0) {
        explanation.operands.push_back({id, std::round(value), OperandUnit::Bytes, source, std::string(detail)});
    }
}

void number(Explanation& explanation, std::string_view id, double value, OperandUnit unit, OperandSource source) {
    if (value > 0) {
        explanation.operands.push_back({id, value, unit, source, {}});
    }
}

void weights(Explanation& explanation, const StageContext& stage) {
    const TrainingRank& rank = stage.rank;
    explanation.formula = "training-weights";
    bytes(explanation, "base-weights", rank.weights - rank.live - rank.upcast - rank.others,
          OperandSource::Architecture);
    bytes(explanation, "gathered-layers", rank.live, OperandSource::Architecture);
    bytes(explanation, "single-embeddings", rank.upcast, OperandSource::Measured,
          stage.context.resolved.training->framework->source);
    bytes(explanation, "other-models", rank.others, OperandSource::Rule);
}

void adapter(Explanation& explanation, const StageContext& stage) {
    const Resolved& resolved = stage.context.resolved;
    explanation.formula = "training-adapter";
    bytes(explanation, "adapter-weights", stage.rank.adapter, OperandSource::Architecture);
    number(explanation, "lora-rank", static_cast<double>(resolved.scenario.training.loraRank), OperandUnit::None,
           OperandSource::Scenario);
    number(explanation, "adapter-bytes", static_cast<double>(resolved.training->framework->adapterBytes),
           OperandUnit::BytesPerElement, OperandSource::Rule);
}

void gradients(Explanation& explanation, const StageContext& stage) {
    explanation.formula = "training-gradients";
    bytes(explanation, "gradient-values", stage.rank.gradients - stage.rank.buckets, OperandSource::Architecture);
    bytes(explanation, "gradient-buckets", stage.rank.buckets, OperandSource::Rule);
    number(explanation, "gradient-bytes", stage.context.demand.training->bytes.gradient, OperandUnit::BytesPerElement,
           OperandSource::Rule);
}

void optimizer(Explanation& explanation, const StageContext& stage) {
    const OptimizerRow& row = *stage.context.resolved.training->optimizer;
    explanation.formula = "training-optimizer";
    bytes(explanation, "optimizer-states", stage.rank.states, OperandSource::Architecture, row.source);
    bytes(explanation, "master-copy", stage.rank.master, OperandSource::Architecture);
    bytes(explanation, "moved-values", stage.inRam ? stage.rank.hostBytes : 0, OperandSource::Architecture);
}

void activations(Explanation& explanation, const StageContext& stage) {
    const TrainingRank& rank = stage.rank;
    const ExplainContext& context = stage.context;
    const TrainingFramework& framework = *context.resolved.training->framework;
    const bool adapters = context.demand.training->adapters;
    const bool shared = !adapters && !keepsGradients(context.resolved);
    const double backward = shared ? rank.forward() - rank.gradients : rank.forward();
    if (rank.temporaries >= backward) {
        explanation.formula = "training-step";
        bytes(explanation, "step-copies", rank.temporaries, OperandSource::Architecture,
              context.resolved.training->optimizer->source);
    } else {
        explanation.formula = shared ? "training-backward-shared" : "training-backward";
        bytes(explanation, "kept-activations", rank.kept, OperandSource::Architecture);
        bytes(explanation, "live-activations", rank.work, OperandSource::Architecture);
        bytes(explanation, "loss-activations", rank.loss, OperandSource::Measured, framework.source);
        bytes(explanation, "generation-cache", rank.generation, OperandSource::Architecture);
        bytes(explanation, "gradient-room", shared ? rank.gradients : 0, OperandSource::Architecture);
    }
    bytes(explanation, "training-base", rank.base,
          framework.measured ? OperandSource::Measured : OperandSource::Assumption, framework.source);
    number(explanation, "micro-tokens", context.demand.training->tokens, OperandUnit::Tokens, OperandSource::Scenario);
    number(explanation, "in-flight", rank.inFlight > 1 ? static_cast<double>(rank.inFlight) : 0, OperandUnit::None,
           OperandSource::Rule);
}

} // namespace

std::vector<Explanation> explainTraining(const ExplainContext& context, MemoryPart part) {
    using Explain = void (*)(Explanation&, const StageContext&);
    const Explain function = part == MemoryPart::Weights       ? weights
                             : part == MemoryPart::Adapter     ? adapter
                             : part == MemoryPart::Gradients   ? gradients
                             : part == MemoryPart::Optimizer   ? optimizer
                             : part == MemoryPart::Activations ? activations
                                                               : nullptr;
    if (function == nullptr || context.demand.training == nullptr) {
        return {};
    }
    const auto cards = static_cast<std::int64_t>(context.loads.devices.size());
    const ParallelDegrees degrees = parallelDegrees(context.resolved, cards);
    std::vector<Explanation> explanations;
    for (std::int64_t index = 0; index < (cards == 0 ? 1 : degrees.pipeline); ++index) {
        const TrainingRank rank = trainingRank(context.resolved, *context.demand.training, degrees, index);
        std::int64_t equal = 0;
        std::optional<ByteRange> each;
        for (std::int64_t i = 0; i < cards; ++i) {
            if (degrees.stageOf(i, cards) == index) {
                ++equal;
                each = context.loads.devices[static_cast<std::size_t>(i)].get(part);
            }
        }
        if (cards == 0) {
            equal = 1;
            each = context.loads.host.get(part);
        }
        if (!each || each->high.count() == 0) {
            continue;
        }
        Explanation explanation{part, {}, {}, times(*each, equal)};
        explanation.operands.push_back(operand("cards", equal, OperandUnit::None, OperandSource::Scenario));
        function(explanation, {context, rank, cards == 0});
        explanations.push_back(std::move(explanation));
    }
    // Where cards and host have one memory, what moves to RAM is still part of the need.
    const std::optional<ByteRange> moved = context.loads.host.get(part);
    if (cards > 0 && context.hostCounts && moved && moved->high.count() > 0) {
        Explanation explanation{part, "training-moved", {}, *moved};
        bytes(explanation, "moved-values", static_cast<double>(moved->typical.count()), OperandSource::Architecture);
        explanations.push_back(std::move(explanation));
    }
    return explanations;
}

} // namespace vram
