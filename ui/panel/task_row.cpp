// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/task_row.h"

#include "core/advice/task_question.h"
#include "ui/panel/field_row.h"
#include "ui/text/labels.h"

#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace vram::ui {

TaskRow::TaskRow(QWidget* parent) : QTabBar(parent) {
    setObjectName(QStringLiteral("taskTabs"));
    setExpanding(true);
    setDrawBase(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    guardWheel(this);
    for (std::size_t i = 0; i < kComparedTasks.size(); ++i) {
        addTab(QString());
    }
    // The bar's own scroll buttons are never shown; their names would stay in the language of the start.
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setAccessibleName(QString());
    }
    connect(this, &QTabBar::currentChanged, this,
            [this](int index) { emit taskChosen(kComparedTasks.at(static_cast<std::size_t>(index))); });
}

void TaskRow::setSnapshot(const Snapshot& snapshot) {
    const auto* const found = std::ranges::find(kComparedTasks, snapshot.scenario.task);
    const QSignalBlocker quiet(this);
    setCurrentIndex(static_cast<int>(found - kComparedTasks.begin()));
}

void TaskRow::retranslate() {
    const QString tips[] = {
        tr("Running the model: weights, KV cache and working memory"),
        tr("Fine-tuning a small adapter over quantized weights: the least memory"),
        tr("Fine-tuning a small adapter over 16-bit weights"),
        tr("Training every parameter: gradients and optimizer states as large as the model, several times over")};
    for (std::size_t i = 0; i < kComparedTasks.size(); ++i) {
        setTabText(static_cast<int>(i), taskName(kComparedTasks.at(i)));
        setTabToolTip(static_cast<int>(i), tips[i]);
    }
    setAccessibleName(tr("Task"));
}

} // namespace vram::ui
