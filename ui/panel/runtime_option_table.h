// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/runtime_table.h"
#include "core/scenario/scenario.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>

namespace vram::ui {

/// An option of a runtime that most people leave to it: which it is, where it stands in the scenario, its words.
struct RuntimeOption {
    using Count = std::optional<std::int64_t> RuntimeChoice::*;
    using Share = std::optional<double> RuntimeChoice::*;
    using Switch = std::optional<bool> RuntimeChoice::*;

    Engine engine{};
    const char* key = nullptr; ///< as in the scenario's JSON; the control's object name with "Option" behind it
    std::variant<Count, Share, Switch> value;
    const char* label = nullptr; ///< of context "RuntimeOption"
    const char* tip = nullptr;
    int most = 0; ///< of a count
    int step = 1;
};

/// In the order that they are shown in.
[[nodiscard]] std::span<const RuntimeOption> runtimeOptions();

} // namespace vram::ui
