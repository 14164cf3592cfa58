// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vram {

/// What the need is drawn over: tokens of a sequence, or sequences at once (training: the micro-batch).
enum class SeriesAxis : std::uint8_t { Context, Sequences };

[[nodiscard]] std::int64_t axisValue(const Scenario& scenario, SeriesAxis axis);
[[nodiscard]] Scenario withAxisValue(Scenario scenario, SeriesAxis axis, std::int64_t value);

/// Powers of two between which a series runs.
struct SeriesSpan {
    std::int64_t first = 1;
    std::int64_t last = 1;
    friend bool operator==(const SeriesSpan&, const SeriesSpan&) = default;
};

/// Wide enough for the scenario's own value; a context up to twice what the model was made for, so that the limit is
/// seen to be one.
[[nodiscard]] SeriesSpan seriesSpan(const Scenario& scenario, SeriesAxis axis, std::optional<std::int64_t> modelLimit);

/// Ascending, powers of two and whole values evenly between them: 65 at most.
[[nodiscard]] std::vector<std::int64_t> seriesValues(const SeriesSpan& span);

/// The need with everything on the cards, as the bars show it.
struct SeriesPoint {
    std::int64_t value = 0;
    PartSizes need;
    ByteRange total;
    Verdict verdict{};
    friend bool operator==(const SeriesPoint&, const SeriesPoint&) = default;
};

/// A point for each of `values`, each asked of report() on `machine`. The error of the first that has no answer.
[[nodiscard]] Result<std::vector<SeriesPoint>> series(Resolver& resolver, const Scenario& scenario,
                                                      const Machine& machine, SeriesAxis axis,
                                                      const std::vector<std::int64_t>& values);

/// What counts as held: every byte on the cards, or with the safety margin free as well.
enum class SeriesBound : std::uint8_t { Capacity, Margin };
[[nodiscard]] bool holds(const Report& report, SeriesBound bound);

/// The largest value up to `most` with which the machine holds the question: it was asked of report(), and so was the
/// next one, which is not held (more never needs less). Absent: not even 1 is held.
[[nodiscard]] std::optional<std::int64_t> largestHeld(Resolver& resolver, const Scenario& scenario,
                                                      const Machine& machine, SeriesAxis axis, SeriesBound bound,
                                                      std::int64_t most);

} // namespace vram
