// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/repository_urls.h"

#include <QUrlQuery>

namespace vram::net {

using namespace Qt::StringLiterals;

namespace {

QString escaped(const std::string& text, const char* kept) {
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(text), kept));
}

QUrl below(const QUrl& endpoint, const QString& encodedPath) {
    QUrl url = endpoint;
    QString base = endpoint.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    url.setPath(base + encodedPath, QUrl::TolerantMode);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

std::string revisionOf(const RepositoryAddress& address) {
    return address.revision.empty() ? std::string(defaultRevision(address.host)) : address.revision;
}

} // namespace

QUrl listingUrl(const QUrl& endpoint, const RepositoryAddress& address) {
    const QString repository = QString::fromStdString(address.repository);
    if (address.host == RepositoryHost::HuggingFace) {
        // A slash within a revision ("refs/pr/1") must not look like one of the path.
        QUrl url = below(endpoint, u"/api/models/"_s + repository + u"/tree/"_s + escaped(revisionOf(address), ""));
        url.setQuery(u"recursive=true"_s);
        return url;
    }
    QUrl url = below(endpoint, u"/api/v1/models/"_s + repository + u"/repo/files"_s);
    url.setQuery(u"Revision="_s + escaped(revisionOf(address), "") + u"&Recursive=true"_s, QUrl::TolerantMode);
    return url;
}

QUrl fileUrl(const QUrl& endpoint, const RepositoryAddress& address, const std::string& path) {
    const QString repository = QString::fromStdString(address.repository);
    if (address.host == RepositoryHost::HuggingFace) {
        return below(endpoint, u"/"_s + repository + u"/resolve/"_s + escaped(revisionOf(address), "") + u"/"_s +
                                   escaped(path, "/"));
    }
    QUrl url = below(endpoint, u"/api/v1/models/"_s + repository + u"/repo"_s);
    url.setQuery(u"Revision="_s + escaped(revisionOf(address), "") + u"&FilePath="_s + escaped(path, ""),
                 QUrl::TolerantMode);
    return url;
}

QUrl nextPage(const QUrl& url, const QByteArray& link) {
    for (const QByteArray& each : link.split(',')) {
        const auto begin = each.indexOf('<');
        const auto end = each.indexOf('>', begin);
        const QByteArray relation = each.mid(end + 1).replace(' ', "");
        if (begin < 0 || end < begin || !(relation.contains("rel=\"next\"") || relation.contains("rel=next"))) {
            continue;
        }
        QUrl next = url;
        next.setQuery(QUrl::fromEncoded(each.mid(begin + 1, end - begin - 1)).query(QUrl::FullyEncoded));
        return next;
    }
    return {};
}

} // namespace vram::net
