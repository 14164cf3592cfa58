// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/best_fit_allocator.h"

#include <algorithm>
#include <limits>

namespace vram {

BestFitAllocator::BestFitAllocator() {
    m_gaps.reserve(32);
    m_gaps.push_back({0, std::numeric_limits<std::int64_t>::max() / 2});
}

std::int64_t BestFitAllocator::allocate(std::int64_t size) {
    auto best = m_gaps.end() - 1;
    std::int64_t bestSize = std::numeric_limits<std::int64_t>::max();
    for (auto gap = m_gaps.begin(); gap != m_gaps.end() - 1; ++gap) {
        if (gap->size >= size && gap->size <= bestSize) {
            best = gap;
            bestSize = gap->size;
        }
    }
    const std::int64_t offset = best->offset;
    best->offset += size;
    best->size -= size;
    if (best->size == 0) {
        m_gaps.erase(best);
    }
    m_peak = std::max(m_peak, offset + size);
    return offset;
}

void BestFitAllocator::release(std::int64_t offset, std::int64_t size) {
    for (auto gap = m_gaps.begin(); gap != m_gaps.end(); ++gap) {
        if (gap->end() == offset) {
            gap->size += size;
            const auto next = gap + 1;
            if (next != m_gaps.end() && gap->end() == next->offset) {
                gap->size += next->size;
                m_gaps.erase(next);
            }
            return;
        }
        if (offset + size == gap->offset) {
            gap->offset = offset;
            gap->size += size;
            if (gap != m_gaps.begin() && (gap - 1)->end() == gap->offset) {
                (gap - 1)->size += gap->size;
                m_gaps.erase(gap);
            }
            return;
        }
    }
    const auto after = std::find_if(m_gaps.begin(), m_gaps.end(), [&](const Gap& gap) { return gap.offset >= offset; });
    m_gaps.insert(after, {offset, size});
}

} // namespace vram
