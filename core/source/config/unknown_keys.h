// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/config/config_context.h"

namespace vram {

/// For an architecture that is not known: sets `unclear` unless the file alone says what sizes the cache, and none of
/// its other keys hints at a cache of another kind (windows, states, latents ...).
void noteUnknownKeys(ConfigContext& context);

} // namespace vram
