// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/training_table.h"
#include "ui/band/elided_label.h"
#include "ui/cards/gpu_picker.h"
#include "ui/language/language_switcher.h"
#include "ui/store/fit_advisor.h"
#include "ui/store/limit_advisor.h"
#include "ui/window/about_dialog.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

/// Every text that a person can read, see or hear in the open widgets, by where it stands.
std::map<QString, QString> textsOf(QWidget& top) {
    std::map<QString, QString> texts;
    const auto note = [&texts](const QObject* object, const QString& what, const QString& text) {
        if (!text.isEmpty()) {
            const QString where = QString::fromLatin1(object->metaObject()->className()) + u' ' + object->objectName() +
                                  u' ' + QString::number(reinterpret_cast<quintptr>(object), 16) + u' ' + what;
            texts[where] = text;
        }
    };
    QList<QWidget*> widgets = top.findChildren<QWidget*>();
    widgets.append(&top);
    for (QWidget* widget : widgets) {
        note(widget, u"toolTip"_s, widget->toolTip());
        note(widget, u"accessibleName"_s, widget->accessibleName());
        note(widget, u"accessibleDescription"_s, widget->accessibleDescription());
        if (widget->isWindow() && !widget->windowTitle().isEmpty()) {
            note(widget, u"windowTitle"_s, widget->windowTitle());
        }
        // Whatever has a text: labels, buttons, the program's own widgets.
        if (widget->metaObject()->indexOfProperty("text") >= 0) {
            note(widget, u"text"_s, widget->property("text").toString());
        }
        if (const auto* label = qobject_cast<ElidedLabel*>(widget)) {
            note(widget, u"text"_s, label->text());
        }
        if (const auto* line = qobject_cast<QLineEdit*>(widget)) {
            note(widget, u"placeholder"_s, line->placeholderText());
        }
        if (const auto* list = qobject_cast<QComboBox*>(widget)) {
            for (int i = 0; i < list->count(); ++i) {
                note(widget, u"item %1"_s.arg(i), list->itemText(i));
            }
        }
        if (const auto* menu = qobject_cast<QMenu*>(widget)) {
            note(widget, u"title"_s, menu->title());
        }
        if (const auto* table = qobject_cast<QTableView*>(widget)) {
            for (int i = 0; i < table->model()->columnCount(); ++i) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
                    note(widget, u"header %1 %2"_s.arg(i).arg(role),
                         table->model()->headerData(i, Qt::Horizontal, role).toString());
                }
            }
        }
    }
    for (const QAction* action : top.findChildren<QAction*>()) {
        note(action, u"text"_s, action->text());
        note(action, u"toolTip"_s, action->toolTip());
    }
    return texts;
}

/// Proper names, units and figures: the same in every language.
bool isUntranslatable(QString text) {
    static const QRegularExpression names(
        u"Qwen/?[\\w.-]*|llama\\.cpp|Ollama|LM "
        u"Studio|text-generation-webui|vLLM|SGLang|TensorRT-LLM|Transformers|MLX|ExLlama|"
        "[Ff]lash "
        "attention|QLoRA|LoRA|DoRA|DPO|GRPO|PPO|ZeRO|FSDP|FP32|GGUF|GeForce|RTX|PRO|Blackwell|Workstation|Ada|Apple|M4 "
        "Max|-core "
        "GPU|A100|SXM4|\\bTi\\b|NVIDIA|AMD|Intel|"
        "English|繁體中文|简体中文|Language / 語言 / 语言|VRAM Sizer|\\b[KMGT]?i?B\\b|\\bGPU\\b|tok/s|"
        "\\b(I?Q\\d|TQ\\d|MXFP4|NVFP4|F16|F32|BF16|FP8|q\\d|f16|f32|bf16|iq4)[\\w-]*"_s);
    // Optimizers are called the same everywhere.
    if (std::ranges::any_of(optimizerTable(), [&text](const OptimizerRow& row) {
            return text == QLatin1StringView(row.name.data(), static_cast<qsizetype>(row.name.size()));
        })) {
        return true;
    }
    text.remove(u'&').remove(names);
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    return !text.contains(word);
}

bool hasHan(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private slots:
    void systemLanguages_data();
    void systemLanguages();
    void namesFromTheCommandLine_data();
    void namesFromTheCommandLine();
    void everyLanguageHasAName();
    void switchLeavesNoStringBehind_data();
    void switchLeavesNoStringBehind();
    void chineseTextsDiffer();
    void numbersFollow();
    void qtsOwnTextsFollow();
    void hanGlyphsOfTheLanguage();
    void latinTextIsOfTheSystemsFont();
    void unknownCodeIsEnglish();

private:
    static void use(const QString& code) {
        LanguageSwitcher::ofApplication().setLanguage(code);
        QCoreApplication::processEvents(); // LanguageChange comes from the event loop
    }
};

void TestLanguage::systemLanguages_data() {
    QTest::addColumn<QStringList>("system");
    QTest::addColumn<QString>("code");
    QTest::newRow("Taiwan") << QStringList{u"zh-TW"_s, u"zh-Hant-TW"_s, u"zh"_s} << u"zh_TW"_s;
    QTest::newRow("Hong Kong") << QStringList{u"zh-HK"_s} << u"zh_TW"_s;
    QTest::newRow("Macau") << QStringList{u"zh-MO"_s} << u"zh_TW"_s;
    QTest::newRow("Hant") << QStringList{u"zh-Hant"_s} << u"zh_TW"_s;
    QTest::newRow("Cantonese") << QStringList{u"yue-HK"_s} << u"zh_TW"_s;
    QTest::newRow("China") << QStringList{u"zh-CN"_s, u"zh-Hans-CN"_s} << u"zh_CN"_s;
    QTest::newRow("Singapore") << QStringList{u"zh-SG"_s} << u"zh_CN"_s;
    QTest::newRow("Hans") << QStringList{u"zh-Hans"_s} << u"zh_CN"_s;
    QTest::newRow("script beats territory") << QStringList{u"zh-Hans-HK"_s} << u"zh_CN"_s;
    QTest::newRow("script beats territory, the other way") << QStringList{u"zh-Hant-CN"_s} << u"zh_TW"_s;
    QTest::newRow("Chinese") << QStringList{u"zh"_s} << u"zh_CN"_s;
    QTest::newRow("England") << QStringList{u"en-GB"_s} << u"en"_s;
    QTest::newRow("German, then Chinese") << QStringList{u"de-DE"_s, u"zh-TW"_s} << u"zh_TW"_s;
    QTest::newRow("English, then Chinese") << QStringList{u"en-US"_s, u"zh-TW"_s} << u"en"_s;
    QTest::newRow("German") << QStringList{u"de-DE"_s, u"de"_s} << u"en"_s;
    QTest::newRow("C") << QStringList{u"C"_s} << u"en"_s;
    QTest::newRow("none") << QStringList{} << u"en"_s;
}

void TestLanguage::systemLanguages() {
    QFETCH(QStringList, system);
    QFETCH(QString, code);
    QCOMPARE(LanguageSwitcher::codeFor(system), code);
}

void TestLanguage::namesFromTheCommandLine_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("code") << u"zh_TW"_s << u"zh_TW"_s;
    QTest::newRow("tag") << u"zh-tw"_s << u"zh_TW"_s;
    QTest::newRow("POSIX") << u"zh_CN.UTF-8"_s << u"zh_CN"_s;
    QTest::newRow("English") << u"en_US"_s << u"en"_s;
    QTest::newRow("not there") << u"fr"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("nonsense") << u"../../etc"_s << QString();
}

void TestLanguage::namesFromTheCommandLine() {
    QFETCH(QString, name);
    QFETCH(QString, code);
    QCOMPARE(LanguageSwitcher::codeForName(name), code);
}

void TestLanguage::everyLanguageHasAName() {
    QCOMPARE(LanguageSwitcher::codes(), (QStringList{u"zh_TW"_s, u"zh_CN"_s, u"en"_s}));
    QCOMPARE(LanguageSwitcher::endonym(u"zh_TW"_s), u"繁體中文"_s);
    QCOMPARE(LanguageSwitcher::endonym(u"zh_CN"_s), u"简体中文"_s);
}

void TestLanguage::switchLeavesNoStringBehind_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("remarks");
    QTest::newRow("zh_TW, as started") << u"zh_TW"_s << false;
    QTest::newRow("zh_CN, as started") << u"zh_CN"_s << false;
    QTest::newRow("zh_TW, with remarks") << u"zh_TW"_s << true;
    QTest::newRow("zh_CN, with remarks") << u"zh_CN"_s << true;
}

void TestLanguage::switchLeavesNoStringBehind() {
    QFETCH(QString, code);
    QFETCH(bool, remarks);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    settings.setAdvancedOpen(true);
    use(u"en"_s);
    MainWindow window(loadCatalog(), settings);
    window.show();
    GpuPicker picker(window.store().sharedCatalog(), ScenarioStore::defaultRows(), &window);
    AboutDialog about(window.store().catalog(), &window);
    if (remarks) {
        // Remarks, hints and a message too: they were made before the switch.
        window.store().edit([](Scenario& scenario) {
            scenario.context = 400000;
            scenario.view.sort = "verdict";
        });
        window.store().setVerdictFilter(Verdict::Offload);
        window.openScenario(folder.filePath(u"no such file"_s));
        QSignalSpy advice(window.findChild<FitAdvisor*>(), &FitAdvisor::found);
        QVERIFY(advice.wait()); // more buttons
    }
    // What sliders say of the largest value that fits is found in a thread.
    const auto* const limits = window.findChild<LimitAdvisor*>();
    QVERIFY(limits != nullptr);
    for (const ZoneKind kind : {ZoneKind::Size, ZoneKind::Weights, ZoneKind::Context, ZoneKind::Batch}) {
        QTRY_VERIFY(limits->zones(kind).current);
    }
    use(code);
    use(u"en"_s); // every text has been made anew once
    const std::map<QString, QString> english = textsOf(window);
    QVERIFY(english.size() > 100);

    use(code);
    const std::map<QString, QString> chinese = textsOf(window);
    for (const auto& [where, text] : english) {
        const auto now = chinese.find(where);
        QVERIFY2(now != chinese.end(), qPrintable(where));
        // A plural that lupdate did not find shows its raw form in every language.
        QVERIFY2(!text.contains(u"(s)"_s) && !now->second.contains(u"(s)"_s), qPrintable(text));
        if (!isUntranslatable(text)) {
            QVERIFY2(now->second != text && hasHan(now->second), qPrintable(where + u": "_s + now->second));
        }
    }
    use(u"en"_s);
    for (const auto& [where, text] : textsOf(window)) {
        QCOMPARE(text, english.at(where));
    }
}

void TestLanguage::chineseTextsDiffer() {
    // A zh_CN interface in zh_TW's words, or the reverse, would be the same text in most places.
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    MainWindow window(loadCatalog(), settings);
    use(u"zh_TW"_s);
    const std::map<QString, QString> taiwan = textsOf(window);
    use(u"zh_CN"_s);
    int same = 0;
    int han = 0;
    for (const auto& [where, text] : textsOf(window)) {
        if (hasHan(text) && !text.contains(u"語言"_s) && !text.contains(u"中文"_s)) {
            ++han;
            same += taiwan.at(where) == text ? 1 : 0;
        }
    }
    QVERIFY2(han > 80 && same * 4 < han, qPrintable(QString::number(same) + u" of "_s + QString::number(han)));
    use(u"zh_TW"_s);
    QVERIFY(window.windowTitle().contains(u"顯示記憶體"_s));
    use(u"zh_CN"_s);
    QVERIFY(window.windowTitle().contains(u"显存"_s));
    use(u"en"_s);
}

void TestLanguage::numbersFollow() {
    use(u"zh_TW"_s);
    QCOMPARE(QLocale(), QLocale(u"zh_TW"_s));
    QCOMPARE(QWidget().locale(), QLocale(u"zh_TW"_s));
    QWidget open;
    use(u"en"_s);
    QCOMPARE(open.locale().language(), QLocale::English);
}

void TestLanguage::qtsOwnTextsFollow() {
    use(u"zh_TW"_s);
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    if (!hasHan(box.button(QDialogButtonBox::Cancel)->text())) {
        QSKIP("Qt's own translations are not installed");
    }
    QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), u"取消"_s);
    use(u"en"_s);
}

void TestLanguage::hanGlyphsOfTheLanguage() {
    use(u"zh_TW"_s);
    const QStringList taiwan = hanFontFamilies(u"zh_TW"_s);
    QCOMPARE(QApplication::font().families(), taiwan);
    const QStringList china = hanFontFamilies(u"zh_CN"_s);
    QCOMPARE(taiwan.front(), china.front()); // Latin text looks the same
    if (taiwan.size() < 2 || china.size() < 2) {
        QSKIP("no font with Han glyphs");
    }
    QVERIFY(taiwan != china);
    // 骨 has another shape in Taiwan and on the mainland.
    const auto picture = [](const QString& code) {
        QLabel label(u"骨"_s);
        QFont font = label.font();
        font.setFamilies(hanFontFamilies(code));
        font.setPixelSize(40);
        label.setFont(font);
        return label.grab().toImage();
    };
    QVERIFY(picture(u"zh_TW"_s) != picture(u"zh_CN"_s));
    use(u"en"_s);
}

void TestLanguage::latinTextIsOfTheSystemsFont() {
    use(u"en"_s);
    const QStringList families = hanFontFamilies(u"en"_s);
    if (families.size() < 2) {
        QSKIP("no font with Han glyphs");
    }
    // An apostrophe is narrower than a letter; of a Han font it is as wide as a character.
    const QFontMetricsF metrics(QApplication::font());
    QVERIFY(metrics.horizontalAdvance(u'\u2019') < metrics.horizontalAdvance(u'n'));
}

void TestLanguage::unknownCodeIsEnglish() {
    use(u"zh_TW"_s);
    use(u"tlh"_s);
    QCOMPARE(LanguageSwitcher::ofApplication().language(), u"en"_s);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
