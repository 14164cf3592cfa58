// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/placement/placement.h"

#include <string>

namespace vram {

/// How to start the runtime with this scenario and placement; empty for runtimes that are no command.
[[nodiscard]] std::string startCommand(const Resolved& resolved, const Placement& placement);

} // namespace vram
