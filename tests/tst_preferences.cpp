// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/language_switcher.h"
#include "ui/store/history.h"
#include "ui/theme/theme.h"
#include "ui/window/last_state.h"
#include "ui/window/main_window.h"
#include "ui/window/scenario_document.h"

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
#include <QMimeData>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

const CatalogLoad& facts() {
    static const CatalogLoad load = loadCatalog();
    return load;
}

} // namespace

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
    void shortcutsAreTheActionsOwn();

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
    void write(const QString& path, const QByteArray& text) const {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(text), text.size());
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
    int withShortcut = 0;
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        withShortcut += action->shortcut().isEmpty() ? 0 : 1;
    }
    QCOMPARE(table->rowCount(), withShortcut);
    LanguageSwitcher::ofApplication().setLanguage(u"zh_CN"_s);
    QTRY_COMPARE(table->horizontalHeaderItem(0)->text(), u"命令"_s);
    QCOMPARE(shortcutOf(u"打开"_s), QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText));
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
