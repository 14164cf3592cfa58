// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "core/source/repository_files.h"
#include "net/net_settings.h"

#include <functional>
#include <memory>

class QThread;

namespace vram::net {

/// Asks a repository without stopping the calling thread: one question at a time, each with a thread of its own. A new
/// question cancels the one before, of which nothing is heard any more.
class RepositoryJob : public QObject {
    Q_OBJECT

public:
    explicit RepositoryJob(NetSettings settings, QObject* parent = nullptr);
    RepositoryJob(const RepositoryJob&) = delete;
    RepositoryJob& operator=(const RepositoryJob&) = delete;
    ~RepositoryJob() override;

    void list(const RepositoryAddress& address);
    /// Reads the headers of the model that `address` names, so that they are kept.
    void read(const RepositoryAddress& address);
    /// Ends in failed() with Cancelled.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    /// Bytes received since the question began.
    void progressed(qint64 bytes);
    void listed(const vram::RepositoryListing& listing);
    /// `address` names the file that was meant.
    void headersRead(const vram::RepositoryAddress& address, bool offline);
    void failed(const vram::Error& error);

private:
    using Answer = std::function<void()>; ///< emits; called in this object's thread
    void start(std::function<Answer(NetSettings, NetWatch)> work);
    void stop();
    NetSettings m_settings;
    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    int m_question = 0;
    bool m_running = false;
};

} // namespace vram::net
