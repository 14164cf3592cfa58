// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/llamacpp_graph.h"

#include "core/memory/llamacpp_layers.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vram {

namespace {

using Home = GraphTensor::Home;

} // namespace

/// Builds segments in one graph, which starts with what they share and what stands for the result of the one before.
class LlamaCppSegments::Builder {
public:
    explicit Builder(const GraphSettings& settings)
        : m_settings(settings),
          m_architecture(*settings.architecture),
          m_layers(m_graph, settings) {
        m_graph.reserve(256);
        m_outputRows = m_graph.input(kI32, {m_settings.load.outputs, 1, 1, 1});
        m_residual = m_graph.compute(GraphOp::Other, kF32, {m_architecture.hiddenSize, m_layers.tokens(), 1, 1}, {});
    }

    Segment shared(SegmentSizes& sizes) {
        m_graph.restart(m_residual);
        return segmentOf(m_graph, 0, kNoTensor, sizes);
    }

    Segment embedding(SegmentSizes& sizes) {
        addResidual(m_layers.tokens());
        return finish(embed(), sizes);
    }

    Segment layer(const SegmentName& name, SegmentSizes& sizes) {
        addResidual(m_layers.tokens());
        m_layers.startLayer(name.block, name.stored, name.inRam);
        const OutputRows when = m_settings.traits.outputRows;
        const bool picks = name.last && when == OutputRows::InLastLayer;
        const TensorId out = layer(m_residual, m_architecture.blocks[name.block], picks ? m_outputRows : kNoTensor);
        m_graph[out].kept = name.last && when == OutputRows::BeforeNorm; // a draft head may read it
        return finish(out, sizes);
    }

    Segment output(SegmentSizes& sizes) {
        const OutputRows when = m_settings.traits.outputRows;
        const std::int64_t outputs = m_settings.load.outputs;
        addResidual(when == OutputRows::InLastLayer ? outputs : m_layers.tokens());
        m_graph.setLabel(GraphLabel::Residual);
        TensorId x = m_residual;
        if (when == OutputRows::BeforeNorm) {
            x = rowsOf(x, m_outputRows);
        }
        x = m_layers.outputNorm(x);
        if (when == OutputRows::AfterNorm) {
            m_graph[x].kept = true;
            x = rowsOf(x, m_outputRows);
        }
        m_graph.setLabel(GraphLabel::Logits);
        const ElementLayout stored = LayerBuilder::layoutOf(m_settings.stored->output.type);
        const std::int64_t rows = m_architecture.ggufRows();
        const TensorId weights =
            m_graph.leaf(Home::Weights, kOfSegment, stored, {m_architecture.hiddenSize, rows, 1, 1});
        const TensorId logits = m_graph.compute(GraphOp::MatMul, kF32, {rows, outputs, 1, 1}, {weights, x});
        m_graph.expand(logits);
        return finish(logits, sizes);
    }

private:
    /// Starts a segment whose input has `rows` rows.
    void addResidual(std::int64_t rows) {
        m_graph.restart(m_residual);
        m_residual = m_graph.compute(GraphOp::Other, kF32, {m_architecture.hiddenSize, rows, 1, 1}, {});
    }

    Segment finish(TensorId out, SegmentSizes& sizes) {
        const auto cut = static_cast<std::ptrdiff_t>(m_graph.order().size());
        m_graph.expand(out);
        Segment segment = segmentOf(m_graph, m_residual + 1, m_residual, sizes);
        segment.tail.assign(segment.order.begin() + cut, segment.order.end());
        segment.order.resize(static_cast<std::size_t>(cut));
        segment.out = out - m_residual - 1;
        return segment;
    }

    TensorId embed() {
        const std::int64_t tokens = m_layers.tokens();
        const std::int64_t hidden = m_architecture.hiddenSize;
        const TensorId table =
            m_graph.leaf(Home::Weights, kOfSegment, LayerBuilder::layoutOf(m_settings.stored->tokenEmbedding.type),
                         {hidden, m_architecture.ggufRows(), 1, 1});
        m_graph.setLabel(GraphLabel::Inputs);
        const TensorId ids = m_graph.input(kI32, {tokens, 1, 1, 1});
        const TensorId vectors = m_graph.input(kF32, {hidden, tokens, 1, 1});
        m_graph.setLabel(GraphLabel::Residual);
        const TensorId looked = m_graph.compute(GraphOp::GetRows, kF32, {hidden, tokens, 1, 1}, {table, ids});
        m_graph.expand(looked);
        m_graph.expand(vectors); // ready-made embeddings: in the graph, not used
        return looked;
    }

    TensorId rowsOf(TensorId x, TensorId rows) {
        const Shape shape{m_graph[x].shape[0], m_graph[rows].shape[0], 1, 1};
        return m_graph.compute(GraphOp::GetRows, kF32, shape, {x, rows});
    }

    TensorId layer(TensorId residual, const Block& block, TensorId outputRows) {
        const bool postNorms = block.norms >= 4;
        m_graph.setLabel(block.recurrent ? GraphLabel::InRecurrent : GraphLabel::InAttention);
        const TensorId normed = m_layers.norm(residual);
        TensorId x = mixed(normed, block);
        if (x == kNoTensor) {
            x = normed;
        }
        if (outputRows != kNoTensor) {
            x = rowsOf(x, outputRows);
            residual = rowsOf(residual, outputRows);
        }
        if (postNorms) {
            x = m_layers.norm(x);
        }
        m_graph.setLabel(GraphLabel::Residual);
        const TensorId sum = m_layers.add(x, residual);
        if (std::holds_alternative<std::monostate>(block.feedForward)) {
            return sum;
        }
        const bool experts = std::holds_alternative<MixtureOfExperts>(block.feedForward);
        m_graph.setLabel(experts ? GraphLabel::InExperts : GraphLabel::InFeedForward);
        const TensorId in = m_layers.norm(sum);
        TensorId out = std::visit([&](const auto& part) { return feedForward(in, part); }, block.feedForward);
        if (postNorms) {
            out = m_layers.norm(out);
        }
        m_graph.setLabel(GraphLabel::Residual);
        return m_settings.traits.residualFirst ? m_layers.add(sum, out) : m_layers.add(out, sum);
    }

    TensorId feedForward(TensorId x, const std::monostate&) { return x; }
    template <typename Part>
    TensorId feedForward(TensorId x, const Part& part) {
        return m_layers.feedForward(x, part);
    }

    TensorId attention(TensorId, const std::monostate&) { return kNoTensor; }
    template <typename Part>
    TensorId attention(TensorId x, const Part& part) {
        return m_layers.attention(x, part);
    }

    TensorId mixed(TensorId normed, const Block& block) {
        TensorId state = kNoTensor;
        if (block.recurrent) {
            if (block.recurrent->kind == RecurrentKind::GatedDeltaNet) {
                m_graph.expand(normed);
            }
            state = m_layers.recurrent(normed, *block.recurrent);
        }
        m_graph.setLabel(GraphLabel::InAttention);
        const TensorId attended =
            std::visit([&](const auto& part) { return attention(normed, part); }, block.attention);
        if (state == kNoTensor || attended == kNoTensor) {
            return state == kNoTensor ? attended : state;
        }
        return m_layers.add(state, attended);
    }

    const GraphSettings& m_settings;
    const Architecture& m_architecture;
    ComputeGraph m_graph;
    LayerBuilder m_layers;
    TensorId m_outputRows = kNoTensor;
    TensorId m_residual = kNoTensor;
};

LlamaCppSegments::LlamaCppSegments(const GraphSettings& settings, SegmentPool& pool)
    : m_pool(pool),
      m_builder(std::make_unique<Builder>(settings)),
      m_lastDiffers(settings.traits.outputRows != OutputRows::AfterNorm) {
    m_shared.segment = m_pool.intern(m_builder->shared(m_shared.sizes));
    m_embedding.segment = m_pool.intern(m_builder->embedding(m_embedding.sizes));
    m_output.segment = m_pool.intern(m_builder->output(m_output.sizes));
}

LlamaCppSegments::~LlamaCppSegments() = default;

const LlamaCppSegments::Part& LlamaCppSegments::layer(SegmentName name) {
    name.last = name.last && m_lastDiffers;
    const auto known =
        std::find_if(m_layers.begin(), m_layers.end(), [&](const Layer& layer) { return layer.name == name; });
    if (known != m_layers.end()) {
        return *known->part;
    }
    auto part = std::make_unique<Part>();
    part->segment = m_pool.intern(m_builder->layer(name, part->sizes));
    m_layers.push_back({name, std::move(part)});
    return *m_layers.back().part;
}

const LlamaCppSegments::Part& LlamaCppSegments::part(const SegmentName& name) {
    switch (name.kind) {
    case SegmentName::Kind::Shared:
        return m_shared;
    case SegmentName::Kind::Embedding:
        return m_embedding;
    case SegmentName::Kind::Output:
        return m_output;
    case SegmentName::Kind::Layer:
        break;
    }
    return layer(name);
}

const GraphTraits& graphTraits(std::string_view ggufArchitecture) {
    struct Row {
        std::string_view architecture;
        GraphTraits traits;
    };
    // src/models/*.cpp of llama.cpp 0.5.0. `measured`: the plan equals the runtime's own figures on every case.
    static constexpr Row kRows[] = {
        {"llama", {.measured = true}},
        {"qwen2", {.measured = true}},
        {"qwen3", {.measured = true}},
        {"qwen3moe", {.measured = true}},
        {"deepseek2", {.measured = true}},
        {"gemma2", {.measured = true}},
        {"gemma3", {.measured = true}},
        {"phi3", {.residualFirst = true, .measured = true}},
        {"gpt-oss", {.outputRows = OutputRows::BeforeNorm, .measured = true}},
        {"qwen3next", {.outputRows = OutputRows::AfterNorm, .measured = true}},
        {"qwen35", {.outputRows = OutputRows::AfterNorm}},
        {"qwen35moe", {.outputRows = OutputRows::AfterNorm}},
        {"granitehybrid", {.rotaryUnlessTold = true, .measured = true}},
    };
    static constexpr GraphTraits kOther{};
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows),
                                   [&](const Row& r) { return r.architecture == ggufArchitecture; });
    return row == std::end(kRows) ? kOther : row->traits;
}

std::vector<LayerPlace> decisiveLayers(std::span<const LayerPlace> layers) {
    // Where the residual lies in the buffer comes back after 1, 2 or 3 layers; all of them divide this. Both numbers
    // give what all layers give on every measured case (a cycle of 4, or a lead of 3, does not).
    constexpr std::size_t kCycle = 6;
    constexpr std::size_t kLead = 5; // layers until the arrangement repeats
    constexpr std::size_t kLongestPeriod = 12;
    std::vector<LayerPlace> kept;
    kept.reserve(layers.size());
    std::size_t i = 0;
    while (i < layers.size()) {
        std::size_t run = 1;
        std::size_t runPeriod = 1;
        for (std::size_t period = 1; period <= kLongestPeriod && i + period < layers.size(); ++period) {
            std::size_t end = i + period;
            while (end < layers.size() && layers[end] == layers[end - period]) {
                ++end;
            }
            if (end - i >= 2 * period && end - i > run) {
                run = end - i;
                runPeriod = period;
            }
            if (run == layers.size() - i) {
                break; // no longer period gives more
            }
        }
        const std::size_t unit = std::lcm(runPeriod, kCycle);
        const std::size_t least = kLead + runPeriod;
        const std::size_t dropped = run > least ? (run - least) / unit * unit : 0;
        const auto from = layers.begin() + static_cast<std::ptrdiff_t>(i);
        kept.insert(kept.end(), from, from + static_cast<std::ptrdiff_t>(run - dropped));
        i += run;
    }
    return kept;
}

} // namespace vram
