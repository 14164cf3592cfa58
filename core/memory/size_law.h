// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/graph_workload.h"
#include "core/memory/memory_plan.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace vram {

/// A sum of workload terms with whole coefficients.
class WorkloadSum {
public:
    WorkloadSum() = default;
    explicit WorkloadSum(const WorkloadTerms& coefficients) : m_coefficients(coefficients) {
        for (std::size_t i = 0; i < kWorkloadTerms; ++i) {
            m_used |= coefficients[i] != 0 ? 1U << i : 0U;
        }
    }
    [[nodiscard]] std::int64_t at(const WorkloadTerms& terms) const {
        std::int64_t sum = 0;
        for (std::uint32_t left = m_used; left != 0; left &= left - 1) {
            const auto i = static_cast<std::size_t>(std::countr_zero(left));
            sum += m_coefficients[i] * terms[i];
        }
        return sum;
    }
    [[nodiscard]] bool uses(WorkloadTerm term) const { return (m_used >> static_cast<unsigned>(term) & 1U) != 0; }
    [[nodiscard]] bool isZero() const { return m_used == 0; }
    friend bool operator==(const WorkloadSum&, const WorkloadSum&) = default;

private:
    WorkloadTerms m_coefficients{};
    std::uint32_t m_used = 0; ///< bits of the terms whose coefficient is not 0
};

/// What one size of a plan is for every workload of a kind.
struct SizeLaw {
    WorkloadSum bytes;
    WorkloadSum extra;
    std::int64_t padding = 0;
    MemoryPlan::Measure measure{};
    [[nodiscard]] std::int64_t at(const WorkloadTerms& terms) const;
    friend bool operator==(const SizeLaw&, const SizeLaw&) = default;
};

/// A count of rows by which something is computed on a card, and whether it is.
struct BatchLaw {
    WorkloadSum rows;
    bool large = false;
    [[nodiscard]] bool holdsAt(const WorkloadTerms& terms) const { return (rows.at(terms) >= kOffloadBatch) == large; }
    friend bool operator==(const BatchLaw&, const BatchLaw&) = default;
};

/// The laws of a plan's sizes, found by building its segments for a few workloads and solving for the coefficients. The
/// shapes of a graph are products of the workload's counts and of constants; views reduce bytes by constants, recurrent
/// states add to them: sums of the terms above.
class SizeLaws {
public:
    /// The segments of a plan by part.
    struct Built {
        std::vector<const Segment*> segments;
        std::vector<const SegmentSizes*> sizes;
    };
    /// Builds them for a workload; valid until the next call.
    using Build = std::function<Built(const GraphWorkload&)>;

    /// Nothing where sizes do not follow such laws, where too many of them differ, or where the laws do not give what
    /// was `built` for `load`. `windows`: some layers have windows.
    [[nodiscard]] static std::optional<SizeLaws> find(const GraphWorkload& load, const Built& built, bool windows,
                                                      std::span<const MemoryPlan::Slot> sizeSlots, const Build& build);

    static constexpr std::size_t kMost = 64;
    static constexpr std::uint16_t kNothing = 0xffff; ///< a tensor without elements
    std::vector<SizeLaw> laws;                        ///< the different ones
    std::vector<std::uint16_t> bySlot;                ///< index into `laws`, or kNothing
    std::vector<BatchLaw> batches;                    ///< what must hold for the plan to be the same
};

} // namespace vram
