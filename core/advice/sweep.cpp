// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/sweep.h"

#include <algorithm>
#include <optional>

namespace vram {

namespace {

bool hasOwnMachine(const AxisValue& value, const Scenario& scenario) {
    const auto* const saved = std::get_if<SavedScenario>(&value);
    return std::holds_alternative<GpuChoice>(value) ||
           (saved != nullptr && !saved->json.empty() && !scenario.machine.gpus.empty());
}

using Present = std::optional<AxisValue>;

/// Of all values at once: they are of one axis.
Present presentOf(const Scenario& scenario, std::span<const AxisValue> values, const Catalog& catalog) {
    return values.empty() ? Present() : axisOf(values.front()).present({scenario, catalog, nullptr});
}

SweepRow answered(Resolver& resolver, const Scenario& scenario, const AxisValue& value, const Present& present,
                  const Machine& machine) {
    SweepRow row{value, present == value, Error{}, nullptr};
    Result<Scenario> changed =
        row.present ? Result<Scenario>(scenario) : axisOf(value).apply(scenario, value, *resolver.catalog());
    if (!changed) {
        row.report = changed.error();
        return row;
    }
    const bool ownMachine = !row.present && hasOwnMachine(value, changed.value());
    if (!ownMachine) {
        changed.value().machine.gpus.clear(); // not looked up: `machine` is what they are
    }
    Result<Resolved> resolved = resolver.resolve(changed.value());
    if (!resolved) {
        row.report = resolved.error();
        return row;
    }
    auto question = std::make_shared<Resolved>(std::move(resolved).value());
    if (!ownMachine) {
        question->machine = machine;
        question->scenario.machine = scenario.machine;
    }
    row.report = report(*question);
    row.question = std::move(question);
    return row;
}

} // namespace

std::vector<SweepRow> sweep(Resolver& resolver, const Scenario& scenario, std::span<const AxisValue> values,
                            const Machine& machine) {
    std::vector<SweepRow> rows;
    rows.reserve(values.size());
    const Present present = presentOf(scenario, values, *resolver.catalog());
    for (const AxisValue& value : values) {
        rows.push_back(answered(resolver, scenario, value, present, machine));
    }
    return rows;
}

Sweeper::Sweeper(std::shared_ptr<const Catalog> catalog, std::shared_ptr<ModelReader> reader)
    : m_catalog(std::move(catalog)),
      m_reader(std::move(reader)),
      m_common(m_catalog, m_reader) {}

std::vector<SweepRow> Sweeper::sweep(const Scenario& scenario, std::span<const AxisValue> values,
                                     const Machine& machine) {
    std::vector<SweepRow> rows;
    rows.reserve(values.size());
    const Present present = presentOf(scenario, values, *m_catalog);
    for (const AxisValue& value : values) {
        rows.push_back(answered(resolverOf(value), scenario, value, present, machine));
    }
    const std::size_t kept = kMostAxisValues + 1;
    if (m_own.size() > kept) { // values that were compared earlier
        m_own.erase(m_own.begin(), m_own.end() - static_cast<std::ptrdiff_t>(kept));
    }
    return rows;
}

void Sweeper::forgetModels() {
    m_common.forgetModel();
    for (const auto& [value, resolver] : m_own) {
        resolver->forgetModel();
    }
}

Resolver& Sweeper::resolverOf(const AxisValue& value) {
    if (!axisOf(value).changesWeights) {
        return m_common;
    }
    const auto known = std::ranges::find(m_own, value, [](const auto& each) -> const AxisValue& { return each.first; });
    if (known != m_own.end()) {
        std::rotate(known, known + 1, m_own.end());
    } else {
        m_own.emplace_back(value, std::make_unique<Resolver>(m_catalog, m_reader));
    }
    return *m_own.back().second;
}

} // namespace vram
