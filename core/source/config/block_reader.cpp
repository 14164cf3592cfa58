// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/block_reader.h"

#include "core/model/limits.h"
#include "core/source/config/feed_plan.h"
#include "core/units/bytes.h"

#include <algorithm>
#include <string>

namespace vram {

namespace {

constexpr KeyNames kConvBiasKeys{"mamba_conv_bias", "use_conv_bias", "conv_bias"};

// What the families call the same numbers of a state-space layer.
constexpr KeyNames kStateKeys{"mamba_d_state", "ssm_state_size", "state_size"};
constexpr KeyNames kKernelKeys{"mamba_d_conv", "conv_kernel", "linear_conv_kernel_dim", "conv_L_cache"};
constexpr std::int64_t kMostKernel = 1024;

void readDeltaNet(const ConfigKeys& keys, Recurrent& r) {
    const std::int64_t keyDim = keys.need({"linear_key_head_dim"}, 1, kMostWidth);
    r.heads = keys.need({"linear_num_value_heads"}, 1, kMostHeads);
    r.groups = keys.need({"linear_num_key_heads"}, 1, kMostHeads);
    r.inner = r.heads * keys.need({"linear_value_head_dim"}, 1, kMostWidth);
    r.state = keyDim;
    r.convKernel = keys.need(kKernelKeys, 1, kMostKernel);
    r.convChannels = r.inner + 2 * r.groups * keyDim;
}

void readKimiDelta(const ConfigKeys& outer, Recurrent& r) {
    const Json* linear = outer.object({"linear_attn_config"});
    if (linear == nullptr) {
        return;
    }
    const ConfigKeys keys(*linear, outer.pathOf({"linear_attn_config"}), outer.errors());
    r.heads = keys.need({"num_heads"}, 1, kMostHeads);
    r.groups = r.heads;
    r.state = keys.need({"head_dim"}, 1, kMostWidth);
    r.inner = r.heads * r.state;
    r.convKernel = keys.need({"short_conv_kernel_size"}, 1, kMostKernel);
    r.convChannels = 3 * r.inner;
    r.rank = r.state;
    r.fullGate = keys.boolean({"use_full_rank_gate"}).value_or(false);
}

void readMamba2(const ConfigContext& context, Recurrent& r) {
    const ConfigKeys& keys = context.keys;
    r.heads = keys.need({"mamba_n_heads", "mamba_num_heads"}, 1, kMostHeads);
    const Json* width = keys.raw({"mamba_d_head", "mamba_head_dim"});
    if (width != nullptr && width->is_string()) { // "auto"
        r.inner = keys.need({"mamba_expand", "expand"}, 1, kMostHeads) * context.hidden;
    } else {
        r.inner = r.heads * keys.need({"mamba_d_head", "mamba_head_dim"}, 1, kMostWidth);
    }
    r.inner = keys.whole({"mamba_d_ssm"}, 1, kMostWidth).value_or(r.inner); // Falcon-H1
    r.state = keys.need(kStateKeys, 1, kMostWidth);
    r.groups = keys.need({"mamba_n_groups", "n_groups"}, 1, kMostHeads);
    r.convKernel = keys.need(kKernelKeys, 1, kMostKernel);
    r.convChannels = r.inner + 2 * r.groups * r.state;
    r.bias = context.flag(kConvBiasKeys, true);
    r.norm = context.flag({"mamba_rms_norm"}, true);
}

void readMamba1(const ConfigContext& context, Recurrent& r) {
    const ConfigKeys& keys = context.keys;
    r.inner = keys.need({"mamba_expand", "expand"}, 1, kMostHeads) * context.hidden;
    r.state = keys.need(kStateKeys, 1, kMostWidth);
    r.convKernel = keys.need(kKernelKeys, 1, kMostKernel);
    r.convChannels = r.inner;
    const Json* rank = keys.raw({"mamba_dt_rank"});
    const bool automatic = rank == nullptr || rank->is_string();
    r.rank = automatic ? divideUp(context.hidden, 16) : keys.need({"mamba_dt_rank"}, 1, kMostWidth);
    r.bias = context.flag(kConvBiasKeys, true);
    r.projectionNorms = true; // Jamba's layer norms of dt, B and C
}

void readLightning(const ConfigKeys& keys, Recurrent& r) {
    r.heads = keys.need(kHeadKeys, 1, kMostHeads);
    r.groups = r.heads;
    r.state = keys.need(kHeadDimKeys, 1, kMostWidth);
    r.inner = r.heads * r.state;
}

/// Dense width: of the layer, else of the model; families that store a larger number derive it.
std::int64_t denseWidth(ConfigContext& context, const LayerPlan& plan) {
    const ConfigKeys& keys = context.keys;
    if (plan.denseWidth > 0) {
        return plan.denseWidth;
    }
    if (context.family.state == RecurrentKind::ShortConv && keys.has({"block_ff_dim"})) {
        const std::int64_t width = keys.need({"block_ff_dim"}, 1, kMostWidth);
        return context.flag({"block_auto_adjust_ff_dim"}, true)
                   ? roundedFeedWidth(static_cast<double>(width), context.number({"block_multiple_of"}, 1, 65536, 256),
                                      keys.number({"block_ffn_dim_multiplier"}, 0.01, 64).value_or(1))
                   : width;
    }
    if (context.family.gguf == "granitehybrid" && keys.has({"shared_intermediate_size"})) {
        return keys.need({"shared_intermediate_size"}, 1, kMostWidth);
    }
    static constexpr KeyNames kWidthKeys{
        "dense_intermediate_size", "intermediate_size_mlp", "intermediate_size", "ffn_hidden_size", "n_inner",
        "ff_intermediate_size"};
    if (context.family.gguf == "falcon" && !keys.has(kWidthKeys)) {
        return 4 * context.hidden;
    }
    if (!keys.has({"intermediate_size"}) && keys.has(kWidthKeys)) {
        return keys.need(kWidthKeys, 1, kMostWidth);
    }
    return keys.has(kWidthKeys) ? keys.uniform(kWidthKeys, 1, kMostWidth).value_or(0)
                                : keys.need({"intermediate_size"}, 1, kMostWidth);
}

DenseFeedForward readDense(ConfigContext& context, const LayerPlan& plan) {
    const Family& family = context.family;
    DenseFeedForward f;
    f.width = denseWidth(context, plan);
    f.gated = family.gated;
    f.bias = family.biasEverywhere ? context.bias(family.qkvBias, kQkvBiasKeys)
                                   : context.bias(family.feedForwardBias, {"mlp_bias"});
    f.fusedGateUp = family.fusedGateUp;
    f.innerNorm = family.innerNorm;
    return f;
}

/// Whether an expert-score correction is stored: by the router's method, by a switch, else by the family.
bool hasSelectionBias(const ConfigContext& context, const LayerPlan& plan) {
    const ConfigKeys& keys = context.keys;
    if (plan.hashedExperts || context.family.names.starts_with("MistralLarge3")) {
        return false;
    }
    if (keys.has({"topk_method"})) {
        return keys.text({"topk_method"}).value_or("") == "noaux_tc";
    }
    return context.flag({"use_routing_bias", "use_expert_bias", "moe_router_enable_expert_bias", "use_moe_router_bias"},
                        context.family.selectionBias);
}

/// All shared experts together.
std::int64_t sharedWidth(const ConfigContext& context, std::int64_t expertWidth) {
    const auto width = context.keys.uniform({"shared_expert_intermediate_size", "moe_shared_expert_intermediate_size",
                                             "shared_intermediate_size", "share_expert_dim"},
                                            0, kMostWidth);
    if (width) {
        return *width;
    }
    const std::int64_t count =
        context.number({"n_shared_experts", "num_shared_experts", "moe_num_shared_experts", "num_shared_expert"}, 0,
                       kMostExperts, context.family.sharedExpert ? 1 : 0);
    return saturatingMultiply(count, expertWidth);
}

MixtureOfExperts readExperts(ConfigContext& context, const LayerPlan& plan) {
    const ConfigKeys& keys = context.keys;
    const Family& family = context.family;
    MixtureOfExperts m;
    m.experts = context.number(kExpertKeys, 1, kMostExperts);
    static constexpr KeyNames kUsedKeys{
        "num_experts_per_tok", "num_experts_per_token", "moe_topk", "moe_top_k", "moe_k", "top_k_experts"};
    m.usedExperts = keys.has(kUsedKeys) ? keys.uniform(kUsedKeys, 1, kMostExperts).value_or(0)
                                        : keys.need(kUsedKeys, 1, kMostExperts);
    static constexpr KeyNames kWidthKeys{"moe_intermediate_size", "expert_intermediate_size", "intermediate_size",
                                         "ffn_hidden_size"};
    m.expertWidth = keys.has(kWidthKeys) ? keys.uniform(kWidthKeys, 1, kMostWidth).value_or(0)
                                         : keys.need(kWidthKeys, 1, kMostWidth);
    m.sharedWidth = sharedWidth(context, m.expertWidth);
    m.latentWidth = context.number({"moe_latent_size", "routed_expert_hidden_size"}, 0, kMostWidth);
    m.latentNorm = m.latentWidth > 0 && context.flag({"latent_moe_use_norm"}, false);
    m.denseWidth = family.denseBesideExperts ? denseWidth(context, plan) : 0;
    m.gated = family.gated;
    m.sharedGate = family.sharedGate && m.sharedWidth > 0;
    m.routerBias = family.routerBias;
    m.selectionBias = hasSelectionBias(context, plan);
    m.expertBias = family.expertBias;
    if (m.usedExperts > m.experts) {
        keys.fail(ErrorCode::Inconsistent, kUsedKeys,
                  {"used_experts must not exceed experts", std::to_string(m.usedExperts), std::to_string(m.experts)});
    }
    if (m.sharedWidth > kMostWidth) {
        keys.fail(ErrorCode::OutOfRange, {"n_shared_experts", "num_shared_experts"},
                  {std::to_string(m.sharedWidth), "0", std::to_string(kMostWidth)});
    }
    return m;
}

/// Small parameters that some families have in each block.
std::int64_t extraParameters(const ConfigContext& context, const LayerPlan& plan, const Block& block) {
    const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward);
    if (context.family.gguf == "gemma4") { // layer_scalar; the router's scale and one a expert
        return 1 + (experts != nullptr ? context.hidden + experts->experts : 0);
    }
    if (plan.hashedExperts && experts != nullptr) { // a table from tokens to experts
        return saturatingMultiply(context.number({"vocab_size"}, 1, kMostWidth), experts->usedExperts);
    }
    return plan.mixer == Mixer::Cross ? 2 : 0; // the gates of Llama 3.2 Vision
}

std::int64_t norms(const ConfigContext& context, const LayerPlan& plan) {
    const Family& family = context.family;
    if (plan.mixer == Mixer::None || plan.feed == Feed::None) {
        return 1;
    }
    if (family.gguf == "falcon") { // two for attention and feed-forward beside each other, or one for both
        const bool two = context.flag({"new_decoder_architecture"}, false) || !context.flag({"parallel_attn"}, true);
        return context.number({"num_ln_in_parallel_attn"}, 1, 2, two ? 2 : 1);
    }
    if (family.gguf == "stablelm" && context.flag({"use_parallel_residual"}, false)) {
        return 1;
    }
    const bool experts = plan.feed == Feed::Experts;
    return family.gguf == "gemma4" && experts ? 7 : family.norms; // Gemma 4: three more around the experts
}

} // namespace

Recurrent readConfigState(ConfigContext& context) {
    Recurrent r;
    if (!context.family.state) {
        context.unclear = true;
        return r;
    }
    r.kind = *context.family.state;
    switch (r.kind) {
    case RecurrentKind::GatedDeltaNet:
        readDeltaNet(context.keys, r);
        break;
    case RecurrentKind::KimiDelta:
        readKimiDelta(context.keys, r);
        break;
    case RecurrentKind::Mamba2:
        readMamba2(context, r);
        break;
    case RecurrentKind::Mamba1:
        readMamba1(context, r);
        break;
    case RecurrentKind::Lightning:
        readLightning(context.keys, r);
        break;
    case RecurrentKind::ShortConv:
        r.convKernel = context.keys.need(kKernelKeys, 1, kMostKernel);
        r.convChannels = context.hidden;
        r.bias = context.flag(kConvBiasKeys, false);
        break;
    }
    r.stateElements = saturatingMultiply(r.state, r.inner);
    if (std::max(r.inner, r.convChannels) > kMostWidth || r.stateElements > kMostWidth * kMostHeads) {
        context.keys.fail(ErrorCode::OutOfRange, kStateKeys,
                          {std::to_string(std::max(r.inner, r.convChannels)), "1", std::to_string(kMostWidth)});
    }
    return r;
}

FeedForward readConfigFeed(ConfigContext& context, const LayerPlan& plan) {
    if (plan.feed == Feed::Experts) {
        return readExperts(context, plan);
    }
    return readDense(context, plan);
}

Block readConfigBlock(ConfigContext& context, const LayerPlan& plan) {
    Block block;
    if (plan.mixer == Mixer::State || plan.mixer == Mixer::StateAndFull) {
        block.recurrent = readConfigState(context);
    }
    if (plan.mixer != Mixer::State && plan.mixer != Mixer::None) {
        block.attention = readConfigAttention(context, plan);
    }
    if (plan.feed != Feed::None) {
        block.feedForward = readConfigFeed(context, plan);
    }
    block.norms = norms(context, plan);
    block.normBias = context.family.normBias;
    block.extraParameters = extraParameters(context, plan, block);
    return block;
}

} // namespace vram
