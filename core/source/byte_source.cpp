// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/byte_source.h"

#include <algorithm>
#include <system_error>

namespace vram {

bool MemorySource::read(std::uint64_t offset, std::span<char> target) {
    if (offset > m_bytes.size() || target.size() > m_bytes.size() - offset) {
        return false;
    }
    std::copy_n(m_bytes.data() + offset, target.size(), target.data());
    return true;
}

FileSource::FileSource(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    const std::string shown(text.begin(), text.end());
    std::error_code failure;
    const std::filesystem::file_status status = std::filesystem::status(path, failure);
    if (!failure && !std::filesystem::is_regular_file(status)) {
        m_error = Error{ErrorCode::FileUnreadable, {}, {shown, "not a regular file"}};
        return;
    }
    m_size = failure ? 0 : std::filesystem::file_size(path, failure);
    if (!failure) {
        m_file.open(path, std::ios::binary);
    }
    if (failure || !m_file) {
        m_error = Error{ErrorCode::FileUnreadable, {}, {shown, failure ? failure.message() : "cannot be read"}};
    }
}

bool FileSource::read(std::uint64_t offset, std::span<char> target) {
    m_file.clear();
    m_file.seekg(static_cast<std::streamoff>(offset));
    return static_cast<bool>(m_file.read(target.data(), static_cast<std::streamsize>(target.size())));
}

} // namespace vram
