// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_drawer.h"

#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"
#include "ui/why/why_document.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStyle>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace vram::ui {

using namespace Qt::StringLiterals;

WhyDrawer::WhyDrawer(std::shared_ptr<const Catalog> catalog, QWidget* parent)
    : QFrame(parent),
      m_catalog(std::move(catalog)),
      m_title(new QLabel(this)),
      m_run(new QToolButton(this)),
      m_close(new QToolButton(this)),
      m_browser(new QTextBrowser(this)) {
    build();
    retranslate();
}

void WhyDrawer::build() {
    setObjectName(u"whyDrawer"_s);
    setFrameShape(QFrame::NoFrame);
    m_title->setObjectName(u"whyTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_run->setObjectName(u"whyRun"_s);
    m_run->setAutoRaise(true);
    connect(m_run, &QToolButton::clicked, this, &WhyDrawer::runRequested);
    m_close->setObjectName(u"whyClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    connect(m_close, &QToolButton::clicked, this, &WhyDrawer::closed);

    m_browser->setObjectName(u"whyText"_s);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setOpenLinks(false);
    m_browser->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_browser->document()->setDocumentMargin(10);

    auto* const top = new QHBoxLayout;
    top->setContentsMargins(10, 6, 6, 2);
    top->addWidget(m_title, 1);
    top->addWidget(m_run, 0, Qt::AlignTop);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_browser, 1);
}

void WhyDrawer::setExplanations(const Snapshot& snapshot, std::size_t row, std::optional<MemoryPart> part) {
    const bool another = row != m_row || part != m_part;
    m_snapshot = snapshot;
    m_row = row;
    m_part = part;
    if (isVisible()) {
        refresh();
        if (another) {
            m_browser->verticalScrollBar()->setValue(0);
        }
    }
}

void WhyDrawer::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    refresh();
}

QString WhyDrawer::text() const { return m_browser->toPlainText(); }

QSize WhyDrawer::sizeHint() const { return {380, 480}; }

QSize WhyDrawer::minimumSizeHint() const { return {260, 160}; }

QString WhyDrawer::title() const {
    if (!m_snapshot || m_row >= m_snapshot->rows.size()) {
        return tr("Why?");
    }
    const Row& row = m_snapshot->rows[m_row];
    const QString name = rowTitle(row);
    //: title of the explanation: part of the memory, row
    return m_part ? substitute(tr("Why? %1 · %2"), {partLabel(*m_part), name}) : substitute(tr("Why? %1"), {name});
}

void WhyDrawer::refresh() {
    m_title->setText(title());
    QString html;
    if (m_snapshot && m_row < m_snapshot->rows.size()) {
        const WhyContent content = whyContent(*m_snapshot, m_row, m_part, *m_catalog);
        html = whyHtml(content, m_snapshot->rows[m_row], m_unit, isDark(palette()));
    }
    if (html == m_html) {
        return;
    }
    // While a slider moves the reader stays where they are.
    const int position = m_html.isEmpty() ? 0 : m_browser->verticalScrollBar()->value();
    m_html = html;
    m_browser->setHtml(html);
    m_browser->verticalScrollBar()->setValue(position);
}

void WhyDrawer::retranslate() {
    //: button: from the explanation of the figures to the commands
    m_run->setText(tr("How to run it"));
    m_run->setToolTip(tr("Commands, how to check them on the machine, targets, and what you saw"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the explanation"));
    m_browser->setAccessibleName(tr("Explanation"));
    refresh();
}

void WhyDrawer::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        retranslate();
        break;
    case QEvent::PaletteChange:
    case QEvent::LayoutDirectionChange:
        refresh();
        break;
    default:
        break;
    }
    QFrame::changeEvent(event);
}

void WhyDrawer::showEvent(QShowEvent* event) {
    refresh();
    QFrame::showEvent(event);
}

void WhyDrawer::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace vram::ui
