// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/store/scenario_store.h"

#include <functional>
#include <vector>

namespace vram::ui {

/// Undo and redo of the question, as values. Every change of the scenario is a step, except that a drag is one,
/// and that quick changes of one control (arrow keys, wheel) flow together. The order and the scale of the rows are
/// ways of looking at the answer: they are no steps and stay as they are.
class History : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<qint64()>;             ///< milliseconds from any beginning
    static constexpr qint64 kMergeMilliseconds = 1000; ///< between two changes of one control
    static constexpr std::size_t kMostSteps = 200;

    explicit History(ScenarioStore& store, QObject* parent = nullptr);
    /// With another clock, for tests.
    History(ScenarioStore& store, Clock clock, QObject* parent = nullptr);

    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    void undo();
    void redo();
    /// Forgets every step: another file begins.
    void clear();

    /// Everything until endDrag() is one step; none where the drag ends where it began.
    void beginDrag();
    void endDrag();
    /// The next change comes from a key or the wheel on `control`: it joins the last one where that came from the same
    /// control a moment ago. nullptr: the next change stands alone. Only told apart, never looked into.
    void expectStepOf(const void* control) { m_expected = control; }

signals:
    void changed();

private:
    void record(const Scenario& scenario);
    void push(const Scenario& scenario);
    void travel(std::vector<Scenario>& from, std::vector<Scenario>& to);

    ScenarioStore& m_store;
    Clock m_clock;
    std::vector<Scenario> m_past; ///< the latest last
    std::vector<Scenario> m_future;
    std::vector<Scenario> m_cut; ///< the future before a drag, which may come to nothing
    Scenario m_current;
    const void* m_expected = nullptr;
    const void* m_lastControl = nullptr;
    qint64 m_lastTime = 0;
    bool m_dragging = false;
    bool m_dragHasStep = false;
    bool m_travelling = false;
};

} // namespace vram::ui
