// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain.h"

#include "core/memory/device_work.h"
#include "core/memory/extras.h"
#include "core/placement/settled.h"
#include "core/report/explain_cache.h"
#include "core/report/explain_context.h"
#include "core/report/explain_device_work.h"
#include "core/report/explain_extras.h"
#include "core/report/explain_pool.h"
#include "core/report/explain_training.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

ExplainContext contextOf(const Resolved& resolved) {
    ExplainContext context{
        resolved, demandOf(resolved), cardsOf(resolved.machine, resolved.scenario.placement), {}, {}};
    context.layout = fullLayout(resolved, context.cards);
    context.loads = modelLoads(resolved, context.demand, context.layout, context.cards.gpus);
    context.hostCounts = context.cards.empty() || context.cards.unified;
    if (resolved.scenario.placement.gpuLayers && !context.cards.empty()) {
        Placement chosen =
            place(resolved, context.demand, resolved.machine, context.cards, context.layout, context.loads);
        context.layout = std::move(chosen.layout);
        context.loads = modelLoads(resolved, context.demand, context.layout, context.cards.gpus);
    }
    context.extras = extrasLoads(resolved, context.demand, context.layout, context.cards.gpus);
    return context;
}

/// Sums what stands on the cards (and the host): each tensor group where the layout puts it.
std::vector<Explanation> explainWeights(const ExplainContext& context) {
    const WeightSizes& sizes = *context.resolved.weights;
    const OperandSource source = sizes.exact ? OperandSource::Architecture : OperandSource::Rule;
    const std::string detail = sizes.exact ? std::string{} : context.resolved.format.effectiveBitsSource;
    const bool llamaCpp = context.resolved.runtime->engine == Engine::LlamaCpp;
    const auto& devices = context.layout.devices;
    const bool output = context.hostCounts || std::ranges::any_of(devices, &Layout::Device::output);
    // llama.cpp and ExLlama keep the token embedding in RAM, the others on the card.
    const bool exLlama = context.resolved.runtime->engine == Engine::ExLlama;
    const bool onCard = std::ranges::any_of(devices, &Layout::Device::embedding);
    const bool embedding = llamaCpp || exLlama ? context.hostCounts : onCard;
    Bytes blocks;
    for (std::int64_t i = 0; i < context.demand.layers(); ++i) {
        blocks += context.counts(i) ? context.demand.weights(i, i + 1) : Bytes{};
    }
    Bytes experts;
    for (const Layout::Device& device : devices) {
        experts += context.demand.experts(device.first, std::min(device.end, context.layout.cpuExperts));
    }
    blocks = blocks - experts;
    Explanation explanation{MemoryPart::Weights, sizes.exact ? "weights-tensors" : "weights-bits", {}, {}};
    explanation.result = context.need(MemoryPart::Weights).value_or(ByteRange{});
    Bytes sum;
    const auto summand = [&](std::string_view id, Bytes bytes) {
        if (bytes.count() > 0) {
            explanation.operands.push_back(operand(id, bytes.count(), OperandUnit::Bytes, source, detail));
            sum += bytes;
        }
    };
    summand("blocks", blocks);
    summand("output-layer", output ? sizes.output : Bytes{});
    summand("token-embedding", embedding ? sizes.tokenEmbedding : Bytes{});
    summand("other-tensors", embedding || (exLlama && output) ? sizes.other : Bytes{});
    // A tied output layer is the token embedding once more, on its own card or in its own type.
    const Bytes rest = explanation.result.typical - sum;
    if (exLlama && rest.count() > 0) {
        summand("embedding-copy", rest);
    } else if (sizes.tokenEmbedding.count() > 0 && rest >= sizes.tokenEmbedding &&
               (llamaCpp || context.resolved.model.architecture->tiedEmbeddings)) {
        summand("embedding-copy", llamaCpp ? rest : sizes.tokenEmbedding);
    }
    summand("replica-copies", sum * (context.layout.replicas - 1));
    // PyTorch's allocator rounds up, ranks copy what cannot be cut, and runtimes keep tables of positions.
    summand("runtime-tensors", llamaCpp ? Bytes{} : explanation.result.typical - sum);
    if ((llamaCpp || exLlama) && !context.hostCounts) {
        const Bytes inRam = sizes.tokenEmbedding + (llamaCpp ? sizes.other : Bytes{});
        explanation.operands.push_back(operand("embedding-in-ram", inRam.count(), OperandUnit::Bytes, source, detail));
    }
    if (experts.count() > 0) {
        explanation.operands.push_back(operand("experts-in-ram", experts.count(), OperandUnit::Bytes, source, detail));
    }
    const std::int64_t parameters = context.resolved.model.parameters;
    explanation.operands.push_back(
        operand("parameters", parameters, OperandUnit::Elements, OperandSource::Architecture));
    if (parameters > 0) {
        Operand bits{"bits-per-weight", 0, OperandUnit::BitsPerWeight, source, detail};
        bits.value = static_cast<double>(sizes.total.typical.count()) * 8.0 / static_cast<double>(parameters);
        explanation.operands.push_back(std::move(bits));
    }
    return {explanation};
}

std::vector<Explanation> explainOverhead(const ExplainContext& context) {
    const bool trains = context.resolved.training != nullptr;
    const Engine engine = trains ? Engine::Transformers : context.resolved.runtime->engine;
    if (hasDeviceWork(engine)) {
        return explainDeviceOverhead(context);
    }
    // The same question without CUDA graphs: the difference is theirs.
    Resolved plain = context.resolved;
    plain.scenario.runtime.cudaGraphs = false;
    const Loads without =
        engine == Engine::Vllm ? modelLoads(plain, context.demand, context.layout, context.cards.gpus) : context.loads;
    std::vector<Explanation> explanations;
    for (const EqualCards& cards : equalCards(context, MemoryPart::Overhead)) {
        const OverheadEntry& entry = contextOverhead(engine, context.cards.gpus[cards.first]->vendor);
        const Bytes process = without.devices[cards.first].typical(MemoryPart::Overhead);
        const bool ownContext = process == entry.context.typical;
        const bool assumed = ownContext && entry.source.starts_with("assumption");
        Explanation explanation{MemoryPart::Overhead, "overhead-context", {}, times(cards.each, cards.count)};
        explanation.operands.push_back(operand("cards", cards.count, OperandUnit::None, OperandSource::Scenario));
        explanation.operands.push_back(operand(engine == Engine::Vllm ? "non-torch" : "driver-context", process.count(),
                                               OperandUnit::Bytes,
                                               assumed ? OperandSource::Assumption : OperandSource::Measured,
                                               std::string(ownContext ? entry.source : "vLLM 0.19 logs on H100")));
        if (const Bytes graphs = cards.each.typical - process; graphs.count() > 0) {
            explanation.formula = "overhead-vllm";
            explanation.operands.push_back(operand("cuda-graphs", graphs.count(), OperandUnit::Bytes,
                                                   OperandSource::Measured, "vLLM 0.19 logs on H100"));
        }
        explanations.push_back(std::move(explanation));
    }
    return explanations;
}

} // namespace

std::optional<Explanation> explainPool(const Resolved& resolved) {
    const std::optional<Resolved> settled = settledOn(resolved, cardsOf(resolved.machine, resolved.scenario.placement));
    const ExplainContext context = contextOf(settled ? *settled : resolved);
    std::optional<Explanation> fewest;
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i < context.loads.devices.size(); ++i) {
        PartSizes parts = context.loads.devices[i];
        parts.add(context.extras.devices[i]);
        const auto pool = poolOf(context.resolved, context.demand, context.layout, i, parts, *context.cards.gpus[i],
                                 context.cards.reported[i]);
        if (pool && (!fewest || pool->tokens < tokens)) {
            tokens = pool->tokens;
            fewest = poolExplanation(context, *pool, parts.typical(MemoryPart::KvCache));
        }
    }
    return fewest;
}

std::optional<ByteRange> ExplainContext::need(MemoryPart part, const Loads& of) const {
    PartSizes sum;
    for (const PartSizes& device : of.devices) {
        sum.add(device);
    }
    if (hostCounts) {
        sum.add(of.host);
    }
    return sum.get(part);
}

bool ExplainContext::counts(std::int64_t index) const {
    return hostCounts || std::ranges::any_of(layout.devices, [index](const Layout::Device& device) {
               return device.first <= index && index < device.end;
           });
}

std::vector<EqualCards> equalCards(const ExplainContext& context, MemoryPart part) {
    std::vector<EqualCards> groups;
    for (std::size_t i = 0; i < context.loads.devices.size(); ++i) {
        const auto bytes = context.loads.devices[i].get(part);
        if (!bytes || bytes->high.count() == 0) {
            continue;
        }
        const auto known = std::ranges::find(groups, *bytes, &EqualCards::each);
        if (known != groups.end()) {
            ++known->count;
        } else {
            groups.push_back({1, i, *bytes});
        }
    }
    return groups;
}

std::vector<Explanation> explain(const Resolved& resolved, MemoryPart part) {
    using Explain = std::vector<Explanation> (*)(const ExplainContext&);
    constexpr std::array<Explain, kMemoryParts> kByPart{
        explainWeights, explainKv, explainRecurrent, explainActivations, explainOverhead, nullptr, nullptr, nullptr};
    const Explain function = kByPart.at(static_cast<std::size_t>(part));
    if (resolved.training != nullptr && part != MemoryPart::Overhead) {
        return explainTraining(contextOf(resolved), part);
    }
    if (function == nullptr && part != MemoryPart::Adapter) {
        return {};
    }
    const std::optional<Resolved> settled = settledOn(resolved, cardsOf(resolved.machine, resolved.scenario.placement));
    const ExplainContext context = contextOf(settled ? *settled : resolved);
    std::vector<Explanation> explanations =
        function != nullptr && context.need(part) ? function(context) : std::vector<Explanation>{};
    addExtras(explanations, context, part);
    return explanations;
}

} // namespace vram
