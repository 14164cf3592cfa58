// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "core/source/config/layer_plan.h"

namespace vram {

/// The block of a layer with this plan, its numbers taken from the configuration and the family. Errors are noted in
/// the context's keys; what cannot be told sets `unclear`.
[[nodiscard]] Block readConfigBlock(ConfigContext& context, const LayerPlan& plan);

// Its parts, each for layers that have it.
[[nodiscard]] Attention readConfigAttention(ConfigContext& context, const LayerPlan& plan);
[[nodiscard]] Recurrent readConfigState(ConfigContext& context);
[[nodiscard]] FeedForward readConfigFeed(ConfigContext& context, const LayerPlan& plan);

} // namespace vram
