// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/gguf/gguf_cursor.h"
#include "core/source/gguf/gguf_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vram {

/// Whether the bytes are UTF-8 without NUL.
[[nodiscard]] bool isPlainText(std::string_view bytes);

/// What a file that is no GGUF looks like, by its first bytes: a stable English phrase.
[[nodiscard]] std::string kindOfFile(std::string_view start);

/// Reads `count` tensor infos and checks each by itself; errors stay in the cursor.
void readGgufTensors(GgufCursor& cursor, std::uint64_t count, GgufFile& file);

/// What is wrong with the tensors together: names that stand twice, offsets, overlaps, an end beyond the file.
[[nodiscard]] std::optional<Error> checkGgufTensors(const GgufFile& file);

} // namespace vram
