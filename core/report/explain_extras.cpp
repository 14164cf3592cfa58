// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_extras.h"

#include "core/memory/extras.h"
#include "core/memory/runtime_constants.h"

#include <array>
#include <string_view>

namespace vram {

namespace {

Explanation adapterExplanation(const ExplainContext& context, const ByteRange& need) {
    const Resolved& resolved = context.resolved;
    const LoraChoice& lora = *resolved.scenario.extras.lora;
    const std::int64_t widths = adapterValues(*resolved.model.architecture, *resolved.extras, 1);
    const bool single = lora.f32 && resolved.runtime->engine == Engine::LlamaCpp;
    return {MemoryPart::Adapter,
            "adapter-lora",
            {operand("adapters", lora.count, OperandUnit::None, OperandSource::Scenario),
             operand("lora-rank", lora.rank, OperandUnit::None, OperandSource::Scenario),
             operand("adapter-widths", widths, OperandUnit::Elements, OperandSource::Architecture),
             operand("adapter-bytes", single ? 4 : 2, OperandUnit::BytesPerElement, OperandSource::Scenario)},
            need};
}

/// All that is left after the vision part: a draft model and these layers exclude each other.
void addNextToken(Explanation& explanation, const ExplainContext& context, Bytes bytes) {
    constexpr std::array<std::string_view, kMemoryParts> kIds{
        "mtp-weights", "mtp-cache", "mtp-states", "mtp-work", {}, {}, {}, {}};
    const std::string_view id = kIds.at(static_cast<std::size_t>(explanation.part));
    if (bytes.count() == 0 || id.empty()) {
        return;
    }
    const NextTokenLayers& layers = *context.resolved.extras->nextToken;
    explanation.operands.push_back(operand(id, bytes.count(), OperandUnit::Bytes, OperandSource::Architecture));
    explanation.operands.push_back(
        operand("mtp-layers", layers.architecture->layerCount(), OperandUnit::None, OperandSource::Architecture));
    explanation.operands.push_back(
        operand("mtp-tokens", layers.tokens, OperandUnit::Tokens,
                context.resolved.scenario.extras.mtpTokens ? OperandSource::Scenario : OperandSource::Rule));
}

} // namespace

void addExtras(std::vector<Explanation>& explanations, const ExplainContext& context, MemoryPart part) {
    const auto need = context.need(part, context.extras);
    const auto extras = context.demand.extras;
    if (!need || extras == nullptr || need->high.count() == 0) {
        return;
    }
    if (part == MemoryPart::Adapter) {
        explanations.push_back(adapterExplanation(context, *need));
        return;
    }
    Explanation explanation{part, "extras", {}, *need};
    Bytes vision;
    if (extras->visionWeights.count() > 0) {
        vision = part == MemoryPart::Weights       ? extras->visionWeights
                 : part == MemoryPart::Activations ? extras->visionWork.typical
                                                   : Bytes{};
    }
    const bool work = part == MemoryPart::Activations;
    if (vision.count() > 0) {
        explanation.operands.push_back(operand(work ? "vision-work" : "vision-weights", vision.count(),
                                               OperandUnit::Bytes,
                                               work ? OperandSource::Assumption : OperandSource::Architecture,
                                               work ? std::string(known(Known::LlamaCppVisionWork).source) : ""));
    }
    if (extras->nextToken != nullptr) {
        addNextToken(explanation, context, need->typical - vision);
    }
    const Bytes draft = need->typical - vision;
    if (draft.count() > 0 && context.resolved.extras->draft != nullptr) {
        explanation.operands.push_back(operand("draft-model", draft.count(), OperandUnit::Bytes, OperandSource::Catalog,
                                               context.resolved.extras->draft->model.name));
    }
    explanations.push_back(std::move(explanation));
}

} // namespace vram
