// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace vram {

/// Where a command is pasted. PowerShell: 7.3 or newer, which hands quotes on to programs as they are; the others are
/// right in every version.
enum class Shell : std::uint8_t { Posix, PowerShell, Cmd };
constexpr std::size_t kShells = 3;

[[nodiscard]] std::string_view shellId(Shell shell); ///< "posix", "powershell", "cmd"
[[nodiscard]] std::optional<Shell> findShell(std::string_view id);

/// One argument, so that the program gets exactly `argument`; as it is where no shell minds. A line break, which a
/// command of cmd.exe cannot hold, becomes a space there.
[[nodiscard]] std::string shellQuoted(std::string_view argument, Shell shell);

/// The same of a file's name: one that begins with "-" gets "./", or it would be read as an option.
[[nodiscard]] std::string shellFile(std::string_view path, Shell shell);
/// "./" in front of what begins with "-".
[[nodiscard]] std::string withoutDash(std::string_view path);

using EnvironmentVariable = std::pair<std::string_view, std::string>;
/// `command` with variables set for it: "A=1 command", "$env:A=1; command", "set A=1&& command".
[[nodiscard]] std::string withEnvironment(std::span<const EnvironmentVariable> variables, std::string_view command,
                                          Shell shell);

/// Writes one line of `text` to `file` (a plain name), then runs `command`.
[[nodiscard]] std::string writeThenRun(std::string_view text, std::string_view file, std::string_view command,
                                       Shell shell);

/// `text` as a Python literal in double quotes.
[[nodiscard]] std::string pythonQuoted(std::string_view text);

} // namespace vram
