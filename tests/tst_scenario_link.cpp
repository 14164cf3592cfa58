// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/advice/examples.h"
#include "core/scenario/scenario_link.h"
#include "measured_cases.h"

#include <random>

using namespace vram;
using namespace Qt::StringLiterals;

namespace {

std::string linkText(const Scenario& scenario) {
    const Result<ScenarioLink> link = linkOf(scenario);
    return link ? link->text : std::string(errorCodeId(link.error().code));
}

/// What comes back is what went in; a message where it is not.
QString roundTrip(const Scenario& scenario) {
    const std::string text = linkText(scenario);
    const Result<Scenario> again = scenarioFromLink(text);
    if (!again) {
        return QString::fromStdString(text + ": " + std::string(errorCodeId(again.error().code)) + " at " +
                                      again.error().where);
    }
    return *again == scenario ? QString() : QString::fromStdString(text + " is another scenario");
}

Scenario read(const char* json) {
    const Result<Scenario> scenario = scenarioFromText(json);
    if (!scenario) {
        qFatal("%s", test::words(scenario.error()).constData());
    }
    return *scenario;
}

} // namespace

class ScenarioLinkTest : public QObject {
    Q_OBJECT

private slots:
    void readsLikeASentence();
    void leavesOutWhatIsUsual();
    void everyMeasuredScenarioComesBack();
    void everyExampleComesBack();
    void everyKeyComesBack_data();
    void everyKeyComesBack();
    void awkwardTextComesBack();
    void randomScenariosComeBack();
    void foldersStayAtHome();
    void whatPeopleTypeIsRead();
    void badLinksAreRefused_data();
    void badLinksAreRefused();
    void longLinksAreRefused();
    void linksAreFoundInMessages();
};

void ScenarioLinkTest::readsLikeASentence() {
    const Scenario scenario = read(R"({"model": {"catalog": "Qwen/Qwen3-32B"}, "context": 32768, "batch": 4,
        "kv_cache": {"k": "q8_0", "v": "q8_0"}, "runtime": {"name": "vLLM", "version": "0.19"},
        "machine": {"gpus": [{"name": "RTX 4090", "count": 2}, {"name": "RTX 3090"}], "ram_gib": 128}})");
    QCOMPARE(QString::fromStdString(linkText(scenario)),
             u"vram-sizer:?model=Qwen/Qwen3-32B&weights=Q4_K_M&context=32k&batch=4&kv_cache.k=q8_0&kv_cache.v=q8_0"
             "&runtime=vLLM&runtime.version=0.19&gpu=2x+RTX+4090&gpu=RTX+3090&machine.ram_gib=128"_s);
    QCOMPARE(roundTrip(scenario), QString());
}

void ScenarioLinkTest::leavesOutWhatIsUsual() {
    QCOMPARE(QString::fromStdString(linkText({})), u"vram-sizer:?model=Qwen/Qwen3-14B&weights=Q4_K_M&context=8k"_s);
    QVERIFY(*scenarioFromLink("vram-sizer:?model=Qwen/Qwen3-14B") == Scenario{});
}

void ScenarioLinkTest::everyMeasuredScenarioComesBack() {
    int count = 0;
    for (const char* const name :
         {"gguf_sizes", "llamacpp_cpu", "llamacpp_cuda", "speed", "speed_community", "training", "training_bounds",
          "training_published", "transformers_inference", "vllm"}) {
        for (const test::MeasuredCase& measured : test::measuredCases(name)) {
            const Result<Scenario> scenario = scenarioFromJson(measured.scenario);
            QVERIFY2(scenario.ok(), measured.id.c_str());
            const QString problem = roundTrip(*scenario);
            QVERIFY2(problem.isEmpty(), qPrintable(QString::fromStdString(measured.id) + u": "_s + problem));
            QVERIFY2(linkText(*scenario).size() < 700, measured.id.c_str());
            ++count;
        }
    }
    QVERIFY2(count > 4000, qPrintable(QString::number(count)));
}

void ScenarioLinkTest::everyExampleComesBack() {
    QVERIFY(!examples().empty());
    for (const Example& example : examples()) {
        QCOMPARE(roundTrip(exampleScenario(example)), QString());
    }
}

void ScenarioLinkTest::everyKeyComesBack_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("size") << QByteArray(R"({"model": {"parameters": 7000000000}})");
    QTest::newRow("address") << QByteArray(R"({"model": {"file": "hf:org/name@main:folder/a b-Q4_K_M.gguf"}})");
    QTest::newRow("config") << QByteArray(
        R"({"model": {"config": {"hidden_size": 4096, "a.b": [1, {"c": "é&=+ %"}], "rope": {"x": null}}}})");
    QTest::newRow("empty config") << QByteArray(R"({"model": {"config": {}}})");
    QTest::newRow("runtime") << QByteArray(
        R"({"model": {"catalog": "m"}, "prompt": 4096, "quantizer": {"imatrix": true, "fused_qkv": "own-rules"},
            "runtime": {"name": "SGLang", "version": "0.5", "flash_attention": false, "logical_batch": 4096, "ubatch": 512,
            "unified_kv": true, "swa_full": false, "outputs": "all", "gpu_memory_utilization": 0.95,
            "max_num_batched_tokens": 8192, "max_num_seqs": 256, "cuda_graphs": false, "mem_fraction_static": 0.875,
            "free_gpu_memory_fraction": 1, "chunked_prefill_size": 2048, "cuda_graph_max_bs": 160, "page_size": 64}})");
    QTest::newRow("machine") << QByteArray(
        R"({"model": {"catalog": "m"}, "machine": {"gpus": [{"name": "2x odd", "count": 1}, {"name": "A&B=C", "count": 4095}],
            "ram_gib": 31.25, "ram_gb_s": 89.6, "margin_percent": 0, "desktop_mib": 512, "ram_type": "DDR5-5600",
            "ram_channels": 4, "cpu_cores": 16, "pcie": "4.0x8", "disk_gb_s": 7}})");
    QTest::newRow("placement") << QByteArray(
        R"({"model": {"catalog": "m"}, "placement": {"mode": "tensor", "gpu_layers": 0, "cpu_experts": 12,
            "vram_budget_mib": 20000, "kv": "ram", "offload": "experts", "split": "row", "ratios": [1, 2.5], "main_gpu": 1,
            "mmap": false, "mlock": true, "tensor_parallel": 2, "pipeline_parallel": 1, "data_parallel": 3,
            "expert_parallel": true}})");
    QTest::newRow("extras") << QByteArray(
        R"({"model": {"catalog": "m"}, "extras": {"vision": true, "mtp": 3, "lora": {"rank": 32, "targets": "q,v"},
            "draft": {"model": "Qwen/Qwen3-0.6B", "weights": "Q8_0", "context": 4096, "kv_cache": {"k": "f16"}}}})");
    QTest::newRow("usual adapter") << QByteArray(R"({"model": {"catalog": "m"}, "extras": {"lora": {}, "mtp": true}})");
    QTest::newRow("training") << QByteArray(
        R"({"model": {"catalog": "m"}, "task": "lora", "weights": "BF16", "training": {"method": "dpo",
            "optimizer": "adamw-8bit", "lora_rank": 64, "checkpointing": false, "gradient_accumulation": 8}})");
    QTest::newRow("target, seen, view") << QByteArray(
        R"({"model": {"catalog": "m"}, "target": {"first_token_s": 0.5, "decode_tok_s": 20}, "seen": {"vram_mib": 20000.5,
            "note": "with desktop: \"yes\"\nsecond line"}, "view": {"rows": [{"name": "CPU"}, {"name": "RTX 4090", "count": 2}],
            "scale": "share", "sort": "-memory"}})");
}

void ScenarioLinkTest::everyKeyComesBack() {
    QFETCH(QByteArray, json);
    const Scenario scenario = read(json.constData());
    QCOMPARE(roundTrip(scenario), QString());
    // Nothing that a chat or a shell's quotes would break.
    for (const char character : linkText(scenario)) {
        QVERIFY2(character > ' ' && character < 0x7F &&
                     std::string_view("\"'<>`\\{}|^").find(character) == std::string_view::npos,
                 &character);
    }
}

void ScenarioLinkTest::awkwardTextComesBack() {
    // A name may look like anything: a number, a word of JSON, an array, a link.
    for (const char* const name : {"", "12", "-1.5e3", "true", "null", "[1]", "{\"a\": 1}", "\"quoted\"", "1x RTX",
                                   "0x ", "a+b c%20&=?#", "顯示卡 🙂", "vram-sizer:?model=x", "32k", " "}) {
        Scenario scenario;
        scenario.model = CatalogName{name};
        scenario.weights = name;
        scenario.runtime.version = name;
        scenario.kvCache.k = name;
        scenario.seen.note = name;
        scenario.machine.gpus = {{name, 1}, {name, 3}};
        scenario.view.rows = {{name, 1}};
        QCOMPARE(roundTrip(scenario), QString());
    }
}

void ScenarioLinkTest::randomScenariosComeBack() {
    std::minstd_rand random(20261129);
    const auto below = [&random](unsigned most) { return static_cast<std::int64_t>(random() % most); };
    for (int i = 0; i < 2000; ++i) {
        Scenario scenario;
        scenario.context = 1 + below(2'000'000);
        scenario.batch = 1 + below(1000);
        scenario.machine.ramGib = static_cast<double>(1 + below(100'000)) / 7;
        scenario.machine.marginPercent = static_cast<double>(below(500)) / 10;
        for (std::int64_t kinds = below(4); kinds > 0; --kinds) {
            scenario.machine.gpus.push_back(
                {std::string(static_cast<std::size_t>(below(5)), static_cast<char>(' ' + below(95))), 1 + below(64)});
        }
        if (below(2) == 0) {
            scenario.prompt = 1 + below(static_cast<unsigned>(scenario.context));
        }
        if (below(2) == 0) {
            scenario.placement.gpuLayers = below(200);
        }
        if (below(3) == 0) {
            scenario.runtime.gpuMemoryUtilization = static_cast<double>(1 + below(99)) / 100;
        }
        for (std::int64_t length = below(12); length > 0; --length) {
            scenario.seen.note += static_cast<char>(1 + below(126));
        }
        QCOMPARE(roundTrip(scenario), QString());
    }
}

void ScenarioLinkTest::foldersStayAtHome() {
    const auto linkOfFile = [](const char* path) {
        Scenario scenario;
        scenario.model = ModelFile{path};
        return *linkOf(scenario);
    };
    for (const char* const path :
         {"/home/me/secret/model.gguf", "C:\\Users\\me\\model.gguf", "model.gguf/", "../model.gguf"}) {
        const ScenarioLink link = linkOfFile(path);
        QVERIFY2(link.leftOutFolder, path);
        QVERIFY2(link.text.starts_with("vram-sizer:?model.file=model.gguf&"), link.text.c_str());
        QVERIFY(std::get<ModelFile>(scenarioFromLink(link.text)->model).path == "model.gguf");
    }
    QVERIFY(!linkOfFile("model.gguf").leftOutFolder);
    const ScenarioLink address = linkOfFile("hf:org/name:folder/model.gguf");
    QVERIFY(!address.leftOutFolder);
    QVERIFY(address.text.find("model.file=hf:org/name:folder/model.gguf&") != std::string::npos);
}

void ScenarioLinkTest::whatPeopleTypeIsRead() {
    const Result<Scenario> scenario =
        scenarioFromLink("vram-sizer:///?model=a%20b&context=128K&prompt=1M&&gpu=3x%20RTX+4090&machine.gpus=[]");
    QCOMPARE(scenario.error().code, ErrorCode::BadLink); // a part that is empty
    const Result<Scenario> good = scenarioFromLink(
        "vram-sizer:///?model=顯示卡&context=1m&prompt=128K&gpu=3x%20RTX+4090&row=%5B%7B%22name%22:%22A%22%7D%5D");
    QVERIFY(good.ok());
    QVERIFY(good->model == ModelSource(CatalogName{"顯示卡"}));
    QCOMPARE(good->context, 1'048'576);
    QCOMPARE(*good->prompt, 131'072);
    QVERIFY((good->machine.gpus == std::vector<GpuChoice>{{"RTX 4090", 3}}));
    QVERIFY((good->view.rows == std::vector<GpuChoice>{{"A", 1}}));
}

void ScenarioLinkTest::badLinksAreRefused_data() {
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* tag, const char* link, const char* code, const char* where = "") {
        QTest::newRow(tag) << QByteArray(link) << QByteArray(code) << QByteArray(where);
    };
    row("nothing", "", "bad-link");
    row("another scheme", "http://example.org/?model=x", "bad-link");
    row("no question mark", "vram-sizer:model=x", "bad-link");
    row("no parts", "vram-sizer:?", "missing-key", "model");
    row("no equals sign", "vram-sizer:?model", "bad-link", "model");
    row("half an escape", "vram-sizer:?model=a%2", "bad-link", "model=a%2");
    row("no escape", "vram-sizer:?model=a%-1", "bad-link", "model=a%-1");
    row("no UTF-8", "vram-sizer:?model=%FF", "bad-link", "model=%FF");
    row("unknown key", "vram-sizer:?model=x&colour=red", "unknown-key", "colour");
    row("unknown key below", "vram-sizer:?model=x&runtime.colour=red", "unknown-key", "runtime.colour");
    row("twice", "vram-sizer:?model=x&model=y", "duplicate");
    row("a value and an object", "vram-sizer:?model=x&context=1&context.k=1", "duplicate");
    row("an object and a value", "vram-sizer:?kv_cache.k=f16&kv_cache=f16&model=x", "duplicate");
    row("two models", "vram-sizer:?model=x&model.parameters=7000000000", "inconsistent", "model");
    row("word for a number", "vram-sizer:?model=x&context=many", "wrong-type", "context");
    row("out of range", "vram-sizer:?model=x&context=0", "out-of-range", "context");
    row("beyond 64 bits", "vram-sizer:?model=x&context=99999999999999999999k", "wrong-type", "context");
    row("no card", "vram-sizer:?model=x&gpu=0x+RTX+4090", "out-of-range", "machine.gpus[0].count");
    row("path without end", "vram-sizer:?model=x&a.b.c.d.e.f.g.h.i.j.k=1", "unknown-key");
    row("absolute path", "vram-sizer:?model.file=/etc/passwd", "bad-link", "model.file");
    row("path on a server", "vram-sizer:?model.file=%5C%5Cserver%5Cshare", "bad-link", "model.file");
    row("folder above", "vram-sizer:?model.file=..", "bad-link", "model.file");
    row("schema of tomorrow", "vram-sizer:?schema=2&model=x", "unsupported-schema", "schema");
}

void ScenarioLinkTest::badLinksAreRefused() {
    QFETCH(QByteArray, link);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, where);
    const Result<Scenario> scenario = scenarioFromLink(link.toStdString());
    QVERIFY(!scenario.ok());
    const std::string_view id = errorCodeId(scenario.error().code);
    QCOMPARE(QByteArray(id.data(), static_cast<qsizetype>(id.size())), code);
    QCOMPARE(QByteArray::fromStdString(scenario.error().where), where);
}

void ScenarioLinkTest::longLinksAreRefused() {
    QCOMPARE(scenarioFromLink("vram-sizer:?model=" + std::string(kLongestLink, 'x')).error().code, ErrorCode::TooLarge);
    Scenario scenario;
    scenario.seen.note = std::string(kLongestLink, 'x');
    QCOMPARE(linkOf(scenario).error().code, ErrorCode::TooLarge);
    std::string many = "vram-sizer:?model=x";
    for (int i = 0; i < 1100; ++i) {
        many += "&row=a";
    }
    QCOMPARE(scenarioFromLink(many).error().code, ErrorCode::BadLink);
}

void ScenarioLinkTest::linksAreFoundInMessages() {
    QVERIFY(findLink("look: <vram-sizer:?model=x&context=8k> and?") == "vram-sizer:?model=x&context=8k");
    QVERIFY(findLink("Qwen3\nvram-sizer:?model=x\r\nbye") == "vram-sizer:?model=x");
    QVERIFY(findLink("nothing here").empty());
}

QTEST_APPLESS_MAIN(ScenarioLinkTest)
#include "tst_scenario_link.moc"
