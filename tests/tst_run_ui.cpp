// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/check_steps.h"
#include "fake_snapshot.h"
#include "shipped_catalog.h"
#include "ui/band/band_text.h"
#include "ui/chart/bar_chart_data.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/chart_tooltip.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/field_row.h"
#include "ui/run/command_box.h"
#include "ui/run/command_list.h"
#include "ui/run/optional_box.h"
#include "ui/run/run_drawer.h"
#include "ui/run/run_text.h"
#include "ui/store/history.h"
#include "ui/store/row_machine.h"
#include "ui/table/table_column.h"
#include "ui/text/check_text.h"
#include "ui/text/speed_text.h"
#include "ui/why/axes_text.h"
#include "ui/why/speed_reasons.h"
#include "ui/why/why_drawer.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr QChar kSpace(0x00A0);

/// 45 to 60 tokens a second, 40 with a full context; a prompt at 2,000 tokens a second.
Speed speed() {
    Speed result;
    result.decode = {45, 52, 60};
    result.decodeFull = {34, 40, 46};
    result.limit = SpeedLimit::MemoryBandwidth;
    result.prefill = SpeedRange{1500, 2000, 2600};
    result.firstToken = SpeedRange{0.4, 0.512, 0.7};
    return result;
}

/// The RTX 4090 of the fake rows with a speed.
Snapshot withSpeed(const Speed& known = speed()) {
    Snapshot snapshot = fake::snapshot();
    Report report = snapshot.rows[2].report.value();
    report.speed = known;
    snapshot.rows[2].report = report;
    return snapshot;
}

QString plain(QString text) { return text.replace(kSpace, u' '); }

} // namespace

/// Speed wherever it is shown, and the drawer that says how a row is run.
class TestRunUi : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void figuresAreShort_data();
    void figuresAreShort();
    void theBandSaysHowFast();
    void trainingSaysItsSpeed();
    void targetsAreSignAndWord();
    void chartRowsHaveTheirSpeed();
    void aNarrowChartKeepsTheVerdict();
    void tableColumnsHaveTheSpeed();
    void commandsAreTheRowsOwn();
    void copyTakesTheTextAsItIs();
    void theShellIsAChoice();
    void theShellIsRemembered();
    void whatDoesNotFitHasNoCommand();
    void everyCheckHasWords();
    void rangesOfChecksAreOneFigure();
    void targetsAreEdited();
    void whatWasSeenIsKept();
    void seenIsMeasuredAgainstTheEstimate();
    void oneDrawerAtATime();
    void theDrawerSpeaksTheLanguage();
    void coresAloneDoNotHelp();
    void aStepIsExplained();
    void explainedStepsAreTheReportsOwn();

private:
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* widget = m_window->findChild<T*>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    void makeWindow() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_window = std::make_unique<MainWindow>(facts(), *m_settings);
        m_window->resize(1920, 1080);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    [[nodiscard]] ScenarioStore& store() const { return m_window->store(); }
    void compare(const std::vector<GpuChoice>& rows) const {
        store().edit([&rows](Scenario& scenario) { scenario.view.rows = rows; });
    }
    void type(const char* box, const QString& text) const {
        auto* const spin = find<OptionalBox>(box);
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, text);
        QTest::keyClick(spin, Qt::Key_Return);
    }
    [[nodiscard]] std::vector<CommandBox*> boxes() const {
        return m_window->comparison().run().findChild<CommandList*>()->boxes();
    }
    /// The line below the box.
    [[nodiscard]] QString hintOf(const char* box) const {
        return static_cast<FieldRow*>(find<OptionalBox>(box)->parentWidget())->hint();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestRunUi::init() {
    QLocale::setDefault(QLocale(u"en_US"_s));
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
}

void TestRunUi::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestRunUi::figuresAreShort_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << u"0"_s;
    QTest::newRow("very slow") << 0.0421 << u"0.042"_s;
    QTest::newRow("slow") << 0.861 << u"0.86"_s;
    QTest::newRow("rounds to one") << 0.996 << u"1.0"_s;
    QTest::newRow("one decimal") << 4.32 << u"4.3"_s;
    QTest::newRow("rounds to ten") << 9.96 << u"10"_s;
    QTest::newRow("whole") << 52.4 << u"52"_s;
    QTest::newRow("hundreds") << 873.0 << u"873"_s;
    QTest::newRow("three figures") << 12'370.0 << u"12,400"_s;
}

void TestRunUi::figuresAreShort() {
    QFETCH(double, value);
    QTEST(formatFigure(value), "text");
}

void TestRunUi::theBandSaysHowFast() {
    Snapshot snapshot = withSpeed();
    snapshot.scenario.context = 8192;
    BandText text = bandText(snapshot, false);
    QCOMPARE(plain(text.speed), u"52 tok/s (45–60)"_s);
    QCOMPARE(
        plain(text.speedDetails),
        u"limited by memory bandwidth · first token after 0.51 s (prompt of 1,024 tokens) · 40 tok/s at full context"_s);
    // A prompt of its own, and a context that is shorter than the usual prompt.
    snapshot.scenario.prompt = 300;
    QVERIFY(bandText(snapshot, false).speedDetails.contains(u"prompt of 300 tokens"_s));
    snapshot.scenario.prompt.reset();
    snapshot.scenario.context = 512;
    QVERIFY(bandText(snapshot, false).speedDetails.contains(u"prompt of 512 tokens"_s));
    // Four users: each has this speed, together four times as much.
    snapshot.scenario.batch = 4;
    text = bandText(snapshot, false);
    QCOMPARE(plain(text.speed), u"52 tok/s (45–60) per user"_s);
    QVERIFY2(plain(text.speedDetails).startsWith(u"all 4 users together 208 tok/s · "_s),
             qPrintable(text.speedDetails));
    // Rows without a speed say nothing of it.
    snapshot.focusedRow = 0;
    text = bandText(snapshot, false);
    QVERIFY(text.speed.isEmpty() && text.speedDetails.isEmpty() && text.targets.empty());
    for (const auto& [limit, words] : {std::pair{SpeedLimit::Compute, u"limited by compute"_s},
                                       {SpeedLimit::Pcie, u"limited by PCIe"_s},
                                       {SpeedLimit::RamBandwidth, u"limited by RAM bandwidth"_s}}) {
        Speed other = speed();
        other.limit = limit;
        QVERIFY(bandText(withSpeed(other), false).speedDetails.startsWith(words));
    }
}

void TestRunUi::trainingSaysItsSpeed() {
    Snapshot snapshot = fake::snapshot();
    Report report = snapshot.rows[2].report.value();
    report.trainTokensPerSecond = SpeedRange{900, 1237, 1600};
    snapshot.rows[2].report = report;
    QCOMPARE(plain(bandText(snapshot, false).speed), u"roughly 1,240 tok/s (900–1,600)"_s);
    QVERIFY(bandText(snapshot, false).speedDetails.isEmpty());
    QCOMPARE(plain(barChartData(snapshot).rows[2].speedText), u"1,240 tok/s"_s);
}

void TestRunUi::targetsAreSignAndWord() {
    Speed known = speed();
    QVERIFY(targetTexts(known).empty());
    known.firstTokenTarget = TargetVerdict::Met;
    known.decodeTarget = TargetVerdict::Missed;
    const std::vector<TargetText> texts = targetTexts(known);
    QCOMPARE(texts.size(), std::size_t{2});
    QCOMPARE(texts[0], (TargetText{Verdict::Fits, u"First token in time"_s}));
    QCOMPARE(texts[1], (TargetText{Verdict::No, u"Too slow"_s}));
    Snapshot snapshot = withSpeed(known);
    QCOMPARE(bandText(snapshot, false).targets, texts);
    // A row has one word, of the worse.
    const BarChartData data = barChartData(snapshot);
    QCOMPARE(data.rows[2].target, std::optional(TargetText{Verdict::No, u"Missed"_s}));
    QVERIFY(!data.rows[1].target);
    const TableColumn& column = tableColumns()[static_cast<std::size_t>(*tableColumn("target"))];
    QCOMPARE(cellText(column.value(snapshot.rows[2], nullptr), ByteUnit::GiB), u"✘ Missed"_s);
    QCOMPARE(cellText(column.value(snapshot.rows[1], nullptr), ByteUnit::GiB), QString());
    known.decodeTarget = TargetVerdict::Maybe;
    QCOMPARE(barChartData(withSpeed(known)).rows[2].target, std::optional(TargetText{Verdict::Tight, u"Perhaps"_s}));
}

void TestRunUi::chartRowsHaveTheirSpeed() {
    const BarChartData data = barChartData(withSpeed());
    QCOMPARE(plain(data.rows[2].speedText), u"52 tok/s"_s);
    QVERIFY(data.rows[0].speedText.isEmpty());
    const QString tip = plain(rowToolTip(data, 2));
    for (const QString& part :
         {u"52 tok/s (45–60)"_s, u"2,000 tok/s (1,500–2,600)"_s, u"0.51 s"_s, u"limited by memory bandwidth"_s}) {
        QVERIFY2(tip.contains(part), qPrintable(part));
    }
    QVERIFY(plain(rowName(data, 2)).endsWith(u"52 tok/s"_s));
    QVERIFY(!rowName(data, 0).contains(u"tok/s"_s));
}

void TestRunUi::aNarrowChartKeepsTheVerdict() {
    Speed known = speed();
    known.decodeTarget = TargetVerdict::Maybe;
    const BarChartData data = barChartData(withSpeed(known));
    TextWidths widths;
    ChartGeometry wide;
    wide.width = 1000;
    wide.rows = data.rows.size();
    wide.rowHeight = 40;
    measureColumns(wide, data, widths);
    QVERIFY(wide.speedWidth > 0 && wide.targetWidth > 0);
    QVERIFY(wide.target(0).right() <= wide.width - ChartGeometry::kMargin + 0.5);
    QVERIFY(wide.verdict(0).right() < wide.speed(0).left());
    QVERIFY(wide.speed(0).right() < wide.targetIcon(0).left());
    for (double width = 1000; width > 300; width -= 10) {
        ChartGeometry narrow = wide;
        narrow.width = width;
        measureColumns(narrow, data, widths);
        // First the target goes, then the speed; bars and verdict stay.
        QVERIFY(narrow.targetWidth == 0 || narrow.speedWidth > 0);
        QVERIFY(narrow.plot().width() >= 1.6 * ChartGeometry::kLeastPlot || narrow.speedWidth == 0);
        QCOMPARE(narrow.verdictWidth, wide.verdictWidth);
    }
    // Nobody has a speed: no column.
    ChartGeometry none = wide;
    BarChartData unknown = data;
    for (ChartRow& row : unknown.rows) {
        row.sentence = u"?"_s;
        row.speedText.clear();
        row.target.reset();
    }
    measureColumns(none, unknown, widths);
    QCOMPARE(none.speedWidth, 0.0);
    QCOMPARE(none.targetWidth, 0.0);
}

void TestRunUi::tableColumnsHaveTheSpeed() {
    const Snapshot snapshot = withSpeed();
    const auto text = [&snapshot](const char* id, std::size_t row) {
        const TableColumn& column = tableColumns()[static_cast<std::size_t>(*tableColumn(id))];
        return plain(cellText(column.value(snapshot.rows[row], nullptr), ByteUnit::GiB));
    };
    QCOMPARE(text("decode", 2), u"52 tok/s"_s);
    QCOMPARE(text("prefill", 2), u"2,000 tok/s"_s);
    QCOMPARE(text("first_token", 2), u"0.51 s"_s);
    QCOMPARE(text("train", 2), QString());
    QCOMPARE(text("decode", 0), QString());
}

void TestRunUi::commandsAreTheRowsOwn() {
    makeWindow();
    compare({{"GeForce RTX 4090", 1}, {"GeForce RTX 3060 12GB", 1}});
    QTest::mouseClick(find<QToolButton>("runButton"), Qt::LeftButton);
    QVERIFY(m_window->comparison().isRunShown());
    for (std::size_t row = 0; row < 2; ++row) {
        store().setFocusedRow(row);
        const Snapshot& snapshot = store().snapshot();
        Resolved question = *snapshot.resolved;
        question.machine = rowMachine(snapshot.rows[row], snapshot.scenario, store().catalog()).value();
        const std::vector<Command> wanted = commandsFor(question, usualShell());
        QVERIFY(!wanted.empty());
        const std::vector<CommandBox*> shown = boxes();
        QCOMPARE(shown.size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QCOMPARE(shown[i]->text(), QString::fromStdString(wanted[i].text));
            QCOMPARE(shown[i]->heading(), commandHeading(wanted[i].kind));
            QVERIFY(!shown[i]->heading().isEmpty());
        }
    }
    // They follow the question while the drawer is open.
    store().edit([](Scenario& scenario) { scenario.context = 4321; });
    QVERIFY(std::ranges::any_of(boxes(), [](const CommandBox* box) { return box->text().contains(u"4321"_s); }));
}

void TestRunUi::copyTakesTheTextAsItIs() {
    CommandBox box;
    const QString text = u"FROM \"a  b\u202Ec.gguf\"\nPARAMETER num_ctx 8192"_s;
    box.setCommand(u"Modelfile"_s, text);
    box.show();
    auto* const copy = box.findChild<QToolButton*>(u"commandCopy"_s);
    QCOMPARE(copy->text(), u"Copy"_s);
    QCOMPARE(copy->accessibleName(), u"Copy: Modelfile"_s);
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QCOMPARE(copy->text(), u"Copied"_s);
    // What is invisible in a name is shown as an escape, and lines stay lines.
    const auto* const shown = box.findChild<QPlainTextEdit*>();
    QVERIFY(!shown->toPlainText().contains(QChar(0x202E)));
    QCOMPARE(shown->toPlainText().count(u'\n'), 1);
    QVERIFY(shown->isReadOnly());
    // Another text has not been copied.
    box.setCommand(u"Modelfile"_s, u"FROM other.gguf"_s);
    QCOMPARE(copy->text(), u"Copy"_s);
}

void TestRunUi::theShellIsAChoice() {
    makeWindow();
    compare({{"GeForce RTX 4090", 1}});
    m_window->comparison().setRunShown(true);
    auto* const shells = find<QComboBox>("shellList");
    QCOMPARE(shells->count(), 3);
    QCOMPARE(static_cast<Shell>(shells->currentData().toInt()), usualShell());
    for (int i = 0; i < shells->count(); ++i) {
        shells->setCurrentIndex(i);
        emit shells->activated(i);
        Resolved question = *store().snapshot().resolved;
        question.machine = rowMachine(store().snapshot().rows[0], store().scenario(), store().catalog()).value();
        const auto wanted = commandsFor(question, static_cast<Shell>(shells->itemData(i).toInt()));
        const std::vector<CommandBox*> shown = boxes();
        QCOMPARE(shown.size(), wanted.size());
        QCOMPARE(shown.front()->text(), QString::fromStdString(wanted.front().text));
    }
}

void TestRunUi::theShellIsRemembered() {
    makeWindow();
    QVERIFY(!m_settings->shell());
    auto* shells = find<QComboBox>("shellList");
    const Shell other = usualShell() == Shell::Cmd ? Shell::PowerShell : Shell::Cmd;
    shells->setCurrentIndex(shells->findData(static_cast<int>(other)));
    emit shells->activated(shells->currentIndex());
    QCOMPARE(m_settings->shell(), std::optional(other));
    m_window = std::make_unique<MainWindow>(facts(), *m_settings); // the next start
    shells = find<QComboBox>("shellList");
    QCOMPARE(static_cast<Shell>(shells->currentData().toInt()), other);
    compare({{"GeForce RTX 4090", 1}});
    m_window->show();
    m_window->comparison().setRunShown(true);
    Resolved question = *store().snapshot().resolved;
    question.machine = rowMachine(store().snapshot().rows[0], store().scenario(), store().catalog()).value();
    QCOMPARE(boxes().front()->text(), QString::fromStdString(commandsFor(question, other).front().text));
}

void TestRunUi::whatDoesNotFitHasNoCommand() {
    makeWindow();
    // 141 GB of weights on 8 GB and 8 GiB of RAM: no.
    store().edit([](Scenario& scenario) {
        scenario.model = ModelSize{70'000'000'000};
        scenario.weights = "BF16";
        scenario.machine.ramGib = 8;
        scenario.view.rows = {{"GeForce RTX 4060", 1}};
    });
    QCOMPARE(store().snapshot().rows[0].report->verdict, Verdict::No);
    m_window->comparison().setRunShown(true);
    QVERIFY(boxes().empty());
    QVERIFY(find<QLabel>("runSentence")->isVisible());
    QVERIFY(find<QLabel>("runSentence")->text().startsWith(u"It does not fit"_s));
    QVERIFY(!find<QWidget>("shellList")->isVisible());
    QVERIFY(!find<QLabel>("checkSteps")->isVisible());
}

void TestRunUi::everyCheckHasWords() {
    Resolver resolver(facts().catalog);
    int steps = 0;
    for (const char* runtime : {"llama.cpp", "Ollama", "LM Studio", "text-generation-webui", "vLLM", "SGLang",
                                "TensorRT-LLM", "Transformers", "MLX", "ExLlama"}) {
        for (const char* card : {"GeForce RTX 4090", "Radeon RX 7900 XTX", "Arc A770 16GB", "Apple M4 Max 64GB", ""}) {
            Scenario scenario;
            scenario.model = CatalogName{"Qwen/Qwen3-0.6B"};
            scenario.runtime.name = runtime;
            scenario.weights = scenario.runtime.name == "vLLM" || scenario.runtime.name == "SGLang" ? "BF16" : "Q4_K_M";
            if (*card != '\0') {
                scenario.machine.gpus = {{card, 1}};
            }
            const Result<Resolved> question = resolver.resolve(scenario);
            if (!question.ok()) {
                continue;
            }
            for (const CheckStep& step : checkStepsFor(*question)) {
                const QString text = checkText(step);
                QVERIFY2(!text.isEmpty(), step.code.data());
                ++steps;
            }
        }
    }
    QVERIFY(steps > 20);
    QVERIFY(checkText({"no-such-code", {}}).isEmpty());
}

void TestRunUi::rangesOfChecksAreOneFigure() {
    QCOMPARE(checkText({"check-card", {"0", "RTX 4090", "11264", "12040"}}),
             u"Card 0 (RTX 4090) should show 11,264–12,040 MiB."_s);
    QCOMPARE(checkText({"check-ram", {"512", "512"}}), u"The process should take 512 MiB of system memory."_s);
    QCOMPARE(checkText({"check-line", {"CUDA0 model buffer size", "8148.38 MiB"}}),
             u"The log should say “CUDA0 model buffer size”, then 8148.38 MiB."_s);
}

void TestRunUi::targetsAreEdited() {
    makeWindow();
    compare({{"GeForce RTX 4090", 1}});
    m_window->comparison().setRunShown(true);
    const double decode = store().snapshot().rows[0].report->speed->decode.typical;
    type("targetDecode", u"0.5"_s);
    QCOMPARE(store().scenario().target.decodeTokensPerSecond, std::optional(0.5));
    QVERIFY(decode > 5);
    QCOMPARE(store().snapshot().rows[0].report->speed->decodeTarget, TargetVerdict::Met);
    QCOMPARE(hintOf("targetDecode"), u"✔ Fast enough"_s);
    type("targetFirstToken", u"0.01"_s);
    QCOMPARE(store().scenario().target.firstTokenSeconds, std::optional(0.01));
    QCOMPARE(hintOf("targetFirstToken"), u"✘ First token too late"_s);
    find<QAction>("undoAction")->trigger();
    QVERIFY(!store().scenario().target.firstTokenSeconds);
    QCOMPARE(find<OptionalBox>("targetFirstToken")->figure(), std::nullopt);
    QCOMPARE(find<OptionalBox>("targetFirstToken")->text(), u"–"_s);
    type("targetDecode", u"0"_s); // the least is none
    QVERIFY(!store().scenario().target.decodeTokensPerSecond);
    QVERIFY(hintOf("targetDecode").isEmpty());
}

void TestRunUi::whatWasSeenIsKept() {
    makeWindow();
    m_window->comparison().setRunShown(true);
    type("seenVram", u"11000"_s);
    type("seenRam", u"900"_s);
    type("seenDecode", u"51.5"_s);
    type("seenPrefill", u"2100"_s);
    auto* const note = find<QLineEdit>("seenNote");
    note->setFocus();
    QTest::keyClicks(note, u"driver 580"_s);
    QTest::keyClick(note, Qt::Key_Return);
    const SeenChoice wanted{11000, 900, 51.5, 2100, "driver 580"};
    QCOMPARE(store().scenario().seen, wanted);
    // Kept with the question in its file.
    const QString path = m_folder->filePath(u"seen.vram.json"_s);
    QVERIFY(m_window->saveScenario(path));
    store().setScenario({});
    QCOMPARE(find<OptionalBox>("seenVram")->figure(), std::nullopt);
    QCOMPARE(note->text(), QString());
    QVERIFY(m_window->openScenario(path));
    QCOMPARE(store().scenario().seen, wanted);
    QCOMPARE(find<OptionalBox>("seenDecode")->figure(), std::optional(51.5));
    QCOMPARE(note->text(), u"driver 580"_s);
    type("seenVram", u"12000"_s);
    QVERIFY(m_window->history().canUndo());
    find<QAction>("undoAction")->trigger();
    QCOMPARE(find<OptionalBox>("seenVram")->figure(), std::optional(11000.0));
}

void TestRunUi::seenIsMeasuredAgainstTheEstimate() {
    // 10,000 MiB, 9,500 to 10,500; 10,310 is 3.1 % more, 11,000 is 10 % more and outside.
    const ByteRange estimate{kMiB * 9500, kMiB * 10000, kMiB * 10500};
    SeenText text = seenMemory(10310, estimate, ByteUnit::GiB);
    QVERIFY2(plain(text.text).startsWith(u"+3.1 % of 9.8 GiB"_s), qPrintable(text.text));
    QVERIFY(text.text.endsWith(u"within the range"_s));
    QCOMPARE(text.kind, HintKind::Plain);
    text = seenMemory(11000, estimate, ByteUnit::GiB);
    QVERIFY(plain(text.text).startsWith(u"+10 %"_s) && text.text.endsWith(u"outside the range"_s));
    QCOMPARE(text.kind, HintKind::Warning);
    QVERIFY(seenMemory(std::nullopt, estimate, ByteUnit::GiB).text.startsWith(u"Estimate: "_s));
    // 39 of 52 is a quarter less and below 45.
    text = seenSpeed(39, speed().decode);
    QCOMPARE(plain(text.text), u"−25 % of 52 tok/s (45–60), outside the range"_s);
    QCOMPARE(plain(seenSpeed(45, speed().decode).text), u"−13 % of 52 tok/s (45–60), within the range"_s);
    // All cards together, not the need of one.
    Report report = fake::report({"GeForce RTX 4090", 24, 23.5, 2}, {}, Verdict::Fits);
    report.devices[0].total = ByteRange::exact(fake::gib(6));
    report.devices[1].total = ByteRange::exact(fake::gib(5));
    QCOMPARE(cardEstimate(report), std::optional(ByteRange::exact(fake::gib(11))));
    QVERIFY(!reservesCards(report));
    report.devices.clear();
    QVERIFY(!cardEstimate(report));
}

void TestRunUi::oneDrawerAtATime() {
    makeWindow();
    Comparison& comparison = m_window->comparison();
    auto* const why = find<QAction>("whyAction");
    auto* const run = find<QAction>("runAction");
    QVERIFY(!comparison.isDrawerShown());
    run->trigger();
    QVERIFY(comparison.run().isVisible() && !comparison.why().isVisible());
    QVERIFY(run->isChecked() && !why->isChecked());
    const QRect place = comparison.run().geometry();
    QTest::mouseClick(find<QToolButton>("runWhy"), Qt::LeftButton);
    QVERIFY(comparison.why().isVisible() && !comparison.run().isVisible());
    QVERIFY(!run->isChecked() && why->isChecked());
    QCOMPARE(comparison.why().geometry(), place);
    QTest::mouseClick(find<QToolButton>("whyRun"), Qt::LeftButton);
    QVERIFY(comparison.isRunShown() && !comparison.isWhyShown());
    why->trigger();
    run->trigger();
    QVERIFY(comparison.isRunShown());
    run->trigger();
    QVERIFY(!comparison.isDrawerShown() && !run->isChecked());
    // Escape from a field of it, and from bars beside it.
    run->trigger();
    find<QLineEdit>("seenNote")->setFocus();
    QTest::keyClick(find<QLineEdit>("seenNote"), Qt::Key_Escape);
    QVERIFY(!comparison.isDrawerShown());
    QVERIFY(comparison.isAncestorOf(m_window->focusWidget()));
    run->trigger();
    QTest::mouseClick(find<QToolButton>("runClose"), Qt::LeftButton);
    QVERIFY(!comparison.isDrawerShown());
}

void TestRunUi::theDrawerSpeaksTheLanguage() {
    makeWindow();
    m_window->comparison().setRunShown(true);
    QCOMPARE(find<QLabel>("seenHeading")->text(), u"What I saw"_s);
    LanguageSwitcher::ofApplication().setLanguage(u"zh_TW"_s);
    QCoreApplication::processEvents();
    QCOMPARE(find<QLabel>("seenHeading")->text(), u"我看到的"_s);
    QCOMPARE(find<QToolButton>("runButton")->text(), u"如何執行"_s);
    QVERIFY(find<QLabel>("runTitle")->text().startsWith(u"如何執行"_s));
    QCOMPARE(boxes().front()->findChild<QToolButton*>(u"commandCopy"_s)->text(), u"複製"_s);
    LanguageSwitcher::ofApplication().setLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QCOMPARE(find<QLabel>("targetHeading")->text(), u"我的目标"_s);
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
}

void TestRunUi::coresAloneDoNotHelp() {
    // RTX 3070: 5,888 cores, 8 GB; RTX 3060 12GB: 3,584 cores, 12 GB, 360 GB/s.
    Snapshot snapshot = fake::snapshot();
    snapshot.rows = {fake::row({"GeForce RTX 3070", 8, 7.5}, Verdict::Offload),
                     fake::row({"GeForce RTX 3060 12GB", 12, 11.5}, Verdict::Fits),
                     fake::row({"GeForce RTX 4090", 24, 23.5}, Verdict::Fits)};
    const Catalog& catalog = *facts().catalog;
    for (const std::size_t focused : {std::size_t{0}, std::size_t{1}}) {
        const auto pair = axesPair(snapshot, focused, catalog);
        QVERIFY(pair);
        QCOMPARE(pair->many, std::size_t{0});
        QCOMPARE(pair->holds, std::size_t{1});
    }
    const QString alone = plain(axesText(snapshot, 1, catalog));
    QVERIFY2(alone.contains(u"RTX 3070 8 GB has more cores (5,888 against 3,584)"_s), qPrintable(alone));
    QVERIFY(!alone.contains(u"GB/s"_s));
    Report report = snapshot.rows[1].report.value();
    report.speed = speed();
    snapshot.rows[1].report = report;
    QVERIFY(plain(axesText(snapshot, 1, catalog)).contains(u"waits for the memory (360 GB/s)"_s));
    // The 4090 has the most cores and holds the model: nobody to compare it with.
    QVERIFY(!axesPair(snapshot, 2, catalog));
    // Cores of two vendors do not compare.
    snapshot.rows[0] = fake::row({"Radeon RX 7600", 8, 7.5}, Verdict::Offload);
    QVERIFY(!axesPair(snapshot, 1, catalog));
    QVERIFY(axesText(snapshot, 1, catalog).isEmpty());
}

void TestRunUi::aStepIsExplained() {
    SpeedReasons reasons;
    reasons.decode.vramBytes = 8 * 1073741824.0; // 8 GiB in 10 ms: 859 GB/s
    reasons.decode.vramSeconds = 0.010;
    reasons.decode.flops = 29e9;
    reasons.decode.latencySeconds = 0.002;
    reasons.decode.limit = SpeedLimit::MemoryBandwidth;
    const std::vector<SpeedParagraph> steps = speedParagraphs(reasons, speed(), {}, ByteUnit::GiB);
    QCOMPARE(steps.size(), std::size_t{1}); // no terms of the prompt
    QCOMPARE(plain(steps[0].heading), u"Generating · 52 tok/s (45–60)"_s);
    QVERIFY(steps[0].sentence.contains(u"limited by memory bandwidth"_s));
    const std::vector<SpeedShare>& lines = steps[0].lines;
    QCOMPARE(lines.size(), std::size_t{4}); // neither RAM nor PCIe
    QCOMPARE(plain(lines[0].amount), u"8.0 GiB"_s);
    QCOMPARE(plain(lines[0].rate), u"859 GB/s"_s);
    QCOMPARE(plain(lines[0].time), u"10 ms"_s);
    QCOMPARE(plain(lines[1].amount), u"29 GFLOP"_s);
    QCOMPARE(lines[1].time, u"meanwhile"_s);
    QCOMPARE(plain(lines[3].time), u"12 ms"_s);
    reasons.prefill = reasons.decode;
    QCOMPARE(speedParagraphs(reasons, speed(), {}, ByteUnit::GiB).size(), std::size_t{2});
}

void TestRunUi::explainedStepsAreTheReportsOwn() {
    for (const char* model : {"Qwen/Qwen3-14B", "Qwen/Qwen3-32B"}) { // whole on the card, and partly in RAM
        Scenario scenario;
        scenario.model = CatalogName{model};
        scenario.machine.gpus = {{"GeForce RTX 4070", 1}};
        const Result<Resolved> question = resolve(scenario, facts().catalog);
        QVERIFY(question.ok());
        const Result<Report> answer = report(*question);
        QVERIFY(answer.ok() && answer->speed && answer->speed->prefill);
        const auto reasons = explainSpeed(*question);
        QVERIFY(reasons && reasons->prefill);
        // A step of one sequence makes one token; a prompt of 1,024 tokens is read at once.
        QVERIFY(std::abs(reasons->decode.total() * answer->speed->decode.typical - 1) < 1e-6);
        QVERIFY(std::abs(reasons->prefill->total() * answer->speed->prefill->typical / 1024 - 1) < 1e-6);
        QCOMPARE(reasons->decode.limit, answer->speed->limit);
    }
    Scenario training;
    training.task = Task::Qlora;
    training.weights = "NF4";
    training.runtime.name = "Transformers";
    training.machine.gpus = {{"GeForce RTX 4090", 1}};
    const Result<Resolved> question = resolve(training, facts().catalog);
    QVERIFY(question.ok());
    QVERIFY(!explainSpeed(*question));
}

QTEST_MAIN(TestRunUi)
#include "tst_run_ui.moc"
