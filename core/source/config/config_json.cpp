// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/config_json.h"

#include "core/source/file_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace vram {

namespace {

/// Stands before the number as it was written: no key or value of a configuration begins with it.
constexpr char kMark = '\x01';
constexpr std::size_t kMostBytes = std::size_t{4} << 20U; ///< the largest published ones have some hundred KB

constexpr std::array<std::string_view, 3> kWords{"-Infinity", "Infinity", "NaN"};

bool isNumberPart(char c) { return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E'; }

/// The word or number at the start of `rest` that no double holds; empty: none.
std::string_view wildNumber(std::string_view rest) {
    for (const std::string_view word : kWords) {
        if (rest.starts_with(word)) {
            return word;
        }
    }
    const auto end = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), isNumberPart) - rest.begin());
    const std::string_view number = rest.substr(0, end);
    if (number.find_first_of("eE") == std::string_view::npos && number.size() < 300) {
        return {}; // fewer digits than it takes to leave a double
    }
    return std::isinf(std::strtod(std::string(number).c_str(), nullptr)) ? number : std::string_view{};
}

/// The text with numbers that no double holds as marked strings.
std::string withoutWildNumbers(std::string_view text) {
    std::string result;
    result.reserve(text.size() + 64);
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\' && i + 1 < text.size()) {
            result += c;
            result += text[++i];
            continue;
        }
        if (c == '"') {
            inString = !inString;
        }
        const bool starts = !inString && (c == '-' || c == 'I' || c == 'N' || (c >= '0' && c <= '9')) &&
                            (i == 0 || !isNumberPart(text[i - 1]));
        const std::string_view wild = starts ? wildNumber(text.substr(i)) : std::string_view{};
        if (wild.empty()) {
            result += c;
            continue;
        }
        result += "\"\\u0001";
        result += wild;
        result += '"';
        i += wild.size() - 1;
    }
    return result;
}

/// Whether an object may begin here: anything else is another kind of file.
bool mayBeJson(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && (text[start] == '{' || text[start] == '[' || text[start] == '"');
}

} // namespace

std::string_view notFinite(const Json& value) {
    if (!value.is_string()) {
        return {};
    }
    const auto& text = value.get_ref<const std::string&>();
    return !text.empty() && text.front() == kMark ? std::string_view(text).substr(1) : std::string_view{};
}

Result<Json> parseConfigJson(std::string_view text, const std::string& where) {
    if (text.size() > kMostBytes) {
        return Error{ErrorCode::TooLarge, where, {std::to_string(text.size()), std::to_string(kMostBytes)}};
    }
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; // some editors put it before UTF-8
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    if (!mayBeJson(text)) {
        return Error{ErrorCode::NotThisKind, where, {"JSON", kindOfFile(text.substr(0, 64))}};
    }
    return parseJson(withoutWildNumbers(text), where, 2 * kMostBytes);
}

} // namespace vram
