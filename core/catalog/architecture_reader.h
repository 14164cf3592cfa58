// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/json_reader.h"
#include "core/model/architecture.h"

#include <optional>
#include <string>
#include <vector>

namespace vram {

/// Reads the "architecture" object of a catalogue entry (docs/catalog.md describes the keys). `path` stands before
/// the keys in messages, such as "models.json: Qwen/Qwen3-14B: architecture". nullopt when anything was wrong: every
/// fault has been added to `errors` by then. A result is within the bounds that keep all sums inside 64 bits.
[[nodiscard]] std::optional<Architecture> readArchitecture(const Json& value, const std::string& path,
                                                           std::vector<Error>& errors);

} // namespace vram
