// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeaway/summary_text.h"

#include "core/scenario/scenario_link.h"
#include "ui/band/band_text.h"
#include "ui/takeaway/report_document.h"
#include "ui/text/scenario_text.h"

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QString lineOf(const BandText& band) {
    const QString answer = answerLine(band);
    return answer.isEmpty() ? verdictLine(band) : QString(verdictLine(band) + u" · "_s + answer);
}

} // namespace

QString summaryText(Snapshot snapshot, ByteUnit unit) {
    QStringList lines{scenarioLine(snapshot)};
    for (std::size_t row = 0; row < snapshot.rows.size(); ++row) {
        snapshot.focusedRow = row;
        lines += lineOf(bandText(snapshot, false, unit));
    }
    if (snapshot.rows.empty()) {
        const BandText band = bandText(snapshot, false, unit);
        lines += QStringList{band.word} + band.notes;
    }
    if (const Result<ScenarioLink> link = linkOf(snapshot.scenario)) {
        lines += QString::fromStdString(link->text);
    }
    return lines.join(u'\n') + u'\n';
}

QString rowText(Snapshot snapshot, std::size_t row, ByteUnit unit) {
    snapshot.focusedRow = row;
    return lineOf(bandText(snapshot, false, unit));
}

} // namespace vram::ui
