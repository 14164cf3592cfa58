// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guide_dialog.h"

#include "ui/access/splitter_keys.h"
#include "ui/access/spoken.h"
#include "ui/guide/guide_figures.h"
#include "ui/language/language_switcher.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QListWidget>
#include <QMainWindow>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kListWidth = 210;
constexpr int kListSpacing = 3;

QString guideStyle(const QPalette& palette) {
    const bool dark = isDark(palette);
    return u"h2 { font-size: large; margin: 0 0 10px 0; }"
           u"p { margin: 0 0 10px 0; line-height: 130%; }"
           u"a { color: %1; }"
           u".figure { background-color: %2; padding: 8px; }"
           u".number { font-weight: 600; }"_s.arg(palette.color(QPalette::Link).name(),
                                                  themePalette(dark).color(QPalette::AlternateBase).name());
}

} // namespace

GuideDialog::GuideDialog(ScenarioStore& store, Settings& settings, QMainWindow& window)
    : m_store(store),
      m_settings(settings),
      m_targets(window),
      m_resolver(store.sharedCatalog(), store.sharedModels()),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_list(new QListWidget),
      m_text(new QTextBrowser) {
    setObjectName(u"guideDialog"_s);
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowIcon(window.windowIcon());
    m_list->setObjectName(u"guideSections"_s);
    m_list->setSpacing(kListSpacing);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName(u"guideText"_s);
    m_text->setOpenLinks(false); // ours lead to controls, and no other is followed
    m_text->document()->setDocumentMargin(16);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_text);
    readInOrder(*m_splitter);
    new SplitterKeys(*m_splitter);
    setTabOrder(m_list, m_splitter->handle(1));
    setTabOrder(m_splitter->handle(1), m_text);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kListWidth, 560});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    resize(780, 520);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kDelayMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &GuideDialog::render);
    connect(&store, &ScenarioStore::changed, this, [this] { m_rest.start(); });
    connect(&settings, &Settings::byteUnitChanged, this, &GuideDialog::render);
    connect(m_list, &QListWidget::currentRowChanged, this, &GuideDialog::render);
    connect(m_text, &QTextBrowser::anchorClicked, this, &GuideDialog::follow);
    retranslate();
    m_list->setFocus();
}

void GuideDialog::showSection(int section) { m_list->setCurrentRow(section); }

void GuideDialog::retranslate() {
    setWindowTitle(tr("Guide"));
    m_list->setAccessibleName(tr("Sections of the guide"));
    m_text->setAccessibleName(tr("Text of the guide"));
    m_splitter->handle(1)->setToolTip(tr("Drag to change the widths"));
    m_splitter->handle(1)->setAccessibleName(tr("Border between sections and text"));
    m_sections = guideSections(LanguageSwitcher::ofApplication().language());
    const int row = std::max(0, m_list->currentRow());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const GuideSection& section : m_sections) {
            m_list->addItem(section.title);
        }
        m_list->setCurrentRow(row);
    }
    render();
}

void GuideDialog::render() {
    const int row = m_list->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_sections.size()) {
        return;
    }
    const GuideSection& section = m_sections[static_cast<std::size_t>(row)];
    const QString html =
        withFigures(section.html, guideFigures(section.id, m_resolver, m_store.snapshot(), m_settings.byteUnit()));
    m_text->document()->setDefaultStyleSheet(guideStyle(palette()));
    m_text->setHtml(html);
}

void GuideDialog::follow(const QUrl& link) {
    if (link.scheme() == u"control"_s) {
        m_targets.show(link.path());
    }
}

void GuideDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_rest.start();
    }
}

} // namespace vram::ui
