// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>
#include <QAccessibleWidget>

namespace vram::ui {

/// A chart along which a value is chosen, as assistive technology meets it: a slider whose value is said with what it
/// comes to.
class AccessibleSliderChart : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleSliderChart(QAbstractSlider* chart);

    void* interface_cast(QAccessible::InterfaceType type) override;
    QString text(QAccessible::Text kind) const override;
    QVariant currentValue() const override;
    QVariant maximumValue() const override;
    QVariant minimumValue() const override;
    QVariant minimumStepSize() const override;
    void setCurrentValue(const QVariant& value) override;

protected:
    [[nodiscard]] virtual QString spokenValue() const = 0;
    [[nodiscard]] virtual QString summary() const = 0;

private:
    [[nodiscard]] QAbstractSlider& slider() const;
};

} // namespace vram::ui
