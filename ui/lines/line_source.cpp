// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lines/line_source.h"

#include "ui/store/bare_question.h"
#include "ui/store/row_machine.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace vram::ui {
namespace {

/// More machines than can be told apart at the edge of a chart.
constexpr std::size_t kMostMachines = 48;

bool isBefore(const std::vector<GpuChoice>& a, const std::vector<GpuChoice>& b) {
    return std::ranges::lexicographical_compare(a, b, [](const GpuChoice& x, const GpuChoice& y) {
        return std::pair(x.name, x.count) < std::pair(y.name, y.count);
    });
}

/// In an order of their own: the rows' may change with every step along the axis.
std::vector<std::vector<GpuChoice>> machinesOf(const Snapshot& snapshot) {
    std::vector<std::vector<GpuChoice>> machines;
    for (const Row& row : snapshot.rows) {
        machines.push_back(cardsOf(row));
    }
    std::ranges::sort(machines, isBefore);
    // Not std::ranges::unique: clang 14 cannot compile the library's subrange, and clang-tidy reads this file with it.
    machines.erase(std::unique(machines.begin(), machines.end()), machines.end());
    machines.resize(std::min(machines.size(), kMostMachines));
    return machines;
}

} // namespace

std::vector<GpuChoice> cardsOf(const Row& row) {
    if (row.question != nullptr) {
        std::vector<GpuChoice> cards;
        for (const MachineGpu& entry : row.question->machine.gpus) {
            cards.push_back({entry.gpu.name, entry.count});
        }
        return cards;
    }
    if (isMachineRow(row.choice)) {
        return row.cards;
    }
    return isCpuRow(row.choice) ? std::vector<GpuChoice>{} : std::vector{row.choice};
}

LineSource::LineSource(const ScenarioStore& store, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_resolver(store.sharedCatalog(), store.sharedModels()) {}

void LineSource::setAxis(SeriesAxis axis) {
    m_axis = axis;
    follow(m_store.snapshot());
    m_question.hurry(); // a click, no drag
}

std::optional<LineSource::Question> LineSource::questionOf(const Snapshot& snapshot) const {
    if (!snapshot.resolved || snapshot.focusedRow >= snapshot.rows.size() ||
        sized(snapshot.rows[snapshot.focusedRow]) == nullptr) {
        return std::nullopt;
    }
    const Row& row = snapshot.rows[snapshot.focusedRow];
    const Resolved& resolved = row.question != nullptr ? *row.question : *snapshot.resolved;
    Question question{bareQuestion(resolved.scenario),
                      m_axis,
                      seriesSpan(resolved.scenario, m_axis, resolved.model.maxContext),
                      cardsOf(row),
                      machinesOf(snapshot),
                      resolved.model.architecture};
    question.scenario = withAxisValue(std::move(question.scenario), m_axis, question.span.first);
    return question;
}

void LineSource::follow(const Snapshot& snapshot) {
    m_question.ask(questionOf(snapshot));
    if (!m_question.asked()) {
        m_points.clear();
        m_reaches.clear();
    }
}

void LineSource::finish() {
    while (m_question.asked() && !isCurrent()) {
        m_question.finish();
    }
}

void LineSource::compute() {
    if (!m_question.asked() || isCurrent()) {
        return;
    }
    const Question& asked = *m_question.asked();
    if (!m_work || m_work->question != asked) {
        m_work = Work{asked, seriesValues(asked.span), {}, {}, 0};
        std::ranges::reverse(m_work->values);
    }
    QElapsedTimer turn;
    turn.start();
    while (!m_work->isDone()) {
        if (turn.elapsed() >= kTurnMilliseconds) {
            m_question.hurry();
            return;
        }
        findNext(*m_work);
    }
    m_points = std::move(m_work->points);
    m_reaches = std::move(m_work->reaches);
    m_span = asked.span;
    m_pointsAxis = asked.axis;
    m_work.reset();
    m_question.settle();
    emit changed();
}

/// A point, or how far a machine goes.
void LineSource::findNext(Work& work) {
    const Question& asked = work.question;
    const bool point = !work.values.empty();
    MachineChoice choice = asked.scenario.machine;
    choice.gpus = point ? asked.cards : asked.machines[work.machines++];
    const Result<Machine> machine = resolveMachine(choice, m_store.catalog());
    if (!point) {
        if (machine) {
            work.reaches.push_back({choice.gpus, largestHeld(m_resolver, asked.scenario, *machine, asked.axis,
                                                             SeriesBound::Capacity, asked.span.last)});
        }
        return;
    }
    const Result<std::vector<SeriesPoint>> next =
        machine ? series(m_resolver, asked.scenario, *machine, asked.axis, {work.values.back()})
                : Result<std::vector<SeriesPoint>>(machine.error());
    work.values.pop_back();
    if (!next) { // no lines, then
        work.points.clear();
        work.values.clear();
        return;
    }
    work.points.push_back(next->front());
}

const LineReach* LineSource::reachOf(const std::vector<GpuChoice>& cards) const {
    const auto found = std::ranges::find(m_reaches, cards, &LineReach::cards);
    return isCurrent() && found != m_reaches.end() ? &*found : nullptr;
}

} // namespace vram::ui
