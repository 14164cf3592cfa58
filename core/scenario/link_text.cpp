// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/link_text.h"

#include "core/scenario/scenario_json.h"
#include "core/scenario/scenario_link.h"
#include "core/units/utf8.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace vram::linktext {

namespace {

constexpr std::int64_t kKibi = 1024;
constexpr double kExactDoubles = 9'007'199'254'740'992; ///< 2^53: whole numbers below are exact

/// A count of tokens, written as people do: "32k".
bool isTokenCount(std::string_view path) {
    const std::string_view key = path.substr(path.rfind('.') + 1); // all of it where there is no dot
    return key == "context" || key == "prompt";
}

bool isDigit(char character) { return character >= '0' && character <= '9'; }

std::string tokenText(std::int64_t tokens) {
    if (tokens > 0 && tokens % (kKibi * kKibi) == 0) {
        return std::to_string(tokens / (kKibi * kKibi)) + "M";
    }
    return tokens > 0 && tokens % kKibi == 0 ? std::to_string(tokens / kKibi) + "k" : std::to_string(tokens);
}

std::optional<std::int64_t> tokensOf(std::string_view text) {
    const bool kibi = text.ends_with('k') || text.ends_with('K');
    if (!kibi && !text.ends_with('m') && !text.ends_with('M')) {
        return std::nullopt;
    }
    std::int64_t count = 0;
    const char* const end = text.data() + text.size() - 1;
    const auto [rest, problem] = std::from_chars(text.data(), end, count);
    if (problem != std::errc{} || rest != end || count < 0 || count > kMostContext) {
        return std::nullopt;
    }
    return count * (kibi ? kKibi : kKibi * kKibi);
}

bool isPlain(char character) {
    return isDigit(character) || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           std::string_view("-._~/:,").find(character) != std::string_view::npos;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t bytes = firstCodePoint(text).bytes;
        if (bytes == 0) {
            return false;
        }
        text.remove_prefix(bytes);
    }
    return true;
}

} // namespace

bool isCardList(std::string_view path) { return path == "machine.gpus" || path == "view.rows"; }

std::optional<GpuChoice> countedCard(std::string_view text) {
    GpuChoice card;
    const char* const end = text.data() + text.size();
    const auto [rest, problem] = std::from_chars(text.data(), end, card.count);
    const auto name = std::string_view(rest, static_cast<std::size_t>(end - rest));
    if (problem != std::errc{} || !isDigit(text.front()) || !name.starts_with("x ")) {
        return std::nullopt;
    }
    card.name = name.substr(2);
    return card;
}

std::optional<std::string> cardText(const Json& item) {
    const bool counted = item.contains("count");
    if (!item.is_object() || !item.contains("name") || item.size() != (counted ? 2U : 1U)) {
        return std::nullopt;
    }
    const auto name = item["name"].get<std::string>();
    const std::int64_t count = counted ? item["count"].get<std::int64_t>() : 1;
    // A name that itself looks counted, or like a list, keeps its count before it.
    return count == 1 && !countedCard(name) && !name.starts_with('[') ? name : std::to_string(count) + "x " + name;
}

std::string scalarText(std::string_view path, const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number_integer() && isTokenCount(path)) {
        return tokenText(value.get<std::int64_t>());
    }
    if (value.is_number_float()) {
        const auto number = value.get<double>();
        if (std::abs(number) < kExactDoubles && number == std::trunc(number)) {
            return std::to_string(static_cast<std::int64_t>(number));
        }
    }
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json valueOf(std::string_view path, const std::string& text) {
    if (text == "true" || text == "false") {
        return text == "true";
    }
    if (isTokenCount(path)) {
        if (const std::optional<std::int64_t> tokens = tokensOf(text)) {
            return *tokens;
        }
    }
    const char first = text.empty() ? '\0' : text.front();
    if (isDigit(first) || first == '-' || first == '[' || first == '{') {
        const Result<Json> json = parseJson(text, path, kLongestLink);
        if (json) {
            return json.value();
        }
    }
    return text;
}

void encode(std::string_view text, std::string& link) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const char character : text) {
        if (isPlain(character)) {
            link += character;
        } else if (character == ' ') {
            link += '+';
        } else {
            const auto byte = static_cast<unsigned char>(character);
            link += '%';
            link += kDigits[byte / 16];
            link += kDigits[byte % 16];
        }
    }
}

std::optional<std::string> decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        unsigned value = 0;
        const std::string_view digits = text.substr(i + 1, 2);
        const auto [rest, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        if (digits.size() != 2 || problem != std::errc{} || rest != digits.data() + 2) {
            return std::nullopt;
        }
        result += static_cast<char>(value);
        i += 2;
    }
    return isUtf8(result) ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace vram::linktext
