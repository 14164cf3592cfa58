// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/remote_source.h"

#include <algorithm>
#include <utility>

namespace vram::net {

RemoteSource::RemoteSource(std::shared_ptr<HttpClient> client, std::shared_ptr<RepositoryCache> cache, RemoteFile file,
                           quint64 firstBlocks)
    : m_client(std::move(client)),
      m_cache(std::move(cache)),
      m_file(std::move(file)),
      m_firstBlocks(std::max<quint64>(firstBlocks, 1)),
      m_window(m_firstBlocks) {}

quint64 RemoteSource::lengthOf(quint64 index) const { return std::min(kBlock, m_file.size - index * kBlock); }

bool RemoteSource::read(std::uint64_t offset, std::span<char> target) {
    if (offset > m_file.size || target.size() > m_file.size - offset) {
        return false;
    }
    std::size_t done = 0;
    while (done < target.size()) {
        const quint64 at = offset + done;
        const QByteArray* const bytes = block(at / kBlock);
        if (bytes == nullptr) {
            return false;
        }
        const auto from = static_cast<qsizetype>(at % kBlock);
        const auto count = std::min(static_cast<std::size_t>(bytes->size() - from), target.size() - done);
        std::copy_n(bytes->constData() + from, count, target.data() + done);
        done += count;
    }
    return true;
}

void RemoteSource::hold(quint64 index, QByteArray bytes) { m_blocks.insert_or_assign(index, std::move(bytes)); }

void RemoteSource::letGo(quint64 index) {
    while (m_blocks.size() > kMostHeld) {
        const auto first = m_blocks.begin();
        const auto last = std::prev(m_blocks.end());
        const bool behind = first->first <= index && index - first->first >= last->first - std::min(index, last->first);
        m_blocks.erase(behind && first->first != index ? first : last);
    }
}

const QByteArray* RemoteSource::block(quint64 index) {
    if (const auto found = m_blocks.find(index); found != m_blocks.end()) {
        return &found->second;
    }
    if (!m_file.cacheKey.isEmpty()) {
        auto kept = m_cache->read(m_file.cacheKey, QString::number(index));
        if (kept && static_cast<quint64>(kept->size()) == lengthOf(index)) {
            hold(index, std::move(*kept));
            letGo(index);
            return &m_blocks.at(index);
        }
    }
    if (!fetch(index)) {
        return nullptr;
    }
    return &m_blocks.at(index);
}

bool RemoteSource::fetch(quint64 index) {
    if (m_client->settings().access == NetAccess::CacheOnly) {
        m_error = Error{ErrorCode::NotReadYet, {}, {m_file.path}};
        return false;
    }
    m_window = index == m_expected && index != 0 ? std::min(m_window * 2, kMostBlocksAtOnce) : m_firstBlocks;
    const quint64 offset = index * kBlock;
    const quint64 count = std::min(m_window * kBlock, m_file.size - offset);
    HttpQuery query{{m_file.url, m_file.token, {}, HttpRange{offset, count}, 0}, m_file.path};
    const Result<HttpReply> reply = m_client->get(query);
    const auto malformed = [this](const char* what) {
        m_error = Error{ErrorCode::MalformedAnswer, m_file.path, {what}};
        return false;
    };
    if (!reply) {
        m_error = reply.error();
        return false;
    }
    if (reply->totalSize >= 0 && static_cast<quint64>(reply->totalSize) != m_file.size) {
        return malformed("another size than listed");
    }
    // The hash of a large file; what serves the bytes has tags of its own.
    if (!m_file.etag.isEmpty() && !reply->linkedEtag.isEmpty() && reply->linkedEtag != m_file.etag) {
        return malformed("the file changed while it was read");
    }
    m_expected = (offset + count + kBlock - 1) / kBlock;
    for (quint64 each = index; each < m_expected; ++each) {
        QByteArray bytes =
            reply->body.mid(static_cast<qsizetype>((each - index) * kBlock), static_cast<qsizetype>(lengthOf(each)));
        if (!m_file.cacheKey.isEmpty()) {
            m_cache->write(m_file.cacheKey, QString::number(each), bytes);
        }
        hold(each, std::move(bytes));
    }
    letGo(index);
    return true;
}

void RemoteSource::adopt(QByteArray firstBlock) {
    if (static_cast<quint64>(firstBlock.size()) == lengthOf(0)) {
        hold(0, std::move(firstBlock));
        m_expected = 1;
    }
}

std::optional<QByteArray> RemoteSource::firstBlock() {
    const QByteArray* const bytes = m_file.size == 0 ? nullptr : block(0);
    return bytes == nullptr ? std::nullopt : std::optional(*bytes);
}

} // namespace vram::net
