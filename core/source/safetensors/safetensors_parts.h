// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/safetensors/safetensors_file.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vram {

/// Reads the JSON between `begin` and `end`, behind which the data lie, and checks each tensor by itself.
[[nodiscard]] std::optional<Error> parseSafetensorsHeader(ByteSource& source, std::uint64_t begin, std::uint64_t end,
                                                          SafetensorsFile& file);

/// Index of a name that stands twice.
[[nodiscard]] std::optional<std::size_t> findRepeated(const std::vector<std::string_view>& names);

} // namespace vram
