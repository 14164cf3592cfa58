// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/zones.h"

#include <algorithm>
#include <utility>

namespace vram {

namespace {

/// Verdicts of the stops, asked where they are not implied.
class Scan {
public:
    Scan(Probe& probe, Setting setting, std::span<const std::int64_t> stops)
        : m_probe(probe),
          m_setting(setting),
          m_stops(stops),
          m_verdicts(stops.size()),
          m_asked(stops.size()) {}

    std::vector<Verdict> all() {
        for (std::size_t i = 0; i < m_stops.size(); ++i) {
            ask(i);
        }
        return std::move(m_verdicts);
    }

    std::vector<Verdict> few() {
        ask(0);
        ask(m_stops.size() - 1);
        return fill(0, m_stops.size() - 1) && bordersHold() ? std::move(m_verdicts) : all();
    }

private:
    Verdict ask(std::size_t stop) {
        if (!m_asked[stop]) {
            m_asked[stop] = true;
            m_verdicts[stop] = verdictOf(m_probe.ask(m_setting, m_stops[stop]));
        }
        return m_verdicts[stop];
    }

    /// Whether the next stops around every change of the verdict are what was taken for granted.
    bool bordersHold() {
        constexpr std::size_t kAround = 3;
        const std::vector<Verdict> taken = m_verdicts;
        for (std::size_t i = 1; i < taken.size(); ++i) {
            if (taken[i] == taken[i - 1]) {
                continue;
            }
            const std::size_t end = std::min(i + kAround + 1, taken.size());
            for (std::size_t stop = i > kAround ? i - kAround - 1 : 0; stop < end; ++stop) {
                if (ask(stop) != taken[stop]) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Between two stops that are known; false where a larger value is judged better.
    bool fill(std::size_t low, std::size_t high) {
        if (m_verdicts[high] < m_verdicts[low]) {
            return false;
        }
        if (m_verdicts[low] == m_verdicts[high]) {
            std::fill(m_verdicts.begin() + static_cast<std::ptrdiff_t>(low),
                      m_verdicts.begin() + static_cast<std::ptrdiff_t>(high), m_verdicts[low]);
            return true;
        }
        if (high - low < 2) {
            return true;
        }
        const std::size_t middle = low + (high - low) / 2;
        ask(middle);
        return fill(low, middle) && fill(middle, high);
    }

    Probe& m_probe;
    Setting m_setting;
    std::span<const std::int64_t> m_stops;
    std::vector<Verdict> m_verdicts;
    std::vector<bool> m_asked;
};

std::vector<Zone> runsOf(const std::vector<Verdict>& verdicts) {
    std::vector<Zone> runs;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (runs.empty() || runs.back().verdict != verdicts[i]) {
            runs.push_back({i, i, verdicts[i]});
        }
        runs.back().last = i;
    }
    return runs;
}

/// The last stop that is judged `worst` or better, where a stop follows it.
std::optional<std::size_t> lastStop(const std::vector<Verdict>& verdicts, Verdict worst) {
    for (std::size_t i = verdicts.size(); i-- > 0;) {
        if (verdicts[i] <= worst) {
            return i + 1 < verdicts.size() ? std::optional(i) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> largestAfter(Probe& probe, Setting setting, std::span<const std::int64_t> stops,
                                         const std::vector<Verdict>& verdicts, Verdict worst) {
    const std::optional<std::size_t> stop = lastStop(verdicts, worst);
    if (!stop) {
        return std::nullopt;
    }
    const Ladder ladder = ladderOf(setting, *probe.now());
    std::int64_t low = ladder.rung(stops[*stop]);
    std::int64_t high = ladder.rung(stops[*stop + 1]);
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (verdictOf(probe.ask(setting, ladder.value(middle))) <= worst ? low : high) = middle;
    }
    return std::max(ladder.value(low), stops[*stop]);
}

} // namespace

Zones zonesOf(Probe& probe, Setting setting, std::span<const std::int64_t> stops) {
    const Resolved* const now = probe.now();
    const bool ranks = now != nullptr && now->training != nullptr && now->scenario.task != Task::Full;
    if (now == nullptr || stops.empty() || (setting == Setting::Rank && !ranks)) {
        return {};
    }
    std::int64_t cards = 0;
    for (const MachineGpu& entry : now->machine.gpus) {
        cards += entry.count;
    }
    Scan scan(probe, setting, stops);
    const std::vector<Verdict> verdicts = setting == Setting::Size && cards > 1 ? scan.all() : scan.few();
    return {runsOf(verdicts), largestAfter(probe, setting, stops, verdicts, Verdict::Fits),
            largestAfter(probe, setting, stops, verdicts, Verdict::Tight)};
}

Zones weightZones(Probe& probe, std::span<const std::string> formats) {
    if (probe.now() == nullptr || formats.empty()) {
        return {};
    }
    std::vector<Verdict> verdicts;
    verdicts.reserve(formats.size());
    for (const std::string& format : formats) {
        verdicts.push_back(verdictOf(probe.askWeights(format)));
    }
    Zones zones{runsOf(verdicts), std::nullopt, std::nullopt};
    const auto index = [&verdicts](Verdict worst) -> std::optional<std::int64_t> {
        const std::optional<std::size_t> stop = lastStop(verdicts, worst);
        return stop ? std::optional(static_cast<std::int64_t>(*stop)) : std::nullopt;
    };
    zones.fits = index(Verdict::Fits);
    zones.tight = index(Verdict::Tight);
    return zones;
}

} // namespace vram
