// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vram {

enum class TrainingRemedy : std::uint8_t {
    Checkpointing,     ///< recompute layers instead of keeping their values
    MicroBatch,        ///< half of it, twice the accumulation: `number` sequences
    FusedLoss,         ///< head and cross-entropy in one kernel
    EightBitOptimizer, ///< states of one byte
    OffloadedCheckpoints,
    Lora,  ///< instead of full training
    Qlora, ///< instead of LoRA or full training
    Shard, ///< FSDP over the cards that are there
    OptimizerToRam,
    ParametersToRam,
    Sequence, ///< the longest that fits: `number` tokens
};
constexpr std::size_t kTrainingRemedies = 11;

/// A usual way to train in less memory and what report() says of it.
struct TrainingChange {
    TrainingRemedy remedy{};
    std::int64_t number = 0;
    Bytes saves;       ///< of the fullest card's need, high end
    Verdict verdict{}; ///< afterwards
    friend bool operator==(const TrainingChange&, const TrainingChange&) = default;
};

[[nodiscard]] Scenario withTrainingChange(Scenario scenario, const TrainingChange& change);

/// The remedies that save something on this machine: first those after which it fits, then those after which it is
/// tight, each in the order above (from what changes nothing in the result to what does). Each was asked of report().
/// Empty for inference.
[[nodiscard]] std::vector<TrainingChange> trainingChanges(Resolver& resolver, const Scenario& scenario,
                                                          const Machine& machine);

} // namespace vram
