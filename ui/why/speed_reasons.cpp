// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/speed_reasons.h"

#include "core/speed/roofline.h"
#include "ui/text/speed_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kNoBreakSpace(0x00A0);

QString why(const char* text) { return QCoreApplication::translate("Why", text); }

QString milliseconds(double seconds) {
    return seconds < 1 ? QString(formatFigure(seconds * 1e3) + kNoBreakSpace + u"ms"_s) : formatSeconds(seconds);
}

QString operations(double flops) {
    return flops < 1e12 ? QString(formatFigure(flops / 1e9) + kNoBreakSpace + u"GFLOP"_s)
                        : QString(formatFigure(flops / 1e12) + kNoBreakSpace + u"TFLOP"_s);
}

QString bytes(double count, ByteUnit unit) { return formatBytes(Bytes{std::llround(count)}, unit); }

/// What is read or computed while something else takes longer has no time of its own.
QString timeOf(double seconds) {
    //: of reading or computing that goes on at the same time as something that takes longer
    return seconds > 0 ? milliseconds(seconds) : why(QT_TRANSLATE_NOOP("Why", "meanwhile"));
}

QString bandwidth(double count, double seconds) {
    return seconds > 0 ? QString(formatFigure(count / seconds / 1e9) + kNoBreakSpace + u"GB/s"_s) : QString();
}

std::vector<SpeedShare> shares(const SpeedTerms& terms, ByteUnit unit) {
    struct Memory {
        const char* name;
        double count;
        double seconds;
    };
    const std::array memories{
        Memory{QT_TRANSLATE_NOOP("Why", "Read from VRAM"), terms.vramBytes, terms.vramSeconds},
        Memory{QT_TRANSLATE_NOOP("Why", "Read from RAM"), terms.ramBytes, terms.ramSeconds},
        Memory{QT_TRANSLATE_NOOP("Why", "Sent over PCIe"), terms.pcieBytes, terms.pcieSeconds},
    };
    std::vector<SpeedShare> lines;
    for (const Memory& memory : memories) {
        if (memory.count > 0) {
            lines.push_back({why(memory.name), bytes(memory.count, unit), bandwidth(memory.count, memory.seconds),
                             timeOf(memory.seconds)});
        }
    }
    if (terms.flops > 0) {
        const QString rate =
            terms.computeSeconds > 0
                ? QString(formatFigure(terms.flops / terms.computeSeconds / 1e12) + kNoBreakSpace + u"TFLOP/s"_s)
                : QString();
        lines.push_back(
            {why(QT_TRANSLATE_NOOP("Why", "Computed")), operations(terms.flops), rate, timeOf(terms.computeSeconds)});
    }
    if (terms.latencySeconds > 0) {
        lines.push_back({why(QT_TRANSLATE_NOOP("Why", "Latency of kernels and between cards")),
                         {},
                         {},
                         milliseconds(terms.latencySeconds)});
    }
    lines.push_back({why(QT_TRANSLATE_NOOP("Why", "Together")), {}, {}, milliseconds(terms.total())});
    return lines;
}

} // namespace

std::vector<SpeedParagraph> speedParagraphs(const SpeedReasons& reasons, const Speed& speed, const Scenario& scenario,
                                            ByteUnit unit) {
    std::vector<SpeedParagraph> paragraphs;
    //: speed of generating for one user
    paragraphs.push_back({substitute(why(QT_TRANSLATE_NOOP("Why", "Generating · %1")), {formatSpeed(speed.decode)}),
                          //: "limited by memory bandwidth"
                          substitute(why(QT_TRANSLATE_NOOP("Why", "One step makes one token for every user; it is %1. "
                                                                  "A range covers what cards of this kind achieve.")),
                                     {limitText(reasons.decode.limit)}),
                          shares(reasons.decode, unit)});
    if (reasons.prefill && speed.prefill) {
        //: speed of reading the prompt
        paragraphs.push_back(
            {substitute(why(QT_TRANSLATE_NOOP("Why", "Reading the prompt · %1")), {formatSpeed(*speed.prefill)}),
             //: length of the prompt in tokens; "limited by compute"
             substitute(why(QT_TRANSLATE_NOOP("Why", "A prompt of %1 tokens is read; it is %2.")),
                        {formatTokens(promptTokens(scenario)), limitText(reasons.prefill->limit)}),
             shares(*reasons.prefill, unit)});
    }
    return paragraphs;
}

} // namespace vram::ui
