// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/remedies.h"
#include "core/advice/remedy_proposals.h"
#include "core/advice/runtime_switch.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace vram::propose {

namespace {

constexpr std::array<std::int64_t, 6> kChunks{4096, 2048, 1024, 512, 256, 128};
constexpr std::int64_t kLlamaCppChunk = 512; ///< its default
constexpr std::int64_t kLeastServerChunk = 256;
/// A conversation needs some room: shorter contexts are no way out together with smaller formats.
constexpr std::int64_t kLeastContext = 2048;

/// Bytes of 1,024 cached values, for the order of the types; "auto" is the model's own type, 16 bits nearly always.
Bytes cacheRank(const KvFormat& format) { return format.blockBytes ? format.bytesFor(1024) : Bytes{2048}; }

template <typename Format>
std::vector<std::string> idsOf(const std::vector<const Format*>& formats) {
    std::vector<std::string> ids(formats.size());
    std::ranges::transform(formats, ids.begin(), &Format::id);
    return ids;
}

/// One proposal for each id.
template <typename Make>
Proposals ladderOf(const std::vector<std::string>& ids, const Make& make) {
    Proposals ladder(ids.size());
    std::ranges::transform(ids, ladder.begin(), make);
    return ladder;
}

/// Cache types smaller than the present ones, the largest first.
std::vector<std::string> smallerCaches(const RemedyQuestion& asked) {
    const Resolved& now = asked.now();
    const Bytes limit = cacheRank(now.keyFormat) + cacheRank(now.valueFormat);
    const bool flash = now.scenario.runtime.flashAttention.value_or(true);
    // Four-bit floats are computed with where the cards know them (vLLM); llama.cpp's own types work everywhere.
    const bool fp4 = std::ranges::all_of(now.machine.gpus, [](const MachineGpu& entry) { return entry.gpu.fp4; });
    std::vector<const KvFormat*> smaller;
    for (const KvFormat& format : asked.catalog().kvFormats()) {
        const bool usable = format.runtimeGroup == now.runtime->kvGroup && (format.blockBytes || format.modelType) &&
                            (fp4 || format.id.find("fp4") == std::string::npos);
        if (usable && cacheRank(format) * 2 < limit && (flash || !format.quantized)) {
            smaller.push_back(&format);
        }
    }
    std::ranges::stable_sort(smaller, std::greater{}, [](const KvFormat* format) { return cacheRank(*format); });
    return idsOf(smaller);
}

/// Weight formats of fewer bits than the present one that the runtime loads, most bits first.
std::vector<std::string> smallerWeights(const RemedyQuestion& asked) {
    std::vector<const WeightFormat*> smaller;
    for (const WeightFormat* const format : loadableFormats(asked.catalog(), *asked.now().runtime)) {
        if (format->fileBits >= kLeastWeightBits && bitsPerWeight(*format) < bitsPerWeight(asked.now().format)) {
            smaller.push_back(format);
        }
    }
    std::ranges::stable_sort(smaller, std::greater{},
                             [](const WeightFormat* format) { return bitsPerWeight(*format); });
    return idsOf(smaller);
}

} // namespace

Proposals flashAttention(const RemedyQuestion& asked) {
    return asked.scenario().runtime.flashAttention.value_or(true) ? Proposals{}
                                                                  : Proposals{{RemedyKind::FlashAttention}};
}

Proposals promptChunk(const RemedyQuestion& asked) {
    const RuntimeChoice& choice = asked.scenario().runtime;
    const bool llamaCpp = asked.now().runtime->engine == Engine::LlamaCpp;
    const std::int64_t present =
        llamaCpp ? choice.ubatch.value_or(kLlamaCppChunk)
                 : choice.maxBatchedTokens.value_or(choice.chunkedPrefillSize.value_or(kChunks.front() + 1));
    Proposals ladder;
    for (const std::int64_t chunk : kChunks) {
        if (chunk < present && (llamaCpp || chunk >= kLeastServerChunk)) {
            ladder.push_back({RemedyKind::PromptChunk, chunk});
        }
    }
    return asked.mildest(ladder);
}

Proposals kvFormat(const RemedyQuestion& asked) {
    const Proposals ladder = ladderOf(smallerCaches(asked), [](const std::string& id) {
        return Remedy{RemedyKind::KvFormat, 0, {}, id};
    });
    Proposals found = asked.mildest(ladder);
    if (found.size() == 1 && !ladder.empty() && found.front().kvId == ladder.back().kvId &&
        verdictRank(asked.onCards(found.front())) > verdictRank(Verdict::Tight)) {
        return {ladder.front()}; // none is enough: the one that hardly anybody notices
    }
    return found;
}

Proposals weights(const RemedyQuestion& asked) {
    return asked.mildest(ladderOf(smallerWeights(asked), [](const std::string& id) {
        return Remedy{RemedyKind::Weights, 0, id};
    }));
}

Proposals sequences(const RemedyQuestion& asked) {
    const Remedy remedy{RemedyKind::Sequences};
    const auto most = asked.mostSteps(remedy, 1, asked.scenario().batch - 1);
    return most ? Proposals{{RemedyKind::Sequences, *most}} : Proposals{};
}

Proposals context(const RemedyQuestion& asked) {
    const std::int64_t step = asked.scenario().task == Task::Inference ? kContextStep : kSequenceStep;
    const auto most = asked.mostSteps({RemedyKind::Context}, step, (asked.scenario().context - 1) / step);
    return most ? Proposals{{RemedyKind::Context, *most}} : Proposals{};
}

Proposals weightsAndKv(const RemedyQuestion& asked) {
    const std::vector<std::string> caches = smallerCaches(asked);
    if (caches.empty()) {
        return {};
    }
    Proposals found = asked.mildest(ladderOf(smallerWeights(asked), [&caches](const std::string& id) {
        return Remedy{RemedyKind::WeightsAndKv, 0, id, caches.front()};
    }));
    // What does not suffice is no news beside either alone.
    std::erase_if(
        found, [&](const Remedy& remedy) { return verdictRank(asked.onCards(remedy)) > verdictRank(Verdict::Tight); });
    return found;
}

Proposals weightsKvAndContext(const RemedyQuestion& asked) {
    const std::vector<std::string> caches = smallerCaches(asked);
    const std::string cache = caches.empty() ? asked.now().keyFormat.id : caches.front();
    for (const std::string& id : smallerWeights(asked)) {
        Remedy remedy{RemedyKind::WeightsKvAndContext, kLeastContext, id, cache};
        if (kLeastContext >= asked.scenario().context || !asked.fits(remedy)) {
            continue;
        }
        remedy.number = asked.mostSteps(remedy, kContextStep, (asked.scenario().context - 1) / kContextStep)
                            .value_or(kLeastContext);
        return {remedy};
    }
    return {};
}

} // namespace vram::propose
