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

void GgufCursor::take(std::span<char> target) {
    if (!has(target.size())) {
        return;
    }
    std::size_t done = 0;
    while (done < target.size()) {
        if (m_position < m_windowAt || m_position - m_windowAt >= m_window.size()) {
            m_windowAt = m_position;
            m_window.resize(static_cast<std::size_t>(std::min(kWindow, remaining())));
            if (!m_source.read(m_windowAt, m_window)) {
                m_window.clear();
                fail(ErrorCode::FileUnreadable, {m_what, "cannot be read"});
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
