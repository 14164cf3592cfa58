// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace vram::ui {

// The one file that knows where each platform keeps things. The application's name must be set.

/// Where the user's own models.json, gpus.json ... are looked for; need not exist.
[[nodiscard]] std::filesystem::path userCatalogFolder();

/// The ini file of the settings; need not exist.
[[nodiscard]] QString settingsFile();

/// The last question, for the next start; need not exist. Empty where there is no place for it.
[[nodiscard]] QString lastStateFile();

/// Chooses Qt's offscreen platform before QApplication is made: when nothing will be shown (`windowless`) whatever
/// display there is, and when the arguments make no sense (`doubtful`) and there is no display to say so on. A platform
/// that the user asked for stays.
void choosePlatform(bool windowless, bool doubtful);

} // namespace vram::ui
