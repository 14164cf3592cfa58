// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/report.h"
#include "ui/store/snapshot.h"
#include "ui/text/format.h"
#include "ui/text/speed_text.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace vram::ui {

/// One row of the chart as it is painted: the core's figures and the words beside the bar.
struct ChartRow {
    QString label;       ///< short name with memory
    QString fullName;    ///< as the catalogue has it, for the tooltip
    QString subtitle;    ///< "23.5 GiB usable"; of a task, which share that, "NF4 · Transformers"
    QString totalText;   ///< "20.5 GiB"
    QString verdictText; ///< "Fits", "Offload 33/41"
    QString speedText;   ///< "52 tok/s"; empty: not known
    QString sentence;    ///< shown instead of a bar: why there is none
    Verdict verdict = Verdict::Unknown;
    std::optional<TargetText> target; ///< where the user has set one: the worse of them, in one word
    PartSizes need;                   ///< of the bar; nothing where there is a sentence
    ByteRange total;
    std::optional<Bytes> first; ///< the total at the first token, where the runtime's cache grows
    std::vector<std::pair<QString, QString>> speedLines; ///< of the tooltip: what is timed, how fast it is
    Bytes usable;                                        ///< 0: not known, no mark

    [[nodiscard]] bool hasBar() const { return sentence.isEmpty(); }
    friend bool operator==(const ChartRow&, const ChartRow&) = default;
};

/// Everything that the chart paints, without geometry.
struct BarChartData {
    ByteUnit unit = ByteUnit::GiB;
    bool share = false;            ///< axis in percent of each row's usable memory
    bool patterns = false;         ///< segments differ by lines as well as by colour
    std::vector<MemoryPart> parts; ///< present in at least one row, in stacking order
    std::vector<ChartRow> rows;    ///< top to bottom
    std::optional<std::size_t> focusedRow;

    /// `bytes` of `row` on the axis: in the unit, or in percent of the row's usable memory (0 where that is not known).
    [[nodiscard]] double axisValue(const ChartRow& row, Bytes bytes) const;
    /// True where a row's figure is not exact: the legend explains the range then.
    [[nodiscard]] bool hasRanges() const;
};

[[nodiscard]] BarChartData barChartData(const Snapshot& snapshot, ByteUnit unit = ByteUnit::GiB);

} // namespace vram::ui
