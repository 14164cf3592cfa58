// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/axis_value.h"
#include "core/advice/remedy.h"
#include "core/units/result.h"

#include <optional>

namespace vram {

/// Where rows are values of an axis, a remedy can be of a row with another value than the scenario's. Taken there it
/// changes the scenario alone (a smaller cache for every row), and the row then is what the remedy says. Tasks,
/// runtimes and saved scenarios are more than one setting: what helps them may mean nothing to the scenario, so that
/// the row's question takes its place.
[[nodiscard]] bool bringsQuestion(const AxisValue& value);

/// What such a row asks, as core/advice/sweep.h does. Only saved text can be bad.
[[nodiscard]] Result<Scenario> rowScenario(const Scenario& scenario, const AxisValue& value, const Catalog& catalog);

/// The scenario afterwards, in its own view. Nothing where the remedy would take the row's own value away (other
/// weights for a row of weights: that is another row), or would not reach the row.
[[nodiscard]] std::optional<Scenario> withRowRemedy(const Scenario& scenario, const AxisValue& value,
                                                    const Remedy& remedy, const Catalog& catalog);

} // namespace vram
