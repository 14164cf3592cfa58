// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace vram::ui {

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : m_items) {
        delete item;
    }
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr) {
        m_items.erase(m_items.begin() + index);
    }
    return item;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = item->isEmpty() ? size : size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const { return {widthOf(0, count()), minimumSize().height()}; }

void FlowLayout::setSavesHeight(bool saves) {
    if (saves != m_savesHeight) {
        m_savesHeight = saves;
        update(); // the layouts around it, too
    }
}

int FlowLayout::widthOf(int from, int to) const {
    int width = 0;
    for (int i = from; i < to; ++i) {
        const QLayoutItem* item = itemAt(i);
        if (!item->isEmpty()) {
            width += (width > 0 ? spacing() : 0) + item->sizeHint().width();
        }
    }
    return width;
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const {
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = 0;
    int y = 0;
    // All lines are as high as the highest widget, and what is lower stands in their middle.
    const int lineHeight = sizeHint().height();
    const auto breakLine = [&] {
        x = 0;
        y += lineHeight + spacing();
    };
    for (int i = 0; i < count(); ++i) {
        QLayoutItem* item = itemAt(i);
        if (item->isEmpty()) {
            continue;
        }
        int width = item->sizeHint().width();
        if (i == m_rest) {
            x += x > 0 ? m_restGap : 0;
            const int wanted = m_savesHeight ? item->minimumSize().width() : width;
            if (x > 0 && x + wanted > rect.width()) {
                breakLine();
            }
            width = rect.width() - x;
        }
        const QSize size(std::min(width, std::max(rect.width(), 1)), item->sizeHint().height());
        if (x > 0 && x + size.width() > rect.width()) {
            breakLine();
        }
        if (apply) {
            const QRect place(QPoint(rect.x() + x, rect.y() + y + (lineHeight - size.height()) / 2), size);
            item->setGeometry(QStyle::visualRect(direction, rect, place));
        }
        x += size.width() + spacing();
    }
    return y + lineHeight;
}

} // namespace vram::ui
