// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/placement/placement_text.h"

#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

QString words(const char* text) { return QCoreApplication::translate("Placement", text); }

QString swapRemark(const HostReport& host, const PlacementChoice& chosen, ByteUnit unit) {
    const QString bytes = formatBytes(host.swapped, unit);
    if (chosen.mlock) {
        return substitute(words(QT_TRANSLATE_NOOP("Placement", "About %1 too much to be locked in RAM.")), {bytes});
    }
    if (!host.diskTokensPerSecond) {
        return substitute(
            words(QT_TRANSLATE_NOOP("Placement", "About %1 find no room, so that the disk is read for every token.")),
            {bytes});
    }
    return substitute(
        words(QT_TRANSLATE_NOOP("Placement", "About %1 find no room, so that the disk is read for every token: %2.")),
        {bytes, tokensPerSecond(host.diskTokensPerSecond->typical)});
}

} // namespace

QString tokensPerSecond(double rate) {
    constexpr double kTenths = 10;
    const int decimals = rate < 1 ? 2 : rate < kTenths ? 1 : 0;
    return QLocale().toString(rate, 'f', decimals) + u"\u00a0tok/s"_s;
}

RamText ramText(const HostReport& host, const PlacementChoice& chosen, ByteUnit unit) {
    if (!host.verdict || !host.capacity || host.total.high <= Bytes{}) {
        return {};
    }
    const QStringList figures{formatBytes(host.total.high, unit), formatBytes(*host.capacity, unit)};
    switch (*host.verdict) {
    case RamVerdict::Fits:
        return {substitute(words(QT_TRANSLATE_NOOP("Placement", "%1 of %2: fits")), figures), {}, HintKind::Plain};
    case RamVerdict::Tight:
        return {substitute(words(QT_TRANSLATE_NOOP("Placement", "%1 of %2: tight")), figures),
                words(QT_TRANSLATE_NOOP("Placement", "Close other programs first: with little more it would swap.")),
                HintKind::Warning};
    case RamVerdict::Swaps:
        return {substitute(words(QT_TRANSLATE_NOOP("Placement", "%1 of %2: swaps")), figures),
                swapRemark(host, chosen, unit), HintKind::Error};
    }
    return {};
}

} // namespace vram::ui
