// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/report/report_json.h"
#include "core/speed/speed.h"
#include "core/speed/speed_constants.h"
#include "tests/answers.h"

#include <cmath>

using namespace vram;
using namespace vram::test;

namespace {

Scenario on(const char* gpu, const char* model, const char* weights = "Q4_K_M") {
    Scenario scenario;
    scenario.machine.gpus = {{gpu, 1}};
    scenario.model = CatalogName{model};
    scenario.weights = weights;
    scenario.context = 4096;
    return scenario;
}

/// 1 TB/s and, with sums in 16 bits, 200 TFLOP/s, which 400 W at half a TFLOP/s each carry: figures can be worked out
/// on paper.
Gpu roundCard() {
    Gpu gpu;
    gpu.name = "Round";
    gpu.vendor = Vendor::Nvidia;
    gpu.gpuClass = GpuClass::Consumer;
    gpu.memory = kGiB * 100;
    gpu.memoryType = "GDDR6X";
    gpu.bandwidth = GigabytesPerSecond{1000};
    gpu.fp16Tensor = Teraflops{100};
    gpu.fp32 = Teraflops{50};
    gpu.tdpWatts = 400;
    gpu.releaseYear = 2022;
    gpu.pcie = "4.0x16";
    gpu.bf16 = true;
    return gpu;
}

Resolved onRoundCard(const char* model, const char* weights = "F16") {
    Resolved resolved = resolvedOf(on("RTX 4090", model, weights));
    resolved.machine.gpus = {{roundCard(), 1}};
    return resolved;
}

constexpr const char* kLlama = "meta-llama/Meta-Llama-3-8B-Instruct";

/// A question with all that a placement of its own needs.
struct Placed {
    explicit Placed(Resolved question, PlacementChoice choice = {})
        : resolved(std::move(question)),
          demand(demandOf(resolved)),
          cards(cardsOf(resolved.machine, choice)),
          layout(fullLayout(resolved, cards)) {}

    [[nodiscard]] SpeedTerms decode(double depth = 0) const {
        return decodeTerms(resolved, demand, cards, layout, depth);
    }
    [[nodiscard]] SpeedTerms prefill() const {
        return prefillTerms(resolved, demand, cards, layout).value_or(SpeedTerms{});
    }

    Resolved resolved;
    Demand demand;
    Cards cards;
    Layout layout;
};

/// Several of the round card.
Placed onRoundCards(std::int64_t count, const char* weights = "F16") {
    Resolved resolved = resolvedOf(on("RTX 4090", kLlama, weights));
    resolved.machine.gpus = {{roundCard(), count}};
    return Placed(std::move(resolved));
}

bool near(double value, double expected, double share) { return std::abs(value / expected - 1) < share; }

} // namespace

class TestSpeed : public QObject {
    Q_OBJECT

private slots:
    // Llama-3-8B in F16: 8,030,261,248 parameters less the embedding's 128,256 x 4,096 are 7,504,924,672, of 2 bytes
    // each (norms have 4: 65 x 4,096 x 2 more): 15.0104 GB a token. At 0.853 of 1,000 GB/s 17.5972 ms, and 32 layers of
    // 57 us are 1.824 ms: 51.49 tokens a second.
    void decodeReadsTheWeightsOnce() {
        const Report report = answered(onRoundCard(kLlama));
        QVERIFY(report.speed.has_value());
        QVERIFY2(near(report.speed->decode.typical, 51.49, 0.001), QByteArray::number(report.speed->decode.typical));
        QVERIFY(report.speed->limit == SpeedLimit::MemoryBandwidth);
        // The ends of the range are 0.8 and 1.2 of it.
        QVERIFY(near(report.speed->decode.low, 51.49 * 0.8, 0.001));
        QVERIFY(near(report.speed->decode.high, 51.49 * 1.2, 0.001));
    }

    // 4,096 tokens of 2 x 8 x 128 values of 2 bytes in 32 layers are 0.5369 GB, at 853 GB/s 0.6294 ms more than 19.421.
    void aFullContextIsReadAsWell() {
        const Report report = answered(onRoundCard(kLlama));
        QVERIFY2(near(report.speed->decodeFull.typical, 1000 / (19.421 + 0.6294), 0.001),
                 QByteArray::number(report.speed->decodeFull.typical));
    }

    // 1,024 tokens are 2 x 8,030,261,248 x 1,024 = 16.446e12 operations and attention 2 x 32 x (2 x 4,096) x 512 x
    // 1,024 = 0.275e12; at 0.494 of 200 TFLOP/s 169.24 ms; two micro-batches wait 2 x 32 x 57 us = 3.65 ms: 5,923
    // tokens a second.
    void prefillIsBoundByCompute() {
        const Report report = answered(onRoundCard(kLlama));
        QVERIFY(report.speed->prefill.has_value());
        QVERIFY2(near(report.speed->prefill->typical, 5923, 0.002), QByteArray::number(report.speed->prefill->typical));
        QVERIFY(near(report.speed->prefill->low, 5923 * 0.60, 0.002));
        QVERIFY(near(report.speed->prefill->high, 5923 * 1.45, 0.002));
        QVERIFY(report.speed->prefillLimit == SpeedLimit::Compute);
    }

    // In Q8_0 (8.5 bits) a micro-batch reads 7.504925e9 x 1.0625 = 7.974 GB and writes them out as 2 bytes a weight,
    // 15.010 GB: two of them take 45.97 GB / 853 GB/s = 53.9 ms more than the 172.9 ms above. Cards from 2025 on
    // multiply the blocks as they are, and a power limit of 25 W costs (12.5 / 200)^(1/4) = half of the speed.
    void quantizedMatricesAreExpandedForAPrompt() {
        Resolved resolved = onRoundCard(kLlama, "Q8_0");
        QVERIFY(near(answered(resolved).speed->prefill->typical, 1024 / (0.1729 + 0.0539), 0.005));
        Gpu& gpu = resolved.machine.gpus.front().gpu;
        gpu.releaseYear = 2025;
        QVERIFY(near(answered(resolved).speed->prefill->typical, 5923, 0.002));
        gpu.tdpWatts = 25;
        QVERIFY(near(answered(resolved).speed->prefill->typical, 1024 / (2 * 0.16924 + 0.00365), 0.005));
    }

    // A prompt and a token after it: 1,024 / 5,923 s = 172.9 ms and, a quarter of the context full, 19.421 + 0.157 ms.
    void theFirstTokenWaitsForThePrompt() {
        Resolved resolved = onRoundCard(kLlama);
        const Report report = answered(resolved);
        const auto first = report.speed->firstToken;
        QVERIFY(first.has_value());
        QVERIFY2(near(first->typical, 0.1729 + 0.01958, 0.002), QByteArray::number(first->typical));
        QVERIFY(first->low < first->typical && first->typical < first->high);
        QVERIFY(near(first->high, 0.1729 / 0.60 + 0.01958 / 0.80, 0.002));
        QVERIFY(near(togetherOf(report.speed->decode, 8).typical, 8 * 51.49, 0.001));
    }

    // Decode is 40.0 (at the last token, pessimistic) to 61.8; the first token comes after 0.13 to 0.31 s.
    void targetsAreJudgedByTheEnds() {
        Resolved resolved = onRoundCard(kLlama);
        QVERIFY(answered(resolved).speed->decodeTarget == TargetVerdict::Unset);
        using Expected = std::pair<double, TargetVerdict>;
        for (const auto& [target, verdict] : {Expected{39, TargetVerdict::Met}, Expected{51, TargetVerdict::Maybe},
                                              Expected{62, TargetVerdict::Missed}}) {
            resolved.scenario.target.decodeTokensPerSecond = target;
            QVERIFY(answered(resolved).speed->decodeTarget == verdict);
        }
        for (const auto& [target, verdict] : {Expected{0.32, TargetVerdict::Met}, Expected{0.2, TargetVerdict::Maybe},
                                              Expected{0.12, TargetVerdict::Missed}}) {
            resolved.scenario.target.firstTokenSeconds = target;
            QVERIFY(answered(resolved).speed->firstTokenTarget == verdict);
        }
        QCOMPARE(QByteArray(targetVerdictId(TargetVerdict::Maybe).data()), QByteArray("maybe"));
    }

    void theTermsAddUpToTheStep() {
        const Placed placed(onRoundCard(kLlama));
        const SpeedTerms step = placed.decode();
        QVERIFY(near(step.vramBytes, 15.0104e9, 0.0001));
        QVERIFY(near(step.flops, 16.0605e9, 0.0001));
        QVERIFY(near(step.vramSeconds, 17.5972e-3, 0.0001));
        QVERIFY(near(step.latencySeconds, 1.824e-3, 0.0001));
        QVERIFY(near(1 / step.total(), 51.49, 0.001));
        QCOMPARE(step.computeSeconds + step.pcieSeconds + step.ramSeconds + step.ramBytes + step.pcieBytes, 0.0);
        const SpeedTerms prompt = placed.prefill();
        QVERIFY(near(prompt.flops, 16.721e12, 0.0005));
        QVERIFY(near(prompt.computeSeconds, 0.16924, 0.0005));
        QVERIFY(near(1024 / prompt.total(), 5923, 0.002));
    }

    // Of sixteen lanes of the fourth generation: 1.97 GB/s each.
    void linksFollowTheirText() {
        QVERIFY(near(linkBytesPerSecond("4.0x16"), 31.5e9, 0.01));
        QVERIFY(near(linkBytesPerSecond("3.0x8"), 7.88e9, 0.01));
        QVERIFY(near(linkBytesPerSecond("SXM5"), 31.5e9, 0.01));
    }

    // llama.cpp has 6.3 bytes on their way for each clock of a multiprocessor: A100's 19.5 TFLOP/s are those of 6,912
    // cores, 64 a multiprocessor, at 1.41 GHz, so 108 x 1.41e9 x 6.3 = 959 GB/s of its 2,039; H100 PCIe's 51.2 of 128 a
    // multiprocessor give 1,260. Other runtimes reach the usual share of either.
    void stackedMemoryIsBoundByWhatIsOnItsWay() {
        const Resolved small = resolvedOf(on("A100 SXM4 80GB", kLlama, "F16"));
        const Resolved large = resolvedOf(on("H100 PCIe 80GB", kLlama, "F16"));
        const Gpu& ampere = small.machine.gpus.front().gpu;
        const Gpu& hopper = large.machine.gpus.front().gpu;
        QVERIFY(near(achievedBandwidth(ampere, Engine::LlamaCpp), 959e9, 0.005));
        QVERIFY(near(achievedBandwidth(hopper, Engine::LlamaCpp), 1260e9, 0.005));
        QVERIFY(near(achievedBandwidth(ampere, Engine::Vllm), 0.853 * 2039e9, 0.001));
        // Without the instructions that Hopper needs for its peak; 312 of A100 with 400 W: 312 x (200 / 312)^(1/4).
        QVERIFY(near(*peakFlops(ampere, Engine::LlamaCpp), 312e12 * std::pow(200.0 / 312, 0.25), 0.001));
        QVERIFY(*peakFlops(hopper, Engine::LlamaCpp) < 0.8 * *peakFlops(hopper, Engine::Vllm));
    }

    // M1 Max has 10.6 TFLOP/s of fp32; 37 operations a quantized weight are 286e9 weights a second, of Llama-3-8B's
    // 7.5e9 a token: 26 ms and 32 layers of 63 us make 35 tokens a second. As F16 its memory decides.
    void theFirstAppleChipsExpandSlowly() {
        const Report report = answered(on("M1 Max 64GB", kLlama));
        QVERIFY2(near(report.speed->decode.typical, 35, 0.03), QByteArray::number(report.speed->decode.typical));
        const Report whole = answered(on("M1 Max 64GB", kLlama, "F16"));
        QVERIFY(near(whole.speed->decode.typical, 1000 / (15.0104 / (0.400 * 0.827) + 32 * 0.063), 0.003));
    }

    // Two micro-batches on two cards: 3 of 4 turns, of whose saving 0.77 comes about, and one hop of 450 us for each.
    void cardsInTurnShareAPrompt() {
        const double one = onRoundCards(1).prefill().total();
        const double two = onRoundCards(2).prefill().total();
        QVERIFY2(near(two, one * (1 - 0.77 * 0.25) + 2 * 450e-6, 0.002), QByteArray::number(two / one));
        // A token goes through both.
        QVERIFY(near(onRoundCards(2).decode().total(), 19.421e-3 + 450e-6, 0.001));
    }

    // Each of two cards reads half of the rows at once: 8.80 ms, all kernels (1.824 ms), and for 32 x 7 matrices 15 us.
    void rowsAreMultipliedAtOnce() {
        Placed placed = onRoundCards(2);
        placed.layout.rowSplit = true;
        placed.layout.rowShares = {0.5, 0.5};
        const SpeedTerms step = placed.decode();
        QVERIFY2(near(step.total() - step.pcieSeconds, 8.7986e-3 + 1.824e-3 + 32 * 7 * 15e-6, 0.001),
                 QByteArray::number(step.total()));
        // Half of 8.03e9 / 4,096 results of 4 bytes.
        QVERIFY(near(step.pcieBytes, 8030261248.0 / 4096 * 4 / 2, 0.001));
        placed.layout.rowShares = {0.75, 0.25};
        QVERIFY(placed.decode().total() > 1.3 * step.total());
    }

    // At the last of 4,096 tokens the processor reads 0.5369 GB at 0.60 of 50 GB/s: 17.9 ms, and 32 times 40 us there
    // and back.
    void aCacheInRamIsReadByTheProcessor() {
        Placed placed = onRoundCards(1);
        placed.resolved.machine.ramGbPerSecond = 50;
        const double before = placed.decode(1).total() - 0.6294e-3;
        placed.layout.kvInRam = true;
        const SpeedTerms step = placed.decode(1);
        QVERIFY2(near(step.total() - before, 17.896e-3 + 32 * 40e-6, 0.002), QByteArray::number(step.total()));
        QVERIFY(near(step.ramBytes, 0.5369e9, 0.001));
        // ... and its attention (0.275e12 operations at 0.8 TFLOP/s, a third of a second) is the processor's.
        QVERIFY(placed.prefill().total() > 0.3);
        placed.resolved.machine.cpuCores = 64;
        QVERIFY(placed.prefill().total() < 0.3);
    }

    // Qwen3-30B-A3B in F16: a layer's experts are 128 x 3 x 2,048 x 768 x 2 bytes = 1.2080 GB, of which a token reads
    // 8 / 128. Ten layers' are 0.7550 GB from RAM a token; a prompt streams all 12.080 GB of them for each micro-batch.
    void expertsInRamAreReadThereAndStreamedForPrompts() {
        Placed placed(onRoundCard("Qwen/Qwen3-30B-A3B"));
        const SpeedTerms whole = placed.decode();
        placed.layout.cpuExperts = 10;
        const SpeedTerms step = placed.decode();
        QVERIFY2(near(step.ramBytes, 0.7550e9, 0.001), QByteArray::number(step.ramBytes));
        QVERIFY(near(whole.vramBytes - step.vramBytes, 0.7550e9, 0.001));
        const SpeedTerms prompt = placed.prefill();
        QVERIFY2(near(prompt.pcieBytes, 2 * 12.080e9, 0.001), QByteArray::number(prompt.pcieBytes));
        QVERIFY(prompt.limit == SpeedLimit::Pcie);
        // The machine's own link counts, not the card's.
        placed.resolved.machine.pcie = "4.0x8";
        QVERIFY(near(placed.prefill().pcieSeconds, 2 * prompt.pcieSeconds, 0.001));
        // Prompts of fewer than 32 tokens are the processor's.
        placed.resolved.scenario.prompt = 16;
        QCOMPARE(placed.prefill().pcieBytes, 0.0);
    }

    // Published: Qwen3-30B-A3B with 36 layers' experts beside an RTX 2080 and four channels of DDR4, 36.7 tokens a
    // second (llmfit's community benchmarks); gpt-oss-120b, three layers' experts beside two RTX 5090, 108 (llama.cpp
    // pull request 15077); DeepSeek-R1 beside an RTX 4090 and twelve channels of DDR5-4800, 14 (KTransformers issue
    // 314).
    void expertsInRamAreAsFastAsWasPublished() {
        Scenario small = on("RTX 2080", "Qwen/Qwen3-30B-A3B-Instruct-2507");
        small.machine.ramGbPerSecond = 102;
        small.placement.gpuLayers = 49;
        small.placement.cpuExperts = 36;
        Scenario middle = on("RTX 5090", "openai/gpt-oss-120b", "MXFP4");
        middle.machine.gpus.front().count = 2;
        middle.placement.gpuLayers = 37;
        middle.placement.cpuExperts = 3;
        Scenario large = on("RTX 4090", "deepseek-ai/DeepSeek-R1");
        large.machine.ramGib = 768;
        large.machine.ramGbPerSecond = 460;
        large.placement.gpuLayers = 62;
        large.placement.cpuExperts = 61;
        for (const auto& [scenario, published] :
             {std::pair{small, 36.7}, std::pair{middle, 108.0}, std::pair{large, 14.0}}) {
            const auto speed = answered(scenario).speed;
            QVERIFY(speed.has_value());
            QVERIFY2(near(speed->decode.typical, published, 0.3), QByteArray::number(speed->decode.typical));
            QVERIFY(speed->decode.low < published && published < speed->decode.high);
        }
    }

    // Published for llama.cpp (pull request 6017), not fitted: Llama 2 7B as F16 on eight A100 PCIe has 8,381 tokens a
    // second of a prompt of 512, one micro-batch, and 13,313 of 1,024, two.
    void promptsOnEightCardsAreAsFastAsWasPublished() {
        Scenario scenario = on("A100 PCIe 80GB", "meta-llama/Llama-2-7b-chat-hf", "F16");
        scenario.machine.gpus.front().count = 8;
        for (const auto& [prompt, published] : {std::pair{512, 8381.0}, std::pair{1024, 13313.0}}) {
            scenario.prompt = prompt;
            const Report report = answered(scenario);
            QVERIFY2(near(report.speed->prefill->typical, published, 0.1),
                     QByteArray::number(report.speed->prefill->typical));
        }
    }

    // A tensor-parallel pair reads half each; 32 layers of two reductions in 30 us and kernels with vLLM's graphs (0.6
    // of 57 us) remain. Stages add up, as one card with a hop of 450 us between.
    void ranksWorkAtOnceAndStagesInTurn() {
        Placed placed = onRoundCards(4);
        placed.resolved.runtime = findRuntime("vLLM");
        placed.layout = Layout{};
        placed.layout.tensorRanks = 2;
        placed.layout.group = 4;
        placed.layout.devices = {
            {0, 16, false, true}, {0, 16, false, true}, {16, 32, true, false}, {16, 32, true, false}};
        const double expected = 15.0104 / 2 / 853 + 32 * (30e-6 + 0.6 * 57e-6) + 450e-6;
        QVERIFY2(near(placed.decode().total(), expected, 0.001), QByteArray::number(placed.decode().total()));
        // A second replica beside them takes nothing from the first.
        const std::vector<Layout::Device> first = placed.layout.devices;
        placed.layout.devices.insert(placed.layout.devices.end(), first.begin(), first.end());
        placed.layout.replicas = 2;
        QVERIFY(near(placed.decode().total(), expected, 0.001));
    }

    // Half of the layers are in RAM, and 3 GB of them are not: read again for each token at 3 GB/s, 1 s.
    void whatRamDoesNotHoldComesFromTheDisk() {
        Placed placed(onRoundCard(kLlama));
        placed.layout.cpuEnd = 16;
        placed.layout.devices.front().first = 16;
        const Bytes missing{3'000'000'000};
        const auto slow =
            diskTokensPerSecond(placed.resolved, placed.demand, placed.cards, placed.layout, missing, missing);
        QVERIFY(slow.has_value());
        QVERIFY(near(1 / slow->typical, 1 + placed.decode().total(), 0.001));
        QVERIFY(slow->low < slow->typical && slow->typical < slow->high);
        placed.resolved.machine.diskGbPerSecond = 6;
        const auto fast =
            diskTokensPerSecond(placed.resolved, placed.demand, placed.cards, placed.layout, missing, missing);
        QVERIFY(near(1 / fast->typical, 0.5 + placed.decode().total(), 0.001));
        QVERIFY(!diskTokensPerSecond(placed.resolved, placed.demand, placed.cards, placed.layout, Bytes{}, Bytes{}));
    }

    void everyClassNamesItsBackend() {
        QCOMPARE(speedConstants(SpeedClass::CudaShared).backend, std::string_view("CUDA"));
        QCOMPARE(speedConstants(SpeedClass::MetalEarly).backend, std::string_view("Metal"));
        QCOMPARE(speedConstants(SpeedClass::Amd).backend, std::string_view("Vulkan or ROCm"));
        QCOMPARE(speedConstants(SpeedClass::Intel).backend, std::string_view("SYCL or Vulkan"));
        QCOMPARE(speedConstants(SpeedClass::Cpu).backend, std::string_view("CPU"));
    }

    void manySequencesShareTheWeightsUntilComputeBounds() {
        Resolved resolved = onRoundCard("meta-llama/Meta-Llama-3-8B-Instruct");
        double before = 0;
        for (const std::int64_t batch : {1, 4, 16, 64, 256}) {
            resolved.scenario.batch = batch;
            resolved.scenario.context = 256;
            const Report report = answered(resolved);
            QVERIFY(report.speed.has_value());
            const double together = report.speed->decode.typical * static_cast<double>(batch);
            QVERIFY(together > before);
            before = together;
            // 256 x 16.06 GFLOP at 98.8 TFLOP/s are 42 ms, more than twice the weights' 17.6.
            QVERIFY(report.speed->limit == (batch == 256 ? SpeedLimit::Compute : SpeedLimit::MemoryBandwidth));
        }
    }

    void moreContextIsNeverFaster() {
        Scenario scenario = on("RTX 3060 12GB", "Qwen/Qwen3-14B");
        scenario.machine.ramGbPerSecond = 60;
        double before = 1e9;
        for (std::int64_t context = 1024; context <= 131072; context *= 2) {
            scenario.context = context;
            const Report report = answered(scenario);
            QVERIFY(report.speed.has_value());
            QVERIFY(report.speed->decodeFull.typical < before);
            QVERIFY(report.speed->decodeFull.typical < report.speed->decode.typical);
            QVERIFY(report.speed->decode.low < report.speed->decode.typical);
            QVERIFY(report.speed->decode.typical < report.speed->decode.high);
            before = report.speed->decodeFull.typical;
        }
    }

    void everyLayerInRamCosts() {
        Scenario scenario = on("RTX 4090", "Qwen/Qwen3-8B");
        double before = 1e9;
        for (std::int64_t layers = 37; layers >= 0; layers -= 6) {
            scenario.placement.gpuLayers = layers;
            const Report report = answered(scenario);
            QVERIFY(report.speed.has_value());
            QVERIFY(report.speed->decode.typical < before);
            before = report.speed->decode.typical;
        }
    }

    // Of 30.5 billion parameters 3.3 are used: less is read than by a dense model of 32.8.
    void expertsAreFasterThanAsManyParameters() {
        const Report experts = answered(on("RTX A6000", "Qwen/Qwen3-30B-A3B"));
        const Report dense = answered(on("RTX A6000", "Qwen/Qwen3-32B"));
        QVERIFY(experts.speed->decode.typical > 3 * dense.speed->decode.typical);
    }

    void aModelInRamAndOneOnTheCard() {
        Scenario scenario = on("RTX 3060 12GB", "meta-llama/Llama-3.3-70B-Instruct");
        scenario.machine.ramGib = 64;
        for (const double bandwidth : {60.0, 80.0, 100.0}) {
            scenario.machine.ramGbPerSecond = bandwidth;
            const Report large = answered(scenario);
            QVERIFY(large.verdict == Verdict::Offload);
            QVERIFY(large.speed.has_value());
            QVERIFY2(large.speed->decode.typical > 0.5 && large.speed->decode.typical < 2,
                     QByteArray::number(large.speed->decode.typical));
            QVERIFY(large.speed->limit == SpeedLimit::RamBandwidth);
            Scenario small = scenario;
            small.model = CatalogName{"meta-llama/Llama-2-13b-chat-hf"};
            small.context = 2048;
            const Report whole = answered(small);
            QVERIFY(whole.gpuLayers == whole.layersTotal);
            QVERIFY(whole.speed->decode.typical > 10 * large.speed->decode.typical);
        }
        scenario.machine.ramGbPerSecond.reset();
        const Report usual = answered(scenario);
        QVERIFY(usual.speed->decode.low < 0.7 * usual.speed->decode.typical);
        scenario.machine.ramGib = 24;
        QVERIFY(!answered(scenario).speed.has_value());
    }

    // Some 50 GB cross the link at 22 GB/s for each of two micro-batches: 4.5 s, against 1 s for 1,024 x 141 GFLOP.
    void promptsWaitForWeightsThatCrossTheLink() {
        Scenario scenario = on("RTX 4090", "meta-llama/Llama-3.3-70B-Instruct", "Q8_0");
        scenario.machine.ramGib = 128;
        const Report report = answered(scenario);
        QVERIFY(report.verdict == Verdict::Offload);
        QVERIFY(report.speed->prefillLimit == SpeedLimit::Pcie);
    }

    void theProcessorAloneIsBoundByRam() {
        Scenario scenario = on("RTX 3060 12GB", "Qwen/Qwen3-8B");
        scenario.machine.gpus.clear();
        const Report report = answered(scenario);
        QVERIFY(report.speed.has_value());
        QVERIFY(report.speed->limit == SpeedLimit::RamBandwidth);
        QVERIFY(report.speed->prefillLimit == SpeedLimit::Compute);
        QVERIFY(report.speed->decode.typical > 4 && report.speed->decode.typical < 12);
    }

    void whatIsNotKnownIsAbsent() {
        Resolved resolved = onRoundCard("Qwen/Qwen3-8B");
        resolved.machine.gpus.front().gpu.fp16Tensor.reset();
        resolved.machine.gpus.front().gpu.fp32.reset();
        const Report noThroughput = answered(resolved);
        QVERIFY(noThroughput.speed.has_value() && !noThroughput.speed->prefill);
        resolved.machine.gpus.front().gpu.bandwidth = {};
        QVERIFY(!answered(resolved).speed.has_value());
        QVERIFY(!answered(on("RTX 4060 8GB", "Qwen/Qwen3-235B-A22B")).speed.has_value());
    }

    void theReportSaysWhatBounds() {
        const Wording codes{[](const Note& note) { return std::string(note.code); },
                            [](const Error& error) { return std::string(errorCodeId(error.code)); }};
        const auto json = reportToJson(answered(on("RTX 4090", "Qwen/Qwen3-8B")), codes);
        QVERIFY(json["speed"]["limit"] == "memory bandwidth");
        QVERIFY(json["speed"]["prefill_limit"] == "compute");
        for (const char* const key : {"decode_tok_s", "decode_tok_s_full", "prefill_tok_s"}) {
            const auto& range = json["speed"][key];
            QVERIFY(range["low"] < range["typical"] && range["typical"] < range["high"]);
        }
        QCOMPARE(QByteArray(speedLimitId(SpeedLimit::Pcie).data()), QByteArray("PCIe"));
        QCOMPARE(QByteArray(speedLimitId(SpeedLimit::RamBandwidth).data()), QByteArray("RAM bandwidth"));
    }
};

QTEST_APPLESS_MAIN(TestSpeed)
#include "tst_speed.moc"
