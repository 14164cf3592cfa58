// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_context.h"

#include "core/memory/cache.h"
#include "core/memory/device_work.h"
#include "core/memory/engines.h"
#include "core/memory/llamacpp_buffers.h"
#include "core/report/explain_device_work.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

// llama.cpp's buffers are planned: their explanation is what lies in them at the fullest moment of that plan. Of the
// other engines a working buffer is the largest of several phases. Each phase that the engine's estimate knows is
// written down here as a formula with its operands, and the one that gives the core's own figure is the explanation: a
// formula that does not give it is never shown.

namespace vram {

namespace {

constexpr double kTolerance = 4; ///< bytes: rounding of the estimates that are made of fractions

struct Phase {
    std::string_view formula;
    double bytes = 0;
    std::vector<Operand> operands;
};

Operand ofArchitecture(std::string_view id, std::int64_t value) {
    return operand(id, value, OperandUnit::Elements, OperandSource::Architecture);
}

/// The phase that gives `bytes`; `fallback` without figures where none does.
Explanation explanationOf(const std::vector<Phase>& phases, Bytes bytes, std::string_view fallback,
                          std::vector<Operand> operands) {
    Explanation explanation{MemoryPart::Activations, fallback, std::move(operands), {}};
    for (const Phase& phase : phases) {
        if (std::abs(phase.bytes - static_cast<double>(bytes.count())) <= kTolerance) {
            explanation.formula = phase.formula;
            explanation.operands = phase.operands;
            break;
        }
    }
    return explanation;
}

double real(std::int64_t value) { return static_cast<double>(value); }

/// What a card or the host holds at its fullest moment, by what it is for: the formula is named after what came last.
struct LabelWords {
    std::string_view formula;
    std::string_view operand;
};
constexpr std::array<LabelWords, kGraphLabels> kLabels{{{"activations-llamacpp-inputs", "inputs"},
                                                        {"activations-llamacpp-inputs", "mask"},
                                                        {"activations-llamacpp-residual", "residual-stream"},
                                                        {"activations-llamacpp-attention", "attention-tensors"},
                                                        {"activations-llamacpp-scores", "attention-scores"},
                                                        {"activations-llamacpp-recurrent", "recurrent-tensors"},
                                                        {"activations-llamacpp-feed-forward", "feed-forward-tensors"},
                                                        {"activations-llamacpp-experts", "expert-tensors"},
                                                        {"activations-llamacpp-logits", "logits"},
                                                        {"activations-llamacpp-weights", "weight-copies"}}};
static_assert(static_cast<std::size_t>(GraphLabel::Weights) + 1 == kGraphLabels);

Operand bytesOf(std::string_view id, std::int64_t bytes) {
    return operand(id, bytes, OperandUnit::Bytes, OperandSource::Rule);
}

/// The planned buffer of device `device` (the host behind the last one) as the sum of what lies in it.
Explanation llamaCppBuffer(const ExplainContext& context, std::size_t device, const ByteRange& bytes) {
    Explanation explanation{MemoryPart::Activations, "activations-llamacpp", {}, bytes};
    if (const auto moment = context.demand.llamaCpp->fullestMoment(context.layout, device)) {
        explanation.formula = kLabels.at(static_cast<std::size_t>(moment->stage)).formula;
        const auto add = [&](std::string_view id, Bytes held) {
            if (held > Bytes{}) {
                explanation.operands.push_back(bytesOf(id, held.count()));
            }
        };
        for (std::size_t i = 0; i < kGraphLabels; ++i) {
            add(kLabels.at(i).operand, moment->held.at(i));
        }
        add("cache-copies", moment->cacheCopies);
        add("gaps", moment->gaps);
    }
    const RuntimeChoice& options = context.resolved.scenario.runtime;
    const LlamaCppCache cache = llamaCppCache(context.resolved);
    explanation.operands.push_back(operand("micro-batch", cache.microBatch, OperandUnit::Tokens,
                                           options.ubatch ? OperandSource::Scenario : OperandSource::Rule));
    explanation.operands.push_back(
        operand("cells", cache.cells, OperandUnit::Tokens, OperandSource::Rule, "padded to 256"));
    return explanation;
}

/// The host's share where it is part of the need: its own buffer, and the logits that it hands out.
void addLlamaCppHost(const ExplainContext& context, std::vector<Explanation>& explanations) {
    const auto host = context.loads.host.get(MemoryPart::Activations);
    if (!host) {
        return;
    }
    const std::int64_t vocabulary = context.resolved.model.architecture->ggufRows();
    const std::int64_t sequences = context.resolved.scenario.batch;
    const Bytes output{4 * vocabulary * sequences};
    explanations.push_back(llamaCppBuffer(context, context.layout.devices.size(),
                                          {host->low - output, host->typical - output, host->high - output}));
    explanations.push_back({MemoryPart::Activations,
                            "activations-llamacpp-output",
                            {ofArchitecture("vocabulary", vocabulary),
                             operand("sequences", sequences, OperandUnit::None, OperandSource::Scenario)},
                            ByteRange::exact(output)});
}

std::vector<Phase> vllmPhases(const ExplainContext& context, const Widths& widths, std::size_t device) {
    const RuntimeChoice& options = context.resolved.scenario.runtime;
    const auto [sequences, tokens] = vllmStep(context.resolved, *context.cards.gpus[device]);
    const std::int64_t vocabulary = context.resolved.model.architecture->vocabSize;
    const double perLogit = fittedOf(context.resolved).vllmBytesPerLogit;
    const double perHidden = fittedOf(context.resolved).vllmBytesPerHidden;
    std::vector<Phase> phases;
    const double used = real(widths.usedExperts);
    const double expert = widths.usedExperts > 0 ? real(widths.experts) / used : 0;
    const std::vector<Operand> common{operand("batched-tokens", tokens, OperandUnit::Tokens,
                                              options.maxBatchedTokens ? OperandSource::Scenario : OperandSource::Rule),
                                      {"bytes-per-hidden", perHidden, OperandUnit::BytesPerElement,
                                       OperandSource::Measured, "vLLM 0.19 logs on H100"},
                                      ofArchitecture("hidden-size", widths.hidden)};
    const double residual = perHidden * real(tokens) * real(widths.hidden);
    Phase plain{"activations-vllm", residual + perLogit * real(sequences) * real(vocabulary), common};
    plain.operands.insert(plain.operands.end(),
                          {operand("max-sequences", sequences, OperandUnit::None,
                                   options.maxSequences ? OperandSource::Scenario : OperandSource::Rule),
                           Operand{"bytes-per-logit", perLogit, OperandUnit::BytesPerElement, OperandSource::Measured,
                                   "vLLM 0.19 logs on H100"},
                           ofArchitecture("vocabulary", vocabulary)});
    Phase stage{"activations-vllm-stage", residual + 6 * real(tokens) * real(widths.feedForward), common};
    stage.operands.push_back(ofArchitecture("feed-forward-width", widths.feedForward));
    const double caches = 2 * real(tokens) * used * (std::max(2 * expert, real(widths.hidden)) + expert);
    for (const Phase& phase : {plain, stage}) {
        Phase experts = phase;
        experts.bytes += caches;
        experts.operands.push_back(bytesOf("expert-caches", std::llround(caches)));
        phases.push_back(phase);
        phases.push_back(std::move(experts));
    }
    return phases;
}

std::vector<Phase> transformersPhases(const ExplainContext& context, const Widths& widths, std::size_t device) {
    const Scenario& scenario = context.resolved.scenario;
    const std::int64_t prompt = scenario.prompt.value_or(scenario.context);
    const std::int64_t valueSize = context.resolved.format.id == "F32" ? 4 : 2;
    const std::int64_t feedForward = std::max(widths.feedForward, widths.sharedExperts);
    const double tokens = real(prompt) * real(scenario.batch);
    const TransformersPeak peak =
        transformersPeak(context.resolved, context.demand, context.layout, device, *context.cards.gpus[device]);
    const auto base = [](Bytes bytes) {
        return operand("base", bytes.count(), OperandUnit::Bytes, OperandSource::Measured,
                       "Qwen's published memory tables");
    };
    const auto phase = [&](std::string_view formula, Bytes fixed, double work, const std::vector<Operand>& more) {
        Phase result{formula,
                     real(fixed.count()) + work - real(peak.later.count()),
                     {base(fixed), operand("prompt", prompt, OperandUnit::Tokens, OperandSource::Scenario),
                      operand("sequences", scenario.batch, OperandUnit::None, OperandSource::Scenario)}};
        if (peak.later.count() > 0) {
            result.operands.push_back(bytesOf("later-cache", peak.later.count()));
        }
        result.operands.insert(result.operands.end(), more.begin(), more.end());
        return result;
    };
    const Bytes withOldCache = peak.base + peak.oldCache;
    return {
        phase("activations-transformers-block", peak.base,
              tokens * real(valueSize * (3 * feedForward + 4 * widths.hidden)),
              {operand("value-size", valueSize, OperandUnit::BytesPerElement, OperandSource::Rule),
               ofArchitecture("feed-forward-width", feedForward), ofArchitecture("hidden-size", widths.hidden)}),
        phase("activations-transformers-logits", peak.base + peak.hidden,
              tokens * 6 * real(context.resolved.model.architecture->vocabSize),
              {ofArchitecture("vocabulary", context.resolved.model.architecture->vocabSize)}),
        phase("activations-transformers-scores", peak.base, tokens * real(prompt) * 8 * real(widths.heads),
              {ofArchitecture("heads", widths.heads)}),
        {"activations-transformers-base", real(peak.base.count()), {base(peak.base)}},
        {"activations-transformers-old-cache",
         real(withOldCache.count()),
         {base(peak.base), bytesOf("old-cache", peak.oldCache.count())}},
    };
}

} // namespace

std::vector<Explanation> explainActivations(const ExplainContext& context) {
    if (hasDeviceWork(context.resolved.runtime->engine)) {
        return explainStepWork(context);
    }
    constexpr std::array<std::string_view, 3> kFallbacks{"activations-llamacpp", "activations-vllm-other",
                                                         "activations-transformers"};
    const Engine engine = context.resolved.runtime->engine;
    const std::string_view fallback = kFallbacks.at(static_cast<std::size_t>(engine));
    const Widths widths = widthsOf(*context.resolved.model.architecture);
    const bool llamaCpp = engine == Engine::LlamaCpp;
    std::vector<Phase> phases;
    std::vector<Explanation> explanations;
    for (const EqualCards& cards : equalCards(context, MemoryPart::Activations)) {
        if (engine == Engine::Vllm) {
            phases = vllmPhases(context, widths, cards.first);
        } else if (engine == Engine::Transformers) {
            phases = transformersPhases(context, widths, cards.first);
        }
        Explanation explanation = llamaCpp ? llamaCppBuffer(context, cards.first, cards.each)
                                           : explanationOf(phases, cards.each.typical, fallback,
                                                           {ofArchitecture("hidden-size", widths.hidden)});
        explanation.result = times(cards.each, cards.count);
        if (cards.count > 1) {
            explanation.operands.push_back(operand("cards", cards.count, OperandUnit::None, OperandSource::Scenario));
        }
        explanations.push_back(std::move(explanation));
    }
    if (llamaCpp && context.hostCounts) {
        addLlamaCppHost(context, explanations);
    }
    return explanations;
}

} // namespace vram
