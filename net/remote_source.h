// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "net/http_client.h"
#include "net/repository_cache.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace vram::net {

/// What is known of a file before any of its bytes are read.
struct RemoteFile {
    QUrl url;
    QByteArray token;
    std::string path; ///< in the repository; for messages
    quint64 size = 0;
    QByteArray etag;  ///< empty: the host gave none
    QString cacheKey; ///< names the content; empty: it is not kept
};

/// A file on a server, read by ranges as a reader asks for it. What is read in a row is asked for in growing pieces, so
/// that a header costs few requests and little more than its size. Blocks the calling thread, which must be the
/// client's.
class RemoteSource : public ByteSource {
public:
    static constexpr quint64 kBlock = 64 << 10;
    static constexpr quint64 kMostBlocksAtOnce = 64; ///< 4 MiB
    static constexpr std::size_t kMostHeld = 256;    ///< blocks in memory: 16 MiB

    /// `firstBlocks`: how much is asked for at first.
    RemoteSource(std::shared_ptr<HttpClient> client, std::shared_ptr<RepositoryCache> cache, RemoteFile file,
                 quint64 firstBlocks);

    [[nodiscard]] std::uint64_t size() const override { return m_file.size; }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<char> target) override;
    /// Why a read failed.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const RemoteFile& file() const { return m_file; }
    /// Takes the first block from a source of the same file in another thread.
    void adopt(QByteArray firstBlock);
    [[nodiscard]] std::optional<QByteArray> firstBlock();

private:
    [[nodiscard]] const QByteArray* block(quint64 index);
    [[nodiscard]] bool fetch(quint64 index);
    [[nodiscard]] quint64 blockCount() const { return (m_file.size + kBlock - 1) / kBlock; }
    [[nodiscard]] quint64 lengthOf(quint64 index) const;
    void hold(quint64 index, QByteArray bytes);
    /// Keeps to the limit: what lies furthest from `index` is needed least.
    void letGo(quint64 index);

    std::shared_ptr<HttpClient> m_client;
    std::shared_ptr<RepositoryCache> m_cache;
    RemoteFile m_file;
    quint64 m_firstBlocks;
    quint64 m_window;       ///< blocks that the next request asks for
    quint64 m_expected = 0; ///< the block that follows the last request
    std::map<quint64, QByteArray> m_blocks;
    std::optional<Error> m_error;
};

} // namespace vram::net
