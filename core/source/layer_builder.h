// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "core/model/limits.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace vram {

/// What a block is called in messages, by what it holds.
[[nodiscard]] inline std::string blockName(const Block& block) {
    const auto* grouped = std::get_if<GroupedAttention>(&block.attention);
    std::string name = block.recurrent ? "recurrent" : "";
    if (block.attention.index() != 0) {
        name += name.empty() ? "" : "+";
        name += grouped != nullptr && grouped->windowKind != WindowKind::Full ? "window" : "full";
    }
    if (std::holds_alternative<MixtureOfExperts>(block.feedForward)) {
        name += name.empty() ? "experts" : "+experts";
    }
    return name.empty() ? "dense" : name;
}

/// Appends a layer and shares the block of an equal one before it, names aside. False beyond kMostLayers layers or
/// kMostBlocks kinds.
[[nodiscard]] inline bool appendLayer(Architecture& architecture, Block block) {
    block.name = blockName(block);
    auto& blocks = architecture.blocks;
    auto found = std::find(blocks.begin(), blocks.end(), block);
    const bool full = found == blocks.end() && blocks.size() >= static_cast<std::size_t>(kMostBlocks);
    if (full || architecture.layerCount() >= kMostLayers) {
        return false;
    }
    if (found == blocks.end()) {
        blocks.push_back(std::move(block));
        found = blocks.end() - 1;
    }
    architecture.layerBlocks.push_back(static_cast<std::uint16_t>(found - blocks.begin()));
    return true;
}

} // namespace vram
