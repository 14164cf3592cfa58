// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/json_reader.h"
#include "core/scenario/scenario.h"
#include "core/units/result.h"

#include <string>
#include <string_view>

namespace vram {

/// Reads one scenario (schema 1), strictly: the first unknown key, wrong type or value out of range is the error.
[[nodiscard]] Result<Scenario> scenarioFromJson(const Json& value, std::string_view where = {});

/// The same from text; `where` names the source in errors about the text itself.
[[nodiscard]] Result<Scenario> scenarioFromText(std::string_view text, std::string_view where = {});

/// Writes every key that differs from its default, and always schema, model, weights, task, context, batch.
/// scenarioFromJson(scenarioToJson(s)) == s.
[[nodiscard]] Json scenarioToJson(const Scenario& scenario);

/// The question as a row of others: its view is theirs.
[[nodiscard]] SavedScenario savedScenario(std::string name, Scenario scenario);

} // namespace vram
