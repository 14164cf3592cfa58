// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/config/config_keys.h"

#include "core/source/config/config_json.h"

#include "core/model/limits.h"

#include <algorithm>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMostEntries = 2 * static_cast<std::size_t>(kMostLayers); ///< of a list with one for each layer

bool saysNothing(const Json& value) {
    return value.is_null() || (value.is_boolean() && !value.get<bool>()) || (value.is_number() && value == 0) ||
           (!value.is_primitive() && value.empty()) ||
           (value.is_string() && value.get_ref<const std::string&>().empty());
}

} // namespace

ConfigKeys::ConfigKeys(const Json& object, std::string path, std::vector<Error>& errors) : m_errors(&errors) {
    m_scopes.push_back({&object, std::move(path)});
}

void ConfigKeys::alsoIn(const Json& object, std::string path) { m_scopes.push_back({&object, std::move(path)}); }

ConfigKeys::Found ConfigKeys::find(const KeyNames& names) const {
    for (const std::string_view name : names) {
        for (const Scope& scope : m_scopes) {
            const auto entry = scope.object->find(std::string(name));
            if (entry != scope.object->end() && !entry->is_null()) {
                return {&*entry, &scope, name};
            }
        }
    }
    return {};
}

std::string ConfigKeys::join(const std::string& path, std::string_view name) {
    return path.empty() || path.back() == ' ' ? path + std::string(name) : path + '.' + std::string(name);
}

std::string ConfigKeys::pathOf(const KeyNames& names) const {
    const Found found = find(names);
    return found.value != nullptr ? join(found.scope->path, found.name) : join(m_scopes.front().path, *names.begin());
}

bool ConfigKeys::isWild(const Found& found) const {
    const std::string_view wild = notFinite(*found.value);
    if (!wild.empty()) {
        m_errors->push_back(
            {ErrorCode::NotFinite, join(found.scope->path, found.name), {abbreviate(std::string(wild))}});
    }
    return !wild.empty();
}

std::optional<std::int64_t> ConfigKeys::whole(const KeyNames& names, std::int64_t least, std::int64_t most) const {
    const Found found = find(names);
    if (found.value == nullptr || isWild(found)) {
        return std::nullopt;
    }
    return ObjectReader(*found.scope->object, found.scope->path, *m_errors).integer(found.name, least, most);
}

std::int64_t ConfigKeys::need(const KeyNames& names, std::int64_t least, std::int64_t most) const {
    if (!has(names)) {
        fail(ErrorCode::MissingKey, names, {std::string(*names.begin())});
    }
    return whole(names, least, most).value_or(0);
}

std::optional<double> ConfigKeys::number(const KeyNames& names, double least, double most) const {
    const Found found = find(names);
    if (found.value == nullptr || isWild(found)) {
        return std::nullopt;
    }
    return ObjectReader(*found.scope->object, found.scope->path, *m_errors).number(found.name, least, most);
}

std::optional<bool> ConfigKeys::boolean(const KeyNames& names) const {
    const Found found = find(names);
    if (found.value == nullptr) {
        return std::nullopt;
    }
    return ObjectReader(*found.scope->object, found.scope->path, *m_errors).boolean(found.name);
}

std::optional<std::string> ConfigKeys::text(const KeyNames& names) const {
    const Found found = find(names);
    if (found.value == nullptr || isWild(found)) {
        return std::nullopt;
    }
    return ObjectReader(*found.scope->object, found.scope->path, *m_errors).string(found.name);
}

const Json* ConfigKeys::object(const KeyNames& names) const {
    const Found found = find(names);
    return found.value == nullptr ? nullptr
                                  : ObjectReader(*found.scope->object, found.scope->path, *m_errors).object(found.name);
}

const Json* ConfigKeys::list(const KeyNames& names) const {
    const Found found = find(names);
    return found.value == nullptr ? nullptr
                                  : ObjectReader(*found.scope->object, found.scope->path, *m_errors).array(found.name);
}

std::optional<std::vector<std::int64_t>> ConfigKeys::wholes(const KeyNames& names, std::int64_t least,
                                                            std::int64_t most) const {
    const Json* values = list(names);
    if (values == nullptr) {
        return std::nullopt;
    }
    const std::string path = pathOf(names);
    if (values->size() > kMostEntries) {
        fail(ErrorCode::TooLarge, names, {std::to_string(values->size()), std::to_string(kMostEntries)});
        return std::nullopt;
    }
    std::vector<std::int64_t> result;
    result.reserve(values->size());
    for (std::size_t i = 0; i < values->size(); ++i) {
        // Read as the value of a key, so that a number in a list is held to the same rules as one outside.
        const std::string position = path + '[' + std::to_string(i) + ']';
        const Json holder = Json::object({{position, (*values)[i]}});
        const auto number = ConfigKeys(holder, {}, *m_errors).whole({position}, least, most);
        if (!number) {
            if ((*values)[i].is_null()) {
                m_errors->push_back({ErrorCode::WrongType, position, {"integer", "null"}});
            }
            return std::nullopt;
        }
        result.push_back(*number);
    }
    return result;
}

std::optional<std::int64_t> ConfigKeys::uniform(const KeyNames& names, std::int64_t least, std::int64_t most) const {
    const Json* value = raw(names);
    if (value == nullptr || !value->is_array()) {
        return whole(names, least, most);
    }
    const auto values = wholes(names, least, most);
    if (!values || values->empty()) {
        return std::nullopt;
    }
    if (std::any_of(values->begin(), values->end(), [&](std::int64_t v) { return v != values->front(); })) {
        const auto [low, high] = std::minmax_element(values->begin(), values->end());
        fail(ErrorCode::Inconsistent, names,
             {"layers that differ in this are not known", std::to_string(*low), std::to_string(*high)});
        return std::nullopt;
    }
    return values->front();
}

std::optional<std::vector<std::string>> ConfigKeys::texts(const KeyNames& names) const {
    const Found found = find(names);
    if (found.value == nullptr) {
        return std::nullopt;
    }
    const std::size_t before = m_errors->size();
    auto result = ObjectReader(*found.scope->object, found.scope->path, *m_errors).strings(found.name);
    if (m_errors->size() != before) {
        return std::nullopt;
    }
    return result;
}

std::vector<std::string> ConfigKeys::sayingKeys() const {
    std::vector<std::string> keys;
    for (const Scope& scope : m_scopes) {
        for (const auto& [key, value] : scope.object->items()) {
            if (!saysNothing(value)) {
                keys.push_back(key);
            }
        }
    }
    return keys;
}

void ConfigKeys::fail(ErrorCode code, const KeyNames& names, std::vector<std::string> arguments) const {
    m_errors->push_back({code, pathOf(names), std::move(arguments)});
}

} // namespace vram
