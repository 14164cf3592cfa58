// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/field_row.h"
#include "ui/store/runtime_switch.h"
#include "ui/store/scenario_store.h"

class QComboBox;

namespace vram::ui {

/// The program that runs the model: those of the table that can be sized; for training the frameworks.
class RuntimeRow : public FieldRow {
    Q_OBJECT

public:
    explicit RuntimeRow(QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    /// The next snapshot is the result of a change of task that `oldRuntime` did not survive.
    void announceMove(const QString& oldRuntime);
    void retranslate();

signals:
    void runtimeChosen(const vram::RuntimeProfile& runtime);

private:
    RuntimeRow(QComboBox* list, QWidget* parent);
    void fill(bool trains);
    QComboBox* m_list;
    std::optional<bool> m_trains; ///< what the list is for
    QString m_movedFrom;
    QString m_movedTo;
};

} // namespace vram::ui
