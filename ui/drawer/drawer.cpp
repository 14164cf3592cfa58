// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawer/drawer.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace vram::ui {

using namespace Qt::StringLiterals;

Drawer::Drawer(const QString& name, QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_close(new QToolButton(this)),
      m_top(new QHBoxLayout),
      m_column(new QVBoxLayout(this)) {
    setObjectName(name + u"Drawer"_s);
    setFrameShape(QFrame::NoFrame);
    m_title->setObjectName(name + u"Title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_close->setObjectName(name + u"Close"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    connect(m_close, &QToolButton::clicked, this, &Drawer::closed);
    m_top->setContentsMargins(10, 6, 6, 2);
    m_top->addWidget(m_title, 1);
    m_top->addWidget(m_close, 0, Qt::AlignTop);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(m_top);
}

void Drawer::setTitle(const QString& title) { m_title->setText(title); }

void Drawer::setPage(QWidget* page) { m_column->addWidget(page, 1); }

QToolButton* Drawer::addButton(const QString& name) {
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    m_top->insertWidget(m_top->count() - 1, button, 0, Qt::AlignTop);
    setTabOrder(button, m_close);
    return button;
}

void Drawer::setCloseName(const QString& name) {
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(name);
}

QSize Drawer::sizeHint() const { return {380, 480}; }

QSize Drawer::minimumSizeHint() const { return {260, 120}; }

void Drawer::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void Drawer::showEvent(QShowEvent* event) {
    refresh();
    QFrame::showEvent(event);
}

void Drawer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace vram::ui
