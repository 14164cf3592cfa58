// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

#include "net/http_exchange.h"
#include "net/net_settings.h"

#include <memory>
#include <string>

namespace vram::net {

/// A question to an endpoint that the user chose.
struct HttpQuery {
    HttpRequest request; ///< to the endpoint itself; its token goes nowhere else
    std::string subject; ///< the repository or file; for messages
};

/// Asks and waits: follows redirects where they may go, repeats what may go better. Belongs to the thread that made it;
/// that thread needs no event loop of its own. The system's proxy is used.
class HttpClient {
public:
    HttpClient(NetSettings settings, NetWatch watch);

    [[nodiscard]] const NetSettings& settings() const { return m_settings; }
    [[nodiscard]] const NetWatch& watch() const { return m_watch; }
    /// Status 200, 206 or 304 (only with a known etag), or the error.
    [[nodiscard]] Result<HttpReply> get(const HttpQuery& query);

private:
    [[nodiscard]] HttpReply follow(const HttpQuery& query);
    /// Whether a redirect of `origin` may lead to `target`; looks its host up.
    [[nodiscard]] std::optional<Error> refusal(const QUrl& origin, const QUrl& from, const QUrl& target);
    [[nodiscard]] bool hasPublicAddress(const QUrl& target, Error& error);
    /// False: cancelled meanwhile.
    bool pause(qint64 milliseconds);

    NetSettings m_settings;
    NetWatch m_watch;
    std::unique_ptr<QNetworkAccessManager> m_manager; ///< made with the first question
};

} // namespace vram::net
