// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/safetensors/checkpoint.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vram::test {

/// Builds small safetensors files, good and bad.
class SafetensorsWriter {
public:
    /// The length field, any text as header, and weights of zeros.
    static std::string file(std::string_view header, std::size_t data = 0) {
        std::string bytes = length(header.size());
        bytes.append(header);
        bytes.resize(bytes.size() + data);
        return bytes;
    }
    static std::string length(std::uint64_t value) {
        std::string bytes;
        for (std::size_t i = 0; i < 8; ++i) {
            bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
        }
        return bytes;
    }
    /// `text` between "{" and "}", or other signs. (GCC 12 warns of "{" + text.)
    static std::string braced(std::string_view text, char open = '{', char close = '}') {
        std::string result(1, open);
        result.append(text);
        return result += close;
    }
    static std::string entry(std::string_view name, std::string_view type, std::string_view shape,
                             std::string_view offsets) {
        std::string text = "\"";
        text.append(name).append("\":{\"dtype\":\"").append(type).append("\",\"shape\":").append(shape);
        return text.append(R"(,"data_offsets":)").append(offsets).append("}");
    }

    /// A tensor of so many bytes behind the others.
    SafetensorsWriter& tensor(std::string_view name, std::string_view type, const std::vector<std::int64_t>& shape,
                              std::uint64_t bytes) {
        std::string dimensions;
        for (const std::int64_t dimension : shape) {
            dimensions.append(dimensions.empty() ? "" : ",").append(std::to_string(dimension));
        }
        std::string offsets = std::to_string(m_data);
        offsets.append(",").append(std::to_string(m_data + bytes));
        m_header += m_header.empty() ? "" : ",";
        m_header += entry(name, type, braced(dimensions, '[', ']'), braced(offsets, '[', ']'));
        m_data += bytes;
        return *this;
    }
    /// The same with the size that the shape has at two bytes a value.
    SafetensorsWriter& bf16(std::string_view name, const std::vector<std::int64_t>& shape) {
        std::int64_t elements = 1;
        for (const std::int64_t dimension : shape) {
            elements *= dimension;
        }
        return tensor(name, "BF16", shape, static_cast<std::uint64_t>(elements) * 2);
    }
    SafetensorsWriter& metadata(std::string_view key, std::string_view value) {
        m_header += m_header.empty() ? "" : ",";
        m_header.append("\"__metadata__\":{\"").append(key).append("\":\"").append(value).append("\"}");
        return *this;
    }

    [[nodiscard]] std::string header() const { return braced(m_header); }
    [[nodiscard]] std::uint64_t data() const { return m_data; }
    [[nodiscard]] std::string bytes() const { return file(header(), static_cast<std::size_t>(m_data)); }

private:
    std::string m_header;
    std::uint64_t m_data = 0;
};

/// A file that is there in its beginning only: reading further is an error, as it would be an extra request.
class HeadSource : public ByteSource {
public:
    HeadSource(std::string head, std::uint64_t size) : m_head(std::move(head)), m_size(size) {}
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> target) override {
        if (offset > m_head.size() || target.size() > m_head.size() - offset) {
            return false;
        }
        std::copy_n(m_head.data() + offset, target.size(), target.data());
        return true;
    }

private:
    std::string m_head;
    std::uint64_t m_size;
};

/// A folder in memory. Weights are not there, only their sizes.
class MemoryFiles : public CheckpointFiles {
public:
    MemoryFiles& text(const std::string& name, std::string content) {
        const std::uint64_t size = content.size();
        m_files[name] = {std::move(content), size};
        return *this;
    }
    MemoryFiles& weights(const std::string& name, const SafetensorsWriter& writer) {
        std::string head = SafetensorsWriter::file(writer.header());
        const std::uint64_t size = head.size() + writer.data();
        head.resize(std::max<std::size_t>(head.size(), std::min<std::uint64_t>(size, 64)));
        m_files[name] = {std::move(head), size};
        return *this;
    }
    [[nodiscard]] std::vector<std::string> names() const override {
        std::vector<std::string> names;
        for (const auto& [name, file] : m_files) {
            names.push_back(name);
        }
        return names;
    }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& name) const override {
        const auto found = m_files.find(name);
        if (found == m_files.end()) {
            return Error{ErrorCode::FileUnreadable, {}, {name, "not there"}};
        }
        return std::unique_ptr<ByteSource>(std::make_unique<HeadSource>(found->second.head, found->second.size));
    }

private:
    struct File {
        std::string head;
        std::uint64_t size = 0;
    };
    std::map<std::string, File> m_files;
};

inline void writeFile(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace vram::test
