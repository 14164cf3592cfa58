// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStyledItemDelegate>

namespace vram::ui {

/// For a column of figures with a unit: they stay in the language's order where only the window is mirrored.
class FigureDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (option->direction == Qt::RightToLeft && QLocale().textDirection() == Qt::LeftToRight) {
            constexpr QChar kIsolate(0x2066);
            constexpr QChar kEnd(0x2069);
            option->text = kIsolate + option->text + kEnd;
        }
    }
};

} // namespace vram::ui
