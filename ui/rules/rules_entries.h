// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/advice/rules.h"
#include "ui/text/format.h"

#include <array>
#include <cstdint>
#include <vector>

namespace vram::ui {

enum class RulesTab : std::uint8_t { Rules, Reference, Cards };
constexpr std::size_t kRulesTabs = 3;

/// A row as it is shown, and the question that it opens.
struct RulesEntry {
    QString what;
    QString conditions;
    QString said;  ///< by articles
    QString found; ///< by this program
    Verdict sign{};
    QString agreement;
    QString why;
    Scenario scenario;
};
constexpr std::size_t kRulesColumns = 6;

/// In the language of the moment.
[[nodiscard]] std::vector<RulesEntry> rulesEntries(RulesTab tab, const RuleTables& tables, const Catalog& catalog,
                                                   ByteUnit unit);
[[nodiscard]] QString rulesTabName(RulesTab tab);
[[nodiscard]] std::array<QString, kRulesColumns> rulesHeadings(RulesTab tab);

} // namespace vram::ui
