// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>
#include <QPixmap>

#include "ui/lines/line_geometry.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vram::ui {

/// The need over an axis as stacked areas. It is a slider as well: the present value is a line that pointer and keys
/// move from stop to stop.
class LineChart : public QAbstractSlider {
    Q_OBJECT

public:
    explicit LineChart(QWidget* parent = nullptr);
    void setLines(LineChartData lines);
    [[nodiscard]] const LineChartData& lines() const { return m_data; }
    [[nodiscard]] LineGeometry geometryOfPlot() const;
    /// The value that the slider's position stands for: the present one, which may lie between two stops.
    [[nodiscard]] std::int64_t shownValue() const { return m_data.present.value; }
    void retranslate();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The user moved the line.
    void valueChosen(qint64 value);
    /// The pointer is at a value, or has left.
    void inspected(std::optional<std::int64_t> value);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void moveTo(double x);
    void inspect(std::optional<std::int64_t> value);
    [[nodiscard]] const QPixmap& groundFor(const LineGeometry& geometry);
    LineChartData m_data;
    /// Painted once for all values of the present: steps of a slider that leave it alone cost a copy.
    struct Ground {
        QPixmap picture; ///< kept while the size stays: millions of bytes
        bool current = false;
        LineGeometry geometry;
        QFont font;
        bool dark = false;
    };
    Ground m_ground;
    std::vector<std::int64_t> m_stops;
    std::optional<std::int64_t> m_hovered;
};

} // namespace vram::ui
