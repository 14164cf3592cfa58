// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/fit_advisor.h"

#include "core/advice/remedies.h"
#include "core/advice/row_remedy.h"
#include "ui/store/row_machine.h"

#include <utility>

namespace vram::ui {

FitAdvisor::FitAdvisor(const ScenarioStore& store, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_resolver(store.sharedCatalog(), store.sharedModels()) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &FitAdvisor::search);
    connect(&m_store, &ScenarioStore::changed, this, &FitAdvisor::forget);
    forget();
}

void FitAdvisor::forget() {
    if (std::exchange(m_offering, false)) {
        emit found({});
    }
    if (isTooSmall(m_store.snapshot())) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
}

void FitAdvisor::search() {
    const Snapshot& snapshot = m_store.snapshot();
    const Row& row = snapshot.rows[snapshot.focusedRow];
    const Result<Machine> machine = rowMachine(row, snapshot.scenario, m_store.catalog());
    const Result<Scenario> asked = asksOtherwise(row) ? rowScenario(snapshot.scenario, *row.value, m_store.catalog())
                                                      : Result<Scenario>(snapshot.scenario);
    if (!machine || !asked) {
        return;
    }
    const auto helps = [&](const Remedy& remedy) {
        return withRemedyOf(row, remedy, snapshot.scenario, m_store.catalog()).has_value();
    };
    const std::vector<Remedy> remedies = remediesFor(m_resolver, *asked, *machine, helps);
    m_offering = !remedies.empty();
    if (m_offering) {
        emit found(remedies);
    }
}

} // namespace vram::ui
