// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/next_token.h"

#include "core/memory/cache.h"
#include "core/memory/extras.h"
#include "core/memory/ranks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vram {

namespace {

/// Architectures whose states llama.cpp keeps in 1 + drafted tokens rows, so that a rejected draft can be undone
/// (llm_arch_supports_rs_rollback, src/llama-arch.cpp; llama-memory-recurrent.cpp). GGUF names.
constexpr std::array<std::string_view, 3> kRollsBack{"qwen35", "qwen35moe", "qwen3next"};

/// vLLM keeps a state for each drafted token beside the last one (MambaSpec.num_speculative_blocks); SGLang and
/// TensorRT-LLM a buffer of one for each token of a verified draft, the last accepted one included.
std::int64_t stateRowsOf(const Resolved& resolved, std::int64_t tokens) {
    switch (resolved.runtime->engine) {
    case Engine::LlamaCpp:
        return std::ranges::find(kRollsBack, resolved.model.ggufArchitecture) != kRollsBack.end() ? tokens : 0;
    case Engine::Vllm:
        return tokens;
    default:
        return tokens + 1;
    }
}

/// Where the layers that draft go: to the card with the output layer, or to RAM with it.
Layout draftingLayout(const Layout& layout, std::int64_t layers) {
    Layout drafting = layout;
    drafting.cpuEnd = layout.cpuOutput ? layers : 0;
    std::int64_t first = drafting.cpuEnd;
    for (Layout::Device& device : drafting.devices) {
        device.first = first;
        if (device.output) {
            first = layers;
        }
        device.end = first;
    }
    return drafting;
}

void addHeld(PartSizes& parts, const NextTokenDemand& extra, std::int64_t ranks, std::int64_t cacheRanks) {
    parts.add(MemoryPart::Weights, ByteRange::exact(rankShare(extra.weights, ranks)));
    parts.add(MemoryPart::KvCache, ByteRange::exact(rankShare(extra.cache, cacheRanks)));
}

Bytes rowsOf(Bytes states, const NextTokenDemand& extra) {
    return Bytes{saturatingMultiply(states.count() / extra.statesHeld, extra.stateRows)};
}

} // namespace

NextTokenDemand nextTokenDemandOf(const Resolved& resolved) {
    const NextTokenLayers& layers = *resolved.extras->nextToken;
    NextTokenDemand demand;
    demand.question = resolved;
    demand.question.extras.reset();
    demand.question.scenario.extras = {};
    demand.question.model.architecture = layers.architecture;
    demand.question.weights = layers.weights;
    demand.question.keyFormat = layers.keyFormat;
    demand.question.valueFormat = layers.valueFormat;
    for (const Bytes layer : layers.weights->layers) {
        demand.weights += layer;
    }
    demand.cache =
        layerCache(demand.question, layers.architecture->blocks.front()).kv * layers.architecture->layerCount();
    demand.stateRows = stateRowsOf(resolved, layers.tokens);
    demand.statesHeld = statesPerSequence(resolved);
    if (resolved.runtime->engine == Engine::LlamaCpp) {
        demand.buffers = std::make_shared<const Demand>(demandOf(demand.question));
    }
    return demand;
}

void addNextToken(Loads& loads, const Demand& demand, const Layout& layout, std::span<const Gpu* const> cards) {
    const NextTokenDemand& extra = *demand.extras->nextToken;
    const Architecture& architecture = *extra.question.model.architecture;
    const std::int64_t ranks = layout.tensorRanks;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        if (device.output) {
            addHeld(loads.devices[i], extra, ranks, cacheRanks(architecture, ranks));
        }
        const Bytes rows = rowsOf(demand.recurrent(device.first, device.end), extra);
        loads.devices[i].add(MemoryPart::RecurrentState, ByteRange::exact(rankShare(rows, ranks)));
    }
    if (layout.cpuOutput) {
        addHeld(loads.host, extra, 1, 1);
    }
    loads.host.add(MemoryPart::RecurrentState, ByteRange::exact(rowsOf(demand.recurrent(0, layout.cpuEnd), extra)));
    if (extra.buffers == nullptr) {
        return;
    }
    // llama.cpp drafts in a second context of the same model, with buffers of its own.
    const Loads own =
        modelLoads(extra.question, *extra.buffers, draftingLayout(layout, architecture.layerCount()), cards);
    for (std::size_t i = 0; i < own.devices.size(); ++i) {
        if (const auto work = own.devices[i].get(MemoryPart::Activations); work && layout.devices[i].output) {
            loads.devices[i].add(MemoryPart::Activations, *work);
        }
    }
    if (const auto work = own.host.get(MemoryPart::Activations)) {
        loads.host.add(MemoryPart::Activations, *work);
    }
}

} // namespace vram
