// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/desktop_motion.h"

namespace vram::ui {

void followDesktopMotion(const std::function<void(bool reduced)>&) {}

} // namespace vram::ui
