// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/model_description.h"

#include <nlohmann/json.hpp>

namespace vram {

/// What a model's files say of it as a whole (docs/schema.md, "Inspecting a file"); `warnings` is always there.
[[nodiscard]] nlohmann::ordered_json descriptionToJson(const ModelDescription& description);

} // namespace vram
