// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/machine_fields.h"

#include "core/hardware/memory_bandwidth.h"
#include "core/speed/speed_constants.h"
#include "ui/access/spoken.h"
#include "ui/machine/assumed_badge.h"
#include "ui/machine/machine_text.h"
#include "ui/panel/field_row.h"
#include "ui/panel/short_spin_box.h"
#include "ui/text/format.h"
#include "ui/text/shown_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

enum Row : std::size_t { Ram, Type, Channels, Speed, Link, Cores, Disk, Desktop };

/// The row that shows what is assumed; the cards have their own place.
struct Place {
    Assumption assumption;
    Row row;
};
constexpr std::array kPlaces{Place{Assumption::Ram, Ram},           Place{Assumption::RamSpeed, Speed},
                             Place{Assumption::Channels, Channels}, Place{Assumption::Pcie, Link},
                             Place{Assumption::Cores, Cores},       Place{Assumption::Disk, Disk},
                             Place{Assumption::Desktop, Desktop}};

constexpr std::array kChannels{1, 2, 4, 8, 12};
constexpr std::array kGenerations{u"3.0", u"4.0", u"5.0", u"6.0"};
constexpr std::array kLanes{1, 2, 4, 8, 16};
constexpr int kUsualLanes = 16;

QDoubleSpinBox* makeSpin(const QString& name, double most, int decimals, QStringView unit) {
    auto* spin = new ShortSpinBox;
    spin->setObjectName(name);
    spin->setRange(0, most);
    spin->setDecimals(decimals);
    spin->setKeyboardTracking(false);
    spin->setSuffix(u'\u00A0' + unit.toString());
    guardWheel(spin);
    return spin;
}

QComboBox* makeList(const QString& name) {
    auto* list = new QComboBox;
    list->setObjectName(name);
    guardWheel(list);
    return list;
}

void write(QDoubleSpinBox* spin, double value) {
    const QSignalBlocker quiet(spin);
    spin->setValue(value);
}

/// Chooses the entry; one that the list does not have is added to it.
void choose(QComboBox* list, const QVariant& value, const QString& text) {
    const QSignalBlocker quiet(list);
    int index = list->findData(value);
    if (index < 0) {
        list->addItem(text, value);
        index = list->count() - 1;
    }
    list->setCurrentIndex(index);
}

/// 0 stands for "not known".
std::optional<double> knownRate(double rate, double least) {
    return rate > 0 ? std::optional(std::max(rate, least)) : std::nullopt;
}

} // namespace

MachineFields::MachineFields(OwnMachine& machine, QWidget* parent)
    : QWidget(parent),
      m_machine(machine),
      m_grid(new QGridLayout(this)),
      m_ram(makeSpin(u"machineRam"_s, Settings::kMostRam, 1, u"GiB")),
      m_type(makeList(u"ramType"_s)),
      m_channels(makeList(u"ramChannels"_s)),
      m_speed(makeSpin(u"ramSpeed"_s, Settings::kMostRate, 1, u"GB/s")),
      m_generation(makeList(u"pcieGeneration"_s)),
      m_lanes(makeList(u"pcieLanes"_s)),
      m_cores(new QSpinBox),
      m_disk(makeSpin(u"diskSpeed"_s, Settings::kMostRate, 3, u"GB/s")),
      m_desktop(new QLabel) {
    build();
    connectControls();
}

void MachineFields::build() {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(8);
    m_ram->setSingleStep(8);
    m_speed->setMinimum(Settings::kLeastRate);
    m_cores->setObjectName(u"cpuCores"_s);
    m_cores->setRange(0, static_cast<int>(Settings::kMostCores));
    m_cores->setKeyboardTracking(false);
    guardWheel(m_cores);
    m_desktop->setObjectName(u"desktopShare"_s);
    m_type->addItem(QString(), QString());
    fillTypes();
    m_channels->addItem(QString(), 0);
    for (const int channels : kChannels) {
        m_channels->addItem(QString::number(channels), channels);
    }
    m_generation->addItem(QString(), QString());
    for (const char16_t* generation : kGenerations) {
        const QString text = QString::fromUtf16(generation);
        m_generation->addItem(u"PCIe "_s + text, text);
    }
    for (const int lanes : kLanes) {
        m_lanes->addItem(u"×"_s + QString::number(lanes), lanes);
    }
    addRow(Ram, m_ram);
    addRow(Type, m_type);
    addRow(Channels, m_channels);
    addRow(Speed, m_speed);
    addRow(Link, m_generation, m_lanes);
    addRow(Cores, m_cores);
    addRow(Disk, m_disk);
    addRow(Desktop, m_desktop);
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(2, 1);
}

void MachineFields::addRow(std::size_t row, QWidget* first, QWidget* second) {
    const auto line = static_cast<int>(row);
    m_labels[row] = new QLabel;
    m_labels[row]->setBuddy(first);
    m_badges[row] = new AssumedBadge(first);
    m_grid->addWidget(m_labels[row], line, 0);
    m_grid->addWidget(first, line, 1, 1, second == nullptr ? 2 : 1);
    if (second != nullptr) {
        m_grid->addWidget(second, line, 2);
    }
    m_grid->addWidget(m_badges[row], line, 3, Qt::AlignLeft | Qt::AlignVCenter);
}

void MachineFields::fillTypes() {
    for (const UsualMemory& memory : usualMemories()) {
        const QString type = QString::fromUtf8(memory.type.data(), static_cast<qsizetype>(memory.type.size()));
        if (m_type->findData(type) < 0) {
            m_type->addItem(type, type);
        }
    }
}

void MachineFields::connectControls() {
    connect(m_ram, &QDoubleSpinBox::valueChanged, this,
            [this](double gib) { m_machine.edit([gib](MachineChoice& machine) { machine.ramGib = gib; }); });
    connect(m_type, &QComboBox::activated, this, [this](int index) {
        m_machine.edit([type = m_type->itemData(index).toString().toStdString()](MachineChoice& machine) {
            machine.ramType = type;
            machine.ramGbPerSecond.reset(); // what the type gives
        });
    });
    connect(m_channels, &QComboBox::activated, this, [this](int index) {
        m_machine.edit([channels = m_channels->itemData(index).toInt()](MachineChoice& machine) {
            machine.ramChannels = channels > 0 ? std::optional<std::int64_t>(channels) : std::nullopt;
            machine.ramGbPerSecond.reset();
        });
    });
    connect(m_speed, &QDoubleSpinBox::valueChanged, this,
            [this](double rate) { m_machine.edit([rate](MachineChoice& machine) { machine.ramGbPerSecond = rate; }); });
    connect(m_generation, &QComboBox::activated, this, &MachineFields::takeLink);
    connect(m_lanes, &QComboBox::activated, this, &MachineFields::takeLink);
    connect(m_cores, &QSpinBox::valueChanged, this, [this](int cores) {
        m_machine.edit([cores](MachineChoice& machine) {
            machine.cpuCores = cores > 0 ? std::optional<std::int64_t>(cores) : std::nullopt;
        });
    });
    connect(m_disk, &QDoubleSpinBox::valueChanged, this, [this](double rate) {
        m_machine.edit(
            [rate](MachineChoice& machine) { machine.diskGbPerSecond = knownRate(rate, Settings::kLeastDiskRate); });
    });
}

void MachineFields::takeLink() {
    const QString generation = m_generation->currentData().toString();
    const bool split = std::ranges::any_of(
        kGenerations, [&generation](const char16_t* each) { return generation == QStringView(each); });
    const QString link = split ? QString(generation + u'x' + m_lanes->currentData().toString()) : generation;
    m_machine.edit([&link](MachineChoice& machine) { machine.pcie = link.toStdString(); });
}

void MachineFields::showLink(const std::string& pcie) {
    static const QRegularExpression kLink(u"^(\\d\\.\\d)x(\\d+)$"_s);
    const QString text = QString::fromStdString(pcie);
    const QRegularExpressionMatch match = kLink.match(text);
    if (match.hasMatch()) {
        choose(m_generation, match.captured(1), u"PCIe "_s + match.captured(1));
        choose(m_lanes, match.captured(2).toInt(), u"×"_s + match.captured(2));
    } else {
        choose(m_generation, text, shownText(text)); // "SXM5", or the card's own
        choose(m_lanes, kUsualLanes, {});
    }
    m_lanes->setEnabled(match.hasMatch());
}

void MachineFields::showMachine() {
    const MachineChoice& machine = m_machine.choice();
    write(m_ram, machine.ramGib);
    const QString type = QString::fromStdString(machine.ramType);
    choose(m_type, type, shownText(type));
    const int channels = static_cast<int>(machine.ramChannels.value_or(0));
    choose(m_channels, channels, QString::number(channels));
    const Result<Machine> resolved = resolveMachine(machine, m_machine.catalog());
    write(m_speed, resolved ? resolved->ramGbPerSecond.value_or(kRamGbPerSecond) : kRamGbPerSecond);
    showLink(machine.pcie);
    {
        const QSignalBlocker quiet(m_cores);
        m_cores->setValue(static_cast<int>(machine.cpuCores.value_or(0)));
    }
    write(m_disk, machine.diskGbPerSecond.value_or(0));
    const Gpu* const first = machine.gpus.empty() ? nullptr : m_machine.catalog().findGpu(machine.gpus.front().name);
    const Bytes desktop = machine.desktopMib ? Bytes::fromMiB(*machine.desktopMib)
                          : first != nullptr ? usualDesktop(*first)
                                             : Bytes{};
    m_desktop->setText(formatBytes(desktop));
    showReasons();
}

void MachineFields::showReasons() {
    const std::vector<Assumption> assumptions = m_machine.assumptions();
    for (const Place& place : kPlaces) {
        const bool assumed = std::ranges::find(assumptions, place.assumption) != assumptions.end();
        m_badges.at(place.row)->setReason(assumed ? assumptionText(place.assumption) : QString());
    }
}

int MachineFields::labelWidth() const {
    int width = 0;
    for (const QLabel* label : m_labels) {
        width = std::max(width, label->sizeHint().width());
    }
    return width;
}

void MachineFields::setLabelWidth(int width) { m_grid->setColumnMinimumWidth(0, width); }

void MachineFields::retranslate() {
    const auto name = [this](std::size_t row, QWidget* field, const QString& label, const QString& toolTip) {
        m_labels[row]->setText(label);
        field->setToolTip(toolTip);
        nameControl(*field, withoutMnemonic(label));
    };
    name(Ram, m_ram, tr("System memory"), tr("RAM of the machine, for what does not fit on the cards"));
    m_ram->setAccessibleName(tr("System memory (GiB)"));
    name(Type, m_type, tr("Memory type"),
         tr("Type and data rate of the RAM; with the channels it gives the bandwidth"));
    m_type->setItemText(0, tr("Not known"));
    name(Channels, m_channels, tr("Memory channels"),
         tr("Of 64 bits each: two in most desktops and laptops, four to twelve in workstations and servers"));
    m_channels->setItemText(0, tr("As usual: %1").arg(kUsualMemoryChannels));
    name(Speed, m_speed, tr("Memory bandwidth"),
         tr("What type and channels give. A figure that is typed counts instead, until type or channels are chosen "
            "again."));
    m_speed->setAccessibleName(tr("Memory bandwidth (GB/s)"));
    name(Link, m_generation, tr("PCIe"), tr("Generation of the link between the cards and the rest of the machine"));
    m_generation->setItemText(0, tr("The cards’ own"));
    nameControl(*m_generation, tr("PCIe generation"));
    m_lanes->setToolTip(tr("Lanes of the link"));
    nameControl(*m_lanes, tr("PCIe lanes"));
    name(Cores, m_cores, tr("Processor cores"), tr("Physical cores, for the number of threads"));
    m_cores->setSpecialValueText(tr("As usual: %1").arg(formatTokens(static_cast<std::int64_t>(kUsualCores))));
    name(Disk, m_disk, tr("Disk speed"),
         tr("At which the disk with the model reads, for what system memory does not hold"));
    m_disk->setAccessibleName(tr("Disk speed (GB/s)"));
    m_disk->setSpecialValueText(tr("As usual: %1").arg(formatGbPerSecond(kDiskGbPerSecond)));
    m_labels[Desktop]->setText(tr("Used by the desktop"));
    m_desktop->setToolTip(tr("Of the first card; Preferences change it"));
}

} // namespace vram::ui
