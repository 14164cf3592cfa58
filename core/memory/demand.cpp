// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/demand.h"

#include "core/memory/cache.h"
#include "core/memory/engines.h"
#include "core/memory/extras.h"
#include "core/memory/llamacpp_buffers.h"
#include "core/memory/loaded_tensors.h"
#include "core/memory/shared_buffers.h"
#include "core/memory/training.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace vram {

namespace {

constexpr std::array<std::string_view, kMemoryParts> kPartIds{"weights",  "kv_cache",  "recurrent_state", "activations",
                                                              "overhead", "gradients", "optimizer",       "adapter"};

/// vLLM puts layers of different cache kinds into groups of equal size and pads the smaller ones
/// (vllm/v1/core/kv_cache_utils.py): Gemma-3-27B's 10 full and 52 sliding layers take the room of 70.
struct HybridGroups {
    std::int64_t full = 0;
    std::int64_t sliding = 0;

    [[nodiscard]] std::int64_t groupSize() const {
        const std::int64_t least = std::min(full, sliding);
        const std::int64_t most = std::max(full, sliding);
        return most * 4 < least * 5 ? most : least;
    }
    /// Layers' worth of room that `count` layers take.
    [[nodiscard]] std::int64_t padded(std::int64_t count) const {
        return full == 0 || sliding == 0 ? count : roundUp(count, groupSize());
    }
};

HybridGroups hybridGroups(const Architecture& architecture) {
    HybridGroups groups;
    for (std::int64_t i = 0; i < architecture.layerCount(); ++i) {
        const auto* attention = std::get_if<GroupedAttention>(&architecture.layer(i).attention);
        if (attention != nullptr && !attention->reusesKv && !attention->crossAttention) {
            ++(attention->windowKind == WindowKind::Full ? groups.full : groups.sliding);
        }
    }
    return groups;
}

bool isWindowed(const Block& block) {
    const auto* attention = std::get_if<GroupedAttention>(&block.attention);
    return attention != nullptr && attention->windowKind != WindowKind::Full;
}

/// Bytes of one pooled token: every caching layer (padded to groups) keeps it.
std::int64_t poolBytes(const Resolved& resolved, const Architecture& architecture, const HybridGroups& groups) {
    Bytes widest;
    Bytes sum;
    std::int64_t layers = 0;
    for (std::int64_t i = 0; i < architecture.layerCount(); ++i) {
        const Bytes token = pooledTokenBytes(resolved, architecture.layer(i));
        widest = std::max(widest, token);
        sum += token;
        layers += token.count() > 0 ? 1 : 0;
    }
    const std::int64_t padded = groups.padded(groups.full) + groups.padded(groups.sliding);
    return padded > layers ? (widest * padded).count() : sum.count();
}

} // namespace

std::string_view memoryPartId(MemoryPart part) { return kPartIds.at(static_cast<std::size_t>(part)); }

namespace {

/// Training keeps no cache.
Demand trainingOnly(const Resolved& resolved) {
    Demand demand;
    demand.before.resize(static_cast<std::size_t>(resolved.model.architecture->layerCount()) + 1);
    demand.training = std::make_shared<const TrainingDemand>(trainingDemandOf(resolved));
    return demand;
}

/// All but llama.cpp's working buffers.
Demand withoutBuffers(const Resolved& resolved) {
    const Architecture& architecture = *resolved.model.architecture;
    const WeightSizes& sizes = *resolved.weights;
    const auto layers = static_cast<std::size_t>(architecture.layerCount());

    std::vector<LayerCache> byBlock;
    byBlock.reserve(architecture.blocks.size());
    for (const Block& block : architecture.blocks) {
        byBlock.push_back(layerCache(resolved, block));
    }
    const bool paged = resolved.runtime->engine == Engine::Vllm;
    const HybridGroups groups = paged ? hybridGroups(architecture) : HybridGroups{};

    Demand demand;
    demand.cacheKnown = resolved.model.cacheKnown;
    demand.before.resize(layers + 1);
    for (std::size_t i = 0; i < layers; ++i) {
        const std::size_t kind = architecture.layerBlocks[i];
        const LayerCache& cache = byBlock[kind];
        Bytes kv = cache.kv;
        if (paged && groups.full > 0 && groups.sliding > 0) {
            const std::int64_t count = isWindowed(architecture.blocks[kind]) ? groups.sliding : groups.full;
            kv = Bytes{saturatingMultiply(kv.count(), groups.padded(count)) / count};
        }
        const Demand::Before& before = demand.before[i];
        const Bytes experts = i < sizes.layerExperts.size() ? sizes.layerExperts[i] : Bytes{};
        demand.before[i + 1] = {before.weights + sizes.layers[i], before.experts + experts, before.kv + kv,
                                before.recurrent + cache.recurrent};
        demand.kvPerToken += cache.perToken;
        demand.cacheKnown = demand.cacheKnown && cache.known;
    }
    if (!sizes.total.isExact() && sizes.total.typical.count() > 0) {
        const auto typical = static_cast<double>(sizes.total.typical.count());
        demand.weightsLow = static_cast<double>(sizes.total.low.count()) / typical;
        demand.weightsHigh = static_cast<double>(sizes.total.high.count()) / typical;
    }
    demand.tokenEmbedding = sizes.tokenEmbedding;
    demand.outputLayer = sizes.output;
    demand.other = sizes.other;
    if (resolved.runtime->engine != Engine::LlamaCpp) {
        demand.loaded = std::make_shared<const LoadedTensors>(resolved, paged ? TensorCut::Merged : TensorCut::Modules);
    }
    if (paged) {
        demand.poolTokenBytes = poolBytes(resolved, architecture, groups);
    }
    demand.extras = extrasDemandOf(resolved);
    return demand;
}

} // namespace

Demand demandOf(const Resolved& resolved) {
    if (resolved.training != nullptr) {
        return trainingOnly(resolved);
    }
    Demand demand = withoutBuffers(resolved);
    if (resolved.runtime->engine == Engine::LlamaCpp) {
        demand.llamaCpp = rememberedBuffers(resolved);
    }
    return demand;
}

Demand demandWithBuffers(const Resolved& resolved, std::shared_ptr<LlamaCppBuffers> buffers) {
    Demand demand = withoutBuffers(resolved);
    demand.llamaCpp = std::move(buffers);
    return demand;
}

Bytes checkpointWeights(const Resolved& resolved, const Demand& demand, const Layout::Device& device) {
    Bytes weights = demand.weights(device.first, device.end);
    if (device.embedding) {
        weights += demand.tokenEmbedding + demand.other;
    }
    if (device.output) {
        weights += demand.outputLayer;
        const bool copied = !device.embedding || resolved.format.tiedHeadSeparate;
        if (resolved.model.architecture->tiedEmbeddings && copied) {
            weights += demand.tokenEmbedding;
        }
    }
    return weights;
}

namespace {

/// A process that opens one card plans for that card alone and leaves the others empty.
Loads loadsOfOneCard(const Resolved& resolved, const Demand& demand, const Layout& layout,
                     std::span<const Gpu* const> cards) {
    const std::size_t only = *layout.onlyDevice;
    Layout one = layout;
    one.onlyDevice.reset();
    one.devices = {layout.devices[only]};
    const Loads loads = modelLoads(resolved, demand, one, cards.subspan(only, 1));
    Loads all{std::vector<PartSizes>(layout.devices.size()), loads.host};
    all.devices[only] = loads.devices.front();
    return all;
}

/// Replicas hold the same on cards of their own; cards beyond them hold nothing.
Loads loadsOfReplicas(const Resolved& resolved, const Demand& demand, const Layout& layout,
                      std::span<const Gpu* const> cards) {
    const Layout one = layout.ofOneReplica();
    const std::size_t group = one.devices.size();
    Loads all;
    for (std::int64_t i = 0; i < layout.replicas; ++i) {
        const Loads loads =
            modelLoads(resolved, demand, one, cards.subspan(static_cast<std::size_t>(i) * group, group));
        all.devices.insert(all.devices.end(), loads.devices.begin(), loads.devices.end());
        all.host.add(loads.host);
    }
    all.devices.resize(layout.devices.size());
    return all;
}

} // namespace

Loads modelLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                 std::span<const Gpu* const> cards) {
    if (demand.training != nullptr) {
        return trainingLoads(resolved, demand, layout, cards);
    }
    if (layout.onlyDevice) {
        return loadsOfOneCard(resolved, demand, layout, cards);
    }
    if (!layout.isOneGroup()) {
        return loadsOfReplicas(resolved, demand, layout, cards);
    }
    using LoadFunction = Loads (*)(const Resolved&, const Demand&, const Layout&, std::span<const Gpu* const>);
    constexpr std::array<LoadFunction, kEngines> kByEngine{llamaCppLoads,   vllmLoads,        transformersLoads,
                                                           checkpointLoads, checkpointLoads,  checkpointLoads,
                                                           checkpointLoads, transformersLoads};
    static_assert(static_cast<std::size_t>(Engine::LlamaCpp) == 0 && static_cast<std::size_t>(Engine::Vllm) == 1 &&
                  static_cast<std::size_t>(Engine::Transformers) == 2);
    return kByEngine.at(static_cast<std::size_t>(resolved.runtime->engine))(resolved, demand, layout, cards);
}

Loads loadsOf(const Resolved& resolved, const Demand& demand, const Layout& layout, std::span<const Gpu* const> cards) {
    Loads loads = modelLoads(resolved, demand, layout, cards);
    if (demand.extras != nullptr) {
        const Loads extras = extrasLoads(resolved, demand, layout, cards);
        for (std::size_t i = 0; i < loads.devices.size(); ++i) {
            loads.devices[i].add(extras.devices[i]);
        }
        loads.host.add(extras.host);
    }
    return loads;
}

} // namespace vram
