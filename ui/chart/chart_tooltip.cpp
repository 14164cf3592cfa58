// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_tooltip.h"

#include "ui/text/labels.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QStringList>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kNoBreakSpace(0x00A0);

QString table(const QString& title, const QList<std::pair<QString, QString>>& lines) {
    QString html =
        u"<p style='white-space:pre; margin:0'><b>"_s + title.toHtmlEscaped() + u"</b></p><table cellspacing='0'>"_s;
    for (const auto& [name, value] : lines) {
        html += u"<tr><td style='white-space:pre; padding-right:12px'>"_s + name.toHtmlEscaped() +
                u"</td><td align='right' style='white-space:pre'>"_s + value.toHtmlEscaped() + u"</td></tr>"_s;
    }
    return html + u"</table>"_s;
}

QString swatch(MemoryPart part) { return u"<span style='color:"_s + partColour(part).name() + u"'>■</span> "_s; }

double share(Bytes part, Bytes whole) {
    return whole > Bytes{} ? static_cast<double>(part.count()) / static_cast<double>(whole.count()) : 0;
}

QString withRange(const ByteRange& bytes, ByteUnit unit) {
    const QString typical = formatBytes(bytes.typical, unit);
    const QString range = formatRange(bytes, unit);
    //: a figure and the range that it lies in
    return typical == range ? typical : QCoreApplication::translate("Chart", "%1 (%2)").arg(typical, range);
}

QString memoryName(const BarChartData& data, const ChartRow& row) {
    if (!row.hasBar() || row.usable <= Bytes{}) {
        //: screen reader: row name, verdict
        return substitute(QCoreApplication::translate("Chart", "%1, %2"), {row.label, row.verdictText});
    }
    const QString usable = formatBytes(row.usable, data.unit);
    QString need = row.totalText;
    // "20.5 of 23.5 GiB": the unit once where it is the same.
    if (need.section(kNoBreakSpace, 1) == usable.section(kNoBreakSpace, 1)) {
        need = need.section(kNoBreakSpace, 0, 0);
    }
    //: screen reader: row name, verdict, need, usable memory ("RTX 4090 24 GB, Fits, 20.5 of 23.5 GiB")
    return substitute(QCoreApplication::translate("Chart", "%1, %2, %3 of %4"),
                      {row.label, row.verdictText, need, usable});
}

} // namespace

QString segmentToolTip(const BarChartData& data, const SegmentPosition& position) {
    const ChartRow& row = data.rows.at(position.row);
    const auto bytes = row.need.get(position.part);
    if (!bytes) {
        return {};
    }
    QList<std::pair<QString, QString>> lines{
        {QCoreApplication::translate("Chart", "Size"), withRange(*bytes, data.unit)},
        {QCoreApplication::translate("Chart", "Share of the need"),
         formatPercent(share(bytes->typical, row.total.typical))},
    };
    if (row.usable > Bytes{}) {
        lines += {QCoreApplication::translate("Chart", "Share of the usable memory"),
                  formatPercent(share(bytes->typical, row.usable))};
    }
    return swatch(position.part) + table(partLabel(position.part) + u" · "_s + row.label, lines);
}

QString rowToolTip(const BarChartData& data, std::size_t index) {
    const ChartRow& row = data.rows.at(index);
    const QString title = row.fullName.isEmpty() ? row.label : row.fullName;
    if (!row.hasBar()) {
        return table(title, {{row.verdictText, QString()}}) + u"<p>"_s + row.sentence.toHtmlEscaped() + u"</p>"_s;
    }
    QList<std::pair<QString, QString>> lines;
    for (const MemoryPart part : data.parts) {
        if (const auto bytes = row.need.get(part)) {
            lines += {partLabel(part), withRange(*bytes, data.unit)};
        }
    }
    lines += {QCoreApplication::translate("Chart", "Need"), withRange(row.total, data.unit)};
    if (row.first && *row.first < row.total.typical) {
        lines += {QCoreApplication::translate("Chart", "At the first token"), formatBytes(*row.first, data.unit)};
        lines += {QCoreApplication::translate("Chart", "At full context"), formatBytes(row.total.typical, data.unit)};
    }
    if (row.usable > Bytes{}) {
        lines += {QCoreApplication::translate("Chart", "Usable memory"), formatBytes(row.usable, data.unit)};
    }
    lines += {QCoreApplication::translate("Chart", "Verdict"), row.verdictText};
    for (const auto& line : row.speedLines) {
        lines += line;
    }
    return table(title, lines);
}

QString rowName(const BarChartData& data, std::size_t index) {
    const ChartRow& row = data.rows.at(index);
    QString name = memoryName(data, row);
    if (row.speedText.isEmpty()) {
        return name;
    }
    //: screen reader: what is said of a row's memory, its speed ("RTX 4090 24 GB, Fits, 20.5 of 23.5 GiB, 52 tok/s")
    const QString both = substitute(QCoreApplication::translate("Chart", "%1, %2"), {name, row.speedText});
    return row.target ? substitute(QCoreApplication::translate("Chart", "%1, %2"), {both, row.target->word}) : both;
}

QString rowSummary(const BarChartData& data, std::size_t index) {
    const ChartRow& row = data.rows.at(index);
    if (!row.hasBar()) {
        //: screen reader: row name, verdict, reason
        return substitute(QCoreApplication::translate("Chart", "%1: %2. %3"),
                          {row.label, row.verdictText, row.sentence});
    }
    QStringList parts;
    for (const MemoryPart part : data.parts) {
        if (row.need.typical(part) > Bytes{}) {
            parts += QCoreApplication::translate("Chart", "%1 %2")
                         .arg(partLabel(part), formatBytes(row.need.typical(part), data.unit));
        }
    }
    if (!row.speedText.isEmpty()) {
        for (const auto& [name, value] : row.speedLines) {
            parts += QCoreApplication::translate("Chart", "%1 %2").arg(name, value);
        }
    }
    //: screen reader: row name, verdict, need, usable memory, list of parts
    return substitute(QCoreApplication::translate("Chart", "%1: %2. Needs %3 of %4. %5."),
                      {row.label, row.verdictText, row.totalText, formatBytes(row.usable, data.unit),
                       parts.join(QCoreApplication::translate("Error", ", "))});
}

} // namespace vram::ui
