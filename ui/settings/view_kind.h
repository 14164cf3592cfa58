// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vram::ui {

/// How the rows are compared; in the order of the switch and of the menu.
enum class ViewKind : std::uint8_t { Bars, Table, Lines };

} // namespace vram::ui
