// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/plan_region.h"

#include "core/memory/memory_plan_run.h"
#include "core/memory/sum_allocator.h"

#include <algorithm>
#include <cstdlib>

namespace vram {

PlanRegion::Row PlanRegion::row(const SizeSum& sum, std::int32_t least) {
    constexpr std::int64_t kMostCounts = std::int64_t{1} << 14; // times kMostBytes: 2^62
    Row row{static_cast<std::uint32_t>(m_terms.size()), 0, least, 0};
    std::int64_t counts = 0;
    for (std::size_t i = 0; i < sum.counts.size(); ++i) {
        if (sum.counts[i] != 0) {
            m_terms.push_back({sum.counts[i], static_cast<std::uint32_t>(i)});
            counts += std::abs(sum.counts[i]);
        }
    }
    m_bounded = m_bounded && counts < kMostCounts;
    row.end = static_cast<std::uint32_t>(m_terms.size());
    return row;
}

PlanRegion::PlanRegion(const MemoryPlan& plan, std::size_t buffer, const SizeLaws& laws,
                       std::span<const std::int64_t> sizes) {
    std::vector<SizeSum> bySlot(laws.bySlot.size());
    for (std::size_t i = 0; i < bySlot.size(); ++i) {
        const std::uint16_t law = laws.bySlot[i];
        if (law != SizeLaws::kNothing) {
            bySlot[i] = SizeSum(law, sizes[law]);
        }
    }
    SizeFacts facts;
    PlanRun<SumAllocator> run(plan, bySlot, SumAllocator(facts), buffer);
    const SizeSum peak = run.run()[buffer].provenPeak();
    for (const SizeFacts::Fact& fact : facts.decisive()) {
        m_facts.push_back(row(fact.sum, fact.above ? 1 : 0));
    }
    m_peak = row(peak, 0);
}

PlanRegion::Reach PlanRegion::reach(std::span<const std::int64_t> sizes, std::span<const std::int64_t> steps) const {
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    Reach reach{kMost, kMost};
    for (const Row& row : m_facts) {
        const std::int64_t left = sumOf(row, sizes) - row.least;
        const std::int64_t step = sumOf(row, steps);
        if (step > 0) {
            reach.before = std::min(reach.before, left / step);
        } else if (step < 0) {
            reach.after = std::min(reach.after, left / -step);
        }
    }
    return reach;
}

} // namespace vram
