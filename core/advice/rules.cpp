// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/rules.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

namespace vram {

namespace {

constexpr double kNearEnough = 0.05; ///< of a rule that names one figure
constexpr std::size_t kMostReasons = 2;
constexpr double kBytesOfGib = 1024.0 * 1024 * 1024;

/// Sizes that people choose among, each by a card that is usual today.
constexpr std::array kCardSizes{
    CardSize{"RTX 3050 6GB"},      CardSize{"RTX 4060"},       CardSize{"RTX 3060 12GB"},
    CardSize{"RTX 4060 Ti 16GB"},  CardSize{"RTX 4090"},       CardSize{"RTX 5090"},
    CardSize{"RTX 6000 Ada"},      CardSize{"A100 SXM4 80GB"}, CardSize{"A100 SXM4 80GB", 2},
    CardSize{"A100 SXM4 80GB", 4},
};

/// Compared in the window: the card of the question between the sizes below and above it.
Scenario amongSizes(Scenario scenario) {
    const GpuChoice own = scenario.machine.gpus.front();
    const auto* const size = std::ranges::find_if(
        kCardSizes, [&own](const CardSize& each) { return each.card == own.name && each.count == own.count; });
    if (size == kCardSizes.end()) {
        return scenario;
    }
    scenario.view.rows.clear();
    const auto add = [&scenario](const CardSize& each) {
        scenario.view.rows.push_back({std::string(each.card), each.count});
    };
    if (size != kCardSizes.begin()) {
        add(*std::prev(size));
    }
    add(*size);
    if (std::next(size) != kCardSizes.end()) {
        add(*std::next(size));
    }
    return scenario;
}

double measured(RuleMeasureKind kind, const RuleTerms& terms, const RuleTerms& compared) {
    switch (kind) {
    case RuleMeasureKind::BytesPerParameter:
        return terms.tensors / terms.parameters;
    case RuleMeasureKind::Weights:
        return terms.tensors / 1e9;
    case RuleMeasureKind::ActivationsOfWeights:
        return terms.activations / terms.tensors;
    case RuleMeasureKind::NeedOfWeights:
        return terms.total() / terms.tensors;
    case RuleMeasureKind::NeedOfShort:
        return terms.total() / compared.total();
    case RuleMeasureKind::CacheOfOne:
        return terms.cache / compared.cache;
    case RuleMeasureKind::TrainingOfInference:
        return terms.total() / (terms.tensors * ruleFigure("inference").high);
    case RuleMeasureKind::PartsOfWeights:
        return (terms.activations + terms.gradients + terms.optimizer) / terms.tensors;
    case RuleMeasureKind::OptimizerOfWeights:
        return terms.optimizer / terms.tensors;
    case RuleMeasureKind::Margin:
        return terms.highOfTypical / (1 - terms.marginShare) - 1;
    }
    return 0;
}

using enum RuleReason;
constexpr std::array kOfWeights{BlockScales, PreciseTensors, ParameterCount};
constexpr std::array kOfShares{GroupedCache, FullCache, PromptInSteps, LongContext};
constexpr std::array kOfGrowth{GroupedCache, FullCache, SixteenBitCache};
constexpr std::array kOfTraining{Checkpointing, Vocabulary, OneSequence, FrozenBase, SmallStates, PureSixteenBit};
constexpr std::array kOfCards{BlockScales, PreciseTensors, ParameterCount,  LargestOfSpan, GroupedCache,
                              FullCache,   Checkpointing,  RuntimeOverhead, Vocabulary};
constexpr std::array kOfMargin{RuntimeKnown};

/// What can be behind a disagreement about this figure.
std::span<const RuleReason> candidates(RuleMeasureKind kind) {
    switch (kind) {
    case RuleMeasureKind::BytesPerParameter:
    case RuleMeasureKind::Weights:
        return kOfWeights;
    case RuleMeasureKind::ActivationsOfWeights:
    case RuleMeasureKind::NeedOfWeights:
        return kOfShares;
    case RuleMeasureKind::NeedOfShort:
    case RuleMeasureKind::CacheOfOne:
        return kOfGrowth;
    case RuleMeasureKind::TrainingOfInference:
    case RuleMeasureKind::PartsOfWeights:
    case RuleMeasureKind::OptimizerOfWeights:
        return kOfTraining;
    case RuleMeasureKind::Margin:
        return kOfMargin;
    }
    return {};
}

/// The question that a rule's figure is compared with; nothing where it is compared with none.
std::optional<Scenario> comparedWith(RuleMeasureKind kind, Scenario scenario) {
    if (kind == RuleMeasureKind::NeedOfShort) {
        scenario.context = 4096;
        return scenario;
    }
    if (kind == RuleMeasureKind::CacheOfOne) {
        scenario.batch = 1;
        return scenario;
    }
    return std::nullopt;
}

void keepFirst(std::vector<RuleExplanation>& reasons) { reasons.resize(std::min(reasons.size(), kMostReasons)); }

std::optional<RuleRow> ruleRow(Resolver& resolver, const StatedRule& stated) {
    const RuleFigure& figure = ruleFigure(stated.rule);
    RuleRow row{&figure, amongSizes(scenarioOf(stated.conditions)), 0, {}, {}};
    const auto answer = askRule(resolver, row.scenario);
    if (!answer) {
        return std::nullopt;
    }
    std::optional<RuleAnswer> compared;
    if (const auto other = comparedWith(stated.measure, row.scenario)) {
        compared = askRule(resolver, *other);
    }
    const RuleMeasure measure = [kind = stated.measure](const RuleTerms& terms, const RuleTerms& base) {
        return measured(kind, terms, base);
    };
    row.figure = measure(answer->terms, compared ? compared->terms : answer->terms);
    row.agreement = agreementOf(row.figure, figure.low, figure.high);
    if (row.agreement != Agreement::Within) {
        const RuleQuestion question{stated.conditions, *answer, compared ? &*compared : nullptr};
        row.reasons =
            explainRule(resolver, question, measure, row.agreement == Agreement::Above ? figure.high : figure.low,
                        candidates(stated.measure));
        keepFirst(row.reasons);
    }
    return row;
}

Agreement claimAgreement(Claim claim, Verdict verdict) {
    const bool fits = verdict == Verdict::Fits;
    const bool holds = fits || verdict == Verdict::Tight;
    switch (claim) {
    case Claim::Comfortable:
        return fits ? Agreement::Within : Agreement::Above;
    case Claim::Suits:
        return holds ? Agreement::Within : Agreement::Above;
    case Claim::AtAPush:
        return fits ? Agreement::Below : verdict == Verdict::No ? Agreement::Above : Agreement::Within;
    case Claim::Tight:
        return fits ? Agreement::Below : holds ? Agreement::Within : Agreement::Above;
    case Claim::NotEnough:
        return holds ? Agreement::Below : Agreement::Within;
    }
    return Agreement::Within;
}

std::optional<ClaimRow> claimRow(Resolver& resolver, const CardClaim& claim) {
    ClaimRow row;
    row.claim = &claim;
    row.scenario = amongSizes(scenarioOf(claim.conditions));
    const auto answer = askRule(resolver, row.scenario);
    if (!answer) {
        return std::nullopt;
    }
    row.verdict = answer->report.verdict;
    row.need = answer->report.needTotal.high;
    row.usable = answer->report.usable;
    row.agreement = claimAgreement(claim.claim, row.verdict);
    if (row.agreement != Agreement::Within) {
        const RuleMeasure need = [](const RuleTerms& terms, const RuleTerms&) {
            return terms.total() * terms.highOfTypical;
        };
        const bool whole = row.agreement == Agreement::Above && claim.claim != Claim::Comfortable;
        const double bound = static_cast<double>(row.usable.count()) * (whole ? 1 : 1 - answer->terms.marginShare);
        row.reasons = explainRule(resolver, {claim.conditions, *answer}, need, bound, kOfCards);
        keepFirst(row.reasons);
    }
    return row;
}

/// The same question on every size of card.
std::vector<SizeVerdict> sizeVerdicts(const Resolved& resolved, const Catalog& catalog) {
    std::vector<SizeVerdict> sizes;
    std::vector<Machine> machines;
    for (const CardSize& size : kCardSizes) {
        MachineChoice choice = resolved.scenario.machine;
        choice.gpus = {{std::string(size.card), size.count}};
        if (auto machine = resolveMachine(choice, catalog)) {
            machines.push_back(std::move(machine).value());
            sizes.push_back({size, {}, Verdict::Unknown});
        }
    }
    const std::vector<Result<Report>> reports = reportRows(resolved, machines);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (reports[i]) {
            sizes[i].capacity = reports[i]->capacity;
            sizes[i].verdict = reports[i]->verdict;
        }
    }
    return sizes;
}

std::optional<ReferenceRow> referenceRow(Resolver& resolver, const Recommendation& recommendation) {
    ReferenceRow row;
    row.recommendation = &recommendation;
    row.scenario = amongSizes(scenarioOf(recommendation.conditions));
    const auto answer = askRule(resolver, row.scenario);
    if (!answer) {
        return std::nullopt;
    }
    const double low = recommendation.lowGib * kBytesOfGib;
    const double tight = answer->terms.tightCard();
    const double comfortable = answer->terms.comfortableCard();
    row.need = answer->report.needTotal;
    row.tight = Bytes::fromDouble(tight);
    row.comfortable = Bytes::fromDouble(comfortable);
    row.sizes = sizeVerdicts(answer->resolved, *resolver.catalog());
    const auto fits = std::ranges::find(row.sizes, Verdict::Fits, &SizeVerdict::verdict);
    if (fits != row.sizes.end()) {
        row.smallestFits = static_cast<std::size_t>(fits - row.sizes.begin());
    }
    const RuleQuestion question{recommendation.conditions, *answer};
    if (recommendation.highGib && tight > *recommendation.highGib * kBytesOfGib) {
        row.agreement = Agreement::Above;
        row.reasons = explainRule(
            resolver, question, [](const RuleTerms& terms, const RuleTerms&) { return terms.tightCard(); },
            *recommendation.highGib * kBytesOfGib, kOfCards);
    } else if (comfortable < low) {
        row.agreement = Agreement::Below;
        row.reasons = explainRule(
            resolver, question, [](const RuleTerms& terms, const RuleTerms&) { return terms.comfortableCard(); }, low,
            kOfCards);
    }
    keepFirst(row.reasons);
    return row;
}

int rank(Verdict verdict) {
    constexpr std::array<int, 5> kRanks{4, 3, 2, 1, 0}; // as the verdicts are listed
    return kRanks.at(static_cast<std::size_t>(verdict));
}

std::vector<ContestRow> contest(Resolver& resolver) {
    std::vector<ContestRow> rows;
    for (const RuleCase& conditions : contestCases()) {
        ContestRow row;
        row.scenario = scenarioOf(conditions);
        row.scenario.view.rows.clear();
        for (const RuleCase& each : contestCases()) {
            row.scenario.view.rows.push_back({std::string(each.card), each.cards});
        }
        const auto answer = askRule(resolver, row.scenario);
        if (!answer || answer->resolved.machine.gpus.empty()) {
            continue;
        }
        const Gpu& gpu = answer->resolved.machine.gpus.front().gpu;
        row.card = gpu.name;
        row.cores = gpu.shaderCores.value_or(0);
        row.memory = gpu.memory;
        row.verdict = answer->report.verdict;
        if (answer->report.speed) {
            row.tokensPerSecond = answer->report.speed->decode.typical;
        }
        rows.push_back(std::move(row));
    }
    const auto best = std::ranges::max_element(
        rows, {}, [](const ContestRow& row) { return std::pair(rank(row.verdict), row.tokensPerSecond.value_or(0)); });
    if (best != rows.end()) {
        best->wins = true;
    }
    return rows;
}

constexpr std::array kAgreementIds{"within", "above", "below"};

} // namespace

Agreement agreementOf(double figure, double low, double high) {
    const double slack = low == high ? kNearEnough : 0;
    return figure > high * (1 + slack)  ? Agreement::Above
           : figure < low * (1 - slack) ? Agreement::Below
                                        : Agreement::Within;
}

std::string_view agreementId(Agreement agreement) { return kAgreementIds.at(static_cast<std::size_t>(agreement)); }

RuleTables computeRules(const std::shared_ptr<const Catalog>& catalog, const std::atomic<bool>* stop) {
    Resolver resolver(catalog);
    RuleTables tables;
    const auto goOn = [stop] { return stop == nullptr || !stop->load(); };
    for (const StatedRule& stated : statedRules()) {
        if (goOn()) {
            if (auto row = ruleRow(resolver, stated)) {
                tables.rules.push_back(*std::move(row));
            }
        }
    }
    for (const Recommendation& recommendation : recommendations()) {
        if (auto row = goOn() ? referenceRow(resolver, recommendation) : std::nullopt) {
            tables.reference.push_back(*std::move(row));
        }
    }
    for (const CardClaim& remark : referenceRemarks()) {
        // Under the row of the same question.
        const auto of = std::ranges::find_if(tables.reference, [&remark](const ReferenceRow& row) {
            return row.recommendation->id == remark.id &&
                   row.recommendation->conditions.model == remark.conditions.model;
        });
        if (of == tables.reference.end() || !goOn()) {
            continue;
        }
        if (auto row = claimRow(resolver, remark)) {
            of->remarks.push_back(*std::move(row));
        }
    }
    for (const CardClaim& claim : cardClaims()) {
        if (auto row = goOn() ? claimRow(resolver, claim) : std::nullopt) {
            tables.cards.push_back(*std::move(row));
        }
    }
    if (goOn()) {
        tables.contest = contest(resolver);
    }
    return tables;
}

} // namespace vram
