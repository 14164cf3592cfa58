// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/task_row.h"

#include "core/advice/task_question.h"
#include "ui/panel/field_row.h"
#include "ui/text/labels.h"

#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace vram::ui {

TaskRow::TaskRow(ScenarioStore& store, QWidget* parent) : QTabBar(parent), m_store(store) {
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
    connect(this, &QTabBar::currentChanged, this, &TaskRow::choose);
}

void TaskRow::choose(int index) {
    const Task task = kComparedTasks.at(static_cast<std::size_t>(index));
    m_store.edit([&](Scenario& scenario) {
        if (task == Task::Inference && m_inference.task == task) {
            scenario.runtime = m_inference.runtime;
            scenario.weights = m_inference.weights;
            scenario.kvCache = m_inference.kvCache;
            scenario.task = task;
            return;
        }
        scenario = withTask(scenario, task, m_store.catalog());
    });
}

void TaskRow::setSnapshot(const Snapshot& snapshot) {
    if (snapshot.scenario.task == Task::Inference) {
        m_inference = snapshot.scenario;
    }
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
