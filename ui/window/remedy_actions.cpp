// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/remedy_actions.h"

#include "core/advice/task_question.h"
#include "ui/cards/card_bar.h"
#include "ui/panel/scenario_panel.h"
#include "ui/store/scenario_store.h"

namespace vram::ui {

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
        store.setScenario(withTrainingChange(store.scenario(), remedy.training));
        break;
    }
}

} // namespace vram::ui
