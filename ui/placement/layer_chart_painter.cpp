// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/layer_chart_painter.h"

#include "ui/text/substitute.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace vram::ui {

namespace {

constexpr double kGap = 6;
constexpr double kSwatch = 22;
constexpr double kCurvePen = 2;
constexpr double kKnob = 4;
constexpr int kAreaAlpha = 60;
constexpr int kTooMuchAlpha = 180; ///< of its dots
constexpr int kTooMuchGround = 26;
constexpr double kStaleOpacity = 0.35;

/// One of the two memories: its curve, its limit, its look.
struct Pool {
    Bytes LayerPoint::*member;
    const char* name;   ///< of context "Placement"
    const char* figure; ///< with the figure of the present choice, and with its limit
    const char* figureOf;
    Qt::PenStyle pen; ///< tells them apart where the colours do not
};

constexpr std::array kPools{
    Pool{&LayerPoint::vram, QT_TRANSLATE_NOOP("Placement", "VRAM"), QT_TRANSLATE_NOOP("Placement", "VRAM %1"),
         QT_TRANSLATE_NOOP("Placement", "VRAM %1 of %2"), Qt::SolidLine},
    Pool{&LayerPoint::ram, QT_TRANSLATE_NOOP("Placement", "RAM"), QT_TRANSLATE_NOOP("Placement", "RAM %1"),
         QT_TRANSLATE_NOOP("Placement", "RAM %1 of %2"), Qt::DashLine},
};

QString words(const char* text) { return QCoreApplication::translate("Placement", text); }

/// Weights' blue, lighter where the ground is dark; a neutral grey for RAM.
QColor colourOf(const Pool& pool, bool dark) {
    if (pool.member == &LayerPoint::ram) {
        return themeColours(dark).mutedText;
    }
    const QColor weights = partColour(MemoryPart::Weights);
    return dark ? weights.lighter(150) : weights;
}

std::optional<Bytes> limitOf(const Pool& pool, const LayerChartData& data) {
    return pool.member == &LayerPoint::ram ? data.ram : std::optional(data.usable);
}

/// "VRAM 10.2 of 11.5 GiB"; the name alone while the figures are computed.
QString legendText(const Pool& pool, const LayerChartData& data) {
    const LayerPoint* const point = data.present();
    if (point == nullptr) {
        return words(pool.name);
    }
    const std::optional<Bytes> limit = limitOf(pool, data);
    if (!limit) {
        return substitute(words(pool.figure), {formatBytes(point->*pool.member, data.unit)});
    }
    return substitute(words(pool.figureOf),
                      {formatBytesNumber(point->*pool.member, data.unit), formatBytes(*limit, data.unit)});
}

bool legendFitsOneLine(const QWidget& widget, const LayerChartData& data) {
    double wanted = kGap * 2;
    for (const Pool& pool : kPools) {
        wanted += kSwatch + kGap + widget.fontMetrics().horizontalAdvance(legendText(pool, data));
    }
    return wanted <= widget.width();
}

class ChartPainter {
public:
    ChartPainter(QPainter& painter, const QWidget& widget, const LayerChartData& data,
                 const LayerChartGeometry& geometry)
        : m_painter(painter),
          m_widget(widget),
          m_data(data),
          m_geometry(geometry),
          m_plot(geometry.plot),
          m_dark(isDark(widget.palette())),
          m_colours(themeColours(m_dark)) {}

    void paint() {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintGrid();
        if (m_data.stale) {
            m_painter.setOpacity(kStaleOpacity);
        }
        paintTooMuch();
        for (const Pool& pool : kPools) {
            paintArea(pool);
        }
        for (const Pool& pool : kPools) {
            paintLimit(pool);
        }
        for (const Pool& pool : kPools) {
            paintCurve(pool);
        }
        m_painter.setOpacity(1);
        paintFrame();
        paintChoice();
        paintLegend();
    }

private:
    [[nodiscard]] double valueOf(const LayerPoint& point, const Pool& pool) const {
        return inUnit(point.*pool.member, m_data.unit);
    }
    [[nodiscard]] double lineHeight() const { return m_widget.fontMetrics().height(); }

    void paintGrid() {
        m_painter.fillRect(m_plot, m_colours.background);
        for (int i = 0; i * m_geometry.step <= m_geometry.maximum; ++i) {
            const double value = i * m_geometry.step;
            const double y = std::round(m_geometry.yOf(value)) + 0.5;
            m_painter.setPen(QPen(m_colours.grid, 1));
            m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
            m_painter.setPen(m_colours.mutedText);
            const int decimals = m_geometry.step < 1 ? 2 : 0;
            m_painter.drawText(QRectF(0, y - lineHeight() / 2, m_plot.left() - kGap, lineHeight()),
                               Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(value, 'f', decimals));
        }
    }

    /// Hatches the numbers of layers that do not fit.
    void paintTooMuch() {
        QColor ink = verdictColour(Verdict::No, m_dark);
        QColor ground = ink;
        ink.setAlpha(kTooMuchAlpha);
        ground.setAlpha(kTooMuchGround);
        const double half = m_plot.width() / static_cast<double>(m_geometry.all) / 2;
        for (const LayerPoint& point : m_data.points) {
            if (!point.fits) {
                const double x = m_geometry.xOf(point.gpuLayers);
                const QRectF column = QRectF(x - half, m_plot.top(), 2 * half, m_plot.height()) & m_plot;
                m_painter.fillRect(column, ground);
                m_painter.fillRect(column, QBrush(ink, Qt::Dense7Pattern));
            }
        }
    }

    [[nodiscard]] QPainterPath curve(const Pool& pool) const {
        QPainterPath path;
        for (const LayerPoint& point : m_data.points) {
            const QPointF at(m_geometry.xOf(point.gpuLayers), m_geometry.yOf(valueOf(point, pool)));
            if (path.elementCount() == 0) {
                path.moveTo(at);
            } else {
                path.lineTo(at);
            }
        }
        return path;
    }

    void paintArea(const Pool& pool) {
        if (m_data.points.empty()) {
            return;
        }
        QPainterPath area = curve(pool);
        area.lineTo(m_plot.bottomRight());
        area.lineTo(m_plot.bottomLeft());
        area.closeSubpath();
        QColor fill = colourOf(pool, m_dark);
        fill.setAlpha(kAreaAlpha);
        m_painter.fillPath(area, fill);
    }

    void paintCurve(const Pool& pool) {
        m_painter.strokePath(curve(pool), QPen(colourOf(pool, m_dark), kCurvePen, pool.pen));
    }

    /// The limit as a level line with the memory's name; an arrow at the edge where it lies beyond the axis.
    void paintLimit(const Pool& pool) {
        const std::optional<Bytes> limit = limitOf(pool, m_data);
        if (!limit || *limit <= Bytes{}) {
            return;
        }
        const double value = inUnit(*limit, m_data.unit);
        const bool beyond = value > m_geometry.maximum;
        const QColor colour = pool.member == &LayerPoint::ram ? m_colours.mutedText : m_colours.usableMark;
        const double y = beyond ? m_plot.top() : std::round(m_geometry.yOf(value));
        m_painter.setPen(QPen(colour, 1.5, pool.pen));
        if (!beyond) {
            m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        }
        const QString text = beyond ? substitute(words(QT_TRANSLATE_NOOP("Placement", "%1 %2 ↑")),
                                                 {words(pool.name), formatBytes(*limit, m_data.unit)})
                                    : words(pool.name);
        paintLimitName(pool, text, colour, y);
    }

    /// VRAM at the left end, RAM at the right one: the curves are low there.
    void paintLimitName(const Pool& pool, const QString& text, const QColor& colour, double y) {
        const double width = m_widget.fontMetrics().horizontalAdvance(text) + 2;
        const bool left = pool.member == &LayerPoint::vram;
        const double x = left ? m_plot.left() + kGap : m_plot.right() - kGap - width;
        const double top = y - lineHeight() < m_plot.top() ? y + 1 : y - lineHeight();
        const QRectF place(x, top, width, lineHeight());
        QColor ground = m_colours.background;
        ground.setAlpha(210);
        m_painter.fillRect(place, ground);
        m_painter.setPen(colour);
        m_painter.drawText(place, Qt::AlignCenter, text);
    }

    void paintFrame() {
        m_painter.setPen(QPen(m_colours.border, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(m_plot.adjusted(-0.5, -0.5, 0.5, 0.5));
    }

    void paintChoice() {
        if (m_data.points.empty()) {
            return;
        }
        const double x = m_geometry.xOf(m_data.chosen);
        const QColor ink = m_colours.focus;
        m_painter.setPen(QPen(ink, 2));
        m_painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        if (const LayerPoint* const point = m_data.present()) {
            m_painter.setBrush(m_colours.background);
            for (const Pool& pool : kPools) {
                m_painter.drawEllipse(QPointF(x, m_geometry.yOf(valueOf(*point, pool))), kKnob, kKnob);
            }
        }
        paintAxis(x);
    }

    /// 0, the present choice, and all layers; an end gives way to the choice.
    void paintAxis(double x) {
        const auto number = [](std::int64_t layers) { return QLocale().toString(static_cast<qlonglong>(layers)); };
        const double top = m_plot.bottom() + kGap / 2;
        QFont bold = m_widget.font();
        bold.setBold(true);
        const QString present = number(m_data.chosen);
        const double width = QFontMetricsF(bold).horizontalAdvance(present) + 2;
        const double left = std::clamp(x - width / 2, 0.0, m_widget.width() - width);
        const QRectF chosen(left, top, width, lineHeight());
        m_painter.setPen(m_colours.mutedText);
        const auto end = [&](const QString& text, bool first) {
            const double wide = m_widget.fontMetrics().horizontalAdvance(text) + 2;
            const QRectF place(first ? m_plot.left() - wide / 2 : m_widget.width() - wide, top, wide, lineHeight());
            if (!place.adjusted(-kGap, 0, kGap, 0).intersects(chosen)) {
                m_painter.drawText(place, Qt::AlignCenter, text);
            }
        };
        end(number(0), true);
        //: the end of an axis that counts layers: "41 layers"
        end(substitute(words(QT_TRANSLATE_NOOP("Placement", "%1 layers")), {number(m_data.all())}), false);
        m_painter.setFont(bold);
        m_painter.setPen(m_widget.palette().color(QPalette::WindowText));
        m_painter.drawText(chosen, Qt::AlignCenter, present);
        m_painter.setFont(m_widget.font());
    }

    void paintLegend() {
        const bool oneLine = legendFitsOneLine(m_widget, m_data);
        double x = 0;
        double y = 0;
        for (const Pool& pool : kPools) {
            const QString text = legendText(pool, m_data);
            const double width = m_widget.fontMetrics().horizontalAdvance(text) + 2;
            const double middle = std::round(y + lineHeight() / 2);
            m_painter.setPen(QPen(colourOf(pool, m_dark), kCurvePen, pool.pen));
            m_painter.drawLine(QPointF(x, middle), QPointF(x + kSwatch, middle));
            m_painter.setPen(m_widget.palette().color(QPalette::WindowText));
            m_painter.drawText(QRectF(x + kSwatch + kGap, y, width, lineHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                               text);
            if (oneLine) {
                x += kSwatch + kGap + width + 2 * kGap;
            } else {
                y += lineHeight();
            }
        }
    }

    QPainter& m_painter;
    const QWidget& m_widget;
    const LayerChartData& m_data;
    const LayerChartGeometry& m_geometry;
    QRectF m_plot;
    bool m_dark;
    const ThemeColours& m_colours;
};

} // namespace

QRectF layerChartPlot(const QWidget& widget, const LayerChartData& data) {
    const double line = widget.fontMetrics().height();
    const double top = (legendFitsOneLine(widget, data) ? 1 : 2) * line + kGap;
    const double left = widget.fontMetrics().horizontalAdvance(QStringLiteral("0000")) + kGap;
    return {std::round(left), std::round(top), std::round(widget.width() - left - kGap),
            std::round(widget.height() - top - line - kGap)};
}

void paintLayerChart(QPainter& painter, const QWidget& widget, const LayerChartData& data,
                     const LayerChartGeometry& geometry) {
    ChartPainter(painter, widget, data, geometry).paint();
}

} // namespace vram::ui
