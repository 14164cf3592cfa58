// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/rule_case.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace vram {

/// What rules of thumb leave out. Each can be taken out of the figures again, which shows what it makes of them.
enum class RuleReason : std::uint8_t {
    BlockScales,     ///< groups of weights have scales: 4.5 bits a weight rather than 4
    PreciseTensors,  ///< embeddings, the output layer and some others have more bits
    ParameterCount,  ///< "7B" has 6.7 or 7.6 billion
    LargestOfSpan,   ///< what is said of "1B to 3B" is for 3B
    GroupedCache,    ///< heads share keys and values: the cache is a fraction of what as many heads of their own take
    FullCache,       ///< every head has keys and values of its own: four times what four heads that share them take
    SixteenBitCache, ///< the cache stays in 16 bits where the weights shrink, and so is more of the whole
    PromptInSteps,   ///< 512 tokens at a time with flash attention instead of the whole prompt without
    RuntimeOverhead, ///< the runtime's own: a fixed amount, much for a small model
    LongContext,     ///< the cache of what is more than 4K
    Checkpointing,   ///< activations are computed again instead of kept
    Vocabulary,      ///< logits and loss of all tokens at once, in f32
    OneSequence,     ///< a micro-batch of one, not four
    FrozenBase,      ///< the base model has no gradients and states: adapters add little to its 16-bit weights
    SmallStates,     ///< an optimizer of less than two f32 states a parameter
    PureSixteenBit,  ///< no f32 copies
    RuntimeKnown,    ///< the margin need not cover which runtime it is
};
constexpr std::size_t kRuleReasons = 17;
[[nodiscard]] std::string_view ruleReasonId(RuleReason reason); ///< "block-scales", ...

/// `without`: the figure that the program would have without what the reason names.
struct RuleExplanation {
    RuleReason reason{};
    double without = 0;
    friend bool operator==(const RuleExplanation&, const RuleExplanation&) = default;
};

/// The terms without what `reason` names; nothing where the question has none of it.
[[nodiscard]] std::optional<RuleTerms> termsWithout(Resolver& resolver, RuleReason reason, const RuleCase& conditions,
                                                    const RuleAnswer& answer);

/// What a rule's figure is of: the question, and for some rules the question that it is compared with.
using RuleMeasure = std::function<double(const RuleTerms& terms, const RuleTerms& compared)>;
struct RuleQuestion {
    const RuleCase& conditions;
    const RuleAnswer& answer;
    const RuleAnswer* compared = nullptr; ///< null: nothing
};

/// Those of `candidates` that explain a figure outside of the rule's range, the largest effect first: each takes it at
/// least a third of the way to `bound`, the nearer end of the range, or past it.
[[nodiscard]] std::vector<RuleExplanation> explainRule(Resolver& resolver, const RuleQuestion& question,
                                                       const RuleMeasure& measure, double bound,
                                                       std::span<const RuleReason> candidates);

} // namespace vram
