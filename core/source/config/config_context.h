// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/config/config_keys.h"
#include "core/source/config/families.h"
#include "core/source/model_description.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vram {

// Names of one key among the families.
constexpr KeyNames kHiddenKeys{"hidden_size", "n_embd", "d_model"};
constexpr KeyNames kLayerKeys{"num_hidden_layers", "n_layer", "num_layers", "n_layers"};
constexpr KeyNames kHeadKeys{"num_attention_heads", "n_head", "n_heads", "num_heads"};
constexpr KeyNames kKvHeadKeys{"num_key_value_heads", "num_kv_heads",         "n_head_kv",
                               "kv_n_heads",          "num_attention_groups", "multi_query_group_num"};
constexpr KeyNames kHeadDimKeys{"head_dim", "kv_channels", "attention_head_dim"};
constexpr KeyNames kQkvBiasKeys{"attention_bias", "use_qkv_bias", "add_qkv_bias", "qkv_bias", "use_bias", "bias"};
constexpr KeyNames kExpertKeys{"num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts"};

/// What the parts of a configuration's reader share.
struct ConfigContext {
    const ConfigKeys& keys; ///< of the language model
    const Family& family;
    bool known = true; ///< the family is in the table
    std::int64_t hidden = 0;
    std::int64_t layers = 0;
    bool tableUsed = false; ///< something that sizes the cache was not in the file
    bool unclear = false;   ///< something that sizes the cache cannot be told
    std::vector<ModelWarning> warnings{};

    /// A number that sizes the cache: from the file, else from the family's defaults, else `otherwise`.
    [[nodiscard]] std::optional<std::int64_t> cacheNumber(const KeyNames& names, std::int64_t least, std::int64_t most);
    /// The family's value for the first of the names that has one.
    [[nodiscard]] std::optional<std::int64_t> familyDefault(const KeyNames& names) const;
    /// From the file or the family's defaults, for what does not size the cache.
    [[nodiscard]] std::int64_t number(const KeyNames& names, std::int64_t least, std::int64_t most,
                                      std::int64_t otherwise = 0) const;
    [[nodiscard]] bool flag(const KeyNames& names, bool otherwise) const;
    [[nodiscard]] bool bias(BiasRule rule, const KeyNames& names) const;
    void warn(std::string_view code, const std::string& where, std::vector<std::string> arguments = {});
};

} // namespace vram
