// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/chart/chart_strips.h"
#include "ui/lines/line_chart_data.h"

#include <vector>

namespace vram::ui {

/// The legend below the lines, with the figures of one value. For screen readers it is a list: the parts, then each
/// row's memory and how far it goes.
class LineFigures : public QWidget {
    Q_OBJECT

public:
    explicit LineFigures(QWidget* parent = nullptr);
    void setData(const LineChartData& lines, const SeriesPoint& point);
    [[nodiscard]] const QStringList& sentences() const { return m_sentences; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<LegendEntry> m_entries;
    QStringList m_sentences;
};

/// The entries of the legend, the same for the window and for an exported picture.
[[nodiscard]] std::vector<LegendEntry> lineLegend(const LineChartData& data, const SeriesPoint& point);

} // namespace vram::ui
