// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/runtime_row.h"

#include "core/catalog/training_table.h"
#include "ui/access/spoken.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace vram::ui {

RuntimeRow::RuntimeRow(QWidget* parent) : RuntimeRow(new QComboBox, parent) {}

RuntimeRow::RuntimeRow(QComboBox* list, QWidget* parent) : FieldRow(list, nullptr, parent), m_list(list) {
    m_list->setObjectName(QStringLiteral("runtimeList"));
    guardWheel(m_list);
    fill(false);
    connect(m_list, &QComboBox::activated, this, [this](int index) {
        if (const RuntimeProfile* runtime = findRuntime(m_list->itemText(index).toStdString())) {
            emit runtimeChosen(*runtime);
        }
    });
}

void RuntimeRow::fill(bool trains) {
    if (m_trains == trains) {
        return;
    }
    m_trains = trains;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const RuntimeProfile& runtime : runtimeTable()) {
        if (trains ? findTrainingFramework(runtime.name) != nullptr : runtime.engine != Engine::Unsized) {
            m_list->addItem(runtimeName(runtime));
        }
    }
    retranslate();
}

void RuntimeRow::setSnapshot(const Snapshot& snapshot) {
    fill(snapshot.scenario.task != Task::Inference);
    if (!snapshot.resolved) {
        return;
    }
    const QString name = runtimeName(*snapshot.resolved->runtime);
    if (!m_movedFrom.isEmpty() && m_movedTo.isEmpty()) {
        m_movedTo = name;
    }
    if (m_movedTo != name) {
        announceMove({});
    }
    setHint(m_movedFrom.isEmpty() ? QString() : tr("Moved with the task: %1 to %2").arg(m_movedFrom, name),
            HintKind::Warning);
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentText(name);
}

void RuntimeRow::announceMove(const QString& oldRuntime) {
    m_movedFrom = oldRuntime;
    m_movedTo.clear();
}

void RuntimeRow::retranslate() {
    if (m_trains.value_or(false)) {
        setLabel(tr("F&ramework"));
        m_list->setToolTip(tr("The program that trains the model. It decides what is kept in which precision, how the "
                              "loss is computed and what checkpointing means."));
        nameControl(*m_list, tr("Framework"));
        return;
    }
    setLabel(tr("&Runtime"));
    m_list->setToolTip(tr("The program that runs the model. It decides which weight formats and KV types there are and "
                          "what it allocates besides."));
    nameControl(*m_list, tr("Runtime"));
}

} // namespace vram::ui
