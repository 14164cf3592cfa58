// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/chart/bar_chart_data.h"

#include <vector>

namespace vram::ui {

/// The value axis: from 0 to `maximum` (a whole number of steps), in the data's unit or in percent.
struct ChartScale {
    double maximum = 1;
    double step = 1;
    bool share = false;
    friend bool operator==(const ChartScale&, const ChartScale&) = default;

    [[nodiscard]] std::vector<double> ticks() const;
    [[nodiscard]] QString tickLabel(double value) const; ///< "16"; "75 %"
};

/// At most eight steps to `maximum`: powers of two of GiB, 1-2-5 of GB.
[[nodiscard]] double niceStep(double maximum, ByteUnit unit);

/// Bytes: steps are powers of two of GiB (as cards are) or 1-2-5 of GB, four to eight of them. Every bar lies within;
/// so does every card's usable memory, unless it is so large that the smallest card would become unreadable (the
/// share scale is for that): then its mark is an arrow at the edge. Share: 125 % to 200 %, longer bars are cut there.
[[nodiscard]] ChartScale chartScale(const BarChartData& data);

} // namespace vram::ui
