// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/fit_advisor.h"

#include "core/advice/remedies.h"
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
    const Result<Machine> machine =
        rowMachine(snapshot.rows[snapshot.focusedRow], snapshot.scenario, m_store.catalog());
    if (!machine) {
        return;
    }
    const std::vector<Remedy> remedies = remediesFor(m_resolver, snapshot.scenario, *machine);
    m_offering = !remedies.empty();
    if (m_offering) {
        emit found(remedies);
    }
}

} // namespace vram::ui
