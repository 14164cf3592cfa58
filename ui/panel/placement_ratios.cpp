// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/placement_ratios.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMostRatio = 1e9; // of a scenario
constexpr qsizetype kMostRatios = 4096;
constexpr int kDigits = 10;

} // namespace

std::optional<std::vector<double>> parseRatios(const QString& text) {
    // Full-width characters of Chinese input methods have the plain ones as their compatible form.
    static const QRegularExpression kBetween(u"[\\s,;:/\\x{3001}]+"_s);
    const QStringList parts =
        text.normalized(QString::NormalizationForm_KC).trimmed().split(kBetween, Qt::SkipEmptyParts);
    if (parts.size() > kMostRatios) {
        return std::nullopt;
    }
    std::vector<double> ratios;
    for (const QString& part : parts) {
        bool isNumber = false;
        const double ratio = part.toDouble(&isNumber);
        if (!isNumber || !(ratio >= 0 && ratio <= kMostRatio)) {
            return std::nullopt;
        }
        ratios.push_back(ratio);
    }
    if (!ratios.empty() && std::ranges::max(ratios) <= 0) {
        return std::nullopt;
    }
    return ratios;
}

QString formatRatios(const std::vector<double>& ratios) {
    QStringList parts;
    for (const double ratio : ratios) {
        parts += QString::number(ratio, 'g', kDigits);
    }
    return parts.join(u',');
}

} // namespace vram::ui
