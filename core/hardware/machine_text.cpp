// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hardware/machine_text.h"

#include <algorithm>
#include <charconv>

namespace vram {

namespace {

constexpr std::size_t kExcerpt = 160; ///< bytes

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

} // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view cutAt(std::string_view& rest, char separator) {
    const std::size_t at = rest.find(separator);
    const std::string_view part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
    return part;
}

bool isReadableText(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && !isBlank(c)) || c == 0x7f; });
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    text = trimmed(text);
    const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    if (hexadecimal) {
        text.remove_prefix(2);
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, hexadecimal ? 16 : 10);
    if (text.empty() || text.front() == '-' || error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::string excerptOf(std::string_view text) {
    text = trimmed(text);
    std::string line(trimmed(cutAt(text, '\n')).substr(0, kExcerpt));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return line;
}

std::optional<Bytes> sizeOf(std::string_view text, Bytes unit, std::string_view where,
                            std::vector<MachineTrouble>& troubles) {
    const std::optional<std::int64_t> number = wholeNumber(text);
    const Bytes size = unit * number.value_or(0);
    if (!number || size > kMostMachineBytes) {
        troubles.push_back({MachineTroubleCode::ValueOutOfRange, {std::string(where), excerptOf(text)}});
        return std::nullopt;
    }
    return size;
}

void setCores(std::optional<std::int64_t> count, std::optional<std::int64_t>& cores) {
    if (count && *count > 0 && *count <= kMostPhysicalCores) {
        cores = count;
    }
}

} // namespace vram
