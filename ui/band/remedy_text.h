// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/store/remedies.h"

namespace vram::ui {

/// What the button says and, in the tooltip, what it does.
struct RemedyText {
    QString label;
    QString toolTip;
};

[[nodiscard]] RemedyText remedyText(const Remedy& remedy, const Snapshot& snapshot);

} // namespace vram::ui
