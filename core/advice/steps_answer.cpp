// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/steps.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <tuple>
#include <utility>

namespace vram {

namespace {

constexpr std::size_t kMisses = 3; ///< listed before the recommended machine
constexpr std::size_t kOthers = 7; ///< listed after it
constexpr std::int64_t kContextStep = 1024;
constexpr double kNoPrice = std::numeric_limits<double>::max();

/// A machine within the limits, and the best that is known of it so far.
struct Judged {
    StepsCandidate candidate;
    Machine machine;
    bool answered = false;
};

int yearOf(const Catalog& catalog) {
    int year = 0;
    std::from_chars(catalog.date().data(), catalog.date().data() + std::min<std::size_t>(4, catalog.date().size()),
                    year);
    return year;
}

std::int64_t memoryClassOf(const Gpu& gpu) {
    std::int64_t found = 0;
    for (const std::int64_t gib : kMemoryClasses) {
        // What is sold as 80 GB may be a few bytes short of 80 GiB.
        if (gpu.memory.toGiB() >= static_cast<double>(gib) * 0.93) {
            found = gib;
        }
    }
    return found;
}

/// Whether the card can be bought for a machine at all, and is of the class that is asked for.
bool isOnSale(const Gpu& gpu, const StepsQuestion& question, int year) {
    if (gpu.gpuClass == GpuClass::Laptop || gpu.releaseYear.value_or(0) < year - kYearsOnSale) {
        return false;
    }
    return question.hardware != HardwareSource::MemoryClass || memoryClassOf(gpu) == question.memoryGib;
}

std::optional<double> times(const std::optional<double>& figure, std::int64_t count) {
    return figure ? std::optional(*figure * static_cast<double>(count)) : std::nullopt;
}

std::optional<Judged> judgedOf(MachineChoice choice, const Catalog& catalog) {
    Result<Machine> machine = resolveMachine(choice, catalog);
    if (!machine) {
        return std::nullopt;
    }
    Judged item;
    if (choice.gpus.size() == 1) {
        item.candidate.choice = choice.gpus.front();
    }
    std::optional<double> price = 0;
    std::optional<double> watts = 0;
    for (const MachineGpu& entry : machine->gpus) {
        const std::optional<double> cards = times(entry.gpu.launchPriceUsd, entry.count);
        const std::optional<double> power = times(entry.gpu.tdpWatts, entry.count);
        price = price && cards ? std::optional(*price + *cards) : std::nullopt;
        watts = watts && power ? std::optional(*watts + *power) : std::nullopt;
    }
    item.candidate.priceUsd = machine->gpus.empty() ? std::nullopt : price;
    item.candidate.watts = machine->gpus.empty() ? std::nullopt : watts;
    item.candidate.machine = std::move(choice);
    item.machine = *std::move(machine);
    return item;
}

/// Machines within the limits, the cheapest first; prices that are not known come last.
std::vector<Judged> machinesFor(const StepsQuestion& question, const Catalog& catalog, std::size_t& unpriced) {
    std::vector<Judged> machines;
    if (question.hardware == HardwareSource::Own) {
        if (std::optional<Judged> own = judgedOf(question.machine, catalog)) {
            own->candidate.priceUsd.reset(); // it is there already
            machines.push_back(*std::move(own));
        }
        return machines;
    }
    const bool budget = question.hardware == HardwareSource::Budget;
    const int year = yearOf(catalog);
    for (const Gpu& gpu : catalog.gpus()) {
        if (!isOnSale(gpu, question, year)) {
            continue;
        }
        if (budget && question.mostPriceUsd && !gpu.launchPriceUsd) {
            ++unpriced;
            continue;
        }
        const std::int64_t most = gpu.unifiedMemory ? 1 : std::min(question.mostCards, kMostStepCards);
        for (std::int64_t count = 1; count <= most; ++count) {
            if ((count & (count - 1)) != 0 && count != most) { // servers and tensor parallelism: 1, 2, 4, 8
                continue;
            }
            MachineChoice choice = question.machine;
            choice.gpus = {{gpu.name, count}};
            std::optional<Judged> item = judgedOf(std::move(choice), catalog);
            const auto within = [](const std::optional<double>& figure, const std::optional<double>& most_) {
                return !most_ || (figure && *figure <= *most_);
            };
            if (item && (!budget || (within(item->candidate.priceUsd, question.mostPriceUsd) &&
                                     within(item->candidate.watts, question.mostWatts)))) {
                machines.push_back(*std::move(item));
            }
        }
    }
    std::ranges::stable_sort(machines, {}, [](const Judged& item) {
        return std::tuple(item.candidate.priceUsd.value_or(kNoPrice), item.candidate.choice.count,
                          item.candidate.watts.value_or(kNoPrice), item.candidate.choice.name);
    });
    return machines;
}

bool inTime(const Report& answer, const TargetChoice& target) {
    const bool decodes =
        !target.decodeTokensPerSecond || (answer.speed && answer.speed->decodeTarget == TargetVerdict::Met);
    const bool starts =
        !target.firstTokenSeconds || (answer.speed && answer.speed->firstTokenTarget == TargetVerdict::Met);
    return decodes && starts;
}

/// 0: holds it in time; more: further away from that.
int distance(const StepsCandidate& candidate) {
    return candidate.holds() ? 0 : 1 + static_cast<int>(candidate.report.verdict);
}

Bytes memoryOf(const Machine& machine) {
    Bytes memory;
    for (const MachineGpu& entry : machine.gpus) {
        memory += entry.gpu.memory * entry.count;
    }
    return memory;
}

/// Asks for these weights on the machines of `asked`, and keeps what is nearer to the goal than what was known.
void ask(Resolver& resolver, const StepsQuestion& question, const std::string& weights,
         const std::vector<std::size_t>& asked, std::vector<Judged>& machines) {
    if (asked.empty()) {
        return;
    }
    const Result<Resolved> resolved =
        resolver.resolve(stepsScenario(question, weights, machines[asked.front()].candidate.machine));
    if (!resolved) {
        return;
    }
    std::vector<Machine> hardware;
    hardware.reserve(asked.size());
    for (const std::size_t i : asked) {
        hardware.push_back(machines[i].machine);
    }
    const std::vector<Result<Report>> answers = reportRows(*resolved, hardware);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (!answers[i]) {
            continue;
        }
        Judged& item = machines[asked[i]];
        StepsCandidate now = item.candidate;
        now.weights = weights;
        now.report = *answers[i];
        now.inTime = inTime(now.report, resolved->scenario.target);
        if (!item.answered || distance(now) <= distance(item.candidate)) {
            item.candidate = std::move(now);
            item.answered = true;
        }
    }
}

/// The best allowed weights for every machine: each is asked until one format holds.
void judge(Resolver& resolver, const StepsQuestion& question, const std::vector<StepsFormat>& formats,
           const std::string& least, std::vector<Judged>& machines) {
    for (const StepsFormat& format : formats) {
        if (!format.allowed) {
            continue;
        }
        // One card and several are asked in different ways where they train.
        std::vector<std::size_t> single;
        std::vector<std::size_t> several;
        for (std::size_t i = 0; i < machines.size(); ++i) {
            const Judged& item = machines[i];
            // Weights that are larger than the cards cannot lie there; the smallest format is asked of every machine.
            const bool plausible = format.weights == least || memoryOf(item.machine) > format.bytes;
            if (plausible && !(item.answered && item.candidate.holds())) {
                const bool one = item.machine.gpus.size() == 1 && item.machine.gpus.front().count == 1;
                (one ? single : several).push_back(i);
            }
        }
        ask(resolver, question, format.weights, single, machines);
        ask(resolver, question, format.weights, several, machines);
    }
    std::erase_if(machines, [](const Judged& item) { return !item.answered; });
}

/// The recommended machine, the nearest misses that cost less, and some more that hold it.
void list(std::vector<Judged> machines, StepsAnswer& answer) {
    const auto holds = [](const Judged& item) { return item.candidate.holds(); };
    const auto first = std::ranges::find_if(machines, holds);
    std::vector<Judged> misses;
    std::move(machines.begin(), first, std::back_inserter(misses));
    std::ranges::stable_sort(misses, [](const Judged& a, const Judged& b) {
        return std::tuple(distance(a.candidate), b.candidate.report.headroom) <
               std::tuple(distance(b.candidate), a.candidate.report.headroom);
    });
    const std::size_t kept = first == machines.end() ? kMisses + kOthers : kMisses;
    misses.resize(std::min(misses.size(), kept));
    std::ranges::stable_sort(misses, {}, [](const Judged& item) { return item.candidate.priceUsd.value_or(kNoPrice); });
    for (Judged& item : misses) {
        answer.candidates.push_back(std::move(item.candidate));
    }
    if (first == machines.end()) {
        return;
    }
    answer.recommended = answer.candidates.size();
    for (auto item = first; item != machines.end(); ++item) {
        if (holds(*item) && answer.candidates.size() <= *answer.recommended + kOthers) {
            answer.candidates.push_back(std::move(item->candidate));
        }
    }
}

StepsAnswer answerOf(Resolver& resolver, const StepsQuestion& question) {
    StepsAnswer answer;
    const Result<StepsKnowledge> knowledge = stepsKnowledge(resolver, question);
    if (!knowledge) {
        return answer;
    }
    std::vector<Judged> machines = machinesFor(question, *resolver.catalog(), answer.unpriced);
    judge(resolver, question, knowledge->formats, knowledge->leastWeights, machines);
    answer.judged = machines.size();
    answer.holding = static_cast<std::size_t>(
        std::ranges::count_if(machines, [](const Judged& item) { return item.candidate.holds(); }));
    list(std::move(machines), answer);
    return answer;
}

/// Looks for what gives way.
class GiveWays {
public:
    GiveWays(Resolver& resolver, const StepsQuestion& question, const StepsAnswer& answer)
        : m_resolver(resolver),
          m_question(question),
          m_answer(answer) {}

    std::vector<StepsGiveWay> found() {
        quality();
        count(GiveWayKind::Context, &StepsQuestion::context, kContextStep);
        count(GiveWayKind::Sequences, &StepsQuestion::batch, 1);
        targets();
        runtime();
        hardware();
        return std::move(m_found);
    }

private:
    bool add(GiveWayKind kind, StepsQuestion changed) {
        const StepsAnswer then = answerOf(m_resolver, changed);
        if (!then.recommended) {
            return false;
        }
        m_found.push_back({kind, std::move(changed), then.candidates[*then.recommended]});
        return true;
    }

    void quality() {
        if (taskOf(m_question.purpose) != Task::Inference) {
            return;
        }
        for (auto next = static_cast<std::size_t>(m_question.quality) + 1; next < kQualities; ++next) {
            StepsQuestion changed = m_question;
            changed.quality = static_cast<Quality>(next);
            if (add(GiveWayKind::Quality, std::move(changed))) {
                return;
            }
        }
    }

    /// The most that some machine within the limits holds, by halving on the roomiest; what is offered was asked
    /// itself.
    void count(GiveWayKind kind, std::int64_t StepsQuestion::*value, std::int64_t step) {
        const auto roomiest = std::ranges::max_element(
            m_answer.candidates, {}, [](const StepsCandidate& candidate) { return candidate.report.usable; });
        std::int64_t low = 1;
        std::int64_t high = (m_question.*value - 1) / step;
        if (roomiest == m_answer.candidates.end()) {
            return;
        }
        StepsQuestion tried = m_question;
        tried.hardware = HardwareSource::Own;
        tried.machine = roomiest->machine;
        std::int64_t most = 0;
        while (low <= high) {
            const std::int64_t middle = low + (high - low) / 2;
            tried.*value = middle * step;
            if (answerOf(m_resolver, tried).recommended) {
                most = middle * step;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        if (most > 0) {
            StepsQuestion changed = m_question;
            changed.*value = most;
            add(kind, std::move(changed));
        }
    }

    void targets() {
        if (m_question.target != TargetChoice{}) {
            StepsQuestion changed = m_question;
            changed.target = {};
            add(GiveWayKind::Targets, std::move(changed));
        }
    }

    void runtime() {
        if (taskOf(m_question.purpose) == Task::Inference && m_question.runtime.name != usualRuntime(Task::Inference)) {
            StepsQuestion changed = m_question;
            changed.runtime = RuntimeChoice{};
            changed.runtime.name = usualRuntime(Task::Inference);
            add(GiveWayKind::Runtime, std::move(changed));
        }
    }

    /// Without limits, the cheapest: its price and power are what is needed.
    void hardware() {
        StepsQuestion changed = m_question;
        changed.hardware = HardwareSource::Budget;
        changed.mostPriceUsd.reset();
        changed.mostWatts.reset();
        for (const std::int64_t cards : {m_question.mostCards, kMostStepCards}) {
            changed.mostCards = cards;
            const StepsAnswer then = answerOf(m_resolver, changed);
            if (then.recommended) {
                const StepsCandidate& candidate = then.candidates[*then.recommended];
                changed.mostPriceUsd = candidate.priceUsd;
                m_found.push_back({GiveWayKind::Hardware, std::move(changed), candidate});
                return;
            }
        }
    }

    Resolver& m_resolver;
    const StepsQuestion& m_question;
    const StepsAnswer& m_answer;
    std::vector<StepsGiveWay> m_found;
};

} // namespace

StepsAnswer stepsAnswer(Resolver& resolver, const StepsQuestion& question) {
    StepsAnswer answer = answerOf(resolver, question);
    if (!answer.recommended) {
        answer.giveWays = GiveWays(resolver, question, answer).found();
    }
    return answer;
}

} // namespace vram
