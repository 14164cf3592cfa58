// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include "gguf_writer.h"

namespace {

struct Outcome {
    int exitCode = -1;
    QJsonDocument json;
    QByteArray errors;
    QByteArray output = {};
};

Outcome run(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000)) {
        return {};
    }
    const QByteArray output = process.readAllStandardOutput();
    return {process.exitCode(), QJsonDocument::fromJson(output), process.readAllStandardError(), output};
}

} // namespace

class TestCli : public QObject {
    Q_OBJECT

private slots:
    void inputThatIsNoUtf8GetsAnError_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("UTF-16 mark") << QByteArray("\xff\xfe{}");
        QTest::newRow("name") << QByteArray("{\"model\":{\"catalog\":\"\xff\"}}");
    }

    void inputThatIsNoUtf8GetsAnError() {
        QFETCH(const QByteArray, input);
        const Outcome outcome = run({QStringLiteral("report")}, input);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.json["error"]["code"].toString(), QStringLiteral("not-json"));
    }

    void namesDoNotSteerTheTerminal() {
        // A right-to-left override, a C1 control sequence, delete: the data stay, as JSON's escapes.
        const QString name = QStringLiteral("a\u202Egnp.exe\u009B2J\u007F");
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM), {QStringLiteral("report")});
        process.write("{\"model\": {\"catalog\": \"" + name.toUtf8() + "\"}}");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60000));
        const QString output = QString::fromUtf8(process.readAllStandardOutput());
        for (const char16_t steering : {u'\u202E', u'\u009B', u'\u007F'}) {
            QVERIFY(!output.contains(QChar(steering)));
        }
        const QJsonDocument json = QJsonDocument::fromJson(output.toUtf8());
        QVERIFY(json["error"]["message"].toString().contains(QStringLiteral("a\\u202Egnp.exe\\u009B2J\\u007F")));
        const Outcome unknown = run({name});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY(unknown.errors.contains("a\\u202Egnp.exe") && !unknown.errors.contains("\u202E"));
    }

    void findsModelsAndHardware() {
        const QByteArray scenario = R"({"schema": 1, "model": {"catalog": "Qwen/Qwen3-14B"}, "weights": "Q4_K_M",
            "task": "inference", "context": 8192, "batch": 1, "machine": {"gpus": [{"name": "RTX 4090"}]}})";
        const Outcome models = run(
            {QStringLiteral("find"), QStringLiteral("--models"), QStringLiteral("--least-bits"), QStringLiteral("4")},
            scenario);
        QCOMPARE(models.exitCode, 0);
        const QJsonArray rows = models.json[QStringLiteral("rows")].toArray();
        QVERIFY(rows.size() > 100);
        double size = 1e15;
        for (const QJsonValue& row : rows) {
            QVERIFY(row[QStringLiteral("bits")].toDouble() >= 4);
            QVERIFY(row[QStringLiteral("verdict")].toString() != QStringLiteral("no"));
            QVERIFY(row[QStringLiteral("parameters")].toDouble() <= size); // the largest first
            size = row[QStringLiteral("parameters")].toDouble();
        }
        const Outcome gpus = run({QStringLiteral("find"), QStringLiteral("--gpus")}, scenario);
        QCOMPARE(gpus.exitCode, 0);
        const QJsonArray cards = gpus.json[QStringLiteral("rows")].toArray();
        const QJsonValue cheapest = cards[gpus.json[QStringLiteral("cheapest")].toInt()];
        QCOMPARE(cheapest[QStringLiteral("verdict")].toString(), QStringLiteral("fits"));
        for (const QJsonValue& card : cards) {
            const QJsonValue price = card[QStringLiteral("launch_price_usd")];
            QVERIFY(card[QStringLiteral("verdict")].toString() != QStringLiteral("fits") || price.isNull() ||
                    price.toDouble() >= cheapest[QStringLiteral("launch_price_usd")].toDouble());
        }
        QCOMPARE(run({QStringLiteral("find")}, scenario).exitCode, 2);
        QCOMPARE(
            run({QStringLiteral("find"), QStringLiteral("--gpus"), QStringLiteral("--least-bits")}, scenario).exitCode,
            2);
        QCOMPARE(run({QStringLiteral("find"), QStringLiteral("--models")}, "{\"model\": 1}").exitCode, 1);
    }

    void inspectsAGguf() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("small.gguf"));
        vram::test::GgufWriter writer;
        // A name that is no UTF-8 is shown, not refused.
        writer.string("general.architecture", "llama").string("general.name", "a\xFF");
        writer.tensor("token_embd.weight", {256, 4}, 12, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(writer.bytes(4 * 144)));
        file.close();
        const Outcome good = run({QStringLiteral("inspect"), path});
        QCOMPARE(good.exitCode, 0);
        QCOMPARE(good.json["architecture"].toString(), QStringLiteral("llama"));
        QCOMPARE(good.json["tensor_bytes"].toInteger(), 4 * 144);
        QCOMPARE(good.json["tensors"][0]["type"].toString(), QStringLiteral("Q4_K"));
        QVERIFY(file.resize(100));
        const Outcome cut = run({QStringLiteral("inspect"), path});
        QCOMPARE(cut.exitCode, 1);
        QCOMPARE(cut.json["error"]["code"].toString(), QStringLiteral("ends-early"));
        QCOMPARE(run({QStringLiteral("inspect")}).exitCode, 2);
    }

    void writesAndTakesLinks() {
        const QByteArray question = R"({"model": {"catalog": "Qwen/Qwen3-32B"}, "context": 32768,
            "machine": {"gpus": [{"name": "RTX 4090", "count": 2}]}})";
        const Outcome link = run({"link"}, question);
        QCOMPARE(link.exitCode, 0);
        QCOMPARE(link.output.trimmed(),
                 QByteArray("vram-sizer:?model=Qwen/Qwen3-32B&weights=Q4_K_M&context=32k&gpu=2x+RTX+4090"));
        const Outcome fromJson = run({"report"}, question);
        QCOMPARE(run({"report"}, link.output).json, fromJson.json);
        QCOMPARE(run({"report", QString::fromUtf8(link.output.trimmed())}).json, fromJson.json);
        QCOMPARE(run({"link"}, link.output).output, link.output);
        const Outcome bad = run({"report", "vram-sizer:?model.file=/etc/passwd"});
        QCOMPARE(bad.exitCode, 1);
        QCOMPARE(bad.json["error"]["code"].toString(), QStringLiteral("bad-link"));
        const Outcome folder = run({"link"}, R"({"model": {"file": "/home/me/model.gguf"}})");
        QVERIFY(folder.output.startsWith("vram-sizer:?model.file=model.gguf&"));
        QVERIFY(folder.errors.contains("without its folder"));
        const Outcome several = run({"link"}, "[" + question + R"(, {"model": 1}])");
        QCOMPARE(several.exitCode, 1);
        QVERIFY(several.output.startsWith(link.output));
    }

    void reportsTheFileOfAGguf() {
        // Qwen3 14B, Q4_K_M: the file that Qwen publishes has 9,001,752,960 bytes.
        const Outcome outcome = run({"report", "-"}, R"({"model": {"catalog": "Qwen/Qwen3-14B"}})");
        const qint64 bytes = outcome.json["file_bytes"].toInteger();
        QVERIFY2(qAbs(bytes - 9'001'752'960) < 5'000, qPrintable(QString::number(bytes)));
        QVERIFY(outcome.json["file_bytes_low"].toInteger() < bytes);
        QVERIFY(outcome.json["file_bytes_high"].toInteger() > bytes);
        const Outcome matrix =
            run({"report", "-"},
                R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "weights": "IQ4_XS", "quantizer": {"imatrix": true}})");
        const Outcome plain = run({"report", "-"}, R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "weights": "IQ4_XS"})");
        // The first 5 of 40 down projections, 17,408 x 5,120: Q5_K takes 176 bytes of 256 values, IQ4_XS 136.
        QCOMPARE(plain.json["tensor_bytes"].toInteger() - matrix.json["tensor_bytes"].toInteger(),
                 qint64{5} * 17'408 * 5'120 / 256 * (176 - 136));
        QVERIFY(!run({"report", "-"}, R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "weights": "AWQ",
                                         "runtime": {"name": "vLLM"}})")
                     .json["file_bytes"]
                     .isDouble());
    }

    void answersOneScenario() {
        const Outcome outcome = run({"report", "-"}, R"({"model": {"catalog": "Qwen/Qwen3-14B"}})");
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.json.isObject());
        QCOMPARE(outcome.json["memory"]["kv_cache"].toInteger(), 1'342'177'280); // 40 x 2 x 8 x 128 x 2 B x 8,192
    }

    void answersAnArrayInOrderAndKeepsThePlaceOfABadItem() {
        const Outcome outcome = run({"report"}, R"([{"model": {"catalog": "Qwen/Qwen3-14B"}},
                                                   {"model": {"catalog": "no such model"}},
                                                   {"model": {"parameters": 7e9}, "context": -1},
                                                   {"model": {"parameters": 7e9}}])");
        QCOMPARE(outcome.exitCode, 1);
        const QJsonArray answers = outcome.json.array();
        QCOMPARE(answers.size(), 4);
        QCOMPARE(answers[0]["verdict"].toString(), QStringLiteral("fits"));
        QCOMPARE(answers[1]["error"]["code"].toString(), QStringLiteral("unknown-model"));
        QCOMPARE(answers[2]["error"]["code"].toString(), QStringLiteral("out-of-range"));
        QCOMPARE(answers[2]["error"]["where"].toString(), QStringLiteral("[2].context"));
        QVERIFY(!answers[2]["error"]["message"].toString().isEmpty());
        QCOMPARE(answers[3]["model"]["architecture_source"].toString(), QStringLiteral("generic"));
    }

    void refusesWhatIsNoJson() {
        const Outcome outcome = run({"report", "-"}, "hello");
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.json["error"]["code"].toString(), QStringLiteral("not-json"));
        QCOMPARE(run({"report", "-"}, "").exitCode, 1);
        QCOMPARE(run({"report", "/no/such/file.json"}).json["error"]["code"].toString(),
                 QStringLiteral("file-unreadable"));
        QCOMPARE(run({"report", QDir::tempPath()}).exitCode, 1);
    }

    void wrongUsageIsToldApart() {
        for (const QStringList& arguments : {QStringList{},
                                             {"reprot"},
                                             {"report", "a", "b"},
                                             {"report", "--colour"},
                                             {"gpus", "x"},
                                             {"models", "--catalog"}}) {
            const Outcome outcome = run(arguments);
            QCOMPARE(outcome.exitCode, 2);
            QVERIFY(outcome.errors.contains("usage:"));
        }
        QCOMPARE(run({"--help"}).exitCode, 0);
        QCOMPARE(run({"--version"}).exitCode, 0);
    }

    void listsTheCatalogue() {
        QVERIFY(run({"models"}).json.array().size() >= 268);
        QVERIFY(run({"gpus"}).json.array().size() >= 294);
        const Outcome formats = run({"formats"});
        QVERIFY(formats.json["weights"].toArray().size() > 80);
        QVERIFY(formats.json["kv_cache"].toArray().size() > 60);
    }

    /// Qwen3 14B keeps 40 layers x 8 heads x 128 values of keys and of values in 16 bits: 163,840 bytes a token.
    void sweepsAnAxis() {
        const QByteArray question =
            R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "machine": {"gpus": [{"name": "RTX 4090"}]}})";
        const Outcome outcome = run({"sweep", "-", "--axis", "context", "--values", "2048,4096"}, question);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.json["axis"].toString(), QStringLiteral("context"));
        const QJsonArray rows = outcome.json["rows"].toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1]["value"].toInt(), 4096);
        const auto cache = [&rows](int row) { return rows[row]["report"]["need"]["kv_cache"].toInteger(); };
        QCOMPARE(cache(1) - cache(0), qint64{2048} * 163'840);

        const Outcome usual = run({"sweep", "--axis", "batch"}, question);
        QCOMPARE(usual.json["rows"].toArray().size(), 8); // 1, 2, 4 ... 128
        const Outcome unknown = run({"sweep", "--axis", "weights", "--values", "Q4_K_M,Q9_Z"}, question);
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.json["rows"][0]["report"].isObject());
        QCOMPARE(unknown.json["rows"][1]["error"]["code"].toString(), QStringLiteral("unknown-weight-format"));
        QVERIFY(unknown.json["rows"][1]["error"]["message"].toString().contains(QStringLiteral("Q9_Z")));
        QCOMPARE(run({"sweep", "--axis", "context", "--values", "8k"}, question).json["error"]["code"].toString(),
                 QStringLiteral("unknown-value"));
        QCOMPARE(run({"sweep", "--axis", "moon"}, question).exitCode, 2);
        QCOMPARE(run({"sweep", "--axis"}, question).exitCode, 2);
    }

    void explainsEveryPart() {
        const Outcome outcome = run({"explain"}, R"({"model": {"catalog": "google/gemma-3-27b-it"},
                                                    "machine": {"gpus": [{"name": "RTX 5090"}]}})");
        QCOMPARE(outcome.exitCode, 0);
        QStringList parts;
        for (const QJsonValue& explanation : outcome.json.array()) {
            parts << explanation["part"].toString();
            QVERIFY(!explanation["operands"].toArray().isEmpty());
        }
        QCOMPARE(parts.count(QStringLiteral("kv_cache")), 2); // full and sliding layers
        QVERIFY(parts.contains(QStringLiteral("weights")) && parts.contains(QStringLiteral("overhead")));
    }

    void aUsersOwnFactsCount() {
        QTemporaryDir folder;
        QFile file(folder.filePath("gpus.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"gpus": [{"name": "My Card 20GB", "vendor": "nvidia", "class": "consumer", "architecture": "Ada",
                       "memory_gib": 20, "driver_memory_mib": 20470, "memory_type": "GDDR6", "bandwidth_gb_s": 400,
                       "bf16": true, "source": "test", "confidence": "high"}]})");
        file.close();
        const Outcome outcome =
            run({"report", "-", "--catalog", folder.path()},
                R"({"model": {"parameters": 7e9}, "machine": {"gpus": [{"name": "my card 20gb"}]}})");
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QCOMPARE(outcome.json["devices"][0]["capacity"].toInteger(), 20LL << 30);
    }
};

QTEST_APPLESS_MAIN(TestCli)
#include "tst_cli.moc"
