// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/accessible_slider_chart.h"

namespace vram::ui {

AccessibleSliderChart::AccessibleSliderChart(QAbstractSlider* chart) : QAccessibleWidget(chart, QAccessible::Slider) {}

void* AccessibleSliderChart::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

QString AccessibleSliderChart::text(QAccessible::Text kind) const {
    switch (kind) {
    case QAccessible::Value:
        return spokenValue();
    case QAccessible::Description:
        return summary();
    default:
        return QAccessibleWidget::text(kind);
    }
}

QVariant AccessibleSliderChart::currentValue() const { return slider().value(); }
QVariant AccessibleSliderChart::maximumValue() const { return slider().maximum(); }
QVariant AccessibleSliderChart::minimumValue() const { return slider().minimum(); }
QVariant AccessibleSliderChart::minimumStepSize() const { return 1; }
void AccessibleSliderChart::setCurrentValue(const QVariant& value) { slider().setValue(value.toInt()); }

QAbstractSlider& AccessibleSliderChart::slider() const { return *static_cast<QAbstractSlider*>(widget()); }

} // namespace vram::ui
