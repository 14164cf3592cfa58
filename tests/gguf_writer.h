// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vram::test {

/// Builds small GGUFs, good and bad, byte by byte.
class GgufWriter {
public:
    std::uint32_t version = 3;
    std::uint64_t alignment = 32;
    std::string magic = "GGUF";

    template <typename T>
    static std::string number(T value) {
        std::string bytes;
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFFU);
        }
        return bytes;
    }
    static std::string text(std::string_view value) {
        std::string bytes = number(static_cast<std::uint64_t>(value.size()));
        return bytes.append(value);
    }

    /// A key with its type and the bytes of its value.
    GgufWriter& key(std::string_view name, std::uint32_t type, const std::string& value) {
        m_entries.push_back(text(name) + number(type) + value);
        return *this;
    }
    GgufWriter& string(std::string_view name, std::string_view value) { return key(name, 8, text(value)); }
    GgufWriter& uint32(std::string_view name, std::uint32_t value) { return key(name, 4, number(value)); }
    GgufWriter& array(std::string_view name, std::uint32_t type, std::uint64_t count, const std::string& elements) {
        return key(name, 9, number(type) + number(count) + elements);
    }
    GgufWriter& tensor(std::string_view name, const std::vector<std::uint64_t>& dimensions, std::uint32_t type,
                       std::uint64_t offset) {
        std::string info = text(name) + number(static_cast<std::uint32_t>(dimensions.size()));
        for (const std::uint64_t dimension : dimensions) {
            info += number(dimension);
        }
        m_tensors.push_back(info + number(type) + number(offset));
        return *this;
    }
    /// Other counts than those of what was added.
    GgufWriter& counts(std::uint64_t tensors, std::uint64_t entries) {
        m_counts = number(tensors) + number(entries);
        return *this;
    }

    /// Header, padding, `data` bytes of weights.
    [[nodiscard]] std::string bytes(std::size_t data = 0) const {
        std::string file = magic + number(version);
        file += m_counts.empty() ? number(std::uint64_t{m_tensors.size()}) + number(std::uint64_t{m_entries.size()})
                                 : m_counts;
        for (const std::string& entry : m_entries) {
            file += entry;
        }
        for (const std::string& tensor : m_tensors) {
            file += tensor;
        }
        file.resize((file.size() + alignment - 1) / alignment * alignment + data);
        return file;
    }

private:
    std::vector<std::string> m_entries;
    std::vector<std::string> m_tensors;
    std::string m_counts;
};

} // namespace vram::test
