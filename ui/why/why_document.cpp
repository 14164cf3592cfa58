// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_document.h"

#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"
#include "ui/why/axes_text.h"
#include "ui/why/explanation_text.h"
#include "ui/why/rule_text.h"
#include "ui/why/speed_reasons.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QString why(const char* text) { return QCoreApplication::translate("Why", text); }

QString paragraph(const QString& text, const QString& style = {}) {
    return u"<p style='margin:0 0 6px 0;"_s + style + u"'>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

QString colour(const QColor& value) { return u"color:"_s + value.name() + u';'; }

QString partHeading(const PartReasons& reasons, ByteUnit unit) {
    return u"<p style='margin:10px 0 4px 0'><span style='color:"_s + partColour(reasons.part).name() +
           u"'>■</span> <b>"_s + partLabel(reasons.part).toHtmlEscaped() + u" · "_s +
           fineBytes(reasons.total.typical, unit).toHtmlEscaped() + u"</b></p>"_s;
}

QString cell(const QString& text, bool number = false) {
    // A unit keeps to its figure by itself; what is longer has lines, and a narrow drawer no bar for scrolling
    // sideways.
    const QString start = number ? u"<td align='right'>"_s : u"<td>"_s;
    return start + text.toHtmlEscaped() + u"</td>"_s;
}

QString operandTable(const Explanation& explanation, ByteUnit unit, bool dark) {
    const ThemeColours& colours = themeColours(dark);
    const QString shade = themePalette(dark).color(QPalette::AlternateBase).name();
    QString html = u"<table cellspacing='0' cellpadding='3' width='100%' style='margin:2px 0 8px 0'><tr style='"_s +
                   colour(colours.mutedText) + u"'>"_s + cell(why(QT_TRANSLATE_NOOP("Why", "Operand"))) +
                   cell(why(QT_TRANSLATE_NOOP("Why", "Value")), true) +
                   cell(why(QT_TRANSLATE_NOOP("Why", "Where it came from"))) + u"</tr>"_s;
    bool shaded = true;
    for (const Operand& operand : explanation.operands) {
        html += shaded ? u"<tr bgcolor='"_s + shade + u"'>"_s : u"<tr>"_s;
        html += cell(operandName(operand)) + cell(operandValue(operand, unit), true) + cell(operandOrigin(operand)) +
                u"</tr>"_s;
        shaded = !shaded;
    }
    return html + u"</table>"_s;
}

QString speedHtml(const SpeedParagraph& step, bool dark) {
    const QString shade = themePalette(dark).color(QPalette::AlternateBase).name();
    QString html = u"<p style='margin:10px 0 4px 0'><b>"_s + step.heading.toHtmlEscaped() + u"</b></p>"_s +
                   paragraph(step.sentence) +
                   u"<table cellspacing='0' cellpadding='3' width='100%' style='margin:2px 0 8px 0'>"_s;
    bool shaded = true;
    for (const SpeedShare& share : step.lines) {
        html += shaded ? u"<tr bgcolor='"_s + shade + u"'>"_s : u"<tr>"_s;
        html +=
            cell(share.name) + cell(share.amount, true) + cell(share.rate, true) + cell(share.time, true) + u"</tr>"_s;
        shaded = !shaded;
    }
    return html + u"</table>"_s;
}

QString explanationHtml(const Explanation& explanation, bool several, bool brief, ByteUnit unit, bool dark) {
    const ThemeColours& colours = themeColours(dark);
    QString html;
    if (const QString heading = explanationHeading(explanation, several); !heading.isEmpty()) {
        html += paragraph(heading, u"font-weight:600;"_s);
    }
    html += paragraph(formulaText(explanation, unit));
    if (brief) {
        return html;
    }
    const QString range = rangeText(explanation, unit);
    if (isPool(explanation)) {
        return html + operandTable(explanation, unit, dark); // a share that others leave: neither exact nor a range
    }
    if (range.isEmpty()) {
        //: a figure without a range; the number of bytes
        html += paragraph(substitute(why(QT_TRANSLATE_NOOP("Why", "Exact: %1 bytes.")),
                                     {formatTokens(explanation.result.typical.count())}),
                          colour(colours.mutedText));
    } else {
        html += paragraph(range, colour(colours.mutedText));
    }
    return html + operandTable(explanation, unit, dark);
}

/// Need, usable memory and what is left: what the verdict is made of.
QString balance(const Report& report, ByteUnit unit) {
    if (report.headroom < Bytes{}) {
        //: total, its range, usable memory, what is missing
        return substitute(why(QT_TRANSLATE_NOOP("Why", "Total %1 (%2), usable %3, %4 short on the fullest card.")),
                          {fineBytes(report.needTotal.typical, unit), formatRange(report.needTotal, unit),
                           fineBytes(report.usable, unit), fineBytes(Bytes{} - report.headroom, unit)});
    }
    //: total, its range, usable memory, what is left
    return substitute(why(QT_TRANSLATE_NOOP("Why", "Total %1 (%2), usable %3, left on the fullest card %4.")),
                      {fineBytes(report.needTotal.typical, unit), formatRange(report.needTotal, unit),
                       fineBytes(report.usable, unit), fineBytes(report.headroom, unit)});
}

/// How the need grows while one chats; empty where all of it is taken at start.
QString growth(const Report& report, ByteUnit unit) {
    if (!report.needFirst || report.needFirst->typical >= report.needTotal.typical) {
        return {};
    }
    return substitute(why(QT_TRANSLATE_NOOP("Why", "The cache grows while you chat: %1 at the first token, %2 when the "
                                                   "context is full.")),
                      {fineBytes(report.needFirst->typical, unit), fineBytes(report.needTotal.typical, unit)});
}

/// Why training and inference want different machines, the row's own side first.
QStringList purposeOf(const Row& row, const Scenario& scenario) {
    const Task task = scenarioOf(row, scenario).task;
    if (!taskOf(row) && task == Task::Inference) {
        return {};
    }
    QStringList sides{
        why(QT_TRANSLATE_NOOP("Why",
                              "Training computes forward and backward. It keeps weights, gradients, optimizer states "
                              "and the activations of all layers. It wants compute, memory, several GPUs and bandwidth "
                              "between them, and runs almost only on GPUs.")),
        why(QT_TRANSLATE_NOOP("Why",
                              "Inference computes forward only. It keeps weights, the KV cache and the activations of "
                              "the present step. It wants memory capacity first, then bandwidth and low latency, and "
                              "runs on GPUs, CPUs and machines with unified memory."))};
    if (task == Task::Inference) {
        sides.swapItemsAt(0, 1);
    }
    return sides;
}

} // namespace

WhyContent whyContent(const Snapshot& snapshot, std::size_t row, std::optional<MemoryPart> part,
                      const Catalog& catalog) {
    WhyContent content;
    content.brief = !part.has_value();
    if (row >= snapshot.rows.size() || !snapshot.resolved) {
        content.sentence = snapshot.problem ? errorText(*snapshot.problem) : QString();
        return content;
    }
    const Row& chosen = snapshot.rows[row];
    if (!chosen.report.ok()) {
        content.sentence = errorText(chosen.report.error());
        return content;
    }
    Result<Resolved> question = rowQuestion(chosen, snapshot, catalog);
    if (!question) {
        content.sentence = errorText(question.error());
        return content;
    }
    const Resolved resolved = std::move(question).value();
    content.sentence = blockingNote(chosen.report.value());
    content.purpose = purposeOf(chosen, snapshot.scenario);
    if (content.brief) {
        content.axes = axesText(snapshot, row, catalog);
        content.rule = inferenceRule(resolved);
    }
    content.scenario = resolved.scenario;
    if (content.brief && chosen.report->speed) {
        content.speed = explainSpeed(resolved);
    }
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        const auto each = static_cast<MemoryPart>(i);
        const auto total = chosen.report->need.get(each);
        if ((part && *part != each) || !total || total->high == Bytes{}) {
            continue;
        }
        content.parts.push_back({each, *total, explain(resolved, each)});
        if (each == MemoryPart::KvCache) {
            content.pool = explainPool(resolved);
        }
    }
    return content;
}

QString whyHtml(const WhyContent& content, const Row& row, ByteUnit unit, bool dark) {
    const ThemeColours& colours = themeColours(dark);
    QString html;
    for (const QString& side : content.purpose) {
        html += paragraph(side, colour(colours.mutedText));
    }
    if (!content.sentence.isEmpty()) {
        html += paragraph(content.sentence);
    }
    if (content.brief && row.report.ok() && !content.parts.empty()) {
        html += paragraph(balance(row.report.value(), unit));
        if (content.rule) {
            html += paragraph(inferenceRuleText(*content.rule, row.report->needTotal.typical, unit));
        }
    }
    if (!content.axes.isEmpty()) {
        html += paragraph(content.axes);
    }
    const bool cache = std::ranges::find(content.parts, MemoryPart::KvCache, &PartReasons::part) != content.parts.end();
    if (cache && row.report.ok()) {
        if (const QString text = growth(row.report.value(), unit); !text.isEmpty()) {
            html += paragraph(text);
        }
    }
    for (const PartReasons& reasons : content.parts) {
        html += partHeading(reasons, unit);
        for (const Explanation& explanation : reasons.explanations) {
            html += explanationHtml(explanation, reasons.explanations.size() > 1, content.brief, unit, dark);
        }
        if (reasons.part == MemoryPart::KvCache && content.pool) {
            html += explanationHtml(*content.pool, true, content.brief, unit, dark);
        }
    }
    if (content.speed && row.report.ok() && row.report->speed) {
        for (const SpeedParagraph& step : speedParagraphs(*content.speed, *row.report->speed, content.scenario, unit)) {
            html += speedHtml(step, dark);
        }
    }
    // Of the language: a mirrored window does not turn its sentences round.
    const QString direction = QLocale().textDirection() == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s;
    return u"<div dir='"_s + direction + u"' style='"_s + colour(colours.text) + u"'>"_s + html + u"</div>"_s;
}

} // namespace vram::ui
