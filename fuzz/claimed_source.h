// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "fuzz/harness.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace vram::fuzz {

constexpr std::uint64_t kHuge = std::uint64_t{1} << 62;

/// Bytes as the beginning of a file of another size, as a server may claim it or a sparse file have it; zeros follow.
class ClaimedSource : public ByteSource {
public:
    ClaimedSource(std::string_view bytes, std::uint64_t size) : m_bytes(bytes), m_size(size) {}
    [[nodiscard]] std::uint64_t size() const override { return m_size; }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> target) override {
        require(offset <= m_size && target.size() <= m_size - offset);
        std::fill(target.begin(), target.end(), '\0');
        if (offset < m_bytes.size()) {
            const auto from = static_cast<std::size_t>(offset);
            std::copy_n(m_bytes.data() + from, std::min(m_bytes.size() - from, target.size()), target.data());
        }
        return true;
    }

private:
    std::string_view m_bytes;
    std::uint64_t m_size;
};

} // namespace vram::fuzz
