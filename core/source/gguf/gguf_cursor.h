// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// Reads little-endian values one after the other and remembers the first error; after it everything reads as 0. No
/// length that it is given makes it allocate: strings have a limit of their own.
class GgufCursor {
public:
    explicit GgufCursor(ByteSource& source) : m_source(source), m_size(source.size()) {}

    [[nodiscard]] bool ok() const { return !m_error; }
    /// Only when !ok().
    [[nodiscard]] const Error& error() const { return *m_error; }
    [[nodiscard]] std::uint64_t position() const { return m_position; }
    [[nodiscard]] std::uint64_t remaining() const { return m_size - m_position; }

    /// Says what is being read; for messages.
    void reading(std::string_view what) { m_what = what; }
    /// Notes an error at the place where the value in question began.
    void fail(ErrorCode code, std::vector<std::string> arguments);
    /// Says where it begins: at the next byte, or at one that was passed.
    void begin() { m_begin = m_position; }
    void begin(std::uint64_t at) { m_begin = at; }

    /// An unsigned integer of 1, 2, 4 or 8 bytes.
    template <typename T>
    [[nodiscard]] T number() {
        std::array<char, sizeof(T)> bytes{};
        take(bytes);
        std::uint64_t value = 0;
        for (std::size_t i = sizeof(T); i-- > 0;) {
            value = value << 8U | static_cast<unsigned char>(bytes[i]);
        }
        return static_cast<T>(value);
    }
    [[nodiscard]] double float32() { return static_cast<double>(std::bit_cast<float>(number<std::uint32_t>())); }
    [[nodiscard]] double float64() { return std::bit_cast<double>(number<std::uint64_t>()); }
    /// The first `kept` bytes of the next `length`; passes them all.
    [[nodiscard]] std::string text(std::uint64_t length, std::uint64_t kept);
    void skip(std::uint64_t length);
    /// Passes `count` strings, each after its length, without looking into them: a vocabulary is walked over, not
    /// built.
    void skipTexts(std::uint64_t count);

private:
    void take(std::span<char> target);
    /// Reads on from the position. False: the source cannot be read.
    [[nodiscard]] bool refill();
    [[nodiscard]] bool has(std::uint64_t length);

    static constexpr std::uint64_t kWindow = 256 * 1024;
    ByteSource& m_source;
    std::uint64_t m_size;
    std::uint64_t m_position = 0;
    std::uint64_t m_begin = 0;
    std::uint64_t m_windowAt = 0;
    std::vector<char> m_window;
    std::string m_what;
    std::optional<Error> m_error;
};

} // namespace vram
