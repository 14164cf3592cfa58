// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_context.h"

#include "core/memory/cache.h"
#include "core/memory/engines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

// A working buffer is the largest of several phases. Each phase that the engine's estimate knows is written down here
// as a formula with its operands, and the one that gives the core's own figure is the explanation: a formula that does
// not give it is never shown.

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

/// Where llama.cpp's working tensors lie.
struct LlamaCppBuffer {
    bool cpu = false;       ///< the embedded input lives here too
    bool pipelined = false; ///< four copies of the inputs
};

struct LlamaCppNumbers {
    Widths widths;
    LlamaCppCache cache;
    std::int64_t tokens = 0;
    std::int64_t windowCells = 0;
    std::int64_t vocabulary = 0;
    std::int64_t outputs = 0;
    std::int64_t mask = 0;
    Operand batch;
};

LlamaCppNumbers llamaCppNumbers(const Resolved& resolved) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    LlamaCppNumbers numbers{
        .widths = widthsOf(*resolved.model.architecture), .cache = llamaCppCache(resolved), .batch = {}};
    numbers.tokens = numbers.cache.microBatch;
    numbers.windowCells = numbers.widths.window > 0 ? numbers.cache.cellsFor(numbers.widths.window) : 0;
    numbers.vocabulary = resolved.model.architecture->ggufRows();
    numbers.outputs = std::min(numbers.tokens, options.outputsAll.value_or(false) ? options.logicalBatch.value_or(2048)
                                                                                  : resolved.scenario.batch);
    const std::int64_t cells = (numbers.widths.fullAttention ? numbers.cache.cells : 0) + numbers.windowCells;
    numbers.mask = (options.flashAttention.value_or(true) ? 2 : 4) * numbers.tokens * cells;
    numbers.batch = operand("micro-batch", numbers.tokens, OperandUnit::Tokens,
                            options.ubatch ? OperandSource::Scenario : OperandSource::Rule);
    return numbers;
}

Operand bytesOf(std::string_view id, std::int64_t bytes) {
    return operand(id, bytes, OperandUnit::Bytes, OperandSource::Rule);
}

/// What the worst-case graph is planned from, where its peak has no closed form.
std::vector<Operand> plannedFrom(const LlamaCppNumbers& numbers) {
    return {numbers.batch,
            operand("cells", numbers.cache.cells, OperandUnit::Tokens, OperandSource::Rule, "padded to 256"),
            operand("outputs", numbers.outputs, OperandUnit::Tokens, OperandSource::Scenario),
            ofArchitecture("hidden-size", numbers.widths.hidden), ofArchitecture("vocabulary", numbers.vocabulary)};
}

std::vector<Phase> llamaCppPhases(const LlamaCppNumbers& numbers, const LlamaCppBuffer& buffer) {
    const Widths& w = numbers.widths;
    const std::int64_t copies = buffer.cpu ? 3 : 2;
    const double t4 = 4 * real(numbers.tokens);
    const std::int64_t inputs = buffer.pipelined ? 3 * numbers.mask : 0;
    const std::int64_t mask = numbers.mask + inputs;
    const std::int64_t scoreCells = std::max(w.fullAttention ? numbers.cache.cells : 0, numbers.windowCells);
    const std::vector<Operand> common{numbers.batch, bytesOf("mask", mask),
                                      operand("residual-copies", copies, OperandUnit::None, OperandSource::Rule),
                                      ofArchitecture("hidden-size", w.hidden)};
    const auto with = [&common](std::vector<Operand> more) {
        std::vector<Operand> all = common;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    const double residual = real(copies * w.hidden);
    const Operand attention = ofArchitecture("attention-width", w.attentionOut);
    const Operand used = operand("used-experts", w.usedExperts, OperandUnit::None, OperandSource::Architecture);
    std::vector<Phase> phases{
        {"activations-llamacpp-feed-forward", real(mask) + t4 * (residual + real(w.attentionOut + 3 * w.feedForward)),
         with({attention, ofArchitecture("feed-forward-width", w.feedForward)})},
        {"activations-llamacpp-expert-outputs",
         real(mask) + t4 * (residual + real(w.attentionOut + 2 * w.usedExperts * w.hidden + w.hidden)),
         with({attention, used})},
        {"activations-llamacpp-expert-inputs", real(mask) + t4 * (residual + real(w.attentionOut + 3 * w.experts)),
         with({attention, used, ofArchitecture("experts-width", w.experts)})},
        {"activations-llamacpp-scores",
         real(mask) + t4 * (real(w.heads) * real(scoreCells) + residual + real(2 * w.query + 2 * w.key)),
         with({ofArchitecture("heads", w.heads),
               operand("cells", scoreCells, OperandUnit::Tokens, OperandSource::Rule, "padded to 256"),
               ofArchitecture("query-width", w.query), ofArchitecture("attention-key-width", w.key)})},
        {"activations-llamacpp-cache-copy",
         real(mask) + 4 * real(w.key) * real(numbers.cache.cells * numbers.cache.streams) +
             t4 * real(2 * w.hidden + 2 * w.query),
         {numbers.batch, bytesOf("mask", mask), ofArchitecture("hidden-size", w.hidden),
          ofArchitecture("query-width", w.query), ofArchitecture("attention-key-width", w.key),
          operand("cells", numbers.cache.cells * numbers.cache.streams, OperandUnit::Tokens, OperandSource::Rule,
                  "padded to 256")}},
    };
    const std::int64_t held = numbers.outputs + (buffer.cpu ? numbers.tokens : 0);
    Phase logits{"activations-llamacpp-logits",
                 real(inputs) + 4 * real(numbers.vocabulary) * real(numbers.outputs) + 4 * real(w.hidden) * real(held),
                 {ofArchitecture("vocabulary", numbers.vocabulary),
                  operand("outputs", numbers.outputs, OperandUnit::Tokens, OperandSource::Scenario),
                  operand("held-tokens", held, OperandUnit::Tokens, OperandSource::Rule),
                  ofArchitecture("hidden-size", w.hidden)}};
    if (inputs > 0) {
        logits.operands.push_back(bytesOf("mask", inputs));
    }
    phases.push_back(std::move(logits));
    return phases;
}

/// The host's share where it is part of the need: its own buffer, and the logits that it hands out.
void addLlamaCppHost(const ExplainContext& context, const LlamaCppNumbers& numbers,
                     std::vector<Explanation>& explanations) {
    const auto host = context.loads.host.get(MemoryPart::Activations);
    if (!host) {
        return;
    }
    const std::int64_t output = 4 * numbers.vocabulary * numbers.cache.sequences;
    const ByteRange buffer{host->low - Bytes{output}, host->typical - Bytes{output}, host->high - Bytes{output}};
    std::vector<Phase> phases = llamaCppPhases(numbers, {.cpu = true});
    if (!context.cards.empty()) {
        phases = {
            {"activations-llamacpp-inputs",
             8 * real(numbers.tokens) * real(numbers.widths.hidden) + real(numbers.mask),
             {numbers.batch, bytesOf("mask", numbers.mask), ofArchitecture("hidden-size", numbers.widths.hidden)}}};
    }
    Explanation working = explanationOf(phases, buffer.typical, "activations-llamacpp", plannedFrom(numbers));
    working.result = buffer;
    explanations.push_back(std::move(working));
    explanations.push_back({MemoryPart::Activations,
                            "activations-llamacpp-output",
                            {ofArchitecture("vocabulary", numbers.vocabulary),
                             operand("sequences", numbers.cache.sequences, OperandUnit::None, OperandSource::Scenario)},
                            ByteRange::exact(Bytes{output})});
}

/// vLLM's own defaults by card, as its estimate takes them (core/memory/vllm.cpp): a pair that does not give the core's
/// figure is not shown.
constexpr std::array<std::array<std::int64_t, 2>, 2> kVllmSteps{{{1024, 8192}, {256, 2048}}};

std::vector<Phase> vllmPhases(const ExplainContext& context, const Widths& widths) {
    const RuntimeChoice& options = context.resolved.scenario.runtime;
    const std::int64_t vocabulary = context.resolved.model.architecture->vocabSize;
    const double perLogit = fittedOf(context.resolved).vllmBytesPerLogit;
    const double perHidden = fittedOf(context.resolved).vllmBytesPerHidden;
    std::vector<Phase> phases;
    for (const auto& step : kVllmSteps) {
        const std::int64_t sequences = options.maxSequences.value_or(step[0]);
        const std::int64_t tokens = options.maxBatchedTokens.value_or(step[1]);
        const double used = real(widths.usedExperts);
        const double expert = widths.usedExperts > 0 ? real(widths.experts) / used : 0;
        const std::vector<Operand> common{
            operand("batched-tokens", tokens, OperandUnit::Tokens,
                    options.maxBatchedTokens ? OperandSource::Scenario : OperandSource::Rule),
            {"bytes-per-hidden", perHidden, OperandUnit::BytesPerElement, OperandSource::Measured,
             "vLLM 0.19 logs on H100"},
            ofArchitecture("hidden-size", widths.hidden)};
        const double residual = perHidden * real(tokens) * real(widths.hidden);
        Phase plain{"activations-vllm", residual + perLogit * real(sequences) * real(vocabulary), common};
        plain.operands.insert(plain.operands.end(),
                              {operand("max-sequences", sequences, OperandUnit::None,
                                       options.maxSequences ? OperandSource::Scenario : OperandSource::Rule),
                               Operand{"bytes-per-logit", perLogit, OperandUnit::BytesPerElement,
                                       OperandSource::Measured, "vLLM 0.19 logs on H100"},
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
    constexpr std::array<std::string_view, 4> kFallbacks{"activations-llamacpp", "activations-vllm-other",
                                                         "activations-transformers", "activations-transformers"};
    const Engine engine = context.resolved.runtime->engine;
    const std::string_view fallback = kFallbacks.at(static_cast<std::size_t>(engine));
    const Widths widths = widthsOf(*context.resolved.model.architecture);
    const bool llamaCpp = engine == Engine::LlamaCpp;
    std::vector<Phase> phases;
    LlamaCppNumbers numbers;
    if (llamaCpp) {
        numbers = llamaCppNumbers(context.resolved);
        phases =
            llamaCppPhases(numbers, {.pipelined = context.layout.devices.size() > 1 && context.layout.allOnDevices()});
    } else if (engine == Engine::Vllm) {
        phases = vllmPhases(context, widths);
    }
    std::vector<Explanation> explanations;
    for (const EqualCards& cards : equalCards(context, MemoryPart::Activations)) {
        if (engine == Engine::Transformers) {
            phases = transformersPhases(context, widths, cards.first);
        }
        Explanation explanation = explanationOf(
            phases, cards.each.typical, fallback,
            llamaCpp ? plannedFrom(numbers) : std::vector<Operand>{ofArchitecture("hidden-size", widths.hidden)});
        explanation.result = times(cards.each, cards.count);
        if (cards.count > 1) {
            explanation.operands.push_back(operand("cards", cards.count, OperandUnit::None, OperandSource::Scenario));
        }
        explanations.push_back(std::move(explanation));
    }
    if (llamaCpp && context.hostCounts) {
        addLlamaCppHost(context, numbers, explanations);
    }
    return explanations;
}

} // namespace vram
