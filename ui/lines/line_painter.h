// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include "ui/lines/line_geometry.h"

#include <cstdint>
#include <optional>

class QPainter;

namespace vram::ui {

/// All that painting needs; the same for the window and for an exported picture.
struct LineView2D {
    const LineChartData& data;
    const LineGeometry& geometry;
    QFont font;
    bool dark = false;
    std::optional<std::int64_t> hovered; ///< the value under the pointer
};

/// What neither the present value nor the pointer changes: areas and level lines.
void paintLineGround(QPainter& painter, const LineView2D& view, const QRectF& area);
/// What lies over it: the axis of values, the line of the present, crossings. Nothing where there are no lines.
void paintOverLines(QPainter& painter, const LineView2D& view, const QRectF& area);
/// Both.
void paintLines(QPainter& painter, const LineView2D& view, const QRectF& area);

} // namespace vram::ui
