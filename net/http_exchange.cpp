// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_exchange.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <string>

namespace vram::net {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPollMilliseconds = 40; ///< how long a cancel takes to be seen
constexpr qint64 kReadBuffer = 256 << 10;

QNetworkRequest networkRequest(const HttpRequest& request) {
    QNetworkRequest made(request.url);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setHeader(QNetworkRequest::UserAgentHeader, u"vram-sizer"_s);
    // Named by us, Qt unpacks nothing: what comes compressed all the same is refused unread.
    made.setRawHeader("Accept-Encoding", "identity");
    if (!request.token.isEmpty()) {
        made.setRawHeader("Authorization", "Bearer " + request.token);
    }
    if (!request.knownEtag.isEmpty()) {
        made.setRawHeader("If-None-Match", request.knownEtag);
    }
    if (const auto& range = request.range) {
        made.setRawHeader("Range", "bytes=" + QByteArray::number(range->offset) + '-' +
                                       QByteArray::number(range->offset + range->count - 1));
    }
    return made;
}

/// A header's value without quotes and the mark of a weak tag.
QByteArray unquoted(QByteArray value) {
    value = value.trimmed();
    if (value.startsWith("W/")) {
        value.remove(0, 2);
    }
    return value.replace('"', "");
}

/// "bytes 0-99/1234"; count 0: it makes no sense.
struct ContentRange {
    quint64 offset = 0;
    quint64 count = 0;
    qint64 total = -1;
};

ContentRange parseContentRange(const QByteArray& value) {
    const QByteArray text = value.trimmed();
    const auto dash = text.indexOf('-');
    const auto slash = text.indexOf('/');
    if (!text.startsWith("bytes ") || dash < 0 || slash < dash) {
        return {};
    }
    bool good[3] = {};
    const quint64 first = text.mid(6, dash - 6).toULongLong(&good[0]);
    const quint64 last = text.mid(dash + 1, slash - dash - 1).toULongLong(&good[1]);
    const QByteArray size = text.mid(slash + 1);
    const qint64 total = size == "*" ? -1 : size.toLongLong(&good[2]);
    if (!good[0] || !good[1] || !(good[2] || size == "*") || last < first || last - first == ~quint64{0} ||
        (total >= 0 && last >= static_cast<quint64>(total))) {
        return {};
    }
    return {first, last - first + 1, total};
}

/// One exchange under way.
class Exchange {
public:
    Exchange(QNetworkReply& reply, const HttpRequest& request, const NetLimits& limits, const NetWatch& watch)
        : m_reply(reply),
          m_request(request),
          m_limits(limits),
          m_watch(watch) {}

    HttpReply wait();

private:
    void readHeaders();
    void readBody();
    void finish();
    void stop() {
        m_stopped = true;
        m_loop.quit();
    }
    void fail(ErrorCode code, std::vector<std::string> arguments, bool transient = false) {
        if (!m_answer.error) {
            m_answer.error = Error{code, {}, std::move(arguments)};
            m_answer.transient = transient;
        }
        stop();
    }
    [[nodiscard]] std::string host() const { return m_request.url.host().toStdString(); }
    void failTimeout(int milliseconds) {
        fail(ErrorCode::Timeout, {host(), std::to_string((milliseconds + 999) / 1000)});
    }

    QNetworkReply& m_reply;
    const HttpRequest& m_request;
    const NetLimits& m_limits;
    const NetWatch& m_watch;
    QEventLoop m_loop;
    QTimer m_idle;
    HttpReply m_answer;
    qint64 m_skip = 0;    ///< bytes before those that are kept
    qint64 m_wanted = 0;  ///< bytes after which the rest is of no use
    bool m_exact = false; ///< `m_wanted` was announced: fewer are an error
    bool m_headersRead = false;
    bool m_stopped = false;
};

HttpReply Exchange::wait() {
    QTimer whole;
    QTimer poll;
    m_idle.setInterval(m_limits.idleMilliseconds);
    m_idle.setSingleShot(true);
    whole.setInterval(m_limits.wholeMilliseconds);
    whole.setSingleShot(true);
    poll.setInterval(kPollMilliseconds);
    QObject::connect(&m_idle, &QTimer::timeout, &m_loop, [this] { failTimeout(m_limits.idleMilliseconds); });
    QObject::connect(&whole, &QTimer::timeout, &m_loop, [this] { failTimeout(m_limits.wholeMilliseconds); });
    QObject::connect(&poll, &QTimer::timeout, &m_loop, [this] {
        if (m_watch.cancelled->load()) {
            fail(ErrorCode::Cancelled, {});
        }
    });
    QObject::connect(&m_reply, &QNetworkReply::readyRead, &m_loop, [this] { readBody(); });
    QObject::connect(&m_reply, &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    m_reply.setReadBufferSize(kReadBuffer);
    m_idle.start();
    whole.start();
    poll.start();
    if (!m_reply.isFinished()) {
        m_loop.exec();
    }
    if (!m_stopped) {
        readBody(); // what came with the end
    }
    if (!m_stopped) {
        finish();
    }
    m_reply.disconnect(&m_loop);
    m_reply.abort();
    return std::move(m_answer);
}

void Exchange::readHeaders() {
    m_answer.status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_headersRead || m_answer.status == 0) {
        return;
    }
    m_headersRead = true;
    m_answer.etag = unquoted(m_reply.rawHeader("ETag"));
    m_answer.linkedEtag = unquoted(m_reply.rawHeader("X-Linked-Etag"));
    m_answer.link = m_reply.rawHeader("Link");
    m_answer.errorCode = m_reply.rawHeader("X-Error-Code").trimmed();
    m_answer.retryAfterSeconds = std::max(0LL, m_reply.rawHeader("Retry-After").trimmed().toLongLong());
    const QByteArray location = m_reply.rawHeader("Location");
    m_answer.location = location.isEmpty() ? QUrl() : m_request.url.resolved(QUrl::fromEncoded(location));
    if (m_answer.status != 200 && m_answer.status != 206) {
        stop(); // the status says it all
        return;
    }
    const QByteArray encoding = m_reply.rawHeader("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        fail(ErrorCode::MalformedAnswer, {"compressed although not asked for"});
        return;
    }
    bool announced = false;
    const qint64 length = m_reply.rawHeader("Content-Length").toLongLong(&announced);
    if (!m_request.range) {
        if (announced && length > m_request.mostBytes) {
            fail(ErrorCode::TooLarge, {std::to_string(length), std::to_string(m_request.mostBytes)});
            return;
        }
        m_exact = announced && length >= 0;
        m_wanted = m_exact ? length : m_request.mostBytes + 1;
        return;
    }
    const HttpRange& range = *m_request.range;
    const auto count = static_cast<qint64>(range.count);
    m_exact = true;
    m_wanted = count;
    if (m_answer.status == 206) {
        const ContentRange sent = parseContentRange(m_reply.rawHeader("Content-Range"));
        if (sent.offset != range.offset || sent.count != range.count) {
            fail(ErrorCode::MalformedAnswer, {"another range than asked for"});
            return;
        }
        m_answer.ranged = true;
        m_answer.totalSize = sent.total;
        return;
    }
    // The whole file instead: its beginning may do.
    m_answer.totalSize = announced ? length : -1;
    if (range.offset > static_cast<quint64>(m_limits.mostPrefix) ||
        count > m_limits.mostPrefix - static_cast<qint64>(range.offset)) {
        fail(ErrorCode::ServerWithoutRanges, {host()});
        return;
    }
    m_skip = static_cast<qint64>(range.offset);
}

void Exchange::readBody() {
    if (m_stopped) {
        return;
    }
    readHeaders();
    while (!m_stopped && m_headersRead && m_reply.bytesAvailable() > 0) {
        const QByteArray piece = m_reply.read(kReadBuffer);
        m_idle.start();
        if (m_watch.received) {
            m_watch.received(piece.size());
        }
        const qint64 skipped = std::min<qint64>(m_skip, piece.size());
        m_skip -= skipped;
        m_answer.body.append(QByteArrayView(piece).sliced(skipped));
        if (m_answer.body.size() >= m_wanted) {
            const bool tooLarge = !m_request.range && !m_exact;
            m_answer.body.truncate(m_wanted);
            if (tooLarge) {
                fail(ErrorCode::TooLarge, {std::to_string(m_wanted), std::to_string(m_request.mostBytes)});
            }
            stop();
        }
    }
}

void Exchange::finish() {
    const QNetworkReply::NetworkError trouble = m_reply.error();
    if (!m_headersRead) {
        const bool closed = trouble == QNetworkReply::RemoteHostClosedError ||
                            trouble == QNetworkReply::TemporaryNetworkFailureError ||
                            trouble == QNetworkReply::UnknownNetworkError;
        const bool garbled =
            trouble == QNetworkReply::ProtocolFailure || trouble == QNetworkReply::ProtocolUnknownError ||
            trouble == QNetworkReply::ProtocolInvalidOperationError || trouble == QNetworkReply::NoError;
        if (garbled) {
            fail(ErrorCode::MalformedAnswer, {"no HTTP"});
        } else {
            fail(ErrorCode::NoNetwork, {host(), m_reply.errorString().toStdString()}, closed);
        }
        return;
    }
    if (m_answer.body.size() < m_wanted && (m_exact || trouble != QNetworkReply::NoError)) {
        fail(ErrorCode::MalformedAnswer, {"shorter than announced"}, true);
    }
}

} // namespace

HttpReply exchange(QNetworkAccessManager& manager, const HttpRequest& request, const NetLimits& limits,
                   const NetWatch& watch) {
    const std::unique_ptr<QNetworkReply> reply(manager.get(networkRequest(request)));
    return Exchange(*reply, request, limits, watch).wait();
}

} // namespace vram::net
