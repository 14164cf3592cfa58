// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/placement/layer_chart_data.h"

class QPainter;
class QWidget;

namespace vram::ui {

constexpr int kLayerChartTextLines = 4; ///< legend and axis, with their spaces

/// Where the curves go, between the legend, the figures of the axis and its ends.
[[nodiscard]] QRectF layerChartPlot(const QWidget& widget, const LayerChartData& data);

void paintLayerChart(QPainter& painter, const QWidget& widget, const LayerChartData& data,
                     const LayerChartGeometry& geometry);

} // namespace vram::ui
