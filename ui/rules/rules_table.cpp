// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rules_table.h"

#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <utility>

namespace vram::ui {

namespace {

const QString& cell(const RulesEntry& entry, int column) {
    constexpr std::array kCells{&RulesEntry::what,  &RulesEntry::conditions, &RulesEntry::said,
                                &RulesEntry::found, &RulesEntry::agreement,  &RulesEntry::why};
    return entry.*kCells.at(static_cast<std::size_t>(column));
}

} // namespace

QString RulesTable::spoken(const RulesEntry& entry, int column) const {
    const QString text = cell(entry, column);
    return text.isEmpty() ? m_headings.at(static_cast<std::size_t>(column)) + QStringLiteral(": –") : text;
}

void RulesTable::setEntries(std::vector<RulesEntry> entries, const std::array<QString, kRulesColumns>& headings) {
    m_headings = headings;
    if (entries.size() == m_entries.size()) {
        m_entries = std::move(entries);
        if (!m_entries.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
    } else {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
    }
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void RulesTable::setDark(bool dark) {
    m_dark = dark;
    if (!m_entries.empty()) {
        emit dataChanged(index(0, Agreement), index(rowCount() - 1, Agreement));
    }
}

int RulesTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int RulesTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RulesTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const RulesEntry& entry = m_entries.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return cell(entry, index.column());
    case Qt::DecorationRole:
        return index.column() == Agreement ? QVariant(verdictIconFor(entry.sign, m_dark)) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == Agreement ? QVariant(verdictColour(entry.sign, m_dark)) : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(cell(entry, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == What
                   //: screen reader, a row of a table of rules: what it is of, what articles say, what this program
                   //: says, how they agree
                   ? substitute(tr("%1, %2, %3, %4"), {entry.what, entry.said, entry.found, entry.agreement})
                   : spoken(entry, index.column());
    default:
        return {};
    }
}

QVariant RulesTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(m_headings.at(static_cast<std::size_t>(section))) : QVariant();
}

} // namespace vram::ui
