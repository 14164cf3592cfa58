// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/json_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace vram {

namespace {

std::string typeName(const Json& value) {
    switch (value.type()) {
    case Json::value_t::null:
        return "null";
    case Json::value_t::object:
        return "object";
    case Json::value_t::array:
        return "array";
    case Json::value_t::string:
        return "string";
    case Json::value_t::boolean:
        return "boolean";
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
        return "number";
    case Json::value_t::binary:
    case Json::value_t::discarded:
        break;
    }
    return "nothing";
}

/// As a person would write it: "3.5", "9223372036854775808".
std::string written(const Json& number) { return abbreviate(number.dump()); }

} // namespace

ObjectReader::ObjectReader(const Json& value, std::string path, std::vector<Error>& errors)
    : m_value(&value),
      m_path(std::move(path)),
      m_errors(&errors) {
    if (!value.is_object()) {
        m_errors->push_back({ErrorCode::WrongType, pathOf({}), {"object", typeName(value)}});
        m_value = nullptr;
        return;
    }
    m_known.resize(value.size());
    m_asked.reserve(32);
}

std::string ObjectReader::pathOf(std::string_view key) const {
    if (key.empty()) { // the object itself: without the separator that a key would need
        const std::size_t end = m_path.find_last_not_of(": ");
        return m_path.substr(0, end == std::string::npos ? 0 : end + 1);
    }
    const std::string shown = abbreviate(key);
    if (m_path.empty() || m_path.back() == ' ') {
        return m_path + shown;
    }
    return m_path + '.' + shown;
}

const Json* ObjectReader::find(std::string_view key) {
    if (m_value == nullptr) {
        return nullptr;
    }
    m_asked.emplace_back(key);
    // Keys are mostly asked for in the order in which files have them: look on from the last one.
    const auto& object = m_value->get_ref<const Json::object_t&>();
    for (std::size_t i = 0; i < object.size(); ++i) {
        const std::size_t at = m_next + i < object.size() ? m_next + i : m_next + i - object.size();
        if (object.data()[at].first == key) {
            m_known[at] = true;
            m_next = at + 1 < object.size() ? at + 1 : 0;
            return &object.data()[at].second;
        }
    }
    return nullptr;
}

void ObjectReader::fail(ErrorCode code, std::string_view key, std::vector<std::string> arguments) {
    m_errors->push_back({code, pathOf(key), std::move(arguments)});
}

void ObjectReader::wrongType(std::string_view key, std::string_view expected, const Json& found) {
    fail(ErrorCode::WrongType, key, {std::string(expected), typeName(found)});
}

std::optional<std::string> ObjectReader::string(std::string_view key) {
    const Json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        wrongType(key, "string", *value);
        return std::nullopt;
    }
    return value->get_ref<const std::string&>();
}

std::optional<bool> ObjectReader::boolean(std::string_view key) {
    const Json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_boolean()) {
        wrongType(key, "boolean", *value);
        return std::nullopt;
    }
    return value->get<bool>();
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    const Json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number()) {
        wrongType(key, "integer", *value);
        return std::nullopt;
    }
    bool within = true;
    std::int64_t whole = 0;
    if (value->is_number_unsigned()) {
        const auto number = value->get<std::uint64_t>();
        within = number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        whole = static_cast<std::int64_t>(number);
    } else if (value->is_number_integer()) {
        whole = value->get<std::int64_t>();
    } else {
        const auto number = value->get<double>();
        if (!std::isfinite(number)) {
            fail(ErrorCode::NotFinite, key, {written(*value)});
            return std::nullopt;
        }
        if (std::floor(number) != number) {
            fail(ErrorCode::WrongType, key, {"integer", written(*value)});
            return std::nullopt;
        }
        constexpr double kLimit = 9223372036854775808.0; // 2^63
        within = number >= -kLimit && number < kLimit;
        whole = within ? static_cast<std::int64_t>(number) : 0;
    }
    if (!within || whole < least || whole > most) {
        fail(ErrorCode::OutOfRange, key, {written(*value), std::to_string(least), std::to_string(most)});
        return std::nullopt;
    }
    return whole;
}

std::optional<double> ObjectReader::number(std::string_view key, double least, double most) {
    const Json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number()) {
        wrongType(key, "number", *value);
        return std::nullopt;
    }
    const auto number = value->get<double>();
    if (!std::isfinite(number)) {
        fail(ErrorCode::NotFinite, key, {written(*value)});
        return std::nullopt;
    }
    if (number < least || number > most) {
        fail(ErrorCode::OutOfRange, key, {written(*value), written(Json(least)), written(Json(most))});
        return std::nullopt;
    }
    return number;
}

std::vector<std::string> ObjectReader::strings(std::string_view key) {
    std::vector<std::string> result;
    const Json* list = array(key);
    if (list == nullptr) {
        return result;
    }
    result.reserve(list->size());
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Json& value = (*list)[i];
        if (value.is_string()) {
            result.push_back(value.get_ref<const std::string&>());
        } else {
            wrongType(std::string(key) + '[' + std::to_string(i) + ']', "string", value);
        }
    }
    return result;
}

const Json* ObjectReader::raw(std::string_view key) { return find(key); }

const Json* ObjectReader::object(std::string_view key) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_object()) {
        wrongType(key, "object", *value);
        return nullptr;
    }
    return value;
}

const Json* ObjectReader::array(std::string_view key) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_array()) {
        wrongType(key, "array", *value);
        return nullptr;
    }
    return value;
}

void ObjectReader::require(std::string_view key) {
    if (m_value != nullptr && find(key) == nullptr) {
        fail(ErrorCode::MissingKey, key, {std::string(key)});
    }
}

void ObjectReader::finish() {
    if (m_value == nullptr) {
        return;
    }
    const auto& object = m_value->get_ref<const Json::object_t&>();
    for (std::size_t i = 0; i < object.size(); ++i) {
        if (m_known[i]) {
            continue;
        }
        std::vector<std::string> known(m_asked);
        std::sort(known.begin(), known.end());
        known.erase(std::unique(known.begin(), known.end()), known.end());
        std::vector<std::string> arguments{abbreviate(object.data()[i].first)};
        arguments.insert(arguments.end(), known.begin(), known.end());
        fail(ErrorCode::UnknownKey, object.data()[i].first, std::move(arguments));
    }
}

} // namespace vram
