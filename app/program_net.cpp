// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program_net.h"

#include <QStandardPaths>

namespace vram::app {

net::NetSettings programNetSettings() {
    net::NetSettings settings = net::environmentNetSettings();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    if (!folder.isEmpty()) {
        settings.cacheFolder = folder + QStringLiteral("/repositories");
    }
    return settings;
}

} // namespace vram::app
