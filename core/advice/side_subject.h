// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/side_by_side.h"

#include <optional>
#include <vector>

namespace vram {

/// One subject with what is known of it.
struct SideSubject {
    std::optional<Resolved> question; ///< absent: `report` says why
    Result<Report> report;
    // Of its machine; absent where a card's figure is not known.
    std::optional<std::int64_t> cores; ///< all cards together
    std::optional<double> bandwidth;   ///< GB/s, the slowest card's
    std::optional<double> compute;     ///< Tflop/s, all cards together
    std::optional<double> tdp;         ///< W
    std::optional<double> price;       ///< USD
    std::optional<std::int64_t> year;  ///< of the oldest card

    [[nodiscard]] Verdict verdict() const { return report ? report->verdict : Verdict::Unknown; }
};

/// Two figures that differ by less than their ranges leave open: a typical one lies within the other's range.
[[nodiscard]] bool withinRanges(const SpeedRange& a, const SpeedRange& b);

[[nodiscard]] SideConclusion sideConclusion(const std::vector<SideSubject>& subjects);

} // namespace vram
