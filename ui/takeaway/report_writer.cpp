// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeaway/report_writer.h"

#include "ui/export/chart_export.h"
#include "ui/takeaway/report_html.h"
#include "ui/takeaway/report_pages.h"
#include "ui/takeaway/report_rows.h"
#include "ui/takeaway/report_text.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPictureScale = 2;

struct KindRow {
    ReportKind kind;
    const char16_t* ending;
    const char16_t* otherEnding; ///< null: none
    const char* label;           ///< English source text, context "Report"
};
constexpr std::array kKinds{
    KindRow{ReportKind::Pdf, u"pdf", nullptr, QT_TRANSLATE_NOOP("Report", "PDF document")},
    KindRow{ReportKind::Html, u"html", u"htm", QT_TRANSLATE_NOOP("Report", "Web page")},
    KindRow{ReportKind::Markdown, u"md", u"markdown", QT_TRANSLATE_NOOP("Report", "Markdown text")},
    KindRow{ReportKind::Csv, u"csv", nullptr, QT_TRANSLATE_NOOP("Report", "Table for spreadsheets")},
    KindRow{ReportKind::Json, u"json", nullptr, QT_TRANSLATE_NOOP("Report", "Data for programs")},
    KindRow{ReportKind::Svg, u"svg", nullptr, QT_TRANSLATE_NOOP("Report", "Chart as a drawing")},
    KindRow{ReportKind::Png, u"png", nullptr, QT_TRANSLATE_NOOP("Report", "Chart as a picture")},
};

QByteArray picture(const Snapshot& snapshot, const ReportOptions& options) {
    ExportOptions chart;
    chart.scale = kPictureScale;
    chart.unit = options.unit;
    chart.patterns = options.patterns;
    chart.date = options.date;
    chart.version = options.version;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return renderChart(snapshot, chart).save(&buffer, "png") ? buffer.data() : QByteArray();
}

} // namespace

std::optional<ReportKind> reportKind(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    for (const KindRow& row : kKinds) {
        if (ending == QString::fromUtf16(row.ending) ||
            (row.otherEnding != nullptr && ending == QString::fromUtf16(row.otherEnding))) {
            return row.kind;
        }
    }
    return std::nullopt;
}

QStringList reportEndings() {
    QStringList endings;
    for (const KindRow& row : kKinds) {
        endings += QString::fromUtf16(row.ending);
    }
    return endings;
}

QStringList reportFilters() {
    QStringList filters;
    for (const KindRow& row : kKinds) {
        filters += QCoreApplication::translate("Report", row.label) + u" (*."_s + QString::fromUtf16(row.ending) + u')';
    }
    return filters;
}

QByteArray reportBytes(ReportKind kind, const Snapshot& snapshot, const Catalog& catalog,
                       const ReportOptions& options) {
    const auto document = [&] { return reportDocument(snapshot, catalog, options); };
    switch (kind) {
    case ReportKind::Pdf:
        return reportPdf(snapshot, document(), options);
    case ReportKind::Html:
        return reportHtml(document(), chartSvg(snapshot, options), chartSvg(snapshot, options, true));
    case ReportKind::Markdown:
        return reportMarkdown(document());
    case ReportKind::Csv:
        return reportCsv(rawTable(snapshot, catalog));
    case ReportKind::Json:
        return reportJson(snapshot, catalog, options);
    case ReportKind::Svg:
        return chartSvg(snapshot, options);
    case ReportKind::Png:
        return picture(snapshot, options);
    }
    return {};
}

bool writeReport(const QString& path, const Snapshot& snapshot, const Catalog& catalog, const ReportOptions& options,
                 QString* why) {
    const std::optional<ReportKind> kind = reportKind(path);
    if (!kind) {
        *why = substitute(
            QCoreApplication::translate("Report", "The name %1 does not say what to write. Let it end in one of: %2."),
            {shownText(path), reportEndings().join(u", "_s)});
        return false;
    }
    const QByteArray bytes = reportBytes(*kind, snapshot, catalog, options);
    if (bytes.isEmpty()) {
        *why = QCoreApplication::translate("Report", "The report could not be made: not enough memory.");
        return false;
    }
    QSaveFile file(path);
    // Flushed by hand: commit() of Qt 6.4 does not hear of what its own flush could not write.
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit();
    if (!written) {
        *why = substitute(QCoreApplication::translate("Report", "The file %1 cannot be written: %2."),
                          {shownText(path), file.errorString()});
    }
    return written;
}

} // namespace vram::ui
