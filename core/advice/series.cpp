// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/series.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kLeastContext = 512;
constexpr std::int64_t kLeastLastContext = 8192;
constexpr std::int64_t kUsualLastContext = 1 << 20; ///< of a model whose limit is not known
constexpr std::int64_t kLastSequences = 512;
constexpr std::int64_t kLastMicroBatch = 64;
constexpr std::int64_t kMostValues = 65;

/// Values are far below 2^62: a scenario's are checked against kMostContext and kMostBatch.
std::int64_t powerFrom(std::int64_t value) {
    return static_cast<std::int64_t>(std::bit_ceil(static_cast<std::uint64_t>(std::max<std::int64_t>(value, 1))));
}

std::int64_t powerTo(std::int64_t value) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(std::max<std::int64_t>(value, 1))));
}

/// `parts` values a doubling, those that are whole.
std::vector<std::int64_t> valuesOf(const SeriesSpan& span, std::int64_t parts) {
    std::vector<std::int64_t> values;
    for (std::int64_t octave = span.first; octave < span.last; octave *= 2) {
        for (std::int64_t part = parts; part < 2 * parts; ++part) {
            if (octave * part % parts == 0) {
                values.push_back(octave * part / parts);
            }
        }
    }
    values.push_back(span.last);
    return values;
}

Result<Report> ask(Resolver& resolver, const Scenario& scenario, const Machine& machine) {
    Result<Resolved> resolved = resolver.resolve(scenario);
    if (!resolved) {
        return resolved.error();
    }
    Resolved question = std::move(resolved).value();
    question.machine = machine;
    return report(question);
}

} // namespace

std::int64_t axisValue(const Scenario& scenario, SeriesAxis axis) {
    return axis == SeriesAxis::Context ? scenario.context : scenario.batch;
}

Scenario withAxisValue(Scenario scenario, SeriesAxis axis, std::int64_t value) {
    (axis == SeriesAxis::Context ? scenario.context : scenario.batch) = value;
    return scenario;
}

SeriesSpan seriesSpan(const Scenario& scenario, SeriesAxis axis, std::optional<std::int64_t> modelLimit) {
    const std::int64_t present = axisValue(scenario, axis);
    if (axis == SeriesAxis::Sequences) {
        const std::int64_t usual = scenario.task == Task::Inference ? kLastSequences : kLastMicroBatch;
        return {1, std::max(usual, powerFrom(present))};
    }
    const std::int64_t known = modelLimit ? powerFrom(2 * std::min(*modelLimit, kMostContext)) : kUsualLastContext;
    return {std::min(kLeastContext, powerTo(present)), std::max({known, kLeastLastContext, powerFrom(present)})};
}

std::vector<std::int64_t> seriesValues(const SeriesSpan& span) {
    std::int64_t parts = 8;
    std::vector<std::int64_t> values = valuesOf(span, parts);
    while (static_cast<std::int64_t>(values.size()) > kMostValues && parts > 1) {
        parts /= 2;
        values = valuesOf(span, parts);
    }
    return values;
}

Result<std::vector<SeriesPoint>> series(Resolver& resolver, const Scenario& scenario, const Machine& machine,
                                        SeriesAxis axis, const std::vector<std::int64_t>& values) {
    std::vector<SeriesPoint> points;
    points.reserve(values.size());
    for (const std::int64_t value : values) {
        const Result<Report> answer = ask(resolver, withAxisValue(scenario, axis, value), machine);
        if (!answer) {
            return answer.error();
        }
        points.push_back({value, answer->need, answer->needTotal, answer->verdict});
    }
    return points;
}

bool holds(const Report& report, SeriesBound bound) {
    if (report.verdict == Verdict::No || report.verdict == Verdict::Unknown || report.headroom < Bytes{}) {
        return false;
    }
    return bound == SeriesBound::Capacity || report.verdict == Verdict::Fits;
}

std::optional<std::int64_t> largestHeld(Resolver& resolver, const Scenario& scenario, const Machine& machine,
                                        SeriesAxis axis, SeriesBound bound, std::int64_t most) {
    const auto held = [&](std::int64_t value) {
        const Result<Report> answer = ask(resolver, withAxisValue(scenario, axis, value), machine);
        return answer && holds(*answer, bound);
    };
    if (held(most)) {
        return most;
    }
    // Held at `low`, not at `high`; 0 stands for what need not be asked.
    std::int64_t low = 0;
    std::int64_t high = most;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (held(middle) ? low : high) = middle;
    }
    return low > 0 ? std::optional(low) : std::nullopt;
}

} // namespace vram
