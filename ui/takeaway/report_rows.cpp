// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeaway/report_rows.h"

#include "ui/store/row_machine.h"
#include "ui/table/table_column.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

/// Columns of the table that a page shows; the parts come too.
constexpr std::array<std::string_view, 8> kPageColumns{"card",   "verdict", "total",  "range",
                                                       "usable", "left",    "decode", "train"};

using Cells = std::vector<CellValue>;

/// A column's values, row by row; none where no row has one.
Cells cellsOf(const TableColumn& column, const Snapshot& snapshot, const Catalog& catalog) {
    Cells cells;
    bool any = false;
    for (const Row& row : snapshot.rows) {
        cells.push_back(column.value(row, catalog.findGpu(cardOf(row))));
        any = any || !std::holds_alternative<std::monostate>(cells.back());
    }
    return any ? cells : Cells();
}

/// A part that the model does not have would be a column of noughts.
bool isNothing(const Cells& cells) {
    return std::ranges::all_of(cells, [](const CellValue& cell) {
        const auto* const bytes = std::get_if<Bytes>(&cell);
        return std::holds_alternative<std::monostate>(cell) || (bytes != nullptr && *bytes == Bytes{});
    });
}

bool isOnPage(const TableColumn& column) {
    return column.part.has_value() || std::ranges::find(kPageColumns, column.id) != kPageColumns.end();
}

QString header(const TableColumn& column, const Snapshot& snapshot) {
    return columnTitle(column, snapshot.rows.empty() ? nullptr : &snapshot.rows.front());
}

QString pageText(const CellValue& value, ByteUnit unit) {
    if (const auto* const bytes = std::get_if<Bytes>(&value)) {
        return formatBytesNumber(*bytes, unit);
    }
    if (const auto* const range = std::get_if<ByteRange>(&value)) {
        const QString low = formatBytesNumber(range->low, unit);
        const QString high = formatBytesNumber(range->high, unit);
        return low == high ? low : QString(low + u'–' + high);
    }
    return cellText(value, unit);
}

void addColumn(ReportTable& table, const QString& name, bool number) {
    table.headers += name;
    table.numbers += number;
}

ReportTable tableWith(const Snapshot& snapshot) {
    ReportTable table;
    table.rows.resize(static_cast<qsizetype>(snapshot.rows.size()));
    if (!snapshot.rows.empty()) {
        table.focused = snapshot.focusedRow;
    }
    return table;
}

/// "Weights (bytes)": a unit behind what a column is of.
QString withUnit(const QString& name, const QString& unit) {
    return unit.isEmpty() ? name : QString(name + u" ("_s + unit + u')');
}

QString bytesUnit() { return QCoreApplication::translate("Report", "bytes"); }

/// The unit of the raw figure; empty where it has none.
QString rawUnit(const CellValue& value) {
    return std::holds_alternative<Bytes>(value) || std::holds_alternative<ByteRange>(value) ? bytesUnit()
           : std::holds_alternative<RateCell>(value)                                        ? u"GB/s"_s
           : std::holds_alternative<SpeedCell>(value)                                       ? u"tok/s"_s
           : std::holds_alternative<SecondsCell>(value)                                     ? u"s"_s
           : std::holds_alternative<WattCell>(value)                                        ? u"W"_s
           : std::holds_alternative<PriceCell>(value)                                       ? u"US$"_s
                                                                                            : QString();
}

/// QString::number: a point, whatever the language.
QString rawText(const CellValue& value) {
    if (std::holds_alternative<QString>(value) || std::holds_alternative<VerdictCell>(value)) {
        return cellText(value, ByteUnit::GiB);
    }
    const QVariant raw = cellSortKey(value);
    if (!raw.isValid()) {
        return {};
    }
    return raw.typeId() == QMetaType::Double ? QString::number(raw.toDouble(), 'g', 6)
                                             : QString::number(raw.toLongLong());
}

} // namespace

ReportTable reportTable(const Snapshot& snapshot, const Catalog& catalog, ByteUnit unit) {
    ReportTable table = tableWith(snapshot);
    for (const TableColumn& column : tableColumns()) {
        const Cells cells = isOnPage(column) ? cellsOf(column, snapshot, catalog) : Cells();
        if (isNothing(cells)) {
            continue;
        }
        addColumn(table, header(column, snapshot), column.number);
        for (std::size_t row = 0; row < cells.size(); ++row) {
            table.rows[static_cast<qsizetype>(row)] += pageText(cells[row], unit);
        }
    }
    return table;
}

ReportTable rawTable(const Snapshot& snapshot, const Catalog& catalog) {
    ReportTable table = tableWith(snapshot);
    for (const TableColumn& column : tableColumns()) {
        const Cells cells = cellsOf(column, snapshot, catalog);
        if (cells.empty()) {
            continue;
        }
        const auto known = std::ranges::find_if(
            cells, [](const CellValue& cell) { return !std::holds_alternative<std::monostate>(cell); });
        if (std::holds_alternative<ByteRange>(*known)) {
            //: the lower and the upper end of a range, in a spreadsheet
            const QString low = QCoreApplication::translate("Report", "%1, low").arg(header(column, snapshot));
            const QString high = QCoreApplication::translate("Report", "%1, high").arg(header(column, snapshot));
            addColumn(table, withUnit(low, bytesUnit()), true);
            addColumn(table, withUnit(high, bytesUnit()), true);
        } else {
            addColumn(table, withUnit(header(column, snapshot), rawUnit(*known)), column.number);
        }
        for (std::size_t row = 0; row < cells.size(); ++row) {
            QStringList& line = table.rows[static_cast<qsizetype>(row)];
            if (!std::holds_alternative<ByteRange>(*known)) {
                line += rawText(cells[row]);
            } else if (const auto* const range = std::get_if<ByteRange>(&cells[row])) {
                line += QString::number(range->low.count());
                line += QString::number(range->high.count());
            } else {
                line += {QString(), QString()};
            }
        }
    }
    return table;
}

} // namespace vram::ui
