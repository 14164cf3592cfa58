// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeaway/report_pages.h"

#include "ui/export/chart_export.h"
#include "ui/takeaway/report_html.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QScreen>
#include <QSvgGenerator>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextObjectInterface>

#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kChartObject = QTextFormat::UserObject + 1;
constexpr int kChartWidth = 940; ///< logical pixels, on paper reduced to the width of the page
constexpr double kBodyPoints = 9;
constexpr double kFootPoints = 7.5;
constexpr double kMarginMillimetres = 15;
constexpr double kUsualDots = 96;

ExportOptions chartOptions(const ReportOptions& options, bool dark) {
    ExportOptions chart;
    chart.size = QSize(kChartWidth, 0);
    chart.dark = dark;
    chart.unit = options.unit;
    chart.patterns = options.patterns;
    chart.date = options.date;
    chart.version = options.version;
    return chart;
}

/// The chart as a character of the text, as wide as the page.
class ChartObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    ChartObject(const Snapshot& snapshot, ExportOptions options, double width, QObject* parent)
        : QObject(parent),
          m_snapshot(snapshot),
          m_options(std::move(options)),
          m_size(chartSize(snapshot, m_options)),
          m_scale(width / m_size.width()) {}

    QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat&) override { return m_size * m_scale; }

    void drawObject(QPainter* painter, const QRectF& place, QTextDocument*, int, const QTextFormat&) override {
        painter->save();
        painter->translate(place.topLeft());
        painter->scale(m_scale, m_scale);
        paintChart(*painter, m_snapshot, m_options);
        painter->restore();
    }

private:
    const Snapshot& m_snapshot;
    ExportOptions m_options;
    QSizeF m_size;
    double m_scale;
};

void write(QTextDocument& text, const ReportDocument& document) {
    const PaperHtml html = paperHtml(document);
    QTextCursor cursor(&text);
    cursor.insertHtml(html.before);
    QTextBlockFormat block;
    block.setTopMargin(6);
    cursor.insertBlock(block);
    QTextCharFormat chart;
    chart.setObjectType(kChartObject);
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), chart);
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    cursor.insertHtml(html.after);
}

void paintFoot(QPainter& painter, const QSizeF& body, double footHeight, const QString& made, const QString& page) {
    QFont font = QApplication::font();
    font.setPointSizeF(kFootPoints);
    painter.setFont(font);
    painter.setPen(themeColours(false).mutedText);
    const QRectF foot(0, body.height(), body.width(), footHeight);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, made);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine, page);
}

/// The drawing is read where its fonts may be missing, and names only the first family, which without a desktop is an
/// alias that nobody else knows: a browser would fall back to serifs.
QByteArray withFallbackFamilies(const QByteArray& svg, const QFont& font) {
    QStringList families = font.families();
    families.removeIf([](const QString& family) { return !QFontDatabase::hasFamily(family); });
    families.append(u"sans-serif"_s);
    static const QRegularExpression named(u"font-family=\"[^\"]*\""_s);
    QString text = QString::fromUtf8(svg);
    text.replace(named, u"font-family=\""_s + families.join(u", "_s).toHtmlEscaped() + u'"');
    return text.toUtf8();
}

} // namespace

int reportResolution() {
    const QScreen* const screen = QGuiApplication::primaryScreen();
    return static_cast<int>(std::lround(screen == nullptr ? kUsualDots : screen->logicalDotsPerInchY()));
}

bool paintReport(QPagedPaintDevice& device, const Snapshot& snapshot, const ReportDocument& document,
                 const ReportOptions& options) {
    QPainter painter;
    if (!painter.begin(&device)) {
        return false;
    }
    QFont font = QApplication::font();
    font.setPointSizeF(kBodyPoints);
    QTextDocument text;
    text.setUndoRedoEnabled(false);
    text.setUseDesignMetrics(true); // whole pixels are the screen's
    text.setDocumentMargin(0);
    text.setDefaultFont(font);
    text.documentLayout()->setPaintDevice(&device);
    const double footHeight = std::ceil(QFontMetricsF(font, &device).height() * 2);
    const QSizeF body(device.width(), device.height() - footHeight);
    text.documentLayout()->registerHandler(
        kChartObject, new ChartObject(snapshot, chartOptions(options, false), body.width(), &text));
    text.setPageSize(body);
    write(text, document);
    const int pages = text.pageCount();
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !device.newPage()) {
            painter.end();
            return false;
        }
        painter.save();
        painter.setClipRect(QRectF(QPointF(0, 0), body));
        painter.translate(0, -page * body.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, themeColours(false).text);
        context.clip = QRectF(0, page * body.height(), body.width(), body.height());
        text.documentLayout()->draw(&painter, context);
        painter.restore();
        paintFoot(painter, body, footHeight, document.made,
                  //: at the foot of a printed page
                  substitute(QCoreApplication::translate("Report", "Page %1 of %2"),
                             {QString::number(page + 1), QString::number(pages)}));
    }
    return painter.end();
}

QByteArray reportPdf(const Snapshot& snapshot, const ReportDocument& document, const ReportOptions& options) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(reportResolution());
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kMarginMillimetres, kMarginMillimetres, kMarginMillimetres, kMarginMillimetres),
                              QPageLayout::Millimeter);
        writer.setTitle(document.title);
        writer.setCreator(u"VRAM Sizer "_s + versionOf(options));
        if (!paintReport(writer, snapshot, document, options)) {
            return {};
        }
    }
    return buffer.data();
}

QByteArray chartSvg(const Snapshot& snapshot, const ReportOptions& options, bool dark) {
    const ExportOptions chart = chartOptions(options, dark);
    const QSizeF size = chartSize(snapshot, chart);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(reportResolution());
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setTitle(u"VRAM Sizer"_s);
    QPainter painter;
    if (!painter.begin(&generator)) {
        return {};
    }
    painter.fillRect(QRectF(QPointF(0, 0), size), themeColours(dark).background);
    paintChart(painter, snapshot, chart);
    painter.end();
    return withFallbackFamilies(buffer.data(), QApplication::font());
}

} // namespace vram::ui

#include "report_pages.moc"
