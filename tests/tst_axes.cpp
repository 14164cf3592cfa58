// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/axis.h"
#include "shipped_catalog.h"
#include "ui/cards/scenario_picker.h"
#include "ui/cards/value_picker.h"
#include "ui/chart/bar_chart.h"
#include "ui/chart/bar_chart_data.h"
#include "ui/chart/chart_scene.h"
#include "ui/export/chart_export.h"
#include "ui/language/language_switcher.h"
#include "ui/table/row_table.h"
#include "ui/text/axis_text.h"
#include "ui/text/scenario_text.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"
#include "ui/window/scenario_document.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// Rows of any axis, as a user meets them in the window.
class TestAxes : public QObject {
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
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
    }

    void switchingKeepsTheScenario() {
        Scenario before = store().scenario();
        before.view = {};
        for (const std::string_view axis : kAxisIds) {
            chooseAxis(axis);
            Scenario now = store().scenario();
            QCOMPARE(now.view.axis, std::string(axis));
            now.view = {};
            QVERIFY(now == before);
            QVERIFY(!snapshot().rows.empty());
            if (axis != kGpuAxis) {
                const Row& own = snapshot().rows[snapshot().focusedRow];
                QVERIFY(own.present && own.report.ok());
                QCOMPARE(std::ranges::count_if(snapshot().rows, &Row::present), 1);
                QVERIFY(machineLabel(own).startsWith(u"RTX 4090"_s)); // the card that had the focus
                const QString headline = axisHeadline(axis);
                QVERIFY(!headline.isEmpty() && !renderChart(snapshot(), {}).isNull());
            }
            for (const Row& row : snapshot().rows) {
                QVERIFY(!rowTitle(row).isEmpty());
            }
            QCOMPARE(find<QComboBox>("axisList")->currentText(), axisName(axis));
        }
        trigger("undoAction");
        QCOMPARE(store().scenario().view.axis, std::string("model"));
    }

    void titlesAndWhatIsShared() {
        store().edit([](Scenario& scenario) { scenario.context = 32768; });
        chooseAxis("context");
        QCOMPARE(rowTitle(own()), u"32,768 tokens"_s);
        QCOMPARE(sharedLine(snapshot()), u"Qwen3 14B · Q4_K_M · batch 1 · KV f16 · llama.cpp"_s);
        QVERIFY(chart().scene().data().rows[snapshot().focusedRow].subtitle.startsWith(u"Chosen now"_s));
        chooseAxis("batch");
        QCOMPARE(rowTitle(own()), u"1 sequence"_s);
        QCOMPARE(rowTitle(snapshot().rows[2]), u"4 sequences"_s);
        chooseAxis("kv");
        QCOMPARE(rowTitle(own()), u"f16 / f16"_s);
        QVERIFY(rowSettings(own()).startsWith(u"160"_s)); // KiB a token: 163,840 bytes
        chooseAxis("weights");
        QCOMPARE(rowTitle(own()), u"Q4_K_M"_s);
        QCOMPARE(rowSettings(own()), u"4.9 bits per weight"_s);
        chooseAxis("runtime");
        QCOMPARE(rowTitle(own()), u"llama.cpp"_s);
        QCOMPARE(sharedLine(snapshot()), u"Qwen3 14B · 32,768 tokens · batch 1"_s);
        chooseAxis("model");
        QCOMPARE(rowTitle(own()), u"Qwen3 14B"_s);
        chooseAxis("scenario");
        QCOMPARE(rowTitle(own()), u"This scenario"_s);
        // In the table the first column is named after the axis.
        QTest::mouseClick(find<QToolButton>("tableView"), Qt::LeftButton);
        chooseAxis("context");
        const RowTableModel& model = m_window->comparison().table().model();
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Context"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"2,048 tokens"_s);
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"2,048 tokens, "_s));
    }

    void aRowIsUsedInOneStep_data() {
        QTest::addColumn<QString>("axis");
        for (const char* axis : {"task", "weights", "context", "batch", "kv", "runtime", "model"}) {
            QTest::newRow(axis) << QString::fromLatin1(axis);
        }
    }
    void aRowIsUsedInOneStep() {
        QFETCH(const QString, axis);
        chooseAxis(axis.toStdString());
        const Scenario before = store().scenario();
        chart().setFocus();
        QTest::keyClick(&chart(), Qt::Key_End);
        const Row last = snapshot().rows.back();
        QVERIFY(asksOtherwise(last));
        QTest::keyClick(&chart(), Qt::Key_Return);
        QVERIFY(store().scenario() == withAxisValue(before, *last.value, *facts().catalog).value());
        QVERIFY(own().present && own().value == last.value);
        QVERIFY(own().report->need == last.report->need); // what the row said is what there is now
        trigger("undoAction");
        QVERIFY(store().scenario() == before);
        QVERIFY(own().present && !(own().value == last.value));
    }

    void theOwnRowMovesWithTheSlider() {
        chooseAxis("context");
        QCOMPARE(snapshot().rows.size(), std::size_t{6});
        store().edit([](Scenario& scenario) { scenario.context = 10000; });
        QCOMPARE(snapshot().rows.size(), std::size_t{7});
        QCOMPARE(rowTitle(own()), u"10,000 tokens"_s);
        QCOMPARE(snapshot().focusedRow, std::size_t{3});
        store().edit([](Scenario& scenario) { scenario.context = 20000; });
        QCOMPARE(snapshot().focusedRow, std::size_t{4});
        // Another row keeps the focus while something else changes, and gives it back when the value moves.
        store().setFocusedRow(0);
        store().edit([](Scenario& scenario) { scenario.batch = 2; });
        QCOMPARE(rowTitle(own()), u"2,048 tokens"_s);
        store().edit([](Scenario& scenario) { scenario.context = 4096; });
        QCOMPARE(rowTitle(own()), u"4,096 tokens"_s);
    }

    void numbersAreTyped() {
        chooseAxis("context");
        QTest::mouseClick(find<QToolButton>("addCards"), Qt::LeftButton);
        auto* picker = find<ValuePicker>("valuePicker");
        auto* line = picker->findChild<QLineEdit*>(u"valueLine"_s);
        QCOMPARE(line->text(), u"2k, 4k, 8k, 16k, 32k, 40k"_s);
        auto* ok = picker->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        line->setText(u"4k, many"_s);
        QVERIFY(!ok->isEnabled());
        line->setText(u"4k、12288 128K"_s);
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(store().scenario().view.values, (std::vector<std::string>{"4096", "12288", "131072"}));
        QCOMPARE(titles(),
                 (QStringList{u"4,096 tokens"_s, u"8,192 tokens"_s, u"12,288 tokens"_s, u"131,072 tokens"_s}));
        // Each axis has its own, and remembers them.
        chooseAxis("batch");
        QVERIFY(store().scenario().view.values.empty());
        chooseAxis("context");
        QCOMPARE(snapshot().rows.size(), std::size_t{4});
    }

    void valuesAreChecked() {
        chooseAxis("weights");
        QTest::mouseClick(find<QToolButton>("addCards"), Qt::LeftButton);
        auto* picker = find<ValuePicker>("valuePicker");
        auto* list = picker->findChild<QListWidget*>(u"valueList"_s);
        const auto itemOf = [list](const QString& text) { return list->findItems(text, Qt::MatchExactly).value(0); };
        QCOMPARE(itemOf(u"Q4_K_M"_s)->checkState(), Qt::Checked);
        QCOMPARE(itemOf(u"IQ4_NL"_s)->checkState(), Qt::Unchecked);
        picker->findChild<QLineEdit*>(u"valueLine"_s)->setText(u"iq4"_s);
        QVERIFY(itemOf(u"Q4_K_M"_s)->isHidden() && !itemOf(u"IQ4_NL"_s)->isHidden());
        for (int i = 0; i < list->count(); ++i) {
            list->item(i)->setCheckState(Qt::Unchecked);
        }
        auto* buttons = picker->findChild<QDialogButtonBox*>();
        QVERIFY(!buttons->button(QDialogButtonBox::Ok)->isEnabled());
        itemOf(u"IQ4_NL"_s)->setCheckState(Qt::Checked);
        QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(titles(), (QStringList{u"IQ4_NL"_s, u"Q4_K_M"_s}));
        QTest::mouseClick(find<QToolButton>("addCards"), Qt::LeftButton);
        picker = find<ValuePicker>("valuePicker");
        buttons = picker->findChild<QDialogButtonBox*>();
        QTest::mouseClick(buttons->button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
        QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QVERIFY(store().scenario().view.values.empty());
    }

    void scenariosAreKeptAsRows() {
        const QString file = m_folder->filePath(u"long.vram.json"_s);
        store().edit([](Scenario& scenario) { scenario.context = 32768; });
        QVERIFY(m_window->saveScenario(file));
        store().edit([](Scenario& scenario) { scenario.context = 8192; });
        chooseAxis("scenario");
        QTest::mouseClick(find<QToolButton>("addCards"), Qt::LeftButton);
        auto* picker = find<ScenarioPicker>("scenarioPicker");
        auto* list = picker->findChild<QListWidget*>(u"scenarioList"_s);
        QTest::mouseClick(picker->findChild<QPushButton*>(u"keepScenario"_s), Qt::LeftButton);
        QCOMPARE(list->item(0)->text(), u"Qwen3 14B · Q4_K_M · 8,192 tokens"_s);
        picker->addFiles({file, m_folder->filePath(u"none.json"_s)});
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->item(1)->text(), u"long"_s);
        list->item(1)->setText(u"Long"_s);
        QTest::mouseClick(picker->findChild<QPushButton*>(u"keepScenario"_s), Qt::LeftButton);
        list->setCurrentRow(2);
        QTest::mouseClick(picker->findChild<QPushButton*>(u"removeScenario"_s), Qt::LeftButton);
        QTest::mouseClick(picker->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(titles(), (QStringList{u"Qwen3 14B · Q4_K_M · 8,192 tokens"_s, u"Long"_s}));
        QVERIFY(snapshot().rows[0].present && !snapshot().rows[1].present);
        // Saved and opened, it is the same; used, a row becomes the question and the rows stay.
        const QString saved = m_folder->filePath(u"rows.vram.json"_s);
        QVERIFY(m_window->saveScenario(saved));
        const Result<Scenario> read = readScenarioFile(saved, facts().catalog);
        QVERIFY(read.ok() && *read == store().scenario());
        QVERIFY(store().useRow(1));
        QCOMPARE(store().scenario().context, std::int64_t{32768});
        QCOMPARE(snapshot().rows.size(), std::size_t{2});
        QVERIFY(snapshot().rows[1].present);
        trigger("undoAction");
        QCOMPARE(store().scenario().context, std::int64_t{8192});
    }

    void cardsAreChosenWhateverIsCompared() {
        chooseAxis("context");
        trigger("addCardsAction");
        auto* picker = find<QDialog>("gpuPicker");
        picker->accept();
        QCOMPARE(store().scenario().view.axis, std::string(kGpuAxis));
        QCOMPARE(snapshot().rows.size(), ScenarioStore::defaultRows().size());
    }

    void anUnknownValueSaysSo() {
        store().edit([](Scenario& scenario) {
            scenario.view.axis = "weights";
            scenario.view.values = {"Q8_0", "Q9_Z"};
        });
        const BarChartData data = barChartData(snapshot());
        const auto bad = std::ranges::find(data.rows, u"Q9_Z"_s, &ChartRow::label);
        QVERIFY(bad != data.rows.end() && bad->sentence.contains(u"Q9_Z"_s));
    }

    void everyLanguageHasItsWords() {
        for (const QString& language : {u"zh_TW"_s, u"zh_CN"_s}) {
            LanguageSwitcher::ofApplication().setLanguage(language);
            QCoreApplication::processEvents();
            const auto isHan = [](const QString& text) {
                return std::ranges::any_of(text, [](QChar each) { return each.script() == QChar::Script_Han; });
            };
            for (const std::string_view axis : kAxisIds) {
                QVERIFY(isHan(axisHeadline(axis)) && isHan(axisChoiceTitle(axis)));
            }
            QVERIFY(isHan(valueTitle(ContextValue{4096})) && isHan(valueTitle(BatchValue{4})));
            QVERIFY(isHan(axisUseText(ContextValue{4096})) && isHan(valueTitle(SavedScenario{})));
        }
        LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    }

private:
    [[nodiscard]] ScenarioStore& store() const { return m_window->store(); }
    [[nodiscard]] const Snapshot& snapshot() const { return store().snapshot(); }
    [[nodiscard]] const Row& own() const { return snapshot().rows[snapshot().focusedRow]; }
    [[nodiscard]] BarChart& chart() const { return m_window->comparison().chart(); }
    [[nodiscard]] QStringList titles() const {
        QStringList texts;
        for (const Row& row : snapshot().rows) {
            texts += rowTitle(row);
        }
        return texts;
    }
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        const auto all = m_window->findChildren<T*>(QString::fromLatin1(name));
        if (all.isEmpty()) {
            qFatal("nothing is called %s", name);
        }
        return all.last();
    }
    void chooseAxis(std::string_view axis) const {
        auto* list = find<QComboBox>("axisList");
        const int index = list->findData(QString::fromUtf8(axis.data(), static_cast<qsizetype>(axis.size())));
        list->setCurrentIndex(index);
        emit list->activated(index);
    }
    void trigger(const char* action) const { find<QAction>(action)->trigger(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAxes)
#include "tst_axes.moc"
