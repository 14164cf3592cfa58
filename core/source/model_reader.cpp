// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/model_reader.h"

#include "core/source/config/config_reader.h"
#include "core/source/gguf/gguf_model.h"
#include "core/source/safetensors/checkpoint.h"
#include "core/source/safetensors/checkpoint_description.h"
#include "core/source/split_name.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace vram {

namespace {

namespace fs = std::filesystem;

std::string fileStamp(const fs::path& path) {
    std::error_code failure;
    const auto time = fs::last_write_time(path, failure).time_since_epoch().count();
    const std::uintmax_t size = fs::is_regular_file(path, failure) ? fs::file_size(path, failure) : 0;
    return utf8FromPath(path.filename()) + ' ' + std::to_string(time) + ' ' + std::to_string(size) + '\n';
}

/// Tells changed files from those that were read: all parts of a split GGUF, all that lies in a folder or beside a
/// configuration or checkpoint. A folder's own time does not move when a file in it is written to.
std::string stampOf(const fs::path& path) {
    std::error_code failure;
    std::vector<fs::path> files{path};
    const bool folder = fs::is_directory(path, failure);
    if (!folder && utf8FromPath(path.extension()) == ".gguf") {
        files = ggufPartPaths(path);
    } else {
        const fs::path around = folder ? path : fs::absolute(path, failure).parent_path();
        // Far more files than any model has.
        constexpr std::size_t kMostFiles = 4096;
        for (fs::directory_iterator entry(around, failure), end; !failure && entry != end && files.size() < kMostFiles;
             entry.increment(failure)) {
            files.push_back(entry->path());
        }
        std::ranges::sort(files);
    }
    std::string stamp;
    for (const fs::path& file : files) {
        stamp += fileStamp(file);
    }
    return stamp;
}

Error inFile(Error error, const fs::path& path) {
    const std::string name = utf8FromPath(path.filename());
    error.where = error.where.empty() ? name : name + ": " + error.where;
    return error;
}

Result<ModelDescription> readGgufModel(const fs::path& path) {
    std::vector<GgufFile> files;
    for (const fs::path& part : ggufPartPaths(path)) {
        FileSource source(part);
        if (source.error()) {
            return *source.error();
        }
        Result<GgufFile> file = readGguf(source);
        if (!file) {
            return inFile(file.error(), part);
        }
        files.push_back(std::move(file).value());
    }
    Result<ModelDescription> described = describeGguf(files);
    if (!described) {
        return inFile(described.error(), path);
    }
    ModelDescription description = std::move(described).value();
    if (description.name.empty()) {
        description.name = utf8FromPath(path.stem());
    }
    return description;
}

constexpr std::string_view kConfig = "config.json";
// Far above any configuration; what is larger is no configuration.
constexpr std::uint64_t kMostConfig = 16U << 20U;

bool beginsAsGguf(const fs::path& path) {
    FileSource file(path);
    std::array<char, 4> start{};
    return !file.error() && file.size() >= start.size() && file.read(0, start) &&
           std::string_view(start.data(), start.size()) == "GGUF";
}

bool isCheckpointFile(std::string_view name) {
    constexpr std::array<std::string_view, 5> kEnds{".safetensors", ".index.json", ".bin", ".pt", ".pth"};
    return std::ranges::any_of(kEnds, [name](std::string_view end) { return name.ends_with(end); });
}

Result<ModelDescription> describeFolder(const Checkpoint& checkpoint, const std::string& where) {
    std::optional<ModelDescription> configured;
    if (!checkpoint.configuration.empty()) {
        Result<ModelDescription> described = describeConfig(checkpoint.configuration, where);
        if (!described) {
            return described.error();
        }
        configured = std::move(described).value();
    }
    if (checkpoint.container.empty() && configured && !checkpoint.adapter) {
        return *std::move(configured);
    }
    return describeCheckpoint(checkpoint, std::move(configured));
}

Result<ModelDescription> readCheckpointModel(const fs::path& path) {
    const Result<Checkpoint> checkpoint = readCheckpoint(path);
    if (!checkpoint) {
        return checkpoint.error();
    }
    Result<ModelDescription> described = describeFolder(*checkpoint, std::string(kConfig));
    if (!described) {
        return described.error();
    }
    ModelDescription description = std::move(described).value();
    if (description.name.empty()) {
        std::error_code failure;
        // An empty path is the folder of a file that was named without one.
        const fs::path absolute = fs::absolute(path.empty() ? fs::path(".") : path, failure);
        const bool folder = fs::is_directory(absolute, failure);
        const fs::path named = (folder ? absolute / "" : absolute).lexically_normal();
        description.name = utf8FromPath(named.parent_path().filename());
    }
    return description;
}

Result<ModelDescription> readConfiguration(const fs::path& path) {
    FileSource file(path);
    if (file.error()) {
        return *file.error();
    }
    if (file.size() > kMostConfig) {
        return inFile(Error{ErrorCode::TooLarge, {}, {std::to_string(file.size()), std::to_string(kMostConfig)}}, path);
    }
    std::string text(static_cast<std::size_t>(file.size()), '\0');
    if (!file.read(0, text)) {
        return Error{ErrorCode::FileUnreadable, {}, {utf8FromPath(path), "cannot be read"}};
    }
    return describeConfig(text, utf8FromPath(path.filename()));
}

/// A folder of GGUFs with one model in it, or whatever else a model's folder holds.
Result<ModelDescription> readFolder(const fs::path& folder) {
    std::vector<fs::path> ggufs;
    bool checkpoint = false;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
        const std::string name = utf8FromPath(entry->path().filename());
        // Repositories of GGUFs often have the original's configuration, and an importance matrix (imatrix.bin).
        checkpoint = checkpoint || name.ends_with(".safetensors") || name.starts_with("pytorch_model");
        // Projectors lie beside the model that they belong to.
        if (name.ends_with(".gguf") && name.find("mmproj") == std::string::npos) {
            ggufs.push_back(entry->path());
        }
    }
    if (checkpoint || ggufs.empty()) {
        return readCheckpointModel(folder);
    }
    std::ranges::sort(ggufs);
    if (ggufs != ggufPartPaths(ggufs.front())) {
        return Error{ErrorCode::Inconsistent,
                     utf8FromPath(folder.filename()),
                     {"several models lie in the folder: open one of its files", utf8FromPath(ggufs.front().filename()),
                      utf8FromPath(ggufs.back().filename())}};
    }
    return readGgufModel(ggufs.front());
}

} // namespace

fs::path pathFromUtf8(std::string_view text) { return {std::u8string(text.begin(), text.end())}; }

std::string utf8FromPath(const fs::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

bool looksLikeModel(const fs::path& path) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) {
        return true;
    }
    const std::string name = utf8FromPath(path.filename());
    constexpr std::array<std::string_view, 3> kEnds{".gguf", ".safetensors", ".index.json"};
    if (std::ranges::any_of(kEnds, [&name](std::string_view end) { return name.ends_with(end); })) {
        return true;
    }
    if (name == kConfig || name == "adapter_config.json") {
        return true;
    }
    return beginsAsGguf(path);
}

std::vector<fs::path> ggufPartPaths(const fs::path& path) {
    constexpr std::string_view kEnd = ".gguf";
    const std::string name = utf8FromPath(path.filename());
    const bool ends = name.ends_with(kEnd);
    const SplitName split = splitNameOf(std::string_view(name).substr(0, name.size() - (ends ? kEnd.size() : 0)));
    if (!ends || !split.isPart) {
        return {path};
    }
    std::vector<fs::path> paths;
    for (std::int64_t i = 1; i <= split.count; ++i) {
        const fs::path next = path.parent_path() / pathFromUtf8(partName(split, i) + std::string(kEnd));
        std::error_code failure;
        if (!fs::exists(next, failure)) {
            break; // the reader says how many are missing
        }
        paths.push_back(next);
    }
    // A later part without the first one still tells what it is a part of.
    return std::ranges::find(paths, path) == paths.end() ? std::vector<fs::path>{path} : paths;
}

Result<ModelDescription> readModelFiles(const fs::path& path) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) {
        return readFolder(path);
    }
    const std::string name = utf8FromPath(path.filename());
    if (beginsAsGguf(path)) {
        return readGgufModel(path);
    }
    if (name == kConfig) {
        return readCheckpointModel(path.parent_path());
    }
    if (name.ends_with(".json") && !name.ends_with(".index.json")) {
        return readConfiguration(path);
    }
    return isCheckpointFile(name) ? readCheckpointModel(path) : readGgufModel(path);
}

Result<std::shared_ptr<const ModelDescription>> LocalModelReader::read(const std::string& path) {
    const fs::path file = pathFromUtf8(path);
    const std::string stamp = stampOf(file);
    {
        const std::lock_guard lock(m_mutex);
        const auto known = std::ranges::find(m_known, path, &Known::path);
        if (known != m_known.end() && known->stamp == stamp) {
            return known->description;
        }
    }
    Result<ModelDescription> read = readModelFiles(file);
    if (!read) {
        return read.error();
    }
    auto description = std::make_shared<const ModelDescription>(std::move(read).value());
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_known, [&](const Known& known) { return known.path == path; });
    if (m_known.size() == kKept) {
        m_known.erase(m_known.begin());
    }
    m_known.push_back({path, stamp, description});
    return description;
}

} // namespace vram
