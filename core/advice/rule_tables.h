// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/rule_case.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace vram {

/// What a rule's figure is of; `compared` questions are the same with one thing changed.
enum class RuleMeasureKind : std::uint8_t {
    BytesPerParameter,
    Weights,              ///< GB
    ActivationsOfWeights, ///< of the weights
    NeedOfWeights,
    NeedOfShort, ///< of what it needs with a context of 4K
    CacheOfOne,  ///< of the cache of one sequence
    TrainingOfInference,
    PartsOfWeights,     ///< activations, gradients and optimizer states
    OptimizerOfWeights, ///< of the weights in 16 bits
    Margin              ///< what "fits" leaves above the typical need, of that
};

/// A rule's figure at one of its conditions.
struct StatedRule {
    std::string_view rule; ///< id in kRuleFigures
    RuleMeasureKind measure{};
    RuleCase conditions;
};
[[nodiscard]] std::span<const StatedRule> statedRules();

/// What an article says of a question on a card.
enum class Claim : std::uint8_t {
    Comfortable, ///< fits
    Suits,       ///< fits or is tight
    AtAPush,     ///< is tight, or works in part from RAM
    Tight,
    NotEnough
};
[[nodiscard]] std::string_view claimId(Claim claim); ///< "comfortable", "suits", "at-a-push", "tight", "not-enough"

struct CardClaim {
    double cardGib = 0; ///< the size of card that the claim is about; of each, where there are several
    Claim claim{};
    std::string_view id; ///< of what is said: "7b-int4", "3b-int4" ...
    RuleCase conditions;
};
/// What cards of each size are good for.
[[nodiscard]] std::span<const CardClaim> cardClaims();
/// Remarks of the reference table: the `id` of their recommendation.
[[nodiscard]] std::span<const CardClaim> referenceRemarks();

struct Recommendation {
    std::string_view id; ///< "7b-int4"
    double lowGib = 0;
    std::optional<double> highGib; ///< nothing: "and more"
    RuleCase conditions;
};
[[nodiscard]] std::span<const Recommendation> recommendations();

/// The question of which of two cards is the better one, asked for each.
[[nodiscard]] std::span<const RuleCase> contestCases();

} // namespace vram
