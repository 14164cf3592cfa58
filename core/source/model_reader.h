// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/model_description.h"
#include "core/units/result.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// Reads the model that a scenario names by a path or an address: the only step of an answer that reads files.
class ModelReader {
public:
    ModelReader() = default;
    ModelReader(const ModelReader&) = delete;
    ModelReader& operator=(const ModelReader&) = delete;
    virtual ~ModelReader() = default;
    [[nodiscard]] virtual Result<std::shared_ptr<const ModelDescription>> read(const std::string& path) = 0;
    /// Ends a read that another thread has begun soon, with an error; what is read at once needs no end.
    virtual void cancel() {}
};

/// Files and folders of this machine: a GGUF (any part of a split one opens the whole), a safetensors file, an index of
/// shards, a config.json, or a folder with any of them. Remembers the last ones by path, size and time of change, so
/// that a file that another thread has read is there at once. Thread-safe.
class LocalModelReader : public ModelReader {
public:
    [[nodiscard]] Result<std::shared_ptr<const ModelDescription>> read(const std::string& path) override;

private:
    struct Known {
        std::string path;
        std::string stamp; ///< of the file or folder
        std::shared_ptr<const ModelDescription> description;
    };
    static constexpr std::size_t kKept = 8;
    std::mutex m_mutex;
    std::vector<Known> m_known; ///< the last one read at the end
};

/// The same without memory.
[[nodiscard]] Result<ModelDescription> readModelFiles(const std::filesystem::path& path);

/// Whether something is to be opened as a model rather than as a scenario: a folder, a file that begins as a GGUF, or
/// one that is called as the files of models are. False where it cannot be read.
[[nodiscard]] bool looksLikeModel(const std::filesystem::path& path);

/// The files of a split GGUF in order, by the name of any of them ("name-00002-of-00005.gguf"): that one alone where it
/// has no such name.
[[nodiscard]] std::vector<std::filesystem::path> ggufPartPaths(const std::filesystem::path& path);

/// A path from UTF-8 text and back.
[[nodiscard]] std::filesystem::path pathFromUtf8(std::string_view text);
[[nodiscard]] std::string utf8FromPath(const std::filesystem::path& path);

} // namespace vram
