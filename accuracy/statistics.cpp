// SPDX-License-Identifier: GPL-3.0-or-later
#include "accuracy/statistics.h"

#include <algorithm>
#include <cmath>

namespace vram::accuracy {

namespace {

constexpr double kNear = 0.30;

} // namespace

double Sample::error() const {
    if (measured == 0) {
        return typical == 0 ? 0 : 1;
    }
    return (typical - measured) / measured;
}

Statistics statisticsOf(const std::vector<Sample>& samples, double tolerance) {
    Statistics result;
    result.count = samples.size();
    if (samples.empty()) {
        return result;
    }
    std::vector<double> errors;
    errors.reserve(samples.size());
    double sum = 0;
    std::size_t exact = 0;
    std::size_t inside = 0;
    std::size_t near = 0;
    for (const Sample& sample : samples) {
        const bool equal = std::abs(sample.typical - sample.measured) <= tolerance;
        exact += equal ? 1 : 0;
        inside += sample.low - tolerance <= sample.measured && sample.measured <= sample.high + tolerance ? 1 : 0;
        errors.push_back(std::abs(sample.error()));
        near += errors.back() <= kNear ? 1 : 0;
        sum += errors.back();
    }
    std::sort(errors.begin(), errors.end());
    const auto count = static_cast<double>(errors.size());
    const std::size_t middle = errors.size() / 2;
    result.median = errors.size() % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2;
    result.mean = sum / count;
    result.p95 = errors[std::min(errors.size() - 1, static_cast<std::size_t>(0.95 * count))];
    result.worst = errors.back();
    result.exact = static_cast<double>(exact) / count;
    result.within30 = static_cast<double>(near) / count;
    result.inside = static_cast<double>(inside) / count;
    return result;
}

Reach reachOf(const std::vector<Sample>& samples) {
    Reach reach;
    for (const Sample& sample : samples) {
        if (sample.typical > 0) {
            const double share = sample.measured / sample.typical - 1;
            reach.below = std::max(reach.below, -share);
            reach.above = std::max(reach.above, share);
        }
    }
    return reach;
}

std::optional<double> safeQuantile(std::vector<double> values, double share) {
    const auto rank = static_cast<std::size_t>(std::ceil((static_cast<double>(values.size()) + 1) * share));
    if (rank == 0 || rank > values.size()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    return values[rank - 1];
}

} // namespace vram::accuracy
