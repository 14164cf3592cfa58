// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/command.h"
#include "core/report/report.h"
#include "ui/panel/field_row.h"
#include "ui/text/format.h"

#include <optional>
#include <vector>

namespace vram::ui {

/// "Start the server", "Environment of the server" ...
[[nodiscard]] QString commandHeading(CommandKind kind);
/// "PowerShell" ...
[[nodiscard]] QString shellName(Shell shell);
/// The shell of the system that the program runs on.
[[nodiscard]] Shell usualShell();

/// How a figure that was seen stands to the estimate.
struct SeenText {
    QString text; ///< "+3.1 % of 20.5 GiB, within the range"
    HintKind kind = HintKind::Plain;
};
[[nodiscard]] SeenText seenMemory(std::optional<double> mib, const ByteRange& estimate, ByteUnit unit);
[[nodiscard]] SeenText seenSpeed(std::optional<double> tokensPerSecond, const SpeedRange& estimate);

/// What all cards together are to take; absent where no card is used.
[[nodiscard]] std::optional<ByteRange> cardEstimate(const Report& report);
/// The runtime takes a share of every card in advance, whatever it needs.
[[nodiscard]] bool reservesCards(const Report& report);

} // namespace vram::ui
