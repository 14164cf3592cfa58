// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/report/report.h"
#include "ui/panel/field_row.h"
#include "ui/text/format.h"

namespace vram::ui {

/// What the placement leaves in RAM, and whether the RAM holds it.
struct RamText {
    QString figure;  ///< "38.2 GiB of 64.0 GiB: fits"; empty: nothing to say
    QString remark;  ///< what swapping means, or is near; empty: nothing
    HintKind kind{}; ///< of the remark
};
[[nodiscard]] RamText ramText(const HostReport& host, const PlacementChoice& chosen, ByteUnit unit = ByteUnit::GiB);

/// "0.15 tok/s", "1.4 tok/s", "52 tok/s".
[[nodiscard]] QString tokensPerSecond(double rate);

} // namespace vram::ui
