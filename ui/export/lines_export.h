// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "ui/export/chart_export.h"

namespace vram::ui {

struct LineChartData;

/// The lines as a picture, made as renderChart() makes the bars': title with the question, legend, caption.
[[nodiscard]] QImage renderLines(const LineChartData& lines, const Snapshot& snapshot, const ExportOptions& options);

} // namespace vram::ui
