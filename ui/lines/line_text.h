// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lines/line_chart_data.h"

namespace vram::ui {

/// "8,192 tokens", "4 sequences", "micro-batch 4".
[[nodiscard]] QString lineValue(const LineChartData& data, std::int64_t value);
/// "8,192 tokens: 10.4 GiB, fits": a point in one line.
[[nodiscard]] QString lineSentence(const LineChartData& data, const SeriesPoint& point);
/// The point as a table, for a tooltip: rich text.
[[nodiscard]] QString lineToolTip(const LineChartData& data, const SeriesPoint& point);
/// "KV cache: 1.3 GiB"
[[nodiscard]] QString partFigure(const LineChartData& data, const SeriesPoint& point, MemoryPart part);
/// "RTX 4090 24 GB: 23.0 GiB usable, enough up to 61,440 tokens"
[[nodiscard]] QString markSentence(const LineChartData& data, const CapacityMark& mark);
/// "24 GB: 41K", beside the place where the need crosses the line; empty where it does not on this axis.
[[nodiscard]] QString crossingText(const LineChartData& data, const CapacityMark& mark);
/// What the lines say, in sentences.
[[nodiscard]] QString lineSummary(const LineChartData& data);

} // namespace vram::ui
