// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/chart/chart_painter.h"

#include <optional>
#include <vector>

class QPainter;

namespace vram::ui {

class ChartScene;

/// One entry of the legend: a part's colour, the usable-memory mark or the range of an estimate.
struct LegendEntry {
    enum class Sample : std::uint8_t { Colour, Mark, Range };
    Sample sample = Sample::Colour;
    QColor colour;
    QString text;
    std::optional<MemoryPart> pattern; ///< whose lines lie over the colour
};

[[nodiscard]] std::vector<LegendEntry> legendEntries(const BarChartData& data);

/// Height of the legend when it wraps at `width`.
[[nodiscard]] double legendHeight(const std::vector<LegendEntry>& entries, const QFont& font, double width);
void paintLegend(QPainter& painter, const std::vector<LegendEntry>& entries, const QFont& font, bool dark,
                 const QRectF& area);

/// The axis below the scrolling rows.
class AxisStrip : public QWidget {
public:
    AxisStrip(const ChartScene& scene, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ChartScene& m_scene;
};

/// The legend: only the parts that are there.
class LegendStrip : public QWidget {
public:
    LegendStrip(const ChartScene& scene, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ChartScene& m_scene;
};

} // namespace vram::ui
