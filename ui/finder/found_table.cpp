// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/found_table.h"

#include "ui/panel/figure_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPalette>
#include <QShortcut>
#include <QStringList>
#include <QTableView>

#include <algorithm>
#include <functional>

namespace vram::ui {

using namespace Qt::StringLiterals;

void FoundTable::setPale(bool pale) {
    if (pale == m_pale) {
        return;
    }
    m_pale = pale;
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns() - 1), {Qt::ForegroundRole});
    }
}

void FoundTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, columns() - 1);
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns() - 1));
    }
}

int FoundTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns(); }

QVariant FoundTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return cell(index.row(), index.column());
    case SortRole:
        return order(index.row(), index.column());
    case Qt::ToolTipRole:
        return tip(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return QString(title(index.column()) + u": "_s + cell(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return QVariant((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return m_pale ? QVariant(QApplication::palette().brush(QPalette::Disabled, QPalette::Text)) : QVariant();
    default:
        return {};
    }
}

QVariant FoundTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        // A title on the left would touch that of the figures before it.
        const Qt::Alignment words = section == 0 || section == columns() - 1 ? Qt::AlignLeft : Qt::AlignHCenter;
        return QVariant((isFigure(section) ? Qt::AlignRight : words) | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

FoundOrder::FoundOrder(FoundTable* table, QObject* parent) : QSortFilterProxyModel(parent) {
    setSourceModel(table);
    setSortRole(FoundTable::SortRole);
    setSortLocaleAware(true);
}

bool FoundOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(FoundTable::SortRole);
    const QVariant b = right.data(FoundTable::SortRole);
    if (a.isValid() != b.isValid()) {
        return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

namespace {

/// Selected rows as tab-separated lines under the titles.
QString copied(const QTableView& view) {
    const QAbstractItemModel& model = *view.model();
    QList<int> rows;
    for (const QModelIndex& index : view.selectionModel()->selectedRows()) {
        rows += index.row();
    }
    std::ranges::sort(rows);
    const auto line = [&model](const std::function<QVariant(int)>& text) {
        QStringList fields;
        for (int column = 0; column < model.columnCount(); ++column) {
            QString field = text(column).toString();
            fields += field.replace(QChar::Nbsp, u' ');
        }
        return QString(fields.join(u'\t') + u'\n');
    };
    QString text = line([&](int column) { return model.headerData(column, Qt::Horizontal); });
    for (const int row : rows) {
        text += line([&](int column) { return model.index(row, column).data(); });
    }
    return text;
}

} // namespace

void showFound(QTableView& view, FoundOrder& order) {
    view.setModel(&order);
    view.setItemDelegate(new FigureDelegate(&view));
    view.setSortingEnabled(true);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setShowGrid(false);
    view.setTabKeyNavigation(false); // Tab leaves the list; arrows move within
    view.setWordWrap(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().height() + 8);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    view.horizontalHeader()->setStretchLastSection(true);
    auto* copy = new QShortcut(QKeySequence::Copy, &view);
    copy->setContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QShortcut::activated, &view, [&view] { QApplication::clipboard()->setText(copied(view)); });
}

void fitColumns(QTableView& view) {
    constexpr int kLeastOfFirst = 20; // characters
    constexpr int kUsualOfLast = 14;
    QHeaderView& header = *view.horizontalHeader();
    const int last = header.count() - 1;
    const int character = view.fontMetrics().averageCharWidth();
    view.resizeColumnsToContents();
    // Of the last column the usual entry, not the longest of all.
    const int usual = std::max(header.sectionSizeHint(last), character * kUsualOfLast);
    const int room = view.viewport()->width() - (header.length() - header.sectionSize(last));
    const int first = header.sectionSize(0);
    const int narrowed = std::max(std::min(first, character * kLeastOfFirst), first - std::max(usual - room, 0));
    header.resizeSection(0, narrowed);
    header.resizeSection(last, std::max(usual, room + first - narrowed));
}

} // namespace vram::ui
