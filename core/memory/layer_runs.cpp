// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/layer_runs.h"

namespace vram {

LayerRuns shortened(std::span<const PlacedSegment> segments) {
    constexpr std::size_t kLongestPeriod = 12; // layers
    LayerRuns result;
    result.kept.reserve(segments.size());
    std::size_t i = 0;
    while (i < segments.size()) {
        std::size_t run = 1;
        std::size_t runPeriod = 1;
        for (std::size_t period = 1; period <= kLongestPeriod && i + period < segments.size(); ++period) {
            std::size_t end = i + period;
            while (end < segments.size() && segments[end] == segments[end - period]) {
                ++end;
            }
            if (end - i > LayerRuns::kKept * period && end - i > run) {
                run = end - i;
                runPeriod = period;
            }
        }
        const std::size_t repetitions = run / runPeriod;
        const std::size_t left = repetitions > LayerRuns::kKept ? repetitions - LayerRuns::kKept : 0;
        if (left > 0) {
            result.runs.push_back({result.kept.size(), runPeriod, left});
        }
        const auto from = segments.begin() + static_cast<std::ptrdiff_t>(i);
        result.kept.insert(result.kept.end(), from, from + static_cast<std::ptrdiff_t>(run - left * runPeriod));
        i += run;
    }
    return result;
}

} // namespace vram
