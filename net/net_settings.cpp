// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/net_settings.h"

#include <QDir>
#include <QFile>

#include <utility>

namespace vram::net {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestToken = 4096;

bool isTrue(const QString& value) {
    const QString word = value.trimmed().toUpper();
    return word == u"1" || word == u"ON" || word == u"YES" || word == u"TRUE";
}

/// A token as a header can carry it; what is none (a line break would add a header) counts as absent.
QByteArray cleanToken(const QByteArray& text) {
    QByteArray token = text.trimmed();
    for (const char c : std::as_const(token)) {
        if (c <= ' ' || c > '~') {
            return {};
        }
    }
    return token;
}

QByteArray tokenOf(const QString& path) {
    QFile file(path);
    // A pipe would block.
    if (path.isEmpty() || !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return cleanToken(file.read(kLongestToken));
}

/// "~/token" as a shell would have it.
QString expanded(const QString& path, const QString& home) {
    return path.startsWith(u"~/"_s) ? home + path.mid(1) : path;
}

} // namespace

std::string NetSettings::mirror() const {
    QString host = huggingFace.host();
    if (huggingFace.port() >= 0) {
        host += u':' + QString::number(huggingFace.port());
    }
    return host.toStdString();
}

NetSettings readNetSettings(const std::function<QString(const char*)>& variable, const QString& home) {
    NetSettings settings;
    if (const QString endpoint = variable("HF_ENDPOINT").trimmed(); !endpoint.isEmpty()) {
        QUrl url(endpoint, QUrl::StrictMode);
        const bool web = url.scheme() == u"https" || url.scheme() == u"http";
        // One that makes no sense must not fall back to another host: the user meant to ask a certain one.
        settings.huggingFace = url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
    }
    const QString cacheHome = variable("XDG_CACHE_HOME");
    const QString cache = cacheHome.isEmpty() ? home + u"/.cache"_s : cacheHome;
    const QString hubHome = variable("HF_HOME");
    const QString hub = hubHome.isEmpty() ? cache + u"/huggingface"_s : expanded(hubHome, home);
    const QString tokenPath = variable("HF_TOKEN_PATH");
    settings.huggingFaceToken = cleanToken(variable("HF_TOKEN").toUtf8());
    if (settings.huggingFaceToken.isEmpty()) {
        settings.huggingFaceToken = cleanToken(variable("HUGGING_FACE_HUB_TOKEN").toUtf8());
    }
    if (settings.huggingFaceToken.isEmpty() && !isTrue(variable("HF_HUB_DISABLE_IMPLICIT_TOKEN"))) {
        settings.huggingFaceToken = tokenOf(tokenPath.isEmpty() ? hub + u"/token"_s : expanded(tokenPath, home));
    }
    settings.modelScopeToken = cleanToken(variable("MODELSCOPE_API_TOKEN").toUtf8());
    if (isTrue(variable("HF_HUB_OFFLINE"))) {
        settings.access = NetAccess::CacheOnly;
    }
    return settings;
}

NetSettings environmentNetSettings() {
    return readNetSettings([](const char* name) { return qEnvironmentVariable(name); }, QDir::homePath());
}

} // namespace vram::net
