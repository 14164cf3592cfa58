// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/cards/card_bar.h"
#include "ui/cards/gpu_picker.h"
#include "ui/cards/gpu_table.h"
#include "ui/language/language_switcher.h"
#include "ui/machine/machine_detector.h"
#include "ui/machine/machine_dialog.h"
#include "ui/machine/machine_text.h"
#include "ui/machine/own_machine.h"
#include "ui/store/history.h"
#include "ui/store/row_machine.h"
#include "ui/text/scenario_text.h"
#include "ui/window/main_window.h"
#include "ui/window/scenario_document.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

const GpuChoice kOwn{std::string(kMachineRow), 1};
const std::vector<GpuChoice> kMixed{{"GeForce RTX 4090", 1}, {"GeForce RTX 3090", 1}};

/// Answers when the test says so.
class FakeDetector : public MachineDetector {
public:
    void start() override { ++starts; }
    int starts = 0;
};

/// A 4090 with 22 GiB free, a card that nobody knows, 96 GiB of DDR5-5600 in two channels, 16 cores.
DetectedMachine foundMachine() {
    DetectedMachine machine;
    machine.gpus.push_back(
        {"NVIDIA GeForce RTX 4090", "GeForce RTX 4090", Vendor::Nvidia, kGiB * 24, kGiB * 22, "4.0x16", false});
    machine.gpus.push_back({"Voodoo 9000", {}, Vendor::Other, {}, {}, {}, false});
    machine.ram = kGiB * 96;
    machine.ramType = "DDR5-5600";
    machine.ramChannels = 2;
    machine.cores = 16;
    machine.troubles = {{MachineTroubleCode::UnknownGpu, {"Voodoo 9000"}}};
    return machine;
}

} // namespace

class TestMachineUi : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void machineIsTheFirstRowAndHasTheFocus();
    void rowAnswersForAllCardsTogether();
    void labelsNameTheMachine_data();
    void labelsNameTheMachine();
    void rowStandsFirstUnlessSorted();
    void focusIsTheUsers();
    void tasksAreOfTheMachine();
    void fileWithTheRowOpens();
    void pickerOffersTheRow();
    void machinePickerTakesCounts();

    void instanceGivesItsCards();
    void typeAndChannelsGiveTheBandwidth();
    void typedBandwidthCountsUntilTypeIsChosen();
    void linkIsPutTogether();
    void cardsAreCountedAndTakenOut();
    void detectionFillsTheDialog();
    void unknownStaysAsItWas();
    void withoutDetectorThereIsNoButton();
    void lateAnswerIsNotTaken();
    void assumptionsAreListed();
    void everyEditIsOneStep();
    void keysUndoWhileTheDialogHasTheFocus();
    void machineIsRemembered();
    void rememberedNonsenseIsLeftOut();
    void resetKeepsTheMachine();
    void everyTroubleHasWords_data();
    void everyTroubleHasWords();

private:
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* widget = m_dialog->findChild<T*>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    void choose(const char* list, const QVariant& value) const {
        auto* box = find<QComboBox>(list);
        const int index = box->findData(value);
        QVERIFY2(index >= 0, list);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    [[nodiscard]] bool isAssumed(const char* field) const {
        return !find<QWidget>(field)->accessibleDescription().isEmpty();
    }
    [[nodiscard]] const Snapshot& snapshot() const { return m_window->store().snapshot(); }
    [[nodiscard]] const MachineChoice& machine() const { return m_window->store().scenario().machine; }
    void start() {
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_window = std::make_unique<MainWindow>(facts(), *m_settings);
        m_window->offerDetection(m_detector);
        m_own = std::make_unique<OwnMachine>(m_window->store(), *m_settings);
    }
    void openDialog(MachineDetector* detector) {
        m_dialog = std::make_unique<MachineDialog>(*m_own, detector, m_window.get());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    FakeDetector m_detector;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<OwnMachine> m_own;
    std::unique_ptr<MachineDialog> m_dialog;
};

void TestMachineUi::init() {
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void TestMachineUi::cleanup() {
    m_dialog.reset();
    m_own.reset();
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestMachineUi::machineIsTheFirstRowAndHasTheFocus() {
    const std::size_t before = snapshot().rows.size();
    QSignalSpy changes(&m_window->store(), &ScenarioStore::changed);
    m_own->setCards(kMixed);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(snapshot().rows.size(), before + 1);
    QCOMPARE(snapshot().rows.front().choice, kOwn);
    QCOMPARE(snapshot().focusedRow, std::size_t{0});
    QCOMPARE(m_window->store().scenario().view.rows.front(), kOwn);
    // Another card later: the same row, answered anew.
    m_own->setCards({{"GeForce RTX 4090", 1}});
    QCOMPARE(snapshot().rows.size(), before + 1);
    QCOMPARE(snapshot().rows.front().report->devices.size(), std::size_t{1});
}

void TestMachineUi::rowAnswersForAllCardsTogether() {
    m_own->setCards(kMixed);
    const Report& row = snapshot().rows.front().report.value();
    QCOMPARE(row.devices.size(), std::size_t{2});
    // The same as the command line answers for the scenario.
    const Result<Resolved> resolved = resolve(m_window->store().scenario(), facts().catalog);
    const Result<Report> alone = report(*resolved);
    QCOMPARE(row.needTotal, alone->needTotal);
    QCOMPARE(row.usable, alone->usable);
    QCOMPARE(row.verdict, alone->verdict);
}

void TestMachineUi::labelsNameTheMachine_data() {
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<QString>("label");
    const QString own = u"Mine: "_s;
    QTest::newRow("two kinds") << QStringList{u"GeForce RTX 4090"_s, u"GeForce RTX 3090"_s} << QList<int>{1, 1}
                               << own + u"RTX 4090 + RTX 3090"_s;
    QTest::newRow("several of one") << QStringList{u"GeForce RTX 4090"_s} << QList<int>{2}
                                    << own + u"2× RTX 4090 24\u00A0GB"_s;
    QTest::newRow("several of two") << QStringList{u"GeForce RTX 4090"_s, u"GeForce RTX 3060 12GB"_s}
                                    << QList<int>{2, 3} << own + u"2× RTX 4090 + 3× RTX 3060 12\u00A0GB"_s;
    QTest::newRow("none") << QStringList{} << QList<int>{} << own + u"CPU only"_s;
}

void TestMachineUi::labelsNameTheMachine() {
    QFETCH(QStringList, names);
    QFETCH(QList<int>, counts);
    QFETCH(QString, label);
    std::vector<GpuChoice> cards;
    for (qsizetype i = 0; i < names.size(); ++i) {
        cards.push_back({names.at(i).toStdString(), counts.at(i)});
    }
    m_own->setCards(cards);
    QCOMPARE(rowTitle(snapshot().rows.front()), label);
}

void TestMachineUi::rowStandsFirstUnlessSorted() {
    m_window->store().edit([](Scenario& scenario) {
        scenario.machine.gpus = {{"GeForce RTX 4090", 1}};
        scenario.view.rows = {{"A100 SXM4 80GB", 1}, kOwn, {"GeForce RTX 4060", 1}};
    });
    QCOMPARE(snapshot().rows.front().choice, kOwn);
    QCOMPARE(snapshot().rows[1].choice.name, "A100 SXM4 80GB");
    m_window->store().edit([](Scenario& scenario) { scenario.view.sort = "-memory"; });
    QCOMPARE(snapshot().rows.front().choice.name, "A100 SXM4 80GB"); // 80, 24 and 8 GB
    QCOMPARE(snapshot().rows[1].choice, kOwn);
    QCOMPARE(snapshot().focusedRow, std::size_t{1});
    // One kind of card: its own figures count, here 1,008 GB/s before 272 and after 2,039.
    m_window->store().edit([](Scenario& scenario) { scenario.view.sort = "bandwidth"; });
    QCOMPARE(snapshot().rows[1].choice, kOwn);
}

void TestMachineUi::focusIsTheUsers() {
    const std::size_t first = snapshot().focusedRow;
    QCOMPARE(snapshot().rows[first].choice.name, "GeForce RTX 4090");
    m_own->setCards(kMixed);
    m_window->store().setFocusedRow(3);
    const GpuChoice clicked = snapshot().rows[3].choice;
    m_window->store().edit([](Scenario& scenario) { scenario.context = 16384; });
    QCOMPARE(snapshot().rows[snapshot().focusedRow].choice, clicked);
    m_window->store().setFocusedRow(0);
    m_window->store().edit([](Scenario& scenario) { scenario.context = 32768; });
    QCOMPARE(snapshot().focusedRow, std::size_t{0});
    // Without the row the card that was looked at before it.
    m_window->store().edit([](Scenario& scenario) { scenario.view.rows = ScenarioStore::defaultRows(); });
    QCOMPARE(snapshot().rows[snapshot().focusedRow].choice, clicked);
}

void TestMachineUi::tasksAreOfTheMachine() {
    m_own->setCards(kMixed);
    m_window->store().edit([](Scenario& scenario) { scenario.view.axis = kTaskAxis; });
    QCOMPARE(snapshot().rows.front().question->machine.gpus.size(), std::size_t{2});
    m_own->setCards({});
    QVERIFY(snapshot().rows.front().question->machine.gpus.empty());
}

void TestMachineUi::fileWithTheRowOpens() {
    m_own->setCards(kMixed);
    const QString path = m_folder->filePath(u"own.vram.json"_s);
    QVERIFY(m_window->saveScenario(path));
    const Result<Scenario> read = readScenarioFile(path, facts().catalog);
    QVERIFY(read.ok());
    QCOMPARE(*read, m_window->store().scenario());
    m_window->store().setScenario(Scenario{});
    QVERIFY(m_window->openScenario(path));
    QCOMPARE(snapshot().rows[snapshot().focusedRow].choice, kOwn);
    QCOMPARE(snapshot().rows[snapshot().focusedRow].report->devices.size(), std::size_t{2});
}

void TestMachineUi::pickerOffersTheRow() {
    m_own->setCards(kMixed);
    GpuPicker picker(facts().catalog, m_window->store().shownChoices());
    auto* own = picker.findChild<QCheckBox*>(u"machineRow"_s);
    QVERIFY(own->isChecked() && !own->isHidden());
    QCOMPARE(picker.choices(), m_window->store().shownChoices());
    own->setChecked(false);
    QCOMPARE(picker.choices(), ScenarioStore::defaultRows());
    // Without a machine there is nothing to offer.
    const GpuPicker other(facts().catalog, ScenarioStore::defaultRows());
    QVERIFY(other.findChild<QCheckBox*>(u"machineRow"_s)->isHidden());
}

void TestMachineUi::machinePickerTakesCounts() {
    GpuPicker picker(facts().catalog, kMixed, nullptr, GpuPicker::Purpose::Machine);
    const auto* buttons = picker.findChild<QDialogButtonBox*>();
    QCOMPARE(picker.choices(), kMixed);
    picker.table().setChoices({});
    QVERIFY(buttons->button(QDialogButtonBox::Ok)->isEnabled()); // a machine without a card is one
    QVERIFY(picker.choices().empty());
    QCOMPARE(together({{"A", 1}, {"B", 2}, {"A", 3}}), (std::vector<GpuChoice>{{"A", 4}, {"B", 2}}));
}

void TestMachineUi::instanceGivesItsCards() {
    openDialog(nullptr);
    auto* list = find<QComboBox>("instanceList");
    int index = -1;
    for (int i = 1; i < list->count(); ++i) {
        index = list->itemText(i).contains(u"p5.48xlarge"_s) ? i : index;
        // A slice of a card, or an accelerator that is none, is no machine of cards.
        QVERIFY(!list->itemText(i).contains(u"trn2"_s) && !list->itemText(i).contains(u"NV6ads"_s));
    }
    QVERIFY(index > 0);
    QSignalSpy changes(&m_window->store(), &ScenarioStore::changed);
    list->setCurrentIndex(index);
    emit list->activated(index);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(machine().gpus.size(), std::size_t{1});
    QCOMPARE(machine().gpus.front().count, 8);
    QVERIFY(machine().gpus.front().name.find("H100") != std::string::npos);
    QCOMPARE(list->currentIndex(), index);
    m_own->setCards(kMixed); // no longer that instance
    QCOMPARE(list->currentIndex(), 0);
}

void TestMachineUi::typeAndChannelsGiveTheBandwidth() {
    openDialog(nullptr);
    auto* speed = find<QDoubleSpinBox>("ramSpeed");
    QCOMPARE(speed->value(), 64.0); // what the estimates go by
    QVERIFY(isAssumed("ramSpeed"));
    choose("ramType", u"DDR5-5600"_s);
    QCOMPARE(machine().ramType, "DDR5-5600");
    QCOMPARE(speed->value(), 89.6); // 5,600 x 10^6 x 8 bytes x 2
    QVERIFY(!isAssumed("ramSpeed"));
    QVERIFY(isAssumed("ramChannels"));
    choose("ramChannels", 8);
    QCOMPARE(speed->value(), 358.4); // four times as many
    QVERIFY(!isAssumed("ramChannels"));
    choose("ramType", QString());
    QVERIFY(isAssumed("ramSpeed"));
    // The panel's row of system memory says it too.
    choose("ramType", u"DDR5-5600"_s);
    QStringList hints;
    for (const auto* label : m_window->findChildren<QLabel*>(u"hint"_s)) {
        hints += label->text();
    }
    QVERIFY(hints.contains(u"DDR5-5600 · 358.4\u00A0GB/s"_s));
}

void TestMachineUi::typedBandwidthCountsUntilTypeIsChosen() {
    openDialog(nullptr);
    choose("ramType", u"DDR5-5600"_s);
    find<QDoubleSpinBox>("ramSpeed")->setValue(70);
    QCOMPARE(machine().ramGbPerSecond, std::optional(70.0));
    QVERIFY(!isAssumed("ramChannels")); // they do not matter any more
    choose("ramType", u"DDR5-5600"_s);
    QCOMPARE(machine().ramGbPerSecond, std::nullopt);
    QCOMPARE(find<QDoubleSpinBox>("ramSpeed")->value(), 89.6);
}

void TestMachineUi::linkIsPutTogether() {
    openDialog(nullptr);
    QVERIFY(!find<QComboBox>("pcieLanes")->isEnabled());
    choose("pcieGeneration", u"4.0"_s);
    QCOMPARE(machine().pcie, "4.0x16");
    QVERIFY(find<QComboBox>("pcieLanes")->isEnabled());
    choose("pcieLanes", 8);
    QCOMPARE(machine().pcie, "4.0x8");
    choose("pcieGeneration", QString());
    QCOMPARE(machine().pcie, "");
    m_own->edit([](MachineChoice& machine) { machine.pcie = "5.0x2"; });
    QCOMPARE(find<QComboBox>("pcieGeneration")->currentData().toString(), u"5.0"_s);
    QCOMPARE(find<QComboBox>("pcieLanes")->currentData().toInt(), 2);
    find<QSpinBox>("cpuCores")->setValue(12);
    find<QDoubleSpinBox>("diskSpeed")->setValue(3.5);
    QCOMPARE(machine().cpuCores, std::optional<std::int64_t>(12));
    QCOMPARE(machine().diskGbPerSecond, std::optional(3.5));
    find<QSpinBox>("cpuCores")->setValue(0);
    find<QDoubleSpinBox>("diskSpeed")->setValue(0);
    QCOMPARE(machine().cpuCores, std::nullopt);
    QCOMPARE(machine().diskGbPerSecond, std::nullopt);
}

void TestMachineUi::cardsAreCountedAndTakenOut() {
    openDialog(nullptr);
    m_own->setCards(kMixed);
    find<QSpinBox>("cardCount1")->setValue(4);
    QCOMPARE(machine().gpus[1], (GpuChoice{"GeForce RTX 3090", 4}));
    find<QPushButton>("removeCard0")->click();
    QCOMPARE(machine().gpus, (std::vector<GpuChoice>{{"GeForce RTX 3090", 4}}));
    QCOMPARE(find<QSpinBox>("cardCount0")->value(), 4);
    QVERIFY(find<QSpinBox>("cardCount0")->accessibleName().contains(u"RTX 3090"_s));
    find<QPushButton>("removeCard0")->click();
    QVERIFY(machine().gpus.empty());
    QCOMPARE(snapshot().rows.front().choice, kOwn); // still a machine: without a card
}

void TestMachineUi::detectionFillsTheDialog() {
    openDialog(&m_detector);
    auto* button = find<QPushButton>("detectMachine");
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(m_detector.starts, 1);
    QVERIFY(!button->isEnabled());
    QSignalSpy changes(&m_window->store(), &ScenarioStore::changed);
    emit m_detector.found(foundMachine());
    QCOMPARE(changes.count(), 1);
    QVERIFY(button->isEnabled());
    QCOMPARE(machine().gpus, (std::vector<GpuChoice>{{"GeForce RTX 4090", 1}}));
    QCOMPARE(machine().ramGib, 96.0);
    QCOMPARE(machine().ramType, "DDR5-5600");
    QCOMPARE(machine().cpuCores, std::optional<std::int64_t>(16));
    QCOMPARE(find<QLabel>("freeMemory0")->text(), u"22.0\u00A0GiB free now"_s);
    QVERIFY(find<QLabel>("machineTroubles")->text().contains(u"Voodoo 9000"_s));
    QVERIFY(isAssumed("chooseMachineCards")); // one of them is missing
    QVERIFY(!isAssumed("machineRam"));
    QVERIFY(!isAssumed("ramSpeed"));
    // Whoever chooses the cards knows them.
    m_own->setCards(kMixed);
    QVERIFY(!isAssumed("chooseMachineCards"));
}

void TestMachineUi::unknownStaysAsItWas() {
    openDialog(&m_detector);
    find<QDoubleSpinBox>("machineRam")->setValue(48);
    choose("ramType", u"DDR5-5600"_s);
    find<QPushButton>("detectMachine")->click();
    DetectedMachine little;
    little.gpus = {foundMachine().gpus.front()};
    little.troubles = {{MachineTroubleCode::RamUnknown, {}}, {MachineTroubleCode::RamTypeUnknown, {}}};
    emit m_detector.found(little);
    QCOMPARE(machine().ramGib, 48.0);
    QCOMPARE(machine().ramType, "DDR5-5600");
    QVERIFY(!isAssumed("machineRam")); // typed before
    // A card that cannot be recognised does not take those away that were chosen, and they are no guess.
    m_own->setCards(kMixed);
    find<QPushButton>("detectMachine")->click();
    DetectedMachine foreign = foundMachine();
    foreign.gpus.erase(foreign.gpus.begin());
    emit m_detector.found(foreign);
    QCOMPARE(machine().gpus, kMixed);
    QVERIFY(!isAssumed("chooseMachineCards"));
    // No card at all is an answer.
    find<QPushButton>("detectMachine")->click();
    foreign.gpus.clear();
    foreign.troubles = {{MachineTroubleCode::NoGpu, {}}};
    emit m_detector.found(foreign);
    QVERIFY(machine().gpus.empty());
}

void TestMachineUi::withoutDetectorThereIsNoButton() {
    openDialog(nullptr);
    QVERIFY(!find<QPushButton>("detectMachine")->isVisible());
}

void TestMachineUi::lateAnswerIsNotTaken() {
    openDialog(&m_detector);
    const MachineChoice before = machine();
    emit m_detector.found(foundMachine()); // nobody of this dialog asked
    QCOMPARE(machine(), before);
}

void TestMachineUi::assumptionsAreListed() {
    auto* badge = m_window->findChild<QToolButton*>(u"assumedValues"_s);
    QVERIFY(badge->isHidden()); // no machine of one's own yet
    m_own->setCards(kMixed);
    QVERIFY(!badge->isHidden());
    const std::vector<Assumption> all{Assumption::Ram, Assumption::RamSpeed, Assumption::Cores, Assumption::Disk,
                                      Assumption::Desktop};
    QCOMPARE(m_own->assumptions(), all);
    QCOMPARE(badge->accessibleDescription(), m_own->assumptionTexts().join(u'\n'));
    // Nothing is read from the disk, until RAM is too small for what the cards do not hold.
    QVERIFY(!m_own->assumptionTexts().contains(assumptionText(Assumption::Disk)));
    m_window->store().edit([](Scenario& scenario) {
        scenario.model = CatalogName{"meta-llama/Llama-3.1-405B-Instruct"};
        scenario.machine.ramGib = 32;
    });
    QVERIFY(m_own->assumptionTexts().contains(assumptionText(Assumption::Disk)));
    m_own->edit([](MachineChoice& machine) {
        machine.ramGib = 32;
        machine.ramGbPerSecond = 60;
        machine.desktopMib = 0;
        machine.cpuCores = 8;
        machine.diskGbPerSecond = 7;
    });
    QVERIFY(m_own->assumptions().empty());
    QVERIFY(badge->isHidden());
    // Unified memory has its own size and bandwidth, and a system that takes its part already.
    m_own->edit([](MachineChoice& machine) {
        machine = {};
        machine.cpuCores = 16;
        machine.diskGbPerSecond = 7;
        machine.gpus = {{"Apple M4 Max (40-core GPU) 64GB", 1}};
    });
    QVERIFY(m_own->assumptions().empty());
}

void TestMachineUi::everyEditIsOneStep() {
    History history(m_window->store());
    openDialog(nullptr);
    const Scenario before = m_window->store().scenario();
    m_own->setCards(kMixed);
    const Scenario cards = m_window->store().scenario();
    choose("ramType", u"DDR5-5600"_s);
    history.undo();
    QCOMPARE(m_window->store().scenario(), cards);
    QCOMPARE(find<QComboBox>("ramType")->currentIndex(), 0);
    history.undo();
    QCOMPARE(m_window->store().scenario(), before);
    QVERIFY(!history.canUndo());
}

void TestMachineUi::keysUndoWhileTheDialogHasTheFocus() {
    m_window->show();
    m_window->findChild<QAction*>(u"machineAction"_s)->trigger();
    auto* const dialog = m_window->findChild<MachineDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    const MachineChoice before = machine();
    auto* const instances = dialog->findChild<QComboBox*>(u"instanceList"_s);
    instances->setCurrentIndex(1);
    emit instances->activated(1);
    const MachineChoice after = machine();
    QVERIFY(after != before);
    instances->setFocus();
    QTest::keyClick(instances, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(machine(), before);
    QTest::keyClick(instances, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(machine(), after);
    // The box of a card came with the cards, after the dialog; an earlier one went with its card.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    auto* const count = dialog->findChild<QSpinBox*>(u"cardCount0"_s);
    QVERIFY(count != nullptr);
    count->setFocus();
    QTest::keyClick(count, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(machine(), before);
}

void TestMachineUi::machineIsRemembered() {
    m_own->setCards(kMixed);
    m_own->edit([](MachineChoice& machine) {
        machine.ramGib = 96;
        machine.ramType = "DDR5-5600";
        machine.ramChannels = 4;
        machine.cpuCores = 24;
        machine.pcie = "4.0x8";
        machine.diskGbPerSecond = 3.5;
    });
    const MachineChoice set = machine();
    m_own.reset();
    m_window.reset();
    m_settings.reset();
    start();
    QCOMPARE(machine(), set);
    QCOMPARE(snapshot().rows.front().choice, kOwn);
    QCOMPARE(snapshot().focusedRow, std::size_t{0});
    QCOMPARE(snapshot().rows.size(), ScenarioStore::defaultRows().size() + 1);
    // Said once, the memory's size is no guess after the next start either.
    QCOMPARE(m_own->assumptions(), std::vector<Assumption>{Assumption::Desktop});
}

void TestMachineUi::rememberedNonsenseIsLeftOut() {
    m_settings->setMachine([] {
        MachineChoice machine;
        machine.gpus = {{"GeForce RTX 4090", 1}, {"A card of another catalogue", 2}};
        machine.ramType = "EDO";
        return machine;
    }());
    m_own.reset();
    m_window.reset();
    m_settings.reset();
    start();
    QVERIFY(snapshot().resolved.has_value());
    QCOMPARE(machine().gpus, (std::vector<GpuChoice>{{"GeForce RTX 4090", 1}}));
    QCOMPARE(machine().ramType, "");
}

void TestMachineUi::resetKeepsTheMachine() {
    m_own->setCards(kMixed);
    m_window->store().edit([](Scenario& scenario) {
        scenario.context = 100000;
        scenario.view.rows = {{"A100 SXM4 80GB", 1}};
    });
    m_window->findChild<QAction*>(u"resetAction"_s)->trigger();
    QCOMPARE(m_window->store().scenario().context, Scenario{}.context);
    QCOMPARE(machine().gpus, kMixed);
    QCOMPARE(snapshot().rows.front().choice, kOwn);
    QCOMPARE(snapshot().rows.size(), ScenarioStore::defaultRows().size() + 1);
}

void TestMachineUi::everyTroubleHasWords_data() {
    QTest::addColumn<QString>("language");
    for (const QString& code : LanguageSwitcher::codes()) {
        QTest::newRow(qPrintable(code)) << code;
    }
}

void TestMachineUi::everyTroubleHasWords() {
    QFETCH(QString, language);
    LanguageSwitcher::ofApplication().setLanguage(language);
    QSet<QString> seen;
    constexpr auto kLast = static_cast<int>(MachineTroubleCode::CoresUnknown);
    for (int code = 0; code <= kLast; ++code) {
        const QString text = machineTroubleText({static_cast<MachineTroubleCode>(code), {"first", "second", "1024"}});
        QVERIFY(!text.isEmpty());
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        seen.insert(text);
    }
    QCOMPARE(seen.size(), kLast + 1); // no two alike
    const QString unreadable = machineTroubleText({MachineTroubleCode::FileUnreadable, {"/sys/x", "no permission"}});
    QVERIFY(unreadable.contains(u"/sys/x"_s));
    QCOMPARE(unreadable.contains(u"no permission"_s), language == u"en"_s);
    for (const Assumption each : {Assumption::Cards, Assumption::Ram, Assumption::RamSpeed, Assumption::Channels,
                                  Assumption::Pcie, Assumption::Cores, Assumption::Disk, Assumption::Desktop}) {
        const QString text = assumptionText(each);
        QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
    }
}

QTEST_MAIN(TestMachineUi)
#include "tst_machine_ui.moc"
