// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog_builder.h"

#include "embedded_files.h"

#include <fstream>
#include <system_error>

namespace vram {

namespace {

constexpr std::uintmax_t kMostBytes = 16U << 20U;

std::string shown(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

/// The file's text; nullopt after noting why not. A file that is not there is no problem.
std::optional<std::string> readText(const std::filesystem::path& path, CatalogBuilder& builder) {
    std::error_code failure;
    const std::filesystem::file_status status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found) {
        return std::nullopt;
    }
    if (!std::filesystem::is_regular_file(status)) { // a pipe would block
        builder.addProblem({ErrorCode::FileUnreadable,
                            shown(path),
                            {shown(path), failure ? failure.message() : "not a regular file"}});
        return std::nullopt;
    }
    const std::uintmax_t size = std::filesystem::file_size(path, failure);
    if (!failure && size > kMostBytes) {
        builder.addProblem({ErrorCode::TooLarge, shown(path), {std::to_string(size), std::to_string(kMostBytes)}});
        return std::nullopt;
    }
    std::string text(failure ? 0 : static_cast<std::size_t>(size), '\0');
    std::ifstream file(path, std::ios::binary);
    if (failure || !file || (!text.empty() && !file.read(text.data(), static_cast<std::streamsize>(text.size())))) {
        builder.addProblem(
            {ErrorCode::FileUnreadable, shown(path), {shown(path), failure ? failure.message() : "cannot be read"}});
        return std::nullopt;
    }
    return text;
}

} // namespace

CatalogLoad loadCatalog(const std::filesystem::path& userFolder) {
    CatalogBuilder builder;
    for (const EmbeddedFile& file : embeddedCatalogFiles()) {
        builder.addFile(file.name, file.name, file.content);
    }
    if (!userFolder.empty()) {
        for (const std::string_view name : CatalogBuilder::kFileNames) {
            const std::filesystem::path path = userFolder / name;
            if (const std::optional<std::string> text = readText(path, builder)) {
                builder.addFile(name, shown(path), *text);
            }
        }
    }
    return builder.build();
}

} // namespace vram
