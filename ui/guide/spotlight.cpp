// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/spotlight.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>

namespace vram::ui {

namespace {

constexpr int kRoom = 4; ///< pixels between control and frame
constexpr int kPen = 3;

} // namespace

void Spotlight::show(QWidget& target) {
    delete target.window()->findChild<Spotlight*>(QString(), Qt::FindDirectChildrenOnly);
    new Spotlight(target);
}

Spotlight::Spotlight(QWidget& target) : QWidget(target.window()), m_target(target) {
    setObjectName(QStringLiteral("spotlight"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    target.installEventFilter(this);
    connect(&target, &QObject::destroyed, this, &QObject::deleteLater);
    QTimer::singleShot(kMilliseconds, this, &QObject::deleteLater);
    follow();
    raise();
    QWidget::show();
}

void Spotlight::follow() {
    const QRect place(m_target.mapTo(m_target.window(), QPoint()), m_target.size());
    setGeometry(place.adjusted(-kRoom, -kRoom, kRoom, kRoom).intersected(m_target.window()->rect()));
}

bool Spotlight::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        follow();
    }
    return QWidget::eventFilter(watched, event);
}

void Spotlight::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColours(isDark(palette())).focus, kPen));
    constexpr double kInset = kPen / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(kInset, kInset, -kInset, -kInset), kRoom, kRoom);
}

} // namespace vram::ui
