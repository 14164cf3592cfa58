// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "core/report/report.h"

class QPainter;

namespace vram::ui {

/// Hatches `area`, which has the part's colour already, with lines of the part's own kind: who cannot tell the colours
/// apart, or prints without them, tells the parts by their lines. Weights stay plain.
void paintSegmentPattern(QPainter& painter, const QRectF& area, MemoryPart part);

} // namespace vram::ui
