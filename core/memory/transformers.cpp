// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/engines.h"
#include "core/memory/loaded_tensors.h"
#include "core/memory/spreads.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace vram {

namespace {

// Eager attention holds the scores in 16 bits, their softmax in f32 and its 16-bit copy.
constexpr std::int64_t kEagerScoreBytes = 8;
constexpr double kEagerHigh = 1.3; // assumption
// cuBLAS's workspace in PyTorch (aten/src/ATen/cuda/CublasHandlePool.cpp): 2 x 4 MiB + 8 x 16 KiB, 32 MiB from Hopper
// on.
constexpr Bytes kWorkspace{2 * 4096 * 1024 + 8 * 16 * 1024};
constexpr Bytes kHopperWorkspace{32 * 1024 * 1024};

/// What releases of Transformers do differently. Each row holds from the release before which the last one held.
struct Release {
    bool keepsOldCache = false;    ///< generate() hands the cache over as tuples: the step before stays alive
    bool allLogits = false;        ///< the whole prompt's logits are computed and turned into f32
    bool tablePerLayer = false;    ///< each layer keeps cos and sin for all positions of the model
    bool loadsPiecewise = false;   ///< tensor by tensor; later releases take the room for all at once (warm-up)
    bool dequantizesInto = false;  ///< 4-bit GPTQ goes through ExLlama's kernel with a buffer for one matrix
    bool rotationPerLayer = false; ///< AutoAWQ's fused layers keep complex rotations for all positions of the context
};

Release releaseOf(std::string_view version) {
    return {olderThan(version, 4, 42), olderThan(version, 4, 45), olderThan(version, 4, 45),
            olderThan(version, 4, 50), olderThan(version, 4, 48), !olderThan(version, 4, 51)};
}

/// A tied output matrix is allocated before it is tied: by every loader before 4.45, later by AWQ's. That moment can be
/// the peak of a short run (Qwen2 and Qwen2.5 rows with a prompt of one token).
bool allocatesTiedHead(const Resolved& resolved) {
    return resolved.model.architecture->tiedEmbeddings &&
           (olderThan(resolved.scenario.runtime.version, 4, 45) || resolved.format.family == "AWQ");
}

std::int64_t valueSize(const Resolved& resolved) { return resolved.format.id == "F32" ? 4 : 2; }

bool isHopperOrNewer(const Gpu& card) {
    return card.architecture.starts_with("Hopper") || card.architecture.starts_with("Blackwell");
}

/// ExLlama's kernel writes a 4-bit matrix out in 16 bits before it multiplies (AutoGPTQ's temp_dq): the widest one.
Bytes dequantizedMatrix(const Resolved& resolved) {
    if (resolved.format.family != "GPTQ" || resolved.format.valueBits != 4 ||
        !releaseOf(resolved.scenario.runtime.version).dequantizesInto) {
        return {};
    }
    const Widths widths = widthsOf(*resolved.model.architecture);
    const std::int64_t widest = std::max({widths.feedForward, widths.sharedExperts, widths.query});
    return Bytes{saturatingMultiply(2 * widths.hidden, widest)};
}

/// Tables of rotations that a layer keeps: width of a head x positions; none without rotary positions.
ByteRange positionTables(const Resolved& resolved, const Layout::Device& device) {
    const Architecture& architecture = *resolved.model.architecture;
    const Release release = releaseOf(resolved.scenario.runtime.version);
    const bool fused = release.rotationPerLayer && resolved.format.family == "AWQ";
    if (architecture.positions != PositionKind::Rotary || (!release.tablePerLayer && !fused)) {
        return {};
    }
    std::int64_t values = 0;
    for (std::int64_t i = device.first; i < device.end; ++i) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&architecture.layer(i).attention)) {
            values += grouped->headDim;
        }
    }
    const std::int64_t context = resolved.scenario.context;
    if (fused) {
        // Half a head's angles as complex numbers of 8 bytes. Without AutoAWQ's loader there are none.
        const Bytes rotations{saturatingMultiply(4 * values, context)};
        return {Bytes{}, rotations, rotations};
    }
    const std::int64_t positions = std::max(context, resolved.model.maxContext.value_or(context));
    return ByteRange::exact(Bytes{saturatingMultiply(2 * valueSize(resolved) * values, positions)});
}

Bytes largest(const TransformersPeak& peak, Bytes scores) {
    const Bytes work = std::max({peak.block, peak.logits + peak.hidden, scores});
    return std::max(peak.base + std::max({Bytes{}, work - peak.later, peak.oldCache}), peak.loading);
}

/// Residuals of whole runs are laid to the working memory.
ByteRange activations(const TransformersPeak& peak, Bytes held) {
    const Bytes typical = peak.typical();
    ByteRange range = spreadRange(spreadOf("transformers.all"), typical, held + typical);
    range.high += largest(peak, Bytes::fromDouble(static_cast<double>(peak.scores.count()) * kEagerHigh)) - typical;
    return range;
}

/// What the first card needs for layers that wait in RAM: their caches, and room for the widest of them.
void addStreamed(PartSizes& parts, const Resolved& resolved, const Demand& demand, const Layout::Streamed& streamed) {
    if (demand.cacheKnown) {
        parts.add(MemoryPart::KvCache, ByteRange::exact(demand.kv(streamed.first, streamed.end)));
        parts.add(MemoryPart::RecurrentState, ByteRange::exact(demand.recurrent(streamed.first, streamed.end)));
    }
    Bytes widest = streamed.output ? checkpointWeights(resolved, demand, {0, 0, true, false}) : Bytes{};
    for (std::int64_t i = streamed.first; i < streamed.end; ++i) {
        widest = std::max(widest, demand.weights(i, i + 1));
    }
    parts.add(MemoryPart::Activations, demand.weightRange(widest));
}

} // namespace

bool olderThan(std::string_view version, int major, int minor) {
    const auto number = [&version]() -> int {
        int value = -1;
        while (!version.empty() && version.front() >= '0' && version.front() <= '9' && value < 100'000) {
            value = std::max(value, 0) * 10 + (version.front() - '0');
            version.remove_prefix(1);
        }
        return value;
    };
    const int foundMajor = number();
    if (foundMajor < 0 || !version.starts_with('.')) {
        return false;
    }
    version.remove_prefix(1);
    const int foundMinor = number();
    return foundMinor >= 0 && (foundMajor < major || (foundMajor == major && foundMinor < minor));
}

const Fitted& fittedOf(const Resolved& resolved) {
    static constexpr Fitted kShipped{};
    return resolved.fitted != nullptr ? *resolved.fitted : kShipped;
}

Bytes TransformersPeak::typical() const { return largest(*this, scores); }

TransformersPeak transformersPeak(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                  std::size_t device, const Gpu& card) {
    const Scenario& scenario = resolved.scenario;
    const Architecture& architecture = *resolved.model.architecture;
    const Widths widths = widthsOf(architecture);
    const Layout::Device& place = layout.devices[device];
    const Release release = releaseOf(scenario.runtime.version);
    const std::int64_t prompt = scenario.prompt.value_or(scenario.context);
    const std::int64_t tokens = saturatingMultiply(prompt, scenario.batch);
    // Layers that wait in RAM run on the first card, which keeps their cache (accelerate's hooks).
    const bool runsStreamed = device == 0 && layout.streamed.any();
    const Bytes kv = demand.kv(place.first, place.end) +
                     (runsStreamed ? demand.kv(layout.streamed.first, layout.streamed.end) : Bytes{});
    const bool output = place.output || (runsStreamed && layout.streamed.output);
    TransformersPeak peak;
    peak.base = (isHopperOrNewer(card) ? kHopperWorkspace : kWorkspace) + dequantizedMatrix(resolved) +
                Bytes::fromGiB(fittedOf(resolved).transformersStep);
    // Gate, up and their product beside four copies of the residual.
    peak.block = Bytes{saturatingMultiply(
        tokens, valueSize(resolved) * (3 * std::max(widths.feedForward, widths.sharedExperts) + 4 * widths.hidden))};
    if (release.allLogits && output) {
        peak.logits = Bytes{saturatingMultiply(tokens, 6 * architecture.vocabSize)};
        peak.hidden = Bytes{saturatingMultiply(tokens, valueSize(resolved) * widths.hidden)};
    }
    if (!scenario.runtime.flashAttention.value_or(true)) {
        peak.scores = Bytes{saturatingMultiply(saturatingMultiply(tokens, prompt), kEagerScoreBytes * widths.heads)};
    }
    // While the prompt runs, the cache holds only the prompt; what generation adds later is free for the peak.
    const Bytes grown = demand.kvPerToken * saturatingMultiply(scenario.context - prompt, scenario.batch);
    peak.later = layout.devices.size() == 1 ? std::min(kv, grown) : Bytes{};
    peak.oldCache = release.keepsOldCache ? kv : Bytes{};
    // Neither cache nor tables are there yet while loading; what they will need is free for the head.
    if (output && allocatesTiedHead(resolved)) {
        peak.loading = demand.tokenEmbedding - kv - positionTables(resolved, place).typical;
    }
    return peak;
}

Loads transformersLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                        std::span<const Gpu* const> cards) {
    const bool piecewise = releaseOf(resolved.scenario.runtime.version).loadsPiecewise;
    Loads loads;
    loads.devices.reserve(layout.devices.size());
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        PartSizes parts;
        const Bytes weights =
            checkpointWeights(resolved, demand, device) + demand.loaded->beyondShare(device, 1, piecewise);
        parts.set(MemoryPart::Weights, demand.weightRange(weights) + positionTables(resolved, device));
        if (demand.cacheKnown) {
            parts.set(MemoryPart::KvCache, ByteRange::exact(demand.kv(device.first, device.end)));
            parts.set(MemoryPart::RecurrentState, ByteRange::exact(demand.recurrent(device.first, device.end)));
        }
        parts.set(MemoryPart::Activations,
                  activations(transformersPeak(resolved, demand, layout, i, *cards[i]), parts.total().typical));
        if (i == 0 && layout.streamed.any()) {
            addStreamed(parts, resolved, demand, layout.streamed);
        }
        parts.set(MemoryPart::Overhead, contextOverhead(Engine::Transformers, cards[i]->vendor).context);
        loads.devices.push_back(parts);
    }
    if (const Layout::Streamed& streamed = layout.streamed; streamed.any()) {
        loads.host.set(MemoryPart::Weights,
                       demand.weightRange(checkpointWeights(resolved, demand,
                                                            {streamed.first, streamed.end, streamed.output, false})));
    }
    return loads;
}

} // namespace vram
