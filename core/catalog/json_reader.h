// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

using Json = nlohmann::ordered_json;

/// Parses strictly: NotJson (with line and column in `where`), Duplicate for a key that stands twice in one object,
/// TooLarge beyond `mostBytes`, nesting deeper than 64 refused as NotJson.
[[nodiscard]] Result<Json> parseJson(std::string_view text, std::string_view where, std::size_t mostBytes = 64U << 20U);

/// Reads one JSON object key by key, collecting errors with the path of the offending value: `path`, a dot and the key;
/// without the dot when `path` ends in a space ("gpus.json: RTX 4090: "). Keys that were never
/// asked for are UnknownKey errors in `finish()`. All getters return nullopt for an absent key, and for a bad value
/// after noting the error.
class ObjectReader {
public:
    ObjectReader(const Json& value, std::string path, std::vector<Error>& errors);

    [[nodiscard]] std::optional<std::string> string(std::string_view key);
    [[nodiscard]] std::optional<bool> boolean(std::string_view key);
    /// A whole number within [least, most]; 7e9 counts as whole; 3.5, NaN, strings and 2^63 do not.
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
    [[nodiscard]] std::optional<double> number(std::string_view key, double least, double most);
    [[nodiscard]] std::vector<std::string> strings(std::string_view key);
    /// Sub-value of any type, marked as known; nullptr where absent.
    [[nodiscard]] const Json* raw(std::string_view key);
    [[nodiscard]] const Json* object(std::string_view key);
    [[nodiscard]] const Json* array(std::string_view key);
    /// Notes MissingKey unless the key is there.
    void require(std::string_view key);
    void fail(ErrorCode code, std::string_view key, std::vector<std::string> arguments);
    [[nodiscard]] std::string pathOf(std::string_view key) const;
    /// Notes an UnknownKey error for each key that was not asked for.
    void finish();

private:
    const Json* find(std::string_view key);
    void wrongType(std::string_view key, std::string_view expected, const Json& found);
    const Json* m_value; ///< nullptr when it was no object
    std::string m_path;
    std::vector<Error>* m_errors;
    std::vector<std::string> m_asked; ///< every key that a getter named
    std::vector<bool> m_known;        ///< by position in the object
    std::size_t m_next = 0;           ///< where the next look-up begins
};

/// `text` cut to at most `most` bytes (at a UTF-8 boundary, with an ellipsis) and without control characters, fit for
/// an error's arguments.
[[nodiscard]] std::string abbreviate(std::string_view text, std::size_t most = 80);

} // namespace vram
