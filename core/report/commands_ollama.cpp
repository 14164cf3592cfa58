// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/commands_line.h"

#include "core/scenario/next_token_use.h"

#include <algorithm>
#include <cctype>

namespace vram {

namespace {

/// As Ollama's parser reads a value to its end (parser/parser.go): plain but for what only quotes can hold.
std::string modelfileValue(const std::string& value) {
    const bool plain = value.find_first_of("\n\r") == std::string::npos && !value.starts_with(' ') &&
                       !value.ends_with(' ') && !value.starts_with('"');
    const std::string_view quotes = plain ? "" : value.find('"') == std::string::npos ? "\"" : "\"\"\"";
    return std::string(quotes) + value + std::string(quotes);
}

void parameter(std::string& text, std::string_view name, std::int64_t value) {
    text.append("\nPARAMETER ").append(name).append(" ").append(std::to_string(value));
}

std::string modelfile(const CommandContext& context, const GgufModel& model) {
    const Scenario& scenario = context.scenario();
    const PlacementChoice& choice = scenario.placement;
    std::string text = "FROM ";
    if (model.repository.empty()) {
        const bool absolute = model.file.find_first_of("/\\:") != std::string::npos;
        text += modelfileValue(absolute ? model.file : "./" + model.file);
    } else {
        text += "hf.co/" + model.repository;
        const std::string& tag = model.quantization.empty() ? model.file : model.quantization;
        text += tag.empty() ? "" : ":" + tag;
    }
    for (std::int64_t i = 0; scenario.extras.lora && i < std::min<std::int64_t>(scenario.extras.lora->count, 4); ++i) {
        text += "\nADAPTER ./ADAPTER.gguf";
    }
    parameter(text, "num_ctx", scenario.context);
    // Left out, Ollama takes what fits by its own count.
    const bool inRam = context.cards() == 0 || !context.placement.layout.allOnDevices();
    if (inRam || choice.gpuLayers) {
        parameter(text, "num_gpu", context.placement.gpuLayers);
    }
    if (scenario.runtime.logicalBatch) {
        parameter(text, "num_batch", *scenario.runtime.logicalBatch);
    }
    if (inRam && scenario.machine.cpuCores) {
        parameter(text, "num_thread", *scenario.machine.cpuCores);
    }
    if (choice.mainGpu > 0 && context.cards() > 1) {
        parameter(text, "main_gpu", choice.mainGpu);
    }
    if (!choice.mmap) {
        text += "\nPARAMETER use_mmap false";
    }
    if (draftsItself(context.resolved)) {
        parameter(text, "draft_num_predict", draftedTokens(context.resolved));
    }
    return text;
}

/// A name of Ollama's: lower case, digits, "-" and ".".
std::string ollamaName(const Resolved& resolved) {
    std::string name;
    for (const char c : modelStem(resolved)) {
        const auto lower = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '.';
        name += kept ? lower : '-';
    }
    const std::size_t first = name.find_first_not_of("-.");
    return first == std::string::npos ? "model" : name.substr(first);
}

} // namespace

std::string ollamaServe(const CommandContext& context) {
    const Scenario& scenario = context.scenario();
    std::vector<EnvironmentVariable> variables{{"OLLAMA_CONTEXT_LENGTH", std::to_string(scenario.context)},
                                               {"OLLAMA_NUM_PARALLEL", std::to_string(scenario.batch)}};
    if (scenario.runtime.flashAttention) {
        variables.emplace_back("OLLAMA_FLASH_ATTENTION", *scenario.runtime.flashAttention ? "1" : "0");
    }
    if (context.resolved.keyFormat.id != context.resolved.runtime->defaultKv) {
        variables.emplace_back("OLLAMA_KV_CACHE_TYPE", context.resolved.keyFormat.id);
    }
    // Asked for, layers go to all cards even where one would be enough.
    if (scenario.placement.mode == PlacementMode::Layers && context.cards() > 1) {
        variables.emplace_back("OLLAMA_SCHED_SPREAD", "1");
    }
    return withEnvironment(variables, "ollama serve", context.shell);
}

std::vector<Command> ollamaCommands(const CommandContext& context) {
    const GgufModel model = ggufModel(context.resolved, context.shell);
    std::vector<Command> commands;
    addMaking(commands, model);
    commands.push_back({CommandKind::Environment, ollamaServe(context)});
    commands.push_back({CommandKind::Modelfile, modelfile(context, model)});
    const std::string name = shellQuoted(ollamaName(context.resolved), context.shell);
    commands.push_back({CommandKind::Cli, "ollama create " + name + " -f Modelfile\nollama run " + name});
    return commands;
}

} // namespace vram
