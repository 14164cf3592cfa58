// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace {

struct Outcome {
    int exitCode = -1;
    QJsonDocument json;
    QByteArray errors;
};

Outcome run(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000)) {
        return {};
    }
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()),
            process.readAllStandardError()};
}

} // namespace

class TestCli : public QObject {
    Q_OBJECT

private slots:
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
