// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/training_changes.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kSequenceStep = 256;

struct Answer {
    Bytes fullest; ///< need of the fullest card, high end
    Verdict verdict{};
};

std::optional<Answer> answerOf(Resolver& resolver, const Scenario& scenario, const Machine& machine) {
    Result<Resolved> resolved = resolver.resolve(scenario);
    if (!resolved) {
        return std::nullopt;
    }
    Resolved question = std::move(resolved).value();
    question.machine = machine;
    const Result<Report> answer = report(question);
    if (!answer) {
        return std::nullopt;
    }
    Answer result{{}, answer->verdict};
    for (const DeviceReport& device : answer->devices) {
        result.fullest = std::max(result.fullest, device.total.high);
    }
    return result;
}

std::int64_t cardsOf(const Machine& machine) {
    std::int64_t cards = 0;
    for (const MachineGpu& gpu : machine.gpus) {
        cards += gpu.count;
    }
    return cards;
}

/// Whether the remedy means anything here.
bool applies(TrainingRemedy remedy, const Scenario& scenario, std::int64_t cards) {
    const TrainingChoice& training = scenario.training;
    switch (remedy) {
    case TrainingRemedy::Checkpointing:
        return !training.checkpointing;
    case TrainingRemedy::MicroBatch:
        return scenario.batch > 1;
    case TrainingRemedy::Lora:
        return scenario.task == Task::Full;
    case TrainingRemedy::Qlora:
        return scenario.task != Task::Qlora;
    case TrainingRemedy::Shard:
        return cards > 1;
    case TrainingRemedy::Sequence:
        return scenario.context > kSequenceStep;
    default:
        return true;
    }
}

/// Half the micro-batch until it fits, or one sequence.
std::int64_t smallerBatch(Resolver& resolver, const Scenario& scenario, const Machine& machine) {
    for (std::int64_t batch = scenario.batch / 2; batch > 1; batch /= 2) {
        const auto answer =
            answerOf(resolver, withTrainingChange(scenario, {TrainingRemedy::MicroBatch, batch, {}, {}}), machine);
        if (answer && answer->verdict == Verdict::Fits) {
            return batch;
        }
    }
    return 1;
}

/// The longest sequence of whole steps that fits; 0 where none does.
std::int64_t longestSequence(Resolver& resolver, const Scenario& scenario, const Machine& machine) {
    std::int64_t low = 0;
    std::int64_t high = (scenario.context - 1) / kSequenceStep;
    while (low < high) {
        const std::int64_t middle = low + (high - low + 1) / 2;
        const TrainingChange change{TrainingRemedy::Sequence, middle * kSequenceStep, {}, {}};
        const auto answer = answerOf(resolver, withTrainingChange(scenario, change), machine);
        if (answer && answer->verdict == Verdict::Fits) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low * kSequenceStep;
}

int rank(Verdict verdict) { return verdict == Verdict::Fits ? 0 : verdict == Verdict::Tight ? 1 : 2; }

} // namespace

Scenario withTrainingChange(Scenario scenario, const TrainingChange& change) {
    TrainingChoice& training = scenario.training;
    switch (change.remedy) {
    case TrainingRemedy::Checkpointing:
        training.checkpointing = true;
        training.recompute = "full";
        break;
    case TrainingRemedy::MicroBatch:
        training.gradientAccumulation =
            saturatingMultiply(training.gradientAccumulation,
                               (scenario.batch + change.number - 1) / std::max<std::int64_t>(1, change.number));
        training.gradientAccumulation = std::min(training.gradientAccumulation, kMostBatch);
        scenario.batch = change.number;
        break;
    case TrainingRemedy::FusedLoss:
        training.loss = "fused";
        break;
    case TrainingRemedy::EightBitOptimizer:
        training.optimizer = "adamw-8bit";
        break;
    case TrainingRemedy::OffloadedCheckpoints:
        training.checkpointing = true;
        training.recompute = "offloaded";
        break;
    case TrainingRemedy::Lora:
        scenario.task = Task::Lora;
        scenario.weights = usualWeights(Task::Lora);
        break;
    case TrainingRemedy::Qlora:
        scenario.task = Task::Qlora;
        scenario.weights = usualWeights(Task::Qlora);
        break;
    case TrainingRemedy::Shard:
        training.sharding = "fsdp";
        break;
    case TrainingRemedy::OptimizerToRam:
        training.offload = "optimizer";
        break;
    case TrainingRemedy::ParametersToRam:
        training.offload = "parameters";
        break;
    case TrainingRemedy::Sequence:
        scenario.context = change.number;
        break;
    }
    return scenario;
}

std::vector<TrainingChange> trainingChanges(Resolver& resolver, const Scenario& scenario, const Machine& machine) {
    std::vector<TrainingChange> changes;
    if (scenario.task == Task::Inference) {
        return changes;
    }
    const std::optional<Answer> now = answerOf(resolver, scenario, machine);
    if (!now) {
        return changes;
    }
    const std::int64_t cards = cardsOf(machine);
    for (std::size_t i = 0; i < kTrainingRemedies; ++i) {
        TrainingChange change{static_cast<TrainingRemedy>(i), 0, {}, {}};
        if (!applies(change.remedy, scenario, cards)) {
            continue;
        }
        if (change.remedy == TrainingRemedy::MicroBatch) {
            change.number = smallerBatch(resolver, scenario, machine);
        } else if (change.remedy == TrainingRemedy::Sequence) {
            change.number = longestSequence(resolver, scenario, machine);
            if (change.number == 0) {
                continue;
            }
        }
        const Scenario changed = withTrainingChange(scenario, change);
        const std::optional<Answer> then = changed == scenario ? std::nullopt : answerOf(resolver, changed, machine);
        if (then && then->fullest < now->fullest) {
            change.saves = now->fullest - then->fullest;
            change.verdict = then->verdict;
            changes.push_back(change);
        }
    }
    std::ranges::stable_sort(changes, {}, [](const TrainingChange& change) { return rank(change.verdict); });
    return changes;
}

} // namespace vram
