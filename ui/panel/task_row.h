// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

#include "ui/store/scenario_store.h"

namespace vram::ui {

/// What the model is wanted for, as tabs above the question. A change is one edit of the store: runtime and weights go
/// along, and come back to what they were with inference.
class TaskRow : public QTabBar {
    Q_OBJECT

public:
    explicit TaskRow(ScenarioStore& store, QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();

private:
    void choose(int index);
    ScenarioStore& m_store;
    Scenario m_inference; ///< the last question of that task
};

} // namespace vram::ui
