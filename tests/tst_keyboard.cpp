// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/access/splitter_keys.h"
#include "ui/band/verdict_band.h"
#include "ui/cards/card_bar.h"
#include "ui/chart/bar_chart.h"
#include "ui/language/language_switcher.h"
#include "ui/panel/scenario_panel.h"
#include "ui/placement/placement_section.h"
#include "ui/run/run_drawer.h"
#include "ui/theme/theme.h"
#include "ui/why/why_drawer.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"
#include "window_views.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <map>
#include <set>

using namespace vram;
using namespace vram::test;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

QString describe(const QWidget* widget) {
    return QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName();
}

QString mnemonicOf(const QString& text) { return QKeySequence::mnemonic(text).toString(); }

/// Entries of a menu and of its submenus whose mnemonics are missing or meet.
void examine(const QMenu& menu, QStringList& faults) {
    std::set<QString> taken;
    for (const QAction* action : menu.actions()) {
        if (action->isSeparator()) {
            continue;
        }
        const QString key = mnemonicOf(action->text());
        // Two dozen columns have more entries than there are good letters.
        if (key.isEmpty() && menu.objectName() == u"columnMenu"_s) {
            continue;
        }
        if (key.isEmpty() || !taken.insert(key).second) {
            faults += menu.title() + u" › "_s + action->text();
        }
        if (action->menu() != nullptr) {
            examine(*action->menu(), faults);
        }
    }
}

} // namespace

class TestKeyboard : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void tabFollowsTheEye_data();
    void tabFollowsTheEye();
    void theFocusIsSeen_data();
    void theFocusIsSeen();
    void theRingIsForTheKeyboard();
    void aSwitchTakesArrows();
    void barsTakeKeys();
    void bordersTakeKeys();
    void enterExplainsAndEscapeCloses();
    void escapeClosesEveryDialog_data() { dialogRows(); }
    void escapeClosesEveryDialog();
    void dialogsHaveNoTrap_data() { dialogRows(); }
    void dialogsHaveNoTrap();
    void mnemonicsOfDialogsAreUnique_data();
    void mnemonicsOfDialogsAreUnique();
    void mnemonicsAreUnique_data();
    void mnemonicsAreUnique();
    void mnemonicsReachTheControls();
    void everyShortcutIsListed_data();
    void everyShortcutIsListed();

private:
    static void use(const QString& code) {
        LanguageSwitcher::ofApplication().setLanguage(code);
        QCoreApplication::processEvents();
    }
    static void dialogRows() {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t i = 0; i < windowViews().size(); ++i) {
            if (windowViews()[i].dialog) {
                QTest::newRow(windowViews()[i].name) << i;
            }
        }
    }
    static void languageRows() {
        QTest::addColumn<QString>("language");
        for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
            QTest::newRow(qPrintable(code)) << code;
        }
    }
    /// What Tab visits from the task on until it comes round.
    [[nodiscard]] QList<QWidget*> tabbed(Qt::Key key = Qt::Key_Tab) const {
        QList<QWidget*> visited;
        m_window->findChild<QWidget*>(u"taskTabs"_s)->setFocus(Qt::TabFocusReason);
        while (visited.size() < 100 && !visited.contains(m_window->focusWidget())) {
            visited += m_window->focusWidget();
            const bool back = key == Qt::Key_Backtab;
            QTest::keyClick(m_window->focusWidget(), key, back ? Qt::ShiftModifier : Qt::NoModifier);
        }
        return visited;
    }
    [[nodiscard]] int regionOf(const QWidget* widget) const {
        const auto within = [widget](const QWidget* region) { return region->isAncestorOf(widget); };
        if (within(m_window->findChild<ScenarioPanel*>())) {
            return 0;
        }
        // A border is reached between the parts that it divides.
        if (qobject_cast<const QSplitterHandle*>(widget) != nullptr) {
            return m_window->comparison().isAncestorOf(widget) ? 5 : 1;
        }
        if (within(m_window->findChild<VerdictBand*>())) {
            return 2;
        }
        if (within(m_window->findChild<CardBar*>())) {
            return 3;
        }
        const bool drawer = within(&m_window->comparison().why()) || within(&m_window->comparison().run());
        return drawer ? 6 : 4;
    }
    /// In the window, as if nothing were scrolled.
    [[nodiscard]] QPoint placeOf(const QWidget& widget) const {
        for (const QWidget* area = widget.parentWidget(); area != nullptr; area = area->parentWidget()) {
            const auto* const scrolled = qobject_cast<const QScrollArea*>(area);
            if (scrolled != nullptr && scrolled->widget()->isAncestorOf(&widget)) {
                return scrolled->mapTo(m_window.get(), QPoint()) + widget.mapTo(scrolled->widget(), QPoint());
            }
        }
        return widget.mapTo(m_window.get(), QPoint());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestKeyboard::init() {
    applyTheme(Theme::Light);
    use(u"en"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    m_settings->setAdvancedOpen(true);
    m_window = std::make_unique<MainWindow>(facts(), *m_settings);
    m_window->resize(1280, 840); // nothing of the panel scrolls
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestKeyboard::cleanup() {
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestKeyboard::tabFollowsTheEye_data() {
    QTest::addColumn<bool>("table");
    QTest::addColumn<bool>("why");
    QTest::addColumn<bool>("run");
    QTest::newRow("bars") << false << false << false;
    QTest::newRow("table") << true << false << false;
    QTest::newRow("bars with reasons") << false << true << false;
    QTest::newRow("table with reasons") << true << true << false;
    QTest::newRow("bars with commands") << false << false << true;
    QTest::newRow("table with commands") << true << false << true;
}

void TestKeyboard::tabFollowsTheEye() {
    QFETCH(bool, table);
    QFETCH(bool, why);
    m_window->findChild<ScenarioPanel*>()->placement().setOpen(true);
    m_window->comparison().setTableShown(table);
    QFETCH(bool, run);
    m_window->comparison().setWhyShown(why);
    m_window->comparison().setRunShown(run);
    QCoreApplication::processEvents();
    const QList<QWidget*> visited = tabbed();
    QStringList names;
    for (const QWidget* widget : visited) {
        names += describe(widget);
    }
    const QString order = names.join(u", "_s);
    // Everything that takes the keyboard is visited, and Tab comes round.
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool stops = widget->isVisible() && widget->isEnabled() && widget->window() == m_window.get() &&
                           (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
        QVERIFY2(!stops || visited.contains(widget), qPrintable(describe(widget) + u" not in "_s + order));
    }
    for (qsizetype i = 1; i < visited.size(); ++i) {
        const QWidget* const before = visited.at(i - 1);
        const QWidget* const now = visited.at(i);
        const QString step = describe(before) + u" → "_s + describe(now) + u" in "_s + order;
        QVERIFY2(regionOf(now) >= regionOf(before), qPrintable(step));
        if (regionOf(now) != regionOf(before)) {
            continue;
        }
        const QRect a(placeOf(*before), before->size());
        const QRect b(placeOf(*now), now->size());
        const bool oneLine = std::abs(a.center().y() - b.center().y()) < 12;
        QVERIFY2(oneLine ? b.left() > a.left() : b.center().y() > a.center().y(), qPrintable(step));
    }
    // No trap: backwards it is the same way.
    QList<QWidget*> backwards = tabbed(Qt::Key_Backtab);
    std::reverse(backwards.begin() + 1, backwards.end());
    QCOMPARE(backwards, visited);
}

void TestKeyboard::theFocusIsSeen_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("table");
    QTest::newRow("light, bars") << false << false;
    QTest::newRow("light, table") << false << true;
    QTest::newRow("dark, bars") << true << false;
    QTest::newRow("dark, table") << true << true;
}

void TestKeyboard::theFocusIsSeen() {
    QFETCH(bool, dark);
    QFETCH(bool, table);
    applyTheme(dark ? Theme::Dark : Theme::Light);
    m_window->comparison().setTableShown(table);
    m_window->comparison().setWhyShown(true);
    QCoreApplication::processEvents();
    const QList<QWidget*> stops = tabbed();
    QVERIFY(stops.size() >= 20);
    for (qsizetype i = 0; i < stops.size(); ++i) {
        QWidget* const widget = stops.at(i);
        widget->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        const QImage with = m_window->grab().toImage();
        // Somewhere far away, so that its own mark does not mix with this one.
        stops.at((i + stops.size() / 2) % stops.size())->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        const QImage without = m_window->grab().toImage();
        const QRect place(widget->mapTo(m_window.get(), QPoint()), widget->size());
        const QRect around = place.adjusted(-4, -4, 4, 4) & with.rect();
        int seen = 0;
        for (int y = around.top(); y <= around.bottom(); ++y) {
            for (int x = around.left(); x <= around.right(); ++x) {
                seen += contrastRatio(with.pixelColor(x, y), without.pixelColor(x, y)) >= 3 ? 1 : 0;
            }
        }
        // At least a line as long as the control is wide, twice: a ring has it above and below.
        QVERIFY2(seen >= 2 * widget->width(),
                 qPrintable(u"%1: %2 of %3"_s.arg(describe(widget)).arg(seen).arg(2 * widget->width())));
    }
}

void TestKeyboard::theRingIsForTheKeyboard() {
    auto* const box = m_window->findChild<QWidget*>(u"sizeBox"_s);
    QTest::mouseClick(box, Qt::LeftButton);
    QVERIFY(box->hasFocus());
    QCOMPARE(m_window->findChild<QWidget*>(u"focusRing"_s), nullptr);
    QTest::keyClick(box, Qt::Key_Tab);
    auto* const ring = m_window->findChild<QWidget*>(u"focusRing"_s);
    QVERIFY(ring != nullptr && ring->isVisible());
    const QWidget* const now = m_window->focusWidget();
    const QRect marked(ring->mapTo(m_window.get(), QPoint()), ring->size());
    QVERIFY(marked.contains(QRect(now->mapTo(m_window.get(), QPoint()), now->size())));
    // Bars mark the row instead.
    m_window->comparison().chart().setFocus(Qt::TabFocusReason);
    QCOMPARE(m_window->findChild<QWidget*>(u"focusRing"_s), nullptr);
}

void TestKeyboard::aSwitchTakesArrows() {
    auto* const amount = m_window->findChild<QToolButton*>(u"amountScale"_s);
    auto* const share = m_window->findChild<QToolButton*>(u"shareScale"_s);
    amount->setFocus(Qt::TabFocusReason);
    QTest::keyClick(amount, Qt::Key_Right);
    QVERIFY(share->isChecked() && m_window->store().scenario().view.shareScale);
    QTest::keyClick(share, Qt::Key_Left);
    QVERIFY(amount->isChecked() && !m_window->store().scenario().view.shareScale);
    auto* const bars = m_window->findChild<QToolButton*>(u"barsView"_s);
    bars->setFocus(Qt::TabFocusReason);
    QTest::keyClick(bars, Qt::Key_Right);
    QVERIFY(m_window->comparison().isTableShown());
    QVERIFY(m_window->findChild<QToolButton*>(u"tableView"_s)->hasFocus());
}

void TestKeyboard::barsTakeKeys() {
    QWidget& chart = m_window->comparison().chart();
    const auto row = [this] { return m_window->store().snapshot().focusedRow; };
    chart.setFocus(Qt::TabFocusReason);
    // Thirty rows in a low window: a page is what is in sight.
    m_window->store().edit([](Scenario& scenario) {
        scenario.view.rows.clear();
        for (std::int64_t count = 1; count <= 30; ++count) {
            scenario.view.rows.push_back({"GeForce RTX 4090", count});
        }
    });
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(row(), std::size_t{29});
    QTest::keyClick(&chart, Qt::Key_PageUp);
    const std::size_t up = row();
    QVERIFY2(up < 28 && up > 5, qPrintable(QString::number(up)));
    QTest::keyClick(&chart, Qt::Key_PageDown);
    QCOMPARE(row(), std::size_t{29});
    QTest::keyClick(&chart, Qt::Key_Up);
    QCOMPARE(row(), std::size_t{28});
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(row(), std::size_t{0});
    QTest::keyClick(&chart, Qt::Key_PageUp);
    QCOMPARE(row(), std::size_t{0});
}

void TestKeyboard::bordersTakeKeys() {
    m_window->resize(1400, 800);
    auto* const panel = m_window->findChild<ScenarioPanel*>();
    auto* const border = qobject_cast<QSplitter*>(panel->parentWidget())->handle(1);
    QCoreApplication::processEvents();
    const int before = panel->width();
    border->setFocus(Qt::TabFocusReason);
    QTest::keyClick(border, Qt::Key_Right);
    QCOMPARE(panel->width(), before + SplitterKeys::kStep);
    QTest::keyClick(border, Qt::Key_Left);
    QCOMPARE(panel->width(), before);
    QTest::keyClick(border, Qt::Key_Home);
    QCOMPARE(panel->width(), panel->minimumSizeHint().width()); // no pane closes
    m_window->comparison().setWhyShown(true);
    QCoreApplication::processEvents();
    QWidget& drawer = m_window->comparison().why();
    const int height = drawer.height();
    QSplitterHandle* const below = m_window->comparison().handle(1);
    QTest::keyClick(below, Qt::Key_Up);
    QCOMPARE(drawer.height(), height + SplitterKeys::kStep);
    QTest::keyClick(below, Qt::Key_End);
    QCOMPARE(drawer.height(), drawer.minimumSizeHint().height());
}

void TestKeyboard::enterExplainsAndEscapeCloses() {
    BarChart& chart = m_window->comparison().chart();
    chart.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart, Qt::Key_Return);
    QVERIFY(m_window->comparison().isWhyShown());
    auto* const text = m_window->findChild<QWidget*>(u"whyText"_s);
    text->setFocus(Qt::TabFocusReason);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!m_window->comparison().isWhyShown());
    QVERIFY(chart.hasFocus());
    m_window->comparison().setTableShown(true);
    auto* const table = m_window->findChild<QTableView*>(u"rowTableView"_s);
    table->setFocus(Qt::TabFocusReason);
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(m_window->comparison().isWhyShown());
    QTest::keyClick(table, Qt::Key_Escape);
    QVERIFY(!m_window->comparison().isWhyShown());
}

void TestKeyboard::escapeClosesEveryDialog() {
    QFETCH(std::size_t, index);
    QWidget* const top = windowViews()[index].open(*m_window);
    QVERIFY(top != nullptr);
    const QPointer<QWidget> dialog(top);
    QTest::keyClick(top->focusWidget() != nullptr ? top->focusWidget() : top, Qt::Key_Escape);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

void TestKeyboard::dialogsHaveNoTrap() {
    QFETCH(std::size_t, index);
    QWidget* const open = windowViews()[index].open(*m_window);
    QVERIFY(open != nullptr);
    open->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(open));
    QVERIFY(open->focusWidget() != nullptr); // the keyboard works at once
    // A text with links has several stops.
    const auto goOn = [open] {
        QWidget* const from = open->focusWidget();
        for (int stops = 0; stops < 30 && open->focusWidget() == from; ++stops) {
            QTest::keyClick(from, Qt::Key_Tab);
        }
    };
    QList<QWidget*> visited;
    while (visited.size() < 40 && !visited.contains(open->focusWidget())) {
        visited += open->focusWidget();
        goOn();
    }
    QCOMPARE(open->focusWidget(), visited.front());
    // From the top, wherever the focus was at first.
    QWidget* first = open->nextInFocusChain();
    while (!visited.contains(first)) {
        first = first->nextInFocusChain();
    }
    std::ranges::rotate(visited, visited.begin() + visited.indexOf(first));
    for (QWidget* widget : open->findChildren<QWidget*>()) {
        // Of radio buttons Tab stops at the chosen one; arrows go on.
        const auto* const radio = qobject_cast<const QRadioButton*>(widget);
        const bool stops = widget->isVisible() && widget->isEnabled() && widget->window() == open &&
                           (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr &&
                           (radio == nullptr || radio->isChecked());
        QVERIFY2(!stops || visited.contains(widget),
                 qPrintable(describe(widget) + u' ' + widget->property("text").toString()));
    }
    for (qsizetype i = 1; i < visited.size(); ++i) {
        const QRect a(visited.at(i - 1)->mapTo(open, QPoint()), visited.at(i - 1)->size());
        const QRect b(visited.at(i)->mapTo(open, QPoint()), visited.at(i)->size());
        if (visited.at(i - 1)->parentWidget()->inherits("QDialogButtonBox")) {
            continue; // the platform orders a dialog's own buttons
        }
        const bool oneLine = std::abs(a.center().y() - b.center().y()) < 12;
        const bool nextColumn = b.left() >= a.right();
        QVERIFY2(oneLine ? b.left() > a.left() : b.center().y() > a.center().y() || nextColumn,
                 qPrintable(describe(visited.at(i - 1)) + u" → "_s + describe(visited.at(i))));
    }
}

void TestKeyboard::mnemonicsOfDialogsAreUnique_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<std::size_t>("index");
    for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
        for (std::size_t i = 0; i < windowViews().size(); ++i) {
            if (windowViews()[i].dialog) {
                QTest::addRow("%s, %s", qPrintable(code), windowViews()[i].name) << code << i;
            }
        }
    }
}

void TestKeyboard::mnemonicsOfDialogsAreUnique() {
    QFETCH(QString, language);
    QFETCH(std::size_t, index);
    use(language);
    QWidget* const top = windowViews()[index].open(*m_window);
    QVERIFY(top != nullptr);
    std::map<QString, QString> taken;
    QStringList faults;
    const auto take = [&](const QString& text) {
        const QString key = mnemonicOf(text);
        if (!key.isEmpty() && !taken.emplace(key, text).second) {
            faults += text + u" / "_s + taken[key];
        }
    };
    for (const QWidget* widget : top->findChildren<QWidget*>()) {
        const auto* const label = qobject_cast<const QLabel*>(widget);
        const auto* const button = qobject_cast<const QAbstractButton*>(widget);
        if (widget->isVisible() && widget->window() == top) {
            take(label != nullptr && label->buddy() != nullptr ? label->text()
                 : button != nullptr                           ? button->text()
                                                               : QString());
            const auto* const tabs = qobject_cast<const QTabBar*>(widget);
            for (int i = 0; tabs != nullptr && i < tabs->count(); ++i) {
                take(tabs->tabText(i));
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestKeyboard::mnemonicsAreUnique_data() { languageRows(); }

void TestKeyboard::mnemonicsAreUnique() {
    QFETCH(QString, language);
    use(language);
    // A model with everything that can be loaded beside it.
    m_window->store().edit([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3.5-27B"}; });
    QCoreApplication::processEvents();
    QVERIFY(m_window->findChild<QWidget*>(u"mtpBox"_s)->isVisible());
    QStringList faults;
    std::map<QString, QString> ofWindow; // menus and the panel share Alt
    const auto take = [&](const QString& text) {
        const QString key = mnemonicOf(text);
        if (key.isEmpty() || !ofWindow.emplace(key, text).second) {
            faults += text + u" / "_s + ofWindow[key];
        }
    };
    for (const QAction* action : m_window->menuBar()->actions()) {
        take(action->text());
        // The languages have their own names, and recent files are paths.
        if (action->menu()->objectName() != u"languageMenu"_s) {
            examine(*action->menu(), faults);
        }
    }
    for (const auto* label : m_window->findChild<ScenarioPanel*>()->findChildren<QLabel*>()) {
        if (label->buddy() != nullptr && label->isVisible()) {
            take(label->text());
        }
    }
    take(m_window->findChild<QToolButton*>(u"advancedButton"_s)->text());
    take(m_window->findChild<QToolButton*>(u"placementButton"_s)->text());
    QVERIFY(ofWindow.size() >= 17);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestKeyboard::mnemonicsReachTheControls() {
    for (const QString& code : {u"en"_s, u"zh_TW"_s}) {
        use(code);
        for (const auto& [key, name] : {std::pair{Qt::Key_M, "modelPicker"}, std::pair{Qt::Key_C, "contextSlider"},
                                        std::pair{Qt::Key_K, "kvTypeList"}, std::pair{Qt::Key_O, "ramBox"}}) {
            m_window->comparison().chart().setFocus();
            QTest::keyClick(m_window.get(), key, Qt::AltModifier);
            QVERIFY2(m_window->findChild<QWidget*>(QString::fromLatin1(name))->hasFocus(), name);
        }
    }
}

void TestKeyboard::everyShortcutIsListed_data() { languageRows(); }

void TestKeyboard::everyShortcutIsListed() {
    QFETCH(QString, language);
    use(language);
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto* const list = m_window->findChild<QTableWidget*>(u"shortcutsTable"_s);
    QVERIFY(list != nullptr);
    QStringList listed;
    for (int row = 0; row < list->rowCount(); ++row) {
        QVERIFY(!list->item(row, 0)->text().isEmpty() && !list->item(row, 0)->text().contains(u'&'));
        listed += list->item(row, 1)->text().split(u", "_s);
    }
    const auto isListed = [&listed](const QKeySequence& keys) {
        return listed.contains(keys.toString(QKeySequence::NativeText));
    };
    int shortcuts = 0;
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            // A text field's own menu has the shortcuts of every text field.
            if (qobject_cast<const QLineEdit*>(action->parent()) == nullptr) {
                QVERIFY2(isListed(keys), qPrintable(keys.toString()));
                ++shortcuts;
            }
        }
    }
    QVERIFY(shortcuts >= 12);
    for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown,
                              Qt::Key_Return, Qt::Key_Escape}) {
        QVERIFY2(isListed(QKeySequence(key)), qPrintable(QKeySequence(key).toString()));
    }
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
