// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "ui/store/snapshot.h"
#include "ui/takeaway/report_document.h"

QT_BEGIN_NAMESPACE
class QPagedPaintDevice;
QT_END_NAMESPACE

namespace vram::ui {

/// Prints the report: the chart as vector graphics, tables with their headers again on each page, page numbers. The
/// device has `reportResolution()` dots an inch, which is the screen's: what was measured there is as large here. Light
/// colours whatever the window shows. False where the device cannot be painted on.
[[nodiscard]] bool paintReport(QPagedPaintDevice& device, const Snapshot& snapshot, const ReportDocument& document,
                               const ReportOptions& options);
[[nodiscard]] int reportResolution();

/// A4 with page margins, as a PDF; empty where nothing could be made.
[[nodiscard]] QByteArray reportPdf(const Snapshot& snapshot, const ReportDocument& document,
                                   const ReportOptions& options);

/// The chart as an SVG file, with its background.
[[nodiscard]] QByteArray chartSvg(const Snapshot& snapshot, const ReportOptions& options, bool dark = false);

} // namespace vram::ui
