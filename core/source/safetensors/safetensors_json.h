// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/safetensors/checkpoint.h"

#include <nlohmann/json.hpp>

namespace vram {

/// What was read of a checkpoint as JSON (docs/schema.md): files, sizes, types, metadata and every tensor.
[[nodiscard]] nlohmann::ordered_json checkpointToJson(const Checkpoint& checkpoint);

} // namespace vram
