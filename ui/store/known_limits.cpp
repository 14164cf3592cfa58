// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/known_limits.h"

#include <algorithm>
#include <utility>

namespace vram::ui {

namespace {

Row subjectOf(const Row& row) { return {row.choice, Error{}, row.value, nullptr, row.present}; }

} // namespace

bool KnownLimits::set(const std::vector<Row>& shown, const std::vector<RowLimits>& limits,
                      const std::vector<Row>& all) {
    std::vector<Entry> entries;
    entries.reserve(all.size());
    for (const Row& row : all) {
        const auto place = std::ranges::find_if(shown, [&row](const Row& other) { return sameSubject(other, row); });
        const auto index = static_cast<std::size_t>(place - shown.begin());
        if (index < limits.size()) {
            entries.push_back({subjectOf(row), limits[index]});
        } else if (const Entry* const known = find(row)) {
            entries.push_back(*known);
        }
    }
    const bool same = std::ranges::equal(entries, m_entries, [](const Entry& a, const Entry& b) {
        return sameSubject(a.row, b.row) && a.limits == b.limits;
    });
    m_entries = std::move(entries);
    return !same;
}

std::vector<RowLimits> KnownLimits::of(const std::vector<Row>& rows) const {
    std::vector<RowLimits> limits;
    limits.reserve(rows.size());
    for (const Row& row : rows) {
        const Entry* const known = find(row);
        limits.push_back(known == nullptr ? RowLimits{} : known->limits);
    }
    return limits;
}

const KnownLimits::Entry* KnownLimits::find(const Row& row) const {
    const auto found =
        std::ranges::find_if(m_entries, [&row](const Entry& entry) { return sameSubject(entry.row, row); });
    return found == m_entries.end() ? nullptr : &*found;
}

} // namespace vram::ui
