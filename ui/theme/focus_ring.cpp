// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focus_ring.h"

#include <QApplication>
#include <QFocusFrame>
#include <QMenu>
#include <QMenuBar>
#include <QVariant>

namespace vram::ui {

FocusRing::FocusRing(QObject* parent) : QObject(parent) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusRing::install() {
    if (qApp->findChild<FocusRing*>(QString(), Qt::FindDirectChildrenOnly) == nullptr) {
        new FocusRing(qApp);
    }
}

bool FocusRing::isWanted(const QWidget* widget) {
    // Lists that pop up and menus show where they are themselves.
    return widget != nullptr && !widget->isWindow() && !(widget->windowFlags() & Qt::Popup) &&
           widget->window()->windowType() != Qt::Popup && qobject_cast<const QMenuBar*>(widget) == nullptr &&
           widget->window()->testAttribute(Qt::WA_KeyboardFocusChange) && !widget->property(kOwnFocusMark).toBool();
}

void FocusRing::drop() {
    const QFocusFrame* const frame = m_frame;
    m_frame.clear();
    delete frame;
}

void FocusRing::follow(QWidget* widget) {
    if (!isWanted(widget)) {
        drop();
        return;
    }
    // A frame belongs to its window and goes with it.
    if (m_frame && m_frame->window() != widget->window()) {
        drop();
    }
    if (!m_frame) {
        m_frame = new QFocusFrame(widget->window());
        m_frame->setObjectName(QStringLiteral("focusRing"));
        connect(widget->window(), &QObject::destroyed, m_frame, &QObject::deleteLater);
    }
    m_frame->setWidget(widget);
}

} // namespace vram::ui
