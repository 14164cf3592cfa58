// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/command.h"

#include "core/memory/cache.h"
#include "core/scenario/next_token_use.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace vram {

namespace {

void option(std::string& command, std::string_view name, std::string_view value) {
    command.append(" ").append(name).append(" ").append(value);
}

void option(std::string& command, std::string_view name, std::int64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    option(command, name, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

/// What llama-server loads beside the model.
void addExtras(std::string& command, const Resolved& resolved) {
    const ExtrasChoice& extras = resolved.scenario.extras;
    if (extras.vision) {
        option(command, "--mmproj", "MMPROJ.gguf");
    }
    for (std::int64_t i = 0; extras.lora && i < std::min<std::int64_t>(extras.lora->count, 4); ++i) {
        option(command, "--lora", "ADAPTER.gguf");
    }
    if (draftsItself(resolved)) {
        option(command, "--spec-type", "draft-mtp");
        option(command, "--spec-draft-n-max", draftedTokens(resolved));
    }
    if (extras.draft) {
        option(command, "-md", "DRAFT.gguf");
        if (extras.draft->context) {
            option(command, "-cd", *extras.draft->context);
        }
        const Resolved& draft = *resolved.extras->draft;
        if (draft.keyFormat.id != draft.runtime->defaultKv) {
            option(command, "-ctkd", draft.keyFormat.id);
        }
        if (draft.valueFormat.id != draft.runtime->defaultKv) {
            option(command, "-ctvd", draft.valueFormat.id);
        }
    }
}

std::string llamaServer(const Resolved& resolved, const Placement& placement) {
    const Scenario& scenario = resolved.scenario;
    const RuntimeChoice& options = scenario.runtime;
    constexpr std::size_t kUsualLength = 127;
    std::string command;
    command.reserve(kUsualLength);
    command = "llama-server -m MODEL.gguf";
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
    addExtras(command, resolved);
    return command;
}

std::string ollamaServe(const Resolved& resolved) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    std::string command = "OLLAMA_CONTEXT_LENGTH=" + std::to_string(resolved.scenario.context);
    command.append(" OLLAMA_NUM_PARALLEL=").append(std::to_string(resolved.scenario.batch));
    if (options.flashAttention) {
        command.append(" OLLAMA_FLASH_ATTENTION=").append(*options.flashAttention ? "1" : "0");
    }
    if (resolved.keyFormat.id != resolved.runtime->defaultKv) {
        command.append(" OLLAMA_KV_CACHE_TYPE=").append(resolved.keyFormat.id);
    }
    return command + " ollama serve";
}

std::string modelName(const Resolved& resolved) {
    const auto* name = std::get_if<CatalogName>(&resolved.scenario.model);
    return name != nullptr ? name->name : std::string("MODEL");
}

/// "0.85" rather than "0.850000".
std::string decimal(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

void parallel(std::string& command, const Layout& layout, std::string_view tensor, std::string_view pipeline) {
    if (layout.tensorRanks > 1) {
        option(command, tensor, layout.tensorRanks);
    } else if (layout.devices.size() > 1) {
        option(command, pipeline, static_cast<std::int64_t>(layout.devices.size()));
    }
}

template <typename T>
void optional(std::string& command, std::string_view name, const std::optional<T>& value) {
    if (value) {
        option(command, name, *value);
    }
}

void share(std::string& command, std::string_view name, const std::optional<double>& value) {
    if (value) {
        option(command, name, decimal(*value));
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
void addVllmExtras(std::string& command, const Resolved& resolved) {
    const ExtrasChoice& extras = resolved.scenario.extras;
    if (extras.lora) {
        command += " --enable-lora";
        option(command, "--max-lora-rank", vllmRank(extras.lora->rank));
        option(command, "--max-loras", extras.lora->count);
        option(command, "--lora-modules", "ADAPTER=PATH");
    }
    std::string config;
    if (extras.draft) {
        config = R"({"method": "draft_model", "model": ")" + extras.draft->model + R"(", "num_speculative_tokens": )" +
                 std::to_string(kDraftTokens) + "}";
    } else if (draftsItself(resolved)) {
        config = R"({"method": "mtp", "num_speculative_tokens": )" + std::to_string(draftedTokens(resolved)) + "}";
    }
    if (!config.empty()) {
        option(command, "--speculative-config", "'" + config + "'");
    }
}

/// SGLang (server_args.py): a chain of drafted tokens and the one that verifies them.
void addSglangExtras(std::string& command, const Resolved& resolved) {
    const ExtrasChoice& extras = resolved.scenario.extras;
    if (extras.lora) {
        option(command, "--lora-paths", "ADAPTER=PATH");
        option(command, "--max-lora-rank", extras.lora->rank);
        option(command, "--max-loras-per-batch", extras.lora->count);
    }
    std::int64_t tokens = 0;
    if (extras.draft) {
        tokens = kDraftTokens;
        option(command, "--speculative-algorithm", "STANDALONE");
        option(command, "--speculative-draft-model-path", extras.draft->model);
    } else if (draftsItself(resolved)) {
        tokens = draftedTokens(resolved);
        option(command, "--speculative-algorithm", "NEXTN");
    }
    if (tokens > 0) {
        option(command, "--speculative-num-steps", tokens);
        option(command, "--speculative-eagle-topk", 1);
        option(command, "--speculative-num-draft-tokens", tokens + 1);
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

std::string vllmServe(const Resolved& resolved, const Placement& placement) {
    const Scenario& scenario = resolved.scenario;
    std::string command = "vllm serve " + modelName(resolved);
    option(command, "--max-model-len", scenario.context);
    option(command, "--max-num-seqs", scenario.runtime.maxSequences.value_or(scenario.batch));
    parallel(command, placement.layout, "--tensor-parallel-size", "--pipeline-parallel-size");
    if (resolved.keyFormat.id != resolved.runtime->defaultKv) {
        option(command, "--kv-cache-dtype", resolved.keyFormat.id);
    }
    share(command, "--gpu-memory-utilization", scenario.runtime.gpuMemoryUtilization);
    optional(command, "--max-num-batched-tokens", scenario.runtime.maxBatchedTokens);
    if (!scenario.runtime.cudaGraphs.value_or(true)) {
        command += " --enforce-eager";
    }
    addVllmExtras(command, resolved);
    return command;
}

std::string sglangServe(const Resolved& resolved, const Placement& placement) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    std::string command = "python -m sglang.launch_server --model-path " + modelName(resolved);
    option(command, "--context-length", resolved.scenario.context);
    parallel(command, placement.layout, "--tp", "--pp-size");
    optional(command, "--max-running-requests", options.maxSequences);
    if (resolved.keyFormat.id != resolved.runtime->defaultKv) {
        option(command, "--kv-cache-dtype", resolved.keyFormat.id);
    }
    share(command, "--mem-fraction-static", options.memFractionStatic);
    optional(command, "--chunked-prefill-size", options.chunkedPrefillSize);
    optional(command, "--cuda-graph-max-bs", options.cudaGraphMaxBatch);
    optional(command, "--page-size", options.pageSize);
    if (!options.cudaGraphs.value_or(true)) {
        command += " --disable-cuda-graph";
    }
    addSglangExtras(command, resolved);
    return command;
}

std::string tensorRtServe(const Resolved& resolved, const Placement& placement) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    std::string command = "trtllm-serve " + modelName(resolved);
    option(command, "--max_seq_len", resolved.scenario.context);
    optional(command, "--max_batch_size", options.maxSequences);
    optional(command, "--max_num_tokens", options.maxBatchedTokens);
    parallel(command, placement.layout, "--tp_size", "--pp_size");
    if (resolved.keyFormat.id != resolved.runtime->defaultKv) {
        option(command, "--kv_cache_dtype", resolved.keyFormat.id);
    }
    share(command, "--kv_cache_free_gpu_memory_fraction", options.freeGpuMemoryFraction);
    if (const std::string file = tensorRtOptions(resolved); !file.empty()) {
        option(command, "--extra_llm_api_options", "options.yaml");
        command.insert(0, "echo '" + file + "' > options.yaml && ");
    }
    return command;
}

std::string mlxGenerate(const Resolved& resolved, const Placement&) {
    std::string command = "mlx_lm.generate --model MODEL";
    const std::string& id = resolved.keyFormat.id;
    if (resolved.keyFormat.quantized) {
        option(command, "--kv-bits", id.substr(0, id.find('-')));
    }
    optional(command, "--prefill-step-size", resolved.scenario.runtime.chunkedPrefillSize);
    return command;
}

/// "q4" and "fp8" as their digits; 16 for what is not quantized.
std::string cacheBits(const KvFormat& format) {
    return format.quantized ? format.id.substr(format.id.find_first_of("0123456789")) : std::string("16");
}

std::string tabbyApi(const Resolved& resolved, const Placement&) {
    const Scenario& scenario = resolved.scenario;
    std::string command = "python main.py --model-name MODEL";
    option(command, "--max-seq-len", scenario.context);
    option(command, "--cache-size", roundUp(saturatingMultiply(scenario.context, scenario.batch), cachePage(resolved)));
    option(command, "--max-batch-size", scenario.batch);
    if (resolved.keyFormat.quantized || resolved.valueFormat.quantized) {
        std::string mode = cacheBits(resolved.keyFormat);
        if (resolved.format.container == Container::Exl2) {
            mode.insert(0, resolved.keyFormat.id == "fp8" ? "FP" : "Q");
        } else {
            mode.append(",").append(cacheBits(resolved.valueFormat));
        }
        option(command, "--cache-mode", mode);
    }
    optional(command, "--chunk-size", scenario.runtime.chunkedPrefillSize);
    return command;
}

} // namespace

std::string startCommand(const Resolved& resolved, const Placement& placement) {
    using CommandFunction = std::string (*)(const Resolved&, const Placement&);
    constexpr std::array<CommandFunction, kEngines> kByEngine{nullptr,        &vllmServe,   nullptr,   &sglangServe,
                                                              &tensorRtServe, &mlxGenerate, &tabbyApi, nullptr};
    static_assert(static_cast<std::size_t>(Engine::Vllm) == 1 && static_cast<std::size_t>(Engine::ExLlama) == 6);
    if (resolved.runtime->name == "llama.cpp") {
        return llamaServer(resolved, placement);
    }
    if (resolved.runtime->name == "Ollama") {
        return ollamaServe(resolved);
    }
    const CommandFunction function = kByEngine.at(static_cast<std::size_t>(resolved.runtime->engine));
    return function == nullptr ? std::string{} : function(resolved, placement);
}

} // namespace vram
