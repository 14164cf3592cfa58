// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/limit_advisor.h"

#include "ui/store/bare_question.h"
#include "ui/store/row_machine.h"
#include "ui/store/runtime_switch.h"
#include "ui/text/scenario_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vram::ui {

namespace {

std::size_t indexOf(ZoneKind kind) { return static_cast<std::size_t>(kind); }

/// The value of the setting itself is taken from the other: it is none of its zones' question.
bool sameBut(ZoneKind kind, LimitQuestion asked, const LimitQuestion& now) {
    Scenario& scenario = asked.scenario;
    switch (kind) {
    case ZoneKind::Size:
        scenario.model = now.scenario.model;
        asked.description = now.description;
        break;
    case ZoneKind::Weights:
        scenario.weights = now.scenario.weights;
        break;
    case ZoneKind::Context:
        scenario.context = now.scenario.context;
        break;
    case ZoneKind::Batch:
        scenario.batch = now.scenario.batch;
        break;
    case ZoneKind::Rank:
        scenario.training.loraRank = now.scenario.training.loraRank;
        break;
    }
    return asked == now;
}

/// What still holds of limits that were found for `asked`.
RowLimits heldLimits(const LimitQuestion& asked, const RowLimits& limits, const LimitQuestion& now) {
    if (asked == now) {
        return limits;
    }
    RowLimits held;
    if (sameBut(ZoneKind::Context, asked, now)) {
        held.context = limits.context;
    } else if (sameBut(ZoneKind::Batch, asked, now)) {
        held.users = limits.users;
    } else if (sameBut(ZoneKind::Weights, asked, now)) {
        held.weights = limits.weights;
    } else {
        LimitQuestion chosen = asked;
        chosen.scenario.placement.gpuLayers = now.scenario.placement.gpuLayers;
        held.layers = chosen == now ? limits.layers : std::nullopt;
    }
    return held;
}

WantedLimits missing(const WantedLimits& wanted, const RowLimits& held) {
    return {wanted.context && !held.context, wanted.users && !held.users, wanted.layers && !held.layers,
            wanted.weights && !held.weights};
}

void merge(RowLimits& into, const RowLimits& found) {
    into.context = found.context ? found.context : into.context;
    into.users = found.users ? found.users : into.users;
    into.layers = found.layers ? found.layers : into.layers;
    into.weights = found.weights ? found.weights : into.weights;
}

} // namespace

LimitQuestion limitQuestion(const Row& row, const Snapshot& snapshot, bool ofSliders) {
    const bool own = ofSliders && asksOtherwise(row);
    const Scenario& asked = own ? snapshot.scenario : scenarioOf(row, snapshot.scenario);
    LimitQuestion question{bareQuestion(asked), row.choice, nullptr};
    const Resolved* const resolved = row.question != nullptr && !own ? row.question.get() : &*snapshot.resolved;
    question.description = resolved->model.description;
    return question;
}

LimitAdvisor::LimitAdvisor(const ScenarioStore& store, const SliderStops& stops, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_stops(stops),
      m_worker(new LimitWorker(store.sharedCatalog())) {
    qRegisterMetaType<std::shared_ptr<LimitJob>>();
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &LimitWorker::answered, this, &LimitAdvisor::take);
    m_thread.setObjectName(QStringLiteral("limits"));
    m_thread.start(QThread::LowPriority);
    m_turn.setSingleShot(true);
    m_turn.setInterval(kTurnMilliseconds);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_turn, &QTimer::timeout, this, &LimitAdvisor::turn);
    connect(&m_rest, &QTimer::timeout, this, &LimitAdvisor::rest);
    connect(&m_store, &ScenarioStore::changed, this, &LimitAdvisor::follow);
    follow();
}

LimitAdvisor::~LimitAdvisor() {
    m_worker->giveUp();
    m_thread.quit();
    m_thread.wait();
}

bool LimitAdvisor::isAsked(ZoneKind kind) const {
    switch (kind) {
    case ZoneKind::Rank:
        return m_now->scenario.task == Task::Lora || m_now->scenario.task == Task::Qlora;
    case ZoneKind::Weights:
        return m_now->scenario.task != Task::Full;
    default:
        return true;
    }
}

bool LimitAdvisor::isAnswered(ZoneKind kind) const {
    const Track& track = m_tracks.at(indexOf(kind));
    return m_now && track.asked && sameBut(kind, *track.asked, *m_now);
}

void LimitAdvisor::follow() {
    const Snapshot& snapshot = m_store.snapshot();
    m_now.reset();
    if (snapshot.resolved && snapshot.focusedRow < snapshot.rows.size()) {
        m_now = limitQuestion(snapshot.rows[snapshot.focusedRow], snapshot, true);
    }
    show(false);
    if (m_busy) {
        m_worker->giveUp(); // between two answers; what it has found by then is kept
    }
    if (m_now && !m_turn.isActive()) {
        m_turn.start();
    }
    m_rest.start();
}

/// Announces what is not current any more; what is current again only once the question rests.
void LimitAdvisor::show(bool rested) {
    for (const ZoneKind kind : kZoneKinds) {
        Track& track = m_tracks.at(indexOf(kind));
        const bool current = isAnswered(kind) && (track.shownCurrent || rested);
        const bool gone = !m_now && std::exchange(track.asked, std::nullopt).has_value();
        if (std::exchange(track.shownCurrent, current) != current || gone) {
            emit zonesChanged(kind);
        }
    }
    emit rowLimitsChanged();
}

void LimitAdvisor::turn() {
    if (m_busy || !m_now) {
        return; // take() asks again
    }
    auto job = std::make_shared<LimitJob>();
    addTracks(*job);
    if (job->tracks.empty() && !m_rest.isActive()) {
        addRows(*job);
    }
    if (job->tracks.empty() && job->rows.empty()) {
        if (!m_rest.isActive()) {
            emit rowLimitsSettled();
        }
        return;
    }
    m_busy = true;
    m_worker->begin();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, job] { worker->search(job); }, Qt::QueuedConnection);
}

void LimitAdvisor::addTracks(LimitJob& job) const {
    const Snapshot& snapshot = m_store.snapshot();
    const Result<Machine> machine =
        rowMachine(snapshot.rows[snapshot.focusedRow], snapshot.scenario, m_store.catalog());
    if (!machine) {
        return;
    }
    job.question = *m_now;
    job.machine = *machine;
    for (const ZoneKind kind : kZoneKinds) {
        if (isAnswered(kind) || !isAsked(kind)) {
            continue;
        }
        LimitJob::Track track{kind, m_stops.at(indexOf(kind)), {}};
        const RuntimeProfile* const runtime = findRuntime(m_now->scenario.runtime.name);
        if (kind == ZoneKind::Weights && runtime != nullptr) {
            for (const WeightFormat* format : loadableFormats(m_store.catalog(), *runtime, m_now->scenario.task)) {
                track.formats.push_back(format->id);
            }
        }
        job.tracks.push_back(std::move(track));
    }
}

void LimitAdvisor::addRows(LimitJob& job) const {
    const WantedLimits wanted = m_wanted ? m_wanted() : WantedLimits{};
    const Snapshot& snapshot = m_store.snapshot();
    if (!wanted.any() || !snapshot.resolved) {
        return;
    }
    const std::vector<RowLimits> held = rowLimits();
    for (std::size_t i = 0; i < snapshot.rows.size(); ++i) {
        const WantedLimits open = missing(wanted, held[i]);
        const Result<Machine> machine = open.any() ? rowMachine(snapshot.rows[i], snapshot.scenario, m_store.catalog())
                                                   : Result<Machine>(Machine{});
        if (open.any() && machine) {
            job.rows.push_back({limitQuestion(snapshot.rows[i], snapshot, false), *machine, open});
        }
    }
}

void LimitAdvisor::take(const std::shared_ptr<LimitJob>& job) {
    m_busy = false;
    for (LimitJob::Track& track : job->tracks) {
        Track& known = m_tracks.at(indexOf(track.kind));
        known.asked = job->question;
        known.zones = std::move(track.zones);
        known.shownCurrent = false;
        emit zonesChanged(track.kind);
    }
    keep(*job);
    show(!m_rest.isActive());
    m_turn.start(m_rest.isActive() ? kTurnMilliseconds : 0);
}

/// The newest lines come first; the others hold for what may be asked again.
void LimitAdvisor::keep(LimitJob& job) {
    std::vector<Line> lines;
    lines.reserve(job.rows.size());
    for (LimitJob::Line& row : job.rows) {
        const auto before = std::ranges::find(m_lines, row.question, &Line::asked);
        RowLimits limits = before == m_lines.end() ? RowLimits{} : before->limits;
        merge(limits, row.limits);
        lines.push_back({std::move(row.question), std::move(limits)});
    }
    std::erase_if(m_lines, [&lines](const Line& line) {
        return std::ranges::find(lines, line.asked, &Line::asked) != lines.end();
    });
    const std::size_t kept = 2 * m_store.snapshot().rows.size();
    m_lines.resize(std::min(m_lines.size(), kept));
    m_lines.insert(m_lines.begin(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
}

void LimitAdvisor::rest() {
    show(true);
    if (!m_busy) {
        turn();
    }
}

ShownZones LimitAdvisor::zones(ZoneKind kind) const {
    const Track& track = m_tracks.at(indexOf(kind));
    if (!m_now || !track.asked || !isAsked(kind)) {
        return {};
    }
    const Row& row = m_store.snapshot().rows[m_store.snapshot().focusedRow];
    return {track.zones, track.shownCurrent, row.question == nullptr ? rowTitle(row) : QString()};
}

std::vector<RowLimits> LimitAdvisor::rowLimits() const {
    const Snapshot& snapshot = m_store.snapshot();
    std::vector<RowLimits> limits(snapshot.rows.size());
    if (m_lines.empty() || !snapshot.resolved) {
        return limits;
    }
    for (std::size_t i = 0; i < snapshot.rows.size(); ++i) {
        const LimitQuestion now = limitQuestion(snapshot.rows[i], snapshot, false);
        for (const Line& line : m_lines) {
            if (line.asked.choice != now.choice) {
                continue;
            }
            // Rows of another axis differ in the very settings that a limit may do without.
            const bool ofAxis = snapshot.rows[i].question != nullptr;
            if (!ofAxis || line.asked == now) {
                merge(limits[i], heldLimits(line.asked, line.limits, now));
            }
        }
    }
    return limits;
}

} // namespace vram::ui
