// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QTableView>

namespace vram::ui {

/// Paints the cells that changed: QTableView paints all of them where more than one did.
class CellView : public QTableView {
public:
    using QTableView::QTableView;

protected:
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override {
        if (QAccessible::isActive() || topLeft.row() != bottomRight.row()) {
            QTableView::dataChanged(topLeft, bottomRight, roles);
            return;
        }
        QRect changed;
        for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
            if (!isColumnHidden(column)) {
                changed |= visualRect(topLeft.siblingAtColumn(column));
            }
        }
        if (changed.intersects(viewport()->rect())) {
            viewport()->update(changed);
        }
    }
};

} // namespace vram::ui
