// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/shown_text.h"

#include "core/units/utf8.h"

#include <QTextDocument>

namespace vram::ui {

namespace {

constexpr qsizetype kMostShown = 300; ///< longer than any name or path that is meant to be read
constexpr QChar kEllipsis(0x2026);

/// Start and end stay: a path's end is its file.
QString shortened(const QString& text) {
    if (text.size() <= kMostShown) {
        return text;
    }
    constexpr qsizetype kStart = kMostShown / 2;
    constexpr qsizetype kEnd = kMostShown - kStart - 1;
    const qsizetype start = text.at(kStart - 1).isHighSurrogate() ? kStart - 1 : kStart;
    const qsizetype end = text.at(text.size() - kEnd).isLowSurrogate() ? kEnd - 1 : kEnd;
    return text.left(start) + kEllipsis + text.right(end);
}

} // namespace

QString shownText(std::string_view utf8) { return shortened(QString::fromStdString(visibleText(utf8))); }

QString shownText(const QString& text) { return shownText(std::string_view(text.toStdString())); }

QString plainToolTip(const QString& text) {
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

QString buttonText(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

} // namespace vram::ui
