// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/band/elided_label.h"

#include "ui/access/spoken.h"
#include "ui/text/shown_text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace vram::ui {

ElidedLabel::ElidedLabel(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    speakAs(*this, QAccessible::StaticText, [this] { return m_text; });
}

void ElidedLabel::setText(const QString& text) {
    if (text != m_text) {
        m_text = text;
        updateGeometry();
        update();
    }
}

void ElidedLabel::setFullText(const QString& text) { m_fullText = text; }

void ElidedLabel::setColour(const QColor& colour) {
    if (colour != m_colour) {
        m_colour = colour;
        update();
    }
}

void ElidedLabel::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

void ElidedLabel::setElidable(bool elidable) {
    m_elidable = elidable;
    updateGeometry();
}

bool ElidedLabel::isElided() const { return fontMetrics().horizontalAdvance(m_text) > width(); }

QString ElidedLabel::toolTipText() const {
    return !m_fullText.isEmpty() ? m_fullText : (isElided() ? m_text : QString());
}

QSize ElidedLabel::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const { return {m_elidable ? 0 : sizeHint().width(), fontMetrics().height() + 2}; }

bool ElidedLabel::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(toolTipText()), this);
        return true;
    }
    return QWidget::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // Sides are the window's, the order of the words is the language's: "12.9 GiB left" stays so when mirrored.
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), m_alignment);
    painter.setLayoutDirection(QLocale().textDirection());
    painter.setPen(m_colour.isValid() ? m_colour : palette().color(QPalette::WindowText));
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    painter.drawText(rect(), static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine), shown);
}

} // namespace vram::ui
