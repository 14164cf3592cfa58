// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/column_widths.h"

#include "ui/table/table_column.h"
#include "ui/text/labels.h"
#include "ui/text/speed_text.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace vram::ui {

namespace {

constexpr int kWidthStep = 8; ///< so that a growing figure moves the columns rarely
constexpr int kSideRoom = 22; ///< text margins of a cell, left and right together
constexpr int kMostCardWidth = 320;

const TableColumn& columnAt(int column) { return tableColumns()[static_cast<std::size_t>(column)]; }

int roundedUp(int width) { return (width + kWidthStep - 1) / kWidthStep * kWidthStep; }

/// The widest text that a column usually meets.
QString usualText(const TableColumn& column, ByteUnit unit) {
    if (column.part || column.id == "total" || column.id == "usable" || column.id == "left") {
        return formatBytes(Bytes{} - Bytes::fromGiB(88.8), unit);
    }
    if (column.id == "range") {
        return formatRange({Bytes::fromGiB(88.8), Bytes::fromGiB(88.8), Bytes::fromGiB(99.9)}, unit);
    }
    if (column.id == "decode") {
        return formatSpeed(888);
    }
    if (column.id == "prefill" || column.id == "train") {
        return formatSpeed(88'800);
    }
    if (column.id == "verdict") {
        Report offload;
        offload.verdict = Verdict::Offload;
        offload.gpuLayers = offload.layersTotal = 100;
        return verdictLabel(offload);
    }
    return {};
}

int widthOf(const QString& text, int column, const QTableView& view) {
    const QFontMetrics metrics(view.font());
    const int icon = columnAt(column).id == "verdict" ? metrics.height() + 6 : 0;
    return text.isEmpty() ? 0 : metrics.horizontalAdvance(text) + kSideRoom + icon;
}

int widestRow(const QTableView& view, int column, int firstRow, int lastRow) {
    int width = 0;
    for (int row = firstRow; row <= lastRow; ++row) {
        width = std::max(width, widthOf(view.model()->index(row, column).data().toString(), column, view));
    }
    return width;
}

} // namespace

int fittingWidth(const QTableView& view, int column, ByteUnit unit) {
    const int header = view.horizontalHeader()->sectionSizeHint(column) + kSideRoom / 2;
    const int width = roundedUp(std::max({header, widthOf(usualText(columnAt(column), unit), column, view),
                                          widestRow(view, column, 0, view.model()->rowCount() - 1)}));
    return column == 0 ? std::min(width, kMostCardWidth) : width;
}

int grownWidth(const QTableView& view, int column, int firstRow, int lastRow) {
    const int width = widestRow(view, column, firstRow, lastRow);
    return width > view.columnWidth(column) ? roundedUp(width) : view.columnWidth(column);
}

} // namespace vram::ui
