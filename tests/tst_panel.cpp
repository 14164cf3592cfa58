// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/generic.h"
#include "panel_test.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/field_row.h"
#include "ui/panel/model_picker.h"
#include "ui/panel/runtime_options.h"
#include "ui/panel/scenario_panel.h"
#include "ui/panel/stop_slider.h"
#include "ui/panel/stops.h"
#include "ui/text/format.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// The panel: sliders and their boxes.
class TestPanel : public PanelTest {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void stopsAreRoundAndAscend();
    void nearestStopIsNearestInRatio();
    void aDragStepIsOneRecomputation_data();
    void aDragStepIsOneRecomputation();
    void keysMoveBySteps();
    void wheelNeedsFocus();
    void boxesAcceptWhatPeopleType_data();
    void boxesAcceptWhatPeopleType();
    void boxesRefuseAndExplain_data();
    void boxesRefuseAndExplain();
    void typedValueBetweenStopsIsKept();
    void theFormatSaysItsQuality();
    void arrowKeysInABoxStep();
    void assistiveTechnologyHearsTheValue();
    void extrasAreEditedAndLeaveAgain();
    void optionsAreOfTheChosenRuntime();
    void everyOptionIsEditedAndGoesBack();
    void leavingTheModelMovesNothing();
};

void TestPanel::initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }

void TestPanel::init() { open(); }

void TestPanel::cleanup() { close(); }

void TestPanel::stopsAreRoundAndAscend() {
    for (const auto stops : {sizeStops(), contextStops(), batchStops()}) {
        QVERIFY(std::ranges::is_sorted(stops));
        QVERIFY(std::ranges::adjacent_find(stops) == stops.end());
    }
    QCOMPARE(sizeStops().front(), kGenericLeast);
    QCOMPARE(sizeStops().back(), kGenericMost);
    QCOMPARE(contextStops().front(), 512);
    QCOMPARE(contextStops().back(), 1048576);
    QCOMPARE(batchStops().front(), 1);
    QCOMPARE(batchStops().back(), 512);
    for (std::int64_t context = 512; context <= 1048576; context *= 2) {
        QVERIFY(std::ranges::find(contextStops(), context) != contextStops().end());
    }
    for (const std::int64_t billions : {1, 7, 8, 14, 32, 70}) {
        QVERIFY(std::ranges::find(sizeStops(), billions * 1'000'000'000) != sizeStops().end());
    }
}

void TestPanel::nearestStopIsNearestInRatio() {
    const std::vector<std::int64_t> stops{1, 4, 100};
    QCOMPARE(nearestStop(stops, 0), 0);
    QCOMPARE(nearestStop(stops, 1), 0);
    QCOMPARE(nearestStop(stops, 3), 1);  // 3/1 > 4/3
    QCOMPARE(nearestStop(stops, 19), 1); // 19/4 = 4.75 < 100/19 = 5.26
    QCOMPARE(nearestStop(stops, 21), 2); // 21/4 = 5.25 > 100/21 = 4.76
    QCOMPARE(nearestStop(stops, std::numeric_limits<std::int64_t>::max()), 2);
}

void TestPanel::aDragStepIsOneRecomputation_data() {
    QTest::addColumn<QByteArray>("slider");
    QTest::newRow("size") << QByteArray("sizeSlider");
    QTest::newRow("weights") << QByteArray("weightsSlider");
    QTest::newRow("context") << QByteArray("contextSlider");
    QTest::newRow("batch") << QByteArray("batchSlider");
}

void TestPanel::aDragStepIsOneRecomputation() {
    QFETCH(QByteArray, slider);
    auto* handle = find<StopSlider>(slider.constData());
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    QPoint at = handle->handleRect().center();
    // Towards the far end, then back: each position differs from the one before.
    const int away = at.x() < handle->width() / 2 ? 1 : -1;
    QTest::mousePress(handle, Qt::LeftButton, {}, at);
    QCOMPARE(changes.count(), 0);
    int steps = 0;
    for (int move = 1; move <= 24; ++move) {
        const int before = handle->value();
        const qsizetype known = changes.count();
        at.rx() += (move <= 16 ? away : -away) * 4;
        QTest::mouseMove(handle, at);
        const bool moved = handle->value() != before;
        QCOMPARE(changes.count() - known, moved ? 1 : 0);
        if (!moved) {
            continue;
        }
        ++steps;
        // What is shown is what the core says about the scenario of this very step.
        const Snapshot& snapshot = m_store->snapshot();
        for (const Row& row : snapshot.rows) {
            Scenario single = snapshot.scenario;
            single.machine.gpus = {row.choice};
            const Result<Resolved> resolved = resolve(single, catalog());
            QVERIFY(resolved.ok());
            const Result<Report> direct = report(*resolved);
            QVERIFY(direct.ok() && row.report.ok());
            QCOMPARE(row.report->needTotal, direct->needTotal);
            QCOMPARE(row.report->verdict, direct->verdict);
        }
    }
    QTest::mouseRelease(handle, Qt::LeftButton, {}, at);
    QVERIFY2(steps >= 5, "the handle did not follow the mouse");
    QCOMPARE(changes.count(), steps);
}

void TestPanel::keysMoveBySteps() {
    auto* slider = find<StopSlider>("contextSlider");
    slider->setFocus();
    QCOMPARE(m_store->scenario().context, 8192);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(m_store->scenario().context, 10240); // 8192 * 5/4
    QTest::keyClick(slider, Qt::Key_Left);
    QTest::keyClick(slider, Qt::Key_PageUp);
    QCOMPARE(m_store->scenario().context, 16384); // a page is a doubling
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(m_store->scenario().context, 512);
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(m_store->scenario().context, 1048576);
}

void TestPanel::wheelNeedsFocus() {
    auto* slider = find<StopSlider>("batchSlider");
    const auto turn = [slider] {
        QWheelEvent wheel(QPointF(slider->rect().center()), slider->mapToGlobal(QPointF(slider->rect().center())), {},
                          QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(slider, &wheel);
    };
    find<StopSlider>("sizeSlider")->setFocus();
    turn();
    QCOMPARE(m_store->scenario().batch, 1);
    slider->setFocus();
    turn();
    QVERIFY(m_store->scenario().batch > 1);
}

void TestPanel::boxesAcceptWhatPeopleType_data() {
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qlonglong>("value");
    QTest::newRow("32k") << QByteArray("contextBox") << u"32k"_s << 32768LL;
    QTest::newRow("128K") << QByteArray("contextBox") << u"128K"_s << 131072LL;
    QTest::newRow("grouped") << QByteArray("contextBox") << u"40,960"_s << 40960LL;
    QTest::newRow("1m") << QByteArray("contextBox") << u"1m"_s << 1048576LL;
    QTest::newRow("beyond the slider") << QByteArray("contextBox") << u"4000000"_s << 4000000LL;
    QTest::newRow("batch 24") << QByteArray("batchBox") << u"24"_s << 24LL;
    QTest::newRow("batch 1000") << QByteArray("batchBox") << u"1000"_s << 1000LL;
    QTest::newRow("7b") << QByteArray("sizeBox") << u"7b"_s << 7000000000LL;
    QTest::newRow("70 B") << QByteArray("sizeBox") << u"70 B"_s << 70000000000LL;
    QTest::newRow("350m") << QByteArray("sizeBox") << u"350m"_s << 350000000LL;
}

void TestPanel::boxesAcceptWhatPeopleType() {
    QFETCH(QByteArray, box);
    QFETCH(QString, text);
    QFETCH(qlonglong, value);
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    type(box.constData(), text);
    QCOMPARE(changes.count(), 1);
    const Scenario& scenario = m_store->scenario();
    if (box == "contextBox") {
        QCOMPARE(scenario.context, value);
        QCOMPARE(this->box("contextBox")->text(), formatTokens(value));
    } else if (box == "batchBox") {
        QCOMPARE(scenario.batch, value);
    } else {
        QCOMPARE(std::get<ModelSize>(scenario.model).parameters, value);
    }
}

void TestPanel::boxesRefuseAndExplain_data() {
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<QString>("text");
    for (const char* box : {"sizeBox", "contextBox", "batchBox", "weightsBox"}) {
        for (const char* text : {"abc", "-5", "1e999", "nan"}) {
            QTest::addRow("%s %s", box, text) << QByteArray(box) << QString::fromLatin1(text);
        }
    }
    QTest::newRow("too small a model") << QByteArray("sizeBox") << u"5m"_s;
    QTest::newRow("too large a model") << QByteArray("sizeBox") << u"900t"_s;
    QTest::newRow("no tokens") << QByteArray("contextBox") << u"0"_s;
    QTest::newRow("wraps 64 bits") << QByteArray("contextBox") << u"99999999999999999999999"_s;
    QTest::newRow("too many") << QByteArray("batchBox") << u"1000001"_s;
    QTest::newRow("format of another runtime") << QByteArray("weightsBox") << u"AWQ"_s;
    QTest::newRow("markup") << QByteArray("weightsBox") << u"<img src=x>"_s;
}

void TestPanel::boxesRefuseAndExplain() {
    QFETCH(QByteArray, box);
    QFETCH(QString, text);
    const QString before = this->box(box.constData())->text();
    const QString hintsBefore = hints();
    const Scenario scenario = m_store->scenario();
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    type(box.constData(), text);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(m_store->scenario(), scenario);
    QVERIFY2(hints() != hintsBefore, "no word about what is wrong");
    QVERIFY2(hints().contains(text), qPrintable(hints()));
    // The typed text stays for correction; Escape, or leaving the box, brings the value back.
    QCOMPARE(this->box(box.constData())->text(), text);
    QTest::keyClick(this->box(box.constData()), Qt::Key_Escape);
    QCOMPARE(this->box(box.constData())->text(), before);
    QCOMPARE(hints(), hintsBefore);
    type(box.constData(), text);
    find<StopSlider>("contextSlider")->setFocus();
    QCOMPARE(this->box(box.constData())->text(), before);
    QCOMPARE(hints(), hintsBefore);
    QCOMPARE(changes.count(), 0);
}

void TestPanel::typedValueBetweenStopsIsKept() {
    type("contextBox", u"9000"_s);
    QCOMPARE(m_store->scenario().context, 9000);
    QCOMPARE(find<StopSlider>("contextSlider")->number(), 8192.0); // nearest: 9000/8192 < 10240/9000
    // Clicking the handle without moving it does not round the value.
    auto* slider = find<StopSlider>("contextSlider");
    QTest::mouseClick(slider, Qt::LeftButton, {}, slider->handleRect().center());
    QCOMPARE(m_store->scenario().context, 9000);
}

void TestPanel::theFormatSaysItsQuality() {
    QVERIFY2(hints().contains(u"4.89 bits per weight, perplexity +0.18\n"_s), qPrintable(hints()));
    QVERIFY(
        find<StopSlider>("weightsSlider")
            ->toolTip()
            .endsWith(u"Perplexity +0.1754 against the unquantized model, measured on Llama 3 8B (source: llama.cpp "
                      "tools/quantize/quantize.cpp)."_s));
    type("weightsBox", u"IQ2_XS"_s);
    QVERIFY2(hints().contains(u"bits per weight, needs an imatrix\n"_s), qPrintable(hints()));
    QVERIFY(
        find<StopSlider>("weightsSlider")->toolTip().endsWith(u"llama.cpp makes it only with an importance matrix."_s));
    // Nothing is known of this one.
    type("weightsBox", u"IQ4_NL"_s);
    QVERIFY2(hints().contains(u"bits per weight\n"_s), qPrintable(hints()));
}

void TestPanel::arrowKeysInABoxStep() {
    QLineEdit* line = box("batchBox");
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(m_store->scenario().batch, 2);
    QCOMPARE(line->text(), u"2"_s);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(m_store->scenario().batch, 1);
}

void TestPanel::assistiveTechnologyHearsTheValue() {
    for (const char* name : {"sizeSlider", "weightsSlider", "contextSlider", "batchSlider"}) {
        QAccessibleInterface* slider = QAccessible::queryAccessibleInterface(find<StopSlider>(name));
        QVERIFY(slider != nullptr);
        QCOMPARE(slider->role(), QAccessible::Slider);
        QVERIFY2(!slider->text(QAccessible::Name).isEmpty(), name);
        QVERIFY2(!slider->text(QAccessible::Value).isEmpty(), name);
        QVERIFY(slider->valueInterface() != nullptr);
    }
    QAccessibleInterface* context = QAccessible::queryAccessibleInterface(find<StopSlider>("contextSlider"));
    QCOMPARE(context->valueInterface()->currentValue().toDouble(), 8192.0);
    QCOMPARE(context->text(QAccessible::Value), u"8,192 tokens"_s);
    context->valueInterface()->setCurrentValue(32000);
    QCOMPARE(m_store->scenario().context, 32768);
}

void TestPanel::extrasAreEditedAndLeaveAgain() {
    auto* rank = find<QSpinBox>("loraRankBox");
    QCOMPARE(rank->value(), 0);
    rank->setValue(32);
    QCOMPARE(m_store->scenario().extras.lora.value().rank, 32);
    rank->setValue(0);
    QVERIFY(!m_store->scenario().extras.lora);

    auto* picker = find<ModelPicker>("draftPicker");
    auto* none = find<QToolButton>("noDraftButton");
    QVERIFY(none->isHidden());
    emit picker->modelChosen(u"Qwen/Qwen3-0.6B"_s);
    QCOMPARE(m_store->scenario().extras.draft.value().model, std::string("Qwen/Qwen3-0.6B"));
    QVERIFY(picker->text().contains(u"0.6B"_s));
    QVERIFY(!none->isHidden());
    none->click();
    QVERIFY(!m_store->scenario().extras.draft);

    // The model's own layers are offered where it has some and the runtime can draft with them.
    auto* mtp = find<QCheckBox>("mtpBox");
    QVERIFY(mtp->parentWidget()->isHidden());
    m_store->edit([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-Next-80B-A3B-Instruct"}; });
    QVERIFY(!mtp->parentWidget()->isHidden());
    mtp->click();
    QVERIFY(m_store->scenario().extras.mtp);
    QVERIFY(m_store->snapshot().resolved->extras->nextToken != nullptr);
    m_store->edit([](Scenario& scenario) { scenario.runtime.name = "Ollama"; });
    QVERIFY(mtp->parentWidget()->isHidden());
    m_store->edit([](Scenario& scenario) { scenario.runtime.name = "llama.cpp"; });
    mtp->click();
    QVERIFY(!m_store->scenario().extras.mtp);

    // The vision part is offered where llama.cpp would load it as a file of its own.
    auto* vision = find<QCheckBox>("visionBox");
    QVERIFY(vision->parentWidget()->isHidden());
    m_store->edit([](Scenario& scenario) { scenario.model = CatalogName{"google/gemma-3-27b-it"}; });
    QVERIFY(!vision->parentWidget()->isHidden());
    vision->click();
    QVERIFY(m_store->scenario().extras.vision);
}

void TestPanel::optionsAreOfTheChosenRuntime() {
    const auto shown = [this] {
        QStringList names;
        for (const auto* row : m_panel->findChild<RuntimeOptions*>()->findChildren<FieldRow*>()) {
            if (!row->isHidden()) {
                names += row->label();
            }
        }
        return names.join(u'|');
    };
    m_store->edit([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-14B"}; });
    QCOMPARE(shown(), u"Logical batch|Micro-batch|Unified KV cache|Full windows"_s);
    for (const auto& [runtime, weights, expected] :
         {std::tuple{"vLLM", "BF16", u"Share of the card|Tokens a step|Sequences|CUDA graphs"_s},
          std::tuple{"SGLang", "BF16", u"Static share|Prompt chunk|Sequences|CUDA graphs|Largest graph|Page size"_s},
          std::tuple{"TensorRT-LLM", "BF16", u"Cache share|Tokens a step|Sequences|CUDA graphs|Page size"_s},
          std::tuple{"MLX", "MLX 4-bit", u"Prompt chunk"_s}, std::tuple{"ExLlama", "EXL3 4.0 bpw", u"Prompt chunk"_s},
          std::tuple{"Transformers", "BF16", QString()}}) {
        m_store->edit([&](Scenario& scenario) {
            scenario.runtime = {};
            scenario.runtime.name = runtime;
            scenario.weights = weights;
        });
        QCOMPARE(shown(), expected);
    }
}

void TestPanel::everyOptionIsEditedAndGoesBack() {
    m_store->edit([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-14B"}; });
    const RuntimeChoice untouched = m_store->scenario().runtime;
    find<QSpinBox>("ubatchOption0")->setValue(1024);
    find<QSpinBox>("logical_batchOption0")->setValue(4096);
    QCOMPARE(m_store->scenario().runtime.ubatch, 1024);
    QCOMPARE(m_store->scenario().runtime.logicalBatch, 4096);
    auto* unified = find<QComboBox>("unified_kvOption0");
    unified->setCurrentIndex(1);
    emit unified->activated(1);
    QCOMPARE(m_store->scenario().runtime.unifiedKv, true);
    QCOMPARE(find<QSpinBox>("ubatchOption0")->value(), 1024);
    find<QSpinBox>("ubatchOption0")->setValue(0);
    find<QSpinBox>("logical_batchOption0")->setValue(0);
    QCOMPARE(find<QSpinBox>("ubatchOption0")->text(), u"Runtime's own"_s);
    emit unified->activated(0);
    QVERIFY(m_store->scenario().runtime == untouched);

    m_store->edit([](Scenario& scenario) {
        scenario.runtime.name = "SGLang";
        scenario.weights = "BF16";
        scenario.runtime.pageSize = 1000000;
        scenario.runtime.memFractionStatic = 0.875;
    });
    // What a file asks for beyond the box's range is shown at its end and kept.
    QCOMPARE(find<QSpinBox>("page_sizeOption3")->value(), 65536);
    QCOMPARE(m_store->scenario().runtime.pageSize, 1000000);
    auto* share = find<QDoubleSpinBox>("mem_fraction_staticOption3");
    QCOMPARE(share->text(), u"0.875"_s);
    share->setValue(0.001);
    QCOMPARE(m_store->scenario().runtime.memFractionStatic, 0.01);
    share->setValue(0);
    QVERIFY(!m_store->scenario().runtime.memFractionStatic);
}

void TestPanel::leavingTheModelMovesNothing() {
    const auto placeOf = [this](const char* name) {
        return find<QWidget>(name)->mapTo(m_panel->widget(), QPoint(0, 0)).y();
    };
    const int context = placeOf("contextSlider");
    const int batch = placeOf("batchSlider");
    auto* const size = find<StopSlider>("sizeSlider");
    size->setFocus();
    QTest::keyClick(size, Qt::Key_Right);
    QCoreApplication::processEvents();
    QVERIFY(std::holds_alternative<ModelSize>(m_store->scenario().model));
    QVERIFY2(hints().contains(u"Generic, not Qwen3 14B"_s), qPrintable(hints()));
    QCOMPARE(placeOf("contextSlider"), context);
    QCOMPARE(placeOf("batchSlider"), batch);
    // A name too long for the line is cut.
    m_store->edit(
        [](Scenario& scenario) { scenario.model = CatalogName{"meta-llama/Llama-4-Maverick-17B-128E-Instruct"}; });
    QTest::keyClick(size, Qt::Key_Right);
    QCoreApplication::processEvents();
    QVERIFY2(hints().contains(u"not Llama 4 Maverick …"_s), qPrintable(hints()));
    QCOMPARE(placeOf("contextSlider"), context);
    QCOMPARE(placeOf("batchSlider"), batch);
}

QTEST_MAIN(TestPanel)
#include "tst_panel.moc"
