// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/motion.h"

#include "ui/theme/desktop_motion.h"

#include <QGuiApplication>
#include <QPropertyAnimation>
#include <QWidget>

namespace vram::ui {

namespace {

// As with the theme, there is one for the whole program.
bool& moving() {
    static bool moves = false;
    return moves;
}

} // namespace

void applyAnimations(Animations animations) {
    const QString platform = QGuiApplication::platformName();
    const bool seen = platform != QStringLiteral("offscreen") && platform != QStringLiteral("minimal");
    moving() = animations == Animations::On || (animations == Animations::System && seen);
    if (animations == Animations::System && seen) {
        followDesktopMotion([](bool reduced) { moving() = !reduced; });
    } else {
        followDesktopMotion({});
    }
}

bool movesThings() { return moving(); }

void unfold(QWidget& widget) {
    const QString name = QStringLiteral("unfolding");
    if (!moving() || !widget.isVisible() || widget.findChild<QObject*>(name, Qt::FindDirectChildrenOnly) != nullptr) {
        return;
    }
    auto* const motion = new QPropertyAnimation(&widget, "maximumHeight", &widget);
    motion->setObjectName(name);
    motion->setDuration(kMotionMilliseconds);
    motion->setStartValue(0);
    motion->setEndValue(widget.sizeHint().height());
    motion->setEasingCurve(QEasingCurve::OutCubic);
    QObject::connect(motion, &QAbstractAnimation::finished, &widget,
                     [&widget] { widget.setMaximumHeight(QWIDGETSIZE_MAX); });
    motion->start(QAbstractAnimation::DeleteWhenStopped);
}

} // namespace vram::ui
