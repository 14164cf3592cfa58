// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/side_subject.h"

#include <algorithm>
#include <functional>

namespace vram {

namespace {

/// Where speed is a tie: what must be left over more, as a share of the need; the usual margin.
constexpr double kRoomWorthHaving = 0.1;

int rankOf(const SideSubject& subject) { return static_cast<int>(subject.verdict()); }
bool holdsAll(const SideSubject& subject) { return subject.verdict() <= Verdict::Tight; }
bool runs(const SideSubject& subject) { return subject.verdict() <= Verdict::Offload; }

double factorOf(double more, double less) { return less > 0 ? more / less : 1; }

/// Where `a` has more cores than `b`: how many times as many.
std::optional<double> moreCores(const SideSubject& a, const SideSubject& b) {
    return a.cores && b.cores && *a.cores > *b.cores
               ? std::optional(factorOf(static_cast<double>(*a.cores), static_cast<double>(*b.cores)))
               : std::nullopt;
}

class Judge {
public:
    explicit Judge(const std::vector<SideSubject>& subjects) : m_subjects(subjects) {}

    /// Why `a` is ahead of `b`; empty: it is not.
    [[nodiscard]] std::vector<SideArgument> ahead(std::size_t a, std::size_t b) const {
        const SideSubject& first = m_subjects[a];
        const SideSubject& second = m_subjects[b];
        if (rankOf(first) < rankOf(second)) {
            return byVerdict(a, b);
        }
        if (rankOf(first) > rankOf(second) || !runs(first)) {
            return {};
        }
        if (first.report->trainTokensPerSecond && second.report->trainTokensPerSecond) {
            return byTraining(a, b);
        }
        return bySpeed(a, b);
    }

    /// Arguments that hold whoever wins: as fast at decode, and whose bandwidth is more all the same.
    [[nodiscard]] std::vector<SideArgument> decodeTie(std::size_t a, std::size_t b) const {
        if (!m_subjects[a].report->speed || !m_subjects[b].report->speed) {
            return {};
        }
        std::vector<SideArgument> arguments{{SideReason::DecodeTie, a, b}};
        addBandwidth(arguments, a, b);
        addBandwidth(arguments, b, a);
        return arguments;
    }

private:
    [[nodiscard]] std::vector<SideArgument> byVerdict(std::size_t a, std::size_t b) const {
        if (!holdsAll(m_subjects[a])) {
            return runs(m_subjects[a]) ? std::vector{SideArgument{SideReason::RunsAtAll, a, b}}
                                       : std::vector<SideArgument>{};
        }
        if (holdsAll(m_subjects[b])) {
            return {{SideReason::LeavesMargin, a, b}};
        }
        std::vector<SideArgument> arguments{{SideReason::Holds, a, b}};
        if (const auto factor = moreCores(m_subjects[b], m_subjects[a])) {
            arguments.push_back({SideReason::CoresDoNotHelp, a, b, *factor});
        }
        return arguments;
    }

    [[nodiscard]] std::vector<SideArgument> byTraining(std::size_t a, std::size_t b) const {
        const SpeedRange& first = *m_subjects[a].report->trainTokensPerSecond;
        const SpeedRange& second = *m_subjects[b].report->trainTokensPerSecond;
        if (withinRanges(first, second)) {
            return byRoom(a, b);
        }
        return first.typical > second.typical ? std::vector{SideArgument{SideReason::FasterTraining, a, b,
                                                                         factorOf(first.typical, second.typical)}}
                                              : std::vector<SideArgument>{};
    }

    [[nodiscard]] std::vector<SideArgument> bySpeed(std::size_t a, std::size_t b) const {
        const std::optional<Speed>& first = m_subjects[a].report->speed;
        const std::optional<Speed>& second = m_subjects[b].report->speed;
        if (!first || !second) {
            return byRoom(a, b);
        }
        if (!withinRanges(first->decode, second->decode)) {
            return byDecode(a, b);
        }
        std::vector<SideArgument> arguments;
        if (first->prefill && second->prefill && !withinRanges(*first->prefill, *second->prefill)) {
            if (first->prefill->typical < second->prefill->typical) {
                return {};
            }
            arguments.push_back(
                {SideReason::FasterPrefill, a, b, factorOf(first->prefill->typical, second->prefill->typical)});
            const auto& more = m_subjects[a].compute;
            const auto& less = m_subjects[b].compute;
            if (more && less && *more > *less && second->prefillLimit == SpeedLimit::Compute) {
                arguments.push_back({SideReason::MoreCompute, a, b, factorOf(*more, *less)});
            }
        } else {
            arguments = byRoom(a, b);
        }
        if (!arguments.empty()) {
            std::ranges::copy(decodeTie(a, b), std::back_inserter(arguments));
        }
        return arguments;
    }

    [[nodiscard]] std::vector<SideArgument> byDecode(std::size_t a, std::size_t b) const {
        const Report& first = *m_subjects[a].report;
        const Report& second = *m_subjects[b].report;
        if (first.speed->decode.typical < second.speed->decode.typical) {
            return {};
        }
        std::vector<SideArgument> arguments{
            {SideReason::FasterDecode, a, b, factorOf(first.speed->decode.typical, second.speed->decode.typical)}};
        if (first.verdict == Verdict::Offload &&
            first.gpuLayers * second.layersTotal > second.gpuLayers * first.layersTotal) {
            arguments.push_back({SideReason::MoreOnCards, a, b});
        }
        addBandwidth(arguments, a, b);
        return arguments;
    }

    /// `a` has more memory bandwidth, and it is what `b` waits for.
    void addBandwidth(std::vector<SideArgument>& arguments, std::size_t a, std::size_t b) const {
        const auto& more = m_subjects[a].bandwidth;
        const auto& less = m_subjects[b].bandwidth;
        if (more && less && *more > *less && m_subjects[b].report->speed->limit == SpeedLimit::MemoryBandwidth) {
            arguments.push_back({SideReason::MoreBandwidth, a, b, factorOf(*more, *less)});
        }
    }

    [[nodiscard]] std::vector<SideArgument> byRoom(std::size_t a, std::size_t b) const {
        const Report& first = *m_subjects[a].report;
        const Report& second = *m_subjects[b].report;
        const Bytes more = first.headroom - second.headroom;
        const double worth = static_cast<double>(first.needTotal.typical.count()) * kRoomWorthHaving;
        if (!holdsAll(m_subjects[a]) || static_cast<double>(more.count()) <= worth) {
            return {};
        }
        return {{SideReason::MoreHeadroom, a, b, 1, more}};
    }

    const std::vector<SideSubject>& m_subjects;
};

/// The first subject but `except` that none of the others but `except` is ahead of.
std::optional<std::size_t> unbeaten(const Judge& judge, std::size_t count, std::optional<std::size_t> except) {
    for (std::size_t i = 0; i < count; ++i) {
        bool beaten = i == except;
        for (std::size_t j = 0; j < count && !beaten; ++j) {
            beaten = j != i && j != except && !judge.ahead(j, i).empty();
        }
        if (!beaten) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> winnerOf(const Judge& judge, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        bool first = count > 1;
        for (std::size_t j = 0; j < count && first; ++j) {
            first = i == j || !judge.ahead(i, j).empty();
        }
        if (first) {
            return i;
        }
    }
    return std::nullopt;
}

/// Alone in holding it: then the other worth a word is the one with the most cores.
std::vector<SideArgument> aloneHolding(const std::vector<SideSubject>& subjects, std::size_t winner,
                                       std::size_t second) {
    std::vector<SideArgument> arguments{{SideReason::OnlyOneHolds, winner, second}};
    std::size_t most = second;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        most = i != winner && moreCores(subjects[i], subjects[most]) ? i : most;
    }
    if (const auto factor = moreCores(subjects[most], subjects[winner])) {
        arguments.push_back({SideReason::CoresDoNotHelp, winner, most, *factor});
    }
    return arguments;
}

bool sameModel(const SideSubject& a, const SideSubject& b) {
    const ResolvedModel& first = a.question->model;
    const ResolvedModel& second = b.question->model;
    return first.name == second.name && first.parameters == second.parameters &&
           a.question->scenario.task == b.question->scenario.task;
}

bool sameSettings(const SideSubject& a, const SideSubject& b) {
    const Scenario& first = a.question->scenario;
    const Scenario& second = b.question->scenario;
    return a.question->format.id == b.question->format.id && a.question->runtime == b.question->runtime &&
           a.question->keyFormat.id == b.question->keyFormat.id &&
           a.question->valueFormat.id == b.question->valueFormat.id && first.context == second.context &&
           first.batch == second.batch;
}

bool allAgree(const std::vector<SideSubject>& subjects,
              const std::function<bool(const SideSubject&, const SideSubject&)>& same) {
    const SideSubject* first = nullptr;
    for (const SideSubject& subject : subjects) {
        if (subject.question) {
            first = first == nullptr ? &subject : first;
            if (!same(*first, subject)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

bool withinRanges(const SpeedRange& a, const SpeedRange& b) {
    const auto reaches = [](const SpeedRange& range, double value) {
        return range.low <= value && value <= range.high;
    };
    return reaches(a, b.typical) || reaches(b, a.typical);
}

SideConclusion sideConclusion(const std::vector<SideSubject>& subjects) {
    SideConclusion conclusion;
    if (subjects.size() < 2) {
        return conclusion;
    }
    if (!allAgree(subjects, &sameModel)) {
        conclusion.because.push_back({SideReason::OtherModels});
        return conclusion;
    }
    const Judge judge(subjects);
    conclusion.winner = winnerOf(judge, subjects.size());
    const std::size_t second = unbeaten(judge, subjects.size(), conclusion.winner).value_or(0);
    if (std::ranges::none_of(subjects, &runs)) {
        conclusion.because.push_back({SideReason::NoneHolds});
    } else if (conclusion.winner) {
        const bool alone = holdsAll(subjects[*conclusion.winner]) && std::ranges::count_if(subjects, &holdsAll) == 1;
        conclusion.because =
            alone ? aloneHolding(subjects, *conclusion.winner, second) : judge.ahead(*conclusion.winner, second);
    } else {
        const std::size_t other = unbeaten(judge, subjects.size(), second).value_or(second);
        conclusion.because.push_back({SideReason::Tie, second, other});
        if (runs(subjects[second]) && runs(subjects[other])) {
            std::ranges::copy(judge.decodeTie(second, other), std::back_inserter(conclusion.because));
        }
    }
    if (!allAgree(subjects, &sameSettings)) {
        conclusion.because.push_back({SideReason::OtherSettings});
    }
    return conclusion;
}

} // namespace vram
