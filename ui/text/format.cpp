// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QLocale>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kNoBreakSpace(0x00A0);
constexpr QChar kEnDash(0x2013);

struct UnitStep {
    double bytes;
    QLatin1StringView name;
};

using UnitLadder = std::array<UnitStep, 3>;
constexpr UnitLadder kBinary{UnitStep{1073741824.0, "GiB"_L1}, UnitStep{1048576.0, "MiB"_L1},
                             UnitStep{1024.0, "KiB"_L1}};
constexpr UnitLadder kDecimal{UnitStep{1e9, "GB"_L1}, UnitStep{1e6, "MB"_L1}, UnitStep{1e3, "kB"_L1}};

const UnitLadder& ladder(ByteUnit unit) { return unit == ByteUnit::GiB ? kBinary : kDecimal; }

/// Decimals that a figure is shown with, so that 99.96 counts as the 100 that it reads as.
int decimalsFor(double value, bool largest) {
    const double magnitude = std::abs(value);
    if (magnitude >= 99.95) {
        return 0;
    }
    return largest || magnitude < 9.95 ? 1 : 0;
}

struct NumberAndUnit {
    QString number;
    QLatin1StringView unit;
};

NumberAndUnit split(Bytes bytes, ByteUnit unit) {
    const QLocale locale;
    const auto& steps = ladder(unit);
    const auto count = static_cast<double>(bytes.count());
    if (bytes.count() == 0) {
        return {locale.toString(0), steps[0].name};
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double value = count / steps[i].bytes;
        // A figure belongs to the largest unit in which it is at least 1, as it will read after rounding.
        const bool isLast = i + 1 == steps.size();
        const double ratio = steps[0].bytes / steps[1].bytes;
        if (std::abs(value) >= 1 - 0.5 / ratio || isLast) {
            return {locale.toString(value, 'f', decimalsFor(value, i == 0)), steps[i].name};
        }
    }
    return {};
}

} // namespace

QString formatBytes(Bytes bytes, ByteUnit unit) {
    const NumberAndUnit text = split(bytes, unit);
    return text.number + kNoBreakSpace + text.unit;
}

QString formatRange(const ByteRange& range, ByteUnit unit) {
    const NumberAndUnit low = split(range.low, unit);
    const NumberAndUnit high = split(range.high, unit);
    if (low.unit != high.unit) {
        return low.number + kNoBreakSpace + low.unit + kEnDash + high.number + kNoBreakSpace + high.unit;
    }
    if (low.number == high.number) {
        return high.number + kNoBreakSpace + high.unit;
    }
    return low.number + kEnDash + high.number + kNoBreakSpace + high.unit;
}

QString formatBytesNumber(Bytes bytes, ByteUnit unit) {
    const double value = inUnit(bytes, unit);
    return QLocale().toString(value, 'f', decimalsFor(value, true));
}

QString formatCapacity(Bytes bytes) {
    const double gib = bytes.toGiB();
    const double gb = bytes.toGB();
    // Vendors write GB for 2^30 bytes of most cards and for 10^9 of some: the round figure is the one on the box.
    const double binaryError = std::abs(gib - std::round(gib));
    const double decimalError = std::abs(gb - std::round(gb));
    const double figure = binaryError <= 0.01 || binaryError <= decimalError ? gib : gb;
    const bool whole = std::abs(figure - std::round(figure)) < 0.05;
    return QLocale().toString(figure, 'f', whole ? 0 : 1) + kNoBreakSpace + "GB"_L1;
}

QString formatTokens(std::int64_t tokens) { return QLocale().toString(static_cast<qlonglong>(tokens)); }

QString formatParameters(std::int64_t count) {
    struct Step {
        double size;
        QLatin1StringView suffix;
    };
    constexpr std::array kSteps{Step{1e12, "T"_L1}, Step{1e9, "B"_L1}, Step{1e6, "M"_L1}, Step{1e3, "K"_L1}};
    const QLocale locale;
    const auto value = static_cast<double>(count);
    for (const Step& step : kSteps) {
        const double figure = value / step.size;
        if (std::abs(figure) < 0.9995) {
            continue;
        }
        const double magnitude = std::abs(figure);
        int decimals = magnitude >= 99.95 ? 0 : (magnitude >= 9.995 ? 1 : 2);
        // "7.0 B" rather than "7.00 B"
        if (decimals == 2 && std::llround(magnitude * 100) % 10 == 0) {
            decimals = 1;
        }
        return locale.toString(figure, 'f', decimals) + kNoBreakSpace + step.suffix;
    }
    return locale.toString(static_cast<qlonglong>(count));
}

QString formatPercent(double fraction) {
    const double percent = fraction * 100;
    const int decimals = percent != 0 && std::abs(percent) < 0.95 ? 1 : 0;
    const QLocale locale;
    return locale.toString(percent, 'f', decimals) + kNoBreakSpace + locale.percent();
}

double inUnit(Bytes bytes, ByteUnit unit) { return unit == ByteUnit::GiB ? bytes.toGiB() : bytes.toGB(); }

QString unitName(ByteUnit unit) { return QString(ladder(unit)[0].name); }

} // namespace vram::ui
