// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/machine_dialog.h"

#include "ui/access/spoken.h"
#include "ui/machine/machine_cards.h"
#include "ui/machine/machine_detector.h"
#include "ui/machine/machine_fields.h"
#include "ui/machine/machine_text.h"
#include "ui/panel/field_row.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

MachineDialog::MachineDialog(OwnMachine& machine, MachineDetector* detector, QWidget* parent)
    : QDialog(parent),
      m_machine(machine),
      m_detector(detector),
      m_detect(new QPushButton),
      m_status(new QLabel),
      m_instanceLabel(new QLabel),
      m_instances(new QComboBox),
      m_cardsLabel(new QLabel),
      m_cards(new MachineCards(machine)),
      m_fields(new MachineFields(machine)),
      m_troubles(new QLabel),
      m_hint(new QLabel) {
    setObjectName(u"machineDialog"_s);
    build();
    connect(&m_machine.store(), &ScenarioStore::changed, this, &MachineDialog::showMachine);
    connect(m_instances, &QComboBox::activated, this, &MachineDialog::useInstance);
    connect(m_detect, &QPushButton::clicked, this, &MachineDialog::detect);
    if (m_detector != nullptr) {
        connect(m_detector, &MachineDetector::found, this, &MachineDialog::setFound);
    }
    retranslate();
    (m_detector != nullptr ? static_cast<QWidget*>(m_detect) : m_instances)->setFocus();
}

void MachineDialog::build() {
    m_detect->setObjectName(u"detectMachine"_s);
    m_detect->setAutoDefault(false);
    m_detect->setVisible(m_detector != nullptr);
    m_status->setObjectName(u"detectStatus"_s);
    m_instances->setObjectName(u"instanceList"_s);
    constexpr int kCharacters = 30;
    m_instances->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_instances->setMinimumContentsLength(kCharacters);
    guardWheel(m_instances);
    fillInstances();
    m_instanceLabel->setBuddy(m_instances);
    m_troubles->setObjectName(u"machineTroubles"_s);
    for (QLabel* sentences : {m_troubles, m_hint}) {
        sentences->setTextFormat(Qt::PlainText);
        sentences->setWordWrap(true);
    }
    m_troubles->hide();

    auto* find = new QHBoxLayout;
    find->setSpacing(10);
    find->addWidget(m_detect);
    find->addWidget(m_status, 1);
    auto* top = new QGridLayout;
    top->setHorizontalSpacing(10);
    top->setVerticalSpacing(8);
    top->addLayout(find, 0, 1);
    top->addWidget(m_troubles, 1, 1);
    top->addWidget(m_instanceLabel, 2, 0);
    top->addWidget(m_instances, 2, 1);
    top->addWidget(m_cardsLabel, 3, 0, Qt::AlignTop);
    top->addWidget(m_cards, 3, 1);
    top->setColumnStretch(1, 1);
    top->setObjectName(u"machineGrid"_s);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_fields);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    layout->addWidget(buttons);
    constexpr int kWidth = 560;
    setMinimumWidth(kWidth);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // Fusion's is black on black in the dark theme
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

void MachineDialog::fillInstances() {
    m_instances->addItem(QString(), -1);
    const std::vector<CloudInstance>& instances = m_machine.catalog().instances();
    for (std::size_t i = 0; i < instances.size(); ++i) {
        if (hasWholeCards(instances[i])) {
            m_instances->addItem(instanceLabel(instances[i]), static_cast<int>(i));
        }
    }
}

void MachineDialog::useInstance(int index) {
    const int which = m_instances->itemData(index).toInt();
    if (which < 0) {
        return;
    }
    const CloudInstance& instance = m_machine.catalog().instances().at(static_cast<std::size_t>(which));
    m_machine.setCards({{instance.gpu, instance.gpuCount}});
    // What was found is of this computer.
    m_found.reset();
    showMachine();
}

void MachineDialog::detect() {
    m_looking = true;
    showTroubles();
    m_detector->start();
}

void MachineDialog::setFound(const DetectedMachine& detected) {
    if (!m_looking) {
        return; // asked for by a dialog that was closed meanwhile
    }
    m_looking = false;
    m_found = detected;
    m_machine.take(detected);
    showMachine();
}

void MachineDialog::showMachine() {
    const int which = m_instances->currentData().toInt();
    if (which >= 0) {
        const CloudInstance& instance = m_machine.catalog().instances().at(static_cast<std::size_t>(which));
        const std::vector<GpuChoice> cards{{instance.gpu, instance.gpuCount}};
        m_instances->setCurrentIndex(m_machine.choice().gpus == cards ? m_instances->currentIndex() : 0);
    }
    m_cards->showMachine(m_found ? &*m_found : nullptr);
    const std::vector<Assumption> assumptions = m_machine.assumptions();
    const bool guessed = std::ranges::find(assumptions, Assumption::Cards) != assumptions.end();
    m_cards->setReason(guessed ? assumptionText(Assumption::Cards) : QString());
    m_fields->showMachine();
    showTroubles();
}

void MachineDialog::showTroubles() {
    QStringList sentences;
    if (m_found && !m_looking) {
        for (const MachineTrouble& trouble : m_found->troubles) {
            sentences += machineTroubleText(trouble);
        }
    }
    m_troubles->setText(sentences.join(u'\n'));
    m_troubles->setVisible(!sentences.isEmpty());
    m_detect->setEnabled(!m_looking);
    m_status->setText(m_looking  ? tr("Looking…")
                      : !m_found ? QString()
                      : m_found->troubles.empty()
                          ? tr("Found.")
                          : tr("Found, with %n remark(s):", nullptr, static_cast<int>(m_found->troubles.size())));
}

void MachineDialog::retranslate() {
    setWindowTitle(tr("My machine"));
    m_detect->setText(tr("Detect this machine"));
    m_detect->setToolTip(tr("Ask this computer for its cards, memory and processor"));
    m_instanceLabel->setText(tr("Cloud instance"));
    m_instances->setItemText(0, tr("Choose one…"));
    m_instances->setToolTip(tr("A machine of a cloud: takes over its cards"));
    nameControl(*m_instances, tr("Cloud instance"));
    m_cardsLabel->setText(tr("Cards"));
    m_hint->setText(tr("Changes take effect at once. The machine is a row of its own, the first one."));
    m_cards->retranslate();
    m_fields->retranslate();
    const int width =
        std::max({m_fields->labelWidth(), m_instanceLabel->sizeHint().width(), m_cardsLabel->sizeHint().width()});
    m_fields->setLabelWidth(width);
    if (auto* grid = findChild<QGridLayout*>(u"machineGrid"_s)) {
        grid->setColumnMinimumWidth(0, width);
    }
    showMachine();
}

void MachineDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace vram::ui
