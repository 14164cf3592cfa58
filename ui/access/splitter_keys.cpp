// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/splitter_keys.h"

#include <QKeyEvent>
#include <QSplitter>

#include <algorithm>
#include <numeric>

namespace vram::ui {

SplitterKeys::SplitterKeys(QSplitter& splitter)
    : QObject(&splitter),
      m_splitter(splitter),
      m_handle(splitter.handle(1)) {
    m_handle->setFocusPolicy(Qt::TabFocus);
    m_handle->installEventFilter(this);
}

bool SplitterKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return QObject::eventFilter(watched, event);
    }
    const QList<int> sizes = m_splitter.sizes();
    const int all = std::accumulate(sizes.begin(), sizes.end(), 0);
    const bool mirrored = m_splitter.orientation() == Qt::Horizontal && m_splitter.isRightToLeft();
    const int ahead = mirrored ? -kStep : kStep;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
        moveTo(sizes.front() - ahead);
        return true;
    case Qt::Key_Right:
        moveTo(sizes.front() + ahead);
        return true;
    case Qt::Key_Up:
        moveTo(sizes.front() - kStep);
        return true;
    case Qt::Key_Down:
        moveTo(sizes.front() + kStep);
        return true;
    case Qt::Key_Home:
        moveTo(0);
        return true;
    case Qt::Key_End:
        moveTo(all);
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void SplitterKeys::moveTo(int first) {
    const QList<int> sizes = m_splitter.sizes();
    const int all = std::accumulate(sizes.begin(), sizes.end(), 0);
    // The splitter keeps each pane at its least; a border that would close one stays where that is.
    const int wanted = std::clamp(first, 1, std::max(all - 1, 1));
    m_splitter.setSizes({wanted, all - wanted});
    emit m_splitter.splitterMoved(m_splitter.sizes().front(), 1);
}

} // namespace vram::ui
