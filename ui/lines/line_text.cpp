// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lines/line_text.h"

#include "ui/lines/line_geometry.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QString words(const char* text) { return QCoreApplication::translate("Lines", text); }

QString commaList(const QStringList& items) { return items.join(QCoreApplication::translate("Error", ", ")); }

} // namespace

QString lineValue(const LineChartData& data, std::int64_t value) {
    const QString count = formatTokens(value);
    if (data.axis == SeriesAxis::Context) {
        return substitute(words(QT_TRANSLATE_NOOP("Lines", "%1 tokens")), {count});
    }
    if (data.trains) {
        return substitute(words(QT_TRANSLATE_NOOP("Lines", "micro-batch %1")), {count});
    }
    return QCoreApplication::translate("CountRow", "%n sequence(s)", nullptr, static_cast<int>(value));
}

QString lineSentence(const LineChartData& data, const SeriesPoint& point) {
    //: a value of the axis, the need there, the verdict: "8,192 tokens: 10.4 GiB, Fits"
    return substitute(
        words(QT_TRANSLATE_NOOP("Lines", "%1: %2, %3")),
        {lineValue(data, point.value), formatBytes(point.total.typical, data.unit), verdictLabel(point.verdict)});
}

QString lineToolTip(const LineChartData& data, const SeriesPoint& point) {
    QString html = u"<p style='white-space:pre; margin:0'><b>"_s + lineValue(data, point.value).toHtmlEscaped() +
                   u"</b></p><table cellspacing='0'>"_s;
    const auto line = [&html](const QString& name, const QString& value, const QString& swatch = {}) {
        html += u"<tr><td style='white-space:pre; padding-right:12px'>"_s + swatch + name.toHtmlEscaped() +
                u"</td><td align='right' style='white-space:pre'>"_s + value.toHtmlEscaped() + u"</td></tr>"_s;
    };
    for (auto part = data.parts.rbegin(); part != data.parts.rend(); ++part) { // as the areas lie
        line(partLabel(*part), formatBytes(point.need.typical(*part), data.unit),
             u"<span style='color:"_s + partColour(*part).name() + u"'>■</span> "_s);
    }
    const QString typical = formatBytes(point.total.typical, data.unit);
    const QString range = formatRange(point.total, data.unit);
    line(QCoreApplication::translate("Chart", "Need"),
         typical == range ? typical : substitute(QCoreApplication::translate("Chart", "%1 (%2)"), {typical, range}));
    line(QCoreApplication::translate("Chart", "Verdict"), verdictLabel(point.verdict));
    return html + u"</table>"_s;
}

QString partFigure(const LineChartData& data, const SeriesPoint& point, MemoryPart part) {
    //: legend: a part of the memory and its size at the value that is looked at
    return substitute(words(QT_TRANSLATE_NOOP("Lines", "%1 %2")),
                      {partLabel(part), formatBytes(point.need.typical(part), data.unit)});
}

QString markSentence(const LineChartData& data, const CapacityMark& mark) {
    const QString names = commaList(mark.names);
    const QString usable = formatBytes(mark.usable, data.unit);
    if (!mark.known) {
        return substitute(words(QT_TRANSLATE_NOOP("Lines", "%1: %2 usable")), {names, usable});
    }
    if (!mark.held) {
        return substitute(words(QT_TRANSLATE_NOOP("Lines", "%1: %2 usable, too little for any value")),
                          {names, usable});
    }
    if (*mark.held >= data.span.last) {
        return substitute(words(QT_TRANSLATE_NOOP("Lines", "%1: %2 usable, enough for the whole axis")),
                          {names, usable});
    }
    return substitute(words(QT_TRANSLATE_NOOP("Lines", "%1: %2 usable, enough up to %3")),
                      {names, usable, lineValue(data, *mark.held)});
}

QString crossingText(const LineChartData& data, const CapacityMark& mark) {
    if (!mark.held || *mark.held >= data.span.last || *mark.held < data.span.first) {
        return {};
    }
    //: where the need crosses a card's memory: the memory, the value of the axis ("24 GB: 41K")
    return substitute(words(QT_TRANSLATE_NOOP("Lines", "%1: %2")),
                      {formatCapacity(mark.capacity), shortCount(*mark.held)});
}

QString lineSummary(const LineChartData& data) {
    if (!data.hasLines()) {
        return data.sentence;
    }
    QStringList sentences{
        substitute(words(QT_TRANSLATE_NOOP("Lines", "%1. From %2 to %3 the need grows from %4 to %5.")),
                   {data.subject, lineValue(data, data.points.front().value), lineValue(data, data.points.back().value),
                    formatBytes(data.points.front().total.typical, data.unit),
                    formatBytes(data.points.back().total.typical, data.unit)})};
    if (const CapacityMark* const own = data.focusedMark()) {
        sentences += substitute(words(QT_TRANSLATE_NOOP("Lines", "%1.")), {markSentence(data, *own)});
    }
    return sentences.join(u' ');
}

} // namespace vram::ui
