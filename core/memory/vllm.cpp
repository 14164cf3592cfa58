// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/engines.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <variant>

namespace vram {

namespace {

// What vLLM measures at start and takes off the pool, fitted on the logs of 27 starts on H100 cards, versions 0.19
// (tests/data/measured/vllm.jsonl; docs/formulas.md, "vLLM"). Bytes = bytesPerLogit * sequences * vocabulary
// (the sampler's warm-up) + bytesPerHidden * batched tokens * hidden size (one block's residuals), values of 2 bytes.
constexpr double kBytesPerLogit = 14.0;
constexpr double kBytesPerHidden = 5.6;
constexpr double kActivationLow = 0.9;
constexpr double kActivationHigh = 1.2;
// CUDA graphs: GiB = base + perLayer * layers (+ experts); several ranks capture a little less.
constexpr double kGraphsBase = 0.45;
constexpr double kGraphsPerLayer = 0.0145;
constexpr double kGraphsExperts = 0.45;
constexpr double kGraphsTensorRanks = -0.2;
constexpr double kGraphsSpread = 0.4;
// Non-torch memory with tensor parallelism (NCCL's buffers), and per pipeline stage.
constexpr ByteRange kTensorNonTorch{Bytes{2'200'000'000}, Bytes{2'240'000'000}, Bytes{2'400'000'000}};
constexpr ByteRange kPipelineNonTorch{Bytes{70'000'000}, Bytes{80'000'000}, Bytes{500'000'000}};

constexpr double kDefaultUtilization = 0.9; // gpu_memory_utilization
constexpr std::int64_t kPoolPage = 16;      // tokens a block

/// Defaults that vLLM picks by card (vllm/engine/arg_utils.py): large data-centre cards get larger steps.
struct StepSize {
    std::int64_t sequences = 256;
    std::int64_t tokens = 2048;
};

StepSize stepSize(const Resolved& resolved, const Gpu& card) {
    const bool large = card.memory >= Bytes::fromGiB(70) && !card.name.starts_with("A100");
    const StepSize standard = large ? StepSize{1024, 8192} : StepSize{};
    const RuntimeChoice& options = resolved.scenario.runtime;
    return {options.maxSequences.value_or(standard.sequences), options.maxBatchedTokens.value_or(standard.tokens)};
}

ByteRange activationPeak(const Resolved& resolved, const Widths& widths, const Gpu& card, bool output) {
    const StepSize step = stepSize(resolved, card);
    const Architecture& architecture = *resolved.model.architecture;
    const double valueSize = resolved.keyFormat.modelType && resolved.format.id == "F32" ? 4.0 : 2.0;
    const auto tokens = static_cast<double>(step.tokens);
    double bytes = kBytesPerHidden / 2.0 * valueSize * tokens * static_cast<double>(widths.hidden);
    if (output) {
        bytes += kBytesPerLogit * static_cast<double>(step.sequences) * static_cast<double>(architecture.vocabSize);
    } else {
        // A stage without the sampler is bound by its widest feed-forward: gate, up and their product.
        bytes += 3.0 * valueSize * tokens * static_cast<double>(widths.feedForward);
    }
    if (widths.usedExperts > 0 && resolved.format.quantizedPart != QuantizedPart::ExpertsOnly) {
        // fused_moe's two intermediate caches: used experts x max(2 x expert width, hidden), and x expert width.
        const double used = static_cast<double>(widths.usedExperts);
        const double expert = static_cast<double>(widths.experts) / used;
        bytes += valueSize * tokens * used * (std::max(2 * expert, static_cast<double>(widths.hidden)) + expert);
    }
    return {Bytes::fromDouble(bytes * kActivationLow), Bytes::fromDouble(bytes),
            Bytes::fromDouble(bytes * kActivationHigh)};
}

ByteRange cudaGraphs(const Resolved& resolved, const Widths& widths, const Layout& layout, const Gpu& card) {
    if (!resolved.scenario.runtime.cudaGraphs.value_or(true) ||
        (card.vendor != Vendor::Nvidia && card.vendor != Vendor::Amd)) {
        return {};
    }
    const auto layers =
        static_cast<double>(resolved.model.architecture->layerCount()) / static_cast<double>(layout.devices.size());
    const bool tensor = layout.tensorRanks > 1;
    const double gib = kGraphsBase +
                       kGraphsPerLayer * (tensor ? layers * static_cast<double>(layout.tensorRanks) : layers) +
                       (widths.usedExperts > 0 ? kGraphsExperts : 0.0) + (tensor ? kGraphsTensorRanks : 0.0);
    return {Bytes::fromGiB(std::max(0.1, gib - kGraphsSpread)), Bytes::fromGiB(gib),
            Bytes::fromGiB(gib + kGraphsSpread)};
}

ByteRange nonTorch(const Layout& layout, const Gpu& card) {
    if (layout.tensorRanks > 1) {
        return kTensorNonTorch;
    }
    if (layout.devices.size() > 1) {
        return kPipelineNonTorch;
    }
    return contextOverhead(Engine::Vllm, card.vendor).context;
}

/// Ranks that the cache divides over: latents are kept whole on every rank, heads are copied once ranks outnumber them.
std::int64_t cacheRanks(const Architecture& architecture, std::int64_t ranks) {
    std::int64_t least = ranks;
    for (const Block& block : architecture.blocks) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            least = std::min(least, grouped->kvHeads);
        } else if (std::holds_alternative<LatentAttention>(block.attention)) {
            least = 1;
        }
    }
    return std::max<std::int64_t>(least, 1);
}

Bytes share(Bytes bytes, std::int64_t ranks) { return Bytes{divideUp(bytes.count(), ranks)}; }

/// From 0.21 on the pool leaves room for the CUDA graphs; before that they come on top of the utilisation.
bool poolCountsGraphs(std::string_view version) {
    const std::size_t dot = version.find('.');
    if (dot == std::string_view::npos) {
        return false;
    }
    int minor = 0;
    std::from_chars(version.data() + dot + 1, version.data() + version.size(), minor);
    return version.substr(0, dot) != "0" || minor >= 21;
}

} // namespace

std::optional<KvPool> poolOf(const Resolved& resolved, const Demand& demand, const Layout& layout,
                             const PartSizes& parts, const Gpu& card, Bytes usable) {
    if (!resolved.runtime->reservesPool || demand.poolTokenBytes == 0 || !demand.cacheKnown) {
        return std::nullopt;
    }
    const double share = resolved.scenario.runtime.gpuMemoryUtilization.value_or(kDefaultUtilization);
    const Bytes overhead = poolCountsGraphs(resolved.scenario.runtime.version) ? parts.typical(MemoryPart::Overhead)
                                                                               : nonTorch(layout, card).typical;
    const Bytes taken = parts.typical(MemoryPart::Weights) + parts.typical(MemoryPart::Activations) + overhead;
    const Bytes budget = Bytes::fromDouble(static_cast<double>(usable.count()) * share);
    const Bytes whole = demand.kv(0, demand.layers());
    if (budget <= taken || whole.count() == 0) {
        return KvPool{};
    }
    // Each rank holds its part of every token: a token's bytes shrink as the cache itself does.
    const double part =
        static_cast<double>(parts.typical(MemoryPart::KvCache).count()) / static_cast<double>(whole.count());
    const double perToken = std::max(1.0, static_cast<double>(demand.poolTokenBytes) * part);
    const Bytes pool = budget - taken;
    const auto tokens = static_cast<std::int64_t>(static_cast<double>(pool.count()) / perToken);
    return KvPool{pool, tokens / kPoolPage * kPoolPage};
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
        const Bytes weights = checkpointWeights(resolved, demand, device);
        PartSizes parts;
        parts.set(MemoryPart::Weights, demand.weightRange(share(weights, ranks)));
        if (demand.cacheKnown) {
            parts.set(MemoryPart::KvCache, ByteRange::exact(share(demand.kv(device.first, device.end), kvRanks)));
            parts.set(MemoryPart::RecurrentState,
                      ByteRange::exact(share(demand.recurrent(device.first, device.end), ranks)));
        }
        parts.set(MemoryPart::Activations, activationPeak(resolved, widths, *cards[i], device.output));
        parts.set(MemoryPart::Overhead, nonTorch(layout, *cards[i]) + cudaGraphs(resolved, widths, layout, *cards[i]));
        loads.devices.push_back(parts);
    }
    return loads;
}

} // namespace vram
