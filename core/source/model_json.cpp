// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/model_json.h"

#include <map>
#include <string>

namespace vram {

namespace {

using Json = nlohmann::ordered_json;

/// What sizes the cache of one kind of block.
struct AttentionWriter {
    Json& row;
    void operator()(const std::monostate&) const {}
    void operator()(const GroupedAttention& a) const {
        row["attention"] = "grouped";
        row["heads"] = a.heads;
        row["kv_heads"] = a.kvHeads;
        row["key_length"] = a.headDim;
        row["value_length"] = a.valueDim;
        if (a.windowKind != WindowKind::Full) {
            row["window"] = a.window;
        }
        if (a.reusesKv) {
            row["reuses_kv"] = true;
        }
    }
    void operator()(const LatentAttention& a) const {
        row["attention"] = "latent";
        row["heads"] = a.heads;
        row["kv_rank"] = a.kvRank;
        row["rope_length"] = a.ropeDim;
    }
    void operator()(const CompressedAttention& a) const {
        row["attention"] = "compressed";
        row["heads"] = a.heads;
        row["compress_ratio"] = a.compressRatio;
    }
};

struct FeedForwardWriter {
    Json& row;
    void operator()(const std::monostate&) const {}
    void operator()(const DenseFeedForward& f) const { row["feed_forward"] = f.width; }
    void operator()(const MixtureOfExperts& m) const {
        row["experts"] = m.experts;
        row["used_experts"] = m.usedExperts;
        row["expert_width"] = m.expertWidth;
    }
};

Json blockToJson(const Block& block, std::int64_t layers) {
    Json row{{"kind", block.name}, {"layers", layers}};
    std::visit(AttentionWriter{row}, block.attention);
    if (block.recurrent) {
        row["state_elements"] = block.recurrent->stateElements;
        row["conv_elements"] = (block.recurrent->convKernel - 1) * block.recurrent->convChannels;
    }
    std::visit(FeedForwardWriter{row}, block.feedForward);
    return row;
}

} // namespace

Json descriptionToJson(const ModelDescription& description) {
    Json json{{"name", description.name},
              {"container", description.container},
              {"architecture", description.architectureName},
              {"layout_source", layoutSourceId(description.layoutSource)},
              {"parameters", description.parameters}};
    if (description.activeParameters > 0) {
        json["active_parameters"] = description.activeParameters;
    }
    if (description.maxContext) {
        json["max_context"] = *description.maxContext;
    }
    if (!description.storedFormat.empty()) {
        json["stored_format"] = description.storedFormat;
    }
    if (description.stored != nullptr) {
        json["weights_bytes"] = description.stored->total.typical.count();
        if (description.parameters > 0) {
            json["bits_per_weight"] = 8.0 * static_cast<double>(description.stored->total.typical.count()) /
                                      static_cast<double>(description.parameters);
        }
    }
    const Architecture& architecture = *description.architecture;
    Json layout{{"hidden_size", architecture.hiddenSize},
                {"vocabulary", architecture.vocabSize},
                {"tied_embeddings", architecture.tiedEmbeddings},
                {"layers", architecture.layerCount()},
                {"blocks", Json::array()}};
    std::map<std::uint16_t, std::int64_t> layers;
    for (const std::uint16_t block : architecture.layerBlocks) {
        ++layers[block];
    }
    for (const auto& [block, count] : layers) {
        layout["blocks"].push_back(blockToJson(architecture.blocks[block], count));
    }
    json["layout"] = std::move(layout);
    json["warnings"] = Json::array();
    for (const ModelWarning& warning : description.warnings) {
        Json row{{"code", warning.code}};
        if (!warning.where.empty()) {
            row["where"] = warning.where;
        }
        if (!warning.arguments.empty()) {
            row["arguments"] = warning.arguments;
        }
        json["warnings"].push_back(std::move(row));
    }
    return json;
}

} // namespace vram
