// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/limit_question.h"

#include <vector>

namespace vram::ui {

/// The limits of rows as they were when the search for them last came to its end, by what the rows are of. An order by
/// a limit goes by them: rows stay where they are while the question changes and are moved once, when all are found.
class KnownLimits {
public:
    /// `limits` are those of `shown`; of the rest of `all` what was known stays. False: nothing else than before.
    bool set(const std::vector<Row>& shown, const std::vector<RowLimits>& limits, const std::vector<Row>& all);
    /// In the order of `rows`; of others than those above nothing.
    [[nodiscard]] std::vector<RowLimits> of(const std::vector<Row>& rows) const;

private:
    struct Entry {
        Row row; ///< without its answer
        RowLimits limits;
    };
    [[nodiscard]] const Entry* find(const Row& row) const;
    std::vector<Entry> m_entries;
};

} // namespace vram::ui
