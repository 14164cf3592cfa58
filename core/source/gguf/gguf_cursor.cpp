// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/gguf/gguf_cursor.h"

#include "core/source/gguf/gguf_file.h"

#include <utility>

namespace vram {

std::string ggufPlace(std::uint64_t byte, std::string_view what) {
    std::string where = "byte ";
    where += std::to_string(byte);
    if (!what.empty()) {
        where += ": ";
        where += what;
    }
    return where;
}

void GgufCursor::fail(ErrorCode code, std::vector<std::string> arguments) {
    if (m_error) {
        return;
    }
    m_error = Error{code, ggufPlace(m_begin, m_what), std::move(arguments)};
}

bool GgufCursor::has(std::uint64_t length) {
    if (!ok()) {
        return false;
    }
    if (length > remaining()) {
        fail(ErrorCode::EndsEarly, {std::to_string(length), std::to_string(remaining())});
        return false;
    }
    return true;
}

bool GgufCursor::refill() {
    m_windowAt = m_position;
    m_window.resize(static_cast<std::size_t>(std::min(kWindow, remaining())));
    if (m_source.read(m_windowAt, m_window)) {
        return true;
    }
    m_window.clear();
    fail(ErrorCode::FileUnreadable, {m_what, "cannot be read"});
    return false;
}

void GgufCursor::skipTexts(std::uint64_t count) {
    constexpr std::uint64_t kLength = sizeof(std::uint64_t);
    for (std::uint64_t i = 0; i < count && ok(); ++i) {
        // Most lengths lie whole in what is there already: the usual case costs a load and an addition.
        const std::uint64_t from = m_position - m_windowAt;
        if (m_position < m_windowAt || m_window.size() < kLength || from > m_window.size() - kLength) {
            skip(number<std::uint64_t>());
            continue;
        }
        std::uint64_t length = 0;
        const char* const bytes = m_window.data() + from;
        for (std::uint64_t byte = kLength; byte-- > 0;) {
            length = length << 8U | static_cast<unsigned char>(bytes[byte]);
        }
        m_position += kLength;
        skip(length);
    }
}

void GgufCursor::take(std::span<char> target) {
    if (!has(target.size())) {
        return;
    }
    std::size_t done = 0;
    while (done < target.size()) {
        if (m_position < m_windowAt || m_position - m_windowAt >= m_window.size()) {
            if (!refill()) {
                std::fill(target.begin(), target.end(), '\0');
                return;
            }
        }
        const auto from = static_cast<std::size_t>(m_position - m_windowAt);
        const std::size_t count = std::min(m_window.size() - from, target.size() - done);
        std::copy_n(m_window.data() + from, count, target.data() + done);
        done += count;
        m_position += count;
    }
}

std::string GgufCursor::text(std::uint64_t length, std::uint64_t kept) {
    if (!has(length)) {
        return {};
    }
    std::string bytes(static_cast<std::size_t>(std::min(length, kept)), '\0');
    take(bytes);
    skip(length - bytes.size());
    return bytes;
}

void GgufCursor::skip(std::uint64_t length) {
    if (has(length)) {
        m_position += length;
    }
}

} // namespace vram
