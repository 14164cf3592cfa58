// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/rules.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace vram::cli {

constexpr std::string_view kMarkdownOption = "--markdown";

/// The verb "rules": {"rules", "reference", "cards", "contest"}, as docs/rules.md describes it.
[[nodiscard]] nlohmann::ordered_json rulesToJson(const RuleTables& tables);
/// The same as the tables of docs/rules.md.
[[nodiscard]] std::string rulesToMarkdown(const RuleTables& tables, const Catalog& catalog);

} // namespace vram::cli
