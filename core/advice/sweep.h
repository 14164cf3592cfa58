// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/axis.h"
#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace vram {

struct SweepRow {
    AxisValue value;
    bool present = false; ///< the scenario's own value
    Result<Report> report;
    std::shared_ptr<const Resolved> question; ///< that was answered; null: `report` says why there is none
};

/// The question with each of the values on `machine`; every answer is report()'s own for the changed scenario. A card,
/// and a saved scenario that names cards, brings its own machine.
[[nodiscard]] std::vector<SweepRow> sweep(Resolver& resolver, const Scenario& scenario,
                                          std::span<const AxisValue> values, const Machine& machine);

/// The same again and again while a slider moves: keeps a Resolver for every value where values change the model or its
/// weights, one for all where they do not, so that a step looks up nothing twice. Not thread-safe.
class Sweeper {
public:
    explicit Sweeper(std::shared_ptr<const Catalog> catalog, std::shared_ptr<ModelReader> reader = nullptr);
    [[nodiscard]] std::vector<SweepRow> sweep(const Scenario& scenario, std::span<const AxisValue> values,
                                              const Machine& machine);
    /// Models are read again with the next sweep: a file changed.
    void forgetModels();

private:
    Resolver& resolverOf(const AxisValue& value);
    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<ModelReader> m_reader;
    std::vector<std::pair<AxisValue, std::unique_ptr<Resolver>>> m_own; ///< the last used at the end
    Resolver m_common;
};

} // namespace vram
