// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sides/subject_picker.h"

#include "ui/access/spoken.h"
#include "ui/panel/field_row.h"
#include "ui/store/row_machine.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace vram::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostOfAKind = 64;
constexpr int kCharacters = 16;
constexpr int kFileEntry = -2;

bool isCard(const SideChoice& side) {
    const auto* const cards = std::get_if<GpuChoice>(&side);
    return cards != nullptr && !isCpuRow(*cards) && !isMachineRow(*cards);
}

} // namespace

SubjectPicker::SubjectPicker(const Catalog& catalog, int number, QWidget* parent)
    : QWidget(parent),
      m_catalog(catalog),
      m_number(number),
      m_list(new QComboBox),
      m_count(new QSpinBox) {
    m_list->setObjectName(u"sideList%1"_s.arg(number));
    m_list->setEditable(true);
    m_list->setInsertPolicy(QComboBox::NoInsert);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(kCharacters);
    m_list->completer()->setFilterMode(Qt::MatchContains);
    m_list->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_list->installEventFilter(this);
    guardWheel(m_list);
    m_count->setObjectName(u"sideCount%1"_s.arg(number));
    m_count->setRange(1, kMostOfAKind);
    m_count->setSuffix(u" ×"_s);
    guardWheel(m_count);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);
    connect(m_list, &QComboBox::activated, this, &SubjectPicker::choose);
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        if (auto* const cards = std::get_if<GpuChoice>(&m_side)) {
            cards->count = count;
            emit chosen();
        }
    });
}

std::vector<SubjectPicker::Entry> SubjectPicker::entriesOf(const Snapshot& snapshot) const {
    std::vector<Entry> entries;
    entries.push_back({std::monostate{}, tr("(nothing)")});
    const QString row = sideTitle(ChosenRow{}, snapshot, m_catalog);
    if (!row.isEmpty()) {
        //: the side that is always the row that is chosen in the window; %1: its name now
        const QString title = tr("Chosen row: %1");
        entries.push_back({ChosenRow{}, title.arg(row)});
    }
    for (const Row& each : snapshot.rows) {
        if (each.question != nullptr) {
            entries.push_back({QuestionRow{rowTitle(each)}, rowTitle(each)});
        } else if (!isMachineRow(each.choice) && !isCpuRow(each.choice)) {
            entries.push_back({each.choice, sideTitle(each.choice, snapshot, m_catalog)});
        }
    }
    if (!snapshot.scenario.machine.gpus.empty()) {
        const GpuChoice machine{std::string(kMachineRow), 1};
        entries.push_back({machine, rowLabel(machine)});
    }
    const GpuChoice cpu{std::string(kCpuRow), 1};
    entries.push_back({cpu, rowLabel(cpu)});
    for (const Gpu& gpu : m_catalog.gpus()) {
        const GpuChoice card{gpu.name, 1};
        const bool there =
            std::ranges::any_of(entries, [&card](const Entry& entry) { return entry.side == SideChoice(card); });
        if (!there) {
            entries.push_back({card, cardTitle(gpu)});
        }
    }
    return entries;
}

void SubjectPicker::setSnapshot(const Snapshot& snapshot) {
    std::vector<Entry> entries = entriesOf(snapshot);
    const bool same = std::ranges::equal(
        entries, m_entries, [](const Entry& a, const Entry& b) { return a.side == b.side && a.title == b.title; });
    if (!same) { // filled anew it would lose what is being typed
        m_entries = std::move(entries);
        fill();
    }
}

void SubjectPicker::fill() {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_list->addItem(m_entries[i].title, static_cast<int>(i));
    }
    m_list->insertItem(std::min(2, m_list->count()), tr("Scenario file…"), kFileEntry);
    showSide();
}

void SubjectPicker::setSide(SideChoice side) {
    m_side = std::move(side);
    showSide();
}

void SubjectPicker::showSide() {
    const QSignalBlocker quietList(m_list);
    const QSignalBlocker quietCount(m_count);
    SideChoice single = m_side;
    if (auto* const cards = std::get_if<GpuChoice>(&single)) {
        m_count->setValue(static_cast<int>(cards->count));
    }
    m_count->setVisible(isCard(m_side));
    const auto entryOf = [this](const SideChoice& side) {
        const auto found = std::ranges::find(m_entries, side, &Entry::side);
        return found == m_entries.end() ? -1 : m_list->findData(static_cast<int>(found - m_entries.begin()));
    };
    int index = entryOf(single);
    if (auto* const cards = std::get_if<GpuChoice>(&single); cards != nullptr && index < 0) {
        cards->count = 1;
        index = entryOf(single);
    }
    m_list->setCurrentIndex(index);
    m_list->setEditText(m_list->itemText(index)); // also where the index is the same and the text was typed
    if (const auto* const saved = std::get_if<ScenarioFile>(&m_side)) {
        m_list->setEditText(sideTitle(*saved, {}, m_catalog));
    }
    if (m_list->lineEdit() != nullptr) {
        m_list->lineEdit()->setCursorPosition(0);
    }
}

void SubjectPicker::choose(int index) {
    const int entry = m_list->itemData(index).toInt();
    if (entry == kFileEntry) {
        showSide(); // as it was, until a file is chosen
        emit fileWanted();
        return;
    }
    m_side = m_entries.at(static_cast<std::size_t>(entry)).side;
    showSide();
    emit chosen();
}

bool SubjectPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            showSide(); // what was typed and not chosen
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SubjectPicker::retranslate() {
    const QString name = tr("Side %1").arg(m_number);
    nameControl(*m_list, name);
    m_list->lineEdit()->setAccessibleName(name);
    m_list->setToolTip(tr("A card, a row, the machine or a saved scenario; type to search"));
    //: screen reader: how many of the card are in the side of this number
    nameControl(*m_count, tr("Side %1: how many").arg(m_number));
    m_count->setToolTip(tr("How many of this card"));
}

} // namespace vram::ui
