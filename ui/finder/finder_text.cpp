// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finder_text.h"

#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

struct FinderText {
    Q_DECLARE_TR_FUNCTIONS(FinderText)
};

constexpr std::array kLicenceLabels{
    QT_TRANSLATE_NOOP("FinderText", "Open: any use"),
    QT_TRANSLATE_NOOP("FinderText", "Commercial use under conditions: read the licence"),
    QT_TRANSLATE_NOOP("FinderText", "Not for commercial use"),
};

/// Sentences in a row; a full-width stop brings its own gap.
QString joined(const QStringList& sentences) {
    QString text;
    for (const QString& sentence : sentences) {
        text += text.isEmpty() || text.endsWith(u'\u3002') ? sentence : QString(u' ' + sentence);
    }
    return text;
}

} // namespace

QString foundVerdict(std::optional<Verdict> verdict, std::int64_t gpuLayers, std::int64_t layers) {
    if (!verdict) {
        return u"…"_s;
    }
    Report report; // its words are those of the comparison
    report.verdict = *verdict;
    report.gpuLayers = gpuLayers;
    report.layersTotal = layers;
    const QString word = *verdict == Verdict::Offload && layers > 0 ? verdictLabel(report) : verdictLabel(*verdict);
    return verdictIcon(*verdict) + u' ' + word;
}

QString licenceKindLabel(LicenceKind kind) { return FinderText::tr(kLicenceLabels.at(static_cast<std::size_t>(kind))); }

QString priceText(double dollars) { return u"US$\u00A0"_s + QLocale().toString(dollars, 'f', 0); }

QString wattsText(double watts) { return QLocale().toString(watts, 'f', 0) + u"\u00A0W"_s; }

QString hardwareName(const HardwareRow& row, const Catalog& catalog) {
    QString card = rowLabel({catalog.gpus()[row.gpu].name, row.count});
    if (!row.instance) {
        return card;
    }
    const CloudInstance& instance = catalog.instances()[*row.instance];
    //: cloud, type of the machine, its GPUs
    return substitute(FinderText::tr("%1 %2 (%3)"), {shownText(instance.cloud), shownText(instance.type), card});
}

QString modelsSummary(const ModelsFound& found, const Catalog& catalog) {
    const auto fits = [](const FinderRow& row) { return row.verdict && *row.verdict <= Verdict::Tight; };
    if (found.rows.empty()) {
        return FinderText::tr("No model meets these conditions on this machine.");
    }
    QStringList lines{FinderText::tr("%n row(s) found.", nullptr, static_cast<int>(found.rows.size()))};
    const FinderRow* largest = nullptr;
    for (const FinderRow& row : found.rows) {
        const auto size = [&](const FinderRow& each) { return catalog.models()[each.model].parameters; };
        if (fits(row) && (largest == nullptr || size(row) > size(*largest))) {
            largest = &row;
        }
    }
    if (largest != nullptr) {
        const CatalogModel& model = catalog.models()[largest->model];
        //: the model, its format, its parameters
        lines += substitute(
            FinderText::tr("Largest that fits: %1 in %2 (%3)."),
            {shownText(model.name), shownText(found.formats[largest->format].id), formatParameters(model.parameters)});
    }
    return joined(lines);
}

QString hardwareSummary(const HardwareTable& table, const Catalog& catalog) {
    const HardwarePicks picks = picksOf(table);
    if (!picks.smallest) {
        return FinderText::tr(
            "No GPU of the catalogue holds this question on its own memory, not even eight of a kind.");
    }
    const auto row = [&table](const std::optional<std::size_t>& index) -> const HardwareRow& {
        return table.rows[*index];
    };
    QStringList lines{
        substitute(FinderText::tr("Smallest that fits: %1."), {hardwareName(row(picks.smallest), catalog)})};
    if (picks.cheapest) {
        lines += substitute(FinderText::tr("Cheapest that fits: %1, launch price %2."),
                            {hardwareName(row(picks.cheapest), catalog), priceText(*row(picks.cheapest).price)});
    }
    if (picks.mostEfficient) {
        lines += substitute(FinderText::tr("Most tokens for each watt: %1."),
                            {hardwareName(row(picks.mostEfficient), catalog)});
    }
    if (picks.instance) {
        lines +=
            substitute(FinderText::tr("Smallest cloud machine: %1."), {hardwareName(row(picks.instance), catalog)});
    }
    if (picks.unpriced > 0) {
        lines +=
            substitute(FinderText::tr("%1 of the %2 cards that fit alone have no known price."),
                       {QLocale().toString(qulonglong{picks.unpriced}), QLocale().toString(qulonglong{picks.fitting})});
    }
    return joined(lines);
}

} // namespace vram::ui
