// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/feature.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>

namespace vram::ui {

QAction* MenuPlace::add(const QString& objectName, const QKeySequence& shortcut) const {
    auto* action = new QAction(menu);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    menu->insertAction(before, action);
    return action;
}

void MenuPlace::addSeparator() const { menu->insertSeparator(before); }

void showDialog(QPointer<QDialog>& dialog, const std::function<QDialog*()>& make) {
    if (!dialog) {
        dialog = make();
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace vram::ui
