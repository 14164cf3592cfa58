// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"
#include "shipped_catalog.h"
#include "ui/language/language_switcher.h"
#include "ui/steps/amount.h"
#include "ui/steps/candidate_table.h"
#include "ui/steps/memory_bar.h"
#include "ui/steps/steps_dialog.h"
#include "ui/store/history.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

class TestStepsUi : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void amounts_data();
    void amounts();
    void beginsFromTheScenario();
    void everyPageShowsTheMemorySoFar();
    void figuresFollowWhatIsTyped();
    void whatMakesNoSenseIsSaid();
    void aBudgetEndsInAScenario();
    void anOldAnswerIsNotOpened();
    void whatGivesWayIsAClick();
    void keysGoThroughThePages();
    void everyControlHasAName();
    void theLanguageSwitches();

private:
    template <typename T>
    [[nodiscard]] T* find(const QString& name) const {
        T* const found = m_dialog->findChild<T*>(name);
        if (found == nullptr) {
            qFatal("no %s", qPrintable(name));
        }
        return found;
    }
    void type(const QString& name, const QString& text) const {
        auto* const field = find<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    void click(const QString& name) const { find<QAbstractButton>(name)->click(); }
    [[nodiscard]] QString sentence() const { return find<QLabel>(u"stepsSentence"_s)->text(); }
    [[nodiscard]] Bytes barTotal() const { return find<MemoryBar>(u"memoryBar"_s)->data().parts.total().typical; }
    [[nodiscard]] bool answered() const {
        return QTest::qWaitFor([this] { return m_dialog->answer().has_value(); }, 20'000);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QPointer<StepsDialog> m_dialog;
};

void TestStepsUi::init() {
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    QCoreApplication::processEvents();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    m_window = std::make_unique<MainWindow>(loadCatalog(), *m_settings);
    m_window->show();
    m_window->findChild<QAction*>(u"stepsAction"_s)->trigger();
    m_dialog = m_window->findChild<StepsDialog*>();
    QVERIFY(m_dialog);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void TestStepsUi::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestStepsUi::amounts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("amount"); // -1: none
    QTest::newRow("plain") << u"1500"_s << 1500.0;
    QTest::newRow("dollar") << u"$1500"_s << 1500.0;
    QTest::newRow("grouped") << u"US$ 1,500"_s << 1500.0;
    QTest::newRow("k is a thousand") << u"1.5k"_s << 1500.0;
    QTest::newRow("behind") << u"1 500 USD"_s << 1500.0;
    QTest::newRow("Chinese") << u"1.2萬美元"_s << 12'000.0;
    QTest::newRow("full width") << u"＄２０００"_s << 2000.0;
    QTest::newRow("decimal comma") << u"0,5"_s << 0.5;
    QTest::newRow("watts") << u"450 W"_s << 450.0;
    QTest::newRow("speed") << u"30 tok/s"_s << 30.0;
    QTest::newRow("seconds") << u"1.5 s"_s << 1.5;
    QTest::newRow("share") << u"10 %"_s << 10.0;
    QTest::newRow("word") << u"cheap"_s << -1.0;
    QTest::newRow("negative") << u"-5"_s << -1.0;
    QTest::newRow("two points") << u"1.2.3"_s << -1.0;
    QTest::newRow("nothing") << u""_s << -1.0;
}

void TestStepsUi::amounts() {
    QFETCH(QString, text);
    QFETCH(double, amount);
    QCOMPARE(parseAmount(text).value_or(-1), amount);
}

void TestStepsUi::beginsFromTheScenario() {
    QVERIFY(m_dialog->question() == stepsFrom(m_window->store().scenario()));
    QVERIFY(find<QAbstractButton>(u"purpose0"_s)->isChecked());
    QVERIFY2(sentence().contains(u"Qwen3 14B"_s), qPrintable(sentence()));
    // 14.77e9 parameters of two bytes are 27.5 GiB.
    QVERIFY2(sentence().contains(u"27.5\u00A0GiB"_s), qPrintable(sentence()));
    QVERIFY(!find<QAbstractButton>(u"stepsBack"_s)->isEnabled());
    QVERIFY(find<QAbstractButton>(u"stepsOpen"_s)->isHidden());
}

void TestStepsUi::everyPageShowsTheMemorySoFar() {
    std::vector<Bytes> totals;
    for (int page = 0; page < StepsDialog::kPages; ++page) {
        m_dialog->showPage(page);
        QVERIFY(find<MemoryBar>(u"memoryBar"_s)->isVisible());
        QVERIFY(!sentence().isEmpty());
        QVERIFY(!find<MemoryBar>(u"memoryBar"_s)->text().isEmpty());
        totals.push_back(barTotal());
    }
    QVERIFY(totals[1] < totals[0]); // quantized
    QVERIFY(totals[2] > totals[1]); // with cache, activations and overhead
    QVERIFY(find<MemoryBar>(u"memoryBar"_s)->data().withMargin > totals[2]);
}

void TestStepsUi::figuresFollowWhatIsTyped() {
    m_dialog->showPage(2);
    const Bytes before = barTotal();
    type(u"stepsContext"_s, u"32k"_s);
    QCOMPARE(m_dialog->question().context, 32'768);
    // 24,576 tokens more of 163,840 bytes: 3.75 GiB, and a little for the working buffers.
    QVERIFY(barTotal() - before >= Bytes{163'840} * 24'576);
    type(u"stepsSpeed"_s, u"20 tok/s"_s);
    QCOMPARE(m_dialog->question().target.decodeTokensPerSecond.value_or(0), 20.0);
    m_dialog->showPage(0);
    type(u"stepsSize"_s, u"7b"_s);
    QVERIFY(m_dialog->question().model == ModelSource{ModelSize{7'000'000'000}});
    QVERIFY2(sentence().contains(u"7.0\u00A0B"_s), qPrintable(sentence()));
    m_dialog->showPage(1);
    click(u"quality0"_s);
    // 7e9 parameters of two bytes are 13.0 GiB.
    QVERIFY2(sentence().contains(u"13.0\u00A0GiB"_s), qPrintable(sentence()));
    QVERIFY(find<QTableWidget>(u"stepsFormats"_s)->rowCount() > 4);
}

void TestStepsUi::whatMakesNoSenseIsSaid() {
    m_dialog->showPage(2);
    const StepsQuestion before = m_dialog->question();
    type(u"stepsContext"_s, u"long"_s);
    QVERIFY(m_dialog->question() == before);
    find<QLineEdit>(u"stepsSequences"_s)->setFocus();
    const auto hints = m_dialog->findChildren<QLabel*>(u"hint"_s);
    QVERIFY(std::ranges::any_of(hints, [](const QLabel* hint) { return hint->text().contains(u"8192 or 32k"_s); }));
    type(u"stepsContext"_s, u"9000000"_s);
    QVERIFY(std::ranges::any_of(hints, [](const QLabel* hint) { return hint->text().contains(u"was made for"_s); }));
}

void TestStepsUi::aBudgetEndsInAScenario() {
    m_dialog->showPage(3);
    click(u"hardwareSource1"_s);
    type(u"stepsPrice"_s, u"$1500"_s);
    QCOMPARE(m_dialog->question().mostPriceUsd.value_or(0), 1500.0);
    QVERIFY(answered());
    const StepsAnswer answer = *m_dialog->answer();
    QVERIFY(answer.recommended.has_value());
    const auto* const table = find<QTableView>(u"stepsCandidates"_s);
    QCOMPARE(table->model()->rowCount(), static_cast<int>(answer.candidates.size()));
    QCOMPARE(table->currentIndex().row(), static_cast<int>(*answer.recommended));
    QVERIFY(find<QLabel>(u"stepsResult"_s)->text().startsWith(u"Recommended"_s));

    const Scenario before = m_window->store().scenario();
    click(u"stepsOpen"_s);
    const StepsCandidate& best = answer.candidates[*answer.recommended];
    const Scenario& opened = m_window->store().scenario();
    QCOMPARE(opened.weights, best.weights);
    QVERIFY(opened.machine.gpus == std::vector<GpuChoice>{best.choice});
    QCOMPARE(opened.view.rows.size(), answer.candidates.size());
    const Snapshot& snapshot = m_window->store().snapshot();
    QVERIFY(snapshot.rows[snapshot.focusedRow].choice == best.choice);
    QCOMPARE(snapshot.rows[snapshot.focusedRow].report->verdict, Verdict::Fits);
    m_window->findChild<QAction*>(u"undoAction"_s)->trigger();
    QVERIFY(m_window->store().scenario() == before); // one step
}

void TestStepsUi::anOldAnswerIsNotOpened() {
    m_dialog->showPage(3);
    click(u"hardwareSource1"_s);
    QVERIFY(answered());
    QVERIFY(find<QAbstractButton>(u"stepsOpen"_s)->isEnabled());
    type(u"stepsPrice"_s, u"400"_s);
    QVERIFY(!m_dialog->answer());
    QVERIFY(!find<QAbstractButton>(u"stepsOpen"_s)->isEnabled());
    QVERIFY(answered());
    QVERIFY(find<QAbstractButton>(u"stepsOpen"_s)->isEnabled());
    for (const StepsCandidate& candidate : m_dialog->answer()->candidates) {
        QVERIFY(*candidate.priceUsd <= 400);
    }
}

void TestStepsUi::whatGivesWayIsAClick() {
    m_dialog->showPage(0);
    type(u"stepsSize"_s, u"70b"_s);
    m_dialog->showPage(3);
    click(u"hardwareSource1"_s);
    type(u"stepsPrice"_s, u"1500"_s);
    QVERIFY(answered());
    QVERIFY(!m_dialog->answer()->recommended);
    const std::vector<StepsGiveWay> ways = m_dialog->answer()->giveWays;
    QVERIFY(!ways.empty());
    click(u"giveWay0"_s);
    QVERIFY(m_dialog->question() == ways.front().question);
    QVERIFY(answered());
    QVERIFY(m_dialog->answer()->recommended.has_value());
}

void TestStepsUi::keysGoThroughThePages() {
    auto* const bar = find<QTabBar>(u"stepsBar"_s);
    for (int page = 1; page < StepsDialog::kPages; ++page) {
        QTest::keyClick(m_dialog, Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(bar->currentIndex(), page); // the button is seen to go down
    }
    QTest::keyClick(m_dialog, Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(bar->currentIndex(), 2);
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Left);
    QCOMPARE(bar->currentIndex(), 1);
    QVERIFY(bar->hasFocus());
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(m_dialog.isNull() || !m_dialog->isVisible());
}

void TestStepsUi::everyControlHasAName() {
    for (int page = 0; page < StepsDialog::kPages; ++page) {
        m_dialog->showPage(page);
        for (QWidget* each : m_dialog->findChildren<QWidget*>()) {
            if (!each->isVisible() || (each->focusPolicy() & Qt::TabFocus) == 0) {
                continue;
            }
            const QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(each);
            QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(),
                     qPrintable(each->objectName() + u' ' + QString::fromLatin1(each->metaObject()->className())));
        }
    }
}

void TestStepsUi::theLanguageSwitches() {
    m_dialog->showPage(3);
    click(u"hardwareSource1"_s);
    QVERIFY(answered());
    for (const QString& code : {u"zh_TW"_s, u"zh_CN"_s}) {
        LanguageSwitcher::ofApplication().setLanguage(code);
        QCoreApplication::processEvents();
        for (const QString& text :
             {m_dialog->windowTitle(), sentence(), find<QLabel>(u"stepsResult"_s)->text(),
              find<QAbstractButton>(u"stepsOpen"_s)->text(), find<QTabBar>(u"stepsBar"_s)->tabText(0),
              find<QTableView>(u"stepsCandidates"_s)->model()->headerData(2, Qt::Horizontal).toString()}) {
            QVERIFY2(std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; }),
                     qPrintable(text));
        }
    }
}

QTEST_MAIN(TestStepsUi)

#include "tst_steps_ui.moc"
