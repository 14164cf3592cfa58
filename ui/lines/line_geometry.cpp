// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lines/line_geometry.h"

#include "ui/chart/chart_scale.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kHeadroom = 1.06; ///< above the highest, so that a line is not the frame
constexpr double kFarAway = 2.2;   ///< memory this many times above everything else is named at the edge only
constexpr double kLeastMaximum = 1.0 / 16;
constexpr double kGap = 8;
constexpr double kWidestLabels = 0.28; ///< of the width
constexpr std::int64_t kKi = 1024;

double log2Of(std::int64_t value) { return std::log2(static_cast<double>(std::max<std::int64_t>(value, 1))); }

double maximumOf(const LineChartData& data) {
    double base = std::max(kLeastMaximum, inUnit(data.present.total.high, data.unit));
    if (const CapacityMark* const own = data.focusedMark()) {
        base = std::max(base, inUnit(own->usable, data.unit));
    }
    double least = base;
    // What the model was made for is worth seeing where it is not far away.
    for (const SeriesPoint& point : data.points) {
        const double value = inUnit(point.total.high, data.unit);
        if (point.value <= data.limit.value_or(data.span.last) && value <= base * kFarAway) {
            least = std::max(least, value);
        }
    }
    double maximum = least;
    for (const CapacityMark& mark : data.marks) {
        const double value = inUnit(mark.usable, data.unit);
        maximum = value <= base * kFarAway ? std::max(maximum, value) : maximum;
    }
    return maximum * kHeadroom;
}

/// The two neighbours that lie nearest to each other become one.
void mergeNearest(std::vector<EdgeLabel>& labels) {
    std::size_t nearest = 0;
    for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
        if (labels[i].line - labels[i + 1].line < labels[nearest].line - labels[nearest + 1].line) {
            nearest = i;
        }
    }
    EdgeLabel& kept = labels[nearest];
    EdgeLabel& gone = labels[nearest + 1];
    kept.marks.insert(kept.marks.end(), gone.marks.begin(), gone.marks.end());
    labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(nearest) + 1);
}

} // namespace

double LineGeometry::xOf(std::int64_t value) const {
    const double whole = std::max(log2Of(span.last) - log2Of(span.first), 1.0);
    return plot.left() + plot.width() * std::clamp((log2Of(value) - log2Of(span.first)) / whole, 0.0, 1.0);
}

double LineGeometry::yOf(double value) const { return plot.bottom() - plot.height() * value / maximum; }

std::int64_t LineGeometry::valueAt(double x) const {
    const double share = plot.width() > 0 ? std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0) : 0;
    return std::llround(std::exp2(log2Of(span.first) + share * (log2Of(span.last) - log2Of(span.first))));
}

LineGeometry lineGeometry(const LineChartData& data, const QRectF& area, const QFont& font) {
    const QFontMetricsF metrics(font);
    LineGeometry geometry;
    geometry.span = data.span;
    geometry.maximum = maximumOf(data);
    geometry.step = niceStep(geometry.maximum, data.unit);
    // In half steps: the axis stands still while a slider moves a little.
    geometry.maximum = std::ceil(geometry.maximum / (geometry.step / 2)) * (geometry.step / 2);
    double labels = 0;
    for (std::size_t i = 0; i < data.marks.size(); ++i) {
        const QString text = edgeText(data, {{i}, 0, 0, true});
        labels = std::max(labels, metrics.horizontalAdvance(text + u" +9"_s));
    }
    labels = std::min(labels, area.width() * kWidestLabels);
    const double left = metrics.horizontalAdvance(u"0000 GiB"_s) + kGap;
    const double top = metrics.height() + kGap;
    const double bottom = metrics.height() + kGap * 2;
    geometry.plot = QRectF(std::round(area.left() + left), std::round(area.top() + top),
                           std::round(std::max(area.width() - left - labels - kGap * 3, 1.0)),
                           std::round(std::max(area.height() - top - bottom, 1.0)));
    return geometry;
}

std::vector<EdgeLabel> edgeLabels(const LineChartData& data, const LineGeometry& geometry, double lineHeight) {
    std::vector<EdgeLabel> labels;
    EdgeLabel beyond{{}, geometry.plot.top(), geometry.plot.top(), true};
    for (std::size_t i = 0; i < data.marks.size(); ++i) {
        const double value = inUnit(data.marks[i].usable, data.unit);
        if (value > geometry.maximum) {
            beyond.marks.push_back(i);
        } else if (!labels.empty() && data.marks[labels.back().marks.front()].usable == data.marks[i].usable) {
            labels.back().marks.push_back(i); // the same line, though its crossing may be another
        } else {
            labels.push_back({{i}, geometry.yOf(value), 0, false});
        }
    }
    // What lies above the axis has the place at the top.
    const double top = geometry.plot.top() + (beyond.marks.empty() ? lineHeight / 2 : lineHeight * 1.5);
    const double bottom = geometry.plot.bottom() - lineHeight / 2;
    const auto room = static_cast<std::size_t>(std::max((bottom - top) / lineHeight + 1, 1.0));
    while (labels.size() > room) {
        mergeNearest(labels);
    }
    // Upwards from below, each at its line or as far above as the one before needs; then back what is over the top.
    double free = bottom;
    for (EdgeLabel& label : labels) {
        label.y = std::min(label.line, free);
        free = label.y - lineHeight;
    }
    double used = top;
    for (std::size_t i = labels.size(); i-- > 0;) {
        labels[i].y = std::max(labels[i].y, used);
        used = labels[i].y + lineHeight;
    }
    if (!beyond.marks.empty()) {
        beyond.y = geometry.plot.top() + lineHeight / 2;
        labels.push_back(std::move(beyond));
    }
    return labels;
}

QString edgeText(const LineChartData& data, const EdgeLabel& label) {
    QStringList names;
    for (const std::size_t index : label.marks) {
        // The chosen row is the one to be named.
        for (const QString& name : data.marks[index].names) {
            names.insert(data.marks[index].focused && name == data.marks[index].names.front() ? 0 : names.size(), name);
        }
    }
    //: a label at the edge of a chart: the name of a graphics card and how many others have their line there
    QString text = names.size() <= 1 ? names.value(0)
                                     : substitute(QCoreApplication::translate("Lines", "%1 +%2"),
                                                  {names.front(), formatTokens(names.size() - 1)});
    return label.beyond ? u"↑ "_s + text : text;
}

QString shortCount(std::int64_t count) {
    if (count < 10 * kKi && count % kKi != 0) {
        return formatTokens(count);
    }
    if (count >= kKi * kKi && count % (kKi * kKi) == 0) {
        return formatTokens(count / kKi / kKi) + u'M';
    }
    return count >= kKi ? formatTokens(count / kKi) + u'K' : formatTokens(count);
}

} // namespace vram::ui
