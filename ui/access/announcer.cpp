// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/announcer.h"

#include <QAccessible>
#include <QWidget>

namespace vram::ui {

Announcer::Announcer(QWidget& place) : QObject(&place), m_place(place) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &Announcer::announce);
}

void Announcer::textIs(const QString& text) {
    if (text == m_text) {
        return;
    }
    if (m_text.isEmpty()) {
        m_announced = text;
    }
    m_text = text;
    m_rest.start();
}

void Announcer::announce() {
    if (m_text == m_announced || !m_place.isVisible()) {
        return;
    }
    m_announced = m_text;
    // Windows and macOS follow the name. The Linux bridge has no announcement and no alert: a screen reader there says
    // what an alert that comes into sight says. QAccessible::Alert would only add a sound on Windows.
    for (const QAccessible::Event kind : {QAccessible::NameChanged, QAccessible::ObjectShow}) {
        QAccessibleEvent event(&m_place, kind);
        QAccessible::updateAccessibility(&event);
    }
    emit announced(m_text);
}

} // namespace vram::ui
