// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/stop_slider.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QMouseEvent>
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
    connect(this, &QAbstractSlider::actionTriggered, this, &StopSlider::stepExactly);
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

QSize StopSlider::sizeHint() const {
    constexpr int kTrackHeight = 24; // room for the mark below; no more than the box beside it has
    const QSize plain = QSlider::sizeHint();
    return {plain.width(), std::max(plain.height(), kTrackHeight)};
}

QSize StopSlider::minimumSizeHint() const {
    constexpr int kLeastWidth = 60; // the stops are reached with the keys, too
    return {kLeastWidth, sizeHint().height()};
}

void StopSlider::setTrack(SliderTrack track) {
    if (track != m_track) {
        m_track = std::move(track);
        update();
    }
}

double StopSlider::positionOf(double number) const {
    const auto above = std::ranges::lower_bound(m_stops, number);
    if (above == m_stops.end()) {
        return static_cast<double>(m_stops.size()) - 1;
    }
    if (above == m_stops.begin()) {
        return 0;
    }
    const double below = *(above - 1);
    return static_cast<double>(above - m_stops.begin()) - 1 + (number - below) / (*above - below);
}

int StopSlider::pixelAt(double position) const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
    const int span = groove.width() - handleRect().width();
    double share = position / std::max(1.0, static_cast<double>(maximum()));
    if (isRightToLeft()) {
        share = 1 - share; // the style mirrors handle and groove
    }
    return groove.left() + (groove.width() - span) / 2 + static_cast<int>(std::lround(share * span));
}

void StopSlider::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(this); // all of it lies under the handle
        paintTrack(painter);
        paintLimit(painter);
    }
    QSlider::paintEvent(event);
}

void StopSlider::paintLimit(QPainter& painter) const {
    if (!m_limit || *m_limit >= m_stops.back()) {
        return;
    }
    // A band above the groove from the limit to the end, and a tick at the limit.
    const QColor colour = verdictColour(Verdict::Tight, isDark(palette()));
    const int x = pixelOf(*m_limit);
    const int middle = height() / 2;
    const int end = pixelOf(m_stops.back());
    painter.fillRect(QRect(QPoint(std::min(x, end), middle - 7), QPoint(std::max(x, end), middle - 6)), colour);
    painter.fillRect(QRect(x - 1, middle - 8, 2, 12), colour);
}

void StopSlider::paintTrack(QPainter& painter) const {
    constexpr double kPale = 0.4;
    constexpr int kBelow = 5; // pixels under the middle of the groove
    constexpr int kThick = 3;
    const bool dark = isDark(palette());
    const int top = height() / 2 + kBelow;
    painter.setOpacity(m_track.current && isEnabled() ? 1 : kPale);
    for (const SliderTrack::Part& part : m_track.parts) {
        const int from = pixelAt(part.from);
        const int to = pixelAt(part.to);
        paintZone(painter, QRect(QPoint(std::min(from, to), top), QPoint(std::max(from, to) - 1, top + kThick - 1)),
                  part.verdict, dark);
    }
    painter.setOpacity(1);
    if (!hasMark()) {
        return;
    }
    // A wedge that points at the value.
    constexpr double kHalf = 4;
    constexpr double kHigh = 5;
    const double x = pixelAt(*m_track.mark);
    const double tip = top + kThick - 1;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(verdictColour(m_track.markFits ? Verdict::Fits : Verdict::Tight, dark));
    painter.drawPolygon(QPolygonF{{x, tip}, {x - kHalf, tip + kHigh}, {x + kHalf, tip + kHigh}});
    painter.setRenderHint(QPainter::Antialiasing, false);
}

bool StopSlider::isAtMark(int x, int reach) const { return hasMark() && std::abs(x - pixelAt(*m_track.mark)) <= reach; }

void StopSlider::mousePressEvent(QMouseEvent* event) {
    constexpr int kReach = 5;
    const QPoint at = event->position().toPoint();
    m_grab = at.x() - handleRect().center().x();
    m_held = false;
    if (event->button() == Qt::LeftButton && !handleRect().contains(at) && isAtMark(at.x(), kReach)) {
        event->accept();
        emit markChosen();
        return;
    }
    QSlider::mousePressEvent(event);
}

void StopSlider::mouseMoveEvent(QMouseEvent* event) {
    constexpr int kReach = 4;
    const int middle = event->position().toPoint().x() - m_grab;
    if (isSliderDown() && !event->modifiers().testFlag(Qt::ShiftModifier) && isAtMark(middle, kReach)) {
        event->accept();
        if (!std::exchange(m_held, true)) {
            emit markChosen();
        }
        return;
    }
    const int before = value();
    QSlider::mouseMoveEvent(event);
    if (std::exchange(m_held, false) && value() == before) {
        emit valueChanged(before); // from the mark to the stop beside it
    }
}

void StopSlider::mouseReleaseEvent(QMouseEvent* event) {
    m_held = false;
    QSlider::mouseReleaseEvent(event);
}

void StopSlider::stepExactly(int action) {
    const bool up = action == SliderSingleStepAdd;
    if (!up && action != SliderSingleStepSub) {
        return;
    }
    const double wanted = up ? std::floor(m_exact) + 1 : std::ceil(m_exact) - 1;
    const int next = std::clamp(static_cast<int>(wanted), minimum(), maximum());
    const double mark = m_track.mark.value_or(m_exact);
    if (hasMark() && (up ? mark > m_exact && mark < next : mark < m_exact && mark > next)) {
        setSliderPosition(value());
        emit markChosen();
        return;
    }
    setSliderPosition(next);
    if (next == value() && std::abs(m_exact - next) > 0) {
        emit valueChanged(next); // the stop that a value between two was shown at
    }
}

void StopSlider::wheelEvent(QWheelEvent* event) {
    if (hasFocus()) {
        QSlider::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace vram::ui
