// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/language/language_switcher.h"
#include "ui/store/history.h"
#include "ui/table/row_table.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"
#include "ui/why/why_drawer.h"
#include "ui/window/comparison.h"
#include "ui/window/last_state.h"
#include "ui/window/main_window.h"
#include "ui/window/scenario_document.h"
#include "vram_version.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

/// What the program keeps between starts, as a user meets it: preferences, recent files, the last question.
class TestPreferences : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void preferencesTakeEffectAtOnce();
    void preferencesFollowTheMenuAndUndo();
    void desktopsShareIsSubtracted();
    void languageFollowsTheSystem();
    void recentFilesAreOffered();
    void missingRecentFilesAreForgotten();
    void theListOfRecentFilesIsShort();
    void aDroppedFileOpens();
    void theLastQuestionComesBack();
    void theLastQuestionIsWrittenWithoutClosing();
    void aDamagedLastQuestionCostsOnlyItself_data();
    void aDamagedLastQuestionCostsOnlyItself();
    void damagedSettingsAreReported();
    void severalTroublesAreAllSaid();
    void aFailedAutosaveIsSaidOnce();
    void aFullDiskCostsNoFile();
    void unwritableSettingsAreSaidOnce();
    void closingKeepsTheChangesOfAFile();
    void startingWithAnotherFileKeepsTheChangesAside();
    void whatIsNoScenarioIsNotOpenedByADrop_data();
    void whatIsNoScenarioIsNotOpenedByADrop();
    void aDropOnTheChartReachesTheWindow();
    void animationsAreASetting();
    void theViewMenuHasTheColumns();
    void theViewMenuHasTheScalesAndAllRows();
    void shortcutsAreTheActionsOwn();
    void aboutNamesVersionsLicencesAndTheFactsDate();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString lastState() const { return file(u"data/last.vram.json"_s); }
    template <typename T>
    [[nodiscard]] T* find(const char* name) const {
        T* widget = m_window->findChild<T*>(QString::fromLatin1(name));
        if (widget == nullptr) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    void makeWindow() {
        m_settings = std::make_unique<Settings>(file(u"settings.ini"_s));
        m_window = std::make_unique<MainWindow>(facts(), *m_settings);
        m_window->keepLastState(lastState(), true);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void closeWindow() {
        m_window->close();
        m_window.reset();
        m_settings.reset();
    }
    QString write(const QString& path, const QByteArray& text) const {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) {
            qFatal("cannot write");
        }
        return path;
    }
    template <typename T>
    void choose(const char* list, T value) const {
        auto* box = find<QComboBox>(list);
        box->setCurrentIndex(box->findData(value));
        emit box->activated(box->currentIndex());
    }
    [[nodiscard]] ScenarioStore& store() const { return m_window->store(); }
    [[nodiscard]] QList<QAction*> recent() const {
        QList<QAction*> actions = find<QMenu>("recentMenu")->actions();
        actions.removeIf(
            [](const QAction* action) { return action->isSeparator() || !action->objectName().isEmpty(); });
        return actions;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestPreferences::init() {
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    applyTheme(Theme::Light);
    m_folder = std::make_unique<QTemporaryDir>();
    makeWindow();
}

void TestPreferences::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    applyTheme(Theme::Light);
}

void TestPreferences::preferencesTakeEffectAtOnce() {
    find<QAction>("preferencesAction")->trigger();
    auto* dialog = find<QDialog>("settingsDialog");
    QVERIFY(dialog->isVisible() && !dialog->isModal());
    choose("themeList", static_cast<int>(Theme::Dark));
    QVERIFY(isDark(QApplication::palette()));
    QCOMPARE(m_settings->theme(), Theme::Dark);
    choose("unitList", static_cast<int>(ByteUnit::GB));
    QCOMPARE(find<QToolButton>("amountScale")->text(), u"GB"_s);
    find<QDoubleSpinBox>("marginSetting")->setValue(25);
    QCOMPARE(store().scenario().machine.marginPercent, 25.0);
    QCOMPARE(find<QDoubleSpinBox>("marginBox")->value(), 25.0);
    choose("animationsList", static_cast<int>(Animations::Off));
    QVERIFY(!movesThings());
    choose("languageList", u"zh_TW"_s);
    QCoreApplication::processEvents();
    QCOMPARE(dialog->windowTitle(), u"偏好設定"_s);
    QCOMPARE(LanguageSwitcher::ofApplication().language(), u"zh_TW"_s);
    // The same after a start; a second wish for the dialog shows the same one.
    find<QAction>("preferencesAction")->trigger();
    QCOMPARE(m_window->findChildren<QDialog*>(u"settingsDialog"_s).size(), 1);
    closeWindow();
    makeWindow();
    QCOMPARE(m_settings->language(), u"zh_TW"_s);
    QCOMPARE(store().scenario().machine.marginPercent, 25.0);
}

void TestPreferences::preferencesFollowTheMenuAndUndo() {
    find<QAction>("preferencesAction")->trigger();
    m_settings->setByteUnit(ByteUnit::GB);
    QCOMPARE(find<QComboBox>("unitList")->currentData().toInt(), static_cast<int>(ByteUnit::GB));
    auto* margin = find<QDoubleSpinBox>("marginSetting");
    margin->setValue(30);
    find<QAction>("undoAction")->trigger();
    QCOMPARE(margin->value(), 10.0);
}

void TestPreferences::desktopsShareIsSubtracted() {
    const auto usable = [this] { return store().allRows()[3].report->usable; };
    const Bytes usual = usable();
    find<QAction>("preferencesAction")->trigger();
    auto* automatic = find<QCheckBox>("automaticDesktop");
    auto* value = find<QDoubleSpinBox>("desktopSetting");
    QVERIFY(automatic->isChecked() && !value->isEnabled());
    automatic->click();
    QVERIFY(value->isEnabled());
    QCOMPARE(value->value(), kUsualDesktop.toMiB()); // begins with what was taken anyway
    QCOMPARE(usable(), usual);
    value->setValue(512);
    const Bytes less = usable();
    value->setValue(1536);
    QCOMPARE(less - usable(), Bytes::fromMiB(1024));
    QCOMPARE(m_settings->desktopMib(), std::optional(1536.0));
    find<QAction>("resetAction")->trigger(); // the user's own machine stays
    QCOMPARE(less - usable(), Bytes::fromMiB(1024));
    automatic->click();
    QCOMPARE(usable(), usual);
    QCOMPARE(m_settings->desktopMib(), std::nullopt);
}

void TestPreferences::languageFollowsTheSystem() {
    find<QAction>("preferencesAction")->trigger();
    choose("languageList", u"zh_CN"_s);
    QCOMPARE(LanguageSwitcher::ofApplication().language(), u"zh_CN"_s);
    choose("languageList", QString());
    QCOMPARE(m_settings->language(), QString());
    QCOMPARE(LanguageSwitcher::ofApplication().language(), LanguageSwitcher::codeFor(QLocale::system().uiLanguages()));
}

void TestPreferences::recentFilesAreOffered() {
    auto* menu = find<QMenu>("recentMenu");
    QVERIFY(!menu->isEnabled());
    const QString first = file(u"a & b.vram.json"_s);
    const QString second = file(u"second.vram.json"_s);
    QVERIFY(m_window->saveScenario(first));
    store().edit([](Scenario& scenario) { scenario.context = 4321; });
    QVERIFY(m_window->saveScenario(second));
    QVERIFY(m_window->openScenario(first));
    closeWindow();
    makeWindow();
    menu = find<QMenu>("recentMenu");
    QVERIFY(menu->isEnabled());
    QCOMPARE(recent().size(), 2);
    QVERIFY(recent()[0]->text().endsWith(u"a && b.vram.json"_s));
    recent()[1]->trigger();
    QCOMPARE(m_window->document().path(), second);
    QCOMPARE(store().scenario().context, 4321);
    QVERIFY(recent()[0]->text().endsWith(u"second.vram.json"_s)); // the latest first
    find<QAction>("clearRecentAction")->trigger();
    QCOMPARE(recent().size(), 0);
    QVERIFY(!menu->isEnabled());
    QVERIFY(m_settings->recentFiles().isEmpty());
}

void TestPreferences::missingRecentFilesAreForgotten() {
    const QString gone = file(u"gone.vram.json"_s);
    QVERIFY(m_window->saveScenario(gone));
    closeWindow();
    makeWindow();
    QVERIFY(QFile::remove(gone));
    recent()[0]->trigger();
    QVERIFY2(m_window->messages().text().contains(u"gone.vram.json"_s), qPrintable(m_window->messages().text()));
    QVERIFY(recent().isEmpty());
    // One that is there but cannot be read stays: it may be put right.
    const QString broken = file(u"broken.vram.json"_s);
    QVERIFY(m_window->saveScenario(broken));
    write(broken, "{");
    recent()[0]->trigger();
    QCOMPARE(m_window->messages().kind(), MessageBar::Kind::Error);
    QCOMPARE(recent().size(), 1);
}

void TestPreferences::theListOfRecentFilesIsShort() {
    for (int i = 1; i <= 12; ++i) {
        QVERIFY(m_window->saveScenario(file(u"%1.vram.json"_s.arg(i))));
    }
    QVERIFY(m_window->saveScenario(file(u"11.vram.json"_s))); // moves up, is not there twice
    QStringList expected;
    for (const int i : {11, 12, 10, 9, 8, 7, 6, 5}) {
        expected.append(file(u"%1.vram.json"_s.arg(i)));
    }
    QCOMPARE(m_settings->recentFiles(), expected);
    QCOMPARE(recent().size(), 8);
}

void TestPreferences::aDroppedFileOpens() {
    const QString path = file(u"dropped.vram.json"_s);
    store().edit([](Scenario& scenario) { scenario.context = 9999; });
    QVERIFY(m_window->saveScenario(path));
    find<QAction>("resetAction")->trigger();
    QVERIFY(m_window->saveScenario(file(u"other.vram.json"_s)));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(m_window.get(), &enter) && enter.isAccepted());
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QCOMPARE(m_window->document().path(), path);
    QCOMPARE(store().scenario().context, 9999);
}

void TestPreferences::theLastQuestionComesBack() {
    store().edit([](Scenario& scenario) {
        scenario.model = ModelSize{7'000'000'000};
        scenario.context = 12345;
        scenario.weights = "Q8_0";
        scenario.view.rows = {{"GeForce RTX 4090", 2}};
        scenario.view.sort = "-left";
    });
    const Scenario mine = store().scenario();
    closeWindow();
    makeWindow();
    QCOMPARE(store().scenario(), mine);
    QVERIFY(m_window->messages().text().isEmpty());
    QVERIFY(!find<QAction>("undoAction")->isEnabled()); // a start is no step
    QVERIFY(!m_window->isWindowModified());
    // A start with a file shows the file.
    m_window.reset();
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->keepLastState(lastState(), false);
    QVERIFY(store().scenario() != mine);
}

void TestPreferences::theLastQuestionIsWrittenWithoutClosing() {
    LastState state(store(), file(u"elsewhere/last.vram.json"_s));
    store().edit([](Scenario& scenario) { scenario.context = 5555; });
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file(u"elsewhere/last.vram.json"_s)), 10 * LastState::kDelayMilliseconds);
    const Result<Scenario> written = readScenarioFile(file(u"elsewhere/last.vram.json"_s), facts().catalog);
    QVERIFY(written.ok());
    QCOMPARE(written->context, 5555);
}

void TestPreferences::aDamagedLastQuestionCostsOnlyItself_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"schema": 1, "model": {"cat)");
    QTest::newRow("binary") << QByteArray("\0\1\2\xff", 4);
    QTest::newRow("another kind of JSON") << QByteArray("[1, 2, 3]");
    QTest::newRow("markup") << QByteArray("<!DOCTYPE html><html></html>");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6);
    QTest::newRow("nested deeply") << QByteArray(100000, '[');
    QTest::newRow("far too large") << QByteArray(2 << 20, ' ');
    QTest::newRow("a number that is none") << QByteArray(R"({"schema": 1, "model": {"parameters": 1e999}})");
    QTest::newRow("a model that is gone") << QByteArray(R"({"schema": 1, "model": {"catalog": "No/Such-Model"}})");
}

void TestPreferences::aDamagedLastQuestionCostsOnlyItself() {
    QFETCH(QByteArray, text);
    m_settings->setRamGib(96);
    closeWindow();
    write(lastState(), text);
    makeWindow();
    const QString message = m_window->messages().text();
    QVERIFY2(message.contains(u"last.vram.json.damaged"_s), qPrintable(message));
    QVERIFY(m_window->isEnabled() && QApplication::activeModalWidget() == nullptr);
    QFile aside(lastState() + u".damaged"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), text);
    // Everything else is as it was, and the next start is an ordinary one.
    QCOMPARE(store().scenario().machine.ramGib, 96.0);
    store().edit([](Scenario& scenario) { scenario.context = 2222; });
    closeWindow();
    makeWindow();
    QVERIFY(m_window->messages().text().isEmpty());
    QCOMPARE(store().scenario().context, 2222);
}

void TestPreferences::damagedSettingsAreReported() {
    closeWindow();
    write(file(u"settings.ini"_s), "[ui\ntheme=dark\nno equals sign here\n");
    makeWindow();
    QVERIFY2(m_window->messages().text().contains(u"settings.ini.damaged"_s), qPrintable(m_window->messages().text()));
}

void TestPreferences::severalTroublesAreAllSaid() {
    closeWindow();
    write(file(u"settings.ini"_s), "[ui\ntheme=dark\nno equals sign here\n");
    write(lastState(), "{");
    makeWindow();
    const QString mine = file(u"mine.vram.json"_s);
    QVERIFY(m_window->saveScenario(mine)); // an action that goes well does not wipe out what was not read yet
    const QString message = m_window->messages().text();
    QVERIFY2(message.contains(u"settings.ini.damaged"_s), qPrintable(message));
    QVERIFY2(message.contains(u"last.vram.json.damaged"_s), qPrintable(message));
    QTest::mouseClick(find<QToolButton>("closeMessage"), Qt::LeftButton);
    QVERIFY(m_window->messages().isHidden());
}

void TestPreferences::aFailedAutosaveIsSaidOnce() {
    // A folder cannot be made below a file: the same for every user, root included.
    const QString blocked = write(file(u"blocked"_s), "x") + u"/last.vram.json"_s;
    m_window.reset();
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->keepLastState(blocked, true);
    m_window->show();
    QVERIFY(m_window->messages().isHidden());
    auto* state = m_window->findChild<LastState*>();
    store().edit([](Scenario& scenario) { scenario.context = 5555; });
    QVERIFY(!state->flush());
    const QString message = m_window->messages().text();
    QVERIFY2(message.contains(QDir::toNativeSeparators(blocked)) && message.contains(u"Save as"_s),
             qPrintable(message));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QTest::mouseClick(find<QToolButton>("closeMessage"), Qt::LeftButton);
    store().edit([](Scenario& scenario) { scenario.context = 6666; });
    QVERIFY(!state->flush());
    QVERIFY(m_window->messages().isHidden());
    // Put right and broken again is another failure.
    QVERIFY(QFile::remove(file(u"blocked"_s)));
    QVERIFY(state->flush());
    QVERIFY(QDir(file(u"blocked"_s)).removeRecursively());
    write(file(u"blocked"_s), "x");
    store().edit([](Scenario& scenario) { scenario.context = 7777; });
    QVERIFY(!state->flush());
    QVERIFY(!m_window->messages().isHidden());
    // With nowhere to keep them, the changes of a file are asked about.
    QVERIFY(m_window->saveScenario(file(u"mine.vram.json"_s)));
    store().edit([](Scenario& scenario) { scenario.context = 8888; });
    QVERIFY(!m_window->close());
    m_window->findChild<QMessageBox*>()->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(!m_window->isVisible());
}

void TestPreferences::aFullDiskCostsNoFile() {
#ifdef Q_OS_UNIX
    const QString mine = file(u"mine.vram.json"_s);
    store().edit([](Scenario& scenario) { scenario.context = 1111; });
    QVERIFY(m_window->saveScenario(mine));
    auto* state = m_window->findChild<LastState*>();
    QVERIFY(state->flush());
    store().edit([](Scenario& scenario) { scenario.context = 2222; });
    // To the system the same as no room: writing stops after the first bytes.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    rlimit tiny = usual;
    tiny.rlim_cur = 10;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    const bool saved = m_window->saveScenario(mine);
    const bool kept = state->flush();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(!saved && !kept);
    const QString message = m_window->messages().text();
    QVERIFY2(message.contains(u"mine.vram.json was not saved"_s) && message.contains(u"Make room"_s),
             qPrintable(message));
    QCOMPARE(readScenarioFile(mine, facts().catalog)->context, 1111);
    QCOMPARE(readScenarioFile(lastState(), facts().catalog)->context, 1111);
    QCOMPARE(QDir(m_folder->path()).entryList({u"mine*"_s}, QDir::Files).size(), 1); // no temporary left
    QVERIFY(m_window->saveScenario(mine));                                           // with room again
    QCOMPARE(readScenarioFile(mine, facts().catalog)->context, 2222);
#endif
}

void TestPreferences::unwritableSettingsAreSaidOnce() {
    m_window.reset();
    const QString blocked = write(file(u"blocked"_s), "x") + u"/settings.ini"_s;
    m_settings = std::make_unique<Settings>(blocked);
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->show();
    m_settings->setTheme(Theme::Dark);
    QTRY_VERIFY(m_window->messages().text().contains(QDir::toNativeSeparators(blocked)));
    QVERIFY(isDark(QApplication::palette())); // it holds all the same
    QTest::mouseClick(find<QToolButton>("closeMessage"), Qt::LeftButton);
    m_settings->setByteUnit(ByteUnit::GB);
    m_settings->sync();
    QVERIFY(m_window->messages().isHidden());
}

void TestPreferences::closingKeepsTheChangesOfAFile() {
    const QString mine = file(u"mine.vram.json"_s);
    store().edit([](Scenario& scenario) { scenario.context = 1111; });
    QVERIFY(m_window->saveScenario(mine));
    store().edit([](Scenario& scenario) { scenario.context = 2222; });
    QVERIFY(m_window->close()); // without a question
    m_window.reset();
    m_settings.reset();
    makeWindow();
    QCOMPARE(m_window->document().path(), mine);
    QCOMPARE(store().scenario().context, 2222);
    QVERIFY(m_window->isWindowModified());
    QVERIFY2(m_window->messages().text().contains(u"mine.vram.json"_s), qPrintable(m_window->messages().text()));
    QCOMPARE(readScenarioFile(mine, facts().catalog)->context, 1111); // the file is the user's
    find<QAction>("saveAction")->trigger();
    QCOMPARE(readScenarioFile(mine, facts().catalog)->context, 2222);
    QVERIFY(!m_window->isWindowModified());
    closeWindow();
    makeWindow();
    QCOMPARE(m_window->document().path(), mine);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_window->messages().text().isEmpty());
    // Gone in between: the question is there, without a file.
    closeWindow();
    QVERIFY(QFile::remove(mine));
    makeWindow();
    QVERIFY(m_window->document().path().isEmpty());
    QCOMPARE(store().scenario().context, 2222);
}

void TestPreferences::startingWithAnotherFileKeepsTheChangesAside() {
    const QString mine = file(u"mine.vram.json"_s);
    const QString other = file(u"other.vram.json"_s);
    QVERIFY(m_window->saveScenario(other));
    store().edit([](Scenario& scenario) { scenario.context = 1111; });
    QVERIFY(m_window->saveScenario(mine));
    store().edit([](Scenario& scenario) { scenario.context = 2222; });
    closeWindow();
    m_settings = std::make_unique<Settings>(file(u"settings.ini"_s));
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->keepLastState(lastState(), false);
    QVERIFY(m_window->openScenario(other));
    QVERIFY2(m_window->messages().text().contains(u"unsaved-mine.vram.json"_s),
             qPrintable(m_window->messages().text()));
    QCOMPARE(m_window->document().path(), other);
    const QList<QAction*> offered = recent();
    const auto kept = std::ranges::find_if(
        offered, [](const QAction* action) { return action->text().endsWith(u"unsaved-mine.vram.json"_s); });
    QVERIFY(kept != offered.end());
    (*kept)->trigger();
    QCOMPARE(store().scenario().context, 2222);
}

void TestPreferences::whatIsNoScenarioIsNotOpenedByADrop_data() {
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("said");
    QTest::newRow("two scenarios") << QStringList{u"a.vram.json"_s, u"b.vram.json"_s} << u"2 files"_s;
    QTest::newRow("a folder") << QStringList{u"folder"_s} << u"folder"_s;
    QTest::newRow("a picture") << QStringList{u"picture.png"_s} << u"picture.png"_s;
    QTest::newRow("gone") << QStringList{u"gone.vram.json"_s} << u"gone.vram.json"_s;
    QTest::newRow("an address") << QStringList{u"https://example.org/a.json"_s} << u"example.org"_s;
#ifdef Q_OS_UNIX
    QTest::newRow("a pipe") << QStringList{u"pipe"_s} << u"not an ordinary file"_s;
#endif
}

void TestPreferences::whatIsNoScenarioIsNotOpenedByADrop() {
    QFETCH(QStringList, names);
    QFETCH(QString, said);
    QVERIFY(m_window->saveScenario(file(u"a.vram.json"_s)));
    QVERIFY(m_window->saveScenario(file(u"b.vram.json"_s)));
    write(file(u"picture.png"_s), "\x89PNG\r\n");
    QVERIFY(QDir().mkpath(file(u"folder"_s)));
#ifdef Q_OS_UNIX
    QCOMPARE(QProcess::execute(u"mkfifo"_s, {file(u"pipe"_s)}), 0);
#endif
    const Scenario before = store().scenario();
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& name : names) {
        urls += name.contains(u"://"_s) ? QUrl(name) : QUrl::fromLocalFile(file(name));
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(m_window.get(), &enter) && enter.isAccepted());
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    // A folder may be a model: it is read beside the event loop.
    QTRY_VERIFY2(m_window->messages().text().contains(said), qPrintable(m_window->messages().text()));
    QCOMPARE(m_window->messages().kind(), MessageBar::Kind::Error);
    QCOMPARE(store().scenario(), before);
    QCOMPARE(m_window->document().path(), file(u"b.vram.json"_s));
}

void TestPreferences::aDropOnTheChartReachesTheWindow() {
    const QString path = file(u"dropped.vram.json"_s);
    store().edit([](Scenario& scenario) { scenario.context = 9999; });
    QVERIFY(m_window->saveScenario(path));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    data.setText(path); // as file managers give it; a box must not take it for its own text
    int context = 1000;
    for (QWidget* place : {static_cast<QWidget*>(find<QAbstractScrollArea>("chartView")->viewport()),
                           static_cast<QWidget*>(find<QLineEdit>("modelPicker")),
                           static_cast<QWidget*>(find<QDoubleSpinBox>("marginBox"))}) {
        store().edit([&context](Scenario& scenario) { scenario.context = ++context; });
        QVERIFY(m_window->saveScenario(file(u"other.vram.json"_s)));
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(place, &enter);
        QVERIFY2(enter.isAccepted(), qPrintable(place->objectName()));
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(place, &drop);
        QCOMPARE(store().scenario().context, 9999);
    }
}

void TestPreferences::animationsAreASetting() {
    m_settings->setAnimations(Animations::Off);
    QVERIFY(!movesThings());
    m_window->messages().showMessage(MessageBar::Kind::Information, [] { return u"there"_s; });
    QCOMPARE(m_window->messages().maximumHeight(), QWIDGETSIZE_MAX);
    m_window->messages().dismiss();
    find<QAction>("preferencesAction")->trigger();
    choose("animationsList", static_cast<int>(Animations::On));
    QVERIFY(movesThings());
    m_window->messages().showMessage(MessageBar::Kind::Information, [] { return u"there"_s; });
    QVERIFY(m_window->messages().maximumHeight() < m_window->messages().sizeHint().height()); // on its way
    QCOMPARE(m_window->messages().text(), u"there"_s);                                        // but there
    QTRY_COMPARE(m_window->messages().maximumHeight(), QWIDGETSIZE_MAX);
    // The drawer comes to rest where it was left, and closing it on its way leaves it as wide as ever.
    Comparison& comparison = m_window->comparison();
    comparison.setWhyShown(true);
    QCOMPARE(comparison.why().sizePolicy().horizontalPolicy(), QSizePolicy::Ignored);
    QTRY_COMPARE(comparison.why().sizePolicy().horizontalPolicy(), QSizePolicy::Preferred);
    const QList<int> resting = comparison.sizes();
    QVERIFY(resting.value(1) >= comparison.why().minimumSizeHint().height());
    comparison.setWhyShown(false);
    comparison.setWhyShown(true);
    comparison.setWhyShown(false);
    m_settings->setAnimations(Animations::Off);
    comparison.setWhyShown(true);
    QCOMPARE(comparison.sizes(), resting);
}

void TestPreferences::theViewMenuHasTheColumns() {
    auto* columns = find<QMenu>("columnsMenu");
    emit columns->aboutToShow();
    auto* tdp = columns->findChild<QAction*>(u"memory-type"_s);
    QVERIFY(tdp != nullptr && !tdp->isChecked());
    tdp->trigger();
    QVERIFY(m_window->comparison().table().columns().contains(u"memory-type"_s));
    QVERIFY(m_settings->columns().contains(u"memory-type"_s));
    emit columns->aboutToShow();
    QVERIFY(columns->findChild<QAction*>(u"memory-type"_s)->isChecked());
    QCOMPARE(columns->findChildren<QAction*>(u"memory-type"_s).size(), 1);
}

void TestPreferences::theViewMenuHasTheScalesAndAllRows() {
    m_window->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(store().scenario().view.shareScale && m_settings->shareScale());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(!store().scenario().view.shareScale);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_window->comparison().isTableShown());
    auto* all = find<QAction>("allRowsAction");
    QVERIFY(!all->isEnabled());
    store().setVerdictFilter(Verdict::Offload);
    QVERIFY(all->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(!store().verdictFilter() && !all->isEnabled());
}

void TestPreferences::shortcutsAreTheActionsOwn() {
    find<QAction>("shortcutsAction")->trigger();
    auto* table = find<QTableWidget>("shortcutsTable");
    const auto shortcutOf = [table](const QString& command) {
        const QList<QTableWidgetItem*> items = table->findItems(command, Qt::MatchExactly);
        return items.isEmpty() ? QString() : table->item(items.front()->row(), 1)->text();
    };
    QCOMPARE(shortcutOf(u"Open"_s), QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText));
    QCOMPARE(shortcutOf(u"Why?"_s), u"Ctrl+I"_s);
    QVERIFY(shortcutOf(u"Redo"_s).contains(u"Ctrl+Y"_s) && shortcutOf(u"Redo"_s).contains(u"Shift"_s));
    QCOMPARE(shortcutOf(u"Scale of the bars › Share of each card"_s), u"Ctrl+4"_s);
    QCOMPARE(shortcutOf(u"Show all rows"_s), u"Ctrl+0"_s);
    QCOMPARE(table->item(0, 0)->text(), u"Open"_s); // in the menus' order
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        bool listed = keys.isEmpty();
        for (int row = 0; row < table->rowCount() && !listed; ++row) {
            listed = table->item(row, 1)->text().contains(keys);
        }
        QVERIFY2(listed, qPrintable(action->text()));
    }
    // What a control does with keys of its own is there too.
    QVERIFY(shortcutOf(u"Bars and table: another row"_s).contains(QKeySequence(Qt::Key_Down).toString()));
    LanguageSwitcher::ofApplication().setLanguage(u"zh_CN"_s);
    QTRY_COMPARE(table->horizontalHeaderItem(0)->text(), u"命令"_s);
    QCOMPARE(shortcutOf(u"打开"_s), QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText));
}

void TestPreferences::aboutNamesVersionsLicencesAndTheFactsDate() {
    find<QAction>("aboutAction")->trigger();
    const QString text = find<QLabel>("aboutText")->text();
    const QDate date = QDate::fromString(QString::fromStdString(facts().catalog->date()), Qt::ISODate);
    QVERIFY(date.isValid());
    for (const QString& part :
         {QString::fromUtf8(kVersion.data(), static_cast<qsizetype>(kVersion.size())), QString::fromLatin1(qVersion()),
          u"Lesser General Public License"_s, u"JSON for Modern C++ 3."_s, u"MIT"_s, u"version 3 or later"_s,
          QLocale().toString(date, QLocale::LongFormat)}) {
        QVERIFY2(text.contains(part), qPrintable(part));
    }
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
