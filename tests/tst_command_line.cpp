// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/language/language_switcher.h"
#include "ui/window/command_line.h"
#include "ui/window/export_run.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void commandLine_data();
    void commandLine();
    void commandLineRefuses_data();
    void commandLineRefuses();
    void exportRuns();
    void reportRuns();
    void exportFailsWithAReason();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& text) const {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) {
            qFatal("cannot write");
        }
        return file(name);
    }
    QTemporaryDir m_folder;
};

void TestCommandLine::initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }

void TestCommandLine::commandLine_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("action");
    const auto row = [](const char* tag, const QStringList& arguments, Action action) {
        QTest::newRow(tag) << arguments << static_cast<int>(action);
    };
    row("nothing", {}, Action::ShowWindow);
    row("scenario", {u"--scenario"_s, u"a.vram.json"_s}, Action::ShowWindow);
    row("scenario alone", {u"a.vram.json"_s}, Action::ShowWindow);
    row("everything",
        {u"--scenario=a.vram.json"_s, u"--language"_s, u"zh_HK"_s, u"--theme"_s, u"dark"_s, u"--size"_s, u"1280x800"_s,
         u"--scale"_s, u"2"_s, u"--export"_s, u"c.png"_s},
        Action::Export);
    row("report", {u"vram-sizer:?model=a&context=8k"_s, u"--report=c.pdf"_s, u"--unit"_s, u"gb"_s}, Action::Export);
    row("version", {u"--version"_s}, Action::PrintVersion);
    row("-v", {u"-v"_s}, Action::PrintVersion);
    row("help", {u"-h"_s}, Action::PrintHelp);
}

void TestCommandLine::commandLine() {
    QFETCH(QStringList, arguments);
    QFETCH(int, action);
    const CommandLine line = parseCommandLine(QStringList{u"vram-sizer"_s} + arguments);
    QCOMPARE(line.error, QString());
    QCOMPARE(static_cast<int>(line.action), action);
    if (line.unit) {
        QCOMPARE(line.scenarioFile, u"vram-sizer:?model=a&context=8k"_s);
        QCOMPARE(line.reportFile, u"c.pdf"_s);
        QCOMPARE(*line.unit, ByteUnit::GB);
        QVERIFY(line.exportFile.isEmpty());
    }
    if (arguments.size() > 5) {
        QCOMPARE(line.scenarioFile, u"a.vram.json"_s);
        QCOMPARE(line.language, u"zh_TW"_s);
        QCOMPARE(line.theme, std::optional(Theme::Dark));
        QCOMPARE(line.size, std::optional(QSize(1280, 800)));
        QCOMPARE(line.scale, std::optional(2.0));
        QCOMPARE(line.exportFile, u"c.png"_s);
    }
}

void TestCommandLine::commandLineRefuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << u"frobnicate"_s;
    QTest::newRow("missing value") << QStringList{u"--scenario"_s} << u"scenario"_s;
    QTest::newRow("language") << QStringList{u"--language"_s, u"fr"_s} << u"fr"_s;
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << u"pink"_s;
    QTest::newRow("size") << QStringList{u"--size"_s, u"big"_s} << u"big"_s;
    QTest::newRow("tiny") << QStringList{u"--size"_s, u"1x1"_s} << u"1x1"_s;
    QTest::newRow("enormous") << QStringList{u"--size"_s, u"99999x99999"_s} << u"99999"_s;
    QTest::newRow("scale") << QStringList{u"--export"_s, u"c.png"_s, u"--scale"_s, u"nan"_s} << u"nan"_s;
    QTest::newRow("scale 0") << QStringList{u"--export"_s, u"c.png"_s, u"--scale"_s, u"0"_s} << u"0"_s;
    QTest::newRow("scale 5") << QStringList{u"--export"_s, u"c.png"_s, u"--scale"_s, u"5"_s} << u"5"_s;
    QTest::newRow("scale for nothing") << QStringList{u"--scale"_s, u"2"_s} << u"--export"_s;
    QTest::newRow("export nowhere") << QStringList{u"--export="_s} << u"--export"_s;
    QTest::newRow("report as nothing") << QStringList{u"--report"_s, u"c.docx"_s} << u"c.docx"_s;
    QTest::newRow("report nowhere") << QStringList{u"--report="_s} << u"--report"_s;
    QTest::newRow("scale of a report") << QStringList{u"--report"_s, u"c.pdf"_s, u"--scale"_s, u"2"_s} << u"--scale"_s;
    QTest::newRow("unit") << QStringList{u"--report"_s, u"c.pdf"_s, u"--unit"_s, u"MB"_s} << u"MB"_s;
    QTest::newRow("unit of nothing") << QStringList{u"--unit"_s, u"GB"_s} << u"--unit"_s;
    QTest::newRow("two scenarios") << QStringList{u"a.json"_s, u"b.json"_s} << u"2"_s;
}

void TestCommandLine::commandLineRefuses() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const CommandLine line = parseCommandLine(QStringList{u"vram-sizer"_s} + arguments);
    QVERIFY2(line.error.contains(named), qPrintable(line.error));
}

void TestCommandLine::exportRuns() {
    CommandLine line = parseCommandLine(
        {u"vram-sizer"_s, u"--export"_s, file(u"good.png"_s), u"--size"_s, u"1000x700"_s, u"--scale"_s, u"2"_s});
    QString text;
    QTextStream errors(&text);
    Settings settings(file(u"settings.ini"_s));
    QCOMPARE(runExport(line, facts().catalog, settings, errors), 0);
    QCOMPARE(text, QString());
    const QImage image(file(u"good.png"_s));
    QCOMPARE(image.width(), 2000);
    QVERIFY(image.height() >= 1400);
    settings.setPatterns(true); // as remembered
    QCOMPARE(runExport(line, facts().catalog, settings, errors), 0);
    QVERIFY(QImage(file(u"good.png"_s)) != image);
}

void TestCommandLine::reportRuns() {
    const CommandLine line = parseCommandLine(
        {u"vram-sizer"_s, u"--scenario"_s, u"vram-sizer:?model=Qwen/Qwen3-14B&context=32k&gpu=RTX+4090"_s,
         u"--report"_s, file(u"report.md"_s), u"--export"_s, file(u"chart.png"_s), u"--unit=GB"_s});
    QString text;
    QTextStream errors(&text);
    const Settings settings(file(u"settings.ini"_s));
    QCOMPARE(runExport(line, facts().catalog, settings, errors), 0);
    QCOMPARE(text, QString());
    QFile report(file(u"report.md"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray written = report.readAll();
    QVERIFY(written.contains("32,768 tokens"));
    QVERIFY(written.contains("GB"));
    QVERIFY(!written.contains("GiB"));
    QVERIFY(!QImage(file(u"chart.png"_s)).isNull());
    CommandLine wrong = line;
    wrong.scenarioFile = u"vram-sizer:?model=nobody/nothing"_s;
    QCOMPARE(runExport(wrong, facts().catalog, settings, errors), 1);
    QVERIFY2(text.contains(u"nobody/nothing"_s), qPrintable(text));
    // A desktop hands files over as addresses.
    QCOMPARE(parseCommandLine({u"vram-sizer"_s, u"file:///tmp/a%20b.vram.json"_s}).scenarioFile,
             u"/tmp/a b.vram.json"_s);
}

void TestCommandLine::exportFailsWithAReason() {
    QString text;
    QTextStream errors(&text);
    const Settings settings(file(u"settings.ini"_s));
    CommandLine line;
    line.action = Action::Export;
    line.exportFile = file(u"no/such/folder/c.png"_s);
    QCOMPARE(runExport(line, facts().catalog, settings, errors), 1);
    QVERIFY2(text.contains(u"c.png"_s), qPrintable(text));
    text.clear();
    line.exportFile = file(u"c.png"_s);
    line.scenarioFile = write(u"bad.vram.json"_s, R"({"schema": 1, "model": {"catalog": "nobody/nothing"}})");
    QCOMPARE(runExport(line, facts().catalog, settings, errors), 1);
    QVERIFY2(text.contains(u"bad.vram.json"_s) && text.contains(u"nobody/nothing"_s), qPrintable(text));
    QVERIFY(!QFile::exists(file(u"c.png"_s)));
}

QTEST_MAIN(TestCommandLine)
#include "tst_command_line.moc"
