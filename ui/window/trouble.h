// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/units/result.h"
#include "ui/window/last_state.h"

#include <functional>
#include <vector>

namespace vram::ui {

// What the message bar says about the program's own files: what happened, what it costs, what to do. Each is asked
// again after a switch of the language.

/// Entries of the user's catalogue that were left out; `problems` is not empty.
[[nodiscard]] std::function<QString()> catalogTrouble(const std::vector<Error>& problems);
[[nodiscard]] std::function<QString()> damagedSettings(const QString& aside);
[[nodiscard]] std::function<QString()> damagedLastState(const LastState::Failure& failure);
[[nodiscard]] std::function<QString()> unwritableSettings(const QString& path);
[[nodiscard]] std::function<QString()> unwritableLastState(const QString& path, const QString& why);
/// Changes of a scenario file that a closed window left unsaved are there again.
[[nodiscard]] std::function<QString()> keptChanges(const QString& path);
/// The same where the program began with another question: they lie in `copy`.
[[nodiscard]] std::function<QString()> keptChangesAside(const QString& path, const QString& copy);

} // namespace vram::ui
