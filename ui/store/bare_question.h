// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

namespace vram::ui {

/// The question as far as what is needed depends on it: without its view, its aims and what was seen.
[[nodiscard]] inline Scenario bareQuestion(Scenario scenario) {
    scenario.view = {};
    scenario.target = {};
    scenario.seen = {};
    return scenario;
}

} // namespace vram::ui
