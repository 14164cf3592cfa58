// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guide_targets.h"

#include "ui/guide/spotlight.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>

#include <algorithm>
#include <array>
#include <cstdint>

namespace vram::ui {

namespace {

enum class Way : std::uint8_t {
    Control, ///< stands in the window
    Drawer,  ///< in a drawer that a check mark of the menu opens
    Dialog,  ///< in a dialog that an entry of the menu opens
    Entry,   ///< an entry of a menu, which is opened at it
    Menu     ///< a menu as a whole
};

struct Target {
    const char* id;
    Way way;
    const char* widget; ///< of a menu: the menu
    const char* action = "";
    const char* instead = ""; ///< where the control is hidden, the one that brings it back
};

constexpr std::array kTargets{
    Target{"task", Way::Control, "taskTabs"},
    Target{"model", Way::Control, "modelPicker"},
    Target{"size", Way::Control, "sizeSlider"},
    Target{"weights", Way::Control, "weightsSlider", "", "taskTabs"},
    Target{"context", Way::Control, "contextSlider"},
    Target{"batch", Way::Control, "batchSlider"},
    Target{"kv", Way::Control, "kvTypeList", "", "taskTabs"},
    Target{"runtime", Way::Control, "runtimeList"},
    Target{"placement", Way::Control, "placementButton", "", "taskTabs"},
    Target{"verdict", Way::Control, "verdictBand"},
    Target{"compare", Way::Control, "axisList"},
    Target{"cards", Way::Control, "addCards", "", "axisList"},
    Target{"machine", Way::Control, "machineButton"},
    Target{"bars", Way::Control, "comparison"},
    Target{"why", Way::Drawer, "whyDrawer", "whyAction"},
    Target{"run", Way::Drawer, "runDrawer", "runAction"},
    Target{"margin", Way::Dialog, "marginSetting", "preferencesAction"},
    Target{"steps", Way::Entry, "exploreMenu", "stepsAction"},
    Target{"explore", Way::Menu, "exploreMenu"},
};

QWidget* visibleChild(const QWidget& window, const char* name) {
    auto* const child = window.findChild<QWidget*>(QString::fromLatin1(name));
    return child != nullptr && child->isVisible() ? child : nullptr;
}

/// Scrolls every area that holds it.
void scrollTo(QWidget& control) {
    for (QWidget* above = control.parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto* const area = qobject_cast<QScrollArea*>(above)) {
            area->ensureWidgetVisible(&control);
        }
    }
}

QWidget* firstFocus(QWidget& control) {
    if (control.focusPolicy() != Qt::NoFocus) {
        return &control;
    }
    const QList<QWidget*> inside = control.findChildren<QWidget*>();
    const auto found = std::ranges::find_if(
        inside, [](const QWidget* each) { return (each->focusPolicy() & Qt::TabFocus) != 0 && each->isVisible(); });
    return found == inside.end() ? nullptr : *found;
}

} // namespace

QStringList GuideTargets::ids() {
    QStringList list;
    for (const Target& target : kTargets) {
        list += QString::fromLatin1(target.id);
    }
    return list;
}

QWidget* GuideTargets::openMenu(const QString& action) const {
    auto* const entry = m_window.findChild<QAction*>(action);
    for (QAction* each : m_window.menuBar()->actions()) {
        auto* const menu = each->menu<QMenu*>();
        if (menu == nullptr || !each->isVisible()) {
            continue;
        }
        if (menu->objectName() == action || menu->actions().contains(entry)) {
            const QRect place = m_window.menuBar()->actionGeometry(each);
            menu->popup(m_window.menuBar()->mapToGlobal(place.bottomLeft()));
            menu->setActiveAction(entry != nullptr ? entry : menu->actions().value(0));
            return menu;
        }
    }
    return nullptr;
}

QWidget* GuideTargets::show(const QString& id) const {
    const auto* const target =
        std::ranges::find_if(kTargets, [&id](const Target& each) { return id == QLatin1StringView(each.id); });
    if (target == kTargets.end()) {
        return nullptr;
    }
    m_window.showNormal();
    m_window.raise();
    m_window.activateWindow();
    if (target->way == Way::Entry || target->way == Way::Menu) {
        return openMenu(QString::fromLatin1(target->way == Way::Entry ? target->action : target->widget));
    }
    if (auto* const action = m_window.findChild<QAction*>(QString::fromLatin1(target->action));
        action != nullptr && *target->action != 0 && (target->way == Way::Dialog || !action->isChecked())) {
        action->trigger();
    }
    QWidget* control = visibleChild(m_window, target->widget);
    if (control == nullptr && *target->instead != 0) {
        control = visibleChild(m_window, target->instead);
    }
    if (control == nullptr) {
        return nullptr;
    }
    scrollTo(*control);
    if (QWidget* const focus = firstFocus(*control)) {
        focus->setFocus(Qt::ShortcutFocusReason);
    }
    Spotlight::show(*control);
    return control;
}

} // namespace vram::ui
