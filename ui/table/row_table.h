// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include "core/catalog/catalog.h"
#include "ui/store/snapshot.h"
#include "ui/table/row_table_model.h"
#include "ui/text/format.h"

#include <cstddef>
#include <optional>
#include <vector>

class QAction;
class QMenu;
class QTableView;

namespace vram::ui {

class RowTableDelegate;

/// The compared machines as a table: the same rows, order and focus as the bars. A click on a header asks for another
/// order (`sortChanged`); the store sorts, so that bars and table agree. Retranslates and recolours itself.
class RowTable : public QWidget {
    Q_OBJECT

public:
    explicit RowTable(GpuLookup lookup, QWidget* parent = nullptr);
    /// Facts of the cards from `catalog`, which must outlive the table.
    explicit RowTable(const Catalog& catalog, QWidget* parent = nullptr);

    void setSnapshot(const Snapshot& snapshot);
    void setByteUnit(ByteUnit unit);
    /// Chosen columns by id (`tableColumns()`); unknown ids are left out, the card is always there. A part that no row
    /// has stays hidden although it is chosen.
    void setColumns(const QStringList& ids);
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] static QStringList standardColumns();

    /// The selected rows (all where none is selected) with headers, as `copy()` puts them on the clipboard.
    [[nodiscard]] QString selectedText() const;
    void copy() const;
    void copyAll() const; ///< every row, whatever is selected
    /// For a context menu: checkable entries of all columns. Belongs to `parent`.
    [[nodiscard]] QMenu* makeColumnMenu(QWidget* parent);
    /// The same entries in place of those of `menu`.
    void fillColumnMenu(QMenu& menu);

    [[nodiscard]] QTableView& view() const { return *m_view; }
    [[nodiscard]] RowTableModel& model() const { return *m_model; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void rowClicked(std::size_t row);
    /// A click on a cell: to update a drawer that is open. No part: a cell of the whole row.
    void cellClicked(std::size_t row, std::optional<vram::MemoryPart> part);
    /// Enter or a double click on a part's cell: to open the drawer.
    void cellActivated(std::size_t row, vram::MemoryPart part);
    /// The same on a cell that is no part (total, left, verdict ...).
    void rowActivated(std::size_t row);
    /// Enter, a double click or the menu on a row of another value than the scenario's.
    void rowUsed(std::size_t row);
    void columnsChanged(const QStringList& ids);
    /// What `view.sort` is to say: a column's sort id, "-" in front for descending, empty for "as added".
    void sortChanged(const QString& sort);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectView();
    void retranslate();
    void look();
    void applyColumns();
    [[nodiscard]] bool comparesValues() const;
    void fitColumn(int column);
    void growColumns(const QModelIndex& topLeft, const QModelIndex& bottomRight);
    void showFocus(const Snapshot& snapshot);
    void showSort();
    void chooseSort(int column);
    void chooseColumn(int column, bool shown);
    void openMenu(QPoint position);
    void activate(const QModelIndex& index);
    [[nodiscard]] QList<int> selectedRows() const;
    [[nodiscard]] std::vector<int> visibleColumns() const;

    RowTableModel* m_model;
    RowTableDelegate* m_delegate;
    QTableView* m_view;
    QAction* m_copy;
    std::vector<bool> m_chosen; ///< by column
    QString m_sort;
    ByteUnit m_unit = ByteUnit::GiB;
    bool m_following = false; ///< the snapshot moves the focus, not the user
};

} // namespace vram::ui
