// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/desktop_scheme.h"

namespace vram::ui {

void followDesktopScheme(const std::function<void(std::optional<bool> dark)>&) {}

} // namespace vram::ui
