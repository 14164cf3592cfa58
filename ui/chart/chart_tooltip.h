// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/chart/chart_painter.h"

namespace vram::ui {

/// "RTX 4090 · KV cache", its bytes with their range, its share of the need and of the usable memory: rich text.
[[nodiscard]] QString segmentToolTip(const BarChartData& data, const SegmentPosition& position);
/// The row as a whole: full name, need, usable memory, verdict; the sentence where there is no bar.
[[nodiscard]] QString rowToolTip(const BarChartData& data, std::size_t index);
/// "RTX 4090 24 GB, Fits, 20.5 of 23.5 GiB": a row as a screen reader names it.
[[nodiscard]] QString rowName(const BarChartData& data, std::size_t index);
/// The row in one plain sentence, for screen readers.
[[nodiscard]] QString rowSummary(const BarChartData& data, std::size_t index);

} // namespace vram::ui
