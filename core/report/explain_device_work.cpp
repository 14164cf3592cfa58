// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_device_work.h"

#include "core/memory/device_work.h"
#include "core/memory/runtime_constants.h"

#include <string>
#include <string_view>

namespace vram {

namespace {

void addBytes(std::vector<Operand>& operands, std::string_view id, std::int64_t bytes, OperandSource source,
              std::string detail = {}) {
    if (bytes > 0) {
        operands.push_back(operand(id, bytes, OperandUnit::Bytes, source, std::move(detail)));
    }
}

OperandSource sourceOf(std::string_view source) {
    return source.starts_with("assumption") ? OperandSource::Assumption : OperandSource::Rule;
}

void addCards(std::vector<Operand>& operands, std::int64_t count) {
    operands.push_back(operand("cards", count, OperandUnit::None, OperandSource::Scenario));
}

/// What the terms are made of.
void addFigures(const ExplainContext& context, const StepWork& step, std::vector<Operand>& operands) {
    const Architecture& architecture = *context.resolved.model.architecture;
    const Widths widths = widthsOf(architecture);
    const RuntimeChoice& options = context.resolved.scenario.runtime;
    const bool chosen = options.chunkedPrefillSize || options.maxBatchedTokens;
    operands.push_back(operand("batched-tokens", step.tokens, OperandUnit::Tokens,
                               chosen ? OperandSource::Scenario : OperandSource::Rule));
    operands.push_back(operand("hidden-size", widths.hidden, OperandUnit::Elements, OperandSource::Architecture));
    if (widths.feedForward > 0) {
        operands.push_back(
            operand("feed-forward-width", widths.feedForward, OperandUnit::Elements, OperandSource::Architecture));
    }
    if (step.logits > 0) {
        operands.push_back(operand("outputs", step.rows, OperandUnit::Tokens, OperandSource::Rule));
        operands.push_back(
            operand("vocabulary", architecture.vocabSize, OperandUnit::Elements, OperandSource::Architecture));
    }
}

} // namespace

std::vector<Explanation> explainStepWork(const ExplainContext& context) {
    const bool sglang = context.resolved.runtime->engine == Engine::Sglang;
    std::vector<Explanation> explanations;
    for (const EqualCards& cards : equalCards(context, MemoryPart::Activations)) {
        const Gpu& card = *context.cards.gpus[cards.first];
        const StepWork step = deviceWork(context.resolved, context.layout, cards.first, card).step;
        Explanation explanation{MemoryPart::Activations,
                                sglang ? "activations-step-sglang" : "activations-step",
                                {},
                                times(cards.each, cards.count)};
        std::vector<Operand>& operands = explanation.operands;
        addBytes(operands, "step-block", step.block, OperandSource::Rule);
        addBytes(operands, "expert-caches", step.experts, OperandSource::Rule);
        addBytes(operands, "step-logits", step.logits, OperandSource::Rule);
        addBytes(operands, "weight-copy", step.weightCopy, OperandSource::Rule);
        addBytes(operands, "cache-copy", step.cacheCopy, OperandSource::Rule);
        addBytes(operands, "step-base", step.base.typical.count(), OperandSource::Assumption);
        addCards(operands, cards.count);
        addFigures(context, step, operands);
        if (sglang) {
            operands.push_back(
                {"static-share",
                 sglangStaticShare(context.resolved, context.layout, card),
                 OperandUnit::None,
                 context.resolved.scenario.runtime.memFractionStatic ? OperandSource::Scenario : OperandSource::Rule,
                 {}});
            addBytes(operands, "held-back", step.heldBack.count(), OperandSource::Rule);
        }
        explanations.push_back(std::move(explanation));
    }
    return explanations;
}

std::vector<Explanation> explainDeviceOverhead(const ExplainContext& context) {
    std::vector<Explanation> explanations;
    for (const EqualCards& cards : equalCards(context, MemoryPart::Overhead)) {
        const DeviceWork work =
            deviceWork(context.resolved, context.layout, cards.first, *context.cards.gpus[cards.first]);
        Explanation explanation{MemoryPart::Overhead, "overhead-sum", {}, times(cards.each, cards.count)};
        addBytes(explanation.operands, "driver-context", work.process.typical.count(), sourceOf(work.processSource),
                 std::string(work.processSource));
        addBytes(explanation.operands, "cuda-graphs", work.graphs.typical.count(), OperandSource::Rule);
        addBytes(explanation.operands, "request-table", work.requestTable.typical.count(), OperandSource::Rule);
        addCards(explanation.operands, cards.count);
        explanations.push_back(std::move(explanation));
    }
    return explanations;
}

} // namespace vram
