// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void init();
    void missingFileGivesDefaults();
    void everythingSurvivesARestart();
    void emitsOnlyWhatChanged();
    void nonsenseReadsAsDefault_data();
    void nonsenseReadsAsDefault();
    void damagedFileIsPutAside();
    void whatIsNoFileIsPutAside_data();
    void whatIsNoFileIsPutAside();
    void directoryThatCannotBeWrittenCostsNothing();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"settings.ini"_s); }
    void write(const QByteArray& text) const {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    static void compareWithDefaults(const Settings& settings) {
        QCOMPARE(settings.language(), QString());
        QCOMPARE(settings.theme(), Theme::System);
        QCOMPARE(settings.byteUnit(), ByteUnit::GiB);
        QCOMPARE(settings.animations(), Animations::System);
        QCOMPARE(settings.openFile(), QString());
        QCOMPARE(settings.marginPercent(), 10.0);
        QCOMPARE(settings.ramGib(), 64.0);
        QCOMPARE(settings.machine(), MachineChoice{});
        QVERIFY(settings.rows().empty());
        QCOMPARE(settings.shareScale(), false);
        QCOMPARE(settings.sort(), QString());
        QCOMPARE(settings.exportScale(), 2);
        QCOMPARE(settings.view(), ViewKind::Bars);
        QCOMPARE(settings.linesOverSequences(), false);
        QCOMPARE(settings.patterns(), false);
        QVERIFY(settings.columns().isEmpty());
        QCOMPARE(settings.desktopMib(), std::nullopt);
        QVERIFY(settings.recentFiles().isEmpty());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TestSettings::missingFileGivesDefaults() {
    const Settings settings(path());
    compareWithDefaults(settings);
    QVERIFY(settings.geometry().isEmpty());
    QCOMPARE(settings.advancedOpen(), false);
    QCOMPARE(settings.placementOpen(), false);
}

void TestSettings::everythingSurvivesARestart() {
    const std::vector<GpuChoice> rows{
        {"GeForce RTX 4090", 2}, {"Apple M4 Max (40-core GPU) 64GB", 1}, {"a, \"b\" x c=d", 16}};
    MachineChoice machine;
    machine.gpus = {{"GeForce RTX 3090", 2}, {"A, \"b\" x", 1}};
    machine.ramGib = 96.5;
    machine.ramGbPerSecond = 71.25;
    machine.marginPercent = 12.5;
    machine.desktopMib = 512;
    machine.ramType = "DDR5-5600";
    machine.ramChannels = 8;
    machine.cpuCores = 24;
    machine.pcie = "4.0x8";
    machine.diskGbPerSecond = 0.55;
    {
        Settings settings(path());
        settings.setLanguage(u"zh_TW"_s);
        settings.setTheme(Theme::Dark);
        settings.setByteUnit(ByteUnit::GB);
        settings.setAnimations(Animations::Off);
        settings.setOpenFile(u"/a b/open.vram.json"_s);
        settings.setMarginPercent(12.5);
        settings.setRamGib(128);
        settings.setMachine(machine);
        settings.setPretended({u"gpu"_s});
        settings.setRows(rows);
        settings.setShareScale(true);
        settings.setSort(u"-bandwidth"_s);
        settings.setView(ViewKind::Lines);
        settings.setLinesOverSequences(true);
        settings.setPatterns(true);
        settings.setColumns({u"card"_s, u"total"_s});
        settings.setDesktopMib(768);
        machine.desktopMib = 768;
        settings.addRecentFile(u"/a b/c, d.vram.json"_s);
        settings.setDrawerSplitter("drawer");
        settings.setExportScale(4);
        settings.setLastFolder(m_folder->path());
        settings.setAdvancedOpen(true);
        settings.setPlacementOpen(true);
        settings.setGeometry(QByteArray("\0\1\2 geometry", 12));
        settings.setSplitter("splitter");
    }
    const Settings settings(path());
    QCOMPARE(settings.language(), u"zh_TW"_s);
    QCOMPARE(settings.theme(), Theme::Dark);
    QCOMPARE(settings.byteUnit(), ByteUnit::GB);
    QCOMPARE(settings.animations(), Animations::Off);
    QCOMPARE(settings.openFile(), u"/a b/open.vram.json"_s);
    QCOMPARE(settings.marginPercent(), 12.5);
    QCOMPARE(settings.machine(), machine);
    QCOMPARE(settings.pretended(), QStringList{u"gpu"_s});
    QCOMPARE(settings.ramGib(), 96.5);
    QCOMPARE(settings.rows(), rows);
    QCOMPARE(settings.shareScale(), true);
    QCOMPARE(settings.sort(), u"-bandwidth"_s);
    QCOMPARE(settings.view(), ViewKind::Lines);
    QCOMPARE(settings.linesOverSequences(), true);
    QCOMPARE(settings.patterns(), true);
    QCOMPARE(settings.columns(), (QStringList{u"card"_s, u"total"_s}));
    QCOMPARE(settings.desktopMib(), std::optional(768.0));
    QCOMPARE(settings.recentFiles(), QStringList{u"/a b/c, d.vram.json"_s});
    QCOMPARE(settings.drawerSplitter(), QByteArray("drawer"));
    QCOMPARE(settings.exportScale(), 4);
    QCOMPARE(settings.lastFolder(), m_folder->path());
    QCOMPARE(settings.advancedOpen(), true);
    QCOMPARE(settings.placementOpen(), true);
    QCOMPARE(settings.geometry(), QByteArray("\0\1\2 geometry", 12));
    QCOMPARE(settings.splitter(), QByteArray("splitter"));
}

void TestSettings::emitsOnlyWhatChanged() {
    Settings settings(path());
    QSignalSpy themes(&settings, &Settings::themeChanged);
    QSignalSpy units(&settings, &Settings::byteUnitChanged);
    settings.setTheme(Theme::System); // the default, though nothing is written yet
    settings.setByteUnit(ByteUnit::GiB);
    QCOMPARE(themes.count() + units.count(), 0);
    settings.setTheme(Theme::Dark);
    settings.setTheme(Theme::Dark);
    settings.setByteUnit(ByteUnit::GB);
    QCOMPARE(themes.count(), 1);
    QCOMPARE(units.count(), 1);
}

void TestSettings::nonsenseReadsAsDefault_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("words") << QByteArray(
        "[ui]\ntheme=purple\nanimations=wild\nbyte_unit=furlong\n[machine]\nmargin_percent=much\nram_gib=\n"
        "[compare]\nrows=4090\nsort=colour\nshare_scale=maybe\ntable=perhaps\n[export]\nscale=x\n"
        "[files]\nrecent=not/absolute, also\nopen=relative\n");
    QTest::newRow("out of range") << QByteArray(
        "[machine]\nmargin_percent=99\nram_gib=-4\ndesktop_mib=-1\n[export]\nscale=9\n"
        "[compare]\nrows=0 x RTX 4090, -2 x RTX 4090, 99999999999999999999 x RTX 4090, 3 x \n");
    QTest::newRow("no machine") << QByteArray(
        "[machine]\ngpus=many, 0 x A\nram_type=a word that is far too long for a kind of memory\nram_channels=0\n"
        "ram_gb_s=-3\ncpu_cores=1.5\npcie=a word that is far too long for a link\ndisk_gb_s=fast\n");
    QTest::newRow("not finite") << QByteArray("[machine]\nmargin_percent=nan\nram_gib=inf\ndesktop_mib=inf\n");
    QTest::newRow("wrong kinds") << QByteArray("[ui]\ntheme=@ByteArray(\\0\\1)\n[machine]\nmargin_percent=1, 2, 3\n"
                                               "ram_gib=@Variant(\\0\\0)\n[compare]\nrows=@Invalid()\n");
}

void TestSettings::nonsenseReadsAsDefault() {
    QFETCH(QByteArray, text);
    write(text);
    const Settings settings(path());
    compareWithDefaults(settings);
}

void TestSettings::damagedFileIsPutAside() {
    const QByteArray damaged = "[ui\ntheme=dark\nno equals sign here\n\0\xff\xfe garbage";
    write(damaged);
    {
        Settings settings(path());
        compareWithDefaults(settings);
        settings.setTheme(Theme::Light);
    }
    const Settings again(path());
    QCOMPARE(again.theme(), Theme::Light);
    QFile aside(path() + u".damaged"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), damaged);
}

void TestSettings::directoryThatCannotBeWrittenCostsNothing() {
    Settings settings(u"/proc/no/such/folder/settings.ini"_s);
    compareWithDefaults(settings);
    QSignalSpy failures(&settings, &Settings::writingFailed);
    settings.setTheme(Theme::Dark);
    QTRY_COMPARE(failures.count(), 1); // by itself, soon after the change
    QCOMPARE(failures.front().front().toString(), u"/proc/no/such/folder/settings.ini"_s);
    QCOMPARE(settings.theme(), Theme::Dark);
    settings.setTheme(Theme::Light);
    settings.sync();
    QCOMPARE(failures.count(), 1); // said once
}

void TestSettings::whatIsNoFileIsPutAside_data() {
    QTest::addColumn<QString>("kind");
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("far too large") << u"large"_s;
    QTest::newRow("binary") << u"binary"_s;
#ifdef Q_OS_UNIX
    QTest::newRow("a pipe, which nobody waits for") << u"pipe"_s;
#endif
}

void TestSettings::whatIsNoFileIsPutAside() {
    QFETCH(QString, kind);
    if (kind == u"folder"_s) {
        QVERIFY(QDir().mkpath(path() + u"/inside"_s));
    } else if (kind == u"large"_s) {
        write(QByteArray(static_cast<int>(Settings::kLargestFile) + 1, 'x'));
    } else if (kind == u"binary"_s) {
        write(QByteArray("\x7f"
                         "ELF\0\0\1\xff\n[\n]]\n=\n",
                         16));
    } else {
        QCOMPARE(QProcess::execute(u"mkfifo"_s, {path()}), 0);
    }
    {
        Settings settings(path());
        compareWithDefaults(settings);
        settings.setTheme(Theme::Light);
    }
    QCOMPARE(Settings(path()).theme(), Theme::Light);
    QVERIFY(QFileInfo::exists(path() + u".damaged"_s) || kind == u"binary"_s);
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
