// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_format.h"
#include "core/model/architecture.h"
#include "core/source/gguf/gguf_layers.h"

#include <span>

namespace vram {

/// The weights of a GGUF to the byte, as its files store them; draft heads (`layers.beyond`) are in the file's size
/// alone, since a plain generation does not load them.
[[nodiscard]] WeightSizes ggufStoredSizes(const Architecture& architecture, const GgufLayers& layers,
                                          std::span<const GgufFile> parts);

} // namespace vram
