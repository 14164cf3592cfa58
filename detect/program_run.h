// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include "core/hardware/machine_readings.h"

#include <chrono>
#include <cstdint>
#include <functional>

namespace vram::detect {

enum class ProgramEnd : std::uint8_t { Finished, NotStarted, TimedOut, TooLong, Crashed };

/// One run of a program: the first of a list that starts. Its time and its output are limited; when this object goes,
/// the program is killed and nobody waits for it.
class ProgramRun : public QObject {
public:
    using Done = std::function<void(ProgramEnd, const ProgramAnswer&)>;

    /// `done` is called once, from the event loop.
    ProgramRun(QStringList programs, QStringList arguments, std::chrono::milliseconds timeout, Done done,
               QObject* parent = nullptr);
    ~ProgramRun() override;
    ProgramRun(const ProgramRun&) = delete;
    ProgramRun& operator=(const ProgramRun&) = delete;

    void start();

private:
    void startNext();
    void readOutput();
    void end(ProgramEnd how);
    void dropProcess();

    QStringList m_programs;
    QStringList m_arguments;
    std::chrono::milliseconds m_timeout;
    Done m_done;
    QProcess* m_process = nullptr;
    QTimer m_timer;
    ProgramAnswer m_answer;
};

} // namespace vram::detect
