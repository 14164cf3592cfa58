// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/speed_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kNoBreakSpace(0x00A0);
constexpr QChar kEnDash(0x2013);

// Ordered by enum value; translated at the call.
constexpr std::array kLimits{
    QT_TRANSLATE_NOOP("Speed", "limited by memory bandwidth"), QT_TRANSLATE_NOOP("Speed", "limited by compute"),
    QT_TRANSLATE_NOOP("Speed", "limited by PCIe"), QT_TRANSLATE_NOOP("Speed", "limited by RAM bandwidth")};

struct TargetWords {
    Verdict sign;
    const char* firstToken;
    const char* decode;
    const char* word;
};
constexpr std::array kTargets{
    TargetWords{Verdict::Unknown, "", "", ""},
    TargetWords{Verdict::Fits, QT_TRANSLATE_NOOP("Speed", "First token in time"),
                QT_TRANSLATE_NOOP("Speed", "Fast enough"), QT_TRANSLATE_NOOP("Speed", "Met")},
    TargetWords{Verdict::Tight, QT_TRANSLATE_NOOP("Speed", "First token perhaps in time"),
                QT_TRANSLATE_NOOP("Speed", "Perhaps fast enough"), QT_TRANSLATE_NOOP("Speed", "Perhaps")},
    TargetWords{Verdict::No, QT_TRANSLATE_NOOP("Speed", "First token too late"), QT_TRANSLATE_NOOP("Speed", "Too slow"),
                QT_TRANSLATE_NOOP("Speed", "Missed")},
};

QString speedText(const char* text) { return QCoreApplication::translate("Speed", text); }

const TargetWords& wordsOf(TargetVerdict verdict) { return kTargets.at(static_cast<std::size_t>(verdict)); }

} // namespace

QString formatFigure(double value) {
    const double magnitude = std::abs(value);
    constexpr double kThousand = 1000;
    if (magnitude >= kThousand) {
        // Three figures: 1,240 rather than 1,237.
        const double step = std::pow(10, std::floor(std::log10(magnitude)) - 2);
        return QLocale().toString(std::round(value / step) * step, 'f', 0);
    }
    const int decimals = magnitude >= 9.95 || value == 0 ? 0 : magnitude >= 0.995 ? 1 : magnitude >= 0.0995 ? 2 : 3;
    return QLocale().toString(value, 'f', decimals);
}

QString formatSpeed(double tokensPerSecond) { return formatFigure(tokensPerSecond) + kNoBreakSpace + u"tok/s"_s; }

QString formatSpeed(const SpeedRange& speed) {
    const QString low = formatFigure(speed.low);
    const QString high = formatFigure(speed.high);
    return low == high ? formatSpeed(speed.typical)
                       : QString(formatSpeed(speed.typical) + u" ("_s + low + kEnDash + high + u')');
}

QString formatSeconds(double seconds) { return formatFigure(seconds) + kNoBreakSpace + u's'; }

QString formatDifference(double fraction) {
    const double percent = std::abs(fraction) * 100;
    const QLocale locale;
    const QString number = locale.toString(percent, 'f', percent < 9.95 ? 1 : 0);
    constexpr QChar kMinus(0x2212);
    return (fraction < 0 ? kMinus : QChar(u'+')) + number + kNoBreakSpace + locale.percent();
}

QString limitText(SpeedLimit limit) {
    const auto place = static_cast<std::size_t>(limit);
    return place < kLimits.size() ? speedText(kLimits.at(place)) : QString();
}

std::vector<TargetText> targetTexts(const Speed& speed) {
    std::vector<TargetText> texts;
    if (speed.firstTokenTarget != TargetVerdict::Unset) {
        const TargetWords& words = wordsOf(speed.firstTokenTarget);
        texts.push_back({words.sign, speedText(words.firstToken)});
    }
    if (speed.decodeTarget != TargetVerdict::Unset) {
        const TargetWords& words = wordsOf(speed.decodeTarget);
        texts.push_back({words.sign, speedText(words.decode)});
    }
    return texts;
}

std::optional<TargetText> targetWord(const Report& report) {
    const TargetVerdict worse =
        report.speed ? std::max(report.speed->firstTokenTarget, report.speed->decodeTarget) : TargetVerdict::Unset;
    if (worse == TargetVerdict::Unset) {
        return std::nullopt;
    }
    return TargetText{wordsOf(worse).sign, speedText(wordsOf(worse).word)};
}

std::optional<SpeedRange> leadingSpeed(const Report& report) {
    return report.speed ? std::optional(report.speed->decode) : report.trainTokensPerSecond;
}

} // namespace vram::ui
