// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario_json.h"
#include "core/scenario/scenario_link.h"
#include "fake_snapshot.h"
#include "shipped_catalog.h"
#include "ui/chart/bar_chart.h"
#include "ui/language/language_switcher.h"
#include "ui/takeaway/report_html.h"
#include "ui/takeaway/report_pages.h"
#include "ui/takeaway/report_rows.h"
#include "ui/takeaway/report_text.h"
#include "ui/takeaway/report_writer.h"
#include "ui/takeaway/summary_text.h"
#include "ui/takeaway/take_away.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGraphicsView>
#include <QGuiApplication>
#include <QPrinter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace vram;
using namespace vram::ui;
using namespace Qt::StringLiterals;

namespace {

const Catalog& catalog() { return *facts().catalog; }

/// A day and a version of their own.
ReportOptions fixed() {
    ReportOptions options;
    options.date = QDate(2026, 11, 29);
    options.version = u"1.2.3"_s;
    return options;
}

/// Needs 10.5 GiB; the card of 8 GB is 3 GiB short, those of 12 and 24 GB have 1 and 13 left.
Snapshot snapshot() {
    Snapshot result = fake::snapshot();
    result.rows[2].report.value().command = "llama-server -m model.gguf -c 8192";
    return result;
}

/// Names that would do harm where a writer forgot to escape them.
Snapshot hostile() {
    Snapshot result = snapshot();
    result.resolved->model.name = "<script>alert(1)</script>|`*_";
    result.scenario.seen.note = "\"></td><img src=x onerror=alert(2)>";
    for (Row& row : result.rows) {
        row.report.value().modelName = result.resolved->model.name;
    }
    result.rows[0].choice.name = "=cmd|' /C calc'!A0";
    result.rows[1].choice.name = "\"quoted, and\nbroken\"";
    return result;
}

QString html(const Snapshot& of) { return QString::fromUtf8(reportBytes(ReportKind::Html, of, catalog(), fixed())); }

/// Pages, fonts and pictures of a PDF, as its objects say; the pages' contents are compressed.
qsizetype objects(const QByteArray& pdf, const QString& pattern) {
    return QRegularExpression(pattern).globalMatch(QString::fromLatin1(pdf)).hasNext()
               ? QString::fromLatin1(pdf).count(QRegularExpression(pattern))
               : 0;
}
qsizetype pagesOf(const QByteArray& pdf) { return objects(pdf, u"/Type\\s*/Page\\b(?!s)"_s); }

} // namespace

class TakeAwayTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void init() { LanguageSwitcher::ofApplication().setLanguage(u"en"_s); }

    void kindsFollowTheEnding();
    void dateMayBeGiven();
    void documentSaysWhatIsAsked();
    void markdownIsGolden();
    void markdownIsEscaped();
    void csvIsGolden();
    void csvCannotRun();
    void jsonHoldsEveryRow();
    void htmlStandsAlone();
    void htmlIsEscaped();
    void svgShowsTheChart();
    void pdfHasPagesAndFonts();
    void languagesDiffer();
    void foldersStayAtHome();
    void problemsAreSaid();
    void filesAreWholeOrNotThere();
    void summaryEndsWithTheLink();
    void windowCopiesAndPastesLinks();
    void windowWritesReports();
    void barsCopyTheirRow();
    void printerGetsThePages();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QByteArray contents(const QString& path) {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    std::unique_ptr<MainWindow> makeWindow() {
        m_settings = std::make_unique<Settings>(file(u"settings.ini"_s));
        auto window = std::make_unique<MainWindow>(facts(), *m_settings);
        window->show();
        return QTest::qWaitForWindowExposed(window.get()) ? std::move(window) : nullptr;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
};

void TakeAwayTest::kindsFollowTheEnding() {
    QCOMPARE(reportKind(u"a.pdf"_s), ReportKind::Pdf);
    QCOMPARE(reportKind(u"/x.y/a.b.HTM"_s), ReportKind::Html);
    QCOMPARE(reportKind(u"a.markdown"_s), ReportKind::Markdown);
    QVERIFY(!reportKind(u"a.docx"_s));
    QVERIFY(!reportKind(u"pdf"_s));
    const QStringList filters = reportFilters();
    QCOMPARE(filters.size(), reportEndings().size());
    QCOMPARE(filters.front(), u"PDF document (*.pdf)"_s);
}

void TakeAwayTest::dateMayBeGiven() {
    qputenv("SOURCE_DATE_EPOCH", "1000000000"); // 2001-09-09, 01:46:40 UTC
    QCOMPARE(reportDate(), QDate(2001, 9, 9));
    qputenv("SOURCE_DATE_EPOCH", "soon");
    QVERIFY(reportDate().daysTo(QDate::currentDate()) <= 1);
    qunsetenv("SOURCE_DATE_EPOCH");
}

void TakeAwayTest::documentSaysWhatIsAsked() {
    Snapshot asked = snapshot();
    asked.scenario.batch = 4;
    asked.scenario.machine.marginPercent = 15;
    asked.scenario.machine.ramGib = 96;
    const ReportDocument document = reportDocument(asked, catalog(), fixed());
    QCOMPARE(document.title, u"GPU memory of Qwen3 14B"_s);
    QCOMPARE(document.verdict, u"RTX 4090 24\u00A0GB: Fits"_s);
    QVERIFY2(document.answer.startsWith(u"needs 10.5\u00A0GiB · 13.0\u00A0GiB left"_s), qPrintable(document.answer));
    QVERIFY(document.assumptions.first().contains(u"15\u00A0%"_s));
    QCOMPARE(document.command, u"llama-server -m model.gguf -c 8192"_s);
    QVERIFY(*scenarioFromLink(document.link.toStdString()) == asked.scenario);
    QStringList facts;
    for (const ReportFact& fact : document.question) {
        facts += fact.label + u'=' + fact.value;
    }
    QVERIFY(facts.contains(u"Concurrent sequences=4"_s));
    QVERIFY(facts.contains(u"Context=8,192 tokens"_s));
    QVERIFY(facts.contains(u"KV cache=f16"_s));
    QVERIFY2(facts.contains(u"Other settings=machine.ram_gib = 96; machine.margin_percent = 15"_s),
             qPrintable(facts.join(u'|')));
    QVERIFY(document.made.startsWith(u"VRAM Sizer 1.2.3 · 11/29/26 · facts of "_s));
}

void TakeAwayTest::markdownIsGolden() {
    const QString text = QString::fromUtf8(reportBytes(ReportKind::Markdown, snapshot(), catalog(), fixed()));
    // 8.5 + 1.25 (shown as 1.3) + 0.25 + 0.5 = 10.5; usable 7.5, 11.5 and 23.5.
    const QStringList table{
        u"| Card | Verdict | Left | Total | Range | Weights | KV cache | Activations | Overhead | Usable |"_s,
        u"| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"_s,
        u"| RTX 4060 8 GB | Offload 33/41 | -3.0 | 10.5 | 10.5 | 8.5 | 1.3 | 0.3 | 0.5 | 7.5 |"_s,
        u"| RTX 3060 12 GB | Tight | 1.0 | 10.5 | 10.5 | 8.5 | 1.3 | 0.3 | 0.5 | 11.5 |"_s,
        u"| RTX 4090 24 GB | Fits | 13.0 | 10.5 | 10.5 | 8.5 | 1.3 | 0.3 | 0.5 | 23.5 |"_s,
    };
    QString plain = text;
    plain.replace(u'\u00A0', u' ').replace(u'\u2212', u'-').replace(u"\\-"_s, u"-"_s);
    for (const QString& line : table) {
        QVERIFY2(plain.contains(line + u'\n'), qPrintable(line + u"\n"_s + plain));
    }
    QVERIFY(plain.startsWith(u"# GPU memory of Qwen3 14B\n\nQwen3 14B · Q4\\_K\\_M · 8,192 tokens"_s));
    QVERIFY(plain.contains(u"\n**RTX 4090 24 GB: Fits**\n"_s));
    QVERIFY(plain.contains(u"```\nllama-server -m model.gguf -c 8192\n```\n"_s));
    QVERIFY(plain.contains(u"```\nvram-sizer:?model=Qwen/Qwen3-14B&weights=Q4_K_M&context=8k\n```\n"_s));
    QVERIFY(!plain.contains(u"\n\n\n"_s));
}

void TakeAwayTest::markdownIsEscaped() {
    const QString text = QString::fromUtf8(reportBytes(ReportKind::Markdown, hostile(), catalog(), fixed()));
    QVERIFY(text.contains(u"\\<script\\>alert\\(1\\)\\</script\\>\\|\\`\\*\\_"_s));
    QVERIFY(!text.contains(QRegularExpression(u"(?<!\\\\)<"_s)));
    // Each line of the table has as many fields as its header.
    for (const QString& line : text.split(u'\n')) {
        if (line.startsWith(u"| \\=cmd"_s) || line.startsWith(u"| =cmd"_s)) {
            QCOMPARE(QString(line).remove(u"\\|"_s).count(u'|'), 11);
        }
    }
}

void TakeAwayTest::csvIsGolden() {
    const QByteArray text = reportBytes(ReportKind::Csv, snapshot(), catalog(), fixed());
    QVERIFY(text.startsWith("\xEF\xBB\xBF"));
    const QList<QByteArray> lines = text.mid(3).split('\n');
    QCOMPARE(lines.size(), 5); // the last one is empty
    QVERIFY(lines[0].startsWith(
        "Card,Verdict,Left (bytes),Total (bytes),\"Range, low (bytes)\",\"Range, high (bytes)\",Weights (bytes),"));
    // 10.5 GiB = 10.5 * 2^30; left: 7.5 - 10.5 = -3 GiB; weights 8.5 GiB
    QVERIFY2(
        lines[1].startsWith("RTX 4060 8 GB,Offload 33/41,-3221225472,11274289152,11274289152,11274289152,9126805504,"),
        lines[1].constData());
    for (int line = 0; line < 4; ++line) {
        QVERIFY(lines[line].endsWith('\r'));
    }
    LanguageSwitcher::ofApplication().setLanguage(u"zh_TW"_s);
    const QByteArray chinese = reportBytes(ReportKind::Csv, snapshot(), catalog(), fixed());
    QVERIFY(chinese.contains("9126805504"));
    QVERIFY(chinese.contains("位元組"));
    // A bandwidth has a point, whatever the language: the RTX 4060's 272 GB/s.
    QVERIFY(chinese.contains(",272,"));
}

void TakeAwayTest::csvCannotRun() {
    const QString text = QString::fromUtf8(reportBytes(ReportKind::Csv, hostile(), catalog(), fixed()));
    QVERIFY2(text.contains(u"\r\n'=cmd"_s) || text.contains(u"\r\n\"'=cmd"_s), qPrintable(text));
    QVERIFY(!text.contains(u"\n=cmd"_s));
    ReportTable table{{u"Name"_s, u"Left"_s}, {false, true}, {}, std::nullopt};
    for (const QString& name : {u"+1"_s, u"-1"_s, u"@x"_s, u"＝1"_s, u"a\"b"_s, u"a,b"_s, u"plain"_s}) {
        table.rows += QStringList{name, u"-5"_s};
    }
    QCOMPARE(reportCsv(table),
             QByteArray("\xEF\xBB\xBFName,Left\r\n'+1,-5\r\n'-1,-5\r\n'@x,-5\r\n'＝1,-5\r\n\"a\"\"b\",-5\r\n"
                        "\"a,b\",-5\r\nplain,-5\r\n"));
}

void TakeAwayTest::jsonHoldsEveryRow() {
    Snapshot asked = snapshot();
    asked.scenario.machine.ramGib = 48;
    asked.rows.push_back(fake::row({"GeForce RTX 3090", 24, 23.5, 2}, Verdict::Fits));
    asked.rows.back().report = Error{ErrorCode::UnknownGpu, "gpu", {"x"}};
    const QByteArray text = reportBytes(ReportKind::Json, asked, catalog(), fixed());
    QCOMPARE(text, reportBytes(ReportKind::Json, asked, catalog(), fixed()));
    const Json json = Json::parse(text.toStdString());
    QCOMPARE(json["date"].get<std::string>(), std::string("2026-11-29"));
    QCOMPARE(json["program"].get<std::string>(), std::string("VRAM Sizer 1.2.3"));
    QVERIFY(*scenarioFromJson(json["scenario"]) == asked.scenario);
    QVERIFY(*scenarioFromLink(json["link"].get<std::string>()) == asked.scenario);
    QCOMPARE(json["rows"].size(), std::size_t{4});
    QCOMPARE(json["focused_row"].get<int>(), 2);
    const Json& first = json["rows"][0];
    QCOMPARE(first["machine"]["gpus"][0]["name"].get<std::string>(), std::string("GeForce RTX 4060"));
    QCOMPARE(first["machine"]["ram_gib"].get<double>(), 48.0);
    QCOMPARE(first["report"]["need"]["weights"].get<std::int64_t>(), std::int64_t{9'126'805'504});
    QCOMPARE(first["report"]["verdict"].get<std::string>(), std::string("offload"));
    QCOMPARE(json["rows"][3]["error"]["code"].get<std::string>(), std::string("unknown-gpu"));
    QVERIFY(!json["rows"][3].contains("report"));
}

void TakeAwayTest::htmlStandsAlone() {
    const QString text = html(snapshot());
    QVERIFY(text.startsWith(u"<!DOCTYPE html>\n<html lang=\"en\">"_s));
    QCOMPARE(text.count(u"<svg"_s), 2);
    QCOMPARE(text.count(u"</svg>"_s), 2);
    QVERIFY(!text.contains(u"<script"_s, Qt::CaseInsensitive));
    QVERIFY(!text.contains(u"<?xml"_s) && text.count(u"<!DOCTYPE"_s) == 1);
    // No address but the names of XML's own vocabularies.
    QString rest = text;
    rest.remove(QRegularExpression(u"xmlns(:\\w+)?=\"http://www\\.w3\\.org/[^\"]*\""_s));
    QVERIFY2(!rest.contains(u"http"_s) || rest.indexOf(u"http-equiv"_s) == rest.indexOf(u"http"_s), "an address");
    QCOMPARE(rest.count(u"http"_s), 1);
    QVERIFY(!text.contains(u" src="_s) && !text.contains(u" href="_s) && !text.contains(u"url("_s));
    QVERIFY(text.contains(u"<p class=\"verdict\">RTX 4090 24\u00A0GB: Fits</p>"_s) ||
            text.contains(u"<p class=\"verdict\">RTX 4090 24 GB: Fits</p>"_s));
    QCOMPARE(text.count(u"<tr class=\"focused\">"_s), 1);
    QVERIFY(text.contains(u"prefers-color-scheme: dark"_s));
    // Every id in it stands once, although there are two drawings.
    QStringList ids;
    auto matches = QRegularExpression(u" id=\"([^\"]*)\""_s).globalMatch(text);
    while (matches.hasNext()) {
        const QString id = matches.next().captured(1);
        QVERIFY2(!ids.contains(id), qPrintable(id));
        ids += id;
    }
}

void TakeAwayTest::htmlIsEscaped() {
    const QString text = html(hostile());
    QVERIFY(text.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
    QVERIFY(!text.contains(u"<script>"_s) && !text.contains(u"<img"_s));
}

void TakeAwayTest::svgShowsTheChart() {
    const QByteArray svg = chartSvg(snapshot(), fixed());
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QVERIFY(renderer.defaultSize().width() > 600);
    QVERIFY(svg.contains("GPU memory needed, by graphics card"));
    QVERIFY(svg.contains("RTX 4090"));
    QVERIFY(!svg.contains("<image"));
    // Every text can be shown without our fonts.
    QCOMPARE(svg.count("font-family="), svg.count("sans-serif\""));
    QVERIFY(svg.count("font-family=") > 9);
    // Drawn again, the weights' colour covers several times as much as the cache's: 8.5 GiB to 1.25.
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    int weights = 0;
    int cache = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            weights += image.pixelColor(x, y) == partColour(MemoryPart::Weights) ? 1 : 0;
            cache += image.pixelColor(x, y) == partColour(MemoryPart::KvCache) ? 1 : 0;
        }
    }
    QVERIFY2(cache > 100 && weights > 4 * cache, qPrintable(u"%1 to %2"_s.arg(weights).arg(cache)));
    QVERIFY(chartSvg(snapshot(), fixed(), true) != svg);
}

void TakeAwayTest::pdfHasPagesAndFonts() {
    const QByteArray few = reportBytes(ReportKind::Pdf, snapshot(), catalog(), fixed());
    QVERIFY(few.startsWith("%PDF-"));
    QVERIFY(few.trimmed().endsWith("%%EOF"));
    const qsizetype pages = pagesOf(few);
    QVERIFY2(pages >= 1 && pages <= 2, qPrintable(QString::number(pages)));
    QCOMPARE(objects(few, u"/Subtype\\s*/Image"_s), 0); // the chart is lines and letters
    QVERIFY(objects(few, u"/FontFile2?"_s) >= 1);       // every font is in the file
    QCOMPARE(objects(few, u"/FontFile\\d?"_s), objects(few, u"/Type\\s*/FontDescriptor"_s));
    QVERIFY(objects(few, u"/MediaBox\\s*\\[\\s*0\\S* 0\\S* 59[45]\\S* 84[12]"_s) >= 1); // A4
    Snapshot many = snapshot();
    for (int i = 0; i < 90; ++i) {
        many.rows.push_back(fake::row({"RTX 6000 Ada", 48, 47.25}, Verdict::Fits));
    }
    QVERIFY(pagesOf(reportBytes(ReportKind::Pdf, many, catalog(), fixed())) > pages + 1);
    LanguageSwitcher::ofApplication().setLanguage(u"zh_CN"_s);
    const QByteArray chinese = reportBytes(ReportKind::Pdf, snapshot(), catalog(), fixed());
    QCOMPARE(objects(chinese, u"/FontFile\\d?"_s), objects(chinese, u"/Type\\s*/FontDescriptor"_s));
    QVERIFY(objects(chinese, u"/FontFile2?"_s) >= 1);
}

void TakeAwayTest::languagesDiffer() {
    const QString english = html(snapshot());
    LanguageSwitcher::ofApplication().setLanguage(u"zh_TW"_s);
    const QString taiwan = html(snapshot());
    LanguageSwitcher::ofApplication().setLanguage(u"zh_CN"_s);
    const QString china = html(snapshot());
    QVERIFY(english.contains(u"What this rests on"_s) && !english.contains(u"估算"_s));
    QVERIFY(taiwan.contains(u"lang=\"zh-TW\""_s) || taiwan.contains(u"lang=\"zh-Hant"_s));
    QVERIFY(taiwan.contains(u"顯示記憶體"_s) && !taiwan.contains(u"What this rests on"_s));
    QVERIFY(china.contains(u"显存"_s) && !china.contains(u"顯示"_s));
    ReportOptions decimal = fixed();
    decimal.unit = ByteUnit::GB;
    LanguageSwitcher::ofApplication().setLanguage(u"en"_s);
    // 10.5 GiB are 11.27 GB.
    QVERIFY(reportDocument(snapshot(), catalog(), decimal).answer.startsWith(u"needs 11.3\u00A0GB"_s));
}

void TakeAwayTest::foldersStayAtHome() {
    Snapshot asked = snapshot();
    asked.scenario.model = ModelFile{"/home/me/my models/model.gguf"};
    asked.rows[2].report.value().command = "llama-server -m '/home/me/my models/model.gguf' -c 8192";
    for (const ReportKind kind : {ReportKind::Html, ReportKind::Markdown, ReportKind::Csv, ReportKind::Json}) {
        const QByteArray text = reportBytes(kind, asked, catalog(), fixed());
        QVERIFY(!text.isEmpty() && !text.contains("/home/me") && !text.contains("my models"));
    }
    QVERIFY(!summaryText(asked, ByteUnit::GiB).contains(u"/home/me"_s));
    QCOMPARE(shareableCommand(asked.rows[2].report.value(), asked.scenario), u"llama-server -m 'model.gguf' -c 8192"_s);
    asked.scenario.model = ModelFile{"/home/it's/model.gguf"};
    QCOMPARE(shareableCommand(asked.rows[2].report.value(), asked.scenario), QString());
}

void TakeAwayTest::problemsAreSaid() {
    Snapshot broken;
    broken.problem = Error{ErrorCode::UnknownModel, "model.catalog", {"nobody/knows"}};
    for (const ReportKind kind : {ReportKind::Html, ReportKind::Markdown, ReportKind::Json}) {
        QVERIFY(reportBytes(kind, broken, catalog(), fixed()).contains("nobody/knows") ||
                reportBytes(kind, broken, catalog(), fixed()).contains("nobody\\/knows"));
    }
    QVERIFY(pagesOf(reportBytes(ReportKind::Pdf, broken, catalog(), fixed())) == 1);
    QCOMPARE(reportBytes(ReportKind::Csv, broken, catalog(), fixed()), QByteArray("\xEF\xBB\xBF\r\n"));
}

void TakeAwayTest::filesAreWholeOrNotThere() {
    QString why;
    for (const QString& ending : reportEndings()) {
        const QString path = file(u"report."_s + ending);
        QVERIFY2(writeReport(path, snapshot(), catalog(), fixed(), &why), qPrintable(why));
        QVERIFY(contents(path).size() > 300);
    }
    QVERIFY(!writeReport(file(u"report.docx"_s), snapshot(), catalog(), fixed(), &why));
    QVERIFY(why.contains(u"pdf, html, md, csv, json, svg, png"_s));
    QVERIFY(!QFile::exists(file(u"report.docx"_s)));
    QVERIFY(!writeReport(file(u"no folder/report.csv"_s), snapshot(), catalog(), fixed(), &why));
    QVERIFY(why.contains(u"report.csv"_s));
}

void TakeAwayTest::summaryEndsWithTheLink() {
    const QStringList lines = summaryText(snapshot(), ByteUnit::GiB).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[0].startsWith(u"Qwen3 14B · Q4_K_M · 8,192 tokens"_s));
    QVERIFY2(QString(lines[1])
                 .replace(u'\u00A0', u' ')
                 .startsWith(u"RTX 4060 8 GB: Offload 33/41 · needs 10.5 GiB · 3.0 GiB short"_s),
             qPrintable(lines[1]));
    QCOMPARE(lines[4], u"vram-sizer:?model=Qwen/Qwen3-14B&weights=Q4_K_M&context=8k"_s);
}

void TakeAwayTest::windowCopiesAndPastesLinks() {
    const auto window = makeWindow();
    QVERIFY(window);
    const auto trigger = [&window](const char* name) {
        auto* const action = window->findChild<QAction*>(QString::fromLatin1(name));
        QVERIFY(action != nullptr);
        action->trigger();
    };
    window->store().edit([](Scenario& scenario) {
        scenario.context = 65536;
        scenario.machine.gpus = {{"GeForce RTX 3090", 2}};
    });
    const Scenario before = window->store().scenario();
    trigger("copyLinkAction");
    const QString link = QGuiApplication::clipboard()->text();
    QVERIFY(*scenarioFromLink(link.toStdString()) == before);
    window->store().setScenario({});
    QGuiApplication::clipboard()->setText(u"Have a look:\n<"_s + link + u">\n"_s);
    trigger("pasteModelAction");
    QVERIFY(window->store().scenario() == before);
    trigger("undoAction");
    QVERIFY(window->store().scenario() == Scenario{});
    QGuiApplication::clipboard()->setText(QString::fromStdString(scenarioToJson(before).dump()));
    trigger("pasteModelAction");
    QVERIFY(window->store().scenario() == before);
    // A card that nobody knows changes nothing.
    QGuiApplication::clipboard()->setText(u"vram-sizer:?model=Qwen/Qwen3-14B&gpu=no+such+card"_s);
    trigger("pasteModelAction");
    QVERIFY(window->store().scenario() == before);
    QCOMPARE(window->findChild<MessageBar*>()->kind(), MessageBar::Kind::Error);
    trigger("copyTextAction");
    QVERIFY(QGuiApplication::clipboard()->text().trimmed().endsWith(link));
    QVERIFY(window->openScenario(u"vram-sizer:?model=Qwen/Qwen3-14B&context=4k"_s));
    QCOMPARE(window->store().scenario().context, 4096);
    window->store().edit([](Scenario& scenario) { scenario.model = ModelFile{"/home/me/model.gguf"}; });
    trigger("copyLinkAction");
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"/home"_s));
    QVERIFY(window->findChild<MessageBar*>()->text().contains(u"without its folder"_s));
}

void TakeAwayTest::windowWritesReports() {
    const auto window = makeWindow();
    QVERIFY(window);
    auto* const feature = window->findChild<TakeAway*>();
    QVERIFY(feature != nullptr);
    const QString path = file(u"window.json"_s);
    feature->writeTo(path);
    const Json json = Json::parse(contents(path).toStdString());
    QCOMPARE(json["rows"].size(), window->store().allRows().size());
    QVERIFY(window->findChild<MessageBar*>()->text().contains(u"window.json"_s));
    feature->writeTo(file(u"no folder/x.pdf"_s));
    QCOMPARE(window->findChild<MessageBar*>()->kind(), MessageBar::Kind::Error);
    window->findChild<QAction*>(u"exportReportAction"_s)->trigger();
    auto* const dialog = window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->nameFilters().size(), reportEndings().size());
    emit dialog->filterSelected(reportFilters().at(2));
    QCOMPARE(dialog->defaultSuffix(), u"md"_s);
    dialog->close();
}

void TakeAwayTest::barsCopyTheirRow() {
    const auto window = makeWindow();
    QVERIFY(window);
    auto* const chart = window->findChild<BarChart*>();
    QVERIFY(chart != nullptr);
    window->activateWindow();
    chart->setFocus();
    QTRY_VERIFY(chart->hasFocus());
    QTest::keySequence(chart, QKeySequence::Copy);
    const Snapshot& shown = window->store().snapshot();
    QCOMPARE(QGuiApplication::clipboard()->text(), rowText(shown, shown.focusedRow, ByteUnit::GiB));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"needs"_s));
}

void TakeAwayTest::printerGetsThePages() {
    const auto window = makeWindow();
    QVERIFY(window);
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(file(u"printed.pdf"_s));
    window->findChild<TakeAway*>()->printOn(printer);
    QVERIFY(pagesOf(contents(file(u"printed.pdf"_s))) >= 1);
    QCOMPARE(window->findChild<MessageBar*>()->text(), u"Report printed"_s);
    QPrinter broken;
    broken.setOutputFormat(QPrinter::PdfFormat);
    broken.setOutputFileName(file(u"no folder/printed.pdf"_s));
    window->findChild<TakeAway*>()->printOn(broken);
    QCOMPARE(window->findChild<MessageBar*>()->kind(), MessageBar::Kind::Error);
}

QTEST_MAIN(TakeAwayTest)
#include "tst_takeaway.moc"
