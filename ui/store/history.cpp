// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/history.h"

#include <QElapsedTimer>

#include <memory>
#include <utility>

namespace vram::ui {
namespace {

History::Clock steadyClock() {
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [timer] { return timer->elapsed(); };
}

/// `scenario` looked at as `view` is.
Scenario seenAs(Scenario scenario, const ViewChoice& view) {
    scenario.view.sort = view.sort;
    scenario.view.shareScale = view.shareScale;
    return scenario;
}

} // namespace

History::History(ScenarioStore& store, QObject* parent) : History(store, steadyClock(), parent) {}

History::History(ScenarioStore& store, Clock clock, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_clock(std::move(clock)),
      m_current(store.scenario()) {
    connect(&m_store, &ScenarioStore::changed, this, [this](const Snapshot& snapshot) { record(snapshot.scenario); });
}

void History::record(const Scenario& scenario) {
    if (m_travelling || scenario == m_current) {
        return;
    }
    const void* control = std::exchange(m_expected, nullptr);
    if (seenAs(m_current, scenario.view) == scenario) {
        m_current = scenario;
        return;
    }
    const qint64 now = m_clock();
    const bool joins = m_dragging ? m_dragHasStep
                                  : control != nullptr && control == m_lastControl && !m_past.empty() &&
                                        now - m_lastTime < kMergeMilliseconds;
    if (!joins) {
        push(scenario);
    }
    m_current = scenario;
    m_lastControl = m_dragging ? nullptr : control;
    m_lastTime = now;
    m_dragHasStep = m_dragging;
    emit changed();
}

void History::push(const Scenario& scenario) {
    if (m_past.size() == kMostSteps) {
        m_past.erase(m_past.begin());
    }
    m_past.push_back(seenAs(m_current, scenario.view));
    m_cut = std::exchange(m_future, {});
}

void History::beginDrag() {
    m_dragging = true;
    m_dragHasStep = false;
}

void History::endDrag() {
    const bool moved = std::exchange(m_dragHasStep, false);
    m_dragging = false;
    m_lastControl = nullptr;
    if (moved && seenAs(m_past.back(), m_current.view) == m_current) {
        m_past.pop_back();
        m_future = std::move(m_cut);
        emit changed();
    }
    m_cut.clear();
}

void History::undo() { travel(m_past, m_future); }

void History::redo() { travel(m_future, m_past); }

void History::travel(std::vector<Scenario>& from, std::vector<Scenario>& to) {
    endDrag();
    if (from.empty()) {
        return;
    }
    Scenario target = seenAs(std::move(from.back()), m_current.view);
    from.pop_back();
    to.push_back(std::exchange(m_current, target));
    m_expected = nullptr;
    m_travelling = true;
    m_store.setScenario(std::move(target));
    m_travelling = false;
    emit changed();
}

void History::clear() {
    m_past.clear();
    m_future.clear();
    m_cut.clear();
    m_current = m_store.scenario();
    m_expected = nullptr;
    m_lastControl = nullptr;
    m_dragHasStep = false;
    emit changed();
}

} // namespace vram::ui
