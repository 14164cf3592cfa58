// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <nlohmann/json.hpp>

namespace vram::cli {

// The facts of the catalogue as JSON (docs/schema.md).

[[nodiscard]] nlohmann::ordered_json modelsJson(const Catalog& catalog);
[[nodiscard]] nlohmann::ordered_json gpusJson(const Catalog& catalog);
/// Weight formats that are offered with the runtimes that load them, and cache types.
[[nodiscard]] nlohmann::ordered_json formatsJson(const Catalog& catalog);

} // namespace vram::cli
