// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/remedy_actions.h"

#include "core/advice/task_question.h"
#include "ui/cards/card_bar.h"
#include "ui/panel/scenario_panel.h"
#include "ui/store/row_machine.h"
#include "ui/store/scenario_store.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace vram::ui {

namespace {

/// Cards stand in the rows that are compared as well as in the machine: the focused one becomes so many.
void addCards(Scenario& scenario, const GpuChoice& focused, std::int64_t cards, std::vector<GpuChoice> shown) {
    if (isMachineRow(focused)) { // of one kind, else nobody would have offered more
        scenario.machine.gpus.front().count = cards;
        return;
    }
    const GpuChoice more{focused.name, cards};
    if (!comparesCards(scenario) || (scenario.view.rows.empty() && scenario.machine.gpus.size() == 1)) {
        scenario.machine.gpus = {more};
        return;
    }
    if (std::ranges::find(shown, more) == shown.end()) {
        std::ranges::replace(shown, focused, more);
    }
    scenario.view.rows = std::move(shown);
}

void takeTrainingChange(const TrainingChange& change, ScenarioStore& store) {
    const MachineChoice before = store.scenario().machine;
    Scenario scenario = withTrainingChange(store.scenario(), change);
    if (change.remedy != TrainingRemedy::MoreCards) {
        store.setScenario(std::move(scenario));
        return;
    }
    scenario.machine = before;
    const Snapshot& snapshot = store.snapshot();
    const GpuChoice focused = snapshot.rows.at(snapshot.focusedRow).choice;
    addCards(scenario, focused, change.number, store.shownChoices());
    store.setScenario(std::move(scenario));
    // The rows are others now; the one that was asked for has the focus.
    const auto& rows = store.snapshot().rows;
    const auto row = std::ranges::find(rows, GpuChoice{focused.name, change.number}, &Row::choice);
    if (row != rows.end() && !row->value) {
        store.setFocusedRow(static_cast<std::size_t>(row - rows.begin()));
    }
}

} // namespace

void applyRemedy(const Remedy& remedy, ScenarioStore& store, ScenarioPanel& panel, CardBar& cards) {
    switch (remedy.kind) {
    case RemedyKind::Reset:
        break;
    case RemedyKind::ChooseCards:
        cards.pickCards();
        break;
    case RemedyKind::ShowAllRows:
        store.setVerdictFilter(std::nullopt);
        break;
    case RemedyKind::ChooseModel:
        panel.pickModel();
        break;
    case RemedyKind::FocusRow:
        store.setFocusedRow(static_cast<std::size_t>(remedy.number));
        break;
    case RemedyKind::Runtime:
        if (const RuntimeProfile* runtime = findRuntime(remedy.id)) {
            panel.switchTo(*runtime);
        }
        break;
    case RemedyKind::Weights:
        store.edit([&remedy](Scenario& scenario) { scenario.weights = remedy.id; });
        break;
    case RemedyKind::KvFormat:
        store.edit([&remedy](Scenario& scenario) { scenario.kvCache = {remedy.id, remedy.id}; });
        break;
    case RemedyKind::Formats:
        store.edit([&remedy](Scenario& scenario) {
            scenario.weights = remedy.id;
            scenario.kvCache = {remedy.kvId, remedy.kvId};
        });
        break;
    case RemedyKind::Context:
        store.edit([&remedy](Scenario& scenario) { scenario.context = remedy.number; });
        break;
    case RemedyKind::FlashAttention:
        store.edit([](Scenario& scenario) { scenario.runtime.flashAttention = true; });
        break;
    case RemedyKind::Task:
        store.setScenario(withTask(store.scenario(), static_cast<Task>(remedy.number), store.catalog()));
        break;
    case RemedyKind::Training:
        takeTrainingChange(remedy.training, store);
        break;
    }
}

} // namespace vram::ui
