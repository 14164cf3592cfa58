// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands_command.h"

#include "app/english.h"
#include "core/report/check_steps.h"
#include "core/report/command.h"

namespace vram::cli {

nlohmann::ordered_json commandsToJson(const Resolved& resolved, Shell shell) {
    using Json = nlohmann::ordered_json;
    Json commands = Json::array();
    for (const Command& command : commandsFor(resolved, shell)) {
        commands.push_back({{"kind", commandKindId(command.kind)}, {"text", command.text}});
    }
    Json checks = Json::array();
    if (!commands.empty()) {
        for (const CheckStep& step : checkStepsFor(resolved)) {
            checks.push_back({{"code", step.code}, {"arguments", step.arguments}, {"text", checkSentence(step)}});
        }
    }
    return {{"shell", shellId(shell)}, {"commands", std::move(commands)}, {"checks", std::move(checks)}};
}

} // namespace vram::cli
