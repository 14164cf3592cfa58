// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace vram {

/// Whether the bytes are UTF-8 without NUL.
[[nodiscard]] bool isPlainText(std::string_view bytes);

/// What a file that is not of the expected kind looks like, by its first bytes: a stable English phrase.
[[nodiscard]] std::string kindOfFile(std::string_view start);

} // namespace vram
