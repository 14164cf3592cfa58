// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/config/config_context.h"

#include <cstdint>
#include <vector>

namespace vram {

/// What a layer does with what came before.
enum class Mixer : std::uint8_t { None, Full, Window, Chunk, Cross, State, StateAndFull };

enum class Feed : std::uint8_t { None, Dense, Experts };

/// One layer in a configuration's terms. Equal plans give equal blocks.
struct LayerPlan {
    Mixer mixer = Mixer::Full;
    Feed feed = Feed::Dense;
    std::int64_t denseWidth = 0;    ///< of this layer; 0: as the whole model
    std::int64_t kvHeads = 0;       ///< of this layer; 0: as the whole model
    std::int64_t compressRatio = 0; ///< DeepSeek-V4
    bool reusesKv = false;
    bool hashedExperts = false; ///< experts by token, without a router that learns (DeepSeek-V4)
    bool indexed = false;       ///< block-sparse attention with an indexer (MiniMax-M3)
    friend bool operator==(const LayerPlan&, const LayerPlan&) = default;
};

/// One plan a layer: which have full attention, a window, a state, experts. Errors are noted in the context's keys;
/// what cannot be told sets `unclear`.
[[nodiscard]] std::vector<LayerPlan> planLayers(ConfigContext& context);

/// The list under `names` must have one entry a layer; further ones for multi-token prediction are left out of the
/// count. Notes Inconsistent and answers false otherwise.
[[nodiscard]] bool hasEntryPerLayer(const ConfigContext& context, const KeyNames& names, std::size_t entries);

} // namespace vram
