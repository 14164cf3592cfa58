// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "ui/takeaway/report_document.h"

namespace vram::ui {

/// A page that needs nothing but itself: no scripts, no addresses, the chart (SVG) once for light and once for dark
/// desktops.
[[nodiscard]] QByteArray reportHtml(const ReportDocument& document, const QByteArray& lightChart,
                                    const QByteArray& darkChart);

/// The parts before and after the chart for a QTextDocument on paper, which knows little of HTML.
struct PaperHtml {
    QString before;
    QString after;
};
[[nodiscard]] PaperHtml paperHtml(const ReportDocument& document);

/// A table as HTML alone, as a spreadsheet pastes it.
[[nodiscard]] QString tableHtml(const ReportTable& table);

} // namespace vram::ui
