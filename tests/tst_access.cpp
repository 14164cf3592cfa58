// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/access/announcer.h"
#include "ui/access/spoken.h"
#include "ui/chart/bar_chart.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/stop_slider.h"
#include "ui/text/speed_text.h"
#include "ui/theme/theme.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"
#include "window_views.h"

#include <QAccessible>
#include <QComboBox>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <map>
#include <set>

using namespace vram;
using namespace vram::test;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

const QStringList& languages() {
    static const QStringList codes{u"en"_s, u"zh_TW"_s, u"zh_CN"_s};
    return codes;
}

const std::set<QAccessible::Role>& interactiveRoles() {
    static const std::set<QAccessible::Role> roles{
        QAccessible::Button,   QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::ComboBox,
        QAccessible::Slider,   QAccessible::SpinBox,  QAccessible::ListItem,    QAccessible::EditableText,
        QAccessible::MenuItem, QAccessible::Cell,     QAccessible::Table,       QAccessible::List};
    return roles;
}

bool isInteractive(QAccessibleInterface* item) {
    return item->state().focusable || interactiveRoles().contains(item->role());
}

/// As a screen reader calls it: its own name, and the labels that say that they are its.
QString nameOf(QAccessibleInterface* item) {
    QString name = item->text(QAccessible::Name);
    if (item->role() == QAccessible::ComboBox) {
        // On Linux Qt gives the entry as the name and leaves the name to the label.
        QStringList labels;
        for (const auto& [label, relation] : item->relations(QAccessible::Label)) {
            labels += label->text(QAccessible::Name);
        }
        name = labels.isEmpty() && name == item->text(QAccessible::Value) ? QString() : labels.join(u' ') + name;
    }
    return name;
}

QString placeOf(QAccessibleInterface* item) {
    QStringList steps;
    for (; item != nullptr; item = item->parent()) {
        const QObject* const object = item->object();
        steps.prepend(object != nullptr
                          ? QString::fromLatin1(object->metaObject()->className()) + u'#' + object->objectName()
                          : item->text(QAccessible::Name));
    }
    return steps.join(u" > "_s);
}

/// Walks what is visible below `item` and notes what a screen reader would stumble over.
void examine(QAccessibleInterface* item, QStringList& faults, int& seen) {
    std::map<QString, int> names;
    for (int i = 0; i < item->childCount(); ++i) {
        QAccessibleInterface* const child = item->child(i);
        if (child == nullptr || !child->isValid()) {
            faults += u"no child %1: "_s.arg(i) + placeOf(item);
            continue;
        }
        if (child->state().invisible) {
            continue;
        }
        ++seen;
        const bool own = child->parent() == item && item->indexOfChild(child) == i;
        if (!own) {
            faults += u"parent and child disagree: "_s + placeOf(child);
        }
        if (isInteractive(child)) {
            const QString name = nameOf(child);
            if (name.trimmed().isEmpty()) {
                faults += u"no name: "_s + placeOf(child);
            }
            if (name.contains(u"&"_s)) {
                faults += u"mnemonic in a name: "_s + name;
            }
            if (child->role() == QAccessible::Client || child->role() == QAccessible::NoRole) {
                faults += u"no role: "_s + placeOf(child);
            }
            // Cells of one column may read alike: the first cell of their row tells them apart.
            if (child->role() != QAccessible::Cell && ++names[name] > 1) {
                faults += u"two called “%1”: "_s.arg(name) + placeOf(child);
            }
            const bool placed =
                child->rect().isValid() || child->state().offscreen || child->role() == QAccessible::Cell;
            if (!placed) {
                faults += u"no place: "_s + placeOf(child);
            }
        }
        examine(child, faults, seen);
    }
}

} // namespace

class TestAccess : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void everythingHasAName_data();
    void everythingHasAName();
    void slidersSayTheirValue_data();
    void slidersSayTheirValue();
    void barsAreAList();
    void barsAreSaid_data();
    void barsAreSaid();
    void keysMoveTheFocusedRow();
    void tableCellsSayTheirColumn();
    void reasonsCanBeRead();
    void theVerdictIsAnnouncedAtRest();
    void namesFollowTheLanguage();
    void panesAreReadAsTheyAreSeen();
    void mnemonicsAreNotSaid();

private:
    static void use(const QString& code) {
        LanguageSwitcher::ofApplication().setLanguage(code);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] BarChart& chart() const { return m_window->comparison().chart(); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestAccess::initTestCase() { applyTheme(Theme::Light); }

void TestAccess::init() {
    use(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    m_settings->setAdvancedOpen(true);
    m_settings->setPlacementOpen(true);
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
}

void TestAccess::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestAccess::everythingHasAName_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<std::size_t>("index");
    for (const QString& code : languages()) {
        for (std::size_t i = 0; i < windowViews().size(); ++i) {
            if (!windowViews()[i].ofQt) {
                QTest::addRow("%s, %s", qPrintable(code), windowViews()[i].name) << code << i;
            }
        }
    }
}

void TestAccess::everythingHasAName() {
    QFETCH(QString, language);
    QFETCH(std::size_t, index);
    use(language);
    const WindowView& view = windowViews()[index];
    QWidget* const top = view.open(*m_window);
    QVERIFY(top != nullptr);
    if (!view.dialog) {
        m_window->comparison().setWhyShown(true);
    }
    QCoreApplication::processEvents();
    QStringList faults;
    int seen = 0;
    QAccessibleInterface* const root = QAccessible::queryAccessibleInterface(top);
    QVERIFY(!root->text(QAccessible::Name).isEmpty());
    examine(root, faults, seen);
    if (!view.dialog) {
        m_window->comparison().setRunShown(true);
        QCoreApplication::processEvents();
        examine(root, faults, seen);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY2(seen >= (view.dialog ? 4 : 80), qPrintable(QString::number(seen)));
}

void TestAccess::slidersSayTheirValue_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("said"); // size, weights, context, batch
    QTest::newRow("en") << u"en"_s
                        << QStringList{u"14.8\u00A0B parameters"_s, u"Q4_K_M, 4.89 bits per weight"_s,
                                       u"8,192 tokens"_s, u"1 sequence"_s};
    QTest::newRow("zh_TW") << u"zh_TW"_s
                           << QStringList{u"14.8\u00A0B 個參數"_s, u"Q4_K_M\uFF0C每權重 4.89 位元"_s,
                                          u"8,192 個 token"_s, u"1 個序列"_s};
    QTest::newRow("zh_CN") << u"zh_CN"_s
                           << QStringList{u"14.8\u00A0B 个参数"_s, u"Q4_K_M\uFF0C每权重 4.89 比特"_s, u"8,192 个词元"_s,
                                          u"1 个序列"_s};
}

void TestAccess::slidersSayTheirValue() {
    QFETCH(QString, language);
    QFETCH(QStringList, said);
    use(language);
    QStringList heard;
    std::set<QString> names;
    for (const char* name : {"sizeSlider", "weightsSlider", "contextSlider", "batchSlider"}) {
        auto* const slider = m_window->findChild<StopSlider*>(QString::fromLatin1(name));
        QAccessibleInterface* const item = QAccessible::queryAccessibleInterface(slider);
        QCOMPARE(item->role(), QAccessible::Slider);
        heard += item->text(QAccessible::Value);
        names.insert(item->text(QAccessible::Name));
    }
    QCOMPARE(heard, said);
    QCOMPARE(names.size(), std::size_t{4});
}

void TestAccess::barsAreAList() {
    chart().setFocus(Qt::TabFocusReason);
    QAccessibleInterface* const list = QAccessible::queryAccessibleInterface(&chart());
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 9);
    int selected = 0;
    int below = list->rect().top() - 1;
    for (int i = 0; i < list->childCount(); ++i) {
        QAccessibleInterface* const row = list->child(i);
        QCOMPARE(row->role(), QAccessible::ListItem);
        QCOMPARE(row->parent(), list);
        QCOMPARE(list->indexOfChild(row), i);
        // One below the other, within the chart, and found by their place.
        QVERIFY(list->rect().contains(row->rect()));
        QVERIFY(row->rect().top() > below);
        below = row->rect().bottom();
        QCOMPARE(list->childAt(row->rect().center().x(), row->rect().center().y()), row);
        QVERIFY(row->state().selectable && row->state().focusable && !row->state().offscreen);
        selected += row->state().selected ? 1 : 0;
        QCOMPARE(bool(row->state().focused), bool(row->state().selected));
    }
    QCOMPARE(selected, 1);
    QCOMPARE(list->focusChild(), list->child(static_cast<int>(m_window->store().snapshot().focusedRow)));
    // Assistive technology can choose and open a row itself.
    list->child(1)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(m_window->store().snapshot().focusedRow, std::size_t{1});
    QVERIFY(list->child(1)->state().focused);
    QVERIFY(!m_window->comparison().isWhyShown());
    list->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_window->store().snapshot().focusedRow, std::size_t{2});
    QVERIFY(m_window->comparison().isWhyShown());
}

void TestAccess::barsAreSaid_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("fourth");
    // The first start's question: 9.8 GiB on 6.9 GiB and on 23.0 GiB.
    QTest::newRow("en") << u"en"_s << u"RTX 4060 8\u00A0GB, Offload 22/41, 9.8 of 6.9\u00A0GiB"_s
                        << u"RTX 4090 24\u00A0GB, Fits, 9.8 of 23.0\u00A0GiB"_s;
    QTest::newRow("zh_TW") << u"zh_TW"_s
                           << u"RTX 4060 8\u00A0GB\uFF0C借用\uFF0C卡上 22/41 層\uFF0C需要 9.8\uFF0C可用 6.9\u00A0GiB"_s
                           << u"RTX 4090 24\u00A0GB\uFF0C放得下\uFF0C需要 9.8\uFF0C可用 23.0\u00A0GiB"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s
                           << u"RTX 4060 8\u00A0GB\uFF0C借用\uFF0C卡上 22/41 层\uFF0C需要 9.8\uFF0C可用 6.9\u00A0GiB"_s
                           << u"RTX 4090 24\u00A0GB\uFF0C放得下\uFF0C需要 9.8\uFF0C可用 23.0\u00A0GiB"_s;
}

void TestAccess::barsAreSaid() {
    QFETCH(QString, language);
    QFETCH(QString, first);
    QFETCH(QString, fourth);
    use(language);
    QAccessibleInterface* const list = QAccessible::queryAccessibleInterface(&chart());
    // The speed follows the memory.
    const auto withSpeed = [&](const QString& memory, std::size_t row) {
        const QString comma = language == u"en"_s ? u", "_s : u"\uFF0C"_s;
        return memory + comma + formatSpeed(m_window->store().snapshot().rows[row].report->speed->decode.typical);
    };
    QCOMPARE(list->child(0)->text(QAccessible::Name), withSpeed(first, 0));
    QCOMPARE(list->child(3)->text(QAccessible::Name), withSpeed(fourth, 3));
}

void TestAccess::keysMoveTheFocusedRow() {
    chart().setFocus(Qt::TabFocusReason);
    QAccessibleInterface* const list = QAccessible::queryAccessibleInterface(&chart());
    QTest::keyClick(&chart(), Qt::Key_Home);
    QCOMPARE(list->focusChild(), list->child(0));
    QTest::keyClick(&chart(), Qt::Key_Down);
    QCOMPARE(list->focusChild(), list->child(1));
    QVERIFY(list->child(1)->state().focused && !list->child(0)->state().focused);
    QTest::keyClick(&chart(), Qt::Key_End);
    QCOMPARE(list->focusChild(), list->child(8));
    QTest::keyClick(&chart(), Qt::Key_PageUp);
    QCOMPARE(list->focusChild(), list->child(0)); // all rows are in sight
    QTest::keyClick(&chart(), Qt::Key_PageDown);
    QCOMPARE(list->focusChild(), list->child(8));
}

void TestAccess::tableCellsSayTheirColumn() {
    m_window->comparison().setTableShown(true);
    auto* const view = m_window->findChild<QTableView*>(u"rowTableView"_s);
    QAccessibleTableInterface* const table = QAccessible::queryAccessibleInterface(view)->tableInterface();
    QCOMPARE(table->rowCount(), 9);
    QAccessibleInterface* const card = table->cellAt(3, 0);
    QCOMPARE(card->text(QAccessible::Name), u"RTX 4090 24\u00A0GB, Fits, 9.8\u00A0GiB of 23.0\u00A0GiB"_s);
    for (int column = 1; column < table->columnCount(); ++column) {
        const QString header = view->model()->headerData(column, Qt::Horizontal).toString();
        const QString name = table->cellAt(3, column)->text(QAccessible::Name);
        QVERIFY2(name.startsWith(header + u": "_s) && name.size() > header.size() + 2, qPrintable(name));
    }
}

void TestAccess::reasonsCanBeRead() {
    m_window->comparison().setWhyShown(true);
    auto* const browser = m_window->findChild<QTextBrowser*>(u"whyText"_s);
    QAccessibleInterface* const item = QAccessible::queryAccessibleInterface(browser);
    QVERIFY(!item->text(QAccessible::Name).isEmpty());
    QVERIFY(item->textInterface() != nullptr);
    const QString text = item->textInterface()->text(0, item->textInterface()->characterCount());
    QVERIFY2(text.contains(u"9.83\u00A0GiB"_s) && text.contains(u"KV cache"_s), qPrintable(text));
}

void TestAccess::theVerdictIsAnnouncedAtRest() {
    auto* const announcer = m_window->findChild<Announcer*>();
    QVERIFY(announcer != nullptr);
    QAccessibleInterface* const item = QAccessible::queryAccessibleInterface(announcer->parent());
    QCOMPARE(item->role(), QAccessible::AlertMessage);
    QCOMPARE(item->text(QAccessible::Name),
             QString(u"Fits, RTX 4090 24\u00A0GB, 12.9\u00A0GiB left, needs 9.8\u00A0GiB (9.7–10.1\u00A0GiB), "_s +
                     formatSpeed(m_window->store().snapshot().rows[3].report->speed->decode)));
    QSignalSpy said(announcer, &Announcer::announced);
    // A drag: many steps, each with its own figures.
    for (int step = 1; step <= 100; ++step) {
        m_window->store().edit([step](Scenario& scenario) { scenario.context = 8192 + 1024 * step; });
    }
    QVERIFY(said.isEmpty());
    QTRY_COMPARE(said.count(), 1);
    QCOMPARE(said.front().front().toString(), item->text(QAccessible::Name));
    QVERIFY2(!item->text(QAccessible::Name).contains(u"needs 9.8"_s), qPrintable(item->text(QAccessible::Name)));
    // There and back: at rest nothing is news.
    m_window->store().edit([](Scenario& scenario) { scenario.context = 8192; });
    m_window->store().edit([](Scenario& scenario) { scenario.context = 8192 + 1024 * 100; });
    QTest::qWait(2 * Announcer::kRestMilliseconds);
    QCOMPARE(said.count(), 1);
}

void TestAccess::namesFollowTheLanguage() {
    const auto nameOfObject = [this](const char* name) {
        auto* const widget = m_window->findChild<QWidget*>(QString::fromLatin1(name));
        return widget != nullptr ? nameOf(QAccessible::queryAccessibleInterface(widget)) : QString();
    };
    const std::array kControls{"contextSlider", "contextBox", "weightsBox", "sortList",    "addCards",   "barChart",
                               "shareScale",    "ramBox",     "kvTypeList", "keyTypeList", "runtimeList"};
    std::map<QString, QStringList> names;
    for (const QString& code : languages()) {
        use(code);
        for (const char* control : kControls) {
            names[code] += nameOfObject(control);
        }
    }
    for (std::size_t i = 0; i < kControls.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        std::set<QString> texts;
        for (const QString& code : languages()) {
            QVERIFY2(!names[code].at(at).isEmpty(), kControls.at(i));
            texts.insert(names[code].at(at));
        }
        QVERIFY2(texts.size() >= 2, kControls.at(i)); // the two kinds of Chinese may agree
        QVERIFY2(names[u"en"_s].at(at) != names[u"zh_TW"_s].at(at), kControls.at(i));
    }
}

void TestAccess::panesAreReadAsTheyAreSeen() {
    m_window->comparison().setWhyShown(true);
    for (auto* splitter : m_window->findChildren<QSplitter*>()) {
        QAccessibleInterface* const item = QAccessible::queryAccessibleInterface(splitter);
        QList<QObject*> read;
        for (int i = 0; i < item->childCount(); ++i) {
            read += item->child(i)->object();
        }
        QVERIFY(read.indexOf(splitter->widget(0)) < read.indexOf(splitter->widget(1)));
    }
}

void TestAccess::mnemonicsAreNotSaid() {
    QCOMPARE(withoutMnemonic(u"&Context"_s), u"Context"_s);
    QCOMPARE(withoutMnemonic(u"Val&ues"_s), u"Values"_s);
    QCOMPARE(withoutMnemonic(u"上下文長度(&C)"_s), u"上下文長度"_s);
    QCOMPARE(withoutMnemonic(u"R & D"_s), u"R & D"_s);
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
