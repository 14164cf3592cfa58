// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/commands_line.h"

#include "core/scenario/next_token_use.h"

#include <algorithm>

namespace vram {

namespace {

/// The file after -m, or the repository that the program fetches it from.
void addModel(CommandLine& line, const CommandContext& context) {
    const bool unknown = !context.concrete && !std::holds_alternative<ModelFile>(context.scenario().model);
    const GgufModel model = unknown ? GgufModel{"MODEL.gguf"} : ggufModel(context.resolved, context.shell);
    if (!context.concrete && !model.steps.empty()) {
        line.add("-m MODEL.gguf");
    } else if (model.repository.empty()) {
        line.addFile("-m", model.file);
    } else if (model.quantization.empty()) {
        line.add("-hf", model.repository).add("-hff", model.file);
    } else {
        line.add("-hf", model.repository + ":" + model.quantization);
    }
}

/// What is loaded beside the model.
void addExtras(CommandLine& line, const Resolved& resolved) {
    const ExtrasChoice& extras = resolved.scenario.extras;
    if (extras.vision) {
        line.add("--mmproj MMPROJ.gguf");
    }
    for (std::int64_t i = 0; extras.lora && i < std::min<std::int64_t>(extras.lora->count, 4); ++i) {
        line.add("--lora ADAPTER.gguf");
    }
    if (draftsItself(resolved)) {
        line.add("--spec-type draft-mtp").add("--spec-draft-n-max", draftedTokens(resolved));
    }
    if (extras.draft) {
        line.add("-md DRAFT.gguf").add("-cd", extras.draft->context);
        const Resolved& draft = *resolved.extras->draft;
        if (draft.keyFormat.id != draft.runtime->defaultKv) {
            line.add("-ctkd", draft.keyFormat.id);
        }
        if (draft.valueFormat.id != draft.runtime->defaultKv) {
            line.add("-ctvd", draft.valueFormat.id);
        }
    }
}

/// Where things lie, as far as the scenario says more than a number of layers.
void addPlacement(CommandLine& line, const CommandContext& context) {
    const PlacementChoice& choice = context.scenario().placement;
    if (expertsInRam(context)) {
        line.add("--n-cpu-moe", context.placement.layout.cpuExperts);
    }
    if (choice.kvInRam) {
        line.add("-nkvo");
    }
    if (context.cards() > 1) {
        if (choice.rowSplit) {
            line.add("-sm row");
        }
        if (!choice.ratios.empty()) {
            line.add("-ts", ratiosText(choice));
        }
        if (choice.mainGpu > 0) {
            line.add("-mg", choice.mainGpu);
        }
    }
    // --no-mmap and --mlock are gone since llama.cpp b11053.
    if (!choice.mmap || choice.mlock) {
        line.add("-lm").add(!choice.mlock ? "none" : choice.mmap ? "mmap+mlock" : "mlock");
    }
    line.add("-t", ramThreads(context));
}

void addOptions(CommandLine& line, const CommandContext& context, bool server) {
    const Resolved& resolved = context.resolved;
    const RuntimeChoice& options = resolved.scenario.runtime;
    line.add("-ngl", context.placement.gpuLayers);
    addPlacement(line, context);
    if (options.flashAttention) {
        line.add("-fa").add(*options.flashAttention ? "on" : "off");
    }
    if (resolved.keyFormat.id != resolved.runtime->defaultKv) {
        line.add("-ctk", resolved.keyFormat.id);
    }
    if (resolved.valueFormat.id != resolved.runtime->defaultKv) {
        line.add("-ctv", resolved.valueFormat.id);
    }
    line.add("-b", options.logicalBatch).add("-ub", options.ubatch);
    if (server && options.unifiedKv.value_or(false)) {
        line.add("-kvu");
    }
    if (options.swaFull.value_or(false)) {
        line.add("--swa-full");
    }
    addExtras(line, resolved);
}

} // namespace

std::string ratiosText(const PlacementChoice& choice) {
    std::string text;
    for (const double ratio : choice.ratios) {
        text.append(text.empty() ? "" : ",").append(decimalText(ratio));
    }
    return text;
}

std::string llamaServer(const CommandContext& context) {
    const Scenario& scenario = context.scenario();
    CommandLine line("llama-server", context.shell);
    addModel(line, context);
    line.add("-c", saturatingMultiply(scenario.context, scenario.batch)).add("-np", scenario.batch);
    addOptions(line, context, true);
    return line.text();
}

std::string llamaCli(const CommandContext& context) {
    CommandLine line("llama-cli", context.shell);
    addModel(line, context);
    line.add("-c", context.scenario().context);
    addOptions(line, context, false);
    return line.text();
}

void addMaking(std::vector<Command>& commands, const GgufModel& model) {
    std::string text;
    for (const std::string& step : model.steps) {
        text.append(text.empty() ? "" : "\n").append(step);
    }
    if (!text.empty()) {
        commands.push_back({CommandKind::Quantize, std::move(text)});
    }
}

std::vector<Command> llamaCppCommands(const CommandContext& context) {
    std::vector<Command> commands;
    addMaking(commands, ggufModel(context.resolved, context.shell));
    commands.push_back({CommandKind::Server, llamaServer(context)});
    if (context.scenario().batch == 1) { // it holds one conversation
        commands.push_back({CommandKind::Cli, llamaCli(context)});
    }
    return commands;
}

} // namespace vram
