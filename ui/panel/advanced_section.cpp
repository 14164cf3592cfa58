// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/advanced_section.h"

#include "ui/access/spoken.h"
#include "ui/machine/machine_text.h"
#include "ui/panel/extras_section.h"
#include "ui/panel/field_row.h"
#include "ui/panel/kv_list.h"
#include "ui/panel/runtime_options.h"
#include "ui/panel/short_spin_box.h"
#include "ui/panel/training_options.h"
#include "ui/settings/settings.h"
#include "ui/text/shown_text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace vram::ui {
namespace {

constexpr char16_t kNoBreakSpace = u'\u00a0';

QDoubleSpinBox* makeSpin(const char* name, double most, int decimals) {
    auto* spin = new ShortSpinBox;
    spin->setObjectName(QString::fromLatin1(name));
    spin->setRange(0, most);
    spin->setDecimals(decimals);
    // A typed figure counts when it is complete: "64" is not 6 first.
    spin->setKeyboardTracking(false);
    guardWheel(spin);
    return spin;
}

void write(QDoubleSpinBox* spin, double value) {
    const QSignalBlocker quiet(spin);
    spin->setValue(value);
}

} // namespace

AdvancedSection::AdvancedSection(ScenarioStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_header(new QToolButton),
      m_body(new QWidget),
      m_keys(new KvList(store.catalog(), QStringLiteral("keyTypeList"))),
      m_values(new KvList(store.catalog(), QStringLiteral("valueTypeList"))),
      m_flash(new QComboBox),
      m_margin(makeSpin("marginBox", Settings::kMostMargin, 1)),
      m_ram(makeSpin("ramBox", Settings::kMostRam, 1)),
      m_training(new TrainingOptions(store, true)),
      m_options(new RuntimeOptions(store)),
      m_extras(new ExtrasSection(store)) {
    m_header->setObjectName(QStringLiteral("advancedButton"));
    m_header->setCheckable(true);
    m_header->setAutoRaise(true);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_flash->setObjectName(QStringLiteral("flashAttentionList"));
    guardWheel(m_flash);
    // The three states of RuntimeChoice::flashAttention.
    for (const QVariant& state : {QVariant(), QVariant(true), QVariant(false)}) {
        m_flash->addItem(QString(), state);
    }
    m_margin->setSuffix(QString(kNoBreakSpace) + u'%');
    m_ram->setSuffix(QString(kNoBreakSpace) + QStringLiteral("GiB"));
    m_ram->setSingleStep(8);

    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(kRowSpacing);
    m_rows = {new FieldRow(m_keys), new FieldRow(m_values), new FieldRow(m_flash), new FieldRow(m_margin),
              new FieldRow(m_ram)};
    body->addWidget(m_training);
    for (FieldRow* row : {m_rows.keys, m_rows.values, m_rows.flash, m_rows.margin, m_rows.ram}) {
        body->addWidget(row);
    }
    body->addWidget(m_options);
    body->addWidget(m_extras);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_header, 0, Qt::AlignLeft);
    layout->addWidget(m_body);
    connectControls();
    setOpen(false);
}

void AdvancedSection::connectControls() {
    connect(m_header, &QToolButton::toggled, this, [this](bool open) {
        setOpen(open);
        emit openChanged(open);
    });
    connect(m_keys, &KvList::typeChosen, this,
            [this](const std::string& id) { m_store.edit([&id](Scenario& scenario) { scenario.kvCache.k = id; }); });
    connect(m_values, &KvList::typeChosen, this,
            [this](const std::string& id) { m_store.edit([&id](Scenario& scenario) { scenario.kvCache.v = id; }); });
    connect(m_flash, &QComboBox::activated, this, [this](int index) {
        const QVariant state = m_flash->itemData(index);
        m_store.edit([&state](Scenario& scenario) {
            scenario.runtime.flashAttention = state.isValid() ? std::optional(state.toBool()) : std::nullopt;
        });
    });
    connect(m_margin, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        m_store.edit([percent](Scenario& scenario) { scenario.machine.marginPercent = percent; });
        emit marginChosen(percent);
    });
    connect(m_ram, &QDoubleSpinBox::valueChanged, this, [this](double gib) {
        m_store.edit([gib](Scenario& scenario) { scenario.machine.ramGib = gib; });
        emit ramChosen(gib);
    });
}

void AdvancedSection::setOpen(bool open) {
    const QSignalBlocker quiet(m_header);
    m_header->setChecked(open);
    const Qt::ArrowType closed = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    m_header->setArrowType(open ? Qt::DownArrow : closed);
    m_body->setVisible(open);
}

QWidget* AdvancedSection::lastControl() const { return m_extras->lastControl(); }

bool AdvancedSection::isOpen() const { return m_header->isChecked(); }

void AdvancedSection::setSnapshot(const Snapshot& snapshot) {
    write(m_margin, snapshot.scenario.machine.marginPercent);
    write(m_ram, snapshot.scenario.machine.ramGib);
    showRamSpeed(snapshot);
    m_training->setSnapshot(snapshot);
    const bool trains = snapshot.scenario.task != Task::Inference;
    if (m_trains != trains) {
        m_trains = trains;
        updateToolTip();
    }
    for (QWidget* part :
         {static_cast<QWidget*>(m_rows.keys), static_cast<QWidget*>(m_rows.values), static_cast<QWidget*>(m_rows.flash),
          static_cast<QWidget*>(m_options), static_cast<QWidget*>(m_extras)}) {
        part->setVisible(!trains);
    }
    if (trains) {
        return;
    }
    m_options->setSnapshot(snapshot);
    m_extras->setSnapshot(snapshot);
    if (!snapshot.resolved) {
        return;
    }
    const RuntimeProfile& runtime = *snapshot.resolved->runtime;
    m_keys->showType(runtime, snapshot.resolved->keyFormat.id);
    m_values->showType(runtime, snapshot.resolved->valueFormat.id);
    // The others choose their attention kernels themselves.
    m_rows.flash->setVisible(runtime.engine == Engine::LlamaCpp || runtime.engine == Engine::Transformers);
    const QSignalBlocker quiet(m_flash);
    const std::optional<bool> flash = snapshot.scenario.runtime.flashAttention;
    m_flash->setCurrentIndex(!flash ? 0 : *flash ? 1 : 2);
}

void AdvancedSection::showRamSpeed(const Snapshot& snapshot) {
    const std::optional<double> speed =
        snapshot.resolved ? snapshot.resolved->machine.ramGbPerSecond : std::optional<double>();
    const QString type = shownText(snapshot.scenario.machine.ramType);
    const QString rate = speed ? formatGbPerSecond(*speed) : QString();
    m_rows.ram->setHint(rate.isEmpty() || type.isEmpty() ? rate : QString(type + u" · " + rate));
}

void AdvancedSection::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LayoutDirectionChange) {
        setOpen(isOpen());
    }
    QWidget::changeEvent(event);
}

void AdvancedSection::updateToolTip() {
    m_header->setToolTip(m_trains ? tr("Method, attention and loss, offload, parallelism over several cards, safety "
                                       "margin, system memory")
                                  : tr("Key and value types, flash attention, safety margin, system memory, the "
                                       "runtime’s options, draft model, adapter"));
}

void AdvancedSection::retranslate() {
    m_header->setText(tr("&Advanced"));
    updateToolTip();
    m_rows.keys->setLabel(tr("Ke&ys"));
    m_keys->setToolTip(tr("Type of the cached keys"));
    nameControl(*m_keys, tr("Type of the cached keys"));
    m_rows.values->setLabel(tr("Val&ues"));
    m_values->setToolTip(tr("Type of the cached values"));
    nameControl(*m_values, tr("Type of the cached values"));
    m_rows.flash->setLabel(tr("Flash a&ttention"));
    m_flash->setToolTip(
        tr("Without it the attention scores are kept in memory, and the cached values cannot be quantized."));
    nameControl(*m_flash, tr("Flash attention"));
    m_flash->setItemText(0, tr("As the runtime does"));
    m_flash->setItemText(1, tr("On"));
    m_flash->setItemText(2, tr("Off"));
    m_rows.margin->setLabel(tr("Safety mar&gin"));
    m_margin->setToolTip(
        tr("Share of the usable memory that should stay free. What needs more than the rest is tight."));
    m_margin->setAccessibleName(tr("Safety margin (percent)"));
    m_rows.ram->setLabel(tr("System mem&ory"));
    m_ram->setToolTip(tr("RAM of the machine, for what does not fit on the card"));
    m_ram->setAccessibleName(tr("System memory (GiB)"));
    m_training->retranslate();
    m_options->retranslate();
    m_extras->retranslate();
    m_keys->retranslate();
    m_values->retranslate();
}

} // namespace vram::ui
