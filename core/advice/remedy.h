// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vram {

/// Ways to make a question smaller, in the order of what its user loses: first nothing but some speed, then a little
/// quality, more quality, much speed, what was asked for, the task or the program, and last money.
enum class RemedyKind : std::uint8_t {
    FlashAttention,
    Checkpointing,        ///< training: recompute every layer instead of keeping its values
    MicroBatch,           ///< training: `number` sequences at a time, as much more accumulation
    FusedKernels,         ///< training: norms, activation functions, head with cross-entropy in one kernel each
    Shard,                ///< training: parameters, gradients and states over the cards that are there
    OffloadedCheckpoints, ///< training: what checkpointing keeps waits in RAM
    PromptChunk,          ///< `number` tokens of a prompt at a time
    KvFormat,             ///< `kvId`
    EightBitOptimizer,    ///< training: states of one byte
    Weights,              ///< `id`
    WeightsAndKv,         ///< `id`, `kvId`
    OptimizerToRam,
    ParametersToRam,
    AutomaticPlacement, ///< instead of chosen layers, experts or cache in RAM
    ExpertsToRam,       ///< of the first `number` layers
    KvInRam,
    Sequences,           ///< `number` at the same time
    Context,             ///< `number` tokens
    WeightsKvAndContext, ///< `id`, `kvId`, `number`
    Lora,                ///< instead of full training
    Qlora,               ///< instead of LoRA or full training
    Runtime,             ///< `id`
    OtherCard,           ///< `id`: one of these in place of the cards that are there
    MoreCards            ///< `number` of the same kind
};
constexpr std::size_t kRemedyKinds = 24;

/// One change of a question and what report() says of it afterwards.
struct Remedy {
    RemedyKind kind{};
    std::int64_t number = 0;
    std::string id = {};
    std::string kvId = {};
    /// Of the fullest card's need, high end: the difference of Report::headroom, of AutomaticPlacement that of what
    /// was placed. Nothing for OtherCard, which changes what there is and not what is needed.
    Bytes saves = {};
    Verdict verdict{};
    std::optional<SpeedRange> speed = {}; ///< tokens a second of one sequence; training: of all cards together
};

[[nodiscard]] Scenario withRemedy(Scenario scenario, const Remedy& remedy, const Catalog& catalog);
/// The machine afterwards: only OtherCard and MoreCards change it.
[[nodiscard]] Machine withRemedy(Machine machine, const Remedy& remedy, const Catalog& catalog);

/// Fits 0, tight 1, offload 2, no 3, unknown 4: the smaller the better.
[[nodiscard]] constexpr int verdictRank(Verdict verdict) { return static_cast<int>(verdict); }
static_assert(verdictRank(Verdict::Fits) < verdictRank(Verdict::Tight) &&
              verdictRank(Verdict::Tight) < verdictRank(Verdict::Offload) &&
              verdictRank(Verdict::Offload) < verdictRank(Verdict::No));

} // namespace vram
