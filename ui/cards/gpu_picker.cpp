// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/gpu_picker.h"

#include "ui/access/spoken.h"
#include "ui/cards/count_delegate.h"
#include "ui/cards/gpu_filter.h"
#include "ui/cards/gpu_table.h"
#include "ui/panel/figure_delegate.h"
#include "ui/panel/spaced_delegate.h"
#include "ui/store/row_machine.h"
#include "ui/store/scenario_store.h"
#include "ui/text/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace vram::ui {
namespace {

constexpr std::array kVendors{Vendor::Nvidia, Vendor::Amd, Vendor::Intel, Vendor::Apple, Vendor::Other};
constexpr std::array kClasses{GpuClass::Consumer, GpuClass::Laptop, GpuClass::Workstation, GpuClass::Datacenter,
                              GpuClass::Soc};
constexpr std::array kMemories{8, 12, 16, 24, 32, 48, 64, 80, 96, 128, 192}; ///< GiB

/// The value behind the chosen entry; the first entry of a filter means "any".
template <typename T>
std::optional<T> chosen(const QComboBox& list) {
    const QVariant value = list.currentData();
    return value.isValid() ? std::optional(static_cast<T>(value.toInt())) : std::nullopt;
}

QComboBox* makeList(const char* name) {
    auto* list = new QComboBox;
    list->setObjectName(QString::fromLatin1(name));
    list->addItem(QString());
    return list;
}

} // namespace

GpuPicker::GpuPicker(std::shared_ptr<const Catalog> catalog, const std::vector<GpuChoice>& chosenCards, QWidget* parent,
                     Purpose purpose)
    : QDialog(parent),
      m_purpose(purpose),
      m_table(new GpuTable(std::move(catalog), this)),
      m_filter(new GpuFilter(this)),
      m_view(new QTableView),
      m_filters{new QLineEdit,
                makeList("vendorFilter"),
                makeList("classFilter"),
                makeList("memoryFilter"),
                new QCheckBox,
                new QCheckBox,
                new QCheckBox},
      m_nothing(new QFrame),
      m_nothingText(new QLabel),
      m_showAll(new QPushButton),
      m_summary(new QLabel),
      m_buttons(
          new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults)) {
    setObjectName(QStringLiteral("gpuPicker"));
    build();
    connectFilters();
    m_table->setChoices(chosenCards);
    m_filters.cpu->setChecked(std::ranges::any_of(chosenCards, &isCpuRow));
    m_filters.machine->setChecked(std::ranges::any_of(chosenCards, &isMachineRow));
    m_filters.machine->setVisible(m_filters.machine->isChecked());
    // What is chosen stands at the top; behind it the newest cards first.
    m_view->sortByColumn(GpuTable::Count, Qt::DescendingOrder);
    retranslate();
    resize(760, 560);
    m_filters.search->setFocus();
}

void GpuPicker::build() {
    m_filters.search->setObjectName(QStringLiteral("gpuSearch"));
    m_filters.search->setClearButtonEnabled(true);
    for (const Vendor vendor : kVendors) {
        m_filters.vendor->addItem(QString(), static_cast<int>(vendor));
    }
    for (const GpuClass gpuClass : kClasses) {
        m_filters.gpuClass->addItem(QString(), static_cast<int>(gpuClass));
    }
    for (const int gib : kMemories) {
        m_filters.memory->addItem(QString(), gib);
    }

    m_filters.cpu->setObjectName(QStringLiteral("cpuRow"));
    m_filters.machine->setObjectName(QStringLiteral("machineRow"));
    m_nothing->setObjectName(QStringLiteral("noCardFound"));
    m_nothing->setFrameShape(QFrame::StyledPanel);
    m_nothingText->setAlignment(Qt::AlignCenter);
    m_nothingText->setWordWrap(true);
    m_nothingText->setTextFormat(Qt::PlainText);
    m_showAll->setObjectName(QStringLiteral("clearSearch"));
    auto* nothing = new QVBoxLayout(m_nothing);
    nothing->addStretch(1);
    nothing->addWidget(m_nothingText);
    nothing->addWidget(m_showAll, 0, Qt::AlignHCenter);
    nothing->addStretch(1);
    m_nothing->hide();
    m_filter->setSourceModel(m_table);
    m_view->setObjectName(QStringLiteral("gpuView"));
    m_view->setModel(m_filter);
    m_view->setItemDelegateForColumn(GpuTable::Count, new CountDelegate(m_view));
    m_view->setItemDelegateForColumn(GpuTable::Memory, new FigureDelegate(m_view));
    m_view->setItemDelegateForColumn(GpuTable::Vendor, new SpacedDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                            QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false); // Tab leaves the list; arrows move within
    m_view->setWordWrap(false);
    m_view->setSortingEnabled(true);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(GpuTable::Name, QHeaderView::Stretch);

    auto* filters = new QHBoxLayout;
    filters->addWidget(m_filters.search, 1);
    filters->addWidget(m_filters.vendor);
    filters->addWidget(m_filters.gpuClass);
    filters->addWidget(m_filters.memory);
    auto* state = new QHBoxLayout;
    state->addWidget(m_filters.onlyChecked);
    state->addSpacing(12);
    state->addWidget(m_filters.cpu);
    state->addSpacing(12);
    state->addWidget(m_filters.machine);
    state->addStretch(1);
    state->addWidget(m_summary);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(filters);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_nothing, 1);
    layout->addLayout(state);
    layout->addWidget(m_buttons);
    // The box of buttons alone would leave OK and Cancel out of the way that Tab goes.
    setTabOrder(m_filters.onlyChecked, m_filters.cpu);
    QWidget* before = m_filters.machine;
    setTabOrder(m_filters.cpu, before);
    if (m_purpose == Purpose::Machine) {
        m_filters.cpu->hide();
        m_buttons->button(QDialogButtonBox::RestoreDefaults)->hide();
    }
    for (const auto which : {QDialogButtonBox::RestoreDefaults, QDialogButtonBox::Ok, QDialogButtonBox::Cancel}) {
        QPushButton* const button = m_buttons->button(which);
        setTabOrder(before, button);
        before = button;
    }
}

void GpuPicker::connectFilters() {
    connect(m_filters.search, &QLineEdit::textChanged, m_filter, &WordFilter::setSearch);
    connect(m_filters.search, &QLineEdit::returnPressed, this, &GpuPicker::toggleFound);
    connect(m_filters.vendor, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setVendor(chosen<Vendor>(*m_filters.vendor)); });
    connect(m_filters.gpuClass, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setGpuClass(chosen<GpuClass>(*m_filters.gpuClass)); });
    connect(m_filters.memory, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setLeastMemory(kGiB * chosen<std::int64_t>(*m_filters.memory).value_or(0)); });
    connect(m_filters.onlyChecked, &QCheckBox::toggled, m_filter, &GpuFilter::setOnlyChecked);
    for (QComboBox* list : {m_filters.vendor, m_filters.gpuClass, m_filters.memory}) {
        connect(list, &QComboBox::currentIndexChanged, this, &GpuPicker::updateHits);
    }
    connect(m_filters.search, &QLineEdit::textChanged, this, &GpuPicker::updateHits);
    connect(m_filters.onlyChecked, &QCheckBox::toggled, this, &GpuPicker::updateHits);
    connect(m_showAll, &QPushButton::clicked, this, &GpuPicker::clearFilters);
    connect(m_filters.cpu, &QCheckBox::toggled, this, &GpuPicker::updateSummary);
    connect(m_filters.machine, &QCheckBox::toggled, this, &GpuPicker::updateSummary);
    connect(m_table, &GpuTable::choicesChanged, this, &GpuPicker::updateSummary);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        m_filters.cpu->setChecked(false);
        m_table->setChoices(ScenarioStore::defaultRows());
    });
    m_showAll->setAutoDefault(false);
    // Enter belongs to the search field; the default button would close the dialog under it.
    for (QAbstractButton* button : m_buttons->buttons()) {
        qobject_cast<QPushButton*>(button)->setAutoDefault(false);
        button->setIcon({}); // Fusion's are black on black in the dark theme
    }
}

std::vector<GpuChoice> GpuPicker::choices() const {
    std::vector<GpuChoice> chosen = m_table->choices();
    if (m_purpose == Purpose::Machine) {
        return chosen;
    }
    if (m_filters.machine->isChecked()) {
        chosen.insert(chosen.begin(), {std::string(kMachineRow), 1});
    }
    if (m_filters.cpu->isChecked()) {
        chosen.push_back({std::string(kCpuRow), 1});
    }
    return chosen;
}

void GpuPicker::offerMachine() { m_filters.machine->show(); }

void GpuPicker::updateHits() {
    const bool nothing = m_filter->rowCount() == 0;
    const QString words = m_filters.search->text().trimmed().left(40);
    m_nothingText->setText(words.isEmpty() ? tr("No card matches these filters.")
                                           : tr("No card matches “%1” and these filters.").arg(words));
    m_nothing->setVisible(nothing);
    m_view->setVisible(!nothing);
}

void GpuPicker::clearFilters() {
    for (QComboBox* list : {m_filters.vendor, m_filters.gpuClass, m_filters.memory}) {
        list->setCurrentIndex(0);
    }
    m_filters.onlyChecked->setChecked(false);
    m_filters.search->clear();
    m_filters.search->setFocus();
}

void GpuPicker::toggleFound() {
    if (m_filter->rowCount() == 1) {
        const QModelIndex found = m_filter->index(0, GpuTable::Name);
        const bool checked = found.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_filter->setData(found, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        m_filters.search->selectAll();
    } else if (m_filter->rowCount() > 1) {
        m_view->setFocus();
        m_view->selectRow(0);
    }
}

void GpuPicker::updateSummary() {
    const std::vector<GpuChoice> chosenCards = choices();
    if (m_purpose == Purpose::Machine) {
        std::int64_t cards = 0;
        for (const GpuChoice& each : chosenCards) {
            cards += each.count;
        }
        m_summary->setText(tr("%n card(s) in the machine", nullptr, static_cast<int>(cards)));
        return;
    }
    const auto bars = static_cast<int>(chosenCards.size());
    m_summary->setText(bars == 0 ? tr("Choose at least one card.") : tr("%n bar(s) chosen", nullptr, bars));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(bars > 0);
}

void GpuPicker::retranslate() {
    setWindowTitle(m_purpose == Purpose::Rows ? tr("Cards to compare") : tr("Cards of my machine"));
    nameClearButton(*m_filters.search);
    m_filters.search->setPlaceholderText(tr("Search cards, such as “rtx 16gb”"));
    m_filters.search->setAccessibleName(tr("Search cards"));
    m_filters.vendor->setItemText(0, tr("All vendors"));
    nameControl(*m_filters.vendor, tr("Vendor"));
    m_filters.gpuClass->setItemText(0, tr("All classes"));
    nameControl(*m_filters.gpuClass, tr("Class"));
    m_filters.memory->setItemText(0, tr("Any memory"));
    nameControl(*m_filters.memory, tr("Memory"));
    for (std::size_t i = 0; i < kVendors.size(); ++i) {
        m_filters.vendor->setItemText(static_cast<int>(i) + 1, vendorLabel(kVendors[i]));
    }
    for (std::size_t i = 0; i < kClasses.size(); ++i) {
        m_filters.gpuClass->setItemText(static_cast<int>(i) + 1, gpuClassLabel(kClasses[i]));
    }
    for (std::size_t i = 0; i < kMemories.size(); ++i) {
        m_filters.memory->setItemText(static_cast<int>(i) + 1, tr("%1 or more").arg(formatSold(kGiB * kMemories[i])));
    }
    m_filters.onlyChecked->setText(tr("Only chosen cards"));
    m_filters.cpu->setText(tr("Without a card"));
    m_filters.cpu->setToolTip(tr("One more bar: everything runs from system memory"));
    m_filters.machine->setText(tr("My machine"));
    m_filters.machine->setToolTip(tr("One more bar: all cards of your own machine together"));
    m_showAll->setText(tr("Show all cards"));
    updateHits();
    m_view->setAccessibleName(tr("Cards"));
    m_table->retranslate();
    updateSummary();
}

void GpuPicker::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void GpuPicker::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QDialog::keyPressEvent(event);
    } else if (auto* button = qobject_cast<QPushButton*>(focusWidget())) {
        button->click();
    }
}

} // namespace vram::ui
