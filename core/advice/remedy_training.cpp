// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/remedy_proposals.h"

#include "core/catalog/training_table.h"

#include <algorithm>

namespace vram::propose {

namespace {

/// The largest divisor of the batch up to half of `than`: tokens of a step stay as they are.
std::int64_t smallerDivisor(std::int64_t batch, std::int64_t than) {
    std::int64_t divisor = than / 2;
    while (divisor > 1 && batch % divisor != 0) {
        --divisor;
    }
    return divisor;
}

std::int64_t cardsOf(const Machine& machine) {
    std::int64_t cards = 0;
    for (const MachineGpu& entry : machine.gpus) {
        cards += entry.count;
    }
    return cards;
}

} // namespace

// What changes nothing saves nothing, and is not offered for that.
Proposals checkpointing(const RemedyQuestion&) { return {{RemedyKind::Checkpointing}}; }
Proposals fusedKernels(const RemedyQuestion&) { return {{RemedyKind::FusedKernels}}; }
Proposals offloadedCheckpoints(const RemedyQuestion&) { return {{RemedyKind::OffloadedCheckpoints}}; }
Proposals eightBitOptimizer(const RemedyQuestion&) { return {{RemedyKind::EightBitOptimizer}}; }
Proposals optimizerToRam(const RemedyQuestion&) { return {{RemedyKind::OptimizerToRam}}; }
Proposals parametersToRam(const RemedyQuestion&) { return {{RemedyKind::ParametersToRam}}; }

/// Half the micro-batch until it fits, or one sequence.
Proposals microBatch(const RemedyQuestion& asked) {
    const std::int64_t batch = asked.scenario().batch;
    if (batch <= 1 || saturatingMultiply(asked.scenario().training.gradientAccumulation, batch) > kMostBatch) {
        return {};
    }
    Remedy remedy{RemedyKind::MicroBatch, smallerDivisor(batch, batch)};
    while (remedy.number > 1 && !asked.fits(remedy)) {
        remedy.number = smallerDivisor(batch, remedy.number);
    }
    return {remedy};
}

Proposals shard(const RemedyQuestion& asked) {
    const TrainingFramework* const framework = findTrainingFramework(asked.scenario().runtime.name);
    const bool shares = framework != nullptr && !framework->sharding.empty();
    return shares && cardsOf(asked.machine()) > 1 ? Proposals{{RemedyKind::Shard}} : Proposals{};
}

Proposals lora(const RemedyQuestion& asked) {
    return asked.scenario().task == Task::Full ? Proposals{{RemedyKind::Lora}} : Proposals{};
}

Proposals qlora(const RemedyQuestion& asked) {
    return asked.scenario().task == Task::Qlora ? Proposals{} : Proposals{{RemedyKind::Qlora}};
}

} // namespace vram::propose
