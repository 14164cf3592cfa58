// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace vram {

/// ggml's planner of one compute buffer (ggml-alloc.c): the smallest free gap that is large enough, the later one of
/// equals, and the open end only when no gap is. Frees merge with their neighbours. Sizes are multiples of the buffer's
/// alignment. Inline: a plan makes thousands of these calls for one answer.
class BestFitAllocator {
public:
    using Number = std::int64_t;

    BestFitAllocator() : m_gaps(kUsualGaps) { m_gaps[0] = {0, std::numeric_limits<std::int64_t>::max() / 2}; }

    /// Offset of `size` bytes.
    std::int64_t allocate(std::int64_t size) {
        std::size_t best = m_count - 1;
        std::int64_t bestSize = std::numeric_limits<std::int64_t>::max();
        const Gap* const gaps = m_gaps.data();
        for (std::size_t i = 0; i + 1 < m_count; ++i) { // without branches: which gap fits is hard to foresee
            const std::int64_t gap = gaps[i].size;
            const bool better = static_cast<bool>(static_cast<int>(gap >= size) & static_cast<int>(gap <= bestSize));
            best = better ? i : best;
            bestSize = better ? gap : bestSize;
        }
        Gap& gap = m_gaps[best];
        const std::int64_t offset = gap.offset;
        gap.offset += size;
        gap.size -= size;
        if (gap.size == 0) {
            erase(best);
        }
        m_peak = std::max(m_peak, offset + size);
        return offset;
    }

    /// Goes by the order of the list as ggml does: tensors without elements leave gaps of size 0, which may come to lie
    /// inside other tensors or behind the open end.
    void release(std::int64_t offset, std::int64_t size) {
        const std::int64_t end = offset + size;
        for (std::size_t i = 0; i < m_count; ++i) {
            Gap& gap = m_gaps[i];
            if (gap.end() == offset) {
                gap.size += size;
                if (i + 1 < m_count && gap.end() == m_gaps[i + 1].offset) {
                    gap.size += m_gaps[i + 1].size;
                    erase(i + 1);
                }
                return;
            }
            if (gap.offset == end) {
                gap.offset = offset;
                gap.size += size;
                return; // the gap before does not end here: it would have been met first
            }
        }
        insert({offset, size});
    }

    /// Leaves a tensor of `size` bytes the first `kept`.
    void shrink(std::int64_t offset, std::int64_t size, std::int64_t kept) {
        if (size > kept) {
            release(offset + kept, size - kept);
        }
    }

    /// Bytes that the buffer must have: the highest end of anything allocated so far.
    [[nodiscard]] std::int64_t peak() const { return m_peak; }
    /// Appends what decides where the next tensors go.
    void describe(std::vector<std::int64_t>& state) const {
        for (std::size_t i = 0; i < m_count; ++i) {
            state.insert(state.end(), {m_gaps[i].offset, m_gaps[i].size});
        }
    }

private:
    static constexpr std::size_t kUsualGaps = 24;
    struct Gap {
        std::int64_t offset = 0;
        std::int64_t size = 0;
        [[nodiscard]] std::int64_t end() const { return offset + size; }
    };

    void erase(std::size_t index) {
        --m_count;
        for (std::size_t i = index; i < m_count; ++i) {
            m_gaps[i] = m_gaps[i + 1];
        }
    }

    void insert(const Gap& gap) {
        if (m_count == m_gaps.size()) {
            m_gaps.resize(2 * m_count);
        }
        std::size_t index = 0;
        while (index < m_count && m_gaps[index].offset < gap.offset) {
            ++index;
        }
        for (std::size_t i = m_count; i > index; --i) {
            m_gaps[i] = m_gaps[i - 1];
        }
        m_gaps[index] = gap;
        ++m_count;
    }

    std::int64_t m_peak = 0;
    std::size_t m_count = 1; ///< of m_gaps
    std::vector<Gap> m_gaps; ///< in ggml's order: by offset, as a rule with the open end as the last one
};

} // namespace vram
