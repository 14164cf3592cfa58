// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/buffer_family.h"

#include <algorithm>
#include <utility>

namespace vram {

namespace {

constexpr int kPipelineCopies = 4; // GGML_SCHED_MAX_COPIES
constexpr std::size_t kMostLayouts = 512;
constexpr std::size_t kMostPlaced = 128; // some 100 KB each at most

std::int64_t headsOf(const Architecture& architecture) {
    std::int64_t heads = 1;
    for (const Block& block : architecture.blocks) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            heads = std::max(heads, grouped->heads);
        } else if (const auto* latent = std::get_if<LatentAttention>(&block.attention)) {
            heads = std::max(heads, latent->heads);
        }
    }
    return heads;
}

/// Of the first layer that has one: it decides what all of them share.
std::int64_t windowOf(const Architecture& architecture) {
    for (const std::uint16_t block : architecture.layerBlocks) {
        const auto* grouped = std::get_if<GroupedAttention>(&architecture.blocks[block].attention);
        if (grouped != nullptr && grouped->windowKind != WindowKind::Full && grouped->window > 0) {
            return grouped->window;
        }
    }
    return 0;
}

} // namespace

BufferFamily::BufferFamily(BufferFamilyKey key, std::shared_ptr<PlanStore> plans)
    : m_key(std::move(key)),
      m_plans(std::move(plans)),
      m_window(windowOf(*m_key.architecture)),
      m_heads(headsOf(*m_key.architecture)) {
    const Architecture& architecture = *m_key.architecture;
    GraphSettings settings;
    settings.architecture = &architecture;
    settings.stored = &m_key.weights->stored;
    settings.flashAttention = m_key.flashAttention;
    settings.keyLayout = m_key.keyLayout;
    settings.valueLayout = m_key.valueLayout;
    settings.traits = graphTraits(m_key.ggufArchitecture);
    settings.rotary = architecture.positions == PositionKind::Rotary || settings.traits.rotaryUnlessTold;
    const std::size_t layers = architecture.layerBlocks.size();
    if (settings.stored->layerClass.size() != layers) {
        m_noMatrices.classes.resize(1);
        m_noMatrices.layerClass.assign(layers, 0);
        m_noMatrices.tokenEmbedding.type = GgmlType::F16;
        m_noMatrices.output.type = GgmlType::F16;
        settings.stored = &m_noMatrices;
    }
    m_settings.fill(settings);
    m_settings[kUnrotated].rotary = false;
}

GraphSettings BufferFamily::settings(Variant variant, const GraphWorkload& load) const {
    GraphSettings settings = m_settings[variant];
    settings.load = load;
    return settings;
}

BufferFamily::Placed BufferFamily::place(const Layout& layout) const {
    Placed placed;
    placed.backends.gpus = static_cast<int>(layout.devices.size());
    // llama.cpp works on parts of a prompt in turn only with whole layers, all on cards and nothing elsewhere.
    const bool pipeline = layout.devices.size() > 1 && layout.complete() && !layout.rowSplit;
    placed.backends.inputCopies = pipeline ? kPipelineCopies : 1;
    const auto cpu = static_cast<std::int16_t>(placed.backends.cpu());
    std::int16_t output = cpu;
    const std::size_t count = m_key.architecture->layerBlocks.size();
    const GraphSettings& settings = m_settings[kAsWritten];
    std::vector<LayerPlace> places(count);
    for (std::size_t i = 0; i < count; ++i) {
        places[i] = {m_key.architecture->layerBlocks[i], settings.stored->layerClass[i], cpu,
                     static_cast<std::uint8_t>(layout.kvInRam ? kCacheInRam : kNothingInRam)};
    }
    for (std::size_t d = 0; d < layout.devices.size(); ++d) {
        const Layout::Device& device = layout.devices[d];
        for (std::int64_t i = device.first; i < device.end; ++i) {
            LayerPlace& place = places[static_cast<std::size_t>(i)];
            place.backend = static_cast<std::int16_t>(d);
            const Block& block = m_key.architecture->blocks[place.block];
            if (i < layout.cpuExperts && std::holds_alternative<MixtureOfExperts>(block.feedForward)) {
                place.inRam |= kExpertsInRam;
            }
        }
        output = device.output ? static_cast<std::int16_t>(d) : output;
    }
    // How matrices are stored matters only where they are copied to a card: other layers of a kind count as alike.
    std::vector<std::int32_t> stands(m_key.architecture->blocks.size(), -1);
    for (LayerPlace& place : places) {
        const bool copied = place.backend == cpu || (place.inRam & kExpertsInRam) != 0;
        if (placed.backends.gpus == 0 || !copied) {
            std::int32_t& first = stands[place.block];
            first = first < 0 ? place.stored : first;
            place.stored = static_cast<std::uint16_t>(first);
        }
    }
    const std::vector<LayerPlace> layers = decisiveLayers(places);
    const bool lastDiffers = settings.traits.outputRows != OutputRows::AfterNorm;
    const auto put = [&](const SegmentName& name, std::int16_t backend) {
        const auto known = std::find(placed.parts.begin(), placed.parts.end(), name);
        placed.puts.push_back({static_cast<std::uint16_t>(known - placed.parts.begin()), backend});
        if (known == placed.parts.end()) {
            placed.parts.push_back(name);
        }
    };
    placed.puts.reserve(layers.size() + 3);
    put({.kind = SegmentName::Kind::Shared}, cpu);
    put({.kind = SegmentName::Kind::Embedding}, cpu);
    for (const LayerPlace& layer : layers) {
        const bool last = lastDiffers && &layer == &layers.back();
        put({SegmentName::Kind::Layer, last, layer.block, layer.stored, layer.inRam}, layer.backend);
    }
    put({.kind = SegmentName::Kind::Output}, output);
    return placed;
}

BufferFamily::Placed& BufferFamily::placedAnew(const Layout& layout) {
    Placed placed = place(layout);
    const auto known = std::find_if(m_placed.begin(), m_placed.end(), [&](const std::unique_ptr<Placed>& other) {
        return other->backends == placed.backends && other->parts == placed.parts && other->puts == placed.puts;
    });
    if (known != m_placed.end()) {
        return **known;
    }
    if (m_placed.size() == kMostPlaced) {
        m_placed.clear();
        m_known.clear();
    }
    m_placed.push_back(std::make_unique<Placed>(std::move(placed)));
    return *m_placed.back();
}

BufferFamily::Placed& BufferFamily::placed(const Layout& layout) {
    const auto known =
        std::find_if(m_known.begin(), m_known.end(), [&](const Known& other) { return other.isOf(layout); });
    if (known != m_known.end()) {
        std::iter_swap(known, m_known.begin()); // near the front what is asked for often
        return *m_known.front().placed;
    }
    Placed& placed = placedAnew(layout);
    if (m_known.size() == kMostLayouts) {
        m_known.clear();
    }
    m_known.push_back(
        {layout.devices, layout.allOnDevices(), layout.cpuExperts, layout.kvInRam, layout.rowSplit, &placed});
    return placed;
}

BufferFamily::Program BufferFamily::programOf(Placed& placed, Variant variant, Question& question) {
    std::unique_ptr<Question::Built>& own = question.built[variant];
    if (own == nullptr) {
        own = std::make_unique<Question::Built>();
        own->settings = settings(variant, question.load);
        own->segments = std::make_unique<LlamaCppSegments>(own->settings, m_plans->pool());
    }
    Program program;
    std::vector<std::shared_ptr<const Segment>> parts;
    parts.reserve(placed.parts.size());
    for (const SegmentName& name : placed.parts) {
        const LlamaCppSegments::Part& part = own->segments->part(name);
        parts.push_back(part.segment);
        program.built.segments.push_back(part.segment.get());
        program.built.sizes.push_back(&part.sizes);
    }
    std::vector<PlanStore::Placed> segments;
    segments.reserve(placed.puts.size());
    for (const Placed::Put& put : placed.puts) {
        segments.push_back({parts[put.part], put.backend, put.part});
    }
    auto& programs = placed.programs[variant];
    const auto known = std::find_if(programs.begin(), programs.end(),
                                    [&](const auto& each) { return each->isOf(question.kind, segments); });
    if (known != programs.end()) {
        program.program = known->get();
        return program;
    }
    auto plan = m_plans->planOf(segments, placed.backends);
    programs.push_back(std::make_unique<BufferProgram>(question.kind, std::move(segments), std::move(plan)));
    program.program = programs.back().get();
    return program;
}

const std::vector<std::int64_t>& BufferFamily::peaks(Placed& placed, Variant variant, Question& question) {
    for (const auto& program : placed.programs[variant]) {
        if (const auto* peaks = program->peaks(question.load, question.kind, question.terms, question.searches)) {
            return *peaks;
        }
    }
    const Program program = programOf(placed, variant, question);
    Question::Built probe;
    const auto build = [&](const GraphWorkload& load) {
        probe.segments.reset();
        probe.settings = settings(variant, load);
        probe.segments = std::make_unique<LlamaCppSegments>(probe.settings, m_plans->pool());
        SizeLaws::Built built;
        for (const SegmentName& name : placed.parts) {
            const LlamaCppSegments::Part& part = probe.segments->part(name);
            built.segments.push_back(part.segment.get());
            built.sizes.push_back(&part.sizes);
        }
        return built;
    };
    return program.program->peaksOf(question.load, program.built, m_window > 0, build, question.searches);
}

} // namespace vram
