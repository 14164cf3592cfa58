// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "ui/panel/slider_track.h"
#include "ui/store/scenario_store.h"
#include "ui/store/task_switch.h"

namespace vram::ui {

class AdvancedSection;
class ContextRow;
class CountRow;
class FieldRow;
class KvList;
class ModelSection;
class PlacementSection;
class RuntimeRow;
class TaskRow;
class TrainingOptions;
class WeightsRow;

/// The question: task, model, size, weights, context, batch, KV types, runtime, placement; for training what it is done
/// with. Each edit is one edit of the store.
class ScenarioPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ScenarioPanel(ScenarioStore& store, QWidget* parent = nullptr);
    [[nodiscard]] PlacementSection& placement() const { return *m_placement; }
    [[nodiscard]] AdvancedSection& advanced() const { return *m_advanced; }
    /// Where Tab leaves the panel.
    [[nodiscard]] QWidget* lastControl() const;
    QSize sizeHint() const override;
    /// Wide enough for every row beside the scroll bar: nothing of a row is out of sight sideways.
    QSize minimumSizeHint() const override;
    /// Another runtime; what it cannot load moves to the nearest that it can, and the rows concerned say so.
    void switchTo(const RuntimeProfile& runtime);
    /// Another task, with the runtime and weights that it had last; the rows concerned say so.
    void switchTask(Task task);
    /// What fits along the slider of that kind.
    void showZones(ZoneKind kind, const ShownZones& shown);
    /// Opens the list of models.
    void pickModel();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void nameCounts();
    ScenarioStore& m_store;
    TaskRow* m_task;
    ModelSection* m_model;
    WeightsRow* m_weights;
    ContextRow* m_context;
    CountRow* m_batch;
    KvList* m_kv;
    FieldRow* m_kvRow;
    RuntimeRow* m_runtime;
    TrainingOptions* m_training;
    PlacementSection* m_placement;
    AdvancedSection* m_advanced;
    TaskMemory m_memory;
    bool m_trains = false; ///< what the rows are named for
};

} // namespace vram::ui
