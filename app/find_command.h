// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/resolve.h"
#include "core/units/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vram::cli {

/// What the verb "find" was told (docs/finder.md).
struct FindChoice {
    enum class What : std::uint8_t { Models, Gpus, Product };
    What what = What::Models;
    std::string input = "-"; ///< path, or "-"
    double leastBits = 3;    ///< of a format's weights
    bool everyFormat = false;
};
/// Nothing where the arguments make no sense.
[[nodiscard]] std::optional<FindChoice> parseFind(std::span<const std::string> arguments);

/// Models for the scenario's machine, or hardware for its question.
[[nodiscard]] Result<nlohmann::ordered_json> findJson(const FindChoice& choice, const Scenario& scenario,
                                                      Resolver& resolver);
/// Every model on every GPU, on all cores.
[[nodiscard]] Result<std::string> findProduct(const FindChoice& choice, const Scenario& scenario,
                                              const std::shared_ptr<const Catalog>& catalog);

} // namespace vram::cli
