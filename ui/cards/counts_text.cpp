// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/counts_text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace vram::ui {

QString formatCounts(const std::vector<std::int64_t>& counts) {
    QStringList texts;
    for (const std::int64_t count : counts) {
        texts.append(QString::number(count));
    }
    return texts.join(QStringLiteral(", "));
}

std::optional<std::vector<std::int64_t>> parseCounts(const QString& text, std::int64_t most) {
    // Chinese keyboards type full-width and enumeration commas; "2x" is what people write.
    static const QRegularExpression separators(QStringLiteral("[\\s,;，、；]+"));
    std::vector<std::int64_t> counts;
    for (QString part : text.split(separators, Qt::SkipEmptyParts)) {
        if (part.endsWith(u'x') || part.endsWith(u'×')) {
            part.chop(1);
        }
        bool good = false;
        const qlonglong count = part.toLongLong(&good);
        if (!good || count < 1 || count > most) {
            return std::nullopt;
        }
        counts.push_back(count);
    }
    std::ranges::sort(counts);
    // Not std::ranges::unique: clang 14 cannot compile the library's subrange, and clang-tidy reads this file with it.
    counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
    return counts.empty() ? std::nullopt : std::optional(counts);
}

} // namespace vram::ui
