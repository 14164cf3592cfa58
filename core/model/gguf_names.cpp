// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gguf_names.h"

#include <algorithm>
#include <initializer_list>

namespace vram {

namespace {

using Names = std::initializer_list<std::string_view>;

/// The name at a position of a list; beyond it the last one, which has the right length for what little remains.
std::string_view at(const Names& names, std::size_t position) {
    return names.begin()[std::min(position, names.size() - 1)];
}

const GroupedAttention* grouped(const Block& block) { return std::get_if<GroupedAttention>(&block.attention); }

/// Norms inside the feed-forward, then those that per-layer embeddings, AltUp and LAuReL add to every block.
std::string_view normBesideBlock(const Block& block, std::size_t position) {
    const auto* dense = std::get_if<DenseFeedForward>(&block.feedForward);
    const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward);
    const bool inner = dense != nullptr && dense->innerNorm;
    const bool latent = experts != nullptr && experts->latentNorm;
    if (position == 0 && (inner || latent)) {
        return inner ? "ffn_sub_norm.weight" : "ffn_latent_norm.weight";
    }
    return at({"post_norm.weight", "altup_router_norm.weight", "laurel_post_norm.weight"},
              position - (inner || latent ? 1 : 0));
}

std::string_view blockNorm(const Block& block, std::size_t position) {
    const std::size_t parts = block.normBias ? 2 : 1;
    const auto norms = static_cast<std::size_t>(block.norms);
    if (position >= norms * parts) {
        return normBesideBlock(block, position - norms * parts);
    }
    const bool bias = block.normBias && position % 2 == 1;
    const std::size_t norm = position / parts;
    if (norms == 4) {
        return at({"attn_norm.weight", "post_attention_norm.weight", "ffn_norm.weight", "post_ffw_norm.weight"}, norm);
    }
    if (norm == 0) {
        return bias ? "attn_norm.bias" : "attn_norm.weight";
    }
    const GroupedAttention* attention = grouped(block);
    const bool afterAttention = (attention != nullptr && (attention->sinks || attention->outputGate)) ||
                                (block.recurrent && block.recurrent->kind == RecurrentKind::GatedDeltaNet);
    if (afterAttention) {
        return "post_attention_norm.weight";
    }
    const auto* dense = std::get_if<DenseFeedForward>(&block.feedForward);
    const bool falcon = attention != nullptr && attention->fusedQkv && dense != nullptr && !dense->gated;
    if (falcon) {
        return bias ? "attn_norm_2.bias" : "attn_norm_2.weight";
    }
    return bias ? "ffn_norm.bias" : "ffn_norm.weight";
}

std::string_view attentionBias(const Block& block, std::size_t position) {
    const GroupedAttention* attention = grouped(block);
    if (attention == nullptr || !attention->qkvBias) {
        return "attn_output.bias";
    }
    return attention->fusedQkv ? at({"attn_qkv.bias", "attn_output.bias"}, position)
                               : at({"attn_q.bias", "attn_k.bias", "attn_v.bias", "attn_output.bias"}, position);
}

std::string_view latentNorm(const Block& block, std::size_t position) {
    const auto* latent = std::get_if<LatentAttention>(&block.attention);
    const std::size_t first = latent != nullptr && latent->queryRank == 0 ? 1 : 0;
    return at({"attn_q_a_norm.weight", "attn_kv_a_norm.weight", "indexer.k_norm.weight", "indexer.k_norm.bias"},
              position + first);
}

std::string_view feedForwardBias(const Block& block, std::size_t position) {
    const auto* dense = std::get_if<DenseFeedForward>(&block.feedForward);
    const bool gated = dense != nullptr && dense->gated && !dense->fusedGateUp;
    return gated ? at({"ffn_up.bias", "ffn_gate.bias", "ffn_down.bias"}, position)
                 : at({"ffn_up.bias", "ffn_down.bias"}, position);
}

std::string_view expertBias(const Block& block, std::size_t position) {
    const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward);
    const std::size_t first = experts != nullptr && !experts->gated ? 1 : 0;
    return at({"ffn_gate_exps.bias", "ffn_up_exps.bias", "ffn_down_exps.bias"}, position + first);
}

std::string_view routerBias(const Block& block, std::size_t position) {
    const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward);
    return experts != nullptr && experts->routerBias && position == 0 ? "ffn_gate_inp.bias" : "exp_probs_b.bias";
}

std::string_view recurrent(const Block& block, TensorRole role, std::size_t position) {
    const RecurrentKind kind = block.recurrent ? block.recurrent->kind : RecurrentKind::Mamba2;
    const bool shortConv = kind == RecurrentKind::ShortConv;
    switch (role) {
    case TensorRole::RecurrentIn:
        return shortConv ? "shortconv.in_proj.weight" : "ssm_in.weight";
    case TensorRole::RecurrentOut:
        return shortConv ? "shortconv.out_proj.weight" : "ssm_out.weight";
    case TensorRole::RecurrentConv:
        return shortConv ? "shortconv.conv.weight" : "ssm_conv1d.weight";
    case TensorRole::RecurrentGate:
        if (block.recurrent && block.recurrent->fullGate) {
            return "ssm_g.weight";
        }
        return kind == RecurrentKind::KimiDelta ? at({"ssm_g_a.weight", "ssm_g_b.weight"}, position)
                                                : "attn_gate.weight";
    case TensorRole::RecurrentProjection:
        return kind == RecurrentKind::Mamba1 ? at({"ssm_x.weight", "ssm_dt.weight"}, position)
               : kind == RecurrentKind::KimiDelta
                   ? at({"ssm_f_a.weight", "ssm_f_b.weight", "ssm_beta.weight"}, position)
                   : "ssm_ba.weight";
    default:
        break;
    }
    const std::size_t first = block.recurrent && block.recurrent->bias ? 0 : 1;
    if (kind == RecurrentKind::Mamba1) {
        return at({"ssm_conv1d.bias", "ssm_dt.bias", "ssm_a", "ssm_d", "ssm_dt_norm.weight", "ssm_b_norm.weight",
                   "ssm_c_norm.weight"},
                  position + first);
    }
    return kind == RecurrentKind::GatedDeltaNet || kind == RecurrentKind::KimiDelta
               ? at({"ssm_conv1d.bias", "ssm_dt.bias", "ssm_a", "ssm_norm.weight"}, position + first)
               : at({"ssm_conv1d.bias", "ssm_dt.bias", "ssm_a", "ssm_d", "ssm_norm.weight"}, position + first);
}

/// Outside the blocks.
std::string_view outside(const Architecture& architecture, TensorRole role, std::size_t position) {
    switch (role) {
    case TensorRole::TokenEmbedding:
        return "token_embd.weight";
    case TensorRole::PositionEmbedding:
        return "position_embd.weight";
    case TensorRole::Output:
        return "output.weight";
    case TensorRole::OutputBias:
        return "output.bias";
    case TensorRole::OutputNorm:
        return at({"output_norm.weight", "output_norm.bias"}, position);
    case TensorRole::EmbeddingNorm:
        return "token_embd_norm.weight";
    case TensorRole::RopeFactors:
        return architecture.ropeFactorSets < 2
                   ? "rope_freqs.weight"
                   : at({"rope_factors_long.weight", "rope_factors_short.weight"}, position);
    case TensorRole::PerLayerEmbedding:
        return "per_layer_token_embd.weight";
    default:
        return at({"per_layer_model_proj.weight", "per_layer_proj_norm.weight", "altup_proj.weight",
                   "altup_unembd_proj.weight"},
                  position);
    }
}

std::string_view inBlock(const Block& block, TensorRole role, std::size_t position) {
    switch (role) {
    case TensorRole::BlockNorm:
        return blockNorm(block, position);
    case TensorRole::AttentionQ:
        return "attn_q.weight";
    case TensorRole::AttentionK:
        return "attn_k.weight";
    case TensorRole::AttentionV:
        return "attn_v.weight";
    case TensorRole::AttentionQkv:
        return "attn_qkv.weight";
    case TensorRole::AttentionOutput:
        return "attn_output.weight";
    case TensorRole::AttentionBias:
        return attentionBias(block, position);
    case TensorRole::AttentionQkNorm:
        return at({"attn_q_norm.weight", "attn_k_norm.weight"}, position);
    case TensorRole::AttentionSinks:
        return "attn_sinks.weight";
    case TensorRole::AttentionGate:
        return "attn_gate.weight";
    case TensorRole::LatentQueryDown:
        return "attn_q_a.weight";
    case TensorRole::LatentQueryUp:
        return "attn_q_b.weight";
    case TensorRole::LatentKvDown:
        return "attn_kv_a_mqa.weight";
    case TensorRole::LatentKeyUp:
        return "attn_k_b.weight";
    case TensorRole::LatentValueUp:
        return "attn_v_b.weight";
    case TensorRole::LatentNorm:
        return latentNorm(block, position);
    case TensorRole::Indexer:
        return at({"indexer.attn_q_b.weight", "indexer.attn_k.weight", "indexer.proj.weight"}, position);
    case TensorRole::RecurrentIn:
    case TensorRole::RecurrentOut:
    case TensorRole::RecurrentGate:
    case TensorRole::RecurrentProjection:
    case TensorRole::RecurrentConv:
    case TensorRole::RecurrentSmall:
        return recurrent(block, role, position);
    case TensorRole::FeedForwardGate:
        return "ffn_gate.weight";
    case TensorRole::FeedForwardUp:
    case TensorRole::FeedForwardGateUp:
        return "ffn_up.weight";
    case TensorRole::FeedForwardDown:
        return "ffn_down.weight";
    case TensorRole::FeedForwardBias:
        return feedForwardBias(block, position);
    case TensorRole::Router:
        return "ffn_gate_inp.weight";
    case TensorRole::RouterBias:
        return routerBias(block, position);
    case TensorRole::ExpertGate:
        return "ffn_gate_exps.weight";
    case TensorRole::ExpertUp:
        return "ffn_up_exps.weight";
    case TensorRole::ExpertDown:
        return "ffn_down_exps.weight";
    case TensorRole::ExpertBias:
        return expertBias(block, position);
    case TensorRole::SharedRouter:
        return "ffn_gate_inp_shexp.weight";
    case TensorRole::SharedGate:
        return "ffn_gate_shexp.weight";
    case TensorRole::SharedUp:
        return "ffn_up_shexp.weight";
    case TensorRole::SharedDown:
        return "ffn_down_shexp.weight";
    case TensorRole::PerLayerProjection:
        return at({"inp_gate.weight", "proj.weight"}, position);
    case TensorRole::LatentExpert:
        return at({"ffn_latent_down.weight", "ffn_latent_up.weight"}, position);
    case TensorRole::NextTokenInput:
        return "nextn.eh_proj.weight";
    default:
        return at({"altup_correct_coef.weight", "altup_predict_coef.weight", "altup_router.weight",
                   "altup_correct_scale.weight", "laurel_l.weight", "laurel_r.weight"},
                  position);
    }
}

} // namespace

std::string_view GgufNames::nextSuffix(const Tensor& tensor) {
    if (tensor.layer != m_layer) {
        m_layer = tensor.layer;
        m_seen.fill(0);
    }
    const std::size_t position = m_seen.at(static_cast<std::size_t>(tensor.role))++;
    return tensor.layer < 0 ? outside(*m_architecture, tensor.role, position)
                            : inBlock(m_architecture->layer(tensor.layer), tensor.role, position);
}

std::string GgufNames::next(const Tensor& tensor) {
    const std::string_view suffix = nextSuffix(tensor);
    return tensor.layer < 0 ? std::string(suffix) : "blk." + std::to_string(tensor.layer) + "." + std::string(suffix);
}

} // namespace vram
