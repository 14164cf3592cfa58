// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

namespace vram::ui {

/// Asks the desktop whether it is dark and calls `answer` from the event loop, now and at every change; nullopt: the
/// desktop has no preference. Never called where no portal answers. An empty function stops following.
void followDesktopScheme(const std::function<void(std::optional<bool> dark)>& answer);

} // namespace vram::ui
