// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_painter.h"

#include "ui/text/labels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vram::ui {

void measureColumns(ChartGeometry& geometry, const BarChartData& data, TextWidths& widths) {
    double label = 0;
    double total = widths.of(formatBytes(kGiB * 100, data.unit));
    double verdict = 0;
    for (const ChartRow& row : data.rows) {
        label = std::max({label, widths.of(row.label), widths.of(row.subtitle)});
        total = std::max(total, widths.of(row.totalText));
        verdict = std::max(verdict, widths.of(row.verdictText));
    }
    // The widest verdict of the language is reserved, so that the plot does not move while a slider is dragged.
    Report offload;
    offload.verdict = Verdict::Offload;
    offload.gpuLayers = offload.layersTotal = 100;
    verdict = std::max(verdict, widths.of(verdictLabel(offload)));
    for (const Verdict other : {Verdict::Fits, Verdict::Tight, Verdict::No, Verdict::Unknown}) {
        verdict = std::max(verdict, widths.of(verdictLabel(other)));
    }
    double speed = 0;
    double target = 0;
    for (const ChartRow& row : data.rows) {
        if (row.hasBar()) { // also a row that does not fit now keeps the room
            speed = std::max({speed, widths.of(row.speedText), widths.of(formatSpeed(888))});
        }
        target = std::max(target, row.target ? widths.of(row.target->word) : 0);
    }
    constexpr double kMostLabelShare = 0.3;
    constexpr double kWidthStep = 8; // so that a growing figure moves the plot rarely
    geometry.labelWidth = std::ceil(std::min(label, geometry.width * kMostLabelShare));
    geometry.totalWidth = std::ceil(total / kWidthStep) * kWidthStep;
    geometry.verdictWidth = std::ceil(verdict);
    geometry.iconSize = std::round(widths.metrics().height() * 0.9);
    geometry.speedWidth = std::ceil(speed / kWidthStep) * kWidthStep;
    geometry.targetWidth = std::ceil(target);
    // Bars and verdict come first: in a narrow place the speed goes without its target, then without itself.
    constexpr double kLeastBeside = 1.6 * ChartGeometry::kLeastPlot;
    for (double* const column : {&geometry.targetWidth, &geometry.speedWidth}) {
        if (geometry.plot().width() < kLeastBeside) {
            *column = 0;
        }
    }
}

} // namespace vram::ui
