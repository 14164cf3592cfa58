// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/steps_dialog.h"

#include "ui/panel/field_row.h"
#include "ui/steps/load_page.h"
#include "ui/steps/machine_page.h"
#include "ui/steps/memory_bar.h"
#include "ui/steps/quality_page.h"
#include "ui/steps/steps_words.h"
#include "ui/steps/task_page.h"
#include "ui/text/labels.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

StepsDialog::StepsDialog(ScenarioStore& store, Settings& settings, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_settings(settings),
      m_resolver(store.sharedCatalog(), store.sharedModels()),
      m_question(stepsFrom(store.scenario())),
      m_bar(new QTabBar),
      m_stack(new QStackedWidget),
      m_hardware(new MachinePage(store.sharedCatalog())),
      m_memory(new MemoryBar),
      m_legend(new QLabel),
      m_sentence(new QLabel),
      m_back(new QPushButton),
      m_next(new QPushButton),
      m_open(new QPushButton),
      m_close(new QPushButton) {
    setObjectName(u"stepsDialog"_s);
    m_pages = {new TaskPage(store.sharedCatalog()), new QualityPage, new LoadPage, m_hardware};
    build();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kDelayMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &StepsDialog::ask);
    connect(m_bar, &QTabBar::currentChanged, this, &StepsDialog::showPage);
    connect(m_back, &QPushButton::clicked, this, [this] { showPage(page() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { showPage(page() + 1); });
    connect(m_open, &QPushButton::clicked, this, &StepsDialog::openScenario);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_hardware, &MachinePage::openRequested, this, &StepsDialog::openScenario);
    connect(m_hardware, &MachinePage::chosenChanged, this, &StepsDialog::showMemory);
    connect(&m_settings, &Settings::byteUnitChanged, this, &StepsDialog::refresh);
    for (StepsPage* each : m_pages) {
        connect(each, &StepsPage::edited, this, &StepsDialog::take);
    }
    // A model's file may still be read.
    connect(&store.models(), &BackgroundReader::finished, this, [this] {
        learn();
        refresh();
    });
    learn();
    retranslate();
    showPage(0);
}

void StepsDialog::build() {
    m_bar->setObjectName(u"stepsBar"_s);
    m_bar->setExpanding(true);
    m_bar->setDrawBase(false);
    m_bar->setUsesScrollButtons(false);
    m_bar->setFocusPolicy(Qt::TabFocus);
    guardWheel(m_bar);
    m_bar->setFocusPolicy(Qt::TabFocus);
    for (int i = 0; i < kPages; ++i) {
        m_bar->addTab(QString());
        // On a small screen a page scrolls; its controls stay usable.
        auto* area = new QScrollArea;
        area->setWidget(m_pages.at(static_cast<std::size_t>(i)));
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setFocusPolicy(Qt::NoFocus);
        m_stack->addWidget(area);
    }
    for (QToolButton* button : m_bar->findChildren<QToolButton*>()) {
        button->setAccessibleName(QString()); // scroll buttons that are never shown
    }
    QFont bold = font();
    bold.setBold(true);
    for (QLabel* heading : m_stack->findChildren<QLabel*>(kHeadingName)) {
        heading->setFont(bold);
    }
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    m_legend->setObjectName(u"stepsLegend"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"stepsSentence"_s);
    m_back->setObjectName(u"stepsBack"_s);
    m_next->setObjectName(u"stepsNext"_s);
    m_open->setObjectName(u"stepsOpen"_s);
    m_close->setObjectName(u"stepsClose"_s);
    m_close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    for (QPushButton* button : {m_back, m_next, m_open}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFrameShadow(QFrame::Sunken);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(rule);
    layout->addWidget(m_memory);
    layout->addWidget(m_legend);
    layout->addWidget(m_sentence);
    layout->addLayout(buttons);
    resize(820, 640);
}

int StepsDialog::page() const { return m_stack->currentIndex(); }

void StepsDialog::showPage(int number) {
    const int shown = std::clamp(number, 0, kPages - 1);
    m_stack->setCurrentIndex(shown);
    m_bar->setCurrentIndex(shown);
    const bool last = shown == kPages - 1;
    m_back->setEnabled(shown > 0);
    m_next->setVisible(!last);
    m_open->setVisible(last);
    m_next->setDefault(!last); // on the last page Enter belongs to the fields
    if (last && !m_answer) {
        m_rest.start();
    }
    refresh();
    StepsPage* const now = m_pages.at(static_cast<std::size_t>(shown));
    FieldRow::alignLabels(*now); // widths are known once the fonts are
    if (!m_bar->hasFocus()) {
        now->firstControl()->setFocus(Qt::TabFocusReason);
    }
}

void StepsDialog::take(const StepsEdit& edit) {
    StepsQuestion changed = m_question;
    edit(changed);
    if (changed == m_question) {
        return;
    }
    m_question = std::move(changed);
    learn();
    refresh();
}

void StepsDialog::learn() {
    m_answer.reset();
    Result<StepsKnowledge> knowledge = stepsKnowledge(m_resolver, m_question);
    if (knowledge && !knowledge->formats.empty()) {
        m_knowledge = std::move(knowledge).value();
        m_problem.clear();
    } else {
        m_knowledge.reset();
        m_problem = knowledge ? tr("The runtime loads no format of this model.") : errorText(knowledge.error());
    }
    if (page() == kPages - 1) {
        m_rest.start();
    }
}

void StepsDialog::ask() {
    if (m_knowledge) {
        m_answer = stepsAnswer(m_resolver, m_question);
        refresh();
    }
}

void StepsDialog::refresh() {
    const StepsView view{m_question,
                         m_knowledge ? &*m_knowledge : nullptr,
                         m_answer ? &*m_answer : nullptr,
                         !m_answer,
                         m_problem,
                         m_settings.byteUnit()};
    m_pages.at(static_cast<std::size_t>(page()))->setView(view);
    showMemory();
}

void StepsDialog::showMemory() {
    const bool last = page() == kPages - 1;
    const StepsCandidate* const chosen = last && m_answer ? m_hardware->chosen() : nullptr;
    m_open->setEnabled(chosen != nullptr);
    m_memory->setVisible(m_knowledge.has_value());
    m_legend->setVisible(m_knowledge.has_value());
    m_sentence->setText(m_problem);
    if (!m_knowledge) {
        return;
    }
    const ByteUnit unit = m_settings.byteUnit();
    const StepsKnowledge& known = *m_knowledge;
    const auto least = std::ranges::find(known.formats, known.leastWeights, &StepsFormat::weights);
    MemoryBarData shown;
    shown.axis = std::max(known.formats.front().bytes, known.withMargin);
    switch (page()) {
    case 0:
        shown.parts.set(MemoryPart::Weights, ByteRange::exact(known.formats.front().bytes));
        m_sentence->setText(StepsWords::afterTask(known, unit));
        break;
    case 1:
        shown.parts.set(MemoryPart::Weights, ByteRange::exact(least->bytes));
        m_sentence->setText(StepsWords::afterQuality(known, unit));
        break;
    case 2:
        shown.parts = known.need.need;
        shown.withMargin = known.withMargin;
        m_sentence->setText(StepsWords::afterLoad(m_question, known, unit));
        break;
    default:
        shown.parts = chosen != nullptr ? chosen->report.need : known.need.need;
        if (chosen != nullptr) {
            shown.usable = chosen->report.usable;
            shown.axis = std::max(chosen->report.usable, chosen->report.needTotal.high);
            m_sentence->setText(
                tr("%1: %2 of usable memory").arg(StepsWords::machine(*chosen), formatBytes(*shown.usable, unit)));
        } else {
            shown.withMargin = known.withMargin;
            m_sentence->setText(StepsWords::afterLoad(m_question, known, unit));
        }
        break;
    }
    m_memory->setData(shown, unit);
    m_legend->setText(m_memory->legendHtml());
}

void StepsDialog::openScenario() {
    const StepsCandidate* const chosen = m_answer ? m_hardware->chosen() : nullptr;
    if (chosen == nullptr) {
        return;
    }
    Scenario scenario = stepsResult(m_question, *m_answer, *chosen);
    const GpuChoice row = chosen->choice;
    const ViewChoice& view = m_store.scenario().view;
    if (m_question.hardware == HardwareSource::Own) { // the same cards are compared as before
        scenario.view.rows = view.rows;
    }
    scenario.view.shareScale = view.shareScale;
    m_store.setVerdictFilter(std::nullopt);
    m_store.setScenario(std::move(scenario));
    const auto& rows = m_store.snapshot().rows;
    if (const auto found = std::ranges::find(rows, row, &Row::choice); found != rows.end()) {
        m_store.setFocusedRow(static_cast<std::size_t>(found - rows.begin()));
    }
    close();
}

void StepsDialog::retranslate() {
    setWindowTitle(tr("Choose step by step"));
    const QString titles[] = {tr("1 Task and model"), tr("2 Base memory"), tr("3 Context and concurrency"),
                              tr("4 Hardware")};
    for (int i = 0; i < kPages; ++i) {
        m_bar->setTabText(i, titles[i]);
        m_pages.at(static_cast<std::size_t>(i))->retranslate();
    }
    m_bar->setAccessibleName(tr("Steps"));
    m_back->setText(tr("&Back"));
    m_next->setText(tr("&Next"));
    m_open->setText(tr("&Open as a scenario"));
    m_open->setToolTip(tr("Takes the place of the present scenario; Undo brings that back"));
    m_close->setText(tr("Close"));
    if (!m_knowledge) {
        learn();
    }
    refresh();
}

void StepsDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    FieldRow::alignLabels(*m_pages.at(static_cast<std::size_t>(page())));
}

void StepsDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_pages.front() != nullptr) {
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
