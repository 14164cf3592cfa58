// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/guide/guide_dialog.h"
#include "ui/guide/guide_figures.h"
#include "ui/guide/guide_targets.h"
#include "ui/guide/guide_text.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/scenario_panel.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTextDocument>

#include <set>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

const QStringList kLanguages{u"en"_s, u"zh_TW"_s, u"zh_CN"_s};

QString plain(const QString& html) {
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

/// Words in English, characters in Chinese.
qsizetype length(const QString& language, const QString& text) {
    if (language == u"en"_s) {
        static const QRegularExpression kSpace(u"\\s+"_s);
        return text.split(kSpace, Qt::SkipEmptyParts).size();
    }
    return std::ranges::count_if(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

class TestGuide : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void allLanguagesSayTheSame();
    void sectionsAreShort();
    void wordsOfTheLanguage_data();
    void wordsOfTheLanguage();
    void everyFigureIsComputed_data();
    void everyFigureIsComputed();
    void figuresAreTheCores();
    void figuresAreText();
    void everyLinkLeadsToAControl_data();
    void everyLinkLeadsToAControl();
    void aLinkShowsTheControl();
    void aHiddenControlLeadsToTheOneThatBringsItBack();
    void sectionsAndTextFollow();
    void noOtherLinkIsFollowed();

private:
    static void use(const QString& code) {
        LanguageSwitcher::ofApplication().setLanguage(code);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] GuideDialog* openGuide() {
        m_window->findChild<QAction*>(u"guideAction"_s)->trigger();
        for (QWidget* each : QApplication::topLevelWidgets()) {
            if (auto* const guide = qobject_cast<GuideDialog*>(each)) {
                return guide;
            }
        }
        return nullptr;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestGuide::init() {
    use(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    m_window = std::make_unique<MainWindow>(loadCatalog(), *m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestGuide::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestGuide::allLanguagesSayTheSame() {
    const std::vector<GuideSection> english = guideSections(u"en"_s);
    QCOMPARE(english.size(), 8);
    for (const QString& language : LanguageSwitcher::codes()) {
        const std::vector<GuideSection> sections = guideSections(language);
        QCOMPARE(sections.size(), english.size());
        for (std::size_t i = 0; i < sections.size(); ++i) {
            QCOMPARE(sections[i].id, english[i].id);
            QVERIFY(!sections[i].title.isEmpty());
            QVERIFY(language == u"en"_s || sections[i].title != english[i].title);
            // Sentences come in another order, the links and figures are the same.
            const auto set = [](const QStringList& list) { return std::multiset<QString>(list.begin(), list.end()); };
            QVERIFY2(set(guideLinks(sections[i].html)) == set(guideLinks(english[i].html)),
                     qPrintable(language + u' ' + sections[i].id));
            QVERIFY2(set(guideFigureNames(sections[i].html)) == set(guideFigureNames(english[i].html)),
                     qPrintable(language + u' ' + sections[i].id));
            QVERIFY(!guideLinks(sections[i].html).isEmpty());
            QVERIFY(!guideFigureNames(sections[i].html).isEmpty());
        }
    }
}

void TestGuide::sectionsAreShort() {
    for (const QString& language : kLanguages) {
        for (const GuideSection& section : guideSections(language)) {
            const qsizetype count = length(language, plain(section.html));
            const qsizetype least = language == u"en"_s ? 80 : 150;
            const qsizetype most = language == u"en"_s ? 160 : 330;
            QVERIFY2(count >= least && count <= most, qPrintable(u"%1 %2: %3"_s.arg(language, section.id).arg(count)));
        }
    }
}

void TestGuide::wordsOfTheLanguage_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("foreign"); // words of the other Chinese
    QTest::newRow("zh_TW") << u"zh_TW"_s
                           << QStringList{u"显"_s,   u"内存"_s,   u"内"_s,   u"緩存"_s, u"推理"_s, u"默認"_s, u"軟件"_s,
                                          u"硬件"_s, u"數據"_s,   u"程序"_s, u"質量"_s, u"信息"_s, u"詞元"_s, u"滑塊"_s,
                                          u"圖層"_s, u"優化器"_s, u"比特"_s, u"字節"_s, u"視頻"_s, u"菜單"_s};
    QTest::newRow("zh_CN") << u"zh_CN"_s
                           << QStringList{u"記"_s,   u"記憶體"_s, u"记忆体"_s, u"顯"_s,    u"快取"_s,   u"推論"_s,
                                          u"推论"_s, u"预设"_s,   u"硬体"_s,   u"软体"_s,  u"最佳化"_s, u"程式"_s,
                                          u"品质"_s, u"资讯"_s,   u"滑杆"_s,   u"图层"_s,  u"频宽"_s,   u"视窗"_s,
                                          u"选单"_s, u"执行绪"_s, u"位元"_s,   u"转接器"_s};
}

void TestGuide::wordsOfTheLanguage() {
    QFETCH(QString, language);
    QFETCH(QStringList, foreign);
    for (const GuideSection& section : guideSections(language)) {
        const QString text = plain(section.html);
        for (const QString& word : foreign) {
            QVERIFY2(!text.contains(word), qPrintable(section.id + u": "_s + word));
        }
        // Punctuation of the language: no comma or full stop of English between Han characters.
        static const QRegularExpression kAscii(u"\\p{Han}[,.;:!?]"_s);
        QVERIFY2(!text.contains(kAscii), qPrintable(kAscii.match(text).captured()));
    }
}

void TestGuide::everyFigureIsComputed_data() {
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("the first start") << Scenario{};
    Scenario training;
    training.task = Task::Full;
    training.weights = "BF16";
    training.runtime.name = "Transformers";
    QTest::newRow("training") << training;
    Scenario unknown;
    unknown.model = CatalogName{"no such model"};
    QTest::newRow("no answer") << unknown;
    Scenario recurrent;
    recurrent.model = CatalogName{"ai21labs/AI21-Jamba-Mini-1.5"};
    QTest::newRow("with a recurrent state") << recurrent;
}

void TestGuide::everyFigureIsComputed() {
    QFETCH(Scenario, scenario);
    m_window->store().setScenario(scenario);
    Resolver resolver(m_window->store().sharedCatalog());
    for (const GuideSection& section : guideSections(u"en"_s)) {
        const QMap<QString, QString> figures =
            guideFigures(section.id, resolver, m_window->store().snapshot(), ByteUnit::GiB);
        for (const QString& name : guideFigureNames(section.html)) {
            // What is read off the present answer is not there without one.
            if (!(scenario.model == ModelSource{CatalogName{"no such model"}} && section.id == u"reading"_s)) {
                QVERIFY2(!figures.value(name).isEmpty(), qPrintable(section.id + u' ' + name));
            }
        }
        for (const QString& name : figures.keys()) {
            QVERIFY2(guideFigureNames(section.html).contains(name), qPrintable(name));
        }
    }
}

void TestGuide::figuresAreTheCores() {
    Resolver resolver(m_window->store().sharedCatalog());
    m_window->store().edit([](Scenario& scenario) { scenario.context = 16'384; });
    const QMap<QString, QString> cache =
        guideFigures(u"kv-cache"_s, resolver, m_window->store().snapshot(), ByteUnit::GiB);
    // Qwen3 14B: 40 layers, 8 KV heads of 128 values, keys and values of 2 bytes: 163,840 bytes a token.
    QCOMPARE(cache.value(u"kv_per_token"_s), u"160\u00A0KiB"_s);
    QCOMPARE(cache.value(u"kv_now"_s), u"2.5\u00A0GiB"_s);    // x 16,384
    QCOMPARE(cache.value(u"kv_double"_s), u"5.0\u00A0GiB"_s); // x 32,768
    const QMap<QString, QString> first =
        guideFigures(u"memory-first"_s, resolver, m_window->store().snapshot(), ByteUnit::GiB);
    QCOMPARE(first.value(u"few_cores"_s), u"6,144"_s);
    QCOMPARE(first.value(u"many_cores"_s), u"3,584"_s);
    QCOMPARE(first.value(u"many_verdict"_s), u"Fits"_s);
    QVERIFY(first.value(u"few_verdict"_s).startsWith(u"Offload"_s));
}

void TestGuide::figuresAreText() {
    const QString html = withFigures(u"<p>{a} and {b}</p>"_s, {{u"a"_s, u"<img src='x'>"_s}});
    QVERIFY(!html.contains(u"<img"_s));
    QCOMPARE(plain(html), u"<img src='x'> and –"_s);
}

void TestGuide::everyLinkLeadsToAControl_data() {
    QTest::addColumn<QString>("id");
    std::set<QString> linked;
    for (const QString& language : kLanguages) {
        for (const GuideSection& section : guideSections(language)) {
            for (const QString& id : guideLinks(section.html)) {
                linked.insert(id);
            }
        }
    }
    for (const QString& id : linked) {
        QTest::newRow(qPrintable(id)) << id;
    }
    QVERIFY(linked.size() > 12);
}

void TestGuide::everyLinkLeadsToAControl() {
    QFETCH(QString, id);
    QVERIFY(GuideTargets::ids().contains(id));
    QWidget* const control = GuideTargets(*m_window).show(id);
    QVERIFY(control != nullptr);
    QVERIFY(control->isVisible());
    QVERIFY(!control->visibleRegion().isEmpty());
    if (auto* const menu = qobject_cast<QMenu*>(control)) {
        QVERIFY(menu->activeAction() != nullptr);
        menu->close();
    } else {
        auto* const spotlight = control->window()->findChild<QWidget*>(u"spotlight"_s);
        QVERIFY(spotlight != nullptr && spotlight->isVisible());
        QVERIFY(spotlight->testAttribute(Qt::WA_TransparentForMouseEvents));
    }
}

void TestGuide::aLinkShowsTheControl() {
    m_window->resize(900, 420); // the panel has to scroll
    QCoreApplication::processEvents();
    GuideTargets(*m_window).show(u"runtime"_s);
    auto* const list = m_window->findChild<QWidget*>(u"runtimeList"_s);
    QVERIFY(list->hasFocus());
    QCOMPARE(list->visibleRegion().boundingRect(), list->rect());
    GuideTargets(*m_window).show(u"why"_s);
    QVERIFY(m_window->findChild<QAction*>(u"whyAction"_s)->isChecked());
    GuideTargets(*m_window).show(u"why"_s); // not closed by a second click
    QVERIFY(m_window->findChild<QAction*>(u"whyAction"_s)->isChecked());
    auto* const menu = qobject_cast<QMenu*>(GuideTargets(*m_window).show(u"steps"_s));
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->activeAction(), m_window->findChild<QAction*>(u"stepsAction"_s));
    menu->close();
    QVERIFY(GuideTargets(*m_window).show(u"no-such-control"_s) == nullptr);
    // The mark goes by itself.
    GuideTargets(*m_window).show(u"context"_s);
    QTRY_VERIFY(m_window->findChild<QWidget*>(u"spotlight"_s) == nullptr);
}

void TestGuide::aHiddenControlLeadsToTheOneThatBringsItBack() {
    m_window->store().edit([](Scenario& scenario) {
        scenario.task = Task::Full;
        scenario.weights = "BF16";
        scenario.runtime.name = "Transformers";
    });
    QVERIFY(!m_window->findChild<QWidget*>(u"kvTypeList"_s)->isVisible());
    QWidget* const control = GuideTargets(*m_window).show(u"kv"_s);
    QVERIFY(control != nullptr);
    QCOMPARE(control->objectName(), u"taskTabs"_s);
    for (const QString& id : GuideTargets::ids()) {
        QWidget* const shown = GuideTargets(*m_window).show(id);
        QVERIFY2(shown != nullptr, qPrintable(id));
        if (auto* const menu = qobject_cast<QMenu*>(shown)) {
            menu->close();
        }
    }
}

void TestGuide::sectionsAndTextFollow() {
    GuideDialog* const guide = openGuide();
    QVERIFY(guide != nullptr);
    auto* const list = guide->findChild<QListWidget*>(u"guideSections"_s);
    auto* const text = guide->findChild<QTextBrowser*>(u"guideText"_s);
    QCOMPARE(list->count(), 8);
    QVERIFY(text->toPlainText().contains(u"6,144"_s));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(text->toPlainText().contains(u"160 KiB"_s));
    // The figures follow the scenario.
    m_window->store().edit([](Scenario& scenario) { scenario.kvCache = {"q8_0", "q8_0"}; });
    QTRY_VERIFY(text->toPlainText().contains(u"85 KiB"_s)); // 34 bytes for 32 values
    use(u"zh_TW"_s);
    QVERIFY(text->toPlainText().contains(u"快取"_s));
    QVERIFY(!text->toPlainText().contains(u"{"_s));
    QVERIFY(guide->windowTitle().contains(u"導覽"_s));
    use(u"zh_CN"_s);
    QVERIFY(text->toPlainText().contains(u"缓存"_s));
    QCOMPARE(list->currentRow(), 2);
    guide->close();
}

void TestGuide::noOtherLinkIsFollowed() {
    for (const QString& language : kLanguages) {
        for (const GuideSection& section : guideSections(language)) {
            QCOMPARE(section.html.count(u"href="_s), guideLinks(section.html).size());
            QVERIFY(!section.html.contains(u"http"_s));
            QVERIFY(!section.html.contains(u"<img"_s));
        }
    }
    GuideDialog* const guide = openGuide();
    QVERIFY(!guide->findChild<QTextBrowser*>(u"guideText"_s)->openLinks());
    QVERIFY(!guide->findChild<QTextBrowser*>(u"guideText"_s)->openExternalLinks());
    guide->close();
}

QTEST_MAIN(TestGuide)

#include "tst_guide.moc"
