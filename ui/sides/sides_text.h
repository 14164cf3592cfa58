// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/advice/side_by_side.h"
#include "ui/text/format.h"

namespace vram::ui {

[[nodiscard]] QString sidePropertyLabel(SideProperty property);
/// What the figure is of, for a tooltip.
[[nodiscard]] QString sidePropertyTip(SideProperty property);
[[nodiscard]] QString sideGroupLabel(SideGroup group);
/// `report`: the subject's answer, for the verdict's own word.
[[nodiscard]] QString sideValueText(const SideRow& row, std::size_t subject, const Result<Report>& report,
                                    ByteUnit unit);
/// The conclusion in sentences, the deciding one first; `names` are the subjects'.
[[nodiscard]] QStringList sideConclusionText(const SideConclusion& conclusion, const QStringList& names, ByteUnit unit);

} // namespace vram::ui
