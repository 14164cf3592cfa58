// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <QIcon>

#include "core/report/report.h"

#include <array>
#include <optional>

namespace vram::ui {

/// Cells as the chart paints its rows: the focused row on the chart's highlight with the bar at its left end, the
/// verdict with its sign and colour.
class RowTableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowTableDelegate(QObject* parent = nullptr);
    void setDark(bool dark);
    void setFocusedRow(std::optional<int> row) { m_focusedRow = row; }
    [[nodiscard]] std::optional<int> focusedRow() const { return m_focusedRow; }
    /// The column that stands at the left end now.
    void setFirstColumn(int column) { m_firstColumn = column; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    /// A cell that is neither selected nor has the keyboard: text and sign alone, which the style takes many times as
    /// long for.
    void paintPlain(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    std::array<QIcon, 5> m_icons;
    std::optional<int> m_focusedRow;
    int m_firstColumn = 0;
    int m_verdictColumn = -1;
    bool m_dark = false;
};

} // namespace vram::ui
