// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/feature.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QScreen>

namespace vram::ui {

QAction* MenuPlace::add(const QString& objectName, const QKeySequence& shortcut) const {
    auto* action = new QAction(menu);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    menu->insertAction(before, action);
    return action;
}

void MenuPlace::addSeparator() const { menu->insertSeparator(before); }

void fitToScreen(QWidget& window) {
    // Most have a size that suits a usual screen; an enlarged one is small.
    window.resize(window.size().boundedTo(window.screen()->availableSize()));
}

void showDialog(QPointer<QDialog>& dialog, const std::function<QDialog*()>& make) {
    if (!dialog) {
        dialog = make();
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        fitToScreen(*dialog);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace vram::ui
