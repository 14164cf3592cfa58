// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/extras_choice.h"
#include "core/scenario/scenario_json.h"
#include "core/units/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace vram {

/// The scenario's "extras" (docs/schema.md); problems go to `errors`.
[[nodiscard]] ExtrasChoice readExtras(const Json& value, const std::string& path, std::vector<Error>& errors);
/// Empty where nothing is loaded beside the model.
[[nodiscard]] Json extrasToJson(const ExtrasChoice& extras);

} // namespace vram
