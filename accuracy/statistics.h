// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace vram::accuracy {

/// An answer beside what was measured, both in the figure's unit.
struct Sample {
    std::string id;
    std::string model;
    std::string family;
    double measured = 0;
    double low = 0;
    double typical = 0;
    double high = 0;

    /// (answered - measured) / measured; where nothing was measured, 1 unless nothing was answered.
    [[nodiscard]] double error() const;
};

/// Relative errors as shares (0.01 is 1 %).
struct Statistics {
    std::size_t count = 0;
    double exact = 0; ///< share that equals the source's figure as far as it is printed
    double median = 0;
    double mean = 0;
    double p95 = 0;
    double worst = 0;
    double within30 = 0; ///< share of answers that are at most 30 % off
    double inside = 0;   ///< share of measured figures between low and high
};

/// `tolerance`: what the rounding of the printed figures allows, in their unit.
[[nodiscard]] Statistics statisticsOf(const std::vector<Sample>& samples, double tolerance);

/// How far measured figures lay from the answers, as shares of the answers: what a range around them has to hold.
struct Reach {
    double below = 0; ///< the measured figure was less
    double above = 0; ///< it was more
};
/// The farthest of each side; answers of zero are left out.
[[nodiscard]] Reach reachOf(const std::vector<Sample>& samples);

/// The `share` quantile with the correction for few samples of split conformal prediction: the ceil((n + 1) x share)-th
/// smallest; nothing where that is more than there are.
[[nodiscard]] std::optional<double> safeQuantile(std::vector<double> values, double share);

} // namespace vram::accuracy
