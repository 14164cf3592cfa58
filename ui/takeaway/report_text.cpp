// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeaway/report_text.h"

#include "core/report/report_json.h"
#include "core/scenario/machine_json.h"
#include "core/scenario/scenario_json.h"
#include "core/scenario/scenario_link.h"
#include "core/units/utf8.h"
#include "ui/store/row_machine.h"
#include "ui/table/table_copy.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReportFileSchema = 1;

/// Text in Markdown: what would be markup gets a backslash, and a line end a space.
QString escaped(const QString& text) {
    static constexpr QStringView kMarkup(u"\\`*_{}[]<>()#+!|~$&");
    QString result;
    for (const QChar character : text) {
        if (kMarkup.contains(character)) {
            result += u'\\';
        }
        result += character.isSpace() && character != QChar::Nbsp ? QChar(u' ') : character;
    }
    return result;
}

QString line(const QStringList& cells) {
    QString text = u"|"_s;
    for (const QString& cell : cells) {
        text += u' ' + escaped(cell) + u" |"_s;
    }
    return text + u'\n';
}

QString tableText(const ReportTable& table) {
    QString text = line(table.headers) + u'|';
    for (const bool number : table.numbers) {
        text += number ? u" ---: |"_s : u" --- |"_s;
    }
    text += u'\n';
    for (const QStringList& row : table.rows) {
        text += line(row);
    }
    return text;
}

QString list(const QStringList& items) {
    QString text;
    for (const QString& item : items) {
        text += u"- "_s + escaped(item) + u'\n';
    }
    return text.isEmpty() ? text : QString(text + u'\n');
}

/// Between fences that are longer than any in the text.
QString code(const QString& text) {
    QString fence = u"```"_s;
    while (text.contains(fence)) {
        fence += u'`';
    }
    return fence + u'\n' + text + u'\n' + fence + u'\n';
}

QString heading(const QString& text) { return u"\n## "_s + escaped(text) + u"\n\n"_s; }

QString quoted(const QString& field) {
    static constexpr QStringView kSpecial(u"\",\r\n");
    for (const QChar character : field) {
        if (kSpecial.contains(character)) {
            return u'"' + QString(field).replace(u'"', u"\"\""_s) + u'"';
        }
    }
    return field;
}

QString csvLine(const QStringList& fields) {
    QStringList written;
    for (const QString& field : fields) {
        written += quoted(field);
    }
    return written.join(u',') + u"\r\n"_s;
}

MachineChoice machineOf(const Row& row, const Scenario& scenario) {
    MachineChoice machine = scenarioOf(row, scenario).machine;
    if (row.question == nullptr && !isMachineRow(row.choice)) {
        machine.gpus.clear();
        if (!isCpuRow(row.choice)) {
            machine.gpus.push_back(row.choice);
        }
    }
    return machine;
}

Json rowJson(const Row& row, const Snapshot& snapshot, const Wording& wording) {
    Json json{{"name", rowTitle(row).toStdString()}};
    if (row.question != nullptr) {
        json["scenario"] = scenarioToJson(withoutFolders(row.question->scenario));
    }
    json["machine"] = machineToJson(machineOf(row, snapshot.scenario));
    if (!row.report.ok()) {
        json["error"] = errorToJson(row.report.error(), wording)["error"];
        return json;
    }
    Report report = row.report.value();
    report.command = shareableCommand(report, scenarioOf(row, snapshot.scenario)).toStdString();
    json["report"] = reportToJson(report, wording);
    return json;
}

} // namespace

QByteArray reportMarkdown(const ReportDocument& document) {
    QString text = u"# "_s + escaped(document.title) + u"\n\n"_s + escaped(document.scenario) + u"\n\n**"_s +
                   escaped(document.verdict) + u"**\n\n"_s;
    if (!document.answer.isEmpty()) {
        text += escaped(document.answer) + u"\n\n"_s;
    }
    text += list(document.remarks);
    if (!document.table.rows.isEmpty()) {
        text += heading(document.rowsHead).mid(1) + escaped(document.tableNote) + u"\n\n"_s + tableText(document.table);
    }
    ReportTable question{{QString(), QString()}, {false, false}, {}, std::nullopt};
    for (const ReportFact& fact : document.question) {
        question.rows += QStringList{fact.label, fact.value};
    }
    text += heading(document.questionHead) + tableText(question);
    text += heading(document.assumptionsHead) + list(document.assumptions).chopped(1);
    if (!document.command.isEmpty()) {
        text += heading(document.commandHead) + code(document.command);
    }
    if (!document.link.isEmpty()) {
        text += heading(document.linkHead) + code(document.link);
    }
    return (text + u'\n' + escaped(document.made) + u'\n').toUtf8();
}

QByteArray reportCsv(const ReportTable& raw) {
    QString text(QChar::ByteOrderMark);
    text += csvLine(raw.headers);
    for (const QStringList& row : raw.rows) {
        QStringList fields;
        for (qsizetype column = 0; column < row.size(); ++column) {
            fields += raw.numbers.value(column) ? row[column] : spreadsheetText(row[column], false);
        }
        text += csvLine(fields);
    }
    return text.toUtf8();
}

QByteArray reportJson(const Snapshot& snapshot, const Catalog& catalog, const ReportOptions& options) {
    const Wording wording{[](const Note& note) { return noteText(note).toStdString(); },
                          [](const Error& error) { return errorText(error).toStdString(); }};
    Json json{{"schema", kReportFileSchema},
              {"program", "VRAM Sizer " + versionOf(options).toStdString()},
              {"date", options.date.toString(Qt::ISODate).toStdString()},
              {"catalog_date", catalog.date()},
              {"scenario", scenarioToJson(withoutFolders(snapshot.scenario))}};
    if (const Result<ScenarioLink> link = linkOf(snapshot.scenario)) {
        json["link"] = link->text;
    }
    if (snapshot.problem) {
        json["error"] = errorToJson(*snapshot.problem, wording)["error"];
    }
    if (!snapshot.rows.empty()) {
        json["focused_row"] = snapshot.focusedRow;
    }
    json["rows"] = Json::array();
    for (const Row& row : snapshot.rows) {
        json["rows"].push_back(rowJson(row, snapshot, wording));
    }
    // Names may hold what steers a terminal; there it is an escape, the data are the same.
    return QByteArray::fromStdString(visibleJson(json.dump(1, ' ', false, Json::error_handler_t::replace)) + '\n');
}

} // namespace vram::ui
