// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkReply>
#include <QUrl>

#include "core/units/result.h"
#include "net/net_settings.h"

#include <cstdint>
#include <optional>

class QNetworkAccessManager;

namespace vram::net {

/// Bytes [offset, offset + count) of a file.
struct HttpRange {
    quint64 offset = 0;
    quint64 count = 0;
};

/// One request without redirects and repetitions.
struct HttpRequest {
    QUrl url;
    QByteArray token; ///< empty: none is sent
    QByteArray knownEtag;
    std::optional<HttpRange> range;
    qint64 mostBytes = 0; ///< of an answer to a request without a range
};

/// What came of it. `error` with `transient`: another attempt may go better.
struct HttpReply {
    int status = 0;
    QByteArray body;
    QByteArray etag;
    QByteArray linkedEtag; ///< Hugging Face's: of the file that a redirect leads to
    QByteArray link;
    QByteArray errorCode;  ///< Hugging Face's: "GatedRepo" and others
    QUrl location;         ///< of a redirect
    qint64 totalSize = -1; ///< of the file, where the answer says it
    qint64 retryAfterSeconds = 0;
    bool ranged = false; ///< the server sent the range alone
    bool transient = false;
    std::optional<Error> error;

    [[nodiscard]] bool isRedirect() const {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
};

/// Sends `request` and waits, in the calling thread's own event loop. Never takes more than was asked for: a server
/// that sends on is cut off.
[[nodiscard]] HttpReply exchange(QNetworkAccessManager& manager, const HttpRequest& request, const NetLimits& limits,
                                 const NetWatch& watch);

} // namespace vram::net
