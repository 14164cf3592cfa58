// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/side_by_side.h"

#include "core/advice/limits.h"
#include "core/advice/side_subject.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace vram {

namespace {

enum class Better : std::uint8_t { Neither, More, Less };

/// A figure of all cards together; nothing where one card's is not known, or there is no card.
template <typename T, typename FigureOf>
std::optional<T> sumOf(const Machine& machine, const FigureOf& figureOf) {
    std::optional<T> sum;
    for (const MachineGpu& entry : machine.gpus) {
        const auto figure = figureOf(entry.gpu);
        if (!figure) {
            return std::nullopt;
        }
        sum = sum.value_or(T{}) + *figure * static_cast<T>(entry.count);
    }
    return sum;
}

template <typename T, typename FigureOf>
std::optional<T> leastOf(const Machine& machine, const FigureOf& figureOf) {
    std::optional<T> least;
    for (const MachineGpu& entry : machine.gpus) {
        const auto figure = figureOf(entry.gpu);
        if (!figure) {
            return std::nullopt;
        }
        least = least ? std::min(*least, static_cast<T>(*figure)) : static_cast<T>(*figure);
    }
    return least;
}

SideSubject subjectOf(Resolver& resolver, const Scenario& scenario) {
    Result<Resolved> resolved = resolver.resolve(scenario);
    if (!resolved) {
        return {std::nullopt, resolved.error(), {}, {}, {}, {}, {}, {}};
    }
    SideSubject subject{std::move(resolved).value(), Error{}, {}, {}, {}, {}, {}, {}};
    subject.report = report(*subject.question);
    const Machine& machine = subject.question->machine;
    subject.cores = sumOf<std::int64_t>(machine, [](const Gpu& gpu) { return gpu.shaderCores; });
    subject.bandwidth = leastOf<double>(machine, [](const Gpu& gpu) { return std::optional(gpu.bandwidth.value); });
    subject.compute = sumOf<double>(
        machine, [](const Gpu& gpu) { return gpu.fp16Tensor ? std::optional(gpu.fp16Tensor->value) : std::nullopt; });
    subject.tdp = sumOf<double>(machine, [](const Gpu& gpu) { return gpu.tdpWatts; });
    subject.price = sumOf<double>(machine, [](const Gpu& gpu) { return gpu.launchPriceUsd; });
    subject.year = leastOf<std::int64_t>(machine, [](const Gpu& gpu) { return gpu.releaseYear; });
    return subject;
}

template <typename T>
SideValue valueOf(const std::optional<T>& value) {
    return value ? SideValue(*value) : SideValue();
}

/// a / b where both are known.
SideValue ratio(const std::optional<double>& a, const std::optional<double>& b) {
    return a && b && *b > 0 ? SideValue(*a / *b) : SideValue();
}

bool hasNeed(const Report& report) { return report.verdict != Verdict::Unknown && report.needTotal.high > Bytes{}; }

SideValue answerValue(const SideSubject& subject, SideProperty property) {
    if (!subject.report) {
        return {};
    }
    const Report& report = *subject.report;
    const auto speed = [&report](auto member) {
        return report.speed ? valueOf(std::optional(*report.speed.*member)) : SideValue();
    };
    switch (property) {
    case SideProperty::Verdict:
        return report.verdict;
    case SideProperty::Need:
        return hasNeed(report) ? SideValue(report.needTotal) : SideValue();
    case SideProperty::Headroom:
        return hasNeed(report) ? SideValue(report.headroom) : SideValue();
    case SideProperty::GpuLayers:
        return subject.question->training == nullptr && report.verdict != Verdict::Unknown
                   ? SideValue(SideLayers{report.gpuLayers, report.layersTotal})
                   : SideValue();
    case SideProperty::Decode:
        return speed(&Speed::decode);
    case SideProperty::Prefill:
        return report.speed ? valueOf(report.speed->prefill) : SideValue();
    case SideProperty::FirstToken:
        return report.speed ? valueOf(report.speed->firstToken) : SideValue();
    case SideProperty::Training:
        return valueOf(report.trainTokensPerSecond);
    case SideProperty::SpeedPerWatt: {
        const std::optional<double> all =
            report.speed ? std::optional(togetherOf(report.speed->decode, subject.question->scenario.batch).typical)
                         : std::nullopt;
        return ratio(all, subject.tdp);
    }
    case SideProperty::Usable:
        return report.usable > Bytes{} ? SideValue(report.usable) : SideValue();
    case SideProperty::Memory:
        return report.capacity > Bytes{} ? SideValue(report.capacity) : SideValue();
    case SideProperty::PricePerGb:
        return ratio(subject.price, std::optional(report.capacity.toGiB()));
    default:
        return {};
    }
}

SideValue questionValue(const Resolved& question, SideProperty property) {
    const Scenario& scenario = question.scenario;
    switch (property) {
    case SideProperty::Machine: {
        std::vector<GpuChoice> cards;
        for (const MachineGpu& entry : question.machine.gpus) {
            cards.push_back({entry.gpu.name, entry.count});
        }
        return cards;
    }
    case SideProperty::Model:
        return question.model.name.empty() ? SideValue(question.model.parameters) : SideValue(question.model.name);
    case SideProperty::Task:
        return scenario.task;
    case SideProperty::Weights:
        return scenario.task == Task::Full ? scenario.training.precision : question.format.id;
    case SideProperty::Context:
        return scenario.context;
    case SideProperty::Sequences:
        return scenario.batch;
    case SideProperty::KvCache: {
        const std::string& key = question.keyFormat.id;
        const std::string& value = question.valueFormat.id;
        return question.training != nullptr ? SideValue() : SideValue(key == value ? key : key + '/' + value);
    }
    case SideProperty::Runtime:
        return std::string(question.runtime->name);
    default:
        return {};
    }
}

SideValue hardwareValue(const SideSubject& subject, SideProperty property) {
    switch (property) {
    case SideProperty::Cores:
        return valueOf(subject.cores);
    case SideProperty::Bandwidth:
        return valueOf(subject.bandwidth);
    case SideProperty::Compute:
        return valueOf(subject.compute);
    case SideProperty::Tdp:
        return valueOf(subject.tdp);
    case SideProperty::Price:
        return valueOf(subject.price);
    case SideProperty::Year:
        return valueOf(subject.year);
    default:
        return answerValue(subject, property);
    }
}

SideValue largestContext(Resolver& resolver, const SideSubject& subject, const Scenario& scenario) {
    if (!subject.report || !hasNeed(*subject.report)) {
        return {};
    }
    Probe probe(resolver, scenario, subject.question->machine);
    const std::optional<Limit> limit = largest(probe, Setting::Context, Reach::Comfortable);
    return limit ? limit->value : 0;
}

/// Which way a property is better; what is only another question, or only another machine, is neither.
Better betterOf(SideProperty property) {
    switch (property) {
    case SideProperty::Headroom:
    case SideProperty::LargestContext:
    case SideProperty::GpuLayers:
    case SideProperty::Decode:
    case SideProperty::Prefill:
    case SideProperty::Training:
    case SideProperty::SpeedPerWatt:
    case SideProperty::Cores:
    case SideProperty::Bandwidth:
    case SideProperty::Memory:
    case SideProperty::Usable:
    case SideProperty::Compute:
        return Better::More;
    case SideProperty::Verdict:
    case SideProperty::Need:
    case SideProperty::FirstToken:
    case SideProperty::Tdp:
    case SideProperty::Price:
    case SideProperty::PricePerGb:
        return Better::Less;
    default:
        return Better::Neither;
    }
}

/// -1, 0, 1: less, as good as the same, more. Ranges that reach each other's typical figure are as good as the same.
struct Order {
    template <typename T>
    int operator()(const T& a, const T& b) const {
        if constexpr (std::is_same_v<T, SpeedRange>) {
            return withinRanges(a, b) ? 0 : (*this)(a.typical, b.typical);
        } else if constexpr (std::is_same_v<T, ByteRange>) {
            return b.high < a.typical && b.typical < a.low ? 1 : a.high < b.typical && a.typical < b.low ? -1 : 0;
        } else if constexpr (std::is_same_v<T, SideLayers>) {
            return (*this)(a.onCards * std::max<std::int64_t>(b.all, 1), b.onCards * std::max<std::int64_t>(a.all, 1));
        } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, Bytes>) {
            return a < b ? -1 : b < a ? 1 : 0;
        } else {
            return 0;
        }
    }
    template <typename A, typename B>
    int operator()(const A&, const B&) const {
        return 0;
    }
};

bool same(const SideValue& a, const SideValue& b) {
    const auto* const first = std::get_if<SpeedRange>(&a);
    const auto* const second = std::get_if<SpeedRange>(&b);
    if (first != nullptr && second != nullptr) {
        return first->low == second->low && first->typical == second->typical && first->high == second->high;
    }
    return a.index() == b.index() &&
           std::visit(
               [](const auto& left, const auto& right) {
                   using Left = std::decay_t<decltype(left)>;
                   using Right = std::decay_t<decltype(right)>;
                   if constexpr (std::is_same_v<Left, Right> && !std::is_same_v<Left, SpeedRange>) {
                       return left == right;
                   } else {
                       return false;
                   }
               },
               a, b);
}

void judge(SideRow& row) {
    const Better better = betterOf(row.property);
    row.best.assign(row.values.size(), false);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        bool ahead = false;
        bool behind = false;
        for (std::size_t j = 0; j < row.values.size(); ++j) {
            row.differs = row.differs || !same(row.values[i], row.values[j]);
            const int order = std::visit(Order{}, row.values[i], row.values[j]);
            ahead = ahead || order == (better == Better::More ? 1 : -1);
            behind = behind || order == (better == Better::More ? -1 : 1);
        }
        row.best[i] = better != Better::Neither && ahead && !behind;
    }
}

} // namespace

SideGroup sideGroup(SideProperty property) {
    return property < SideProperty::Cores     ? SideGroup::Answer
           : property < SideProperty::Machine ? SideGroup::Hardware
                                              : SideGroup::Question;
}

SideBySide sideBySide(Resolver& resolver, std::span<const Scenario> subjects) {
    std::vector<SideSubject> known;
    std::vector<SideValue> contexts;
    for (const Scenario& scenario : subjects) {
        known.push_back(subjectOf(resolver, scenario));
        contexts.push_back(largestContext(resolver, known.back(), scenario));
    }
    SideBySide result;
    for (std::size_t i = 0; i < kSideProperties; ++i) {
        SideRow row{static_cast<SideProperty>(i), {}, {}, false};
        for (std::size_t s = 0; s < known.size(); ++s) {
            const SideSubject& subject = known[s];
            row.values.push_back(row.property == SideProperty::LargestContext ? contexts[s]
                                 : !subject.question                          ? SideValue()
                                 : sideGroup(row.property) == SideGroup::Question
                                     ? questionValue(*subject.question, row.property)
                                     : hardwareValue(subject, row.property));
        }
        if (std::ranges::any_of(
                row.values, [](const SideValue& value) { return !std::holds_alternative<std::monostate>(value); })) {
            judge(row);
            result.rows.push_back(std::move(row));
        }
    }
    result.conclusion = sideConclusion(known);
    for (SideSubject& subject : known) {
        result.reports.push_back(std::move(subject.report));
    }
    return result;
}

} // namespace vram
