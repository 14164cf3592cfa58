// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

#include "ui/store/snapshot.h"

namespace vram::ui {

/// What the model is wanted for, as tabs above the question.
class TaskRow : public QTabBar {
    Q_OBJECT

public:
    explicit TaskRow(QWidget* parent = nullptr);
    void setSnapshot(const Snapshot& snapshot);
    void retranslate();

signals:
    void taskChosen(vram::Task task);
};

} // namespace vram::ui
