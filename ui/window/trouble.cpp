// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trouble.h"

#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace vram::ui {

std::function<QString()> catalogTrouble(const std::vector<Error>& problems) {
    return [first = problems.front(), count = static_cast<int>(problems.size())] {
        return QCoreApplication::translate(
                   "Trouble", "%n entry or entries of your own catalogue files were left out. The first: %1", nullptr,
                   count)
            .arg(errorText(first));
    };
}

std::function<QString()> damagedSettings(const QString& aside) {
    return [aside] {
        return QCoreApplication::translate("Trouble",
                                           "The settings could not be read and begin anew. The old file is kept as %1.")
            .arg(shownText(QDir::toNativeSeparators(aside)));
    };
}

std::function<QString()> damagedLastState(const LastState::Failure& failure) {
    return [failure] {
        return substitute(
            QCoreApplication::translate("Trouble", "The last question could not be read and was kept as %1. %2"),
            {shownText(QDir::toNativeSeparators(failure.aside)), errorText(failure.error)});
    };
}

std::function<QString()> unwritableSettings(const QString& path) {
    return [path] {
        return QCoreApplication::translate("Trouble",
                                           "The settings cannot be written to %1: they hold until the program ends. "
                                           "Make room there or allow writing.")
            .arg(shownText(QDir::toNativeSeparators(path)));
    };
}

std::function<QString()> unwritableLastState(const QString& path, const QString& why) {
    return [path, why] {
        return substitute(QCoreApplication::translate(
                              "Trouble", "The question cannot be kept for the next start (%1: %2). Make room there or "
                                         "allow writing, or save it elsewhere with File > Save as."),
                          {shownText(QDir::toNativeSeparators(path)), why});
    };
}

std::function<QString()> keptChanges(const QString& path) {
    return [path] {
        return QCoreApplication::translate("Trouble",
                                           "Your changes to %1 are here again. They are not in the file yet: save them "
                                           "with File > Save, or open the file again to drop them.")
            .arg(shownText(QFileInfo(path).fileName()));
    };
}

std::function<QString()> keptChangesAside(const QString& path, const QString& copy) {
    return [path, copy] {
        return substitute(
            QCoreApplication::translate(
                "Trouble", "Your unsaved changes to %1 were kept as %2. Open them with File > Open recent."),
            {shownText(QFileInfo(path).fileName()), shownText(QDir::toNativeSeparators(copy))});
    };
}

} // namespace vram::ui
