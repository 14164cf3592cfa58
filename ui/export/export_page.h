// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include "ui/export/chart_export.h"

class QPainter;

namespace vram::ui {

// What every exported picture has: a headline, lines of text, a caption.

constexpr double kLeastScale = 1;
constexpr double kMostScale = 4;
constexpr int kLeastWidth = 480;

[[nodiscard]] QFont titleFont(const QFont& font);
/// "VRAM Sizer 1.0 · 2026-11-29"
[[nodiscard]] QString exportCaption(const ExportOptions& options);
/// One line, elided at the right end of `area`.
void paintLine(QPainter& painter, const QFont& font, const QColor& colour, const QRectF& area, const QString& text,
               Qt::Alignment alignment = Qt::AlignLeft);

} // namespace vram::ui
