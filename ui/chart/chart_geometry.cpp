// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace vram::ui {

namespace {

constexpr double kLabelPadding = 4;  ///< between a label and the ends of its segment
constexpr double kMarkClearance = 5; ///< between a label and the usable mark

} // namespace

QRectF ChartGeometry::plot() const {
    const double left = kMargin + labelWidth + kGap;
    const double speedRoom = speedWidth > 0 ? kGap + speedWidth : 0;
    const double targetRoom = targetWidth > 0 ? kGap + iconSize + kIconGap + targetWidth : 0;
    const double right =
        width - kMargin - targetRoom - speedRoom - verdictWidth - kIconGap - iconSize - kGap - totalWidth - kGap;
    return {left, 0, std::max(right - left, kLeastPlot), height()};
}

double ChartGeometry::x(double value) const {
    const QRectF area = plot();
    return area.left() + area.width() * value / maximum;
}

QRectF ChartGeometry::row(std::size_t index) const {
    return {0, rowHeight * static_cast<double>(index), width, rowHeight};
}

QRectF ChartGeometry::bar(std::size_t index) const {
    const QRectF area = plot();
    return {area.left(), row(index).center().y() - barHeight / 2, area.width(), barHeight};
}

QRectF ChartGeometry::label(std::size_t index) const { return {kMargin, row(index).top(), labelWidth, rowHeight}; }

QRectF ChartGeometry::total(std::size_t index) const {
    return {plot().right() + kGap, row(index).top(), totalWidth, rowHeight};
}

QRectF ChartGeometry::icon(std::size_t index) const {
    const QRectF before = total(index);
    return {before.right() + kGap, before.center().y() - iconSize / 2, iconSize, iconSize};
}

QRectF ChartGeometry::verdict(std::size_t index) const {
    return {icon(index).right() + kIconGap, row(index).top(), verdictWidth, rowHeight};
}

QRectF ChartGeometry::speed(std::size_t index) const {
    return {verdict(index).right() + kGap, row(index).top(), speedWidth, rowHeight};
}

QRectF ChartGeometry::targetIcon(std::size_t index) const {
    const QRectF before = speedWidth > 0 ? speed(index) : verdict(index);
    return {before.right() + kGap, before.center().y() - iconSize / 2, iconSize, iconSize};
}

QRectF ChartGeometry::target(std::size_t index) const {
    return {targetIcon(index).right() + kIconGap, row(index).top(), targetWidth, rowHeight};
}

std::optional<std::size_t> ChartGeometry::rowAt(double y) const {
    if (y < 0 || y >= height()) {
        return std::nullopt;
    }
    return std::min(static_cast<std::size_t>(y / rowHeight), rows - 1);
}

double fittingRowHeight(double available, std::size_t rows, double lineHeight) {
    const double least = std::ceil(lineHeight * 1.9);
    const double most = std::ceil(lineHeight * 3.6);
    if (rows == 0) {
        return least;
    }
    return std::clamp(std::floor(available / static_cast<double>(rows)), least, most);
}

std::optional<double> placeLabel(double left, double right, double textWidth, std::optional<double> mark) {
    const double from = left + kLabelPadding;
    const double to = right - kLabelPadding;
    const double centred = (left + right - textWidth) / 2;
    if (textWidth > to - from) {
        return std::nullopt;
    }
    const bool clear = !mark || centred + textWidth + kMarkClearance <= *mark || centred >= *mark + kMarkClearance;
    if (clear) {
        return centred;
    }
    // Beside the mark: the side where the label moves less.
    const std::array<std::pair<double, double>, 2> sides{std::pair{from, std::min(to, *mark - kMarkClearance)},
                                                         std::pair{std::max(from, *mark + kMarkClearance), to}};
    std::optional<double> best;
    for (const auto& [begin, end] : sides) {
        if (end - begin < textWidth) {
            continue;
        }
        const double position = std::clamp(centred, begin, end - textWidth);
        if (!best || std::abs(position - centred) < std::abs(*best - centred)) {
            best = position;
        }
    }
    return best;
}

} // namespace vram::ui
