// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include "ui/lines/line_chart_data.h"

#include <vector>

namespace vram::ui {

/// Where a value stands: the axis of counts is logarithmic, the axis of bytes is not.
struct LineGeometry {
    QRectF plot;
    SeriesSpan span;
    double maximum = 1; ///< of the bytes, in the data's unit
    double step = 1;

    [[nodiscard]] double xOf(std::int64_t value) const;
    [[nodiscard]] double yOf(double value) const; ///< not clamped to the plot
    [[nodiscard]] std::int64_t valueAt(double x) const;
    friend bool operator==(const LineGeometry&, const LineGeometry&) = default;
};

/// The axis of bytes holds the present need and the focused row's memory with it; the other rows' memory too, unless it
/// lies so far up that the areas would be flat. Areas are cut at the top.
[[nodiscard]] LineGeometry lineGeometry(const LineChartData& data, const QRectF& area, const QFont& font);

/// The names at the right edge for one level line or for some that lie together.
struct EdgeLabel {
    std::vector<std::size_t> marks; ///< indices, the least memory first
    double line = 0;                ///< y of the first one's line
    double y = 0;                   ///< of the text's middle
    bool beyond = false;            ///< above the axis
};
/// From the bottom up, one for each line. Labels that would meet move apart as long as there is room, then they become
/// one.
[[nodiscard]] std::vector<EdgeLabel> edgeLabels(const LineChartData& data, const LineGeometry& geometry,
                                                double lineHeight);
/// "RTX 4090 24 GB", "RTX 4090 24 GB +2", "↑ A100 80 GB +1".
[[nodiscard]] QString edgeText(const LineChartData& data, const EdgeLabel& label);

/// "41K", "1M", "640", for places where five digits are too many: rounded down to whole Ki where the count is large.
[[nodiscard]] QString shortCount(std::int64_t count);

} // namespace vram::ui
