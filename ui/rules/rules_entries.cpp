// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rules_entries.h"

#include "ui/rules/rules_text.h"
#include "ui/text/labels.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kNoBreakSpace(0x00A0);
constexpr QChar kEnDash(0x2013);

QString rules(const char* text) { return QCoreApplication::translate("Rules", text); }

struct Words {
    Verdict sign;
    const char* text;
};
// By Agreement: of a rule's figure, of a recommendation, of a claim.
constexpr std::array kOfRule{Words{Verdict::Fits, QT_TRANSLATE_NOOP("Rules", "Agrees")},
                             Words{Verdict::No, QT_TRANSLATE_NOOP("Rules", "More than the rule")},
                             Words{Verdict::Tight, QT_TRANSLATE_NOOP("Rules", "Less than the rule")}};
constexpr std::array kOfRecommendation{Words{Verdict::Fits, QT_TRANSLATE_NOOP("Rules", "Agrees")},
                                       Words{Verdict::No, QT_TRANSLATE_NOOP("Rules", "Recommended too little")},
                                       Words{Verdict::Tight, QT_TRANSLATE_NOOP("Rules", "Generous")}};
constexpr std::array kOfClaim{Words{Verdict::Fits, QT_TRANSLATE_NOOP("Rules", "Agrees")},
                              Words{Verdict::No, QT_TRANSLATE_NOOP("Rules", "Promises too much")},
                              Words{Verdict::Tight, QT_TRANSLATE_NOOP("Rules", "Better than said")}};

void agree(RulesEntry& entry, const std::array<Words, 3>& words, Agreement agreement) {
    const Words& chosen = words.at(static_cast<std::size_t>(agreement));
    entry.sign = chosen.sign;
    entry.agreement = rules(chosen.text);
}

/// What is behind a disagreement, each with the figure that there would be without it.
QString why(const std::vector<RuleExplanation>& reasons, const std::function<QString(double)>& value) {
    QString text;
    for (const RuleExplanation& each : reasons) {
        //: a reason why the program's figure is another than a rule's; the figure without that effect
        const QString reason = substitute(rules(QT_TRANSLATE_NOOP("Rules", "%1 (without it: %2)")),
                                          {ruleReasonText(each.reason), value(each.without)});
        //: two reasons, one after the other
        text = text.isEmpty() ? reason : substitute(rules(QT_TRANSLATE_NOOP("Rules", "%1; %2")), {text, reason});
    }
    if (!text.isEmpty()) {
        text[0] = text.at(0).toUpper();
    }
    return text;
}

std::function<QString(double)> asBytes(ByteUnit unit) {
    return [unit](double bytes) { return formatBytes(Bytes::fromDouble(bytes), unit); };
}

/// "8 GB", "2× 24 GB".
QString sizeOf(std::int64_t count, double gib) {
    const QString one = formatCapacity(Bytes::fromGiB(std::round(gib)));
    return count > 1 ? QString(formatTokens(count) + u'×' + kNoBreakSpace + one) : one;
}

RulesEntry ruleEntry(const RuleRow& row, const Catalog& catalog) {
    RulesEntry entry;
    entry.what = ruleName(row.rule->id);
    entry.conditions = ruleConditions(row.scenario, catalog);
    entry.said = ruleRange(*row.rule);
    const auto value = [unit = row.rule->unit](double figure) { return ruleValue(unit, figure); };
    entry.found = value(row.figure);
    agree(entry, kOfRule, row.agreement);
    entry.why = why(row.reasons, value);
    entry.scenario = row.scenario;
    return entry;
}

RulesEntry claimEntry(const ClaimRow& row, const Catalog& catalog, ByteUnit unit) {
    RulesEntry entry;
    //: size of a card, what is run on it: "8 GB: 7B, INT4 inference"
    entry.what =
        substitute(rules(QT_TRANSLATE_NOOP("Rules", "%1: %2")),
                   {sizeOf(row.scenario.machine.gpus.front().count, row.claim->cardGib), ruleSubject(row.claim->id)});
    entry.conditions = ruleConditions(row.scenario, catalog);
    entry.said = claimText(row.claim->claim);
    //: verdict, upper end of the need, usable memory: "Tight: 15.1 of 15.9 GiB"
    entry.found = substitute(rules(QT_TRANSLATE_NOOP("Rules", "%1: %2 of %3")),
                             {verdictLabel(row.verdict), formatBytesNumber(row.need, unit),
                              QString(formatBytesNumber(row.usable, unit) + kNoBreakSpace + unitName(unit))});
    agree(entry, kOfClaim, row.agreement);
    entry.why = why(row.reasons, asBytes(unit));
    entry.scenario = row.scenario;
    return entry;
}

RulesEntry referenceEntry(const ReferenceRow& row, const Catalog& catalog, ByteUnit unit) {
    RulesEntry entry;
    entry.what = ruleSubject(row.recommendation->id);
    entry.conditions = ruleConditions(row.scenario, catalog);
    const QString low = ruleNumber(row.recommendation->lowGib);
    entry.said =
        row.recommendation->highGib
            ? QString(low + kEnDash + ruleNumber(*row.recommendation->highGib) + kNoBreakSpace + u"GB"_s)
            //: memory of a card: "60 GB and more"
            : substitute(rules(QT_TRANSLATE_NOOP("Rules", "%1 and more")), {QString(low + kNoBreakSpace + u"GB"_s)});
    const QString need = formatBytes(row.need.typical, unit);
    if (row.smallestFits) {
        const SizeVerdict& size = row.sizes[*row.smallestFits];
        const double each = size.capacity.toGiB() / static_cast<double>(size.size.count);
        //: the need, the smallest usual card that holds it with a margin: "6.3 GiB; fits on 12 GB"
        entry.found =
            substitute(rules(QT_TRANSLATE_NOOP("Rules", "%1; fits on %2")), {need, sizeOf(size.size.count, each)});
    } else {
        entry.found = need;
    }
    agree(entry, kOfRecommendation, row.agreement);
    entry.why = why(row.reasons, asBytes(unit));
    if (!entry.why.isEmpty()) {
        //: reasons; what the figures in them are
        entry.why =
            substitute(rules(QT_TRANSLATE_NOOP("Rules", "%1. The figures are card sizes; as it is, it takes %2.")),
                       {entry.why, formatBytes(row.agreement == Agreement::Above ? row.tight : row.comfortable, unit)});
    }
    entry.scenario = row.scenario;
    return entry;
}

RulesEntry contestEntry(const ContestRow& row, bool largest, const Catalog& catalog) {
    RulesEntry entry;
    //: a card: its name, its memory, its number of cores
    entry.what = substitute(
        rules(QT_TRANSLATE_NOOP("Rules", "%1: %2, %3 cores")),
        {shortGpuName(QString::fromStdString(row.card)), formatCapacity(row.memory), formatTokens(row.cores)});
    entry.conditions = ruleConditions(row.scenario, catalog);
    entry.said = largest ? rules(QT_TRANSLATE_NOOP("Rules", "wins with more memory"))
                         : rules(QT_TRANSLATE_NOOP("Rules", "loses in spite of its cores"));
    entry.found = row.tokensPerSecond
                      //: verdict, speed: "Fits: 63 tok/s"
                      ? substitute(rules(QT_TRANSLATE_NOOP("Rules", "%1: %2")),
                                   {verdictLabel(row.verdict), formatSpeed(*row.tokensPerSecond)})
                      : verdictLabel(row.verdict);
    agree(entry, kOfClaim, row.wins == largest ? Agreement::Within : largest ? Agreement::Above : Agreement::Below);
    entry.scenario = row.scenario;
    return entry;
}

} // namespace

std::vector<RulesEntry> rulesEntries(RulesTab tab, const RuleTables& tables, const Catalog& catalog, ByteUnit unit) {
    std::vector<RulesEntry> entries;
    switch (tab) {
    case RulesTab::Rules:
        for (const RuleRow& row : tables.rules) {
            entries.push_back(ruleEntry(row, catalog));
        }
        break;
    case RulesTab::Reference:
        for (const ReferenceRow& row : tables.reference) {
            entries.push_back(referenceEntry(row, catalog, unit));
            for (const ClaimRow& remark : row.remarks) {
                entries.push_back(claimEntry(remark, catalog, unit));
            }
        }
        break;
    case RulesTab::Cards: {
        for (const ClaimRow& row : tables.cards) {
            entries.push_back(claimEntry(row, catalog, unit));
        }
        const auto largest = std::ranges::max_element(tables.contest, {}, &ContestRow::memory);
        for (const ContestRow& row : tables.contest) {
            entries.push_back(contestEntry(row, &row == &*largest, catalog));
        }
        break;
    }
    }
    return entries;
}

QString rulesTabName(RulesTab tab) {
    constexpr std::array<const char*, kRulesTabs> kNames{QT_TRANSLATE_NOOP("Rules", "&Rules"),
                                                         QT_TRANSLATE_NOOP("Rules", "Reference &table"),
                                                         QT_TRANSLATE_NOOP("Rules", "What a card is &good for")};
    return rules(kNames.at(static_cast<std::size_t>(tab)));
}

std::array<QString, kRulesColumns> rulesHeadings(RulesTab tab) {
    constexpr std::array<std::array<const char*, 2>, kRulesTabs> kFirst{{
        {QT_TRANSLATE_NOOP("Rules", "Rule"), QT_TRANSLATE_NOOP("Rules", "The rule")},
        {QT_TRANSLATE_NOOP("Rules", "Model and use"), QT_TRANSLATE_NOOP("Rules", "Recommended")},
        {QT_TRANSLATE_NOOP("Rules", "Card and use"), QT_TRANSLATE_NOOP("Rules", "Said to be")},
    }};
    const auto& own = kFirst.at(static_cast<std::size_t>(tab));
    return {rules(own[0]),
            rules(QT_TRANSLATE_NOOP("Rules", "Conditions")),
            rules(own[1]),
            rules(QT_TRANSLATE_NOOP("Rules", "This program")),
            rules(QT_TRANSLATE_NOOP("Rules", "Agreement")),
            rules(QT_TRANSLATE_NOOP("Rules", "Why"))};
}

} // namespace vram::ui
