// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/lora_targets.h"

#include <algorithm>
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
constexpr std::array kExperts{Role::ExpertGate, Role::ExpertUp, Role::ExpertDown};

struct Word {
    std::string_view name;
    std::span<const Role> roles;
};
constexpr std::array kWords{
    Word{"q", kQ},
    Word{"k", kK},
    Word{"v", kV},
    Word{"o", kO},
    Word{"gate", kGate},
    Word{"up", kUp},
    Word{"down", kDown},
    Word{"embed", kEmbed},
    Word{"head", kHead},
    Word{"recurrent", kRecurrent},
    Word{"experts", kExperts},
};

/// Words for several of them.
struct Group {
    std::string_view name;
    std::array<std::string_view, 8> words; ///< empty ones at the end
};
constexpr std::array kGroups{
    Group{"qv", {"q", "v"}},
    Group{"qkv", {"q", "k", "v"}},
    Group{"attention", {"q", "k", "v", "o"}},
    Group{"all-linear", {"q", "k", "v", "o", "gate", "up", "down", "recurrent"}},
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

bool addWord(std::vector<Role>& roles, std::string_view name) {
    for (const Group& group : kGroups) {
        if (group.name == name) {
            for (const std::string_view word : group.words) {
                add(roles, word);
            }
            return true;
        }
    }
    return add(roles, name);
}

} // namespace

std::vector<Role> loraTargets(std::string_view words) {
    std::vector<Role> roles;
    for (std::string_view list = words;;) {
        const std::size_t comma = list.find(',');
        if (!addWord(roles, list.substr(0, comma))) {
            return {};
        }
        if (comma == std::string_view::npos) {
            return roles;
        }
        list.remove_prefix(comma + 1);
    }
}

bool isLoraTarget(const Tensor& tensor, std::span<const Role> targets) {
    return tensor.isMatrix() && std::ranges::find(targets, tensor.role) != targets.end();
}

} // namespace vram
