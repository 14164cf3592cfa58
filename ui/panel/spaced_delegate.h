// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace vram::ui {

/// For a column of words behind a column of right-aligned figures: without a gap the two read as one.
class SpacedDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QString displayText(const QVariant& value, const QLocale& locale) const override {
        return QChar(u'\u2003') + QStyledItemDelegate::displayText(value, locale);
    }
};

} // namespace vram::ui
