// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vram {

/// The conditions of a rule of thumb, as a question that can be asked.
struct RuleCase {
    std::string_view model;   ///< of the catalogue
    double billions = 0;      ///< of parameters, as the rule rounds it
    std::string_view weights; ///< a weight format
    std::int64_t context = 4096;
    std::int64_t batch = 1;
    std::string_view card = "RTX 4090";
    std::int64_t cards = 1;
    Task task = Task::Inference;
    std::string_view runtime = {}; ///< empty: the task's usual one
    std::string_view optimizer = "adamw";
    std::string_view precision = "bf16-mixed";
    std::string_view sharding = "none";
    double span = 0; ///< billions of the largest model that the rule speaks of; 0: it speaks of this size
};
[[nodiscard]] Scenario scenarioOf(const RuleCase& conditions);

/// What figures of rules are made of, in bytes: of report()'s typical need, everything on the cards.
struct RuleTerms {
    double parameters = 0;
    double tensors = 0; ///< all weights, as inference would hold them
    double weights = 0; ///< the part of them on the cards
    double cache = 0;   ///< with recurrent states
    double activations = 0;
    double overhead = 0;
    double gradients = 0;
    double optimizer = 0;
    double adapter = 0;
    double highOfTypical = 1; ///< upper end of the need as a factor of it
    double marginShare = 0;   ///< of the usable memory, that "fits" leaves free
    double reserved = 0;      ///< what driver and desktop keep of the cards

    [[nodiscard]] double total() const {
        return weights + cache + activations + overhead + gradients + optimizer + adapter;
    }
    /// Sizes of cards on which it is tight, and on which it fits with the margin.
    [[nodiscard]] double tightCard() const { return total() * highOfTypical + reserved; }
    [[nodiscard]] double comfortableCard() const { return total() * highOfTypical / (1 - marginShare) + reserved; }
};
[[nodiscard]] RuleTerms ruleTerms(const Resolved& resolved, const Report& report);

/// A question with its answer.
struct RuleAnswer {
    Resolved resolved;
    Report report;
    RuleTerms terms;
};
[[nodiscard]] std::optional<RuleAnswer> askRule(Resolver& resolver, const Scenario& scenario);

} // namespace vram
