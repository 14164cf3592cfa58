// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/verdict_icon.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace vram::ui {

namespace {

/// The sign in a square of 16 by 16 around the disc.
QPainterPath sign(Verdict verdict) {
    QPainterPath path;
    switch (verdict) {
    case Verdict::Fits:
        path.moveTo(4.6, 8.3);
        path.lineTo(7.0, 10.8);
        path.lineTo(11.5, 5.6);
        break;
    case Verdict::Tight:
        path.moveTo(8, 3.9);
        path.lineTo(8, 8.9);
        path.moveTo(8, 11.8);
        path.lineTo(8, 11.9);
        break;
    case Verdict::Offload:
        path.moveTo(4.2, 6.3);
        path.lineTo(11.4, 6.3);
        path.moveTo(9.3, 4.2);
        path.lineTo(11.5, 6.3);
        path.moveTo(11.8, 9.9);
        path.lineTo(4.6, 9.9);
        path.moveTo(6.7, 12.0);
        path.lineTo(4.5, 9.9);
        break;
    case Verdict::No:
        path.moveTo(5.2, 5.2);
        path.lineTo(10.8, 10.8);
        path.moveTo(10.8, 5.2);
        path.lineTo(5.2, 10.8);
        break;
    case Verdict::Unknown:
        path.moveTo(5.8, 6.3);
        path.cubicTo(5.8, 3.3, 10.3, 3.3, 10.3, 6.2);
        path.cubicTo(10.3, 8.0, 8, 8.0, 8, 9.6);
        path.moveTo(8, 12.0);
        path.lineTo(8, 12.1);
        break;
    }
    return path;
}

/// The outline differs too: a disc says yes, a triangle or square do not.
QPainterPath outline(Verdict verdict) {
    QPainterPath path;
    switch (verdict) {
    case Verdict::Fits:
    case Verdict::Unknown:
        path.addEllipse(QRectF(0.5, 0.5, 15, 15));
        break;
    case Verdict::Tight:
        path.moveTo(8, 0.4);
        path.lineTo(16, 15.2);
        path.lineTo(0, 15.2);
        path.closeSubpath();
        break;
    case Verdict::Offload:
        path.addRoundedRect(QRectF(0.5, 0.9, 15, 14.4), 4, 4);
        break;
    case Verdict::No: {
        constexpr double kCorner = 4.7;
        path.moveTo(kCorner, 0.5);
        path.lineTo(16 - kCorner, 0.5);
        path.lineTo(15.5, kCorner);
        path.lineTo(15.5, 16 - kCorner);
        path.lineTo(16 - kCorner, 15.5);
        path.lineTo(kCorner, 15.5);
        path.lineTo(0.5, 16 - kCorner);
        path.lineTo(0.5, kCorner);
        path.closeSubpath();
        break;
    }
    }
    return path;
}

} // namespace

void paintVerdictIcon(QPainter& painter, const QRectF& rect, Verdict verdict, bool dark) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16, rect.height() / 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(verdictColour(verdict, dark));
    painter.drawPath(outline(verdict));
    if (verdict == Verdict::Tight) {
        painter.translate(0, 1.6); // into the wide part of the triangle
    }
    painter.setPen(
        QPen(dark ? QColor(0x12, 0x13, 0x15) : QColor(Qt::white), 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(sign(verdict));
    painter.restore();
}

QIcon verdictIconFor(Verdict verdict, bool dark) {
    QIcon icon;
    for (const int size : {16, 24, 32, 48}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintVerdictIcon(painter, QRectF(0, 0, size, size), verdict, dark);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace vram::ui
