// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/rules.h"

#include <string>
#include <string_view>

namespace vram::cli {

// English for the tables of rules; the window has its own, translated words.
[[nodiscard]] std::string_view ruleSentence(std::string_view rule);
[[nodiscard]] std::string_view subjectName(std::string_view id); ///< of a recommendation or a claim: "7B, INT4"
[[nodiscard]] std::string_view reasonSentence(RuleReason reason);
[[nodiscard]] std::string_view claimWord(Claim claim);

/// "4", "13.5", "0.57": three figures at most.
[[nodiscard]] std::string shortNumber(double value);
/// The figure in the rule's unit: "13.5 GB", "1.18 ×", "15 %".
[[nodiscard]] std::string ruleValue(RuleUnit unit, double value);
/// "3.5 GB", "10–30 %".
[[nodiscard]] std::string ruleRange(const RuleFigure& rule);
/// "Llama 2 7B · F16 · 4096 tokens".
[[nodiscard]] std::string conditionsLine(const Scenario& scenario, const Catalog& catalog);

} // namespace vram::cli
