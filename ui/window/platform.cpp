// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/platform.h"

#include <QStandardPaths>
#include <QtGlobal>

namespace vram::ui {

using namespace Qt::StringLiterals;

std::filesystem::path userCatalogFolder() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (folder.isEmpty()) {
        return {};
    }
    return std::filesystem::path(QString(folder + u"/catalog"_s).toStdU16String());
}

QString settingsFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/settings.ini"_s;
}

QString lastStateFile() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return folder.isEmpty() ? QString() : folder + u"/last.vram.json"_s;
}

void choosePlatform([[maybe_unused]] bool windowless, [[maybe_unused]] bool doubtful) {
    // Windows and macOS always have a session to draw in.
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const bool display = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if ((windowless || (doubtful && !display)) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
#endif
}

} // namespace vram::ui
