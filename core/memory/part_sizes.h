// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vram {

/// Where memory goes, in the order in which bars stack them.
enum class MemoryPart : std::uint8_t {
    Weights,
    KvCache,
    RecurrentState,
    Activations,
    Overhead,
    Gradients,
    Optimizer,
    Adapter,
};
constexpr std::size_t kMemoryParts = 8;
/// JSON key of a part: "weights", "kv_cache", ...
[[nodiscard]] std::string_view memoryPartId(MemoryPart part);

/// Bytes by part; a part that is not known (or has no meaning for the task) is absent, never 0.
class PartSizes {
public:
    [[nodiscard]] std::optional<ByteRange> get(MemoryPart part) const { return m_parts[index(part)]; }
    /// Typical bytes, 0 where absent.
    [[nodiscard]] Bytes typical(MemoryPart part) const {
        const auto& value = m_parts[index(part)];
        return value ? value->typical : Bytes{};
    }
    void set(MemoryPart part, const ByteRange& bytes) { m_parts[index(part)] = bytes; }
    void add(MemoryPart part, const ByteRange& bytes) {
        auto& value = m_parts[index(part)];
        value = value ? *value + bytes : bytes;
    }
    void add(const PartSizes& other) {
        for (std::size_t i = 0; i < kMemoryParts; ++i) {
            if (other.m_parts[i]) {
                add(static_cast<MemoryPart>(i), *other.m_parts[i]);
            }
        }
    }
    [[nodiscard]] ByteRange total() const {
        ByteRange sum;
        for (const auto& part : m_parts) {
            if (part) {
                sum += *part;
            }
        }
        return sum;
    }
    friend bool operator==(const PartSizes&, const PartSizes&) = default;

private:
    static constexpr std::size_t index(MemoryPart part) { return static_cast<std::size_t>(part); }
    std::array<std::optional<ByteRange>, kMemoryParts> m_parts;
};

} // namespace vram
