// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/limits.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vram {

/// Neighbouring stops of a slider that report() answers alike.
struct Zone {
    std::size_t first = 0;
    std::size_t last = 0;
    Verdict verdict = Verdict::Unknown;
    friend bool operator==(const Zone&, const Zone&) = default;
};

/// The verdict at every stop of a slider, all other settings as they are.
struct Zones {
    std::vector<Zone> runs; ///< all stops, in order; empty where the question cannot be asked
    /// The largest value that fits, between the stops too, where a stop after it does not; of weights the index of the
    /// stop. The next value of the ladder was asked and does not fit.
    std::optional<std::int64_t> fits;
    std::optional<std::int64_t> tight; ///< the same of what is tight at most
    friend bool operator==(const Zones&, const Zones&) = default;
};

/// `stops` ascending. More of a setting is hardly ever judged better, so that a few stops decide: two of the same
/// verdict have no other between them. Buffers and the search for layers round, which shows where verdicts change: the
/// stops around a change are asked as well. Where any contradicts, and for sizes shared out over several cards (whose
/// heads may not divide), every stop is asked.
[[nodiscard]] Zones zonesOf(Probe& probe, Setting setting, std::span<const std::int64_t> stops);

/// The same of weight formats by id; each is asked.
[[nodiscard]] Zones weightZones(Probe& probe, std::span<const std::string> formats);

} // namespace vram
