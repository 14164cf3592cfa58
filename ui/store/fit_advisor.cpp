// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/fit_advisor.h"

#include "core/advice/fitting.h"
#include "ui/store/row_machine.h"

#include <algorithm>
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

/// What makes it fit, or tight where it was worse; where nothing does alone, what saves something. `changes` has the
/// best verdicts first.
std::vector<TrainingChange> mostUseful(std::vector<TrainingChange> changes, Verdict now) {
    constexpr std::size_t kMost = 5;
    const auto better = [now](const TrainingChange& change) {
        return change.verdict == Verdict::Fits || (change.verdict == Verdict::Tight && now != Verdict::Tight);
    };
    if (std::ranges::any_of(changes, better)) {
        std::erase_if(changes, [&better](const TrainingChange& change) { return !better(change); });
    }
    changes.resize(std::min(changes.size(), kMost));
    return changes;
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
        rowMachine(snapshot.rows[snapshot.focusedRow], snapshot.scenario, m_store.catalog());
    if (!machine) {
        return;
    }
    std::vector<Remedy> remedies;
    if (snapshot.scenario.task == Task::Inference) {
        for (const Change& change : changesThatFit(m_resolver, snapshot.scenario, *machine)) {
            remedies.push_back(remedyOf(change));
        }
    }
    const Verdict now = snapshot.rows[snapshot.focusedRow].report->verdict;
    for (const TrainingChange& change : mostUseful(trainingChanges(m_resolver, snapshot.scenario, *machine), now)) {
        remedies.push_back({RemedyKind::Training, {}, change.number, {}, change});
    }
    m_offering = !remedies.empty();
    if (m_offering) {
        emit found(remedies);
    }
}

} // namespace vram::ui
