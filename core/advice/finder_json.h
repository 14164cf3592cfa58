// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/finder_filter.h"
#include "core/advice/hardware_finder.h"

#include <nlohmann/json.hpp>

#include <string>

namespace vram {

// What the command line prints (docs/finder.md).

/// {"judged", "formats", "rows": [{"model", "name", "format", "bits", "verdict", "need_bytes", ...}]}.
[[nodiscard]] nlohmann::ordered_json modelsFoundToJson(const FinderTable& table, const std::vector<std::size_t>& rows,
                                                       const Catalog& catalog);
/// {"rows": [...], "smallest", "cheapest", ...}: the picks are places in "rows".
[[nodiscard]] nlohmann::ordered_json hardwareFoundToJson(const HardwareTable& table, const Catalog& catalog);
/// One line a GPU and model: the best format that runs, and its verdict; models that do not run are left out.
[[nodiscard]] std::string productToCsv(const FinderProduct& product, const Catalog& catalog, double leastBits);

} // namespace vram
