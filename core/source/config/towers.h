// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/architecture.h"
#include "core/source/config/config_context.h"

namespace vram {

/// Sizes the encoders beside the language model that the whole configuration `root` describes, and warns of those whose
/// layout is not known (vision-not-sized, audio-not-sized). `outer` is the family of the whole model.
void readTowers(const ConfigKeys& root, const Family& outer, ConfigContext& context, Architecture& architecture);

} // namespace vram
