// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/training_json.h"

#include "core/catalog/training_table.h"
#include "core/scenario/json_fields.h"
#include "core/scenario/scenario.h"

#include <array>

namespace vram {

namespace {

constexpr std::array<std::string_view, 5> kMethods{"sft", "pretrain", "dpo", "grpo", "ppo"};
constexpr std::array<std::string_view, 5> kPrecisions{"bf16", "bf16-mixed", "fp16-mixed", "fp32", "fp8-mixed"};
constexpr std::array<std::string_view, 3> kLosses{"full", "chunked", "fused"};
constexpr std::array<std::string_view, 3> kRecomputes{"full", "selective", "offloaded"};
constexpr std::array<std::string_view, 5> kShardings{"none", "zero1", "zero2", "zero3", "fsdp"};
constexpr std::array<std::string_view, 3> kOffloads{"none", "optimizer", "parameters"};
constexpr std::int64_t kMostRank = 65536;
constexpr double kMostAlpha = 1e6;

std::vector<std::string_view> optimizerIds() {
    std::vector<std::string_view> ids;
    for (const OptimizerRow& row : optimizerTable()) {
        ids.push_back(row.id);
    }
    return ids;
}

} // namespace

TrainingChoice readTraining(const Json& value, const std::string& path, std::vector<Error>& errors) {
    TrainingChoice training;
    ObjectReader reader(value, path, errors);
    oneOf(reader, "method", kMethods, training.method);
    oneOf(reader, "optimizer", optimizerIds(), training.optimizer);
    assign(training.optimizerRank, reader.integer("optimizer_rank", 1, kMostRank));
    oneOf(reader, "precision", kPrecisions, training.precision);
    oneOf(reader, "loss", kLosses, training.loss);
    assign(training.checkpointing, reader.boolean("checkpointing"));
    oneOf(reader, "recompute", kRecomputes, training.recompute);
    assign(training.checkpointEvery, reader.integer("checkpoint_every", 1, kMostRank));
    assign(training.flashAttention, reader.boolean("flash_attention"));
    assign(training.compile, reader.boolean("compile"));
    training.fusedKernels = reader.boolean("fused_kernels");
    assign(training.loraRank, reader.integer("lora_rank", 1, kMostRank));
    assign(training.loraAlpha, reader.number("lora_alpha", 0, kMostAlpha));
    assign(training.loraDropout, reader.number("lora_dropout", 0, 1));
    assign(training.loraTargets, reader.string("lora_targets"));
    assign(training.adapters, reader.integer("adapters", 1, kMostAdapters));
    assign(training.dora, reader.boolean("dora"));
    training.trainedLayers = reader.integer("trained_layers", 0, kMostRank);
    assign(training.trainEmbeddings, reader.boolean("train_embeddings"));
    assign(training.optimizerInBackward, reader.boolean("optimizer_in_backward"));
    assign(training.gradientAccumulation, reader.integer("gradient_accumulation", 1, kMostBatch));
    oneOf(reader, "sharding", kShardings, training.sharding);
    oneOf(reader, "offload", kOffloads, training.offload);
    assign(training.tensorParallel, reader.integer("tensor_parallel", 1, kMostGpus));
    assign(training.sequenceParallel, reader.boolean("sequence_parallel"));
    assign(training.contextParallel, reader.integer("context_parallel", 1, kMostGpus));
    assign(training.pipelineParallel, reader.integer("pipeline_parallel", 1, kMostGpus));
    assign(training.expertParallel, reader.integer("expert_parallel", 1, kMostGpus));
    reader.finish();
    return training;
}

Json trainingToJson(const TrainingChoice& training) {
    Json json = Json::object();
    const TrainingChoice standard;
    put(json, "method", training.method, standard.method);
    put(json, "optimizer", training.optimizer, standard.optimizer);
    put(json, "optimizer_rank", training.optimizerRank, standard.optimizerRank);
    put(json, "precision", training.precision, standard.precision);
    put(json, "loss", training.loss, standard.loss);
    put(json, "checkpointing", training.checkpointing, standard.checkpointing);
    put(json, "recompute", training.recompute, standard.recompute);
    put(json, "checkpoint_every", training.checkpointEvery, standard.checkpointEvery);
    put(json, "flash_attention", training.flashAttention, standard.flashAttention);
    put(json, "compile", training.compile, standard.compile);
    put(json, "fused_kernels", training.fusedKernels);
    put(json, "lora_rank", training.loraRank, standard.loraRank);
    put(json, "lora_alpha", training.loraAlpha, standard.loraAlpha);
    put(json, "lora_dropout", training.loraDropout, standard.loraDropout);
    put(json, "lora_targets", training.loraTargets, standard.loraTargets);
    put(json, "adapters", training.adapters, standard.adapters);
    put(json, "dora", training.dora, standard.dora);
    put(json, "trained_layers", training.trainedLayers);
    put(json, "train_embeddings", training.trainEmbeddings, standard.trainEmbeddings);
    put(json, "optimizer_in_backward", training.optimizerInBackward, standard.optimizerInBackward);
    put(json, "gradient_accumulation", training.gradientAccumulation, standard.gradientAccumulation);
    put(json, "sharding", training.sharding, standard.sharding);
    put(json, "offload", training.offload, standard.offload);
    put(json, "tensor_parallel", training.tensorParallel, standard.tensorParallel);
    put(json, "sequence_parallel", training.sequenceParallel, standard.sequenceParallel);
    put(json, "context_parallel", training.contextParallel, standard.contextParallel);
    put(json, "pipeline_parallel", training.pipelineParallel, standard.pipelineParallel);
    put(json, "expert_parallel", training.expertParallel, standard.expertParallel);
    return json;
}

} // namespace vram
