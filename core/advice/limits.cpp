// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/limits.h"

#include "core/model/generic.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kUsualLimit = 1 << 20;  ///< tokens, where a model names no limit
constexpr std::int64_t kMostSequences = 4096;  ///< more are served by no single program
constexpr std::int64_t kContextPadding = 256;  ///< llama.cpp rounds n_ctx up to it (src/llama-context.cpp)
constexpr std::int64_t kLeastBits = 3;         ///< nominal, as "Q3_K_S" says
constexpr double kMostBits = 16;               ///< what models are published in
constexpr std::int64_t kFiguresOfDecade = 900; ///< 1.00 to 9.99
constexpr std::int64_t kFirstFigure = 100;
constexpr std::int64_t kMostLayers = 4096;

/// Whether the cards hold their part. RAM is not asked: it lacks room where too few layers lie on the cards.
bool cardsHold(const Result<Report>& answer, Reach reach, double marginPercent) {
    if (!answer) {
        return false;
    }
    const double share = reach == Reach::Comfortable ? 1.0 - marginPercent / 100.0 : 1.0;
    return std::ranges::all_of(answer->devices, [share](const DeviceReport& device) {
        return device.total.high <= Bytes::fromDouble(static_cast<double>(device.usable.low.count()) * share);
    });
}

bool canRun(const Result<Report>& answer) {
    const Verdict verdict = verdictOf(answer);
    return verdict != Verdict::No && verdict != Verdict::Unknown;
}

struct Range {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

std::optional<Range> rangeOf(Setting setting, const Resolved& question) {
    switch (setting) {
    case Setting::Context:
        return Range{1, std::max(question.model.maxContext.value_or(kUsualLimit), kContextPadding)};
    case Setting::Batch:
        return Range{1, kMostSequences};
    case Setting::Rank:
        return question.training == nullptr || question.scenario.task == Task::Full
                   ? std::nullopt
                   : std::optional(Range{1, question.model.architecture->hiddenSize});
    case Setting::Size:
        return Range{kGenericLeast, kGenericMost};
    case Setting::GpuLayers:
        if (question.runtime->engine != Engine::LlamaCpp || question.machine.gpus.empty() ||
            question.training != nullptr) {
            return std::nullopt;
        }
        return Range{
            1, std::min<std::int64_t>(static_cast<std::int64_t>(question.model.architecture->layerBlocks.size()) + 1,
                                      kMostLayers)};
    }
    return std::nullopt;
}

double bitsOf(const WeightFormat& format) { return format.effectiveBits.value_or(format.bitsPerWeight.value_or(0)); }

/// From the most bits down; formats of the same bits as the catalogue lists them.
std::vector<const WeightFormat*> formatsByQuality(const Catalog& catalog, const RuntimeProfile& runtime) {
    std::vector<const WeightFormat*> formats;
    for (const WeightFormat& format : catalog.weightFormats()) {
        const double bits = bitsOf(format);
        if (format.offered && format.fileBits >= kLeastBits && bits > 0 && bits <= kMostBits &&
            loadsFormat(runtime, format)) {
            formats.push_back(&format);
        }
    }
    std::ranges::stable_sort(formats, std::greater{}, [](const WeightFormat* format) { return bitsOf(*format); });
    return formats;
}

} // namespace

std::int64_t Ladder::value(std::int64_t rung) const {
    if (m_setting != Setting::Size) {
        return rung * m_step;
    }
    std::int64_t unit = kGenericLeast / kFirstFigure;
    for (std::int64_t decade = (rung - 1) / kFiguresOfDecade; decade > 0; --decade) {
        unit *= 10;
    }
    return (kFirstFigure + (rung - 1) % kFiguresOfDecade) * unit;
}

std::int64_t Ladder::rung(std::int64_t value) const {
    if (m_setting != Setting::Size) {
        return value / m_step;
    }
    std::int64_t unit = kGenericLeast / kFirstFigure;
    std::int64_t below = 0;
    while (value / unit >= kFirstFigure * 10) {
        unit *= 10;
        below += kFiguresOfDecade;
    }
    return below + value / unit - kFirstFigure + 1;
}

Ladder ladderOf(Setting setting, const Resolved& question) {
    const bool padded =
        setting == Setting::Context && question.runtime->engine == Engine::LlamaCpp && question.training == nullptr;
    return {setting, padded ? kContextPadding : 1};
}

std::optional<Limit> largest(Probe& probe, Setting setting, Reach reach) {
    const Resolved* const now = probe.now();
    const std::optional<Range> range = now == nullptr ? std::nullopt : rangeOf(setting, *now);
    if (!range) {
        return std::nullopt;
    }
    const Ladder ladder = ladderOf(setting, *now);
    const auto holdsValue = [&](std::int64_t value) {
        const Result<Report> answer = probe.ask(setting, value);
        return setting == Setting::GpuLayers
                   ? cardsHold(answer, reach, now->machine.marginPercent)
                   : reaches(answer, reach, setting == Setting::Batch ? value : now->scenario.batch);
    };
    const auto holds = [&](std::int64_t rung) { return holdsValue(ladder.value(rung)); };
    std::int64_t low = std::max<std::int64_t>(ladder.rung(range->least), 1);
    std::int64_t high = ladder.rung(range->most);
    if (high < low || !holds(low)) {
        return std::nullopt;
    }
    const bool all = holds(high);
    while (!all && high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (holds(middle) ? low : high) = middle;
    }
    // A model's own limit need be no whole number of steps.
    if (all && setting == Setting::Context && ladder.value(high) < range->most && holdsValue(range->most)) {
        return Limit{range->most, true};
    }
    const Limit limit{ladder.value(all ? high : low), all};
    if (setting == Setting::GpuLayers && !canRun(probe.ask(setting, limit.value))) {
        return std::nullopt; // what is left does not find room in RAM
    }
    return limit;
}

std::vector<std::optional<std::string>> bestWeights(Resolver& resolver, const Scenario& scenario,
                                                    std::span<const Machine> machines, Reach reach) {
    std::vector<std::optional<std::string>> best(machines.size());
    const Result<Resolved> now = resolver.resolve(scenario);
    if (!now) {
        return best;
    }
    std::vector<std::size_t> open(machines.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        open[i] = i;
    }
    // Formats of nearly the same bits differ in what they keep whole, so the order is not strict: no halving.
    for (const WeightFormat* format : formatsByQuality(*resolver.catalog(), *now->runtime)) {
        if (open.empty()) {
            break;
        }
        Scenario asked = scenario;
        asked.weights = format->id;
        const Result<Resolved> question = resolver.resolve(asked);
        if (!question) {
            continue;
        }
        std::vector<Machine> left;
        left.reserve(open.size());
        for (const std::size_t machine : open) {
            left.push_back(machines[machine]);
        }
        const std::vector<Result<Report>> answers = reportRows(*question, left);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (reaches(answers[i], reach, scenario.batch)) {
                best[open[i]] = format->id;
            }
        }
        std::erase_if(open, [&best](std::size_t machine) { return best[machine].has_value(); });
    }
    return best;
}

} // namespace vram
