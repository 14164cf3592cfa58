// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/gguf/gguf_file.h"
#include "core/source/repository_files.h"
#include "net/http_client.h"
#include "net/remote_source.h"
#include "net/repository_cache.h"

#include <memory>
#include <string>
#include <vector>

namespace vram::net {

/// A model of a repository, ready for the readers of the core: nothing of its weights has been read.
struct RemoteModel {
    RepositoryAddress address; ///< with the file that was meant
    RepositoryChoice choice;
    std::vector<std::unique_ptr<RemoteSource>> parts; ///< in the order of `choice.parts`
    std::string config;                               ///< text of config.json; empty: there is none
    std::string index;                                ///< text of the shards' index; empty: there is none
    bool offline = false;                             ///< the host could not be asked
    /// Why a part could not be read, where that is why a reader failed.
    [[nodiscard]] std::optional<Error> error() const;
};

/// The headers of all parts of a GGUF.
[[nodiscard]] Result<std::vector<GgufFile>> readGgufParts(const RemoteModel& model);

/// Asks repositories, and waits for the answers; belongs to the thread that made it.
class RepositoryClient {
public:
    explicit RepositoryClient(NetSettings settings, NetWatch watch = {});

    [[nodiscard]] Result<RepositoryListing> list(const RepositoryAddress& address);
    /// The model that `address` names: its one model, or the file or quantization in the address. ChoiceNeeded where
    /// there are several and none is named.
    [[nodiscard]] Result<RemoteModel> open(const RepositoryAddress& address);
    /// Reads the headers of `model`, so that they are kept; answers what is wrong with them.
    [[nodiscard]] std::optional<Error> readHeaders(RemoteModel& model);

private:
    [[nodiscard]] Result<RepositoryListing> listOnline(const RepositoryAddress& address);
    [[nodiscard]] std::optional<RepositoryListing> listKept(const RepositoryAddress& address) const;
    [[nodiscard]] RemoteFile remoteFile(const RepositoryAddress& address, const RepositoryFile& file) const;
    [[nodiscard]] Result<std::string> readSmall(const RepositoryAddress& address, const RepositoryFile& file);
    void fetchFirstBlocks(const RemoteModel& model);

    std::shared_ptr<HttpClient> m_client;
    std::shared_ptr<RepositoryCache> m_cache;
};

} // namespace vram::net
