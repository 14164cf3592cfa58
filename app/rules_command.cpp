// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules_command.h"

#include "app/rules_english.h"
#include "core/scenario/scenario_json.h"
#include "core/units/utf8.h"

#include <array>

namespace vram::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kUnits{"bytes per parameter", "GB", "times", "share"};

Json reasonsToJson(const std::vector<RuleExplanation>& reasons) {
    Json list = Json::array();
    for (const RuleExplanation& each : reasons) {
        list.push_back(
            {{"code", ruleReasonId(each.reason)}, {"without", each.without}, {"text", reasonSentence(each.reason)}});
    }
    return list;
}

Json claimToJson(const ClaimRow& row) {
    const GpuChoice& card = row.scenario.machine.gpus.front();
    return {{"subject", row.claim->id},
            {"card_gib", row.claim->cardGib},
            {"cards", card.count},
            {"claim", claimId(row.claim->claim)},
            {"card", card.name},
            {"scenario", scenarioToJson(row.scenario)},
            {"verdict", verdictId(row.verdict)},
            {"need_high", row.need.count()},
            {"usable", row.usable.count()},
            {"agreement", agreementId(row.agreement)},
            {"reasons", reasonsToJson(row.reasons)}};
}

Json referenceToJson(const ReferenceRow& row) {
    Json sizes = Json::array();
    for (const SizeVerdict& each : row.sizes) {
        sizes.push_back({{"card", each.size.card},
                         {"count", each.size.count},
                         {"capacity", each.capacity.count()},
                         {"verdict", verdictId(each.verdict)}});
    }
    Json remarks = Json::array();
    for (const ClaimRow& remark : row.remarks) {
        remarks.push_back(claimToJson(remark));
    }
    Json json{{"subject", row.recommendation->id}, {"low_gib", row.recommendation->lowGib}};
    if (row.recommendation->highGib) {
        json["high_gib"] = *row.recommendation->highGib;
    }
    json["scenario"] = scenarioToJson(row.scenario);
    json["need"] = row.need.typical.count();
    json["need_high"] = row.need.high.count();
    json["tight_card"] = row.tight.count();
    json["comfortable_card"] = row.comfortable.count();
    json["sizes"] = std::move(sizes);
    if (row.smallestFits) {
        json["smallest_fits"] = *row.smallestFits;
    }
    json["agreement"] = agreementId(row.agreement);
    json["reasons"] = reasonsToJson(row.reasons);
    json["remarks"] = std::move(remarks);
    return json;
}

std::string line(std::initializer_list<std::string> cells) {
    std::string text = "|";
    for (const std::string& cell : cells) {
        text += " " + cell + " |";
    }
    return text + "\n";
}

std::string header(std::initializer_list<std::string> cells) {
    std::string text = line(cells) + "|";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        text += "---|";
    }
    return text + "\n";
}

std::string gib(double bytes) { return shortNumber(bytes / (1024.0 * 1024 * 1024)); }
std::string gib(Bytes bytes) { return gib(static_cast<double>(bytes.count())); }

/// "grouped-query attention: a small cache (without: 1.5 ×)".
template <typename Value>
std::string why(const std::vector<RuleExplanation>& reasons, Value value) {
    std::string text;
    for (const RuleExplanation& each : reasons) {
        text += (text.empty() ? "" : "; ") + std::string(reasonSentence(each.reason)) +
                " (without: " + value(each.without) + ")";
    }
    return text;
}

std::string claimMarkdown(const std::string& what, const ClaimRow& row, const Catalog& catalog) {
    constexpr std::array<std::string_view, 3> kWords{"as it says", "says too much", "says too little"};
    const GpuChoice& card = row.scenario.machine.gpus.front();
    const std::string count = card.count > 1 ? std::to_string(card.count) + "× " : "";
    return line({count + shortNumber(row.claim->cardGib) + " GB",
                 what + ": " + std::string(claimWord(row.claim->claim)), conditionsLine(row.scenario, catalog),
                 std::string(verdictId(row.verdict)) + ": " + gib(row.need) + " of " + gib(row.usable) + " GiB",
                 std::string(kWords.at(static_cast<std::size_t>(row.agreement))),
                 why(row.reasons, [](double bytes) { return gib(bytes) + " GiB"; })});
}

std::string rulesMarkdown(const RuleTables& tables, const Catalog& catalog) {
    std::string text = header({"rule", "conditions", "rule's figure", "this program", "agreement", "why"});
    for (const RuleRow& row : tables.rules) {
        const auto value = [unit = row.rule->unit](double figure) { return ruleValue(unit, figure); };
        text +=
            line({std::string(ruleSentence(row.rule->id)), conditionsLine(row.scenario, catalog), ruleRange(*row.rule),
                  value(row.figure), std::string(agreementId(row.agreement)), why(row.reasons, value)});
    }
    return text;
}

std::string referenceMarkdown(const RuleTables& tables, const Catalog& catalog) {
    constexpr std::array<std::string_view, 3> kWords{"agrees", "too small", "generous"};
    std::string text = header({"model and use", "conditions", "recommended", "need", "card: tight, comfortable",
                               "smallest usual card that fits", "recommendation", "why"});
    for (const ReferenceRow& row : tables.reference) {
        const Recommendation& said = *row.recommendation;
        std::string fits = "none of these";
        if (row.smallestFits) {
            const SizeVerdict& size = row.sizes[*row.smallestFits];
            fits = (size.size.count > 1 ? std::to_string(size.size.count) + "× " : "") +
                   gib(static_cast<double>(size.capacity.count()) / static_cast<double>(size.size.count)) + " GB";
        }
        text += line({std::string(subjectName(said.id)), conditionsLine(row.scenario, catalog),
                      said.highGib ? shortNumber(said.lowGib) + "–" + shortNumber(*said.highGib) + " GB"
                                   : shortNumber(said.lowGib) + " GB and more",
                      gib(row.need.typical) + " GiB", gib(row.tight) + ", " + gib(row.comfortable) + " GiB", fits,
                      std::string(kWords.at(static_cast<std::size_t>(row.agreement))),
                      why(row.reasons, [](double bytes) { return gib(bytes) + " GiB"; })});
    }
    return text;
}

} // namespace

Json rulesToJson(const RuleTables& tables) {
    Json rules = Json::array();
    for (const RuleRow& row : tables.rules) {
        rules.push_back({{"rule", row.rule->id},
                         {"text", ruleSentence(row.rule->id)},
                         {"unit", kUnits.at(static_cast<std::size_t>(row.rule->unit))},
                         {"low", row.rule->low},
                         {"high", row.rule->high},
                         {"scenario", scenarioToJson(row.scenario)},
                         {"figure", row.figure},
                         {"agreement", agreementId(row.agreement)},
                         {"reasons", reasonsToJson(row.reasons)}});
    }
    Json reference = Json::array();
    for (const ReferenceRow& row : tables.reference) {
        reference.push_back(referenceToJson(row));
    }
    Json cards = Json::array();
    for (const ClaimRow& row : tables.cards) {
        cards.push_back(claimToJson(row));
    }
    Json contest = Json::array();
    for (const ContestRow& row : tables.contest) {
        Json each{{"card", row.card},
                  {"cores", row.cores},
                  {"memory", row.memory.count()},
                  {"scenario", scenarioToJson(row.scenario)},
                  {"verdict", verdictId(row.verdict)},
                  {"wins", row.wins}};
        if (row.tokensPerSecond) {
            each["decode_tok_s"] = *row.tokensPerSecond;
        }
        contest.push_back(std::move(each));
    }
    return {{"rules", std::move(rules)},
            {"reference", std::move(reference)},
            {"cards", std::move(cards)},
            {"contest", std::move(contest)}};
}

std::string rulesToMarkdown(const RuleTables& tables, const Catalog& catalog) {
    std::string text = "### Rules\n\n" + rulesMarkdown(tables, catalog) + "\n### Reference table\n\n" +
                       referenceMarkdown(tables, catalog) + "\n### Its remarks\n\n";
    const std::string claims = header({"card", "claim", "conditions", "this program", "agreement", "why"});
    text += claims;
    for (const ReferenceRow& row : tables.reference) {
        for (const ClaimRow& remark : row.remarks) {
            text += claimMarkdown(std::string(subjectName(remark.claim->id)), remark, catalog);
        }
    }
    text += "\n### What a card is good for\n\n" + claims;
    for (const ClaimRow& row : tables.cards) {
        text += claimMarkdown(std::string(subjectName(row.claim->id)), row, catalog);
    }
    text += "\n### Cores against memory\n\n" +
            header({"card", "cores", "memory", "conditions", "verdict", "tokens a second", ""});
    for (const ContestRow& row : tables.contest) {
        text += line({visibleText(row.card), std::to_string(row.cores), gib(row.memory) + " GB",
                      conditionsLine(row.scenario, catalog), std::string(verdictId(row.verdict)),
                      row.tokensPerSecond ? shortNumber(*row.tokensPerSecond) : "unknown", row.wins ? "wins" : ""});
    }
    return text;
}

} // namespace vram::cli
