// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel_test.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/field_row.h"
#include "ui/panel/model_list.h"
#include "ui/panel/model_picker.h"
#include "ui/panel/scenario_panel.h"
#include "ui/panel/stop_slider.h"
#include "ui/panel/stops.h"
#include "ui/store/runtime_switch.h"
#include "ui/text/format.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// The panel: model, runtime, KV types and what is under Advanced.
class TestChoices : public PanelTest {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void choosingAModelSetsTheSlider();
    void movingTheSizeLeavesTheModelAndSaysSo();
    void modelSearchMatchesWordsInAnyOrder();
    void modelPickerIsUsableByKeyboard();
    void modelPickerGoesBackOnEscape();
    void contextMarksTheModelsLimit();
    void runtimeChangeMovesTheFormatAndSaysSo();
    void kvListSetsKeysAndValues();
    void separateKeysAndValuesShowBoth();
    void advancedControlsReachTheScenario();
    void flashAttentionIsThereWhereItMatters();
    void controlsFollowAnOpenedScenario();

private:
    void choose(const char* list, const QString& text) const {
        auto* combo = find<QComboBox>(list);
        const int index = combo->findText(text, Qt::MatchStartsWith);
        QVERIFY2(index >= 0, qPrintable(text));
        combo->setCurrentIndex(index);
        emit combo->activated(index);
    }
};

void TestChoices::initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }

void TestChoices::init() { open(); }

void TestChoices::cleanup() { close(); }

void TestChoices::choosingAModelSetsTheSlider() {
    const CatalogModel* model = catalog()->findModel("Qwen/Qwen3-32B");
    QVERIFY(model != nullptr);
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    emit find<ModelPicker>("modelPicker")->modelChosen(QString::fromStdString(model->id));
    QCOMPARE(changes.count(), 1);
    const auto* slider = find<StopSlider>("sizeSlider");
    QCOMPARE(slider->value(), nearestStop(sizeStops(), model->parameters));
    QCOMPARE(box("sizeBox")->text(), formatParameters(model->parameters));
    QCOMPARE(find<ModelPicker>("modelPicker")->text(), QString::fromStdString(model->name));
}

void TestChoices::movingTheSizeLeavesTheModelAndSaysSo() {
    auto* picker = find<ModelPicker>("modelPicker");
    const QString left = picker->text();
    QVERIFY(left.contains(u"Qwen3"_s));
    QTest::keyClick(find<StopSlider>("sizeSlider"), Qt::Key_Right);
    const auto size = std::get<ModelSize>(m_store->scenario().model).parameters;
    QVERIFY(size > 14'000'000'000 && size < 17'000'000'000);
    QVERIFY(picker->text() != left);
    QVERIFY2(picker->text().contains(u"Generic"_s), qPrintable(picker->text()));
    QVERIFY2(hints().contains(left), qPrintable(hints()));
    QCOMPARE(m_store->snapshot().resolved->model.source, ArchitectureSource::Generic);
    QCOMPARE(m_store->snapshot().resolved->model.parameters, size);
    // Choosing a model again takes the remark away.
    emit picker->modelChosen(u"Qwen/Qwen3-8B"_s);
    QVERIFY(!hints().contains(left));
}

void TestChoices::modelSearchMatchesWordsInAnyOrder() {
    ModelListModel models(catalog());
    const QAbstractItemModelTester tester(&models, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(models.rowCount(), static_cast<int>(catalog()->models().size()));
    WordFilter filter(ModelListModel::SearchRole);
    filter.setSourceModel(&models);
    const auto found = [&filter](const QString& search) {
        filter.setSearch(search);
        QStringList ids;
        for (int row = 0; row < filter.rowCount(); ++row) {
            ids.append(filter.index(row, 0).data(ModelListModel::IdRole).toString());
        }
        return ids;
    };
    QVERIFY(found(u"14b qwen3"_s).contains(u"Qwen/Qwen3-14B"_s));
    QCOMPARE(found(u"14b qwen3"_s), found(u"  QWEN3   14B "_s));
    QVERIFY(found(u"qwen314b"_s).contains(u"Qwen/Qwen3-14B"_s));
    for (const QString& id : found(u"llama 70b"_s)) {
        QVERIFY2(id.contains(u"llama"_s, Qt::CaseInsensitive), qPrintable(id));
    }
    QVERIFY(found(u"no such model"_s).isEmpty());
    QCOMPARE(found({}).size(), models.rowCount());
}

void TestChoices::modelPickerIsUsableByKeyboard() {
    auto* picker = find<ModelPicker>("modelPicker");
    picker->setFocus();
    picker->selectAll();
    QTest::keyClicks(picker, u"qwen3 32b"_s);
    QVERIFY(picker->popup()->isVisible());
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    QTest::keyClick(picker->popup(), Qt::Key_Return);
    QVERIFY(!picker->popup()->isVisible());
    QCOMPARE(changes.count(), 1);
    QCOMPARE(std::get<CatalogName>(m_store->scenario().model).name, std::string("Qwen/Qwen3-32B"));

    // Down opens the list at the model in use and moves on from there.
    QTest::keyClick(picker, Qt::Key_Down);
    QVERIFY(picker->popup()->isVisible());
    QCOMPARE(picker->popup()->currentIndex().data(ModelListModel::IdRole).toString(), u"Qwen/Qwen3-32B"_s);
    QTest::keyClick(picker->popup(), Qt::Key_Down);
    QTest::keyClick(picker->popup(), Qt::Key_Return);
    QVERIFY(std::get<CatalogName>(m_store->scenario().model).name != "Qwen/Qwen3-32B");
    QCOMPARE(changes.count(), 2);
}

void TestChoices::modelPickerGoesBackOnEscape() {
    auto* picker = find<ModelPicker>("modelPicker");
    const QString shown = picker->text();
    picker->setFocus();
    picker->selectAll();
    QTest::keyClicks(picker, u"zzzz"_s);
    QVERIFY(!picker->popup()->isVisible());
    QVERIFY(hints().contains(u"zzzz"_s));
    QTest::keyClick(picker, Qt::Key_Return);
    QCOMPARE(std::get<CatalogName>(m_store->scenario().model).name, std::string("Qwen/Qwen3-14B"));
    QTest::keyClick(picker, Qt::Key_Escape);
    QCOMPARE(picker->text(), shown);
    QVERIFY(!hints().contains(u"zzzz"_s));
}

void TestChoices::contextMarksTheModelsLimit() {
    const std::int64_t limit = *m_store->snapshot().resolved->model.maxContext;
    const auto* slider = find<StopSlider>("contextSlider");
    QCOMPARE(slider->limit(), std::optional(static_cast<double>(limit)));
    QVERIFY(hints().contains(formatTokens(limit)));
    QVERIFY(!hints().contains(u"Beyond"_s));
    type("contextBox", QString::number(limit));
    QVERIFY(!hints().contains(u"Beyond"_s));
    type("contextBox", QString::number(limit + 1));
    QVERIFY(hints().contains(u"Beyond"_s));
    // The mark is painted: the same slider without it looks different.
    auto* painted = find<StopSlider>("contextSlider");
    const QImage marked = painted->grab().toImage();
    painted->setLimit(std::nullopt);
    QVERIFY(painted->grab().toImage() != marked);
    // A generic model has none.
    type("sizeBox", u"7b"_s);
    QCOMPARE(slider->limit(), std::nullopt);
}

void TestChoices::runtimeChangeMovesTheFormatAndSaysSo() {
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    choose("runtimeList", u"Transformers"_s);
    QCOMPARE(changes.count(), 1);
    const RuntimeProfile& runtime = *findRuntime("Transformers");
    const WeightFormat* format = catalog()->findWeightFormat(m_store->scenario().weights);
    QVERIFY(format != nullptr && loadsFormat(runtime, *format));
    QVERIFY2(hints().contains(u"Q4_K_M"_s) && hints().contains(u"Transformers"_s), qPrintable(hints()));
    QCOMPARE(box("weightsBox")->text(), QString::fromStdString(format->id));
    QCOMPARE(find<StopSlider>("weightsSlider")->stops().size(), loadableFormats(*catalog(), runtime).size());
    // The remark is about that change only.
    QTest::keyClick(find<StopSlider>("weightsSlider"), Qt::Key_Home);
    QVERIFY(!hints().contains(u"Q4_K_M"_s));
    // Where nothing moves there is nothing to say.
    choose("runtimeList", u"llama.cpp"_s);
    type("weightsBox", u"q8_0"_s);
    QCOMPARE(m_store->scenario().weights, std::string("Q8_0"));
    choose("runtimeList", u"Ollama"_s);
    QCOMPARE(m_store->scenario().weights, std::string("Q8_0"));
    QVERIFY(!hints().contains(u"moved"_s));
}

void TestChoices::kvListSetsKeysAndValues() {
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    const Bytes before = m_store->snapshot().rows[0].report->need.typical(MemoryPart::KvCache);
    choose("kvTypeList", u"q8_0"_s);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_store->scenario().kvCache, (KvCacheChoice{"q8_0", "q8_0"}));
    // f16 takes 2 bytes a value, q8_0 34 bytes for 32: the ratio is 17/32.
    QCOMPARE(m_store->snapshot().rows[0].report->need.typical(MemoryPart::KvCache).count() * 32, before.count() * 17);
}

void TestChoices::separateKeysAndValuesShowBoth() {
    choose("keyTypeList", u"q8_0"_s);
    QCOMPARE(m_store->scenario().kvCache.k, std::string("q8_0"));
    QCOMPARE(find<QComboBox>("kvTypeList")->currentText(), u"q8_0 / f16"_s);
    choose("valueTypeList", u"q8_0"_s);
    QVERIFY(find<QComboBox>("kvTypeList")->currentText().startsWith(u"q8_0 ("_s));
    QCOMPARE(find<QComboBox>("kvTypeList")->findText(u"q8_0 / f16"_s), -1);
}

void TestChoices::advancedControlsReachTheScenario() {
    auto* button = find<QToolButton>("advancedButton");
    QVERIFY(!find<QDoubleSpinBox>("marginBox")->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(find<QDoubleSpinBox>("marginBox")->isVisible());
    find<QDoubleSpinBox>("marginBox")->setValue(25);
    QCOMPARE(m_store->scenario().machine.marginPercent, 25.0);
    find<QDoubleSpinBox>("ramBox")->setValue(128);
    QCOMPARE(m_store->scenario().machine.ramGib, 128.0);
    choose("flashAttentionList", u"Off"_s);
    QCOMPARE(m_store->scenario().runtime.flashAttention, std::optional(false));
    choose("flashAttentionList", u"On"_s);
    QCOMPARE(m_store->scenario().runtime.flashAttention, std::optional(true));
    emit find<QComboBox>("flashAttentionList")->activated(0);
    QCOMPARE(m_store->scenario().runtime.flashAttention, std::nullopt);
}

void TestChoices::flashAttentionIsThereWhereItMatters() {
    QTest::mouseClick(find<QToolButton>("advancedButton"), Qt::LeftButton);
    QVERIFY(find<QComboBox>("flashAttentionList")->isVisible());
    choose("runtimeList", u"vLLM"_s);
    QVERIFY(!find<QComboBox>("flashAttentionList")->isVisible());
}

void TestChoices::controlsFollowAnOpenedScenario() {
    Scenario scenario;
    scenario.model = CatalogName{"Qwen/Qwen3-8B"};
    scenario.weights = "FP8";
    scenario.context = 65536;
    scenario.batch = 16;
    scenario.runtime.name = "vLLM";
    scenario.machine.marginPercent = 5;
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    m_store->setScenario(scenario);
    QCOMPARE(changes.count(), 1); // writing to the controls edits nothing
    QCOMPARE(m_store->scenario(), scenario);
    QCOMPARE(box("weightsBox")->text(), u"FP8"_s);
    QCOMPARE(find<StopSlider>("contextSlider")->number(), 65536.0);
    QCOMPARE(find<StopSlider>("batchSlider")->number(), 16.0);
    QCOMPARE(find<QComboBox>("runtimeList")->currentText(), u"vLLM"_s);
    QCOMPARE(find<QDoubleSpinBox>("marginBox")->value(), 5.0);
}

QTEST_MAIN(TestChoices)
#include "tst_choices.moc"
