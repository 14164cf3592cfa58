// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/scenario/resolve.h"

#include <cstdint>
#include <vector>

namespace vram {

/// From what leaves the result as it is to what does not, and to what costs money.
enum class TrainingRemedy : std::uint8_t {
    Checkpointing,        ///< recompute every layer instead of keeping its values
    MicroBatch,           ///< fewer sequences at a time, as much more accumulation: `number` sequences
    FusedKernels,         ///< norms, activation functions, and head with cross-entropy in one kernel each
    Shard,                ///< parameters, gradients and states over the cards that are there
    OffloadedCheckpoints, ///< what checkpointing keeps waits in RAM
    EightBitOptimizer,    ///< states of one byte
    OptimizerToRam,
    ParametersToRam,
    Sequence, ///< the longest that fits: `number` tokens
    Lora,     ///< instead of full training
    Qlora,    ///< instead of LoRA or full training
    MoreCards ///< of the same kind, sharded: `number` cards
};
constexpr std::size_t kTrainingRemedies = 12;

/// A usual way to train in less memory and what report() says of it.
struct TrainingChange {
    TrainingRemedy remedy{};
    std::int64_t number = 0;
    Bytes saves;       ///< of the fullest card's need, high end
    Verdict verdict{}; ///< afterwards
    friend bool operator==(const TrainingChange&, const TrainingChange&) = default;
};

[[nodiscard]] Scenario withTrainingChange(Scenario scenario, const TrainingChange& change);
/// The machine afterwards: only MoreCards changes it.
[[nodiscard]] Machine withTrainingChange(Machine machine, const TrainingChange& change);

/// The remedies that save a hundredth of the fullest card's need or better the verdict: first those after which it
/// fits, then those after which it is tight, each in the order above. Each was asked of report(). Empty for inference,
/// and where nothing lies on a card.
[[nodiscard]] std::vector<TrainingChange> trainingChanges(Resolver& resolver, const Scenario& scenario,
                                                          const Machine& machine);

} // namespace vram
