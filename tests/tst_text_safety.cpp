// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/catalog/json_reader.h"
#include "core/units/utf8.h"
#include "ui/settings/settings.h"
#include "ui/store/scenario_store.h"
#include "ui/table/row_table_model.h"
#include "ui/table/table_copy.h"
#include "ui/text/labels.h"
#include "ui/text/scenario_text.h"
#include "ui/text/shown_text.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QLabel>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTextDocument>

#include <fstream>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

// Names from files and paths are shown as they are: never as markup, never with characters that change how the text
// around them reads, never as a formula of a spreadsheet.

namespace {

// What a name may try: markup, the override of the writing direction, a terminal's escape, a bell, a C1 control.
constexpr auto kHostile = "<img src='x'>\u202Eexe.\x1B[31m\x07\u009B2J";
constexpr auto kShown = "<img src='x'>\\u202Eexe.\\u001B[31m\\u0007\\u009B2J";

bool isPlain(const QString& text) {
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c != u'\n' &&
               (c.category() == QChar::Other_Control || (c.unicode() >= 0x200E && c.unicode() <= 0x200F) ||
                (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069));
    });
}

/// A tooltip is plain, or it is markup in which the hostile name is escaped.
bool isSafeToolTip(const QString& text) { return isPlain(text) && !text.contains(u"<img"_s); }

/// The shipped catalogue with a model, a card and a weight format of hostile names.
CatalogLoad hostileCatalog() {
    const QTemporaryDir folder;
    const auto edit = [&folder](const char* file, const char* list, const char* key, const char* known) {
        std::ifstream in(std::string(CATALOG_DIR "/") + file);
        Json json = Json::parse(in);
        Json entry;
        for (const Json& each : json[list]) {
            if (each.at(key).get<std::string>() == known) {
                entry = each;
            }
        }
        entry[key] = kHostile;
        entry["aliases"] = Json::array();
        if (entry.contains("name")) {
            entry["name"] = kHostile;
        }
        json[list] = Json::array({entry});
        std::ofstream(folder.path().toStdString() + "/" + file) << json.dump();
    };
    edit("models.json", "models", "id", "Qwen/Qwen3-14B");
    edit("gpus.json", "gpus", "name", "GeForce RTX 4090");
    edit("weight_formats.json", "weight_formats", "id", "Q4_K_M");
    return loadCatalog(folder.path().toStdString());
}

Scenario hostileScenario() {
    Scenario scenario;
    scenario.model = CatalogName{kHostile};
    scenario.weights = kHostile;
    scenario.view.rows = {{kHostile, 1}, {kHostile, 2}};
    return scenario;
}

} // namespace

class TestTextSafety : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void showsWhatIsInvisible_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("plain") << QByteArray("Qwen3 14B · 千问 é") << QByteArray("Qwen3 14B · 千问 é");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\\u0000b");
        QTest::newRow("line end and tab") << QByteArray("a\r\n\tb") << QByteArray("a\\u000D\\u000A\\u0009b");
        QTest::newRow("escape sequence") << QByteArray("\x1B[2J") << QByteArray("\\u001B[2J");
        QTest::newRow("delete and C1") << QByteArray("\x7F\u0085\u009B") << QByteArray("\\u007F\\u0085\\u009B");
        QTest::newRow("overrides") << QByteArray("\u202A\u202B\u202C\u202D\u202E")
                                   << QByteArray("\\u202A\\u202B\\u202C\\u202D\\u202E");
        QTest::newRow("isolates") << QByteArray("\u2066\u2067\u2068\u2069")
                                  << QByteArray("\\u2066\\u2067\\u2068\\u2069");
        QTest::newRow("marks") << QByteArray("\u200E\u200F\u061C") << QByteArray("\\u200E\\u200F\\u061C");
        QTest::newRow("line separators") << QByteArray("\u2028\u2029") << QByteArray("\\u2028\\u2029");
        QTest::newRow("zero width") << QByteArray("a\u200Bb\uFEFF") << QByteArray("a\\u200Bb\\uFEFF");
        QTest::newRow("tag") << QByteArray("\U000E0041") << QByteArray("\\uDB40\\uDC41");
        QTest::newRow("joined emoji") << QByteArray("\U0001F468\u200D\U0001F4BB") // as it is
                                      << QByteArray("\U0001F468\u200D\U0001F4BB");
        QTest::newRow("no UTF-8") << QByteArray("a\xFF\xC0\x80z") << QByteArray("a\\xFF\\xC0\\x80z");
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\\xED\\xA0\\x80");
        QTest::newRow("cut") << QByteArray("\xE5\x8D") << QByteArray("\\xE5\\x8D");
    }
    void showsWhatIsInvisible() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, shown);
        const std::string bytes = text.toStdString();
        QCOMPARE(QByteArray::fromStdString(visibleText(bytes)), shown);
        QCOMPARE(shownText(bytes), QString::fromUtf8(shown));
        QCOMPARE(shownText(shownText(bytes)), QString::fromUtf8(shown)); // a second time changes nothing
    }

    void leavesOutTheMiddleOfLongNames() {
        const std::string name = "start" + std::string(100'000, 'x') + "end.gguf";
        const QString shown = shownText(name);
        QCOMPARE(shown.size(), 300);
        QVERIFY(shown.startsWith(u"startx"_s) && shown.endsWith(u"xend.gguf"_s) && shown.contains(QChar(0x2026)));
        QVERIFY(errorText({ErrorCode::UnknownModel, name, {name, name}}).size() < 2'000);
    }

    void jsonKeepsItsData() {
        const nlohmann::ordered_json json{{"name", kHostile}, {"tag", "\U000E0041"}};
        const std::string text = visibleJson(json.dump(1));
        QVERIFY(isPlain(QString::fromStdString(text)));
        QCOMPARE(nlohmann::ordered_json::parse(text).dump(), json.dump());
    }

    void toolTipsAreNoMarkup() {
        QCOMPARE(plainToolTip(u"a < b"_s), u"a < b"_s);
        QVERIFY(Qt::mightBeRichText(QString::fromUtf8(kHostile)));
        QTextDocument document;
        document.setHtml(plainToolTip(shownText(std::string_view(kHostile))));
        QCOMPARE(document.toPlainText(), QString::fromUtf8(kShown));
    }

    void errorsAndNotesShowNames() {
        QVERIFY(
            errorText({ErrorCode::UnknownModel, kHostile, {kHostile, kHostile}}).contains(QString::fromUtf8(kShown)));
        QVERIFY(isPlain(errorText({ErrorCode::FileUnreadable, {}, {kHostile, kHostile}})));
        QVERIFY(isPlain(noteText({"no-gguf", {kHostile}})));
        QVERIFY(isPlain(rowLabel({kHostile, 2})));
    }

    void copiedCellsAreNoFormulas_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("copied");
        QTest::newRow("text") << u"RTX 4090"_s << u"RTX 4090"_s;
        QTest::newRow("=") << u"=HYPERLINK(1)"_s << u"'=HYPERLINK(1)"_s;
        QTest::newRow("+") << u"+1"_s << u"'+1"_s;
        QTest::newRow("-") << u"-1"_s << u"'-1"_s;
        QTest::newRow("@") << u"@SUM(1)"_s << u"'@SUM(1)"_s;
        QTest::newRow("full-width =") << u"\uFF1D1"_s << u"'\uFF1D1"_s;
        QTest::newRow("quote") << u"\"a"_s << u"'\"a"_s;
        QTest::newRow("behind a space") << u" =1"_s << u"' =1"_s;
        QTest::newRow("behind a tab") << u"\t=1"_s << u"' =1"_s;
        QTest::newRow("behind a line end") << u"\r\n=1"_s << u"'  =1"_s;
        QTest::newRow("tab within") << u"a\t=1"_s << u"a =1"_s;
    }
    void copiedCellsAreNoFormulas() {
        QFETCH(const QString, cell);
        QFETCH(const QString, copied);
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"Card"_s, u"Verdict"_s, u"Left"_s});
        model.setData(model.index(0, 0), cell);
        model.setData(model.index(0, 2), u"-1.5"_s); // a figure of the program's own
        QCOMPARE(tableAsText(model, {0}, {0, 2}), u"Card\tLeft\n"_s + copied + u"\t\u22121.5\n"_s);
    }

    void theTableShowsNames() {
        const CatalogLoad catalog = hostileCatalog();
        QVERIFY(catalog.problems.empty());
        ScenarioStore store(catalog.catalog);
        store.setScenario(hostileScenario());
        QVERIFY(store.snapshot().resolved.has_value());
        RowTableModel model([&store](const std::string& name) { return store.catalog().findGpu(name); });
        model.setRows(store.snapshot().rows);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0, 0).data().toString().contains(QString::fromUtf8(kShown)));
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                QVERIFY(isPlain(index.data().toString()));
                QVERIFY(isPlain(index.data(Qt::AccessibleTextRole).toString()));
                QVERIFY(isSafeToolTip(index.data(Qt::ToolTipRole).toString()));
            }
        }
        QVERIFY(isPlain(scenarioLine(store.snapshot())));
    }

    void theWindowShowsNames() {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        MainWindow window(hostileCatalog(), settings);
        window.store().setScenario(hostileScenario());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        int seen = 0;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            QVERIFY2(label == nullptr || label->textFormat() == Qt::PlainText,
                     label == nullptr ? "" : qPrintable(label->objectName() + label->text()));
            QVERIFY2(isSafeToolTip(widget->toolTip()), qPrintable(widget->objectName()));
            QAccessibleInterface* const accessible =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value}) {
                const QString text = accessible == nullptr ? QString() : accessible->text(kind);
                QVERIFY2(isPlain(text), qPrintable(widget->objectName()));
                seen += text.contains(QString::fromUtf8(kShown)) ? 1 : 0;
            }
            for (const QAbstractItemModel* list : widget->findChildren<QAbstractItemModel*>()) {
                for (int row = 0; row < list->rowCount(); ++row) {
                    QVERIFY(isPlain(list->index(row, 0).data().toString()));
                    QVERIFY(isSafeToolTip(list->index(row, 0).data(Qt::ToolTipRole).toString()));
                }
            }
        }
        QVERIFY(seen > 0);
    }
};

QTEST_MAIN(TestTextSafety)
#include "tst_text_safety.moc"
