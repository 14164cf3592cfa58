// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/machine_cards.h"

#include "ui/cards/gpu_picker.h"
#include "ui/machine/assumed_badge.h"
#include "ui/panel/field_row.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/shown_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostOfAKind = 64;
constexpr int kColumns = 4; ///< count, name, free memory, button

/// "22.1 GiB free"; of several cards each, since each holds its own part.
QString freeText(const GpuChoice& card, const DetectedMachine* detected) {
    QStringList each;
    for (const DetectedGpu& gpu : detected != nullptr ? detected->gpus : std::vector<DetectedGpu>{}) {
        if (gpu.catalogName == card.name && gpu.free) {
            each += formatBytes(*gpu.free);
        }
    }
    //: memory of a card that no program uses at the moment
    return each.isEmpty() ? QString() : MachineCards::tr("%1 free now").arg(each.join(u", "_s));
}

} // namespace

MachineCards::MachineCards(OwnMachine& machine, QWidget* parent)
    : QWidget(parent),
      m_machine(machine),
      m_grid(new QGridLayout),
      m_none(new QLabel),
      m_choose(new QPushButton),
      m_badge(new AssumedBadge(m_choose)) {
    m_choose->setObjectName(u"chooseMachineCards"_s);
    m_choose->setAutoDefault(false);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    auto* below = new QHBoxLayout;
    below->addWidget(m_choose);
    below->addWidget(m_badge);
    below->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_none);
    layout->addLayout(m_grid);
    layout->addLayout(below);
    connect(m_choose, &QPushButton::clicked, this, &MachineCards::pick);
}

void MachineCards::pick() {
    auto* picker = new GpuPicker(m_machine.store().sharedCatalog(), together(m_machine.choice().gpus), this,
                                 GpuPicker::Purpose::Machine);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &QDialog::accepted, this, [this, picker] { m_machine.setCards(together(picker->choices())); });
    picker->open();
}

void MachineCards::addLine() {
    const auto at = m_lines.size();
    const auto row = static_cast<int>(at);
    const Line line{new QSpinBox, new QLabel, new QLabel, new QPushButton};
    line.count->setObjectName(u"cardCount%1"_s.arg(row));
    line.count->setRange(1, kMostOfAKind);
    line.count->setSuffix(u" ×"_s);
    line.count->setKeyboardTracking(false);
    guardWheel(line.count);
    line.name->setTextFormat(Qt::PlainText);
    line.free->setObjectName(u"freeMemory%1"_s.arg(row));
    line.remove->setObjectName(u"removeCard%1"_s.arg(row));
    line.remove->setAutoDefault(false);
    int column = 0;
    for (QWidget* part : {static_cast<QWidget*>(line.count), static_cast<QWidget*>(line.name),
                          static_cast<QWidget*>(line.free), static_cast<QWidget*>(line.remove)}) {
        m_grid->addWidget(part, row, column++);
    }
    QWidget* const before = m_lines.empty() ? nullptr : m_lines.back().remove;
    if (before != nullptr) {
        setTabOrder(before, line.count);
    }
    setTabOrder(line.count, line.remove);
    setTabOrder(line.remove, m_choose);
    connect(line.count, &QSpinBox::valueChanged, this, [this, at](int count) { setCount(at, count); });
    connect(line.remove, &QPushButton::clicked, this, [this, at] { remove(at); });
    m_lines.push_back(line);
}

void MachineCards::removeLines(std::size_t keep) {
    while (m_lines.size() > keep) {
        const Line line = m_lines.back();
        m_lines.pop_back();
        for (QWidget* part : {static_cast<QWidget*>(line.count), static_cast<QWidget*>(line.name),
                              static_cast<QWidget*>(line.free), static_cast<QWidget*>(line.remove)}) {
            if (part->hasFocus()) {
                m_choose->setFocus();
            }
            m_grid->removeWidget(part);
            part->hide();
            part->deleteLater(); // one of them may be the sender
        }
    }
}

void MachineCards::setCount(std::size_t line, std::int64_t count) {
    std::vector<GpuChoice> cards = m_machine.choice().gpus;
    if (line < cards.size()) {
        cards[line].count = count;
        m_machine.setCards(std::move(cards));
    }
}

void MachineCards::remove(std::size_t line) {
    std::vector<GpuChoice> cards = m_machine.choice().gpus;
    if (line < cards.size()) {
        cards.erase(cards.begin() + static_cast<std::ptrdiff_t>(line));
        m_machine.setCards(std::move(cards));
    }
}

void MachineCards::showMachine(const DetectedMachine* detected) {
    const std::vector<GpuChoice>& cards = m_machine.choice().gpus;
    removeLines(cards.size());
    while (m_lines.size() < cards.size()) {
        addLine();
    }
    m_none->setVisible(cards.empty());
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const Line& line = m_lines[i];
        const QSignalBlocker quiet(line.count);
        line.count->setMaximum(static_cast<int>(std::max<std::int64_t>(kMostOfAKind, cards[i].count)));
        line.count->setValue(static_cast<int>(cards[i].count));
        const QString name = rowLabel({cards[i].name, 1});
        line.name->setText(name);
        line.name->setToolTip(plainToolTip(shownText(cards[i].name)));
        line.free->setText(freeText(cards[i], detected));
        line.count->setToolTip(tr("How many of this card the machine has"));
        //: screen reader: %1 is a card
        line.count->setAccessibleName(tr("Number of %1").arg(name));
        line.remove->setText(tr("Remove"));
        line.remove->setToolTip(tr("Take this card out of the machine"));
        //: screen reader: %1 is a card
        line.remove->setAccessibleName(tr("Remove %1").arg(name));
    }
}

void MachineCards::setReason(const QString& reason) { m_badge->setReason(reason); }

void MachineCards::retranslate() {
    m_none->setText(tr("None: everything runs from system memory"));
    m_choose->setText(tr("Choose cards…"));
    m_choose->setToolTip(tr("Choose the cards of the machine from the list of all"));
}

} // namespace vram::ui
