// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lines/line_chart.h"

#include "ui/access/accessible_slider_chart.h"
#include "ui/lines/line_painter.h"
#include "ui/lines/line_text.h"
#include "ui/panel/field_row.h"
#include "ui/panel/stops.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolTip>

#include <mutex>
#include <utility>

namespace vram::ui {

namespace {

constexpr QSize kPreferred{900, 420};
constexpr QSize kLeast{360, 160};
constexpr int kPageStep = 4; ///< stops: a doubling

class AccessibleLineChart : public AccessibleSliderChart {
public:
    explicit AccessibleLineChart(LineChart* chart) : AccessibleSliderChart(chart) {}

protected:
    [[nodiscard]] QString spokenValue() const override {
        return lineSentence(chart().lines(), chart().lines().present);
    }
    [[nodiscard]] QString summary() const override { return lineSummary(chart().lines()); }

private:
    [[nodiscard]] LineChart& chart() const { return *static_cast<LineChart*>(widget()); }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* chart = qobject_cast<LineChart*>(object);
    return chart != nullptr ? new AccessibleLineChart(chart) : nullptr;
}

} // namespace

LineChart::LineChart(QWidget* parent) : QAbstractSlider(parent) {
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(&makeAccessible); });
    setObjectName(QStringLiteral("lineChart"));
    setOrientation(Qt::Horizontal);
    setLayoutDirection(Qt::LeftToRight); // like the bars, it does not mirror; nor do its keys
    setFocusPolicy(Qt::StrongFocus);
    setPageStep(kPageStep);
    setRange(0, 0);
    setMouseTracking(true);
    guardWheel(this);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(this, &QAbstractSlider::valueChanged, this,
            [this](int position) { emit valueChosen(m_stops.at(static_cast<std::size_t>(position))); });
}

void LineChart::setLines(LineChartData lines) {
    if (!lines.isAlike(m_data)) {
        m_ground.current = false;
    }
    m_data = std::move(lines);
    m_stops = m_data.sentence.isEmpty() ? lineStops(m_data) : std::vector<std::int64_t>{m_data.present.value};
    const QSignalBlocker quiet(this);
    setRange(0, static_cast<int>(m_stops.size()) - 1);
    setValue(nearestStop(m_stops, m_data.present.value));
    update();
}

LineGeometry LineChart::geometryOfPlot() const { return lineGeometry(m_data, rect(), font()); }

QSize LineChart::sizeHint() const { return kPreferred; }

QSize LineChart::minimumSizeHint() const { return kLeast; }

bool LineChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_data.hasLines() && !m_data.stale) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const SeriesPoint& point = m_data.nearest(geometryOfPlot().valueAt(help->pos().x()));
        QToolTip::showText(help->globalPos(), lineToolTip(m_data, point), this);
        return true;
    }
    return QAbstractSlider::event(event);
}

const QPixmap& LineChart::groundFor(const LineGeometry& geometry) {
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_ground.picture.size() != pixels || m_ground.picture.devicePixelRatio() != ratio) {
        m_ground.picture = QPixmap(pixels);
        m_ground.picture.setDevicePixelRatio(ratio);
        m_ground.current = false;
    }
    const bool dark = isDark(palette());
    if (!m_ground.current || m_ground.geometry != geometry || m_ground.font != font() || m_ground.dark != dark) {
        m_ground.current = true;
        m_ground.geometry = geometry;
        m_ground.font = font();
        m_ground.dark = dark;
        QPainter painter(&m_ground.picture);
        paintLineGround(painter, {m_data, geometry, font(), dark, m_hovered}, rect());
    }
    return m_ground.picture;
}

void LineChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const LineGeometry geometry = geometryOfPlot();
    painter.drawPixmap(0, 0, groundFor(geometry));
    paintOverLines(painter, {m_data, geometry, font(), isDark(palette()), m_hovered}, rect());
}

void LineChart::moveTo(double x) { setSliderPosition(nearestStop(m_stops, geometryOfPlot().valueAt(x))); }

void LineChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_data.sentence.isEmpty() ||
        event->position().x() > geometryOfPlot().plot.right() + 2) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    moveTo(event->position().x());
}

void LineChart::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown()) {
        moveTo(event->position().x());
    }
    const LineGeometry geometry = geometryOfPlot();
    const bool inside = m_data.hasLines() && geometry.plot.contains(event->position());
    inspect(inside && !isSliderDown() ? std::optional(m_data.nearest(geometry.valueAt(event->position().x())).value)
                                      : std::nullopt);
}

void LineChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        setSliderDown(false);
    }
}

void LineChart::leaveEvent(QEvent* event) {
    inspect(std::nullopt);
    QAbstractSlider::leaveEvent(event);
}

void LineChart::inspect(std::optional<std::int64_t> value) {
    if (value != m_hovered) {
        m_hovered = value;
        update();
        emit inspected(value);
    }
}

void LineChart::retranslate() {
    setAccessibleName(tr("Memory need as lines"));
    m_ground.current = false; // has words
    update();
}

void LineChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        update();
    }
    QAbstractSlider::changeEvent(event);
}

} // namespace vram::ui
