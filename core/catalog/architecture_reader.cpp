// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/architecture_reader.h"

#include "core/catalog/entry_readers.h"
#include "core/model/inventory.h"
#include "core/model/limits.h"

#include <algorithm>
#include <limits>

namespace vram {

namespace {

constexpr std::int64_t kMostNextTokenLayers = 16;

constexpr std::pair<std::string_view, WindowKind> kWindowKinds[] = {{"sliding", WindowKind::Sliding},
                                                                    {"chunked", WindowKind::Chunked}};
constexpr std::pair<std::string_view, QkNorm> kQkNorms[] = {
    {"none", QkNorm::None}, {"per_head", QkNorm::PerHead}, {"whole", QkNorm::Whole}};
constexpr std::pair<std::string_view, RecurrentKind> kRecurrentKinds[] = {
    {"mamba1", RecurrentKind::Mamba1},
    {"mamba2", RecurrentKind::Mamba2},
    {"gated_delta_net", RecurrentKind::GatedDeltaNet},
    {"kimi_delta", RecurrentKind::KimiDelta},
    {"lightning", RecurrentKind::Lightning},
    {"short_conv", RecurrentKind::ShortConv}};
constexpr std::pair<std::string_view, PositionKind> kPositionKinds[] = {
    {"rotary", PositionKind::Rotary}, {"none", PositionKind::None}, {"learned", PositionKind::Learned}};
enum class AttentionKind : std::uint8_t { Grouped, Latent, Compressed };
constexpr std::pair<std::string_view, AttentionKind> kAttentionKinds[] = {
    {"grouped", AttentionKind::Grouped}, {"latent", AttentionKind::Latent}, {"compressed", AttentionKind::Compressed}};
enum class FeedForwardKind : std::uint8_t { Dense, Experts };
constexpr std::pair<std::string_view, FeedForwardKind> kFeedForwardKinds[] = {{"dense", FeedForwardKind::Dense},
                                                                              {"experts", FeedForwardKind::Experts}};

/// Sets `target` where the key is there; keeps the default otherwise.
void read(ObjectReader& reader, std::string_view key, std::int64_t& target, std::int64_t most, std::int64_t least = 0) {
    target = reader.integer(key, least, most).value_or(target);
}

void read(ObjectReader& reader, std::string_view key, bool& target) { target = reader.boolean(key).value_or(target); }

/// A key that must be there, with a value of at least 1.
void need(ObjectReader& reader, std::string_view key, std::int64_t& target, std::int64_t most) {
    reader.require(key);
    read(reader, key, target, most, 1);
}

GroupedAttention readGrouped(ObjectReader& reader) {
    GroupedAttention a;
    need(reader, "heads", a.heads, kMostHeads);
    need(reader, "kv_heads", a.kvHeads, kMostHeads);
    need(reader, "head_dim", a.headDim, kMostWidth);
    a.valueDim = a.headDim;
    read(reader, "value_dim", a.valueDim, kMostWidth, 1);
    read(reader, "window", a.window, kMostWindow, 1);
    a.windowKind = a.window > 0 ? WindowKind::Sliding : WindowKind::Full;
    if (const auto kind = readWord(reader, "window_kind", kWindowKinds)) {
        a.windowKind = *kind;
        if (a.window == 0) {
            reader.require("window");
        }
    }
    a.qkNorm = readWord(reader, "qk_norm", kQkNorms).value_or(QkNorm::None);
    read(reader, "qkv_bias", a.qkvBias);
    read(reader, "output_bias", a.outputBias);
    read(reader, "output_gate", a.outputGate);
    read(reader, "head_gate", a.headGate);
    read(reader, "sinks", a.sinks);
    read(reader, "fused_qkv", a.fusedQkv);
    read(reader, "reuses_kv", a.reusesKv);
    read(reader, "kv_weights", a.kvWeights);
    read(reader, "key_is_value", a.keyIsValue);
    read(reader, "cross_attention", a.crossAttention);
    read(reader, "indexer_heads", a.indexerHeads, kMostHeads);
    if (a.indexerHeads > 0) {
        need(reader, "indexer_dim", a.indexerDim, kMostWidth);
    }
    if (a.kvHeads > 0 && a.heads % a.kvHeads != 0) {
        reader.fail(ErrorCode::Inconsistent, "kv_heads",
                    {"kv_heads must divide heads", std::to_string(a.heads), std::to_string(a.kvHeads)});
    }
    if (!a.kvWeights && !a.reusesKv) {
        reader.fail(
            ErrorCode::Inconsistent, "kv_weights",
            {"a layer without key and value projections must reuse a cache", "kv_weights false", "reuses_kv false"});
    }
    return a;
}

LatentAttention readLatent(ObjectReader& reader) {
    LatentAttention a;
    need(reader, "heads", a.heads, kMostHeads);
    need(reader, "kv_rank", a.kvRank, kMostWidth);
    read(reader, "rope_dim", a.ropeDim, kMostWidth);
    need(reader, "nope_dim", a.nopeDim, kMostWidth);
    need(reader, "value_dim", a.valueDim, kMostWidth);
    read(reader, "query_rank", a.queryRank, kMostWidth);
    read(reader, "output_gate", a.outputGate);
    read(reader, "indexer_heads", a.indexerHeads, kMostHeads);
    if (a.indexerHeads > 0) {
        need(reader, "indexer_dim", a.indexerDim, kMostWidth);
    }
    return a;
}

CompressedAttention readCompressed(ObjectReader& reader) {
    CompressedAttention a;
    need(reader, "heads", a.heads, kMostHeads);
    need(reader, "head_dim", a.headDim, kMostWidth);
    need(reader, "query_rank", a.queryRank, kMostWidth);
    need(reader, "output_groups", a.outputGroups, kMostHeads);
    need(reader, "output_rank", a.outputRank, kMostWidth);
    read(reader, "compress_ratio", a.compressRatio, kMostWidth);
    read(reader, "window", a.window, kMostWindow);
    read(reader, "indexer_heads", a.indexerHeads, kMostHeads);
    if (a.indexerHeads > 0) {
        need(reader, "indexer_dim", a.indexerDim, kMostWidth);
    }
    return a;
}

Attention readAttention(const Json& value, const std::string& path, std::vector<Error>& errors) {
    ObjectReader reader(value, path, errors);
    reader.require("kind");
    Attention attention;
    if (const auto kind = readWord(reader, "kind", kAttentionKinds)) {
        switch (*kind) {
        case AttentionKind::Grouped:
            attention = readGrouped(reader);
            break;
        case AttentionKind::Latent:
            attention = readLatent(reader);
            break;
        case AttentionKind::Compressed:
            attention = readCompressed(reader);
            break;
        }
        reader.finish();
    }
    return attention;
}

Recurrent readRecurrent(const Json& value, const std::string& path, std::vector<Error>& errors) {
    ObjectReader reader(value, path, errors);
    Recurrent r;
    reader.require("kind");
    const auto kind = readWord(reader, "kind", kRecurrentKinds);
    r.kind = kind.value_or(RecurrentKind::Mamba2);
    read(reader, "conv_kernel", r.convKernel, 1024);
    read(reader, "conv_channels", r.convChannels, kMostWidth);
    if (r.kind != RecurrentKind::ShortConv) {
        need(reader, "inner", r.inner, kMostWidth);
        need(reader, "state", r.state, kMostWidth);
        need(reader, "state_elements", r.stateElements, kMostWidth * kMostHeads);
    }
    read(reader, "heads", r.heads, kMostHeads);
    read(reader, "groups", r.groups, kMostHeads);
    read(reader, "rank", r.rank, kMostWidth);
    read(reader, "bias", r.bias);
    read(reader, "norm", r.norm);
    read(reader, "full_gate", r.fullGate);
    read(reader, "projection_norms", r.projectionNorms);
    if (kind) {
        reader.finish();
    }
    return r;
}

DenseFeedForward readDense(ObjectReader& reader) {
    DenseFeedForward f;
    need(reader, "width", f.width, kMostWidth);
    read(reader, "gated", f.gated);
    read(reader, "bias", f.bias);
    read(reader, "fused_gate_up", f.fusedGateUp);
    read(reader, "inner_norm", f.innerNorm);
    return f;
}

MixtureOfExperts readExperts(ObjectReader& reader) {
    MixtureOfExperts m;
    need(reader, "experts", m.experts, kMostExperts);
    need(reader, "used_experts", m.usedExperts, kMostExperts);
    need(reader, "expert_width", m.expertWidth, kMostWidth);
    read(reader, "shared_width", m.sharedWidth, kMostWidth);
    read(reader, "latent_width", m.latentWidth, kMostWidth);
    read(reader, "latent_norm", m.latentNorm);
    read(reader, "dense_width", m.denseWidth, kMostWidth);
    read(reader, "gated", m.gated);
    read(reader, "shared_gate", m.sharedGate);
    read(reader, "router_bias", m.routerBias);
    read(reader, "selection_bias", m.selectionBias);
    read(reader, "expert_bias", m.expertBias);
    if (m.usedExperts > m.experts) {
        reader.fail(ErrorCode::Inconsistent, "used_experts",
                    {"used_experts must not exceed experts", std::to_string(m.usedExperts), std::to_string(m.experts)});
    }
    return m;
}

FeedForward readFeedForward(const Json& value, const std::string& path, std::vector<Error>& errors) {
    ObjectReader reader(value, path, errors);
    reader.require("kind");
    FeedForward feedForward;
    if (const auto kind = readWord(reader, "kind", kFeedForwardKinds)) {
        switch (*kind) {
        case FeedForwardKind::Dense:
            feedForward = readDense(reader);
            break;
        case FeedForwardKind::Experts:
            feedForward = readExperts(reader);
            break;
        }
        reader.finish();
    }
    return feedForward;
}

Block readBlock(const std::string& name, const Json& value, const std::string& path, std::vector<Error>& errors) {
    ObjectReader reader(value, path, errors);
    Block block;
    block.name = name;
    if (const Json* attention = reader.object("attention")) {
        block.attention = readAttention(*attention, reader.pathOf("attention"), errors);
    }
    if (const Json* recurrent = reader.object("recurrent")) {
        block.recurrent = readRecurrent(*recurrent, reader.pathOf("recurrent"), errors);
    }
    if (const Json* feedForward = reader.object("feed_forward")) {
        block.feedForward = readFeedForward(*feedForward, reader.pathOf("feed_forward"), errors);
    }
    read(reader, "norms", block.norms, 64);
    read(reader, "norm_bias", block.normBias);
    read(reader, "extra_parameters", block.extraParameters, kMostParameters);
    reader.finish();
    return block;
}

void readBlocks(const Json& blocks, const std::string& path, Architecture& architecture, std::vector<Error>& errors) {
    if (blocks.size() > kMostBlocks) {
        errors.push_back({ErrorCode::TooLarge, path, {std::to_string(blocks.size()), std::to_string(kMostBlocks)}});
        return;
    }
    for (const auto& [name, value] : blocks.items()) {
        architecture.blocks.push_back(readBlock(name, value, path + '.' + abbreviate(name), errors));
    }
}

/// The order of the layers: a list of `"name"`, `["name", count]` or `[[entries], count]`, the last one level deep.
class LayerList {
public:
    LayerList(Architecture& architecture, std::vector<Error>& errors)
        : m_architecture(architecture),
          m_errors(errors) {}

    void read(const Json& entries, const std::string& path, bool nested = false) {
        for (std::size_t i = 0; i < entries.size() && !m_failed; ++i) {
            readEntry(entries[i], path + '[' + std::to_string(i) + ']', nested);
        }
    }

private:
    void fail(ErrorCode code, const std::string& path, std::vector<std::string> arguments) {
        m_errors.push_back({code, path, std::move(arguments)});
        m_failed = true;
    }

    void readEntry(const Json& entry, const std::string& path, bool nested) {
        if (entry.is_string()) {
            append(entry.get_ref<const std::string&>(), 1, path);
            return;
        }
        const bool pair = entry.is_array() && entry.size() == 2 && entry[1].is_number_integer();
        if (!pair || !(entry[0].is_string() || (entry[0].is_array() && !nested))) {
            fail(ErrorCode::WrongType, path, {"block name, [name, count] or [list, count]", abbreviate(entry.dump())});
            return;
        }
        if (!entry[1].is_number_unsigned() || entry[1].get<std::uint64_t>() < 1 ||
            entry[1].get<std::uint64_t>() > static_cast<std::uint64_t>(kMostLayers)) {
            fail(ErrorCode::OutOfRange, path, {abbreviate(entry[1].dump()), "1", std::to_string(kMostLayers)});
            return;
        }
        const auto count = entry[1].get<std::int64_t>();
        if (entry[0].is_string()) {
            append(entry[0].get_ref<const std::string&>(), count, path);
            return;
        }
        for (std::int64_t i = 0; i < count && !m_failed; ++i) {
            read(entry[0], path, true);
        }
    }

    void append(const std::string& name, std::int64_t count, const std::string& path) {
        const auto& blocks = m_architecture.blocks;
        const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.name == name; });
        if (block == blocks.end()) {
            std::vector<std::string> arguments{abbreviate(name)};
            for (const Block& known : blocks) {
                arguments.push_back(abbreviate(known.name));
            }
            fail(ErrorCode::UnknownValue, path, std::move(arguments));
            return;
        }
        if (m_architecture.layerCount() + count > kMostLayers) {
            fail(ErrorCode::TooLarge, path,
                 {std::to_string(m_architecture.layerCount() + count), std::to_string(kMostLayers)});
            return;
        }
        m_architecture.layerBlocks.insert(m_architecture.layerBlocks.end(), static_cast<std::size_t>(count),
                                          static_cast<std::uint16_t>(block - blocks.begin()));
    }

    Architecture& m_architecture;
    std::vector<Error>& m_errors;
    bool m_failed = false;
};

/// Layers of multi-token prediction: how many, and which block they are like.
void readNextToken(ObjectReader& reader, Architecture& architecture, std::vector<Error>& errors) {
    const Json* const value = reader.object("mtp");
    if (value == nullptr) {
        return;
    }
    ObjectReader layers(*value, reader.pathOf("mtp"), errors);
    layers.require("block");
    architecture.nextTokenLayers = layers.integer("layers", 1, kMostNextTokenLayers).value_or(1);
    const std::string name = layers.string("block").value_or("");
    const auto& blocks = architecture.blocks;
    const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.name == name; });
    if (block != blocks.end()) {
        architecture.nextTokenBlock = static_cast<std::uint16_t>(block - blocks.begin());
    } else if (!name.empty()) {
        std::vector<std::string> arguments{abbreviate(name)};
        for (const Block& known : blocks) {
            arguments.push_back(abbreviate(known.name));
        }
        layers.fail(ErrorCode::UnknownValue, "block", std::move(arguments));
    }
    layers.finish();
}

void readWholeModel(ObjectReader& reader, Architecture& a) {
    need(reader, "hidden_size", a.hiddenSize, kMostWidth);
    need(reader, "vocab_size", a.vocabSize, kMostWidth);
    read(reader, "gguf_vocab_size", a.ggufVocabSize, kMostWidth, 1);
    read(reader, "tied_embeddings", a.tiedEmbeddings);
    read(reader, "gguf_output", a.ggufOutput);
    read(reader, "output_bias", a.outputBias);
    read(reader, "output_norm", a.outputNorm);
    read(reader, "output_norm_bias", a.outputNormBias);
    read(reader, "embedding_norm", a.embeddingNorm);
    a.positions = readWord(reader, "positions", kPositionKinds).value_or(PositionKind::Rotary);
    read(reader, "learned_positions", a.learnedPositions, kMostWidth);
    read(reader, "rope_factors", a.ropeFactors, kMostWidth);
    read(reader, "rope_factor_sets", a.ropeFactorSets, 2);
    read(reader, "per_layer_width", a.perLayerWidth, kMostWidth);
    read(reader, "per_layer_vocab", a.perLayerVocab, kMostWidth);
    read(reader, "altup_inputs", a.altupInputs, 64);
    read(reader, "laurel_rank", a.laurelRank, kMostWidth);
    read(reader, "hyper_connections", a.hyperConnections, 64);
    read(reader, "vision_parameters", a.visionParameters, kMostParameters);
    read(reader, "audio_parameters", a.audioParameters, kMostParameters);
    read(reader, "extra_parameters", a.extraParameters, kMostParameters);
}

} // namespace

std::optional<Architecture> readArchitecture(const Json& value, const std::string& path, std::vector<Error>& errors) {
    const std::size_t before = errors.size();
    ObjectReader reader(value, path, errors);
    Architecture architecture;
    readWholeModel(reader, architecture);
    reader.require("blocks");
    reader.require("layers");
    const Json* blocks = reader.object("blocks");
    const Json* layers = reader.array("layers");
    if (blocks != nullptr) {
        readBlocks(*blocks, reader.pathOf("blocks"), architecture, errors);
    }
    if (blocks != nullptr && layers != nullptr) {
        LayerList(architecture, errors).read(*layers, reader.pathOf("layers"));
        if (architecture.layerBlocks.empty() && errors.size() == before) {
            reader.fail(ErrorCode::OutOfRange, "layers", {"0", "1", std::to_string(kMostLayers)});
        }
    }
    readNextToken(reader, architecture, errors);
    reader.finish();
    if (errors.size() != before) {
        return std::nullopt;
    }
    if (parameterCount(architecture) > kMostParameters) {
        reader.fail(ErrorCode::Overflow, {}, {"parameters"});
        return std::nullopt;
    }
    return architecture;
}

} // namespace vram
