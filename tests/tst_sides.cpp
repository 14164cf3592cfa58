// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/language/language_switcher.h"
#include "ui/sides/sides_dialog.h"
#include "ui/sides/sides_model.h"
#include "ui/sides/subject_picker.h"
#include "ui/store/history.h"
#include "ui/store/row_machine.h"
#include "ui/window/main_window.h"
#include "ui/window/scenario_document.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// Explore > Side by side, as a user works it.
class TestSides : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }
    void init();
    void cleanup();

    void itOpensOnTheChosenRow();
    void aCardIsFoundByTyping();
    void whatWasNotChosenGoesBack();
    void severalOfACard();
    void itFollowsTheScenario();
    void equalRowsHide();
    void differencesAreMarked();
    void theyBecomeBars();
    void itIsCopiedAsText();
    void aSavedScenarioIsASide();
    void aBadFileIsRefusedWithAReason();
    void tasksAreSides();
    void twoSidesAreNeeded();
    void languageAndUnitFollow();
    void escapeClosesIt();

private:
    [[nodiscard]] SidesDialog& dialog() const {
        auto* found = m_window->findChild<SidesDialog*>(u"sidesDialog"_s);
        if (found == nullptr) {
            qFatal("not open");
        }
        return *found;
    }
    void open() const {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
        dialog().activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &dialog());
    }
    template <typename T>
    [[nodiscard]] T& part(const char* name) const {
        auto* found = dialog().findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return *found;
    }
    void choose(const char* list, const QString& title) const {
        auto& box = part<QComboBox>(list);
        const int index = box.findText(title);
        QVERIFY2(index >= 0, qPrintable(title));
        box.setCurrentIndex(index);
        emit box.activated(index);
    }
    [[nodiscard]] QString headline() const { return part<QLabel>("sidesHeadline").text(); }
    [[nodiscard]] QString reasons() const { return part<QLabel>("sidesReasons").text(); }
    [[nodiscard]] QStringList line(const QString& label) const {
        const SidesModel& model = dialog().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString() == label) {
                QStringList fields;
                for (int column = 1; column < model.columnCount(); ++column) {
                    fields += model.index(row, column).data().toString();
                }
                return fields;
            }
        }
        return {};
    }
    [[nodiscard]] ScenarioStore& store() const { return m_window->store(); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestSides::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSides::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
}

void TestSides::itOpensOnTheChosenRow() {
    open();
    QVERIFY(!dialog().isModal());
    QCOMPARE(dialog().model().names(), (QStringList{u"RTX 4090 24\u00A0GB"_s, u"RTX 5090 32\u00A0GB"_s}));
    QCOMPARE(line(u"Cores"_s), (QStringList{u"≠"_s, u"16,384"_s, u"★ 21,760"_s}));
    QCOMPARE(line(u"Weight format"_s), (QStringList{u"="_s, u"Q4_K_M"_s, u"Q4_K_M"_s}));
    // 1,792 against 1,008 GB/s.
    QCOMPARE(headline(), u"RTX 5090 32\u00A0GB is ahead."_s);
    QVERIFY(reasons().contains(u"Its memory bandwidth decides: 1.8 times that of RTX 4090 24\u00A0GB."_s));
    // Another row is chosen in the window: the first side is that one.
    store().setFocusedRow(0);
    QTRY_COMPARE(dialog().model().names().front(), u"RTX 4060 8\u00A0GB"_s);
    QAbstractItemModelTester tester(const_cast<SidesModel*>(&dialog().model()));
}

void TestSides::aCardIsFoundByTyping() {
    open();
    auto& list = part<QComboBox>("sideList2");
    list.setFocus();
    list.lineEdit()->selectAll();
    QTest::keyClicks(list.lineEdit(), u"A5000 24"_s);
    QTest::keyClick(list.lineEdit(), Qt::Key_Backspace); // the popup offers what contains it
    choose("sideList2", u"RTX A5000 24\u00A0GB"_s);
    QCOMPARE(dialog().model().names().at(1), u"RTX A5000 24\u00A0GB"_s);
    QCOMPARE(line(u"Memory bandwidth"_s), (QStringList{u"≠"_s, u"★ 1,008\u00A0GB/s"_s, u"768\u00A0GB/s"_s}));
}

void TestSides::whatWasNotChosenGoesBack() {
    open();
    auto& list = part<QComboBox>("sideList2");
    const QString before = list.currentText();
    list.setFocus();
    QVERIFY(list.hasFocus());
    list.lineEdit()->setText(u"nonsense"_s);
    part<QPushButton>("copySides").setFocus();
    QCOMPARE(list.currentText(), before);
}

void TestSides::severalOfACard() {
    open();
    choose("sideList2", u"RTX 3090 24\u00A0GB"_s);
    part<QSpinBox>("sideCount2").setValue(2);
    QCOMPARE(dialog().model().names().at(1), u"2× RTX 3090 24\u00A0GB"_s);
    QCOMPARE(line(u"VRAM"_s), (QStringList{u"≠"_s, u"24\u00A0GB"_s, u"★ 48\u00A0GB"_s}));
    QCOMPARE(part<QComboBox>("sideList2").currentText(), u"RTX 3090 24\u00A0GB"_s);
    QVERIFY(!part<QSpinBox>("sideCount1").isVisible()); // of the chosen row nothing is counted here
}

void TestSides::itFollowsTheScenario() {
    open();
    const QString before = line(u"Need"_s).at(1);
    store().edit([](Scenario& scenario) { scenario.context = 32'768; });
    QVERIFY(!part<QTableView>("sidesTable").isEnabled()); // pale: of the question before
    QTRY_VERIFY(part<QTableView>("sidesTable").isEnabled());
    QVERIFY(line(u"Need"_s).at(1) != before);
    QCOMPARE(line(u"Context"_s).at(1), u"32,768 tokens"_s);
}

void TestSides::equalRowsHide() {
    open();
    QVERIFY(!line(u"Weight format"_s).isEmpty());
    QTest::mouseClick(&part<QCheckBox>("hideEqual"), Qt::LeftButton, {}, {8, 8});
    QVERIFY(line(u"Weight format"_s).isEmpty());
    QVERIFY(!line(u"Cores"_s).isEmpty());
    for (int row = 0; row < dialog().model().rowCount(); ++row) {
        QVERIFY(dialog().model().isGroup(row) || dialog().model().index(row, 1).data().toString() == u"≠"_s);
    }
}

void TestSides::differencesAreMarked() {
    open();
    const SidesModel& model = dialog().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == u"Memory bandwidth"_s) {
            QCOMPARE(model.index(row, 1).data(Qt::AccessibleTextRole).toString(), u"differs"_s);
            QCOMPARE(model.index(row, 3).data(Qt::AccessibleTextRole).toString(), u"1,792\u00A0GB/s, better"_s);
            QVERIFY(model.index(row, 3).data(Qt::FontRole).value<QFont>().bold());
            QVERIFY(!model.index(row, 2).data(Qt::FontRole).isValid());
            return;
        }
    }
    QFAIL("no bandwidth");
}

void TestSides::theyBecomeBars() {
    open();
    choose("sideList2", u"RTX A5000 24\u00A0GB"_s);
    choose("sideList3", u"RTX 3080 Ti 12\u00A0GB"_s);
    QTest::mouseClick(&part<QPushButton>("compareAsBars"), Qt::LeftButton);
    const std::vector<GpuChoice> rows{{"GeForce RTX 4090", 1}, {"RTX A5000", 1}, {"GeForce RTX 3080 Ti", 1}};
    QCOMPARE(store().scenario().view.rows, rows);
    QCOMPARE(store().snapshot().rows.size(), std::size_t{3});
    QCOMPARE(m_settings->rows(), rows);
    m_window->findChild<QAction*>(u"undoAction"_s)->trigger();
    QCOMPARE(store().snapshot().rows.size(), std::size_t{9});
}

void TestSides::itIsCopiedAsText() {
    open();
    QTest::mouseClick(&part<QPushButton>("copySides"), Qt::LeftButton);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.front(), u"Property\tRTX 4090 24\u00A0GB\tRTX 5090 32\u00A0GB"_s);
    QVERIFY(lines.contains(u"Cores\t16,384\t★ 21,760"_s));
    QVERIFY(lines.contains(u"RTX 5090 32\u00A0GB is ahead."_s));
}

void TestSides::aSavedScenarioIsASide() {
    Scenario saved = store().scenario();
    saved.weights = "Q8_0";
    saved.machine.gpus = {{"GeForce RTX 3090", 2}};
    const QString path = m_folder->filePath(u"two cards.vram.json"_s);
    QString why;
    QVERIFY(writeScenarioFile(path, saved, &why));
    open();
    dialog().openFile(1, path);
    QCOMPARE(dialog().model().names().at(1), u"two cards"_s);
    QCOMPARE(part<QComboBox>("sideList2").currentText(), u"two cards"_s);
    QCOMPARE(line(u"Weight format"_s), (QStringList{u"≠"_s, u"Q4_K_M"_s, u"Q8_0"_s}));
    QCOMPARE(line(u"Machine"_s).at(2), u"2× RTX 3090"_s);
    QVERIFY(reasons().contains(u"The settings differ as well"_s));
    // The file stays what it is when the scenario changes.
    store().edit([](Scenario& scenario) { scenario.weights = "Q6_K"; });
    QTRY_COMPARE(line(u"Weight format"_s), (QStringList{u"≠"_s, u"Q6_K"_s, u"Q8_0"_s}));
    QTest::mouseClick(&part<QPushButton>("compareAsBars"), Qt::LeftButton);
    QCOMPARE(store().scenario().view.rows.back(), (GpuChoice{"GeForce RTX 3090", 2}));
}

void TestSides::aBadFileIsRefusedWithAReason() {
    const QString path = m_folder->filePath(u"bad.vram.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write("{\"schema\": 1, \"model\": {\"catalog\": \"Qwen/Qwen3-8B\"}, \"weights\": 3}") > 0);
    file.close();
    open();
    const QStringList before = dialog().model().names();
    dialog().openFile(1, path);
    QVERIFY(part<QLabel>("sidesTrouble").isVisible());
    QVERIFY2(part<QLabel>("sidesTrouble").text().contains(u"weights"_s),
             qPrintable(part<QLabel>("sidesTrouble").text()));
    QCOMPARE(dialog().model().names(), before);
}

void TestSides::tasksAreSides() {
    store().edit([](Scenario& scenario) { scenario.view.axis = kTaskAxis; });
    open();
    choose("sideList1", u"QLoRA"_s);
    choose("sideList2", u"Full training"_s);
    QCOMPARE(dialog().model().names(), (QStringList{u"QLoRA"_s, u"Full training"_s}));
    QCOMPARE(line(u"Task"_s), (QStringList{u"≠"_s, u"QLoRA"_s, u"Full training"_s}));
    QCOMPARE(headline(), u"The models or tasks differ, so there is no winner."_s);
}

void TestSides::twoSidesAreNeeded() {
    open();
    choose("sideList2", u"(nothing)"_s);
    QCOMPARE(headline(), u"Choose at least two sides."_s);
    QCOMPARE(dialog().model().names().size(), qsizetype{1});
    choose("sideList1", u"(nothing)"_s);
    QVERIFY(!part<QPushButton>("compareAsBars").isEnabled());
    QCOMPARE(dialog().model().rowCount(), 0);
}

void TestSides::languageAndUnitFollow() {
    open();
    m_settings->setByteUnit(ByteUnit::GB);
    QVERIFY(line(u"Usable"_s).at(1).endsWith(u"GB"_s));
    LanguageSwitcher::ofApplication().setLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QCOMPARE(dialog().windowTitle(), u"并排对比"_s);
    QVERIFY(headline().endsWith(u"更优。"_s));
    QVERIFY(!line(u"显存带宽"_s).isEmpty());
}

void TestSides::escapeClosesIt() {
    open();
    QTest::keyClick(&dialog(), Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChild<SidesDialog*>(u"sidesDialog"_s) == nullptr);
    open(); // and it opens again
}

QTEST_MAIN(TestSides)
#include "tst_sides.moc"
