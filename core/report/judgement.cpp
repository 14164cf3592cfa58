// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/judgement.h"

#include "core/memory/engines.h"
#include "core/placement/direct_verdict.h"
#include "core/report/training_notes.h"

#include <algorithm>
#include <limits>
#include <variant>

namespace vram {

namespace {

void evenPools(std::vector<std::optional<KvPool>>& pools) {
    std::int64_t tokens = std::numeric_limits<std::int64_t>::max();
    std::int64_t requests = tokens;
    for (const std::optional<KvPool>& pool : pools) {
        if (pool) {
            tokens = std::min(tokens, pool->tokens);
            requests = std::min(requests, pool->requests);
        }
    }
    for (std::optional<KvPool>& pool : pools) {
        if (pool) {
            pool->tokens = tokens;
            pool->requests = requests;
        }
    }
}

bool holdsYes(Verdict verdict) {
    return verdict == Verdict::Fits || verdict == Verdict::Tight || verdict == Verdict::Offload;
}

} // namespace

std::pair<Support, const Gpu*> supportOf(const Resolved& resolved, const Cards& cards) {
    if (resolved.training != nullptr) {
        return trainingSupport(resolved, cards);
    }
    for (const Gpu* gpu : cards.gpus) {
        const Support support = supports(*resolved.runtime, *gpu, resolved.format);
        if (support != Support::Yes) {
            return {support, gpu};
        }
    }
    if (!loadsFormat(*resolved.runtime, resolved.format)) {
        return {Support::NoFormat, nullptr};
    }
    const Resolved* const draft = resolved.extras == nullptr ? nullptr : resolved.extras->draft.get();
    if (draft != nullptr && !loadsFormat(*resolved.runtime, draft->format)) {
        return {Support::NoFormat, nullptr};
    }
    return {cards.empty() && !resolved.runtime->runsOnCpu ? Support::NoRuntime : Support::Yes, nullptr};
}

CardsNeed needOn(const Cards& cards, const Loads& loads, const Machine& machine) {
    CardsNeed need;
    for (const PartSizes& device : loads.devices) {
        need.parts.add(device);
    }
    if (cards.empty() || cards.unified) {
        need.parts.add(loads.host);
    }
    if (cards.empty()) {
        need.usable = machine.ram;
        need.capacity = machine.ram;
        need.headroom = machine.ram - need.parts.total().high;
        return need;
    }
    const Bytes shared = cards.unified ? loads.host.total().high : Bytes{};
    for (std::size_t i = 0; i < cards.gpus.size(); ++i) {
        const Bytes left = cards.usable[i].low - loads.devices[i].total().high - (i == 0 ? shared : Bytes{});
        need.headroom = i == 0 ? left : std::min(need.headroom, left);
        need.usable += cards.usable[i].low;
        need.capacity += cards.gpus[i]->memory;
    }
    return need;
}

std::vector<std::optional<KvPool>> poolsOf(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                           const Layout& layout, const Loads& loads) {
    std::vector<std::optional<KvPool>> pools(cards.gpus.size());
    const Layout one = layout.ofOneReplica();
    const std::size_t used = std::min(pools.size(), one.devices.size() * static_cast<std::size_t>(layout.replicas));
    for (std::size_t i = 0; i < used; ++i) {
        pools[i] =
            poolOf(resolved, demand, one, i % one.devices.size(), loads.devices[i], *cards.gpus[i], cards.reported[i]);
    }
    evenPools(pools);
    return pools;
}

RankHeads rankHeads(const Architecture& architecture, std::int64_t ranks) {
    RankHeads result{widthsOf(architecture).heads, 0, true, false};
    if (ranks <= 1) {
        return result;
    }
    result.divide = result.heads % ranks == 0;
    for (const Block& block : architecture.blocks) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention);
            grouped != nullptr && grouped->kvHeads > 0) {
            const std::int64_t kv = grouped->kvHeads;
            result.kvHeads = result.kvHeads == 0 ? kv : std::min(result.kvHeads, kv);
            // Either side must be a multiple of the other.
            result.divide = result.divide && (kv >= ranks ? kv % ranks == 0 : ranks % kv == 0);
        }
    }
    result.copied = result.kvHeads > 0 && result.kvHeads < ranks;
    return result;
}

bool tooManyRanks(const Resolved& resolved, const Cards& cards) {
    const auto count = static_cast<std::int64_t>(cards.gpus.size());
    return resolved.training == nullptr && count > 0 && resolved.runtime->engine != Engine::LlamaCpp &&
           servingDegrees(resolved, count).product() > count;
}

Verdict startableVerdict(Verdict verdict, const Resolved& resolved, const Cards& cards, const Layout& layout,
                         const std::optional<KvPool>& pool) {
    if (!holdsYes(verdict)) {
        return verdict;
    }
    const RuntimeChoice& chosen = resolved.scenario.runtime;
    const bool byLayers = resolved.runtime->engine == Engine::LlamaCpp;
    // The runtimes with tensor parallelism assert that heads divide (vllm/config/model.py, SGLang's model files).
    const bool uneven = layout.tensorRanks > 1 && !rankHeads(*resolved.model.architecture, layout.tensorRanks).divide;
    // llama.cpp creates no context then (llama_init_from_model in src/llama-context.cpp).
    const bool noContext = byLayers && resolved.valueFormat.quantized && !chosen.flashAttention.value_or(true);
    // Of an architecture without a GGUF name llama.cpp loads no file.
    const bool noFile = byLayers && resolved.model.ggufArchitecture.empty();
    if (uneven || noContext || noFile || tooManyRanks(resolved, cards)) {
        verdict = Verdict::No;
    }
    // The pool is what the runtime has, not what the card would hold. One that holds no request at all ends the start;
    // a share that nobody chose can be raised, and fewer requests than asked for wait for each other.
    if (pool && pool->requests < resolved.scenario.batch) {
        const bool fixed = chosen.gpuMemoryUtilization || chosen.memFractionStatic || chosen.freeGpuMemoryFraction;
        if (fixed && pool->requests == 0) {
            verdict = Verdict::No;
        } else if (verdict == Verdict::Fits) {
            verdict = Verdict::Tight;
        }
    }
    return verdict;
}

namespace {

Verdict startableOn(Verdict verdict, const Resolved& resolved, const Demand& demand, const Cards& cards,
                    const Layout& layout, const Loads& loads) {
    const bool pooled = holdsYes(verdict) && resolved.runtime->engine != Engine::LlamaCpp;
    const auto pools = pooled ? poolsOf(resolved, demand, cards, layout, loads) : std::vector<std::optional<KvPool>>{};
    return startableVerdict(verdict, resolved, cards, layout, pools.empty() ? std::nullopt : pools.front());
}

} // namespace

Judgement judgementOf(const Resolved& resolved, const Demand& demand, const Machine& machine, const Cards& cards,
                      Support support, const Layout& layout, const Loads& full) {
    const CardsNeed need = needOn(cards, full, machine);
    Judgement judgement{std::nullopt, need.parts.total().high, need.headroom};
    judgement.countable = !judgement.need.isSaturated() && !full.host.total().high.isSaturated() &&
                          !resolved.weights->total.typical.isSaturated();
    if (!judgement.countable) {
        return judgement;
    }
    if (support != Support::Yes) {
        judgement.verdict = Verdict::No;
        return judgement;
    }
    judgement.verdict = directVerdict(resolved, demand, machine, cards, layout, full);
    if (judgement.verdict) {
        judgement.verdict = startableOn(*judgement.verdict, resolved, demand, cards, layout, full);
    }
    return judgement;
}

Verdict searchedVerdict(const Resolved& resolved, const Demand& demand, const Machine& machine, const Cards& cards,
                        const Layout& layout, const Loads& full) {
    const Placement placement = place(resolved, demand, machine, cards, layout, full);
    return startableOn(placement.verdict, resolved, demand, cards, placement.layout, placement.loads);
}

} // namespace vram
