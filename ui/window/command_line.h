// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <cstdint>
#include <optional>

namespace vram::ui {

enum class Action : std::uint8_t { ShowWindow, Export, PrintVersion, PrintHelp };

/// What the program was started with.
struct CommandLine {
    Action action = Action::ShowWindow;
    QString error;               ///< not empty: the arguments make no sense; says why (exit status 2)
    QString scenarioFile;        ///< or a link; empty: none
    QString language;            ///< code of a language; empty: as remembered
    std::optional<Theme> theme;  ///< absent: as remembered
    std::optional<QSize> size;   ///< of the window, or of the exported chart before scaling
    std::optional<double> scale; ///< 1 to 4, of the exported chart
    QString exportFile;
    QString reportFile;
    std::optional<ByteUnit> unit; ///< absent: as remembered

    /// Nothing will be shown on a screen.
    [[nodiscard]] bool isWindowless() const { return action != Action::ShowWindow; }
};

/// `arguments` with the program's name first, as QCoreApplication has them. Needs no application.
[[nodiscard]] CommandLine parseCommandLine(const QStringList& arguments);

/// The text of --help, in the language of the application.
[[nodiscard]] QString helpText();
[[nodiscard]] QString versionText(); ///< "vram-sizer 0.1.0"

} // namespace vram::ui
