// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "answers.h"
#include "core/advice/sweep.h"
#include "core/report/report_json.h"
#include "core/scenario/scenario_json.h"

#include <algorithm>

using namespace vram;
using namespace vram::test;

namespace {

/// All that a report says, as text.
std::string told(const Result<Report>& answer) {
    const Wording wording{[](const Note& note) { return std::string(note.code); },
                          [](const Error& error) { return std::string(errorCodeId(error.code)); }};
    return (answer ? reportToJson(*answer, wording) : errorToJson(answer.error(), wording)).dump();
}

Scenario asked() {
    Scenario scenario;
    scenario.machine.gpus = {{"RTX 4090", 1}};
    return scenario;
}

std::vector<AxisValue> valuesOf(const Scenario& scenario, std::string_view axis) {
    return axisValues({scenario, *shippedCatalog(), nullptr}, axis);
}

std::vector<SweepRow> rowsOf(const Scenario& scenario, std::string_view axis) {
    Resolver resolver(shippedCatalog());
    return sweep(resolver, scenario, valuesOf(scenario, axis), resolvedOf(scenario).machine);
}

/// Texts of the values, as `view.values` has them.
QStringList textsOf(const Scenario& scenario, std::string_view axis) {
    QStringList texts;
    for (const AxisValue& value : valuesOf(scenario, axis)) {
        texts += QString::fromStdString(axisOf(value).text(value));
    }
    return texts;
}

const SweepRow& rowOf(const std::vector<SweepRow>& rows, const AxisValue& value) {
    const auto row = std::ranges::find(rows, value, &SweepRow::value);
    if (row == rows.end()) {
        qFatal("no row of %s", axisOf(value).text(value).c_str());
    }
    return *row;
}

Bytes part(const SweepRow& row, MemoryPart which) { return row.report->need.typical(which); }

} // namespace

class TestSweep : public QObject {
    Q_OBJECT

private slots:
    void theTableIsWhole() {
        QCOMPARE(axes().size(), kAxisIds.size());
        for (std::size_t i = 0; i < axes().size(); ++i) {
            QCOMPARE(axes()[i].id, kAxisIds.at(i));
            QVERIFY(findAxis(kAxisIds.at(i)) == &axes()[i]);
        }
        QVERIFY(findAxis("moon") == nullptr);
    }

    void everyRowIsReportsOwn_data() {
        QTest::addColumn<QString>("axis");
        QTest::addColumn<QString>("question");
        const auto question = [](const char* name, const QString& text) {
            for (const std::string_view axis : kAxisIds) {
                const QString id = QString::fromUtf8(axis.data(), static_cast<qsizetype>(axis.size()));
                QTest::addRow("%s, %s", name, qPrintable(id)) << id << text;
            }
        };
        question(
            "llama.cpp",
            QString::fromUtf8(R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "machine": {"gpus": [{"name": "RTX 4090"}]},
            "view": {"scenarios": [{"name": "a", "scenario": {"model": {"parameters": 7e9}, "machine": {"gpus": [{"name": "RTX 3090"}]}}}]}})"));
        question("experts on two cards",
                 QString::fromUtf8(R"({"model": {"catalog": "Qwen/Qwen3-30B-A3B"}, "weights": "Q8_0", "context": 10000,
            "prompt": 9000, "machine": {"gpus": [{"name": "RTX 3090", "count": 2}]}, "kv_cache": {"k": "q8_0", "v": "q8_0"}})"));
        question("vLLM",
                 QString::fromUtf8(
                     R"({"model": {"catalog": "meta-llama/Llama-3.1-8B-Instruct"}, "weights": "AWQ", "batch": 16,
            "runtime": {"name": "vLLM"}, "machine": {"gpus": [{"name": "A100 SXM4 80GB"}]}})"));
        question("LoRA", QString::fromUtf8(R"({"model": {"catalog": "meta-llama/Llama-3.1-8B-Instruct"}, "task": "lora",
            "machine": {"gpus": [{"name": "RTX 4090"}]}})"));
        question("without a card", QString::fromUtf8(R"({"model": {"parameters": 8e9}, "machine": {"gpus": []}})"));
    }

    void everyRowIsReportsOwn() {
        QFETCH(const QString, axis);
        QFETCH(const QString, question);
        const Scenario scenario = scenarioFromText(question.toStdString()).value();
        const std::vector<SweepRow> rows = rowsOf(scenario, axis.toStdString());
        QVERIFY(!rows.empty());
        for (const SweepRow& row : rows) {
            const Result<Scenario> changed = withAxisValue(scenario, row.value, *shippedCatalog());
            QVERIFY(changed.ok());
            Scenario alone = *changed;
            if (alone.machine.gpus.empty()) { // the machine is the given one
                alone.machine = scenario.machine;
            }
            const Result<Resolved> resolved = resolve(alone, shippedCatalog());
            const std::string expected = told(resolved ? report(*resolved) : Result<Report>(resolved.error()));
            QCOMPARE(told(row.report), expected);
            QCOMPARE(row.question != nullptr, resolved.ok());
            QVERIFY(!row.present || *changed == scenario);
        }
        QCOMPARE(std::ranges::count_if(rows, &SweepRow::present),
                 axis == QStringLiteral("gpu") && scenario.machine.gpus.size() != 1 ? 0 : 1);
    }

    void aSweeperForgetsNothingAndMixesNothingUp() {
        Sweeper sweeper(shippedCatalog());
        for (const std::string_view axis : {"weights", "model", "runtime", "task", "context", "kv"}) {
            for (const std::int64_t context : {2048, 8192, 8193, 2048}) {
                Scenario scenario = asked();
                scenario.context = context;
                const std::vector<AxisValue> values = valuesOf(scenario, axis);
                const std::vector<SweepRow> rows = sweeper.sweep(scenario, values, resolvedOf(scenario).machine);
                const std::vector<SweepRow> fresh = rowsOf(scenario, axis);
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    QCOMPARE(told(rows[i].report), told(fresh[i].report));
                }
            }
        }
    }

    void usualValues() {
        const Scenario scenario = asked();
        // Qwen3 14B is made for 40,960 tokens.
        QCOMPARE(textsOf(scenario, "context").join(u' '), QStringLiteral("2048 4096 8192 16384 32768 40960"));
        QCOMPARE(textsOf(scenario, "batch").join(u' '), QStringLiteral("1 2 4 8 16 32 64 128"));
        QCOMPARE(textsOf(scenario, "task").join(u' '), QStringLiteral("inference qlora lora full"));
        const QStringList weights = textsOf(scenario, "weights");
        QVERIFY(weights.size() >= 8 && weights.size() <= 12);
        QVERIFY(weights.indexOf(QStringLiteral("Q2_K")) < weights.indexOf(QStringLiteral("Q4_K_M")));
        QVERIFY(weights.indexOf(QStringLiteral("Q4_K_M")) < weights.indexOf(QStringLiteral("Q8_0")));
        QVERIFY(weights.contains(QStringLiteral("BF16")) && !weights.contains(QStringLiteral("AWQ")));
        const QStringList types = textsOf(scenario, "kv");
        QVERIFY(types.contains(QStringLiteral("f16")) && types.contains(QStringLiteral("q8_0")) &&
                types.contains(QStringLiteral("q4_0")));
        const QStringList runtimes = textsOf(scenario, "runtime");
        QVERIFY(runtimes.contains(QStringLiteral("vLLM")) && !runtimes.contains(QStringLiteral("Unsloth")));
        Scenario lora = asked();
        lora.task = Task::Lora;
        lora.weights = "BF16";
        lora.runtime.name = "Unsloth";
        QVERIFY(textsOf(lora, "runtime").contains(QStringLiteral("Unsloth")));
        QVERIFY(!textsOf(lora, "runtime").contains(QStringLiteral("vLLM")));
        const QStringList models = textsOf(scenario, "model");
        QVERIFY(models.size() == 10 && models.contains(QStringLiteral("Qwen/Qwen3-14B")));
        // A limit of ten million tokens is not a dozen doublings away: the longest ones stay.
        Scenario scout = asked();
        scout.model = CatalogName{"meta-llama/Llama-4-Scout-17B-16E-Instruct"};
        QCOMPARE(textsOf(scout, "context").size(), 12);
        QCOMPARE(textsOf(scout, "context").first(), QStringLiteral("8192"));
        QCOMPARE(textsOf(scout, "context").last(), QStringLiteral("10485760"));
    }

    /// 40 layers x 8 heads x 128 values of keys and of values: 81,920 values a token, two bytes each in f16, 34 bytes
    /// for 32 of them in q8_0.
    void contextBatchAndTypesChangeTheCache() {
        const Scenario scenario = asked();
        const auto contexts = rowsOf(scenario, "context");
        const auto batches = rowsOf(scenario, "batch");
        const auto types = rowsOf(scenario, "kv");
        QCOMPARE(part(rowOf(contexts, ContextValue{2048}), MemoryPart::KvCache).count(), 2048 * 163'840LL);
        QCOMPARE(part(rowOf(contexts, ContextValue{40960}), MemoryPart::KvCache).count(), 40960 * 163'840LL);
        QCOMPARE(part(rowOf(batches, BatchValue{4}), MemoryPart::KvCache).count(), 4 * 8192 * 163'840LL);
        QCOMPARE(part(rowOf(types, KvCacheChoice{"f16", "f16"}), MemoryPart::KvCache).count(), 8192 * 163'840LL);
        QCOMPARE(part(rowOf(types, KvCacheChoice{"q8_0", "q8_0"}), MemoryPart::KvCache).count(),
                 8192 * (81'920LL / 32 * 34));
        const auto weights = [](const SweepRow& row) { return part(row, MemoryPart::Weights); };
        QVERIFY(weights(contexts.front()) == weights(batches.back()));
    }

    /// Qwen3 14B has 14,768,307,200 parameters; BF16 takes two bytes of each but the norms, which a GGUF keeps in f32.
    void weightsChangeTheWeights() {
        const auto rows = rowsOf(asked(), "weights");
        const auto bytes = [&rows](const char* id) {
            return static_cast<double>(rowOf(rows, WeightsValue{id}).report->tensorBytes.count());
        };
        QVERIFY(std::abs(bytes("BF16") / (2 * 14'768'307'200.0) - 1) < 0.001);
        // Q8_0: 34 bytes for 32 weights.
        QVERIFY(std::abs(bytes("Q8_0") / bytes("BF16") - 34.0 / 64) < 0.002);
        QVERIFY(bytes("Q4_K_M") < bytes("Q8_0"));
    }

    void runtimesTakeWeightsAndTypesAlong() {
        Scenario scenario = asked();
        scenario.kvCache = {"q8_0", "q8_0"};
        const auto rows = rowsOf(scenario, "runtime");
        const SweepRow& vllm = rowOf(rows, RuntimeValue{"vLLM"});
        QVERIFY(vllm.report.ok());
        QVERIFY(loadsFormat(*findRuntime("vLLM"), vllm.question->format));
        QVERIFY(vllm.question->scenario.kvCache == KvCacheChoice{});
        QCOMPARE(rowOf(rows, RuntimeValue{"LM Studio"}).question->format.id, std::string("Q4_K_M"));
        QVERIFY(std::ranges::all_of(rows, [](const SweepRow& row) { return row.report.ok(); }));
    }

    void theScenariosOwnValueIsAmongThem() {
        Scenario scenario = asked();
        scenario.context = 10000;
        scenario.weights = "iq4_nl"; // as somebody typed it
        QCOMPARE(textsOf(scenario, "context").join(u' '), QStringLiteral("2048 4096 8192 10000 16384 32768 40960"));
        const QStringList weights = textsOf(scenario, "weights");
        QVERIFY(weights.indexOf(QStringLiteral("IQ4_XS")) < weights.indexOf(QStringLiteral("IQ4_NL")));
        QVERIFY(weights.indexOf(QStringLiteral("IQ4_NL")) < weights.indexOf(QStringLiteral("Q4_K_M")));
        scenario.weights = "q4_k_m";
        QCOMPARE(textsOf(scenario, "weights").count(QStringLiteral("Q4_K_M")), 1);
        scenario.kvCache = {"q8_0", "q4_0"};
        QCOMPARE(textsOf(scenario, "kv").first(), QStringLiteral("q8_0/q4_0"));
        scenario.view.axis = "batch";
        scenario.view.values = {"3", "5", "3"};
        QCOMPARE(textsOf(scenario, "batch").join(u' '), QStringLiteral("1 3 5"));
        QCOMPARE(textsOf(scenario, "context").size(), 7); // values are those of the axis that is shown
    }

    void anUnknownValueIsItsRowsError() {
        Scenario scenario = asked();
        scenario.view.axis = "weights";
        scenario.view.values = {"Q8_0", "Q9_Z"};
        const auto rows = rowsOf(scenario, "weights");
        QCOMPARE(rows.size(), std::size_t{3}); // and the scenario's own
        const SweepRow& unknown = rowOf(rows, WeightsValue{"Q9_Z"});
        QVERIFY(!unknown.report.ok() && unknown.question == nullptr);
        QVERIFY(unknown.report.error().code == ErrorCode::UnknownWeightFormat);
        QCOMPARE(unknown.report.error().arguments.front(), std::string("Q9_Z"));
        QVERIFY(rowOf(rows, WeightsValue{"Q8_0"}).report.ok());
    }

    void savedScenariosAreWhole() {
        Scenario scenario = asked();
        Scenario other = asked();
        other.model = CatalogName{"meta-llama/Llama-3.1-8B-Instruct"};
        other.context = 32768;
        other.machine.gpus = {{"A100 SXM4 80GB", 2}};
        other.view.sort = "total"; // its view is not kept
        scenario.view.axis = kScenarioAxis;
        scenario.view.scenarios = {savedScenario("other", other), savedScenario("mine", scenario)};
        const auto rows = rowsOf(scenario, kScenarioAxis);
        QCOMPARE(rows.size(), std::size_t{2});
        QVERIFY(!rows[0].present && rows[1].present); // the same question is the scenario's own
        QCOMPARE(rows[0].question->machine.gpus.front().count, std::int64_t{2});
        const Result<Scenario> used = withAxisValue(scenario, rows[0].value, *shippedCatalog());
        QVERIFY(used->view == scenario.view);
        Scenario without = *used;
        without.view = {};
        other.view = {};
        QVERIFY(without == other);
        scenario.context = 4096; // nothing kept asks the same any more: it stands in front
        QCOMPARE(rowsOf(scenario, kScenarioAxis).size(), std::size_t{3});
        QVERIFY(rowsOf(scenario, kScenarioAxis).front().present);
        SavedScenario bad{"bad", "{"};
        QVERIFY(!withAxisValue(scenario, bad, *shippedCatalog()).ok());
    }

    void textsComeBack() {
        const Scenario scenario = asked();
        const AxisQuestion question{scenario, *shippedCatalog(), nullptr};
        for (const Axis& axis : axes()) {
            for (const AxisValue& value : axis.usual(question)) {
                QVERIFY(axis.parse(axis.text(value), question) == value);
            }
        }
        QVERIFY(!findAxis("context")->parse("8k", question));
        QVERIFY(!findAxis("batch")->parse("0", question));
        QVERIFY(!findAxis("kv")->parse("/f16", question));
        QVERIFY(findAxis("gpu")->parse("2x RTX 4090", question) == AxisValue(GpuChoice{"RTX 4090", 2}));
        QVERIFY(findAxis("model")->parse("7000000000", question) == AxisValue(ModelSource{ModelSize{7'000'000'000}}));
    }
};

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
