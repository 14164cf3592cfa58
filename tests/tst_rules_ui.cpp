// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped_catalog.h"
#include "ui/language/language_switcher.h"
#include "ui/rules/rules_dialog.h"
#include "ui/rules/rules_source.h"
#include "ui/rules/rules_table.h"
#include "ui/rules/rules_text.h"
#include "ui/store/history.h"
#include "ui/theme/theme.h"
#include "ui/why/rule_text.h"
#include "ui/why/why_document.h"
#include "ui/window/examples_menu.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

bool hasHan(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

constexpr std::array kViews{"rulesView", "referenceView", "cardsView"};

} // namespace

/// The tables of rules as a user meets them in the window.
class TestRulesUi : public QObject {
    Q_OBJECT

private slots:
    void init() {
        LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        m_window = std::make_unique<MainWindow>(facts(), *m_settings);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_settings.reset();
        LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    }

    void threeTablesAreFilled() {
        RulesDialog& dialog = open();
        const auto* const tabs = dialog.findChild<QTabWidget*>(u"rulesTabs"_s);
        QCOMPARE(tabs->count(), 3);
        QCOMPARE(table(dialog, 0).rowCount(), static_cast<int>(statedRules().size()));
        QCOMPARE(table(dialog, 1).rowCount(), static_cast<int>(recommendations().size() + referenceRemarks().size()));
        QCOMPARE(table(dialog, 2).rowCount(), static_cast<int>(cardClaims().size() + contestCases().size()));
        // Llama 2 7B in FP16: 6,738,415,616 x 2 bytes and its norms are 13.48 GB; three figures.
        const RulesEntry& entry = table(dialog, 0).entries().at(5);
        QCOMPARE(entry.what, u"Weights of a 7B in FP16"_s);
        QCOMPARE(entry.said, u"14\u00A0GB"_s);
        QCOMPARE(entry.found, u"13.5\u00A0GB"_s);
        QCOMPARE(entry.agreement, u"Agrees"_s);
        QCOMPARE(entry.sign, Verdict::Fits);
        QVERIFY(entry.why.isEmpty());
        // It stays beside the window.
        QVERIFY(!dialog.isModal());
        m_window->findChild<QAction*>(u"rulesAction"_s)->trigger();
        QCOMPARE(m_window->findChildren<RulesDialog*>().size(), 1);
    }

    void everyCellHasWords_data() { languages(); }

    void everyCellHasWords() {
        QFETCH(QString, language);
        RulesDialog& dialog = open();
        LanguageSwitcher::ofApplication().setLanguage(language);
        QCoreApplication::processEvents();
        for (int tab = 0; tab < 3; ++tab) {
            const RulesTable& rows = table(dialog, tab);
            for (const RulesEntry& entry : rows.entries()) {
                for (const QString& text : {entry.what, entry.conditions, entry.said, entry.found, entry.agreement}) {
                    QVERIFY2(!text.isEmpty() && !text.contains(u"%1"_s), qPrintable(entry.what));
                }
                QCOMPARE(entry.why.isEmpty(), entry.sign == Verdict::Fits);
                if (language != u"en") {
                    QVERIFY2(hasHan(entry.what) && hasHan(entry.agreement), qPrintable(entry.what));
                    QVERIFY2(entry.why.isEmpty() || hasHan(entry.why), qPrintable(entry.why));
                }
            }
        }
        std::set<QString> mnemonics;
        const auto* const tabs = dialog.findChild<QTabWidget*>(u"rulesTabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            QVERIFY(mnemonics.insert(QKeySequence::mnemonic(tabs->tabText(i)).toString()).second);
        }
        for (const char* name : {"openRule", "copyRules"}) {
            const QString text = dialog.findChild<QPushButton*>(QString::fromLatin1(name))->text();
            QVERIFY2(mnemonics.insert(QKeySequence::mnemonic(text).toString()).second, qPrintable(text));
        }
        for (const char* name : kViews) {
            QVERIFY(!dialog.findChild<QTableView*>(QString::fromLatin1(name))->accessibleName().isEmpty());
        }
    }

    void unitsFollowTheWindow() {
        RulesDialog& dialog = open();
        const QString before = table(dialog, 1).entries().front().found;
        QVERIFY(before.contains(u"GiB"_s));
        m_settings->setByteUnit(ByteUnit::GB);
        const QString after = table(dialog, 1).entries().front().found;
        QVERIFY(!after.contains(u"GiB"_s) && after != before);
    }

    void enterAsksTheQuestion() {
        RulesDialog& dialog = open();
        const Scenario before = m_window->store().scenario();
        auto* const view = dialog.findChild<QTableView*>(u"rulesView"_s);
        const QModelIndex index = view->model()->index(7, 0);
        view->setCurrentIndex(index);
        QVERIFY(dialog.findChild<QPushButton*>(u"openRule"_s)->isEnabled());
        QTest::keyClick(view, Qt::Key_Return);
        const Scenario& wanted = table(dialog, 0).entries().at(7).scenario;
        QVERIFY(m_window->store().scenario() == wanted);
        QVERIFY(dialog.isVisible());
        m_window->findChild<QAction*>(u"undoAction"_s)->trigger();
        QVERIFY(m_window->store().scenario() == before);
        // The button does the same on another tab.
        dialog.findChild<QTabWidget*>(u"rulesTabs"_s)->setCurrentIndex(2);
        dialog.findChild<QPushButton*>(u"openRule"_s)->click();
        QVERIFY(m_window->store().scenario() == table(dialog, 2).entries().front().scenario);
    }

    void rowsAreCopied() {
        RulesDialog& dialog = open();
        auto* const view = dialog.findChild<QTableView*>(u"rulesView"_s);
        view->selectRow(3);
        dialog.findChild<QPushButton*>(u"copyRules"_s)->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.front().split(u'\t').size(), 6);
        QVERIFY(lines.back().startsWith(u"INT4: bytes per parameter\t"_s));
        // 4.5 bits a weight and more for the output layer.
        QVERIFY(lines.back().contains(u"0.569"_s) || lines.back().contains(u"0.568"_s));
    }

    void signsFollowTheTheme() {
        RulesDialog& dialog = open();
        const QModelIndex index = table(dialog, 0).index(0, RulesTable::Agreement);
        QPalette palette = themePalette(true);
        dialog.setPalette(palette);
        QCOMPARE(index.data(Qt::ForegroundRole).value<QColor>(), verdictColour(Verdict::Fits, true));
        dialog.setPalette(themePalette(false));
        QCOMPARE(index.data(Qt::ForegroundRole).value<QColor>(), verdictColour(Verdict::Fits, false));
    }

    void whySaysTheRule() {
        m_window->store().edit([](Scenario& scenario) {
            scenario.model = CatalogName{"meta-llama/Llama-2-7b-chat-hf"};
            scenario.weights = "F16";
            scenario.context = 4096;
            scenario.view.rows = {{"RTX 4090", 1}};
        });
        const auto html = [this](std::optional<MemoryPart> part) {
            const Snapshot& snapshot = m_window->store().snapshot();
            return whyHtml(whyContent(snapshot, 0, part, m_window->store().catalog()), snapshot.rows.at(0),
                           ByteUnit::GiB, false);
        };
        // 13.477 GB of weights x 1.3 are 16.32 GiB.
        QVERIFY2(html(std::nullopt).contains(u"Rule of thumb: weights × 1.3 = 16.32\u00A0GiB, here "_s),
                 qPrintable(html(std::nullopt)));
        QVERIFY(!html(MemoryPart::Weights).contains(u"Rule of thumb"_s));
        m_window->store().edit([](Scenario& scenario) {
            scenario.model = CatalogName{"meta-llama/Llama-3.1-8B-Instruct"};
            scenario.context = 32'768;
        });
        QVERIFY(html(std::nullopt).contains(u"weights × 1.3 × 1.5 = "_s));
        m_window->store().edit([](Scenario& scenario) { scenario.batch = 16; });
        QVERIFY(!html(std::nullopt).contains(u"Rule of thumb"_s));
    }

    void examplesHaveTitles_data() { languages(); }

    void examplesHaveTitles() {
        QFETCH(QString, language);
        LanguageSwitcher::ofApplication().setLanguage(language);
        QCoreApplication::processEvents();
        auto* const menu = m_window->findChild<ExamplesMenu*>(u"examplesMenu"_s);
        QVERIFY(menu->actions().size() >= 6);
        for (const QAction* group : menu->actions()) {
            QVERIFY(!group->text().isEmpty());
            for (const QAction* step : group->menu<QMenu*>()->actions()) {
                QVERIFY2(!step->text().isEmpty(), qPrintable(step->objectName()));
            }
        }
        m_window->findChild<QAction*>(u"team-24"_s)->trigger();
        QCOMPARE(m_window->store().scenario().runtime.name, std::string("vLLM"));
        QCOMPARE(m_window->store().snapshot().rows.size(), std::size_t{3});
    }

private:
    static void languages() {
        QTest::addColumn<QString>("language");
        for (const QString& code : {u"en"_s, u"zh_TW"_s, u"zh_CN"_s}) {
            QTest::newRow(qPrintable(code)) << code;
        }
    }
    RulesDialog& open() {
        m_window->findChild<QAction*>(u"rulesAction"_s)->trigger();
        auto* const dialog = m_window->findChild<RulesDialog*>();
        if (dialog == nullptr || !QTest::qWaitForWindowExposed(dialog) ||
            !QTest::qWaitFor([dialog] { return table(*dialog, 0).rowCount() > 0; }, 30'000)) {
            qFatal("the dialog does not open");
        }
        return *dialog;
    }
    static RulesTable& table(const RulesDialog& dialog, int tab) {
        auto* const view = dialog.findChild<QTableView*>(QString::fromLatin1(kViews.at(static_cast<std::size_t>(tab))));
        return *qobject_cast<RulesTable*>(view->model());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestRulesUi)
#include "tst_rules_ui.moc"
