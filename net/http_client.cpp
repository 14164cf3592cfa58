// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_client.h"

#include <QEventLoop>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace vram::net {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPollMilliseconds = 40;
constexpr qint64 kLongestPause = 10'000;

Error networkError(ErrorCode code, std::vector<std::string> arguments) { return Error{code, {}, std::move(arguments)}; }

/// Without query and fragment: signed addresses are long and secret.
std::string shown(const QUrl& url) {
    return url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo).left(200).toStdString();
}

/// What a status that is no answer means; Hugging Face says more in X-Error-Code.
std::optional<Error> statusError(const HttpReply& reply, const HttpQuery& query) {
    const bool token = !query.request.token.isEmpty();
    switch (reply.status) {
    case 200:
    case 206:
        return std::nullopt;
    case 304:
        return query.request.knownEtag.isEmpty()
                   ? std::optional(networkError(ErrorCode::MalformedAnswer, {"another range than asked for"}))
                   : std::nullopt;
    case 401:
    case 403:
        if (reply.errorCode == "GatedRepo") {
            return networkError(ErrorCode::AccessGated, {query.subject});
        }
        if (reply.errorCode == "RepoNotFound" && token) {
            return networkError(ErrorCode::NotFound, {query.subject});
        }
        if (reply.status == 403) {
            return networkError(ErrorCode::AccessGated, {query.subject});
        }
        return networkError(token ? ErrorCode::TokenRefused : ErrorCode::TokenMissing, {query.subject});
    case 404:
    case 410:
        return networkError(ErrorCode::NotFound, {query.subject});
    case 416:
        return networkError(ErrorCode::MalformedAnswer, {"another range than asked for"});
    default:
        return networkError(ErrorCode::ServerError,
                            {query.request.url.host().toStdString(), std::to_string(reply.status)});
    }
}

bool isTransient(const HttpReply& reply) {
    constexpr int kTooManyRequests = 429;
    return reply.error ? reply.transient : reply.status == kTooManyRequests || reply.status >= 500;
}

/// Names that mean this machine or this network, whatever a name server says.
bool isLocalName(const QString& host) {
    return !host.contains(u'.') || host.endsWith(u".local"_s) || host.endsWith(u".localhost"_s) ||
           host.endsWith(u".internal"_s) || host.endsWith(u".home.arpa"_s);
}

} // namespace

HttpClient::HttpClient(NetSettings settings, NetWatch watch)
    : m_settings(std::move(settings)),
      m_watch(std::move(watch)) {}

bool HttpClient::pause(qint64 milliseconds) {
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [this, &loop] {
        if (m_watch.cancelled->load()) {
            loop.quit();
        }
    });
    poll.start(kPollMilliseconds);
    QTimer::singleShot(static_cast<int>(milliseconds), &loop, &QEventLoop::quit);
    loop.exec();
    return !m_watch.cancelled->load();
}

bool HttpClient::hasPublicAddress(const QUrl& target, Error& error) {
    const QString host = target.host();
    QHostAddress literal;
    if (literal.setAddress(host)) {
        return m_settings.isPublic(literal);
    }
    if (isLocalName(host)) {
        return false;
    }
    QHostInfo found;
    bool answered = false;
    QEventLoop loop;
    const int lookup = QHostInfo::lookupHost(host, &loop, [&](const QHostInfo& info) {
        found = info;
        answered = true;
        loop.quit();
    });
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [this, &loop] {
        if (m_watch.cancelled->load()) {
            loop.quit();
        }
    });
    poll.start(kPollMilliseconds);
    QTimer::singleShot(m_settings.limits.idleMilliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    if (!answered) {
        QHostInfo::abortHostLookup(lookup);
    }
    const QList<QHostAddress> addresses = found.addresses();
    if (addresses.isEmpty()) {
        // Behind a proxy this machine need not be able to look names up; the proxy then decides where it leads.
        const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(target));
        const bool proxied = !proxies.isEmpty() && proxies.front().type() != QNetworkProxy::NoProxy;
        error = m_watch.cancelled->load()
                    ? networkError(ErrorCode::Cancelled, {})
                    : networkError(ErrorCode::RedirectRefused, {shown(target), "a host without an address"});
        return proxied && !m_watch.cancelled->load();
    }
    // The look-up is kept by Qt for a minute, so that the connection goes to what was checked here.
    return std::ranges::all_of(addresses, m_settings.isPublic);
}

std::optional<Error> HttpClient::refusal(const QUrl& origin, const QUrl& from, const QUrl& target) {
    const auto refused = [&target](const char* why) {
        return networkError(ErrorCode::RedirectRefused, {shown(target), why});
    };
    const bool web = target.scheme() == u"https" || target.scheme() == u"http";
    if (!target.isValid() || !web || target.host().isEmpty()) {
        return refused("neither http nor https");
    }
    if (from.scheme() == u"https" && target.scheme() == u"http") {
        return refused("from https to http");
    }
    // The user's own choice, wherever it lies.
    if (isSameOrigin(origin, target)) {
        return std::nullopt;
    }
    Error error = refused("a private address");
    return hasPublicAddress(target, error) ? std::nullopt : std::optional(error);
}

HttpReply HttpClient::follow(const HttpQuery& query) {
    if (m_manager == nullptr) {
        QNetworkProxyFactory::setUseSystemConfiguration(true);
        m_manager = std::make_unique<QNetworkAccessManager>();
    }
    HttpRequest request = query.request;
    QByteArray linkedEtag;
    for (int redirects = 0;; ++redirects) {
        HttpReply reply = exchange(*m_manager, request, m_settings.limits, m_watch);
        if (!reply.linkedEtag.isEmpty() && isSameOrigin(request.url, query.request.url)) {
            linkedEtag = reply.linkedEtag;
        }
        if (reply.error || !reply.isRedirect()) {
            reply.linkedEtag = linkedEtag;
            return reply;
        }
        if (redirects >= m_settings.limits.mostRedirects) {
            reply.error = networkError(ErrorCode::RedirectRefused, {shown(reply.location), "too many redirects"});
            return reply;
        }
        if (const auto error = refusal(query.request.url, request.url, reply.location)) {
            reply.error = error;
            return reply;
        }
        request.url = reply.location;
        request.url.setUserInfo({});
        request.token = isSameOrigin(request.url, query.request.url) ? query.request.token : QByteArray();
    }
}

Result<HttpReply> HttpClient::get(const HttpQuery& query) {
    for (int attempt = 1;; ++attempt) {
        HttpReply reply = follow(query);
        if (m_watch.cancelled->load()) {
            return networkError(ErrorCode::Cancelled, {});
        }
        if (!isTransient(reply) || attempt >= m_settings.limits.attempts) {
            if (reply.error) {
                return *reply.error;
            }
            const auto error = statusError(reply, query);
            return error ? Result<HttpReply>(*error) : Result<HttpReply>(std::move(reply));
        }
        const qint64 backoff = qint64{m_settings.limits.backoffMilliseconds} << (attempt - 1);
        if (!pause(std::min(std::max(backoff, reply.retryAfterSeconds * 1000), kLongestPause))) {
            return networkError(ErrorCode::Cancelled, {});
        }
    }
}

} // namespace vram::net
