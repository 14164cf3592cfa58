// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/band_text.h"

#include "core/speed/roofline.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>

#include <algorithm>

namespace vram::ui {

namespace {

QString needText(const Report& report, ByteUnit unit) {
    const QString typical = formatBytes(report.needTotal.typical, unit);
    const QString low = formatBytes(report.needTotal.low, unit);
    const QString high = formatBytes(report.needTotal.high, unit);
    if (low == high) {
        //: the memory that the scenario needs: "needs 20.5 GiB"
        return QCoreApplication::translate("Band", "needs %1").arg(typical);
    }
    //: the memory that the scenario needs and the range of the estimate: "needs 20.5 GiB (20.1–20.9 GiB)"
    return substitute(QCoreApplication::translate("Band", "needs %1 (%2)"),
                      {typical, formatRange(report.needTotal, unit)});
}

QString headroomText(const Report& report, ByteUnit unit) {
    if (report.verdict == Verdict::Unknown || report.usable <= Bytes{}) {
        return {};
    }
    const bool missing = report.headroom < Bytes{};
    const QString bytes = formatBytes(missing ? Bytes{} - report.headroom : report.headroom, unit);
    //: memory that is left / missing on the card
    return missing ? QCoreApplication::translate("Band", "%1 short").arg(bytes)
                   : QCoreApplication::translate("Band", "%1 left").arg(bytes);
}

/// "14.8 B parameters · 40 layers · 160 KiB of KV cache per token"
QString factsText(const Report& report, ByteUnit unit) {
    QStringList items;
    if (report.parameters > 0) {
        items += QCoreApplication::translate("Band", "%1 parameters").arg(formatParameters(report.parameters));
    }
    if (isSparse(report.parameters, report.activeParameters)) {
        //: parameters that one token uses (mixture of experts)
        items += QCoreApplication::translate("Band", "%1 active").arg(formatParameters(report.activeParameters));
    }
    if (report.layers > 0) {
        const int layers = static_cast<int>(report.layers); // a plain name: lupdate does not see through a cast
        items += QCoreApplication::translate("Band", "%n layer(s)", nullptr, layers);
    }
    if (report.kvBytesPerToken && *report.kvBytesPerToken > Bytes{}) {
        items += QCoreApplication::translate("Band", "%1 of KV cache per token")
                     .arg(formatBytes(*report.kvBytesPerToken, unit));
    }
    if (report.needFirst && report.needFirst->typical < report.needTotal.typical) {
        //: the need when a conversation begins and when its context is full, where the runtime's cache grows
        items +=
            substitute(QCoreApplication::translate("Band", "%1 at first, %2 at full context"),
                       {formatBytes(report.needFirst->typical, unit), formatBytes(report.needTotal.typical, unit)});
    }
    return items.join(QStringLiteral(" · "));
}

void describeSpeed(BandText& text, const Report& report, const Scenario& scenario) {
    if (report.trainTokensPerSecond) {
        //: rough speed of training, of all cards together: "roughly 1,240 tok/s (900–1,600)"
        text.speed = QCoreApplication::translate("Band", "roughly %1").arg(formatSpeed(*report.trainTokensPerSecond));
        return;
    }
    if (!report.speed) {
        return;
    }
    const Speed& speed = *report.speed;
    QStringList items;
    text.speed = formatSpeed(speed.decode);
    if (scenario.batch > 1) {
        //: speed of generating for each of several users: "13 tok/s (11–15) per user"
        text.speed = QCoreApplication::translate("Band", "%1 per user").arg(text.speed);
        //: speed of generating for all users together: number of users, "52 tok/s"
        items +=
            substitute(QCoreApplication::translate("Band", "all %1 users together %2"),
                       {formatTokens(scenario.batch), formatSpeed(togetherOf(speed.decode, scenario.batch).typical)});
    }
    items += limitText(speed.limit);
    if (speed.firstToken) {
        //: time until the answer begins, and the length of the prompt
        items += substitute(QCoreApplication::translate("Band", "first token after %1 (prompt of %2 tokens)"),
                            {formatSeconds(speed.firstToken->typical), formatTokens(promptTokens(scenario))});
    }
    if (formatFigure(speed.decodeFull.typical) != formatFigure(speed.decode.typical)) {
        //: speed of generating when the context is full
        items += QCoreApplication::translate("Band", "%1 at full context").arg(formatSpeed(speed.decodeFull.typical));
    }
    items.removeAll(QString());
    text.speedDetails = items.join(QStringLiteral(" · "));
    text.targets = targetTexts(speed);
}

void describe(BandText& text, const Report& report, ByteUnit unit) {
    text.verdict = report.verdict;
    text.word = verdictLabel(report);
    text.facts = factsText(report, unit);
    if (isSized(report)) {
        text.need = needText(report, unit);
        text.headroom = headroomText(report, unit);
    }
    if (const QString blocking = blockingNote(report); !blocking.isEmpty()) {
        text.notes += blocking;
        // "Too small" or "room to spare" would mislead where the card cannot be used at all.
        text.headroom.clear();
    }
    if (report.verdict == Verdict::Unknown && report.tensorBytes > Bytes{}) {
        text.notes +=
            QCoreApplication::translate("Band", "The weights alone are %1.").arg(formatBytes(report.tensorBytes, unit));
    }
    for (const Note& note : report.notes) {
        if (note.code == "short-of" && !text.headroom.isEmpty()) {
            continue; // said already
        }
        const QString sentence = noteText(note);
        if (!sentence.isEmpty() && !text.notes.contains(sentence)) {
            text.notes += sentence;
        }
    }
}

} // namespace

namespace {

/// "RTX 4090 24 GB", where values of another axis are compared "QLoRA · RTX 4090 24 GB".
QString bandRow(const Row& row) {
    return row.value ? QString(rowTitle(row) + QStringLiteral(" · ") + machineLabel(row)) : rowTitle(row);
}

} // namespace

BandText bandText(const Snapshot& snapshot, bool filtered, ByteUnit unit) {
    BandText text;
    text.scenario = scenarioLine(snapshot);
    text.word = verdictLabel(Verdict::Unknown);
    if (snapshot.problem) {
        text.word = QCoreApplication::translate("Band", "No answer");
        text.notes += errorText(*snapshot.problem);
        return text;
    }
    if (snapshot.focusedRow >= snapshot.rows.size()) {
        text.word = filtered ? QCoreApplication::translate("Band", "No row has this verdict")
                             : QCoreApplication::translate("Band", "Add a card to compare");
        return text;
    }
    const Row& row = snapshot.rows[snapshot.focusedRow];
    if (row.question != nullptr && asksOtherwise(row)) {
        text.scenario = scenarioLine({row.question->scenario, *row.question, {}, {}, 0});
    }
    if (!row.report.ok()) {
        text.row = bandRow(row);
        Error error = row.report.error();
        error.where.clear(); // the row itself is the place
        text.notes += errorText(error);
        return text;
    }
    text.row = bandRow(row);
    describe(text, row.report.value(), unit);
    describeSpeed(text, row.report.value(), scenarioOf(row, snapshot.scenario));
    return text;
}

std::array<int, kVerdicts> verdictCounts(const std::vector<Row>& rows) {
    std::array<int, kVerdicts> counts{};
    for (const Row& row : rows) {
        const Verdict verdict = row.report.ok() ? row.report.value().verdict : Verdict::Unknown;
        ++counts.at(static_cast<std::size_t>(verdict));
    }
    return counts;
}

int unsupportedCount(const std::vector<Row>& rows) {
    return static_cast<int>(std::ranges::count_if(
        rows, [](const Row& row) { return row.report.ok() && isUnsupported(row.report.value()); }));
}

QString chipLabel(Verdict verdict, int count, int unsupported) {
    switch (verdict) {
    case Verdict::Fits:
        //: number of rows with this verdict
        return QCoreApplication::translate("Band", "%n fit(s)", nullptr, count);
    case Verdict::Tight:
        return QCoreApplication::translate("Band", "%n tight", nullptr, count);
    case Verdict::Offload:
        return QCoreApplication::translate("Band", "%n need(s) offload", nullptr, count);
    case Verdict::No:
        if (unsupported > 0) {
            return unsupported == count
                       ? QCoreApplication::translate("Band", "%n not supported", nullptr, count)
                       : QCoreApplication::translate("Band", "%n do(es) not fit or not supported", nullptr, count);
        }
        return QCoreApplication::translate("Band", "%n do(es) not fit", nullptr, count);
    case Verdict::Unknown:
        return QCoreApplication::translate("Band", "%n unknown", nullptr, count);
    }
    return {};
}

} // namespace vram::ui
