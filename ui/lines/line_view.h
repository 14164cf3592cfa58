// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/lines/line_chart_data.h"
#include "ui/store/scenario_store.h"

#include <optional>

class QLabel;
class QToolButton;

namespace vram::ui {

class ElidedLabel;
class LineChart;
class LineFigures;
class LineSource;

/// The focused row's need over the context or the sequences, with the memory of every row: how far each goes. The line
/// of the present edits the scenario.
class LineView : public QWidget {
    Q_OBJECT

public:
    explicit LineView(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void setByteUnit(ByteUnit unit);
    void setPatterns(bool patterns);
    void setAxis(SeriesAxis axis);
    /// Nothing is computed while nobody looks.
    void setWanted(bool wanted);
    [[nodiscard]] LineChart& chart() const { return *m_chart; }
    [[nodiscard]] LineFigures& figures() const { return *m_figures; }
    [[nodiscard]] LineSource& source() const { return *m_source; }
    [[nodiscard]] QWidget* lastControl() const;
    /// What is shown, of the question as it is now whatever is still to be computed; for pictures.
    [[nodiscard]] LineChartData dataNow() const;

signals:
    void axisChosen(vram::SeriesAxis axis);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void refresh();
    void showFigures();
    void retranslate();
    void recolour();
    [[nodiscard]] LineChartData shownData() const;
    ScenarioStore& m_store;
    LineSource* m_source;
    QToolButton* m_context;
    QToolButton* m_sequences;
    ElidedLabel* m_subject;
    LineChart* m_chart;
    ElidedLabel* m_inspection;
    LineFigures* m_figures;
    std::optional<Snapshot> m_snapshot;
    std::optional<std::int64_t> m_inspected;
    ByteUnit m_unit = ByteUnit::GiB;
    bool m_patterns = false;
    bool m_trains = false;
};

} // namespace vram::ui
