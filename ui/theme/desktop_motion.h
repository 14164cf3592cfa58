// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace vram::ui {

/// Asks the desktop whether its user wants less motion and calls `answer` from the event loop, now and at every change.
/// Never called where no portal answers. An empty function stops following.
void followDesktopMotion(const std::function<void(bool reduced)>& answer);

} // namespace vram::ui
