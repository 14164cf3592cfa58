// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/buffer_program.h"

#include <algorithm>
#include <utility>

namespace vram {

namespace {

/// A region costs as much as some runs of a plan: it is looked for where a question is asked again with other
/// workloads, as sliders do, and the later the more regions there are that did not hold.
constexpr std::size_t outsideUntilRegion(std::size_t regions) { return 2 + 8 * regions; }
// Cells are whole steps. What grows with them grows by whole multiples of every alignment a step, so that sizes are
// even in cells after rounding, too.
constexpr std::int64_t kCellStep = 256;

/// With other cells; `allWindows`: windows see all of them.
GraphWorkload withCells(GraphWorkload load, std::int64_t cells, bool allWindows) {
    load.windowCells = allWindows ? cells : load.windowCells;
    load.cells = cells;
    return load;
}

} // namespace

bool BufferProgram::Line::holds(const GraphWorkload& other) const {
    return other.cells >= load.cells && other.cells <= most && other.tokens == load.tokens &&
           other.sequences == load.sequences && other.streams == load.streams && other.outputs == load.outputs &&
           other.windowCells == (allWindows ? other.cells : load.windowCells);
}

bool BufferProgram::evaluate(const WorkloadTerms& terms) {
    for (const BatchLaw& batch : m_laws->batches) {
        if (!batch.holdsAt(terms)) {
            return false;
        }
    }
    m_sizes.clear();
    for (const SizeLaw& law : m_laws->laws) {
        const std::int64_t bytes = law.at(terms);
        if (bytes <= 0 || bytes > PlanRegion::kMostBytes) {
            return false;
        }
        m_sizes.push_back(bytes);
    }
    return true;
}

bool BufferProgram::byLines(const GraphWorkload& load) {
    for (std::size_t b = 0; b < m_buffers.size(); ++b) {
        Buffer& buffer = m_buffers[b];
        std::size_t at = buffer.line;
        std::size_t left = buffer.lines.size();
        for (; left > 0 && !buffer.lines[at].holds(load); --left) {
            at = at + 1 < buffer.lines.size() ? at + 1 : 0;
        }
        if (left == 0) {
            return false;
        }
        buffer.line = at;
        const Line& line = buffer.lines[at];
        m_peaks[b] = line.peak + (load.cells - line.load.cells) / kCellStep * line.slope;
    }
    return true;
}

/// From the last one over the borders that were crossed before, then all of them; the number of regions: none.
std::size_t BufferProgram::findRegion(Buffer& buffer) {
    constexpr int kMostBorders = 4;
    const std::size_t count = buffer.regions.size();
    if (count == 0 || buffer.regions[buffer.region].holds(m_sizes)) {
        return buffer.region;
    }
    PlanRegion& start = buffer.regions[buffer.region];
    std::size_t at = start.instead();
    for (int i = 0; i < kMostBorders && at < count && at != buffer.region; ++i) {
        if (buffer.regions[at].holds(m_sizes)) {
            start.setInstead(static_cast<std::uint32_t>(at));
            return at;
        }
        at = buffer.regions[at].instead();
    }
    for (at = 0; at < count; ++at) {
        if (at != buffer.region && buffer.regions[at].holds(m_sizes)) {
            start.setInstead(static_cast<std::uint32_t>(at));
            return at;
        }
    }
    return count;
}

const PlanRegion* BufferProgram::regionOfSizes(std::size_t index, int& searches) {
    Buffer& buffer = m_buffers[index];
    if (const std::size_t found = findRegion(buffer); found < buffer.regions.size()) {
        buffer.region = found;
        return &buffer.regions[found];
    }
    if (++buffer.outside < outsideUntilRegion(buffer.regions.size()) || searches <= 0) {
        return nullptr;
    }
    --searches;
    buffer.outside = 0;
    if (buffer.regions.size() == kMostRegions) {
        buffer.regions.erase(buffer.regions.begin());
    }
    buffer.regions.emplace_back(*m_plan, index, *m_laws, m_sizes);
    buffer.region = buffer.regions.size() - 1;
    return buffer.regions.back().holds(m_sizes) ? &buffer.regions.back() : nullptr;
}

void BufferProgram::addLine(Buffer& buffer, const PlanRegion& region, const GraphWorkload& load, std::int64_t peak) {
    const bool allWindows = load.windowCells == load.cells;
    const WorkloadTerms terms = termsOf(withCells(load, load.cells + kCellStep, allWindows));
    std::vector<std::int64_t> steps;
    steps.reserve(m_sizes.size());
    std::int64_t most = std::int64_t{1} << 40;
    for (std::size_t i = 0; i < m_sizes.size(); ++i) {
        steps.push_back(m_laws->laws[i].at(terms) - m_sizes[i]);
        most = steps.back() > 0 ? std::min(most, (PlanRegion::kMostBytes - m_sizes[i]) / steps.back()) : most;
    }
    const PlanRegion::Reach reach = region.reach(m_sizes, steps);
    const std::int64_t before = std::min(reach.before, load.cells / kCellStep - 1);
    const std::int64_t slope = region.peak(steps);
    const Line line{withCells(load, load.cells - before * kCellStep, allWindows), allWindows,
                    load.cells + std::min(reach.after, most) * kCellStep, peak - before * slope, slope};
    if (buffer.lines.size() < kMostLines) {
        buffer.line = buffer.lines.size();
        buffer.lines.push_back(line);
        return;
    }
    buffer.line = buffer.oldestLine;
    buffer.lines[buffer.line] = line;
    buffer.oldestLine = (buffer.oldestLine + 1) % kMostLines;
}

bool BufferProgram::byRegions(const GraphWorkload& load, int& searches) {
    bool known = true;
    for (std::size_t b = 0; b < m_buffers.size(); ++b) {
        if (const PlanRegion* const region = regionOfSizes(b, searches)) {
            m_peaks[b] = region->peak(m_sizes);
            Buffer& buffer = m_buffers[b];
            if (withCells(buffer.last, load.cells, load.windowCells == load.cells) == load) {
                addLine(buffer, *region, load, m_peaks[b]); // the context moves
            }
            buffer.last = load;
        } else {
            known = false;
        }
    }
    return known;
}

const std::vector<std::int64_t>& BufferProgram::remember(const GraphWorkload& load, std::vector<std::int64_t> peaks) {
    if (m_recent.size() < kRecent) {
        m_recent.push_back({load, std::move(peaks)});
        return m_recent.back().peaks;
    }
    Recent& oldest = m_recent[m_nextRecent];
    m_nextRecent = (m_nextRecent + 1) % kRecent;
    oldest = {load, std::move(peaks)};
    return oldest.peaks;
}

const std::vector<std::int64_t>* BufferProgram::peaks(const GraphWorkload& load, const WorkloadKind& kind,
                                                      const WorkloadTerms& terms, int& searches) {
    if (kind != m_kind) {
        return nullptr;
    }
    if (m_laws && byLines(load)) {
        return &m_peaks;
    }
    for (const Recent& recent : m_recent) {
        if (recent.load == load) {
            return &recent.peaks;
        }
    }
    if (!m_laws || !evaluate(terms)) {
        return nullptr;
    }
    if (byRegions(load, searches)) {
        return &m_peaks;
    }
    std::vector<std::int64_t> bytes;
    bytes.reserve(m_laws->bySlot.size());
    for (const std::uint16_t law : m_laws->bySlot) {
        bytes.push_back(law == SizeLaws::kNothing ? 0 : m_sizes[law]);
    }
    return &remember(load, m_plan->peaksOf(bytes));
}

const std::vector<std::int64_t>& BufferProgram::peaksOf(const GraphWorkload& load, const SizeLaws::Built& built,
                                                        bool windows, const SizeLaws::Build& build, int& searches) {
    if (m_asked && !m_searched && m_kind.ordinary && searches > 0) {
        --searches;
        m_searched = true;
        m_laws = SizeLaws::find(load, built, windows, m_plan->sizeSlots(), build);
    }
    m_asked = true;
    std::vector<std::int64_t> peaks = m_plan->peaks(built.sizes);
    m_buffers.resize(peaks.size());
    m_peaks.resize(peaks.size());
    return remember(load, std::move(peaks));
}

} // namespace vram
