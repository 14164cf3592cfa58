// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/task_question.h"
#include "panel_test.h"
#include "ui/band/remedy_text.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/training_option_table.h"
#include "ui/store/fit_advisor.h"
#include "ui/store/history.h"
#include "ui/store/remedies.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// The panel for training, and tasks compared.
class TestTrainingPanel : public PanelTest {
    Q_OBJECT

private slots:
    void initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }
    void init() { open(); }
    void cleanup() { close(); }

    void aTabIsOneEdit() {
        auto* tabs = find<QTabBar>("taskTabs");
        m_store->edit([](Scenario& scenario) {
            scenario.weights = "Q5_K_M";
            scenario.kvCache = {"q8_0", "q8_0"};
        });
        const Scenario before = m_store->scenario();
        const QSignalSpy spy(m_store.get(), &ScenarioStore::changed);
        tabs->setCurrentIndex(1);
        QCOMPARE(spy.count(), 1);
        QVERIFY(m_store->scenario() == withTask(before, Task::Qlora, *catalog()));
        tabs->setCurrentIndex(3);
        QVERIFY(m_store->scenario().task == Task::Full);
        // Inference comes back as it was left.
        tabs->setCurrentIndex(0);
        QVERIFY(m_store->scenario() == before);
        // By keys, too.
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QVERIFY(m_store->scenario().task == Task::Qlora);
    }

    void rowsFollowTheTask() {
        auto* tabs = find<QTabBar>("taskTabs");
        const auto visible = [this](const char* name) { return find<QWidget>(name)->isVisibleTo(m_panel.get()); };
        QVERIFY(visible("kvTypeList"));
        QVERIFY(!visible("optimizerTraining"));
        tabs->setCurrentIndex(1); // QLoRA
        QVERIFY(!visible("kvTypeList"));
        QVERIFY(visible("optimizerTraining") && visible("lora_rankTrainingSlider") && visible("weightsSlider"));
        QVERIFY(!visible("precisionTraining"));
        tabs->setCurrentIndex(3); // full
        QVERIFY(visible("precisionTraining"));
        QVERIFY(!visible("lora_rankTrainingSlider") && !visible("weightsSlider"));
        auto* runtimes = find<QComboBox>("runtimeList");
        QCOMPARE(runtimes->count(), 10);
        QVERIFY(runtimes->findText(u"Unsloth"_s) >= 0 && runtimes->findText(u"llama.cpp"_s) < 0);
        tabs->setCurrentIndex(0);
        QVERIFY(runtimes->findText(u"llama.cpp"_s) >= 0 && runtimes->findText(u"Unsloth"_s) < 0);
    }

    /// Every control writes the key that it is named after, and shows what is set elsewhere.
    void everyOptionIsEdited() {
        find<QTabBar>("taskTabs")->setCurrentIndex(2);
        for (const TrainingOption& option : trainingOptions()) {
            const Task task = option.when == TrainingOption::When::Full ? Task::Full : Task::Lora;
            m_store->edit([task](Scenario& scenario) { scenario.task = task; });
            const TrainingChoice before = m_store->scenario().training;
            if (const auto* slider = std::get_if<TrainingOption::Slider>(&option.value)) {
                type((std::string(option.key) + "TrainingBox").c_str(), u"7"_s);
                QCOMPARE(m_store->scenario().training.*slider->member, 7);
                m_store->edit([&before](Scenario& scenario) { scenario.training = before; });
                continue;
            }
            auto* control = find<QWidget>((std::string(option.key) + "Training").c_str());
            if (auto* list = qobject_cast<QComboBox*>(control)) {
                QVERIFY2(list->count() > 1, option.key);
                for (int i = list->count() - 1; i >= 0; --i) {
                    list->setCurrentIndex(i);
                    emit list->activated(i);
                    const auto& words = std::get<TrainingOption::Words>(option.value);
                    QCOMPARE(QString::fromStdString(words.get(m_store->scenario().training)),
                             list->itemData(i).toString());
                    QVERIFY2(!list->itemText(i).isEmpty(), option.key);
                    QVERIFY2(m_store->snapshot().resolved.has_value(), option.key); // a word that the core knows
                }
            } else if (auto* count = qobject_cast<QSpinBox*>(control)) {
                count->setValue(7);
                QCOMPARE(m_store->scenario().training.*std::get<TrainingOption::Count>(option.value), 7);
            } else if (auto* share = qobject_cast<QDoubleSpinBox*>(control)) {
                share->setValue(0.25);
                QCOMPARE(m_store->scenario().training.*std::get<TrainingOption::Share>(option.value), 0.25);
            } else {
                auto* box = qobject_cast<QCheckBox*>(control);
                QVERIFY2(box != nullptr, option.key);
                const bool was = box->isChecked();
                box->click();
                QCOMPARE(m_store->scenario().training.*std::get<TrainingOption::Switch>(option.value), !was);
            }
            m_store->edit([&before](Scenario& scenario) { scenario.training = before; });
        }
    }

    void tasksAreCompared() {
        m_store->edit([](Scenario& scenario) {
            scenario.view.axis = kTaskAxis;
            scenario.machine.gpus = {{"RTX 4090", 1}};
        });
        const Snapshot& snapshot = m_store->snapshot();
        QCOMPARE(snapshot.rows.size(), std::size_t{4});
        QCOMPARE(snapshot.focusedRow, std::size_t{0});
        for (std::size_t i = 0; i < 4; ++i) {
            const Row& row = snapshot.rows[i];
            QVERIFY(taskOf(row) == kComparedTasks.at(i));
            QCOMPARE(rowTitle(row), taskName(kComparedTasks.at(i)));
            const auto alone =
                report(resolve(withTask(snapshot.scenario, *taskOf(row), *catalog()), catalog()).value());
            QVERIFY(row.report->need == alone->need);
        }
        // A click on another task offers it.
        m_store->setFocusedRow(1);
        const std::vector<WayOut> ways = waysOut(m_store->snapshot(), false, *catalog());
        QCOMPARE(ways.size(), std::size_t{1});
        QVERIFY(ways.front().kind == WayOutKind::Task);
        QCOMPARE(ways.front().number, static_cast<std::int64_t>(Task::Qlora));
        // The focus follows the scenario's own task until another row is clicked.
        m_store->edit([](Scenario& scenario) { scenario.context = 4096; });
        QCOMPARE(m_store->snapshot().focusedRow, std::size_t{1});
    }

    void remediesAreOfferedAndSaidInEveryLanguage() {
        FitAdvisor advisor(*m_store);
        std::vector<Remedy> found;
        connect(&advisor, &FitAdvisor::found, this,
                [&found](const std::vector<Remedy>& remedies) { found = remedies; });
        m_store->edit([](Scenario& scenario) {
            scenario = withTask(scenario, Task::Full, *catalog());
            scenario.machine.gpus = {{"RTX 4090", 1}};
        });
        QTRY_VERIFY(!found.empty());
        QStringList texts;
        for (const QString& language : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
            LanguageSwitcher::ofApplication().setLanguage(language);
            for (const Remedy& remedy : found) {
                const OfferText text = offerText(remedy, m_store->snapshot(), catalog().get());
                // What it saves, or costs.
                QVERIFY2(text.label.contains(u"iB"_s) || remedy.kind == RemedyKind::OtherCard, qPrintable(text.label));
                QVERIFY(!text.toolTip.isEmpty() && text.verdict == remedy.verdict);
            }
            texts += offerText(found.front(), m_store->snapshot(), catalog().get()).toolTip + taskName(Task::Full) +
                     scenarioLine(m_store->snapshot());
        }
        LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
        QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), 3);
    }
};

QTEST_MAIN(TestTrainingPanel)
#include "tst_training_panel.moc"
