// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lines/line_chart_data.h"

#include "ui/lines/line_source.h"
#include "ui/panel/stops.h"
#include "ui/store/snapshot.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

void addMark(std::vector<CapacityMark>& marks, const Row& row, bool focused, const LineSource& source) {
    const Report* const report = sized(row);
    if (report == nullptr || report->usable <= Bytes{}) {
        return;
    }
    const std::vector<GpuChoice> cards = cardsOf(row);
    const LineReach* const reach = source.reachOf(cards);
    CapacityMark mark{{row.question != nullptr ? machineLabel(row) : rowTitle(row)},
                      report->usable,
                      report->capacity > Bytes{} ? report->capacity : report->usable,
                      focused,
                      reach != nullptr,
                      reach != nullptr ? reach->held : std::nullopt};
    const auto same = std::ranges::find_if(marks, [&mark](const CapacityMark& other) {
        return other.usable == mark.usable && other.known == mark.known && other.held == mark.held;
    });
    if (same == marks.end()) {
        marks.push_back(std::move(mark));
        return;
    }
    same->focused = same->focused || focused;
    if (!same->names.contains(mark.names.front())) {
        same->names.insert(focused ? 0 : same->names.size(), mark.names.front());
    }
}

/// Why there is nothing to draw; empty: there is.
QString reasonOf(const Snapshot& snapshot) {
    if (snapshot.problem) {
        return errorText(*snapshot.problem);
    }
    if (snapshot.focusedRow >= snapshot.rows.size()) {
        return QCoreApplication::translate("Lines", "No row to draw.");
    }
    const Row& row = snapshot.rows[snapshot.focusedRow];
    if (!row.report) {
        return errorText(row.report.error());
    }
    const QString note = blockingNote(*row.report);
    return isSized(*row.report) ? QString()
           : note.isEmpty()     ? QCoreApplication::translate("Chart", "The memory that this model needs is not known.")
                                : note;
}

} // namespace

bool LineChartData::hasRange() const {
    return std::ranges::any_of(points, [](const SeriesPoint& point) { return !point.total.isExact(); });
}

const SeriesPoint& LineChartData::nearest(std::int64_t value) const {
    const SeriesPoint* best = &present;
    const auto distance = [value](const SeriesPoint& point) {
        return std::abs(std::log2(static_cast<double>(std::max<std::int64_t>(point.value, 1))) -
                        std::log2(static_cast<double>(std::max<std::int64_t>(value, 1))));
    };
    for (const SeriesPoint& point : points) {
        best = distance(point) < distance(*best) ? &point : best;
    }
    return *best;
}

const CapacityMark* LineChartData::focusedMark() const {
    const auto found = std::ranges::find(marks, true, &CapacityMark::focused);
    return found == marks.end() ? nullptr : &*found;
}

bool LineChartData::isAlike(const LineChartData& other) const {
    const auto all = [](const LineChartData& data) {
        return std::tie(data.axis, data.trains, data.unit, data.patterns, data.stale, data.sentence, data.span,
                        data.points, data.parts, data.marks, data.limit);
    };
    return all(*this) == all(other);
}

LineChartData lineChartData(const Snapshot& snapshot, const LineSource& source, ByteUnit unit) {
    LineChartData data;
    data.axis = source.axis();
    data.unit = unit;
    data.sentence = reasonOf(snapshot);
    if (!data.sentence.isEmpty() || !snapshot.resolved) {
        return data;
    }
    const Row& focused = snapshot.rows[snapshot.focusedRow];
    const Resolved& resolved = focused.question != nullptr ? *focused.question : *snapshot.resolved;
    data.trains = resolved.scenario.task != Task::Inference;
    data.subject = modelLabel(resolved.model) + u" · "_s + machineLabel(focused);
    data.stale = !source.isCurrent();
    data.span =
        source.points().empty() ? seriesSpan(resolved.scenario, data.axis, resolved.model.maxContext) : source.span();
    data.points = source.points();
    const Report& report = *focused.report;
    data.present = {axisValue(resolved.scenario, data.axis), report.need, report.needTotal, report.verdict};
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        const auto part = static_cast<MemoryPart>(i);
        const auto has = [part](const SeriesPoint& point) { return point.need.typical(part) > Bytes{}; };
        if (has(data.present) || std::ranges::any_of(data.points, has)) {
            data.parts.push_back(part);
        }
    }
    for (std::size_t i = 0; i < snapshot.rows.size(); ++i) {
        addMark(data.marks, snapshot.rows[i], i == snapshot.focusedRow, source);
    }
    std::ranges::stable_sort(data.marks, {}, &CapacityMark::usable);
    const std::optional<std::int64_t>& limit = resolved.model.maxContext;
    if (data.axis == SeriesAxis::Context && limit && *limit < data.span.last) {
        data.limit = limit;
    }
    return data;
}

std::vector<std::int64_t> lineStops(const LineChartData& data) {
    const std::span<const std::int64_t> usual = data.axis == SeriesAxis::Context ? contextStops() : batchStops();
    std::vector<std::int64_t> stops;
    std::ranges::copy_if(usual, std::back_inserter(stops),
                         [&data](std::int64_t stop) { return stop >= data.span.first && stop <= data.span.last; });
    for (const std::int64_t value : seriesValues(data.span)) { // an axis that reaches further than the slider
        if (stops.empty() || value > stops.back()) {
            stops.push_back(value);
        }
    }
    return stops;
}

} // namespace vram::ui
