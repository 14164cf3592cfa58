// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/layer_plan.h"

#include "core/model/limits.h"
#include "core/source/config/feed_plan.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace vram {

namespace {

using Plans = std::vector<LayerPlan>;

constexpr std::array kMixerWords{
    std::pair<std::string_view, Mixer>{"full_attention", Mixer::Full},
    std::pair<std::string_view, Mixer>{"attention", Mixer::Full},
    std::pair<std::string_view, Mixer>{"sliding_attention", Mixer::Window},
    std::pair<std::string_view, Mixer>{"chunked_attention", Mixer::Chunk},
    std::pair<std::string_view, Mixer>{"linear_attention", Mixer::State},
    std::pair<std::string_view, Mixer>{"mamba", Mixer::State},
    std::pair<std::string_view, Mixer>{"conv", Mixer::State},
    std::pair<std::string_view, Mixer>{"hybrid", Mixer::StateAndFull},
};

/// layer_types, layers_block_type: a word a layer.
void planByWords(ConfigContext& context, const KeyNames& names, Plans& plans) {
    const auto words = context.keys.texts(names);
    if (!words || !hasEntryPerLayer(context, names, words->size())) {
        return;
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const std::string& word = (*words)[i];
        const auto* const row = std::find_if(kMixerWords.begin(), kMixerWords.end(),
                                             [&](const auto& known) { return known.first == word; });
        if (row == kMixerWords.end()) {
            std::vector<std::string> arguments{abbreviate(word)};
            for (const auto& known : kMixerWords) {
                arguments.emplace_back(known.first);
            }
            context.keys.errors().push_back({ErrorCode::UnknownValue,
                                             context.keys.pathOf(names) + '[' + std::to_string(i) + ']',
                                             std::move(arguments)});
            return;
        }
        plans[i].mixer = row->second;
    }
}

/// A list of numbers, one a layer: `value` marks the layers that get `marked`, the others get `otherwise`.
void planByNumbers(ConfigContext& context, const KeyNames& names, Plans& plans, std::int64_t value, Mixer marked,
                   Mixer otherwise) {
    const auto numbers = context.keys.wholes(names, 0, 1);
    if (!numbers || !hasEntryPerLayer(context, names, numbers->size())) {
        return;
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        plans[i].mixer = (*numbers)[i] == value ? marked : otherwise;
    }
}

/// A list of layers' numbers, counted from `first`.
void planByMembers(ConfigContext& context, const ConfigKeys& keys, const KeyNames& names, std::int64_t first,
                   Plans& plans, Mixer members, Mixer otherwise) {
    const auto numbers = keys.wholes(names, first, context.layers - 1 + first);
    if (!numbers) {
        return;
    }
    for (LayerPlan& plan : plans) {
        plan.mixer = otherwise;
    }
    for (const std::int64_t number : *numbers) {
        plans[static_cast<std::size_t>(number - first)].mixer = members;
    }
}

/// Every `period`-th layer has full attention, the last of each period.
void planByPeriod(std::int64_t period, Plans& plans, Mixer otherwise) {
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const bool full = period > 0 && (static_cast<std::int64_t>(i) + 1) % period == 0;
        plans[i].mixer = full ? Mixer::Full : otherwise;
    }
}

/// "M-M*": Mamba, feed-forward, attention and experts ("E"), one letter a layer and one part each (Nemotron-H).
void planByLetters(ConfigContext& context, const KeyNames& names, Plans& plans) {
    const std::string letters = context.keys.text(names).value_or("");
    if (letters.empty() || !hasEntryPerLayer(context, names, letters.size())) {
        return;
    }
    constexpr std::string_view kKnown = "M*-E";
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const char letter = letters[i];
        if (kKnown.find(letter) == std::string_view::npos) {
            context.keys.fail(ErrorCode::UnknownValue, names, {abbreviate(std::string(1, letter)), "M", "*", "-", "E"});
            return;
        }
        plans[i].mixer = letter == 'M' ? Mixer::State : letter == '*' ? Mixer::Full : Mixer::None;
        plans[i].feed = letter == '-' ? Feed::Dense : letter == 'E' ? Feed::Experts : Feed::None;
    }
}

/// An integer period, a list of 0 and 1, or letters such as "LLLG" (EXAONE 4) that repeat.
void planByWindowPattern(ConfigContext& context, const KeyNames& names, Plans& plans) {
    const Json& value = *context.keys.raw(names);
    if (value.is_array()) {
        planByNumbers(context, names, plans, 1, Mixer::Window, Mixer::Full);
    } else if (value.is_string()) {
        const std::string letters = context.keys.text(names).value_or("");
        if (letters.empty() || letters.find_first_not_of("LG") != std::string::npos) {
            context.keys.fail(ErrorCode::UnknownValue, names, {abbreviate(letters), "L", "G"});
            return;
        }
        for (std::size_t i = 0; i < plans.size(); ++i) {
            plans[i].mixer = letters[i % letters.size()] == 'L' ? Mixer::Window : Mixer::Full;
        }
    } else if (const auto period = context.keys.whole(names, 1, kMostLayers)) {
        planByPeriod(*period, plans, Mixer::Window);
    }
}

/// block_configs of DeciLM: for each layer a number of query heads a KV head, or no attention at all, and a multiple
/// that gives the feed-forward's width.
void planByBlocks(ConfigContext& context, const KeyNames& names, Plans& plans) {
    const Json* blocks = context.keys.list(names);
    if (blocks == nullptr || !hasEntryPerLayer(context, names, blocks->size())) {
        return;
    }
    const std::int64_t heads = context.keys.whole(kHeadKeys, 1, kMostHeads).value_or(1);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const std::string path = context.keys.pathOf(names) + '[' + std::to_string(i) + ']';
        const Json& block = (*blocks)[i];
        if (!block.is_object()) {
            context.keys.errors().push_back({ErrorCode::WrongType, path, {"object", abbreviate(block.dump())}});
            return;
        }
        const ConfigKeys keys(block, path, context.keys.errors());
        const Json* attention = keys.object({"attention"});
        const Json* feed = keys.object({"ffn"});
        if (attention == nullptr || feed == nullptr) {
            keys.fail(ErrorCode::MissingKey, {"attention"}, {attention == nullptr ? "attention" : "ffn"});
            return;
        }
        const ConfigKeys attentionKeys(*attention, path + ".attention", context.keys.errors());
        const ConfigKeys feedKeys(*feed, path + ".ffn", context.keys.errors());
        const bool linear = attentionKeys.boolean({"replace_with_linear"}).value_or(false) ||
                            feedKeys.boolean({"replace_with_linear"}).value_or(false);
        context.unclear = context.unclear || linear || attentionKeys.has({"window_length", "num_sink_tokens"});
        const bool noAttention = attentionKeys.boolean({"no_op"}).value_or(false);
        plans[i].mixer = noAttention ? Mixer::None : Mixer::Full;
        if (!noAttention) {
            plans[i].kvHeads = heads / std::max<std::int64_t>(attentionKeys.need({"n_heads_in_group"}, 1, heads), 1);
        }
        plans[i].feed = feedKeys.boolean({"no_op"}).value_or(false) ? Feed::None : Feed::Dense;
        if (plans[i].feed == Feed::Dense) {
            plans[i].denseWidth = feedKeys.has({"intermediate_size"})
                                      ? feedKeys.need({"intermediate_size"}, 1, kMostWidth)
                                      : roundedFeedWidth(feedKeys.number({"ffn_mult"}, 0.001, 64).value_or(1) *
                                                         static_cast<double>(context.hidden));
        }
    }
}

/// compress_ratios or layer_types of DeepSeek-V4, and its first layers, whose experts a token's number chooses.
void planCompressed(ConfigContext& context, Plans& plans) {
    if (const auto ratios = context.keys.wholes({"compress_ratios"}, 0, kMostWidth)) {
        if (hasEntryPerLayer(context, {"compress_ratios"}, ratios->size())) {
            for (std::size_t i = 0; i < plans.size(); ++i) {
                plans[i].compressRatio = (*ratios)[i];
            }
        }
    } else {
        context.unclear = true;
    }
    const std::int64_t hashed = context.number({"num_hash_layers"}, 0, kMostLayers);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        plans[i].hashedExperts = static_cast<std::int64_t>(i) < hashed;
    }
}

/// linear_attn_config of Kimi Linear: the full layers' numbers, from 1.
void planKimi(ConfigContext& context, Plans& plans) {
    const Json* linear = context.keys.object({"linear_attn_config"});
    if (linear == nullptr) {
        context.unclear = true;
        return;
    }
    const ConfigKeys keys(*linear, context.keys.pathOf({"linear_attn_config"}), context.keys.errors());
    if (!keys.has({"full_attn_layers"})) {
        keys.fail(ErrorCode::MissingKey, {"full_attn_layers"}, {"full_attn_layers"});
    }
    planByMembers(context, keys, {"full_attn_layers"}, 1, plans, Mixer::Full, Mixer::State);
}

/// attn_layer_period and attn_layer_offset of Jamba.
void planByOffset(ConfigContext& context, Plans& plans) {
    const std::int64_t period = context.keys.need({"attn_layer_period"}, 1, kMostLayers);
    const std::int64_t offset = context.number({"attn_layer_offset"}, 0, kMostLayers);
    for (std::size_t i = 0; i < plans.size() && period > 0; ++i) {
        plans[i].mixer = static_cast<std::int64_t>(i) % period == offset ? Mixer::Full : Mixer::State;
    }
}

/// The keys that name the layers' kinds, in the order of precedence; the first that is there decides.
void planMixers(ConfigContext& context, Plans& plans) {
    const ConfigKeys& keys = context.keys;
    const std::int64_t interval = context.number({"full_attention_interval", "no_rope_layer_interval"}, 1, kMostLayers);
    if (keys.has({"hybrid_override_pattern"})) {
        planByLetters(context, {"hybrid_override_pattern"}, plans);
    } else if (keys.has({"block_configs"})) {
        planByBlocks(context, {"block_configs"}, plans);
    } else if (context.family.gguf == "deepseek4") {
        planCompressed(context, plans);
    } else if (context.family.state == RecurrentKind::KimiDelta) {
        planKimi(context, plans);
    } else if (keys.has({"attn_layer_period"})) {
        planByOffset(context, plans);
    } else if (keys.has({"layer_types", "layers_block_type"})) {
        planByWords(context, {"layer_types", "layers_block_type"}, plans);
    } else if (keys.has({"attn_type_list"})) {
        planByNumbers(context, {"attn_type_list"}, plans, 1, Mixer::Full, Mixer::State);
    } else if (keys.has({"hybrid_layer_pattern"})) {
        planByNumbers(context, {"hybrid_layer_pattern"}, plans, 1, Mixer::Window, Mixer::Full);
    } else if (keys.has({"cross_attention_layers"})) {
        planByMembers(context, keys, {"cross_attention_layers"}, 0, plans, Mixer::Cross, Mixer::Full);
    } else if (keys.has({"full_attn_idxs"})) {
        planByMembers(context, keys, {"full_attn_idxs"}, 0, plans, Mixer::Full, Mixer::State);
    } else if (const Json* rope = keys.raw({"no_rope_layers"});
               context.family.gguf == "llama4" && rope != nullptr && !rope->empty()) {
        planByNumbers(context, {"no_rope_layers"}, plans, 1, Mixer::Chunk, Mixer::Full);
    } else if (context.family.windowRule == WindowRule::Layers &&
               keys.has({"sliding_window_pattern", "_sliding_window_pattern"})) {
        planByWindowPattern(context, {"sliding_window_pattern", "_sliding_window_pattern"}, plans);
    } else if (context.family.gguf == "falcon-h1") {
        for (LayerPlan& plan : plans) {
            plan.mixer = Mixer::StateAndFull;
        }
    } else if (interval > 0 || context.family.fullPeriod > 0) {
        context.tableUsed = context.tableUsed || interval == 0;
        planByPeriod(interval > 0 ? interval : context.family.fullPeriod, plans,
                     context.family.state              ? Mixer::State
                     : context.family.gguf == "llama4" ? Mixer::Chunk
                                                       : Mixer::Window);
    } else if (context.family.state || context.family.windowRule == WindowRule::Layers) {
        context.unclear = true; // a family of several kinds of layers, and nothing says which is where
    }
}

/// The last layers of Gemma 3n and 4 read what an earlier one cached.
void planReuse(ConfigContext& context, Plans& plans) {
    const auto shared = context.cacheNumber({"num_kv_shared_layers"}, 0, context.layers).value_or(0);
    const bool doubled = context.flag({"use_double_wide_mlp"}, false);
    for (std::size_t i = plans.size() - static_cast<std::size_t>(shared); i < plans.size(); ++i) {
        plans[i].reusesKv = true;
        if (doubled) {
            plans[i].denseWidth = 2 * context.number({"intermediate_size"}, 1, kMostWidth / 2);
        }
    }
}

/// Widths that differ from layer to layer (Gemma 3n writes a list).
void planWidths(ConfigContext& context, Plans& plans) {
    const Json* widths = context.keys.raw({"intermediate_size"});
    if (widths == nullptr || !widths->is_array()) {
        return;
    }
    const auto values = context.keys.wholes({"intermediate_size"}, 1, kMostWidth);
    if (values && hasEntryPerLayer(context, {"intermediate_size"}, values->size())) {
        for (std::size_t i = 0; i < plans.size(); ++i) {
            plans[i].denseWidth = (*values)[i];
        }
    }
}

/// sparse_attention_config of MiniMax-M3: which layers choose blocks by an indexer.
void planIndexers(ConfigContext& context, Plans& plans) {
    const Json* sparse = context.keys.object({"sparse_attention_config"});
    if (sparse == nullptr) {
        return;
    }
    const ConfigKeys keys(*sparse, context.keys.pathOf({"sparse_attention_config"}), context.keys.errors());
    const auto marks = keys.wholes({"sparse_attention_freq"}, 0, 1);
    if (marks && hasEntryPerLayer(context, {"sparse_attention_config"}, marks->size())) {
        for (std::size_t i = 0; i < plans.size(); ++i) {
            plans[i].indexed = (*marks)[i] == 1;
        }
    }
}

} // namespace

bool hasEntryPerLayer(const ConfigContext& context, const KeyNames& names, std::size_t entries) {
    const std::int64_t predicted =
        context.keys.whole({"num_nextn_predict_layers", "num_mtp_modules"}, 0, kMostLayers).value_or(0);
    const auto count = static_cast<std::int64_t>(entries);
    if (count >= context.layers && count <= context.layers + predicted) {
        return true;
    }
    context.keys.fail(
        ErrorCode::Inconsistent, names,
        {"the list must have one entry a layer", std::to_string(entries), std::to_string(context.layers)});
    return false;
}

std::vector<LayerPlan> planLayers(ConfigContext& context) {
    Plans plans(static_cast<std::size_t>(context.layers));
    planFeeds(context, plans);
    planMixers(context, plans);
    planWidths(context, plans);
    planReuse(context, plans);
    planIndexers(context, plans);
    return plans;
}

} // namespace vram
