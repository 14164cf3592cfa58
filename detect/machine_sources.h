// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "detect/platform.h"

#include <chrono>
#include <filesystem>

namespace vram::detect {

/// Where the system's own files are; tests and bug reports give recorded trees.
struct FileSources {
    System system = hostSystem();
    bool host = true; ///< this computer's own; false: a recorded tree, of which the system itself is not asked
    std::filesystem::path sys = "/sys";
    std::filesystem::path proc = "/proc";
    std::filesystem::path run = "/run";
};

/// All that is asked. Programs are found by PATH where no folder is given.
struct MachineSources {
    FileSources files;
    QStringList nvidiaSmi = usualNvidiaSmi(); ///< the first that starts is used
    QString systemProfiler = QStringLiteral("/usr/sbin/system_profiler");
    QString sysctl = QStringLiteral("/usr/sbin/sysctl");
    std::chrono::milliseconds timeout{5000}; ///< of each program, and of all files together
};

} // namespace vram::detect
