// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain_cache.h"

#include "core/memory/cache.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>

namespace vram {

namespace {

/// Bytes a cached value: exact for rows that are no whole number of blocks, and with the scales of every head.
Operand bytesPerValue(std::string_view id, const KvFormat& format, std::int64_t width, std::int64_t heads) {
    const Bytes row = format.bytesFor(width) + Bytes{format.scaleBytesPerHead} * heads;
    Operand result{id, 0, OperandUnit::BytesPerElement, OperandSource::Catalog, format.id};
    result.value = width > 0 ? static_cast<double>(row.count()) / static_cast<double>(width) : 0;
    return result;
}

struct CacheWidths {
    const Resolved& resolved;
    std::vector<Operand>& operands;
    std::int64_t window = 0;

    void operator()(const std::monostate&) {}
    void operator()(const CompressedAttention&) {}
    void operator()(const GroupedAttention& attention) {
        window = attention.windowKind == WindowKind::Full ? 0 : attention.window;
        keysAndValues(attention.keyWidth(), attention.valueWidth(), attention.kvHeads);
        if (keepsSixteenBits(resolved, attention)) {
            operands[operands.size() - 2].value = 2;
            operands.back().value = 2;
        }
    }
    void operator()(const LatentAttention& attention) {
        if (resolved.runtime->engine == Engine::Transformers) {
            keysAndValues(attention.heads * (attention.nopeDim + attention.ropeDim),
                          attention.heads * attention.valueDim, 0);
            return;
        }
        const std::int64_t width = attention.kvRank + attention.ropeDim;
        add(operand("latent-width", width, OperandUnit::Elements, OperandSource::Architecture));
        Operand bytes = bytesPerValue("key-bytes", resolved.keyFormat, width, 0);
        if (resolved.runtime->engine == Engine::ExLlama) {
            const Bytes latent = resolved.keyFormat.bytesFor(attention.kvRank) + Bytes{2} * attention.ropeDim;
            bytes.value = static_cast<double>(latent.count()) / static_cast<double>(width);
        }
        add(std::move(bytes));
    }
    void keysAndValues(std::int64_t keys, std::int64_t values, std::int64_t heads) {
        add(operand("key-width", keys, OperandUnit::Elements, OperandSource::Architecture));
        add(operand("value-width", values, OperandUnit::Elements, OperandSource::Architecture));
        add(bytesPerValue("key-bytes", resolved.keyFormat, keys, heads));
        add(bytesPerValue("value-bytes", resolved.valueFormat, values, heads));
    }
    void add(Operand value) { operands.push_back(std::move(value)); }
};

/// Positions of one sequence (or of all, where they share the cells).
void addPositions(const ExplainContext& context, const LayerCache& cache, std::int64_t window, double positionBytes,
                  std::vector<Operand>& operands) {
    const Scenario& scenario = context.resolved.scenario;
    if (window > 0) {
        operands.push_back(operand("window", window, OperandUnit::Tokens, OperandSource::Architecture));
    }
    if (context.resolved.runtime->engine == Engine::LlamaCpp) {
        const LlamaCppCache geometry = llamaCppCache(context.resolved);
        const std::int64_t cells = geometry.cellsFor(window);
        if (window > 0 && cells < geometry.cells) {
            operands.push_back(operand("micro-batch", geometry.microBatch, OperandUnit::Tokens, OperandSource::Rule));
        }
        operands.push_back(operand("context", scenario.context, OperandUnit::Tokens, OperandSource::Scenario));
        operands.push_back(operand("cells", cells, OperandUnit::Tokens, OperandSource::Rule, "padded to 256"));
        operands.push_back(operand("sequences", geometry.sequences, OperandUnit::None, OperandSource::Scenario));
        return;
    }
    operands.push_back(operand("context", scenario.context, OperandUnit::Tokens, OperandSource::Scenario));
    // The cache knows its pages and windows; the bytes say how many positions that is.
    const double positions =
        static_cast<double>(cache.kv.count()) / (positionBytes * static_cast<double>(scenario.batch));
    operands.push_back(operand("positions", std::llround(positions), OperandUnit::Tokens, OperandSource::Rule));
    operands.push_back(operand("sequences", scenario.batch, OperandUnit::None, OperandSource::Scenario));
}

double valueOf(const std::vector<Operand>& operands, std::string_view id) {
    const auto found = std::ranges::find(operands, id, &Operand::id);
    return found == operands.end() ? 0 : found->value;
}

/// What a layer of this kind keeps of every position.
void addPosition(const ExplainContext& context, const Block& block, const LayerCache& cache,
                 std::vector<Operand>& operands) {
    CacheWidths widths{context.resolved, operands};
    std::visit(widths, block.attention);
    double bytes = valueOf(operands, "latent-width") * valueOf(operands, "key-bytes") +
                   valueOf(operands, "key-width") * valueOf(operands, "key-bytes") +
                   valueOf(operands, "value-width") * valueOf(operands, "value-bytes");
    // A layer without a window grows by exactly one position; what is more than keys and values is the indexer's.
    const double indexer = static_cast<double>(cache.perToken.count()) - bytes;
    if (widths.window == 0 && indexer > 0.5) {
        operands.push_back(
            operand("indexer-bytes", std::llround(indexer), OperandUnit::BytesPerElement, OperandSource::Architecture));
        bytes += indexer;
    }
    addPositions(context, cache, widths.window, bytes, operands);
}

/// Kinds that cache alike are one explanation: its operands but the first are the same.
void addKind(std::vector<Explanation>& explanations, Explanation added) {
    for (Explanation& known : explanations) {
        if (std::equal(known.operands.begin() + 1, known.operands.end(), added.operands.begin() + 1,
                       added.operands.end())) {
            known.operands.front().value += added.operands.front().value;
            known.operands.front().detail += ", " + added.operands.front().detail;
            known.result += added.result;
            return;
        }
    }
    explanations.push_back(std::move(added));
}

using KindFunction = void (*)(const ExplainContext&, const Block&, const LayerCache&, std::vector<Operand>&);

/// One explanation a kind of block; `bytesOf` is a layer's share of the part.
std::vector<Explanation> explainKinds(const ExplainContext& context, MemoryPart part, std::string_view formula,
                                      Bytes (Demand::*bytesOf)(std::int64_t, std::int64_t) const,
                                      KindFunction addOperands) {
    const Architecture& architecture = *context.resolved.model.architecture;
    std::vector<Explanation> explanations;
    for (std::size_t kind = 0; kind < architecture.blocks.size(); ++kind) {
        std::int64_t layers = 0;
        Bytes bytes;
        for (std::int64_t i = 0; i < architecture.layerCount(); ++i) {
            if (architecture.layerBlocks[static_cast<std::size_t>(i)] == kind && context.counts(i)) {
                ++layers;
                bytes += (context.demand.*bytesOf)(i, i + 1);
            }
        }
        if (bytes.count() == 0) {
            continue;
        }
        const Block& block = architecture.blocks[kind];
        const LayerCache cache = layerCache(context.resolved, block);
        Explanation explanation{part, formula, {}, ByteRange::exact(bytes)};
        explanation.operands.push_back(
            operand("layers", layers, OperandUnit::None, OperandSource::Architecture, block.name));
        addOperands(context, block, cache, explanation.operands);
        // vLLM pads groups of layers to equal sizes: a kind then takes the room of more layers than it has.
        const Bytes own = part == MemoryPart::KvCache ? cache.kv : cache.recurrent;
        const double room = static_cast<double>(bytes.count()) / static_cast<double>(own.count());
        if (room > static_cast<double>(layers) + 0.01) {
            explanation.operands.push_back(
                operand("room-layers", std::llround(room), OperandUnit::None, OperandSource::Rule));
        }
        addKind(explanations, std::move(explanation));
    }
    return explanations;
}

/// Tensor parallelism may keep a cache on several cards: then the need is a multiple of one copy.
std::vector<Explanation> withCopies(const ExplainContext& context, MemoryPart part,
                                    std::vector<Explanation> explanations) {
    const Bytes need = context.need(part).value_or(ByteRange{}).typical;
    Bytes sum;
    for (const Explanation& explanation : explanations) {
        sum += explanation.result.typical;
    }
    if (explanations.empty() || need == sum) {
        return explanations;
    }
    if (context.layout.kvInRam && need == Bytes{}) {
        for (Explanation& explanation : explanations) {
            explanation.operands.push_back(operand("cache-in-ram", explanation.result.typical.count(),
                                                   OperandUnit::Bytes, OperandSource::Scenario));
            explanation.result = {};
        }
        return explanations;
    }
    const double copies = static_cast<double>(need.count()) / static_cast<double>(sum.count());
    Bytes left = need;
    for (Explanation& explanation : explanations) {
        // A few bytes of rounding to whole shares are no copy.
        if (std::abs(copies - 1) > 1e-6) {
            explanation.operands.push_back({"copies", copies, OperandUnit::None, OperandSource::Rule, {}});
        }
        const auto bytes = static_cast<double>(explanation.result.typical.count()) * copies;
        const bool last = &explanation == &explanations.back();
        const Bytes share = last ? left : Bytes{std::llround(bytes)};
        explanation.result = ByteRange::exact(share);
        left -= share;
    }
    return explanations;
}

void addState(const ExplainContext& context, const Block& block, const LayerCache&, std::vector<Operand>& operands) {
    const Recurrent& part = *block.recurrent;
    const std::int64_t batch = context.resolved.scenario.batch;
    // One value's bytes, asked of the function that sizes the state.
    Block convBlock;
    convBlock.recurrent = part;
    convBlock.recurrent->convKernel = 2;
    convBlock.recurrent->convChannels = 1;
    convBlock.recurrent->stateElements = 0;
    const std::int64_t slots = statesPerSequence(context.resolved);
    const std::int64_t convBytes = layerCache(context.resolved, convBlock).recurrent.count() / (batch * slots);
    operands.push_back(operand("state-slots", slots, OperandUnit::None, OperandSource::Rule));
    operands.push_back(operand("sequences", batch, OperandUnit::None, OperandSource::Scenario));
    operands.push_back(operand("conv-steps", std::max<std::int64_t>(part.convKernel - 1, 0), OperandUnit::None,
                               OperandSource::Architecture));
    operands.push_back(operand("conv-channels", part.convChannels, OperandUnit::Elements, OperandSource::Architecture));
    operands.push_back(operand("conv-bytes", convBytes, OperandUnit::BytesPerElement, OperandSource::Rule));
    operands.push_back(
        operand("state-elements", part.stateElements, OperandUnit::Elements, OperandSource::Architecture));
    operands.push_back(operand("state-bytes", 4, OperandUnit::BytesPerElement, OperandSource::Rule));
}

} // namespace

std::vector<Explanation> explainKv(const ExplainContext& context) {
    constexpr std::array<std::string_view, kEngines> kFormulas{"kv-llamacpp", "kv-paged",   "kv-growing", "kv-paged",
                                                               "kv-paged",    "kv-growing", "kv-paged",   "kv-growing"};
    std::string_view formula = kFormulas.at(static_cast<std::size_t>(context.resolved.runtime->engine));
    if (formula == "kv-llamacpp" && llamaCppCache(context.resolved).unified) {
        formula = "kv-llamacpp-unified";
    }
    return withCopies(context, MemoryPart::KvCache,
                      explainKinds(context, MemoryPart::KvCache, formula, &Demand::kv, &addPosition));
}

std::vector<Explanation> explainRecurrent(const ExplainContext& context) {
    return withCopies(
        context, MemoryPart::RecurrentState,
        explainKinds(context, MemoryPart::RecurrentState, "recurrent-state", &Demand::recurrent, &addState));
}

} // namespace vram
