// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/memory/cache.h"
#include "core/memory/demand.h"
#include "core/memory/loaded_tensors.h"
#include "tests/measured_cases.h"

#include <cmath>

using namespace vram;
using namespace vram::test;

namespace {

Resolved resolvedOf(const Scenario& scenario) {
    auto resolved = resolve(scenario, shippedCatalog());
    if (!resolved) {
        qFatal("%s", words(resolved.error()).constData());
    }
    return std::move(resolved).value();
}

Scenario on(const char* model, std::int64_t context, std::int64_t batch = 1) {
    Scenario scenario;
    scenario.model = CatalogName{model};
    scenario.context = context;
    scenario.batch = batch;
    return scenario;
}

Bytes kvOf(const Resolved& resolved) {
    const Demand demand = demandOf(resolved);
    return demand.kv(0, demand.layers());
}

Bytes stateOf(const Resolved& resolved) {
    const Demand demand = demandOf(resolved);
    return demand.recurrent(0, demand.layers());
}

} // namespace

class TestMemory : public QObject {
    Q_OBJECT

private slots:
    // Llama-3.1-8B: 32 layers, 8 KV heads of 128, two of them (K and V), 2 bytes: 131,072 B a token; 8,192 tokens = 1
    // GiB.
    void groupedQueryCache() {
        QCOMPARE(kvOf(resolvedOf(on("meta-llama/Llama-3.1-8B-Instruct", 8192))).count(), 1'073'741'824);
    }

    // The context is padded to 256 cells: 8,193 tokens cost 8,448.
    void contextIsPaddedToCells() {
        QCOMPARE(kvOf(resolvedOf(on("meta-llama/Llama-3.1-8B-Instruct", 8193))).count(), 131'072LL * 8448);
    }

    // 34 bytes a block of 32 values: 17/16 of a byte a value instead of 2.
    void quantizedCacheIsByBlocks() {
        Scenario scenario = on("meta-llama/Llama-3.1-8B-Instruct", 8192);
        scenario.kvCache = {"q8_0", "q8_0"};
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 1'073'741'824LL / 32 * 17);
        scenario.kvCache = {"q8_0", "f16"};
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 1'073'741'824LL / 64 * 17 + 536'870'912LL);
    }

    // Four sequences of 1,000 tokens: n_ctx = pad(4000) = 4,096. Unified: 4,096 cells in one stream; else four streams
    // of pad(1,024) = 1,024 cells: the same here. With 1,100 tokens: n_ctx = 4,608; streams pad(1,152) = 1,280 cells
    // each.
    void streamsArePaddedEach() {
        Scenario scenario = on("meta-llama/Llama-3.1-8B-Instruct", 1100, 4);
        scenario.runtime.unifiedKv = true;
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 131'072LL * 4608);
        scenario.runtime.unifiedKv = false;
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 131'072LL * 4 * 1280);
    }

    // Gemma-3-27B: 62 layers, every sixth sees all (10), 52 see 1,024; 16 KV heads of 128, 2 x 2 bytes: 8,192 B a layer
    // and token. Window cells = pad(1,024 + 512) = 1,536; with swa_full all 32,768.
    void slidingLayersKeepTheirWindow() {
        Scenario scenario = on("google/gemma-3-27b-it", 32768);
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 8192LL * (10 * 32768 + 52 * 1536));
        scenario.runtime.swaFull = true;
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 8192LL * 62 * 32768);
    }

    // DeepSeek-V3: 61 layers cache one latent of 512 + 64 values; no V.
    void latentAttentionCachesOneLatent() {
        QCOMPARE(kvOf(resolvedOf(on("deepseek-ai/DeepSeek-V3", 4096))).count(), 61LL * 576 * 2 * 4096);
    }

    // Transformers caches DeepSeek's keys and values after the up-projection: 128 heads x (192 + 128) x 2 bytes.
    void transformersCachesExpandedLatents() {
        Scenario scenario = on("deepseek-ai/DeepSeek-V3", 4096);
        scenario.runtime.name = "Transformers";
        scenario.weights = "FP8";
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 61LL * 128 * (192 + 128) * 2 * 4096);
    }

    // Qwen3-Next: 12 of 48 layers attend (2 KV heads of 256); the other 36 hold 4 B x (3 x 8,192 + 128 x 4,096) a
    // sequence.
    void hybridLayersHoldStateInstead() {
        const Resolved resolved = resolvedOf(on("Qwen/Qwen3-Next-80B-A3B-Instruct", 8192, 2));
        QCOMPARE(kvOf(resolved).count(), 12LL * 2 * 512 * 2 * 16384);
        QCOMPARE(stateOf(resolved).count(), 2LL * 36 * 4 * (3 * 8192 + 128 * 4096));
    }

    void stateDoesNotGrowWithContext() {
        const char* model = "ibm-granite/granite-4.0-h-small";
        QCOMPARE(stateOf(resolvedOf(on(model, 4096))).count(), stateOf(resolvedOf(on(model, 131072))).count());
        QCOMPARE(stateOf(resolvedOf(on(model, 4096, 3))).count(), 3 * stateOf(resolvedOf(on(model, 4096))).count());
    }

    // vLLM puts Gemma-3-27B's layers into 7 groups of 10: a token of the pool costs 70 layers' worth, 573,440 B.
    void vllmPadsGroupsOfLayers() {
        Scenario scenario = on("google/gemma-3-27b-it", 8192);
        scenario.runtime.name = "vLLM";
        scenario.weights = "BF16";
        QCOMPARE(demandOf(resolvedOf(scenario)).poolTokenBytes, 573'440);
    }

    // Blocks of 16 tokens a sequence.
    void vllmCountsWholeBlocks() {
        Scenario scenario = on("meta-llama/Llama-3.1-8B-Instruct", 1001, 3);
        scenario.runtime.name = "vLLM";
        scenario.weights = "BF16";
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 131'072LL * 1008 * 3);
        scenario.kvCache = {"fp8", "fp8"};
        QCOMPARE(kvOf(resolvedOf(scenario)).count(), 131'072LL * 1008 * 3 / 2);
    }

    void cacheAndStateEqualWhatLlamaCppReports_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("cases");
        QTest::newRow("CPU") << "llamacpp_cpu" << 810;
        QTest::newRow("CUDA") << "llamacpp_cuda" << 2160;
    }
    void cacheAndStateEqualWhatLlamaCppReports() {
        QFETCH(QString, file);
        QFETCH(int, cases);
        const auto measured = measuredCases(file.toStdString());
        QCOMPARE(static_cast<int>(measured.size()), cases);
        Resolver resolver(shippedCatalog());
        for (const MeasuredCase& item : measured) {
            const auto result = answer(resolver, item.scenario);
            QVERIFY2(result.ok(), result ? "" : words(result.error()).constData());
            // The source prints two decimals of MiB each for cache and state.
            const double reported = item.measured["kv_mib"].get<double>() + item.measured["rs_mib"].get<double>();
            const double computed =
                (result->memory.typical(MemoryPart::KvCache) + result->memory.typical(MemoryPart::RecurrentState))
                    .toMiB();
            QVERIFY2(std::abs(computed - reported) < 0.0101, item.id.c_str());
        }
    }

    void everyInferenceScenarioIsAnswered_data() {
        QTest::addColumn<int>("cases");
        QTest::newRow("gguf_sizes") << 514;
        QTest::newRow("transformers_inference") << 172;
        QTest::newRow("vllm") << 27;
        QTest::newRow("speed") << 216;
        QTest::newRow("speed_community") << 68;
    }
    void everyInferenceScenarioIsAnswered() {
        QFETCH(int, cases);
        const auto measured = measuredCases(QTest::currentDataTag());
        QCOMPARE(static_cast<int>(measured.size()), cases);
        Resolver resolver(shippedCatalog());
        for (const MeasuredCase& item : measured) {
            const auto result = answer(resolver, item.scenario);
            QVERIFY2(result.ok(), result ? "" : (item.id + " " + words(result.error()).toStdString()).c_str());
            QVERIFY2(result->total.typical > Bytes{}, item.id.c_str());
            QVERIFY2(result->total.low <= result->total.typical && result->total.typical <= result->total.high,
                     item.id.c_str());
        }
    }

    void tensorBytesOfUnmixedFormatsAreExact() {
        Resolver resolver(shippedCatalog());
        int checked = 0;
        for (const MeasuredCase& item : measuredCases("gguf_sizes")) {
            const std::string weights = item.scenario["weights"];
            if (weights != "F16" && weights != "Q8_0") {
                continue;
            }
            const auto result = answer(resolver, item.scenario);
            QVERIFY(result.ok());
            QVERIFY2(result->tensorBytes.count() == item.measured["tensor_bytes"].get<std::int64_t>(), item.id.c_str());
            ++checked;
        }
        QCOMPARE(checked, 54); // 27 models
    }

    // Qwen2.5-7B BF16, 30,720 tokens of prompt and 2,048 generated, by hand in GiB: weights 14.185 and 42 MiB of
    // rounding (84 matrices of 129.5 MiB in segments of 130; two of 1,039.5 in 1,040), cache 1.641 for the prompt,
    // 30,720 x (6 x 18,944 + 8 x 3,584) B = 4.072, workspace 8.125 MiB, small tensors 12 MiB: 19.959; the published
    // peak is 19.97.
    void transformersPeakOfAWorkedCase() {
        Scenario scenario = on("Qwen/Qwen2.5-7B-Instruct", 32768);
        scenario.weights = "BF16";
        scenario.prompt = 30720;
        scenario.runtime.name = "Transformers";
        scenario.runtime.version = "4.46";
        scenario.machine.gpus = {{"A100 SXM4 80GB", 1}};
        const auto result = report(resolvedOf(scenario));
        QVERIFY(result.ok());
        const Bytes peak = result->total.typical - result->memory.typical(MemoryPart::Overhead);
        QVERIFY(std::abs(peak.toGiB() - 19.959) < 0.002);
    }

    // Qwen2-1.5B under 4.38, a prompt of one token: every layer keeps cos and sin of 128 values for 32,768 positions in
    // 16 bits (28 x 16 MiB), and generate() keeps the cache of the step before beside the new one.
    void oldReleasesKeepTablesAndTwoCaches() {
        Scenario scenario = on("Qwen/Qwen2-1.5B-Instruct", 2049);
        scenario.weights = "BF16";
        scenario.prompt = 1;
        scenario.runtime.name = "Transformers";
        scenario.machine.gpus = {{"A100 SXM4 80GB", 1}};
        scenario.runtime.version = "4.46";
        const auto newer = report(resolvedOf(scenario));
        scenario.runtime.version = "4.38";
        const auto older = report(resolvedOf(scenario));
        QVERIFY(newer.ok() && older.ok());
        const auto difference = [&](MemoryPart part) {
            return (older->memory.typical(part) - newer->memory.typical(part)).count();
        };
        QCOMPARE(difference(MemoryPart::Weights), 28LL * 16 * 1024 * 1024);
        QCOMPARE(difference(MemoryPart::Activations), 28LL * 2 * 256 * 2 * 2049);
    }

    // Qwen3-14B, AWQ: AutoAWQ's fused attention keeps 64 complex numbers of 8 bytes a layer and position.
    void fusedAwqLayersKeepRotations() {
        Scenario scenario = on("Qwen/Qwen3-14B", 32768);
        scenario.weights = "AWQ";
        scenario.runtime.name = "Transformers";
        scenario.runtime.version = "4.51";
        scenario.machine.gpus = {{"A100 SXM4 80GB", 1}};
        const auto result = report(resolvedOf(scenario));
        scenario.context = 16384;
        const auto half = report(resolvedOf(scenario));
        QVERIFY(result.ok() && half.ok());
        const ByteRange weights = result->memory.get(MemoryPart::Weights).value();
        QCOMPARE((weights.typical - half->memory.typical(MemoryPart::Weights)).count(), 40LL * 64 * 8 * 16384);
        QCOMPARE((weights.typical - weights.low).count(), 40LL * 64 * 8 * 32768);
    }

    // Segments of 2 MiB steps from 10 MiB on; a rest of up to 1 MiB stays with the tensor, more is given to others.
    void allocatorRoundsLargeTensors() {
        constexpr std::int64_t kMib = 1024 * 1024;
        QCOMPARE(torchAllocated(Bytes{1}).count(), 512);
        QCOMPARE(torchAllocated(Bytes{9 * kMib + 1}).count(), 9 * kMib + 512);
        QCOMPARE(torchAllocated(Bytes{25 * kMib}).count(), 26 * kMib);
        QCOMPARE(torchAllocated(Bytes{24 * kMib + kMib / 2}).count(), 24 * kMib + kMib / 2);
        QCOMPARE(torchAllocated(Bytes{24 * kMib}).count(), 24 * kMib);
    }

    // Llama 4 Scout: cos and sin of 10,485,760 positions x 128 values x 2 bytes = 2.5 GiB on every rank, so that each
    // holds 53.12 GiB as its log says.
    void vllmKeepsATableOfAllPositions() {
        Scenario scenario = on("meta-llama/Llama-4-Scout-17B-16E-Instruct", 8192);
        scenario.weights = "BF16";
        scenario.runtime.name = "vLLM";
        scenario.machine.gpus = {{"H100 SXM5 80GB", 4}};
        const auto result = report(resolvedOf(scenario));
        QVERIFY(result.ok());
        QVERIFY(std::abs(result->devices[0].parts.typical(MemoryPart::Weights).toGiB() - 53.12) < 0.01);
    }

    // gpt-oss-20b on two ranks: 24 layers x 32 experts x 3 matrices of 3,072 x 1,536 instead of 2,880 x 1,440
    // values, 4.25 bits each; other kernels pad less.
    void mxfp4ExpertsArePaddedForMarlin() {
        Scenario scenario = on("openai/gpt-oss-20b", 8192);
        scenario.weights = "MXFP4";
        scenario.runtime.name = "vLLM";
        scenario.machine.gpus = {{"H100 SXM5 80GB", 2}};
        const auto result = report(resolvedOf(scenario));
        QVERIFY(result.ok());
        const ByteRange weights = result->devices[0].parts.get(MemoryPart::Weights).value();
        const std::int64_t padding = 24LL * 32 * 3 * (3072 * 1536 - 2880 * 1440) * 17 / 32;
        QCOMPARE((weights.typical - weights.low).count(), padding);
        QVERIFY(weights.low.toGiB() < 7.01 && 7.01 < weights.typical.toGiB()); // the log's figure
    }

    // Up to 0.16 the profiling run's peak was about two and a half times as high; the range reaches down to the newer.
    void olderVllmNeedsMoreActivations() {
        Scenario scenario = on("meta-llama/Llama-3.1-8B-Instruct", 8192);
        scenario.weights = "BF16";
        scenario.runtime.name = "vLLM";
        scenario.machine.gpus = {{"H100 SXM5 80GB", 1}};
        scenario.runtime.version = "0.19";
        const auto newer = report(resolvedOf(scenario));
        scenario.runtime.version = "0.16";
        const auto older = report(resolvedOf(scenario));
        QVERIFY(newer.ok() && older.ok());
        const ByteRange before = older->memory.get(MemoryPart::Activations).value();
        const ByteRange after = newer->memory.get(MemoryPart::Activations).value();
        QVERIFY(std::abs(before.typical.toGiB() - 2.5 * after.typical.toGiB()) < 1e-6);
        QVERIFY(before.low <= after.low && after.high < before.high);
    }

    // Qwen2.5-7B has 4 key-value heads: 8 ranks keep each twice. A layer's k and v are 2 x 512 x 3,584 values.
    void ranksBeyondTheHeadsCopyThem() {
        Scenario scenario = on("Qwen/Qwen2.5-7B-Instruct", 8192);
        scenario.weights = "BF16";
        scenario.runtime.name = "vLLM";
        const Resolved resolved = resolvedOf(scenario);
        const LoadedTensors tensors(resolved, TensorCut::Merged);
        const Layout::Device all{0, 28, false, false};
        QCOMPARE(tensors.beyondShare(all, 4, false).count(), 0);
        QCOMPARE(tensors.beyondShare(all, 8, false).count(), 28LL * 2 * 512 * 3584 * 2 / 8);
    }

    // A pipeline's last stage has the sampler and the head: its pool is the smaller one and decides. Requests are
    // whole: 8,192 tokens are 512 blocks.
    void poolsOfAPipelineHoldTheSameTokens() {
        Scenario scenario = on("meta-llama/Llama-3.1-8B-Instruct", 8192);
        scenario.weights = "BF16";
        scenario.runtime.name = "vLLM";
        scenario.machine.gpus = {{"H100 SXM5 80GB", 2}};
        scenario.placement.mode = PlacementMode::Pipeline;
        const auto result = report(resolvedOf(scenario));
        QVERIFY(result.ok());
        const KvPool first = result->devices[0].kvPool.value();
        const KvPool last = result->devices[1].kvPool.value();
        QVERIFY(last.bytes < first.bytes);
        QCOMPARE(first.tokens, last.tokens);
        QCOMPARE(last.tokens, last.bytes.count() / 65'536 / 16 * 16);
        QCOMPARE(last.requests, last.tokens / 8192);
    }

    // A tied model is held twice as soon as the output layer is on a card: Llama-3.2-1B Q8_0's embedding is
    // 128,256 x 2,048 x 34 / 32 bytes.
    void tiedEmbeddingsAreHeldTwiceOnACard() {
        Scenario scenario = on("meta-llama/Llama-3.2-1B-Instruct", 4096);
        scenario.weights = "Q8_0";
        const auto cpu = report(resolvedOf(scenario));
        scenario.machine.gpus = {{"RTX 4090", 1}};
        const auto card = report(resolvedOf(scenario));
        QVERIFY(cpu.ok() && card.ok());
        const Bytes difference = card->memory.typical(MemoryPart::Weights) - cpu->memory.typical(MemoryPart::Weights);
        QCOMPARE(difference.count(), 128'256LL * 2048 / 32 * 34);
    }
};

QTEST_APPLESS_MAIN(TestMemory)
#include "tst_memory.moc"
