// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QString>

class QTableView;

namespace vram::ui {

/// A table of what was found: one row an answer, sortable by every column. While a new answer is worked out the old one
/// is pale.
class FoundTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< number or text; invalid where it is not known
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setPale(bool pale);
    [[nodiscard]] bool isPale() const { return m_pale; }
    /// Words and numbers anew, in the language of now.
    void retranslate();

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual bool isFigure(int column) const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual QString cell(int row, int column) const = 0;
    [[nodiscard]] virtual QVariant order(int row, int column) const = 0;
    [[nodiscard]] virtual QString tip(int row, int column) const = 0;

private:
    bool m_pale = false;
};

/// Sorts by SortRole; what is not known comes last, whichever way.
class FoundOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit FoundOrder(FoundTable* table, QObject* parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

/// Sets `view` up for such a table: whole rows, sorting, copying by the usual key.
void showFound(QTableView& view, FoundOrder& order);

/// Columns as wide as what they hold. Where they do not all fit, the first one is elided, down to a width that still
/// tells names apart; the last one takes what is left.
void fitColumns(QTableView& view);

} // namespace vram::ui
