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

/// Cards stand in the rows that are compared as well as in the machine. More of the focused one take its place, another
/// one stands beside it, so that both can be seen.
void putCards(Scenario& scenario, const GpuChoice& focused, const GpuChoice& cards, std::vector<GpuChoice> shown) {
    const bool more = focused.name == cards.name;
    if (!comparesCards(scenario) || (more && scenario.view.rows.empty() && scenario.machine.gpus.size() == 1)) {
        scenario.machine.gpus = {cards};
        return;
    }
    if (std::ranges::find(shown, cards) == shown.end()) {
        const auto place = std::ranges::find(shown, focused);
        if (more && place != shown.end()) {
            *place = cards;
        } else {
            shown.insert(place == shown.end() ? place : place + 1, cards);
        }
    }
    scenario.view.rows = std::move(shown);
}

/// The row that was asked for has the focus, whatever a filter hid.
void focusOn(ScenarioStore& store, const GpuChoice& choice) {
    const auto place = [&store, &choice] {
        const std::vector<Row>& rows = store.snapshot().rows;
        return static_cast<std::size_t>(std::ranges::find(rows, choice, &Row::choice) - rows.begin());
    };
    if (place() >= store.snapshot().rows.size()) {
        store.setVerdictFilter(std::nullopt);
    }
    const std::size_t row = place();
    if (row < store.snapshot().rows.size() && comparesCards(store.scenario())) {
        store.setFocusedRow(row);
    }
}

void takeCards(const Remedy& remedy, ScenarioStore& store) {
    const Snapshot& snapshot = store.snapshot();
    const GpuChoice focused = snapshot.rows.at(snapshot.focusedRow).choice;
    Scenario scenario = withRemedy(store.scenario(), remedy, store.catalog());
    if (remedy.kind == RemedyKind::MoreCards && isMachineRow(focused)) {
        store.setScenario(std::move(scenario)); // of one kind, else nobody would have offered more
        return;
    }
    scenario.machine = store.scenario().machine;
    const GpuChoice cards =
        remedy.kind == RemedyKind::OtherCard ? GpuChoice{remedy.id, 1} : GpuChoice{focused.name, remedy.number};
    putCards(scenario, focused, cards, store.shownChoices());
    store.setScenario(std::move(scenario));
    focusOn(store, cards);
}

void apply(const Remedy& remedy, ScenarioStore& store, ScenarioPanel& panel) {
    switch (remedy.kind) {
    case RemedyKind::OtherCard:
    case RemedyKind::MoreCards:
        takeCards(remedy, store);
        break;
    case RemedyKind::Runtime:
        if (const RuntimeProfile* runtime = findRuntime(remedy.id)) {
            panel.switchTo(*runtime); // says what moved with it
        }
        break;
    default:
        store.setScenario(withRemedy(store.scenario(), remedy, store.catalog()));
        break;
    }
}

void apply(const WayOut& way, ScenarioStore& store, ScenarioPanel& panel, CardBar& cards) {
    switch (way.kind) {
    case WayOutKind::Reset:
        break;
    case WayOutKind::ChooseCards:
        cards.pickCards();
        break;
    case WayOutKind::ShowAllRows:
        store.setVerdictFilter(std::nullopt);
        break;
    case WayOutKind::ChooseModel:
        panel.pickModel();
        break;
    case WayOutKind::FocusRow:
        store.setFocusedRow(static_cast<std::size_t>(way.number));
        break;
    case WayOutKind::Runtime:
        if (const RuntimeProfile* runtime = findRuntime(way.id)) {
            panel.switchTo(*runtime);
        }
        break;
    case WayOutKind::Weights:
        store.edit([&way](Scenario& scenario) { scenario.weights = way.id; });
        break;
    case WayOutKind::Context:
        store.edit([&way](Scenario& scenario) { scenario.context = way.number; });
        break;
    case WayOutKind::FlashAttention:
        store.edit([](Scenario& scenario) { scenario.runtime.flashAttention = true; });
        break;
    case WayOutKind::Task:
        store.setScenario(withTask(store.scenario(), static_cast<Task>(way.number), store.catalog()));
        break;
    }
}

} // namespace

void applyOffer(const Offer& offer, ScenarioStore& store, ScenarioPanel& panel, CardBar& cards) {
    if (const auto* const remedy = std::get_if<Remedy>(&offer)) {
        apply(*remedy, store, panel);
    } else {
        apply(std::get<WayOut>(offer), store, panel, cards);
    }
}

} // namespace vram::ui
