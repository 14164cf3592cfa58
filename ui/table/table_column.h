// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include "ui/store/limit_question.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

namespace vram::ui {

/// The verdict of a cell: the word stands in the interface's language and counts as part of the value.
struct VerdictCell {
    Verdict verdict = Verdict::Unknown;
    QString word;
    friend bool operator==(const VerdictCell&, const VerdictCell&) = default;
};

struct RateCell { // GB/s
    double value = 0;
    friend bool operator==(const RateCell&, const RateCell&) = default;
};
struct SpeedCell { // tokens a second
    double value = 0;
    friend bool operator==(const SpeedCell&, const SpeedCell&) = default;
};
struct SecondsCell {
    double value = 0;
    friend bool operator==(const SecondsCell&, const SecondsCell&) = default;
};
struct WattCell {
    double value = 0;
    friend bool operator==(const WattCell&, const WattCell&) = default;
};
struct PriceCell { // US dollars at launch
    double value = 0;
    friend bool operator==(const PriceCell&, const PriceCell&) = default;
};
struct YearCell {
    int value = 0;
    friend bool operator==(const YearCell&, const YearCell&) = default;
};

/// What a cell holds before it is worded; nothing where the figure is not known.
using CellValue = std::variant<std::monostate, Bytes, ByteRange, VerdictCell, RateCell, SpeedCell, SecondsCell,
                               WattCell, PriceCell, YearCell, std::int64_t, QString>;

/// One column of the table.
struct TableColumn {
    std::string_view id;   ///< stable, for settings
    const char* header;    ///< English source text, context "RowTable"
    const char* tip;       ///< the same
    std::string_view sort; ///< what `view.sort` says for it; empty: no such order
    bool descendingFirst;  ///< at the first click, where more is better
    bool number;           ///< right-aligned
    bool standard;         ///< shown until the user chooses
    std::optional<MemoryPart> part;
    CellValue (*value)(const Row& row, const Gpu* gpu); ///< `gpu` may be null
    bool ofCard = false;  ///< a fact of the card: not shown where all rows are tasks on the same one
    bool ifKnown = false; ///< as of a part: not shown where no row has a figure
    /// Instead of `value`, of what is looked for beside the question; null for the others.
    CellValue (*limit)(const RowLimits& limits) = nullptr;
};

/// In the order of the table; the first names the row and is always shown.
[[nodiscard]] std::span<const TableColumn> tableColumns();
/// The header; of the first column what the rows are of. `row`: one of them, or null.
[[nodiscard]] QString columnTitle(const TableColumn& column, const Row* row);
/// Index of a column by its id; nullopt where there is none.
[[nodiscard]] std::optional<int> tableColumn(std::string_view id);

/// "20.5 GiB", "1,008 GB/s", "Fits": numbers follow QLocale(); empty where there is no value.
[[nodiscard]] QString cellText(const CellValue& value, ByteUnit unit);
/// The raw number (bytes, GB/s, W, verdict's rank) or text; invalid where there is no value.
[[nodiscard]] QVariant cellSortKey(const CellValue& value);

} // namespace vram::ui
