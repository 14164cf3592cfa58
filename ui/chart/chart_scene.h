// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QGraphicsScene>

#include "ui/chart/bar_chart_data.h"
#include "ui/chart/chart_geometry.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/chart_scale.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QBarCategoryAxis;
class QBarSet;
class QChart;
class QHorizontalStackedBarSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace vram::ui {

/// The bars as a Qt Charts series, with grid, marks and text painted under and over them: one item a segment and
/// nothing else. The window's chart and the exported picture both show this scene.
class ChartScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit ChartScene(QObject* parent = nullptr);
    ~ChartScene() override;

    /// Updates the bars in place: only figures that changed are replaced. Rows and sets are made anew only when
    /// their number changes.
    void setData(BarChartData data);
    void setLook(const QFont& font, bool dark);
    /// Lays the rows out for a place of this size; the scene becomes higher where the rows need it.
    void setAvailable(const QSizeF& size, std::optional<double> rowHeight = std::nullopt);
    void setHovered(std::optional<SegmentPosition> hovered);
    void setKeyboardFocus(bool focus);

    [[nodiscard]] const BarChartData& data() const { return m_data; }
    [[nodiscard]] const ChartScale& scale() const { return m_scale; }
    [[nodiscard]] const ChartGeometry& geometry() const { return m_geometry; }
    [[nodiscard]] std::optional<SegmentPosition> hovered() const { return m_hovered; }
    [[nodiscard]] ChartView view() const;
    [[nodiscard]] QHorizontalStackedBarSeries& series() const { return *m_series; }
    [[nodiscard]] QChart& chart() const { return *m_chart; }
    /// How often the bars were made anew and how many single figures were replaced, since the start.
    [[nodiscard]] int rebuilds() const { return m_rebuilds; }
    [[nodiscard]] int replacements() const { return m_replacements; }

signals:
    /// What is shown there is no longer right; an empty area is everything. The scene's own updates would be of all
    /// items, although at a step of a slider names and verdicts mostly stay.
    void outdated(const QRectF& area);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void rebuild();
    void replaceFigures();
    void layOut();
    /// Where `before`, laid out alike, shows something else than the data now.
    [[nodiscard]] QRectF changedArea(const BarChartData& before) const;

    QChart* m_chart;
    QHorizontalStackedBarSeries* m_series;
    QValueAxis* m_values;
    QBarCategoryAxis* m_categories;
    BarChartData m_data;
    ChartScale m_scale;
    ChartGeometry m_geometry;
    QSizeF m_available;
    std::optional<double> m_rowHeight;
    QFont m_font;
    mutable TextWidths m_widths;
    bool m_dark = false;
    bool m_keyboardFocus = false;
    std::optional<SegmentPosition> m_hovered;
    int m_rebuilds = 0;
    int m_replacements = 0;
};

} // namespace vram::ui
