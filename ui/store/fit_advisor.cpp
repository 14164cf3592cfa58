// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/fit_advisor.h"

#include "core/advice/fitting.h"
#include "ui/store/row_machine.h"

#include <utility>

namespace vram::ui {

namespace {

Remedy remedyOf(const Change& change) {
    switch (change.kind) {
    case ChangeKind::KvFormat:
        return {RemedyKind::KvFormat, change.id};
    case ChangeKind::Context:
        return {RemedyKind::Context, {}, change.tokens};
    case ChangeKind::Weights:
        return {RemedyKind::Weights, change.id};
    case ChangeKind::WeightsAndKv:
        return {RemedyKind::Formats, change.id, 0, change.kvId};
    }
    return {};
}

} // namespace

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
        rowMachine(snapshot.scenario.machine, snapshot.rows[snapshot.focusedRow].choice, m_store.catalog());
    if (!machine) {
        return;
    }
    std::vector<Remedy> remedies;
    if (snapshot.scenario.task == Task::Inference) {
        for (const Change& change : changesThatFit(m_resolver, snapshot.scenario, *machine)) {
            remedies.push_back(remedyOf(change));
        }
    }
    constexpr std::size_t kMostTraining = 5;
    for (const TrainingChange& change : trainingChanges(m_resolver, snapshot.scenario, *machine)) {
        if (remedies.size() < kMostTraining) {
            remedies.push_back({RemedyKind::Training, {}, change.number, {}, change});
        }
    }
    m_offering = !remedies.empty();
    if (m_offering) {
        emit found(remedies);
    }
}

} // namespace vram::ui
