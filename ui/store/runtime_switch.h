// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/runtime_switch.h"

#include <QString>

namespace vram::ui {

/// The name that people know, "llama.cpp".
[[nodiscard]] QString runtimeName(const RuntimeProfile& runtime);

} // namespace vram::ui
