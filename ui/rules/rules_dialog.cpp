// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rules_dialog.h"

#include "ui/access/spoken.h"
#include "ui/panel/figure_delegate.h"
#include "ui/rules/rules_source.h"
#include "ui/rules/rules_table.h"
#include "ui/table/table_copy.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

RulesDialog::RulesDialog(RulesSource& source, ByteUnit unit, QWidget* parent)
    : QDialog(parent),
      m_source(source),
      m_unit(unit),
      m_intro(new QLabel),
      m_tabs(new QTabWidget),
      m_open(new QPushButton),
      m_copy(new QPushButton),
      m_close(new QPushButton) {
    setObjectName(u"rulesDialog"_s);
    build();
    connect(&m_source, &RulesSource::computed, this, &RulesDialog::showTables);
    m_source.start();
    retranslate();
    resize(1000, 580);
    m_tabs->setFocus();
}

RulesTab RulesDialog::tab() const { return static_cast<RulesTab>(std::max(m_tabs->currentIndex(), 0)); }

void RulesDialog::build() {
    m_intro->setObjectName(u"rulesIntro"_s);
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_tabs->setObjectName(u"rulesTabs"_s);
    speakAs(*m_tabs, QAccessible::Grouping, [this] { return m_tabs->accessibleName(); });
    m_open->setObjectName(u"openRule"_s);
    m_copy->setObjectName(u"copyRules"_s);
    m_close->setObjectName(u"closeRules"_s);
    for (const RulesTab each : {RulesTab::Rules, RulesTab::Reference, RulesTab::Cards}) {
        buildPage(each);
    }
    for (QPushButton* button : {m_open, m_copy, m_close}) {
        button->setAutoDefault(false); // Enter belongs to where the focus is
    }
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_intro);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(buttons);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        fitColumns();
        updateButtons();
    });
    connect(m_open, &QPushButton::clicked, this, &RulesDialog::askRow);
    connect(m_copy, &QPushButton::clicked, this, &RulesDialog::copyRows);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

void RulesDialog::buildPage(RulesTab tab) {
    constexpr std::array<QLatin1StringView, kRulesTabs> kNames{"rulesView"_L1, "referenceView"_L1, "cardsView"_L1};
    Page& page = m_pages.at(static_cast<std::size_t>(tab));
    page.table = new RulesTable(this);
    page.view = new QTableView;
    page.view->setObjectName(kNames.at(static_cast<std::size_t>(tab)));
    page.view->setModel(page.table);
    page.view->setItemDelegate(new FigureDelegate(page.view));
    page.view->setSelectionBehavior(QAbstractItemView::SelectRows);
    page.view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    page.view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    page.view->setAlternatingRowColors(true);
    page.view->setShowGrid(false);
    page.view->setTabKeyNavigation(false); // Tab leaves the table; arrows move within
    page.view->setWordWrap(true);
    page.view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page.view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the columns share what it leaves
    page.view->verticalHeader()->hide();
    page.view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    page.view->horizontalHeader()->setHighlightSections(false);
    page.view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* copy = new QAction(page.view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    page.view->addAction(copy);
    m_tabs->addTab(page.view, QString());
    connect(copy, &QAction::triggered, this, &RulesDialog::copyRows);
    connect(page.view, &QTableView::activated, this, &RulesDialog::askRow);
    connect(page.view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RulesDialog::updateButtons);
}

void RulesDialog::showTables() {
    const RuleTables* const tables = m_source.tables();
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const auto tab = static_cast<RulesTab>(i);
        Page& page = m_pages.at(i);
        const bool first = page.table->rowCount() == 0;
        page.table->setDark(isDark(palette()));
        page.table->setEntries(tables == nullptr ? std::vector<RulesEntry>()
                                                 : rulesEntries(tab, *tables, m_source.catalog(), m_unit),
                               rulesHeadings(tab));
        if (first && page.table->rowCount() > 0) {
            page.view->setCurrentIndex(page.table->index(0, 0));
        }
    }
    m_intro->setText(tables == nullptr
                         ? tr("Asking the questions behind the rules…")
                         : tr("What articles say, and what this program computes for the same question. Where they "
                              "disagree, the reason is computed too: the figure that there would be without it. Open "
                              "a row to ask its question in the window."));
    fitColumns();
    updateButtons();
}

void RulesDialog::fitColumns() {
    // In parts of the width, so that every column is seen without scrolling sideways.
    constexpr std::array kParts{18, 19, 11, 16, 13, 23};
    QTableView* const view = shown().view;
    const int width = view->viewport()->width();
    int rest = width;
    for (int column = 0; column < RulesTable::ColumnCount; ++column) {
        const bool last = column + 1 == RulesTable::ColumnCount;
        const int part = width * kParts.at(static_cast<std::size_t>(column)) / 100;
        const int own = last ? rest : std::max(part, view->horizontalHeader()->sectionSizeHint(column));
        view->setColumnWidth(column, own);
        rest -= own;
    }
    view->resizeRowsToContents();
}

void RulesDialog::askRow() {
    const QModelIndex current = shown().view->currentIndex();
    if (current.isValid()) {
        emit chosen(shown().table->entries().at(static_cast<std::size_t>(current.row())).scenario);
    }
}

void RulesDialog::copyRows() {
    QList<int> rows;
    for (const QModelIndex& index : shown().view->selectionModel()->selectedRows()) {
        rows += index.row();
    }
    std::ranges::sort(rows);
    QList<int> columns;
    for (int column = 0; column < RulesTable::ColumnCount; ++column) {
        columns += column;
    }
    if (!rows.isEmpty()) {
        QGuiApplication::clipboard()->setText(tableAsText(*shown().table, rows, columns));
    }
}

void RulesDialog::updateButtons() {
    const QItemSelectionModel* const selection = shown().view->selectionModel();
    m_open->setEnabled(selection->currentIndex().isValid());
    m_copy->setEnabled(selection->hasSelection());
}

void RulesDialog::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    showTables();
}

void RulesDialog::retranslate() {
    setWindowTitle(tr("Rules of thumb"));
    m_tabs->setAccessibleName(tr("Tables of rules"));
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const QString name = rulesTabName(static_cast<RulesTab>(i));
        m_tabs->setTabText(static_cast<int>(i), name);
        m_pages.at(i).view->setAccessibleName(tr("Rules beside this program’s figures"));
        m_pages.at(i).view->actions().front()->setText(tr("Copy rows"));
    }
    m_open->setText(tr("&Open as a scenario"));
    m_open->setToolTip(tr("Ask the question of the chosen row in the window; Undo brings yours back"));
    m_copy->setText(tr("&Copy rows"));
    m_close->setText(tr("Close"));
    showTables();
}

void RulesDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        for (const Page& page : m_pages) {
            if (page.table != nullptr) {
                page.table->setDark(isDark(palette()));
            }
        }
    }
    QDialog::changeEvent(event);
}

void RulesDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    fitColumns();
}

} // namespace vram::ui
