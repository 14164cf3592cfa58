// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/size_law.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vram {

/// A sum of a plan's sizes with whole counts, and its bytes for the workload at hand. Equal: for every workload.
struct SizeSum {
    std::int64_t bytes = 0;
    std::uint64_t mark = 0; ///< a sum of the sizes' own marks: equal sums have equal ones, others hardly ever
    std::array<std::int16_t, SizeLaws::kMost> counts{};

    SizeSum() = default;
    /// One size.
    SizeSum(std::uint16_t law, std::int64_t itsBytes) : bytes(itsBytes), mark(markOf(law)) { counts.at(law) = 1; }

    SizeSum& operator+=(const SizeSum& other) {
        bytes += other.bytes;
        mark += other.mark;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            counts[i] = static_cast<std::int16_t>(counts[i] + other.counts[i]);
        }
        return *this;
    }
    SizeSum& operator-=(const SizeSum& other) {
        bytes -= other.bytes;
        mark -= other.mark;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            counts[i] = static_cast<std::int16_t>(counts[i] - other.counts[i]);
        }
        return *this;
    }
    friend SizeSum operator+(SizeSum a, const SizeSum& b) { return a += b; }
    friend SizeSum operator-(SizeSum a, const SizeSum& b) { return a -= b; }
    friend bool operator==(const SizeSum& a, const SizeSum& b) { return a.mark == b.mark && a.counts == b.counts; }

    /// No count is below 0: never below 0, whatever the sizes; above where any is above.
    [[nodiscard]] bool neverNegative() const {
        std::int16_t least = 0;
        for (const std::int16_t count : counts) {
            least = std::min(least, count);
        }
        return least == 0;
    }
    /// Never below `other`, whatever the sizes.
    [[nodiscard]] bool neverBelow(const SizeSum& other) const {
        std::int16_t least = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            least = std::min(least, static_cast<std::int16_t>(counts[i] - other.counts[i]));
        }
        return least == 0;
    }

private:
    /// The mixing function of splitmix64.
    static constexpr std::uint64_t markOf(std::uint64_t law) {
        std::uint64_t mark = (law + 1) * 0x9e3779b97f4a7c15ULL;
        mark = (mark ^ (mark >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        mark = (mark ^ (mark >> 27U)) * 0x94d049bb133111ebULL;
        return mark ^ (mark >> 31U);
    }
};

/// What was found to be true of sizes while a plan ran: sums that are at least 0, or at least 1. Sizes are above 0.
class SizeFacts {
public:
    struct Fact {
        SizeSum sum;
        bool above = false; ///< 0; else not below it
    };
    /// `a` is at least `b` (which is so for the workload at hand).
    void notBelow(const SizeSum& a, const SizeSum& b) { add(a - b, false); }
    void above(const SizeSum& a, const SizeSum& b) { add(a - b, true); }
    /// Whether `a` equals `b` for the workload at hand, and that it does.
    bool equal(const SizeSum& a, const SizeSum& b);
    [[nodiscard]] const std::vector<Fact>& facts() const { return m_facts; }
    /// Those that the others do not imply; where there are very many, all.
    [[nodiscard]] std::vector<Fact> decisive() const;

private:
    void add(const SizeSum& difference, bool above);
    /// Where the fact stands in the table, or would.
    [[nodiscard]] std::size_t placeOf(const SizeSum& sum, bool above) const;

    std::vector<Fact> m_facts;
    std::vector<std::uint32_t> m_table; ///< by hash: index into m_facts and 1; 0: free
};

} // namespace vram
