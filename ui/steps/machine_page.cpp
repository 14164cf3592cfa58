// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/steps/machine_page.h"

#include "ui/access/spoken.h"
#include "ui/cards/gpu_picker.h"
#include "ui/panel/field_row.h"
#include "ui/steps/amount.h"
#include "ui/steps/amount_row.h"
#include "ui/steps/candidate_table.h"
#include "ui/steps/steps_words.h"
#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSources = 3;

AmountKind amount(double least, double most, bool optional) {
    return {&parseAmount, &formatPlain, least, most, optional};
}

/// The recommended row; where there is none, the one that lacks least.
std::size_t firstChoice(const StepsAnswer& answer) {
    const auto roomiest = std::ranges::max_element(
        answer.candidates, {}, [](const StepsCandidate& candidate) { return candidate.report.headroom; });
    return answer.recommended.value_or(static_cast<std::size_t>(roomiest - answer.candidates.begin()));
}

} // namespace

MachinePage::MachinePage(std::shared_ptr<const Catalog> catalog, QWidget* parent)
    : StepsPage(parent),
      m_catalog(std::move(catalog)),
      m_heading(new QLabel),
      m_sources(new QButtonGroup(this)),
      m_price(new AmountRow(u"stepsPrice"_s, {&parseAmount, &formatDollars, 1, 1e9, true})),
      m_power(new AmountRow(u"stepsPower"_s, {&parseAmount, &formatWatts, 1, 1e7, true})),
      m_cards(new AmountRow(u"stepsCards"_s, amount(1, kMostStepCards, false))),
      m_class(new QComboBox),
      m_classRow(new FieldRow(m_class)),
      m_result(new QLabel),
      m_ways(new QWidget),
      m_wayLayout(new QVBoxLayout(m_ways)),
      m_view(new QTableView),
      m_table(new CandidateTable(this)),
      m_scope(new QLabel) {
    m_heading->setObjectName(kHeadingName);
    auto* sources = new QHBoxLayout;
    for (int i = 0; i < kSources; ++i) {
        auto* button = new QRadioButton;
        button->setObjectName(u"hardwareSource%1"_s.arg(i));
        m_sources->addButton(button, i);
        sources->addWidget(button);
    }
    sources->addStretch(1);
    auto* line = new QWidget;
    auto* lineLayout = new QHBoxLayout(line);
    lineLayout->setContentsMargins(0, 0, 0, 0);
    m_own = {new FieldRow(line), new QLabel, new QPushButton, new AmountRow(u"stepsRam"_s, amount(0, 1e6, false))};
    m_own.row->leaveKeysToOthers();
    m_own.names->setTextFormat(Qt::PlainText);
    m_own.choose->setObjectName(u"stepsChooseCards"_s);
    m_own.choose->setAutoDefault(false);
    lineLayout->addWidget(m_own.names);
    lineLayout->addWidget(m_own.choose);
    lineLayout->addStretch(1);
    m_class->setObjectName(u"stepsClass"_s);
    m_class->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    guardWheel(m_class);
    for (const std::int64_t gib : kMemoryClasses) {
        m_class->addItem(formatCapacity(kGiB * gib), static_cast<qlonglong>(gib));
    }
    for (QLabel* label : {m_result, m_scope}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_result->setObjectName(u"stepsResult"_s);
    m_wayLayout->setContentsMargins(0, 0, 0, 0);
    m_wayLayout->setSpacing(4);
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addLayout(sources);
    for (QWidget* row :
         {static_cast<QWidget*>(m_own.row), static_cast<QWidget*>(m_own.ram), static_cast<QWidget*>(m_price),
          static_cast<QWidget*>(m_classRow), static_cast<QWidget*>(m_cards), static_cast<QWidget*>(m_power)}) {
        layout->addWidget(row);
    }
    layout->addWidget(m_result);
    layout->addWidget(m_ways);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_scope);
    connectControls();
}

void MachinePage::buildTable() {
    m_view->setObjectName(u"stepsCandidates"_s);
    m_view->setModel(m_table);
    m_view->verticalHeader()->hide();
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setMinimumHeight(90);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(CandidateTable::Hardware, QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
}

void MachinePage::connectControls() {
    connect(m_sources, &QButtonGroup::idClicked, this, [this](int id) {
        emit edited([id](StepsQuestion& question) { question.hardware = static_cast<HardwareSource>(id); });
    });
    connect(m_own.choose, &QPushButton::clicked, this, &MachinePage::chooseCards);
    connect(m_own.ram, &AmountRow::amountChosen, this, [this](std::optional<double> gib) {
        emit edited([&gib](StepsQuestion& question) { question.machine.ramGib = gib.value_or(0); });
    });
    connect(m_price, &AmountRow::amountChosen, this, [this](std::optional<double> dollars) {
        emit edited([&dollars](StepsQuestion& question) { question.mostPriceUsd = dollars; });
    });
    connect(m_power, &AmountRow::amountChosen, this, [this](std::optional<double> watts) {
        emit edited([&watts](StepsQuestion& question) { question.mostWatts = watts; });
    });
    connect(m_cards, &AmountRow::amountChosen, this, [this](std::optional<double> count) {
        emit edited(
            [&count](StepsQuestion& question) { question.mostCards = static_cast<std::int64_t>(count.value_or(1)); });
    });
    connect(m_class, &QComboBox::activated, this, [this] {
        const std::int64_t gib = m_class->currentData().toLongLong();
        emit edited([gib](StepsQuestion& question) { question.memoryGib = gib; });
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MachinePage::chosenChanged);
    connect(m_view, &QTableView::activated, this, &MachinePage::openRequested);
}

void MachinePage::chooseCards() {
    if (!m_picker) {
        m_picker = new GpuPicker(m_catalog, m_machine.gpus, this, GpuPicker::Purpose::Machine);
        m_picker->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_picker, &QDialog::accepted, this, [this] {
            const std::vector<GpuChoice> cards = m_picker->choices();
            emit edited([&cards](StepsQuestion& question) { question.machine.gpus = cards; });
        });
    }
    m_picker->open();
}

const StepsCandidate* MachinePage::chosen() const {
    const int row = m_view->currentIndex().row();
    const auto& candidates = m_table->candidates();
    return row >= 0 && static_cast<std::size_t>(row) < candidates.size() ? &candidates[static_cast<std::size_t>(row)]
                                                                         : nullptr;
}

void MachinePage::setView(const StepsView& view) {
    const StepsQuestion& question = view.question;
    m_machine = question.machine;
    m_sources->button(static_cast<int>(question.hardware))->setChecked(true);
    const bool own = question.hardware == HardwareSource::Own;
    const bool budget = question.hardware == HardwareSource::Budget;
    m_own.row->setVisible(own);
    m_own.ram->setVisible(own);
    m_price->setVisible(budget);
    m_power->setVisible(budget);
    m_classRow->setVisible(question.hardware == HardwareSource::MemoryClass);
    m_cards->setVisible(!own);
    showOwn(question);
    m_own.ram->showAmount(question.machine.ramGib);
    m_price->showAmount(question.mostPriceUsd);
    m_power->showAmount(question.mostWatts);
    m_cards->showAmount(static_cast<double>(question.mostCards));
    m_class->setCurrentIndex(m_class->findData(static_cast<qlonglong>(question.memoryGib)));
    showAnswer(view);
}

void MachinePage::showOwn(const StepsQuestion& question) {
    StepsCandidate machine;
    machine.machine = question.machine;
    m_own.names->setText(StepsWords::machine(machine));
}

void MachinePage::showAnswer(const StepsView& view) {
    m_table->setStale(view.stale);
    if (view.knowledge == nullptr || view.stale || view.answer == nullptr) {
        m_result->setText(view.knowledge == nullptr ? view.problem : tr("Asking for every machine…"));
        m_ways->setEnabled(false);
        return;
    }
    m_ways->setEnabled(true);
    m_result->setText(StepsWords::recommendation(view.question, *view.knowledge, *view.answer, view.unit));
    m_scope->setText(StepsWords::scope(view.question, *view.answer));
    m_scope->setVisible(!m_scope->text().isEmpty());
    m_table->setAnswer(*view.answer, *view.knowledge, view.unit);
    if (m_table->rowCount() > 0) {
        m_view->setCurrentIndex(m_table->index(static_cast<int>(firstChoice(*view.answer)), 0));
    }
    showGiveWays(view);
    emit chosenChanged();
}

void MachinePage::showGiveWays(const StepsView& view) {
    while (QLayoutItem* item = m_wayLayout->takeAt(0)) {
        if (QWidget* const old = item->widget()) {
            old->hide();
            old->deleteLater(); // one of them may be what was clicked
        }
        delete item;
    }
    for (std::size_t i = 0; i < view.answer->giveWays.size(); ++i) {
        const StepsGiveWay& way = view.answer->giveWays[i];
        auto* button = new QPushButton(buttonText(StepsWords::giveWay(way, *view.knowledge)));
        button->setObjectName(u"giveWay%1"_s.arg(i));
        button->setAutoDefault(false);
        button->setStyleSheet(u"text-align: left; padding: 4px 8px;"_s);
        connect(button, &QPushButton::clicked, this, [this, changed = way.question] {
            emit edited([&changed](StepsQuestion& question) { question = changed; });
        });
        m_wayLayout->addWidget(button);
    }
    m_ways->setVisible(!view.answer->giveWays.empty());
}

void MachinePage::retranslate() {
    m_heading->setText(tr("Which hardware?"));
    m_sources->button(static_cast<int>(HardwareSource::Own))->setText(tr("What I have"));
    m_sources->button(static_cast<int>(HardwareSource::Budget))->setText(tr("A budget"));
    m_sources->button(static_cast<int>(HardwareSource::MemoryClass))->setText(tr("A size of VRAM"));
    m_own.row->setLabel(tr("My cards"));
    m_own.choose->setText(tr("C&hoose…"));
    m_own.choose->setAccessibleName(tr("Choose my cards"));
    m_own.ram->setTexts(tr("System &memory (GiB)"), tr("RAM of this machine"), {}, tr("A number of GiB"));
    m_price->setTexts(tr("&Price, at most (US$)"), tr("Launch prices of all cards together: $1500, 1.5k"), tr("any"),
                      tr("An amount in US dollars, such as 1500, or nothing"));
    m_power->setTexts(tr("Po&wer, at most (W)"), tr("Of all cards together, as their makers state it"), tr("any"),
                      tr("A number of watts, or nothing"));
    m_cards->setTexts(tr("C&ards, at most"), tr("Of one kind in one machine"), {}, tr("A number from 1 to 8"));
    m_classRow->setLabel(tr("&VRAM of a card"));
    nameControl(*m_class, tr("VRAM of a card"));
    m_view->setAccessibleName(tr("Hardware that was asked about"));
    m_table->retranslate();
    FieldRow::alignLabels(*this);
}

QWidget* MachinePage::firstControl() const { return m_sources->checkedButton(); }

} // namespace vram::ui
