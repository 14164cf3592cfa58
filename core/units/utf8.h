// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vram {

/// A character and the bytes that it takes; 0 bytes: what stands there is no UTF-8.
struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 0;
};
/// The first character of `text`, which is not empty. Overlong forms, surrogates and what lies beyond Unicode are none.
[[nodiscard]] CodePoint firstCodePoint(std::string_view text);

/// Whether a character shows nothing itself but changes how a terminal or a window shows the text around it: control
/// characters, marks of the writing direction, invisible formatting.
[[nodiscard]] bool isInvisible(std::uint32_t codePoint);

/// Text from a file as it may be shown: what is invisible as "\u202E", bytes that are no UTF-8 as "\xFF". For showing
/// only: the text itself stays as it is.
[[nodiscard]] std::string visibleText(std::string_view text);

/// The same for JSON that was written already: invisible characters within its strings as JSON's own escapes, so that
/// the data stay the same.
[[nodiscard]] std::string visibleJson(std::string_view json);

} // namespace vram
