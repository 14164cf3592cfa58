// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace vram::ui {

/// A section of the guide as its file has it (resources/guide).
struct GuideSection {
    QString id;
    QString title; ///< plain
    QString html;  ///< with {figures} in braces and links "control:<id>"
};

/// The sections in the language; of English where there is no file.
[[nodiscard]] std::vector<GuideSection> guideSections(const QString& language);

/// Ids of controls that a section links to, in its order.
[[nodiscard]] QStringList guideLinks(const QString& html);
/// Names of the figures in it.
[[nodiscard]] QStringList guideFigureNames(const QString& html);
/// With each {name} replaced by its figure, as plain text; one without a figure becomes a dash.
[[nodiscard]] QString withFigures(const QString& html, const QMap<QString, QString>& figures);

} // namespace vram::ui
