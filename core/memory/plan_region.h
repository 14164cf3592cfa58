// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memory_plan.h"
#include "core/memory/size_sum.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace vram {

/// The peak of one buffer of a plan as a sum of the plan's sizes, and the sizes for which it is: where every comparison
/// that the plan makes comes out as it did for the sizes at hand.
class PlanRegion {
public:
    /// Runs the plan with `sizes` (of the laws, all above 0 and at most kMostBytes).
    PlanRegion(const MemoryPlan& plan, std::size_t buffer, const SizeLaws& laws, std::span<const std::int64_t> sizes);

    /// Far enough below 2^63 for the sums that are formed of sizes.
    static constexpr std::int64_t kMostBytes = std::int64_t{1} << 48;

    /// What failed comes first the next time: other sizes are likely to fail there, too.
    [[nodiscard]] bool holds(std::span<const std::int64_t> sizes) {
        for (Row& row : m_facts) {
            if (sumOf(row, sizes) < row.least) {
                std::swap(row, m_facts.front());
                return false;
            }
        }
        return m_bounded;
    }
    /// After holds() said no: the caller's number of what held instead when the same fact failed before.
    [[nodiscard]] std::uint32_t instead() const { return m_facts.empty() ? 0 : m_facts.front().instead; }
    void setInstead(std::uint32_t number) {
        if (!m_facts.empty()) {
            m_facts.front().instead = number;
        }
    }
    /// Where holds().
    [[nodiscard]] std::int64_t peak(std::span<const std::int64_t> sizes) const { return sumOf(m_peak, sizes); }

    /// Steps from -`before` to `after`.
    struct Reach {
        std::int64_t before = 0;
        std::int64_t after = 0;
    };
    /// How often `steps` can be taken from `sizes` or added to them while holds(); holds() for `sizes`.
    [[nodiscard]] Reach reach(std::span<const std::int64_t> sizes, std::span<const std::int64_t> steps) const;

private:
    struct Term {
        std::int32_t count = 0;
        std::uint32_t size = 0;
    };
    struct Row {
        std::uint32_t begin = 0; ///< of its terms
        std::uint32_t end = 0;
        std::int32_t least = 0;
        std::uint32_t instead = 0;
    };
    [[nodiscard]] std::int64_t sumOf(const Row& row, std::span<const std::int64_t> sizes) const {
        std::int64_t sum = 0;
        for (std::size_t i = row.begin; i < row.end; ++i) {
            sum += m_terms[i].count * sizes[m_terms[i].size];
        }
        return sum;
    }
    [[nodiscard]] Row row(const SizeSum& sum, std::int32_t least);

    std::vector<Term> m_terms;
    std::vector<Row> m_facts;
    Row m_peak;
    bool m_bounded = true; ///< sums stay within 64 bits
};

} // namespace vram
