// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/card_bar.h"

#include "ui/access/spoken.h"
#include "ui/band/flow_layout.h"
#include "ui/cards/gpu_picker.h"
#include "ui/cards/scenario_picker.h"
#include "ui/cards/value_picker.h"
#include "ui/panel/field_row.h"
#include "ui/store/row_order.h"
#include "ui/text/axis_text.h"
#include "ui/text/shown_text.h"
#include "ui/theme/theme.h"
#include "ui/window/feature.h"
#include "ui/window/scenario_document.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace vram::ui {
namespace {

constexpr int kGap = 8;

QToolButton* makeButton(const char* name, bool checkable) {
    auto* button = new QToolButton;
    button->setObjectName(QString::fromLatin1(name));
    button->setCheckable(checkable);
    return button;
}

/// What `view.sort` says when the order is chosen from the list: the more useful direction.
QString sortOf(const RowOrder& order) {
    const QString id = QString::fromUtf8(order.id.data(), static_cast<qsizetype>(order.id.size()));
    return order.descendingFirst ? QLatin1Char('-') + id : id;
}

/// Widgets that stay side by side where the bar has several lines.
QWidget* makeGroup(std::initializer_list<QWidget*> parts, int spacing) {
    auto* const group = new QWidget;
    auto* const layout = new QHBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    for (QWidget* part : parts) {
        layout->addWidget(part);
    }
    return group;
}

/// The buttons as one control: no gap between them, one of them down.
QWidget* makeSwitch(std::initializer_list<QToolButton*> buttons) {
    QWidget* const parts = makeGroup({}, 0);
    auto* const group = new QButtonGroup(parts);
    for (QToolButton* part : buttons) {
        parts->layout()->addWidget(part);
        group->addButton(part);
        part->setAutoExclusive(true); // said as one of several, not as a check box
    }
    (*buttons.begin())->setChecked(true);
    return parts;
}

} // namespace

CardBar::CardBar(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_title(new QLabel),
      m_axis(new QComboBox),
      m_count(new QLabel),
      m_bars(makeButton("barsView", true)),
      m_table(makeButton("tableView", true)),
      m_lines(makeButton("linesView", true)),
      m_add(makeButton("addCards", false)),
      m_machine(makeButton("machineButton", false)),
      m_assumed(makeButton("assumedValues", false)),
      m_showAll(makeButton("showAll", false)),
      m_amount(makeButton("amountScale", true)),
      m_share(makeButton("shareScale", true)),
      m_sort(new QComboBox) {
    build();
    connect(&m_store, &ScenarioStore::changed, this, &CardBar::setSnapshot);
    connect(m_add, &QToolButton::clicked, this, &CardBar::pick);
    connect(m_machine, &QToolButton::clicked, this, &CardBar::machineRequested);
    connect(m_assumed, &QToolButton::clicked, this, &CardBar::machineRequested);
    connect(m_showAll, &QToolButton::clicked, this, [this] { m_store.setVerdictFilter(std::nullopt); });
    for (const auto& [button, view] : {std::pair{m_bars, ViewKind::Bars}, std::pair{m_table, ViewKind::Table},
                                       std::pair{m_lines, ViewKind::Lines}}) {
        connect(button, &QToolButton::toggled, this, [this, view = view](bool chosen) {
            if (chosen) {
                setView(view);
                emit viewChosen(view);
            }
        });
    }
    connect(m_share, &QToolButton::toggled, this, [this](bool share) {
        m_store.edit([share](Scenario& scenario) { scenario.view.shareScale = share; });
        emit scaleChosen(share);
    });
    connect(m_axis, &QComboBox::activated, this,
            [this](int index) { chooseAxis(m_axis->itemData(index).toString().toStdString()); });
    connect(m_sort, &QComboBox::activated, this, [this](int index) {
        const QString id = m_sort->itemData(index).toString();
        m_store.edit([&id](Scenario& scenario) { scenario.view.sort = id.toStdString(); });
        emit sortChosen(id);
    });
    retranslate();
}

void CardBar::build() {
    m_axis->setObjectName(QStringLiteral("axisList"));
    m_sort->setObjectName(QStringLiteral("sortList"));
    for (QComboBox* list : {m_axis, m_sort}) {
        list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        guardWheel(list);
    }
    for (const std::string_view axis : kAxisIds) {
        m_axis->addItem(QString(), QString::fromUtf8(axis.data(), static_cast<qsizetype>(axis.size())));
    }
    m_title->setBuddy(m_axis);
    m_assumed->setAutoRaise(true);
    m_assumed->hide();

    // As many lines as it takes: a window on an enlarged screen is narrow.
    auto* const flow = new FlowLayout;
    flow->setSpacing(kGap);
    flow->addWidget(makeSwitch({m_bars, m_table, m_lines}));
    flow->addWidget(makeGroup({m_title, m_axis, m_count}, kGap));
    for (QWidget* button : {m_add, m_machine, m_assumed, m_showAll}) {
        flow->addWidget(button);
    }
    flow->beginRest(0);
    QWidget* const order = makeGroup({makeSwitch({m_amount, m_share}), m_sort}, kGap);
    static_cast<QHBoxLayout*>(order->layout())->insertStretch(0);
    flow->addWidget(order);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addLayout(flow);
    // Not Preferred: the lines are as high as they are.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void CardBar::fillSort(bool values) {
    m_sort->clear();
    for (const RowOrder& order : rowOrders()) {
        if (!(values && order.ofCard)) {
            m_sort->addItem(QCoreApplication::translate("RowOrder", order.label), sortOf(order));
        }
    }
}

void CardBar::setByteUnit(ByteUnit unit) {
    m_unit = unit;
    retranslate();
}

void CardBar::setView(ViewKind view) {
    const QSignalBlocker quietBars(m_bars);
    const QSignalBlocker quietTable(m_table);
    const QSignalBlocker quietLines(m_lines);
    (view == ViewKind::Bars ? m_bars : view == ViewKind::Table ? m_table : m_lines)->setChecked(true);
    // A scale is the bars' alone.
    m_amount->setVisible(view == ViewKind::Bars);
    m_share->setVisible(view == ViewKind::Bars);
    recolour();
}

void CardBar::pick() {
    const std::string& axis = m_store.scenario().view.axis;
    if (axis == kGpuAxis) {
        pickCards();
    } else if (!raisePicker()) {
        axis == kScenarioAxis ? pickScenarios() : pickValues();
    }
}

bool CardBar::raisePicker() {
    if (!m_picker) {
        return false;
    }
    m_picker->raise();
    m_picker->activateWindow();
    return true;
}

void CardBar::pickCards() {
    if (raisePicker()) {
        return;
    }
    auto* const picker = new GpuPicker(m_store.sharedCatalog(), m_store.shownChoices(), this);
    if (!m_store.scenario().machine.gpus.empty()) {
        picker->offerMachine();
    }
    connect(picker, &QDialog::accepted, this, [this, picker] {
        const std::vector<GpuChoice> rows = picker->choices();
        const ViewChoice& view = m_store.scenario().view;
        m_values[view.axis] = view.values;
        m_store.edit([&rows](Scenario& scenario) {
            scenario.view.axis = kGpuAxis;
            scenario.view.values.clear();
            scenario.view.rows = rows;
        });
        emit rowsChosen(rows);
    });
    openPicker(picker);
}

void CardBar::openPicker(QDialog* picker) {
    m_picker = picker;
    picker->setAttribute(Qt::WA_DeleteOnClose);
    fitToScreen(*picker);
    picker->open();
}

void CardBar::pickValues() {
    auto* const picker =
        new ValuePicker(m_store.sharedCatalog(), m_store.scenario(), m_store.axisQuestion().model, this);
    const std::string axis = m_store.scenario().view.axis;
    connect(picker, &QDialog::accepted, this, [this, picker, axis] {
        const std::vector<std::string> values = picker->values();
        m_store.edit([&](Scenario& scenario) {
            scenario.view.axis = axis;
            scenario.view.values = values;
        });
    });
    openPicker(picker);
}

void CardBar::pickScenarios() {
    auto* const picker = new ScenarioPicker(
        m_store.snapshot(), [this](const QString& path) { return readOrdinaryFile(path, m_store.sharedCatalog()); },
        this);
    connect(picker, &QDialog::accepted, this, [this, picker] {
        m_store.edit([picker](Scenario& scenario) {
            scenario.view.axis = kScenarioAxis;
            scenario.view.scenarios = picker->scenarios();
            scenario.view.values = picker->values();
        });
    });
    openPicker(picker);
}

void CardBar::chooseAxis(const std::string& axis) {
    const ViewChoice& view = m_store.scenario().view;
    m_values[view.axis] = view.values;
    m_store.edit([&](Scenario& scenario) {
        scenario.view.axis = axis;
        scenario.view.values = m_values[axis];
        const AxisQuestion question{scenario, m_store.catalog(), nullptr};
        std::erase_if(scenario.view.values, [&](const std::string& value) { // of what has gone since
            return !findAxis(axis)->parse(value, question);
        });
    });
}

void CardBar::nameAdd() {
    m_named = m_store.scenario().view.axis;
    m_add->setAccessibleName(comparesCards(m_store.scenario()) ? tr("Add cards") : axisChoiceTitle(m_named));
    m_add->setToolTip(comparesCards(m_store.scenario()) ? tr("Choose the cards to compare") : axisChoiceTitle(m_named));
}

void CardBar::setAssumptions(const QStringList& sentences) {
    m_assumed->setVisible(!sentences.isEmpty());
    const QString all = sentences.join(u'\n');
    m_assumed->setToolTip(all.isEmpty() ? QString() : plainToolTip(tr("Assumed of my machine:") + u'\n' + all));
    m_assumed->setAccessibleDescription(all);
}

void CardBar::setSnapshot(const Snapshot& snapshot) {
    const auto all = static_cast<int>(m_store.allRows().size());
    const bool filtered = m_store.verdictFilter().has_value();
    m_count->setText(filtered ? tr("%1 of %n", nullptr, all).arg(snapshot.rows.size()) : tr("%n row(s)", nullptr, all));
    m_showAll->setVisible(filtered);
    const bool values = !comparesCards(snapshot.scenario);
    m_axis->setCurrentIndex(std::max(m_axis->findData(QString::fromStdString(snapshot.scenario.view.axis)), 0));
    if (m_named != snapshot.scenario.view.axis) {
        nameAdd();
    }
    const QSignalBlocker quietShare(m_share);
    const QSignalBlocker quietAmount(m_amount);
    const QSignalBlocker quietSort(m_sort);
    m_share->setChecked(snapshot.scenario.view.shareScale);
    m_amount->setChecked(!snapshot.scenario.view.shareScale);
    recolour();
    if (values != m_sortsValues || m_sort->count() == 0) {
        m_sortsValues = values;
        fillSort(values);
    }
    const RowOrder* order = findRowOrder(snapshot.scenario.view.sort);
    m_sort->setCurrentIndex(order != nullptr ? std::max(m_sort->findData(sortOf(*order)), 0) : 0);
}

void CardBar::recolour() {
    // Fusion's own mark of a pressed button is hardly visible on a dark ground.
    const QPalette general = palette();
    QPalette chosen = general;
    chosen.setColor(QPalette::Button, general.color(QPalette::Highlight));
    chosen.setColor(QPalette::ButtonText, general.color(QPalette::HighlightedText));
    QPalette warning = general;
    warning.setColor(QPalette::ButtonText, verdictColour(Verdict::Tight, isDark(general)));
    if (m_assumed->palette() != warning) {
        m_assumed->setPalette(warning);
    }
    for (QToolButton* half : {m_bars, m_table, m_lines, m_amount, m_share}) {
        const QPalette& wanted = half->isChecked() ? chosen : general;
        if (half->palette() != wanted) {
            half->setPalette(wanted);
        }
    }
}

void CardBar::retranslate() {
    m_bars->setText(tr("Bars"));
    m_bars->setToolTip(tr("Compare the rows as bars"));
    m_table->setText(tr("Table"));
    m_table->setToolTip(tr("Compare the rows as a table; a click on a header sorts"));
    m_lines->setText(tr("Lines"));
    m_lines->setToolTip(tr("The chosen row's need over the context or the sequences, with what each row has"));
    //: before the list of what the rows are of
    m_title->setText(tr("Compare by"));
    for (std::size_t i = 0; i < kAxisIds.size(); ++i) {
        m_axis->setItemText(static_cast<int>(i), axisName(kAxisIds.at(i)));
    }
    m_axis->setToolTip(tr("What the rows are of: cards for one question, or weights, contexts, runtimes, models and "
                          "more on one card"));
    nameControl(*m_axis, tr("Compare by"));
    m_add->setText(tr("+ Add…"));
    nameAdd();
    m_machine->setText(tr("Machine…"));
    m_machine->setToolTip(tr("My machine: its cards, memory and links, as a row of its own"));
    //: badge: some values of the user's own machine were neither found nor typed
    m_assumed->setText(tr("assumed values"));
    m_showAll->setText(tr("Show all"));
    m_showAll->setToolTip(tr("Show the rows of every verdict again"));
    m_amount->setText(m_unit == ByteUnit::GiB ? QStringLiteral("GiB") : QStringLiteral("GB"));
    m_amount->setToolTip(tr("Bars on one common axis of bytes"));
    m_share->setText(tr("Share"));
    m_share->setToolTip(tr("Each bar as a share of what its own card can use; the limit is at 100 %"));
    //: screen reader: the switch of the bars' scale; %1 is the text of one half
    const QString scale = tr("Scale: %1");
    m_amount->setAccessibleName(scale.arg(m_amount->text()));
    m_share->setAccessibleName(scale.arg(m_share->text()));
    m_sort->setToolTip(tr("Order of the rows"));
    nameControl(*m_sort, tr("Order of the rows"));
    {
        const QSignalBlocker quiet(m_sort);
        fillSort(m_sortsValues);
    }
    setSnapshot(m_store.snapshot());
}

void CardBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
    QWidget::changeEvent(event);
}

} // namespace vram::ui
