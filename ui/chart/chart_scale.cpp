// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_scale.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vram::ui {

namespace {

constexpr int kMostSteps = 8;
// The largest card may be this many times the smallest before it is cut off.
constexpr double kWidestSpread = 6;
constexpr double kShareStep = 25;
constexpr double kLeastShare = 125;
constexpr double kMostShare = 200;
constexpr double kSmallestMaximum = 1.0 / 16;

double wholeSteps(double value, double step) { return std::ceil(value / step - 1e-9) * step; }

ChartScale shareScale(const BarChartData& data) {
    double most = 0;
    for (const ChartRow& row : data.rows) {
        most = std::max(most, data.axisValue(row, row.total.high));
    }
    return {std::clamp(wholeSteps(most, kShareStep), kLeastShare, kMostShare), kShareStep, true};
}

} // namespace

double niceStep(double maximum, ByteUnit unit) {
    const double least = maximum / kMostSteps;
    if (unit == ByteUnit::GiB) {
        return std::exp2(std::ceil(std::log2(least) - 1e-9));
    }
    const double decade = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade >= least * (1 - 1e-9)) {
            return factor * decade;
        }
    }
    return 10 * decade;
}

std::vector<double> ChartScale::ticks() const {
    std::vector<double> result;
    const int count = static_cast<int>(std::lround(maximum / step));
    for (int i = 0; i <= count; ++i) {
        result.push_back(i * step);
    }
    return result;
}

QString ChartScale::tickLabel(double value) const {
    if (share) {
        constexpr double kPercent = 100;
        return formatPercent(value / kPercent);
    }
    int decimals = 0;
    for (double rest = step; decimals < 4 && std::abs(rest - std::round(rest)) > 1e-9; rest *= 10) {
        ++decimals;
    }
    return QLocale().toString(value, 'f', decimals);
}

ChartScale chartScale(const BarChartData& data) {
    if (data.share) {
        return shareScale(data);
    }
    double need = 0;
    double smallest = std::numeric_limits<double>::max();
    double largest = 0;
    for (const ChartRow& row : data.rows) {
        need = std::max(need, data.axisValue(row, row.total.high));
        if (row.usable > Bytes{}) {
            const double usable = data.axisValue(row, row.usable);
            smallest = std::min(smallest, usable);
            largest = std::max(largest, usable);
        }
    }
    const double readable = largest > 0 ? std::max(kWidestSpread * smallest, 2 * need) : 0;
    const double maximum = std::max({need, std::min(largest, readable), kSmallestMaximum});
    const double step = niceStep(maximum, data.unit);
    return {wholeSteps(maximum, step), step, false};
}

} // namespace vram::ui
