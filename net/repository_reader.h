// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/model_reader.h"
#include "net/repository_client.h"

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace vram::net {

/// Describes the model of a repository from its headers.
[[nodiscard]] Result<ModelDescription> describeRemoteModel(const RemoteModel& model);

/// Reads models by their addresses, and everything else as files of this machine. With CacheOnly it answers at once,
/// from what was read before; otherwise it may wait for the network. Thread-safe.
class RepositoryModelReader : public ModelReader {
public:
    explicit RepositoryModelReader(NetSettings settings) : m_settings(std::move(settings)) {}
    [[nodiscard]] Result<std::shared_ptr<const ModelDescription>> read(const std::string& path) override;

private:
    using Known = std::pair<std::string, std::shared_ptr<const ModelDescription>>;
    static constexpr std::size_t kKept = 8;
    NetSettings m_settings;
    LocalModelReader m_files;
    std::mutex m_mutex;
    std::vector<Known> m_known; ///< by address; only where asking anew would mean the network
};

} // namespace vram::net
