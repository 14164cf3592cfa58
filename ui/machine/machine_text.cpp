// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/machine_text.h"

#include "core/hardware/memory_bandwidth.h"
#include "core/speed/speed_constants.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

/// By MachineTroubleCode; %1, %2: its arguments.
constexpr std::array kTroubles{
    QT_TRANSLATE_NOOP("MachineTrouble", "No graphics card was found."),
    QT_TRANSLATE_NOOP("MachineTrouble",
                      "There is an NVIDIA card, but not the program %1: name and memory of the card are not known."),
    QT_TRANSLATE_NOOP("MachineTrouble", "%1 failed: %2"),
    QT_TRANSLATE_NOOP("MachineTrouble", "%1 did not answer within %2 seconds."),
    QT_TRANSLATE_NOOP("MachineTrouble", "An answer of %1 makes no sense: “%2”"),
    QT_TRANSLATE_NOOP("MachineTrouble", "“%1” is not among the known cards. Choose the card most like it."),
    QT_TRANSLATE_NOOP("MachineTrouble",
                      "%1 has %3 of memory, unlike any card of this name that is known. The nearest is %2."),
    QT_TRANSLATE_NOOP("MachineTrouble", "The memory of %1 is not known."),
    QT_TRANSLATE_NOOP("MachineTrouble", "%1 is split (MIG): a program gets one slice of it, not the whole card."),
    QT_TRANSLATE_NOOP("MachineTrouble", "%1 cannot be read: %2"),
    QT_TRANSLATE_NOOP("MachineTrouble", "%1 says “%2”, which cannot be. It is left out."),
    QT_TRANSLATE_NOOP("MachineTrouble", "The size of the system memory is not known."),
    QT_TRANSLATE_NOOP("MachineTrouble", "The type of the system memory is not known."),
    QT_TRANSLATE_NOOP("MachineTrouble", "Only the administrator may read the type of the system memory (%1)."),
    QT_TRANSLATE_NOOP("MachineTrouble", "There is memory of several types: %1. The slowest counts: %2."),
    QT_TRANSLATE_NOOP("MachineTrouble", "The number of processor cores is not known."),
};
static_assert(kTroubles.size() == static_cast<std::size_t>(MachineTroubleCode::CoresUnknown) + 1);

/// Why a file cannot be read, as the trouble's stable phrase has it.
constexpr std::array kReasons{
    QT_TRANSLATE_NOOP("MachineReason", "no permission"),
    QT_TRANSLATE_NOOP("MachineReason", "not a regular file"),
    QT_TRANSLATE_NOOP("MachineReason", "too long"),
    QT_TRANSLATE_NOOP("MachineReason", "reading failed"),
    QT_TRANSLATE_NOOP("MachineReason", "no answer in time"),
    QT_TRANSLATE_NOOP("MachineReason", "its links lead in a circle"),
};

} // namespace

QString formatGbPerSecond(double rate) {
    constexpr int kDigits = 4;
    return QLocale().toString(rate, 'g', kDigits) + u"\u00A0GB/s"_s;
}

QString assumptionText(Assumption assumption) {
    switch (assumption) {
    case Assumption::Cards:
        return QCoreApplication::translate("Assumption", "Cards: one of them was not recognised, or only its kind");
    case Assumption::Ram:
        return QCoreApplication::translate("Assumption", "System memory: a usual size, nobody said how much it is");
    case Assumption::RamSpeed:
        return QCoreApplication::translate("Assumption", "Memory bandwidth: %1, as usual for two channels; between %2 "
                                                         "and %3")
            .arg(formatGbPerSecond(kRamGbPerSecond), formatGbPerSecond(kRamGbPerSecondLow),
                 formatGbPerSecond(kRamGbPerSecondHigh));
    case Assumption::Channels:
        return QCoreApplication::translate("Assumption", "Memory channels: %1").arg(formatTokens(kUsualMemoryChannels));
    case Assumption::Pcie:
        return QCoreApplication::translate("Assumption", "PCIe: the cards’ own link; a slot may be slower");
    case Assumption::Cores:
        return QCoreApplication::translate("Assumption", "Processor cores: %1")
            .arg(formatTokens(static_cast<std::int64_t>(kUsualCores)));
    case Assumption::Disk:
        return QCoreApplication::translate("Assumption", "Disk speed: %1; between %2 and %3")
            .arg(formatGbPerSecond(kDiskGbPerSecond), formatGbPerSecond(kDiskGbPerSecondLow),
                 formatGbPerSecond(kDiskGbPerSecondHigh));
    case Assumption::Desktop:
        return QCoreApplication::translate("Assumption", "Used by the desktop: %1 of the first card")
            .arg(formatBytes(kUsualDesktop));
    }
    return {};
}

QString machineTroubleText(const MachineTrouble& trouble) {
    QStringList arguments;
    for (const std::string& argument : trouble.arguments) {
        arguments += shownText(argument);
    }
    const auto isReason = [&trouble](std::string_view reason) {
        return trouble.arguments.size() > 1 && trouble.arguments[1] == reason;
    };
    if (trouble.code == MachineTroubleCode::FileUnreadable && std::ranges::any_of(kReasons, isReason)) {
        arguments[1] = QCoreApplication::translate("MachineReason", trouble.arguments[1].c_str());
    }
    if (trouble.code == MachineTroubleCode::GpuMemoryDiffers && arguments.size() > 2) {
        arguments[2] = formatBytes(Bytes{arguments.at(2).toLongLong()});
    }
    return substitute(
        QCoreApplication::translate("MachineTrouble", kTroubles.at(static_cast<std::size_t>(trouble.code))), arguments);
}

QString instanceLabel(const CloudInstance& instance) {
    return shownText(instance.cloud) + u' ' + shownText(instance.type) + u" · "_s +
           rowLabel({instance.gpu, instance.gpuCount});
}

} // namespace vram::ui
