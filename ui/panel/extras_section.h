// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/store/scenario_store.h"

class QCheckBox;
class QSpinBox;
class QToolButton;

namespace vram::ui {

class FieldRow;
class ModelPicker;

/// What is loaded beside the model: a draft model or the model's own layers that draft, a LoRA adapter, and the vision
/// part where the model has one as a file of its own.
class ExtrasSection : public QWidget {
    Q_OBJECT

public:
    explicit ExtrasSection(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    /// The one that Tab reaches last.
    [[nodiscard]] QWidget* lastControl() const;

private:
    ScenarioStore& m_store;
    ModelPicker* m_draft;
    QToolButton* m_noDraft;
    QCheckBox* m_mtp;
    QSpinBox* m_rank;
    QCheckBox* m_vision;
    FieldRow* m_draftRow;
    FieldRow* m_mtpRow;
    FieldRow* m_rankRow;
    FieldRow* m_visionRow;
};

} // namespace vram::ui
