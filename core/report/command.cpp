// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/command.h"

#include "core/placement/settled.h"
#include "core/report/commands_line.h"
#include "core/report/report.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

constexpr std::array<std::string_view, 7> kKindIds{"quantize",  "server", "cli",     "environment",
                                                   "modelfile", "python", "settings"};
static_assert(static_cast<std::size_t>(CommandKind::Settings) + 1 == kKindIds.size());

/// What a runtime is started with, and everything that it needs; nullptr: nothing, or the start alone.
struct RuntimeCommands {
    std::string (*start)(const CommandContext&);
    std::vector<Command> (*all)(const CommandContext&);
};

struct NamedRuntime {
    std::string_view name;
    RuntimeCommands commands;
};
/// Front ends of llama.cpp have its engine, each its own way to be set up.
constexpr std::array kByName{
    NamedRuntime{"llama.cpp", {&llamaServer, &llamaCppCommands}},
    NamedRuntime{"Ollama", {&ollamaServe, &ollamaCommands}},
    NamedRuntime{"LM Studio", {nullptr, &lmStudioCommands}},
    NamedRuntime{"text-generation-webui", {nullptr, &webUiCommands}},
};
constexpr std::array<RuntimeCommands, kEngines> kByEngine{{{nullptr, nullptr},
                                                           {&vllmServe, nullptr},
                                                           {nullptr, &transformersCommands},
                                                           {&sglangServe, nullptr},
                                                           {&tensorRtServe, nullptr},
                                                           {&mlxGenerate, &mlxCommands},
                                                           {&tabbyApi, nullptr},
                                                           {nullptr, nullptr}}};
static_assert(static_cast<std::size_t>(Engine::Vllm) == 1 && static_cast<std::size_t>(Engine::ExLlama) == 6);

RuntimeCommands commandsOf(const RuntimeProfile& runtime) {
    const auto* const named = std::ranges::find(kByName, runtime.name, &NamedRuntime::name);
    return named != kByName.end() ? named->commands : kByEngine.at(static_cast<std::size_t>(runtime.engine));
}

} // namespace

std::string_view commandKindId(CommandKind kind) { return kKindIds.at(static_cast<std::size_t>(kind)); }

std::string startCommand(const Resolved& resolved, const Placement& placement) {
    const auto start = commandsOf(*resolved.runtime).start;
    return start == nullptr ? std::string{} : start({resolved, placement, Shell::Posix, false});
}

std::vector<Command> commandsFor(const Resolved& resolved, const Placement& placement, Shell shell) {
    if (resolved.training != nullptr) {
        return {};
    }
    const RuntimeCommands commands = commandsOf(*resolved.runtime);
    const CommandContext context{resolved, placement, shell, true};
    if (commands.all != nullptr) {
        return commands.all(context);
    }
    return commands.start == nullptr ? std::vector<Command>{}
                                     : std::vector<Command>{{CommandKind::Server, commands.start(context)}};
}

std::vector<Command> commandsFor(const Resolved& resolved, Shell shell) {
    const Result<Report> answer = report(resolved);
    if (!answer || answer->verdict == Verdict::No || answer->verdict == Verdict::Unknown) {
        return {};
    }
    PlacedQuestion question = placedQuestion(resolved);
    // With the options as asked: what the runtime settles by itself need not be said.
    question.settled.scenario.runtime = resolved.scenario.runtime;
    return commandsFor(question.settled, question.placement, shell);
}

PlacedQuestion placedQuestion(const Resolved& resolved) {
    const Cards cards = cardsOf(resolved.machine, resolved.scenario.placement);
    PlacedQuestion question{settledOn(resolved, cards).value_or(resolved), {}};
    const Demand demand = demandOf(question.settled);
    const Layout layout = fullLayout(question.settled, cards);
    const Loads full = loadsOf(question.settled, demand, layout, cards.gpus);
    question.placement = place(question.settled, demand, resolved.machine, cards, layout, full);
    return question;
}

} // namespace vram
