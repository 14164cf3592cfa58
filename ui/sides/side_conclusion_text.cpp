// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sides/sides_text.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

// Ordered by reason. %1 the subject, %2 the other one, %3 a factor, %4 an amount of memory.
constexpr std::array<const char*, kSideReasons> kReasons{
    QT_TRANSLATE_NOOP("Sides", "Only %1 holds everything on its cards."),
    QT_TRANSLATE_NOOP("Sides", "%1 holds everything on its cards, %2 does not."),
    QT_TRANSLATE_NOOP("Sides", "That %2 has %3 times as many cores does not help: it lacks the memory."),
    QT_TRANSLATE_NOOP("Sides", "Both hold it, but only %1 keeps the safety margin free."),
    QT_TRANSLATE_NOOP("Sides", "Neither holds it, but %1 runs with a part in system memory."),
    QT_TRANSLATE_NOOP("Sides", "%1 needs system memory for fewer layers than %2."),
    QT_TRANSLATE_NOOP("Sides", "None of them holds it, not even with a part in system memory."),
    QT_TRANSLATE_NOOP("Sides", "%1 generates %3 times as fast as %2."),
    QT_TRANSLATE_NOOP("Sides", "Its memory bandwidth decides: %3 times that of %2."),
    QT_TRANSLATE_NOOP("Sides", "Generating is a tie between %1 and %2: the difference lies within the ranges of the "
                               "estimates."),
    QT_TRANSLATE_NOOP("Sides", "%1 reads prompts %3 times as fast as %2."),
    QT_TRANSLATE_NOOP("Sides", "%1 has %3 times the compute of %2."),
    QT_TRANSLATE_NOOP("Sides", "%1 trains %3 times as fast as %2."),
    QT_TRANSLATE_NOOP("Sides", "%1 leaves %4 more free than %2, for longer contexts or more users."),
    QT_TRANSLATE_NOOP("Sides", "A tie: for this question nothing that is known puts %1 or %2 ahead."),
    QT_TRANSLATE_NOOP("Sides", "The models or tasks differ, so there is no winner."),
    QT_TRANSLATE_NOOP("Sides", "The settings differ as well: what is faster or smaller may answer worse."),
};
/// Bandwidth where it decides nothing.
constexpr const char* kMoreBandwidth =
    QT_TRANSLATE_NOOP("Sides", "%1 has %3 times the memory bandwidth of %2, which generating waits for.");

QString words(const char* text) { return QCoreApplication::translate("Sides", text); }

/// "1.08", "2.3", "12"
QString factorText(double factor) {
    constexpr double kTwoDecimals = 1.095;
    constexpr double kOneDecimal = 9.95;
    return QLocale().toString(factor, 'f', factor < kTwoDecimals ? 2 : factor < kOneDecimal ? 1 : 0);
}

} // namespace

QStringList sideConclusionText(const SideConclusion& conclusion, const QStringList& names, ByteUnit unit) {
    QStringList sentences;
    if (conclusion.winner) {
        //: the conclusion of a comparison: what is best for this question
        sentences += substitute(words(QT_TRANSLATE_NOOP("Sides", "%1 is ahead.")),
                                {names.value(static_cast<qsizetype>(*conclusion.winner))});
    }
    const bool decided = !conclusion.because.empty() && conclusion.because.front().reason == SideReason::FasterDecode;
    for (const SideArgument& argument : conclusion.because) {
        const bool aside = argument.reason == SideReason::MoreBandwidth && !decided;
        sentences += substitute(words(aside ? kMoreBandwidth : kReasons.at(static_cast<std::size_t>(argument.reason))),
                                {names.value(static_cast<qsizetype>(argument.subject)),
                                 names.value(static_cast<qsizetype>(argument.other)), factorText(argument.factor),
                                 formatBytes(argument.bytes, unit)});
    }
    return sentences;
}

} // namespace vram::ui
