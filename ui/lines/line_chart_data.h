// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/advice/series.h"
#include "ui/text/format.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vram::ui {

class LineSource;
struct Snapshot;

/// The memory of one or several rows as a level line.
struct CapacityMark {
    QStringList names; ///< of the rows that have it
    Bytes usable;
    Bytes capacity; ///< as sold
    bool focused = false;
    bool known = false;               ///< `held` says something
    std::optional<std::int64_t> held; ///< the largest value up to the end of the axis that it holds; absent: none
    friend bool operator==(const CapacityMark&, const CapacityMark&) = default;
};

/// Everything that the lines paint, without geometry.
struct LineChartData {
    SeriesAxis axis = SeriesAxis::Context;
    bool trains = false;
    ByteUnit unit = ByteUnit::GiB;
    bool patterns = false;
    bool stale = false; ///< the points are of a question before this one
    QString subject;    ///< "Qwen3 14B · RTX 4090 24 GB"
    QString sentence;   ///< shown instead of lines: why there are none
    SeriesSpan span;
    std::vector<SeriesPoint> points;
    std::vector<MemoryPart> parts;     ///< present in some point, in stacking order
    std::vector<CapacityMark> marks;   ///< the least memory first
    std::optional<std::int64_t> limit; ///< of the model, where it lies on the axis
    SeriesPoint present;

    [[nodiscard]] bool hasLines() const { return sentence.isEmpty() && points.size() > 1; }
    /// The range of the estimate is worth a line of its own.
    [[nodiscard]] bool hasRange() const;
    /// The point next to `value`, in ratio; the present one where that is nearer.
    [[nodiscard]] const SeriesPoint& nearest(std::int64_t value) const;
    [[nodiscard]] const CapacityMark* focusedMark() const;
    /// All but the present value and the title is the same.
    [[nodiscard]] bool isAlike(const LineChartData& other) const;
};

[[nodiscard]] LineChartData lineChartData(const Snapshot& snapshot, const LineSource& source, ByteUnit unit);

/// The values that the line of the present stops at: those of the panel's slider, as far as the axis goes.
[[nodiscard]] std::vector<std::int64_t> lineStops(const LineChartData& data);

} // namespace vram::ui
