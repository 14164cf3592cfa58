// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QRectF>

#include "core/report/report.h"

class QPainter;

namespace vram::ui {

/// Draws the verdict's sign into the square `rect`: a disc of the verdict's colour with a shape of its own, so that
/// colour is never the only difference. Drawn rather than a glyph: it looks the same with every font.
void paintVerdictIcon(QPainter& painter, const QRectF& rect, Verdict verdict, bool dark);

/// The same for tables and menus.
[[nodiscard]] QIcon verdictIconFor(Verdict verdict, bool dark);

} // namespace vram::ui
