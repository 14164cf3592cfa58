// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_snapshot.h"
#include "shipped_catalog.h"
#include "ui/export/lines_export.h"
#include "ui/language/language_switcher.h"
#include "ui/lines/line_chart.h"
#include "ui/lines/line_figures.h"
#include "ui/lines/line_source.h"
#include "ui/lines/line_text.h"
#include "ui/lines/line_view.h"
#include "ui/store/history.h"
#include "ui/window/chart_output.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

/// 8 GiB of weights and 1 GiB of cache for every 1,024 tokens, from 512 to 32,768; cards of so many GiB.
LineChartData handMade(const std::vector<double>& cards, std::size_t focused = 0) {
    LineChartData data;
    data.span = {512, 32'768};
    const auto at = [](std::int64_t tokens) {
        SeriesPoint point{tokens, {}, {}, Verdict::Fits};
        point.need.set(MemoryPart::Weights, ByteRange::exact(kGiB * 8));
        point.need.set(MemoryPart::KvCache, ByteRange::exact(kMiB * tokens));
        point.total = point.need.total();
        return point;
    };
    for (const std::int64_t value : seriesValues(data.span)) {
        data.points.push_back(at(value));
    }
    data.parts = {MemoryPart::Weights, MemoryPart::KvCache};
    data.present = at(8192);
    data.subject = u"Model · Card"_s;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        // Held: what is left of 8 GiB, in MiB.
        const auto held = static_cast<std::int64_t>((cards[i] - 8) * 1024);
        data.marks.push_back({{u"Card %1"_s.arg(i)},
                              Bytes::fromGiB(cards[i]),
                              Bytes::fromGiB(std::ceil(cards[i])),
                              i == focused,
                              true,
                              held > 0 ? std::optional(std::min<std::int64_t>(held, 32'768)) : std::nullopt});
    }
    return data;
}

QStringList textsOf(const LineChartData& data, const std::vector<EdgeLabel>& labels) {
    QStringList texts;
    for (const EdgeLabel& label : labels) {
        texts += edgeText(data, label);
    }
    return texts;
}

} // namespace

/// The third view of the comparison: the need over an axis.
class TestLines : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }
    void init();
    void cleanup();

    void placesOnTheAxes();
    void theAxisHoldsWhatMatters();
    void labelsMoveApart();
    void labelsThatHaveNoRoomBecomeOne();
    void equalMemoryIsOneLine();
    void shortCounts_data();
    void shortCounts();
    void sentencesOfCapacities();

    void theViewIsChosenAndRemembered();
    void aClickSetsTheContext();
    void aDragIsOneStepBack();
    void keysMoveTheLine();
    void theAnswerStaysAlongTheAxis();
    void anotherQuestionIsPaleUntilItIsAnswered();
    void everyCrossingIsExact();
    void sequencesAreTheOtherAxis();
    void trainingHasItsOwnWords();
    void beyondTheLimitIsMarked();
    void thePointerIsFollowed();
    void withoutAnAnswerThereIsAReason();
    void assistiveTechnologyHearsIt();
    void unitAndLanguageFollow();
    void theExportShowsTheLines();
    void aPictureIsAsLargeAsAsked();

private:
    [[nodiscard]] LineView& view() const { return m_window->comparison().lines(); }
    [[nodiscard]] LineChart& chart() const { return view().chart(); }
    [[nodiscard]] const Scenario& scenario() const { return m_window->store().scenario(); }
    void showLines() const {
        QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
        QVERIFY(view().isVisible());
        QTRY_VERIFY(chart().lines().hasLines() && !chart().lines().stale);
    }
    [[nodiscard]] QPoint placeOf(std::int64_t value) const {
        const LineGeometry geometry = chart().geometryOfPlot();
        return QPointF(geometry.xOf(value), geometry.plot.center().y()).toPoint();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestLines::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestLines::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
}

void TestLines::placesOnTheAxes() {
    LineGeometry geometry;
    geometry.plot = QRectF(100, 50, 600, 400);
    geometry.span = {512, 32'768}; // six doublings: 100 pixels each
    geometry.maximum = 40;
    QCOMPARE(geometry.xOf(512), 100.0);
    QCOMPARE(geometry.xOf(1024), 200.0);
    QCOMPARE(geometry.xOf(32'768), 700.0);
    QCOMPARE(geometry.xOf(100), 100.0); // held at the edge
    QCOMPARE(geometry.yOf(0), 450.0);
    QCOMPARE(geometry.yOf(10), 350.0); // a quarter of the height
    for (const std::int64_t value : {512, 777, 8192, 20'000, 32'768}) {
        QCOMPARE(geometry.valueAt(geometry.xOf(value)), value);
    }
    QCOMPARE(geometry.valueAt(-1000), std::int64_t{512});
}

void TestLines::theAxisHoldsWhatMatters() {
    // Present need 16 GiB, own memory 24 GiB: all to 2.2 times that is on the axis, 80 GiB is named at the edge alone.
    const LineChartData data = handMade({24, 48, 80});
    const LineGeometry geometry = lineGeometry(data, QRectF(0, 0, 900, 500), QFont());
    QVERIFY(geometry.maximum >= 48 && geometry.maximum < 60);
    const std::vector<EdgeLabel> labels = edgeLabels(data, geometry, 16);
    QCOMPARE(textsOf(data, labels), (QStringList{u"Card 0"_s, u"Card 1"_s, u"↑ Card 2"_s}));
    QVERIFY(labels.back().beyond);
}

void TestLines::labelsMoveApart() {
    // Lines of 23.5, 24 and 24.5 GiB lie within a few pixels; their names do not.
    const LineChartData data = handMade({23.5, 24, 24.5, 12});
    LineChartData sorted = data;
    std::ranges::sort(sorted.marks, {}, &CapacityMark::usable);
    const LineGeometry geometry = lineGeometry(sorted, QRectF(0, 0, 900, 500), QFont());
    constexpr double kLine = 16;
    const std::vector<EdgeLabel> labels = edgeLabels(sorted, geometry, kLine);
    QCOMPARE(labels.size(), std::size_t{4});
    for (std::size_t i = 1; i < labels.size(); ++i) {
        QVERIFY(labels[i - 1].y - labels[i].y >= kLine - 1e-9);
    }
    for (const EdgeLabel& label : labels) {
        QVERIFY(label.y >= geometry.plot.top() && label.y <= geometry.plot.bottom());
    }
}

void TestLines::labelsThatHaveNoRoomBecomeOne() {
    std::vector<double> cards;
    for (int i = 0; i < 40; ++i) {
        cards.push_back(10 + i * 0.3);
    }
    const LineChartData data = handMade(cards, 7);
    const LineGeometry geometry = lineGeometry(data, QRectF(0, 0, 900, 220), QFont());
    constexpr double kLine = 16;
    const std::vector<EdgeLabel> labels = edgeLabels(data, geometry, kLine);
    QVERIFY(static_cast<double>(labels.size()) * kLine <= geometry.plot.height() + kLine);
    std::size_t named = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        named += labels[i].marks.size();
        QVERIFY(i == 0 || labels[i - 1].y - labels[i].y >= kLine - 1e-9);
        QVERIFY(labels[i].y >= geometry.plot.top() && labels[i].y <= geometry.plot.bottom());
    }
    QCOMPARE(named, cards.size()); // none is lost: "Card 0 +4"
    // The chosen row is named wherever its line lies.
    const QStringList texts = textsOf(data, labels);
    QVERIFY(std::ranges::any_of(texts, [](const QString& text) { return text.startsWith(u"Card 7"); }));
}

void TestLines::equalMemoryIsOneLine() {
    m_window->store().edit([](Scenario& edited) {
        edited.view.rows = {{"GeForce RTX 4080", 1}, {"GeForce RTX 4080 SUPER", 1}, {"GeForce RTX 4090", 1}};
    });
    showLines();
    // 16 GiB each, less what the driver keeps by the same rule.
    const std::vector<EdgeLabel> labels = edgeLabels(chart().lines(), chart().geometryOfPlot(), 16);
    QCOMPARE(textsOf(chart().lines(), labels), (QStringList{u"RTX 4080 16\u00A0GB +1"_s, u"RTX 4090 24\u00A0GB"_s}));
}

void TestLines::shortCounts_data() {
    QTest::addColumn<std::int64_t>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("small") << std::int64_t{640} << u"640"_s;
    QTest::newRow("one Ki") << std::int64_t{1024} << u"1K"_s;
    QTest::newRow("between") << std::int64_t{9000} << u"9,000"_s;
    QTest::newRow("large, rounded down") << std::int64_t{42'500} << u"41K"_s; // 41.5
    QTest::newRow("one Mi") << std::int64_t{1'048'576} << u"1M"_s;
}

void TestLines::shortCounts() {
    QFETCH(std::int64_t, count);
    QTEST(shortCount(count), "text");
}

void TestLines::sentencesOfCapacities() {
    const LineChartData data = handMade({6, 12, 64});
    QCOMPARE(markSentence(data, data.marks[0]), u"Card 0: 6.0\u00A0GiB usable, too little for any value"_s);
    QCOMPARE(markSentence(data, data.marks[1]), u"Card 1: 12.0\u00A0GiB usable, enough up to 4,096 tokens"_s);
    QCOMPARE(markSentence(data, data.marks[2]), u"Card 2: 64.0\u00A0GiB usable, enough for the whole axis"_s);
    QCOMPARE(crossingText(data, data.marks[0]), QString());
    QCOMPARE(crossingText(data, data.marks[1]), u"12\u00A0GB: 4K"_s);
    QCOMPARE(crossingText(data, data.marks[2]), QString());
    QCOMPARE(lineSentence(data, data.present), u"8,192 tokens: 16.0\u00A0GiB, Fits"_s);
    QVERIFY(lineSummary(data).contains(u"From 512 tokens to 32,768 tokens the need grows from 8.5\u00A0GiB to 40.0"_s));
}

void TestLines::theViewIsChosenAndRemembered() {
    QVERIFY(!view().isVisible());
    QTest::mouseClick(m_window->findChild<QToolButton*>(u"linesView"_s), Qt::LeftButton);
    QVERIFY(view().isVisible());
    QVERIFY(m_settings->view() == ViewKind::Lines);
    // A scale is the bars' alone.
    QVERIFY(!m_window->findChild<QToolButton*>(u"shareScale"_s)->isVisible());
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(view().isVisible());
    QVERIFY(m_window->findChild<QToolButton*>(u"linesView"_s)->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!view().isVisible());
    QVERIFY(m_settings->view() == ViewKind::Bars);
}

void TestLines::aClickSetsTheContext() {
    showLines();
    QCOMPARE(scenario().context, std::int64_t{8192});
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, placeOf(32'768));
    QCOMPARE(scenario().context, std::int64_t{32'768});
    QCOMPARE(chart().lines().present.value, std::int64_t{32'768});
    // The line stands on the curve: the point and the row's answer are the same.
    const auto& points = chart().lines().points;
    const auto same = std::ranges::find(points, std::int64_t{32'768}, &SeriesPoint::value);
    QVERIFY(same != points.end() && same->total == chart().lines().present.total);
}

void TestLines::aDragIsOneStepBack() {
    showLines();
    QTest::mousePress(&chart(), Qt::LeftButton, {}, placeOf(4096));
    for (const std::int64_t value : {8192, 16'384, 24'576, 32'768}) {
        QTest::mouseMove(&chart(), placeOf(value));
    }
    QCOMPARE(scenario().context, std::int64_t{32'768});
    QTest::mouseRelease(&chart(), Qt::LeftButton, {}, placeOf(32'768));
    QVERIFY(m_window->history().canUndo());
    m_window->findChild<QAction*>(u"undoAction"_s)->trigger();
    QCOMPARE(scenario().context, std::int64_t{8192});
    QVERIFY(!m_window->history().canUndo());
}

void TestLines::keysMoveTheLine() {
    showLines();
    chart().setFocus();
    QTest::keyClick(&chart(), Qt::Key_Right);
    QCOMPARE(scenario().context, std::int64_t{10'240}); // 8,192 * 5/4
    QTest::keyClick(&chart(), Qt::Key_PageUp);          // four stops: a doubling
    QCOMPARE(scenario().context, std::int64_t{20'480});
    QTest::keyClick(&chart(), Qt::Key_Home);
    QCOMPARE(scenario().context, std::int64_t{512});
}

void TestLines::theAnswerStaysAlongTheAxis() {
    showLines();
    const QSignalSpy computed(&view().source(), &LineSource::changed);
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, placeOf(16'384));
    QVERIFY(!chart().lines().stale);
    QTest::qWait(2 * LineSource::kDelayMilliseconds);
    QCOMPARE(computed.count(), 0);
}

void TestLines::anotherQuestionIsPaleUntilItIsAnswered() {
    showLines();
    const Bytes before = chart().lines().points.front().total.typical;
    m_window->store().edit([](Scenario& edited) { edited.weights = "Q8_0"; });
    QVERIFY(chart().lines().stale);
    // How far a card goes was of another question: nothing is said until it is known again.
    QVERIFY(std::ranges::none_of(chart().lines().marks, &CapacityMark::known));
    QTRY_VERIFY(!chart().lines().stale);
    QVERIFY(chart().lines().points.front().total.typical > before);
    QVERIFY(std::ranges::all_of(chart().lines().marks, &CapacityMark::known));
}

void TestLines::everyCrossingIsExact() {
    showLines();
    int crossings = 0;
    Resolver resolver(m_window->store().sharedCatalog());
    for (const Row& row : m_window->store().snapshot().rows) {
        const LineReach* const reach = view().source().reachOf(cardsOf(row));
        QVERIFY(reach != nullptr);
        const auto held = [&](std::int64_t context) {
            Scenario asked = withAxisValue(scenario(), SeriesAxis::Context, context);
            asked.machine.gpus = cardsOf(row);
            return holds(report(*resolver.resolve(asked)).value(), SeriesBound::Capacity);
        };
        if (reach->held && *reach->held < view().source().span().last) {
            QVERIFY(held(*reach->held) && !held(*reach->held + 1));
            ++crossings;
        }
    }
    QVERIFY(crossings >= 3); // 12, 16 and 24 GB for 14.8 B parameters at 4.9 bits
}

void TestLines::sequencesAreTheOtherAxis() {
    showLines();
    QTest::mouseClick(m_window->findChild<QToolButton*>(u"linesOverSequences"_s), Qt::LeftButton);
    QTRY_VERIFY(chart().lines().hasLines() && !chart().lines().stale);
    QVERIFY(chart().lines().axis == SeriesAxis::Sequences);
    QCOMPARE(chart().lines().span.last, std::int64_t{512});
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, placeOf(4));
    QCOMPARE(scenario().batch, std::int64_t{4});
    QCOMPARE(scenario().context, std::int64_t{8192});
    QVERIFY(m_settings->linesOverSequences());
    QCOMPARE(lineValue(chart().lines(), 4), u"4 sequences"_s);
    QVERIFY(!chart().lines().limit);
}

void TestLines::trainingHasItsOwnWords() {
    m_window->store().edit([](Scenario& edited) {
        edited.task = Task::Qlora;
        edited.weights = "NF4";
        edited.runtime = {};
        edited.runtime.name = "Transformers";
        edited.context = 2048;
    });
    showLines();
    QCOMPARE(m_window->findChild<QToolButton*>(u"linesOverContext"_s)->text(), u"Sequence length"_s);
    QCOMPARE(m_window->findChild<QToolButton*>(u"linesOverSequences"_s)->text(), u"Micro-batch"_s);
    QVERIFY(std::ranges::find(chart().lines().parts, MemoryPart::Optimizer) != chart().lines().parts.end());
}

void TestLines::beyondTheLimitIsMarked() {
    showLines();
    QCOMPARE(chart().lines().limit.value_or(0), std::int64_t{40'960}); // what Qwen3 14B was made for
    QCOMPARE(chart().lines().span.last, std::int64_t{131'072});
}

void TestLines::thePointerIsFollowed() {
    showLines();
    const QString present = view().figures().sentences().join(u'|');
    QTest::mouseMove(&chart(), placeOf(65'536));
    QTRY_VERIFY(view().figures().sentences().join(u'|') != present);
    // 160 KiB a token: 40 layers, 8 heads of 128, keys and values of 16 bits; 65,536 of them are 10 GiB.
    QVERIFY(view().figures().sentences().contains(u"KV cache 10.0\u00A0GiB"_s));
    QCOMPARE(scenario().context, std::int64_t{8192}); // looking is not choosing
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&chart(), &leave);
    QCOMPARE(view().figures().sentences().join(u'|'), present);
}

void TestLines::withoutAnAnswerThereIsAReason() {
    showLines();
    m_window->store().edit([](Scenario& edited) { edited.model = CatalogName{"no/such-model"}; });
    QVERIFY(!chart().lines().sentence.isEmpty());
    QVERIFY(!chart().lines().hasLines());
    QTest::mouseClick(&chart(), Qt::LeftButton, {}, chart().rect().center());
    QCOMPARE(scenario().context, std::int64_t{8192});
    QVERIFY(chart().grab().toImage().pixelColor(5, 5).isValid()); // it paints
}

void TestLines::assistiveTechnologyHearsIt() {
    showLines();
    QAccessibleInterface* const slider = QAccessible::queryAccessibleInterface(&chart());
    QCOMPARE(slider->role(), QAccessible::Slider);
    QCOMPARE(slider->text(QAccessible::Name), u"Memory need as lines"_s);
    QVERIFY(slider->text(QAccessible::Value).startsWith(u"8,192 tokens: "_s));
    QVERIFY(slider->text(QAccessible::Description).contains(u"RTX 4090 24\u00A0GB: "_s));
    QVERIFY(slider->valueInterface() != nullptr);
    slider->valueInterface()->setCurrentValue(0);
    QCOMPARE(scenario().context, std::int64_t{512});
    QAccessibleInterface* const list = QAccessible::queryAccessibleInterface(&view().figures());
    QCOMPARE(list->role(), QAccessible::List);
    // The parts and the nine usual rows.
    QCOMPARE(list->childCount(), static_cast<int>(chart().lines().parts.size() + chart().lines().marks.size()));
    QVERIFY(list->childCount() >= 11);
    QCOMPARE(list->child(0)->role(), QAccessible::ListItem);
    QVERIFY(list->child(0)->text(QAccessible::Name).startsWith(u"Weights "_s));
    QVERIFY(list->child(list->childCount() - 1)->text(QAccessible::Name).contains(u"usable"_s));
    QCOMPARE(list->indexOfChild(list->child(3)), 3);
}

void TestLines::unitAndLanguageFollow() {
    showLines();
    m_settings->setByteUnit(ByteUnit::GB);
    QVERIFY(chart().lines().unit == ByteUnit::GB);
    QVERIFY(view().figures().sentences().front().contains(u"GB"_s));
    LanguageSwitcher::ofApplication().setLanguage(u"zh_TW"_s);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->findChild<QToolButton*>(u"linesView"_s)->text(), u"曲線圖"_s);
    QVERIFY(view().figures().sentences().front().startsWith(u"權重"_s));
}

void TestLines::theExportShowsTheLines() {
    showLines();
    auto* output = m_window->findChild<ChartOutput*>();
    output->writeTo(m_folder->filePath(u"lines.png"_s), 1);
    const QImage lines(m_folder->filePath(u"lines.png"_s));
    QCOMPARE(lines.width(), 1200);
    // Half of 1,200 for the lines, and title and legend: the bars of nine rows make another height.
    QVERIFY(lines.height() > 650 && lines.height() < 760);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    output->writeTo(m_folder->filePath(u"bars.png"_s), 1);
    QVERIFY(QImage(m_folder->filePath(u"bars.png"_s)) != lines);
}

void TestLines::aPictureIsAsLargeAsAsked() {
    ExportOptions options;
    options.size = {1000, 600};
    options.scale = 2;
    const LineChartData data = handMade({12, 24, 48});
    const QImage light = renderLines(data, fake::snapshot(), options);
    QCOMPARE(light.size(), QSize(2000, 1200));
    options.dark = true;
    const QImage dark = renderLines(data, fake::snapshot(), options);
    QVERIFY(dark.pixelColor(2, 2).lightness() < 60 && light.pixelColor(2, 2).lightness() > 200);
    // The weights' blue lies at the bottom of the plot, in both.
    const LineGeometry geometry = lineGeometry(data, QRectF(0, 0, 1000, 500), QFont());
    QVERIFY(geometry.plot.isValid());
    int blue = 0;
    for (int x = 200; x < 1400; x += 10) {
        for (int y = 300; y < 1100; y += 10) {
            blue += light.pixelColor(x, y) == QColor(0x00, 0x72, 0xB2) ? 1 : 0;
        }
    }
    QVERIFY(blue > 200);
}

QTEST_MAIN(TestLines)
#include "tst_lines.moc"
