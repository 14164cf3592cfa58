// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/size_sum.h"

namespace vram {

void SizeFacts::add(const SizeSum& difference, bool above) {
    if (difference.neverNegative()) {
        return; // of any sizes
    }
    if (2 * m_facts.size() >= m_table.size()) {
        m_table.assign(std::max<std::size_t>(256, 2 * m_table.size()), 0);
        for (std::size_t i = 0; i < m_facts.size(); ++i) {
            m_table[placeOf(m_facts[i].sum, m_facts[i].above)] = static_cast<std::uint32_t>(i + 1);
        }
    }
    std::uint32_t& place = m_table[placeOf(difference, above)];
    if (place == 0) {
        m_facts.push_back({difference, above});
        place = static_cast<std::uint32_t>(m_facts.size());
    }
}

std::size_t SizeFacts::placeOf(const SizeSum& sum, bool above) const {
    const std::size_t mask = m_table.size() - 1; // the size is a power of two
    std::size_t at = (sum.mark + (above ? 1 : 0)) & mask;
    for (; m_table[at] != 0; at = (at + 1) & mask) {
        const Fact& known = m_facts[m_table[at] - 1];
        if (known.above == above && known.sum == sum) {
            break;
        }
    }
    return at;
}

bool SizeFacts::equal(const SizeSum& a, const SizeSum& b) {
    if (a == b) {
        return true;
    }
    if (a.bytes == b.bytes) {
        notBelow(a, b);
        notBelow(b, a);
        return true;
    }
    if (a.bytes > b.bytes) {
        above(a, b);
    } else {
        above(b, a);
    }
    return false;
}

std::vector<SizeFacts::Fact> SizeFacts::decisive() const {
    constexpr std::size_t kMost = 256; // comparing more costs more than it saves
    if (m_facts.size() > kMost) {
        return m_facts;
    }
    std::vector<bool> implied(m_facts.size(), false);
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const Fact& fact = m_facts[i];
        for (std::size_t j = 0; j < m_facts.size() && !implied[i]; ++j) {
            // A sum that is larger by some sizes is above 0 where the smaller one is not below.
            const Fact& other = m_facts[j];
            implied[i] = !implied[j] && i != j && fact.sum.bytes >= other.sum.bytes &&
                         (fact.sum.mark != other.sum.mark || other.above) && fact.sum.neverBelow(other.sum);
        }
        if (!implied[i]) {
            facts.push_back(fact);
        }
    }
    return facts;
}

} // namespace vram
