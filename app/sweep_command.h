// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_json.h"
#include "core/scenario/resolve.h"
#include "core/scenario/scenario.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vram::cli {

constexpr std::string_view kAxisOption = "--axis";
constexpr std::string_view kValuesOption = "--values";

/// What `sweep` was told beside its input.
struct SweepOptions {
    std::string axis;                ///< empty: the scenario's own
    std::vector<std::string> values; ///< empty: the scenario's own, else the usual ones
};

/// Reads `arguments`, taking the options out of them.
[[nodiscard]] Result<SweepOptions> sweepOptions(std::vector<std::string>& arguments);

/// {"axis", "rows": [{"value", "report" | "error"}]}; `allAnswered` becomes false with the first row that has an error.
[[nodiscard]] Result<nlohmann::ordered_json> sweepToJson(Resolver& resolver, Scenario scenario,
                                                         const SweepOptions& options, const Wording& wording,
                                                         bool& allAnswered);

} // namespace vram::cli
