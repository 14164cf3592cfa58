// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/command_box.h"

#include "core/units/utf8.h"
#include "ui/text/substitute.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QTextOption>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 12;

/// As it can be shown: names in it come from files and repositories. Lines stay lines.
QString shown(const QString& text) {
    QStringList lines = text.split(u'\n');
    for (QString& line : lines) {
        line = QString::fromStdString(visibleText(line.toStdString()));
    }
    return lines.join(u'\n');
}

} // namespace

CommandBox::CommandBox(QWidget* parent)
    : QWidget(parent),
      m_heading(new QLabel(this)),
      m_copy(new QToolButton(this)),
      m_text(new QPlainTextEdit(this)) {
    m_heading->setObjectName(u"commandHeading"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_copy->setObjectName(u"commandCopy"_s);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_text->setObjectName(u"commandText"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLayoutDirection(Qt::LeftToRight); // options and paths, in every language
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_copied.setSingleShot(true);
    connect(&m_copied, &QTimer::timeout, this, &CommandBox::retranslate);
    connect(m_copy, &QToolButton::clicked, this, &CommandBox::copy);

    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_heading, 0, 0);
    grid->addWidget(m_copy, 0, 1);
    grid->addWidget(m_text, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    setTabOrder(m_copy, m_text);
    retranslate();
}

QString CommandBox::heading() const { return m_heading->text(); }

QWidget* CommandBox::firstControl() const { return m_copy; }

QWidget* CommandBox::lastControl() const { return m_text; }

void CommandBox::setCommand(const QString& heading, const QString& text) {
    m_heading->setText(heading);
    m_text->setAccessibleName(heading);
    if (text != m_command) {
        m_command = text;
        m_text->setPlainText(shown(text));
        fitHeight();
        m_copied.stop(); // what was copied is no longer what stands there
    }
    retranslate();
}

void CommandBox::copy() {
    QGuiApplication::clipboard()->setText(m_command);
    m_copied.start(kCopiedMilliseconds);
    retranslate();
    QAccessibleEvent event(m_copy, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void CommandBox::retranslate() {
    const bool copied = m_copied.isActive();
    //: button: puts the command on the clipboard; what it says for a moment afterwards
    m_copy->setText(copied ? tr("Copied") : tr("Copy"));
    m_copy->setAccessibleName(copied ? tr("Copied")
                                     //: screen reader: button beside a command; its heading
                                     : substitute(tr("Copy: %1"), {heading()}));
}

void CommandBox::fitHeight() {
    // A plain text's height counts lines as they are broken at this width.
    const int lines = std::max(1, static_cast<int>(std::lround(m_text->document()->size().height())));
    const QMargins frame = m_text->contentsMargins();
    const double room = 2 * m_text->document()->documentMargin() + frame.top() + frame.bottom();
    const int height =
        std::min(lines, kMostLines) * m_text->fontMetrics().lineSpacing() + static_cast<int>(std::ceil(room)) + 2;
    if (m_text->height() != height || m_text->minimumHeight() != height) {
        m_text->setFixedHeight(height);
    }
    m_text->setVerticalScrollBarPolicy(lines > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void CommandBox::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        break;
    case QEvent::FontChange:
        fitHeight();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void CommandBox::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

void CommandBox::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fitHeight();
}

} // namespace vram::ui
