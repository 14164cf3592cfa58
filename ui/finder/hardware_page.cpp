// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/hardware_page.h"

#include "ui/access/spoken.h"
#include "ui/finder/finder_text.h"
#include "ui/finder/found_hardware.h"
#include "ui/panel/model_list.h"
#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"
#include "ui/text/substitute.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRestMilliseconds = 120;
constexpr double kLeastBits = 4; ///< of formats that count as running a model
constexpr std::array kVerdicts{Verdict::Fits, Verdict::Tight, Verdict::Offload, Verdict::Unknown};

/// What counts do not depend on.
Scenario countable(Scenario scenario) {
    scenario.model = CatalogName{};
    scenario.weights.clear();
    scenario.view = {};
    scenario.seen = {};
    scenario.machine.gpus.clear();
    return scenario;
}

} // namespace

HardwarePage::HardwarePage(ScenarioStore& store, FinderWorker& worker, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_worker(worker),
      m_hardware(new FoundHardware(store.sharedCatalog(), this)),
      m_order(new FoundOrder(m_hardware, this)),
      m_question(new QLabel),
      m_summary(new QLabel),
      m_search(new QLineEdit),
      m_searchLabel(new QLabel),
      m_verdict(new QComboBox),
      m_verdictLabel(new QLabel),
      m_several(new QCheckBox),
      m_cloud(new QCheckBox),
      m_view(new QTableView),
      m_use(new QPushButton),
      m_countButton(new QPushButton),
      m_progress(new QProgressBar) {
    build();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &HardwarePage::ask);
    connect(&m_store, &ScenarioStore::changed, this, &HardwarePage::askSoon);
    connect(&m_worker, &FinderWorker::hardwareFound, this, &HardwarePage::show);
    connect(&m_worker, &FinderWorker::countProgressed, this, [this](int done, int all) {
        m_progress->setRange(0, all);
        m_progress->setValue(done);
    });
    connect(&m_worker, &FinderWorker::modelsCounted, this, [this](const std::vector<std::size_t>& counts) {
        m_hardware->setCounts(counts);
        m_progress->hide();
        updateTexts();
    });
    connect(m_search, &QLineEdit::textChanged, this, &HardwarePage::filter);
    connect(m_verdict, &QComboBox::currentIndexChanged, this, &HardwarePage::filter);
    connect(m_several, &QCheckBox::toggled, this, &HardwarePage::filter);
    connect(m_cloud, &QCheckBox::toggled, this, &HardwarePage::filter);
    connect(m_view, &QTableView::activated, this, &HardwarePage::use);
    connect(m_use, &QPushButton::clicked, this, &HardwarePage::use);
    connect(m_countButton, &QPushButton::clicked, this, &HardwarePage::count);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HardwarePage::updateButton);
    connect(m_hardware, &QAbstractItemModel::modelReset, this, &HardwarePage::updateButton);
}

void HardwarePage::build() {
    m_search->setObjectName(u"hardwareSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_searchLabel->setBuddy(m_search);
    m_verdict->setObjectName(u"hardwareVerdict"_s);
    m_verdict->addItems({QString(), QString(), QString(), QString()});
    m_verdict->setCurrentIndex(1);
    m_verdictLabel->setBuddy(m_verdict);
    m_several->setObjectName(u"hardwareSeveral"_s);
    m_several->setChecked(true);
    m_cloud->setObjectName(u"hardwareCloud"_s);
    m_cloud->setChecked(true);
    m_summary->setObjectName(u"hardwareSummary"_s);
    m_view->setObjectName(u"foundHardware"_s);
    m_use->setObjectName(u"useHardware"_s);
    m_countButton->setObjectName(u"countModels"_s);
    m_progress->hide();
    m_progress->setMaximumWidth(160);
    for (QLabel* label : {m_question, m_summary}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    for (QPushButton* button : {m_use, m_countButton}) {
        button->setAutoDefault(false); // Enter belongs to where the focus is
    }
    showFound(*m_view, *m_order);
    m_view->sortByColumn(FoundHardware::Memory, Qt::AscendingOrder);

    auto* conditions = new QHBoxLayout;
    conditions->addWidget(m_searchLabel);
    conditions->addWidget(m_search, 1);
    conditions->addWidget(m_verdictLabel);
    conditions->addWidget(m_verdict);
    conditions->addWidget(m_several);
    conditions->addWidget(m_cloud);
    auto* below = new QHBoxLayout;
    below->addWidget(m_countButton);
    below->addWidget(m_progress);
    below->addStretch();
    below->addWidget(m_use);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_question);
    layout->addWidget(m_summary);
    layout->addLayout(conditions);
    layout->addWidget(m_view, 1);
    layout->addLayout(below);
}

void HardwarePage::askSoon() {
    m_hardware->setPale(true);
    m_summary->setEnabled(false); // as pale as the rows that it sums up
    m_rest.start();
    if (m_counted && *m_counted != countable(m_store.scenario())) {
        m_worker.cancelCount();
        m_counted.reset();
        m_progress->hide();
        m_hardware->setCounts({});
    }
    updateTexts();
}

void HardwarePage::ask() {
    const Snapshot& snapshot = m_store.snapshot();
    if (snapshot.resolved) {
        m_worker.findHardware(*snapshot.resolved);
    } else {
        m_table.reset();
        filter();
    }
}

void HardwarePage::show(const std::shared_ptr<const HardwareTable>& table) {
    const bool first = m_table == nullptr;
    m_table = table;
    filter();
    m_hardware->setPale(m_rest.isActive());
    m_summary->setEnabled(!m_rest.isActive());
    if (first) {
        fitColumns(*m_view);
    }
}

void HardwarePage::filter() {
    std::vector<std::size_t> shown;
    const Verdict worst = kVerdicts.at(static_cast<std::size_t>(m_verdict->currentIndex()));
    const QStringList words = m_search->text().toLower().split(u' ', Qt::SkipEmptyParts);
    for (std::size_t i = 0; m_table != nullptr && i < m_table->rows.size(); ++i) {
        const HardwareRow& row = m_table->rows[i];
        const bool kind = row.instance ? m_cloud->isChecked() : row.count == 1 || m_several->isChecked();
        const bool wanted = kind && row.verdict <= worst;
        const QString text = wanted && !words.isEmpty() ? hardwareName(row, m_store.catalog()).toLower() : QString();
        if (wanted &&
            std::ranges::all_of(words, [&](const QString& word) { return searchText({text}).contains(word); })) {
            shown.push_back(i);
        }
    }
    m_hardware->setFound(m_table == nullptr ? std::make_shared<const HardwareTable>() : m_table, std::move(shown));
    updateTexts();
}

void HardwarePage::use() {
    const QModelIndex current = m_order->mapToSource(m_view->currentIndex());
    if (!current.isValid()) {
        return;
    }
    const HardwareRow& row = m_hardware->row(current.row());
    const GpuChoice card{m_store.catalog().gpus()[row.gpu].name, row.count};
    std::vector<GpuChoice> rows = m_store.shownChoices();
    if (std::ranges::find(rows, card) == rows.end()) {
        rows.push_back(card);
    }
    m_store.edit([&](Scenario& scenario) {
        scenario.view.axis = kGpuAxis;
        scenario.view.rows = rows;
    });
}

void HardwarePage::count() {
    if (m_progress->isVisibleTo(this)) {
        m_worker.cancelCount();
        m_counted.reset();
        m_progress->hide();
    } else {
        m_counted = countable(m_store.scenario());
        m_progress->setRange(0, static_cast<int>(m_store.catalog().models().size()));
        m_progress->setValue(0);
        m_progress->show();
        m_worker.countModels(m_store.scenario(), kLeastBits);
    }
    updateTexts();
}

void HardwarePage::updateButton() { m_use->setEnabled(m_view->selectionModel()->hasSelection()); }

void HardwarePage::updateTexts() {
    const Snapshot& snapshot = m_store.snapshot();
    m_question->setText(snapshot.resolved
                            ? substitute(tr("%1 in %2, %3 tokens of context, %4"),
                                         {modelLabel(snapshot.resolved->model),
                                          shownText(snapshot.resolved->format.displayName.empty()
                                                        ? snapshot.resolved->format.id
                                                        : snapshot.resolved->format.displayName),
                                          formatTokens(snapshot.scenario.context),
                                          tr("%n sequence(s)", nullptr, static_cast<int>(snapshot.scenario.batch))})
                        : snapshot.problem ? errorText(*snapshot.problem)
                                           : QString());
    m_summary->setText(!snapshot.resolved   ? QString()
                       : m_table == nullptr ? tr("Asking every GPU…")
                                            : hardwareSummary(*m_table, m_store.catalog()));
    m_countButton->setText(m_progress->isVisibleTo(this) ? tr("Sto&p counting") : tr("Count &models on each GPU"));
}

void HardwarePage::setByteUnit(ByteUnit unit) { m_hardware->setByteUnit(unit); }

void HardwarePage::retranslate() {
    m_searchLabel->setText(tr("S&earch"));
    nameClearButton(*m_search);
    nameControl(*m_search, withoutMnemonic(m_searchLabel->text()));
    m_verdictLabel->setText(tr("&Verdict"));
    nameControl(*m_verdict, withoutMnemonic(m_verdictLabel->text()));
    const std::array words{tr("Fits"), tr("Fits or tight"), tr("With system memory too"), tr("Any")};
    for (int i = 0; i < m_verdict->count(); ++i) {
        m_verdict->setItemText(i, words.at(static_cast<std::size_t>(i)));
    }
    m_several->setText(tr("Seve&ral cards"));
    m_several->setToolTip(tr("Two, four and eight of a kind"));
    m_cloud->setText(tr("&Cloud machines"));
    m_cloud->setToolTip(tr("With the system memory of the scenario: what theirs is, the catalogue does not say"));
    m_view->setAccessibleName(tr("GPUs found"));
    m_progress->setAccessibleName(tr("Models counted"));
    m_countButton->setToolTip(
        tr("How many models of the catalogue fit each GPU alone in a format of four bits or more; every model in every "
           "format on every GPU takes some seconds"));
    m_use->setText(tr("&Add to the comparison"));
    m_hardware->retranslate();
    updateTexts();
}

} // namespace vram::ui
