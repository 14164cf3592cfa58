// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_extras.h"

#include "core/memory/extras.h"
#include "core/memory/runtime_constants.h"

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
    const Bytes draft = need->typical - vision;
    if (draft.count() > 0) {
        explanation.operands.push_back(operand("draft-model", draft.count(), OperandUnit::Bytes, OperandSource::Catalog,
                                               context.resolved.extras->draft->model.name));
    }
    explanations.push_back(std::move(explanation));
}

} // namespace vram
