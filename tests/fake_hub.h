// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "local_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vram::test {

/// A file of any size: what it begins with, then zeros.
struct HubFile {
    QByteArray start;
    qint64 size = 0;
    QByteArray hash;
    [[nodiscard]] QByteArray bytes(qint64 offset, qint64 count) const {
        QByteArray result = start.mid(offset, count);
        return result.append(count - result.size(), '\0');
    }
};

/// Answers as Hugging Face and ModelScope do: lists, pages, redirects to where the bytes lie, ranges, tags. Knows one
/// repository, "org/model".
class FakeHub {
public:
    QMap<QByteArray, HubFile> files;
    qsizetype filesPerPage = 1000;
    bool ranges = true;
    bool redirectsFiles = true;
    QByteArray wantedToken; ///< empty: everybody may read

    void add(const QByteArray& path, const QByteArray& start, qint64 size = -1) {
        files[path] = {start, size < 0 ? start.size() : size, "hash-of-" + path};
    }

    [[nodiscard]] WebAnswer operator()(const WebRequest& request) const {
        const QByteArray path = request.path();
        if (!wantedToken.isEmpty() && !path.startsWith("/bytes/") &&
            request.headers.value("authorization") != "Bearer " + wantedToken) {
            return {401, {{"X-Error-Code", "RepoNotFound"}}, "{}"};
        }
        if (path == "/api/models/org/model/tree/main") {
            return list(request);
        }
        if (path == "/api/v1/models/org/model/repo/files") {
            return {200, {}, QJsonDocument(QJsonObject{{"Code", 200}, {"Data", scopeFiles()}}).toJson()};
        }
        if (path.startsWith("/org/model/resolve/main/")) {
            return file(request, path.mid(24), redirectsFiles);
        }
        if (path == "/api/v1/models/org/model/repo") {
            const QByteArray wanted = request.target.mid(request.target.indexOf("FilePath=") + 9);
            return file(request, QByteArray::fromPercentEncoding(wanted), false);
        }
        if (path.startsWith("/bytes/")) {
            return file(request, path.mid(7), false);
        }
        return {404, {{"X-Error-Code", "RepoNotFound"}}, "{}"};
    }

    /// One range of a file, as asked for.
    [[nodiscard]] WebAnswer file(const WebRequest& request, const QByteArray& path, bool redirect) const {
        if (!files.contains(path)) {
            return {404, {{"X-Error-Code", "EntryNotFound"}}, {}};
        }
        const HubFile file = files.value(path);
        if (redirect) {
            return {
                302, {{"Location", "/bytes/" + path + "?signed=secret"}, {"X-Linked-Etag", '"' + file.hash + '"'}}, {}};
        }
        const QByteArray range = request.headers.value("range");
        if (!ranges || range.isEmpty()) {
            return {200, {}, file.bytes(0, file.size)};
        }
        const qint64 first = range.mid(6, range.indexOf('-') - 6).toLongLong();
        const qint64 last = qMin(range.mid(range.indexOf('-') + 1).toLongLong(), file.size - 1);
        const QByteArray sent =
            "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/' + QByteArray::number(file.size);
        return {206, {{"Content-Range", sent}, {"ETag", "\"elsewhere\""}}, file.bytes(first, last - first + 1)};
    }

private:
    [[nodiscard]] WebAnswer list(const WebRequest& request) const {
        const auto cursor = request.target.indexOf("cursor=");
        const qsizetype from = cursor < 0 ? 0 : request.target.mid(cursor + 7).toLongLong();
        QJsonArray page;
        if (from == 0) {
            page += QJsonObject{{"type", "directory"}, {"oid", "d"}, {"size", 0}, {"path", "BF16"}};
        }
        const QList<QByteArray> paths = files.keys();
        for (qsizetype i = from; i < qMin(from + filesPerPage, paths.size()); ++i) {
            const HubFile& file = *files.find(paths[i]);
            const QString hash = QString::fromLatin1(file.hash);
            page += QJsonObject{{"type", "file"},
                                {"oid", "pointer"},
                                {"size", file.size},
                                {"lfs", QJsonObject{{"oid", hash}, {"size", file.size}, {"pointerSize", 135}}},
                                {"path", QString::fromUtf8(paths[i])}};
        }
        const QByteArray tag = '"' + QByteArray::number(qHash(QJsonDocument(page).toJson(), 1)) + '"';
        QList<QPair<QByteArray, QByteArray>> headers{{"ETag", "W/" + tag}};
        if (request.headers.value("if-none-match") == tag) {
            return {304, headers, {}};
        }
        if (from + filesPerPage < paths.size()) {
            // A mirror passes the original's link on.
            headers += {"Link", "<https://huggingface.co/api/models/org/model/tree/main?recursive=true&cursor=" +
                                    QByteArray::number(from + filesPerPage) + ">; rel=\"next\""};
        }
        return {200, headers, QJsonDocument(page).toJson()};
    }
    [[nodiscard]] QJsonObject scopeFiles() const {
        QJsonArray list;
        for (auto each = files.begin(); each != files.end(); ++each) {
            list += QJsonObject{{"Type", "blob"},
                                {"Name", QString::fromUtf8(each.key().mid(each.key().lastIndexOf('/') + 1))},
                                {"Path", QString::fromUtf8(each.key())},
                                {"Size", each->size},
                                {"Sha256", QString::fromLatin1(each->hash)}};
        }
        return {{"Files", list}};
    }
};

} // namespace vram::test
