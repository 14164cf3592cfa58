// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/split_name.h"

#include <algorithm>
#include <cstddef>

namespace vram {

namespace {

constexpr std::size_t kDigits = 5;
constexpr std::string_view kOf = "-of-";

} // namespace

SplitName splitNameOf(std::string_view name) {
    constexpr std::size_t kLength = 1 + kDigits + kOf.size() + kDigits;
    if (name.size() <= kLength) {
        return {name};
    }
    const std::string_view end = name.substr(name.size() - kLength);
    const auto number = [](std::string_view digits) {
        std::int64_t value = 0;
        for (const char c : digits) {
            value = c >= '0' && c <= '9' && value >= 0 ? value * 10 + (c - '0') : -1;
        }
        return value;
    };
    const std::int64_t part = number(end.substr(1, kDigits));
    const std::int64_t count = number(end.substr(kLength - kDigits));
    const bool split = end.front() == '-' && end.substr(1 + kDigits, kOf.size()) == kOf && part >= 1 && part <= count;
    return split ? SplitName{name.substr(0, name.size() - kLength), part, count, true} : SplitName{name};
}

std::string partName(const SplitName& name, std::int64_t part) {
    const auto padded = [](std::int64_t number) {
        const std::string digits = std::to_string(number);
        return std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
    };
    return std::string(name.stem) + '-' + padded(part) + std::string(kOf) + padded(name.count);
}

} // namespace vram
