// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_snapshot.h"
#include "ui/chart/bar_chart.h"
#include "ui/chart/chart_scene.h"
#include "ui/export/chart_export.h"
#include "ui/theme/segment_pattern.h"
#include "ui/theme/theme.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
#include <set>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

// Machado, Oliveira and Fernandes 2009, severity 1.0: of linear RGB.
constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
// No colour at all: luminance (a monochrome print).
constexpr Matrix kMonochrome{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double encoded(double light) {
    const double within = std::clamp(light, 0.0, 1.0);
    return within <= 0.0031308 ? within * 12.92 : 1.055 * std::pow(within, 1 / 2.4) - 0.055;
}

QColor seenWith(const Matrix& eye, const QColor& colour) {
    const std::array<double, 3> light{linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    std::array<double, 3> seen{};
    for (std::size_t i = 0; i < 3; ++i) {
        seen.at(i) = encoded(eye.at(i)[0] * light[0] + eye.at(i)[1] * light[1] + eye.at(i)[2] * light[2]);
    }
    return QColor::fromRgbF(static_cast<float>(seen[0]), static_cast<float>(seen[1]), static_cast<float>(seen[2]));
}

/// CIE 1976 distance in L*a*b* (D65): 2.3 is just noticeable.
double distance(const QColor& a, const QColor& b) {
    const auto lab = [](const QColor& colour) {
        const double r = linear(colour.redF());
        const double g = linear(colour.greenF());
        const double bl = linear(colour.blueF());
        const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
        const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * bl) / 0.95047);
        const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * bl);
        const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * bl) / 1.08883);
        return std::array{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    };
    const auto p = lab(a);
    const auto q = lab(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/// A row with all eight parts, equally wide.
Snapshot allParts() {
    Snapshot snapshot = fake::snapshot();
    for (Row& row : snapshot.rows) {
        Report report = row.report.value();
        for (std::size_t i = 0; i < kMemoryParts; ++i) {
            report.need.set(static_cast<MemoryPart>(i),
                            ByteRange::exact(fake::gib(1.2))); // no border lies under a mark
        }
        report.needTotal = report.need.total();
        row.report = report;
    }
    return snapshot;
}

QImage sample(MemoryPart part) {
    QImage image(42, 42, QImage::Format_RGB32);
    image.fill(partColour(part));
    QPainter painter(&image);
    paintSegmentPattern(painter, QRectF(image.rect()), part);
    return image;
}

} // namespace

class ColourVisionTest : public QObject {
    Q_OBJECT

private slots:
    void neighboursStayApart_data();
    void neighboursStayApart();
    void everyBorderIsDrawn_data();
    void everyBorderIsDrawn();
    void patternsTellThePartsApart();
    void patternsAreOptional();
    void figuresStayReadableOnPatterns();
    void thePreferenceReachesTheBars();

private:
    static void eyes() {
        QTest::addColumn<Matrix>("eye");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            const char* const theme = dark ? "dark" : "light";
            QTest::addRow("protanopia, %s", theme) << kProtanopia << dark;
            QTest::addRow("deuteranopia, %s", theme) << kDeuteranopia << dark;
            QTest::addRow("tritanopia, %s", theme) << kTritanopia << dark;
            QTest::addRow("monochrome, %s", theme) << kMonochrome << dark;
        }
    }
};

void ColourVisionTest::neighboursStayApart_data() { eyes(); }

void ColourVisionTest::neighboursStayApart() {
    QFETCH(Matrix, eye);
    QFETCH(bool, dark);
    const QColor separator = seenWith(eye, themeColours(dark).separator);
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        const QColor one = seenWith(eye, partColour(static_cast<MemoryPart>(i)));
        QVERIFY2(contrastRatio(one, separator) >= 3, qPrintable(one.name()));
        // A part may be missing, so that any two can meet. Without colour the separator alone keeps them apart.
        for (std::size_t j = i + 1; j < kMemoryParts && eye != kMonochrome; ++j) {
            const QColor other = seenWith(eye, partColour(static_cast<MemoryPart>(j)));
            QVERIFY2(distance(one, other) >= 8, qPrintable(u"%1 and %2: %3"_s.arg(i).arg(j).arg(distance(one, other))));
        }
    }
}

void ColourVisionTest::everyBorderIsDrawn_data() { eyes(); }

void ColourVisionTest::everyBorderIsDrawn() {
    QFETCH(Matrix, eye);
    QFETCH(bool, dark);
    QApplication::setPalette(themePalette(dark));
    BarChart chart;
    chart.resize(1100, 400);
    chart.setSnapshot(allParts());
    const QImage image = chart.grab().toImage();
    const ChartScene& scene = chart.scene();
    int borders = 0;
    for (std::size_t row = 0; row < 3; ++row) {
        const QRectF bar = scene.geometry().bar(row);
        // Below the figures, above the outline.
        const int y = chart.view().y() + static_cast<int>(bar.bottom()) - 4;
        for (std::size_t i = 1; i < kMemoryParts; ++i) {
            const SegmentPosition position{row, static_cast<MemoryPart>(i)};
            const auto span = segmentSpan(scene.data(), scene.geometry(), position);
            if (!span || span->right > bar.right()) {
                continue;
            }
            const auto at = [&](int x) { return seenWith(eye, image.pixelColor(x, y)); };
            const int x = static_cast<int>(std::lround(span->left));
            QVERIFY2(contrastRatio(at(x), at(x - 3)) >= 3,
                     qPrintable(u"%1: %2 at %3, %4 before"_s.arg(i).arg(at(x).name()).arg(x).arg(at(x - 3).name())));
            QVERIFY2(contrastRatio(at(x), at(x + 3)) >= 3, qPrintable(QString::number(i)));
            ++borders;
        }
    }
    QApplication::setPalette(themePalette(false));
    QVERIFY(borders >= 7);
}

void ColourVisionTest::patternsTellThePartsApart() {
    // Colours taken away, the lines differ: where one part has ink the other has none.
    std::set<QByteArray> kinds;
    for (std::size_t i = 0; i < kMemoryParts; ++i) {
        const auto part = static_cast<MemoryPart>(i);
        const QImage image = sample(part);
        QByteArray lines;
        int ink = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const bool marked = distance(image.pixelColor(x, y), partColour(part)) > 20;
                ink += marked ? 1 : 0;
                lines += marked ? '#' : ' ';
            }
        }
        kinds.insert(lines);
        // Lines, and between them still the colour.
        const int all = image.width() * image.height();
        QVERIFY2(part == MemoryPart::Weights ? ink == 0 : (ink > all / 20 && ink < all * 6 / 10),
                 qPrintable(u"%1: %2 of %3"_s.arg(i).arg(ink).arg(all)));
    }
    QCOMPARE(kinds.size(), kMemoryParts);
}

void ColourVisionTest::patternsAreOptional() {
    ExportOptions options;
    options.version = u"1"_s;
    const QImage plain = renderChart(allParts(), options);
    options.patterns = true;
    const QImage lined = renderChart(allParts(), options);
    QCOMPARE(lined.size(), plain.size());
    QVERIFY(lined != plain);
    BarChart chart;
    chart.resize(1100, 400);
    chart.setSnapshot(allParts());
    const QImage before = chart.grab().toImage();
    chart.setPatterns(true);
    QVERIFY(chart.grab().toImage() != before);
    chart.setPatterns(false);
    QCOMPARE(chart.grab().toImage(), before);
}

void ColourVisionTest::figuresStayReadableOnPatterns() {
    BarChart chart;
    chart.resize(1600, 400);
    chart.setSnapshot(allParts());
    const QImage plain = chart.grab().toImage();
    chart.setPatterns(true);
    const QImage lined = chart.grab().toImage();
    const ChartScene& scene = chart.scene();
    const auto span = segmentSpan(scene.data(), scene.geometry(), {2, MemoryPart::KvCache});
    QVERIFY(span.has_value());
    const QRectF bar = scene.geometry().bar(2);
    // Around the figure in the middle nothing changed.
    const QPointF middle((span->left + span->right) / 2, bar.center().y() + chart.view().y());
    const QRect figure(static_cast<int>(middle.x()) - 12, static_cast<int>(middle.y()) - 5, 24, 10);
    QCOMPARE(lined.copy(figure), plain.copy(figure));
    QVERIFY(lined != plain);
}

void ColourVisionTest::thePreferenceReachesTheBars() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    Settings settings(path);
    MainWindow window(loadCatalog(), settings);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const ChartScene& scene = window.comparison().chart().scene();
    QVERIFY(!scene.data().patterns);
    window.findChild<QAction*>(u"preferencesAction"_s)->trigger();
    auto* const box = window.findChild<QCheckBox*>(u"patternsSetting"_s);
    QVERIFY(box != nullptr && !box->isChecked());
    box->click();
    QVERIFY(scene.data().patterns);
    settings.sync();
    QVERIFY(Settings(path).patterns());
    // From elsewhere it shows in the open dialog, and a step of a slider keeps it.
    settings.setPatterns(false);
    QVERIFY(!box->isChecked() && !scene.data().patterns);
    settings.setPatterns(true);
    window.store().edit([](Scenario& scenario) { scenario.context += 512; });
    QVERIFY(scene.data().patterns);
}

QTEST_MAIN(ColourVisionTest)
#include "tst_colour_vision.moc"
