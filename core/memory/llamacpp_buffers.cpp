// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/llamacpp_buffers.h"

#include "core/memory/demand.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kLogicalBatch = 2048; // llama.cpp's n_batch
constexpr int kPipelineCopies = 4;           // GGML_SCHED_MAX_COPIES

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

GraphSettings settingsOf(const Resolved& resolved) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    GraphSettings settings;
    settings.architecture = resolved.model.architecture.get();
    settings.stored = &resolved.weights->stored;
    settings.cache = llamaCppCache(resolved);
    // llama-server asks for the logits of one token a slot; a bare context may ask for those of the whole batch.
    const std::int64_t most =
        options.outputsAll.value_or(false) ? options.logicalBatch.value_or(kLogicalBatch) : resolved.scenario.batch;
    settings.outputs = std::min(settings.cache.microBatch, most);
    settings.flashAttention = options.flashAttention.value_or(true);
    settings.keyLayout = layoutOf(resolved.keyFormat);
    settings.valueLayout = layoutOf(resolved.valueFormat);
    settings.traits = graphTraits(resolved.model.ggufArchitecture);
    settings.rotary = settings.architecture->positions == PositionKind::Rotary || settings.traits.rotaryUnlessTold;
    return settings;
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

/// Whether every size of the graph stays far below 2^63.
bool countable(const GraphSettings& settings) {
    constexpr std::int64_t kMost = std::int64_t{1} << 58;
    std::int64_t heads = 1;
    for (const Block& block : settings.architecture->blocks) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            heads = std::max(heads, grouped->heads);
        } else if (const auto* latent = std::get_if<LatentAttention>(&block.attention)) {
            heads = std::max(heads, latent->heads);
        }
    }
    const LlamaCppCache& cache = settings.cache;
    const std::int64_t tokens = roundUp(cache.microBatch, cache.sequences);
    const std::int64_t scores = saturatingMultiply(saturatingMultiply(4 * tokens, heads), cache.cells);
    const std::int64_t cached = saturatingMultiply(saturatingMultiply(1 << 20, cache.cells), cache.streams);
    return scores < kMost && cached < kMost;
}

ByteRange widened(std::int64_t low, std::int64_t typical, std::int64_t high,
                  const LlamaCppBuffers::HalfWidths& widths) {
    if (widths == LlamaCppBuffers::HalfWidths{}) {
        return {Bytes{low}, Bytes{typical}, Bytes{high}};
    }
    return {Bytes::fromDouble(static_cast<double>(low) * (1 - widths.below)), Bytes{typical},
            Bytes::fromDouble(static_cast<double>(high) * (1 + widths.above))};
}

/// Buffers of the last questions, and the plans that they were made by.
struct BufferMemo : Memo {
    static constexpr std::size_t kMost = 16;
    struct Entry {
        std::shared_ptr<const Architecture> architecture;
        std::shared_ptr<const WeightSizes> weights;
        std::int64_t context = 0;
        std::int64_t batch = 0;
        std::string keyFormat;
        std::string valueFormat;
        RuntimeChoice runtime;
        std::shared_ptr<LlamaCppBuffers> buffers;
    };
    std::vector<Entry> entries; ///< oldest first
    std::shared_ptr<PlanStore> plans = std::make_shared<PlanStore>();

    [[nodiscard]] std::shared_ptr<LlamaCppBuffers> of(const Resolved& resolved) {
        const Scenario& scenario = resolved.scenario;
        const auto known = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
            return entry.architecture == resolved.model.architecture && entry.weights == resolved.weights &&
                   entry.context == scenario.context && entry.batch == scenario.batch &&
                   entry.keyFormat == resolved.keyFormat.id && entry.valueFormat == resolved.valueFormat.id &&
                   entry.runtime == scenario.runtime;
        });
        if (known != entries.end()) {
            return known->buffers;
        }
        if (entries.size() == kMost) {
            entries.erase(entries.begin());
        }
        entries.push_back({resolved.model.architecture, resolved.weights, scenario.context, scenario.batch,
                           resolved.keyFormat.id, resolved.valueFormat.id, scenario.runtime,
                           std::make_shared<LlamaCppBuffers>(resolved, plans)});
        return entries.back().buffers;
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
    return memo->of(resolved);
}

LlamaCppBuffers::LlamaCppBuffers(const Resolved& resolved, std::shared_ptr<PlanStore> plans)
    : m_architecture(resolved.model.architecture),
      m_weights(resolved.weights),
      m_plans(plans != nullptr ? std::move(plans) : std::make_shared<PlanStore>()),
      m_settings(settingsOf(resolved)),
      m_widths(widthsOf(*m_architecture, m_settings.traits)),
      m_countable(countable(m_settings)) {
    const std::size_t layers = m_architecture->layerBlocks.size();
    if (m_settings.stored->layerClass.size() != layers) {
        m_noMatrices.classes.resize(1);
        m_noMatrices.layerClass.assign(layers, 0);
        m_noMatrices.tokenEmbedding.type = GgmlType::F16;
        m_noMatrices.output.type = GgmlType::F16;
        m_settings.stored = &m_noMatrices;
    }
    m_unrotated = m_settings;
    m_unrotated.rotary = false;
}

LlamaCppBuffers::Planned LlamaCppBuffers::keyOf(const Layout& layout) const {
    Planned key;
    key.backends.gpus = static_cast<int>(layout.devices.size());
    key.backends.inputCopies = layout.devices.size() > 1 && layout.allOnDevices() ? kPipelineCopies : 1;
    const int cpu = key.backends.cpu();
    key.outputBackend = cpu;
    const std::size_t count = m_architecture->layerBlocks.size();
    std::vector<LayerPlace> places(count);
    for (std::size_t i = 0; i < count; ++i) {
        places[i] = {m_architecture->layerBlocks[i], m_settings.stored->layerClass[i], static_cast<std::int16_t>(cpu)};
    }
    for (std::size_t d = 0; d < layout.devices.size(); ++d) {
        const Layout::Device& device = layout.devices[d];
        for (std::int64_t i = device.first; i < device.end; ++i) {
            places[static_cast<std::size_t>(i)].backend = static_cast<std::int16_t>(d);
        }
        if (device.output) {
            key.outputBackend = static_cast<int>(d);
        }
    }
    // How matrices are stored matters only where they are copied to a card: other layers of a kind count as alike.
    std::vector<std::int32_t> stands(m_architecture->blocks.size(), -1);
    for (LayerPlace& place : places) {
        if (key.backends.gpus == 0 || place.backend != cpu) {
            std::int32_t& first = stands[place.block];
            first = first < 0 ? place.stored : first;
            place.stored = static_cast<std::uint16_t>(first);
        }
    }
    key.layers = decisiveLayers(places);
    return key;
}

const LlamaCppBuffers::Sizes& LlamaCppBuffers::of(const Layout& layout) {
    const bool all = layout.allOnDevices();
    const auto known = std::find_if(m_answered.begin(), m_answered.end(), [&](const Answered& answered) {
        return answered.allOnDevices == all && answered.devices == layout.devices;
    });
    if (known != m_answered.end()) {
        return *known->sizes;
    }
    m_answered.push_back({layout.devices, all, &sizesOf(layout)});
    return *m_answered.back().sizes;
}

const LlamaCppBuffers::Sizes& LlamaCppBuffers::sizesOf(const Layout& layout) {
    Planned key = keyOf(layout);
    const auto known = std::find_if(m_planned.begin(), m_planned.end(), [&](const auto& planned) {
        return planned->outputBackend == key.outputBackend && planned->backends == key.backends &&
               planned->layers == key.layers;
    });
    if (known != m_planned.end()) {
        return (*known)->sizes;
    }
    key.sizes = plan(key);
    m_planned.push_back(std::make_unique<const Planned>(std::move(key)));
    return m_planned.back()->sizes;
}

LlamaCppBuffers::Program LlamaCppBuffers::programOf(const Planned& key, const GraphSettings& settings,
                                                    std::unique_ptr<LlamaCppSegments>& segments) {
    if (segments == nullptr) {
        segments = std::make_unique<LlamaCppSegments>(settings, m_plans->pool());
    }
    const int cpu = key.backends.cpu();
    std::vector<PlanStore::Placed> placed;
    std::vector<const SegmentSizes*> sizes;
    placed.reserve(key.layers.size() + 3);
    const auto put = [&](const LlamaCppSegments::Part& part, int backend) {
        const auto known = std::find(sizes.begin(), sizes.end(), &part.sizes);
        placed.push_back({part.segment, backend, static_cast<std::uint16_t>(known - sizes.begin())});
        if (known == sizes.end()) {
            sizes.push_back(&part.sizes);
        }
    };
    put(segments->shared(), cpu);
    put(segments->embedding(), cpu);
    for (const LayerPlace& layer : key.layers) {
        put(segments->layer(layer.block, layer.stored, &layer == &key.layers.back()), layer.backend);
    }
    put(segments->output(), key.outputBackend);
    return {&m_plans->planOf(placed, key.backends), std::move(sizes)};
}

LlamaCppBuffers::Sizes LlamaCppBuffers::plan(const Planned& key) {
    Sizes sizes;
    const auto gpus = static_cast<std::size_t>(key.backends.gpus);
    if (!m_countable) {
        const ByteRange beyond = ByteRange::exact(Bytes{std::numeric_limits<std::int64_t>::max()});
        sizes.devices.assign(gpus, beyond);
        sizes.host = beyond;
        return sizes;
    }
    const auto peaks = [](const Program& program) { return program.plan->peaks(program.sizes); };
    const std::vector<std::int64_t> typical = peaks(programOf(key, m_settings, m_segments));
    const std::vector<std::int64_t> other =
        m_settings.traits.rotaryUnlessTold ? peaks(programOf(key, m_unrotated, m_unrotatedSegments)) : typical;
    const HalfWidths several = gpus > 1 ? kSeveralCards : HalfWidths{};
    const HalfWidths widths{std::max(m_widths.below, several.below), std::max(m_widths.above, several.above)};
    const auto range = [&](std::size_t i) {
        return widened(std::min(typical[i], other[i]), typical[i], std::max(typical[i], other[i]), widths);
    };
    sizes.devices.reserve(gpus);
    for (std::size_t i = 0; i < gpus; ++i) {
        sizes.devices.push_back(range(i));
    }
    sizes.host = range(gpus);
    return sizes;
}

std::optional<LlamaCppBuffers::FullestMoment> LlamaCppBuffers::fullestMoment(const Layout& layout, std::size_t device) {
    if (!m_countable) {
        return std::nullopt;
    }
    const Planned key = keyOf(layout);
    const Program program = programOf(key, m_settings, m_segments);
    const bool host = device == static_cast<std::size_t>(key.backends.cpu());
    FullestMoment moment;
    moment.gaps = Bytes{program.plan->peaks(program.sizes).at(device)};
    for (const MemoryPlan::Held& held : program.plan->heldAtPeak(static_cast<int>(device), program.sizes)) {
        const TensorSize& size = (*program.sizes[held.part])[held.local];
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
