// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/block_reader.h"

#include "core/model/limits.h"

#include <algorithm>
#include <string>

namespace vram {

namespace {

constexpr KeyNames kWindowKeys{"sliding_window", "sliding_window_size", "window_size"};
constexpr KeyNames kChunkKeys{"attention_chunk_size"};
constexpr KeyNames kWindowSinkKeys{"add_swa_attention_sink_bias"};
constexpr KeyNames kFullSinkKeys{"add_full_attention_sink_bias"};
constexpr KeyNames kQkNormKeys{"use_qk_norm", "qk_norm", "qk_layernorm"};

/// The window of a layer that has one; null, 0 and use_sliding_window false mean the whole context.
void readWindow(ConfigContext& context, Mixer mixer, GroupedAttention& a) {
    const bool used = context.flag({"use_sliding_window"}, true);
    const bool chunk = mixer == Mixer::Chunk;
    if (context.family.windowRule == WindowRule::Ignored) {
        const std::int64_t window = used ? context.number(kWindowKeys, 0, kMostWindow) : 0;
        const std::int64_t most = context.number({"max_position_embeddings"}, 1, kMostWindow, kMostWindow);
        if (context.known && window > 0 && window < most) {
            context.tableUsed = true;
            context.warn("window-ignored", context.keys.pathOf(kWindowKeys), {std::to_string(window)});
        }
        if (context.known || mixer == Mixer::Full) {
            return;
        }
    }
    if (mixer == Mixer::Full || !used) {
        return;
    }
    const auto window = context.cacheNumber(chunk ? kChunkKeys : kWindowKeys, 0, kMostWindow);
    if (!window && !context.known) {
        context.unclear = true;
    }
    if (window.value_or(0) > 0) {
        a.window = *window;
        a.windowKind = chunk ? WindowKind::Chunked : WindowKind::Sliding;
    }
}

/// Query and KV heads and their width, of layers that have others than the whole model where the family says so.
void readHeads(ConfigContext& context, const LayerPlan& plan, GroupedAttention& a) {
    a.heads = context.cacheNumber(kHeadKeys, 1, kMostHeads).value_or(0);
    if (a.heads == 0) {
        a.heads = context.keys.need(kHeadKeys, 1, kMostHeads);
    }
    const bool oneForAll = context.family.gguf == "falcon" && context.flag({"multi_query"}, true) &&
                           !context.flag({"new_decoder_architecture"}, false);
    const bool oneForEach =
        context.family.gguf == "chatglm" && !context.flag({"multi_query_attention"}, false); // GLM's first ones
    const auto kvHeads = context.cacheNumber(kKvHeadKeys, 1, kMostHeads);
    if (!kvHeads && !oneForAll && !oneForEach && plan.kvHeads == 0) {
        context.tableUsed = true; // the families' classes all take the query heads' number
        context.unclear = context.unclear || !context.known;
    }
    a.kvHeads = oneForAll ? 1 : oneForEach ? a.heads : kvHeads.value_or(a.heads);
    if (const auto headDim = context.cacheNumber(kHeadDimKeys, 1, kMostWidth)) {
        a.headDim = *headDim;
    } else if (a.heads > 0) {
        a.headDim = context.hidden / a.heads;
        if (a.headDim * a.heads != context.hidden) {
            context.keys.fail(
                ErrorCode::Inconsistent, kHeadKeys,
                {"the heads must divide hidden_size", std::to_string(context.hidden), std::to_string(a.heads)});
        }
    }
    a.valueDim = context.number({"v_head_dim"}, 1, kMostWidth, a.headDim);
    a.kvHeads = plan.kvHeads > 0 ? plan.kvHeads : a.kvHeads;
}

/// Layers with a window have heads of their own in MiMo V2 (swa_*) and Step 3.5 (attention_other_setting).
void readWindowHeads(ConfigContext& context, GroupedAttention& a) {
    const ConfigKeys& keys = context.keys;
    a.heads = keys.whole({"swa_num_attention_heads"}, 1, kMostHeads).value_or(a.heads);
    a.kvHeads = keys.whole({"swa_num_key_value_heads"}, 1, kMostHeads).value_or(a.kvHeads);
    a.headDim = keys.whole({"swa_head_dim"}, 1, kMostWidth).value_or(a.headDim);
    a.valueDim = keys.whole({"swa_v_head_dim"}, 1, kMostWidth).value_or(a.valueDim);
    if (const Json* other = keys.object({"attention_other_setting"})) {
        const ConfigKeys inner(*other, keys.pathOf({"attention_other_setting"}), keys.errors());
        a.heads = inner.whole({"num_attention_heads"}, 1, kMostHeads).value_or(a.heads);
        a.kvHeads = inner.whole({"num_attention_groups"}, 1, kMostHeads).value_or(a.kvHeads);
        a.headDim = inner.whole({"head_dim"}, 1, kMostWidth).value_or(a.headDim);
        a.valueDim = a.headDim;
    }
}

/// Gemma 4's layers with the whole context.
void readGlobalHeads(ConfigContext& context, GroupedAttention& a) {
    if (context.family.gguf != "gemma4") {
        return;
    }
    a.headDim = context.cacheNumber({"global_head_dim"}, 1, kMostWidth).value_or(a.headDim);
    a.valueDim = a.headDim;
    a.keyIsValue = context.flag({"attention_k_eq_v"}, false);
    if (a.keyIsValue) {
        a.kvHeads = context.keys.whole({"num_global_key_value_heads"}, 1, kMostHeads).value_or(a.kvHeads);
    }
}

QkNorm readQkNorm(const ConfigContext& context, Mixer mixer) {
    const Family& family = context.family;
    if (mixer == Mixer::Cross) {
        return QkNorm::PerHead; // Llama 3.2 Vision: its self-attention has none
    }
    const bool norm = family.qkNormRule == QkNormRule::Fixed ||
                      context.flag(kQkNormKeys, family.qkNormRule == QkNormRule::KeyElseYes);
    return norm ? family.qkNorm : QkNorm::None;
}

void checkHeads(const ConfigContext& context, const GroupedAttention& a) {
    if (a.kvHeads > 0 && a.heads > 0 && a.heads % a.kvHeads != 0) {
        context.keys.fail(ErrorCode::Inconsistent, kKvHeadKeys,
                          {"kv_heads must divide heads", std::to_string(a.heads), std::to_string(a.kvHeads)});
    }
    if (a.queryWidth() > kMostWidth || a.heads * a.valueDim > kMostWidth) {
        context.keys.fail(ErrorCode::OutOfRange, kHeadDimKeys,
                          {std::to_string(a.heads * std::max(a.headDim, a.valueDim)), "1", std::to_string(kMostWidth)});
    }
}

/// The indexer of block-sparse attention (MiniMax-M3).
void readBlockIndexer(const ConfigContext& context, GroupedAttention& a) {
    if (const Json* sparse = context.keys.object({"sparse_attention_config"})) {
        const ConfigKeys keys(*sparse, context.keys.pathOf({"sparse_attention_config"}), context.keys.errors());
        a.indexerHeads = keys.need({"sparse_num_index_heads"}, 1, kMostHeads);
        a.indexerDim = keys.need({"sparse_index_dim"}, 1, kMostWidth);
    }
}

GroupedAttention readGrouped(ConfigContext& context, const LayerPlan& plan) {
    const Family& family = context.family;
    GroupedAttention a;
    readHeads(context, plan, a);
    readWindow(context, plan.mixer, a);
    if (plan.mixer == Mixer::Window) {
        readWindowHeads(context, a);
    } else if (plan.mixer == Mixer::Full) {
        readGlobalHeads(context, a);
    }
    a.qkNorm = readQkNorm(context, plan.mixer);
    a.qkvBias = context.bias(family.qkvBias, kQkvBiasKeys);
    a.outputBias =
        family.attentionOutputBias == OutputBiasRule::AsQkv
            ? a.qkvBias
            : family.attentionOutputBias == OutputBiasRule::OwnKey && context.flag({"attention_out_bias"}, false);
    a.outputGate = family.queryGate && context.flag({"attn_output_gate"}, true);
    a.headGate = family.headGate && context.flag({"use_head_wise_attn_gate"}, true);
    a.sinks = family.sinks || context.flag(plan.mixer == Mixer::Window ? kWindowSinkKeys : kFullSinkKeys, false);
    a.fusedQkv = family.fusedQkv;
    a.reusesKv = plan.reusesKv;
    a.crossAttention = plan.mixer == Mixer::Cross;
    if (plan.indexed) {
        readBlockIndexer(context, a);
    }
    checkHeads(context, a);
    return a;
}

LatentAttention readLatent(ConfigContext& context) {
    const ConfigKeys& keys = context.keys;
    LatentAttention a;
    a.heads = keys.need(kHeadKeys, 1, kMostHeads);
    a.queryRank = keys.whole({"q_lora_rank"}, 0, kMostWidth).value_or(0);
    a.kvRank = keys.need({"kv_lora_rank"}, 1, kMostWidth);
    a.ropeDim = keys.need({"qk_rope_head_dim"}, 0, kMostWidth);
    a.nopeDim = keys.need({"qk_nope_head_dim"}, 1, kMostWidth);
    a.valueDim = keys.need({"v_head_dim"}, 1, kMostWidth);
    a.outputGate = context.flag({"mla_use_output_gate"}, false);
    a.indexerHeads = keys.whole({"index_n_heads"}, 0, kMostHeads).value_or(0);
    a.indexerDim = a.indexerHeads > 0 ? keys.need({"index_head_dim"}, 1, kMostWidth) : 0;
    return a;
}

CompressedAttention readCompressed(ConfigContext& context, const LayerPlan& plan) {
    constexpr std::int64_t kSparseRatio = 4; // entries of this ratio are many, and an indexer chooses among them
    const ConfigKeys& keys = context.keys;
    CompressedAttention a;
    a.heads = keys.need(kHeadKeys, 1, kMostHeads);
    a.headDim = keys.need(kHeadDimKeys, 1, kMostWidth);
    a.queryRank = keys.need({"q_lora_rank"}, 1, kMostWidth);
    a.outputGroups = keys.need({"o_groups"}, 1, kMostHeads);
    a.outputRank = keys.need({"o_lora_rank"}, 1, kMostWidth);
    a.window = keys.need(kWindowKeys, 0, kMostWindow);
    a.compressRatio = plan.compressRatio;
    if (plan.compressRatio == kSparseRatio) {
        a.indexerHeads = keys.need({"index_n_heads"}, 1, kMostHeads);
        a.indexerDim = keys.need({"index_head_dim"}, 1, kMostWidth);
    }
    return a;
}

} // namespace

Attention readConfigAttention(ConfigContext& context, const LayerPlan& plan) {
    if (context.family.gguf == "deepseek4") {
        return readCompressed(context, plan);
    }
    const auto rank = context.keys.whole({"kv_lora_rank"}, 0, kMostWidth);
    if (rank.value_or(0) > 0) {
        return readLatent(context);
    }
    return readGrouped(context, plan);
}

} // namespace vram
