// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/json_reader.h"
#include "core/source/repository_files.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

namespace vram {

namespace {

/// Names of the same things in the answers of both hosts.
struct ListingKeys {
    const char* path;
    const char* type;
    const char* size;
    const char* file; ///< the type of a file
    const char* hash; ///< of the content
};
constexpr ListingKeys kHuggingFace{"path", "type", "size", "file", "oid"};
constexpr ListingKeys kModelScope{"Path", "Type", "Size", "blob", "Sha256"};

constexpr std::size_t kMostHash = 128;

Error malformed(std::string where, const char* what) {
    return Error{ErrorCode::MalformedAnswer, std::move(where), {what}};
}

Error malformed(std::size_t entry, const char* what) { return malformed("entry " + std::to_string(entry), what); }

/// nullptr: there is no such key, or something of another type.
const std::string* stringAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get_ptr<const std::string*>() : nullptr;
}

/// Not negative; nullopt: absent, or no whole number.
std::optional<std::int64_t> sizeAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer() ||
        (found->is_number_unsigned() &&
         found->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))) {
        return std::nullopt;
    }
    const auto size = found->get<std::int64_t>();
    return size >= 0 ? std::optional(size) : std::nullopt;
}

/// The list itself: Hugging Face answers with it, ModelScope wraps it.
Result<const Json*> listOf(RepositoryHost host, const Json& answer) {
    if (host == RepositoryHost::HuggingFace) {
        return answer.is_array() ? Result<const Json*>(&answer) : malformed(std::string(), "a list of files expected");
    }
    const auto data = answer.is_object() ? answer.find("Data") : answer.end();
    if (data == answer.end() || !data->is_object()) {
        return malformed(std::string("Data"), "a list of files expected");
    }
    const auto files = data->find("Files");
    if (files == data->end() || !files->is_array()) {
        return malformed(std::string("Data.Files"), "a list of files expected");
    }
    return &*files;
}

} // namespace

Result<std::vector<RepositoryFile>> readRepositoryListing(RepositoryHost host, std::string_view json) {
    const auto answer = parseJson(json, "answer");
    if (!answer) {
        return malformed(answer.error().where, "no JSON");
    }
    const auto list = listOf(host, *answer);
    if (!list) {
        return list.error();
    }
    const ListingKeys& keys = host == RepositoryHost::HuggingFace ? kHuggingFace : kModelScope;
    std::vector<RepositoryFile> files;
    std::size_t index = 0;
    for (const Json& entry : **list) {
        ++index;
        if (!entry.is_object()) {
            return malformed(index, "a file expected");
        }
        const std::string* const type = stringAt(entry, keys.type);
        if (type == nullptr || *type != keys.file) {
            continue;
        }
        const std::string* const path = stringAt(entry, keys.path);
        if (path == nullptr) {
            return malformed(index, "a file without a path");
        }
        if (!isRepositoryPath(*path)) {
            continue;
        }
        // Large files lie elsewhere; their own size and hash stand in "lfs", and the entry's hash is the pointer's.
        const auto large = entry.find("lfs");
        const bool pointed = large != entry.end() && large->is_object();
        const auto size = pointed && sizeAt(*large, "size") ? sizeAt(*large, "size") : sizeAt(entry, keys.size);
        if (!size) {
            return malformed(index, "a file without a size");
        }
        const std::string* const hash = pointed ? stringAt(*large, "oid") : stringAt(entry, keys.hash);
        files.push_back({*path, Bytes{*size}, hash != nullptr && hash->size() <= kMostHash ? *hash : std::string()});
    }
    return files;
}

} // namespace vram
