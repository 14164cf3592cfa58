// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/task_question.h"
#include "shipped_catalog.h"
#include "ui/chart/bar_chart.h"
#include "ui/chart/chart_scene.h"
#include "ui/language/language_switcher.h"
#include "ui/store/history.h"
#include "ui/store/row_order.h"
#include "ui/table/row_table.h"
#include "ui/table/table_column.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/why/why_drawer.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QGraphicsView>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// Tasks compared on one machine, as a user meets them in the window.
class TestTaskRows : public QObject {
    Q_OBJECT

private slots:
    void init() {
        LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_window = std::make_unique<MainWindow>(facts(), *m_settings);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        store().edit([](Scenario& scenario) {
            scenario.model = CatalogName{"meta-llama/Llama-3.1-8B-Instruct"};
            scenario.view.axis = kTaskAxis;
        });
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
    }

    /// Llama 3.1 8B has 8,030,261,248 parameters. BF16: two bytes each. Full training in bf16-mixed: f32 weights and
    /// their bf16 copies (six bytes), f32 gradients (four), AdamW (eight). NF4: the linear layers (all but 2 x 128,256
    /// x 4,096 of embedding and head and 65 norms of 4,096) in 4 bits and one f32 for 64 of them, the rest in f32.
    void rowsHoldWhatTheTaskHolds() {
        const std::vector<Row>& rows = snapshot().rows;
        QCOMPARE(rows.size(), std::size_t{4});
        const auto bytes = [&rows](std::size_t row, MemoryPart part) {
            return static_cast<double>(rows[row].report->need.get(part)->typical.count());
        };
        constexpr double kParameters = 8'030'261'248;
        constexpr double kLinear = 6'979'321'856;
        const auto near = [](double value, double expected) { return std::abs(value / expected - 1) < 0.001; };
        QVERIFY(near(bytes(3, MemoryPart::Gradients), 4 * kParameters));
        QVERIFY(near(bytes(3, MemoryPart::Optimizer), 8 * kParameters));
        QVERIFY(near(bytes(3, MemoryPart::Weights), 6 * kParameters));
        QVERIFY(bytes(2, MemoryPart::Weights) >= 2 * kParameters);
        QVERIFY(near(bytes(1, MemoryPart::Weights), 0.5625 * kLinear + 4 * (kParameters - kLinear)));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QVERIFY(taskOf(rows[i]) == kComparedTasks.at(i));
            QVERIFY(rows[i].report->need.get(MemoryPart::KvCache).has_value() == (i == 0));
            QVERIFY(i == 0 || rows[i].report->needTotal.typical > rows[i - 1].report->needTotal.typical);
        }
        QCOMPARE(rowSettings(rows[0]), u"Q4_K_M · llama.cpp"_s);
        QCOMPARE(rowSettings(rows[1]), u"NF4 · Transformers"_s);
        QCOMPARE(rowSettings(rows[2]), u"BF16 · Transformers"_s);
        QCOMPARE(chart().scene().data().rows[1].subtitle, u"NF4 · Transformers"_s);
    }

    void theMachineIsTheScenarios() {
        // None is named: the card that has the focus, which the rows of cards keep.
        QCOMPARE(rowTitle(snapshot().rows[0]), taskName(Task::Inference));
        QVERIFY(machineLabel(snapshot().rows[0]).startsWith(u"RTX 4090"_s));
        chooseAxis(0);
        store().setFocusedRow(0);
        chooseAxis(1);
        QVERIFY(machineLabel(snapshot().rows[0]).startsWith(u"RTX 4060"_s));
        store().setFocusedRow(2);
        chooseAxis(0);
        QCOMPARE(snapshot().rows[snapshot().focusedRow].choice.name, std::string("GeForce RTX 4060"));
        chooseAxis(1);
        // The focused card is compared no more: the first of those that are.
        store().edit([](Scenario& scenario) { scenario.view.rows = {{"RTX 3090", 1}, {"RTX 5090", 1}}; });
        QVERIFY(machineLabel(snapshot().rows[0]).startsWith(u"RTX 3090"_s));
        store().edit([](Scenario& scenario) { scenario.view.rows = {{"CPU", 1}}; });
        QCOMPARE(machineLabel(snapshot().rows[0]), u"CPU only"_s);
        QVERIFY(snapshot().rows[0].report->devices.empty());
        // All cards of the scenario's machine, of every kind.
        store().edit([](Scenario& scenario) { scenario.machine.gpus = {{"RTX 4090", 2}, {"RTX 3090", 1}}; });
        QCOMPARE(machineLabel(snapshot().rows[0]), u"2× RTX 4090 + RTX 3090"_s);
        for (const Row& row : snapshot().rows) {
            const auto alone =
                report(resolve(withTask(store().scenario(), *taskOf(row), *facts().catalog), facts().catalog).value());
            QVERIFY(row.report->need == alone->need);
            QVERIFY(row.report->usable == alone->usable);
        }
        store().edit([](Scenario& scenario) { scenario.machine.gpus = {{"no such card", 1}}; });
        QCOMPARE(snapshot().rows.size(), std::size_t{4});
        QVERIFY(!snapshot().rows[0].report.ok() && taskOf(snapshot().rows[0]) == Task::Inference);
    }

    void theAxisIsOneStep() {
        chooseAxis(0);
        QCOMPARE(snapshot().rows.size(), ScenarioStore::defaultRows().size());
        QVERIFY(find<QToolButton>("addCards")->isVisible());
        auto* sorts = find<QComboBox>("sortList");
        QCOMPARE(sorts->count(), static_cast<int>(rowOrders().size()));
        chooseAxis(1);
        QCOMPARE(store().scenario().view.axis, std::string(kTaskAxis));
        QCOMPARE(find<QToolButton>("addCards")->accessibleName(), u"Tasks to compare"_s);
        QVERIFY(sorts->findText(u"Bandwidth"_s) < 0 && sorts->findText(u"Total"_s) > 0);
        trigger("undoAction");
        QCOMPARE(store().scenario().view.axis, std::string(kGpuAxis));
        QCOMPARE(find<QComboBox>("axisList")->currentIndex(), 0);
    }

    void tasksAreSorted() {
        store().edit([](Scenario& scenario) { scenario.view.sort = "-total"; });
        QVERIFY(taskOf(snapshot().rows.front()) == Task::Full);
        QVERIFY(taskOf(snapshot().rows[snapshot().focusedRow]) == Task::Inference);
        store().edit([](Scenario& scenario) { scenario.view.sort = "-name"; });
        QVERIFY(taskOf(snapshot().rows.front()) == Task::Full);
        // Of the card: the same for all.
        store().edit([](Scenario& scenario) { scenario.view.sort = "-bandwidth"; });
        QVERIFY(taskOf(snapshot().rows.front()) == Task::Inference);
        QCOMPARE(find<QComboBox>("sortList")->currentIndex(), 0);
    }

    void aDoubleClickUsesTheTask() {
        const ChartGeometry& geometry = chart().scene().geometry();
        QWidget* const place = chart().view().viewport();
        const QPoint point = chart().view().mapFromScene(QPointF(geometry.x(1), geometry.bar(1).center().y()));
        QTest::mouseClick(place, Qt::LeftButton, {}, point);
        QCOMPARE(snapshot().focusedRow, std::size_t{1});
        QVERIFY(store().scenario().task == Task::Inference);
        const Scenario before = store().scenario();
        QTest::mouseDClick(place, Qt::LeftButton, {}, point);
        QVERIFY(store().scenario() == withTask(before, Task::Qlora, *facts().catalog));
        QCOMPARE(snapshot().focusedRow, std::size_t{1});
        trigger("undoAction");
        QVERIFY(store().scenario() == before);
        QCOMPARE(snapshot().focusedRow, std::size_t{0}); // the focus is the scenario's own task again
        // By keys: another row, Enter; on one's own it explains.
        chart().setFocus();
        QTest::keyClick(&chart(), Qt::Key_End);
        QTest::keyClick(&chart(), Qt::Key_Return);
        QVERIFY(store().scenario().task == Task::Full);
        m_window->comparison().setWhyShown(false);
        QTest::keyClick(&chart(), Qt::Key_Return);
        QVERIFY(m_window->comparison().isWhyShown());
        QVERIFY(store().scenario().task == Task::Full);
    }

    void menusOfferTheTask() {
        const ChartGeometry& geometry = chart().scene().geometry();
        const QPoint point = chart().view().mapFromScene(QPointF(geometry.x(1), geometry.bar(2).center().y()));
        QContextMenuEvent asked(QContextMenuEvent::Mouse, point, chart().view().viewport()->mapToGlobal(point));
        QCoreApplication::sendEvent(chart().view().viewport(), &asked);
        QCOMPARE(snapshot().focusedRow, std::size_t{2});
        useFromMenu("chartMenu");
        QVERIFY(store().scenario().task == Task::Lora);

        QTest::mouseClick(find<QToolButton>("tableView"), Qt::LeftButton);
        QTableView& view = m_window->comparison().table().view();
        RowTableModel& model = m_window->comparison().table().model();
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Task"_s);
        QVERIFY(view.isColumnHidden(*tableColumn("bandwidth")) && !view.isColumnHidden(*tableColumn("gradients")));
        emit view.customContextMenuRequested(view.visualRect(model.index(3, 0)).center());
        useFromMenu("rowMenu");
        QVERIFY(store().scenario().task == Task::Full);
        const QPoint place = view.visualRect(model.index(0, 0)).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
        QVERIFY(store().scenario().task == Task::Inference);
        chooseAxis(0);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Card"_s);
        QVERIFY(!view.isColumnHidden(*tableColumn("bandwidth")));
    }

    void theReasonsSayWhyTasksDiffer() {
        m_window->comparison().explain(std::nullopt);
        const QString training = u"Training computes forward and backward."_s;
        const QString inference = u"Inference computes forward only."_s;
        const auto text = [this] { return m_window->comparison().why().text(); };
        QVERIFY(text().startsWith(inference) && text().contains(training));
        store().setFocusedRow(3);
        QVERIFY(text().startsWith(training) && text().contains(inference));
        chooseAxis(0);
        QVERIFY(!text().contains(training));
        store().setScenario(withTask(store().scenario(), Task::Lora, *facts().catalog));
        QVERIFY(text().startsWith(training));
        // A row without a card is explained, too.
        store().edit([](Scenario& scenario) {
            scenario = Scenario{};
            scenario.view.rows = {{"CPU", 1}};
        });
        QVERIFY2(text().contains(u"40 layers"_s), qPrintable(text()));
    }

private:
    [[nodiscard]] ScenarioStore& store() const { return m_window->store(); }
    [[nodiscard]] const Snapshot& snapshot() const { return store().snapshot(); }
    [[nodiscard]] BarChart& chart() const { return m_window->comparison().chart(); }
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* object = m_window->findChild<T*>(QString::fromLatin1(name));
        if (object == nullptr) {
            qFatal("nothing is called %s", name);
        }
        return object;
    }
    void chooseAxis(int index) const {
        auto* list = find<QComboBox>("axisList");
        list->setCurrentIndex(index);
        emit list->activated(index);
    }
    void trigger(const char* action) const { find<QAction>(action)->trigger(); }
    void useFromMenu(const char* name) const {
        auto* menu = find<QMenu>(name);
        auto* use = menu->findChild<QAction*>(u"useRow"_s);
        QVERIFY(use != nullptr && use->isEnabled());
        use->trigger();
        menu->close();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTaskRows)
#include "tst_task_rows.moc"
