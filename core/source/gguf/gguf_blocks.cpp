// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_blocks.h"

#include "core/model/limits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vram {

namespace {

/// Norms of the hidden size that a block counts; norms inside attention, recurrence and per-layer embeddings are
/// theirs.
constexpr std::array<std::string_view, 13> kBlockNorms{
    "attn_norm.weight",         "attn_norm_2.weight",    "attn_post_norm.weight",  "post_attention_norm.weight",
    "attn_output_norm.weight",  "ffn_norm.weight",       "ffn_post_norm.weight",   "post_ffw_norm.weight",
    "layer_output_norm.weight", "pre_ffw_norm_2.weight", "post_ffw_norm_1.weight", "post_ffw_norm_2.weight",
    "ffn_norm_exps.weight"};

/// Tensors that would change what is cached where nothing below reads them.
constexpr std::array<std::string_view, 8> kCachePrefixes{"attn_",    "cross_",    "time_mix", "ssm_",
                                                         "indexer.", "shortconv", "compress", "attention"};
/// Small tensors that change nothing that is cached.
constexpr std::array<std::string_view, 14> kHarmless{
    "attn_norm",      "attn_q_norm",   "attn_k_norm",      "attn_rot_embd", "attn_post_norm",
    "attn_output",    "attn_sub_norm", "attn_sinks",       "attn_gate",     "attn_q_a_norm",
    "attn_kv_a_norm", "attn_temp",     "attn_output_norm", "ssm_norm"};

/// Collects a block from the tensors of a layer.
class BlockReader {
public:
    BlockReader(const GgufLayer& layer, const GgufHyperParameters& keys, std::int64_t index)
        : m_layer(layer),
          m_keys(keys),
          m_index(static_cast<std::size_t>(index)) {}

    GgufBlock read() {
        readNorms();
        readMixer();
        readFeedForward();
        countScales();
        checkUnread();
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool has(std::string_view suffix) const { return m_layer.has(suffix); }
    [[nodiscard]] std::int64_t columns(std::string_view suffix) const { return m_layer.dimension(suffix, 0); }
    [[nodiscard]] std::int64_t rows(std::string_view suffix) const { return m_layer.dimension(suffix, 1); }
    [[nodiscard]] std::int64_t slices(std::string_view suffix) const { return m_layer.dimension(suffix, 2); }

    void doubt(std::string what) {
        m_result.cacheKnown = false;
        if (m_result.notUnderstood.empty()) {
            m_result.notUnderstood = std::move(what);
        }
    }

    void readNorms() {
        Block& block = m_result.block;
        block.norms = 0;
        for (const std::string_view norm : kBlockNorms) {
            block.norms += has(norm) && columns(norm) == m_keys.hidden ? 1 : 0;
        }
        block.normBias = has("attn_norm.bias");
    }

    /// Attention, recurrence or both.
    void readMixer() {
        Block& block = m_result.block;
        if (has("ssm_f_a.weight")) {
            block.recurrent = readKimiDelta();
        } else if (has("ssm_out.weight") && has("attn_gate.weight") && has("attn_qkv.weight")) {
            block.recurrent = readDelta();
        } else {
            if (has("shortconv.conv.weight")) {
                block.recurrent = readShortConv();
            } else if (has("ssm_in.weight")) {
                block.recurrent = has("ssm_x.weight") ? readMamba1() : readMamba2();
            }
            readAttention();
        }
    }

    void readAttention() {
        if (has("attn_kv_a_mqa.weight")) {
            m_result.block.attention = readLatent();
        } else if (has("attn_q.weight") || has("attn_qkv.weight")) {
            m_result.block.attention = readGrouped();
        }
    }

    [[nodiscard]] std::int64_t headLength(std::int64_t chosen, std::int64_t chosenWindow) const {
        if (m_keys.windows.windows[m_index] > 0 && chosenWindow > 0) {
            return chosenWindow;
        }
        return chosen > 0 ? chosen : m_keys.hidden / std::max<std::int64_t>(m_keys.heads[m_index], 1);
    }

    Attention readGrouped() {
        GroupedAttention a;
        a.heads = m_keys.heads[m_index];
        a.kvHeads = m_keys.kvHeads[m_index];
        a.headDim = headLength(m_keys.keyLength, m_keys.keyLengthWindow);
        a.valueDim = headLength(m_keys.valueLength, m_keys.valueLengthWindow);
        a.fusedQkv = has("attn_qkv.weight");
        a.reusesKv = m_keys.windows.reusesKv[m_index];
        a.kvWeights = a.fusedQkv || has("attn_k.weight");
        a.keyIsValue = !a.fusedQkv && a.kvWeights && !has("attn_v.weight");
        a.window = m_keys.windows.windows[m_index];
        a.windowKind = a.window > 0 ? m_keys.windows.kind : WindowKind::Full;
        a.outputGate = !a.fusedQkv && a.queryWidth() > 0 && rows("attn_q.weight") == 2 * a.queryWidth();
        if (has("attn_q_norm.weight")) {
            const GgufTensor& norm = *m_layer.find("attn_q_norm.weight");
            a.qkNorm = ggufElements(norm) == a.headDim ? QkNorm::PerHead : QkNorm::Whole;
        }
        a.qkvBias = has(a.fusedQkv ? "attn_qkv.bias" : "attn_q.bias");
        a.outputBias = has("attn_output.bias");
        a.sinks = has("attn_sinks.weight");
        a.headGate = has("attn_gate.weight") && rows("attn_gate.weight") == a.heads;
        m_read.insert(m_read.end(), {"attn_q.weight", "attn_k.weight", "attn_v.weight", "attn_qkv.weight",
                                     "attn_q.bias", "attn_k.bias", "attn_v.bias", "attn_qkv.bias"});
        check(a);
        return a;
    }

    /// The cache is as wide as the projections; where the keys say otherwise, llama.cpp does not load the file.
    void check(const GroupedAttention& a) {
        const bool counted = a.heads > 0 && a.kvHeads > 0 && a.heads % a.kvHeads == 0;
        bool agrees = counted;
        if (a.fusedQkv) {
            agrees = agrees && rows("attn_qkv.weight") == a.queryWidth() + a.keyWidth() + a.valueWidth();
        } else {
            agrees = agrees && rows("attn_q.weight") == a.queryWidth() * (a.outputGate ? 2 : 1);
            agrees = agrees && (!a.kvWeights || rows("attn_k.weight") == a.keyWidth());
            agrees = agrees && (!a.kvWeights || a.keyIsValue || rows("attn_v.weight") == a.valueWidth());
            agrees = agrees && (a.kvWeights || a.reusesKv);
        }
        if (!agrees) {
            doubt(a.fusedQkv ? "attn_qkv.weight" : a.kvWeights ? "attn_k.weight" : "attn_q.weight");
        }
    }

    Attention readLatent() {
        const std::int64_t heads = m_keys.heads[m_index];
        const std::int64_t rank = columns("attn_kv_a_norm.weight");
        m_read.insert(m_read.end(), {"attn_kv_a_mqa.weight", "attn_kv_a_norm.weight", "attn_q.weight",
                                     "attn_q_a.weight", "attn_q_b.weight", "attn_k_b.weight", "attn_v_b.weight",
                                     "attn_kv_b.weight", "indexer.attn_q_b.weight", "indexer.attn_k.weight",
                                     "indexer.proj.weight", "indexer.k_norm.weight", "indexer.k_norm.bias"});
        const std::int64_t ropeDim = rows("attn_kv_a_mqa.weight") - rank;
        if (m_keys.keyLengthLatent == 0) {
            // Files from before the latent could be cached: whole keys and values of every head.
            GroupedAttention whole;
            whole.heads = heads;
            whole.kvHeads = heads;
            whole.headDim = headLength(m_keys.keyLength, 0);
            whole.valueDim = headLength(m_keys.valueLength, 0);
            m_result.notUnderstood = "attention.key_length_mla";
            return whole;
        }
        LatentAttention a;
        a.heads = heads;
        a.queryRank = columns("attn_q_b.weight");
        a.kvRank = rank;
        a.ropeDim = ropeDim;
        a.nopeDim = m_keys.keyLengthLatent - ropeDim;
        a.valueDim = m_keys.valueLengthLatent;
        a.outputGate = has("attn_gate.weight");
        if (has("indexer.attn_k.weight")) {
            a.indexerHeads = m_keys.indexerHeads;
            a.indexerDim = m_keys.indexerDim > 0 ? m_keys.indexerDim : rows("indexer.attn_k.weight");
        }
        const std::int64_t queries = rows(a.queryRank > 0 ? "attn_q_b.weight" : "attn_q.weight");
        const bool agrees = heads > 0 && rank > 0 && ropeDim >= 0 && a.nopeDim > 0 && a.valueDim > 0 &&
                            queries == saturatingMultiply(heads, m_keys.keyLengthLatent);
        if (!agrees) {
            doubt("attn_kv_a_mqa.weight");
        }
        return a;
    }

    Recurrent readState(RecurrentKind kind) {
        Recurrent r;
        r.kind = kind;
        r.convKernel = columns("ssm_conv1d.weight");
        r.convChannels = rows("ssm_conv1d.weight");
        r.bias = has("ssm_conv1d.bias");
        r.inner = columns("ssm_out.weight");
        r.state = m_keys.stateSize;
        r.stateElements = saturatingMultiply(r.state, r.inner);
        m_read.insert(m_read.end(),
                      {"ssm_in.weight", "ssm_conv1d.weight", "ssm_conv1d.bias", "ssm_x.weight", "ssm_dt.weight",
                       "ssm_dt.bias", "ssm_a", "ssm_d", "ssm_out.weight", "ssm_ba.weight", "ssm_beta.weight",
                       "ssm_alpha.weight", "ssm_dt_norm.weight", "ssm_b_norm.weight", "ssm_c_norm.weight"});
        if (r.inner <= 0 || r.state <= 0 || r.convKernel <= 0) {
            doubt("ssm_out.weight");
        }
        return r;
    }

    Recurrent readMamba1() {
        Recurrent r = readState(RecurrentKind::Mamba1);
        r.rank = columns("ssm_dt.weight");
        r.projectionNorms = has("ssm_dt_norm.weight");
        return r;
    }

    Recurrent readMamba2() {
        Recurrent r = readState(RecurrentKind::Mamba2);
        r.heads = m_keys.stateHeads;
        r.groups = m_keys.stateGroups;
        r.norm = has("ssm_norm.weight");
        if (r.convChannels != r.inner + 2 * saturatingMultiply(r.groups, r.state)) {
            doubt("ssm_conv1d.weight");
        }
        return r;
    }

    Recurrent readDelta() {
        Recurrent r = readState(RecurrentKind::GatedDeltaNet);
        r.heads = m_keys.stateHeads;
        r.groups = m_keys.stateGroups;
        m_read.emplace_back("attn_qkv.weight");
        if (r.convChannels != r.inner + 2 * saturatingMultiply(r.groups, r.state)) {
            doubt("ssm_conv1d.weight");
        }
        return r;
    }

    Recurrent readKimiDelta() {
        Recurrent r;
        r.kind = RecurrentKind::KimiDelta;
        r.heads = m_keys.heads[m_index];
        r.groups = r.heads;
        r.inner = columns("attn_output.weight");
        r.state = m_keys.deltaHeadDim;
        r.stateElements = saturatingMultiply(r.state, r.inner);
        r.convKernel = std::max(columns("ssm_conv1d_q.weight"), columns("ssm_conv1d.weight"));
        r.convChannels = rows("attn_q.weight") + rows("attn_k.weight") + rows("attn_v.weight");
        r.rank = rows("ssm_f_a.weight");
        r.fullGate = !has("ssm_g_a.weight");
        m_read.insert(m_read.end(),
                      {"attn_q.weight", "attn_k.weight", "attn_v.weight", "ssm_conv1d.weight", "ssm_conv1d_q.weight",
                       "ssm_conv1d_k.weight", "ssm_conv1d_v.weight", "ssm_f_a.weight", "ssm_f_b.weight",
                       "ssm_beta.weight", "ssm_a", "ssm_g_a.weight", "ssm_g_b.weight", "ssm_dt.bias", "ssm_g.weight"});
        if (r.inner <= 0 || r.state <= 0 || r.convKernel <= 0) {
            doubt("ssm_f_a.weight");
        }
        return r;
    }

    Recurrent readShortConv() {
        Recurrent r;
        r.kind = RecurrentKind::ShortConv;
        r.convKernel = m_keys.shortConvKernel > 0 ? m_keys.shortConvKernel : columns("shortconv.conv.weight");
        r.convChannels = rows("shortconv.conv.weight");
        m_read.insert(m_read.end(), {"shortconv.conv.weight", "shortconv.in_proj.weight", "shortconv.out_proj.weight"});
        return r;
    }

    void readFeedForward() {
        if (has("ffn_down_exps.weight")) {
            m_result.block.feedForward = readExperts();
        } else if (has("ffn_down.weight")) {
            m_result.block.feedForward = readDense();
        }
    }

    DenseFeedForward readDense() {
        DenseFeedForward f;
        f.width = columns("ffn_down.weight");
        f.fusedGateUp = !has("ffn_gate.weight") && rows("ffn_up.weight") == 2 * f.width;
        f.gated = f.fusedGateUp || has("ffn_gate.weight");
        f.bias = has("ffn_up.bias");
        f.innerNorm = has("ffn_sub_norm.weight");
        return f;
    }

    MixtureOfExperts readExperts() {
        MixtureOfExperts m;
        m.experts = slices("ffn_down_exps.weight");
        m.usedExperts = m_keys.usedExperts;
        m.expertWidth = columns("ffn_down_exps.weight");
        m.sharedWidth = columns("ffn_down_shexp.weight");
        m.latentWidth = has("ffn_latent_down.weight") ? rows("ffn_latent_down.weight") : 0;
        m.latentNorm = has("ffn_latent_norm.weight");
        m.denseWidth = has("ffn_down.weight") ? columns("ffn_down.weight") : 0;
        m.gated = has("ffn_gate_exps.weight") || has("ffn_gate_up_exps.weight");
        m.sharedGate = has("ffn_gate_inp_shexp.weight");
        m.routerBias = has("ffn_gate_inp.bias");
        m.selectionBias = has("exp_probs_b.bias");
        m.expertBias = has("ffn_up_exps.bias");
        return m;
    }

    /// Scales of whole matrices, experts or layers (Gemma 4, NVFP4): vectors that no format changes.
    void countScales() {
        for (const GgufLayer::Named& named : m_layer.tensors()) {
            const bool scale = named.suffix.ends_with(".scale") || named.suffix == "layer_output_scale.weight";
            if (scale && named.tensor->dimensions[1] == 1) {
                std::int64_t& extra = m_result.block.extraParameters;
                extra = saturatingAdd(extra, ggufElements(*named.tensor));
            }
        }
    }

    void checkUnread() {
        for (const GgufLayer::Named& named : m_layer.tensors()) {
            const std::string_view suffix = named.suffix;
            const auto startsWith = [suffix](std::string_view prefix) { return suffix.starts_with(prefix); };
            if (std::ranges::any_of(kCachePrefixes, startsWith) && !std::ranges::any_of(kHarmless, startsWith) &&
                std::ranges::find(m_read, suffix) == m_read.end()) {
                doubt(std::string(suffix));
            }
        }
    }

    const GgufLayer& m_layer;
    const GgufHyperParameters& m_keys;
    std::size_t m_index;
    std::vector<std::string_view> m_read; ///< tensors that were understood
    GgufBlock m_result;
};

} // namespace

GgufHyperParameters readGgufHyperParameters(GgufKeys& keys, const std::string& architecture, std::int64_t counted,
                                            std::int64_t columns) {
    GgufHyperParameters h;
    const auto number = [&keys](std::string_view suffix, std::int64_t most, std::int64_t least = 0) {
        return keys.integer(suffix, least, most).value_or(0);
    };
    const auto required = [&](std::string_view suffix, std::int64_t most, std::int64_t otherwise) {
        const std::optional<std::int64_t> found = keys.integer(suffix, 1, most);
        if (!found && h.missing.empty()) {
            h.missing = suffix;
        }
        return found.value_or(otherwise);
    };
    const std::int64_t blocks = required("block_count", kMostLayers, counted);
    h.hidden = required("embedding_length", kMostWidth, columns);
    h.draftLayers = blocks > 0 ? number("nextn_predict_layers", blocks - 1) : 0;
    h.layers = blocks - h.draftLayers;
    if (keys.error()) {
        return h;
    }
    // A model of states alone has no heads, and the converter writes 0 (conversion/mamba.py, rwkv.py).
    const bool noHeads = !keys.has("attention.head_count") || keys.has("ssm.state_size") || keys.has("wkv.head_size");
    h.heads = keys.perLayer("attention.head_count", h.layers, 0, kMostHeads)
                  .value_or(std::vector<std::int64_t>(static_cast<std::size_t>(h.layers), 0));
    if (!noHeads && !keys.error() && std::ranges::all_of(h.heads, [](std::int64_t heads) { return heads == 0; })) {
        keys.fail(ErrorCode::OutOfRange, "attention.head_count", {"0", "1", std::to_string(kMostHeads)});
    }
    h.kvHeads = keys.perLayer("attention.head_count_kv", h.layers, 0, kMostHeads).value_or(h.heads);
    h.keyLength = number("attention.key_length", kMostWidth, 1);
    h.valueLength = number("attention.value_length", kMostWidth, 1);
    h.keyLengthWindow = number("attention.key_length_swa", kMostWidth, 1);
    h.valueLengthWindow = number("attention.value_length_swa", kMostWidth, 1);
    h.keyLengthLatent = number("attention.key_length_mla", kMostWidth, 1);
    h.valueLengthLatent = number("attention.value_length_mla", kMostWidth, 1);
    h.experts = number("expert_count", kMostExperts);
    h.usedExperts = number("expert_used_count", kMostExperts);
    if (h.usedExperts > h.experts) {
        keys.fail(ErrorCode::Inconsistent, "expert_used_count",
                  {"used_experts must not exceed experts", std::to_string(h.usedExperts), std::to_string(h.experts)});
    }
    h.stateSize = number("ssm.state_size", kMostWidth);
    h.stateHeads = number("ssm.time_step_rank", kMostWidth);
    h.stateGroups = number("ssm.group_count", kMostHeads);
    h.shortConvKernel = number("shortconv.l_cache", kMostWidth);
    h.deltaHeadDim = number("kda.head_dim", kMostWidth);
    h.indexerHeads = number("attention.indexer.head_count", kMostHeads);
    h.indexerDim = number("attention.indexer.key_length", kMostWidth);
    (void)keys.integer("full_attention_interval", 1, kMostLayers);
    keys.checkReal("rope.freq_base");
    keys.checkReal("rope.scaling.factor");
    keys.checkReal("attention.layer_norm_rms_epsilon");
    h.windows = readGgufWindows(keys, architecture, h.layers);
    return h;
}

GgufBlock readGgufBlock(const GgufLayer& layer, const GgufHyperParameters& keys, std::int64_t index) {
    return BlockReader(layer, keys, index).read();
}

} // namespace vram
