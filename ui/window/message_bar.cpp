// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/message_bar.h"

#include "ui/access/spoken.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace vram::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel),
      m_label(new QLabel),
      m_close(new QToolButton) {
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    m_label->setObjectName(QStringLiteral("messageText"));
    // Names from files must not become markup.
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName(QStringLiteral("closeMessage"));
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    retranslate();
    recolour();
    // Said when it appears: on Linux by its role, elsewhere by the new name.
    speakAs(*this, QAccessible::AlertMessage, [this] { return text(); });
    hide();
}

void MessageBar::showMessage(Kind kind, Text text) {
    std::erase_if(m_messages, &Message::answer);
    m_messages.push_back({kind, std::move(text), true});
    open();
}

void MessageBar::addMessage(Kind kind, Text text) {
    m_messages.push_back({kind, std::move(text), false});
    open();
}

void MessageBar::dismissAnswer() {
    std::erase_if(m_messages, &Message::answer);
    if (m_messages.empty()) {
        dismiss();
    } else {
        open();
    }
}

MessageBar::Kind MessageBar::kind() const {
    const bool error = std::ranges::any_of(m_messages, [](const Message& each) { return each.kind == Kind::Error; });
    return error ? Kind::Error : Kind::Information;
}

void MessageBar::open() {
    const bool comes = isHidden();
    retranslate();
    recolour();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    if (comes) {
        unfold(*this);
    }
}

QString MessageBar::text() const { return isHidden() ? QString() : m_label->text(); }

void MessageBar::dismiss() {
    m_messages.clear();
    m_label->clear();
    hide();
}

void MessageBar::retranslate() {
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    QStringList lines;
    for (const Message& message : m_messages) {
        lines += message.text();
    }
    m_label->setText(lines.join(u'\n'));
}

void MessageBar::recolour() {
    const bool error = kind() == Kind::Error;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(style()
                          ->standardIcon(error ? QStyle::SP_MessageBoxWarning : QStyle::SP_MessageBoxInformation)
                          .pixmap(side, side));
    // The text keeps the palette's colours; a tint behind it says which kind it is.
    // The application's: the parent may not have the new theme yet when this widget hears of it.
    const QPalette general = QApplication::palette();
    const QColor base = general.color(QPalette::Window);
    const QColor tint = verdictColour(error ? Verdict::No : Verdict::Fits, isDark(general));
    const auto mix = [](int from, int to) { return from + (to - from) * 15 / 100; };
    QPalette colours = general;
    colours.setColor(QPalette::Window, QColor(mix(base.red(), tint.red()), mix(base.green(), tint.green()),
                                              mix(base.blue(), tint.blue())));
    if (colours != palette()) {
        setPalette(colours);
    }
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange) {
        recolour();
    }
    QFrame::changeEvent(event);
}

} // namespace vram::ui
