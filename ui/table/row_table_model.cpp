// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/row_table_model.h"

#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QString noFigure() { return u"–"_s; }

const TableColumn& columnAt(int column) { return tableColumns()[static_cast<std::size_t>(column)]; }

/// For each new row the old one of the same; empty where they are not all there.
std::vector<std::size_t> permutation(const std::vector<Row>& rows, const std::vector<const Row*>& old) {
    std::vector<bool> taken(old.size());
    std::vector<std::size_t> from;
    if (rows.size() != old.size()) {
        return from;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // Nearly always the row is where it was.
        std::size_t match = i;
        if (taken[i] || !sameSubject(*old[i], rows[i])) {
            match = 0;
            while (match < old.size() && (taken[match] || !sameSubject(*old[match], rows[i]))) {
                ++match;
            }
        }
        if (match == old.size()) {
            return {};
        }
        taken[match] = true;
        from.push_back(match);
    }
    return from;
}

/// The card's whole name; of another value what its row does not show.
QString subjectOf(const Row& row) { return row.value ? rowSettings(row) : wholeName(row); }

} // namespace

RowTableModel::RowTableModel(GpuLookup lookup, QObject* parent)
    : QAbstractTableModel(parent),
      m_lookup(std::move(lookup)) {}

int RowTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RowTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(tableColumns().size());
}

QVariant RowTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const CellValue& value = line.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: {
        const QString text = cellText(value, m_unit);
        return text.isEmpty() ? noFigure() : text;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (columnAt(index.column()).number ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        if (const QString why = reason(line.row); !why.isEmpty()) {
            return plainToolTip(why);
        }
        return index.column() == 0 ? QVariant(plainToolTip(subjectOf(line.row))) : QVariant();
    case Qt::AccessibleTextRole:
        return accessibleText(line, index.column());
    case SortRole:
        return cellSortKey(value);
    case VerdictRole:
        return static_cast<int>(line.row.report.ok() ? line.row.report->verdict : Verdict::Unknown);
    default:
        return {};
    }
}

QVariant RowTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const TableColumn& column = columnAt(section);
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column, rowAt(0));
    case Qt::ToolTipRole:
        return QCoreApplication::translate("RowTable", column.tip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.number ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

Qt::ItemFlags RowTableModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemNeverHasChildren : flags;
}

void RowTableModel::setRows(const std::vector<Row>& rows) {
    std::vector<const Row*> old;
    old.reserve(m_lines.size());
    for (const Line& line : m_lines) {
        old.push_back(&line.row);
    }
    std::vector<Line> lines;
    lines.reserve(rows.size());
    for (const Row& row : rows) {
        lines.push_back(lineOf(row));
    }
    const std::vector<std::size_t> from = permutation(rows, old);
    if (from.size() != rows.size()) {
        beginResetModel(); // views ask for the headers anew, too
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    arrange(from);
    update(std::move(lines));
}

void RowTableModel::setByteUnit(ByteUnit unit) {
    if (unit == m_unit) {
        return;
    }
    m_unit = unit;
    if (!m_lines.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
    }
}

void RowTableModel::retranslate() {
    for (Line& line : m_lines) {
        line = lineOf(line.row, line.limits);
    }
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_lines.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

const Row* RowTableModel::rowAt(int index) const {
    return index >= 0 && index < rowCount() ? &m_lines[static_cast<std::size_t>(index)].row : nullptr;
}

bool RowTableModel::hasValues(int column) const {
    return std::ranges::any_of(m_lines, [column](const Line& line) {
        const CellValue& value = line.cells[static_cast<std::size_t>(column)];
        const auto* const bytes = std::get_if<Bytes>(&value);
        return bytes != nullptr ? *bytes != Bytes{} : !std::holds_alternative<std::monostate>(value);
    });
}

void RowTableModel::setLimits(std::vector<RowLimits> limits) {
    if (limits.size() != m_lines.size()) {
        return;
    }
    std::vector<Line> lines = m_lines;
    bool changed = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (limits[i] != lines[i].limits) {
            lines[i] = lineOf(lines[i].row, limits[i]);
            changed = true;
        }
    }
    if (changed) {
        update(std::move(lines));
    }
}

RowTableModel::Line RowTableModel::lineOf(const Row& row, const RowLimits& limits) const {
    const Gpu* const gpu = m_lookup ? m_lookup(cardOf(row)) : nullptr;
    Line line{row, {}, limits};
    line.cells.reserve(tableColumns().size());
    for (const TableColumn& column : tableColumns()) {
        line.cells.push_back(column.limit != nullptr ? column.limit(limits) : column.value(row, gpu));
    }
    return line;
}

void RowTableModel::arrange(const std::vector<std::size_t>& from) {
    if (std::ranges::is_sorted(from)) {
        return;
    }
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> to(from.size());
    std::vector<Line> moved;
    moved.reserve(m_lines.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        to[from[i]] = static_cast<int>(i);
        moved.push_back(std::move(m_lines[from[i]]));
    }
    m_lines = std::move(moved);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& cell : before) {
        after.append(index(to[static_cast<std::size_t>(cell.row())], cell.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RowTableModel::update(std::vector<Line> lines) {
    const std::vector<Line> old = std::exchange(m_lines, std::move(lines));
    const int columns = columnCount();
    for (int row = 0; row < rowCount(); ++row) {
        const std::vector<CellValue>& before = old[static_cast<std::size_t>(row)].cells;
        const std::vector<CellValue>& now = m_lines[static_cast<std::size_t>(row)].cells;
        const auto differs = [&](int column) {
            return before[static_cast<std::size_t>(column)] != now[static_cast<std::size_t>(column)];
        };
        // Neighbours that changed go into one signal.
        for (int first = 0; first < columns; ++first) {
            if (!differs(first)) {
                continue;
            }
            int last = first;
            while (last + 1 < columns && differs(last + 1)) {
                ++last;
            }
            emit dataChanged(index(row, first), index(row, last));
            first = last;
        }
    }
}

QString RowTableModel::accessibleText(const Line& line, int column) const {
    const QString text = cellText(line.cells[static_cast<std::size_t>(column)], m_unit);
    if (column > 0) {
        //: screen reader: a table cell with its column
        return substitute(QCoreApplication::translate("RowTable", "%1: %2"),
                          {headerData(column, Qt::Horizontal).toString(),
                           text.isEmpty() ? QCoreApplication::translate("RowTable", "not known") : text});
    }
    if (!line.row.report.ok() || line.row.report->verdict == Verdict::Unknown) {
        //: screen reader: row, verdict, reason
        return substitute(QCoreApplication::translate("RowTable", "%1, %2. %3"),
                          {text, verdictLabel(Verdict::Unknown), reason(line.row)});
    }
    const Report& report = line.row.report.value();
    //: screen reader: row, verdict, need, usable memory
    return substitute(QCoreApplication::translate("RowTable", "%1, %2, %3 of %4"),
                      {text, verdictLabel(report), formatBytes(report.needTotal.typical, m_unit),
                       formatBytes(report.usable, m_unit)});
}

QString RowTableModel::reason(const Row& row) {
    if (row.report.ok()) {
        return blockingNote(row.report.value());
    }
    Error error = row.report.error();
    error.where.clear(); // the row itself is the place
    return errorText(error);
}

} // namespace vram::ui
