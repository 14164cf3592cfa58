// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/plan_region.h"
#include "core/memory/plan_store.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace vram {

/// One plan and what is known of its peaks: for the last workloads, and for regions of all workloads of its kind.
/// Every answer is what running the plan for that workload gives. Not thread-safe.
class BufferProgram {
public:
    /// `segments`: as they are for workloads of `kind`.
    BufferProgram(const WorkloadKind& kind, std::vector<PlanStore::Placed> segments,
                  std::shared_ptr<const MemoryPlan> plan)
        : m_kind(kind),
          m_segments(std::move(segments)),
          m_plan(std::move(plan)) {}

    [[nodiscard]] const MemoryPlan& plan() const { return *m_plan; }
    [[nodiscard]] bool isOf(const WorkloadKind& kind, std::span<const PlanStore::Placed> segments) const {
        return m_kind == kind && std::equal(segments.begin(), segments.end(), m_segments.begin(), m_segments.end());
    }
    /// Bytes of each backend's buffer; nullptr where the segments of the workload have to be built. The pointer holds
    /// until the next call. `searches`: how many laws and regions this question may still look for; counted down.
    [[nodiscard]] const std::vector<std::int64_t>* peaks(const GraphWorkload& load, const WorkloadKind& kind,
                                                         const WorkloadTerms& terms, int& searches);
    /// The same with the built segments, whose laws are looked for when this happens again.
    [[nodiscard]] const std::vector<std::int64_t>& peaksOf(const GraphWorkload& load, const SizeLaws::Built& built,
                                                           bool windows, const SizeLaws::Build& build, int& searches);

private:
    static constexpr std::size_t kRecent = 4;
    static constexpr std::size_t kMostRegions = 32;
    static constexpr std::size_t kMostLines = 64;
    struct Recent {
        GraphWorkload load;
        std::vector<std::int64_t> peaks;
    };
    /// Workloads of a region that differ in cells alone: the peak grows evenly.
    struct Line {
        GraphWorkload load;      ///< with the fewest cells
        bool allWindows = false; ///< windows see all cells
        std::int64_t most = 0;
        std::int64_t peak = 0;  ///< with the fewest
        std::int64_t slope = 0; ///< by kCellStep cells
        [[nodiscard]] bool holds(const GraphWorkload& other) const;
    };
    struct Buffer {
        std::vector<PlanRegion> regions;
        std::vector<Line> lines;
        std::size_t region = 0; ///< of the last answers
        std::size_t line = 0;
        std::size_t oldestLine = 0;
        GraphWorkload last;      ///< that a region answered
        std::size_t outside = 0; ///< questions outside of all regions since the last one was found
    };
    [[nodiscard]] bool evaluate(const WorkloadTerms& terms);
    [[nodiscard]] bool byLines(const GraphWorkload& load);
    [[nodiscard]] bool byRegions(const GraphWorkload& load, int& searches);
    [[nodiscard]] std::size_t findRegion(Buffer& buffer);
    [[nodiscard]] const PlanRegion* regionOfSizes(std::size_t index, int& searches);
    void addLine(Buffer& buffer, const PlanRegion& region, const GraphWorkload& load, std::int64_t peak);
    const std::vector<std::int64_t>& remember(const GraphWorkload& load, std::vector<std::int64_t> peaks);

    WorkloadKind m_kind;
    std::vector<PlanStore::Placed> m_segments;
    std::shared_ptr<const MemoryPlan> m_plan;
    std::vector<Recent> m_recent;
    std::size_t m_nextRecent = 0;
    bool m_asked = false;    ///< segments were built before
    bool m_searched = false; ///< laws were looked for
    std::optional<SizeLaws> m_laws;
    std::vector<std::int64_t> m_sizes; ///< of the laws for the last workload
    std::vector<Buffer> m_buffers;
    std::vector<std::int64_t> m_peaks;
};

} // namespace vram
