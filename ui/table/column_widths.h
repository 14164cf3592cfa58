// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/format.h"

class QTableView;

namespace vram::ui {

/// Wide enough for the header, every row, and the text that the column usually meets: room for it is kept, so that
/// columns stand still while dragging.
[[nodiscard]] int fittingWidth(const QTableView& view, int column, ByteUnit unit);

/// Wide enough for these rows as well, never narrower than it is.
[[nodiscard]] int grownWidth(const QTableView& view, int column, int firstRow, int lastRow);

} // namespace vram::ui
