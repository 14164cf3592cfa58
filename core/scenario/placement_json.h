// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario_json.h"
#include "core/units/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace vram {

/// The scenario's "placement" (docs/schema.md); problems go to `errors`.
[[nodiscard]] PlacementChoice readPlacement(const Json& value, const std::string& path, std::vector<Error>& errors);
[[nodiscard]] Json placementToJson(const PlacementChoice& placement);

} // namespace vram
