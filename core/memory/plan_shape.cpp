// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/plan_shape.h"

#include "core/memory/plan_slots.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vram {

namespace {

/// Repetitions of a run that are kept: 0 to 3; what was left out stands between 2 and 3 and is like 2.
std::size_t repetition(const LayerRuns::Run& run, std::size_t index) { return run.first + index * run.period; }

} // namespace

/// Writes steps of kept segments for the segments that they stand for.
class PlanWriter {
public:
    PlanWriter(const MemoryPlan& kept, std::span<const std::uint16_t> parts) : m_kept(kept), m_parts(parts) {
        m_plan.m_backends = kept.m_backends;
        m_plan.m_places = kept.m_places;
    }

    void reserve(std::size_t steps) { m_plan.m_steps.reserve(steps); }
    /// Steps [begin, end) of the kept plan, in which kept segment i means segment `segments[i]`.
    void write(std::size_t begin, std::size_t end, std::span<const std::uint16_t> segments) {
        const std::size_t from = m_plan.m_steps.size();
        m_lastStep = from;
        m_lastOverwrite = m_plan.m_overwrites.size();
        m_slots.assign(m_kept.m_slots.size(), PlanSlots::kNone);
        for (std::size_t i = begin; i < end; ++i) {
            MemoryPlan::Step step = m_kept.m_steps[i];
            const bool shrinks = step.kind == MemoryPlan::Kind::Shrink;
            step.slot = slot(step.slot, segments);
            step.kept = shrinks ? slot(step.kept, segments) : step.slot;
            m_plan.m_steps.push_back(step);
        }
        const bool last = end == m_kept.m_steps.size();
        const std::vector<MemoryPlan::Overwrite>& all = m_kept.m_overwrites;
        auto overwrite = m_kept.overwriteFrom(begin);
        for (; overwrite != all.end() && (last || overwrite->step < end); ++overwrite) {
            m_plan.m_overwrites.push_back(*overwrite);
            MemoryPlan::Overwrite& own = m_plan.m_overwrites.back();
            own.step = static_cast<std::uint32_t>(from + own.step - begin);
            own.part = m_parts[segments[own.part]];
        }
    }

    /// What the last call wrote, once more.
    void repeat() {
        const std::size_t steps = m_plan.m_steps.size() - m_lastStep;
        const std::size_t overwrites = m_plan.m_overwrites.size() - m_lastOverwrite;
        for (std::size_t i = 0; i < steps; ++i) {
            const MemoryPlan::Step again = m_plan.m_steps[m_lastStep + i];
            m_plan.m_steps.push_back(again);
        }
        for (std::size_t i = 0; i < overwrites; ++i) {
            MemoryPlan::Overwrite again = m_plan.m_overwrites[m_lastOverwrite + i];
            again.step += static_cast<std::uint32_t>(steps);
            m_plan.m_overwrites.push_back(again);
        }
        m_lastStep += steps;
        m_lastOverwrite += overwrites;
    }

    MemoryPlan take() {
        m_plan.m_steps.shrink_to_fit();
        m_plan.m_overwrites.shrink_to_fit();
        return std::move(m_plan);
    }
    [[nodiscard]] std::size_t steps() const { return m_plan.m_steps.size(); }

private:
    std::uint16_t slot(std::uint16_t kept, std::span<const std::uint16_t> segments) {
        std::uint16_t& own = m_slots[kept];
        if (own != PlanSlots::kNone) {
            return own;
        }
        MemoryPlan::Slot slot = m_kept.m_slots[kept];
        slot.part = m_parts[segments[slot.part]];
        own = m_known.indexOf(slot);
        return own;
    }

    const MemoryPlan& m_kept;
    std::span<const std::uint16_t> m_parts;
    MemoryPlan m_plan;
    std::size_t m_lastStep = 0; ///< with which the last call began
    std::size_t m_lastOverwrite = 0;
    PlanSlots m_known{m_plan.m_slots};
    std::vector<std::uint16_t> m_slots; ///< by kept slot, for the segments of the present call
};

std::optional<PlanShape> PlanShape::of(const LayerRuns& runs, const GraphBackends& backends) {
    constexpr std::size_t kMostKept = 256; // slots are counted in 16 bits
    if (runs.kept.size() > kMostKept) {
        return std::nullopt;
    }
    PlanShape shape;
    shape.m_segments = runs.kept.size();
    std::vector<std::uint16_t> parts(runs.kept.size());
    std::iota(parts.begin(), parts.end(), std::uint16_t{0});
    MemoryPlan::Planned planned = shape.m_kept.plan(PlanGraph(runs.kept, backends), backends, parts);
    shape.m_begins = std::move(planned.segmentBegins);
    const bool holds = std::all_of(runs.runs.begin(), runs.runs.end(),
                                   [&](const LayerRuns::Run& run) { return shape.holds(run, planned.entries); });
    if (!holds || !shape.meansTheSameEverywhere(runs.runs)) {
        return std::nullopt;
    }
    return shape;
}

std::size_t PlanShape::stepOf(std::size_t segment) const {
    return segment < m_begins.size() ? m_begins[segment] : m_kept.m_steps.size();
}

/// Whether two repetitions inside the run are planned alike and begin alike: places in use, the scheduler's part. What
/// follows from there is then the same for every further one.
bool PlanShape::holds(const LayerRuns::Run& run, std::span<const GraphSchedule::Entry> entries) const {
    const std::size_t first = repetition(run, 1);
    const std::size_t second = repetition(run, 2);
    const std::size_t third = repetition(run, 3);
    if (third >= m_begins.size() || third >= entries.size() || m_begins[first] == m_begins[second] ||
        entries[first] != entries[second] || entries[second] != entries[third] ||
        m_begins[second] - m_begins[first] != m_begins[third] - m_begins[second]) {
        return false;
    }
    const std::size_t length = m_begins[second] - m_begins[first];
    const auto later = [&](std::size_t segment) { return segment >= run.first ? segment + run.period : segment; };
    const auto sameSlot = [&](std::uint16_t a, std::uint16_t b) {
        MemoryPlan::Slot slot = m_kept.m_slots[a];
        slot.part = static_cast<std::uint16_t>(later(slot.part));
        return slot == m_kept.m_slots[b];
    };
    for (std::size_t i = m_begins[first]; i < m_begins[second]; ++i) {
        const Step& a = m_kept.m_steps[i];
        const Step& b = m_kept.m_steps[i + length];
        if (a.kind != b.kind || a.buffer != b.buffer || a.place != b.place || !sameSlot(a.slot, b.slot) ||
            !sameSlot(a.kept, b.kept)) {
            return false;
        }
    }
    const auto overwrites = [&](std::size_t segment) { return m_kept.overwriteFrom(m_begins[segment]); };
    return std::equal(overwrites(first), overwrites(second), overwrites(second), overwrites(third),
                      [&](MemoryPlan::Overwrite a, const MemoryPlan::Overwrite& b) {
                          a.step += static_cast<std::uint32_t>(length);
                          a.part = static_cast<std::uint16_t>(later(a.part));
                          return a == b;
                      });
}

/// Behind a run, a step may mean its last two repetitions, which stay the last two; the first ones it would mean by
/// their distance or by their place, and nothing tells which.
bool PlanShape::meansTheSameEverywhere(std::span<const LayerRuns::Run> runs) const {
    return std::all_of(runs.begin(), runs.end(), [&](const LayerRuns::Run& run) {
        const auto means = [&](std::size_t begin, std::size_t end, std::size_t lastKept) {
            const auto inside = [&](std::size_t segment) {
                return segment >= run.first && segment < repetition(run, lastKept);
            };
            return std::any_of(m_kept.m_steps.begin() + static_cast<std::ptrdiff_t>(begin),
                               m_kept.m_steps.begin() + static_cast<std::ptrdiff_t>(end),
                               [&](const Step& step) { return inside(m_kept.m_slots[step.slot].part); });
        };
        return !means(0, stepOf(0), 3) && !means(stepOf(repetition(run, 3)), m_kept.m_steps.size(), 2);
    });
}

/// Which segments steps mean that stand behind all of these runs, by kept segment.
std::vector<std::uint16_t> PlanShape::segmentsAfter(std::span<const LayerRuns::Run> runs) const {
    std::vector<std::uint16_t> segments(m_segments);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        std::size_t segment = i;
        for (const LayerRuns::Run& run : runs) {
            segment += i >= repetition(run, 2) ? run.left * run.period : 0;
        }
        segments[i] = static_cast<std::uint16_t>(segment);
    }
    return segments;
}

MemoryPlan PlanShape::planOf(std::span<const LayerRuns::Run> runs, std::span<const std::uint16_t> parts) const {
    PlanWriter writer(m_kept, parts);
    std::size_t steps = m_kept.m_steps.size();
    for (const LayerRuns::Run& run : runs) {
        steps += run.left * (stepOf(repetition(run, 3)) - stepOf(repetition(run, 2)));
    }
    writer.reserve(steps);
    std::vector<std::size_t> begins;
    std::size_t lastBegins = 0; // of the last call
    const auto write = [&](std::size_t first, std::size_t end, std::span<const std::uint16_t> segments) {
        const std::size_t from = stepOf(first);
        lastBegins = begins.size();
        for (std::size_t i = first; i < std::min(end, m_begins.size()); ++i) {
            begins.push_back(writer.steps() + m_begins[i] - from);
        }
        writer.write(from, stepOf(end), segments);
    };
    const auto repeatLast = [&] {
        const std::size_t length = writer.steps();
        writer.repeat();
        const std::size_t added = writer.steps() - length;
        const std::size_t count = begins.size() - lastBegins;
        for (std::size_t i = 0; i < count; ++i) {
            begins.push_back(begins[lastBegins + i] + added);
        }
        lastBegins += count;
    };
    const std::vector<std::uint16_t> behindAll = segmentsAfter(runs);
    writer.write(0, stepOf(0), behindAll);
    std::size_t done = 0;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const LayerRuns::Run& run = runs[r];
        std::vector<std::uint16_t> segments = segmentsAfter(runs.first(r));
        write(done, repetition(run, 3), segments);
        for (std::size_t i = 0; i < run.left; ++i) {
            bool alike = i > 0; // all sizes that it means are those of the repetition before
            for (std::size_t segment = run.first; segment < segments.size(); ++segment) {
                const std::uint16_t before = segments[segment];
                segments[segment] = static_cast<std::uint16_t>(before + run.period);
                alike = alike && (segment >= repetition(run, 3) || parts[before] == parts[segments[segment]]);
            }
            if (alike) {
                repeatLast();
            } else {
                write(repetition(run, 2), repetition(run, 3), segments);
            }
        }
        done = repetition(run, 3);
    }
    write(done, m_segments, behindAll);
    MemoryPlan plan = writer.take();
    plan.findStretches(begins);
    return plan;
}

} // namespace vram
