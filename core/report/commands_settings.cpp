// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/commands_line.h"

#include "core/memory/cache.h"

#include <algorithm>
#include <cctype>

namespace vram {

namespace {

constexpr std::int64_t kUsualBatch = 2048; // n_batch of llama.cpp

/// Lines "Setting: value".
class SettingsText {
public:
    void add(std::string_view name, std::string_view value) {
        m_text.append(m_text.empty() ? "" : "\n").append(name).append(": ");
        for (const char c : value) { // one line a setting, whatever a file is called
            m_text += c == '\n' || c == '\r' ? ' ' : c;
        }
    }
    void add(std::string_view name, std::int64_t value) { add(name, std::to_string(value)); }
    void add(std::string_view name, const std::optional<std::int64_t>& value) {
        if (value) {
            add(name, *value);
        }
    }
    [[nodiscard]] std::string text() const { return m_text; }

private:
    std::string m_text;
};

std::string_view onOff(bool on) { return on ? "On" : "Off"; }

std::string upper(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
    return result;
}

/// A cache type as LM Studio lists it; Off: not quantized.
std::string cacheChoice(const KvFormat& format) {
    return format.quantized ? upper(format.id) : std::string(onOff(false));
}

/// What text-generation-webui has no field for, as llama-server's options.
std::string extraFlags(const CommandContext& context) {
    const Resolved& resolved = context.resolved;
    const PlacementChoice& choice = context.scenario().placement;
    const RuntimeChoice& options = context.scenario().runtime;
    CommandLine line("", Shell::Posix); // the field is split as a POSIX shell does (shlex)
    if (expertsInRam(context)) {
        line.add("--n-cpu-moe", context.placement.layout.cpuExperts);
    }
    if (choice.mainGpu > 0 && context.cards() > 1) {
        line.add("--main-gpu", choice.mainGpu);
    }
    if (!options.flashAttention.value_or(true)) {
        line.add("--flash-attn off");
    }
    if (resolved.valueFormat.id != resolved.keyFormat.id) {
        line.add("--cache-type-v", resolved.valueFormat.id);
    }
    if (options.unifiedKv.value_or(false)) {
        line.add("--kv-unified");
    }
    if (options.swaFull.value_or(false)) {
        line.add("--swa-full");
    }
    return line.text().substr(line.text().empty() ? 0 : 1);
}

std::string fileName(const GgufModel& model) { return model.file.substr(model.file.find_last_of("/\\") + 1); }

} // namespace

/// The load settings of LM Studio's window. Its context length is of one conversation.
std::vector<Command> lmStudioCommands(const CommandContext& context) {
    const Resolved& resolved = context.resolved;
    const Scenario& scenario = context.scenario();
    const PlacementChoice& choice = scenario.placement;
    const GgufModel model = ggufModel(resolved, context.shell);
    const std::int64_t layers = resolved.model.architecture->layerCount();
    SettingsText settings;
    settings.add("Model", fileName(model));
    settings.add("Context Length", scenario.context);
    settings.add("GPU Offload", std::min(context.placement.gpuLayers, layers));
    settings.add("CPU Thread Pool Size", ramThreads(context));
    settings.add("Evaluation Batch Size", scenario.runtime.logicalBatch);
    settings.add("Physical Batch Size", scenario.runtime.ubatch);
    settings.add("Max Concurrent Predictions", scenario.batch);
    settings.add("Unified KV Cache", onOff(scenario.runtime.unifiedKv.value_or(false)));
    settings.add("Offload KV Cache to GPU Memory", onOff(!choice.kvInRam && context.cards() > 0));
    settings.add("Keep Model in Memory", onOff(choice.mlock));
    settings.add("Try mmap()", onOff(choice.mmap));
    if (expertsInRam(context)) {
        settings.add("Number of layers for which to force MoE weights onto CPU", context.placement.layout.cpuExperts);
    }
    if (scenario.runtime.flashAttention || resolved.valueFormat.quantized) {
        settings.add("Flash Attention", onOff(scenario.runtime.flashAttention.value_or(true)));
    }
    settings.add("K Cache Quantization Type", cacheChoice(resolved.keyFormat));
    settings.add("V Cache Quantization Type", cacheChoice(resolved.valueFormat));
    std::vector<Command> commands;
    addMaking(commands, model);
    commands.push_back({CommandKind::Settings, settings.text()});
    return commands;
}

/// The fields of text-generation-webui's Model tab. Its own batch sizes are other ones than llama.cpp's, so both are
/// always said; its context is of all slots together.
std::vector<Command> webUiCommands(const CommandContext& context) {
    const Resolved& resolved = context.resolved;
    const Scenario& scenario = context.scenario();
    const PlacementChoice& choice = scenario.placement;
    const GgufModel model = ggufModel(resolved, context.shell);
    const std::string& key = resolved.keyFormat.id;
    SettingsText settings;
    settings.add("Model", fileName(model));
    settings.add("Model loader", "llama.cpp");
    settings.add("gpu-layers", context.placement.gpuLayers);
    settings.add("ctx-size", saturatingMultiply(scenario.context, scenario.batch));
    settings.add("cache-type", key == "f16" ? std::string("fp16") : key);
    if (context.cards() > 1) {
        settings.add("split-mode", choice.rowSplit ? "row" : "layer");
        if (!choice.ratios.empty()) {
            settings.add("tensor_split", ratiosText(choice));
        }
    }
    if (scenario.extras.vision) {
        settings.add("mmproj file", "MMPROJ.gguf");
    }
    if (scenario.extras.draft) {
        settings.add("model-draft", "DRAFT.gguf");
        settings.add("ctx-size-draft", scenario.extras.draft->context);
    }
    settings.add("parallel", scenario.batch);
    settings.add("threads", ramThreads(context));
    settings.add("batch_size", scenario.runtime.logicalBatch.value_or(kUsualBatch));
    settings.add("ubatch_size", llamaCppCache(resolved).microBatch);
    settings.add("no_kv_offload", onOff(choice.kvInRam));
    settings.add("no-mmap", onOff(!choice.mmap));
    settings.add("mlock", onOff(choice.mlock));
    if (const std::string flags = extraFlags(context); !flags.empty()) {
        settings.add("extra-flags", flags);
    }
    std::vector<Command> commands;
    addMaking(commands, model);
    commands.push_back({CommandKind::Settings, settings.text()});
    return commands;
}

} // namespace vram
