// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/rule_reasons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <variant>

namespace vram {

namespace {

using Terms = std::optional<RuleTerms>;

struct Asked {
    Resolver& resolver;
    const RuleCase& conditions;
    const RuleAnswer& answer;
};

constexpr double kShare = 1.0 / 3; ///< of the way to the rule's range, from which a reason is one
constexpr std::int64_t kUsualContext = 4096;
constexpr std::int64_t kUsualMicroBatch = 4;
constexpr double kUsualGroup = 4; ///< query heads to a head of keys and values, as in Llama 3 8B and Mistral 7B

Terms scaledWeights(RuleTerms terms, double factor) {
    terms.tensors *= factor;
    terms.weights *= factor;
    return terms;
}

/// Bits that most weights have, scales included; nothing where the format has no blocks.
std::optional<double> blockBits(const Asked& asked) {
    const WeightFormat& format = asked.answer.resolved.format;
    return format.quantizes() && format.fileBits > 0 ? format.bitsPerWeight : std::nullopt;
}

Terms withoutScales(const Asked& asked) {
    const auto bits = blockBits(asked);
    return bits ? scaledWeights(asked.answer.terms, static_cast<double>(asked.answer.resolved.format.fileBits) / *bits)
                : std::nullopt;
}

Terms withoutPreciseTensors(const Asked& asked) {
    const auto bits = blockBits(asked);
    const RuleTerms& terms = asked.answer.terms;
    return bits ? scaledWeights(terms, terms.parameters * *bits / 8 / terms.tensors) : std::nullopt;
}

Terms withNominalParameters(const Asked& asked) {
    const RuleTerms& terms = asked.answer.terms;
    return scaledWeights(terms, asked.conditions.billions * 1e9 / terms.parameters);
}

Terms asLargestOfSpan(const Asked& asked) {
    const RuleTerms& terms = asked.answer.terms;
    return asked.conditions.span > 0 ? scaledWeights(terms, asked.conditions.span * 1e9 / terms.parameters)
                                     : std::nullopt;
}

/// Query heads to a head of keys and values of the first layer that has both; 0: none.
double groupOf(const Architecture& architecture) {
    for (const Block& block : architecture.blocks) {
        if (const auto* attention = std::get_if<GroupedAttention>(&block.attention);
            attention != nullptr && attention->kvHeads > 0) {
            return static_cast<double>(attention->heads) / static_cast<double>(attention->kvHeads);
        }
    }
    return 0;
}

Terms withFullCache(const Asked& asked) {
    const double group = groupOf(*asked.answer.resolved.model.architecture);
    RuleTerms terms = asked.answer.terms;
    terms.cache *= group;
    return group > 1 ? Terms{terms} : std::nullopt;
}

Terms withGroupedCache(const Asked& asked) {
    RuleTerms terms = asked.answer.terms;
    terms.cache /= kUsualGroup;
    return groupOf(*asked.answer.resolved.model.architecture) == 1 ? Terms{terms} : std::nullopt;
}

Terms withSixteenBitWeights(const Asked& asked) {
    const RuleTerms& terms = asked.answer.terms;
    return asked.answer.resolved.format.quantizes() ? scaledWeights(terms, 2 * terms.parameters / terms.tensors)
                                                    : std::nullopt;
}

Terms withoutOverhead(const Asked& asked) {
    RuleTerms terms = asked.answer.terms;
    terms.overhead = 0;
    return terms;
}

/// What report() says of the same question with a change.
template <typename Change>
Terms asChanged(const Asked& asked, Change change) {
    Scenario scenario = asked.answer.resolved.scenario;
    change(scenario);
    if (scenario == asked.answer.resolved.scenario) {
        return std::nullopt;
    }
    const auto changed = askRule(asked.resolver, scenario);
    return changed ? Terms{changed->terms} : std::nullopt;
}

Terms wholePrompt(const Asked& asked) {
    return asChanged(asked, [](Scenario& scenario) {
        if (scenario.task == Task::Inference && scenario.runtime.name == "llama.cpp") {
            scenario.runtime.flashAttention = false;
            scenario.runtime.logicalBatch = scenario.context;
            scenario.runtime.ubatch = scenario.context;
        }
    });
}

Terms shortContext(const Asked& asked) {
    return asChanged(asked, [](Scenario& scenario) { scenario.context = std::min(scenario.context, kUsualContext); });
}

template <typename Change>
Terms trainedOtherwise(const Asked& asked, Change change) {
    return asked.conditions.task == Task::Inference
               ? std::nullopt
               : asChanged(asked, [&change](Scenario& scenario) { change(scenario); });
}

Terms withoutCheckpointing(const Asked& asked) {
    return trainedOtherwise(asked, [](Scenario& scenario) { scenario.training.checkpointing = false; });
}

Terms fusedLoss(const Asked& asked) {
    return trainedOtherwise(asked, [](Scenario& scenario) { scenario.training.loss = "fused"; });
}

Terms fourSequences(const Asked& asked) {
    return trainedOtherwise(asked,
                            [](Scenario& scenario) { scenario.batch = std::max(scenario.batch, kUsualMicroBatch); });
}

/// Gradients in 16 bits and two f32 states for every parameter of the base.
Terms trainedBase(const Asked& asked) {
    if (asked.conditions.task != Task::Lora && asked.conditions.task != Task::Qlora) {
        return std::nullopt;
    }
    RuleTerms terms = asked.answer.terms;
    terms.gradients = 2 * terms.parameters;
    terms.optimizer = 8 * terms.parameters;
    return terms;
}

Terms usualOptimizer(const Asked& asked) {
    return trainedOtherwise(asked, [](Scenario& scenario) { scenario.training.optimizer = "adamw-fp32"; });
}

Terms mixedPrecision(const Asked& asked) {
    return asked.conditions.task != Task::Full
               ? std::nullopt
               : asChanged(asked, [](Scenario& scenario) { scenario.training.precision = "bf16-mixed"; });
}

/// The upper end of the most demanding of the runtimes that take any format and what they need.
Terms anyRuntime(const Asked& asked) {
    if (asked.conditions.task != Task::Inference) {
        return std::nullopt;
    }
    RuleTerms terms = asked.answer.terms;
    const double typical = terms.total();
    for (const std::string_view runtime : {"llama.cpp", "Transformers", "SGLang", "vLLM"}) {
        Scenario scenario = asked.answer.resolved.scenario;
        scenario.runtime = {};
        scenario.runtime.name = runtime;
        if (const auto other = askRule(asked.resolver, scenario)) {
            const double high = static_cast<double>(other->report.needTotal.high.count());
            terms.highOfTypical = std::max(terms.highOfTypical, high / typical);
        }
    }
    return terms;
}

struct ReasonRow {
    RuleReason reason;
    std::string_view id;
    Terms (*without)(const Asked& asked);
};
constexpr std::array<ReasonRow, kRuleReasons> kReasons{{
    {RuleReason::BlockScales, "block-scales", &withoutScales},
    {RuleReason::PreciseTensors, "precise-tensors", &withoutPreciseTensors},
    {RuleReason::ParameterCount, "parameter-count", &withNominalParameters},
    {RuleReason::LargestOfSpan, "largest-of-span", &asLargestOfSpan},
    {RuleReason::GroupedCache, "grouped-cache", &withFullCache},
    {RuleReason::FullCache, "full-cache", &withGroupedCache},
    {RuleReason::SixteenBitCache, "sixteen-bit-cache", &withSixteenBitWeights},
    {RuleReason::PromptInSteps, "prompt-in-steps", &wholePrompt},
    {RuleReason::RuntimeOverhead, "runtime-overhead", &withoutOverhead},
    {RuleReason::LongContext, "long-context", &shortContext},
    {RuleReason::Checkpointing, "checkpointing", &withoutCheckpointing},
    {RuleReason::Vocabulary, "vocabulary", &fusedLoss},
    {RuleReason::OneSequence, "one-sequence", &fourSequences},
    {RuleReason::FrozenBase, "frozen-base", &trainedBase},
    {RuleReason::SmallStates, "small-states", &usualOptimizer},
    {RuleReason::PureSixteenBit, "pure-sixteen-bit", &mixedPrecision},
    {RuleReason::RuntimeKnown, "runtime-known", &anyRuntime},
}};

} // namespace

std::string_view ruleReasonId(RuleReason reason) { return kReasons.at(static_cast<std::size_t>(reason)).id; }

std::optional<RuleTerms> termsWithout(Resolver& resolver, RuleReason reason, const RuleCase& conditions,
                                      const RuleAnswer& answer) {
    return kReasons.at(static_cast<std::size_t>(reason)).without({resolver, conditions, answer});
}

std::vector<RuleExplanation> explainRule(Resolver& resolver, const RuleQuestion& question, const RuleMeasure& measure,
                                         double bound, std::span<const RuleReason> candidates) {
    const RuleAnswer& base = question.compared != nullptr ? *question.compared : question.answer;
    const double figure = measure(question.answer.terms, base.terms);
    std::vector<std::pair<double, RuleExplanation>> found;
    for (const RuleReason reason : candidates) {
        const Terms terms = termsWithout(resolver, reason, question.conditions, question.answer);
        if (!terms) {
            continue;
        }
        const Terms compared =
            question.compared != nullptr ? termsWithout(resolver, reason, question.conditions, base) : terms;
        const double without = measure(*terms, compared.value_or(base.terms));
        const double way = (without - figure) / (bound - figure);
        if (std::isfinite(way) && way >= kShare) {
            found.emplace_back(way, RuleExplanation{reason, without});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<double, RuleExplanation>::first);
    std::vector<RuleExplanation> reasons(found.size());
    std::ranges::transform(found, reasons.begin(), &std::pair<double, RuleExplanation>::second);
    return reasons;
}

} // namespace vram
