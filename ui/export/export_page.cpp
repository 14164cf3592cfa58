// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_page.h"

#include "vram_version.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace vram::ui {

QFont titleFont(const QFont& font) {
    constexpr double kHeadlineScale = 1.35;
    QFont result = font;
    result.setPointSizeF(font.pointSizeF() * kHeadlineScale);
    result.setWeight(QFont::DemiBold);
    return result;
}

QString exportCaption(const ExportOptions& options) {
    const QString version = options.version.isEmpty()
                                ? QString::fromUtf8(kVersion.data(), static_cast<qsizetype>(kVersion.size()))
                                : options.version;
    //: caption of an exported picture: program's version, date
    return QCoreApplication::translate("Export", "VRAM Sizer %1 · %2")
        .arg(version, QLocale().toString(options.date, QLocale::ShortFormat));
}

void paintLine(QPainter& painter, const QFont& font, const QColor& colour, const QRectF& area, const QString& text,
               Qt::Alignment alignment) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(area, static_cast<int>(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace vram::ui
