// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/safetensors/checkpoint.h"
#include "net/repository_client.h"

#include <memory>
#include <string>
#include <vector>

namespace vram::net {

/// The files of one model of a repository by plain name, as the readers of checkpoints want a folder. `model` outlives
/// it and what it opens.
class RemoteFiles : public CheckpointFiles {
public:
    explicit RemoteFiles(const RemoteModel& model) : m_model(model) {}
    [[nodiscard]] std::vector<std::string> names() const override;
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& name) const override;

private:
    const RemoteModel& m_model;
};

/// Headers of all shards, and the texts beside them.
[[nodiscard]] Result<Checkpoint> readRemoteCheckpoint(const RemoteModel& model);

} // namespace vram::net
