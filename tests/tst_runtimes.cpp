// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/memory/device_work.h"
#include "core/memory/runtime_constants.h"
#include "core/placement/settled.h"
#include "core/report/report.h"
#include "tests/answers.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace vram;
using namespace vram::test;

namespace {

constexpr const char* kLlama = "meta-llama/Llama-3.1-8B-Instruct"; // 32 layers, 4,096 wide, 8 of 32 heads of 128

Scenario question(const char* runtime, const char* model, const char* format, const char* card,
                  std::int64_t count = 1) {
    Scenario scenario;
    scenario.model = CatalogName{model};
    scenario.runtime.name = runtime;
    scenario.weights = format;
    scenario.machine.gpus = {{card, count}};
    return scenario;
}

std::int64_t kvOf(const Scenario& scenario) { return answered(scenario).need.typical(MemoryPart::KvCache).count(); }

DeviceWork workOf(const Scenario& scenario) {
    const Resolved resolved = resolvedOf(scenario);
    const Cards cards = cardsOf(resolved.machine, scenario.placement);
    return deviceWork(resolved, fullLayout(resolved, cards), 0, *cards.gpus.front());
}

double staticShare(const Scenario& scenario) {
    const Resolved resolved = resolvedOf(scenario);
    const Cards cards = cardsOf(resolved.machine, scenario.placement);
    return sglangStaticShare(resolved, fullLayout(resolved, cards), *cards.gpus.front());
}

bool hasNote(const Report& report, std::string_view code) {
    return std::ranges::any_of(report.notes, [&](const Note& note) { return note.code == code; });
}

} // namespace

class TestRuntimes : public QObject {
    Q_OBJECT

private slots:
    void everyConstantSaysWhereItIsFrom() {
        for (const KnownValue& value : knownValues()) {
            QVERIFY2(!value.name.empty() && !value.source.empty() && !value.unit.empty(), value.name.data());
            QVERIFY2(value.low <= value.typical && value.typical <= value.high, value.name.data());
        }
    }

    // SGLang reserves 512 MiB + 1.5 MiB a prompt token + 2 MiB a sequence of its CUDA graphs + 128 MiB a rank, and at
    // least 10 GiB above 60 GiB; the share of weights and cache is the rest, to three decimals.
    // RTX 4090: 24,564 MiB, 2,048 tokens, 24 sequences: 3,760 -> 0.847. With four: 80 sequences, 4 ranks: 4,256 ->
    // 0.827. H100: 81,559 MiB, 8,192 and 256: 13,440 -> 0.835; with eight: 512 sequences, 8 ranks: 14,848 -> 0.818.
    void sglangChoosesItsShareByCard() {
        QCOMPARE(staticShare(question("SGLang", kLlama, "BF16", "RTX 4090")), 0.847);
        QCOMPARE(staticShare(question("SGLang", kLlama, "BF16", "RTX 4090", 4)), 0.827);
        QCOMPARE(staticShare(question("SGLang", kLlama, "BF16", "H100")), 0.835);
        QCOMPARE(staticShare(question("SGLang", kLlama, "BF16", "H100", 8)), 0.818);
        Scenario chosen = question("SGLang", kLlama, "BF16", "H100");
        chosen.runtime.memFractionStatic = 0.7;
        QCOMPARE(staticShare(chosen), 0.7);
        // A multimodal model leaves more to its pictures.
        QVERIFY(staticShare(question("SGLang", "google/gemma-3-27b-it", "BF16", "H100")) < 0.8);
    }

    // The pool is the share of what the process finds (79.19 GiB - 600 MiB) less the weights, at 131,072 B a token.
    void sglangPoolIsItsShareLessTheWeights() {
        const Report report = answered(question("SGLang", kLlama, "BF16", "H100"));
        const double found = 79.19 * 1073741824.0 - 600 * 1048576.0;
        const auto weights = static_cast<double>(report.need.typical(MemoryPart::Weights).count());
        const double tokens = (found * 0.835 - weights) / 131072;
        QVERIFY(report.devices.front().kvPool.has_value());
        QVERIFY(std::abs(static_cast<double>(report.devices.front().kvPool->tokens) - tokens) <= 2);
        // What SGLang holds back makes the high end: context, share and rest are the whole card.
        const double high = static_cast<double>(report.needTotal.high.count());
        QVERIFY(high > weights + 131072.0 * 8192 + found * 0.164);
    }

    // The table of requests: 2,048 x (8,192 + 4) x 4 bytes, or as many as the scenario admits.
    void sglangKeepsATableOfItsRequests() {
        Scenario scenario = question("SGLang", kLlama, "BF16", "H100");
        QCOMPARE(workOf(scenario).requestTable.typical.count(), 2048LL * 8196 * 4);
        scenario.runtime.maxSequences = 16;
        QCOMPARE(workOf(scenario).requestTable.high.count(), 16LL * 8196 * 4);
    }

    // gpt-oss-20b: 12 full and 12 sliding layers, 8 KV heads of 64: 2,048 B a layer and token. SGLang's pool for the
    // sliding ones has 0.8 of the tokens of the other: 6,554 of 8,192. Gemma 3 has no such pool: all 62 layers hold
    // all.
    void sglangPoolsSlidingLayers() {
        QCOMPARE(kvOf(question("SGLang", "openai/gpt-oss-20b", "MXFP4", "H100")), 2048LL * 12 * (8192 + 6554));
        QCOMPARE(kvOf(question("SGLang", "google/gemma-3-27b-it", "BF16", "H100")), 8192LL * 62 * 8192);
    }

    // Qwen3-Next: a sequence's 36 states (16-bit convolution, f32 state), three of each for the prefix cache.
    void sglangKeepsThreeStatesASequence() {
        const Report report = answered(question("SGLang", "Qwen/Qwen3-Next-80B-A3B-Instruct", "FP8", "H200"));
        QCOMPARE(report.need.typical(MemoryPart::RecurrentState).count(), 3LL * 36 * (2 * 3 * 8192 + 4 * 128 * 4096));
    }

    // TensorRT-LLM: blocks of 32 tokens; the start-up run has 8,192 tokens and 2,048 sequences: 8,192 x 2 x (3 x 14,336
    // + 4 x 4,096) and 2,048 x 128,256 x 4; the pool is 0.9 of what is left then.
    void tensorRtTakesNineTenthsOfTheRest() {
        Scenario scenario = question("TensorRT-LLM", kLlama, "BF16", "H100");
        scenario.context = 1000;
        QCOMPARE(kvOf(scenario), 131072LL * 1024);
        const DeviceWork work = workOf(scenario);
        QCOMPARE(work.step.block, 973'078'528LL);
        QCOMPARE(work.step.logits, 1'050'673'152LL);
        const Report report = answered(scenario);
        const double taken =
            static_cast<double>((report.needTotal.typical - report.need.typical(MemoryPart::KvCache)).count());
        const double pool = 0.9 * (79.19 * 1073741824.0 - taken);
        QVERIFY(std::abs(static_cast<double>(report.devices.front().kvPool->bytes.count()) - pool) < 1e7);
        scenario.runtime.freeGpuMemoryFraction = 0.45;
        const Bytes half = answered(scenario).devices.front().kvPool->bytes;
        QVERIFY(std::abs(static_cast<double>(half.count()) - pool / 2) < 1e7);
    }

    // MLX: the cache grows by 256 positions. 8 bits in groups of 64: 68 bytes for 64 values.
    void mlxGrowsInStepsOf256() {
        Scenario scenario = question("MLX", kLlama, "MLX 4-bit g64", "Apple M4 Max 64GB");
        scenario.context = 1025;
        QCOMPARE(kvOf(scenario), 131072LL * 1280);
        scenario.kvCache = {"8-bit", "8-bit"};
        QCOMPARE(kvOf(scenario), 131072LL * 1280 / 128 * 68);
    }

    // Gemma-3-27B: a rotating cache of 1,024 positions and a prompt's step of 2,048 less one; 10 layers keep all.
    void mlxRotatesSlidingLayers() {
        Scenario scenario = question("MLX", "google/gemma-3-27b-it", "MLX 4-bit g64", "Apple M4 Max 64GB");
        scenario.context = 32768;
        QCOMPARE(kvOf(scenario), 8192LL * (10 * 32768 + 52 * (1024 + 2048 - 1)));
        scenario.prompt = 100;
        QCOMPARE(kvOf(scenario), 8192LL * (10 * 32768 + 52 * (1024 + 100 - 1)));
    }

    // ExLlama: pages of 256; q4 is 18 bytes for 32 values. ExLlamaV2's work space: the head's matrix in 16 bits (4,096
    // x 128,256 x 2) outweighs the feed-forward's, beside hidden state, queries, keys and values of 2,048 tokens and
    // one layer's cache in 16 bits.
    void exLlama2TakesItsWorkSpaceAtOnce() {
        Scenario scenario = question("ExLlama", kLlama, "EXL2 4.0 bpw", "RTX 4090");
        scenario.context = 8000;
        scenario.kvCache = {"q4", "q4"};
        QCOMPARE(kvOf(scenario), 65536LL * 8192 / 32 * 18);
        const StepWork step = workOf(scenario).step;
        QCOMPARE(step.weightCopy, 1'050'673'152LL);
        QCOMPARE(step.block, 2048LL * 2 * (4096 + 4096 + 2 * 1024));
        QCOMPARE(step.cacheCopy, 8192LL * 2048 * 2);
        // The token embedding stays in RAM.
        const Report report = answered(scenario);
        QCOMPARE(report.host->parts.typical(MemoryPart::Weights).count(), 128256LL * 4096 * 2);
    }

    // ExLlamaV3 keeps the window and 512 positions in pages, in 16 bits; the other layers in the chosen type.
    void exLlama3KeepsARingOfTheWindow() {
        Scenario scenario = question("ExLlama", "google/gemma-3-27b-it", "EXL3 4.0 bpw", "RTX 4090");
        scenario.context = 32768;
        scenario.kvCache = {"q4", "q4"};
        QCOMPARE(kvOf(scenario), 10LL * 32768 * 4096 / 32 * 18 + 52LL * 1536 * 8192);
    }

    // Ollama expects 8.99 GB of file and 4 x 40 layers x 8 heads x 128 x 8,192 tokens = 1.34 GB. Of an RTX 4090's 23.4
    // GiB that is below 75 %, with 768 MiB more below 80 %: 1,024 tokens at once. Of an RTX 3060's it is more than 75
    // %. 65,536 tokens ask for 2,048, but 19.7 GB are above 60 % and above 75 % of the larger card.
    void ollamaPicksItsBatchByCard() {
        const auto batchOn = [](const char* card, std::int64_t context) {
            Scenario scenario = question("Ollama", "Qwen/Qwen3-14B", "Q4_K_M", card);
            scenario.context = context;
            const Resolved resolved = resolvedOf(scenario);
            const auto settled = settledOn(resolved, cardsOf(resolved.machine, scenario.placement));
            return settled ? settled->scenario.runtime.ubatch.value_or(0) : 0;
        };
        QCOMPARE(batchOn("RTX 4090", 8192), 1024);
        QCOMPARE(batchOn("RTX 4090", 4096), 512);
        QCOMPARE(batchOn("RTX 3060 12GB", 8192), 512);
        QCOMPARE(batchOn("RTX 4090", 65536), 512);
        QCOMPARE(batchOn("H100", 65536), 2048);
        // A larger batch has a larger buffer: the same question with 512 needs less.
        Scenario scenario = question("Ollama", "Qwen/Qwen3-14B", "Q4_K_M", "RTX 4090");
        const Bytes picked = answered(scenario).need.typical(MemoryPart::Activations);
        scenario.runtime.ubatch = 512;
        QVERIFY(answered(scenario).need.typical(MemoryPart::Activations) < picked);
    }

    // Before 0.30 Ollama's own engine took 512 tokens whatever the card.
    void olderOllamaPicksNothing() {
        Scenario scenario = question("Ollama", "Qwen/Qwen3-14B", "Q4_K_M", "RTX 4090");
        scenario.runtime.version = "0.13";
        const Resolved resolved = resolvedOf(scenario);
        QVERIFY(!settledOn(resolved, cardsOf(resolved.machine, scenario.placement)));
    }

    // What one card's 80 % holds stays on one card; what it does not is shared out. Rows settle each for itself.
    void ollamaTakesOneCardWhereItIsEnough() {
        Scenario scenario = question("Ollama", "Qwen/Qwen3-14B", "Q4_K_M", "RTX 4090", 2);
        const Report one = answered(scenario);
        // The first card drives the desktop, so the second has more to give.
        QVERIFY(one.devices.at(0).total == ByteRange{});
        Scenario alone = scenario;
        alone.machine.gpus = {{"RTX 4090", 1}};
        QVERIFY(one.devices.at(1).total == answered(alone).devices.front().total);
        scenario.weights = "Q8_0";
        scenario.context = 65536;
        const Report both = answered(scenario);
        QVERIFY(both.devices.at(1).parts.typical(MemoryPart::Weights) > kGiB * 4);
        const Resolved resolved = resolvedOf(question("Ollama", "Qwen/Qwen3-14B", "Q4_K_M", "RTX 4090"));
        Machine small = resolved.machine;
        small.gpus.front().gpu = *shippedCatalog()->findGpu("RTX 3060 12GB");
        const auto rows = reportRows(resolved, std::vector<Machine>{resolved.machine, small});
        QVERIFY(rows.at(0).value().need.typical(MemoryPart::Activations) >
                rows.at(1).value().need.typical(MemoryPart::Activations));
    }

    // MLX at the first token: 256 positions of 131,072 B instead of 32,768, and one token's work instead of 2,048's.
    void growingCachesStartSmall() {
        Scenario scenario = question("MLX", kLlama, "MLX 4-bit g64", "Apple M4 Max 64GB");
        scenario.context = 32768;
        const Report report = answered(scenario);
        QVERIFY(report.needFirst.has_value());
        const std::int64_t grown = (report.needTotal.typical - report.needFirst->typical).count();
        const std::int64_t work = 2 * (3 * 14336 + 4 * 4096);
        QCOMPARE(grown, 131072LL * (32768 - 256) + 2047LL * work);
        // Transformers: one position.
        Scenario torch = question("Transformers", kLlama, "BF16", "H100");
        const Report dynamic = answered(torch);
        QVERIFY(dynamic.needFirst->typical + Bytes{131072LL * 8191} <= dynamic.needTotal.typical);
        QVERIFY(dynamic.needFirst->typical > dynamic.need.typical(MemoryPart::Weights));
        for (const char* runtime : {"llama.cpp", "vLLM", "SGLang", "TensorRT-LLM"}) {
            QVERIFY(!answered(question(runtime, kLlama, "F16", "H100")).needFirst);
        }
        QVERIFY(!answered(question("ExLlama", kLlama, "EXL2 4.0 bpw", "H100")).needFirst);
    }

    // Llama 3.1 8B, every linear layer: in + out of q, k, v, o and three feed-forward matrices are 8,192 + 2 x 5,120 +
    // 8,192 + 3 x 18,432 = 81,920 a layer; x rank 16 x 32 layers = 41,943,040 values of 2 bytes, each adapter.
    void adaptersFoldOverTheirTargets() {
        Scenario scenario = question("llama.cpp", kLlama, "Q4_K_M", "RTX 4090");
        scenario.extras.lora = LoraChoice{};
        QCOMPARE(answered(scenario).need.typical(MemoryPart::Adapter).count(), 83'886'080LL);
        scenario.extras.lora = LoraChoice{8, "q,v", 3, true};
        QCOMPARE(answered(scenario).need.typical(MemoryPart::Adapter).count(), 3LL * 4 * 8 * 32 * (8192 + 5120));
        scenario.extras.lora->targets = "q,x";
        QVERIFY(resolve(scenario, shippedCatalog()).error().code == ErrorCode::UnknownValue);
        // Layers in RAM keep their adapters there.
        scenario.extras.lora = LoraChoice{};
        scenario.placement.gpuLayers = 17;
        const Report split = answered(scenario);
        QCOMPARE(split.devices.front().parts.typical(MemoryPart::Adapter).count(), 41'943'040LL);
        QCOMPARE(split.host->parts.typical(MemoryPart::Adapter).count(), 41'943'040LL);
    }

    // A draft model is a second question on the same card, without a second process.
    void aDraftModelIsAddedWhole() {
        Scenario scenario = question("llama.cpp", "Qwen/Qwen3-14B", "Q4_K_M", "RTX 4090");
        const Report alone = answered(scenario);
        scenario.extras.draft = DraftChoice{"Qwen/Qwen3-0.6B", "Q8_0", 4096, "", ""};
        const Report both = answered(scenario);
        Scenario small = question("llama.cpp", "Qwen/Qwen3-0.6B", "Q8_0", "RTX 4090");
        small.context = 4096;
        const Report draft = answered(small);
        for (const MemoryPart part : {MemoryPart::Weights, MemoryPart::KvCache, MemoryPart::Activations}) {
            QCOMPARE(both.need.typical(part).count(), (alone.need.typical(part) + draft.need.typical(part)).count());
        }
        QVERIFY(both.need.get(MemoryPart::Overhead) == alone.need.get(MemoryPart::Overhead));
        // vLLM shares its working memory: weights and cache alone.
        Scenario served = question("vLLM", "Qwen/Qwen3-14B", "BF16", "H100");
        const Report one = answered(served);
        served.extras.draft = DraftChoice{"Qwen/Qwen3-0.6B", "", std::nullopt, "", ""};
        const Report two = answered(served);
        QVERIFY(two.need.get(MemoryPart::Activations) == one.need.get(MemoryPart::Activations));
        // 28 layers, 8 heads of 128, keys and values of 2 bytes
        QCOMPARE((two.need.typical(MemoryPart::KvCache) - one.need.typical(MemoryPart::KvCache)).count(),
                 28LL * 2 * 1024 * 2 * 8192);
        QVERIFY(two.devices.front().kvPool->tokens < one.devices.front().kvPool->tokens);
        served.extras.draft->model = "no such model";
        QCOMPARE(resolve(served, shippedCatalog()).error().where, std::string("extras.draft.model"));
        // Another family's tokens cannot be verified.
        scenario.extras.draft->model = kLlama;
        QVERIFY(hasNote(answered(scenario), "draft-vocabulary"));
        QVERIFY(!hasNote(both, "draft-vocabulary"));
        // A format that the runtime cannot load is no.
        scenario.extras.draft = DraftChoice{"Qwen/Qwen3-0.6B", "AWQ", std::nullopt, "", ""};
        QVERIFY(hasNote(answered(scenario), "unsupported-format"));
    }

    // Two bytes a parameter of the towers, on the first card; no longer said to be missing. Runtimes that load whole
    // checkpoints hold it anyway.
    void theProjectorIsAddedWhereItIsAFile() {
        Scenario scenario = question("llama.cpp", "google/gemma-3-27b-it", "Q4_K_M", "RTX 5090");
        const Report text = answered(scenario);
        scenario.extras.vision = true;
        const Report seeing = answered(scenario);
        const std::int64_t tower = resolvedOf(scenario).model.architecture->visionParameters;
        QVERIFY(tower > 400'000'000);
        QCOMPARE((seeing.need.typical(MemoryPart::Weights) - text.need.typical(MemoryPart::Weights)).count(),
                 2 * tower);
        QVERIFY(seeing.need.typical(MemoryPart::Activations) > text.need.typical(MemoryPart::Activations));
        QVERIFY(hasNote(text, "vision-not-counted") && !hasNote(seeing, "vision-not-counted"));
        Scenario whole = question("vLLM", "google/gemma-3-27b-it", "BF16", "H100");
        const Report without = answered(whole);
        whole.extras.vision = true;
        QVERIFY(answered(whole).needTotal == without.needTotal);
    }

    // Qwen3.5 27B's layer: 2 x 5120 x 5120 to join, a block of 372,255,232 values, three norms of 5,120. On a card in
    // BF16 two bytes each; keys and values of 4 heads of 256 in 16 bits for 8,192 positions.
    void layersOfMultiTokenPredictionAreAdded() {
        Scenario scenario = question("vLLM", "Qwen/Qwen3.5-27B", "BF16", "H200");
        const Report alone = answered(scenario);
        scenario.extras.mtp = true;
        const Report with = answered(scenario);
        QCOMPARE((with.need.typical(MemoryPart::Weights) - alone.need.typical(MemoryPart::Weights)).count(),
                 2LL * 424'699'392);
        QCOMPARE((with.need.typical(MemoryPart::KvCache) - alone.need.typical(MemoryPart::KvCache)).count(),
                 2LL * 2 * 4 * 256 * 8192);
        QVERIFY(with.devices.front().kvPool->tokens < alone.devices.front().kvPool->tokens);
        // A state more for the one drafted token.
        QCOMPARE(with.need.typical(MemoryPart::RecurrentState).count(),
                 2 * alone.need.typical(MemoryPart::RecurrentState).count());
        scenario.extras.mtpTokens = 3;
        QCOMPARE(answered(scenario).need.typical(MemoryPart::RecurrentState).count(),
                 4 * alone.need.typical(MemoryPart::RecurrentState).count());

        // llama.cpp: 1 + 3 rows a sequence, and a drafting context whose cache is f16 whatever the model's.
        Scenario local = question("llama.cpp", "Qwen/Qwen3.5-27B", "Q4_K_M", "RTX 5090");
        local.kvCache = {"q8_0", "q8_0"};
        const Report plain = answered(local);
        local.extras.mtp = true;
        const Report drafting = answered(local);
        QCOMPARE(drafting.need.typical(MemoryPart::RecurrentState).count(),
                 4 * plain.need.typical(MemoryPart::RecurrentState).count());
        QCOMPARE((drafting.need.typical(MemoryPart::KvCache) - plain.need.typical(MemoryPart::KvCache)).count(),
                 2LL * 2 * 4 * 256 * 8192);
        QVERIFY(drafting.need.typical(MemoryPart::Activations) > plain.need.typical(MemoryPart::Activations));
        QVERIFY(drafting.command.find("--spec-type draft-mtp --spec-draft-n-max 3") != std::string::npos);
        // With everything in RAM they are there too.
        local.placement.gpuLayers = 0;
        const Report inRam = answered(local);
        QCOMPARE(inRam.devices.front().parts.typical(MemoryPart::Weights).count(), 0LL);
    }

    // DeepSeek's latent is kept whole on every rank, the weights are shared out.
    void ranksShareTheLayersThatPredict() {
        Scenario scenario = question("vLLM", "deepseek-ai/DeepSeek-V3", "FP8", "H200");
        scenario.machine.gpus.front().count = 8;
        const Report alone = answered(scenario);
        scenario.extras.mtp = true;
        const Report with = answered(scenario);
        QCOMPARE((with.need.typical(MemoryPart::KvCache) - alone.need.typical(MemoryPart::KvCache)).count(),
                 8LL * 8192 * 576 * 2);
        // 11.6 billion values: the published 13.46 billion less a copy of embedding and output matrix. A byte each, but
        // for the joining matrix and the router, and four more for 128 x 128.
        const Bytes weights = with.need.typical(MemoryPart::Weights) - alone.need.typical(MemoryPart::Weights);
        QVERIFY(weights > Bytes{11'610'000'000} && weights < Bytes{11'830'000'000});
    }

    void predictionThatCannotBeUsedIsSaid() {
        Scenario scenario = question("Transformers", "Qwen/Qwen3.5-27B", "BF16", "H200");
        const ByteRange alone = answered(scenario).needTotal;
        scenario.extras.mtp = true;
        QVERIFY(hasNote(answered(scenario), "mtp-unsupported"));
        QVERIFY(answered(scenario).needTotal == alone);
        scenario = question("vLLM", kLlama, "BF16", "H200");
        scenario.extras.mtp = true;
        QVERIFY(hasNote(answered(scenario), "mtp-none"));
        scenario.model = CatalogName{"Qwen/Qwen3.5-27B"};
        QVERIFY(!hasNote(answered(scenario), "mtp-none"));
        scenario.extras.draft = DraftChoice{"Qwen/Qwen3.5-0.8B", "", std::nullopt, "", ""};
        QVERIFY(hasNote(answered(scenario), "mtp-or-draft"));
        QVERIFY(resolvedOf(scenario).extras->nextToken == nullptr);
    }

    void commandsNameWhatIsLoadedBesideTheModel() {
        const auto command = [](const char* runtime, const char* weights, const ExtrasChoice& extras) {
            Scenario scenario = question(runtime, "Qwen/Qwen3.5-27B", weights, "H200");
            scenario.extras = extras;
            return QString::fromStdString(answered(scenario).command);
        };
        ExtrasChoice lora;
        lora.lora = LoraChoice{48, "all-linear", 2, false};
        ExtrasChoice draft;
        draft.draft = DraftChoice{"Qwen/Qwen3.5-0.8B", "", std::nullopt, "", ""};
        ExtrasChoice mtp;
        mtp.mtp = true;
        mtp.mtpTokens = 2;
        QVERIFY(command("vLLM", "BF16", lora)
                    .endsWith(u" --enable-lora --max-lora-rank 64 --max-loras 2 --lora-modules ADAPTER=PATH"_s));
        QVERIFY(command("vLLM", "BF16", draft)
                    .endsWith(u" --speculative-config '{\"method\": \"draft_model\", \"model\": \"Qwen/Qwen3.5-0.8B\", "
                              "\"num_speculative_tokens\": 5}'"_s));
        QVERIFY(command("vLLM", "BF16", mtp)
                    .endsWith(u" --speculative-config '{\"method\": \"mtp\", \"num_speculative_tokens\": 2}'"_s));
        QVERIFY(command("SGLang", "BF16", lora)
                    .endsWith(u" --lora-paths ADAPTER=PATH --max-lora-rank 48 --max-loras-per-batch 2"_s));
        QVERIFY(
            command("SGLang", "BF16", draft)
                .endsWith(u" --speculative-algorithm STANDALONE --speculative-draft-model-path Qwen/Qwen3.5-0.8B "
                          "--speculative-num-steps 5 --speculative-eagle-topk 1 --speculative-num-draft-tokens 6"_s));
        QVERIFY(command("SGLang", "BF16", mtp)
                    .endsWith(u" --speculative-algorithm NEXTN --speculative-num-steps 2 --speculative-eagle-topk 1 "
                              "--speculative-num-draft-tokens 3"_s));
        ExtrasChoice both = lora;
        both.draft = draft.draft;
        QCOMPARE(command("TensorRT-LLM", "BF16", both).section(u" > "_s, 0, 0),
                 u"echo '{\"lora_config\": {\"max_lora_rank\": 48, \"max_loras\": 2}, \"speculative_config\": "
                 "{\"decoding_type\": \"Draft_Target\", \"max_draft_len\": 5, \"speculative_model\": "
                 "\"Qwen/Qwen3.5-0.8B\"}}'"_s);
        QVERIFY(command("TensorRT-LLM", "BF16", mtp)
                    .startsWith(u"echo '{\"speculative_config\": {\"decoding_type\": \"MTP\", "
                                "\"num_nextn_predict_layers\": 2}}' > options.yaml && trtllm-serve "_s));
        QVERIFY(command("TensorRT-LLM", "BF16", mtp).endsWith(u"--extra_llm_api_options options.yaml"_s));
        QVERIFY(!command("vLLM", "BF16", {}).contains(u"lora"_s));
    }

    void extrasTravelThroughJson() {
        Scenario scenario = question("llama.cpp", kLlama, "Q4_K_M", "RTX 4090");
        scenario.extras.vision = true;
        scenario.extras.lora = LoraChoice{8, "qv", 2, true};
        scenario.extras.draft = DraftChoice{"Qwen/Qwen3-0.6B", "Q8_0", 2048, "q8_0", "f16"};
        const auto back = scenarioFromJson(scenarioToJson(scenario));
        QVERIFY(back.ok());
        QVERIFY(back->extras == scenario.extras);
        QVERIFY(!scenarioToJson(Scenario{}).contains("extras"));
        for (const Json& value : {Json(true), Json(4), Json(0), Json(false)}) {
            Json json = scenarioToJson(Scenario{});
            json["extras"]["mtp"] = value;
            const auto read = scenarioFromJson(json);
            QVERIFY(read.ok());
            QCOMPARE(read->extras.mtp, value == true || value == 4);
            QCOMPARE(read->extras.mtpTokens.value_or(0), value == 4 ? 4 : 0);
            QCOMPARE(scenarioToJson(*read).contains("extras"), read->extras.mtp);
            QVERIFY(!read->extras.mtp || scenarioToJson(*read)["extras"]["mtp"] == value);
        }
        Json wrong = scenarioToJson(Scenario{});
        wrong["extras"]["mtp"] = 65;
        QCOMPARE(scenarioFromJson(wrong).error().where, std::string("extras.mtp"));
        Json bad = scenarioToJson(scenario);
        bad["extras"]["lora"]["type"] = "q4";
        QCOMPARE(scenarioFromJson(bad).error().where, std::string("extras.lora.type"));
        bad = scenarioToJson(scenario);
        bad["extras"]["draft"].erase("model");
        QVERIFY(scenarioFromJson(bad).error().code == ErrorCode::MissingKey);
    }

    void unsupportedCardsAndFormatsAreSaidApart_data() {
        QTest::addColumn<Scenario>("scenario");
        QTest::addColumn<QString>("note");
        const QString runtime = QStringLiteral("unsupported-runtime");
        const QString format = QStringLiteral("unsupported-format");
        QTest::newRow("TensorRT-LLM on AMD") << question("TensorRT-LLM", kLlama, "BF16", "RX 7900 XTX") << runtime;
        QTest::newRow("TensorRT-LLM, Turing") << question("TensorRT-LLM", kLlama, "F16", "RTX 2080 Ti") << runtime;
        QTest::newRow("TensorRT-LLM, NF4") << question("TensorRT-LLM", kLlama, "NF4", "H100") << format;
        QTest::newRow("SGLang, Volta") << question("SGLang", kLlama, "F16", "V100 SXM2 32GB") << runtime;
        QTest::newRow("SGLang, NVFP4 on Hopper") << question("SGLang", kLlama, "NVFP4", "H100") << format;
        QTest::newRow("MLX on AMD") << question("MLX", kLlama, "MLX 4-bit g64", "RX 7900 XTX") << runtime;
        QTest::newRow("EXL3 on AMD") << question("ExLlama", kLlama, "EXL3 4.0 bpw", "RX 7900 XTX") << format;
        QTest::newRow("GGUF in SGLang") << question("SGLang", kLlama, "Q4_K_M", "H100") << format;
    }

    void unsupportedCardsAndFormatsAreSaidApart() {
        QFETCH(Scenario, scenario);
        QFETCH(QString, note);
        const Report report = answered(scenario);
        QVERIFY(report.verdict == Verdict::No);
        QVERIFY(hasNote(report, note.toStdString()));
        QVERIFY(report.command.empty());
    }

    void commandsHoldWhatTheScenarioSays() {
        Scenario sglang = question("SGLang", kLlama, "BF16", "RTX 4090", 2);
        sglang.runtime.memFractionStatic = 0.9;
        QCOMPARE(answered(sglang).command, "python -m sglang.launch_server --model-path "
                                           "meta-llama/Llama-3.1-8B-Instruct --context-length 8192 --tp 2 "
                                           "--mem-fraction-static 0.9");
        Scenario ollama = question("Ollama", kLlama, "Q4_K_M", "RTX 4090");
        ollama.batch = 2;
        ollama.kvCache = {"q8_0", "q8_0"};
        QCOMPARE(answered(ollama).command,
                 "OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=2 OLLAMA_KV_CACHE_TYPE=q8_0 ollama serve");
        Scenario exLlama = question("ExLlama", kLlama, "EXL3 4.0 bpw", "RTX 4090");
        exLlama.context = 1000;
        exLlama.batch = 2;
        exLlama.kvCache = {"q6", "q4"};
        QCOMPARE(answered(exLlama).command, "python main.py --model-name MODEL --max-seq-len 1000 --cache-size 2048 "
                                            "--max-batch-size 2 --cache-mode 6,4");
        Scenario mlx = question("MLX", kLlama, "MLX 4-bit g64", "Apple M4 Max 64GB");
        mlx.kvCache = {"4-bit", "4-bit"};
        QCOMPARE(answered(mlx).command, "mlx_lm.generate --model MODEL --kv-bits 4");
        QCOMPARE(answered(question("TensorRT-LLM", kLlama, "BF16", "H100", 2)).command,
                 "trtllm-serve meta-llama/Llama-3.1-8B-Instruct --max_seq_len 8192 --tp_size 2");
        Scenario drafted = question("llama.cpp", kLlama, "Q4_K_M", "H100");
        drafted.extras.draft = DraftChoice{};
        drafted.extras.draft->model = "meta-llama/Llama-3.2-1B-Instruct";
        drafted.extras.draft->k = "q8_0";
        drafted.extras.draft->v = "q4_0";
        QVERIFY(QString::fromStdString(answered(drafted).command)
                    .endsWith(QStringLiteral(" -md DRAFT.gguf -ctkd q8_0 -ctvd q4_0")));
        Scenario quantized = question("TensorRT-LLM", kLlama, "BF16", "H100");
        quantized.kvCache = {"fp8", "fp8"};
        QCOMPARE(answered(quantized).command,
                 "trtllm-serve meta-llama/Llama-3.1-8B-Instruct --max_seq_len 8192 --kv_cache_dtype fp8");
        Scenario vllm = question("vLLM", kLlama, "BF16", "H100");
        vllm.batch = 4;
        vllm.runtime.maxSequences = 16;
        QCOMPARE(answered(vllm).command,
                 "vllm serve meta-llama/Llama-3.1-8B-Instruct --max-model-len 8192 --max-num-seqs 16");
    }

    // The card would hold it, the share that was chosen does not: such a start ends with an error, or requests wait.
    void aPoolTooSmallIsNoYes() {
        for (const char* runtime : {"vLLM", "SGLang", "TensorRT-LLM"}) {
            Scenario scenario = question(runtime, "Qwen/Qwen3-4B", "BF16", "H100");
            QVERIFY2(answered(scenario).verdict == Verdict::Fits, runtime);
            scenario.runtime.gpuMemoryUtilization = 0.13;
            scenario.runtime.memFractionStatic = 0.1;
            scenario.runtime.freeGpuMemoryFraction = 0.01;
            scenario.batch = 1;
            const Report report = answered(scenario);
            QVERIFY2(report.devices.front().kvPool->requests < 1, runtime);
            QVERIFY2(report.verdict == Verdict::No && report.command.empty(), runtime);
        }
        Scenario some = question("vLLM", "Qwen/Qwen3-4B", "BF16", "RTX 4090");
        some.runtime.gpuMemoryUtilization = 0.5;
        some.batch = 3;
        QVERIFY(answered(some).verdict == Verdict::Fits);
        some.batch = 4;
        QVERIFY(answered(some).verdict == Verdict::Tight && hasNote(answered(some), "pool-short"));
    }

    // llama.cpp creates no context with a quantized value cache and flash attention off.
    void aQuantizedValueCacheNeedsFlashAttention() {
        Scenario scenario = question("llama.cpp", kLlama, "Q4_K_M", "H100");
        scenario.kvCache = {"q8_0", "q8_0"};
        QVERIFY(answered(scenario).verdict == Verdict::Fits);
        scenario.runtime.flashAttention = false;
        QVERIFY(answered(scenario).verdict == Verdict::No && hasNote(answered(scenario), "flash-attention-needed"));
        scenario.kvCache.v = "f16";
        QVERIFY(answered(scenario).verdict == Verdict::Fits);
    }

    // 40 heads on three cards: vLLM refuses to start.
    void headsThatDoNotDivideAreNoYes() {
        const Report report = answered(question("vLLM", "Qwen/Qwen3-14B", "BF16", "H100", 3));
        QVERIFY(hasNote(report, "uneven-heads"));
        QVERIFY(report.verdict == Verdict::No && report.command.empty());
    }

    // 256 sequences by default on a small card; 768 more each bring their logits to the sampler's warm-up.
    void vllmWarmsUpForAllSequences() {
        const auto work = [](std::int64_t batch) {
            Scenario scenario = question("vLLM", "Qwen/Qwen3-4B", "AWQ", "RTX 4090");
            scenario.context = 16;
            scenario.batch = batch;
            return answered(scenario).need.typical(MemoryPart::Activations).count();
        };
        QCOMPARE(work(256), work(1));
        QVERIFY(work(1024) - work(256) > 768LL * 151936 * 2);
    }
};

QTEST_APPLESS_MAIN(TestRuntimes)
#include "tst_runtimes.moc"
