// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_drawer.h"

#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/substitute.h"
#include "ui/theme/theme.h"
#include "ui/why/why_document.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>

namespace vram::ui {

using namespace Qt::StringLiterals;

WhyDrawer::WhyDrawer(std::shared_ptr<const Catalog> catalog, QWidget* parent)
    : Drawer(u"why"_s, parent),
      m_catalog(std::move(catalog)),
      m_run(addButton(u"whyRun"_s)),
      m_browser(new QTextBrowser(this)) {
    build();
    retranslate();
}

void WhyDrawer::build() {
    connect(m_run, &QToolButton::clicked, this, &WhyDrawer::runRequested);
    m_browser->setObjectName(u"whyText"_s);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setOpenLinks(false);
    // All of the text has lines; Qt's rounding makes a table a pixel too wide.
    m_browser->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_browser->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_browser->document()->setDocumentMargin(10);
    setPage(m_browser);
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
    setTitle(title());
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
    setCloseName(tr("Close the explanation"));
    m_browser->setAccessibleName(tr("Explanation"));
    refresh();
}

void WhyDrawer::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange) {
        refresh();
    }
    Drawer::changeEvent(event);
}

} // namespace vram::ui
