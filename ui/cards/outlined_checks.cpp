// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/outlined_checks.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace vram::ui {

OutlinedChecks::OutlinedChecks() : QProxyStyle(QStringLiteral("fusion")) {}

void OutlinedChecks::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    // The check of an item view is drawn by way of PE_IndicatorCheckBox as well.
    if (element == PE_IndicatorCheckBox) {
        painter->save();
        painter->setPen(themeColours(isDark(option->palette)).mutedText);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }
}

} // namespace vram::ui
