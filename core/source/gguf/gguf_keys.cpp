// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_keys.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace vram {

const GgufEntry* GgufKeys::find(std::string_view suffix) const {
    std::string key = m_file->architecture;
    key += '.';
    key += suffix;
    return m_file->find(key);
}

bool GgufKeys::isArray(std::string_view suffix) const {
    const GgufEntry* const entry = find(suffix);
    return entry != nullptr && std::holds_alternative<GgufArray>(entry->value);
}

void GgufKeys::fail(ErrorCode code, std::string_view suffix, std::vector<std::string> arguments) {
    if (m_error) {
        return;
    }
    const GgufEntry* const entry = find(suffix);
    std::string where = entry == nullptr ? "" : "byte " + std::to_string(entry->offset) + ": ";
    where += m_file->architecture;
    where += '.';
    where += suffix;
    m_error = Error{code, std::move(where), std::move(arguments)};
}

std::optional<std::int64_t> GgufKeys::bounded(std::string_view suffix, std::int64_t value, std::int64_t least,
                                              std::int64_t most) {
    if (value < least || value > most) {
        fail(ErrorCode::OutOfRange, suffix, {std::to_string(value), std::to_string(least), std::to_string(most)});
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> GgufKeys::integer(std::string_view suffix, std::int64_t least, std::int64_t most) {
    const GgufEntry* const entry = find(suffix);
    if (entry == nullptr) {
        return std::nullopt;
    }
    if (const auto* natural = std::get_if<std::uint64_t>(&entry->value)) {
        if (*natural > static_cast<std::uint64_t>(most)) {
            fail(ErrorCode::OutOfRange, suffix,
                 {std::to_string(*natural), std::to_string(least), std::to_string(most)});
            return std::nullopt;
        }
        return bounded(suffix, static_cast<std::int64_t>(*natural), least, most);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&entry->value)) {
        return bounded(suffix, *whole, least, most);
    }
    fail(ErrorCode::WrongType, suffix, {"integer", std::string(ggufValueTypeId(entry->type))});
    return std::nullopt;
}

std::optional<std::vector<std::int64_t>> GgufKeys::perLayer(std::string_view suffix, std::int64_t layers,
                                                            std::int64_t least, std::int64_t most) {
    const auto count = static_cast<std::size_t>(layers);
    const GgufEntry* const entry = find(suffix);
    const auto* array = entry == nullptr ? nullptr : std::get_if<GgufArray>(&entry->value);
    if (array == nullptr) {
        const std::optional<std::int64_t> number = integer(suffix, least, most);
        return number ? std::optional(std::vector<std::int64_t>(count, *number)) : std::nullopt;
    }
    if (array->type == GgufValueType::String || array->type == GgufValueType::Float32 ||
        array->type == GgufValueType::Float64) {
        fail(ErrorCode::WrongType, suffix, {"integer", std::string(ggufValueTypeId(array->type))});
        return std::nullopt;
    }
    if (array->count < count) {
        fail(ErrorCode::Inconsistent, suffix,
             {"an array must have a value for every layer", std::to_string(array->count), std::to_string(layers)});
        return std::nullopt;
    }
    if (array->numbers.size() < count) { // the reader keeps 4,096 numbers
        fail(ErrorCode::TooLarge, suffix, {std::to_string(array->count), std::to_string(layers)});
        return std::nullopt;
    }
    std::vector<std::int64_t> values(array->numbers.begin(),
                                     array->numbers.begin() + static_cast<std::ptrdiff_t>(count));
    for (const std::int64_t value : values) {
        if (!bounded(suffix, value, least, most)) {
            return std::nullopt;
        }
    }
    return values;
}

void GgufKeys::checkReal(std::string_view suffix) {
    const GgufEntry* const entry = find(suffix);
    const auto* real = entry == nullptr ? nullptr : std::get_if<double>(&entry->value);
    if (real == nullptr) {
        return;
    }
    if (!std::isfinite(*real)) {
        fail(ErrorCode::NotFinite, suffix, {std::to_string(*real)});
    } else if (*real < 0) {
        fail(ErrorCode::OutOfRange, suffix, {std::to_string(*real), "0", "1e308"});
    }
}

std::optional<bool> GgufKeys::boolean(std::string_view suffix) {
    const GgufEntry* const entry = find(suffix);
    if (entry == nullptr) {
        return std::nullopt;
    }
    const auto* yes = std::get_if<bool>(&entry->value);
    if (yes == nullptr) {
        fail(ErrorCode::WrongType, suffix, {"boolean", std::string(ggufValueTypeId(entry->type))});
        return std::nullopt;
    }
    return *yes;
}

std::string GgufKeys::text(std::string_view key) const {
    const GgufEntry* const entry = m_file->find(key);
    const auto* text = entry == nullptr ? nullptr : std::get_if<GgufText>(&entry->value);
    return text == nullptr ? std::string{} : text->start;
}

} // namespace vram
