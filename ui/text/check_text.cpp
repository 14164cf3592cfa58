// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/check_text.h"

#include "ui/text/format.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

namespace vram::ui {

namespace {

constexpr qsizetype kNone = 100;

struct CheckWords {
    std::string_view code;
    const char* sentence;
    qsizetype range = kNone; ///< of the argument that is a range with the next one: both become one figure
};

constexpr std::array kChecks{
    CheckWords{"check-nvidia-smi", QT_TRANSLATE_NOOP("Check", "While it answers, run: %1")},
    CheckWords{"check-rocm-smi", QT_TRANSLATE_NOOP("Check", "While it answers, run: %1")},
    CheckWords{"check-xpu-smi", QT_TRANSLATE_NOOP("Check", "While it answers, run: %1")},
    CheckWords{"check-activity-monitor",
               QT_TRANSLATE_NOOP("Check", "While it answers, look at the memory of %1 in Activity Monitor.")},
    //: number of a card or of several, name, range in MiB
    CheckWords{"check-card", QT_TRANSLATE_NOOP("Check", "Card %1 (%2) should show %3 MiB."), 2},
    CheckWords{"check-ram", QT_TRANSLATE_NOOP("Check", "The process should take %1 MiB of system memory."), 0},
    CheckWords{"check-layers", QT_TRANSLATE_NOOP("Check", "The log should say “%1”.")},
    CheckWords{"check-verbosity", QT_TRANSLATE_NOOP("Check", "Start it with %1, so that the log says the following.")},
    //: beginning of a line of a log, and the figure in it
    CheckWords{"check-line", QT_TRANSLATE_NOOP("Check", "The log should say “%1”, then %2.")},
    //: beginning of lines of a log, sum in MiB
    CheckWords{"check-sum", QT_TRANSLATE_NOOP("Check", "The log's lines “%1” should add up to %2 MiB.")},
    //: a command, what its columns PROCESSOR and CONTEXT show
    CheckWords{"check-ollama", QT_TRANSLATE_NOOP("Check", "%1 should show “%2” as PROCESSOR and %3 as CONTEXT.")},
    //: an expression in Python, range in MiB
    CheckWords{"check-torch", QT_TRANSLATE_NOOP("Check", "In Python, %1 should be %2 MiB."), 1},
};

/// "11,264" of "11264"; what is no whole number stays as it is.
QString figure(const QString& text) {
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    return isNumber ? formatTokens(number) : text;
}

} // namespace

QString checkText(const CheckStep& step) {
    const auto* const words = std::ranges::find(kChecks, step.code, &CheckWords::code);
    if (words == kChecks.end()) {
        return {};
    }
    QStringList arguments;
    for (const std::string& argument : step.arguments) {
        arguments += shownText(argument);
    }
    if (words->range + 1 < arguments.size()) {
        const QString least = figure(arguments[words->range]);
        const QString most = figure(arguments.takeAt(words->range + 1));
        arguments[words->range] = least == most ? least : QString(least + u'\u2013' + most);
    }
    return substitute(QCoreApplication::translate("Check", words->sentence), arguments);
}

} // namespace vram::ui
