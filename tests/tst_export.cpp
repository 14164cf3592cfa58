// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_export.h"
#include "ui/theme/theme.h"

#include "fake_snapshot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

/// A day and a version of their own: the caption is then the same tomorrow.
ExportOptions fixed() {
    ExportOptions options;
    options.date = QDate(2026, 11, 21);
    options.version = u"1.2.3"_s;
    return options;
}

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        count += static_cast<int>(std::count(line, line + image.width(), colour.rgb()));
    }
    return count;
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void sizeIsAsAskedTimesTheScale_data();
    void sizeIsAsAskedTimesTheScale();
    void heightGrowsForAllRows();
    void pictureShowsTheBars();
    void themesDiffer();
    void everyRowIsThere();
    void languagesDiffer();
    void captionAndTitleCount();
    void problemsAreSaid();
    void pngIsWrittenWhole();
    void pngIsNotWrittenHalf();
};

void ExportTest::sizeIsAsAskedTimesTheScale_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("1x") << 1.0 << QSize(1000, 600);
    QTest::newRow("1.5x") << 1.5 << QSize(1500, 900);
    QTest::newRow("2x") << 2.0 << QSize(2000, 1200);
    QTest::newRow("4x") << 4.0 << QSize(4000, 2400);
    QTest::newRow("at least 1x") << 0.25 << QSize(1000, 600);
    QTest::newRow("at most 4x") << 9.0 << QSize(4000, 2400);
}

void ExportTest::sizeIsAsAskedTimesTheScale() {
    QFETCH(double, scale);
    QFETCH(QSize, expected);
    ExportOptions options = fixed();
    options.size = QSize(1000, 600);
    options.scale = scale;
    QCOMPARE(renderChart(fake::snapshot(), options).size(), expected);
}

void ExportTest::heightGrowsForAllRows() {
    Snapshot many = fake::snapshot();
    for (int i = 0; i < 60; ++i) {
        many.rows.push_back(fake::row({"RTX 6000 Ada", 48, 47.25}, Verdict::Fits));
    }
    ExportOptions options = fixed();
    const int three = renderChart(fake::snapshot(), options).height();
    QVERIFY(renderChart(many, options).height() > 10 * three);
    options.size.setHeight(400);
    QCOMPARE(renderChart(fake::snapshot(), options).height(), 400);
    QVERIFY(renderChart(many, options).height() > 400);
}

void ExportTest::pictureShowsTheBars() {
    const QImage image = renderChart(fake::snapshot(), fixed());
    for (const MemoryPart part :
         {MemoryPart::Weights, MemoryPart::KvCache, MemoryPart::Activations, MemoryPart::Overhead}) {
        QVERIFY2(pixelsOf(image, partColour(part)) > 100, qPrintable(QString::number(static_cast<int>(part))));
    }
    QCOMPARE(pixelsOf(image, partColour(MemoryPart::Gradients)), 0);
    // 8.5 of weights to 1.25 of KV cache, less labels and outlines: about seven times as much
    QVERIFY(pixelsOf(image, partColour(MemoryPart::Weights)) > 4 * pixelsOf(image, partColour(MemoryPart::KvCache)));
}

void ExportTest::themesDiffer() {
    ExportOptions options = fixed();
    QCOMPARE(renderChart(fake::snapshot(), options).pixelColor(2, 2), QColor(Qt::white));
    options.dark = true;
    QCOMPARE(renderChart(fake::snapshot(), options).pixelColor(2, 2), themeColours(true).background);
}

void ExportTest::everyRowIsThere() {
    // The last of many rows has a part of its own: its colour is in the picture only if the row is.
    Snapshot snapshot = fake::snapshot();
    for (int i = 0; i < 40; ++i) {
        snapshot.rows.push_back(fake::row({"RTX 6000 Ada", 48, 47.25}, Verdict::Fits));
    }
    Report last = snapshot.rows.back().report.value();
    last.need.set(MemoryPart::Optimizer, ByteRange::exact(fake::gib(4)));
    last.needTotal = last.need.total();
    snapshot.rows.back().report = last;
    const QImage image = renderChart(snapshot, fixed());
    // Axis and legend lie below the last bar: its lowest row of pixels is above the legend's samples.
    int lastBar = 0;
    int samples = 0;
    for (int y = 0; y < image.height(); ++y) {
        const int wide = pixelsOf(image.copy(0, y, image.width(), 1), partColour(MemoryPart::Optimizer));
        lastBar = wide > 30 ? y : lastBar;
        samples = wide > 0 && wide <= 30 ? y : samples;
    }
    QVERIFY(lastBar > 0);
    QVERIFY(samples > lastBar + 20);
    // More than the legend's sample can hold.
    QVERIFY(pixelsOf(image, partColour(MemoryPart::Optimizer)) > 500);
}

void ExportTest::languagesDiffer() {
    const QImage english = renderChart(fake::snapshot(), fixed());
    fake::PseudoTranslator translator;
    QCoreApplication::installTranslator(&translator);
    const QImage other = renderChart(fake::snapshot(), fixed());
    QCoreApplication::removeTranslator(&translator);
    QVERIFY(english != other);
    QCOMPARE(renderChart(fake::snapshot(), fixed()), english);
    // Numbers follow the language's locale: 10,5 for 10.5.
    QLocale::setDefault(QLocale(u"de_DE"_s));
    QVERIFY(renderChart(fake::snapshot(), fixed()) != english);
}

void ExportTest::captionAndTitleCount() {
    const QImage image = renderChart(fake::snapshot(), fixed());
    ExportOptions tomorrow = fixed();
    tomorrow.date = QDate(2026, 11, 22);
    QVERIFY(renderChart(fake::snapshot(), tomorrow) != image);
    ExportOptions newer = fixed();
    newer.version = u"1.2.4"_s;
    QVERIFY(renderChart(fake::snapshot(), newer) != image);
    Snapshot longer = fake::snapshot();
    longer.scenario.context = 16'384;
    QVERIFY(renderChart(longer, fixed()) != image);
    Snapshot focused = fake::snapshot();
    focused.focusedRow = 0; // whose row is chosen in the window is not the picture's matter
    QCOMPARE(renderChart(focused, fixed()), image);
}

void ExportTest::problemsAreSaid() {
    Snapshot broken;
    broken.problem = Error{ErrorCode::UnknownModel, "model", {"Qwen9"}};
    const QImage image = renderChart(broken, fixed());
    QVERIFY(!image.isNull());
    QVERIFY(pixelsOf(image, Qt::white) < image.width() * image.height());
    QVERIFY(!renderChart(Snapshot{}, fixed()).isNull());
}

void ExportTest::pngIsWrittenWhole() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"圖表.png"_s);
    const QImage image = renderChart(fake::snapshot(), fixed());
    QString why;
    QVERIFY2(writePng(path, image, &why), qPrintable(why));
    const QImage read(path);
    QCOMPARE(read.size(), image.size());
    QCOMPARE(read.convertToFormat(image.format()).pixelColor(100, 100), image.pixelColor(100, 100));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void ExportTest::pngIsNotWrittenHalf() {
    const QTemporaryDir folder;
    const QImage image = renderChart(fake::snapshot(), fixed());
    QString why;
    QVERIFY(!writePng(folder.filePath(u"missing/chart.png"_s), image, &why));
    QVERIFY2(why.contains(u"missing/chart.png"_s), qPrintable(why));
    const QString path = folder.filePath(u"old.png"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    why.clear();
    QVERIFY(!writePng(path, QImage(), &why));
    QVERIFY(!why.isEmpty());
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QVERIFY(!writePng(path, QImage(), nullptr));
}

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
