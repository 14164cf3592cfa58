// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/remedies.h"
#include "core/advice/row_remedy.h"
#include "core/advice/sweep.h"
#include "core/advice/task_question.h"
#include "core/scenario/scenario_json.h"

#include "shipped_catalog.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

using namespace vram;

namespace {

const Catalog& catalog() { return *facts().catalog; }

Scenario question(const char* model, const char* weights, const char* card, std::int64_t context = 8192) {
    Scenario scenario;
    scenario.model = CatalogName{model};
    scenario.weights = weights;
    scenario.context = context;
    scenario.machine.gpus = {{card, 1}};
    return scenario;
}

Report answered(const Scenario& scenario) {
    const Result<Resolved> resolved = resolve(scenario, facts().catalog);
    if (!resolved) {
        qFatal("not resolved: %s", resolved.error().where.c_str());
    }
    return report(*resolved).value();
}

std::vector<Remedy> remediesOf(const Scenario& scenario) {
    Resolver resolver(facts().catalog);
    return remediesFor(resolver, scenario, resolve(scenario, facts().catalog)->machine);
}

const Remedy* find(const std::vector<Remedy>& remedies, RemedyKind kind, Verdict verdict) {
    const auto found = std::ranges::find_if(
        remedies, [&](const Remedy& remedy) { return remedy.kind == kind && remedy.verdict == verdict; });
    return found == remedies.end() ? nullptr : &*found;
}
const Remedy* find(const std::vector<Remedy>& remedies, RemedyKind kind) {
    const auto found = std::ranges::find(remedies, kind, &Remedy::kind);
    return found == remedies.end() ? nullptr : &*found;
}

Bytes leastRoom(const Report& report) {
    Bytes least = report.headroom;
    if (!report.devices.empty()) {
        least = std::ranges::min(report.devices, {}, &DeviceReport::headroom).headroom;
    }
    return least;
}

Bytes savedBy(const Remedy& remedy, const Report& now, const Report& then) {
    if (remedy.kind == RemedyKind::OtherCard) {
        return {};
    }
    const bool placed = remedy.kind == RemedyKind::AutomaticPlacement;
    const Bytes saved = placed ? leastRoom(then) - leastRoom(now) : then.headroom - now.headroom;
    return std::max(saved, Bytes{});
}

/// What is offered for a row with `value`, and the row's question.
struct RowOffers {
    Scenario asked;
    std::vector<Remedy> remedies;
};
RowOffers offersOfRow(const Scenario& scenario, const AxisValue& value) {
    RowOffers offers{rowScenario(scenario, value, catalog()).value(), {}};
    Resolver resolver(facts().catalog);
    offers.remedies =
        remediesFor(resolver, offers.asked, resolve(offers.asked, facts().catalog)->machine, [&](const Remedy& remedy) {
            return withRowRemedy(scenario, value, remedy, catalog()).has_value();
        });
    return offers;
}

template <typename T, std::size_t size>
const T& oneOf(const std::array<T, size>& values, std::mt19937& random) {
    return values.at(random() % size);
}

/// A question with the settings that remedies change at random.
Scenario randomQuestion(std::mt19937& random) {
    constexpr std::array models{"Qwen/Qwen3-8B",
                                "Qwen/Qwen3-14B",
                                "Qwen/Qwen3-32B",
                                "Qwen/Qwen3-30B-A3B",
                                "meta-llama/Llama-3.1-70B-Instruct",
                                "google/gemma-3-27b-it",
                                "openai/gpt-oss-20b",
                                "mistralai/Mistral-Small-24B-Instruct-2501"};
    constexpr std::array cards{"RTX 4060",    "GeForce RTX 3060 12GB",           "RTX 4090",       "RTX 5090",
                               "RX 7900 XTX", "Apple M4 Max (40-core GPU) 64GB", "A100 SXM4 80GB", "RTX 4060 Ti 16GB"};
    constexpr std::array<std::int64_t, 6> contexts{4096, 8192, 16384, 32768, 65536, 131072};
    constexpr std::array<std::int64_t, 5> batches{1, 1, 2, 8, 32};
    struct Program {
        const char* runtime;
        std::array<const char*, 3> weights;
    };
    static constexpr std::array programs{
        Program{"llama.cpp", {"Q8_0", "Q4_K_M", "Q6_K"}},
        Program{"llama.cpp", {"F16", "Q5_K_M", "Q4_K_M"}},
        Program{"Ollama", {"Q8_0", "Q4_K_M", "Q4_K_M"}},
        Program{"vLLM", {"BF16", "AWQ", "FP8"}},
        Program{"SGLang", {"BF16", "AWQ", "FP8"}},
        Program{"Transformers", {"BF16", "NF4", "INT8"}},
        Program{"ExLlama", {"EXL2-6.0", "EXL2-4.0", "EXL3-4.0"}},
    };
    constexpr std::array trained{Task::Lora, Task::Qlora, Task::Full};
    Scenario scenario = question(oneOf(models, random), "Q4_K_M", oneOf(cards, random), oneOf(contexts, random));
    scenario.batch = oneOf(batches, random);
    scenario.machine.ramGib = random() % 2 == 0 ? 32 : 128;
    if (random() % 5 == 0) {
        scenario = withTask(scenario, oneOf(trained, random), catalog());
        scenario.training.checkpointing = random() % 2 == 0;
        scenario.context = std::min<std::int64_t>(scenario.context, 8192);
        return scenario;
    }
    const Program& program = oneOf(programs, random);
    scenario.runtime.name = program.runtime;
    const char* weights = oneOf(program.weights, random);
    if (catalog().findWeightFormat(weights) != nullptr) {
        scenario.weights = weights;
    }
    if (random() % 6 == 0) {
        scenario.prompt = scenario.context;
    }
    if (random() % 6 == 0) {
        scenario.runtime.flashAttention = false;
    }
    if (random() % 6 == 0) {
        scenario.placement.gpuLayers = static_cast<std::int64_t>(random() % 60);
    }
    if (random() % 4 == 0) {
        scenario.machine.gpus.front().count = 2;
    }
    return scenario;
}

} // namespace

class TestRemedies : public QObject {
    Q_OBJECT

private slots:
    /// Several hundred questions at random: each offer applied gives exactly the verdict and the saving said.
    void everyOfferIsTrue() {
        std::mt19937 random(8);
        int asked = 0;
        int offers = 0;
        std::set<RemedyKind> kinds;
        for (int i = 0; i < 700; ++i) {
            const Scenario scenario = randomQuestion(random);
            const Result<Resolved> resolved = resolve(scenario, facts().catalog);
            QVERIFY(resolved.ok());
            const Result<Report> answer = report(*resolved);
            if (!answer || answer->verdict == Verdict::Fits || answer->verdict == Verdict::Unknown) {
                continue;
            }
            ++asked;
            int before = -1;
            for (const Remedy& remedy : remediesOf(scenario)) {
                const Scenario changed = withRemedy(scenario, remedy, catalog());
                QVERIFY(changed != scenario);
                QVERIFY(!changed.prompt || *changed.prompt <= changed.context); // a file may not say otherwise
                const Report then = answered(changed);                          // looked up anew, machine and all
                const QByteArray which = QByteArray::number(i) + " kind " + QByteArray::number(int(remedy.kind));
                QVERIFY2(then.verdict == remedy.verdict, which.constData());
                QVERIFY2(savedBy(remedy, *answer, then) == remedy.saves, which.constData());
                QVERIFY2(verdictRank(remedy.verdict) <= verdictRank(answer->verdict), which.constData());
                QCOMPARE(remedy.speed.has_value(), then.speed || then.trainTokensPerSecond);
                if (remedy.speed) {
                    const SpeedRange& speed = then.speed ? then.speed->decode : *then.trainTokensPerSecond;
                    QCOMPARE(remedy.speed->typical, speed.typical);
                }
                const int order = verdictRank(remedy.verdict) * 100 + static_cast<int>(remedy.kind);
                QVERIFY2(order >= before, which.constData()); // best verdict first, then the least loss
                before = order;
                ++offers;
                kinds.insert(remedy.kind);
            }
        }
        QVERIFY2(asked >= 300, qPrintable(QString::number(asked)));
        QVERIFY2(offers >= 1500, qPrintable(QString::number(offers)));
        QVERIFY2(kinds.size() >= 20, qPrintable(QString::number(kinds.size())));
    }

    /// One step less of a change is not enough.
    void offersAreMinimal() {
        std::mt19937 random(88);
        int steps = 0;
        for (int i = 0; i < 400; ++i) {
            const Scenario scenario = randomQuestion(random);
            for (Remedy remedy : remediesOf(scenario)) {
                Verdict least = Verdict::Fits;
                switch (remedy.kind) {
                case RemedyKind::Context:
                case RemedyKind::WeightsKvAndContext: {
                    const bool trains = scenario.task != Task::Inference;
                    const std::int64_t step = trains ? kSequenceStep : kContextStep;
                    QCOMPARE(remedy.verdict, Verdict::Fits);
                    QCOMPARE(remedy.number % step, 0);
                    remedy.number += step;
                    if (remedy.number >= scenario.context && remedy.kind == RemedyKind::WeightsKvAndContext) {
                        continue;
                    }
                    break;
                }
                case RemedyKind::Sequences:
                    QCOMPARE(remedy.verdict, Verdict::Fits);
                    remedy.number += 1;
                    break;
                case RemedyKind::ExpertsToRam:
                    remedy.number -= 1;
                    least = Verdict::Offload;
                    break;
                default:
                    continue;
                }
                ++steps;
                const Report then = answered(withRemedy(scenario, remedy, catalog()));
                bool enough = then.verdict == Verdict::Fits;
                if (least == Verdict::Offload) { // all layers on the cards, and the margin free
                    enough = then.gpuLayers == then.layersTotal;
                    for (const DeviceReport& device : then.devices) {
                        const auto usable = static_cast<double>(device.usable.low.count());
                        enough = enough && static_cast<double>(device.total.high.count()) <= usable * 0.9;
                    }
                }
                QVERIFY2(!enough, qPrintable(QString::number(i) + u' ' + QString::number(int(remedy.kind))));
            }
        }
        QVERIFY2(steps >= 90, qPrintable(QString::number(steps)));
    }

    /// Whatever rows are of: a remedy taken in a row of another value gives that row the verdict that was said.
    void offersOfRowsAreTrue() {
        const Scenario saved = [] {
            Scenario large = question("Qwen/Qwen3-32B", "Q8_0", "RTX 4090");
            large.machine.gpus.clear(); // on the machine of the others
            return large;
        }();
        struct Compared {
            const char* runtime;
            const char* weights;
            std::vector<AxisValue> values;
        };
        const std::vector<Compared> compared{
            {"llama.cpp", "Q4_K_M", {WeightsValue{"F16"}, WeightsValue{"Q8_0"}}},
            {"llama.cpp", "Q4_K_M", {ContextValue{131072}, ContextValue{1'000'000}}},
            {"llama.cpp", "Q4_K_M", {BatchValue{16}, BatchValue{64}}},
            {"llama.cpp", "Q8_0", {KvCacheChoice{"f32", "f32"}}},
            {"llama.cpp",
             "Q4_K_M",
             {ModelSource{CatalogName{"Qwen/Qwen3-32B"}}, ModelSource{ModelSize{70'000'000'000}}}},
            {"llama.cpp", "Q4_K_M", {savedScenario("large", saved)}},
            {"vLLM", "BF16", {RuntimeValue{"llama.cpp"}, RuntimeValue{"SGLang"}, RuntimeValue{"Transformers"}}},
        };
        std::map<std::size_t, int> taken; // by axis
        for (const Compared& each : compared) {
            Scenario scenario = question("Qwen/Qwen3-14B", each.weights, "RTX 4090", 32768);
            scenario.runtime.name = each.runtime;
            for (const AxisValue& value : each.values) {
                const Axis& axis = axisOf(value);
                const std::vector<Remedy> remedies = offersOfRow(scenario, value).remedies;
                for (const Remedy& remedy : remedies) {
                    const Scenario next = withRowRemedy(scenario, value, remedy, catalog()).value();
                    const QByteArray which =
                        QByteArray(axis.id.data()) + " kind " + QByteArray::number(int(remedy.kind));
                    if (bringsQuestion(value)) {
                        QVERIFY2(answered(next).verdict == remedy.verdict, which.constData());
                    } else {
                        const auto own = [&axis](const Scenario& one) {
                            return axis.present({one, catalog(), nullptr});
                        };
                        // The scenario keeps its own value; the row has its value and the change.
                        QVERIFY2(remedy.kind == RemedyKind::Runtime || own(next) == own(scenario), which.constData());
                        const Scenario row = withAxisValue(next, value, catalog()).value();
                        QVERIFY2(answered(row).verdict == remedy.verdict, which.constData());
                    }
                    ++taken[value.index()];
                }
            }
        }
        QCOMPARE(taken.size(), std::size_t{7});
        for (const auto& [axis, count] : taken) {
            QVERIFY2(count >= 3, axes()[axis].id.data());
        }
    }

    /// Qwen3 14B asked with 8K, looked at with 128K (see theSmallestChangeComesFirst): a shorter context would be
    /// another row, the smaller cache is this one's help and every row's.
    void aRowIsNotHelpedByAnotherRow() {
        const Scenario scenario = question("Qwen/Qwen3-14B", "Q4_K_M", "RTX 4090", 8192);
        const AxisValue longest = ContextValue{131072};
        const auto [asked, remedies] = offersOfRow(scenario, longest);
        QCOMPARE(remedies.front().kind, RemedyKind::KvFormat);
        QCOMPARE(remedies.front().kvId, std::string("q8_0"));
        QVERIFY(find(remedies, RemedyKind::Context) == nullptr);
        const Scenario next = withRowRemedy(scenario, longest, remedies.front(), catalog()).value();
        Scenario expected = scenario;
        expected.kvCache = {"q8_0", "q8_0"};
        QVERIFY(next == expected);
        // In rows of the cache's types that would be another row. F16 weights of 14.77e9 parameters are 27.5 GiB: no
        // cache makes them fit into 24, and other weights are other rows.
        QVERIFY(find(offersOfRow(asked, KvCacheChoice{"f32", "f32"}).remedies, RemedyKind::KvFormat) == nullptr);
        const std::vector<Remedy> whole = offersOfRow(scenario, WeightsValue{"F16"}).remedies;
        QVERIFY(find(whole, RemedyKind::Weights) == nullptr && find(whole, RemedyKind::WeightsAndKv) == nullptr);
        QVERIFY(find(whole, RemedyKind::OtherCard) != nullptr);
    }

    /// Qwen3 14B in Q8_0 (14.6 GiB) with 160K tokens of 160 KiB (25 GiB): with the cache in q4_0 alone it is 21.6 GiB
    /// and the buffers, with the smallest weights alone 31; 24 GB hold neither with the margin free, but both together.
    /// A shorter context is enough and ends the search; a row of contexts refuses it, and the search goes on.
    void refusedSettingsLeaveRoomForOthers() {
        const Scenario scenario = question("Qwen/Qwen3-14B", "Q8_0", "RTX 4090", 8192);
        const auto [asked, row] = offersOfRow(scenario, ContextValue{163'840});
        const std::vector<Remedy> own = remediesOf(asked);
        QVERIFY(find(own, RemedyKind::Context, Verdict::Fits) != nullptr);
        QVERIFY(find(own, RemedyKind::WeightsAndKv) == nullptr);
        QVERIFY(find(row, RemedyKind::Context) == nullptr);
        QVERIFY(find(row, RemedyKind::WeightsAndKv, Verdict::Fits) != nullptr);
    }

    /// A runtime, a task or a saved scenario is more than one setting: its question takes the present one's place.
    void whatIsMoreThanASettingComesAlong() {
        Scenario scenario = question("Qwen/Qwen3-14B", "Q4_K_M", "RTX 4090", 131072);
        scenario.view.axis = "runtime";
        const AxisValue other = RuntimeValue{"Ollama"};
        const std::vector<Remedy> remedies = offersOfRow(scenario, other).remedies;
        const Remedy* const cache = find(remedies, RemedyKind::KvFormat);
        QVERIFY(cache != nullptr);
        const Scenario next = withRowRemedy(scenario, other, *cache, catalog()).value();
        QCOMPARE(next.runtime.name, std::string("Ollama"));
        QCOMPARE(next.kvCache.k, std::string("q8_0"));
        QVERIFY(next.view == scenario.view);
        QVERIFY(find(remedies, RemedyKind::Runtime) == nullptr);
    }

    void whatFitsNeedsNothing() {
        QVERIFY(remediesOf(question("Qwen/Qwen3-8B", "Q4_K_M", "RTX 4090")).empty());
        // Not too small but refused: nothing here helps.
        Scenario refused = question("Qwen/Qwen3-8B", "AWQ", "Apple M4 Max (40-core GPU) 64GB");
        refused.runtime.name = "vLLM";
        for (const Remedy& remedy : remediesOf(refused)) {
            QVERIFY(remedy.kind == RemedyKind::OtherCard || remedy.kind == RemedyKind::Runtime);
        }
    }

    /// Qwen3 14B in Q4_K_M (8.4 GiB) with 128K tokens of 160 KiB (20 GiB) on 24 GB: half the cache is enough.
    void theSmallestChangeComesFirst() {
        const std::vector<Remedy> remedies = remediesOf(question("Qwen/Qwen3-14B", "Q4_K_M", "RTX 4090", 131072));
        QVERIFY(!remedies.empty());
        QCOMPARE(remedies.front().kind, RemedyKind::KvFormat);
        QCOMPARE(remedies.front().kvId, std::string("q8_0"));
        QCOMPARE(remedies.front().verdict, Verdict::Fits);
        // q8_0 has 8.5 bits a value instead of 16: 20 GiB x (1 - 8.5 / 16) = 9.375 GiB, less what llama.cpp takes to
        // expand a layer's cache: 2 x 8 heads x 128 values x 131,072 tokens x 2 bytes are 0.5 GiB at most.
        const double saved = remedies.front().saves.toGiB();
        QVERIFY2(saved < 9.375 && saved > 9.375 - 0.5, qPrintable(QString::number(saved)));
        QVERIFY(find(remedies, RemedyKind::Context) != nullptr);
        QVERIFY(find(remedies, RemedyKind::WeightsAndKv) == nullptr); // a single setting is enough
    }

    void weightsAreTheBestThatFitAndTheBestThatAreTight() {
        const Scenario scenario = question("Qwen/Qwen3-32B", "Q8_0", "RTX 4090");
        const std::vector<Remedy> remedies = remediesOf(scenario);
        const Remedy* fits = find(remedies, RemedyKind::Weights, Verdict::Fits);
        QVERIFY(fits != nullptr);
        const auto bits = [](const std::string& id) {
            const WeightFormat* const format = catalog().findWeightFormat(id);
            return format->effectiveBits.value_or(format->bitsPerWeight.value_or(0));
        };
        for (const WeightFormat& format : catalog().weightFormats()) {
            if (format.offered && format.container == Container::Gguf && bits(format.id) > bits(fits->id) &&
                bits(format.id) < bits("Q8_0")) {
                Scenario larger = scenario;
                larger.weights = format.id;
                QVERIFY2(answered(larger).verdict != Verdict::Fits, format.id.c_str());
            }
        }
        const Remedy* tight = find(remedies, RemedyKind::Weights, Verdict::Tight);
        QVERIFY(tight == nullptr || bits(tight->id) > bits(fits->id));
    }

    /// Qwen3 32B in Q6_K with 32K tokens: 33 GiB for 24. No single setting from three bits on is enough.
    void combinationsComeWhereNoSettingIsEnough() {
        const std::vector<Remedy> both = remediesOf(question("Qwen/Qwen3-32B", "Q6_K", "RTX 4090", 32768));
        QVERIFY(find(both, RemedyKind::Weights, Verdict::Fits) == nullptr);
        QVERIFY(find(both, RemedyKind::KvFormat, Verdict::Fits) == nullptr);
        QVERIFY(find(both, RemedyKind::Context, Verdict::Fits) == nullptr);
        QCOMPARE(both.front().kind, RemedyKind::WeightsAndKv);
        QCOMPARE(both.front().kvId, std::string("q8_0"));
        QCOMPARE(both.front().verdict, Verdict::Fits);
        QVERIFY(find(both, RemedyKind::WeightsKvAndContext) == nullptr);
        // 128K tokens are 17 GiB in q8_0: the context has to give way, too.
        const std::vector<Remedy> all = remediesOf(question("Qwen/Qwen3-32B", "Q6_K", "RTX 4090", 131072));
        QCOMPARE(all.front().kind, RemedyKind::WeightsKvAndContext);
        QVERIFY(all.front().number >= 2048 && all.front().number < 131072);
    }

    /// 235B on 8 GB: no setting helps, so cards and RAM are what is left.
    void nothingBelowThreeBitsIsOffered() {
        for (const Remedy& remedy : remediesOf(question("Qwen/Qwen3-235B-A22B", "Q4_K_M", "RTX 4060"))) {
            if (const WeightFormat* format = catalog().findWeightFormat(remedy.id)) {
                QVERIFY(format->fileBits >= kLeastWeightBits);
            }
            QVERIFY(remedy.verdict != Verdict::Fits || remedy.kind == RemedyKind::OtherCard ||
                    remedy.kind == RemedyKind::MoreCards);
        }
    }

    /// A consumer's next card is a consumer card, the smallest that holds it, the cheapest known one of that size.
    void theOtherCardIsTheSmallest() {
        const Scenario scenario = question("Qwen/Qwen3-32B", "Q4_K_M", "RTX 4060");
        const std::vector<Remedy> remedies = remediesOf(scenario);
        const Remedy* card = find(remedies, RemedyKind::OtherCard);
        QVERIFY(card != nullptr);
        const Gpu* const chosen = catalog().findGpu(card->id);
        QCOMPARE(chosen->gpuClass, GpuClass::Consumer);
        for (const Gpu& gpu : catalog().gpus()) {
            Scenario other = scenario;
            other.machine.gpus = {{gpu.name, 1}};
            if (gpu.gpuClass != GpuClass::Consumer || answered(other).verdict != Verdict::Fits) {
                continue;
            }
            QVERIFY2(gpu.memory >= chosen->memory, gpu.name.c_str());
            QVERIFY2(gpu.memory > chosen->memory || !gpu.launchPriceUsd ||
                         (chosen->launchPriceUsd && *chosen->launchPriceUsd <= *gpu.launchPriceUsd),
                     gpu.name.c_str());
        }
        // More than any consumer card holds: workstations come next.
        const std::vector<Remedy> large =
            remediesOf(question("meta-llama/Llama-3.1-70B-Instruct", "Q4_K_M", "RTX 4090"));
        card = find(large, RemedyKind::OtherCard);
        QVERIFY(card != nullptr);
        QCOMPARE(catalog().findGpu(card->id)->gpuClass, GpuClass::Workstation);
        const Remedy* more = find(large, RemedyKind::MoreCards);
        QVERIFY(more != nullptr && more->number >= 2 && more->verdict == Verdict::Fits);
    }

    void experts() {
        // 17 GiB of experts on 12 GB: attention and cache stay on the card.
        const Scenario scenario = question("Qwen/Qwen3-30B-A3B", "Q4_K_M", "GeForce RTX 3060 12GB");
        const std::vector<Remedy> remedies = remediesOf(scenario);
        const Remedy* experts = find(remedies, RemedyKind::ExpertsToRam);
        QVERIFY(experts != nullptr);
        const Report then = answered(withRemedy(scenario, *experts, catalog()));
        QCOMPARE(then.gpuLayers, then.layersTotal);
        QVERIFY(then.speed->decode.typical > answered(scenario).speed->decode.typical);
        QVERIFY(find(remediesOf(question("Qwen/Qwen3-32B", "Q4_K_M", "RTX 4060")), RemedyKind::ExpertsToRam) ==
                nullptr); // dense
    }

    void aRuntimeThatCannotOffloadGivesWay() {
        Scenario scenario = question("Qwen/Qwen3-32B", "AWQ", "GeForce RTX 3060 12GB");
        scenario.runtime.name = "vLLM";
        const std::vector<Remedy> remedies = remediesOf(scenario);
        const Remedy* runtime = find(remedies, RemedyKind::Runtime);
        QVERIFY(runtime != nullptr);
        QCOMPARE(runtime->id, std::string("llama.cpp"));
        QCOMPARE(runtime->verdict, Verdict::Offload);
        QVERIFY(runtime->speed.has_value());
    }

    void chosenLayersCanBeLetGo() {
        Scenario scenario = question("Qwen/Qwen3-32B", "Q4_K_M", "GeForce RTX 3060 12GB");
        scenario.placement.gpuLayers = 60;
        QCOMPARE(answered(scenario).verdict, Verdict::No);
        const std::vector<Remedy> remedies = remediesOf(scenario);
        const Remedy* automatic = find(remedies, RemedyKind::AutomaticPlacement);
        QVERIFY(automatic != nullptr);
        QCOMPARE(automatic->verdict, Verdict::Offload);
        QVERIFY(automatic->saves > Bytes{});
    }

    void aTightAnswerOnlyGetsBetter() {
        const std::vector<Remedy> remedies = remediesOf(question("Qwen/Qwen3-14B", "Q8_0", "RTX 4060 Ti 16GB", 4096));
        for (const Remedy& remedy : remedies) {
            QVERIFY(remedy.verdict == Verdict::Fits || remedy.verdict == Verdict::Tight ||
                    remedy.verdict == Verdict::Offload);
        }
    }
};

QTEST_APPLESS_MAIN(TestRemedies)
#include "tst_remedies.moc"
