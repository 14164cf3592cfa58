// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/row_remedy.h"

#include "core/advice/axis.h"

#include <utility>
#include <variant>

namespace vram {

bool bringsQuestion(const AxisValue& value) {
    return std::holds_alternative<Task>(value) || std::holds_alternative<RuntimeValue>(value) ||
           std::holds_alternative<SavedScenario>(value);
}

Result<Scenario> rowScenario(const Scenario& scenario, const AxisValue& value, const Catalog& catalog) {
    Result<Scenario> asked = withAxisValue(scenario, value, catalog);
    if (asked && asked->machine.gpus.empty()) { // saved without cards: it is asked on these
        asked.value().machine = scenario.machine;
    }
    return asked;
}

std::optional<Scenario> withRowRemedy(const Scenario& scenario, const AxisValue& value, const Remedy& remedy,
                                      const Catalog& catalog) {
    const Axis& axis = axisOf(value);
    const Result<Scenario> asked = rowScenario(scenario, value, catalog);
    if (!asked) {
        return std::nullopt;
    }
    Scenario promised = withRemedy(*asked, remedy, catalog);
    promised.view = scenario.view;
    // A saved scenario with a change is none that is saved.
    if (!std::holds_alternative<SavedScenario>(value) && axis.present({promised, catalog, nullptr}) != value) {
        return std::nullopt;
    }
    if (bringsQuestion(value)) {
        return promised;
    }
    Scenario changed = withRemedy(scenario, remedy, catalog);
    const Result<Scenario> row = axis.apply(changed, value, catalog);
    return row && *row == promised ? std::optional(std::move(changed)) : std::nullopt;
}

} // namespace vram
