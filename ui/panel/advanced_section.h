// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/store/scenario_store.h"

class QComboBox;
class QDoubleSpinBox;
class QToolButton;

namespace vram::ui {

class ExtrasSection;
class FieldRow;
class KvList;
class RuntimeOptions;
class TrainingOptions;

/// What most people leave alone, folded away: separate key and value types, flash attention, safety margin, RAM, the
/// runtime's own options, and what is loaded beside the model; for training its rarer settings.
class AdvancedSection : public QWidget {
    Q_OBJECT

public:
    explicit AdvancedSection(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QWidget* lastControl() const;

signals:
    void openChanged(bool open);
    /// The user's own machine, worth remembering.
    void marginChosen(double percent);
    void ramChosen(double gib);

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectControls();
    void updateToolTip();
    void showRamSpeed(const Snapshot& snapshot);
    ScenarioStore& m_store;
    bool m_trains = false;
    QToolButton* m_header;
    QWidget* m_body;
    KvList* m_keys;
    KvList* m_values;
    QComboBox* m_flash;
    QDoubleSpinBox* m_margin;
    QDoubleSpinBox* m_ram;
    TrainingOptions* m_training;
    RuntimeOptions* m_options;
    ExtrasSection* m_extras;
    struct Rows {
        FieldRow* keys;
        FieldRow* values;
        FieldRow* flash;
        FieldRow* margin;
        FieldRow* ram;
    } m_rows{};
};

} // namespace vram::ui
