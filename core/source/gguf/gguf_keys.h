// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/gguf/gguf_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// The keys of one architecture ("llama.block_count") with their types and bounds checked. Remembers the first error,
/// with the byte and the key; absent keys are none.
class GgufKeys {
public:
    /// `file` must outlive this object.
    explicit GgufKeys(const GgufFile& file) : m_file(&file) {}

    /// A whole number under "<architecture>.<suffix>".
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view suffix, std::int64_t least, std::int64_t most);
    /// One number a layer: a single number stands for all; what an array has beyond `layers` is not looked at.
    [[nodiscard]] std::optional<std::vector<std::int64_t>> perLayer(std::string_view suffix, std::int64_t layers,
                                                                    std::int64_t least, std::int64_t most);
    /// A finite number that is not negative.
    void checkReal(std::string_view suffix);
    [[nodiscard]] std::optional<bool> boolean(std::string_view suffix);
    /// Under a whole key; empty where there is none or it is no text.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view suffix) const { return find(suffix) != nullptr; }
    /// Whether the value is an array.
    [[nodiscard]] bool isArray(std::string_view suffix) const;

    void fail(ErrorCode code, std::string_view suffix, std::vector<std::string> arguments);
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    [[nodiscard]] const GgufEntry* find(std::string_view suffix) const;
    [[nodiscard]] std::optional<std::int64_t> bounded(std::string_view suffix, std::int64_t value, std::int64_t least,
                                                      std::int64_t most);

    const GgufFile* m_file;
    std::optional<Error> m_error;
};

} // namespace vram
