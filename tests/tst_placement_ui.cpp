// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/layer_curve.h"
#include "panel_test.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/placement_option_table.h"
#include "ui/panel/placement_ratios.h"
#include "ui/panel/short_spin_box.h"
#include "ui/panel/stop_slider.h"
#include "ui/placement/layer_chart.h"
#include "ui/placement/placement_section.h"
#include "ui/placement/placement_text.h"
#include "ui/store/history.h"
#include "ui/store/row_machine.h"
#include "ui/window/undo_input.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

/// Ten layers and the output layer: VRAM from 1 to 12 GiB, RAM from 11 down to 0, with 8 GiB and 16 GiB of them.
LayerChartData chartOfEleven() {
    LayerChartData data;
    for (std::int64_t layers = 0; layers <= 11; ++layers) {
        data.points.push_back({layers, kGiB * (layers + 1), kGiB * (11 - layers), layers <= 7, {}});
    }
    data.points[4].decode = 3.2;
    data.usable = kGiB * 8;
    data.ram = kGiB * 16;
    data.chosen = 4;
    return data;
}

HostReport hostOf(std::int64_t gib, RamVerdict verdict) {
    HostReport host;
    host.total = ByteRange::exact(kGiB * gib);
    host.capacity = kGiB * 64;
    host.verdict = verdict;
    return host;
}

} // namespace

/// Where things lie, in the panel: its rows, the chart of the layers, the sentence about RAM.
class TestPlacementUi : public PanelTest {
    Q_OBJECT

private slots:
    void initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }
    void init();
    void cleanup() { close(); }

    void theSectionIsOfInference();
    void everyRuntimeOfTheTableIsKnown();
    void rowsAreOfTheRuntime_data();
    void rowsAreOfTheRuntime();
    void automaticShowsTheAnswersLayers();
    void layersAreTyped_data();
    void layersAreTyped();
    void aDragIsOneStepBack_data();
    void aDragIsOneStepBack();
    void optionsAreEditedAndGoBack();
    void expertsGoFirst();
    void ratiosAreRead_data();
    void ratiosAreRead();
    void wrongRatiosAreExplained();
    void degreesDivideTheCards();
    void theChartIsNeverStaleUnseen();
    void theChartTakesKeys();
    void theChartIsSaid();
    void placesOnTheChart();
    void aFarMarkLeavesTheCurvesAlone();
    void figuresOfAPoint();
    void ramIsJudged();

private:
    void ask(const QString& runtime, const QString& weights, const QString& model, std::int64_t cards) const {
        m_store->edit([&](Scenario& scenario) {
            scenario.runtime = {};
            scenario.runtime.name = runtime.toStdString();
            scenario.weights = weights.toStdString();
            scenario.model = CatalogName{model.toStdString()};
            scenario.view.rows = {{"GeForce RTX 4090", cards}};
        });
    }
    /// Focuses the smallest of the usual cards, which does not hold the usual question.
    void focusSmall() const { m_store->setFocusedRow(0); }
    [[nodiscard]] const Report& answer() const {
        const Snapshot& snapshot = m_store->snapshot();
        return snapshot.rows[snapshot.focusedRow].report.value();
    }
    [[nodiscard]] std::optional<std::int64_t> chosen() const { return m_store->scenario().placement.gpuLayers; }
    [[nodiscard]] QString labels() const {
        QStringList all;
        for (const FieldRow* row : m_panel->placement().findChildren<FieldRow*>()) {
            if (row->isVisible() && !row->label().isEmpty()) {
                all += row->label();
            }
        }
        return all.join(u'|');
    }
    void choose(const char* list, const QString& text) const {
        auto* const box = find<QComboBox>(list);
        const int index = box->findText(text);
        QVERIFY2(index >= 0, list);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
};

void TestPlacementUi::init() {
    open();
    QVERIFY(!m_panel->placement().isOpen());
    m_panel->placement().setOpen(true);
}

void TestPlacementUi::theSectionIsOfInference() {
    QVERIFY(m_panel->placement().isVisible());
    m_panel->switchTask(Task::Lora);
    QVERIFY(!m_panel->placement().isVisible());
    m_panel->switchTask(Task::Inference);
    QVERIFY(m_panel->placement().isVisible());
}

void TestPlacementUi::everyRuntimeOfTheTableIsKnown() {
    for (const PlacementOption& option : placementOptions()) {
        QVERIFY(!option.runtimes.empty());
        for (const std::string_view name : option.runtimes) {
            const RuntimeProfile* const runtime = findRuntime(name);
            QVERIFY2(runtime != nullptr && runtime->name == name, option.key);
        }
    }
}

void TestPlacementUi::rowsAreOfTheRuntime_data() {
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("weights");
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("cards");
    QTest::addColumn<QString>("rows");
    const QString dense = u"Qwen/Qwen3-14B"_s;
    const QString experts = u"Qwen/Qwen3-30B-A3B"_s;
    const auto row = [](const char* name, const char* runtime, const char* weights, const QString& model, int cards,
                        const QString& rows) {
        QTest::newRow(name) << QString::fromLatin1(runtime) << QString::fromLatin1(weights) << model << cards << rows;
    };
    row("llama.cpp", "llama.cpp", "Q4_K_M", dense, 1,
        u"GPU layers|RAM|Use at most|KV cache in|Memory mapping|Lock in RAM"_s);
    row("llama.cpp, experts on two", "llama.cpp", "Q4_K_M", experts, 2,
        u"GPU layers|RAM|Use at most|Experts in RAM|To RAM first|KV cache in|Split|Ratios|Memory mapping|Lock in RAM"_s);
    row("Ollama on two", "Ollama", "Q4_K_M", dense, 2, u"GPU layers|RAM|Use at most|Memory mapping"_s);
    row("LM Studio, experts on two", "LM Studio", "Q4_K_M", experts, 2,
        u"GPU layers|RAM|Use at most|Experts in RAM|To RAM first|KV cache in|Memory mapping|Lock in RAM"_s);
    row("vLLM on four", "vLLM", "BF16", dense, 4, u"Tensor parallel|Pipeline parallel|Data parallel"_s);
    row("SGLang, experts on four", "SGLang", "BF16", experts, 4,
        u"Tensor parallel|Pipeline parallel|Data parallel|Expert parallel"_s);
    row("vLLM on one", "vLLM", "BF16", dense, 1, {});
    row("Transformers", "Transformers", "BF16", dense, 1, u"Use at most"_s);
}

void TestPlacementUi::rowsAreOfTheRuntime() {
    QFETCH(QString, runtime);
    QFETCH(QString, weights);
    QFETCH(QString, model);
    QFETCH(int, cards);
    QFETCH(QString, rows);
    ask(runtime, weights, model, cards);
    QString shown = labels();
    if (!rows.contains(u"GPU layers"_s)) {
        shown.remove(u"RAM|"_s); // of what is loaded beside the cards
    }
    QCOMPARE(shown, rows);
    QCOMPARE(find<QLabel>("placementNothing")->isVisible(), rows.isEmpty());
}

void TestPlacementUi::automaticShowsTheAnswersLayers() {
    focusSmall();
    const QString count = QString::number(answer().gpuLayers);
    QVERIFY(answer().gpuLayers > 0 && answer().gpuLayers < 41);
    QCOMPARE(answer().layersTotal, 41); // 40 layers of Qwen3 14B and the output layer
    auto* const automatic = find<QCheckBox>("gpuLayersAutomatic");
    auto* const slider = find<StopSlider>("gpuLayersSlider");
    QVERIFY(automatic->isChecked());
    QCOMPARE(box("gpuLayersBox")->text(), u"auto: %1 of 41"_s.arg(count));
    QCOMPARE(slider->maximum(), 41);
    QCOMPARE(QString::number(slider->value()), count);
    QCOMPARE(slider->valueText(), u"automatic, %1 of 41 layers on the GPU"_s.arg(count));
    // Without it the number stays, as the user's own.
    automatic->click();
    QCOMPARE(chosen(), std::optional<std::int64_t>(answer().gpuLayers));
    QCOMPARE(box("gpuLayersBox")->text(), count + u" of 41"_s);
    automatic->click();
    QCOMPARE(chosen(), std::nullopt);
}

void TestPlacementUi::layersAreTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("layers"); // -1: automatic, -2: refused
    QTest::newRow("number") << u"10"_s << 10;
    QTest::newRow("as shown") << u"12 of 41"_s << 12;
    QTest::newRow("none") << u"0"_s << 0;
    QTest::newRow("all") << u"41"_s << 41;
    QTest::newRow("auto") << u"Auto"_s << -1;
    QTest::newRow("too many") << u"42"_s << -2;
    QTest::newRow("word") << u"many"_s << -2;
}

void TestPlacementUi::layersAreTyped() {
    QFETCH(QString, typed);
    QFETCH(int, layers);
    focusSmall();
    m_store->edit([](Scenario& scenario) { scenario.placement.gpuLayers = 5; });
    type("gpuLayersBox", typed);
    const std::optional<std::int64_t> expected =
        layers == -1 ? std::nullopt : std::optional<std::int64_t>(layers == -2 ? 5 : layers);
    QCOMPARE(chosen(), expected);
    QCOMPARE(hints().contains(u"whole number from 0 to 41"_s), layers == -2);
}

void TestPlacementUi::aDragIsOneStepBack_data() {
    QTest::addColumn<QByteArray>("control");
    QTest::newRow("slider") << QByteArray("gpuLayersSlider");
    QTest::newRow("chart") << QByteArray("layerChart");
}

void TestPlacementUi::aDragIsOneStepBack() {
    QFETCH(QByteArray, control);
    focusSmall();
    auto* const chart = find<LayerChart>("layerChart");
    QTRY_VERIFY(chart->isVisible() && !chart->data().stale);
    History history(*m_store);
    const UndoInput input(history, *m_panel);
    auto* const slider = find<QAbstractSlider>(control.constData());
    auto* const stops = qobject_cast<StopSlider*>(slider);
    QPoint at = stops != nullptr ? stops->handleRect().center() : chart->rect().center();
    QSignalSpy changes(m_store.get(), &ScenarioStore::changed);
    QTest::mousePress(slider, Qt::LeftButton, {}, at);
    for (int move = 0; move < 10; ++move) {
        at.rx() += 5;
        QTest::mouseMove(slider, at);
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, at);
    QVERIFY2(changes.count() >= 4, qPrintable(QString::number(changes.count())));
    QVERIFY(chosen().has_value());
    QCOMPARE(*chosen(), slider->value());
    QVERIFY(!find<QCheckBox>("gpuLayersAutomatic")->isChecked());
    history.undo();
    QCOMPARE(chosen(), std::nullopt);
    QVERIFY(!history.canUndo());
}

void TestPlacementUi::optionsAreEditedAndGoBack() {
    ask(u"llama.cpp"_s, u"Q4_K_M"_s, u"Qwen/Qwen3-30B-A3B"_s, 2);
    const PlacementChoice before = m_store->scenario().placement;
    find<ShortSpinBox>("vram_budget_mibPlacement")->setValue(11.5);
    QCOMPARE(m_store->scenario().placement.vramBudgetMib, std::optional<std::int64_t>(11776)); // 11.5 * 1024
    type("cpu_expertsPlacementBox", u"12"_s);
    QCOMPARE(m_store->scenario().placement.cpuExperts, std::optional<std::int64_t>(12));
    QCOMPARE(box("cpu_expertsPlacementBox")->text(), u"12 of 48"_s);
    choose("kvPlacement", u"RAM"_s);
    QVERIFY(m_store->scenario().placement.kvInRam);
    QVERIFY(!find<QComboBox>("main_gpuPlacement")->isVisible());
    choose("splitPlacement", u"By row"_s);
    QVERIFY(m_store->scenario().placement.rowSplit);
    QVERIFY(find<QComboBox>("main_gpuPlacement")->isVisible());
    choose("main_gpuPlacement", u"1: RTX 4090"_s);
    QCOMPARE(m_store->scenario().placement.mainGpu, 1);
    type("ratiosPlacement", u"3 : 1"_s);
    QCOMPARE(m_store->scenario().placement.ratios, (std::vector<double>{3, 1}));
    find<QCheckBox>("mmapPlacement")->click();
    QVERIFY(!m_store->scenario().placement.mmap);
    find<QCheckBox>("mlockPlacement")->click();
    QVERIFY(m_store->scenario().placement.mlock);

    find<ShortSpinBox>("vram_budget_mibPlacement")->setValue(0);
    type("cpu_expertsPlacementBox", u"0"_s);
    choose("kvPlacement", u"VRAM"_s);
    choose("main_gpuPlacement", u"0: RTX 4090"_s);
    choose("splitPlacement", u"By layer"_s);
    auto* const ratios = find<QLineEdit>("ratiosPlacement");
    ratios->setFocus();
    ratios->clear();
    QTest::keyClick(ratios, Qt::Key_Return);
    find<QCheckBox>("mmapPlacement")->click();
    find<QCheckBox>("mlockPlacement")->click();
    QVERIFY(m_store->scenario().placement == before);
}

void TestPlacementUi::expertsGoFirst() {
    ask(u"llama.cpp"_s, u"Q4_K_M"_s, u"Qwen/Qwen3-30B-A3B"_s, 1);
    m_store->edit([](Scenario& scenario) { scenario.view.rows = {{"GeForce RTX 3060 12GB", 1}}; });
    QVERIFY(answer().gpuLayers < 49);
    auto* const chart = find<LayerChart>("layerChart");
    QTRY_VERIFY(chart->isVisible() && !chart->data().stale);
    choose("offloadPlacement", u"Experts"_s);
    QVERIFY(m_store->scenario().placement.expertsFirst);
    QCOMPARE(answer().gpuLayers, 49); // every layer and the output layer, without some of the experts
    auto* const experts = find<StopSlider>("cpu_expertsPlacementSlider");
    QVERIFY(experts->value() > 0 && experts->value() < 48);
    QCOMPARE(box("cpu_expertsPlacementBox")->text(), u"auto: %1 of 48"_s.arg(experts->value()));
    // The chart is of these experts: what is chosen fits.
    QTRY_VERIFY(!chart->data().stale);
    QCOMPARE(chart->data().chosen, 49);
    QVERIFY(chart->data().present()->fits);
    // A number of one's own ends the choice.
    type("cpu_expertsPlacementBox", u"40"_s);
    QCOMPARE(m_store->scenario().placement.cpuExperts, std::optional<std::int64_t>(40));
    QVERIFY(!find<QComboBox>("offloadPlacement")->isVisible());
}

void TestPlacementUi::ratiosAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read"); // as shown; "-": refused
    QTest::newRow("comma") << u"3,1"_s << u"3,1"_s;
    QTest::newRow("spaces") << u" 3  1 "_s << u"3,1"_s;
    QTest::newRow("colon") << u"2:1:1"_s << u"2,1,1"_s;
    QTest::newRow("fractions") << u"0.6/0.4"_s << u"0.6,0.4"_s;
    QTest::newRow("full width") << u"３，１"_s << u"3,1"_s;
    QTest::newRow("one without") << u"1,0"_s << u"1,0"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("nothing for anyone") << u"0,0"_s << u"-"_s;
    QTest::newRow("negative") << u"3,-1"_s << u"-"_s;
    QTest::newRow("words") << u"three"_s << u"-"_s;
    QTest::newRow("not a number") << u"nan,1"_s << u"-"_s;
    QTest::newRow("endless") << u"inf,1"_s << u"-"_s;
}

void TestPlacementUi::ratiosAreRead() {
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto ratios = parseRatios(text);
    QCOMPARE(ratios ? formatRatios(*ratios) : u"-"_s, read);
}

void TestPlacementUi::wrongRatiosAreExplained() {
    ask(u"llama.cpp"_s, u"Q4_K_M"_s, u"Qwen/Qwen3-14B"_s, 2);
    type("ratiosPlacement", u"most"_s);
    QVERIFY(hints().contains(u"“most” is no list of shares"_s));
    QVERIFY(m_store->scenario().placement.ratios.empty());
    type("ratiosPlacement", u"2,1"_s);
    QVERIFY(!hints().contains(u"no list"_s));
    QCOMPARE(m_store->scenario().placement.ratios, (std::vector<double>{2, 1}));
}

void TestPlacementUi::degreesDivideTheCards() {
    ask(u"vLLM"_s, u"BF16"_s, u"Qwen/Qwen3-14B"_s, 6);
    auto* const list = find<QComboBox>("tensor_parallelPlacement");
    const auto offered = [list] {
        QStringList items;
        for (int i = 0; i < list->count(); ++i) {
            items += list->itemText(i);
        }
        return items.join(u' ');
    };
    QCOMPARE(offered(), u"Automatic 1 2 3 6"_s);
    QCOMPARE(list->currentText(), u"Automatic"_s);
    choose("tensor_parallelPlacement", u"3"_s);
    QCOMPARE(m_store->scenario().placement.tensorParallel, std::optional<std::int64_t>(3));
    choose("pipeline_parallelPlacement", u"2"_s);
    QCOMPARE(m_store->scenario().placement.pipelineParallel, std::optional<std::int64_t>(2));
    choose("tensor_parallelPlacement", u"Automatic"_s);
    QCOMPARE(m_store->scenario().placement.tensorParallel, std::nullopt);
    // What a file says and no machine here can be divided by is shown, not dropped.
    m_store->edit([](Scenario& scenario) { scenario.placement.tensorParallel = 4; });
    QCOMPARE(list->currentText(), u"4"_s);
    QCOMPARE(offered(), u"Automatic 1 2 3 6 4"_s);
}

void TestPlacementUi::theChartIsNeverStaleUnseen() {
    focusSmall();
    auto* const chart = find<LayerChart>("layerChart");
    QTRY_VERIFY(chart->isVisible() && !chart->data().stale);
    const auto direct = [this] {
        const Snapshot& snapshot = m_store->snapshot();
        Resolved question = *snapshot.resolved;
        question.machine = *rowMachine(snapshot.rows[snapshot.focusedRow], snapshot.scenario, m_store->catalog());
        return layerCurve(question);
    };
    const auto same = [](const std::vector<LayerPoint>& a, const std::vector<LayerPoint>& b) {
        return std::ranges::equal(a, b, [](const LayerPoint& x, const LayerPoint& y) {
            return x.gpuLayers == y.gpuLayers && x.vram == y.vram && x.ram == y.ram && x.fits == y.fits;
        });
    };
    QCOMPARE(chart->data().points.size(), std::size_t{42}); // 0 to 41 layers
    QVERIFY(same(chart->data().points, direct()));
    // The choice moves on the curve.
    m_store->edit([](Scenario& scenario) { scenario.placement.gpuLayers = 7; });
    QVERIFY(!chart->data().stale);
    QCOMPARE(chart->data().chosen, 7);
    QVERIFY(chart->data().present() != nullptr);
    // Another question: the old curve is marked at once, and no figure is read off it.
    const std::vector<LayerPoint> old = chart->data().points;
    m_store->edit([](Scenario& scenario) { scenario.context = 40960; });
    QVERIFY(chart->data().stale);
    QVERIFY(chart->data().present() == nullptr);
    QCOMPARE(layerToolTip(chart->data(), 7), u"7 of 41 layers on the GPU"_s);
    // Back again before it is computed: it was right.
    m_store->edit([](Scenario& scenario) { scenario.context = 8192; });
    QVERIFY(!chart->data().stale);
    m_store->edit([](Scenario& scenario) { scenario.context = 40960; });
    QTRY_VERIFY(!chart->data().stale);
    QVERIFY(!same(chart->data().points, old));
    QVERIFY(same(chart->data().points, direct()));
}

void TestPlacementUi::theChartTakesKeys() {
    focusSmall();
    auto* const chart = find<LayerChart>("layerChart");
    QTRY_VERIFY(chart->isVisible() && !chart->data().stale);
    const std::int64_t start = answer().gpuLayers;
    chart->setFocus(Qt::TabFocusReason);
    QVERIFY(chart->hasFocus());
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chosen(), std::optional(start + 1));
    QTest::keyClick(chart, Qt::Key_PageDown);
    QCOMPARE(chosen(), std::optional(start - 3)); // four a page
    QTest::keyClick(chart, Qt::Key_Home);
    QCOMPARE(chosen(), std::optional<std::int64_t>(0));
    QTest::keyClick(chart, Qt::Key_End);
    QCOMPARE(chosen(), std::optional<std::int64_t>(41));
}

void TestPlacementUi::theChartIsSaid() {
    LayerChart chart;
    chart.retranslate();
    chart.setData(chartOfEleven());
    QAccessibleInterface* const item = QAccessible::queryAccessibleInterface(&chart);
    QCOMPARE(item->role(), QAccessible::Slider);
    QCOMPARE(item->text(QAccessible::Name), u"Memory by layers on the GPU"_s);
    QCOMPARE(item->text(QAccessible::Value),
             u"4 of 11 layers on the GPU, VRAM: 5.0\u00a0GiB, RAM: 7.0\u00a0GiB, 3.2\u00a0tok/s"_s);
    QCOMPARE(item->text(QAccessible::Description),
             u"Without a layer on the GPU 1.0\u00a0GiB of VRAM and 11.0\u00a0GiB of RAM, with all 11 layers "
             "12.0\u00a0GiB of VRAM and 0\u00a0GiB of RAM; 8.0\u00a0GiB of VRAM are usable. Up to 7 layers fit."_s);
    QCOMPARE(item->valueInterface()->maximumValue().toInt(), 11);
    QSignalSpy moved(&chart, &QAbstractSlider::valueChanged);
    item->valueInterface()->setCurrentValue(6);
    QCOMPARE(moved.count(), 1);
}

void TestPlacementUi::placesOnTheChart() {
    // 110 pixels for eleven steps: ten a layer.
    const LayerChartGeometry places = layerChartGeometry(chartOfEleven(), QRectF(20, 10, 110, 100));
    QCOMPARE(places.xOf(0), 20.0);
    QCOMPARE(places.xOf(11), 130.0);
    QCOMPARE(places.xOf(4), 60.0);
    QCOMPARE(places.layersAt(60), 4);
    QCOMPARE(places.layersAt(64.9), 4);
    QCOMPARE(places.layersAt(65.1), 5);
    QCOMPARE(places.layersAt(-50), 0);
    QCOMPARE(places.layersAt(500), 11);
    QCOMPARE(places.yOf(0), 110.0);
    QCOMPARE(places.yOf(places.maximum), 10.0);
    // The curves reach 12 GiB and the RAM 16: both are on it, with four steps of 8 at most.
    QVERIFY(places.maximum > 16 && places.maximum < 18);
    QCOMPARE(places.step, 8.0);
}

void TestPlacementUi::aFarMarkLeavesTheCurvesAlone() {
    LayerChartData data = chartOfEleven();
    data.ram = kGiB * 512;
    const LayerChartGeometry places = layerChartGeometry(data, QRectF(0, 0, 110, 100));
    QVERIFY(places.maximum > 12 && places.maximum < 13);
    QCOMPARE(places.step, 4.0);
}

void TestPlacementUi::figuresOfAPoint() {
    const LayerChartData data = chartOfEleven();
    QCOMPARE(layerToolTip(data, 4),
             u"4 of 11 layers on the GPU\nVRAM: 5.0\u00a0GiB\nRAM: 7.0\u00a0GiB\n3.2\u00a0tok/s"_s);
    QCOMPARE(layerToolTip(data, 9),
             u"9 of 11 layers on the GPU\nVRAM: 10.0\u00a0GiB\nRAM: 2.0\u00a0GiB\ndoes not fit"_s);
    QCOMPARE(data.mostThatFit(), std::optional<std::int64_t>(7));
    QCOMPARE(layerToolTip(data, 12), QString());
    QCOMPARE(tokensPerSecond(0.149), u"0.15\u00a0tok/s"_s);
    QCOMPARE(tokensPerSecond(51.7), u"52\u00a0tok/s"_s);
}

void TestPlacementUi::ramIsJudged() {
    const RamText fits = ramText(hostOf(38, RamVerdict::Fits), {});
    QCOMPARE(fits.figure, u"38.0\u00a0GiB of 64.0\u00a0GiB: fits"_s);
    QVERIFY(fits.remark.isEmpty());
    const RamText tight = ramText(hostOf(61, RamVerdict::Tight), {});
    QCOMPARE(tight.figure, u"61.0\u00a0GiB of 64.0\u00a0GiB: tight"_s);
    QCOMPARE(tight.kind, HintKind::Warning);
    HostReport host = hostOf(76, RamVerdict::Swaps);
    host.swapped = kGiB * 12;
    const RamText swaps = ramText(host, {});
    QCOMPARE(swaps.figure, u"76.0\u00a0GiB of 64.0\u00a0GiB: swaps"_s);
    QCOMPARE(swaps.remark, u"About 12.0\u00a0GiB find no room, so that the disk is read for every token."_s);
    QCOMPARE(swaps.kind, HintKind::Error);
    host.diskTokensPerSecond = SpeedRange{0.05, 0.1, 0.3};
    QCOMPARE(ramText(host, {}).remark,
             u"About 12.0\u00a0GiB find no room, so that the disk is read for every token: 0.10\u00a0tok/s."_s);
    PlacementChoice locked;
    locked.mlock = true;
    QCOMPARE(ramText(host, locked).remark, u"About 12.0\u00a0GiB too much to be locked in RAM."_s);
    // One pool has no figure of its own.
    host.verdict.reset();
    QVERIFY(ramText(host, {}).figure.isEmpty());
    // 70 B parameters of 4.8 bits are 40 GiB: a 12 GB card leaves more to RAM than 16 GiB.
    ask(u"llama.cpp"_s, u"Q4_K_M"_s, u"meta-llama/Llama-3.3-70B-Instruct"_s, 1);
    m_store->edit([](Scenario& scenario) {
        scenario.view.rows = {{"GeForce RTX 3060 12GB", 1}};
        scenario.machine.ramGib = 16;
    });
    QVERIFY(find<QLabel>("ramFigure")->text().endsWith(u"of 16.0\u00a0GiB: swaps"_s));
    QVERIFY(hints().contains(u"so that the disk is read for every token: "_s));
}

QTEST_MAIN(TestPlacementUi)
#include "tst_placement_ui.moc"
