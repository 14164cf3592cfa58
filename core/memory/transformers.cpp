// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/engines.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <variant>

namespace vram {

namespace {

// peak = weights + max(cache(context), cache(prompt) + max(prompt * (6 f + 8 d), logits)) + 0.05 GiB: the widest moment
// of a feed-forward in 16 bits is gate, up and product (6 f) beside four copies of the residual (8 d). Checked on the
// Qwen tables (tests/data/measured/transformers_inference.jsonl); range from the same rows.
constexpr Bytes kBase{53'687'091}; // 0.05 GiB
constexpr double kLow = 0.9;
constexpr double kHigh = 1.15;
// Eager attention holds the scores in 16 bits, their softmax in f32 and its 16-bit copy.
constexpr std::int64_t kEagerScoreBytes = 8;
constexpr double kEagerHigh = 1.3;

/// Releases before 4.45 turned the whole prompt's logits into f32 (6 bytes a logit); newer ones only the last token's.
bool upcastsAllLogits(std::string_view version) {
    int major = 0;
    int minor = 0;
    const char* const end = version.data() + version.size();
    const auto [afterMajor, majorError] = std::from_chars(version.data(), end, major);
    if (majorError != std::errc{} || afterMajor == end || *afterMajor != '.') {
        return false;
    }
    const auto [afterMinor, minorError] = std::from_chars(afterMajor + 1, end, minor);
    return minorError == std::errc{} && major == 4 && minor < 45;
}

/// A tied output matrix is allocated before it is tied: by every loader before 4.45, later by AWQ's. That moment can be
/// the peak of a short run (Qwen2 and Qwen2.5 rows with a prompt of one token).
bool allocatesTiedHead(const Resolved& resolved) {
    return resolved.model.architecture->tiedEmbeddings &&
           (upcastsAllLogits(resolved.scenario.runtime.version) || resolved.format.family == "AWQ");
}

struct Peak {
    std::int64_t block = 0; ///< bytes of one block's widest moment for the prompt
    std::int64_t logits = 0;
    std::int64_t scores = 0;
};

Peak peakOf(const Resolved& resolved, const Widths& widths, std::int64_t prompt) {
    const Scenario& scenario = resolved.scenario;
    const std::int64_t tokens = saturatingMultiply(prompt, scenario.batch);
    const std::int64_t valueSize = resolved.format.id == "F32" ? 4 : 2;
    Peak peak;
    peak.block = saturatingMultiply(
        tokens, valueSize * (3 * std::max(widths.feedForward, widths.sharedExperts) + 4 * widths.hidden));
    if (upcastsAllLogits(scenario.runtime.version)) {
        peak.logits = saturatingMultiply(tokens, 6 * resolved.model.architecture->vocabSize);
    }
    if (!scenario.runtime.flashAttention.value_or(true)) {
        peak.scores = saturatingMultiply(saturatingMultiply(tokens, prompt), kEagerScoreBytes * widths.heads);
    }
    return peak;
}

} // namespace

Loads transformersLoads(const Resolved& resolved, const Demand& demand, const Layout& layout,
                        std::span<const Gpu* const> cards) {
    const Architecture& architecture = *resolved.model.architecture;
    const Widths widths = widthsOf(architecture);
    const std::int64_t context = resolved.scenario.context;
    const std::int64_t prompt = resolved.scenario.prompt.value_or(context);
    const Peak peak = peakOf(resolved, widths, prompt);
    Loads loads;
    loads.devices.reserve(layout.devices.size());
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        const Bytes weights = checkpointWeights(resolved, demand, device);
        PartSizes parts;
        parts.set(MemoryPart::Weights, demand.weightRange(weights));
        const Bytes kv = demand.kv(device.first, device.end);
        if (demand.cacheKnown) {
            parts.set(MemoryPart::KvCache, ByteRange::exact(kv));
            parts.set(MemoryPart::RecurrentState, ByteRange::exact(demand.recurrent(device.first, device.end)));
        }
        // While the prompt runs, the cache holds only the prompt; what generation adds later is free for the peak.
        const Bytes grown = demand.kvPerToken * saturatingMultiply(context - prompt, resolved.scenario.batch);
        const Bytes later{std::min(kv.count(), layout.devices.size() == 1 ? grown.count() : 0)};
        const Bytes head = allocatesTiedHead(resolved) ? demand.tokenEmbedding : Bytes{};
        const auto beyond = [&](double factor, double scoreFactor) {
            const double work = std::max({static_cast<double>(peak.block) * factor,
                                          device.output ? static_cast<double>(peak.logits) : 0.0,
                                          static_cast<double>(peak.scores) * scoreFactor});
            const Bytes running = kBase + Bytes::fromDouble(work - static_cast<double>(later.count()));
            // The cache is not there yet while loading; what it will need is free for the head.
            const Bytes loading = device.output ? head - kv : Bytes{};
            return std::max(running, loading);
        };
        parts.set(MemoryPart::Activations, {beyond(kLow, kLow), beyond(1, 1), beyond(kHigh, kEagerHigh)});
        parts.set(MemoryPart::Overhead, contextOverhead(Engine::Transformers, cards[i]->vendor).context);
        loads.devices.push_back(parts);
    }
    return loads;
}

} // namespace vram
