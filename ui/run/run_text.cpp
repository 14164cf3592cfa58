// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_text.h"

#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QOperatingSystemVersion>

#include <algorithm>
#include <array>
#include <cstddef>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

// Ordered by enum value; translated at the call.
constexpr std::array kHeadings{
    QT_TRANSLATE_NOOP("Run", "Make the file in this format first"),
    QT_TRANSLATE_NOOP("Run", "Start the server"),
    QT_TRANSLATE_NOOP("Run", "Chat in the terminal"),
    QT_TRANSLATE_NOOP("Run", "Environment of the server"),
    QT_TRANSLATE_NOOP("Run", "Modelfile"),
    QT_TRANSLATE_NOOP("Run", "Python"),
    QT_TRANSLATE_NOOP("Run", "Settings to enter"),
};
constexpr std::array kShells{
    QT_TRANSLATE_NOOP("Run", "Linux, macOS (bash, zsh)"),
    QT_TRANSLATE_NOOP("Run", "Windows PowerShell"),
    QT_TRANSLATE_NOOP("Run", "Windows command prompt (cmd)"),
};

QString run(const char* text) { return QCoreApplication::translate("Run", text); }

SeenText compared(double seen, double low, double typical, double high, const QString& estimate) {
    if (typical <= 0) {
        return {};
    }
    const QString difference = formatDifference(seen / typical - 1);
    const bool inside = seen >= low && seen <= high;
    //: what was seen against the estimate: difference, estimate ("+3.1 % of 20.5 GiB, within the range")
    const QString sentence = inside ? run(QT_TRANSLATE_NOOP("Run", "%1 of %2, within the range"))
                                    : run(QT_TRANSLATE_NOOP("Run", "%1 of %2, outside the range"));
    return {substitute(sentence, {difference, estimate}), inside ? HintKind::Plain : HintKind::Warning};
}

/// Before anything was seen: what to expect.
SeenText expected(const QString& estimate) {
    //: beside an empty box for what was seen: the estimate
    return {run(QT_TRANSLATE_NOOP("Run", "Estimate: %1")).arg(estimate), HintKind::Plain};
}

QString withRange(const ByteRange& bytes, ByteUnit unit) {
    const QString typical = formatBytes(bytes.typical, unit);
    const QString range = formatRange(bytes, unit);
    return typical == range ? typical : QString(typical + u" ("_s + range + u')');
}

} // namespace

QString commandHeading(CommandKind kind) {
    const auto place = static_cast<std::size_t>(kind);
    return place < kHeadings.size() ? run(kHeadings.at(place)) : QString();
}

QString shellName(Shell shell) { return run(kShells.at(static_cast<std::size_t>(shell))); }

Shell usualShell() {
    return QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows ? Shell::PowerShell
                                                                                      : Shell::Posix;
}

SeenText seenMemory(std::optional<double> mib, const ByteRange& estimate, ByteUnit unit) {
    const QString text = withRange(estimate, unit);
    if (!mib) {
        return expected(text);
    }
    const auto count = [](Bytes bytes) { return static_cast<double>(bytes.count()); };
    const double seen = *mib * static_cast<double>(kMiB.count());
    return compared(seen, count(estimate.low), count(estimate.typical), count(estimate.high), text);
}

SeenText seenSpeed(std::optional<double> tokensPerSecond, const SpeedRange& estimate) {
    const QString text = formatSpeed(estimate);
    return tokensPerSecond ? compared(*tokensPerSecond, estimate.low, estimate.typical, estimate.high, text)
                           : expected(text);
}

std::optional<ByteRange> cardEstimate(const Report& report) {
    if (report.devices.empty()) {
        return std::nullopt;
    }
    ByteRange total;
    for (const DeviceReport& device : report.devices) {
        total += device.total;
    }
    return total;
}

bool reservesCards(const Report& report) {
    return std::ranges::any_of(report.devices, [](const DeviceReport& device) { return device.kvPool.has_value(); });
}

} // namespace vram::ui
