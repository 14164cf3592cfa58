// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/units/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// Which file holds which tensor: `model.safetensors.index.json` or `pytorch_model.bin.index.json`.
struct CheckpointIndex {
    struct Entry {
        std::string tensor;
        std::uint32_t shard = 0;
    };
    std::vector<std::string> shards; ///< plain file names, each once, in the order of their names
    std::vector<Entry> tensors;      ///< in file order
    std::optional<double> totalSize; ///< bytes of all tensors as the index states them; nothing but a claim
};

constexpr std::size_t kMostShards = 16'384;

/// Whether `name` can only mean a file of the folder itself: no separators, drives, hidden names or "..".
[[nodiscard]] bool isPlainFileName(std::string_view name);

/// Reads an index as it streams by. Errors say the byte and the tensor.
[[nodiscard]] Result<CheckpointIndex> readCheckpointIndex(ByteSource& source);

} // namespace vram
