// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/placement/placement.h"
#include "core/report/shell_quote.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// How to start the runtime with this scenario and placement; empty for runtimes that are no command.
[[nodiscard]] std::string startCommand(const Resolved& resolved, const Placement& placement);

/// What a command is for.
enum class CommandKind : std::uint8_t {
    Quantize,    ///< makes the model's file first
    Server,      ///< starts a server
    Cli,         ///< talks in the terminal
    Environment, ///< a server that reads its settings from the environment
    Modelfile,   ///< contents of a file of that name
    Python,      ///< a script
    Settings,    ///< lines "Setting: value", as the runtime's window calls them
};
[[nodiscard]] std::string_view commandKindId(CommandKind kind); ///< "quantize", ...

struct Command {
    CommandKind kind{};
    std::string text; ///< lines, without one at the end
    friend bool operator==(const Command&, const Command&) = default;
};

/// Everything that it takes to run this question, in the order in which it is used, quoted for `shell`. Nothing for
/// training.
[[nodiscard]] std::vector<Command> commandsFor(const Resolved& resolved, const Placement& placement, Shell shell);

/// The same with the placement that report() finds; nothing where the report's verdict is "no" or "unknown".
[[nodiscard]] std::vector<Command> commandsFor(const Resolved& resolved, Shell shell);

/// The question as report() places it.
struct PlacedQuestion {
    Resolved settled; ///< with what the runtime decides by the cards
    Placement placement;
};
[[nodiscard]] PlacedQuestion placedQuestion(const Resolved& resolved);

} // namespace vram
