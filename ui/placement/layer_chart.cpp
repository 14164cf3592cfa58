// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/layer_chart.h"

#include "ui/access/accessible_slider_chart.h"
#include "ui/panel/field_row.h"
#include "ui/placement/layer_chart_painter.h"
#include "ui/text/shown_text.h"

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

constexpr int kPreferredWidth = 340;
constexpr int kLinesOfPlot = 7; ///< text lines that the plot is high
constexpr int kPageStep = 4;

class AccessibleLayerChart : public AccessibleSliderChart {
public:
    explicit AccessibleLayerChart(LayerChart* chart) : AccessibleSliderChart(chart) {}

protected:
    [[nodiscard]] QString spokenValue() const override { return layerSpoken(chart().data(), chart().value()); }
    [[nodiscard]] QString summary() const override { return layerSummary(chart().data()); }

private:
    [[nodiscard]] LayerChart& chart() const { return *static_cast<LayerChart*>(widget()); }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* chart = qobject_cast<LayerChart*>(object);
    return chart != nullptr ? new AccessibleLayerChart(chart) : nullptr;
}

} // namespace

LayerChart::LayerChart(QWidget* parent) : QAbstractSlider(parent) {
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(&makeAccessible); });
    setObjectName(QStringLiteral("layerChart"));
    setOrientation(Qt::Horizontal);
    setLayoutDirection(Qt::LeftToRight); // like the bars, it does not mirror; nor do its keys
    setPageStep(kPageStep);
    setRange(0, 0);
    guardWheel(this);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LayerChart::setData(LayerChartData data) {
    m_data = std::move(data);
    const QSignalBlocker quiet(this);
    setRange(0, static_cast<int>(std::max<std::int64_t>(m_data.all(), 0)));
    setValue(static_cast<int>(m_data.chosen));
    update();
}

LayerChartGeometry LayerChart::geometryOfPlot() const {
    return layerChartGeometry(m_data, layerChartPlot(*this, m_data));
}

QSize LayerChart::sizeHint() const {
    return {kPreferredWidth, fontMetrics().height() * (kLinesOfPlot + kLayerChartTextLines)};
}

QSize LayerChart::minimumSizeHint() const { return {kPreferredWidth / 2, sizeHint().height()}; }

bool LayerChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !m_data.points.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::int64_t layers = geometryOfPlot().layersAt(help->pos().x());
        QToolTip::showText(help->globalPos(), plainToolTip(layerToolTip(m_data, layers)), this);
        return true;
    }
    return QAbstractSlider::event(event);
}

void LayerChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintLayerChart(painter, *this, m_data, geometryOfPlot());
}

void LayerChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_data.points.empty()) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    setSliderPosition(static_cast<int>(geometryOfPlot().layersAt(event->position().x())));
}

void LayerChart::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown()) {
        setSliderPosition(static_cast<int>(geometryOfPlot().layersAt(event->position().x())));
    }
}

void LayerChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        setSliderDown(false);
    }
}

void LayerChart::retranslate() {
    setAccessibleName(tr("Memory by layers on the GPU"));
    update();
}

void LayerChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    QAbstractSlider::changeEvent(event);
}

} // namespace vram::ui
