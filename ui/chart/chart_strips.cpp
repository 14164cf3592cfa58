// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_strips.h"

#include "ui/chart/chart_scene.h"
#include "ui/text/labels.h"
#include "ui/theme/segment_pattern.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vram::ui {

namespace {

constexpr double kSampleGap = 6;
constexpr double kEntryGap = 20;
constexpr double kLineGap = 4;
constexpr double kPadding = 4; ///< above and below

double sampleSize(const QFontMetricsF& metrics) { return std::round(metrics.height() * 0.75); }

struct Placed {
    QPointF position; ///< top left of the entry
    double width = 0;
};

/// Left-aligned lines, wrapped at `width`.
std::pair<std::vector<Placed>, double> flow(const std::vector<LegendEntry>& entries, const QFont& font, double width) {
    const QFontMetricsF metrics(font);
    const double line = std::ceil(metrics.height());
    std::vector<Placed> placed;
    QPointF next(0, kPadding);
    for (const LegendEntry& entry : entries) {
        const double needed = sampleSize(metrics) + kSampleGap + metrics.horizontalAdvance(entry.text);
        if (next.x() > 0 && next.x() + needed > width) {
            next = QPointF(0, next.y() + line + kLineGap);
        }
        placed.push_back({next, needed});
        next.rx() += std::ceil(needed) + kEntryGap;
    }
    return {placed, next.y() + line + kPadding};
}

void paintSample(QPainter& painter, const LegendEntry& entry, const QRectF& box, bool dark) {
    const ThemeColours& colours = themeColours(dark);
    switch (entry.sample) {
    case LegendEntry::Sample::Colour:
        painter.fillRect(box, dark ? colours.mutedText : colours.separator);
        painter.fillRect(box.adjusted(1, 1, -1, -1), entry.colour);
        if (entry.pattern) {
            paintSegmentPattern(painter, box.adjusted(1, 1, -1, -1), *entry.pattern);
        }
        break;
    case LegendEntry::Sample::Mark:
        painter.fillRect(QRectF(std::round(box.center().x()) - 1, box.top() - 1, 2, box.height() + 2),
                         colours.usableMark);
        break;
    case LegendEntry::Sample::Range: {
        const double y = std::round(box.center().y());
        painter.fillRect(QRectF(box.left(), y, box.width(), 1), colours.mutedText);
        painter.fillRect(QRectF(box.left(), y - 2, 1, 5), colours.mutedText);
        painter.fillRect(QRectF(box.right(), y - 2, 1, 5), colours.mutedText);
        break;
    }
    }
}

} // namespace

std::vector<LegendEntry> legendEntries(const BarChartData& data) {
    std::vector<LegendEntry> entries;
    for (const MemoryPart part : data.parts) {
        entries.push_back({LegendEntry::Sample::Colour, partColour(part), partLabel(part),
                           data.patterns ? std::optional(part) : std::nullopt});
    }
    const bool marked = std::any_of(data.rows.begin(), data.rows.end(),
                                    [](const ChartRow& row) { return row.hasBar() && row.usable > Bytes{}; });
    if (marked) {
        entries.push_back({LegendEntry::Sample::Mark, {}, QCoreApplication::translate("Chart", "Usable memory"), {}});
    }
    if (data.hasRanges()) {
        entries.push_back(
            {LegendEntry::Sample::Range, {}, QCoreApplication::translate("Chart", "Range of the estimate"), {}});
    }
    return entries;
}

double legendHeight(const std::vector<LegendEntry>& entries, const QFont& font, double width) {
    return flow(entries, font, width).second;
}

void paintLegend(QPainter& painter, const std::vector<LegendEntry>& entries, const QFont& font, bool dark,
                 const QRectF& area) {
    const QFontMetricsF metrics(font);
    const auto placed = flow(entries, font, area.width()).first;
    painter.setFont(font);
    painter.setLayoutDirection(Qt::LeftToRight);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QPointF at = area.topLeft() + placed[i].position;
        const double size = sampleSize(metrics);
        const double top = std::round(at.y() + (metrics.height() - size) / 2);
        paintSample(painter, entries[i], QRectF(at.x(), top, size, size), dark);
        painter.setPen(themeColours(dark).text);
        painter.drawText(QPointF(at.x() + size + kSampleGap, std::round(at.y() + metrics.ascent())), entries[i].text);
    }
}

AxisStrip::AxisStrip(const ChartScene& scene, QWidget* parent) : QWidget(parent), m_scene(scene) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize AxisStrip::sizeHint() const { return {0, static_cast<int>(axisHeight(font()))}; }

void AxisStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ChartView view = m_scene.view();
    painter.fillRect(rect(), themeColours(view.dark).background);
    if (!view.data.rows.empty()) {
        paintAxis(painter, view, 0);
    }
}

LegendStrip::LegendStrip(const ChartScene& scene, QWidget* parent) : QWidget(parent), m_scene(scene) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize LegendStrip::sizeHint() const { return {400, heightForWidth(std::max(width(), 400))}; }

QSize LegendStrip::minimumSizeHint() const {
    return {0, static_cast<int>(QFontMetricsF(font()).height() + 2 * kPadding)};
}

int LegendStrip::heightForWidth(int width) const {
    const double inner = width - 2 * ChartGeometry::kMargin;
    return static_cast<int>(std::ceil(legendHeight(legendEntries(m_scene.data()), font(), inner)));
}

void LegendStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ChartView view = m_scene.view();
    painter.fillRect(rect(), themeColours(view.dark).background);
    paintLegend(painter, legendEntries(view.data), font(), view.dark,
                QRectF(rect()).adjusted(ChartGeometry::kMargin, 0, -ChartGeometry::kMargin, 0));
}

} // namespace vram::ui
