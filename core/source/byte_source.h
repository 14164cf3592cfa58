// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace vram {

/// Bytes that a reader asks for piece by piece: a file, memory, later a part of a file on a server.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;
    /// Of the whole file, also where only its beginning can be read.
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills `target` with the bytes from `offset` on; the caller keeps within size(). False: they cannot be read.
    [[nodiscard]] virtual bool read(std::uint64_t offset, std::span<char> target) = 0;
};

class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::string bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return m_bytes.size(); }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> target) override;

private:
    std::string m_bytes;
};

class FileSource : public ByteSource {
public:
    /// FileUnreadable where it is no regular file (a pipe would block) or cannot be opened: see error().
    explicit FileSource(const std::filesystem::path& path);
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> target) override;

private:
    std::ifstream m_file;
    std::uint64_t m_size = 0;
    std::optional<Error> m_error;
};

} // namespace vram
