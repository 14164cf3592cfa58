// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lines/line_painter.h"

#include "ui/chart/chart_scale.h"
#include "ui/lines/line_text.h"
#include "ui/theme/segment_pattern.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kGap = 8;
constexpr double kKnob = 5;
constexpr double kCrossing = 3.5;
constexpr double kStaleOpacity = 0.35;
constexpr int kHatchAlpha = 110;
constexpr int kHatchGround = 40;
constexpr int kSeamAlpha = 150;
constexpr int kTextGround = 215; ///< behind figures that lie on the areas

class Painter {
public:
    Painter(QPainter& painter, const LineView2D& view, const QRectF& area)
        : m_painter(painter),
          m_view(view),
          m_data(view.data),
          m_geometry(view.geometry),
          m_plot(view.geometry.plot),
          m_area(area),
          m_metrics(view.font),
          m_colours(themeColours(view.dark)) {}

    void paintGround() {
        begin();
        m_painter.fillRect(m_area, m_colours.background);
        if (!m_data.sentence.isEmpty()) {
            m_painter.setPen(m_colours.text);
            m_painter.drawText(m_area.adjusted(kGap * 2, kGap, -kGap * 2, -kGap), Qt::AlignCenter | Qt::TextWordWrap,
                               m_data.sentence);
            return;
        }
        paintGrid();
        m_painter.setRenderHint(QPainter::Antialiasing);
        if (m_data.hasLines()) {
            m_painter.setOpacity(m_data.stale ? kStaleOpacity : 1);
            paintAreas();
            m_painter.setOpacity(1);
        }
        paintBeyondLimit();
        paintCapacities();
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void paintOver() {
        if (!m_data.sentence.isEmpty()) {
            return;
        }
        begin();
        paintFrame();
        paintHovered();
        paintPresent();
        paintCrossings();
    }

private:
    void begin() {
        m_painter.setLayoutDirection(Qt::LeftToRight); // as the bars
        m_painter.setFont(m_view.font);
    }
    [[nodiscard]] double height() const { return m_metrics.height(); }
    [[nodiscard]] double yOf(Bytes bytes) const { return m_geometry.yOf(inUnit(bytes, m_data.unit)); }
    void text(const QRectF& place, int flags, const QString& words, const QColor& colour) {
        m_painter.setPen(colour);
        m_painter.drawText(place, flags | Qt::TextSingleLine, words);
    }
    void ground(const QRectF& place) {
        QColor colour = m_colours.background;
        colour.setAlpha(kTextGround);
        m_painter.fillRect(place, colour);
    }

    void paintGrid() {
        const ChartScale scale{m_geometry.maximum, m_geometry.step, false};
        for (int i = 0; i * m_geometry.step <= m_geometry.maximum; ++i) {
            const double value = i * m_geometry.step;
            const double y = std::round(m_geometry.yOf(value));
            m_painter.fillRect(QRectF(m_plot.left(), y, m_plot.width(), 1), m_colours.grid);
            text(QRectF(m_area.left(), y - height() / 2, m_plot.left() - kGap - m_area.left(), height()),
                 Qt::AlignRight | Qt::AlignVCenter, scale.tickLabel(value), m_colours.mutedText);
        }
        text(QRectF(m_area.left(), m_plot.top() - height() - kGap / 2, m_plot.left() - kGap - m_area.left(), height()),
             Qt::AlignRight | Qt::AlignVCenter, unitName(m_data.unit), m_colours.mutedText);
    }

    /// The upper edge of the first `parts` parts, from left to right.
    [[nodiscard]] QPolygonF edge(std::size_t parts) const {
        QPolygonF line;
        for (const SeriesPoint& point : m_data.points) {
            Bytes sum;
            for (std::size_t i = 0; i < parts; ++i) {
                sum += point.need.typical(m_data.parts[i]);
            }
            line += QPointF(m_geometry.xOf(point.value), yOf(sum));
        }
        return line;
    }

    void paintAreas() {
        m_painter.save();
        m_painter.setClipRect(m_plot);
        QPolygonF below = edge(0);
        for (std::size_t i = 0; i < m_data.parts.size(); ++i) {
            const QPolygonF above = edge(i + 1);
            QPainterPath area;
            QPolygonF outline = above;
            std::copy(below.rbegin(), below.rend(), std::back_inserter(outline));
            area.addPolygon(outline);
            area.closeSubpath();
            m_painter.fillPath(area, partColour(m_data.parts[i]));
            if (m_data.patterns) {
                m_painter.save();
                m_painter.setClipPath(area, Qt::IntersectClip);
                paintSegmentPattern(m_painter, area.boundingRect() & m_plot, m_data.parts[i]);
                m_painter.restore();
            }
            if (i > 0) {
                m_painter.setPen(QPen(m_colours.separator, 1));
                m_painter.drawPolyline(below);
            }
            below = above;
        }
        // The outline keeps pale colours apart from the background.
        m_painter.setPen(QPen(m_view.dark ? m_colours.mutedText : m_colours.separator, 1.5));
        m_painter.drawPolyline(below);
        if (m_data.hasRange()) {
            QPolygonF high;
            for (const SeriesPoint& point : m_data.points) {
                high += QPointF(m_geometry.xOf(point.value), yOf(point.total.high));
            }
            m_painter.setPen(QPen(m_colours.mutedText, 1, Qt::DashLine));
            m_painter.drawPolyline(high);
        }
        m_painter.restore();
    }

    void paintBeyondLimit() {
        if (!m_data.limit) {
            return;
        }
        const double x = std::round(m_geometry.xOf(*m_data.limit));
        const QRectF beyond(QPointF(x, m_plot.top()), m_plot.bottomRight());
        QColor veil = m_colours.background;
        veil.setAlpha(kHatchGround);
        m_painter.fillRect(beyond, veil);
        QColor ink = m_colours.mutedText;
        ink.setAlpha(kHatchAlpha);
        m_painter.fillRect(beyond, QBrush(ink, Qt::BDiagPattern));
        m_painter.setPen(QPen(m_colours.mutedText, 1, Qt::DotLine));
        m_painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        //: at the part of an axis beyond the context that a model was made for; keep it short
        const QString words = QCoreApplication::translate("Lines", "beyond the model's limit");
        const double width = m_metrics.horizontalAdvance(words) + 2;
        // To the right of the limit where there is room, else up to the edge.
        const double left = std::min(x, m_plot.right() - width);
        text(QRectF(left, m_plot.top() - height() - kGap / 2, width, height()), Qt::AlignLeft | Qt::AlignVCenter, words,
             m_colours.mutedText);
    }

    void paintCapacities() {
        const std::vector<EdgeLabel> labels = edgeLabels(m_data, m_geometry, height());
        const double textLeft = m_plot.right() + kGap * 2;
        for (const EdgeLabel& label : labels) {
            const bool own =
                std::ranges::any_of(label.marks, [this](std::size_t i) { return m_data.marks[i].focused; });
            const QColor colour = own ? m_colours.usableMark : m_colours.mutedText;
            for (const std::size_t index : label.marks) {
                paintCapacity(m_data.marks[index], label);
            }
            QFont font = m_view.font;
            font.setBold(own);
            m_painter.setFont(font);
            const QRectF place(textLeft, label.y - height() / 2, m_area.right() - textLeft, height());
            text(place, Qt::AlignLeft | Qt::AlignVCenter,
                 QFontMetricsF(font).elidedText(edgeText(m_data, label), Qt::ElideRight, place.width()), colour);
            m_painter.setFont(m_view.font);
        }
    }

    /// Over every line: the chosen row's first, the others where there is room.
    void paintCrossings() {
        m_painter.setRenderHint(QPainter::Antialiasing);
        const double x = m_geometry.xOf(m_data.present.value);
        std::vector<QRectF> taken{QRectF(x - 3, m_plot.top(), 6, m_plot.height())};
        for (const bool own : {true, false}) {
            for (const CapacityMark& mark : m_data.marks) {
                if (mark.focused == own) {
                    paintCrossing(mark, taken);
                }
            }
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void paintCapacity(const CapacityMark& mark, const EdgeLabel& label) {
        if (label.beyond) {
            return;
        }
        const double y = std::round(yOf(mark.usable)) + 0.5;
        const QColor colour = mark.focused ? m_colours.usableMark : m_colours.mutedText;
        // A seam of the ground's colour keeps the line apart from the areas. Level lines on whole pixels look alike
        // with and without smooth edges; without them dozens are drawn in a third of the time.
        QColor seam = m_colours.background;
        seam.setAlpha(kSeamAlpha);
        const double width = mark.focused ? 4 : 3;
        m_painter.fillRect(QRectF(m_plot.left(), y - width / 2, m_plot.width(), width), seam);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(QPen(colour, mark.focused ? 2 : 1, mark.focused ? Qt::SolidLine : Qt::DashLine));
        m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(colour, 1));
        m_painter.drawLine(QPointF(m_plot.right(), y), QPointF(m_plot.right() + kGap * 1.5, label.y));
    }

    /// A dot where the need reaches the memory, with its value.
    void paintCrossing(const CapacityMark& mark, std::vector<QRectF>& taken) {
        const QString words = crossingText(m_data, mark);
        const double y = yOf(mark.usable);
        if (words.isEmpty() || y < m_plot.top()) {
            return;
        }
        const QPointF at(m_geometry.xOf(*mark.held), y);
        m_painter.setPen(QPen(m_colours.background, 1));
        m_painter.setBrush(mark.focused ? m_colours.usableMark : m_colours.mutedText);
        m_painter.drawEllipse(at, kCrossing + (mark.focused ? 1 : 0), kCrossing + (mark.focused ? 1 : 0));
        m_painter.setBrush(Qt::NoBrush);
        const double width = m_metrics.horizontalAdvance(words) + 6;
        // Above and to the left, where the areas are not; else on the other side.
        for (const QPointF corner : {QPointF(-width - 4, -height() - 3), QPointF(6, 4), QPointF(6, -height() - 3)}) {
            const QRectF place(at + corner, QSizeF(width, height()));
            const bool free = m_plot.contains(place) && std::ranges::none_of(taken, [&place](const QRectF& other) {
                                  return other.intersects(place);
                              });
            if (free) {
                taken.push_back(place);
                ground(place);
                text(place, Qt::AlignCenter, words, mark.focused ? m_colours.text : m_colours.mutedText);
                return;
            }
        }
        // The dot stays; what it is of and its value stand in the list for screen readers and in the tooltip.
    }

    void paintFrame() {
        m_painter.setPen(QPen(m_colours.border, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(m_plot.adjusted(-1, -1, 0, 0));
        const double top = m_plot.bottom() + kGap / 2 + 3;
        const QRectF present = presentLabel();
        double free = m_area.left();
        for (std::int64_t value = m_data.span.first; value <= m_data.span.last; value *= 2) {
            const double x = std::round(m_geometry.xOf(value));
            m_painter.fillRect(QRectF(x, m_plot.bottom(), 1, 4), m_colours.mutedText);
            const QString words = shortCount(value);
            const double width = m_metrics.horizontalAdvance(words) + 2;
            const QRectF place(x - width / 2, top, width, height());
            if (place.left() >= free && !place.adjusted(-kGap, 0, kGap, 0).intersects(present)) {
                text(place, Qt::AlignCenter, words, m_colours.mutedText);
                free = place.right() + kGap;
            }
        }
    }

    [[nodiscard]] QString presentText() const { return formatTokens(m_data.present.value); }
    [[nodiscard]] QFont bold() const {
        QFont font = m_view.font;
        font.setBold(true);
        return font;
    }
    [[nodiscard]] QRectF presentLabel() const {
        const double width = QFontMetricsF(bold()).horizontalAdvance(presentText()) + 4;
        const double x = m_geometry.xOf(m_data.present.value) - width / 2;
        return {std::clamp(x, m_area.left(), std::max(m_area.right() - width, m_area.left())),
                m_plot.bottom() + kGap / 2 + 3, width, height()};
    }

    void paintHovered() {
        if (m_view.hovered) {
            const double x = std::round(m_geometry.xOf(*m_view.hovered));
            m_painter.setPen(QPen(m_colours.text, 1, Qt::DotLine));
            m_painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        }
    }

    void paintPresent() {
        const double x = m_geometry.xOf(m_data.present.value);
        m_painter.setRenderHint(QPainter::Antialiasing);
        // A light seam keeps the line apart from areas of nearly its colour.
        m_painter.setPen(QPen(m_colours.background, 4));
        m_painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        m_painter.setPen(QPen(m_colours.focus, 2));
        m_painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        m_painter.setBrush(m_colours.background);
        const double y = std::clamp(yOf(m_data.present.total.typical), m_plot.top(), m_plot.bottom());
        m_painter.drawEllipse(QPointF(x, y), kKnob, kKnob);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setFont(bold());
        text(presentLabel(), Qt::AlignCenter, presentText(), m_colours.text);
        m_painter.setFont(m_view.font);
    }

    QPainter& m_painter;
    const LineView2D& m_view;
    const LineChartData& m_data;
    const LineGeometry& m_geometry;
    QRectF m_plot;
    QRectF m_area;
    QFontMetricsF m_metrics;
    const ThemeColours& m_colours;
};

} // namespace

void paintLineGround(QPainter& painter, const LineView2D& view, const QRectF& area) {
    Painter(painter, view, area).paintGround();
}

void paintOverLines(QPainter& painter, const LineView2D& view, const QRectF& area) {
    Painter(painter, view, area).paintOver();
}

void paintLines(QPainter& painter, const LineView2D& view, const QRectF& area) {
    paintLineGround(painter, view, area);
    paintOverLines(painter, view, area);
}

} // namespace vram::ui
