// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/stop_slider.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <utility>

namespace vram::ui {
namespace {

/// QSlider's own interface reports the index of the stop.
class AccessibleStopSlider : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleStopSlider(StopSlider* slider) : QAccessibleWidget(slider, QAccessible::Slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? slider().valueText() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return slider().number(); }
    QVariant maximumValue() const override { return slider().stops().back(); }
    QVariant minimumValue() const override { return slider().stops().front(); }
    QVariant minimumStepSize() const override { return 0.0; } // differs from stop to stop
    void setCurrentValue(const QVariant& value) override {
        const std::vector<double>& stops = slider().stops();
        const double wanted = value.toDouble();
        const auto nearest =
            std::ranges::min_element(stops, {}, [wanted](double stop) { return std::abs(stop - wanted); });
        slider().setValue(static_cast<int>(nearest - stops.begin()));
    }

private:
    [[nodiscard]] StopSlider& slider() const { return *static_cast<StopSlider*>(widget()); }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* slider = qobject_cast<StopSlider*>(object);
    return slider ? new AccessibleStopSlider(slider) : nullptr;
}

} // namespace

StopSlider::StopSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(&makeAccessible); });
    setFocusPolicy(Qt::StrongFocus);
    setSingleStep(1);
    setRange(0, 0);
}

void StopSlider::setStops(std::vector<double> numbers) {
    if (numbers.empty()) {
        numbers = {0};
    }
    m_stops = std::move(numbers);
    const QSignalBlocker quiet(this);
    setRange(0, static_cast<int>(m_stops.size()) - 1);
    update();
}

double StopSlider::number() const { return m_stops[static_cast<std::size_t>(value())]; }

void StopSlider::setValueText(const QString& text) {
    if (text == m_valueText) {
        return;
    }
    m_valueText = text;
    QAccessibleValueChangeEvent event(this, number());
    QAccessible::updateAccessibility(&event);
}

void StopSlider::setLimit(std::optional<double> number) {
    if (number != m_limit) {
        m_limit = number;
        update();
    }
}

QRect StopSlider::handleRect() const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
}

int StopSlider::pixelOf(double number) const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
    const int span = groove.width() - handleRect().width();
    double position = 0;
    if (const auto above = std::ranges::lower_bound(m_stops, number); above == m_stops.end()) {
        position = static_cast<double>(m_stops.size()) - 1;
    } else if (above != m_stops.begin()) {
        const double below = *(above - 1);
        position = static_cast<double>(above - m_stops.begin()) - 1 + (number - below) / (*above - below);
    }
    double share = position / std::max(1.0, static_cast<double>(maximum()));
    if (isRightToLeft()) {
        share = 1 - share; // the style mirrors handle and groove
    }
    return groove.left() + (groove.width() - span) / 2 + static_cast<int>(std::lround(share * span));
}

void StopSlider::paintEvent(QPaintEvent* event) {
    if (m_limit && *m_limit < m_stops.back()) {
        // Under the handle: a band along the groove from the limit to the end, and a tick at the limit.
        QPainter painter(this);
        const QColor colour = verdictColour(Verdict::Tight, isDark(palette()));
        const int x = pixelOf(*m_limit);
        const int middle = height() / 2;
        const int end = pixelOf(m_stops.back());
        painter.fillRect(QRect(QPoint(std::min(x, end), middle + 5), QPoint(std::max(x, end), middle + 6)), colour);
        painter.fillRect(QRect(x - 1, middle - 8, 2, 17), colour);
    }
    QSlider::paintEvent(event);
}

void StopSlider::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QSlider::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace vram::ui
