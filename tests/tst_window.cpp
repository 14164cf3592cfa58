// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/cards/card_bar.h"
#include "ui/cards/gpu_picker.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/stop_slider.h"
#include "ui/text/labels.h"
#include "ui/window/chart_output.h"
#include "ui/window/main_window.h"
#include "ui/window/scenario_document.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void savedScenarioOpensTheSame();
    void badFilesAreRefusedWithAReason_data();
    void badFilesAreRefusedWithAReason();
    void unwritablePlaceIsReported();
    void savingReplacesTheWholeFileOrNothing();
    void titleNamesTheFileAndItsState();
    void changesAreNotLostOnClose();
    void problemsOfTheUsersCatalogueAreShown();
    void choicesAreRemembered();
    void oldRememberedCardsAreLeftOut();
    void chartIsExportedWithAllRows();
    void chartIsCopied();
    void scaleAndSortSwitch();
    void filterOffersAWayBack();
    void everyShortcutIsUnique();

    void pickedCardsReachTheStore();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& text) const {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) {
            qFatal("cannot write");
        }
        return file(name);
    }
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* widget = m_window->findChild<T*>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    void makeWindow(CatalogLoad load = facts()) {
        m_settings = std::make_unique<Settings>(file(u"settings.ini"_s));
        m_window = std::make_unique<MainWindow>(std::move(load), *m_settings);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::initTestCase() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }

void TestWindow::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    makeWindow();
}

void TestWindow::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestWindow::savedScenarioOpensTheSame() {
    m_window->store().edit([](Scenario& scenario) {
        scenario.model = ModelSize{7'000'000'000};
        scenario.weights = "Q8_0";
        scenario.context = 12345;
        scenario.batch = 7;
        scenario.kvCache = {"q8_0", "f16"};
        scenario.runtime.flashAttention = true;
        scenario.machine.marginPercent = 12.5;
        scenario.view.rows = {{"GeForce RTX 4090", 2}, {"A100 SXM4 80GB", 1}};
        scenario.view.shareScale = true;
        scenario.view.sort = "memory";
    });
    const Scenario saved = m_window->store().scenario();
    const QString path = file(u"question.vram.json"_s);
    QVERIFY(m_window->saveScenario(path));
    QVERIFY(m_window->messages().text().isEmpty());
    m_window->store().setScenario(Scenario{});
    QVERIFY(m_window->openScenario(path));
    QCOMPARE(m_window->store().scenario(), saved);
    // The format is the one that the command line reads.
    QFile in(path);
    QVERIFY(in.open(QIODevice::ReadOnly));
    const QByteArray text = in.readAll();
    QVERIFY(text.contains("\"schema\": 1"));
    QVERIFY(text.endsWith('\n'));
}

void TestWindow::badFilesAreRefusedWithAReason_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named"); // what the message must name
    const auto row = [](const char* tag, const QByteArray& text, const QString& named) {
        QTest::newRow(tag) << text << named;
    };
    row("empty", "", {});
    row("not JSON", "hello", {});
    row("HTML", "<!DOCTYPE html><html><body>404</body></html>", {});
    row("cut off", R"({"model": {"parameters": 7e9}, "cont)", {});
    row("binary", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0d", 12), {});
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), {});
    row("array", "[1, 2, 3]", {});
    row("no model", R"({"schema": 1})", u"model"_s);
    row("unknown key", R"({"schema": 1, "model": {"parameters": 7e9}, "contxt": 4096})", u"contxt"_s);
    row("wrong type", R"({"schema": 1, "model": {"parameters": 7e9}, "context": "long"})", u"context"_s);
    row("negative", R"({"schema": 1, "model": {"parameters": 7e9}, "batch": -1})", u"batch"_s);
    row("too large a number", R"({"schema": 1, "model": {"parameters": 1e30}})", u"parameters"_s);
    row("infinite", R"({"schema": 1, "model": {"parameters": 1e999}})", {});
    row("twice", R"({"schema": 1, "model": {"parameters": 7e9}, "context": 1, "context": 2})", u"context"_s);
    row("newer schema", R"({"schema": 99, "model": {"parameters": 7e9}})", u"99"_s);
    row("unknown model", R"({"schema": 1, "model": {"catalog": "Qwen/Qwen3-14C"}})", u"Qwen3-14C"_s);
    row("unknown format", R"({"schema": 1, "model": {"parameters": 7e9}, "weights": "Q4_K_X"})", u"Q4_K_X"_s);
    row("unknown runtime", R"({"schema": 1, "model": {"parameters": 7e9}, "runtime": {"name": "lama.cpp"}})",
        u"lama.cpp"_s);
    row("unknown KV type", R"({"schema": 1, "model": {"parameters": 7e9}, "kv_cache": {"k": "q7"}})", u"q7"_s);
    row("unknown card", R"({"schema": 1, "model": {"parameters": 7e9}, "view": {"rows": [{"name": "RTX 4091"}]}})",
        u"RTX 4091"_s);
    row("markup", R"({"schema": 1, "model": {"catalog": "<img src=x>"}})", u"<img src=x>"_s);
    row("nested deeply", QByteArray(100000, '['), {});
    row("huge", QByteArray(2 << 20, ' '), {});
}

void TestWindow::badFilesAreRefusedWithAReason() {
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const QString path = write(u"bad.vram.json"_s, text);
    m_window->store().edit([](Scenario& scenario) { scenario.context = 5000; });
    const Scenario before = m_window->store().scenario();
    QSignalSpy changes(&m_window->store(), &ScenarioStore::changed);
    QVERIFY(!m_window->openScenario(path));
    QCOMPARE(m_window->store().scenario(), before);
    QCOMPARE(changes.count(), 0);
    QVERIFY(m_window->document().path().isEmpty());
    const QString message = m_window->messages().text();
    QCOMPARE(m_window->messages().kind(), MessageBar::Kind::Error);
    QVERIFY2(message.contains(u"bad.vram.json"_s), qPrintable(message));
    QVERIFY2(message.contains(named), qPrintable(message));
    QCOMPARE(find<QLabel>("messageText")->textFormat(), Qt::PlainText);
    QTest::mouseClick(find<QToolButton>("closeMessage"), Qt::LeftButton);
    QVERIFY(m_window->messages().isHidden());
}

void TestWindow::unwritablePlaceIsReported() {
    QVERIFY(!m_window->saveScenario(file(u"no/such/folder/a.vram.json"_s)));
    QVERIFY(m_window->messages().text().contains(u"a.vram.json"_s));
    QVERIFY(m_window->document().path().isEmpty());
    // A folder may hold a model: it is looked into beside the event loop.
    const QString folder = m_folder->path();
    QVERIFY(m_window->openScenario(folder));
    QTRY_VERIFY(m_window->messages().text().contains(QFileInfo(folder).fileName()));
    QVERIFY(m_window->document().path().isEmpty());
    QVERIFY(!m_window->openScenario(file(u"absent.vram.json"_s)));
    QVERIFY(m_window->messages().text().contains(u"absent.vram.json"_s));
}

void TestWindow::savingReplacesTheWholeFileOrNothing() {
    const QString path = write(u"a.vram.json"_s, QByteArray(100000, 'x'));
    QVERIFY(m_window->saveScenario(path));
    QVERIFY(QFileInfo(path).size() < 10000); // no tail of the old content
    QVERIFY(m_window->openScenario(path));
    QCOMPARE(QDir(m_folder->path()).entryList({u"a.vram.json*"_s}, QDir::Files).size(), 1); // no temporary left
}

void TestWindow::titleNamesTheFileAndItsState() {
    QVERIFY(!m_window->windowTitle().contains(u"json"_s));
    QVERIFY(m_window->saveScenario(file(u"mine.vram.json"_s)));
    QVERIFY(m_window->windowTitle().contains(u"mine.vram.json"_s));
    QVERIFY(m_window->windowTitle().contains(u"[*]"_s));
    QVERIFY(!m_window->isWindowModified());
    m_window->store().edit([](Scenario& scenario) { scenario.context += 1; });
    QVERIFY(m_window->isWindowModified());
    m_window->store().edit([](Scenario& scenario) { scenario.context -= 1; });
    QVERIFY(!m_window->isWindowModified());
}

void TestWindow::changesAreNotLostOnClose() {
    QVERIFY(m_window->saveScenario(file(u"mine.vram.json"_s)));
    m_window->store().edit([](Scenario& scenario) { scenario.context = 777; });
    QVERIFY(!m_window->close());
    auto* question = m_window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    question->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(m_window->findChild<QMessageBox*>() == nullptr);
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_window->close());
    m_window->findChild<QMessageBox*>()->button(QMessageBox::Save)->click();
    QTRY_VERIFY(!m_window->isVisible());
    const Result<Scenario> saved = readScenarioFile(file(u"mine.vram.json"_s), facts().catalog);
    QVERIFY(saved.ok());
    QCOMPARE(saved->context, 777);
}

void TestWindow::problemsOfTheUsersCatalogueAreShown() {
    cleanup();
    m_folder = std::make_unique<QTemporaryDir>();
    CatalogLoad load = facts();
    load.problems = {{ErrorCode::MissingKey, "gpus.json: My Card: memory_gib", {"memory_gib"}},
                     {ErrorCode::MissingKey, "gpus.json: My Card: vendor", {"vendor"}}};
    makeWindow(load);
    const QString message = m_window->messages().text();
    QVERIFY2(message.contains(u"2"_s) && message.contains(u"memory_gib"_s), qPrintable(message));
}

void TestWindow::choicesAreRemembered() {
    find<QDoubleSpinBox>("marginBox")->setValue(20);
    find<QDoubleSpinBox>("ramBox")->setValue(96);
    QTest::mouseClick(find<QToolButton>("shareScale"), Qt::LeftButton);
    auto* sort = find<QComboBox>("sortList");
    emit sort->activated(sort->findData(u"verdict"_s));
    m_settings->setRows({{"GeForce RTX 5090", 1}, {"GeForce RTX 4090", 4}});
    m_window->close();
    m_window.reset();
    makeWindow();
    const Scenario& scenario = m_window->store().scenario();
    QCOMPARE(scenario.machine.marginPercent, 20.0);
    QCOMPARE(scenario.machine.ramGib, 96.0);
    QCOMPARE(scenario.view.shareScale, true);
    QCOMPARE(scenario.view.sort, std::string("verdict"));
    QCOMPARE(scenario.view.rows, (std::vector<GpuChoice>{{"GeForce RTX 5090", 1}, {"GeForce RTX 4090", 4}}));
    QVERIFY(!m_settings->geometry().isEmpty());
}

void TestWindow::oldRememberedCardsAreLeftOut() {
    m_settings->setRows({{"Voodoo 9000", 1}, {"GeForce RTX 4090", 1}});
    m_window.reset();
    makeWindow();
    QCOMPARE(m_window->store().scenario().view.rows, (std::vector<GpuChoice>{{"GeForce RTX 4090", 1}}));
    QVERIFY(m_window->store().allRows()[0].report.ok());
}

void TestWindow::chartIsExportedWithAllRows() {
    // A filter hides rows of the window, not of the picture.
    auto* output = m_window->findChild<ChartOutput*>();
    QVERIFY(output != nullptr);
    output->writeTo(file(u"all.png"_s), 1);
    QVERIFY(m_window->messages().text().contains(u"all.png"_s));
    QCOMPARE(m_window->messages().kind(), MessageBar::Kind::Information);
    m_window->store().setVerdictFilter(Verdict::Offload);
    QVERIFY(m_window->store().snapshot().rows.size() < m_window->store().allRows().size());
    output->writeTo(file(u"filtered.png"_s), 1);
    const QImage all(file(u"all.png"_s));
    QVERIFY(!all.isNull());
    QCOMPARE(QImage(file(u"filtered.png"_s)).size(), all.size());
    output->writeTo(file(u"large.png"_s), 3);
    QCOMPARE(QImage(file(u"large.png"_s)).size(), all.size() * 3);
    output->writeTo(file(u"no/such/folder/a.png"_s), 1);
    QCOMPARE(m_window->messages().kind(), MessageBar::Kind::Error);
}

void TestWindow::chartIsCopied() {
    QGuiApplication::clipboard()->clear();
    find<QAction>("copyAction")->trigger();
    const QImage copied = QGuiApplication::clipboard()->image();
    QVERIFY(copied.width() >= 1200 && copied.height() >= 400);
    QVERIFY(!m_window->messages().text().isEmpty());
}

void TestWindow::scaleAndSortSwitch() {
    QSignalSpy changes(&m_window->store(), &ScenarioStore::changed);
    QTest::mouseClick(find<QToolButton>("shareScale"), Qt::LeftButton);
    QCOMPARE(m_window->store().scenario().view.shareScale, true);
    QCOMPARE(changes.count(), 1);
    QTest::mouseClick(find<QToolButton>("amountScale"), Qt::LeftButton);
    QCOMPARE(m_window->store().scenario().view.shareScale, false);
    QCOMPARE(changes.count(), 2);
    // The menu says the same as the bar.
    for (QAction* action : m_window->findChildren<QAction*>()) {
        if (action->text().contains(u"hare of each card"_s)) {
            action->trigger();
        }
    }
    QVERIFY(find<QToolButton>("shareScale")->isChecked());
    QCOMPARE(changes.count(), 3);
}

void TestWindow::filterOffersAWayBack() {
    auto* all = find<QToolButton>("showAll");
    QVERIFY(!all->isVisible());
    m_window->store().setVerdictFilter(Verdict::No);
    QVERIFY(all->isVisible());
    QTest::mouseClick(all, Qt::LeftButton);
    QVERIFY(!m_window->store().verdictFilter());
    QVERIFY(!all->isVisible());
}

void TestWindow::everyShortcutIsUnique() {
    QStringList keys;
    QStringList ofWidgets; // work where their widget has the focus alone: bars and table both copy with Ctrl+C
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        const QString key = action->shortcut().toString();
        if (!key.isEmpty() && action->shortcutContext() == Qt::WidgetWithChildrenShortcut) {
            QVERIFY(!action->associatedObjects().isEmpty());
            ofWidgets.append(key);
            keys.append(key + u'@' +
                        QString::fromLatin1(action->associatedObjects().first()->metaObject()->className()));
        } else if (!key.isEmpty()) {
            keys.append(key);
        }
    }
    QVERIFY(keys.size() >= 6);
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    for (const QString& key : ofWidgets) {
        QVERIFY2(!keys.contains(key), qPrintable(key));
    }
}

void TestWindow::pickedCardsReachTheStore() {
    QTest::mouseClick(find<QToolButton>("addCards"), Qt::LeftButton);
    auto* picker = m_window->findChild<GpuPicker*>();
    QVERIFY(picker != nullptr && picker->isVisible());
    QCOMPARE(picker->choices(), ScenarioStore::defaultRows());
    // Search until one card is left, Enter checks it, and the dialog stays open.
    auto* search = picker->findChild<QLineEdit*>(u"gpuSearch"_s);
    search->setFocus();
    QTest::keyClicks(search, u"h200 nvl"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(picker->isVisible());
    QCOMPARE(picker->choices().size(), ScenarioStore::defaultRows().size() + 1);
    QSignalSpy changes(&m_window->store(), &ScenarioStore::changed);
    picker->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_window->store().allRows().size(), 10U);
    QCOMPARE(m_settings->rows(), m_window->store().scenario().view.rows);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
