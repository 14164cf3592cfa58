// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/json_reader.h"
#include "core/units/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// The names that families have for one and the same key, in the order in which they are looked for.
class KeyNames {
public:
    constexpr KeyNames(std::initializer_list<std::string_view> names) { // NOLINT(google-explicit-constructor)
        for (const std::string_view name : names) {
            m_names.at(m_count++) = name;
        }
    }
    [[nodiscard]] constexpr const std::string_view* begin() const { return m_names.data(); }
    [[nodiscard]] constexpr const std::string_view* end() const { return m_names.data() + m_count; }

private:
    std::array<std::string_view, 8> m_names{};
    std::size_t m_count = 0;
};

/// What a configuration says. A key may have several names and stand in one of several objects; null counts as absent,
/// as Transformers writes it for "by default". Bad values are noted as errors with their path and then read as absent.
class ConfigKeys {
public:
    ConfigKeys(const Json& object, std::string path, std::vector<Error>& errors);
    /// Looks for keys in `object` as well, after the objects so far.
    void alsoIn(const Json& object, std::string path);

    [[nodiscard]] bool has(const KeyNames& names) const { return find(names).value != nullptr; }
    [[nodiscard]] std::optional<std::int64_t> whole(const KeyNames& names, std::int64_t least, std::int64_t most) const;
    [[nodiscard]] std::optional<double> number(const KeyNames& names, double least, double most) const;
    [[nodiscard]] std::optional<bool> boolean(const KeyNames& names) const;
    [[nodiscard]] std::optional<std::string> text(const KeyNames& names) const;
    [[nodiscard]] const Json* object(const KeyNames& names) const;
    [[nodiscard]] const Json* list(const KeyNames& names) const;
    [[nodiscard]] const Json* raw(const KeyNames& names) const { return find(names).value; }
    /// A list of numbers, or nullopt where there is no list.
    [[nodiscard]] std::optional<std::vector<std::int64_t>> wholes(const KeyNames& names, std::int64_t least,
                                                                  std::int64_t most) const;
    /// A number that some families write once a layer: its value where all layers have the same.
    [[nodiscard]] std::optional<std::int64_t> uniform(const KeyNames& names, std::int64_t least,
                                                      std::int64_t most) const;
    [[nodiscard]] std::optional<std::vector<std::string>> texts(const KeyNames& names) const;

    /// Every key whose value says something: not null, false, 0 or empty.
    [[nodiscard]] std::vector<std::string> sayingKeys() const;

    void fail(ErrorCode code, const KeyNames& names, std::vector<std::string> arguments) const;
    /// A required key; notes MissingKey under its first name.
    [[nodiscard]] std::int64_t need(const KeyNames& names, std::int64_t least, std::int64_t most) const;
    /// The path of the first of these keys that is there; of the first name where none is.
    [[nodiscard]] std::string pathOf(const KeyNames& names) const;
    [[nodiscard]] std::vector<Error>& errors() const { return *m_errors; }

private:
    struct Scope {
        const Json* object;
        std::string path;
    };
    struct Found {
        const Json* value = nullptr;
        const Scope* scope = nullptr;
        std::string_view name;
    };
    [[nodiscard]] Found find(const KeyNames& names) const;
    [[nodiscard]] static std::string join(const std::string& path, std::string_view name);
    /// Notes NotFinite for a number that no double holds.
    [[nodiscard]] bool isWild(const Found& found) const;

    std::vector<Scope> m_scopes;
    std::vector<Error>* m_errors;
};

} // namespace vram
