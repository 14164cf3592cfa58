// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;

namespace vram::ui {

/// Rows and columns of `model`, in this order, as tab-separated lines under a line of headers, as spreadsheets and
/// editors paste it. A text that a spreadsheet would take for a formula (= + - @, also full-width) or a quoted field
/// gets an apostrophe in front; a negative figure, which the program wrote itself, gets the true minus sign instead.
[[nodiscard]] QString tableAsText(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns);

} // namespace vram::ui
