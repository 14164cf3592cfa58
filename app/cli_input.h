// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <nlohmann/json.hpp>
#include <string>

namespace vram::cli {

/// The text of a file, of standard input ("-"), or `path` itself where it is a link.
[[nodiscard]] Result<std::string> readInput(const std::string& path);

/// The same as JSON: a scenario or an array of them; a link becomes the scenario that it says.
[[nodiscard]] Result<nlohmann::ordered_json> readScenarios(const std::string& path);

} // namespace vram::cli
