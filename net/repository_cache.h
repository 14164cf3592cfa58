// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace vram::net {

/// Pieces of files and lists of files that were read before, in a folder of its own. An entry is named by what it
/// holds, content hash included, so that it never goes stale; it has pieces. Written atomically, checked when read;
/// what cannot be written is simply not kept. May be used by several threads and programs at once.
class RepositoryCache {
public:
    /// `folder`: need not exist; empty: nothing is kept. `most`: bytes.
    RepositoryCache(QString folder, qint64 most);

    [[nodiscard]] std::optional<QByteArray> read(const QString& entry, const QString& piece) const;
    /// Makes room by removing the entries that were written longest ago.
    void write(const QString& entry, const QString& piece, const QByteArray& bytes);
    /// Of everything in it, in bytes.
    [[nodiscard]] qint64 size() const;
    /// Removes every entry, and nothing that is none.
    void clear();

private:
    [[nodiscard]] QString pathOf(const QString& entry, const QString& piece) const;
    void makeRoom();
    QString m_folder;
    qint64 m_most;
    qint64 m_size = -1; ///< -1: not known yet
};

} // namespace vram::net
