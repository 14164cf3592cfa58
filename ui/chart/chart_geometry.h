// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <cstddef>
#include <optional>

namespace vram::ui {

/// Where things lie, in logical pixels: | label | plot | total | verdict | speed | target |, rows of one height from
/// the top. Knows nothing of Qt Charts: the chart's plot area is set to `plot()`.
struct ChartGeometry {
    double width = 0;
    double labelWidth = 0;   ///< text of the row labels
    double totalWidth = 0;   ///< right-aligned totals
    double verdictWidth = 0; ///< verdict words, without the icon
    double speedWidth = 0;   ///< right-aligned speeds; 0: no such column
    double targetWidth = 0;  ///< words of the targets, without the icon; 0: no such column
    double iconSize = 0;
    double rowHeight = 0;
    double barHeight = 0;
    std::size_t rows = 0;
    double maximum = 1; ///< of the value axis

    static constexpr double kMargin = 14;     ///< left and right of everything
    static constexpr double kGap = 12;        ///< between columns
    static constexpr double kIconGap = 6;     ///< between icon and word
    static constexpr double kLeastPlot = 120; ///< the plot never becomes narrower

    [[nodiscard]] double height() const { return rowHeight * static_cast<double>(rows); }
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double x(double value) const;        ///< not clamped to the plot
    [[nodiscard]] QRectF row(std::size_t index) const; ///< full width
    [[nodiscard]] QRectF bar(std::size_t index) const; ///< across the plot
    [[nodiscard]] QRectF label(std::size_t index) const;
    [[nodiscard]] QRectF total(std::size_t index) const;
    [[nodiscard]] QRectF icon(std::size_t index) const;
    [[nodiscard]] QRectF verdict(std::size_t index) const;
    [[nodiscard]] QRectF speed(std::size_t index) const;
    [[nodiscard]] QRectF targetIcon(std::size_t index) const;
    [[nodiscard]] QRectF target(std::size_t index) const; ///< its word
    [[nodiscard]] std::optional<std::size_t> rowAt(double y) const;
    friend bool operator==(const ChartGeometry&, const ChartGeometry&) = default;
};

/// A row height that fills `available` with `rows` rows, between the least that is readable and the most that looks
/// like a list. Whole pixels.
[[nodiscard]] double fittingRowHeight(double available, std::size_t rows, double lineHeight);

/// Left edge of a text of `textWidth` within the segment left..right: centred, or moved beside the mark where it would
/// touch it; nullopt where there is no room.
[[nodiscard]] std::optional<double> placeLabel(double left, double right, double textWidth, std::optional<double> mark);

} // namespace vram::ui
