// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/json_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace vram {

// One entry of a catalogue file each. `where` names the entry in messages, such as "gpus.json: GeForce RTX 4090".
// nullopt when anything was wrong: every fault has been added to `errors` by then, with the field at the end of its
// `where`. docs/catalog.md describes the keys.

[[nodiscard]] std::optional<Gpu> readGpu(const Json& entry, const std::string& where, std::vector<Error>& errors);
[[nodiscard]] std::optional<WeightFormat> readWeightFormat(const Json& entry, const std::string& where,
                                                           std::vector<Error>& errors);
[[nodiscard]] std::optional<KvFormat> readKvFormat(const Json& entry, const std::string& where,
                                                   std::vector<Error>& errors);
[[nodiscard]] std::optional<CloudInstance> readInstance(const Json& entry, const std::string& where,
                                                        std::vector<Error>& errors);

/// The word of a table for the string under `key`; notes UnknownValue with the table's words.
template <typename Value, std::size_t Count>
[[nodiscard]] std::optional<Value> readWord(ObjectReader& reader, std::string_view key,
                                            const std::pair<std::string_view, Value> (&table)[Count]) {
    const std::optional<std::string> word = reader.string(key);
    if (!word) {
        return std::nullopt;
    }
    for (const auto& [name, value] : table) {
        if (name == *word) {
            return value;
        }
    }
    std::vector<std::string> arguments{abbreviate(*word)};
    for (const auto& [name, value] : table) {
        arguments.emplace_back(name);
    }
    reader.fail(ErrorCode::UnknownValue, key, std::move(arguments));
    return std::nullopt;
}

[[nodiscard]] Confidence readConfidence(ObjectReader& reader);

} // namespace vram
