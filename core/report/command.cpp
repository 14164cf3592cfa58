// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/command.h"

#include "core/memory/cache.h"

#include <array>
#include <string_view>

namespace vram {

namespace {

void option(std::string& command, std::string_view name, std::string_view value) {
    command.append(" ").append(name).append(" ").append(value);
}

void option(std::string& command, std::string_view name, std::int64_t value) {
    option(command, name, std::string_view(std::to_string(value)));
}

std::string llamaServer(const Resolved& resolved, const Placement& placement) {
    const Scenario& scenario = resolved.scenario;
    const RuntimeChoice& options = scenario.runtime;
    std::string command = "llama-server -m MODEL.gguf";
    option(command, "-c", saturatingMultiply(scenario.context, scenario.batch));
    option(command, "-np", scenario.batch);
    option(command, "-ngl", placement.gpuLayers);
    if (options.flashAttention) {
        option(command, "-fa", *options.flashAttention ? "on" : "off");
    }
    if (resolved.keyFormat.id != resolved.runtime->defaultKv) {
        option(command, "-ctk", resolved.keyFormat.id);
    }
    if (resolved.valueFormat.id != resolved.runtime->defaultKv) {
        option(command, "-ctv", resolved.valueFormat.id);
    }
    if (options.logicalBatch) {
        option(command, "-b", *options.logicalBatch);
    }
    if (options.ubatch) {
        option(command, "-ub", *options.ubatch);
    }
    if (options.unifiedKv.value_or(false)) {
        command += " -kvu";
    }
    if (options.swaFull.value_or(false)) {
        command += " --swa-full";
    }
    return command;
}

std::string vllmServe(const Resolved& resolved, const Placement& placement) {
    const Scenario& scenario = resolved.scenario;
    const auto* name = std::get_if<CatalogName>(&scenario.model);
    std::string command = "vllm serve " + (name != nullptr ? name->name : std::string("MODEL"));
    option(command, "--max-model-len", scenario.context);
    option(command, "--max-num-seqs", scenario.batch);
    if (placement.layout.tensorRanks > 1) {
        option(command, "--tensor-parallel-size", placement.layout.tensorRanks);
    } else if (placement.layout.devices.size() > 1) {
        option(command, "--pipeline-parallel-size", static_cast<std::int64_t>(placement.layout.devices.size()));
    }
    if (resolved.keyFormat.id != resolved.runtime->defaultKv) {
        option(command, "--kv-cache-dtype", resolved.keyFormat.id);
    }
    if (const auto share = scenario.runtime.gpuMemoryUtilization) {
        std::string text = std::to_string(*share);
        text.erase(text.find_last_not_of('0') + 1);
        option(command, "--gpu-memory-utilization", text);
    }
    if (const auto tokens = scenario.runtime.maxBatchedTokens) {
        option(command, "--max-num-batched-tokens", *tokens);
    }
    if (!scenario.runtime.cudaGraphs.value_or(true)) {
        command += " --enforce-eager";
    }
    return command;
}

} // namespace

std::string startCommand(const Resolved& resolved, const Placement& placement) {
    if (resolved.runtime->name == "llama.cpp") {
        return llamaServer(resolved, placement);
    }
    return resolved.runtime->engine == Engine::Vllm ? vllmServe(resolved, placement) : std::string{};
}

} // namespace vram
