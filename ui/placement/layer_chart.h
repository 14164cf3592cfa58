// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

#include "ui/placement/layer_chart_data.h"

namespace vram::ui {

/// VRAM and RAM against the layers on the cards. It is a slider as well: the present choice is a line that pointer and
/// keys move.
class LayerChart : public QAbstractSlider {
    Q_OBJECT

public:
    explicit LayerChart(QWidget* parent = nullptr);
    void setData(LayerChartData data);
    [[nodiscard]] const LayerChartData& data() const { return m_data; }
    [[nodiscard]] LayerChartGeometry geometryOfPlot() const;
    void retranslate();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    LayerChartData m_data;
};

} // namespace vram::ui
