// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <span>
#include <string_view>

namespace vram {

/// A question that people arrive with, ready to be opened. The front ends word its group and its title by the ids.
struct Example {
    std::string_view group; ///< steps of one story follow each other
    std::string_view id;
    std::string_view json; ///< a scenario (docs/schema.md)
};
[[nodiscard]] std::span<const Example> examples();
/// Every example is a valid scenario; tests hold that.
[[nodiscard]] Scenario exampleScenario(const Example& example);

} // namespace vram
