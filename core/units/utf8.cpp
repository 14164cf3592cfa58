// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace vram {

namespace {

struct Span {
    std::uint32_t first;
    std::uint32_t last;
};

// Of Unicode's categories Cc, Cf, Zl and Zp; not the joiners U+200C and U+200D, without which scripts and emoji break,
// and not the visible signs among Cf.
constexpr std::array kInvisible{
    Span{0x0000, 0x001F},  // C0, with NUL, escape and the line ends
    Span{0x007F, 0x009F},  // delete, C1
    Span{0x00AD, 0x00AD},  // soft hyphen
    Span{0x061C, 0x061C},  // Arabic letter mark
    Span{0x180E, 0x180E},  // Mongolian vowel separator
    Span{0x200B, 0x200B},  // zero-width space
    Span{0x200E, 0x200F},  // left-to-right and right-to-left mark
    Span{0x2028, 0x202E},  // line and paragraph separator, embeddings and overrides of the direction
    Span{0x2060, 0x206F},  // word joiner, isolates of the direction, deprecated formatting
    Span{0xFEFF, 0xFEFF},  // byte order mark
    Span{0xFFF9, 0xFFFB},  // interlinear annotations
    Span{0xE0000, 0xE007F} // tags
};

std::string hex(std::uint32_t value, int digits) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%0*X", digits, static_cast<unsigned>(value));
    return text.data();
}

std::string escaped(std::uint32_t point) {
    constexpr std::uint32_t kPlane = 0x10000;
    if (point < kPlane) {
        return "\\u" + hex(point, 4);
    }
    const std::uint32_t rest = point - kPlane; // a surrogate pair, as JSON has it
    return "\\u" + hex(0xD800 + (rest >> 10U), 4) + "\\u" + hex(0xDC00 + (rest & 0x3FFU), 4);
}

} // namespace

CodePoint firstCodePoint(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (lead < 0xC2 || lead > 0xF4 || more >= text.size()) {
        return {};
    }
    std::uint32_t point = lead & (0x3FU >> more);
    for (std::size_t i = 1; i <= more; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80) {
            return {};
        }
        point = point << 6U | (byte & 0x3FU);
    }
    const bool bad = (more == 2 && point < 0x800) || (more == 3 && (point < 0x10000 || point > 0x10FFFF)) ||
                     (point >= 0xD800 && point < 0xE000);
    return bad ? CodePoint{} : CodePoint{point, more + 1};
}

bool isInvisible(std::uint32_t codePoint) {
    return std::any_of(kInvisible.begin(), kInvisible.end(),
                       [codePoint](const Span& span) { return span.first <= codePoint && codePoint <= span.last; });
}

std::string visibleText(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const CodePoint next = firstCodePoint(text);
        if (next.bytes == 0) {
            result += "\\x" + hex(static_cast<unsigned char>(text.front()), 2);
        } else if (isInvisible(next.value)) {
            result += escaped(next.value);
        } else {
            result += text.substr(0, next.bytes);
        }
        text.remove_prefix(std::max<std::size_t>(next.bytes, 1));
    }
    return result;
}

std::string visibleJson(std::string_view json) {
    std::string result;
    result.reserve(json.size());
    while (!json.empty()) {
        const CodePoint next = firstCodePoint(json);
        // The line ends are the layout: in strings they are escaped already.
        if (next.value != '\n' && next.bytes != 0 && isInvisible(next.value)) {
            result += escaped(next.value);
        } else {
            result += json.substr(0, std::max<std::size_t>(next.bytes, 1));
        }
        json.remove_prefix(std::max<std::size_t>(next.bytes, 1));
    }
    return result;
}

} // namespace vram
