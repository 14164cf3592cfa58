// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QImage>
#include <QSize>
#include <QSizeF>
#include <QString>

#include "ui/store/snapshot.h"
#include "ui/text/format.h"

class QPainter;

namespace vram::ui {

/// How a picture of the chart is made. Words and numbers follow the application's language at that moment.
struct ExportOptions {
    QSize size{1200, 0}; ///< logical pixels; a height of 0 is what the rows need
    double scale = 1;    ///< 1 to 4: physical pixels a logical one
    bool dark = false;
    ByteUnit unit = ByteUnit::GiB;
    bool patterns = false; ///< lines over the segments' colours
    QDate date = QDate::currentDate();
    QString version; ///< of the program; empty: this one's
};

/// The chart with all rows, a title with the scenario, the legend and a caption with date and version. As large as
/// asked for, higher only where the rows would not be readable. Needs no window and no display.
[[nodiscard]] QImage renderChart(const Snapshot& snapshot, const ExportOptions& options);

/// The same picture without its background, on any device with the screen's dots an inch; what its size then is, in
/// logical pixels (`scale` says nothing here).
void paintChart(QPainter& painter, const Snapshot& snapshot, const ExportOptions& options);
[[nodiscard]] QSizeF chartSize(const Snapshot& snapshot, const ExportOptions& options);

/// Writes a PNG whole or not at all. False: `why` (may be null) has the reason in the user's language.
[[nodiscard]] bool writePng(const QString& path, const QImage& image, QString* why);

} // namespace vram::ui
