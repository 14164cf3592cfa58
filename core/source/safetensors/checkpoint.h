// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/model_description.h"
#include "core/source/safetensors/lora_adapter.h"
#include "core/source/safetensors/safetensors_file.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vram {

/// The files of one folder or repository by plain name.
class CheckpointFiles {
public:
    CheckpointFiles() = default;
    virtual ~CheckpointFiles() = default;
    /// Sorted.
    [[nodiscard]] virtual std::vector<std::string> names() const = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<ByteSource>> open(const std::string& name) const = 0;

protected:
    CheckpointFiles(const CheckpointFiles&) = default;
    CheckpointFiles(CheckpointFiles&&) = default;
    CheckpointFiles& operator=(const CheckpointFiles&) = default;
    CheckpointFiles& operator=(CheckpointFiles&&) = default;
};

/// A folder on the disk. Links are followed: a cache of Hugging Face is a folder of links into another one. What is no
/// regular file is never opened.
class FolderFiles : public CheckpointFiles {
public:
    explicit FolderFiles(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] std::vector<std::string> names() const override;
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& name) const override;

private:
    std::filesystem::path m_folder;
};

struct CheckpointShard {
    std::string name;
    Bytes fileBytes;
    Bytes headerBytes; ///< of a safetensors file
    Bytes tensorBytes;
    std::int64_t tensors = 0; ///< of a PyTorch file as the index lists them
};

/// All that the files of a model say but for the weights themselves.
struct Checkpoint {
    std::string container; ///< "safetensors", "PyTorch"; empty: a configuration without weights
    std::vector<CheckpointShard> shards;
    std::vector<SafetensorsTensor> tensors;    ///< of all shards; none of PyTorch files, which are never unpickled
    std::vector<SafetensorsMetadata> metadata; ///< of the first shard
    Bytes tensorBytes;                         ///< of PyTorch: as the index or the files' sizes have it
    std::string configuration;                 ///< text of config.json; empty: none
    std::optional<LoraAdapter> adapter;        ///< the files are an adapter for a model, not a model
    std::vector<ModelWarning> warnings;
};

/// Reads a model's headers. `opened` names the file that the user chose: a part of several files or an index stands
/// for the whole, any other file for itself. Empty: whatever the folder holds. In this order: model.safetensors or its
/// index, other safetensors files (an adapter or Mistral's consolidated file only where nothing else is there),
/// PyTorch's index or files.
[[nodiscard]] Result<Checkpoint> readCheckpoint(const CheckpointFiles& files, std::string_view opened = {});

/// The same for a folder or file on the disk.
[[nodiscard]] Result<Checkpoint> readCheckpoint(const std::filesystem::path& path);

} // namespace vram
