// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/remedy_actions.h"

#include "ui/cards/card_bar.h"
#include "ui/panel/scenario_panel.h"
#include "ui/store/row_machine.h"
#include "ui/store/scenario_store.h"

#include <algorithm>
#include <optional>
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

/// The same where values are compared: the row of `value`; without one that of the scenario itself.
void focusOn(ScenarioStore& store, const std::optional<AxisValue>& value) {
    const auto place = [&store, &value] {
        const std::vector<Row>& rows = store.snapshot().rows;
        const auto isIt = [&value](const Row& row) { return value ? row.value == value : row.present; };
        return static_cast<std::size_t>(std::ranges::find_if(rows, isIt) - rows.begin());
    };
    if (place() >= store.snapshot().rows.size()) {
        store.setVerdictFilter(std::nullopt);
    }
    store.setFocusedRow(place());
}

void takeCards(const Remedy& remedy, const Row& row, Scenario scenario, ScenarioStore& store) {
    const GpuChoice focused = row.choice;
    if (remedy.kind == RemedyKind::MoreCards && isMachineRow(focused)) {
        store.setScenario(std::move(scenario)); // of one kind, else nobody would have offered more
        return;
    }
    if (!takesRowAlong(row)) {
        scenario.machine = store.scenario().machine;
    }
    const GpuChoice cards =
        remedy.kind == RemedyKind::OtherCard ? GpuChoice{remedy.id, 1} : GpuChoice{firstCardOf(row), remedy.number};
    putCards(scenario, focused, cards, store.shownChoices());
    store.setScenario(std::move(scenario));
    focusOn(store, cards);
}

void apply(const Remedy& remedy, ScenarioStore& store, ScenarioPanel& panel) {
    const Row row = store.snapshot().rows.at(store.snapshot().focusedRow); // the snapshot's goes with the question
    std::optional<Scenario> next = withRemedyOf(row, remedy, store.scenario(), store.catalog());
    if (!next) {
        return;
    }
    const RuntimeProfile* const runtime =
        remedy.kind == RemedyKind::Runtime && !takesRowAlong(row) ? findRuntime(remedy.id) : nullptr;
    if (remedy.kind == RemedyKind::OtherCard || remedy.kind == RemedyKind::MoreCards) {
        takeCards(remedy, row, std::move(*next), store);
    } else if (runtime != nullptr) {
        panel.switchTo(*runtime); // says what moved with it
    } else {
        store.setScenario(std::move(*next));
    }
    if (asksOtherwise(row)) {
        focusOn(store, takesRowAlong(row) ? std::nullopt : row.value);
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
    case WayOutKind::Context:
    case WayOutKind::FlashAttention:
    case WayOutKind::Task:
        store.setScenario(withWayOut(store.scenario(), way, store.catalog()).value());
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
