// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/unknown_keys.h"

#include <algorithm>
#include <array>
#include <string>

namespace vram {

namespace {

// Parts of key names that speak of something else than a cache of every position in every layer.
constexpr std::array kHints = std::to_array<std::string_view>({"window",     "latent",        "lora_rank",
                                                               "state_size", "d_state",       "linear",
                                                               "compress",   "conv",          "ssm",
                                                               "mamba",      "recurren",      "rwkv",
                                                               "retention",  "chunk",         "sparse",
                                                               "index",      "hybrid",        "pattern",
                                                               "kv_shared",  "share_kv",      "shared_kv",
                                                               "cla",        "block_configs", "memory",
                                                               "delta",      "local_",        "global_",
                                                               "swa",        "layer_types",   "layers_block",
                                                               "full_attn",  "attn_layer",    "cross_attention",
                                                               "encoder",    "attn_type",     "sink",
                                                               "qk_nope",    "v_head_dim"});

// Those that many plain decoders have, and those that the reader has understood by then.
constexpr std::array<std::string_view, 12> kHarmless{"layer_types",         "sliding_window",      "use_sliding_window",
                                                     "max_window_layers",   "decoder_sparse_step", "is_encoder_decoder",
                                                     "tie_encoder_decoder", "add_cross_attention", "num_local_experts",
                                                     "image_token_index",   "video_token_index",   "audio_token_index"};

bool isHint(const std::string& key) {
    return std::find(kHarmless.begin(), kHarmless.end(), key) == kHarmless.end() &&
           std::any_of(kHints.begin(), kHints.end(),
                       [&](std::string_view hint) { return key.find(hint) != std::string::npos; });
}

} // namespace

void noteUnknownKeys(ConfigContext& context) {
    const ConfigKeys& keys = context.keys;
    const bool window = context.flag({"use_sliding_window"}, true) &&
                        keys.whole({"sliding_window"}, 0, std::int64_t{1} << 40).value_or(0) > 0;
    // A window, and nothing says which layers keep it; or encoder and decoder, which cache otherwise.
    if ((window && !keys.has({"layer_types"})) || context.flag({"is_encoder_decoder"}, false) ||
        context.flag({"add_cross_attention"}, false)) {
        context.unclear = true;
    }
    if (!keys.has(kKvHeadKeys) || !keys.has(kHeadDimKeys)) {
        context.unclear = true;
    }
    for (const std::string& key : keys.sayingKeys()) {
        if (isHint(key)) {
            context.unclear = true;
        }
    }
}

} // namespace vram
