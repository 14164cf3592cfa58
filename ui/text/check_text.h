// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/check_steps.h"

namespace vram::ui {

/// One way to see on the machine what the estimate says; empty for a code that has no words.
[[nodiscard]] QString checkText(const CheckStep& step);

} // namespace vram::ui
