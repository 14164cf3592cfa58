// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace vram {

/// How a model is trained; an absent value takes the framework's own default (core/catalog/training_table.h).
/// Words are checked where they are read (docs/schema.md lists them).
struct TrainingChoice {
    std::string method = "sft"; ///< "sft", "pretrain", "dpo", "grpo", "ppo"
    std::string optimizer = "adamw";
    std::int64_t optimizerRank = 128; ///< of GaLore's and APOLLO's low-rank states
    std::string precision = "bf16-mixed";
    std::string loss; ///< cross-entropy: "full", "chunked", "fused"; empty: the framework's
    // what is kept for the backward pass
    bool checkpointing = true;
    std::string recompute;            ///< with checkpointing: "full", "selective", "offloaded"; empty: the framework's
    std::int64_t checkpointEvery = 1; ///< layers between two checkpoints
    bool flashAttention = true;
    bool compile = false;
    std::optional<bool> fusedKernels; ///< Liger's, Unsloth's: norms, activation functions and loss in one kernel each
    // what is trained
    std::int64_t loraRank = 16;
    double loraAlpha = 32; ///< takes no memory
    double loraDropout = 0;
    std::string loraTargets = "all-linear";
    std::int64_t adapters = 1; ///< held at once; one of them is trained
    bool dora = false;
    std::optional<std::int64_t> trainedLayers; ///< full training: the last so many layers; absent: all
    bool trainEmbeddings = true;               ///< full training: embedding and head too
    bool optimizerInBackward = false;
    std::int64_t gradientAccumulation = 1; ///< micro-batches a step
    // over several cards
    std::string sharding = "none"; ///< over data-parallel ranks: "none", "zero1", "zero2", "zero3", "fsdp"
    std::string offload = "none";  ///< to RAM: "none", "optimizer", "parameters" (and optimizer)
    std::int64_t tensorParallel = 1;
    bool sequenceParallel = true; ///< with tensor parallelism: norms and residuals are split too
    std::int64_t contextParallel = 1;
    std::int64_t pipelineParallel = 1;
    std::int64_t expertParallel = 1; ///< within the data-parallel ranks
    friend bool operator==(const TrainingChoice&, const TrainingChoice&) = default;
};

} // namespace vram
