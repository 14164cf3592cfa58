// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/sum_allocator.h"

#include <algorithm>

namespace vram {

std::size_t SumAllocator::bestGap(const SizeSum& size) const {
    const std::size_t last = m_gaps.size() - 1;
    std::size_t best = last;
    for (std::size_t i = 0; i < last; ++i) {
        const Gap& gap = m_gaps[i];
        const bool fits = gap.open || gap.size.bytes >= size.bytes;
        const bool smaller =
            best == last || m_gaps[best].open || (!gap.open && gap.size.bytes <= m_gaps[best].size.bytes);
        best = fits && smaller ? i : best;
    }
    const bool found = best != last;
    if (found && !m_gaps[best].open) {
        m_facts->notBelow(m_gaps[best].size, size);
    }
    for (std::size_t i = 0; i < last; ++i) {
        const Gap& gap = m_gaps[i];
        if (i == best || gap.open) {
            continue;
        }
        if (gap.size.bytes < size.bytes) {
            m_facts->above(size, gap.size);
        } else if (i > best) {
            m_facts->above(gap.size, m_gaps[best].size); // fits as well, and is larger
        } else {
            m_facts->notBelow(gap.size, m_gaps[best].size);
        }
    }
    return best;
}

SizeSum SumAllocator::allocate(const SizeSum& size) {
    const std::size_t best = bestGap(size);
    Gap& gap = m_gaps[best];
    const SizeSum offset = gap.offset;
    gap.offset += size;
    if (!gap.open) {
        gap.size -= size;
        if (m_facts->equal(gap.size, {})) {
            erase(best);
        }
    }
    const SizeSum end = offset + size;
    if (std::find(m_ends.begin(), m_ends.end(), end) == m_ends.end()) {
        m_ends.push_back(end);
    }
    return offset;
}

bool SumAllocator::startsAt(const Gap& gap, const SizeSum& offset, bool noting) const {
    return noting ? m_facts->equal(gap.offset, offset) : gap.offset.bytes == offset.bytes;
}

bool SumAllocator::endsAt(const Gap& gap, const SizeSum& offset, bool noting) const {
    if (gap.open) {
        return false;
    }
    return noting ? m_facts->equal(gap.offset + gap.size, offset) : gap.end() == offset.bytes;
}

void SumAllocator::release(const SizeSum& offset, const SizeSum& size) {
    const SizeSum end = offset + size;
    const bool noting = !m_plain || size.bytes == 0;
    for (std::size_t i = 0; i < m_gaps.size(); ++i) {
        Gap& gap = m_gaps[i];
        if (endsAt(gap, offset, noting)) {
            gap.size += size;
            if (i + 1 < m_gaps.size() && startsAt(m_gaps[i + 1], gap.offset + gap.size, noting)) {
                gap.size += m_gaps[i + 1].size;
                gap.open = m_gaps[i + 1].open;
                erase(i + 1);
            }
            return;
        }
        if (startsAt(gap, end, noting)) {
            gap.offset = offset;
            gap.size += size;
            return;
        }
    }
    insert(offset, size, noting);
}

void SumAllocator::insert(const SizeSum& offset, const SizeSum& size, bool noting) {
    std::size_t index = 0;
    while (index < m_gaps.size() && m_gaps[index].offset.bytes < offset.bytes) {
        if (noting) {
            m_facts->above(offset, m_gaps[index].offset);
        }
        ++index;
    }
    if (noting && index < m_gaps.size()) {
        m_facts->notBelow(m_gaps[index].offset, offset);
    }
    m_gaps.insert(m_gaps.begin() + static_cast<std::ptrdiff_t>(index), {offset, size, false});
    m_plain = m_plain && size.bytes > 0;
}

void SumAllocator::shrink(const SizeSum& offset, const SizeSum& size, const SizeSum& kept) {
    if (size.bytes > kept.bytes) {
        m_facts->above(size, kept);
        release(offset + kept, size - kept);
    } else {
        m_facts->notBelow(kept, size);
    }
}

void SumAllocator::describe(std::vector<SizeSum>& state) const {
    for (const Gap& gap : m_gaps) {
        state.push_back(gap.offset);
        SizeSum size = gap.size;
        if (gap.open) {
            size.counts.fill(-1); // whatever was given back to it
        }
        state.push_back(size);
    }
}

SizeSum SumAllocator::provenPeak() const {
    SizeSum peak;
    for (const SizeSum& end : m_ends) {
        peak = end.bytes > peak.bytes ? end : peak;
    }
    for (const SizeSum& end : m_ends) {
        m_facts->notBelow(peak, end);
    }
    return peak;
}

} // namespace vram
