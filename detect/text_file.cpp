// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/text_file.h"

#include <fstream>
#include <system_error>

namespace vram::detect {

namespace {

FileText without(std::string_view trouble) { return {std::nullopt, trouble}; }

std::string_view phraseOf(const std::error_code& error) {
    if (error == std::errc::too_many_symbolic_link_levels) {
        return kLinkLoop;
    }
    return error == std::errc::permission_denied ? kNoPermission : kReadFailed;
}

} // namespace

FileText readTextFile(const std::filesystem::path& path, std::size_t most) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found || error == std::errc::not_a_directory) {
        return {};
    }
    if (error) {
        return without(phraseOf(error));
    }
    if (status.type() != std::filesystem::file_type::regular) {
        return without(kNotRegular);
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return without(kNoPermission);
    }
    std::string text(most + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad()) {
        return without(kReadFailed);
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > most) {
        return without(kTooLong);
    }
    return {std::move(text), {}};
}

} // namespace vram::detect
