// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/lines_export.h"

#include "ui/chart/chart_geometry.h"
#include "ui/chart/chart_strips.h"
#include "ui/export/export_page.h"
#include "ui/lines/line_figures.h"
#include "ui/lines/line_painter.h"
#include "ui/text/scenario_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMargin = ChartGeometry::kMargin;
constexpr double kGap = 10;
constexpr double kUsualPlotShare = 0.5; ///< height of the lines as a share of the width
constexpr double kLeastPlotHeight = 200;

QString headline(const LineChartData& lines) {
    if (lines.axis == SeriesAxis::Context) {
        return lines.trains ? QCoreApplication::translate("Export", "GPU memory needed, over the sequence length")
                            : QCoreApplication::translate("Export", "GPU memory needed, over the context");
    }
    return lines.trains ? QCoreApplication::translate("Export", "GPU memory needed, over the micro-batch")
                        : QCoreApplication::translate("Export", "GPU memory needed, over the sequences");
}

} // namespace

QImage renderLines(const LineChartData& lines, const Snapshot& snapshot, const ExportOptions& options) {
    const QFont font = QApplication::font();
    const QFont heading = titleFont(font);
    const ThemeColours& colours = themeColours(options.dark);
    LineChartData data = lines;
    data.patterns = options.patterns;
    data.unit = options.unit;
    const double width = std::max(options.size.width(), kLeastWidth);
    const double inner = width - 2 * kMargin;
    const double line = std::ceil(QFontMetricsF(font).height());
    const double headingHeight = std::ceil(QFontMetricsF(heading).height());
    const double top = kMargin + headingHeight + line + kGap;
    const std::vector<LegendEntry> legend = lineLegend(data, data.present);
    const double below = std::ceil(legendHeight(legend, font, inner)) + line + kMargin;
    const double plotHeight = options.size.height() > 0
                                  ? std::max(options.size.height() - top - below, kLeastPlotHeight)
                                  : std::round(width * kUsualPlotShare);
    const double scale = std::clamp(options.scale, kLeastScale, kMostScale);

    QImage image((QSizeF(width, top + plotHeight + below) * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) {
        return image;
    }
    image.setDevicePixelRatio(scale);
    image.fill(colours.background);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setLayoutDirection(Qt::LeftToRight); // as the bars
    paintLine(painter, heading, colours.text, QRectF(kMargin, kMargin, inner, headingHeight), headline(data));
    const QString question =
        data.sentence.isEmpty() ? scenarioLine(snapshot) + u" · "_s + data.subject.section(u" · "_s, -1) : QString();
    paintLine(painter, font, colours.mutedText, QRectF(kMargin, kMargin + headingHeight, inner, line), question);
    const QRectF plot(0, top, width, plotHeight);
    const LineGeometry geometry = lineGeometry(data, plot, font);
    paintLines(painter, {data, geometry, font, options.dark, std::nullopt}, plot);
    if (data.sentence.isEmpty()) {
        paintLegend(painter, legend, font, options.dark, QRectF(kMargin, top + plotHeight, inner, below));
    }
    const double captionTop = top + plotHeight + below - kMargin - line;
    paintLine(painter, font, colours.mutedText, QRectF(kMargin, captionTop, inner, line), exportCaption(options),
              Qt::AlignRight);
    return image;
}

} // namespace vram::ui
