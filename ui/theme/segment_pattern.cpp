// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/segment_pattern.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace vram::ui {

namespace {

constexpr double kSingleStep = 7;   ///< pixels from line to line
constexpr double kCrossedStep = 11; ///< where lines of two kinds cross, so that the colour still shows
constexpr double kPen = 1.5;
constexpr int kAlpha = 190;

enum Lines : std::uint8_t { Plain = 0, Rising = 1, Falling = 2, Level = 4, Upright = 8, Dots = 16 };

// Ordered by part. Neighbours in the stack never share a kind of line.
constexpr std::array<unsigned, kMemoryParts> kLines{
    Plain,            // weights
    Rising,           // KV cache
    Dots,             // recurrent state
    Falling,          // activations
    Level,            // overhead
    Upright,          // gradients
    Rising | Falling, // optimizer states
    Level | Upright,  // adapter
};

void paintDots(QPainter& painter, const QRectF& area) {
    constexpr double kStep = kSingleStep;
    for (double y = area.top() + kStep / 2; y < area.bottom(); y += kStep) {
        for (double x = area.left() + kStep / 2; x < area.right(); x += kStep) {
            painter.drawPoint(QPointF(x, y));
        }
    }
}

} // namespace

void paintSegmentPattern(QPainter& painter, const QRectF& area, MemoryPart part) {
    const unsigned lines = kLines.at(static_cast<std::size_t>(part));
    if (lines == Plain || area.isEmpty()) {
        return;
    }
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = partLabelColour(part);
    ink.setAlpha(kAlpha);
    painter.setPen(QPen(ink, (lines & Dots) != 0 ? 2 * kPen : kPen, Qt::SolidLine, Qt::RoundCap));
    if ((lines & Dots) != 0) {
        paintDots(painter, area);
    }
    const bool crossed = lines == (Rising | Falling) || lines == (Level | Upright);
    const double step = crossed ? kCrossedStep : kSingleStep;
    const double slope = area.height();
    for (double x = area.left() - slope; x < area.right() + slope; x += step) {
        if ((lines & Rising) != 0) {
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x + slope, area.top()));
        }
        if ((lines & Falling) != 0) {
            painter.drawLine(QPointF(x, area.top()), QPointF(x + slope, area.bottom()));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (double y = area.top() + step / 2; (lines & Level) != 0 && y < area.bottom(); y += step) {
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    for (double x = area.left() + step / 2; (lines & Upright) != 0 && x < area.right(); x += step) {
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    painter.restore();
}

} // namespace vram::ui
