// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/llamacpp_buffers.h"

#include "core/memory/cache.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kLogicalBatch = 2048; // llama.cpp's n_batch

// Half widths of the range. Models with a row of measured traits equal llama.cpp's own figures on every case. What a
// model may have that its tensors do not show is judged by families planned without their rows (`accuracy --families`):
// the worst lay 16.51 % below its plan (Granite-4.0-H) and 14.83 % above it (Phi-4). A family that was not compared may
// be worse than the worst of eight: one and a half times over. Blocks that are not followed in detail, and several
// cards at once, were not measured.
constexpr double kUnseen = 1.5;
constexpr LlamaCppBuffers::HalfWidths kUnmeasuredModel{0.1651 * kUnseen, 0.1483 * kUnseen};
constexpr LlamaCppBuffers::HalfWidths kUnmodelledBlock{0.48, 0.48};
constexpr LlamaCppBuffers::HalfWidths kSeveralCards{0.13, 0.13};

ElementLayout layoutOf(const KvFormat& format) {
    return {static_cast<std::int32_t>(format.blockValues), static_cast<std::int32_t>(format.blockBytes.value_or(2))};
}

BufferFamilyKey keyOf(const Resolved& resolved) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    return {resolved.model.architecture,      resolved.weights,
            resolved.model.ggufArchitecture,  layoutOf(resolved.keyFormat),
            layoutOf(resolved.valueFormat),   options.flashAttention.value_or(true),
            options.unifiedKv.value_or(false)};
}

/// Values that a layer computes of one token, at most: its widest tensor.
std::int64_t widestOf(const Block& block, std::int64_t hidden) {
    std::int64_t widest = hidden;
    if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
        widest =
            std::max(widest, saturatingMultiply(2 * grouped->heads, std::max(grouped->headDim, grouped->valueDim)));
    } else if (const auto* latent = std::get_if<LatentAttention>(&block.attention)) {
        const std::int64_t head = latent->kvRank + latent->nopeDim + latent->ropeDim + latent->valueDim;
        widest = std::max(widest, saturatingMultiply(latent->heads, head));
    }
    if (const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward)) {
        const std::int64_t used = std::max(experts->usedExperts, experts->experts);
        widest = std::max(widest, saturatingMultiply(used, 2 * std::max(experts->expertWidth, hidden)));
    } else if (const auto* dense = std::get_if<DenseFeedForward>(&block.feedForward)) {
        widest = std::max(widest, 2 * dense->width);
    }
    if (block.recurrent) {
        widest = std::max({widest, 8 * block.recurrent->convChannels, saturatingMultiply(8, block.recurrent->inner),
                           saturatingMultiply(2, block.recurrent->stateElements)});
    }
    return widest;
}

/// Whether every size of the graph stays far below 2^63.
bool countable(const GraphWorkload& load, std::int64_t heads, const Architecture& architecture) {
    constexpr std::int64_t kMost = std::int64_t{1} << 58;
    const std::int64_t scores = saturatingMultiply(saturatingMultiply(4 * load.tokens, heads), load.cells);
    const std::int64_t cached = saturatingMultiply(saturatingMultiply(1 << 20, load.cells), load.streams);
    std::int64_t widest = architecture.vocabSize;
    for (const Block& block : architecture.blocks) {
        widest = std::max(widest, widestOf(block, architecture.hiddenSize));
    }
    const std::int64_t rows = saturatingMultiply(4 * load.tokens, widest);
    return scores < kMost && cached < kMost && rows < kMost;
}

BufferFamily::Question questionOf(const Resolved& resolved, const BufferFamily& family) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    const LlamaCppCache cache = llamaCppCache(resolved);
    BufferFamily::Question question;
    GraphWorkload& load = question.load;
    load.tokens = roundUp(cache.microBatch, cache.sequences);
    load.sequences = cache.sequences;
    load.streams = cache.streams;
    // llama-server asks for the logits of one token a slot; a bare context may ask for those of the whole batch.
    const std::int64_t most =
        options.outputsAll.value_or(false) ? options.logicalBatch.value_or(kLogicalBatch) : resolved.scenario.batch;
    load.outputs = std::min(cache.microBatch, most);
    load.cells = cache.cells;
    load.windowCells = family.window() > 0 ? cache.cellsFor(family.window()) : cache.cells;
    question.countable = countable(load, family.heads(), *resolved.model.architecture);
    if (question.countable) {
        question.kind = kindOf(load);
        question.terms = termsOf(load);
    }
    return question;
}

bool followed(const Block& block) {
    const bool compressed = std::holds_alternative<CompressedAttention>(block.attention);
    const auto* latent = std::get_if<LatentAttention>(&block.attention);
    const bool state = !block.recurrent || block.recurrent->kind == RecurrentKind::Mamba2 ||
                       block.recurrent->kind == RecurrentKind::GatedDeltaNet ||
                       block.recurrent->kind == RecurrentKind::ShortConv;
    return !compressed && state && (latent == nullptr || latent->indexerHeads == 0);
}

LlamaCppBuffers::HalfWidths widthsOf(const Architecture& architecture, const GraphTraits& traits) {
    const bool plain = architecture.perLayerWidth == 0 && architecture.altupInputs == 0 &&
                       architecture.laurelRank == 0 && architecture.hyperConnections == 0;
    if (!plain || !std::all_of(architecture.blocks.begin(), architecture.blocks.end(), followed)) {
        return kUnmodelledBlock;
    }
    return traits.measured ? LlamaCppBuffers::HalfWidths{} : kUnmeasuredModel;
}

ByteRange widened(std::int64_t low, std::int64_t typical, std::int64_t high,
                  const LlamaCppBuffers::HalfWidths& widths) {
    if (widths == LlamaCppBuffers::HalfWidths{}) {
        return {Bytes{low}, Bytes{typical}, Bytes{high}};
    }
    return {Bytes::fromDouble(static_cast<double>(low) * (1 - widths.below)), Bytes{typical},
            Bytes::fromDouble(static_cast<double>(high) * (1 + widths.above))};
}

/// The last families, and the plans that they share.
struct BufferMemo : Memo {
    static constexpr std::size_t kMost = 16;
    std::vector<std::shared_ptr<BufferFamily>> families; ///< the last one asked for is the last
    std::shared_ptr<PlanStore> plans = std::make_shared<PlanStore>();

    [[nodiscard]] const std::shared_ptr<BufferFamily>& of(const Resolved& resolved) {
        const auto known = std::find_if(families.rbegin(), families.rend(),
                                        [&](const auto& family) { return isOf(family->key(), resolved); });
        if (known != families.rend()) {
            std::rotate(known.base() - 1, known.base(), families.end());
            return families.back();
        }
        if (families.size() == kMost) {
            families.erase(families.begin());
        }
        families.push_back(std::make_shared<BufferFamily>(keyOf(resolved), plans));
        return families.back();
    }

    /// Whether keyOf(resolved) is `key`.
    [[nodiscard]] static bool isOf(const BufferFamilyKey& key, const Resolved& resolved) {
        const RuntimeChoice& options = resolved.scenario.runtime;
        return key.architecture == resolved.model.architecture && key.weights == resolved.weights &&
               key.keyLayout == layoutOf(resolved.keyFormat) && key.valueLayout == layoutOf(resolved.valueFormat) &&
               key.flashAttention == options.flashAttention.value_or(true) &&
               key.unified == options.unifiedKv.value_or(false) &&
               key.ggufArchitecture == resolved.model.ggufArchitecture;
    }
};

} // namespace

std::shared_ptr<LlamaCppBuffers> rememberedBuffers(const Resolved& resolved) {
    if (resolved.memo == nullptr) {
        return std::make_shared<LlamaCppBuffers>(resolved);
    }
    auto* memo = dynamic_cast<BufferMemo*>(resolved.memo->value.get());
    if (memo == nullptr) {
        auto fresh = std::make_unique<BufferMemo>();
        memo = fresh.get();
        resolved.memo->value = std::move(fresh);
    }
    return std::make_shared<LlamaCppBuffers>(resolved, memo->of(resolved));
}

LlamaCppBuffers::LlamaCppBuffers(const Resolved& resolved, std::shared_ptr<BufferFamily> family)
    : m_family(family != nullptr ? std::move(family)
                                 : std::make_shared<BufferFamily>(keyOf(resolved), std::make_shared<PlanStore>())),
      m_question(questionOf(resolved, *m_family)),
      m_widths(widthsOf(*resolved.model.architecture, m_family->traits())) {}

LlamaCppBuffers::Sizes LlamaCppBuffers::of(const Layout& layout) {
    Sizes sizes;
    const std::size_t gpus = layout.devices.size();
    if (!m_question.countable) {
        const ByteRange beyond = ByteRange::exact(Bytes{std::numeric_limits<std::int64_t>::max()});
        sizes.devices.assign(gpus, beyond);
        sizes.host = beyond;
        return sizes;
    }
    BufferFamily::Placed& placed = m_family->placed(layout);
    const HalfWidths several = gpus > 1 ? kSeveralCards : HalfWidths{};
    const HalfWidths widths{std::max(m_widths.below, several.below), std::max(m_widths.above, several.above)};
    const bool either = m_family->traits().rotaryUnlessTold;
    const std::vector<std::int64_t> other =
        either ? m_family->peaks(placed, BufferFamily::kUnrotated, m_question) : std::vector<std::int64_t>{};
    const std::vector<std::int64_t>& typical = m_family->peaks(placed, BufferFamily::kAsWritten, m_question);
    const auto range = [&](std::size_t i) {
        return either ? widened(std::min(typical[i], other[i]), typical[i], std::max(typical[i], other[i]), widths)
                      : widened(typical[i], typical[i], typical[i], widths);
    };
    sizes.devices.reserve(gpus);
    for (std::size_t i = 0; i < gpus; ++i) {
        sizes.devices.push_back(range(i));
    }
    sizes.host = range(gpus);
    return sizes;
}

std::optional<LlamaCppBuffers::FullestMoment> LlamaCppBuffers::fullestMoment(const Layout& layout, std::size_t device) {
    if (!m_question.countable) {
        return std::nullopt;
    }
    BufferFamily::Placed& placed = m_family->placed(layout);
    const BufferFamily::Program own = m_family->programOf(placed, BufferFamily::kAsWritten, m_question);
    const MemoryPlan& plan = own.program->plan();
    const bool host = device == static_cast<std::size_t>(placed.backends.cpu());
    FullestMoment moment;
    moment.gaps = Bytes{plan.peaks(own.built.sizes).at(device)};
    for (const MemoryPlan::Held& held : plan.heldAtPeak(static_cast<int>(device), own.built.sizes)) {
        const TensorSize& size = (*own.built.sizes[held.part])[held.local];
        const Bytes bytes{host ? size.host : size.card};
        const Bytes extra{!host && held.withExtra ? size.cardWithExtra - size.card : 0};
        moment.stage = size.label;
        moment.held.at(static_cast<std::size_t>(size.label)) += bytes;
        moment.cacheCopies += extra;
        moment.gaps -= bytes + extra;
    }
    return moment;
}

} // namespace vram
