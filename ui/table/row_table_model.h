// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "ui/store/snapshot.h"
#include "ui/table/table_column.h"
#include "ui/text/format.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace vram::ui {

/// A card of the catalogue by name; nullptr where there is none.
using GpuLookup = std::function<const Gpu*(const std::string& name)>;

/// The snapshot's rows in the snapshot's order, one column for each of `tableColumns()`. A step that changes figures
/// alone emits dataChanged for the cells that changed; the same cards in another order move; only other cards reset.
class RowTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< raw number or text
        VerdictRole,             ///< int of vram::Verdict, of the row
    };

    explicit RowTableModel(GpuLookup lookup, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    void setRows(const std::vector<Row>& rows);
    /// What the rows can still hold, in their order; until then of other rows nothing is known.
    void setLimits(std::vector<RowLimits> limits);
    void setByteUnit(ByteUnit unit);
    /// Words and numbers anew, in the language of now.
    void retranslate();
    /// Whether any row has a figure in this column (recurrent state, optimizer ...).
    [[nodiscard]] bool hasValues(int column) const;
    /// nullptr where there is no such row.
    [[nodiscard]] const Row* rowAt(int index) const;

private:
    struct Line {
        Row row;
        std::vector<CellValue> cells;
        RowLimits limits = {};
    };
    [[nodiscard]] Line lineOf(const Row& row, const RowLimits& limits = {}) const;
    void arrange(const std::vector<std::size_t>& from);
    void update(std::vector<Line> lines);
    [[nodiscard]] QString accessibleText(const Line& line, int column) const;
    [[nodiscard]] static QString reason(const Row& row);

    GpuLookup m_lookup;
    std::vector<Line> m_lines;
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
