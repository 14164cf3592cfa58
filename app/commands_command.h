// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/shell_quote.h"
#include "core/scenario/resolve.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace vram::cli {

constexpr std::string_view kShellOption = "--shell";

/// The verb "commands": {"shell", "commands": [{"kind", "text"}], "checks": [{"code", "arguments", "text"}]}. Both
/// lists are empty where the verdict is "no".
[[nodiscard]] nlohmann::ordered_json commandsToJson(const Resolved& resolved, Shell shell);

} // namespace vram::cli
