// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/bar_chart_data.h"

#include "core/speed/roofline.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace vram::ui {

namespace {

QString unknownSentence(const Report& report) {
    const QString reason = blockingNote(report);
    return reason.isEmpty() ? QCoreApplication::translate("Chart", "The memory that this model needs is not known.")
                            : reason;
}

void describeSpeed(ChartRow& result, const Report& report, const Scenario& scenario) {
    if (const auto speed = leadingSpeed(report)) {
        result.speedText = formatSpeed(speed->typical);
        result.speedLines.emplace_back(report.speed ? QCoreApplication::translate("Chart", "Generating (decode)")
                                                    : QCoreApplication::translate("Chart", "Training"),
                                       formatSpeed(*speed));
    }
    if (!report.speed) {
        return;
    }
    const Speed& speed = *report.speed;
    if (scenario.batch > 1) {
        result.speedLines.emplace_back(
            QCoreApplication::translate("Chart", "All %1 users together").arg(formatTokens(scenario.batch)),
            formatSpeed(togetherOf(speed.decode, scenario.batch).typical));
    }
    if (speed.prefill) {
        result.speedLines.emplace_back(QCoreApplication::translate("Chart", "Prompt (prefill)"),
                                       formatSpeed(*speed.prefill));
    }
    if (speed.firstToken) {
        result.speedLines.emplace_back(
            QCoreApplication::translate("Chart", "First token, prompt of %1").arg(formatTokens(promptTokens(scenario))),
            formatSeconds(speed.firstToken->typical));
    }
    if (const QString limit = limitText(speed.limit); !limit.isEmpty()) {
        result.speedLines.emplace_back(QCoreApplication::translate("Chart", "Speed"), limit);
    }
    for (const TargetText& target : targetTexts(speed)) {
        result.speedLines.emplace_back(QCoreApplication::translate("Chart", "Target"), target.word);
    }
    result.target = targetWord(report);
}

ChartRow chartRow(const Row& row, const Scenario& asked, ByteUnit unit) {
    ChartRow result;
    result.fullName = row.value ? QString() : wholeName(row);
    result.subtitle = rowSettings(row);
    if (row.value && row.present) {
        //: beside the bar of the value that the scenario has now
        const QString chosen = QCoreApplication::translate("Chart", "Chosen now");
        result.subtitle = result.subtitle.isEmpty() ? chosen : QString(chosen + u" · " + result.subtitle);
    }
    if (!row.report.ok()) {
        result.label = rowTitle(row);
        result.verdictText = verdictLabel(Verdict::Unknown);
        Error error = row.report.error();
        error.where.clear(); // the row itself is the place
        result.sentence = errorText(error);
        return result;
    }
    const Report& report = row.report.value();
    result.label = rowTitle(row);
    result.verdict = report.verdict;
    result.verdictText = verdictLabel(report);
    result.usable = report.usable;
    if (!row.value && report.usable > Bytes{}) {
        result.subtitle = QCoreApplication::translate("Chart", "%1 usable").arg(formatBytes(report.usable, unit));
    }
    if (!isSized(report)) {
        result.sentence = unknownSentence(report);
        return result;
    }
    result.need = report.need;
    result.total = report.needTotal;
    if (report.needFirst) {
        result.first = report.needFirst->typical;
    }
    result.totalText = formatBytes(report.needTotal.typical, unit);
    describeSpeed(result, report, scenarioOf(row, asked));
    return result;
}

} // namespace

double BarChartData::axisValue(const ChartRow& row, Bytes bytes) const {
    if (!share) {
        return inUnit(bytes, unit);
    }
    constexpr double kPercent = 100;
    return row.usable > Bytes{}
               ? kPercent * static_cast<double>(bytes.count()) / static_cast<double>(row.usable.count())
               : 0;
}

bool BarChartData::hasRanges() const {
    return std::any_of(rows.begin(), rows.end(),
                       [](const ChartRow& row) { return row.hasBar() && !row.total.isExact(); });
}

BarChartData barChartData(const Snapshot& snapshot, ByteUnit unit) {
    BarChartData data;
    data.unit = unit;
    data.share = snapshot.scenario.view.shareScale;
    std::array<bool, kMemoryParts> present{};
    data.rows.reserve(snapshot.rows.size());
    for (const Row& row : snapshot.rows) {
        const ChartRow& added = data.rows.emplace_back(chartRow(row, snapshot.scenario, unit));
        for (std::size_t i = 0; i < kMemoryParts; ++i) {
            present.at(i) = present.at(i) || added.need.typical(static_cast<MemoryPart>(i)) > Bytes{};
        }
    }
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        if (present.at(i)) {
            data.parts.push_back(static_cast<MemoryPart>(i));
        }
    }
    if (snapshot.focusedRow < data.rows.size()) {
        data.focusedRow = snapshot.focusedRow;
    }
    return data;
}

} // namespace vram::ui
