// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "ui/store/limit_question.h"

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vram::ui {

/// What a row is compared by: text before figures.
struct RowSortKey {
    std::string text;
    double first = 0;
    double second = 0;
    friend std::partial_ordering operator<=>(const RowSortKey&, const RowSortKey&) = default;
};

/// One way to order the compared rows. `ViewChoice::sort` says `id`, or "-" and `id` for the reverse.
struct RowOrder {
    std::string_view id;  ///< one of kRowSorts
    const char* label;    ///< English source text, context "RowOrder"
    bool descendingFirst; ///< when it is chosen: where more is better
    /// nullopt: the row has no such figure and comes last. `gpu` may be null. Neither function: as added.
    std::optional<RowSortKey> (*key)(const Row& row, const Gpu* gpu);
    bool ofCard = false; ///< the card's own figure: tasks on one machine have it in common
    /// Instead of `key`, of what is looked for beside the question.
    std::optional<RowSortKey> (*limit)(const RowLimits& limits, const Catalog& catalog) = nullptr;
};

/// In the order of the menu, "as added" first.
[[nodiscard]] std::span<const RowOrder> rowOrders();

/// The order that `sort` names, whichever direction; nullptr where there is none.
[[nodiscard]] const RowOrder* findRowOrder(std::string_view sort);

/// Stable; an order that is not known leaves the rows as they were added. Rows without a figure come last. `limits`:
/// those of the rows, for an order by one of them.
void sortRows(std::vector<Row>& rows, std::string_view sort, const Catalog& catalog,
              std::span<const RowLimits> limits = {});

/// Whether any row has a figure to be ordered by.
[[nodiscard]] bool ordersByAny(const RowOrder& order, std::span<const RowLimits> limits, const Catalog& catalog);

/// As they stood in `before`; rows that were not there come last, as added.
void keepOrder(std::vector<Row>& rows, const std::vector<Row>& before);

} // namespace vram::ui
