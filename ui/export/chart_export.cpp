// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_export.h"

#include "ui/chart/bar_chart_data.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/chart_strips.h"
#include "ui/export/export_page.h"
#include "ui/text/axis_text.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QImageWriter>
#include <QPainter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMargin = ChartGeometry::kMargin;
constexpr double kRowLines = 2.9;      ///< height of a row in lines where the height is free
constexpr double kLeastRowLines = 1.5; ///< in a picture of fixed height
constexpr double kGap = 10;

/// The picture's strips from top to bottom, in logical pixels.
struct Page {
    double width = 0;
    double titleHeight = 0;
    double rowHeight = 0;
    double rowsHeight = 0;
    double axisTop = 0;
    double legendTop = 0;
    double legendHeight = 0;
    double captionTop = 0;
    double height = 0;
};

QString message(const Snapshot& snapshot) {
    if (snapshot.problem) {
        return errorText(*snapshot.problem);
    }
    return snapshot.rows.empty() ? QCoreApplication::translate("Export", "No rows to compare.") : QString();
}

QString headline(const Snapshot& snapshot) { return axisHeadline(snapshot.scenario.view.axis); }

/// What all rows have in common.
QString questionLine(const Snapshot& snapshot) {
    if (comparesCards(snapshot.scenario) || snapshot.problem || snapshot.rows.empty()) {
        return scenarioLine(snapshot);
    }
    QStringList items{sharedLine(snapshot)};
    if (snapshot.scenario.view.axis != kScenarioAxis) { // each has its own
        items += machineLabel(snapshot.rows.front());
    }
    items.removeAll(QString());
    return items.join(u" · "_s);
}

Page layOut(const BarChartData& data, const ExportOptions& options, const QFont& font) {
    Page page;
    page.width = std::max(options.size.width(), kLeastWidth);
    const double line = QFontMetricsF(font).height();
    page.titleHeight = std::ceil(kMargin + QFontMetricsF(titleFont(font)).height() + line + kGap);
    page.legendHeight = std::ceil(legendHeight(legendEntries(data), font, page.width - 2 * kMargin));
    const double below = axisHeight(font) + page.legendHeight + std::ceil(line) + kMargin;
    const auto rows = static_cast<double>(std::max<std::size_t>(data.rows.size(), 1));
    const double free = (options.size.height() - page.titleHeight - below) / rows;
    page.rowHeight = options.size.height() > 0 ? std::max(std::floor(free), std::ceil(line * kLeastRowLines))
                                               : std::ceil(line * kRowLines);
    page.rowHeight = std::min(page.rowHeight, std::ceil(line * 4));
    page.rowsHeight = page.rowHeight * rows;
    page.axisTop = page.titleHeight + page.rowsHeight;
    page.legendTop = page.axisTop + axisHeight(font);
    page.captionTop = page.legendTop + page.legendHeight;
    page.height = std::max<double>(page.titleHeight + page.rowsHeight + below, options.size.height());
    page.captionTop = std::max(page.captionTop, page.height - kMargin - std::ceil(line));
    return page;
}

} // namespace

QSizeF chartSize(const Snapshot& snapshot, const ExportOptions& options) {
    const Page page = layOut(barChartData(snapshot, options.unit), options, QApplication::font());
    return {page.width, page.height};
}

QImage renderChart(const Snapshot& snapshot, const ExportOptions& options) {
    const double scale = std::clamp(options.scale, kLeastScale, kMostScale);
    QImage image((chartSize(snapshot, options) * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull()) {
        return image;
    }
    image.setDevicePixelRatio(scale);
    image.fill(themeColours(options.dark).background);
    QPainter painter(&image);
    paintChart(painter, snapshot, options);
    return image;
}

void paintChart(QPainter& painter, const Snapshot& snapshot, const ExportOptions& options) {
    const QFont font = QApplication::font();
    const ThemeColours& colours = themeColours(options.dark);
    BarChartData data = barChartData(snapshot, options.unit);
    data.patterns = options.patterns;
    data.focusedRow.reset(); // the picture answers for all rows alike
    const Page page = layOut(data, options, font);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setLayoutDirection(Qt::LeftToRight); // as the bars

    ChartScene scene;
    scene.setLook(font, options.dark);
    scene.setAvailable(QSizeF(page.width, page.rowsHeight), page.rowHeight);
    scene.setData(std::move(data));

    const double inner = page.width - 2 * kMargin;
    const QFont heading = titleFont(font);
    const double headingHeight = std::ceil(QFontMetricsF(heading).height());
    const double line = std::ceil(QFontMetricsF(font).height());
    paintLine(painter, heading, colours.text, QRectF(kMargin, kMargin, inner, headingHeight), headline(snapshot));
    paintLine(painter, font, colours.mutedText, QRectF(kMargin, kMargin + headingHeight, inner, line),
              questionLine(snapshot));
    if (const QString text = message(snapshot); !text.isEmpty()) {
        paintLine(painter, font, colours.text, QRectF(kMargin, page.titleHeight, inner, page.rowHeight), text);
    } else {
        const QRectF rows(0, 0, page.width, page.rowsHeight);
        scene.render(&painter, rows.translated(0, page.titleHeight), rows);
        paintAxis(painter, scene.view(), page.axisTop);
        paintLegend(painter, legendEntries(scene.data()), font, options.dark,
                    QRectF(kMargin, page.legendTop, inner, page.legendHeight));
    }
    paintLine(painter, font, colours.mutedText, QRectF(kMargin, page.captionTop, inner, line), exportCaption(options),
              Qt::AlignRight);
}

bool writePng(const QString& path, const QImage& image, QString* why) {
    const auto fail = [why](const QString& reason) {
        if (why != nullptr) {
            *why = reason;
        }
        return false;
    };
    if (image.isNull()) {
        return fail(QCoreApplication::translate("Export", "The picture is too large for this computer's memory."));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(QCoreApplication::translate("Export", "The file %1 cannot be written: %2.")
                        .arg(shownText(path), file.errorString()));
    }
    QImageWriter writer(&file, "png");
    writer.setText(u"Software"_s, u"VRAM Sizer"_s);
    if (!writer.write(image)) {
        const QString reason = writer.errorString();
        file.cancelWriting();
        return fail(
            QCoreApplication::translate("Export", "The file %1 cannot be written: %2.").arg(shownText(path), reason));
    }
    // Flushed by hand: commit() of Qt 6.4 does not hear of what its own flush could not write.
    if (!file.flush() || !file.commit()) {
        return fail(QCoreApplication::translate("Export", "The file %1 cannot be written: %2.")
                        .arg(shownText(path), file.errorString()));
    }
    return true;
}

} // namespace vram::ui
