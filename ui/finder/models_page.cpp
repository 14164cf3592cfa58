// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/models_page.h"

#include "ui/access/spoken.h"
#include "ui/finder/filter_pane.h"
#include "ui/finder/finder_text.h"
#include "ui/finder/found_models.h"
#include "ui/panel/spaced_delegate.h"
#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/substitute.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStringList>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRestMilliseconds = 120;
constexpr int kMostCards = 64;

} // namespace

ModelsPage::ModelsPage(ScenarioStore& store, FinderWorker& worker, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_worker(worker),
      m_filters(new FilterPane(store.catalog())),
      m_models(new FoundModels(store.sharedCatalog(), this)),
      m_order(new FoundOrder(m_models, this)),
      m_machineLabel(new QLabel),
      m_machine(new QComboBox),
      m_gpu(new QComboBox),
      m_count(new QSpinBox),
      m_summary(new QLabel),
      m_view(new QTableView),
      m_use(new QPushButton) {
    build();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &ModelsPage::ask);
    connect(m_filters, &FilterPane::changed, this, &ModelsPage::askSoon);
    connect(m_machine, &QComboBox::currentIndexChanged, this, [this](int kind) {
        m_gpu->setVisible(kind == Picked);
        m_count->setVisible(kind == Picked);
        askSoon();
    });
    connect(m_gpu, &QComboBox::currentIndexChanged, this, &ModelsPage::askSoon);
    connect(m_count, &QSpinBox::valueChanged, this, &ModelsPage::askSoon);
    connect(&m_store, &ScenarioStore::changed, this, [this] {
        updateMachines();
        askSoon();
    });
    connect(&m_worker, &FinderWorker::modelsFound, this, &ModelsPage::show);
    connect(&m_worker, &FinderWorker::modelsFailed, this, &ModelsPage::fail);
    connect(m_view, &QTableView::activated, this, &ModelsPage::use);
    connect(m_use, &QPushButton::clicked, this, &ModelsPage::use);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModelsPage::updateButton);
    connect(m_models, &QAbstractItemModel::modelReset, this, &ModelsPage::updateButton);
}

void ModelsPage::build() {
    m_machine->setObjectName(u"finderMachine"_s);
    m_gpu->setObjectName(u"finderGpu"_s);
    m_count->setObjectName(u"finderCount"_s);
    m_summary->setObjectName(u"modelsSummary"_s);
    m_view->setObjectName(u"foundModels"_s);
    m_use->setObjectName(u"useModel"_s);
    m_machineLabel->setBuddy(m_machine);
    m_machine->addItems({QString(), QString(), QString()});
    m_machine->setCurrentIndex(m_store.scenario().machine.gpus.empty() ? Focused : Own);
    m_machine->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Gpu& gpu : m_store.catalog().gpus()) {
        m_gpu->addItem(shortGpuName(QString::fromStdString(gpu.name)));
    }
    m_gpu->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_gpu->setMinimumContentsLength(20);
    m_gpu->hide();
    m_count->setRange(1, kMostCards);
    m_count->setPrefix(u"× "_s);
    m_count->hide();
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_use->setAutoDefault(false); // Enter belongs to where the focus is
    showFound(*m_view, *m_order);
    m_view->sortByColumn(FoundModels::Size, Qt::DescendingOrder);
    for (const int column : {FoundModels::Format, FoundModels::Verdict_, FoundModels::Release}) {
        m_view->setItemDelegateForColumn(column, new SpacedDelegate(m_view)); // they follow figures
    }

    auto* machine = new QHBoxLayout;
    machine->addWidget(m_machineLabel);
    machine->addWidget(m_machine);
    machine->addWidget(m_gpu);
    machine->addWidget(m_count);
    machine->addStretch();
    auto* results = new QVBoxLayout;
    results->addWidget(m_summary);
    results->addWidget(m_view, 1);
    auto* middle = new QHBoxLayout;
    auto* side = new QVBoxLayout;
    side->addWidget(m_filters);
    side->addStretch();
    middle->addLayout(side);
    middle->addSpacing(8);
    middle->addLayout(results, 1);
    auto* below = new QHBoxLayout;
    below->addStretch();
    below->addWidget(m_use);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(machine);
    layout->addLayout(middle, 1);
    layout->addLayout(below);
}

GpuChoice ModelsPage::focusedCard() const {
    const Snapshot& snapshot = m_store.snapshot();
    return snapshot.focusedRow < snapshot.rows.size() ? snapshot.rows[snapshot.focusedRow].choice
                                                      : GpuChoice{std::string(kCpuRow), 1};
}

QString ModelsPage::ownMachine() const {
    QStringList cards;
    for (const GpuChoice& card : m_store.scenario().machine.gpus) {
        cards += rowLabel(card);
    }
    return cards.isEmpty() ? tr("no GPU") : cards.join(u" + "_s);
}

void ModelsPage::updateMachines() {
    m_machine->setItemText(Own, substitute(tr("My machine: %1"), {ownMachine()}));
    const GpuChoice focused = focusedCard();
    m_machine->setItemText(
        Focused, substitute(tr("Chosen row: %1"), {isMachineRow(focused) ? ownMachine() : rowLabel(focused)}));
    m_machine->setItemText(Picked, tr("Another GPU"));
}

Scenario ModelsPage::question() const {
    Scenario scenario = m_store.scenario();
    const int kind = m_machine->currentIndex();
    const GpuChoice focused = focusedCard();
    if (kind == Own || (kind == Focused && isMachineRow(focused))) {
        return scenario;
    }
    scenario.machine.gpus.clear();
    if (kind == Picked) {
        const auto& gpus = m_store.catalog().gpus();
        scenario.machine.gpus = {{gpus[static_cast<std::size_t>(m_gpu->currentIndex())].name, m_count->value()}};
    } else if (!isCpuRow(focused)) {
        scenario.machine.gpus = {focused};
    }
    return scenario;
}

void ModelsPage::askSoon() {
    m_models->setPale(true);
    m_summary->setEnabled(false); // as pale as the rows that it sums up
    m_rest.start();
}

void ModelsPage::ask() { m_worker.findModels(question(), m_filters->filter()); }

void ModelsPage::show(const std::shared_ptr<const ModelsFound>& found) {
    const QModelIndex current = m_order->mapToSource(m_view->currentIndex());
    const std::optional<FinderRow> kept =
        current.isValid() ? std::optional(m_models->row(current.row())) : std::nullopt;
    m_found = found;
    m_error.reset();
    m_models->setFound(found);
    m_models->setPale(m_rest.isActive());
    m_summary->setEnabled(!m_rest.isActive());
    m_summary->setText(modelsSummary(*found, m_store.catalog()));
    if (!m_fitted) {
        fitColumns(*m_view);
        m_fitted = found->final && !found->rows.empty(); // speeds come with the final answer
    }
    const auto same = std::ranges::find_if(found->rows, [&](const FinderRow& row) {
        return kept && row.model == kept->model && row.format == kept->format;
    });
    if (same != found->rows.end()) {
        const int row = static_cast<int>(same - found->rows.begin());
        m_view->setCurrentIndex(m_order->mapFromSource(m_models->index(row, std::max(current.column(), 0))));
    }
}

void ModelsPage::fail(const Error& error) {
    m_error = error;
    m_models->setFound(std::make_shared<const ModelsFound>());
    m_summary->setText(errorText(error));
    m_summary->setEnabled(true);
}

void ModelsPage::use() {
    const QModelIndex current = m_order->mapToSource(m_view->currentIndex());
    if (!current.isValid()) {
        return;
    }
    const std::string model = m_models->model(current.row()).id;
    const std::string format = m_models->format(current.row()).id;
    m_store.edit([&](Scenario& scenario) {
        scenario.model = CatalogName{model};
        scenario.weights = format;
    });
}

void ModelsPage::updateButton() { m_use->setEnabled(m_view->selectionModel()->hasSelection()); }

void ModelsPage::setByteUnit(ByteUnit unit) { m_models->setByteUnit(unit); }

void ModelsPage::retranslate() {
    m_machineLabel->setText(tr("Mac&hine"));
    nameControl(*m_machine, withoutMnemonic(m_machineLabel->text()));
    nameControl(*m_gpu, tr("GPU"));
    nameControl(*m_count, tr("Number of GPUs"));
    m_view->setAccessibleName(tr("Models found"));
    m_use->setText(tr("&Use this model"));
    m_use->setToolTip(tr("Takes model and format into the scenario"));
    {
        const QSignalBlocker quiet(m_filters);
        m_filters->retranslate();
    }
    updateMachines();
    m_models->retranslate();
    m_summary->setText(m_error              ? errorText(*m_error)
                       : m_found == nullptr ? tr("Asking every model in every format…")
                                            : modelsSummary(*m_found, m_store.catalog()));
}

} // namespace vram::ui
