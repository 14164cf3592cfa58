// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/cache.h"
#include "core/memory/engines.h"
#include "core/memory/loaded_tensors.h"
#include "core/memory/pools.h"
#include "core/memory/ranks.h"
#include "core/memory/spreads.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace vram {

namespace {

// What vLLM measures at start and takes off the pool. Bytes = a * sequences * vocabulary (the sampler's warm-up) + b *
// batched tokens * hidden size (one block's residuals), values of 2 bytes; a, b and the size of CUDA graphs were fitted
// (core/memory/fitted.h).
// Up to 0.16 the peak was about two and a half times as high (start-up logs of those releases, not among the cases).
constexpr double kOldActivations = 2.5;
// Non-torch memory of a pipeline stage.
constexpr ByteRange kPipelineNonTorch{Bytes{70'000'000}, Bytes{80'000'000}, Bytes{500'000'000}};

constexpr double kDefaultUtilization = 0.9; // gpu_memory_utilization

ByteRange activationPeak(const Resolved& resolved, const Widths& widths, const Gpu& card, bool output) {
    const VllmStep step = vllmStep(resolved, card);
    const Architecture& architecture = *resolved.model.architecture;
    const double valueBytes = resolved.keyFormat.modelType && resolved.format.id == "F32" ? 4.0 : 2.0;
    const auto tokens = static_cast<double>(step.tokens);
    double bytes =
        fittedOf(resolved).vllmBytesPerHidden / 2.0 * valueBytes * tokens * static_cast<double>(widths.hidden);
    if (output) {
        bytes += fittedOf(resolved).vllmBytesPerLogit * static_cast<double>(step.sequences) *
                 static_cast<double>(architecture.vocabSize);
    } else {
        // A stage without the sampler is bound by its widest feed-forward: gate, up and their product.
        bytes += 3.0 * valueBytes * tokens * static_cast<double>(widths.feedForward);
    }
    if (widths.usedExperts > 0 && resolved.format.quantizedPart != QuantizedPart::ExpertsOnly) {
        // fused_moe's two intermediate caches: used experts x max(2 x expert width, hidden), and x expert width.
        const double used = static_cast<double>(widths.usedExperts);
        const double expert = static_cast<double>(widths.experts) / used;
        bytes += valueBytes * tokens * used * (std::max(2 * expert, static_cast<double>(widths.hidden)) + expert);
    }
    const Spread& spread = spreadOf(output ? "vllm.activations" : "vllm.stage");
    if (olderThan(resolved.scenario.runtime.version, 0, 17)) {
        const ByteRange newer = spreadRange(spread, Bytes::fromDouble(bytes), Bytes::fromDouble(bytes));
        return {newer.low, Bytes::fromDouble(bytes * kOldActivations),
                Bytes::fromDouble(static_cast<double>(newer.high.count()) * kOldActivations)};
    }
    return spreadRange(spread, Bytes::fromDouble(bytes), Bytes::fromDouble(bytes));
}

Bytes cudaGraphs(const Resolved& resolved, const Widths& widths, const Layout& layout, const Gpu& card) {
    if (!resolved.scenario.runtime.cudaGraphs.value_or(true) ||
        (card.vendor != Vendor::Nvidia && card.vendor != Vendor::Amd)) {
        return {};
    }
    const auto layers =
        static_cast<double>(resolved.model.architecture->layerCount()) / static_cast<double>(layout.devices.size());
    const bool tensor = layout.tensorRanks > 1;
    const Fitted& fitted = fittedOf(resolved);
    const double gib =
        fitted.vllmGraphsBase +
        fitted.vllmGraphsPerLayer * (tensor ? layers * static_cast<double>(layout.tensorRanks) : layers) +
        (widths.usedExperts > 0 ? fitted.vllmGraphsExperts : 0.0) + (tensor ? fitted.vllmGraphsRanks : 0.0);
    return Bytes::fromGiB(std::max(0.1, gib));
}

ByteRange nonTorch(const Resolved& resolved, const Layout& layout, const Gpu& card) {
    if (layout.tensorRanks > 1) {
        const double gib = fittedOf(resolved).vllmRankNonTorch;
        return ByteRange::exact(Bytes::fromGiB(gib));
    }
    if (layout.devices.size() > 1) {
        return kPipelineNonTorch;
    }
    return contextOverhead(Engine::Vllm, card.vendor).context;
}

/// Both together; what was logged outside PyTorch alone may be more than the share of the whole says.
ByteRange overhead(const ByteRange& outside, Bytes graphs) {
    const Bytes typical = outside.typical + graphs;
    const ByteRange range = spreadRange(spreadOf("vllm.overhead"), typical, typical);
    return {std::min(range.low, outside.low + graphs), typical, std::max(range.high, outside.high + graphs)};
}

/// From 0.21 on the pool leaves room for the CUDA graphs; before that they come on top of the utilisation.
bool poolCountsGraphs(std::string_view version) { return !olderThan(version, 0, 21); }

std::int64_t valueSize(const Resolved& resolved) {
    return resolved.keyFormat.modelType && resolved.format.id == "F32" ? 4 : 2;
}

/// cos and sin for every position that the model was made for, once a model
/// (vllm/model_executor/layers/rotary_embedding): 2.5 GiB of Llama 4 Scout's 10 million positions.
Bytes positionTable(const Resolved& resolved) {
    const Architecture& architecture = *resolved.model.architecture;
    if (architecture.positions != PositionKind::Rotary) {
        return {};
    }
    std::int64_t width = 0;
    for (const Block& block : architecture.blocks) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            width = std::max(width, grouped->headDim);
        } else if (const auto* latent = std::get_if<LatentAttention>(&block.attention)) {
            width = std::max(width, latent->ropeDim);
        }
    }
    const std::int64_t positions = resolved.model.maxContext.value_or(resolved.scenario.context);
    return Bytes{saturatingMultiply(valueSize(resolved) * width, positions)};
}

/// Beside the projection of a latent to keys and values, its two halves are kept in 16 bits for decoding
/// (vllm/model_executor/layers/attention/mla_attention.py, process_weights_after_loading).
Bytes absorbedProjections(const Resolved& resolved, const Layout::Device& device, std::int64_t ranks) {
    const Architecture& architecture = *resolved.model.architecture;
    std::int64_t elements = 0;
    for (std::int64_t i = device.first; i < device.end; ++i) {
        if (const auto* latent = std::get_if<LatentAttention>(&architecture.layer(i).attention)) {
            const std::int64_t heads = saturatingMultiply(latent->heads, latent->nopeDim + latent->valueDim);
            elements = saturatingAdd(elements, saturatingMultiply(latent->kvRank, heads));
        }
    }
    return Bytes{saturatingMultiply(valueSize(resolved), elements) / ranks};
}

/// Marlin's kernel for MXFP4 experts wants hidden sizes in steps of 256 and widths in steps of 128 on each rank
/// (vllm/model_executor/layers/fused_moe/oracle/mxfp4.py); the rest is padding.
Bytes expertPadding(const Resolved& resolved, const Layout::Device& device, std::int64_t ranks) {
    if (resolved.format.family != "MXFP4") {
        return {};
    }
    const Architecture& architecture = *resolved.model.architecture;
    std::int64_t elements = 0;
    for (std::int64_t i = device.first; i < device.end; ++i) {
        if (const auto* experts = std::get_if<MixtureOfExperts>(&architecture.layer(i).feedForward)) {
            const std::int64_t width = divideUp(experts->expertWidth, ranks);
            const std::int64_t padded = saturatingMultiply(roundUp(architecture.hiddenSize, 256), roundUp(width, 128));
            elements = saturatingAdd(elements,
                                     saturatingMultiply(experts->experts * (experts->gated ? 3 : 2),
                                                        padded - saturatingMultiply(architecture.hiddenSize, width)));
        }
    }
    return Bytes::fromDouble(static_cast<double>(elements) * resolved.format.bitsPerWeight.value_or(4.25) / 8);
}

/// What one rank holds of the model on this device: its share of the checkpoint and what vLLM adds to it.
ByteRange rankWeightsOf(const Resolved& resolved, const Demand& demand, const Layout& layout,
                        const Layout::Device& device) {
    const std::int64_t ranks = layout.tensorRanks;
    const Bytes shared = rankWeights(*resolved.model.architecture, layout, checkpointWeights(resolved, demand, device),
                                     demand.experts(device.first, device.end)) +
                         demand.loaded->beyondShare(device, ranks, true);
    const Bytes padding = expertPadding(resolved, device, layout.expertRanks > 1 ? 1 : ranks);
    const Bytes tables = positionTable(resolved) + absorbedProjections(resolved, device, ranks);
    const Bytes typical = shared + tables + padding;
    const ByteRange range = spreadRange(spreadOf("vllm.weights"), typical, typical);
    const ByteRange byFormat = demand.weightRange(shared);
    // Other kernels than Marlin pad less; a format that goes by its average bits has a range of its own.
    return {std::min(range.low, typical - padding) - (shared - byFormat.low), typical,
            range.high + (byFormat.high - shared)};
}

} // namespace

VllmStep vllmStep(const Resolved& resolved, const Gpu& card) {
    const bool large = card.memory >= Bytes::fromGiB(70) && !card.name.starts_with("A100");
    const VllmStep standard = large ? VllmStep{1024, 8192} : VllmStep{};
    const RuntimeChoice& options = resolved.scenario.runtime;
    // More sequences than the default have to be asked for, and a step has a token of each.
    const std::int64_t sequences = options.maxSequences.value_or(std::max(standard.sequences, resolved.scenario.batch));
    return {sequences, options.maxBatchedTokens.value_or(std::max(standard.tokens, sequences))};
}

std::optional<KvPool> vllmPool(const Resolved& resolved, const Demand& demand, const Layout& layout, std::size_t device,
                               const PartSizes& parts, const Gpu& card, Bytes usable) {
    if (demand.poolTokenBytes == 0 || !demand.cacheKnown) {
        return std::nullopt;
    }
    const double share = resolved.scenario.runtime.gpuMemoryUtilization.value_or(kDefaultUtilization);
    const Bytes overhead = poolCountsGraphs(resolved.scenario.runtime.version)
                               ? parts.typical(MemoryPart::Overhead)
                               : nonTorch(resolved, layout, card).typical;
    const Bytes taken = parts.typical(MemoryPart::Weights) + parts.typical(MemoryPart::Activations) + overhead;
    const Bytes budget = Bytes::fromDouble(static_cast<double>(usable.count()) * share);
    const Bytes whole = demand.kv(layout.devices[device].first, layout.devices[device].end);
    const Bytes held = parts.typical(MemoryPart::KvCache);
    if (whole.count() == 0) {
        return std::nullopt; // a stage of states alone limits no pool
    }
    const KvPool::Terms terms{
        usable, share, false, parts.typical(MemoryPart::Weights), parts.typical(MemoryPart::Activations), overhead, {}};
    if (budget <= taken) {
        return KvPool{{}, 0, 0, terms};
    }
    // A stage keeps its layers' part of every token, a rank its heads' part.
    const Bytes layers = demand.kv(0, demand.layers());
    const double stage = static_cast<double>(whole.count()) / static_cast<double>(layers.count());
    const double rank = static_cast<double>(held.count()) / static_cast<double>(whole.count());
    const double perToken = std::max(1.0, static_cast<double>(demand.poolTokenBytes) * stage * rank);
    const Bytes pool = budget - taken;
    const auto tokens = static_cast<std::int64_t>(static_cast<double>(pool.count()) / perToken);
    // What one request of this context takes: whole blocks of every group of layers, and its states.
    const std::int64_t request = divideUp((held + parts.typical(MemoryPart::RecurrentState)).count(),
                                          std::max<std::int64_t>(1, resolved.scenario.batch));
    const std::int64_t page = cachePage(resolved);
    return KvPool{pool, tokens / page * page, request > 0 ? pool.count() / request : 0, terms};
}

Loads vllmLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                std::span<const Gpu* const> cards) {
    const Architecture& architecture = *resolved.model.architecture;
    const Widths widths = widthsOf(architecture);
    const std::int64_t ranks = layout.tensorRanks;
    const std::int64_t kvRanks = cacheRanks(architecture, ranks);
    Loads loads;
    loads.devices.reserve(layout.devices.size());
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        PartSizes parts;
        parts.set(MemoryPart::Weights, rankWeightsOf(resolved, demand, layout, device));
        if (demand.cacheKnown) {
            parts.set(MemoryPart::KvCache, ByteRange::exact(rankShare(demand.kv(device.first, device.end), kvRanks)));
            parts.set(MemoryPart::RecurrentState,
                      ByteRange::exact(rankShare(demand.recurrent(device.first, device.end), ranks)));
        }
        parts.set(MemoryPart::Activations, activationPeak(resolved, widths, *cards[i], device.output));
        parts.set(MemoryPart::Overhead,
                  overhead(nonTorch(resolved, layout, *cards[i]), cudaGraphs(resolved, widths, layout, *cards[i])));
        loads.devices.push_back(parts);
    }
    return loads;
}

} // namespace vram
