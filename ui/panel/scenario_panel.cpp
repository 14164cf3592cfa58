// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/scenario_panel.h"

#include "ui/access/spoken.h"
#include "ui/panel/advanced_section.h"
#include "ui/panel/context_row.h"
#include "ui/panel/count_row.h"
#include "ui/panel/field_row.h"
#include "ui/panel/kv_list.h"
#include "ui/panel/model_section.h"
#include "ui/panel/runtime_row.h"
#include "ui/panel/task_row.h"
#include "ui/panel/training_options.h"
#include "ui/panel/weights_row.h"
#include "ui/placement/placement_section.h"
#include "ui/store/runtime_switch.h"
#include "ui/text/shown_text.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace vram::ui {
namespace {

constexpr int kPreferredWidth = 400;
constexpr int kLeastHeight = 120;

} // namespace

ScenarioPanel::ScenarioPanel(ScenarioStore& store, QWidget* parent)
    : QScrollArea(parent),
      m_store(store),
      m_task(new TaskRow),
      m_model(new ModelSection(store)),
      m_weights(new WeightsRow(store)),
      m_context(new ContextRow),
      m_batch(new CountRow(QStringLiteral("batch"), batchKind())),
      m_kv(new KvList(store.catalog(), QStringLiteral("kvTypeList"))),
      m_kvRow(new FieldRow(m_kv)),
      m_runtime(new RuntimeRow),
      m_training(new TrainingOptions(store, false)),
      m_placement(new PlacementSection(store)),
      m_advanced(new AdvancedSection(store)) {
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kRowSpacing);
    for (QWidget* part :
         {static_cast<QWidget*>(m_task), static_cast<QWidget*>(m_model), static_cast<QWidget*>(m_weights),
          static_cast<QWidget*>(m_context), static_cast<QWidget*>(m_batch), static_cast<QWidget*>(m_kvRow),
          static_cast<QWidget*>(m_runtime), static_cast<QWidget*>(m_training), static_cast<QWidget*>(m_placement),
          static_cast<QWidget*>(m_advanced)}) {
        layout->addWidget(part);
    }
    layout->addStretch(1);
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what has the focus within scrolls into sight by itself
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    connect(&m_store, &ScenarioStore::changed, this, &ScenarioPanel::setSnapshot);
    connect(m_context, &CountRow::countChosen, this,
            [this](std::int64_t tokens) { m_store.edit([tokens](Scenario& scenario) { scenario.context = tokens; }); });
    connect(m_batch, &CountRow::countChosen, this, [this](std::int64_t sequences) {
        m_store.edit([sequences](Scenario& scenario) { scenario.batch = sequences; });
    });
    connect(m_kv, &KvList::typeChosen, this, [this](const std::string& id) {
        m_store.edit([&id](Scenario& scenario) { scenario.kvCache = {id, id}; });
    });
    connect(m_runtime, &RuntimeRow::runtimeChosen, this, &ScenarioPanel::switchTo);
    connect(m_task, &TaskRow::taskChosen, this, &ScenarioPanel::switchTask);
    retranslate();
}

QWidget* ScenarioPanel::lastControl() const { return m_advanced->lastControl(); }

QSize ScenarioPanel::sizeHint() const { return {kPreferredWidth, 640}; }

QSize ScenarioPanel::minimumSizeHint() const {
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), kLeastHeight};
}

void ScenarioPanel::switchTo(const RuntimeProfile& runtime) {
    RuntimeSwitch result = switchRuntime(m_store.scenario(), runtime, m_store.catalog());
    m_weights->announceMove(shownText(result.oldFormat));
    m_store.setScenario(std::move(result.scenario));
    m_kvRow->setHint(result.kvReset ? tr("Back to the default of %1, which has no such type").arg(runtimeName(runtime))
                                    : QString(),
                     HintKind::Warning);
}

void ScenarioPanel::switchTask(Task task) {
    TaskSwitch result = m_memory.switchTask(m_store.scenario(), task, m_store.catalog());
    m_weights->announceMove(shownText(result.oldFormat), true);
    m_runtime->announceMove(shownText(result.oldRuntime));
    m_store.setScenario(std::move(result.scenario));
}

void ScenarioPanel::pickModel() {
    ensureWidgetVisible(m_model);
    m_model->pickModel();
}

void ScenarioPanel::showZones(ZoneKind kind, const ShownZones& shown) {
    switch (kind) {
    case ZoneKind::Size:
        m_model->showZones(shown);
        break;
    case ZoneKind::Weights:
        m_weights->showZones(shown);
        break;
    case ZoneKind::Context:
        m_context->showZones(shown);
        break;
    case ZoneKind::Batch:
        m_batch->showZones(shown);
        break;
    case ZoneKind::Rank:
        m_training->showRankZones(shown);
        break;
    }
}

void ScenarioPanel::setSnapshot(const Snapshot& snapshot) {
    m_memory.remember(snapshot.scenario);
    const bool trains = snapshot.scenario.task != Task::Inference;
    if (m_trains != trains) {
        m_trains = trains;
        nameCounts();
        FieldRow::alignLabels(*this);
    }
    m_task->setSnapshot(snapshot);
    m_model->setSnapshot(snapshot);
    // Full training holds parameters in the types of its precision.
    m_weights->setVisible(snapshot.scenario.task != Task::Full);
    m_kvRow->setVisible(!trains);
    m_training->setSnapshot(snapshot);
    m_weights->setSnapshot(snapshot);
    m_context->setSnapshot(snapshot);
    m_batch->showCount(snapshot.scenario.batch);
    m_runtime->setSnapshot(snapshot);
    m_placement->setSnapshot(snapshot);
    m_advanced->setSnapshot(snapshot);
    if (snapshot.resolved && !trains) {
        const std::string& keys = snapshot.resolved->keyFormat.id;
        const std::string& values = snapshot.resolved->valueFormat.id;
        m_kv->showType(*snapshot.resolved->runtime, keys == values ? keys : keys + " / " + values);
        m_kvRow->setHint({});
    }
}

void ScenarioPanel::retranslate() {
    m_model->retranslate();
    m_weights->retranslate();
    nameCounts();
    m_task->retranslate();
    m_training->retranslate();
    m_kvRow->setLabel(tr("&KV cache"));
    m_kv->setToolTip(tr("Type in which keys and values of earlier tokens are kept; separately under Advanced"));
    nameControl(*m_kv, tr("KV cache"));
    m_kv->retranslate();
    m_runtime->retranslate();
    m_placement->retranslate();
    m_advanced->retranslate();
    FieldRow::alignLabels(*this);
    setSnapshot(m_store.snapshot());
}

void ScenarioPanel::nameCounts() {
    m_context->setTrains(m_trains);
    if (m_trains) {
        m_batch->setTexts(tr("Micro-&batch"), tr("Sequences of one forward and backward pass on one card"));
    } else {
        m_batch->setTexts(tr("&Batch"), tr("Sequences processed at the same time, each with the whole context"));
    }
}

bool ScenarioPanel::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry(); // rows came or went, or have other texts
    }
    return QScrollArea::event(event);
}

void ScenarioPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QScrollArea::changeEvent(event);
}

} // namespace vram::ui
