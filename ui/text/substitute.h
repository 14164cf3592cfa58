// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace vram::ui {

/// Puts values[0] at %1, values[1] at %2 ... in one pass, so that a value may itself contain "%1" (names come from
/// files). A place without a value becomes empty.
[[nodiscard]] inline QString substitute(const QString& sentence, const QStringList& values) {
    QString result;
    result.reserve(sentence.size());
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int digit = sentence.at(i) == u'%' && i + 1 < sentence.size() ? sentence.at(i + 1).digitValue() : -1;
        if (digit >= 1) {
            result += values.value(digit - 1);
            ++i;
        } else {
            result += sentence.at(i);
        }
    }
    return result;
}

} // namespace vram::ui
