// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/json_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace vram {

/// Reads one entry of models.json (docs/catalog.md describes the keys). `where` names the entry in messages, such as
/// "models.json: Qwen/Qwen3-14B". nullopt when anything was wrong: every fault has been added to `errors` by then.
/// A result satisfies what the estimates rely on: every number lies within its bounds, kv_heads divides heads, used
/// experts do not exceed experts, every layer names a block that exists, and the parameter count does not overflow.
[[nodiscard]] std::optional<CatalogModel> readModel(const Json& entry, const std::string& where,
                                                    std::vector<Error>& errors);

} // namespace vram
