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

/// 1 TB/s and 100 TFLOP/s, so that figures can be worked out on paper.
Gpu roundCard() {
    Gpu gpu;
    gpu.name = "Round";
    gpu.vendor = Vendor::Nvidia;
    gpu.gpuClass = GpuClass::Consumer;
    gpu.memory = kGiB * 100;
    gpu.memoryType = "GDDR6X";
    gpu.bandwidth = GigabytesPerSecond{1000};
    gpu.fp16Tensor = Teraflops{100};
    gpu.pcie = "4.0x16";
    gpu.bf16 = true;
    return gpu;
}

Resolved onRoundCard(const char* model, const char* weights = "F16") {
    Resolved resolved = resolvedOf(on("RTX 4090", model, weights));
    resolved.machine.gpus = {{roundCard(), 1}};
    return resolved;
}

bool near(double value, double expected, double share) { return std::abs(value / expected - 1) < share; }

} // namespace

class TestSpeed : public QObject {
    Q_OBJECT

private slots:
    // Llama-3-8B in F16: 8,030,261,248 parameters less the embedding's 128,256 x 4,096 are 7,504,924,672, of 2 bytes
    // each (norms have 4: 65 x 4,096 x 2 more): 15.0104 GB a token. At 0.845 of 1,000 GB/s 17.7638 ms, and 32 layers of
    // 58 us are 1.856 ms: 50.97 tokens a second.
    void decodeReadsTheWeightsOnce() {
        const Report report = answered(onRoundCard("meta-llama/Meta-Llama-3-8B-Instruct"));
        QVERIFY(report.speed.has_value());
        QVERIFY2(near(report.speed->decode.typical, 50.97, 0.001), QByteArray::number(report.speed->decode.typical));
        QVERIFY(report.speed->limit == SpeedLimit::MemoryBandwidth);
        // The ends of the range are 0.8 and 1.2 of it.
        QVERIFY(near(report.speed->decode.low, 50.97 * 0.8, 0.001));
        QVERIFY(near(report.speed->decode.high, 50.97 * 1.2, 0.001));
    }

    // 4,096 tokens of 2 x 8 x 128 values of 2 bytes in 32 layers are 0.5369 GB, at 845 GB/s 0.6354 ms more than 19.620.
    void aFullContextIsReadAsWell() {
        const Report report = answered(onRoundCard("meta-llama/Meta-Llama-3-8B-Instruct"));
        QVERIFY2(near(report.speed->decodeFull.typical, 1000 / (19.620 + 0.6354), 0.001),
                 QByteArray::number(report.speed->decodeFull.typical));
    }

    // 1,024 tokens are 2 x 8,030,261,248 x 1,024 = 16.446e12 operations and attention 2 x 32 x (2 x 4,096) x 512 x
    // 1,024 = 0.275e12; at 0.77 of 100 TFLOP/s 217.15 ms; two micro-batches wait 2 x 32 x 58 us = 3.71 ms: 4,636 tokens
    // a second.
    void prefillIsBoundByCompute() {
        const Report report = answered(onRoundCard("meta-llama/Meta-Llama-3-8B-Instruct"));
        QVERIFY(report.speed->prefill.has_value());
        QVERIFY2(near(report.speed->prefill->typical, 4636, 0.002), QByteArray::number(report.speed->prefill->typical));
        QVERIFY(report.speed->prefillLimit == SpeedLimit::Compute);
    }

    // Of sixteen lanes of the fourth generation: 1.97 GB/s each.
    void linksFollowTheirText() {
        Gpu gpu = roundCard();
        QVERIFY(near(pcieBytesPerSecond(gpu), 31.5e9, 0.01));
        gpu.pcie = "3.0x8";
        QVERIFY(near(pcieBytesPerSecond(gpu), 7.88e9, 0.01));
        gpu.pcie = "SXM5";
        QVERIFY(near(pcieBytesPerSecond(gpu), 31.5e9, 0.01));
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
            // 256 x 16.06 GFLOP at 77 TFLOP/s are 53 ms, three times the weights' 17.7.
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

    // Some 50 GB cross the link at 22 GB/s for each of two micro-batches: 4.5 s, against 1.1 s for 1,024 x 141 GFLOP.
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
