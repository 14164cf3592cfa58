// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/repository_job.h"

#include "net/repository_client.h"

#include <QThread>

#include <utility>

namespace vram::net {

namespace {
constexpr qint64 kProgressStep = 64 << 10; ///< a signal for every packet would only cost
} // namespace

RepositoryJob::RepositoryJob(NetSettings settings, QObject* parent)
    : QObject(parent),
      m_settings(std::move(settings)) {}

RepositoryJob::~RepositoryJob() { stop(); }

void RepositoryJob::stop() {
    ++m_question; // what is still under way to this object is not for it any more
    m_running = false;
    if (m_thread) {
        m_cancelled->store(true);
        m_thread->wait();
        m_thread.reset();
    }
}

void RepositoryJob::cancel() {
    if (m_running) {
        stop();
        emit failed(Error{ErrorCode::Cancelled, {}, {}});
    }
}

void RepositoryJob::start(std::function<Answer(NetSettings, NetWatch)> work) {
    stop();
    m_running = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    const auto received = [this, question = m_question, total = qint64{0}, told = qint64{0}](qint64 bytes) mutable {
        total += bytes;
        if (total - told < kProgressStep && told != 0) {
            return;
        }
        told = total;
        QMetaObject::invokeMethod(
            this,
            [this, question, total] {
                if (question == m_question) {
                    emit progressed(total);
                }
            },
            Qt::QueuedConnection);
    };
    m_thread.reset(QThread::create([this, question = m_question, settings = m_settings,
                                    watch = NetWatch{m_cancelled, received}, work = std::move(work)] {
        Answer answer = work(settings, watch);
        QMetaObject::invokeMethod(
            this,
            [this, question, answer = std::move(answer)] {
                if (question == m_question) {
                    m_running = false;
                    answer();
                }
            },
            Qt::QueuedConnection);
    }));
    m_thread->start();
}

void RepositoryJob::list(const RepositoryAddress& address) {
    start([this, address](NetSettings settings, NetWatch watch) -> Answer {
        RepositoryClient client(std::move(settings), std::move(watch));
        return [this, listing = client.list(address)] {
            if (listing) {
                emit listed(*listing);
            } else {
                emit failed(listing.error());
            }
        };
    });
}

void RepositoryJob::read(const RepositoryAddress& address) {
    start([this, address](NetSettings settings, NetWatch watch) -> Answer {
        RepositoryClient client(std::move(settings), std::move(watch));
        auto model = client.open(address);
        const auto fail = [this](Error error) -> Answer {
            return [this, error = std::move(error)] { emit failed(error); };
        };
        if (!model) {
            return fail(model.error());
        }
        if (auto error = client.readHeaders(model.value())) {
            return fail(std::move(*error));
        }
        return [this, named = model->address, offline = model->offline] { emit headersRead(named, offline); };
    });
}

} // namespace vram::net
