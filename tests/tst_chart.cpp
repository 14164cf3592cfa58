// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/bar_chart.h"
#include "ui/chart/bar_chart_data.h"
#include "ui/chart/chart_geometry.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/chart_scale.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/chart_strips.h"
#include "ui/chart/chart_tooltip.h"
#include "ui/theme/theme.h"

#include "fake_snapshot.h"

#include <QAccessible>
#include <QBarSet>
#include <QChart>
#include <QGraphicsView>
#include <QHorizontalStackedBarSeries>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr double kGib = 1073741824.0;

ChartScale scaleOf(const std::vector<fake::Card>& cards, const fake::Parts& parts, bool share = false) {
    Snapshot snapshot = fake::snapshot();
    snapshot.rows.clear();
    for (const fake::Card& card : cards) {
        snapshot.rows.push_back(fake::row(card, Verdict::Fits, parts));
    }
    snapshot.scenario.view.shareScale = share;
    return chartScale(barChartData(snapshot));
}

QPoint onScreen(const BarChart& chart, QPointF scenePoint) { return chart.view().mapFromScene(scenePoint); }

} // namespace

class ChartTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void dataHasTheCoresFigures();
    void rowsWithoutAnAnswerHaveASentence();
    void barsEqualTheCoresFigures();
    void barsAreSharesOnTheShareScale();
    void barsAreUpdatedInPlace();
    void barsAreRebuiltWhenRowsOrPartsChange();
    void geometryAgreesWithQtCharts();
    void segmentsArePaintedWhereTheGeometryIs();
    void scalesAreNice_data();
    void scalesAreNice();
    void rowsFillThePlaceWithinLimits();
    void labelsAvoidTheMark_data();
    void labelsAvoidTheMark();
    void segmentsAreFoundUnderThePointer();
    void tooltipNamesPartSizeRangeAndShare();
    void clickAndKeysChooseTheRow();
    void manyRowsScrollAboveAFixedAxis();
    void rowsGrowAndShrinkWithTheWindow();
    void themeAndLanguageSwitchLive();
    void screenReadersGetTheFocusedRow();
};

void ChartTest::dataHasTheCoresFigures() {
    const BarChartData data = barChartData(fake::snapshot());
    QCOMPARE(data.rows.size(), std::size_t{3});
    QCOMPARE(data.parts,
             (std::vector{MemoryPart::Weights, MemoryPart::KvCache, MemoryPart::Activations, MemoryPart::Overhead}));
    QCOMPARE(data.focusedRow, std::optional<std::size_t>{2});
    QCOMPARE(data.rows[0].totalText, u"10.5\u00A0GiB"_s);
    QCOMPARE(data.rows[0].verdictText, u"Offload 33/41"_s);
    QCOMPARE(data.rows[2].label, u"RTX 4090 24\u00A0GB"_s);
    QCOMPARE(data.rows[2].subtitle, u"23.5\u00A0GiB usable"_s);
    // 23.5 GiB = 25.23 GB
    QCOMPARE(barChartData(fake::snapshot(), ByteUnit::GB).rows[2].subtitle, u"25.2\u00A0GB usable"_s);
    QVERIFY(!data.hasRanges());
    fake::Parts spread;
    spread.spread = 0.5;
    QVERIFY(barChartData(fake::snapshot(spread)).hasRanges());
}

void ChartTest::rowsWithoutAnAnswerHaveASentence() {
    Snapshot snapshot = fake::snapshot();
    snapshot.rows[0].report = Error{ErrorCode::UnknownGpu, "view.rows[0].name", {"RTX 9999", "RTX 5090"}};
    Report unknown = snapshot.rows[1].report.value();
    unknown.verdict = Verdict::Unknown;
    unknown.notes = {{"cache-unknown", {}}};
    snapshot.rows[1].report = unknown;
    const BarChartData data = barChartData(snapshot);
    QVERIFY(!data.rows[0].hasBar());
    QCOMPARE(data.rows[0].sentence, u"No GPU is called “RTX 9999”. Did you mean RTX 5090?"_s);
    QVERIFY(data.rows[1].sentence.contains(u"not known"_s));
    QVERIFY(data.rows[1].totalText.isEmpty());
    QVERIFY(data.rows[2].hasBar());
}

void ChartTest::barsEqualTheCoresFigures() {
    fake::Parts parts;
    parts.weights = 8.375;
    const Snapshot snapshot = fake::snapshot(parts);
    ChartScene scene;
    scene.setData(barChartData(snapshot));
    const QList<QBarSet*> sets = scene.series().barSets();
    QCOMPARE(sets.size(), 4);
    for (std::size_t row = 0; row < 3; ++row) {
        const int index = 2 - static_cast<int>(row); // Qt Charts counts from the bottom
        double sum = 0;
        for (const QBarSet* const set : sets) {
            sum += set->at(index);
        }
        // 8.375 + 1.25 + 0.25 + 0.5
        QCOMPARE(sum, 10.375);
        QCOMPARE(sum, static_cast<double>(snapshot.rows[row].report->needTotal.typical.count()) / kGib);
        QCOMPARE(sets.at(0)->at(index), 8.375);
        QCOMPARE(sets.at(1)->at(index), 1.25);
    }
    QCOMPARE(sets.at(0)->brush().color(), partColour(MemoryPart::Weights));
    QCOMPARE(sets.at(3)->brush().color(), partColour(MemoryPart::Overhead));
}

void ChartTest::barsAreSharesOnTheShareScale() {
    Snapshot snapshot = fake::snapshot();
    snapshot.scenario.view.shareScale = true;
    ChartScene scene;
    scene.setData(barChartData(snapshot));
    double sum = 0;
    for (const QBarSet* const set : scene.series().barSets()) {
        sum += set->at(2); // the first row: 10.5 GiB of 7.5
    }
    QVERIFY(std::abs(sum - 140) < 1e-9);
    QCOMPARE(scene.scale().maximum, 150.0);
    QCOMPARE(scene.scale().tickLabel(100), u"100\u00A0%"_s);
}

void ChartTest::barsAreUpdatedInPlace() {
    ChartScene scene;
    scene.setData(barChartData(fake::snapshot()));
    const QList<QBarSet*> before = scene.series().barSets();
    QCOMPARE(scene.rebuilds(), 1);
    QCOMPARE(scene.replacements(), 0);
    scene.setData(barChartData(fake::snapshot()));
    QCOMPARE(scene.replacements(), 0);
    fake::Parts longer;
    longer.kv = 2.5;
    scene.setData(barChartData(fake::snapshot(longer)));
    QCOMPARE(scene.replacements(), 3); // the KV cache of three rows and nothing else
    QCOMPARE(scene.rebuilds(), 1);
    QCOMPARE(scene.series().barSets(), before);
    // One row alone: the figure must land in that row, counted from the bottom.
    Snapshot one = fake::snapshot(longer);
    longer.kv = 3.75;
    one.rows[0] = fake::row({"GeForce RTX 4060", 8, 7.5}, Verdict::No, longer);
    scene.setData(barChartData(one));
    QCOMPARE(scene.replacements(), 4);
    QCOMPARE(before.at(1)->at(2), 3.75);
    QCOMPARE(before.at(1)->at(0), 2.5);
}

void ChartTest::barsAreRebuiltWhenRowsOrPartsChange() {
    ChartScene scene;
    Snapshot snapshot = fake::snapshot();
    scene.setData(barChartData(snapshot));
    snapshot.rows.push_back(fake::row({"RTX 6000 Ada", 48, 47.25}, Verdict::Fits));
    scene.setData(barChartData(snapshot));
    QCOMPARE(scene.rebuilds(), 2);
    QCOMPARE(scene.series().barSets().at(0)->count(), 4);
    Report report = snapshot.rows[0].report.value();
    report.need.set(MemoryPart::RecurrentState, ByteRange::exact(fake::gib(0.125)));
    report.needTotal = report.need.total();
    snapshot.rows[0].report = report;
    scene.setData(barChartData(snapshot));
    QCOMPARE(scene.rebuilds(), 3);
    QCOMPARE(scene.series().barSets().size(), 5);
    QCOMPARE(scene.series().barSets().at(2)->at(3), 0.125);
    QCOMPARE(scene.series().barSets().at(2)->at(0), 0.0);
    snapshot.rows.clear();
    scene.setData(barChartData(snapshot));
    QCOMPARE(scene.series().barSets().size(), 0);
}

void ChartTest::geometryAgreesWithQtCharts() {
    ChartScene scene;
    scene.setLook(QApplication::font(), false);
    scene.setAvailable(QSizeF(900, 300));
    scene.setData(barChartData(fake::snapshot()));
    for (const double value : {0.0, 8.5, 10.5, scene.scale().maximum}) {
        for (std::size_t row = 0; row < 3; ++row) {
            const double category = 2.0 - static_cast<double>(row);
            const QPointF position = scene.chart().mapToPosition(QPointF(value, category), &scene.series());
            QVERIFY(std::abs(position.x() - scene.geometry().x(value)) < 0.01);
            QVERIFY(std::abs(position.y() - scene.geometry().bar(row).center().y()) < 0.01);
        }
    }
}

void ChartTest::segmentsArePaintedWhereTheGeometryIs() {
    // Rows of different needs: a row painted in another's place would show.
    Snapshot snapshot = fake::snapshot();
    for (std::size_t i = 0; i < snapshot.rows.size(); ++i) {
        fake::Parts parts;
        parts.weights = 2.0 + 3.0 * static_cast<double>(i);
        parts.overhead = 3;
        snapshot.rows[i] = fake::row({"GeForce RTX 4090", 24, 23.5}, Verdict::Fits, parts);
    }
    for (const bool share : {false, true}) {
        snapshot.scenario.view.shareScale = share;
        BarChart chart;
        chart.resize(900, 420);
        chart.setSnapshot(snapshot);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QCoreApplication::processEvents();
        const QImage image = chart.view().viewport()->grab().toImage();
        const ChartScene& scene = chart.scene();
        for (std::size_t row = 0; row < 3; ++row) {
            const double y = scene.geometry().bar(row).bottom() - 4; // below the labels
            for (const MemoryPart part : {MemoryPart::Weights, MemoryPart::KvCache, MemoryPart::Overhead}) {
                const auto span = segmentSpan(scene.data(), scene.geometry(), {row, part});
                QVERIFY(span);
                const QPoint middle = onScreen(chart, QPointF((span->left + span->right) / 2, y));
                QCOMPARE(image.pixelColor(middle), partColour(part));
            }
            const double end = segmentSpan(scene.data(), scene.geometry(), {row, MemoryPart::Overhead})->right;
            const QColor beyond = image.pixelColor(onScreen(chart, QPointF(end + 3, y)));
            QVERIFY(beyond != partColour(MemoryPart::Overhead));
            // The usable-memory mark: 23.5 GiB of the card, whatever the scale.
            const double mark = scene.geometry().x(share ? 100 : 23.5);
            QCOMPARE(image.pixelColor(onScreen(chart, QPointF(mark, y))), themeColours(false).usableMark);
        }
    }
}

void ChartTest::scalesAreNice_data() {
    QTest::addColumn<double>("maximum");
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("expectedMaximum");
    QTest::addColumn<double>("expectedStep");
    const auto add = [](const char* name, const ChartScale& scale, double maximum, double step) {
        QTest::newRow(name) << scale.maximum << scale.step << maximum << step;
    };
    // need 10.5; largest card 23.5, within 6 times the smallest: 24 in steps of 4
    add("cards of 8 to 24", scaleOf({{"a", 8, 7.5}, {"b", 24, 23.5}}, {}), 24, 4);
    // 6 x 7.5 = 45: the card of 288 GiB gets an arrow, the axis ends at 48
    add("one huge card", scaleOf({{"a", 8, 7.5}, {"b", 288, 280}}, {}), 48, 8);
    fake::Parts huge;
    huge.weights = 100;
    // need 102 (100 + 1.25 + 0.25 + 0.5): the bar is always whole, and 280 is beyond twice the need
    add("huge need", scaleOf({{"a", 8, 7.5}, {"b", 288, 280}}, huge), 224, 32);
    fake::Parts small;
    small.weights = 0.25;
    small.kv = 0.125;
    small.activations = small.overhead = 0;
    add("small need on a small card", scaleOf({{"a", 1, 0.75}}, small), 0.75, 0.125);
    add("share, all fit", scaleOf({{"a", 24, 23.5}}, {}, true), 125, 25);
    add("share, one too small", scaleOf({{"a", 24, 23.5}, {"b", 8, 7.5}}, {}, true), 150, 25);
    add("share is cut", scaleOf({{"a", 24, 23.5}, {"b", 4, 3.5}}, {}, true), 200, 25);
    Snapshot none;
    add("nothing", chartScale(barChartData(none)), 0.0625, 0.0078125);
    Snapshot decimal = fake::snapshot();
    // 25.23 GB: steps of 5
    add("GB", chartScale(barChartData(decimal, ByteUnit::GB)), 30, 5);
}

void ChartTest::scalesAreNice() {
    QFETCH(double, maximum);
    QFETCH(double, step);
    QTEST(maximum, "expectedMaximum");
    QTEST(step, "expectedStep");
}

void ChartTest::rowsFillThePlaceWithinLimits() {
    QCOMPARE(fittingRowHeight(400, 10, 16), 40.0);
    QCOMPARE(fittingRowHeight(100, 10, 16), 31.0); // ceil(16 * 1.9): then they scroll
    QCOMPARE(fittingRowHeight(4000, 3, 16), 58.0); // ceil(16 * 3.6)
    QVERIFY(fittingRowHeight(100, 0, 16) > 0);
    ChartGeometry geometry;
    geometry.width = 800;
    geometry.rowHeight = 40;
    geometry.barHeight = 22;
    geometry.rows = 3;
    QCOMPARE(geometry.rowAt(-1), std::nullopt);
    QCOMPARE(geometry.rowAt(0), std::optional<std::size_t>{0});
    QCOMPARE(geometry.rowAt(79.9), std::optional<std::size_t>{1});
    QCOMPARE(geometry.rowAt(120), std::nullopt);
    QCOMPARE(geometry.bar(1), QRectF(geometry.plot().left(), 49, geometry.plot().width(), 22));
    geometry.width = 10; // never a negative plot
    QVERIFY(geometry.plot().width() >= ChartGeometry::kLeastPlot);
}

void ChartTest::labelsAvoidTheMark_data() {
    QTest::addColumn<double>("right");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("mark");     // below 0: none
    QTest::addColumn<double>("expected"); // below 0: no label
    // segments begin at 0; 4 pixels at the ends and 5 around the mark stay free
    QTest::newRow("centred") << 100.0 << 40.0 << -1.0 << 30.0;
    QTest::newRow("too thin") << 47.0 << 40.0 << -1.0 << -1.0;
    QTest::newRow("just fits") << 48.0 << 40.0 << -1.0 << 4.0;
    QTest::newRow("mark elsewhere") << 100.0 << 40.0 << 90.0 << 30.0;
    QTest::newRow("mark right of the middle: moves left") << 100.0 << 40.0 << 60.0 << 15.0;
    QTest::newRow("mark left of the middle: moves right") << 100.0 << 40.0 << 40.0 << 45.0;
    QTest::newRow("only the right side has room") << 100.0 << 40.0 << 45.0 << 50.0;
    QTest::newRow("no side has room") << 90.0 << 60.0 << 45.0 << -1.0;
}

void ChartTest::labelsAvoidTheMark() {
    QFETCH(double, right);
    QFETCH(double, width);
    QFETCH(double, mark);
    QFETCH(double, expected);
    const auto place = placeLabel(0, right, width, mark < 0 ? std::nullopt : std::optional(mark));
    QCOMPARE(place.value_or(-1), expected);
}

void ChartTest::segmentsAreFoundUnderThePointer() {
    ChartScene scene;
    scene.setLook(QApplication::font(), false);
    scene.setAvailable(QSizeF(900, 300));
    fake::Parts thin;
    thin.activations = 0.001;
    scene.setData(barChartData(fake::snapshot(thin)));
    const auto at = [&scene](double gib, std::size_t row) {
        return segmentAt(scene.data(), scene.geometry(),
                         QPointF(scene.geometry().x(gib), scene.geometry().bar(row).center().y()));
    };
    QCOMPARE(at(4, 1), (std::optional<SegmentPosition>{{1, MemoryPart::Weights}}));
    QCOMPARE(at(9, 2), (std::optional<SegmentPosition>{{2, MemoryPart::KvCache}}));
    // Less than a pixel wide, at 9.75: still within reach.
    QCOMPARE(at(9.7505, 0), (std::optional<SegmentPosition>{{0, MemoryPart::Activations}}));
    QCOMPARE(at(15, 0), std::nullopt);
    QCOMPARE(
        segmentAt(scene.data(), scene.geometry(), QPointF(scene.geometry().x(4), scene.geometry().row(0).top() + 1)),
        std::nullopt);
}

void ChartTest::tooltipNamesPartSizeRangeAndShare() {
    fake::Parts parts;
    parts.spread = 0.5;
    const BarChartData data = barChartData(fake::snapshot(parts));
    const QString text = segmentToolTip(data, {2, MemoryPart::Weights});
    QVERIFY2(text.contains(u"Weights"_s), qPrintable(text));
    QVERIFY2(text.contains(u"RTX 4090"_s), qPrintable(text));
    QVERIFY2(text.contains(u"8.5\u00A0GiB (8.0–9.0\u00A0GiB)"_s), qPrintable(text));
    QVERIFY2(text.contains(u"81\u00A0%"_s), qPrintable(text)); // 8.5 of 10.5
    QVERIFY2(text.contains(u"36\u00A0%"_s), qPrintable(text)); // 8.5 of 23.5
    const QString row = rowToolTip(data, 2);
    QVERIFY2(row.contains(u"GeForce RTX 4090"_s) && row.contains(u"Fits"_s), qPrintable(row));
}

void ChartTest::clickAndKeysChooseTheRow() {
    BarChart chart;
    chart.resize(900, 420);
    Snapshot snapshot = fake::snapshot();
    snapshot.focusedRow = 1;
    chart.setSnapshot(snapshot);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QSignalSpy spy(&chart, &BarChart::rowClicked);
    QTest::mouseClick(chart.view().viewport(), Qt::LeftButton, {},
                      onScreen(chart, chart.scene().geometry().row(2).center()));
    QTest::mouseClick(chart.view().viewport(), Qt::RightButton, {},
                      onScreen(chart, chart.scene().geometry().row(0).center()));
    QTest::keyClick(&chart, Qt::Key_Up);
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Home);
    QList<std::size_t> rows;
    for (const QList<QVariant>& call : spy) {
        rows += static_cast<std::size_t>(call.at(0).toULongLong());
    }
    // The focused row stays 1: the store answers a click, and there is none here.
    QCOMPARE(rows, (QList<std::size_t>{2, 0, 2, 2, 0}));
}

void ChartTest::manyRowsScrollAboveAFixedAxis() {
    BarChart chart;
    chart.resize(900, 400);
    Snapshot snapshot = fake::snapshot();
    for (int i = 0; i < 37; ++i) {
        snapshot.rows.push_back(fake::row({"RTX 6000 Ada", 48, 47.25}, Verdict::Fits));
    }
    chart.setSnapshot(snapshot);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QCoreApplication::processEvents();
    QVERIFY(chart.view().verticalScrollBar()->maximum() > 0);
    QCOMPARE(chart.view().horizontalScrollBar()->maximum(), 0);
    QVERIFY(chart.scene().geometry().rowHeight >= std::ceil(QFontMetricsF(chart.font()).height() * 1.9));
    // Axis and legend stay inside the widget, below the rows.
    const auto* const legend = chart.findChild<QWidget*>(u"chartLegend"_s);
    QVERIFY(legend != nullptr);
    QVERIFY(chart.rect().contains(legend->geometry()));
    QVERIFY(legend->geometry().top() > chart.view().geometry().bottom());
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.view().verticalScrollBar()->value(), chart.view().verticalScrollBar()->maximum());
}

void ChartTest::rowsGrowAndShrinkWithTheWindow() {
    BarChart chart;
    chart.resize(900, 200);
    Snapshot snapshot = fake::snapshot();
    for (int i = 0; i < 7; ++i) {
        snapshot.rows.push_back(fake::row({"RTX 6000 Ada", 48, 47.25}, Verdict::Fits));
    }
    chart.setSnapshot(snapshot); // before there is a window
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const double small = chart.scene().geometry().rowHeight;
    QVERIFY(chart.view().verticalScrollBar()->maximum() > 0);
    for (const int height : {500, 900, 500}) {
        chart.resize(900, height);
        QCoreApplication::processEvents();
        QVERIFY(chart.scene().geometry().rowHeight > small);
        QCOMPARE(chart.view().verticalScrollBar()->maximum(), 0);
        QCOMPARE(chart.view().height(), static_cast<int>(chart.scene().geometry().height()));
    }
    chart.resize(900, 200);
    QCoreApplication::processEvents();
    QCOMPARE(chart.scene().geometry().rowHeight, small);
}

void ChartTest::themeAndLanguageSwitchLive() {
    applyTheme(Theme::Light);
    BarChart chart;
    chart.resize(900, 420);
    chart.setSnapshot(fake::snapshot());
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QPoint corner(chart.width() - 3, chart.height() - 3);
    QCOMPARE(chart.grab().toImage().pixelColor(corner), themeColours(false).background);
    applyTheme(Theme::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(chart.grab().toImage().pixelColor(corner), themeColours(true).background);
    const QPoint besideBars(chart.width() - 3, 3);
    QCOMPARE(chart.grab().toImage().pixelColor(besideBars), themeColours(true).background);
    applyTheme(Theme::Light);
    QCoreApplication::processEvents();
    QCOMPARE(chart.grab().toImage().pixelColor(corner), themeColours(false).background);

    fake::PseudoTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QLocale::setDefault(QLocale(u"de_DE"_s));
    QCoreApplication::processEvents();
    const ChartRow& row = chart.scene().data().rows[2];
    QCOMPARE(row.verdictText, u"«Fits»"_s);
    QCOMPARE(row.totalText, u"10,5\u00A0GiB"_s);
    for (const LegendEntry& entry : legendEntries(chart.scene().data())) {
        QVERIFY2(entry.text.startsWith(u'«'), qPrintable(entry.text));
    }
    QCOMPARE(chart.scene().rebuilds(), 1);
    QCoreApplication::removeTranslator(&translator);
    QCoreApplication::processEvents();
}

void ChartTest::screenReadersGetTheFocusedRow() {
    BarChart chart;
    chart.setSnapshot(fake::snapshot());
    QVERIFY(!chart.accessibleName().isEmpty());
    QAccessibleInterface* const list = QAccessible::queryAccessibleInterface(&chart);
    QCOMPARE(list->text(QAccessible::Description),
             u"RTX 4090 24\u00A0GB: Fits. Needs 10.5\u00A0GiB of 23.5\u00A0GiB. Weights "
             u"8.5\u00A0GiB, KV cache 1.3\u00A0GiB, "
             "Activations 256\u00A0MiB, Overhead 512\u00A0MiB."_s);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 3);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"RTX 4060 8\u00A0GB, Offload 33/41, 10.5 of 7.5\u00A0GiB"_s);
    QVERIFY(list->child(0)->text(QAccessible::Description).contains(u"Offload 33/41"_s));
    QVERIFY(list->child(2)->state().selected);
    QVERIFY(!list->child(0)->state().selected);
    QCOMPARE(list->indexOfChild(list->child(1)), 1);
    QCOMPARE(list->child(3), nullptr);
}

QTEST_MAIN(ChartTest)
#include "tst_chart.moc"
