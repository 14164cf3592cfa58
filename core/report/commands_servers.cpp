// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/commands_line.h"

#include "core/memory/cache.h"
#include "core/scenario/next_token_use.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

/// How a runtime names the ways to use several cards; empty: it has no such option.
struct ParallelNames {
    std::string_view tensor;
    std::string_view pipeline;
    std::string_view data;
    std::string_view expertSize; ///< takes a number
    std::string_view expertFlag; ///< takes none
};
constexpr ParallelNames kVllmNames{"--tensor-parallel-size", "--pipeline-parallel-size", "--data-parallel-size", "",
                                   "--enable-expert-parallel"};
constexpr ParallelNames kSglangNames{"--tp", "--pp-size", "--dp-size", "--ep-size", ""};
constexpr ParallelNames kTensorRtNames{"--tp_size", "--pp_size", "", "--ep_size", ""};

void addDegree(CommandLine& line, std::string_view name, std::int64_t degree) {
    if (degree > 1 && !name.empty()) {
        line.add(name, degree);
    }
}

void addParallel(CommandLine& line, const CommandContext& context, const ParallelNames& names) {
    const ServingDegrees degrees = servingDegrees(context.resolved, static_cast<std::int64_t>(context.cards()));
    addDegree(line, names.tensor, degrees.tensor);
    addDegree(line, names.pipeline, degrees.pipeline);
    addDegree(line, names.data, degrees.data);
    if (context.scenario().placement.expertParallel && hasExperts(context.resolved)) {
        addDegree(line, names.expertSize, degrees.tensor);
        if (!names.expertFlag.empty()) {
            line.add(names.expertFlag);
        }
    }
}

void addCacheType(CommandLine& line, const Resolved& resolved, std::string_view name) {
    if (resolved.keyFormat.id != resolved.runtime->defaultKv) {
        line.add(name, resolved.keyFormat.id);
    }
}

constexpr std::int64_t kDraftTokens = 5; // of a draft model, as in vLLM's and SGLang's examples

/// The ranks that vLLM has kernels for (MaxLoRARanks of vllm/config/lora.py).
std::int64_t vllmRank(std::int64_t rank) {
    constexpr std::array<std::int64_t, 8> kRanks{8, 16, 32, 64, 128, 256, 320, 512};
    const auto* const found = std::ranges::lower_bound(kRanks, rank);
    return found == kRanks.end() ? kRanks.back() : *found;
}

/// vLLM: adapters, and one way to draft.
void addVllmExtras(CommandLine& line, const Resolved& resolved) {
    const ExtrasChoice& extras = resolved.scenario.extras;
    if (extras.lora) {
        line.add("--enable-lora").add("--max-lora-rank", vllmRank(extras.lora->rank));
        line.add("--max-loras", extras.lora->count).add("--lora-modules ADAPTER=PATH");
    }
    std::string config;
    if (extras.draft) {
        config = R"({"method": "draft_model", "model": ")" + extras.draft->model + R"(", "num_speculative_tokens": )" +
                 std::to_string(kDraftTokens) + "}";
    } else if (draftsItself(resolved)) {
        config = R"({"method": "mtp", "num_speculative_tokens": )" + std::to_string(draftedTokens(resolved)) + "}";
    }
    if (!config.empty()) {
        line.add("--speculative-config", config);
    }
}

/// SGLang (server_args.py): a chain of drafted tokens and the one that verifies them.
void addSglangExtras(CommandLine& line, const Resolved& resolved) {
    const ExtrasChoice& extras = resolved.scenario.extras;
    if (extras.lora) {
        line.add("--lora-paths ADAPTER=PATH").add("--max-lora-rank", extras.lora->rank);
        line.add("--max-loras-per-batch", extras.lora->count);
    }
    std::int64_t tokens = 0;
    if (extras.draft) {
        tokens = kDraftTokens;
        line.add("--speculative-algorithm STANDALONE").add("--speculative-draft-model-path", extras.draft->model);
    } else if (draftsItself(resolved)) {
        tokens = draftedTokens(resolved);
        line.add("--speculative-algorithm NEXTN");
    }
    if (tokens > 0) {
        line.add("--speculative-num-steps", tokens).add("--speculative-eagle-topk 1");
        line.add("--speculative-num-draft-tokens", tokens + 1);
    }
}

/// TensorRT-LLM takes them from a file (llmapi/llm_args.py); JSON is YAML.
std::string tensorRtOptions(const Resolved& resolved) {
    const ExtrasChoice& extras = resolved.scenario.extras;
    std::string options;
    if (extras.lora) {
        options = R"("lora_config": {"max_lora_rank": )" + std::to_string(extras.lora->rank) + R"(, "max_loras": )" +
                  std::to_string(extras.lora->count) + "}";
    }
    std::string drafting;
    if (extras.draft) {
        drafting = R"("decoding_type": "Draft_Target", "max_draft_len": )" + std::to_string(kDraftTokens) +
                   R"(, "speculative_model": ")" + extras.draft->model + R"(")";
    } else if (draftsItself(resolved)) {
        drafting = R"("decoding_type": "MTP", "num_nextn_predict_layers": )" + std::to_string(draftedTokens(resolved));
    }
    if (!drafting.empty()) {
        options += (options.empty() ? "" : ", ") + (R"("speculative_config": {)" + drafting) + "}";
    }
    return options.empty() ? std::string{} : "{" + options + "}";
}

/// "q4" and "fp8" as their digits; 16 for what is not quantized.
std::string cacheBits(const KvFormat& format) {
    return format.quantized ? format.id.substr(format.id.find_first_of("0123456789")) : std::string("16");
}

/// The folder that MLX loads.
std::string mlxFolder(const CommandContext& context) {
    const bool file = std::holds_alternative<ModelFile>(context.scenario().model);
    return context.concrete || file ? mlxModel(context.resolved, context.shell).folder : std::string("MODEL");
}

} // namespace

std::string vllmServe(const CommandContext& context) {
    const Scenario& scenario = context.scenario();
    CommandLine line("vllm serve", context.shell);
    line.add(shellQuoted(checkpointName(context.resolved), context.shell));
    line.add("--max-model-len", scenario.context);
    line.add("--max-num-seqs", scenario.runtime.maxSequences.value_or(scenario.batch));
    addParallel(line, context, kVllmNames);
    addCacheType(line, context.resolved, "--kv-cache-dtype");
    line.add("--gpu-memory-utilization", scenario.runtime.gpuMemoryUtilization);
    line.add("--max-num-batched-tokens", scenario.runtime.maxBatchedTokens);
    if (!scenario.runtime.cudaGraphs.value_or(true)) {
        line.add("--enforce-eager");
    }
    addVllmExtras(line, context.resolved);
    return line.text();
}

std::string sglangServe(const CommandContext& context) {
    const RuntimeChoice& options = context.scenario().runtime;
    CommandLine line("python -m sglang.launch_server", context.shell);
    line.add("--model-path", checkpointName(context.resolved));
    line.add("--context-length", context.scenario().context);
    addParallel(line, context, kSglangNames);
    line.add("--max-running-requests", options.maxSequences);
    addCacheType(line, context.resolved, "--kv-cache-dtype");
    line.add("--mem-fraction-static", options.memFractionStatic);
    line.add("--chunked-prefill-size", options.chunkedPrefillSize);
    line.add("--cuda-graph-max-bs", options.cudaGraphMaxBatch);
    line.add("--page-size", options.pageSize);
    if (!options.cudaGraphs.value_or(true)) {
        line.add("--disable-cuda-graph");
    }
    addSglangExtras(line, context.resolved);
    return line.text();
}

std::string tensorRtServe(const CommandContext& context) {
    const RuntimeChoice& options = context.scenario().runtime;
    CommandLine line("trtllm-serve", context.shell);
    line.add(shellQuoted(checkpointName(context.resolved), context.shell));
    line.add("--max_seq_len", context.scenario().context);
    line.add("--max_batch_size", options.maxSequences);
    line.add("--max_num_tokens", options.maxBatchedTokens);
    addParallel(line, context, kTensorRtNames);
    addCacheType(line, context.resolved, "--kv_cache_dtype");
    line.add("--kv_cache_free_gpu_memory_fraction", options.freeGpuMemoryFraction);
    const std::string file = tensorRtOptions(context.resolved);
    if (file.empty()) {
        return line.text();
    }
    return writeThenRun(file, "options.yaml", line.add("--extra_llm_api_options options.yaml").text(), context.shell);
}

std::string mlxGenerate(const CommandContext& context) {
    CommandLine line("mlx_lm.generate", context.shell);
    line.add("--model", mlxFolder(context));
    const KvFormat& format = context.resolved.keyFormat;
    if (format.quantized) {
        line.add("--kv-bits", std::string_view(format.id).substr(0, format.id.find('-')));
    }
    line.add("--prefill-step-size", context.scenario().runtime.chunkedPrefillSize);
    return line.text();
}

std::vector<Command> mlxCommands(const CommandContext& context) {
    std::vector<Command> commands;
    if (std::string step = mlxModel(context.resolved, context.shell).step; !step.empty()) {
        commands.push_back({CommandKind::Quantize, std::move(step)});
    }
    commands.push_back({CommandKind::Cli, mlxGenerate(context)});
    if (!context.resolved.keyFormat.quantized) { // the server has no option for it
        CommandLine line("mlx_lm.server", context.shell);
        line.add("--model", mlxFolder(context));
        line.add("--prefill-step-size", context.scenario().runtime.chunkedPrefillSize);
        commands.push_back({CommandKind::Server, line.text()});
    }
    return commands;
}

std::string tabbyApi(const CommandContext& context) {
    const Resolved& resolved = context.resolved;
    const Scenario& scenario = context.scenario();
    CommandLine line("python main.py", context.shell);
    const bool file = std::holds_alternative<ModelFile>(scenario.model);
    line.add("--model-name", file ? modelStem(resolved) : std::string("MODEL"));
    line.add("--max-seq-len", scenario.context);
    line.add("--cache-size", roundUp(saturatingMultiply(scenario.context, scenario.batch), cachePage(resolved)));
    line.add("--max-batch-size", scenario.batch);
    if (resolved.keyFormat.quantized || resolved.valueFormat.quantized) {
        std::string mode = cacheBits(resolved.keyFormat);
        if (resolved.format.container == Container::Exl2) {
            mode.insert(0, resolved.keyFormat.id == "fp8" ? "FP" : "Q");
        } else {
            mode.append(",").append(cacheBits(resolved.valueFormat));
        }
        line.add("--cache-mode", mode);
    }
    line.add("--chunk-size", scenario.runtime.chunkedPrefillSize);
    return line.text();
}

} // namespace vram
