// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeaway/report_html.h"

#include <QStringList>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

/// Light and dark by the reader's desktop; wide tables scroll for themselves; paper is always light.
constexpr auto kStyle = R"(
:root { color-scheme: light dark; --text: #1b1b1f; --muted: #5d5d66; --line: #d5d5dc; --stripe: #f5f5f8; --focus: #e3ecfb; }
body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; background: #ffffff; color: var(--text);
  font: 15px/1.5 system-ui, "Noto Sans", sans-serif; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .3rem 0; } .muted { color: var(--muted); } .verdict { font-size: 1.25rem; font-weight: 600; margin-top: 1rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody tr:nth-child(even) { background: var(--stripe); } tbody tr.focused { background: var(--focus); font-weight: 600; }
table.facts th { font-weight: 400; color: var(--muted); } table.facts td { overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .7rem; background: var(--stripe); border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
.chart svg { max-width: 100%; height: auto; } .chart .dark { display: none; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e6ea; --muted: #a3a3ad; --line: #45454f; --stripe: #2a2a30; --focus: #27364f; }
  body { background: #202024; } .chart .light { display: none; } .chart .dark { display: block; } }
@media print {
  :root { --text: #000000; --muted: #444444; --line: #bbbbbb; --stripe: #f5f5f5; --focus: #eeeeee; }
  body { background: #ffffff; margin: 0; max-width: none; } .chart .light { display: block; } .chart .dark { display: none; } }
)";

QString element(const QString& name, const QString& text) {
    return u'<' + name + u'>' + text.toHtmlEscaped() + u"</"_s + name + u">\n"_s;
}

QString paragraph(const QString& text, const QString& style) {
    return text.isEmpty() ? QString()
                          : QString(u"<p class=\""_s + style + u"\">"_s + text.toHtmlEscaped() + u"</p>\n"_s);
}

QString list(const QStringList& items) {
    QString html = u"<ul>\n"_s;
    for (const QString& item : items) {
        html += element(u"li"_s, item);
    }
    return items.isEmpty() ? QString() : QString(html + u"</ul>\n"_s);
}

QString facts(const QList<ReportFact>& question) {
    QString html = u"<table class=\"facts\"><tbody>\n"_s;
    for (const ReportFact& fact : question) {
        html += u"<tr><th scope=\"row\">"_s + fact.label.toHtmlEscaped() + u"</th><td>"_s + fact.value.toHtmlEscaped() +
                u"</td></tr>\n"_s;
    }
    return html + u"</tbody></table>\n"_s;
}

QString cells(const ReportTable& table, const QStringList& texts, const QString& tag) {
    QString html;
    for (qsizetype column = 0; column < texts.size(); ++column) {
        const QString number = table.numbers.value(column) ? u" class=\"number\" align=\"right\""_s : QString();
        html += u'<' + tag + number + u'>' + texts[column].toHtmlEscaped() + u"</"_s + tag + u'>';
    }
    return html;
}

/// An SVG file's element: what stands before it is for files.
QString inlineSvg(const QByteArray& file) {
    const QString text = QString::fromUtf8(file);
    return text.mid(std::max<qsizetype>(text.indexOf(u"<svg"_s), 0));
}

} // namespace

QString tableHtml(const ReportTable& table) {
    QString html =
        u"<table border=\"1\"><thead><tr>"_s + cells(table, table.headers, u"th"_s) + u"</tr></thead>\n<tbody>\n"_s;
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const bool focused = table.focused == static_cast<std::size_t>(row);
        html +=
            (focused ? u"<tr class=\"focused\">"_s : u"<tr>"_s) + cells(table, table.rows[row], u"td"_s) + u"</tr>\n"_s;
    }
    return html + u"</tbody></table>\n"_s;
}

QByteArray reportHtml(const ReportDocument& document, const QByteArray& lightChart, const QByteArray& darkChart) {
    QString html = u"<!DOCTYPE html>\n<html lang=\""_s + document.language.toHtmlEscaped() +
                   u"\">\n<head>\n<meta charset=\"utf-8\">\n"_s;
    // Nothing is fetched, nothing runs, whatever a name in it looks like.
    html += u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_s;
    html += element(u"title"_s, document.title);
    html += u"<style>"_s + QString::fromUtf8(kStyle) + u"</style>\n</head>\n<body>\n"_s;
    html += element(u"h1"_s, document.title);
    html += paragraph(document.scenario, u"muted"_s);
    html +=
        paragraph(document.verdict, u"verdict"_s) + paragraph(document.answer, u"answer"_s) + list(document.remarks);
    html += u"<div class=\"chart\">\n<div class=\"light\">"_s + inlineSvg(lightChart) +
            u"</div>\n<div class=\"dark\">"_s + inlineSvg(darkChart) + u"</div>\n</div>\n"_s;
    if (!document.table.rows.isEmpty()) {
        html += element(u"h2"_s, document.rowsHead) + paragraph(document.tableNote, u"muted"_s);
        html += u"<div class=\"wide\">"_s + tableHtml(document.table).replace(u"<table border=\"1\">"_s, u"<table>"_s) +
                u"</div>\n"_s;
    }
    html += element(u"h2"_s, document.questionHead) + facts(document.question);
    html += element(u"h2"_s, document.assumptionsHead) + list(document.assumptions);
    if (!document.command.isEmpty()) {
        html += element(u"h2"_s, document.commandHead) + element(u"pre"_s, document.command);
    }
    if (!document.link.isEmpty()) {
        html += element(u"h2"_s, document.linkHead) + element(u"pre"_s, document.link);
    }
    return (html + paragraph(document.made, u"muted"_s) + u"</body>\n</html>\n"_s).toUtf8();
}

PaperHtml paperHtml(const ReportDocument& document) {
    const auto head = [](const QString& text) -> QString {
        return u"<h3 style=\"margin-top:14px; margin-bottom:4px;\">"_s + text.toHtmlEscaped() + u"</h3>"_s;
    };
    const auto code = [](const QString& text) -> QString {
        QString shown = text.toHtmlEscaped();
        shown.replace(u'\n', u"<br>"_s);
        return u"<p style=\"font-size:8pt; background-color:#f5f5f8; margin-top:2px;\">"_s + shown + u"</p>"_s;
    };
    PaperHtml html;
    html.before = u"<h2 style=\"margin-bottom:2px;\">"_s + document.title.toHtmlEscaped() +
                  u"</h2><p style=\"color:#5d5d66; margin-top:0;\">"_s + document.scenario.toHtmlEscaped() + u"</p>"_s +
                  u"<p style=\"font-size:13pt; font-weight:600; margin-bottom:0;\">"_s +
                  document.verdict.toHtmlEscaped() + u"</p><p style=\"margin-top:0;\">"_s +
                  document.answer.toHtmlEscaped() + u"</p>"_s + list(document.remarks);
    if (!document.table.rows.isEmpty()) {
        QString table = tableHtml(document.table);
        table.replace(
            u"<table border=\"1\">"_s,
            u"<table border=\"0.5\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\" "
            "style=\"border-style:solid; border-color:#c8c8d0; border-collapse:collapse; font-size:7.5pt;\">"_s);
        table.replace(u"<tr class=\"focused\">"_s, u"<tr bgcolor=\"#e3ecfb\">"_s);
        html.after += head(document.rowsHead) + u"<p style=\"color:#5d5d66; margin:0;\">"_s +
                      document.tableNote.toHtmlEscaped() + u"</p>"_s + table;
    }
    html.after += head(document.questionHead);
    QString question = facts(document.question);
    question.replace(u"<table class=\"facts\">"_s, u"<table cellspacing=\"0\" cellpadding=\"2\">"_s);
    question.replace(u"<th scope=\"row\">"_s, u"<td width=\"24%\" style=\"color:#5d5d66;\">"_s)
        .replace(u"</th>"_s, u"</td>"_s);
    html.after += question + head(document.assumptionsHead) + list(document.assumptions);
    if (!document.command.isEmpty()) {
        html.after += head(document.commandHead) + code(document.command);
    }
    if (!document.link.isEmpty()) {
        html.after += head(document.linkHead) + code(document.link);
    }
    return html;
}

} // namespace vram::ui
