// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/store/scenario_store.h"
#include "ui/text/format.h"

class QCheckBox;
class QLabel;
class QToolButton;

namespace vram::ui {

class FieldRow;
class LayerChart;
class LayerCurveSource;
class LayersRow;
class PlacementOptions;

/// Where things lie, folded away: layers on the cards with their chart, what that leaves in RAM, and the runtime's own
/// choices. Only of inference.
class PlacementSection : public QWidget {
    Q_OBJECT

public:
    explicit PlacementSection(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void setByteUnit(ByteUnit unit);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

signals:
    void openChanged(bool open);

protected:
    void changeEvent(QEvent* event) override;

private:
    void chooseLayers(std::optional<std::int64_t> layers);
    void showLayers(const Snapshot& snapshot, const Report* report);
    void showChart();
    void showRam(const Report* report);
    ScenarioStore& m_store;
    QToolButton* m_header;
    QWidget* m_body;
    LayersRow* m_layers;
    QCheckBox* m_automatic;
    FieldRow* m_automaticRow;
    LayerChart* m_chart;
    LayerCurveSource* m_curve;
    QLabel* m_ram;
    FieldRow* m_ramRow;
    PlacementOptions* m_options;
    QLabel* m_nothing; ///< why there is nothing to choose
    ByteUnit m_unit = ByteUnit::GiB;
};

} // namespace vram::ui
