// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/gguf/gguf_file.h"

#include <nlohmann/json.hpp>

namespace vram {

/// The header as JSON (docs/schema.md): sizes, types, metadata and every tensor.
[[nodiscard]] nlohmann::ordered_json ggufToJson(const GgufFile& file);

} // namespace vram
