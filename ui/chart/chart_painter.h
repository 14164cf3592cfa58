// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QRectF>

#include "ui/chart/bar_chart_data.h"
#include "ui/chart/chart_geometry.h"
#include "ui/chart/chart_scale.h"
#include "ui/chart/text_widths.h"

#include <cstddef>
#include <optional>

class QPainter;

namespace vram::ui {

/// One segment of one row.
struct SegmentPosition {
    std::size_t row = 0;
    MemoryPart part{};
    friend bool operator==(const SegmentPosition&, const SegmentPosition&) = default;
};

/// All that painting needs; the same for the window and for an exported picture.
struct ChartView {
    const BarChartData& data;
    const ChartScale& scale;
    const ChartGeometry& geometry;
    TextWidths& widths; ///< of the font
    QFont font;
    bool dark = false;
    bool keyboardFocus = false; ///< the focused row shows a frame
    std::optional<SegmentPosition> hovered;
};

/// Grid lines and the focused row's marker: what lies under the bars.
void paintUnderBars(QPainter& painter, const ChartView& view, const QRectF& exposed);
/// Separators, labels, usable-memory marks, ranges and the text columns: what lies over the bars.
void paintOverBars(QPainter& painter, const ChartView& view, const QRectF& exposed);

/// Tick labels and unit below the rows; `top` is the upper edge of the strip.
void paintAxis(QPainter& painter, const ChartView& view, double top);
[[nodiscard]] double axisHeight(const QFont& font);

/// Left and right edge of a part's segment on the axis, unclipped; nullopt where the row has no such part.
struct Span {
    double left = 0;
    double right = 0;
};
[[nodiscard]] std::optional<Span> segmentSpan(const BarChartData& data, const ChartGeometry& geometry,
                                              const SegmentPosition& position);
/// The segment at a point of the rows, with a little tolerance around thin ones; nullopt beside the bars.
[[nodiscard]] std::optional<SegmentPosition> segmentAt(const BarChartData& data, const ChartGeometry& geometry,
                                                       QPointF point);

/// Fills in the text columns' widths and the icon's size for `font`, leaving at least half of `width` to the plot.
void measureColumns(ChartGeometry& geometry, const BarChartData& data, TextWidths& widths);

} // namespace vram::ui
