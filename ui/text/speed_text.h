// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/report.h"

#include <optional>
#include <vector>

namespace vram::ui {

/// "52", "4.3", "0.86", "1,240": as many figures as an estimate deserves.
[[nodiscard]] QString formatFigure(double value);
/// "52 tok/s"
[[nodiscard]] QString formatSpeed(double tokensPerSecond);
/// "52 tok/s (45–60)"; without the range where all ends read alike.
[[nodiscard]] QString formatSpeed(const SpeedRange& speed);
/// "0.86 s", "12 s"
[[nodiscard]] QString formatSeconds(double seconds);
/// "+3.1 %", "−12 %"
[[nodiscard]] QString formatDifference(double fraction);

/// "limited by memory bandwidth"
[[nodiscard]] QString limitText(SpeedLimit limit);

/// One target and whether it is reached. `sign`: the verdict whose icon and colour say the same.
struct TargetText {
    Verdict sign = Verdict::Unknown;
    QString word; ///< "First token in time"
    friend bool operator==(const TargetText&, const TargetText&) = default;
};
/// Targets that are set, of the first token and of generating.
[[nodiscard]] std::vector<TargetText> targetTexts(const Speed& speed);
/// The worse of them in one word ("met"); nothing where none is set.
[[nodiscard]] std::optional<TargetText> targetWord(const Report& report);

/// What speed a row tells first: of generating, or of training; nothing where neither is known.
[[nodiscard]] std::optional<SpeedRange> leadingSpeed(const Report& report);

} // namespace vram::ui
