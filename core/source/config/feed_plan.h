// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/config/layer_plan.h"

#include <cstdint>
#include <vector>

namespace vram {

/// Says which layers have experts, by whichever of the families' keys is there; all where there is none.
void planFeeds(ConfigContext& context, std::vector<LayerPlan>& plans);

/// Two thirds of `width`, up to the next multiple of 256: how DeciLM and LFM2 derive a gated feed-forward's width.
[[nodiscard]] std::int64_t roundedFeedWidth(double width, std::int64_t multiple = 256, double factor = 1);

} // namespace vram
