// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/training_changes.h"

#include "core/catalog/training_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kSequenceStep = 256;
/// As servers have them.
constexpr std::array<std::int64_t, 3> kCardCounts{2, 4, 8};
/// A remedy that saves less than this share and changes no verdict is none.
constexpr std::int64_t kLeastShare = 100;

struct Answer {
    Bytes fullest; ///< need of the fullest card, high end
    Verdict verdict{};
};

/// The question that changes are tried on.
struct Asked {
    Resolver& resolver;
    const Scenario& scenario;
    const Machine& machine;

    [[nodiscard]] std::optional<Answer> answer(const Scenario& changed, const Machine& on) const {
        Result<Resolved> resolved = resolver.resolve(changed);
        if (!resolved) {
            return std::nullopt;
        }
        Resolved question = std::move(resolved).value();
        question.machine = on;
        const Result<Report> answered = report(question);
        if (!answered) {
            return std::nullopt;
        }
        Answer result{{}, answered->verdict};
        for (const DeviceReport& device : answered->devices) {
            result.fullest = std::max(result.fullest, device.total.high);
        }
        return result;
    }
    [[nodiscard]] std::optional<Answer> after(const TrainingChange& change) const {
        return answer(withTrainingChange(scenario, change), withTrainingChange(machine, change));
    }
    [[nodiscard]] bool fits(TrainingRemedy remedy, std::int64_t number) const {
        const std::optional<Answer> then = after({remedy, number, {}, {}});
        return then && then->verdict == Verdict::Fits;
    }
};

std::int64_t cardsOf(const Machine& machine) {
    std::int64_t cards = 0;
    for (const MachineGpu& entry : machine.gpus) {
        cards += entry.count;
    }
    return cards;
}

bool shards(const Scenario& scenario) {
    const TrainingFramework* const framework = findTrainingFramework(scenario.runtime.name);
    return framework != nullptr && !framework->sharding.empty();
}

/// A second one can stand beside it.
bool isCard(const Gpu& gpu) {
    return !gpu.unifiedMemory && gpu.gpuClass != GpuClass::Laptop && gpu.gpuClass != GpuClass::Soc;
}

/// The largest divisor of the batch up to half of `than`: tokens of a step stay as they are.
std::int64_t smallerDivisor(std::int64_t batch, std::int64_t than) {
    std::int64_t divisor = than / 2;
    while (divisor > 1 && batch % divisor != 0) {
        --divisor;
    }
    return divisor;
}

/// Half the micro-batch until it fits, or one sequence.
std::int64_t smallerBatch(const Asked& asked) {
    const std::int64_t batch = asked.scenario.batch;
    std::int64_t smaller = smallerDivisor(batch, batch);
    while (smaller > 1 && !asked.fits(TrainingRemedy::MicroBatch, smaller)) {
        smaller = smallerDivisor(batch, smaller);
    }
    return smaller;
}

/// The longest sequence of whole steps that fits; nothing where none does.
std::optional<std::int64_t> longestSequence(const Asked& asked) {
    std::int64_t low = 0;
    std::int64_t high = (asked.scenario.context - 1) / kSequenceStep;
    while (low < high) {
        const std::int64_t middle = low + (high - low + 1) / 2;
        if (asked.fits(TrainingRemedy::Sequence, middle * kSequenceStep)) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low > 0 ? std::optional(low * kSequenceStep) : std::nullopt;
}

/// The fewest after which it fits, else two.
std::int64_t fewestCards(const Asked& asked) {
    const auto* const enough = std::ranges::find_if(
        kCardCounts, [&asked](std::int64_t cards) { return asked.fits(TrainingRemedy::MoreCards, cards); });
    return enough == kCardCounts.end() ? kCardCounts.front() : *enough;
}

/// The remedy with its number, where it means anything here.
std::optional<TrainingChange> changeOf(TrainingRemedy remedy, const Asked& asked) {
    const Scenario& scenario = asked.scenario;
    TrainingChange change{remedy, 0, {}, {}};
    bool applies = true;
    switch (remedy) {
    case TrainingRemedy::MicroBatch:
        applies = scenario.batch > 1 &&
                  saturatingMultiply(scenario.training.gradientAccumulation, scenario.batch) <= kMostBatch;
        change.number = applies ? smallerBatch(asked) : 0;
        break;
    case TrainingRemedy::Shard:
        applies = cardsOf(asked.machine) > 1 && shards(scenario);
        break;
    case TrainingRemedy::Sequence: {
        const std::optional<std::int64_t> longest = longestSequence(asked);
        applies = longest.has_value();
        change.number = longest.value_or(0);
        break;
    }
    case TrainingRemedy::Lora:
        applies = scenario.task == Task::Full;
        break;
    case TrainingRemedy::Qlora:
        applies = scenario.task != Task::Qlora;
        break;
    case TrainingRemedy::MoreCards:
        applies = cardsOf(asked.machine) == 1 && isCard(asked.machine.gpus.front().gpu) && shards(scenario);
        change.number = applies ? fewestCards(asked) : 0;
        break;
    default: // what changes nothing saves nothing
        break;
    }
    return applies ? std::optional(change) : std::nullopt;
}

int rank(Verdict verdict) { return verdict == Verdict::Fits ? 0 : verdict == Verdict::Tight ? 1 : 2; }

void shard(Scenario& scenario) {
    const TrainingFramework* const framework = findTrainingFramework(scenario.runtime.name);
    scenario.training.sharding = framework == nullptr ? "fsdp" : framework->sharding;
}

} // namespace

Scenario withTrainingChange(Scenario scenario, const TrainingChange& change) {
    TrainingChoice& training = scenario.training;
    switch (change.remedy) {
    case TrainingRemedy::Checkpointing:
        training.checkpointing = true;
        training.recompute = "full";
        training.checkpointEvery = 1;
        break;
    case TrainingRemedy::MicroBatch:
        training.gradientAccumulation = saturatingMultiply(training.gradientAccumulation,
                                                           scenario.batch / std::max<std::int64_t>(1, change.number));
        scenario.batch = change.number;
        break;
    case TrainingRemedy::FusedKernels:
        training.loss = "fused";
        training.fusedKernels = true;
        break;
    case TrainingRemedy::Shard:
        shard(scenario);
        break;
    case TrainingRemedy::OffloadedCheckpoints:
        training.checkpointing = true;
        training.recompute = "offloaded";
        break;
    case TrainingRemedy::EightBitOptimizer:
        training.optimizer = "adamw-8bit";
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
    case TrainingRemedy::Lora:
        scenario.task = Task::Lora;
        scenario.weights = usualWeights(Task::Lora);
        break;
    case TrainingRemedy::Qlora:
        scenario.task = Task::Qlora;
        scenario.weights = usualWeights(Task::Qlora);
        break;
    case TrainingRemedy::MoreCards:
        shard(scenario);
        if (scenario.machine.gpus.size() == 1) {
            scenario.machine.gpus.front().count = change.number;
        }
        break;
    }
    return scenario;
}

Machine withTrainingChange(Machine machine, const TrainingChange& change) {
    if (change.remedy == TrainingRemedy::MoreCards && machine.gpus.size() == 1) {
        machine.gpus.front().count = change.number;
    }
    return machine;
}

std::vector<TrainingChange> trainingChanges(Resolver& resolver, const Scenario& scenario, const Machine& machine) {
    const Asked asked{resolver, scenario, machine};
    const std::optional<Answer> now = scenario.task == Task::Inference ? std::nullopt : asked.answer(scenario, machine);
    std::vector<TrainingChange> changes;
    if (!now || now->fullest.count() == 0) {
        return changes;
    }
    for (std::size_t i = 0; i < kTrainingRemedies; ++i) {
        std::optional<TrainingChange> change = changeOf(static_cast<TrainingRemedy>(i), asked);
        const std::optional<Answer> then = change ? asked.after(*change) : std::nullopt;
        if (!then || then->fullest >= now->fullest) {
            continue;
        }
        change->saves = now->fullest - then->fullest;
        change->verdict = then->verdict;
        if (change->saves * kLeastShare >= now->fullest || rank(then->verdict) < rank(now->verdict)) {
            changes.push_back(*change);
        }
    }
    std::ranges::stable_sort(changes, {}, [](const TrainingChange& change) { return rank(change.verdict); });
    return changes;
}

} // namespace vram
