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

/// Areas, level lines, their crossings, both axes and the line of the present.
void paintLines(QPainter& painter, const LineView2D& view, const QRectF& area);

} // namespace vram::ui
