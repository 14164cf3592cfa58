// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;
class QModelIndex;

namespace vram::ui {

/// One field of a table for a spreadsheet: a text that would be taken for a formula (= + - @, also full-width) or a
/// quoted field gets an apostrophe in front; a negative figure, which the program wrote itself, the true minus sign.
[[nodiscard]] QString spreadsheetText(QString text, bool number);

/// Rows and columns of `model`, in this order, as tab-separated lines under a line of headers, as spreadsheets and
/// editors paste it; every field by `spreadsheetText`.
[[nodiscard]] QString tableAsText(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns);
/// The same as an HTML table, for what keeps one when it is pasted.
[[nodiscard]] QString tableAsHtml(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns);

/// Puts both on the clipboard; of a single cell its text alone.
void copyFields(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns);
void copyCell(const QModelIndex& cell);

} // namespace vram::ui
