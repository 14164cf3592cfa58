// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/json_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vram {

/// A key that is absent leaves the target as it is.
template <typename Target, typename Value>
void assign(Target& target, std::optional<Value> value) {
    if (value) {
        target = std::move(*value);
    }
}

/// A word that stays text; UnknownValue with the words that are known.
inline void oneOf(ObjectReader& reader, std::string_view key, std::span<const std::string_view> known,
                  std::string& target) {
    const std::optional<std::string> text = reader.string(key);
    if (!text) {
        return;
    }
    if (std::ranges::find(known, *text) != known.end()) {
        target = *text;
        return;
    }
    std::vector<std::string> arguments{*text};
    arguments.insert(arguments.end(), known.begin(), known.end());
    reader.fail(ErrorCode::UnknownValue, key, std::move(arguments));
}

template <typename T, std::size_t N>
using Words = std::array<std::pair<std::string_view, T>, N>;

template <typename T, std::size_t N>
std::string_view nameOf(const Words<T, N>& table, T value) {
    for (const auto& [name, entry] : table) {
        if (entry == value) {
            return name;
        }
    }
    return table.front().first;
}

/// Reads a word out of a table; notes UnknownValue with the words that are known.
template <typename T, std::size_t N>
std::optional<T> word(ObjectReader& reader, std::string_view key, const Words<T, N>& table) {
    const std::optional<std::string> text = reader.string(key);
    if (!text) {
        return std::nullopt;
    }
    for (const auto& [name, value] : table) {
        if (name == *text) {
            return value;
        }
    }
    std::vector<std::string> arguments{*text};
    for (const auto& entry : table) {
        arguments.emplace_back(entry.first);
    }
    reader.fail(ErrorCode::UnknownValue, key, std::move(arguments));
    return std::nullopt;
}

/// Writes what differs from the default, or what is there.
template <typename T>
void put(Json& object, const char* key, const T& value, const T& standard) {
    if (!(value == standard)) {
        object[key] = value;
    }
}
template <typename T>
void put(Json& object, const char* key, const std::optional<T>& value) {
    if (value) {
        object[key] = *value;
    }
}

} // namespace vram
