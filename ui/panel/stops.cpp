// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/stops.h"

#include "core/model/generic.h"

#include <algorithm>
#include <array>
#include <vector>

namespace vram::ui {
namespace {

/// first, first * 5/4, * 6/4, * 7/4, * 8/4 ... up to last; whole as long as `first` is a multiple of 4.
std::vector<std::int64_t> quarters(std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> stops;
    for (std::int64_t octave = first; octave < last; octave *= 2) {
        for (std::int64_t quarter = 4; quarter < 8; ++quarter) {
            stops.push_back(octave / 4 * quarter);
        }
    }
    stops.push_back(last);
    return stops;
}

std::vector<std::int64_t> makeSizeStops() {
    // Leading figures of a decade in tenths: steps of 10 % at most, and all the sizes that models are sold in.
    struct Span {
        std::int64_t from, to, step;
    };
    constexpr std::array kSpans{Span{10, 20, 1}, Span{20, 50, 2}, Span{50, 100, 5}};
    std::vector<std::int64_t> stops;
    for (std::int64_t decade = kGenericLeast; decade < kGenericMost; decade *= 10) {
        for (const Span& span : kSpans) {
            for (std::int64_t tenths = span.from; tenths < span.to; tenths += span.step) {
                if (const std::int64_t value = decade / 10 * tenths; value <= kGenericMost) {
                    stops.push_back(value);
                }
            }
        }
    }
    return stops;
}

std::vector<std::int64_t> makeBatchStops() {
    std::vector<std::int64_t> stops{1, 2, 3};
    const std::vector<std::int64_t> rest = quarters(4, 512);
    stops.insert(stops.end(), rest.begin(), rest.end());
    return stops;
}

} // namespace

std::span<const std::int64_t> sizeStops() {
    static const std::vector<std::int64_t> stops = makeSizeStops();
    return stops;
}

std::span<const std::int64_t> contextStops() {
    static const std::vector<std::int64_t> stops = quarters(512, 1 << 20);
    return stops;
}

std::span<const std::int64_t> batchStops() {
    static const std::vector<std::int64_t> stops = makeBatchStops();
    return stops;
}

std::span<const std::int64_t> rankStops() {
    static constexpr std::array<std::int64_t, 10> kStops{1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
    return kStops;
}

int nearestStop(std::span<const std::int64_t> stops, std::int64_t value) {
    const auto above = std::ranges::lower_bound(stops, value);
    if (above == stops.begin()) {
        return 0;
    }
    const auto index = static_cast<int>(above - stops.begin());
    if (above == stops.end()) {
        return index - 1;
    }
    // value/below < above/value, without leaving 64 bits.
    const auto below = static_cast<double>(*(above - 1));
    const auto typed = static_cast<double>(value);
    return typed * typed < below * static_cast<double>(*above) ? index - 1 : index;
}

} // namespace vram::ui
