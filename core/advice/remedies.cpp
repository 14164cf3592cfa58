// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/remedies.h"

#include "core/advice/remedy_table.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace vram {

namespace {

/// What saves less than this share and changes no verdict is no remedy.
constexpr std::int64_t kLeastShare = 100;
/// A placement that is to be worth it for its speed alone.
constexpr double kFaster = 1.1;

/// Least room of a card as it was placed.
Bytes placedRoom(const Report& report) {
    const auto fullest = std::ranges::min_element(report.devices, {}, &DeviceReport::headroom);
    return fullest == report.devices.end() ? report.headroom : fullest->headroom;
}

/// What the fullest card has to hold.
Bytes fullestNeed(const Report& report) {
    const auto largest =
        std::ranges::max_element(report.devices, {}, [](const DeviceReport& device) { return device.usable.low; });
    return (largest == report.devices.end() ? report.usable : largest->usable.low) - report.headroom;
}

std::optional<SpeedRange> speedOf(const Report& report) {
    return report.speed ? std::optional(report.speed->decode) : report.trainTokensPerSecond;
}

Bytes savedBy(const Remedy& remedy, const Report& now, const Report& then) {
    switch (remedy.kind) {
    case RemedyKind::OtherCard:
        return {};
    case RemedyKind::AutomaticPlacement:
        return std::max(Bytes{}, placedRoom(then) - placedRoom(now));
    default:
        return std::max(Bytes{}, then.headroom - now.headroom);
    }
}

bool isFaster(const Remedy& remedy, const Report& now) {
    const std::optional<SpeedRange> before = speedOf(now);
    return remedy.speed && before && remedy.speed->typical >= before->typical * kFaster;
}

/// Whether a user has something from it.
bool helps(const Remedy& remedy, const RemedyRow& row, const Report& now) {
    if (verdictRank(remedy.verdict) != verdictRank(now.verdict)) {
        return verdictRank(remedy.verdict) < verdictRank(now.verdict);
    }
    // What is refused, or lies in RAM by choice, is not helped by less memory.
    const bool lacking = now.headroom < Bytes{} || now.verdict == Verdict::Tight;
    return row.placement ? isFaster(remedy, now) : lacking && remedy.saves * kLeastShare >= fullestNeed(now);
}

class Search {
public:
    Search(const RemedyQuestion& asked, const std::function<bool(const Remedy&)>& isWanted)
        : m_asked(asked),
          m_isWanted(isWanted) {}

    void add(const RemedyRow& row) {
        if (!row.isFor(m_asked.scenario().task)) {
            return;
        }
        for (Remedy& remedy : row.proposals(m_asked)) {
            if (m_isWanted && !m_isWanted(remedy)) {
                continue;
            }
            const std::optional<Report> then = m_asked.after(remedy);
            if (!then || then->verdict == Verdict::Unknown) {
                continue;
            }
            remedy.saves = savedBy(remedy, m_asked.answer(), *then);
            remedy.verdict = then->verdict;
            remedy.speed = speedOf(*then);
            if (helps(remedy, row, m_asked.answer())) {
                m_settled = m_settled || (row.setting && remedy.verdict == Verdict::Fits);
                m_found.push_back(std::move(remedy));
            }
        }
    }
    /// A setting alone, or settings together, make it fit.
    [[nodiscard]] bool isSettled() const { return m_settled; }
    [[nodiscard]] std::vector<Remedy> sorted() && {
        std::ranges::stable_sort(m_found, {}, [](const Remedy& remedy) {
            return std::pair(verdictRank(remedy.verdict), static_cast<int>(remedy.kind));
        });
        return std::move(m_found);
    }

private:
    const RemedyQuestion& m_asked;
    const std::function<bool(const Remedy&)>& m_isWanted;
    std::vector<Remedy> m_found;
    bool m_settled = false;
};

} // namespace

std::vector<Remedy> remediesFor(Resolver& resolver, const Scenario& scenario, const Machine& machine,
                                const std::function<bool(const Remedy&)>& isWanted) {
    const std::optional<RemedyQuestion> asked = RemedyQuestion::of(resolver, scenario, machine);
    if (!asked || asked->answer().verdict == Verdict::Fits || asked->answer().verdict == Verdict::Unknown) {
        return {};
    }
    if (scenario.task != Task::Inference && asked->answer().devices.empty()) {
        return {}; // trained on no card
    }
    Search search(*asked, isWanted);
    for (const RemedyRow& row : remedyTable()) {
        if (row.when == RemedyRow::When::Always) {
            search.add(row);
        }
    }
    for (const RemedyRow& row : remedyTable()) {
        if (row.when == RemedyRow::When::NothingFits && !search.isSettled()) {
            search.add(row);
        }
    }
    return std::move(search).sorted();
}

} // namespace vram
