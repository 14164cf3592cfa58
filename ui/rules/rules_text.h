// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/advice/rules.h"

#include <string_view>

namespace vram::ui {

// Words for rules of thumb, translated when called.
[[nodiscard]] QString ruleName(std::string_view rule);
[[nodiscard]] QString ruleSubject(std::string_view id); ///< of a recommendation or a claim: "7B, INT4"
[[nodiscard]] QString ruleReasonText(RuleReason reason);
[[nodiscard]] QString claimText(Claim claim);

/// Three figures: "13.5", "1.18".
[[nodiscard]] QString ruleNumber(double value);
/// In the rule's unit: "13.5 GB", "1.18 ×", "15 %".
[[nodiscard]] QString ruleValue(RuleUnit unit, double value);
/// "3.5 GB", "10–30 %".
[[nodiscard]] QString ruleRange(const RuleFigure& rule);
/// "Llama 2 7B · F16 · 4,096 tokens".
[[nodiscard]] QString ruleConditions(const Scenario& scenario, const Catalog& catalog);

} // namespace vram::ui
