// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/axis_value.h"
#include "core/catalog/catalog.h"
#include "core/scenario/resolve.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// What the values of an axis follow from. `model`, where it is known, tells the limits of one that is no published
/// model.
struct AxisQuestion {
    const Scenario& scenario;
    const Catalog& catalog;
    const ResolvedModel* model = nullptr;
};

/// One thing that rows can be of. To add an axis: its type in AxisValue, its id in kAxisIds, one row of the table and
/// its words in the front ends.
struct Axis {
    std::string_view id;
    /// Its values change the model or its weights: with a Resolver for each value a step of a slider is cheap.
    bool changesWeights;
    /// Compared when the scenario names none, in their order.
    std::vector<AxisValue> (*usual)(const AxisQuestion& question);
    /// The scenario's own value, as the catalogue has its name; nullopt where it has none.
    std::optional<AxisValue> (*present)(const AxisQuestion& question);
    /// What `view.values` says; nullopt where it is no such value. A name that nobody knows is a value: its row says
    /// so.
    std::optional<AxisValue> (*parse)(std::string_view text, const AxisQuestion& question);
    std::string (*text)(const AxisValue& value);
    /// The scenario with another value of the axis.
    Result<Scenario> (*apply)(Scenario scenario, const AxisValue& value, const Catalog& catalog);
    /// Where values have an order: what they are ordered by. Null: they have none.
    double (*rank)(const AxisValue& value, const AxisQuestion& question);
};

/// In the order of kAxisIds.
[[nodiscard]] std::span<const Axis> axes();
/// nullptr where there is none of that name.
[[nodiscard]] const Axis* findAxis(std::string_view id);
[[nodiscard]] const Axis& axisOf(const AxisValue& value);

/// The cards that are compared when nobody names any.
[[nodiscard]] std::vector<GpuChoice> usualCards();

/// What the scenario compares: the values that it names for its axis, else the usual ones; its own value among them,
/// put in where it is missing. At most kMostAxisValues, and its own.
[[nodiscard]] std::vector<AxisValue> axisValues(const AxisQuestion& question, std::string_view axis);

/// The question with another value, else unchanged: a runtime takes weights and cache types along to what it can use, a
/// task brings its usual runtime and weights, a saved scenario replaces all but the view. Only saved text can be bad.
[[nodiscard]] Result<Scenario> withAxisValue(const Scenario& scenario, const AxisValue& value, const Catalog& catalog);

} // namespace vram
