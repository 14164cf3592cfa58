// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/size_sum.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vram {

/// BestFitAllocator with sums for numbers: goes where that one goes for the workload at hand, and notes why.
///
/// As long as every gap has a size, gaps and tensors fill the buffer in one order without overlapping, and no gap
/// touches another. Which of them touch is then the same for all sizes for which the gaps were chosen alike, so that
/// choices alone have to be noted. Tensors without elements may leave gaps without size inside others: from then on
/// every comparison is noted.
class SumAllocator {
public:
    using Number = SizeSum;

    explicit SumAllocator(SizeFacts& facts) : m_facts(&facts) { m_gaps.push_back({{}, {}, true}); }

    SizeSum allocate(const SizeSum& size);
    void release(const SizeSum& offset, const SizeSum& size);
    void shrink(const SizeSum& offset, const SizeSum& size, const SizeSum& kept);
    void describe(std::vector<SizeSum>& state) const;
    /// The highest end, noting that no other is higher.
    [[nodiscard]] SizeSum provenPeak() const;

private:
    struct Gap {
        SizeSum offset;
        SizeSum size;
        bool open = false; ///< without end
        [[nodiscard]] std::int64_t end() const { return offset.bytes + size.bytes; }
    };
    [[nodiscard]] std::size_t bestGap(const SizeSum& size) const;
    [[nodiscard]] bool startsAt(const Gap& gap, const SizeSum& offset, bool noting) const;
    [[nodiscard]] bool endsAt(const Gap& gap, const SizeSum& offset, bool noting) const;
    void insert(const SizeSum& offset, const SizeSum& size, bool noting);
    void erase(std::size_t index) { m_gaps.erase(m_gaps.begin() + static_cast<std::ptrdiff_t>(index)); }

    SizeFacts* m_facts = nullptr;
    bool m_plain = true; ///< every gap has a size
    std::vector<Gap> m_gaps;
    std::vector<SizeSum> m_ends; ///< the different ones
};

} // namespace vram
