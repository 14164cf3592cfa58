// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeaway/report_document.h"

#include "core/scenario/scenario_link.h"
#include "core/source/repository_address.h"
#include "ui/band/band_text.h"
#include "ui/machine/machine_text.h"
#include "ui/store/row_machine.h"
#include "ui/takeaway/report_rows.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include "vram_version.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <string_view>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QString words(const char* text) { return QCoreApplication::translate("Report", text); }

QString fromLatin(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

/// Settings that the table of the question words itself; all others stand there as the file has them.
constexpr std::array<std::string_view, 13> kWorded{
    "model", "model.file", "model.parameters", "model.config", "weights", "task", "context",
    "batch", "prompt",     "kv_cache.k",       "runtime",      "gpu",     "row"};

bool isWorded(const std::string& key) {
    return std::ranges::find(kWorded, key) != kWorded.end() || key == "kv_cache.v" || key.starts_with("view.");
}

QString cacheTypes(const Resolved& resolved) {
    const QString key = shownText(resolved.keyFormat.id);
    const QString value = shownText(resolved.valueFormat.id);
    return key == value ? key : QString(key + u" / "_s + value);
}

QString otherSettings(const Scenario& scenario) {
    QStringList others;
    for (const ScenarioSetting& setting : settingsOf(scenario)) {
        if (!isWorded(setting.key)) {
            others += shownText(setting.key) + u" = "_s + shownText(setting.value);
        }
    }
    return others.join(u"; "_s);
}

QString runtimeOf(const Snapshot& snapshot) {
    const Scenario& scenario = snapshot.scenario;
    const bool known = snapshot.resolved && snapshot.resolved->runtime != nullptr;
    const QString name = known ? fromLatin(snapshot.resolved->runtime->name) : shownText(scenario.runtime.name);
    return scenario.runtime.version.empty() ? name : QString(name + u' ' + shownText(scenario.runtime.version));
}

/// The model's name as the question has it, also where nothing could be answered.
QString modelOf(const Snapshot& snapshot) {
    return snapshot.resolved ? modelLabel(snapshot.resolved->model) : scenarioLine(snapshot).section(u" · "_s, 0, 0);
}

QList<ReportFact> questionFacts(const Snapshot& snapshot, const QString& facts) {
    const Scenario& scenario = snapshot.scenario;
    const bool trains = scenario.task != Task::Inference;
    QList<ReportFact> list;
    const auto add = [&list](const char* label, const QString& value) {
        if (!value.isEmpty()) {
            list += ReportFact{words(label), value};
        }
    };
    add(QT_TRANSLATE_NOOP("Report", "Model"), modelOf(snapshot));
    add(QT_TRANSLATE_NOOP("Report", "Layout"), facts);
    add(QT_TRANSLATE_NOOP("Report", "Task"), taskName(scenario.task));
    add(QT_TRANSLATE_NOOP("Report", "Weights"),
        shownText(snapshot.resolved ? snapshot.resolved->format.id : scenario.weights));
    //: length of a sequence
    add(QT_TRANSLATE_NOOP("Report", "Context"),
        words(QT_TRANSLATE_NOOP("Report", "%1 tokens")).arg(formatTokens(scenario.context)));
    add(trains ? QT_TRANSLATE_NOOP("Report", "Micro-batch") : QT_TRANSLATE_NOOP("Report", "Concurrent sequences"),
        formatTokens(scenario.batch));
    if (scenario.prompt) {
        add(QT_TRANSLATE_NOOP("Report", "Longest prompt"),
            words(QT_TRANSLATE_NOOP("Report", "%1 tokens")).arg(formatTokens(*scenario.prompt)));
    }
    if (!trains && snapshot.resolved) {
        add(QT_TRANSLATE_NOOP("Report", "KV cache"), cacheTypes(*snapshot.resolved));
    }
    add(QT_TRANSLATE_NOOP("Report", "Runtime"), runtimeOf(snapshot));
    add(QT_TRANSLATE_NOOP("Report", "Other settings"), otherSettings(withoutFolders(scenario)));
    return list;
}

QStringList assumptionLines(const Snapshot& snapshot, const Catalog& catalog, const ReportOptions& options) {
    QStringList lines;
    const MachineChoice& asked = snapshot.scenario.machine;
    lines += words(QT_TRANSLATE_NOOP("Report", "A model “fits” where %1 of the usable memory stay free beside it."))
                 .arg(formatPercent(asked.marginPercent / 100));
    lines += words(QT_TRANSLATE_NOOP(
        "Report", "Figures are estimates. Where a range is given, the verdict goes by its upper end."));
    if (snapshot.rows.empty()) {
        return lines;
    }
    MachineChoice machine = asked;
    const Row& row = snapshot.rows[std::min(snapshot.focusedRow, snapshot.rows.size() - 1)];
    if (row.question == nullptr && !isMachineRow(row.choice)) {
        machine.gpus.clear();
        if (!isCpuRow(row.choice)) {
            machine.gpus.push_back(row.choice);
        }
    }
    for (const Assumption assumption : assumptionsOf(machine, options.guess, catalog)) {
        lines += assumptionText(assumption);
    }
    return lines;
}

QString madeLine(const Catalog& catalog, const ReportOptions& options) {
    const QDate facts = QDate::fromString(QString::fromStdString(catalog.date()), Qt::ISODate);
    const auto shown = [](const QDate& date) { return QLocale().toString(date, QLocale::ShortFormat); };
    return facts.isValid() ? substitute(words(QT_TRANSLATE_NOOP("Report", "VRAM Sizer %1 · %2 · facts of %3")),
                                        {versionOf(options), shown(options.date), shown(facts)})
                           : substitute(words(QT_TRANSLATE_NOOP("Report", "VRAM Sizer %1 · %2")),
                                        {versionOf(options), shown(options.date)});
}

} // namespace

QDate reportDate() {
    bool good = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&good);
    const QDate date = good ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date() : QDate();
    return date.isValid() ? date : QDate::currentDate();
}

QString versionOf(const ReportOptions& options) {
    return options.version.isEmpty() ? fromLatin(kVersion) : options.version;
}

QString verdictLine(const BandText& band) {
    return band.row.isEmpty() ? band.word
                              //: the verdict of a card: "RTX 4090 24 GB: Fits"
                              : substitute(words(QT_TRANSLATE_NOOP("Report", "%1: %2")), {band.row, band.word});
}

QString answerLine(const BandText& band) {
    QStringList items{band.need, band.headroom, band.speed};
    items.removeAll(QString());
    return items.join(u" · "_s);
}

QString shareableCommand(const Report& report, const Scenario& scenario) {
    QString command = QString::fromStdString(report.command);
    const auto* const file = std::get_if<ModelFile>(&scenario.model);
    if (file == nullptr || isRepositoryAddress(file->path)) {
        return command;
    }
    const QString path = QString::fromStdString(file->path);
    const qsizetype name = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\')) + 1;
    // What a shell quotes stands there in another way and would stay.
    const bool plain = !path.left(name).contains(u'\'') && !path.left(name).contains(u'"');
    return name == 0 ? command : plain ? command.remove(path.left(name)) : QString();
}

ReportDocument reportDocument(const Snapshot& snapshot, const Catalog& catalog, const ReportOptions& options) {
    const BandText band = bandText(snapshot, false, options.unit);
    ReportDocument document;
    document.language = QLocale().bcp47Name();
    document.title = words(QT_TRANSLATE_NOOP("Report", "GPU memory of %1")).arg(modelOf(snapshot));
    document.scenario = band.scenario;
    document.verdict = verdictLine(band);
    document.remarks = band.notes;
    document.made = madeLine(catalog, options);
    document.questionHead = words(QT_TRANSLATE_NOOP("Report", "The question"));
    document.rowsHead = words(QT_TRANSLATE_NOOP("Report", "All rows"));
    document.assumptionsHead = words(QT_TRANSLATE_NOOP("Report", "What this rests on"));
    document.commandHead = words(QT_TRANSLATE_NOOP("Report", "How to run it"));
    document.linkHead = words(QT_TRANSLATE_NOOP("Report", "The scenario as a link, to open in VRAM Sizer"));
    document.tableNote = words(QT_TRANSLATE_NOOP("Report", "Memory in %1.")).arg(unitName(options.unit));
    document.assumptions = assumptionLines(snapshot, catalog, options);
    const Row* const row = snapshot.rows.empty() ? nullptr : &snapshot.rows[snapshot.focusedRow];
    document.question = questionFacts(snapshot, band.facts);
    if (row != nullptr) {
        document.answer = answerLine(band);
        document.table = reportTable(snapshot, catalog, options.unit);
        if (row->report.ok()) {
            document.command = shareableCommand(row->report.value(), scenarioOf(*row, snapshot.scenario));
        }
    }
    if (const Result<ScenarioLink> link = linkOf(snapshot.scenario)) {
        document.link = QString::fromStdString(link->text);
    }
    return document;
}

} // namespace vram::ui
