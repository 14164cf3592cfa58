// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/file_text.h"
#include "core/source/gguf/gguf_cursor.h"
#include "core/source/gguf/gguf_file.h"

#include <cstdint>
#include <optional>

namespace vram {

/// Reads `count` tensor infos and checks each by itself; errors stay in the cursor.
void readGgufTensors(GgufCursor& cursor, std::uint64_t count, GgufFile& file);

/// What is wrong with the tensors together: names that stand twice, offsets, overlaps, an end beyond the file.
[[nodiscard]] std::optional<Error> checkGgufTensors(const GgufFile& file);

} // namespace vram
