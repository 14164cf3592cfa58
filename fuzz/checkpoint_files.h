// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/safetensors/checkpoint_description.h"
#include "fuzz/claimed_source.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vram::fuzz {

/// A folder in memory; every file may claim to be larger than it is.
class MemoryFiles : public CheckpointFiles {
public:
    struct File {
        std::string_view bytes;
        std::uint64_t size = 0;
    };
    explicit MemoryFiles(std::map<std::string, File> files) : m_files(std::move(files)) {}
    [[nodiscard]] std::vector<std::string> names() const override {
        std::vector<std::string> names;
        for (const auto& [name, file] : m_files) {
            names.push_back(name);
        }
        return names;
    }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& name) const override {
        const auto found = m_files.find(name);
        if (found == m_files.end()) {
            return Error{ErrorCode::FileUnreadable, name, {name, "no such file"}};
        }
        return std::unique_ptr<ByteSource>(std::make_unique<ClaimedSource>(found->second.bytes, found->second.size));
    }

private:
    std::map<std::string, File> m_files;
};

/// Reads, describes and answers; whether it could be read.
inline bool describe(const MemoryFiles& files, std::string_view opened) {
    const Result<Checkpoint> checkpoint = readCheckpoint(files, opened);
    if (!checkpoint) {
        return false;
    }
    Result<ModelDescription> model = describeCheckpoint(*checkpoint, std::nullopt);
    if (model) {
        answer(std::move(model).value());
    }
    return true;
}

} // namespace vram::fuzz
