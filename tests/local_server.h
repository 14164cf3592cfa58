// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QMap>
#include <QMutex>
#include <QPair>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace vram::test {

struct WebRequest {
    QByteArray target;                    ///< path and query
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    [[nodiscard]] QByteArray path() const { return target.split('?').front(); }
};

/// What a server says, and how it misbehaves meanwhile.
struct WebAnswer {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    std::optional<qint64> announced = std::nullopt; ///< Content-Length, where it is not the body's
    int dripMilliseconds = 0;                       ///< a byte at a time
    bool silent = false;                            ///< nothing at all is said
    bool hangUp = false;                            ///< the connection ends before a word
    QByteArray raw = {};                            ///< instead of HTTP
};

/// A web server on a loopback address, in a thread of its own. Remembers what it was asked and counts what it sent.
class LocalServer {
public:
    using Handler = std::function<WebAnswer(const WebRequest&)>; ///< called in the server's thread

    explicit LocalServer(Handler handler, const QHostAddress& address = QHostAddress::LocalHost)
        : m_handler(std::move(handler)),
          m_address(address) {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_server = std::make_unique<QTcpServer>();
                if (!m_server->listen(m_address)) {
                    qFatal("the test's server cannot listen");
                }
                m_port = m_server->serverPort();
                QObject::connect(m_server.get(), &QTcpServer::newConnection, &m_context, [this] { accept(); });
            },
            Qt::BlockingQueuedConnection);
    }
    LocalServer(const LocalServer&) = delete;
    LocalServer& operator=(const LocalServer&) = delete;
    ~LocalServer() {
        QMetaObject::invokeMethod(
            &m_context, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    [[nodiscard]] QUrl url() const {
        return QUrl(QStringLiteral("http://%1:%2").arg(m_address.toString()).arg(m_port.load()));
    }
    [[nodiscard]] QList<WebRequest> requests() const {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }
    [[nodiscard]] qsizetype count() const { return requests().size(); }
    /// Bytes of bodies that were handed to the network.
    [[nodiscard]] qint64 served() const { return m_served; }
    void forget() {
        const QMutexLocker lock(&m_mutex);
        m_requests.clear();
        m_served = 0;
    }
    /// Answers in another way from now on.
    void setHandler(Handler handler) {
        const QMutexLocker lock(&m_mutex);
        m_handler = std::move(handler);
    }

private:
    static constexpr qint64 kPiece = 64 << 10;

    void accept() {
        while (QTcpSocket* const socket = m_server->nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            auto input = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, input] {
                *input += socket->readAll();
                const auto end = input->indexOf("\r\n\r\n");
                if (end >= 0) {
                    const QByteArray head = input->left(end);
                    input->remove(0, end + 4);
                    answer(*socket, parse(head));
                }
            });
        }
    }
    static WebRequest parse(const QByteArray& head) {
        const QList<QByteArray> lines = head.split('\n');
        WebRequest request{lines.front().split(' ').value(1), {}};
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const auto colon = lines[i].indexOf(':');
            request.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
        }
        return request;
    }
    void answer(QTcpSocket& socket, const WebRequest& request) {
        Handler handler;
        {
            const QMutexLocker lock(&m_mutex);
            m_requests += request;
            handler = m_handler;
        }
        const WebAnswer answer = handler(request);
        if (answer.silent) {
            return;
        }
        if (answer.hangUp || !answer.raw.isEmpty()) {
            socket.write(answer.raw);
            answer.hangUp ? socket.abort() : socket.disconnectFromHost();
            return;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\nConnection: close\r\n";
        for (const auto& [name, value] : answer.headers) {
            head += name + ": " + value + "\r\n";
        }
        head += "Content-Length: " + QByteArray::number(answer.announced.value_or(answer.body.size())) + "\r\n\r\n";
        socket.write(head);
        send(socket, answer);
    }
    void send(QTcpSocket& socket, const WebAnswer& answer) {
        auto rest = std::make_shared<QByteArray>(answer.body);
        const auto sendPiece = [this, &socket, rest](qint64 most) {
            const QByteArray piece = rest->left(most);
            rest->remove(0, piece.size());
            socket.write(piece);
            m_served += piece.size();
            if (rest->isEmpty()) {
                socket.disconnectFromHost();
            }
        };
        if (answer.dripMilliseconds > 0) {
            auto* timer = new QTimer(&socket);
            QObject::connect(timer, &QTimer::timeout, &socket, [sendPiece] { sendPiece(1); });
            timer->start(answer.dripMilliseconds);
            return;
        }
        // Only as fast as the other side reads, so that the count means something.
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, sendPiece, rest] {
            if (socket.bytesToWrite() == 0 && !rest->isEmpty()) {
                sendPiece(kPiece);
            }
        });
        sendPiece(kPiece);
    }

    Handler m_handler;
    QHostAddress m_address;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<QTcpServer> m_server;
    std::atomic<quint16> m_port = 0;
    std::atomic<qint64> m_served = 0;
    mutable QMutex m_mutex;
    QList<WebRequest> m_requests;
};

} // namespace vram::test
