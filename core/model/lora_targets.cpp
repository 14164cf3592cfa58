// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lora_targets.h"

#include <array>
#include <span>

namespace vram {

namespace {

using Role = TensorRole;

// A fused matrix stands for each of its parts. Routed experts are linear layers too: adapters that name gate, up and
// down sit on every one of them.
constexpr std::array kQ{Role::AttentionQ, Role::AttentionQkv, Role::LatentQueryDown, Role::LatentQueryUp};
constexpr std::array kK{Role::AttentionK, Role::AttentionQkv, Role::LatentKvDown, Role::LatentKeyUp};
constexpr std::array kV{Role::AttentionV, Role::AttentionQkv, Role::LatentValueUp};
constexpr std::array kO{Role::AttentionOutput};
constexpr std::array kGate{Role::FeedForwardGate, Role::FeedForwardGateUp, Role::ExpertGate, Role::SharedGate};
constexpr std::array kUp{Role::FeedForwardUp, Role::FeedForwardGateUp, Role::ExpertUp, Role::SharedUp};
constexpr std::array kDown{Role::FeedForwardDown, Role::ExpertDown, Role::SharedDown};
constexpr std::array kEmbed{Role::TokenEmbedding};
constexpr std::array kHead{Role::Output};
constexpr std::array kRecurrent{Role::RecurrentIn, Role::RecurrentOut};

struct Word {
    std::string_view name;
    std::span<const Role> roles;
};
constexpr std::array kWords{
    Word{"q", kQ},   Word{"k", kK},       Word{"v", kV},         Word{"o", kO},       Word{"gate", kGate},
    Word{"up", kUp}, Word{"down", kDown}, Word{"embed", kEmbed}, Word{"head", kHead},
};

bool add(std::vector<Role>& roles, std::string_view name) {
    for (const Word& word : kWords) {
        if (word.name == name) {
            for (const Role role : word.roles) {
                bool known = false;
                for (const Role each : roles) {
                    known = known || each == role;
                }
                if (!known) {
                    roles.push_back(role);
                }
            }
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<Role> loraTargets(std::string_view words) {
    std::string_view list = words;
    if (words == "qv") {
        list = "q,v";
    } else if (words == "qkv") {
        list = "q,k,v";
    } else if (words == "attention") {
        list = "q,k,v,o";
    } else if (words == "all-linear") {
        list = "q,k,v,o,gate,up,down";
    }
    std::vector<Role> roles;
    while (true) {
        const std::size_t comma = list.find(',');
        if (!add(roles, list.substr(0, comma))) {
            return {};
        }
        if (comma == std::string_view::npos) {
            break;
        }
        list.remove_prefix(comma + 1);
    }
    if (words == "all-linear") {
        roles.insert(roles.end(), kRecurrent.begin(), kRecurrent.end());
    }
    return roles;
}

} // namespace vram
