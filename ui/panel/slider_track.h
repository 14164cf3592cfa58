// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/store/limit_question.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class QPainter;
class QRect;

namespace vram::ui {

/// The answers along a slider. Positions are those of the slider, fractional between two stops.
struct SliderTrack {
    struct Part {
        double from = 0;
        double to = 0;
        Verdict verdict = Verdict::Unknown;
        friend bool operator==(const Part&, const Part&) = default;
    };
    std::vector<Part> parts;
    std::optional<double> mark; ///< the largest value that fits
    std::int64_t markValue = 0;
    bool markFits = true; ///< false: nothing fits; the largest that is tight
    bool current = false; ///< false: for a question that has just been left; painted pale, without the mark
    friend bool operator==(const SliderTrack&, const SliderTrack&) = default;
};

/// `position` of a value on the slider, fractional between stops.
[[nodiscard]] SliderTrack trackOf(const ShownZones& shown, const std::function<double(std::int64_t)>& position);

/// "Fits up to 41,216 tokens on RTX 4090."; empty without a mark. `value`: the mark's with its unit.
[[nodiscard]] QString markText(const SliderTrack& track, const QString& value, const QString& card);

/// A stretch of the track within `area`: solid where it fits, dashed where it is tight, dotted where RAM helps, a thin
/// line where it does not fit, so that colour alone says nothing.
void paintZone(QPainter& painter, const QRect& area, Verdict verdict, bool dark);

} // namespace vram::ui
