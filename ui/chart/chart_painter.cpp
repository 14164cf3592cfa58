// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_painter.h"

#include "ui/theme/segment_pattern.h"
#include "ui/theme/theme.h"
#include "ui/theme/verdict_icon.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kTolerance = 3;     ///< pixels around a thin segment that still hit it
constexpr double kMarkOvershoot = 5; ///< of the usable mark above and below the bar
constexpr double kLeastSeparated = 3;
constexpr double kLeastRange = 3;     ///< pixels: shorter ranges are not drawn
constexpr double kOverflowHeight = 3; ///< of the line above what does not fit

struct Ink {
    const ThemeColours& colours;
    TextWidths& widths;
    const QFontMetricsF& metrics;
    double baseline(const QRectF& line) const {
        return std::round(line.center().y() + (metrics.ascent() - metrics.descent()) / 2);
    }
};

void fill(QPainter& painter, double left, double top, double width, double height, const QColor& colour) {
    painter.fillRect(QRectF(std::round(left), std::round(top), width, std::round(height)), colour);
}

std::optional<double> markX(const ChartView& view, const ChartRow& row) {
    if (!row.hasBar() || row.usable <= Bytes{}) {
        return std::nullopt;
    }
    return view.geometry.x(view.data.axisValue(row, row.usable));
}

QString segmentText(const ChartView& view, const ChartRow& row, Bytes bytes, double room, TextWidths& widths) {
    constexpr double kPercent = 100;
    QString full = view.data.share ? formatPercent(view.data.axisValue(row, bytes) / kPercent)
                                   : formatBytes(bytes, view.data.unit);
    if (widths.of(full) <= room || view.data.share) {
        return full;
    }
    // The axis names the unit; a figure in another unit needs its own.
    return inUnit(bytes, view.data.unit) >= 1 ? formatBytesNumber(bytes, view.data.unit) : full;
}

void paintSegments(QPainter& painter, const ChartView& view, std::size_t index, const Ink& ink) {
    const ChartRow& row = view.data.rows[index];
    const QRectF bar = view.geometry.bar(index);
    const double right = bar.right();
    const auto mark = markX(view, row);
    const bool labelled = bar.height() >= ink.metrics.height();
    double end = bar.left();
    for (const MemoryPart part : view.data.parts) {
        const auto span = segmentSpan(view.data, view.geometry, {index, part});
        if (!span || span->left >= right) {
            continue;
        }
        const double from = span->left;
        end = std::min(span->right, right);
        // A separator would hide what is hardly wider than itself.
        if (from > bar.left() + 0.5 && end - from >= kLeastSeparated) {
            fill(painter, from, bar.top(), 1, bar.height(), ink.colours.separator);
        }
        if (view.data.patterns) {
            paintSegmentPattern(painter, QRectF(QPointF(from, bar.top()), QPointF(end, bar.bottom())), part);
        }
        if (!labelled || end - from < ink.metrics.averageCharWidth() * 3) {
            continue;
        }
        const QString text = segmentText(view, row, row.need.typical(part), end - from - 8, ink.widths);
        if (const auto x = placeLabel(from, end, ink.widths.of(text), mark)) {
            if (view.data.patterns) {
                // No lines through figures.
                const double width = ink.widths.of(text) + 6;
                const double height = ink.metrics.height();
                painter.fillRect(QRectF(*x - 3, bar.center().y() - height / 2, width, height), partColour(part));
            }
            painter.setPen(partLabelColour(part));
            painter.drawText(QPointF(std::round(*x), ink.baseline(bar)), text);
        }
    }
    // The outline keeps pale colours apart from the background.
    if (end > bar.left()) {
        const QColor outline = view.dark ? ink.colours.mutedText : ink.colours.separator;
        const double width = std::round(end) - std::round(bar.left());
        fill(painter, bar.left(), bar.top(), width, 1, outline);
        fill(painter, bar.left(), bar.bottom() - 1, width, 1, outline);
        fill(painter, bar.left(), bar.top(), 1, bar.height(), outline);
        fill(painter, end - 1, bar.top(), 1, bar.height(), outline);
    }
    if (view.hovered && view.hovered->row == index) {
        if (const auto span = segmentSpan(view.data, view.geometry, *view.hovered)) {
            painter.setPen(QPen(ink.colours.text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(
                QRectF(QPointF(span->left, bar.top()), QPointF(std::min(span->right, right), bar.bottom())));
        }
    }
}

/// A small triangle at the plot's edge: there is more than the axis shows.
void paintEdgeArrow(QPainter& painter, QPointF tip, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, tip + QPointF(-7, -5), tip + QPointF(-7, 5)});
    painter.restore();
}

void paintUsableMark(QPainter& painter, const ChartView& view, std::size_t index, const Ink& ink) {
    const ChartRow& row = view.data.rows[index];
    const auto mark = markX(view, row);
    if (!mark) {
        return;
    }
    const QRectF bar = view.geometry.bar(index);
    const double end = std::min(view.geometry.x(view.data.axisValue(row, row.total.typical)), bar.right());
    if (*mark > bar.right() + 0.5) {
        const QString text = formatBytes(row.usable, view.data.unit);
        const double left = bar.right() - 11 - ink.widths.of(text);
        paintEdgeArrow(painter, QPointF(bar.right(), bar.center().y()), ink.colours.mutedText);
        if (left > end + 8) {
            painter.setPen(ink.colours.mutedText);
            painter.drawText(QPointF(std::round(left), ink.baseline(bar)), text);
        }
        return;
    }
    if (end > *mark + 1) {
        fill(painter, *mark, bar.top() - kOverflowHeight, std::round(end - *mark), kOverflowHeight,
             verdictColour(row.verdict, view.dark));
    }
    const double top = bar.top() - kMarkOvershoot;
    const double height = bar.height() + 2 * kMarkOvershoot;
    // A rim of the background's colour keeps the mark visible on every segment.
    fill(painter, *mark - 2, top, 4, height, ink.colours.background);
    fill(painter, *mark - 1, top, 2, height, ink.colours.usableMark);
}

void paintRange(QPainter& painter, const ChartView& view, std::size_t index, const Ink& ink) {
    const ChartRow& row = view.data.rows[index];
    const QRectF bar = view.geometry.bar(index);
    const double low = view.geometry.x(view.data.axisValue(row, row.total.low));
    const double high = view.geometry.x(view.data.axisValue(row, row.total.high));
    if (high - low < kLeastRange || high > bar.right() + 1) {
        return;
    }
    const double y = bar.bottom() + 3;
    fill(painter, low, y, std::round(high - low), 1, ink.colours.mutedText);
    fill(painter, low, y - 2, 1, 5, ink.colours.mutedText);
    fill(painter, high, y - 2, 1, 5, ink.colours.mutedText);
}

void paintSentence(QPainter& painter, const ChartView& view, std::size_t index, const Ink& ink) {
    const QRectF bar = view.geometry.bar(index);
    painter.setPen(ink.colours.mutedText);
    const double room = view.geometry.icon(index).left() - ChartGeometry::kGap - bar.left();
    const QString text = ink.metrics.elidedText(view.data.rows[index].sentence, Qt::ElideRight, room);
    painter.drawText(QPointF(bar.left(), ink.baseline(bar)), text);
}

QString fitting(const QString& text, Qt::TextElideMode mode, double room, const Ink& ink) {
    return ink.widths.of(text) <= room ? text : ink.metrics.elidedText(text, mode, room);
}

void paintName(QPainter& painter, const ChartView& view, std::size_t index, const Ink& ink) {
    const ChartRow& row = view.data.rows[index];
    QRectF name = view.geometry.label(index);
    const double line = ink.metrics.height();
    const bool twoLines = !row.subtitle.isEmpty() && name.height() >= 2 * line + 8;
    if (twoLines) {
        QRectF below = name;
        const double top = std::round(name.center().y() - line);
        name = QRectF(name.left(), top, name.width(), line);
        below = QRectF(name.left(), top + line, name.width(), line);
        painter.setPen(ink.colours.mutedText);
        painter.drawText(QPointF(below.left(), ink.baseline(below)),
                         fitting(row.subtitle, Qt::ElideRight, below.width(), ink));
    }
    painter.setPen(ink.colours.text);
    painter.drawText(QPointF(name.left(), ink.baseline(name)),
                     fitting(row.label, Qt::ElideMiddle, name.width() + 1, ink));
}

void paintTotal(QPainter& painter, const ChartView& view, std::size_t index, const Ink& ink) {
    const ChartRow& row = view.data.rows[index];
    const QRectF total = view.geometry.total(index);
    const double baseline = ink.baseline(total);
    painter.setPen(ink.colours.text);
    painter.drawText(QPointF(std::round(total.right() - ink.widths.of(row.totalText)), baseline), row.totalText);
}

void paintVerdict(QPainter& painter, const ChartView& view, std::size_t index, const Ink& ink) {
    const ChartRow& row = view.data.rows[index];
    const double baseline = ink.baseline(view.geometry.total(index));
    paintVerdictIcon(painter, view.geometry.icon(index), row.verdict, view.dark);
    painter.setPen(verdictColour(row.verdict, view.dark));
    painter.drawText(QPointF(view.geometry.verdict(index).left(), baseline), row.verdictText);
}

void paintSpeed(QPainter& painter, const ChartView& view, std::size_t index, const Ink& ink) {
    const ChartRow& row = view.data.rows[index];
    const double baseline = ink.baseline(view.geometry.total(index));
    if (view.geometry.speedWidth > 0) {
        const double right = view.geometry.speed(index).right();
        painter.setPen(ink.colours.text);
        painter.drawText(QPointF(std::round(right - ink.widths.of(row.speedText)), baseline), row.speedText);
    }
    if (view.geometry.targetWidth > 0 && row.target) {
        paintVerdictIcon(painter, view.geometry.targetIcon(index), row.target->sign, view.dark);
        painter.setPen(verdictColour(row.target->sign, view.dark));
        painter.drawText(QPointF(view.geometry.target(index).left(), baseline), row.target->word);
    }
}

} // namespace

std::optional<Span> segmentSpan(const BarChartData& data, const ChartGeometry& geometry,
                                const SegmentPosition& position) {
    if (position.row >= data.rows.size()) {
        return std::nullopt;
    }
    const ChartRow& row = data.rows[position.row];
    Bytes before;
    for (const MemoryPart part : data.parts) {
        const Bytes bytes = row.need.typical(part);
        if (part == position.part) {
            if (bytes <= Bytes{}) {
                return std::nullopt;
            }
            return Span{geometry.x(data.axisValue(row, before)), geometry.x(data.axisValue(row, before + bytes))};
        }
        before += bytes;
    }
    return std::nullopt;
}

std::optional<SegmentPosition> segmentAt(const BarChartData& data, const ChartGeometry& geometry, QPointF point) {
    const auto row = geometry.rowAt(point.y());
    if (!row || *row >= data.rows.size()) {
        return std::nullopt;
    }
    const QRectF bar = geometry.bar(*row).adjusted(0, -kTolerance, 0, kTolerance);
    if (!bar.contains(point)) {
        return std::nullopt;
    }
    std::optional<SegmentPosition> nearest;
    double best = kTolerance;
    for (const MemoryPart part : data.parts) {
        const auto span = segmentSpan(data, geometry, {*row, part});
        if (!span) {
            continue;
        }
        const double distance = std::max({span->left - point.x(), point.x() - span->right, 0.0});
        // A thin segment wins over its broad neighbour when the point is as near.
        const bool thin = span->right - span->left < 2 * kTolerance;
        if (distance < best || (thin && distance <= best)) {
            best = distance;
            nearest = SegmentPosition{*row, part};
        }
    }
    return nearest;
}

void paintUnderBars(QPainter& painter, const ChartView& view, const QRectF& exposed) {
    const ThemeColours& colours = themeColours(view.dark);
    painter.fillRect(exposed, colours.background);
    if (view.data.focusedRow) {
        const QRectF row = view.geometry.row(*view.data.focusedRow);
        painter.fillRect(row, colours.rowHighlight);
        const QColor accent = themePalette(view.dark).color(QPalette::Highlight);
        painter.fillRect(QRectF(row.left(), row.top(), 4, row.height()), accent);
        if (view.keyboardFocus) {
            painter.setPen(QPen(colours.focus, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(row.adjusted(1, 1, -1, -1));
        }
    }
    for (std::size_t i = 0; i < view.data.rows.size(); ++i) {
        if (const auto mark = markX(view, view.data.rows[i])) {
            const QRectF bar = view.geometry.bar(i);
            fill(painter, bar.left(), bar.top(), std::round(std::min(*mark, bar.right()) - bar.left()), bar.height(),
                 colours.track);
        }
    }
    for (const double tick : view.scale.ticks()) {
        const double x = view.geometry.x(tick);
        for (std::size_t i = 0; i < view.data.rows.size(); ++i) {
            // No lines through a sentence.
            if (view.data.rows[i].hasBar()) {
                const QRectF row = view.geometry.row(i);
                fill(painter, x, row.top(), 1, row.height(), colours.grid);
            }
        }
    }
}

void paintOverBars(QPainter& painter, const ChartView& view, const QRectF& exposed) {
    painter.setLayoutDirection(Qt::LeftToRight); // "8.0 GiB", whatever the window's direction
    painter.setFont(view.font);
    const Ink ink{themeColours(view.dark), view.widths, view.widths.metrics()};
    for (std::size_t i = 0; i < view.data.rows.size() && i < view.geometry.rows; ++i) {
        if (!view.geometry.row(i).intersects(exposed)) {
            continue;
        }
        if (view.data.rows[i].hasBar()) {
            paintSegments(painter, view, i, ink);
            paintRange(painter, view, i, ink);
            paintUsableMark(painter, view, i, ink);
        } else {
            paintSentence(painter, view, i, ink);
        }
        // Words are the larger part of the work: those that stand beside what changed are left alone.
        if (exposed.left() < view.geometry.label(i).right() + ChartGeometry::kGap / 2) {
            paintName(painter, view, i, ink);
        }
        paintTotal(painter, view, i, ink);
        if (exposed.right() > view.geometry.icon(i).left() - ChartGeometry::kGap / 2) {
            paintVerdict(painter, view, i, ink);
            paintSpeed(painter, view, i, ink);
        }
    }
}

double axisHeight(const QFont& font) { return std::ceil(QFontMetricsF(font).height()) + 12; }

void paintAxis(QPainter& painter, const ChartView& view, double top) {
    painter.setLayoutDirection(Qt::LeftToRight); // "8.0 GiB", whatever the window's direction
    const Ink ink{themeColours(view.dark), view.widths, view.widths.metrics()};
    const QRectF plot = view.geometry.plot();
    painter.setFont(view.font);
    fill(painter, plot.left(), top, plot.width() + 1, 1, ink.colours.mutedText);
    const double baseline = std::round(top + 6 + ink.metrics.ascent());
    double free = 0;
    for (const double tick : view.scale.ticks()) {
        const double x = view.geometry.x(tick);
        fill(painter, x, top, 1, 4, ink.colours.mutedText);
        const QString text = view.scale.tickLabel(tick);
        const double width = ink.widths.of(text);
        const double left = x - width / 2;
        if (left < free) {
            continue; // no room beside the tick before it
        }
        painter.setPen(ink.colours.mutedText);
        painter.drawText(QPointF(std::round(left), baseline), text);
        free = left + width + 6;
    }
    const QString unit =
        view.scale.share ? QCoreApplication::translate("Chart", "of usable memory") : unitName(view.data.unit);
    painter.setPen(ink.colours.mutedText);
    painter.drawText(QPointF(std::max(view.geometry.total(0).left(), free), baseline), unit);
}

} // namespace vram::ui
