// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/memory_plan.h"

#include "core/memory/graph_scheduler.h"

#include <algorithm>
#include <utility>

namespace vram {

/// Gives every computed tensor of the ordered graph a place and frees it after its last use (ggml_gallocr).
class MemoryPlanner {
public:
    MemoryPlanner(MemoryPlan& plan, const PlanGraph& graph, const GraphBackends& backends,
                  std::span<const std::uint16_t> parts)
        : m_plan(plan),
          m_graph(graph),
          m_parts(parts),
          m_cpu(backends.cpu()),
          m_states(graph.size()) {
        m_plan.m_backends = backends.count();
        m_plan.m_steps.reserve(graph.size());
    }

    void run(const GraphSchedule& schedule) {
        for (const TensorId id : schedule.permanent) {
            state(id).permanent = true;
            allocate(id);
        }
        for (const TensorId id : m_graph.leafs()) {
            allocate(id);
        }
        for (const TensorId id : schedule.order) {
            const PlanTensor& node = m_graph[id];
            if (node.isView() && node.op != GraphOp::None) {
                ++state(node.viewOf).views;
            }
            for (const TensorId source : node.sources) {
                if (source == kNoTensor) {
                    break;
                }
                ++state(source).children;
            }
        }
        for (const TensorId id : schedule.order) {
            allocate(id);
            for (const TensorId source : m_graph[id].sources) {
                if (source == kNoTensor) {
                    break;
                }
                leave(source);
            }
        }
        m_plan.m_steps.shrink_to_fit();
        m_plan.m_overwrites.shrink_to_fit();
    }
    /// For each segment the step in which its first tensor got a place.
    [[nodiscard]] const std::vector<std::size_t>& segmentBegins() const { return m_segmentBegins; }

private:
    struct State {
        std::int32_t children = 0;
        std::int32_t views = 0;
        bool allocated = false;
        bool permanent = false;
        std::uint16_t buffer = 0;
        std::uint16_t place = 0;
    };
    State& state(TensorId id) { return m_states[static_cast<std::size_t>(id)]; }

    void step(MemoryPlan::Kind kind, TensorId id) {
        const PlanTensor& tensor = m_graph[id];
        const State& own = state(id);
        // Copies that live throughout come first, wherever the original stands.
        if (kind == MemoryPlan::Kind::Allocate && !own.permanent && tensor.segment >= m_segmentBegins.size()) {
            m_segmentBegins.resize(tensor.segment + std::size_t{1}, m_plan.m_steps.size());
        }
        const bool host = own.buffer == m_cpu;
        const std::uint16_t slot = slotOf(tensor, host          ? MemoryPlan::Measure::Host
                                                  : tensor.copy ? MemoryPlan::Measure::Card
                                                                : MemoryPlan::Measure::CardWithExtra);
        const std::uint16_t kept = kind == MemoryPlan::Kind::Shrink ? slotOf(tensor, MemoryPlan::Measure::Card) : slot;
        m_plan.m_steps.push_back({kind, own.buffer, own.place, slot, kept});
    }

    std::uint16_t slotOf(const PlanTensor& tensor, MemoryPlan::Measure measure) {
        constexpr std::uint16_t kNone = 0xffff;
        const std::uint16_t part = m_parts[tensor.segment];
        if (part >= m_slots.size()) {
            m_slots.resize(part + std::size_t{1});
        }
        std::vector<std::uint16_t>& known = m_slots[part];
        const std::size_t index = 3 * std::size_t{tensor.local} + static_cast<std::size_t>(measure);
        if (index >= known.size()) {
            known.resize(index + 1, kNone);
        }
        if (known[index] == kNone) {
            known[index] = static_cast<std::uint16_t>(m_plan.m_slots.size());
            m_plan.m_slots.push_back({part, measure, tensor.local});
        }
        return known[index];
    }

    /// The lowest free one, so that equal layers use equal places.
    std::uint16_t newPlace() {
        const auto found = std::find(m_placeUsed.begin(), m_placeUsed.end(), false);
        const auto place = static_cast<std::uint16_t>(found - m_placeUsed.begin());
        if (found == m_placeUsed.end()) {
            m_placeUsed.push_back(true);
            m_plan.m_places = m_placeUsed.size();
        } else {
            *found = true;
        }
        return place;
    }

    bool overwrite(TensorId id) {
        const PlanTensor& node = m_graph[id];
        for (std::size_t i = 0; i < kGraphSources; ++i) {
            const TensorId parentId = node.sources[i];
            if (parentId == kNoTensor || (node.overwrites >> i & 1U) == 0) {
                continue;
            }
            const PlanTensor& parent = m_graph[parentId];
            State& of = state(parentId);
            if (!of.allocated || of.permanent || parent.kept || of.children != 1 || of.views != 0) {
                continue;
            }
            State& own = state(id);
            own.buffer = of.buffer;
            own.place = of.place;
            of.allocated = false;
            if (parent.op == GraphOp::FusedAttention && own.buffer != m_cpu) {
                step(MemoryPlan::Kind::Shrink, parentId);
            }
            m_plan.m_overwrites.push_back(
                {static_cast<std::uint32_t>(m_plan.m_steps.size()), node.local, m_parts[node.segment], own.place});
            return true;
        }
        return false;
    }

    void allocate(TensorId id) {
        const PlanTensor& tensor = m_graph[id];
        State& own = state(id);
        if (own.allocated || tensor.external() || tensor.isView()) {
            return;
        }
        own.allocated = true;
        if (tensor.overwrites != 0 && overwrite(id)) {
            return;
        }
        own.buffer = static_cast<std::uint16_t>(tensor.backend);
        own.place = newPlace();
        step(MemoryPlan::Kind::Allocate, id);
    }

    void leave(TensorId id) {
        State& own = state(id);
        --own.children;
        if (own.children != 0 || own.views != 0) {
            return;
        }
        const PlanTensor& tensor = m_graph[id];
        if (!tensor.isView()) {
            release(id);
            return;
        }
        State& root = state(tensor.viewOf);
        --root.views;
        if (root.views == 0 && root.children == 0) {
            release(tensor.viewOf);
        }
    }

    void release(TensorId id) {
        State& own = state(id);
        if (!own.allocated || own.permanent || m_graph[id].kept) {
            return;
        }
        step(MemoryPlan::Kind::Release, id);
        m_placeUsed[own.place] = false;
        own.allocated = false;
    }

    MemoryPlan& m_plan;
    const PlanGraph& m_graph;
    std::span<const std::uint16_t> m_parts;
    int m_cpu = 0;
    std::vector<State> m_states;
    std::vector<std::vector<std::uint16_t>> m_slots; ///< by part, tensor and measure
    std::vector<bool> m_placeUsed;
    std::vector<std::size_t> m_segmentBegins;
};

/// Finds the steps that equal layers one after another repeat.
class StretchFinder {
public:
    StretchFinder(MemoryPlan& plan, const std::vector<std::size_t>& segmentBegins)
        : m_plan(plan),
          m_begins(segmentBegins) {}

    void run() {
        constexpr std::size_t kLongestPeriod = 12; // layers
        constexpr std::size_t kFewest = 3;         // repetitions that can save one
        const std::size_t segments = m_begins.size();
        for (std::size_t first = 0; first + 1 < segments;) {
            MemoryPlan::Stretch best;
            std::size_t layers = 0;
            for (std::size_t period = 1; period <= kLongestPeriod && first + period < segments; ++period) {
                const std::size_t begin = m_begins[first];
                const std::size_t length = m_begins[first + period] - begin;
                const std::size_t count = length > 0 ? repetitions(begin, length) : 0;
                if (count >= kFewest && count * length > best.count * best.period) {
                    best = {begin, length, count, {}, {}};
                    layers = count * period;
                }
            }
            if (best.count > 0) {
                note(best);
                m_plan.m_stretches.push_back(std::move(best));
                first += layers;
            } else {
                ++first;
            }
        }
    }

private:
    using Kind = MemoryPlan::Kind;

    [[nodiscard]] std::size_t repetitions(std::size_t begin, std::size_t length) const {
        const std::vector<MemoryPlan::Step>& steps = m_plan.m_steps;
        std::size_t end = begin + length;
        while (end < steps.size() && steps[end] == steps[end - length]) {
            ++end;
        }
        return (end - begin) / length;
    }

    void note(MemoryPlan::Stretch& stretch) {
        for (; m_seen < stretch.begin; ++m_seen) {
            const MemoryPlan::Step& step = m_plan.m_steps[m_seen];
            m_used.resize(std::max<std::size_t>(m_used.size(), step.place + std::size_t{1}));
            m_used[step.place] = step.kind != Kind::Release;
        }
        for (std::size_t place = 0; place < m_used.size(); ++place) {
            if (m_used[place]) {
                stretch.places.push_back(static_cast<std::uint16_t>(place));
            }
        }
        for (std::size_t i = 0; i < stretch.period; ++i) {
            const std::uint16_t buffer = m_plan.m_steps[stretch.begin + i].buffer;
            if (std::find(stretch.buffers.begin(), stretch.buffers.end(), buffer) == stretch.buffers.end()) {
                stretch.buffers.push_back(buffer);
            }
        }
    }

    MemoryPlan& m_plan;
    const std::vector<std::size_t>& m_begins;
    std::size_t m_seen = 0;
    std::vector<bool> m_used;
};

/// Puts the steps of repetitions that were left out behind those that they repeat.
class RunExtender {
public:
    RunExtender(MemoryPlan& plan, std::vector<std::size_t>& begins, const std::vector<GraphSchedule::Entry>& entries)
        : m_plan(plan),
          m_begins(begins),
          m_entries(entries) {}

    /// Whether two repetitions inside the run are planned alike and begin alike: places in use, the scheduler's part.
    /// What follows from there is then the same for every further one.
    [[nodiscard]] bool holds(const LayerRuns::Run& run) const {
        const std::size_t first = run.first + run.period;
        const std::size_t second = first + run.period;
        const std::size_t third = second + run.period;
        if (third >= m_begins.size() || third >= m_entries.size() || m_begins[first] == m_begins[second] ||
            m_entries[first] != m_entries[second] || m_entries[second] != m_entries[third]) {
            return false;
        }
        const auto steps = m_plan.m_steps.begin();
        if (!std::equal(steps + at(first), steps + at(second), steps + at(second), steps + at(third))) {
            return false;
        }
        const auto [from, end] = overwrites(first, second);
        const auto [otherFrom, otherEnd] = overwrites(second, third);
        const auto length = static_cast<std::uint32_t>(m_begins[second] - m_begins[first]);
        return std::equal(from, end, otherFrom, otherEnd, [&](MemoryPlan::Overwrite a, const MemoryPlan::Overwrite& b) {
            a.step += length;
            return a == b;
        });
    }

    void extend(const LayerRuns::Run& run) {
        const std::size_t second = run.first + 2 * run.period;
        const std::size_t third = second + run.period;
        const std::size_t length = m_begins[third] - m_begins[second];
        const auto [from, end] = overwrites(second, third);
        std::vector<MemoryPlan::Step> steps;
        std::vector<MemoryPlan::Overwrite> added;
        std::vector<std::size_t> begins;
        for (std::size_t i = 1; i <= run.left; ++i) {
            steps.insert(steps.end(), m_plan.m_steps.begin() + at(second), m_plan.m_steps.begin() + at(third));
            for (auto overwrite = from; overwrite != end; ++overwrite) {
                added.push_back(*overwrite);
                added.back().step += static_cast<std::uint32_t>(i * length);
            }
            for (std::size_t segment = second; segment < third; ++segment) {
                begins.push_back(m_begins[segment] + i * length);
            }
        }
        for (auto later = end; later != m_plan.m_overwrites.end(); ++later) {
            later->step += static_cast<std::uint32_t>(steps.size());
        }
        m_plan.m_overwrites.insert(end, added.begin(), added.end());
        m_plan.m_steps.insert(m_plan.m_steps.begin() + at(third), steps.begin(), steps.end());
        for (std::size_t segment = third; segment < m_begins.size(); ++segment) {
            m_begins[segment] += steps.size();
        }
        m_begins.insert(m_begins.begin() + static_cast<std::ptrdiff_t>(third), begins.begin(), begins.end());
    }

private:
    using Overwrites = std::vector<MemoryPlan::Overwrite>::iterator;

    [[nodiscard]] std::ptrdiff_t at(std::size_t segment) const {
        return static_cast<std::ptrdiff_t>(m_begins[segment]);
    }
    /// From the first step of one segment to that of another.
    [[nodiscard]] std::pair<Overwrites, Overwrites> overwrites(std::size_t first, std::size_t end) const {
        std::vector<MemoryPlan::Overwrite>& all = m_plan.m_overwrites;
        const auto before = [](const MemoryPlan::Overwrite& overwrite, std::size_t step) {
            return overwrite.step < step;
        };
        return {std::lower_bound(all.begin(), all.end(), m_begins[first], before),
                std::lower_bound(all.begin(), all.end(), m_begins[end], before)};
    }

    MemoryPlan& m_plan;
    std::vector<std::size_t>& m_begins;
    const std::vector<GraphSchedule::Entry>& m_entries;
};

MemoryPlan::MemoryPlan(PlanGraph graph, const GraphBackends& backends, std::span<const std::uint16_t> parts) {
    const GraphSchedule schedule = scheduleGraph(graph, backends);
    MemoryPlanner planner(*this, graph, backends, parts);
    planner.run(schedule);
    StretchFinder(*this, planner.segmentBegins()).run();
}

bool MemoryPlan::make(std::span<const SizedSegment> segments, const GraphBackends& backends,
                      std::span<const LayerRuns::Run> leftOut) {
    std::vector<PlacedSegment> placed;
    std::vector<std::uint16_t> parts;
    placed.reserve(segments.size());
    parts.reserve(segments.size());
    for (const SizedSegment& each : segments) {
        placed.push_back({each.segment, each.backend});
        parts.push_back(each.part);
    }
    PlanGraph graph(placed, backends);
    const GraphSchedule schedule = scheduleGraph(graph, backends);
    MemoryPlanner planner(*this, graph, backends, parts);
    planner.run(schedule);
    std::vector<std::size_t> begins = planner.segmentBegins();
    RunExtender extender(*this, begins, schedule.entries);
    if (!std::all_of(leftOut.begin(), leftOut.end(), [&](const LayerRuns::Run& run) { return extender.holds(run); })) {
        return false;
    }
    for (std::size_t i = leftOut.size(); i > 0; --i) { // from the end: earlier runs stay where they are
        extender.extend(leftOut[i - 1]);
    }
    StretchFinder(*this, begins).run();
    return true;
}

MemoryPlan::MemoryPlan(std::span<const SizedSegment> segments, const GraphBackends& backends) {
    const LayerRuns runs = shortened(segments);
    if (!make(runs.kept, backends, runs.runs)) {
        *this = {};
        (void)make(segments, backends, {});
    }
}

} // namespace vram
