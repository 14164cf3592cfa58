// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/scenario_store.h"

#include "ui/store/row_machine.h"
#include "ui/store/row_order.h"

#include <algorithm>
#include <utility>

namespace vram::ui {
namespace {

constexpr auto kFirstFocus = "RTX 4090";

/// The same card however it is written ("RTX 4090", "GeForce RTX 4090").
bool sameChoice(const GpuChoice& a, const GpuChoice& b) {
    return a.count == b.count && normaliseName(a.name) == normaliseName(b.name);
}

/// Whether a change takes the focus back to the scenario's own row.
bool movesOwnRow(const Scenario& before, const Scenario& after, const Catalog& catalog) {
    const Axis* const axis = findAxis(after.view.axis);
    return before.view.axis != after.view.axis || axis == nullptr ||
           axis->present({before, catalog, nullptr}) != axis->present({after, catalog, nullptr});
}

} // namespace

ScenarioStore::ScenarioStore(std::shared_ptr<const Catalog> catalog, QObject* parent,
                             std::shared_ptr<ModelReader> reader)
    : QObject(parent),
      m_catalog(std::move(catalog)),
      m_models(std::make_shared<BackgroundReader>(reader == nullptr ? std::make_shared<LocalModelReader>()
                                                                    : std::move(reader))),
      m_resolver(m_catalog, m_models),
      m_sweeper(m_catalog, m_models),
      m_focused{kFirstFocus, 1} {
    connect(m_models.get(), &BackgroundReader::finished, this, &ScenarioStore::modelRead);
    recompute();
}

void ScenarioStore::modelRead(const QString& path) {
    const auto* file = std::get_if<ModelFile>(&m_snapshot.scenario.model);
    const bool own = file != nullptr && QString::fromStdString(file->path) == path;
    if (own || !comparesCards(m_snapshot.scenario)) { // a row may be of another model
        m_resolver.forgetModel();
        m_sweeper.forgetModels();
        recompute();
        emit changed(m_snapshot);
    }
}

std::vector<GpuChoice> ScenarioStore::defaultRows() { return usualCards(); }

AxisQuestion ScenarioStore::axisQuestion() const {
    return {m_snapshot.scenario, *m_catalog, m_snapshot.resolved ? &m_snapshot.resolved->model : nullptr};
}

std::vector<GpuChoice> ScenarioStore::shownChoices() const {
    const Scenario& scenario = m_snapshot.scenario;
    if (!scenario.view.rows.empty()) {
        return scenario.view.rows;
    }
    return scenario.machine.gpus.empty() ? defaultRows() : scenario.machine.gpus;
}

void ScenarioStore::setScenario(Scenario scenario) {
    if (scenario == m_snapshot.scenario) {
        return;
    }
    // Asked about anew, a model that could not be read may be there by now.
    const auto* file = std::get_if<ModelFile>(&scenario.model);
    if (file != nullptr && scenario.model != m_snapshot.scenario.model) {
        m_models->forgetError(file->path);
    }
    if (m_focusedValue && movesOwnRow(m_snapshot.scenario, scenario, *m_catalog)) {
        m_focusedValue.reset();
    }
    if (std::ranges::none_of(m_snapshot.scenario.view.rows, &isMachineRow)) {
        m_ownFocused = true; // a machine that appears now is looked at first
    }
    m_snapshot.scenario = std::move(scenario);
    recompute();
    emit changed(m_snapshot);
}

void ScenarioStore::edit(const std::function<void(Scenario&)>& change) {
    Scenario scenario = m_snapshot.scenario;
    change(scenario);
    setScenario(std::move(scenario));
}

void ScenarioStore::setFocusedRow(std::size_t row) {
    if (row >= m_snapshot.rows.size() || row == m_snapshot.focusedRow) {
        return;
    }
    m_snapshot.focusedRow = row;
    if (m_snapshot.rows[row].value) { // the card stays for the rows of cards
        m_focusedValue = m_snapshot.rows[row].present ? std::nullopt : m_snapshot.rows[row].value;
    } else {
        m_ownFocused = isMachineRow(m_snapshot.rows[row].choice);
        m_focused = m_ownFocused ? m_focused : m_snapshot.rows[row].choice;
    }
    emit changed(m_snapshot);
}

bool ScenarioStore::useRow(std::size_t row) {
    if (row >= m_snapshot.rows.size() || !asksOtherwise(m_snapshot.rows[row])) {
        return false;
    }
    Result<Scenario> next = withAxisValue(m_snapshot.scenario, *m_snapshot.rows[row].value, *m_catalog);
    if (!next) {
        return false;
    }
    setScenario(std::move(next).value());
    return true;
}

void ScenarioStore::setVerdictFilter(std::optional<Verdict> filter) {
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    applyView();
    emit changed(m_snapshot);
}

void ScenarioStore::setLimits(const std::vector<RowLimits>& limits) {
    const RowOrder* const order = findRowOrder(m_snapshot.scenario.view.sort);
    if (!m_limits.set(m_snapshot.rows, limits, m_allRows) || order == nullptr || order->limit == nullptr) {
        return;
    }
    const std::vector<Row> before = m_snapshot.rows;
    recompute(); // equals are in the order in which they were added
    if (!std::ranges::equal(before, m_snapshot.rows, &sameSubject)) {
        emit changed(m_snapshot);
    }
}

Snapshot ScenarioStore::unfilteredSnapshot() const {
    Snapshot all = m_snapshot;
    all.rows = m_allRows;
    const auto focused = std::ranges::find_if(all.rows, [this](const Row& row) {
        return !m_snapshot.rows.empty() && sameSubject(row, m_snapshot.rows[m_snapshot.focusedRow]);
    });
    all.focusedRow = focused == all.rows.end() ? 0 : static_cast<std::size_t>(focused - all.rows.begin());
    return all;
}

void ScenarioStore::recompute() {
    m_snapshot.resolved.reset();
    m_snapshot.problem.reset();
    const std::vector<Row> before = std::exchange(m_allRows, {});
    const std::vector<GpuChoice> choices = shownChoices();
    Result<Resolved> resolved = m_resolver.resolve(m_snapshot.scenario);
    if (!resolved) {
        m_snapshot.problem = resolved.error();
    } else {
        m_snapshot.resolved = std::move(resolved).value();
    }
    if (comparesCards(m_snapshot.scenario)) {
        addCardRows(choices);
    } else {
        addValueRows(choices);
    }
    orderRows(before);
    applyView();
}

void ScenarioStore::orderRows(const std::vector<Row>& before) {
    const std::string& sort = m_snapshot.scenario.view.sort;
    const RowOrder* const order = findRowOrder(sort);
    const bool byLimit = order != nullptr && order->limit != nullptr;
    const std::vector<RowLimits> limits = byLimit ? m_limits.of(m_allRows) : std::vector<RowLimits>();
    if (byLimit && !ordersByAny(*order, limits, *m_catalog)) {
        sortRows(m_allRows, {}, *m_catalog);
        keepOrder(m_allRows, before);
    } else {
        sortRows(m_allRows, sort, *m_catalog, limits);
    }
}

void ScenarioStore::addCardRows(const std::vector<GpuChoice>& choices) {
    if (m_snapshot.problem) {
        for (const GpuChoice& choice : choices) {
            m_allRows.push_back({choice, *m_snapshot.problem});
        }
        return;
    }
    const std::vector<Result<Machine>>& machines = rowMachines(choices);
    std::vector<Machine> known;
    known.reserve(machines.size());
    for (const Result<Machine>& machine : machines) {
        if (machine) {
            known.push_back(*machine);
        }
    }
    std::vector<Result<Report>> reports = reportRows(*m_snapshot.resolved, known);
    m_allRows.reserve(choices.size());
    auto next = reports.begin();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        m_allRows.push_back({choices[i], machines[i] ? std::move(*next++) : Result<Report>(machines[i].error())});
        if (isMachineRow(choices[i])) {
            m_allRows.back().cards = m_snapshot.scenario.machine.gpus;
        }
    }
}

const std::vector<Result<Machine>>& ScenarioStore::rowMachines(const std::vector<GpuChoice>& choices) {
    MachineChoice base = m_snapshot.scenario.machine;
    if (choices == m_machineChoices && base == m_machineBase) {
        return m_machines;
    }
    m_machines.clear();
    for (const GpuChoice& choice : choices) {
        m_machines.push_back(rowMachine(base, choice, *m_catalog));
    }
    m_machineChoices = choices;
    m_machineBase = std::move(base);
    return m_machines;
}

MachineChoice ScenarioStore::valueMachine(const std::vector<GpuChoice>& choices) const {
    MachineChoice machine = m_snapshot.scenario.machine;
    if (!machine.gpus.empty() || (m_ownFocused && std::ranges::any_of(choices, &isMachineRow))) {
        return machine;
    }
    const auto focused =
        std::ranges::find_if(choices, [this](const GpuChoice& choice) { return sameChoice(choice, m_focused); });
    const GpuChoice& card = focused == choices.end() ? choices.front() : *focused;
    if (!isCpuRow(card) && !isMachineRow(card)) {
        machine.gpus.push_back(card);
    }
    return machine;
}

void ScenarioStore::addValueRows(const std::vector<GpuChoice>& choices) {
    const Scenario& scenario = m_snapshot.scenario;
    const MachineChoice asked = valueMachine(choices);
    const GpuChoice first = asked.gpus.empty() ? GpuChoice{std::string(kCpuRow), 1} : asked.gpus.front();
    const Result<Machine> machine = resolveMachine(asked, *m_catalog);
    const std::vector<AxisValue> values = axisValues(axisQuestion(), scenario.view.axis);
    m_allRows.reserve(values.size());
    if (!machine) {
        for (const AxisValue& value : values) {
            const bool present = axisOf(value).present(axisQuestion()) == value;
            m_allRows.push_back({first, machine.error(), value, nullptr, present});
        }
        return;
    }
    for (SweepRow& row : m_sweeper.sweep(scenario, values, *machine)) {
        m_allRows.push_back({first, std::move(row.report), std::move(row.value), std::move(row.question), row.present});
    }
}

bool ScenarioStore::isFocused(const Row& row) const {
    if (row.value) {
        return m_focusedValue ? row.value == m_focusedValue : row.present;
    }
    return sameChoice(row.choice, m_focused);
}

void ScenarioStore::applyView() {
    m_snapshot.rows.clear();
    std::ranges::copy_if(m_allRows, std::back_inserter(m_snapshot.rows), [this](const Row& row) {
        return !m_filter || (row.report && row.report->verdict == *m_filter);
    });
    m_snapshot.focusedRow = focusedIndex();
}

std::size_t ScenarioStore::focusedIndex() const {
    const std::vector<Row>& rows = m_snapshot.rows;
    const auto own = std::ranges::find_if(rows, &isMachineRow, &Row::choice);
    const auto focused = m_ownFocused && own != rows.end()
                             ? own
                             : std::ranges::find_if(rows, [this](const Row& row) { return isFocused(row); });
    if (focused != rows.end()) {
        return static_cast<std::size_t>(focused - rows.begin());
    }
    const auto present = std::ranges::find_if(rows, [](const Row& row) { return row.value && row.present; });
    return present == rows.end() ? 0 : static_cast<std::size_t>(present - rows.begin());
}

} // namespace vram::ui
