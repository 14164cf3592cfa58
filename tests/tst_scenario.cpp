// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/scenario/resolve.h"
#include "core/scenario/scenario_json.h"

#include <string>

using namespace vram;

namespace {

std::shared_ptr<const Catalog> catalog() {
    static const std::shared_ptr<const Catalog> shipped = loadCatalog().catalog;
    return shipped;
}

/// Every field away from its default, so that a key that is not written or not read shows.
Scenario fullScenario() {
    Scenario s;
    s.model = CatalogName{"Qwen/Qwen3-32B"};
    s.weights = "Q6_K";
    s.quantizer = {true, true};
    s.task = Task::Qlora;
    s.context = 32768;
    s.batch = 4;
    s.prompt = 30720;
    s.kvCache = {"q8_0", "q4_0"};
    s.runtime = {"vLLM", "0.19", false, 1024, 256, true, true, true, 0.85, 4096, 64, false, 0.8, 0.7, 4096, 32, 16};
    s.training = {"dpo", "lion",  64,          "bf16", "fused", false, "selective", 2,  false, true,
                  true,  32,      8,           0.1,    "qv",    2,     true,        12, false, true,
                  8,     "zero3", "optimizer", 2,      false,   4,     8,           2};
    s.machine.gpus = {{"RTX 4090", 2}, {"A100 80GB", 1}};
    s.machine.ramGib = 128;
    s.machine.ramGbPerSecond = 83.2;
    s.machine.marginPercent = 5;
    s.machine.desktopMib = 300;
    s.machine.ramType = "DDR5-5600";
    s.machine.ramChannels = 4;
    s.machine.cpuCores = 16;
    s.machine.pcie = "4.0x8";
    s.machine.diskGbPerSecond = 3.5;
    s.placement = {PlacementMode::Tensor, 33, 4, 11776, true, true, {3, 1.5}, 1, false, true, 2, 4, 8, true, true};
    s.target = {1.5, 12};
    s.seen = {11000, 32000, 7.5, 400, "with a browser open"};
    s.view.axis = kContextAxis;
    s.view.rows = {{"RTX 5090", 1}, {"RTX 6000 Ada", 2}};
    s.view.values = {"4096", "16384"};
    s.view.scenarios = {savedScenario("today", Scenario{})};
    s.view.shareScale = true;
    s.view.sort = "memory";
    return s;
}

} // namespace

class TestScenario : public QObject {
    Q_OBJECT

private slots:
    void roundTripKeepsEveryField() {
        const Scenario before = fullScenario();
        const auto after = scenarioFromText(scenarioToJson(before).dump());
        QVERIFY(after.ok());
        QVERIFY(*after == before);
    }

    void roundTripKeepsEverySourceOfAModel() {
        for (const ModelSource& source :
             {ModelSource{ModelFile{"/models/a b.gguf"}}, ModelSource{ModelConfig{R"({"hidden_size":4096})"}},
              ModelSource{ModelSize{7'000'000'000}}}) {
            Scenario before;
            before.model = source;
            const auto after = scenarioFromText(scenarioToJson(before).dump());
            QVERIFY(after.ok());
            QVERIFY(*after == before);
        }
    }

    void onlyTheModelIsRequired() {
        const auto scenario = scenarioFromText(R"({"model": {"parameters": 7e9}})");
        QVERIFY(scenario.ok());
        QCOMPARE(std::get<ModelSize>(scenario->model).parameters, 7'000'000'000);
        QCOMPARE(scenario->context, 8192);
        QCOMPARE(scenario->batch, 1);
        QCOMPARE(scenario->weights, std::string("Q4_K_M"));
        QCOMPARE(scenario->runtime.name, std::string("llama.cpp"));
        QCOMPARE(scenario->machine.marginPercent, 10.0);
        QVERIFY(scenario->machine.gpus.empty());
    }

    void everyOrderOfTheRowsIsRead() {
        for (const std::string_view name : kRowSorts) {
            for (const char* sign : {"", "-"}) {
                if (name.empty() && *sign != '\0') {
                    continue;
                }
                Scenario before;
                before.view.sort = std::string(sign).append(name);
                const auto after = scenarioFromText(scenarioToJson(before).dump());
                QVERIFY2(after.ok(), before.view.sort.c_str());
                QCOMPARE(after->view.sort, before.view.sort);
            }
        }
    }

    void refusesBadInput_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const char* text, ErrorCode code, const char* where) {
            QTest::newRow(name) << QString::fromUtf8(text) << static_cast<int>(code) << QString::fromUtf8(where);
        };
        const auto with = [](const char* rest) {
            return QByteArray(R"({"schema": 1, "model": {"catalog": "Qwen/Qwen3-14B"}, )") + rest + "}";
        };
        row("empty", "", ErrorCode::NotJson, "");
        row("cut off", R"({"schema": 1, "model": )", ErrorCode::NotJson, "");
        row("not an object", "[]", ErrorCode::WrongType, "");
        row("no model", R"({"schema": 1})", ErrorCode::MissingKey, "model");
        row("empty model", R"({"model": {}})", ErrorCode::MissingKey, "model");
        row("two models", R"({"model": {"catalog": "a", "parameters": 7e9}})", ErrorCode::Inconsistent, "model");
        row("newer schema", R"({"schema": 2, "model": {"catalog": "a"}})", ErrorCode::UnsupportedSchema, "schema");
        row("schema as text", R"({"schema": "1", "model": {"catalog": "a"}})", ErrorCode::WrongType, "schema");
        row("unknown key", with(R"("contxt": 4096)"), ErrorCode::UnknownKey, "contxt");
        row("unknown nested key", with(R"("kv_cache": {"key": "f16"})"), ErrorCode::UnknownKey, "kv_cache.key");
        row("key twice", with(R"("context": 1, "context": 2)"), ErrorCode::Duplicate, "");
        row("context as text", with(R"("context": "8192")"), ErrorCode::WrongType, "context");
        row("context as bool", with(R"("context": true)"), ErrorCode::WrongType, "context");
        row("context null", with(R"("context": null)"), ErrorCode::WrongType, "context");
        row("context zero", with(R"("context": 0)"), ErrorCode::OutOfRange, "context");
        row("context negative", with(R"("context": -1)"), ErrorCode::OutOfRange, "context");
        row("context 2^63", with(R"("context": 9223372036854775808)"), ErrorCode::OutOfRange, "context");
        row("context with a fraction", with(R"("context": 3.5)"), ErrorCode::WrongType, "context");
        row("NaN", with(R"("context": NaN)"), ErrorCode::NotJson, "");
        row("1e400", with(R"("context": 1e400)"), ErrorCode::NotFinite, ":1:70");
        row("unknown order", with(R"("view": {"sort": "colour"})"), ErrorCode::UnknownValue, "view.sort");
        row("order without a name", with(R"("view": {"sort": "-"})"), ErrorCode::UnknownValue, "view.sort");
        row("batch too large", with(R"("batch": 1e7)"), ErrorCode::OutOfRange, "batch");
        row("prompt beyond context", with(R"("context": 100, "prompt": 200)"), ErrorCode::OutOfRange, "prompt");
        row("unknown task", with(R"("task": "dreaming")"), ErrorCode::UnknownValue, "task");
        row("kv not an object", with(R"("kv_cache": "f16")"), ErrorCode::WrongType, "kv_cache");
        row("gpus not an array", with(R"("machine": {"gpus": {}})"), ErrorCode::WrongType, "machine.gpus");
        row("gpu without name", with(R"("machine": {"gpus": [{"count": 2}]})"), ErrorCode::MissingKey,
            "machine.gpus[0].name");
        row("no gpu at all", with(R"("machine": {"gpus": [{"name": "a"}, {"name": "b", "count": 0}]})"),
            ErrorCode::OutOfRange, "machine.gpus[1].count");
        row("4,097 cards of two kinds", with(R"("machine": {"gpus": [{"name": "a", "count": 4096}, {"name": "b"}]})"),
            ErrorCode::OutOfRange, "machine.gpus");
        row("rows of 16,385 cards",
            with(R"("view": {"rows": [{"name": "a", "count": 4096}, {"name": "a", "count": 4096},
                 {"name": "a", "count": 4096}, {"name": "a", "count": 4096}, {"name": "b"}]})"),
            ErrorCode::OutOfRange, "view.rows");
        row("negative margin", with(R"("machine": {"margin_percent": -1})"), ErrorCode::OutOfRange,
            "machine.margin_percent");
        row("utilization above 1", with(R"("runtime": {"gpu_memory_utilization": 1.5})"), ErrorCode::OutOfRange,
            "runtime.gpu_memory_utilization");
        row("unknown quantizer rules", with(R"("quantizer": {"fused_qkv": "new"})"), ErrorCode::UnknownValue,
            "quantizer.fused_qkv");
        row("unknown outputs", with(R"("runtime": {"outputs": "some"})"), ErrorCode::UnknownValue, "runtime.outputs");
        row("gpu_layers negative", with(R"("placement": {"gpu_layers": -2})"), ErrorCode::OutOfRange,
            "placement.gpu_layers");
        row("value of an axis as text", with(R"("view": {"axis": "context", "values": [4096, "8k"]})"),
            ErrorCode::WrongType, "view.values[1]");
        row("context to compare too large", with(R"("view": {"axis": "context", "values": [2000000000]})"),
            ErrorCode::OutOfRange, "view.values[0]");
        row("batch zero", with(R"("view": {"axis": "batch", "values": [0]})"), ErrorCode::OutOfRange, "view.values[0]");
        row("unknown task to compare", with(R"("view": {"axis": "task", "values": ["dreaming"]})"),
            ErrorCode::UnknownValue, "view.values[0]");
        row("name without text", with(R"("view": {"axis": "weights", "values": [""]})"), ErrorCode::UnknownValue,
            "view.values[0]");
        row("name as number", with(R"("view": {"axis": "runtime", "values": [4]})"), ErrorCode::WrongType,
            "view.values[0]");
        row("cards are rows", with(R"("view": {"axis": "gpu", "values": ["RTX 4090"]})"), ErrorCode::UnknownKey,
            "view.values");
        row("scenario that is not kept", with(R"("view": {"axis": "scenario", "values": ["a"]})"),
            ErrorCode::UnknownValue, "view.values[0]");
        row("kept scenario without a name", with(R"("view": {"scenarios": [{"scenario": {}}]})"), ErrorCode::MissingKey,
            "view.scenarios[0].name");
        row("kept scenario that is none",
            with(R"("view": {"scenarios": [{"name": "a", "scenario": {"model": {"catalog": "a"}, "context": 0}}]})"),
            ErrorCode::OutOfRange, "view.scenarios[0].scenario.context");
        row("two of one name", with(R"("view": {"scenarios": [{"name": "a", "scenario": {"model": {"catalog": "a"}}},
                                           {"name": "a", "scenario": {"model": {"catalog": "b"}}}]})"),
            ErrorCode::Duplicate, "view.scenarios[1].name");
        row("unknown view axis", with(R"("view": {"axis": "moon"})"), ErrorCode::UnknownValue, "view.axis");
        row("unknown optimizer", with(R"("training": {"optimizer": "magic"})"), ErrorCode::UnknownValue,
            "training.optimizer");
    }
    void refusesBadInput() {
        QFETCH(QString, text);
        QFETCH(int, code);
        QFETCH(QString, where);
        const auto scenario = scenarioFromText(text.toStdString());
        QVERIFY(!scenario.ok());
        QCOMPARE(QString::fromUtf8(errorCodeId(scenario.error().code).data()),
                 QString::fromUtf8(errorCodeId(static_cast<ErrorCode>(code)).data()));
        if (!where.isEmpty()) {
            QCOMPARE(QString::fromStdString(scenario.error().where), where);
        }
    }

    void gpuLayersMayBeNull() {
        const auto scenario = scenarioFromText(
            R"({"model": {"catalog": "x"}, "placement": {"mode": "auto", "gpu_layers": null, "cpu_experts": null}})");
        QVERIFY(scenario.ok());
        QVERIFY(!scenario->placement.gpuLayers);
    }

    void unknownNamesComeWithTheNearest_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("suggestion");
        QTest::newRow("model") << R"({"model": {"catalog": "Qwen/Qwen3-14"}})"
                               << static_cast<int>(ErrorCode::UnknownModel) << "model.catalog"
                               << "Qwen/Qwen3-14B";
        QTest::newRow("gpu")
            << R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "machine": {"gpus": [{"name": "RTX 4091"}]}})"
            << static_cast<int>(ErrorCode::UnknownGpu) << "machine.gpus[0].name"
            << "GeForce RTX 4090";
        QTest::newRow("weights") << R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "weights": "Q4_K_N"})"
                                 << static_cast<int>(ErrorCode::UnknownWeightFormat) << "weights"
                                 << "Q4_K_M";
        QTest::newRow("kv") << R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "kv_cache": {"v": "q9_0"}})"
                            << static_cast<int>(ErrorCode::UnknownKvFormat) << "kv_cache.v"
                            << "q8_0";
        QTest::newRow("runtime") << R"({"model": {"catalog": "Qwen/Qwen3-14B"}, "runtime": {"name": "lama.cpp"}})"
                                 << static_cast<int>(ErrorCode::UnknownRuntime) << "runtime.name"
                                 << "llama.cpp";
    }
    void unknownNamesComeWithTheNearest() {
        QFETCH(QString, text);
        QFETCH(int, code);
        QFETCH(QString, where);
        QFETCH(QString, suggestion);
        const auto scenario = scenarioFromText(text.toStdString());
        QVERIFY(scenario.ok());
        const auto resolved = resolve(*scenario, catalog());
        QVERIFY(!resolved.ok());
        QCOMPARE(static_cast<int>(resolved.error().code), code);
        QCOMPARE(QString::fromStdString(resolved.error().where), where);
        const auto& arguments = resolved.error().arguments;
        QVERIFY2(std::find(arguments.begin() + 1, arguments.end(), suggestion.toStdString()) != arguments.end(),
                 "the nearest name is not suggested");
    }

    void blockTypesAreNoFileFormats() {
        Scenario scenario;
        scenario.weights = "Q8_K";
        const auto resolved = resolve(scenario, catalog());
        QVERIFY(!resolved.ok());
        QVERIFY(resolved.error().code == ErrorCode::UnknownWeightFormat);
    }

    void oneNameMeansTheTypeOfTheRuntimesContainer() {
        Scenario scenario;
        scenario.model = CatalogName{"openai/gpt-oss-20b"};
        scenario.weights = "MXFP4";
        auto resolved = resolve(scenario, catalog());
        QVERIFY(resolved.ok());
        QCOMPARE(resolved->format.id, std::string("MXFP4_MOE"));
        scenario.runtime.name = "vLLM";
        resolved = resolve(scenario, catalog());
        QVERIFY(resolved.ok());
        QCOMPARE(resolved->format.id, std::string("MXFP4"));
    }

    void defaultsComeFromTheRuntime() {
        Scenario scenario;
        auto resolved = resolve(scenario, catalog());
        QVERIFY(resolved.ok());
        QCOMPARE(resolved->keyFormat.id, std::string("f16"));
        QCOMPARE(resolved->scenario.runtime.version, std::string("0.5.0"));
        scenario.runtime.name = "vllm";
        scenario.weights = "F32";
        resolved = resolve(scenario, catalog());
        QVERIFY(resolved.ok());
        QCOMPARE(resolved->keyFormat.id, std::string("auto"));
        QCOMPARE(resolved->keyFormat.blockBytes.value(), 4); // the model's own type
    }

    void whatCannotBeSizedYetSaysSo() {
        Scenario scenario;
        scenario.task = Task::Full; // under llama.cpp
        QVERIFY(resolve(scenario, catalog()).error().code == ErrorCode::UnsupportedTask);
        scenario = {};
        scenario.runtime.name = "torchtune";
        QVERIFY(resolve(scenario, catalog()).error().code == ErrorCode::UnsupportedRuntime);
        scenario = {};
        scenario.model = ModelFile{"/no/such.gguf"};
        QVERIFY(resolve(scenario, catalog()).error().code == ErrorCode::FileUnreadable);
        // A configuration that tells too little has no weights to answer with.
        scenario.model = ModelConfig{R"({"architectures": ["NobodysForCausalLM"], "hidden_size": 64})"};
        QVERIFY(!resolve(scenario, catalog()).ok());
    }

    void genericModelsAreBounded() {
        Scenario scenario;
        scenario.model = ModelSize{99};
        const auto resolved = resolve(scenario, catalog());
        QVERIFY(!resolved.ok());
        QVERIFY(resolved.error().code == ErrorCode::OutOfRange);
        scenario.model = ModelSize{7'123'456'789};
        const auto good = resolve(scenario, catalog());
        QVERIFY(good.ok());
        QVERIFY(good->model.source == ArchitectureSource::Generic);
        QCOMPARE(good->model.parameters, 7'123'456'789);
        QVERIFY(!good->model.maxContext);
    }

    void theResolverAnswersTheSameWithAndWithoutMemory() {
        Resolver resolver(catalog());
        for (const char* weights : {"Q4_K_M", "Q8_0", "F16", "Q4_K_M"}) {
            for (const char* model : {"Qwen/Qwen3-14B", "openai/gpt-oss-20b"}) {
                Scenario scenario;
                scenario.model = CatalogName{model};
                scenario.weights = weights;
                const auto remembered = resolver.resolve(scenario);
                const auto fresh = resolve(scenario, catalog());
                QVERIFY(remembered.ok() && fresh.ok());
                QCOMPARE(remembered->weights->total.typical.count(), fresh->weights->total.typical.count());
                QCOMPARE(remembered->model.name, fresh->model.name);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestScenario)
#include "tst_scenario.moc"
