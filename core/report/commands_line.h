// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/placement/placement.h"
#include "core/report/command.h"
#include "core/report/commands_model.h"
#include "core/report/shell_quote.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// What the commands of one question are made of.
struct CommandContext {
    const Resolved& resolved;
    const Placement& placement;
    Shell shell{};
    /// Names for a whole set of commands, which make files that the next one reads; else "MODEL.gguf" and the like
    /// stand for what is not known.
    bool concrete = false;

    [[nodiscard]] const Scenario& scenario() const { return resolved.scenario; }
    [[nodiscard]] std::size_t cards() const { return placement.layout.devices.size(); }
};

/// "0.85" rather than "0.850000".
[[nodiscard]] std::string decimalText(double value);

/// A program and its options, quoted for a shell.
class CommandLine {
public:
    CommandLine(std::string_view text, Shell shell);
    /// As it stands: an option without a value, or text that is quoted already.
    CommandLine& add(std::string_view text);
    CommandLine& add(std::string_view name, std::string_view value);
    CommandLine& add(std::string_view name, std::int64_t value);
    CommandLine& add(std::string_view name, const std::optional<std::int64_t>& value);
    CommandLine& add(std::string_view name, const std::optional<double>& value);
    CommandLine& addFile(std::string_view name, std::string_view path);
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
    Shell m_shell;
};

/// Whether the model has routed experts.
[[nodiscard]] bool hasExperts(const Resolved& resolved);
/// Whether routed experts of some layers lie in RAM.
[[nodiscard]] inline bool expertsInRam(const CommandContext& context) {
    return context.placement.layout.cpuExperts > 0 && hasExperts(context.resolved);
}

/// Threads to compute with, where layers, experts or the cache lie in RAM and the CPU's cores are known.
[[nodiscard]] std::optional<std::int64_t> ramThreads(const CommandContext& context);

/// "3,1": the cards' shares.
[[nodiscard]] std::string ratiosText(const PlacementChoice& choice);

/// The steps that make the model's file, where there are any.
void addMaking(std::vector<Command>& commands, const GgufModel& model);

// What each runtime is started with. startCommand() is the first of them.
[[nodiscard]] std::string llamaServer(const CommandContext& context);
[[nodiscard]] std::string llamaCli(const CommandContext& context);
[[nodiscard]] std::string ollamaServe(const CommandContext& context);
[[nodiscard]] std::string vllmServe(const CommandContext& context);
[[nodiscard]] std::string sglangServe(const CommandContext& context);
[[nodiscard]] std::string tensorRtServe(const CommandContext& context);
[[nodiscard]] std::string mlxGenerate(const CommandContext& context);
[[nodiscard]] std::string tabbyApi(const CommandContext& context);

// Everything that a runtime needs, in the order in which it is used.
[[nodiscard]] std::vector<Command> llamaCppCommands(const CommandContext& context);
[[nodiscard]] std::vector<Command> ollamaCommands(const CommandContext& context);
[[nodiscard]] std::vector<Command> lmStudioCommands(const CommandContext& context);
[[nodiscard]] std::vector<Command> webUiCommands(const CommandContext& context);
[[nodiscard]] std::vector<Command> mlxCommands(const CommandContext& context);
[[nodiscard]] std::vector<Command> transformersCommands(const CommandContext& context);

} // namespace vram
