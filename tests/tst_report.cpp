// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/report/explain.h"
#include "core/report/report_json.h"
#include "tests/answers.h"

#include <algorithm>
#include <set>

using namespace vram;
using namespace vram::test;

namespace {

Scenario on(std::vector<GpuChoice> gpus) {
    Scenario scenario;
    scenario.machine.gpus = std::move(gpus);
    return scenario;
}

bool hasNote(const Report& report, std::string_view code) {
    return std::ranges::any_of(report.notes, [&](const Note& note) { return note.code == code; });
}

const Wording kCodesOnly{[](const Note& note) { return std::string(note.code); },
                         [](const Error& error) { return std::string(errorCodeId(error.code)); }};

} // namespace

class TestReport : public QObject {
    Q_OBJECT

private slots:
    void theFirstScreenTeachesAllThreeOutcomes() {
        QVERIFY(answered(on({{"RTX 4060 8GB", 1}})).verdict == Verdict::Offload);
        QVERIFY(answered(on({{"RTX 4090", 1}})).verdict == Verdict::Fits);
        QVERIFY(answered(on({{"RTX 3060 12GB", 1}})).verdict == Verdict::Tight);
    }

    // No file of an architecture that llama.cpp does not know can be loaded, however large the card.
    void whatLlamaCppCannotLoadIsNoYes() {
        Scenario scenario = on({{"H200", 8}});
        scenario.model = CatalogName{"MiniMaxAI/MiniMax-M1-80k"};
        const Report refused = answered(scenario);
        QVERIFY(hasNote(refused, "no-gguf"));
        QVERIFY(refused.verdict == Verdict::No);
        QVERIFY(refused.headroom > Bytes{} && refused.command.empty());
        scenario.runtime.name = "vLLM";
        scenario.weights = "FP8";
        QVERIFY(answered(scenario).verdict != Verdict::No);
    }

    void tensorPlacementUnderLlamaCppIsSaid() {
        Scenario scenario = on({{"RTX 4090", 2}});
        const Report layers = answered(scenario);
        scenario.placement.mode = PlacementMode::Tensor;
        const Report asked = answered(scenario);
        QVERIFY(hasNote(asked, "layers-instead") && !hasNote(layers, "layers-instead"));
        QVERIFY(asked.needTotal == layers.needTotal);
        scenario.machine.gpus = {{"RTX 4090", 1}};
        QVERIFY(!hasNote(answered(scenario), "layers-instead"));
        scenario.machine.gpus = {{"RTX 4090", 2}};
        scenario.runtime.name = "vLLM";
        scenario.weights = "AWQ";
        QVERIFY(!hasNote(answered(scenario), "layers-instead"));
    }

    // The verdict is exactly: fits up to usable x (1 - margin), tight up to usable, by the high end of the need.
    void verdictFollowsTheMarginExactly() {
        Scenario scenario = on({{"RTX 4090", 1}});
        bool sawTight = false;
        for (std::int64_t context = 8192; context <= 131072; context += 1024) {
            scenario.context = context;
            const Report report = answered(scenario);
            const double usable = static_cast<double>(report.devices.front().usable.low.count());
            const Bytes need = report.needTotal.high;
            const bool comfortable = need <= Bytes::fromDouble(usable * 0.9);
            const bool fits = static_cast<double>(need.count()) <= usable;
            QCOMPARE(report.verdict == Verdict::Fits, comfortable);
            QCOMPARE(report.verdict == Verdict::Tight, fits && !comfortable);
            QCOMPARE(report.headroom < Bytes{}, !fits);
            sawTight = sawTight || report.verdict == Verdict::Tight;
        }
        QVERIFY(sawTight);
        scenario.context = 8192;
        scenario.machine.marginPercent = 60;
        QVERIFY(answered(scenario).verdict == Verdict::Tight);
    }

    // One layer more than was placed would not leave the margin.
    void offloadPlacesTheMostLayersThatLeaveTheMargin() {
        Scenario scenario = on({{"RTX 4060", 1}});
        const Report automatic = answered(scenario);
        QVERIFY(automatic.verdict == Verdict::Offload);
        QVERIFY(automatic.gpuLayers > 0 && automatic.gpuLayers < 41);
        QCOMPARE(automatic.layersTotal, 41);
        const DeviceReport& card = automatic.devices.front();
        const double limit = static_cast<double>(card.usable.low.count()) * 0.9;
        QVERIFY(static_cast<double>(card.total.high.count()) <= limit);
        scenario.placement.gpuLayers = automatic.gpuLayers + 1;
        const Report more = answered(scenario);
        QVERIFY(static_cast<double>(more.devices.front().total.high.count()) > limit);
    }

    void offloadNeedsEnoughRam() {
        Scenario scenario = on({{"RTX 4060", 1}});
        scenario.machine.ramGib = 2;
        const Report report = answered(scenario);
        QVERIFY(report.verdict == Verdict::No);
        QVERIFY(hasNote(report, "ram-short"));
    }

    void chosenLayersStay() {
        Scenario scenario = on({{"RTX 4090", 1}});
        scenario.placement.gpuLayers = 20;
        const Report report = answered(scenario);
        QCOMPARE(report.gpuLayers, 20);
        QVERIFY(report.verdict == Verdict::Offload);
        // 40 blocks and the output layer: 41 - 20 = 21 blocks stay in RAM with the token embedding.
        const Report all = answered(on({{"RTX 4090", 1}}));
        QVERIFY(report.host->parts.typical(MemoryPart::Weights) > all.host->parts.typical(MemoryPart::Weights));
        const Bytes sum =
            report.devices.front().parts.typical(MemoryPart::Weights) + report.host->parts.typical(MemoryPart::Weights);
        QCOMPARE(sum.count(), report.memory.typical(MemoryPart::Weights).count());
        // KV lies with its layers: 19 of 40 blocks on the card (the output layer is the twentieth).
        QCOMPARE(report.devices.front().parts.typical(MemoryPart::KvCache).count() * 40,
                 report.memory.typical(MemoryPart::KvCache).count() * 19);
    }

    void theDesktopTakesItsPartOfTheFirstCardOnly() {
        Scenario scenario = on({{"RTX 3090", 2}});
        const Report usual = answered(scenario);
        QCOMPARE((usual.devices[1].usable.low - usual.devices[0].usable.low).count(), (kMiB * 640).count());
        scenario.machine.desktopMib = 0;
        const Report headless = answered(scenario);
        QCOMPARE(headless.devices[0].usable.low.count(), headless.devices[1].usable.low.count());
        const Report server = answered(on({{"A100 80GB", 2}}));
        QCOMPARE(server.devices[0].usable.low.count(), server.devices[1].usable.low.count());
    }

    void cpuOnlyIsJudgedAgainstRam() {
        Scenario scenario = on({});
        scenario.machine.ramGib = 64;
        QVERIFY(answered(scenario).verdict == Verdict::Fits);
        scenario.machine.ramGib = 8;
        const Report report = answered(scenario);
        QVERIFY(report.verdict == Verdict::No);
        QVERIFY(report.devices.empty());
        QCOMPARE(report.usable.count(), (kGiB * 8).count());
        scenario.runtime.name = "vLLM";
        scenario.weights = "BF16";
        QVERIFY(hasNote(answered(scenario), "unsupported-runtime"));
    }

    void twoCardsHoldWhatOneCannot() {
        Scenario scenario = on({{"RTX 3090", 1}});
        scenario.model = CatalogName{"meta-llama/Llama-3.3-70B-Instruct"};
        QVERIFY(answered(scenario).verdict == Verdict::Offload);
        scenario.machine.gpus = {{"RTX 3090", 3}};
        const Report report = answered(scenario);
        QVERIFY(report.verdict == Verdict::Fits);
        QCOMPARE(report.devices.size(), std::size_t{3});
        Bytes kv;
        for (const DeviceReport& device : report.devices) {
            QVERIFY(device.parts.typical(MemoryPart::KvCache) > Bytes{});
            kv += device.parts.typical(MemoryPart::KvCache);
        }
        QCOMPARE(kv.count(), report.memory.typical(MemoryPart::KvCache).count());
    }

    // Qwen3-14B in BF16: a quarter of 29,536,614,400 B, the whole table of positions (40,960 x 128 x 2 B), and what
    // PyTorch's allocator rounds up: in 40 layers gate and up from 85 to 86 MiB and q, k, v from 17.5 to 18 MiB.
    void tensorParallelSharesWeightsAndCache() {
        Scenario scenario = on({{"H100", 1}});
        scenario.runtime.name = "vLLM";
        scenario.weights = "BF16";
        const Report one = answered(scenario);
        scenario.machine.gpus = {{"H100", 4}};
        const Report four = answered(scenario);
        QCOMPARE(four.devices.size(), std::size_t{4});
        QCOMPARE(four.devices[0].parts.typical(MemoryPart::Weights).count(),
                 29'536'614'400 / 4 + 10'485'760 + 40 * 1'572'864);
        QCOMPARE(four.devices[0].parts.typical(MemoryPart::KvCache).count() * 4,
                 one.devices[0].parts.typical(MemoryPart::KvCache).count());
        QVERIFY(four.devices[0].kvPool->tokens > one.devices[0].kvPool->tokens * 4);
    }

    // 40 layers in three stages: vLLM gives the one left over to the stage before the last.
    void pipelineStagesAreCutAsVllmDoes() {
        Scenario scenario = on({{"H100", 3}});
        scenario.runtime.name = "vLLM";
        scenario.weights = "BF16";
        scenario.placement.mode = PlacementMode::Pipeline;
        const Report report = answered(scenario);
        QCOMPARE(report.devices.size(), std::size_t{3});
        const auto kv = [&](std::size_t i) { return report.devices[i].parts.typical(MemoryPart::KvCache).count(); };
        QCOMPARE(kv(0), report.memory.typical(MemoryPart::KvCache).count() / 40 * 13);
        QCOMPARE(kv(1), kv(0) / 13 * 14);
        QCOMPARE(kv(2), kv(0));
    }

    void unifiedMemoryIsOnePool() {
        Scenario scenario = on({{"Apple M4 Max 64GB", 1}});
        const Report report = answered(scenario);
        QVERIFY(report.verdict == Verdict::Fits);
        // 75 % of 64 GiB by default; the host's part lies in the same pool.
        QCOMPARE(report.usable.count(), (kGiB * 48).count());
        QCOMPARE(report.needTotal.typical.count(), report.total.typical.count());
        QVERIFY(hasNote(report, "unified-memory"));
    }

    void runtimesThatCannotUseACardSaySo_data() {
        QTest::addColumn<QString>("gpu");
        QTest::addColumn<QString>("runtime");
        QTest::addColumn<QString>("weights");
        QTest::addColumn<QString>("note");
        QTest::newRow("vLLM on Apple") << "Apple M4 Max 64GB"
                                       << "vLLM"
                                       << "BF16"
                                       << "unsupported-runtime";
        QTest::newRow("vLLM on Pascal") << "GTX 1080"
                                        << "vLLM"
                                        << "F16"
                                        << "unsupported-runtime";
        QTest::newRow("BF16 in vLLM on Turing") << "RTX 2080"
                                                << "vLLM"
                                                << "BF16"
                                                << "unsupported-format";
        QTest::newRow("GGUF in Transformers") << "RTX 4090"
                                              << "Transformers"
                                              << "Q4_K_M"
                                              << "unsupported-format";
        QTest::newRow("AWQ in llama.cpp") << "RTX 4090"
                                          << "llama.cpp"
                                          << "AWQ"
                                          << "unsupported-format";
        QTest::newRow("FP8 in Transformers on Ampere") << "RTX 3090"
                                                       << "Transformers"
                                                       << "FP8"
                                                       << "unsupported-format";
        QTest::newRow("NF4 on Apple") << "Apple M4 Max 64GB"
                                      << "Transformers"
                                      << "NF4"
                                      << "unsupported-format";
        QTest::newRow("llama.cpp on Gaudi") << "Gaudi 3"
                                            << "llama.cpp"
                                            << "Q4_K_M"
                                            << "unsupported-runtime";
    }
    void runtimesThatCannotUseACardSaySo() {
        QFETCH(QString, gpu);
        QFETCH(QString, runtime);
        QFETCH(QString, weights);
        QFETCH(QString, note);
        Scenario scenario = on({{gpu.toStdString(), 1}});
        scenario.runtime.name = runtime.toStdString();
        scenario.weights = weights.toStdString();
        scenario.context = 512;
        const Report report = answered(scenario);
        QVERIFY(report.verdict == Verdict::No);
        QVERIFY(hasNote(report, note.toStdString()));
        QVERIFY(!hasNote(report, "ram-short"));
        QVERIFY(report.command.empty());
    }

    void anUnknownCacheIsAbsentAndNeverJudged() {
        Scenario scenario = on({{"RTX 4090", 1}});
        const auto& models = shippedCatalog()->models();
        const auto unknown = std::ranges::find(models, false, &CatalogModel::cacheKnown);
        QVERIFY(unknown != models.end());
        scenario.model = CatalogName{unknown->id};
        const Report report = answered(scenario);
        QVERIFY(report.verdict == Verdict::Unknown);
        QVERIFY(!report.memory.get(MemoryPart::KvCache));
        QVERIFY(!report.kvBytesPerToken);
        const auto json = reportToJson(report, kCodesOnly);
        QVERIFY(!json["memory"].contains("kv_cache"));
        QVERIFY(!json.contains("kv_bytes_per_token"));
    }

    void aSizeThatLeaves64BitsIsAnError() {
        Scenario scenario = on({{"RTX 4090", 1}});
        scenario.context = kMostContext;
        scenario.batch = kMostBatch;
        const auto resolved = resolve(scenario, shippedCatalog());
        QVERIFY(resolved.ok());
        const auto result = report(*resolved);
        QVERIFY(!result.ok());
        QVERIFY(result.error().code == ErrorCode::Overflow);
    }

    void partsSumToTotalsEverywhere() {
        Resolver resolver(shippedCatalog());
        for (const char* runtime : {"llama.cpp", "vLLM", "Transformers"}) {
            for (const char* model : {"Qwen/Qwen3-14B", "google/gemma-3-27b-it", "deepseek-ai/DeepSeek-V2-Lite-Chat",
                                      "openai/gpt-oss-20b", "Qwen/Qwen3-Next-80B-A3B-Instruct"}) {
                Scenario scenario = on({{"A100 80GB", 2}});
                scenario.model = CatalogName{model};
                scenario.runtime.name = runtime;
                scenario.weights = std::string_view(runtime) == "llama.cpp" ? "Q4_K_M" : "BF16";
                const auto resolved = resolver.resolve(scenario);
                QVERIFY(resolved.ok());
                const auto result = report(*resolved);
                QVERIFY(result.ok());
                Bytes devices;
                for (const DeviceReport& device : result->devices) {
                    devices += device.total.typical;
                }
                QCOMPARE((devices + result->host->total.typical).count(), result->total.typical.count());
                QCOMPARE(result->needTotal.typical.count(), result->need.total().typical.count());
            }
        }
    }

    void rowsAnswerAsSingleReportsDo() {
        Scenario scenario;
        scenario.context = 16384;
        std::vector<Machine> machines;
        for (const char* name : {"RTX 4060", "RTX 4090", "A100 80GB", "Apple M4 Max 64GB"}) {
            MachineChoice machine;
            machine.gpus = {{name, 1}};
            machines.push_back(resolveMachine(machine, *shippedCatalog()).value());
        }
        const auto resolved = resolve(scenario, shippedCatalog());
        QVERIFY(resolved.ok());
        const auto rows = reportRows(*resolved, machines);
        QCOMPARE(rows.size(), machines.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            Resolved single = *resolved;
            single.machine = machines[i];
            const auto result = report(single);
            QVERIFY(rows[i].ok() && result.ok());
            QCOMPARE(QByteArray::fromStdString(reportToJson(*rows[i], kCodesOnly).dump()),
                     QByteArray::fromStdString(reportToJson(*result, kCodesOnly).dump()));
        }
    }

    void theCommandSaysTheScenario() {
        Scenario scenario = on({{"RTX 4090", 1}});
        scenario.batch = 2;
        scenario.kvCache = {"q8_0", "q8_0"};
        QCOMPARE(QString::fromStdString(answered(scenario).command),
                 QStringLiteral("llama-server -m MODEL.gguf -c 16384 -np 2 -ngl 41 -ctk q8_0 -ctv q8_0"));
        scenario = on({{"H100", 2}});
        scenario.runtime.name = "vLLM";
        scenario.weights = "BF16";
        QCOMPARE(
            QString::fromStdString(answered(scenario).command),
            QStringLiteral("vllm serve Qwen/Qwen3-14B --max-model-len 8192 --max-num-seqs 1 --tensor-parallel-size 2"));
    }

    void contextBeyondTheModelIsNoted() {
        Scenario scenario = on({{"A100 80GB", 1}});
        QVERIFY(!hasNote(answered(scenario), "beyond-model-context"));
        scenario.context = 65536; // Qwen3-14B was made for 40,960
        QVERIFY(hasNote(answered(scenario), "beyond-model-context"));
    }

    void genericModelsAreNamedAsSuch() {
        Scenario scenario = on({{"RTX 4090", 1}});
        scenario.model = ModelSize{7'000'000'000};
        const Report report = answered(scenario);
        QVERIFY(hasNote(report, "generic-model"));
        QVERIFY(report.architectureSource == ArchitectureSource::Generic);
        QCOMPARE(report.parameters, 7'000'000'000);
    }

    void explanationsAddUpToTheirPart() {
        for (const char* model : {"Qwen/Qwen3-14B", "google/gemma-3-27b-it", "Qwen/Qwen3-Next-80B-A3B-Instruct",
                                  "deepseek-ai/DeepSeek-V3"}) {
            Scenario scenario = on({{"A100 80GB", 1}});
            scenario.model = CatalogName{model};
            const auto resolved = resolve(scenario, shippedCatalog());
            QVERIFY(resolved.ok());
            Scenario all = scenario;
            all.placement.gpuLayers = 1000;
            const Report report = answered(all);
            for (const MemoryPart part : {MemoryPart::KvCache, MemoryPart::RecurrentState}) {
                Bytes sum;
                for (const Explanation& explanation : explain(*resolved, part)) {
                    QVERIFY(!explanation.operands.empty());
                    sum += explanation.result.typical;
                }
                QCOMPARE(sum.count(), report.memory.typical(part).count());
            }
            QCOMPARE(explain(*resolved, MemoryPart::Weights).front().result.typical.count(),
                     report.devices.front().parts.typical(MemoryPart::Weights).count());
            QVERIFY(explain(*resolved, MemoryPart::Gradients).empty());
        }
    }

    void jsonHasTheContractsKeys() {
        const auto json = reportToJson(answered(on({{"RTX 4090", 1}})), kCodesOnly);
        for (const char* key : {"schema", "model", "memory", "tensor_bytes", "devices", "host", "verdict", "gpu_layers",
                                "layers_total", "kv_bytes_per_token", "command", "notes"}) {
            QVERIFY2(json.contains(key), key);
        }
        for (const char* key : {"weights", "kv_cache", "activations", "overhead", "total", "total_low", "total_high"}) {
            QVERIFY2(json["memory"].contains(key) && json["memory"][key].is_number_integer(), key);
        }
        QVERIFY(!json["memory"].contains("gradients")); // no such thing in inference
        QCOMPARE(json["devices"][0]["name"].get<std::string>(), std::string("GeForce RTX 4090"));
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
