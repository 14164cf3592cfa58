// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/explain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace vram;

namespace {

std::shared_ptr<const Catalog> catalog() {
    static const auto kCatalog = loadCatalog().catalog;
    return kCatalog;
}

Scenario question(const char* model, const char* runtime, const char* format, std::vector<GpuChoice> gpus,
                  std::int64_t batch = 1) {
    Scenario scenario;
    scenario.model = CatalogName{model};
    scenario.runtime.name = runtime;
    scenario.weights = format;
    scenario.machine.gpus = std::move(gpus);
    scenario.batch = batch;
    return scenario;
}

double value(const Explanation& explanation, std::string_view id, double otherwise = 0) {
    const auto found = std::ranges::find(explanation.operands, id, &Operand::id);
    return found == explanation.operands.end() ? otherwise : found->value;
}

/// The published formulas (docs/formulas.md), evaluated from the operands alone; NaN for one that has no figures.
double evaluate(const Explanation& e) {
    const auto v = [&e](std::string_view id) { return value(e, id); };
    const double position = v("latent-width") * v("key-bytes") + v("key-width") * v("key-bytes") +
                            v("value-width") * v("value-bytes") + v("indexer-bytes");
    const double layers = std::max(v("room-layers"), v("layers"));
    const double copies = value(e, "copies", 1);
    const double cards = value(e, "cards", 1);
    const std::string_view id = e.formula;
    if (id == "weights-tensors" || id == "weights-bits") {
        return v("blocks") + v("output-layer") + v("token-embedding") + v("other-tensors") + v("embedding-copy") +
               v("runtime-tensors");
    }
    if (id == "kv-llamacpp")
        return layers * v("cells") * v("sequences") * position * copies;
    if (id == "kv-llamacpp-unified")
        return layers * v("cells") * position * copies;
    if (id == "kv-paged" || id == "kv-growing")
        return layers * v("positions") * v("sequences") * position * copies;
    if (id == "recurrent-state") {
        return layers * v("sequences") * copies * v("state-slots") *
               (v("conv-steps") * v("conv-channels") * v("conv-bytes") + v("state-elements") * v("state-bytes"));
    }
    if (id == "adapter-lora")
        return v("adapters") * v("lora-rank") * v("adapter-widths") * v("adapter-bytes");
    if (id == "extras") {
        return v("draft-model") + v("vision-weights") + v("vision-work") + v("mtp-weights") + v("mtp-cache") +
               v("mtp-states") + v("mtp-work");
    }
    if (id == "overhead-sum")
        return cards * (v("driver-context") + v("cuda-graphs") + v("request-table"));
    if (id == "activations-step" || id == "activations-step-sglang") {
        return cards * (v("step-block") + v("expert-caches") + v("step-logits") + v("weight-copy") + v("cache-copy") +
                        v("step-base"));
    }
    if (id == "overhead-context" || id == "overhead-vllm") {
        return cards * (v("driver-context") + v("non-torch") + v("cuda-graphs"));
    }
    if (id == "activations-llamacpp-output")
        return 4 * v("vocabulary") * v("sequences");
    // What lies in llama.cpp's buffer at its fullest moment.
    if (id.starts_with("activations-llamacpp-")) {
        return cards * (v("inputs") + v("mask") + v("residual-stream") + v("attention-tensors") +
                        v("attention-scores") + v("recurrent-tensors") + v("feed-forward-tensors") +
                        v("expert-tensors") + v("logits") + v("weight-copies") + v("cache-copies") + v("gaps"));
    }
    if (id == "activations-vllm") {
        return cards * (v("bytes-per-hidden") * v("batched-tokens") * v("hidden-size") +
                        v("bytes-per-logit") * v("max-sequences") * v("vocabulary") + v("expert-caches"));
    }
    if (id == "activations-vllm-stage") {
        return cards * (v("bytes-per-hidden") * v("batched-tokens") * v("hidden-size") +
                        6 * v("batched-tokens") * v("feed-forward-width") + v("expert-caches"));
    }
    const double tokens = v("prompt") * v("sequences");
    if (id == "activations-transformers-block") {
        return cards * (v("base") - v("later-cache") +
                        tokens * v("value-size") * (3 * v("feed-forward-width") + 4 * v("hidden-size")));
    }
    if (id == "activations-transformers-logits") {
        return cards * (v("base") - v("later-cache") + tokens * 6 * v("vocabulary"));
    }
    if (id == "activations-transformers-scores") {
        return cards * (v("base") - v("later-cache") + tokens * v("prompt") * 8 * v("heads"));
    }
    if (id == "activations-transformers-old-cache")
        return cards * (v("base") + v("old-cache"));
    if (id == "activations-transformers-base")
        return cards * v("base");
    // Terms of training: each is bytes of one card.
    if (id.starts_with("training-")) {
        double sum = -v("gradient-room");
        for (const std::string_view term :
             {"base-weights", "gathered-layers", "single-embeddings", "other-models", "adapter-weights",
              "gradient-values", "gradient-buckets", "optimizer-states", "master-copy", "step-copies",
              "kept-activations", "live-activations", "loss-activations", "generation-cache", "training-base",
              "moved-values"}) {
            sum += v(term);
        }
        return cards * sum;
    }
    return std::nan("");
}

Scenario training(Task task, const char* model, const char* runtime, std::vector<GpuChoice> gpus) {
    Scenario scenario = question(model, runtime, "", std::move(gpus));
    scenario.task = task;
    scenario.weights = usualWeights(task);
    scenario.context = 2048;
    return scenario;
}

void addTraining() {
    const char* const model = "Qwen/Qwen3-8B";
    const std::vector<GpuChoice> card{{"RTX 4090", 1}};
    const std::vector<GpuChoice> server{{"H100 SXM", 4}};
    const std::vector<GpuChoice> mac{{"Apple M4 Max (40-core GPU) 64GB", 1}};
    QTest::newRow("LoRA") << training(Task::Lora, model, "Transformers", card);
    QTest::newRow("LoRA, Unsloth") << training(Task::Lora, model, "Unsloth", card);
    QTest::newRow("QLoRA") << training(Task::Qlora, model, "Transformers", card);
    QTest::newRow("QLoRA, litgpt") << training(Task::Qlora, model, "litgpt", card);
    QTest::newRow("full, the step") << training(Task::Full, model, "Transformers", card);
    Scenario full = training(Task::Full, model, "torchtune", card);
    full.context = 32768;
    full.training.optimizer = "adamw-8bit";
    QTest::newRow("full, room for gradients") << full;
    full.training.checkpointing = false;
    QTest::newRow("full, nothing recomputed") << full;
    full.training.gradientAccumulation = 8;
    QTest::newRow("full, gradients that stay") << full;
    full.training.optimizer = "lomo";
    QTest::newRow("full, optimizer in the backward pass") << full;
    Scenario zero = training(Task::Full, model, "DeepSpeed", server);
    QTest::newRow("DistributedDataParallel") << zero;
    zero.training.sharding = "zero3";
    QTest::newRow("ZeRO-3") << zero;
    zero.training.offload = "parameters";
    QTest::newRow("ZeRO-3, parameters in RAM") << zero;
    Scenario stages = training(Task::Full, model, "torchtitan", {{"H100 SXM", 2}});
    stages.training.pipelineParallel = 2;
    stages.training.gradientAccumulation = 4;
    QTest::newRow("two stages") << stages;
    stages.machine.gpus = server;
    stages.training.sharding = "fsdp";
    QTest::newRow("two stages, sharded") << stages;
    stages.machine.gpus.clear();
    QTest::newRow("two stages without a card") << stages;
    Scenario shards = training(Task::Lora, "Qwen/Qwen3-30B-A3B", "Transformers", server);
    shards.training.sharding = "fsdp";
    QTest::newRow("LoRA of experts, sharded") << shards;
    Scenario generating = training(Task::Lora, model, "Transformers", server);
    generating.training.method = "ppo";
    generating.training.tensorParallel = 4;
    QTest::newRow("PPO, four tensor-parallel cards") << generating;
    Scenario moved = training(Task::Full, "Qwen/Qwen3-4B", "Transformers", {});
    moved.training.offload = "optimizer";
    QTest::newRow("full without a card, offloaded") << moved;
    moved.machine.gpus = mac;
    QTest::newRow("full in one memory, offloaded") << moved;
    moved.task = Task::Lora;
    moved.runtime.name = "Unsloth";
    moved.training.offload = "none";
    QTest::newRow("LoRA in one memory, offloaded checkpoints") << moved;
}

} // namespace

class TestExplain : public QObject {
    Q_OBJECT

private slots:
    void resultsAddUpToTheNeedAndFollowFromTheOperands_data() {
        QTest::addColumn<Scenario>("scenario");
        const std::vector<GpuChoice> card{{"RTX 4090", 1}};
        const std::vector<GpuChoice> server{{"H100 SXM", 1}};
        QTest::newRow("dense") << question("Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", card);
        QTest::newRow("tied output") << question("Qwen/Qwen3-4B", "llama.cpp", "Q4_K_M", card, 3);
        QTest::newRow("sliding windows") << question("google/gemma-3-27b-it", "llama.cpp", "Q8_0", card, 2);
        QTest::newRow("recurrent") << question("Qwen/Qwen3-Next-80B-A3B-Instruct", "llama.cpp", "Q4_K_M", card);
        QTest::newRow("latent") << question("deepseek-ai/DeepSeek-V3", "llama.cpp", "Q4_K_M", server);
        QTest::newRow("two cards") << question("Qwen/Qwen3-14B", "llama.cpp", "F16", {{"RTX 4090", 2}});
        QTest::newRow("unlike cards") << question("Qwen/Qwen3-14B", "llama.cpp", "F16",
                                                  {{"RTX 4090", 1}, {"RX 7900 XTX", 1}});
        QTest::newRow("no card") << question("Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", {});
        QTest::newRow("unified memory") << question("Qwen/Qwen3-30B-A3B", "llama.cpp", "Q4_K_M",
                                                    {{"Apple M4 Max (40-core GPU) 64GB", 1}});
        Scenario chosen = question("Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", card);
        chosen.placement.gpuLayers = 20;
        QTest::newRow("20 layers on the card") << chosen;
        Scenario quantized = question("Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", card, 4);
        quantized.kvCache = {"q8_0", "q4_0"};
        quantized.runtime.unifiedKv = true;
        QTest::newRow("quantized unified cache") << quantized;
        Scenario eager = question("Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", card);
        eager.runtime.flashAttention = false;
        QTest::newRow("without flash attention") << eager;
        QTest::newRow("vLLM") << question("Qwen/Qwen3-14B", "vLLM", "BF16", server, 8);
        QTest::newRow("vLLM, padded groups") << question("google/gemma-3-27b-it", "vLLM", "BF16", server);
        QTest::newRow("vLLM, 8 ranks") << question("deepseek-ai/DeepSeek-V3", "vLLM", "FP8", {{"H200", 8}});
        QTest::newRow("vLLM, experts") << question("Qwen/Qwen3-30B-A3B", "vLLM", "BF16", {{"A100 80GB", 2}});
        QTest::newRow("Transformers") << question("Qwen/Qwen3-8B", "Transformers", "BF16", server, 2);
        QTest::newRow("Transformers, 2 cards") << question("Qwen/Qwen3-8B", "Transformers", "NF4", {{"RTX 4090", 2}});
        Scenario extras = question("google/gemma-3-27b-it", "llama.cpp", "Q4_K_M", {{"RTX 4090", 2}});
        extras.extras.vision = true;
        extras.extras.lora = LoraChoice{8, "attention", 2, true};
        extras.extras.draft = DraftChoice{"google/gemma-3-1b-it", "Q8_0", std::nullopt, "", ""};
        QTest::newRow("everything beside the model") << extras;
        Scenario predicting = question("Qwen/Qwen3.5-27B", "llama.cpp", "Q4_K_M", {{"RTX 4090", 2}}, 2);
        predicting.extras.mtp = true;
        QTest::newRow("multi-token prediction") << predicting;
        predicting.placement.gpuLayers = 0;
        predicting.extras.vision = true;
        QTest::newRow("multi-token prediction in RAM") << predicting;
        Scenario served = question("Qwen/Qwen3-Next-80B-A3B-Instruct", "SGLang", "FP8", {{"H200", 2}}, 2);
        served.extras.mtp = true;
        QTest::newRow("SGLang, multi-token prediction") << served;
        QTest::newRow("Ollama") << question("Qwen/Qwen3-14B", "Ollama", "Q4_K_M", card);
        QTest::newRow("SGLang, 2 ranks") << question("Qwen/Qwen3-30B-A3B", "SGLang", "BF16", {{"A100 80GB", 2}}, 3);
        QTest::newRow("SGLang, recurrent")
            << question("Qwen/Qwen3-Next-80B-A3B-Instruct", "SGLang", "FP8", {{"H200", 1}}, 2);
        QTest::newRow("SGLang, latent") << question("deepseek-ai/DeepSeek-V3", "SGLang", "FP8", {{"H200", 8}});
        QTest::newRow("SGLang, pool for windows") << question("openai/gpt-oss-20b", "SGLang", "MXFP4", server);
        QTest::newRow("TensorRT-LLM") << question("Qwen/Qwen3-14B", "TensorRT-LLM", "BF16", server, 8);
        const std::vector<GpuChoice> mac{{"Apple M4 Max (40-core GPU) 64GB", 1}};
        QTest::newRow("MLX, windows") << question("google/gemma-3-27b-it", "MLX", "MLX 4-bit g64", mac);
        QTest::newRow("MLX, latent") << question("deepseek-ai/DeepSeek-V2-Lite-Chat", "MLX", "MLX 4-bit g64", mac);
        Scenario ring = question("google/gemma-3-27b-it", "ExLlama", "EXL3 4.0 bpw", card);
        ring.kvCache = {"q6", "q4"};
        QTest::newRow("ExLlamaV3, windows") << ring;
        QTest::newRow("ExLlamaV2, tied, 2 cards")
            << question("Qwen/Qwen3-4B", "ExLlama", "EXL2 4.0 bpw", {{"RTX 4090", 2}}, 2);
        QTest::newRow("by bits per weight") << question("Qwen/Qwen3-14B", "llama.cpp", "IQ4_XS", card);
        addTraining();
    }

    void resultsAddUpToTheNeedAndFollowFromTheOperands() {
        QFETCH(Scenario, scenario);
        const auto resolved = resolve(scenario, catalog());
        QVERIFY(resolved.ok());
        const auto answer = report(*resolved);
        QVERIFY(answer.ok());
        for (std::size_t i = 0; i < kMemoryParts; ++i) {
            const auto part = static_cast<MemoryPart>(i);
            const ByteRange need = answer->need.get(part).value_or(ByteRange{});
            ByteRange sum;
            for (const Explanation& explanation : explain(*resolved, part)) {
                QVERIFY(!explanation.operands.empty());
                sum += explanation.result;
                const double figure = evaluate(explanation);
                QVERIFY2(!std::isnan(figure), explanation.formula.data());
                // Shares of ranks and cache positions are whole bytes: a few are lost in a division.
                const double typical = static_cast<double>(explanation.result.typical.count());
                QVERIFY2(std::abs(figure - typical) <= 64 + typical * 1e-9,
                         qPrintable(QStringLiteral("%1: %2 is not %3")
                                        .arg(QString::fromLatin1(explanation.formula))
                                        .arg(figure, 0, 'f', 1)
                                        .arg(typical, 0, 'f', 1)));
            }
            QCOMPARE(sum.typical.count(), need.typical.count());
            QVERIFY(std::abs(sum.low.count() - need.low.count()) <= 1);
            QVERIFY(std::abs(sum.high.count() - need.high.count()) <= 1);
        }
    }

    void layersThatCacheAlikeAreOneExplanation() {
        // DeepSeek-V3: 3 layers with a dense feed-forward and 58 with experts, all with the same latent attention of
        // 512 + 64 values in 16 bits.
        const auto resolved =
            resolve(question("deepseek-ai/DeepSeek-V3", "llama.cpp", "Q4_K_M", {{"H200", 8}}), catalog());
        const auto explanations = explain(*resolved, MemoryPart::KvCache);
        QCOMPARE(explanations.size(), std::size_t{1});
        QCOMPARE(value(explanations.front(), "layers"), 61.0);
        QCOMPARE(explanations.front().result.typical.count(), 61LL * 8192 * 576 * 2);
    }

    // What is reserved follows from its own operands, and is the pool that the report has.
    void theReservedPoolFollowsFromItsOperands_data() {
        QTest::addColumn<Scenario>("scenario");
        const std::vector<GpuChoice> server{{"H100 SXM", 1}};
        QTest::newRow("vLLM") << question("Qwen/Qwen3-14B", "vLLM", "BF16", server);
        QTest::newRow("vLLM, 2 ranks") << question("Qwen/Qwen3-30B-A3B", "vLLM", "BF16", {{"A100 80GB", 2}});
        QTest::newRow("SGLang") << question("Qwen/Qwen3-Next-80B-A3B-Instruct", "SGLang", "FP8", {{"H200", 1}});
        QTest::newRow("TensorRT-LLM") << question("Qwen/Qwen3-14B", "TensorRT-LLM", "BF16", server);
        Scenario chosen = question("Qwen/Qwen3-14B", "vLLM", "BF16", server);
        chosen.runtime.gpuMemoryUtilization = 0.5;
        QTest::newRow("vLLM, half the card") << chosen;
    }
    void theReservedPoolFollowsFromItsOperands() {
        QFETCH(Scenario, scenario);
        const auto resolved = resolve(scenario, catalog());
        const auto answer = report(*resolved);
        const auto pool = explainPool(*resolved);
        QVERIFY(pool && answer->devices.front().kvPool);
        const KvPool& reserved = *answer->devices.front().kvPool;
        const auto v = [&pool](std::string_view id) { return value(*pool, id); };
        QCOMPARE(v("pool-taken"), v("pool-weights") + v("pool-work") + v("pool-overhead") + v("pool-states"));
        const double figure = pool->formula == "pool-of-rest" ? (v("pool-card") - v("pool-taken")) * v("pool-share")
                                                              : v("pool-card") * v("pool-share") - v("pool-taken");
        QVERIFY(std::abs(figure - static_cast<double>(pool->result.typical.count())) <= 2);
        QCOMPARE(pool->result.typical.count(), reserved.bytes.count());
        QCOMPARE(v("pool-tokens"), static_cast<double>(reserved.tokens));
        QCOMPARE(v("pool-requests"), static_cast<double>(reserved.requests));
        const Bytes cache = answer->devices.front().parts.typical(MemoryPart::KvCache);
        QCOMPARE(v("pool-needed"), static_cast<double>(cache.count()));
    }

    void onlyRuntimesWithAPoolReserve() {
        for (const char* runtime : {"llama.cpp", "Transformers"}) {
            const char* const weights = std::string_view(runtime) == "llama.cpp" ? "Q4_K_M" : "BF16";
            const auto resolved = resolve(question("Qwen/Qwen3-14B", runtime, weights, {{"H100 SXM", 1}}), catalog());
            QVERIFY(!explainPool(*resolved));
        }
        // A fifth of the card does not hold the weights: nothing is left to reserve.
        Scenario small = question("Qwen/Qwen3-14B", "vLLM", "BF16", {{"H100 SXM", 1}});
        small.runtime.gpuMemoryUtilization = 0.2;
        const auto pool = explainPool(*resolve(small, catalog()));
        QVERIFY(pool && pool->formula == "pool-none");
        QCOMPARE(value(*pool, "pool-share"), 0.2);
    }

    void anAssumedFigureIsNotCalledMeasured() {
        const auto overhead = [](const char* card) {
            const auto resolved = resolve(question("Qwen/Qwen3-14B", "llama.cpp", "Q4_K_M", {{card, 1}}), catalog());
            return explain(*resolved, MemoryPart::Overhead).front().operands.at(1).source;
        };
        QVERIFY(overhead("RTX 4090") == OperandSource::Measured);
        QVERIFY(overhead("Arc A770 16GB") == OperandSource::Assumption);
    }
};

QTEST_APPLESS_MAIN(TestExplain)
#include "tst_explain.moc"
