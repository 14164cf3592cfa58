// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/layer_chart_data.h"

#include "ui/placement/layers_row.h"
#include "ui/placement/placement_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace vram::ui {

namespace {

constexpr int kMostSteps = 4;
constexpr double kLeastMaximum = 1.0 / 16;
// A mark this many times above the curves is an arrow at the edge.
constexpr double kFarAway = 2.5;
constexpr double kHeadroom = 1.04; ///< above the highest, so that a line is not the frame

QString words(const char* text) { return QCoreApplication::translate("Placement", text); }

/// Powers of two of GiB, as cards are; 1-2-5 of GB.
double niceStep(double maximum, ByteUnit unit) {
    const double least = maximum / kMostSteps;
    if (unit == ByteUnit::GiB) {
        return std::exp2(std::ceil(std::log2(least)));
    }
    const double decade = std::pow(10, std::floor(std::log10(least)));
    const double times = least / decade;
    return decade * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}

QStringList figures(const LayerChartData& data, const LayerPoint& point) {
    QStringList parts{
        substitute(words(QT_TRANSLATE_NOOP("Placement", "VRAM: %1")), {formatBytes(point.vram, data.unit)}),
        substitute(words(QT_TRANSLATE_NOOP("Placement", "RAM: %1")), {formatBytes(point.ram, data.unit)})};
    if (point.decode) {
        parts += tokensPerSecond(*point.decode);
    }
    if (!point.fits) {
        parts += words(QT_TRANSLATE_NOOP("Placement", "does not fit"));
    }
    return parts;
}

QStringList described(const LayerChartData& data, std::int64_t layers) {
    if (layers < 0 || layers > data.all()) {
        return {};
    }
    QStringList parts{layersOnGpu(layers, data.all())};
    if (!data.stale) {
        parts += figures(data, data.points[static_cast<std::size_t>(layers)]);
    }
    return parts;
}

} // namespace

const LayerPoint* LayerChartData::present() const {
    return stale || chosen < 0 || chosen > all() ? nullptr : &points[static_cast<std::size_t>(chosen)];
}

std::optional<std::int64_t> LayerChartData::mostThatFit() const {
    const auto last = std::find_if(points.rbegin(), points.rend(), [](const LayerPoint& point) { return point.fits; });
    return last == points.rend() ? std::nullopt : std::optional(last->gpuLayers);
}

double LayerChartGeometry::xOf(std::int64_t layers) const {
    return plot.left() +
           plot.width() * static_cast<double>(layers) / static_cast<double>(std::max<std::int64_t>(all, 1));
}

double LayerChartGeometry::yOf(double value) const { return plot.bottom() - plot.height() * value / maximum; }

std::int64_t LayerChartGeometry::layersAt(double x) const {
    const double share = plot.width() > 0 ? (x - plot.left()) / plot.width() : 0;
    return std::clamp<std::int64_t>(std::llround(share * static_cast<double>(all)), 0, all);
}

LayerChartGeometry layerChartGeometry(const LayerChartData& data, const QRectF& plot) {
    double most = kLeastMaximum;
    for (const LayerPoint& point : data.points) {
        most = std::max({most, inUnit(point.vram, data.unit), inUnit(point.ram, data.unit)});
    }
    double maximum = most;
    for (const Bytes mark : {data.usable, data.ram.value_or(Bytes{})}) {
        const double value = inUnit(mark, data.unit);
        maximum = value <= most * kFarAway ? std::max(maximum, value) : maximum;
    }
    maximum *= kHeadroom;
    return {plot, std::max<std::int64_t>(data.all(), 1), maximum, niceStep(maximum, data.unit)};
}

QString layerToolTip(const LayerChartData& data, std::int64_t layers) { return described(data, layers).join(u'\n'); }

QString layerSpoken(const LayerChartData& data, std::int64_t layers) {
    return described(data, layers).join(QCoreApplication::translate("Error", ", "));
}

QString layerSummary(const LayerChartData& data) {
    if (data.points.empty()) {
        return {};
    }
    const auto bytes = [&data](Bytes value) { return formatBytes(value, data.unit); };
    const LayerPoint& none = data.points.front();
    const LayerPoint& every = data.points.back();
    QString text = substitute(
        words(QT_TRANSLATE_NOOP("Placement", "Without a layer on the GPU %1 of VRAM and %2 of RAM, with all %3 layers "
                                             "%4 of VRAM and %5 of RAM; %6 of VRAM are usable.")),
        {bytes(none.vram), bytes(none.ram), QLocale().toString(static_cast<qlonglong>(data.all())), bytes(every.vram),
         bytes(every.ram), bytes(data.usable)});
    if (const auto most = data.mostThatFit()) {
        text += u' ' + substitute(words(QT_TRANSLATE_NOOP("Placement", "Up to %1 layers fit.")),
                                  {QLocale().toString(static_cast<qlonglong>(*most))});
    }
    return text;
}

} // namespace vram::ui
