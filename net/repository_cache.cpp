// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/repository_cache.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>
#include <vector>

namespace vram::net {

using namespace Qt::StringLiterals;

namespace {

// Entries are folders named by 40 hexadecimal digits, so that nothing else can be taken for one.
constexpr int kNameLength = 40;
constexpr qint64 kLargestPiece = 64 << 20;

QByteArray hashOf(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1); }

bool isEntry(const QString& name) {
    return name.size() == kNameLength &&
           std::ranges::all_of(name, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

struct Entry {
    QString path;
    QDateTime written;
    qint64 size = 0;
};

std::vector<Entry> entriesIn(const QString& folder) {
    std::vector<Entry> entries;
    if (folder.isEmpty()) {
        return entries;
    }
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        if (!isEntry(info.fileName())) {
            continue;
        }
        Entry entry{info.absoluteFilePath(), info.lastModified(), 0};
        for (const QFileInfo& piece : QDir(entry.path).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
            entry.size += piece.size();
            entry.written = std::max(entry.written, piece.lastModified());
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

RepositoryCache::RepositoryCache(QString folder, qint64 most) : m_folder(std::move(folder)), m_most(most) {}

QString RepositoryCache::pathOf(const QString& entry, const QString& piece) const {
    return m_folder + u'/' + QString::fromLatin1(hashOf(entry.toUtf8()).toHex()) + u'/' + piece;
}

std::optional<QByteArray> RepositoryCache::read(const QString& entry, const QString& piece) const {
    QFile file(pathOf(entry, piece));
    if (m_folder.isEmpty() || !file.exists() || file.size() > kLargestPiece || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray all = file.readAll();
    const auto sum = QCryptographicHash::hashLength(QCryptographicHash::Sha1);
    QByteArray bytes = all.mid(sum);
    return all.size() >= sum && all.left(sum) == hashOf(bytes) ? std::optional(std::move(bytes)) : std::nullopt;
}

void RepositoryCache::write(const QString& entry, const QString& piece, const QByteArray& bytes) {
    if (m_folder.isEmpty() || bytes.size() > std::min(m_most, kLargestPiece)) {
        return;
    }
    const QString path = pathOf(entry, piece);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    file.write(hashOf(bytes));
    file.write(bytes);
    if (!file.commit()) {
        return;
    }
    m_size = m_size < 0 ? size() : m_size + bytes.size() + QCryptographicHash::hashLength(QCryptographicHash::Sha1);
    if (m_size > m_most) {
        makeRoom();
    }
}

void RepositoryCache::makeRoom() {
    std::vector<Entry> entries = entriesIn(m_folder);
    std::ranges::sort(entries, {}, &Entry::written);
    m_size = 0;
    for (const Entry& entry : entries) {
        m_size += entry.size;
    }
    // A little more than needed, so that not every piece starts the search again.
    const qint64 target = m_most - m_most / 8;
    for (const Entry& entry : entries) {
        if (m_size <= target) {
            break;
        }
        QDir(entry.path).removeRecursively();
        m_size -= entry.size;
    }
}

qint64 RepositoryCache::size() const {
    qint64 total = 0;
    for (const Entry& entry : entriesIn(m_folder)) {
        total += entry.size;
    }
    return total;
}

void RepositoryCache::clear() {
    for (const Entry& entry : entriesIn(m_folder)) {
        QDir(entry.path).removeRecursively();
    }
    m_size = 0;
}

} // namespace vram::net
