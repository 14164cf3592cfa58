// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_pool.h"

#include <algorithm>

namespace vram {

namespace {

/// Whether the share of the card was chosen rather than left to the runtime.
bool isChosen(const RuntimeChoice& options, Engine engine) {
    switch (engine) {
    case Engine::Vllm:
        return options.gpuMemoryUtilization.has_value();
    case Engine::Sglang:
        return options.memFractionStatic.has_value();
    default:
        return options.freeGpuMemoryFraction.has_value();
    }
}

} // namespace

Explanation poolExplanation(const ExplainContext& context, const KvPool& pool, Bytes needed) {
    const Scenario& scenario = context.resolved.scenario;
    const KvPool::Terms& terms = pool.terms;
    const Bytes taken = terms.weights + terms.work + terms.overhead + terms.states;
    const bool none = pool.bytes.count() == 0;
    Explanation explanation{MemoryPart::KvCache,
                            none                ? "pool-none"
                            : terms.shareOfRest ? "pool-of-rest"
                                                : "pool-of-card",
                            {},
                            ByteRange::exact(pool.bytes)};
    const auto add = [&explanation](std::string_view id, std::int64_t value, OperandUnit unit, OperandSource source) {
        explanation.operands.push_back(operand(id, value, unit, source));
    };
    add("pool-card", terms.whole.count(), OperandUnit::Bytes, OperandSource::Catalog);
    const bool chosen = isChosen(scenario.runtime, context.resolved.runtime->engine);
    explanation.operands.push_back(
        {"pool-share", terms.share, OperandUnit::None, chosen ? OperandSource::Scenario : OperandSource::Rule, {}});
    add("pool-taken", taken.count(), OperandUnit::Bytes, OperandSource::Rule);
    for (const auto& [id, bytes] :
         {std::pair{"pool-weights", terms.weights}, std::pair{"pool-work", terms.work},
          std::pair{"pool-overhead", terms.overhead}, std::pair{"pool-states", terms.states}}) {
        if (bytes.count() > 0) {
            add(id, bytes.count(), OperandUnit::Bytes, OperandSource::Rule);
        }
    }
    add("pool-needed", needed.count(), OperandUnit::Bytes, OperandSource::Rule);
    add("pool-tokens", pool.tokens, OperandUnit::Tokens, OperandSource::Rule);
    add("pool-requests", pool.requests, OperandUnit::None, OperandSource::Rule);
    add("sequences", scenario.batch, OperandUnit::None, OperandSource::Scenario);
    return explanation;
}

} // namespace vram
