// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace vram::detect {

/// A file of the system as text or bytes; without it, why: empty where there is no such file.
struct FileText {
    std::optional<std::string> text;
    std::string_view trouble; ///< a stable phrase
    [[nodiscard]] bool isThere() const { return text || !trouble.empty(); }
};

constexpr std::string_view kNoPermission = "no permission";
constexpr std::string_view kNotRegular = "not a regular file";
constexpr std::string_view kTooLong = "too long";
constexpr std::string_view kReadFailed = "reading failed";
constexpr std::string_view kLinkLoop = "its links lead in a circle";

constexpr std::string_view kNoAnswer = "no answer in time";

constexpr std::size_t kMostOfFile = std::size_t{1} << 20;
constexpr std::size_t kMostOfAttribute = 4096; ///< sysfs gives a page at most

/// Standard library only: it runs beside the window's thread. Opens regular files alone, so that no pipe holds it up.
[[nodiscard]] FileText readTextFile(const std::filesystem::path& path, std::size_t most = kMostOfFile);

} // namespace vram::detect
