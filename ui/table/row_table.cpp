// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/row_table.h"

#include "ui/table/cell_view.h"
#include "ui/table/column_widths.h"
#include "ui/table/roomy_header.h"
#include "ui/table/row_table_delegate.h"
#include "ui/table/table_column.h"
#include "ui/table/table_copy.h"
#include "ui/text/axis_text.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

int columnCount() { return static_cast<int>(tableColumns().size()); }

const TableColumn& columnAt(int column) { return tableColumns()[static_cast<std::size_t>(column)]; }

bool needsFigures(const TableColumn& column) { return column.part.has_value() || column.ifKnown; }

QString idOf(const TableColumn& column) {
    return QString::fromLatin1(column.id.data(), static_cast<qsizetype>(column.id.size()));
}

QString sortOf(const TableColumn& column) {
    return QString::fromLatin1(column.sort.data(), static_cast<qsizetype>(column.sort.size()));
}

} // namespace

RowTable::RowTable(GpuLookup lookup, QWidget* parent)
    : QWidget(parent),
      m_model(new RowTableModel(std::move(lookup), this)),
      m_delegate(new RowTableDelegate(this)),
      m_view(new CellView(this)),
      m_copy(new QAction(this)) {
    for (const TableColumn& column : tableColumns()) {
        m_chosen.push_back(column.standard);
    }
    build();
    connectView();
    retranslate();
    look();
}

RowTable::RowTable(const Catalog& catalog, QWidget* parent)
    : RowTable([&catalog](const std::string& name) { return catalog.findGpu(name); }, parent) {}

void RowTable::build() {
    setObjectName(u"rowTable"_s);
    setFocusProxy(m_view);
    m_view->setObjectName(u"rowTableView"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false); // Tab leaves the table
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->verticalHeader()->hide();

    auto* const header = new RoomyHeader(m_view);
    m_view->setHorizontalHeader(header);
    header->setObjectName(u"rowTableHeader"_s);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setSortIndicatorShown(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);

    m_copy->setObjectName(u"copyRows"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_copy);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    showSort();
}

void RowTable::connectView() {
    QHeaderView* const header = m_view->horizontalHeader();
    connect(header, &QHeaderView::sectionClicked, this, &RowTable::chooseSort);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](QPoint position) {
        QMenu* const menu = makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header->mapToGlobal(position));
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &RowTable::openMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!m_following && current.isValid()) {
                    emit rowClicked(static_cast<std::size_t>(current.row()));
                }
            });
    connect(m_view, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        emit cellClicked(static_cast<std::size_t>(index.row()), columnAt(index.column()).part);
    });
    connect(m_view, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const Row* const row = m_model->rowAt(index.row());
        if (row != nullptr && asksOtherwise(*row)) {
            emit rowUsed(static_cast<std::size_t>(index.row()));
        } else {
            activate(index);
        }
    });
    connect(m_copy, &QAction::triggered, this, &RowTable::copy);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RowTable::growColumns);
}

void RowTable::setSnapshot(const Snapshot& snapshot) {
    const bool sameRows = m_model->rowCount() == static_cast<int>(snapshot.rows.size());
    m_following = true;
    m_model->setRows(snapshot.rows);
    applyColumns();
    if (!sameRows) {
        for (const int column : visibleColumns()) {
            fitColumn(column);
        }
    }
    m_sort = QString::fromStdString(snapshot.scenario.view.sort);
    showSort();
    showFocus(snapshot);
    m_following = false;
}

void RowTable::setByteUnit(ByteUnit unit) {
    if (unit == m_unit) {
        return;
    }
    m_unit = unit;
    m_model->setByteUnit(unit);
    look();
}

void RowTable::setColumns(const QStringList& ids) {
    for (int column = 0; column < columnCount(); ++column) {
        m_chosen[static_cast<std::size_t>(column)] = column == 0 || ids.contains(idOf(columnAt(column)));
    }
    applyColumns();
}

QStringList RowTable::columns() const {
    QStringList ids;
    for (int column = 0; column < columnCount(); ++column) {
        if (m_chosen[static_cast<std::size_t>(column)]) {
            ids += idOf(columnAt(column));
        }
    }
    return ids;
}

QStringList RowTable::standardColumns() {
    QStringList ids;
    for (const TableColumn& column : tableColumns()) {
        if (column.standard) {
            ids += idOf(column);
        }
    }
    return ids;
}

QList<int> RowTable::selectedRows() const {
    QList<int> rows;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QItemSelectionModel& selection = *m_view->selectionModel();
        if (!selection.hasSelection() || selection.isRowSelected(row)) {
            rows += row;
        }
    }
    return rows;
}

QString RowTable::selectedText() const {
    const std::vector<int> visible = visibleColumns();
    return tableAsText(*m_model, selectedRows(), QList<int>(visible.begin(), visible.end()));
}

void RowTable::copy() const {
    const std::vector<int> visible = visibleColumns();
    copyFields(*m_model, selectedRows(), QList<int>(visible.begin(), visible.end()));
}

void RowTable::copyAll() const {
    const std::vector<int> visible = visibleColumns();
    QList<int> rows(m_model->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    copyFields(*m_model, rows, QList<int>(visible.begin(), visible.end()));
}

QMenu* RowTable::makeColumnMenu(QWidget* parent) {
    auto* const menu = new QMenu(tr("Columns"), parent);
    menu->setObjectName(u"columnMenu"_s);
    fillColumnMenu(*menu);
    return menu;
}

void RowTable::fillColumnMenu(QMenu& menu) {
    menu.clear();
    // The first column names the row and stays.
    for (int column = 1; column < columnCount(); ++column) {
        QAction* const action = menu.addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(idOf(columnAt(column)));
        action->setToolTip(m_model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        action->setCheckable(true);
        action->setChecked(m_chosen[static_cast<std::size_t>(column)]);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { chooseColumn(column, shown); });
    }
    menu.setToolTipsVisible(true);
    menu.addSeparator();
    connect(menu.addAction(tr("Usual columns")), &QAction::triggered, this, [this] {
        setColumns(standardColumns());
        emit columnsChanged(columns());
    });
}

QSize RowTable::minimumSizeHint() const { return {520, 180}; }

QSize RowTable::sizeHint() const { return {900, 480}; }

void RowTable::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        m_model->retranslate();
        retranslate();
        look();
        break;
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        look();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void RowTable::retranslate() {
    m_copy->setText(tr("Copy rows"));
    m_view->setAccessibleName(tr("Compared rows as a table"));
}

void RowTable::look() {
    m_delegate->setDark(isDark(palette()));
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    applyColumns();
    for (const int column : visibleColumns()) {
        fitColumn(column);
    }
    m_view->viewport()->update();
}

void RowTable::applyColumns() {
    for (int column = 0; column < columnCount(); ++column) {
        const bool shown =
            m_chosen[static_cast<std::size_t>(column)] &&
            (!needsFigures(columnAt(column)) || m_model->hasValues(column) || m_model->rowCount() == 0) &&
            !(columnAt(column).ofCard && comparesValues());
        if (m_view->isColumnHidden(column) == shown) {
            m_view->setColumnHidden(column, !shown);
            if (shown) {
                fitColumn(column);
            }
        }
    }
}

bool RowTable::comparesValues() const {
    const Row* const first = m_model->rowAt(0);
    return first != nullptr && first->value;
}

void RowTable::fitColumn(int column) { m_view->setColumnWidth(column, fittingWidth(*m_view, column, m_unit)); }

void RowTable::growColumns(const QModelIndex& topLeft, const QModelIndex& bottomRight) {
    for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
        if (column == 0 || m_view->isColumnHidden(column)) {
            continue;
        }
        const int width = grownWidth(*m_view, column, topLeft.row(), bottomRight.row());
        if (width > m_view->columnWidth(column)) {
            m_view->setColumnWidth(column, width);
        }
    }
}

void RowTable::showFocus(const Snapshot& snapshot) {
    const int row = snapshot.rows.empty() ? -1 : static_cast<int>(snapshot.focusedRow);
    const bool moved = m_delegate->focusedRow() != row;
    m_delegate->setFocusedRow(row);
    const QModelIndex current = m_view->currentIndex();
    if (row >= 0 && (!current.isValid() || current.row() != row)) {
        const QModelIndex wanted = m_model->index(row, current.isValid() ? current.column() : 0);
        m_view->selectionModel()->setCurrentIndex(wanted,
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    if (moved) {
        m_view->viewport()->update();
    }
}

void RowTable::showSort() {
    const bool descending = m_sort.startsWith(u'-');
    const QString id = descending ? m_sort.mid(1) : m_sort;
    int section = -1;
    for (int column = 0; column < columnCount() && !id.isEmpty(); ++column) {
        section = sortOf(columnAt(column)) == id ? column : section;
    }
    m_view->horizontalHeader()->setSortIndicator(section, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void RowTable::chooseSort(int column) {
    const TableColumn& chosen = columnAt(column);
    const QString up = sortOf(chosen);
    if (!up.isEmpty()) {
        // First the more useful direction, then the other, then as the rows were added.
        const QString down = u'-' + up;
        const QString& first = chosen.descendingFirst ? down : up;
        const QString& second = chosen.descendingFirst ? up : down;
        const QString next = m_sort == first ? second : (m_sort == second ? QString() : first);
        emit sortChanged(next);
    }
    showSort(); // the header moved its mark by itself; the order is the snapshot's
}

void RowTable::chooseColumn(int column, bool shown) {
    m_chosen[static_cast<std::size_t>(column)] = shown;
    applyColumns();
    emit columnsChanged(columns());
}

void RowTable::openMenu(QPoint position) {
    const QModelIndex index = m_view->indexAt(position);
    auto* const menu = new QMenu(this);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index.isValid()) {
        connect(menu->addAction(tr("Why?")), &QAction::triggered, this,
                [this, cell = QPersistentModelIndex(index)] { activate(cell); });
        if (const Row* const row = m_model->rowAt(index.row()); row != nullptr && row->value) {
            QAction* const use = menu->addAction(axisUseText(*row->value));
            use->setObjectName(u"useRow"_s);
            use->setEnabled(asksOtherwise(*row));
            connect(use, &QAction::triggered, this, [this, cell = QPersistentModelIndex(index)] {
                emit rowUsed(static_cast<std::size_t>(cell.row()));
            });
        }
        menu->addSeparator();
    }
    if (index.isValid()) {
        connect(menu->addAction(tr("Copy cell")), &QAction::triggered, this,
                [cell = QPersistentModelIndex(index)] { copyCell(cell); });
    }
    menu->addAction(m_copy);
    connect(menu->addAction(tr("Copy table")), &QAction::triggered, this, &RowTable::copyAll);
    connect(menu->addAction(tr("Select all")), &QAction::triggered, m_view, &QTableView::selectAll);
    menu->addMenu(makeColumnMenu(menu));
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void RowTable::activate(const QModelIndex& index) {
    if (!index.isValid()) {
        return;
    }
    const auto row = static_cast<std::size_t>(index.row());
    if (const auto part = columnAt(index.column()).part) {
        emit cellActivated(row, *part);
    } else {
        emit rowActivated(row);
    }
}

std::vector<int> RowTable::visibleColumns() const {
    std::vector<int> visible;
    for (int column = 0; column < columnCount(); ++column) {
        if (!m_view->isColumnHidden(column)) {
            visible.push_back(column);
        }
    }
    return visible;
}

} // namespace vram::ui
