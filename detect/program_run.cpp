// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/program_run.h"

#include <QProcessEnvironment>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace vram::detect {

namespace {

constexpr std::size_t kMostOutput = std::size_t{1} << 18;
constexpr int kKillWait = 100; ///< milliseconds; a process stuck in a driver outlives them and is left alone

} // namespace

ProgramRun::ProgramRun(QStringList programs, QStringList arguments, std::chrono::milliseconds timeout, Done done,
                       QObject* parent)
    : QObject(parent),
      m_programs(std::move(programs)),
      m_arguments(std::move(arguments)),
      m_timeout(timeout),
      m_done(std::move(done)) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(ProgramEnd::TimedOut); });
}

ProgramRun::~ProgramRun() { dropProcess(); }

void ProgramRun::start() {
    m_timer.start(m_timeout);
    startNext();
}

void ProgramRun::startNext() {
    dropProcess();
    if (m_programs.isEmpty()) {
        // The first name is what a user would look for.
        QMetaObject::invokeMethod(
            this, [this] { end(ProgramEnd::NotStarted); }, Qt::QueuedConnection);
        return;
    }
    const QString program = m_programs.takeFirst();
    if (m_answer.program.empty()) {
        m_answer.program = program.toStdString();
    }
    m_process = new QProcess(this);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    m_process->setProcessEnvironment(environment);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ProgramRun::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, &ProgramRun::readOutput);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            QMetaObject::invokeMethod(this, &ProgramRun::startNext, Qt::QueuedConnection);
        }
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        readOutput();
        m_answer.exitCode = code;
        end(status == QProcess::NormalExit ? ProgramEnd::Finished : ProgramEnd::Crashed);
    });
    m_process->start(program, m_arguments, QIODevice::ReadOnly);
}

void ProgramRun::readOutput() {
    if (m_process == nullptr) {
        return;
    }
    m_answer.output += m_process->readAllStandardOutput().toStdString();
    m_answer.errors += m_process->readAllStandardError().toStdString();
    if (m_answer.output.size() > kMostOutput || m_answer.errors.size() > kMostOutput) {
        m_answer.output.resize(std::min(m_answer.output.size(), kMostOutput));
        end(ProgramEnd::TooLong);
    }
}

void ProgramRun::end(ProgramEnd how) {
    if (!m_done) {
        return;
    }
    m_timer.stop();
    dropProcess();
    const Done done = std::exchange(m_done, nullptr);
    done(how, m_answer);
}

void ProgramRun::dropProcess() {
    QProcess* const process = std::exchange(m_process, nullptr);
    if (process == nullptr) {
        return;
    }
    process->disconnect();
    process->setParent(nullptr); // it may be in the middle of a signal
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    process->kill();
    if (process->waitForFinished(kKillWait)) {
        process->deleteLater();
        return;
    }
    // ~QProcess would wait for half a minute: it goes when the program does.
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
}

} // namespace vram::detect
