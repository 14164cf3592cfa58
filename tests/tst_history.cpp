// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/stop_slider.h"
#include "ui/store/history.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    // the values alone, with a clock of the test
    void everyChangeIsAStep();
    void aNewChangeEndsRedo();
    void aDragIsOneStep();
    void aDragBackToItsStartIsNone();
    void quickStepsOfOneControlJoin();
    void waysOfLookingAreNoSteps();
    void clearForgets();
    void theOldestStepsAreForgotten();

    // the window as a user has it
    void draggingASliderIsUndoneAtOnce();
    void arrowKeysJoinAndTypingDoesNot();
    void shortcutsWorkFromATextBox();
    void actionsFollowTheHistory();
    void resetCanBeUndone();
    void openingAFileBeginsAnew();

private:
    void setContext(std::int64_t tokens) {
        m_store->edit([tokens](Scenario& scenario) { scenario.context = tokens; });
    }
    [[nodiscard]] std::int64_t context() const { return m_store->scenario().context; }
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* widget = m_window->findChild<T*>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    [[nodiscard]] std::int64_t shownContext() const { return m_window->store().scenario().context; }
    void makeWindow() {
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_window = std::make_unique<MainWindow>(facts(), *m_settings);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    qint64 m_now = 0;
    std::unique_ptr<ScenarioStore> m_store;
    std::unique_ptr<History> m_history;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestHistory::init() {
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    m_now = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ScenarioStore>(facts().catalog);
    m_history = std::make_unique<History>(*m_store, [this] { return m_now; });
}

void TestHistory::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_history.reset();
    m_store.reset();
}

void TestHistory::everyChangeIsAStep() {
    const Scenario first = m_store->scenario();
    QVERIFY(!m_history->canUndo() && !m_history->canRedo());
    setContext(1000);
    setContext(2000);
    m_store->edit([](Scenario& scenario) { scenario.view.rows = {{"GeForce RTX 4090", 2}}; });
    m_history->undo();
    QVERIFY(m_store->scenario().view.rows.empty());
    QCOMPARE(context(), 2000);
    m_history->undo();
    QCOMPARE(context(), 1000);
    m_history->undo();
    QCOMPARE(m_store->scenario(), first);
    QVERIFY(!m_history->canUndo() && m_history->canRedo());
    m_history->undo(); // nothing left
    QCOMPARE(m_store->scenario(), first);
    m_history->redo();
    m_history->redo();
    QCOMPARE(context(), 2000);
    m_history->redo();
    QCOMPARE(m_store->scenario().view.rows.size(), 1U);
    QVERIFY(!m_history->canRedo());
}

void TestHistory::aNewChangeEndsRedo() {
    setContext(1000);
    setContext(2000);
    m_history->undo();
    setContext(3000);
    QVERIFY(!m_history->canRedo());
    m_history->undo();
    QCOMPARE(context(), 1000);
}

void TestHistory::aDragIsOneStep() {
    setContext(1000);
    m_history->beginDrag();
    for (int i = 1; i <= 50; ++i) {
        m_now += 10'000; // however slow
        setContext(1000 + i);
    }
    m_history->endDrag();
    setContext(5000);
    m_history->undo();
    QCOMPARE(context(), 1050);
    m_history->undo();
    QCOMPARE(context(), 1000);
}

void TestHistory::aDragBackToItsStartIsNone() {
    setContext(1000);
    setContext(2000);
    m_history->undo();
    m_history->beginDrag();
    setContext(1500);
    setContext(1000);
    m_history->endDrag();
    QVERIFY(m_history->canRedo());
    m_history->redo();
    QCOMPARE(context(), 2000);
    m_history->undo();
    m_history->undo();
    QCOMPARE(context(), Scenario{}.context);
}

void TestHistory::quickStepsOfOneControlJoin() {
    const int slider = 0;
    const int other = 0;
    const auto step = [this](const void* control, std::int64_t tokens, qint64 wait) {
        m_now += wait;
        m_history->expectStepOf(control);
        setContext(tokens);
    };
    step(&slider, 1000, 0);
    step(&slider, 2000, 999);
    step(&slider, 3000, 999); // from the last step, not from the first
    step(&slider, 4000, 1000);
    step(&other, 5000, 1);
    step(nullptr, 6000, 1); // typed
    step(nullptr, 7000, 1);
    const std::vector<std::int64_t> steps{6000, 5000, 4000, 3000, Scenario{}.context};
    for (const std::int64_t expected : steps) {
        m_history->undo();
        QCOMPARE(context(), expected);
    }
    QVERIFY(!m_history->canUndo());
}

void TestHistory::waysOfLookingAreNoSteps() {
    m_store->setFocusedRow(0);
    m_store->setVerdictFilter(Verdict::Fits);
    m_store->edit([](Scenario& scenario) { scenario.view.sort = "memory"; });
    QVERIFY(!m_history->canUndo());
    m_store->setVerdictFilter(std::nullopt);
    setContext(1000);
    m_store->edit([](Scenario& scenario) {
        scenario.view.sort = "-total";
        scenario.view.shareScale = true;
    });
    m_history->undo();
    QCOMPARE(context(), Scenario{}.context);
    QCOMPARE(m_store->scenario().view.sort, std::string("-total")); // stays as it is
    QVERIFY(m_store->scenario().view.shareScale);
    m_store->edit([](Scenario& scenario) { scenario.view.sort = "name"; });
    QVERIFY(m_history->canRedo());
    m_history->redo();
    QCOMPARE(context(), 1000);
    QCOMPARE(m_store->scenario().view.sort, std::string("name"));
}

void TestHistory::clearForgets() {
    setContext(1000);
    setContext(2000);
    m_history->undo();
    m_history->clear();
    QVERIFY(!m_history->canUndo() && !m_history->canRedo());
    QCOMPARE(context(), 1000);
    setContext(3000);
    m_history->undo();
    QCOMPARE(context(), 1000);
}

void TestHistory::theOldestStepsAreForgotten() {
    for (std::size_t i = 1; i <= History::kMostSteps + 5; ++i) {
        setContext(static_cast<std::int64_t>(i));
    }
    int steps = 0;
    for (; m_history->canUndo(); ++steps) {
        m_history->undo();
    }
    QCOMPARE(static_cast<std::size_t>(steps), History::kMostSteps);
    QCOMPARE(context(), 5);
}

void TestHistory::draggingASliderIsUndoneAtOnce() {
    makeWindow();
    const std::int64_t before = shownContext();
    auto* slider = find<StopSlider>("contextSlider");
    const QPoint handle = slider->handleRect().center();
    QTest::mousePress(slider, Qt::LeftButton, {}, handle);
    QSignalSpy changes(&m_window->store(), &ScenarioStore::changed);
    for (int x = 5; x <= 60; x += 5) {
        QTest::mouseMove(slider, handle + QPoint(x, 0));
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, handle + QPoint(60, 0));
    QVERIFY2(changes.count() > 1, "the drag passed several stops");
    const std::int64_t after = shownContext();
    QVERIFY(after != before);
    find<QAction>("undoAction")->trigger();
    QCOMPARE(shownContext(), before);
    QVERIFY(!find<QAction>("undoAction")->isEnabled());
    find<QAction>("redoAction")->trigger();
    QCOMPARE(shownContext(), after);
}

void TestHistory::arrowKeysJoinAndTypingDoesNot() {
    makeWindow();
    const std::int64_t before = shownContext();
    auto* slider = find<StopSlider>("contextSlider");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    QTest::keyClick(slider, Qt::Key_Right);
    QTest::keyClick(slider, Qt::Key_Right);
    const std::int64_t stepped = shownContext();
    auto* box = find<QLineEdit>("contextBox");
    for (const QString& typed : {u"12000"_s, u"13000"_s}) {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, typed);
        QTest::keyClick(box, Qt::Key_Return);
    }
    QCOMPARE(shownContext(), 13000);
    auto* undo = find<QAction>("undoAction");
    undo->trigger();
    QCOMPARE(shownContext(), 12000);
    undo->trigger();
    QCOMPARE(shownContext(), stepped);
    undo->trigger();
    QCOMPARE(shownContext(), before);
}

void TestHistory::shortcutsWorkFromATextBox() {
    makeWindow();
    const std::int64_t before = shownContext();
    auto* box = find<QLineEdit>("contextBox");
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, u"12000"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(shownContext(), 12000);
    QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shownContext(), before);
    QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shownContext(), 12000);
    // What is being typed is the box's own to undo.
    QTest::keyClicks(box, u"9"_s);
    QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shownContext(), 12000);
}

void TestHistory::actionsFollowTheHistory() {
    makeWindow();
    auto* undo = find<QAction>("undoAction");
    auto* redo = find<QAction>("redoAction");
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
    find<QDoubleSpinBox>("ramBox")->setValue(128);
    QVERIFY(undo->isEnabled() && !redo->isEnabled());
    undo->trigger();
    QVERIFY(!undo->isEnabled() && redo->isEnabled());
    QCOMPARE(find<QDoubleSpinBox>("ramBox")->value(), 64.0);
    // Ways of looking are no steps.
    QTest::mouseClick(find<QToolButton>("shareScale"), Qt::LeftButton);
    QVERIFY(!undo->isEnabled() && redo->isEnabled());
}

void TestHistory::resetCanBeUndone() {
    makeWindow();
    m_window->store().edit([](Scenario& scenario) {
        scenario.context = 777;
        scenario.weights = "Q8_0";
        scenario.view.rows = {{"GeForce RTX 5090", 3}};
    });
    const Scenario mine = m_window->store().scenario();
    m_window->store().setVerdictFilter(Verdict::No);
    find<QAction>("resetAction")->trigger();
    QCOMPARE(m_window->store().scenario(), Scenario{});
    QVERIFY(!m_window->store().verdictFilter());
    QCOMPARE(m_window->store().shownChoices(), ScenarioStore::defaultRows());
    find<QAction>("undoAction")->trigger();
    QCOMPARE(m_window->store().scenario(), mine);
}

void TestHistory::openingAFileBeginsAnew() {
    makeWindow();
    m_window->store().edit([](Scenario& scenario) { scenario.context = 777; });
    const QString path = m_folder->filePath(u"a.vram.json"_s);
    QVERIFY(m_window->saveScenario(path));
    QVERIFY(find<QAction>("undoAction")->isEnabled()); // saving keeps the history
    QVERIFY(m_window->openScenario(path));
    QVERIFY(!find<QAction>("undoAction")->isEnabled());
    QVERIFY(!find<QAction>("redoAction")->isEnabled());
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
