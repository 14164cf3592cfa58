// SPDX-License-Identifier: GPL-3.0-or-later
// What makes answers fast must not change them: remembered plans, skipped repetitions, the allocator's short list.
#include <QtTest>

#include "core/catalog/runtime_table.h"
#include "core/memory/best_fit_allocator.h"
#include "core/memory/llamacpp_buffers.h"
#include "core/memory/memory_plan.h"
#include "core/memory/plan_shape.h"
#include "core/memory/sum_allocator.h"
#include "core/report/explain.h"
#include "core/report/report_json.h"
#include "tests/measured_cases.h"

#include <array>
#include <bit>
#include <map>
#include <random>

using namespace vram;
using namespace vram::test;

namespace {

/// The same draws everywhere: the standard's distributions differ between libraries.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) {}
    std::int64_t below(std::int64_t end) {
        return static_cast<std::int64_t>(m_engine() % static_cast<std::uint32_t>(end));
    }
    template <typename List>
    auto of(const List& list) -> decltype(list[0]) {
        return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(list))))];
    }

private:
    std::mt19937 m_engine;
};

/// A question to any runtime. Values repeat, so that a resolver meets them again after others.
Scenario question(Dice& dice) {
    static constexpr std::array kModels{"Qwen/Qwen3-14B",
                                        "google/gemma-3-27b-it",
                                        "deepseek-ai/DeepSeek-V2-Lite-Chat",
                                        "Qwen/Qwen3-Next-80B-A3B-Instruct",
                                        "ibm-granite/granite-4.0-h-small",
                                        "openai/gpt-oss-20b",
                                        "meta-llama/Llama-3.1-405B-Instruct"};
    static constexpr std::array kGguf{"Q4_K_M", "Q8_0", "Q6_K", "F16"};
    static constexpr std::array kOthers{"BF16", "BF16", "FP8", "AWQ"};
    static constexpr std::array kCards{"RTX 4090", "RTX 3060 12GB", "H200 SXM 141GB", "RX 7900 XTX",
                                       "Apple M4 Max (40-core GPU) 64GB"};
    static constexpr std::array<std::int64_t, 6> kContexts{300, 4096, 8192, 8448, 40'000, 131'072};
    static constexpr std::array<std::int64_t, 4> kBatches{1, 2, 5, 33};
    static constexpr std::array kCaches{"f16", "q8_0", "q4_0"};
    Scenario scenario;
    const RuntimeProfile& runtime = dice.of(runtimeTable());
    scenario.runtime.name = runtime.name;
    const bool gguf = runtime.engine == Engine::LlamaCpp;
    scenario.model = CatalogName{dice.of(kModels)};
    if (dice.below(6) == 0) {
        scenario.model = ModelSize{1'000'000'000 * (1 + dice.below(4))};
    }
    scenario.weights = gguf ? dice.of(kGguf) : dice.of(kOthers);
    scenario.context = dice.of(kContexts);
    scenario.batch = dice.of(kBatches);
    if (dice.below(10) > 0) {
        scenario.machine.gpus = {{dice.of(kCards), 1 + dice.below(3)}};
    }
    if (gguf) {
        const bool flash = dice.below(2) == 0;
        scenario.runtime.flashAttention = flash;
        scenario.runtime.unifiedKv = dice.below(3) == 0;
        scenario.runtime.outputsAll = dice.below(3) == 0;
        scenario.kvCache = {dice.of(kCaches), flash ? dice.of(kCaches) : "f16"};
        if (dice.below(4) == 0) {
            scenario.placement.gpuLayers = dice.below(90);
        }
    }
    return scenario;
}

std::string answerOf(Resolver& resolver, const Scenario& scenario) {
    const auto resolved = resolver.resolve(scenario);
    if (!resolved) {
        return std::string(errorCodeId(resolved.error().code));
    }
    const auto answered = report(*resolved);
    if (!answered) {
        return std::string(errorCodeId(answered.error().code));
    }
    const Wording codes{[](const Note& note) { return std::string(note.code); },
                        [](const Error& error) { return std::string(errorCodeId(error.code)); }};
    return reportToJson(*answered, codes).dump();
}

/// Another context and batch, in no order; steps of sliders among them.
void changeWorkload(Scenario& scenario, Dice& dice) {
    static constexpr std::array<std::int64_t, 8> kContexts{1, 300, 4096, 8192, 10'000, 32'768, 131'072, 1'000'000};
    static constexpr std::array<std::int64_t, 10> kBatches{1, 1, 1, 2, 3, 4, 16, 24, 100, 600};
    static constexpr std::array<std::int64_t, 5> kMicroBatches{1, 8, 64, 500, 2048};
    scenario.context = dice.of(kContexts) + 256 * (dice.below(2) == 0 ? dice.below(40) : 0);
    scenario.batch = dice.below(3) == 0 ? 1 + dice.below(40) : dice.of(kBatches);
    scenario.runtime.ubatch.reset();
    if (dice.below(12) == 0) {
        scenario.runtime.ubatch = dice.of(kMicroBatches);
    }
    scenario.runtime.outputsAll = dice.below(16) == 0;
}

/// Layers in RAM alone, on one card, on both, on two cards.
std::vector<Layout> layouts(std::int64_t layers, Dice& dice) {
    const Gpu card;
    const ByteRange usable = ByteRange::exact(kGiB * 24);
    const Cards one{{&card}, {usable}, {usable.low}, false, false, {}};
    const Cards two{{&card, &card}, {usable, usable}, {usable.low, usable.low}, false, false, {}};
    std::vector<Layout> all{layersLayout(layers, 1 + dice.below(layers), one, {}),
                            layersLayout(layers, layers + 1, one, {})};
    all.push_back(dice.below(2) == 0 ? layersLayout(layers, 0, Cards{}, {})
                                     : layersLayout(layers, dice.below(layers + 2), two, {}));
    // Experts and cache in RAM, matrices by rows: what a layer on a card leaves elsewhere.
    PlacementChoice choice;
    choice.cpuExperts = dice.below(layers + 1);
    choice.kvInRam = dice.below(2) == 0;
    choice.rowSplit = dice.below(2) == 0;
    all.push_back(
        layersLayout(layers, layers + 1 - dice.below(2) * dice.below(layers), dice.below(2) == 0 ? one : two, choice));
    return all;
}

/// ggml-alloc.c's rules as they are written there: a list with the open end as its last block.
class SlowAllocator {
public:
    std::int64_t allocate(std::int64_t size) {
        std::size_t best = m_blocks.size() - 1;
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (std::size_t i = 0; i + 1 < m_blocks.size(); ++i) {
            if (m_blocks[i].second >= size && m_blocks[i].second <= least) {
                best = i;
                least = m_blocks[i].second;
            }
        }
        const std::int64_t offset = m_blocks[best].first;
        m_blocks[best].first += size;
        m_blocks[best].second -= size;
        if (m_blocks[best].second == 0) {
            m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(best));
        }
        peak = std::max(peak, offset + size);
        return offset;
    }
    void release(std::int64_t offset, std::int64_t size) {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            auto& [start, length] = m_blocks[i];
            if (start + length == offset) {
                length += size;
                if (i + 1 < m_blocks.size() && start + length == m_blocks[i + 1].first) {
                    length += m_blocks[i + 1].second;
                    m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                }
                return;
            }
            if (offset + size == start) {
                start = offset;
                length += size;
                if (i > 0 && m_blocks[i - 1].first + m_blocks[i - 1].second == start) {
                    m_blocks[i - 1].second += length;
                    m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(i));
                }
                return;
            }
        }
        auto at = m_blocks.begin();
        while (at != m_blocks.end() && at->first < offset) {
            ++at;
        }
        m_blocks.insert(at, {offset, size});
    }
    std::int64_t peak = 0;

private:
    std::vector<std::pair<std::int64_t, std::int64_t>> m_blocks{{0, std::numeric_limits<std::int64_t>::max() / 2}};
};

} // namespace

class TestPlans : public QObject {
    Q_OBJECT

private slots:
    void anAnswerNeverDependsOnWhatWasAskedBefore() {
        Dice dice(20'261);
        Resolver used(shippedCatalog());
        std::map<std::string, int> seen;
        for (int i = 0; i < 1000; ++i) {
            const Scenario scenario = question(dice);
            Resolver fresh(shippedCatalog());
            const std::string expected = answerOf(fresh, scenario);
            QCOMPARE(QString::fromStdString(answerOf(used, scenario)), QString::fromStdString(expected));
            ++seen[scenario.runtime.name + (expected.front() == '{' ? "" : " " + expected)];
        }
        for (const RuntimeProfile& runtime : runtimeTable()) {
            const std::string name(runtime.name);
            QVERIFY2(runtime.engine == Engine::Unsized || seen[name] > 5, name.c_str());
        }
    }

    void oneSliderAtATimeGivesWhatAFreshQuestionGives() {
        Resolver used(shippedCatalog());
        Scenario scenario;
        scenario.model = CatalogName{"Qwen/Qwen3-Next-80B-A3B-Instruct"};
        scenario.machine.gpus = {{"RTX 4090", 1}};
        const auto compare = [&] {
            Resolver fresh(shippedCatalog());
            QCOMPARE(QString::fromStdString(answerOf(used, scenario)),
                     QString::fromStdString(answerOf(fresh, scenario)));
        };
        for (scenario.context = 256; scenario.context <= 262'144; scenario.context += scenario.context / 3) {
            compare();
        }
        for (scenario.batch = 1; scenario.batch < 70; scenario.batch += 3) {
            compare();
        }
        for (const char* weights : {"Q2_K", "Q3_K_M", "Q4_K_M", "Q5_K_M", "Q6_K", "Q8_0", "F16"}) {
            scenario.weights = weights;
            compare();
        }
        for (std::int64_t billions = 1; billions < 40; billions += 2) {
            scenario.model = ModelSize{billions * 1'000'000'000};
            compare();
        }
    }

    void everyModelsLawsGiveWhatAPlanFromTheStartGives() {
        // The first two questions of a kind are planned, the others go by the laws and regions found with them: byte
        // for byte what a plan without memory gives, whatever was asked before.
        Dice dice(93);
        static constexpr std::array kWeights{"Q4_K_M", "Q8_0", "F16"};
        static constexpr std::array kCaches{"f16", "q8_0", "q4_0"};
        int asked = 0;
        int planned = 0;
        for (const CatalogModel& model : shippedCatalog()->models()) {
            Scenario scenario;
            scenario.model = CatalogName{model.id};
            scenario.weights = dice.of(kWeights);
            const bool flash = dice.below(2) == 0;
            scenario.runtime.flashAttention = flash;
            scenario.runtime.unifiedKv = dice.below(3) == 0;
            scenario.runtime.swaFull = dice.below(4) == 0;
            scenario.kvCache = {dice.of(kCaches), flash ? dice.of(kCaches) : "f16"};
            Resolver resolver(shippedCatalog());
            const std::vector<Layout> places = layouts(model.architecture->layerCount(), dice);
            for (int i = 0; i < 80; ++i) {
                changeWorkload(scenario, dice);
                const auto resolved = resolver.resolve(scenario);
                QVERIFY(resolved);
                const Layout& layout = dice.of(places);
                const std::shared_ptr<LlamaCppBuffers> used = rememberedBuffers(*resolved);
                const LlamaCppBuffers::Sizes sizes = used->of(layout);
                const LlamaCppBuffers::Sizes expected = LlamaCppBuffers(*resolved).of(layout);
                const QString question = QString("%1, context %2, batch %3, question %4")
                                             .arg(QString::fromStdString(model.id))
                                             .arg(scenario.context)
                                             .arg(scenario.batch)
                                             .arg(i);
                QVERIFY2(sizes.devices == expected.devices && sizes.host == expected.host, qPrintable(question));
                ++asked;
                planned += used->built() ? 1 : 0;
            }
        }
        QVERIFY2(planned < asked / 2, qPrintable(QString("%1 of %2").arg(planned).arg(asked)));
    }

    void aContextSliderNeedsNoPlans() {
        // The laws are found with the second context; for any later one no graph is built, whatever the model.
        static constexpr std::array<std::int64_t, 7> kContexts{8192, 9000, 70'000, 512, 1'000'000, 40'960, 8192};
        for (const char* name : {"Qwen/Qwen3-14B", "google/gemma-3-27b-it", "deepseek-ai/DeepSeek-V3",
                                 "Qwen/Qwen3-Next-80B-A3B-Instruct", "ibm-granite/granite-4.0-h-small"}) {
            Resolver resolver(shippedCatalog());
            Scenario scenario;
            scenario.model = CatalogName{name};
            for (std::size_t i = 0; i < kContexts.size(); ++i) {
                scenario.context = kContexts[i];
                const auto resolved = resolver.resolve(scenario);
                QVERIFY(resolved);
                const std::int64_t layers = resolved->model.architecture->layerCount();
                const std::shared_ptr<LlamaCppBuffers> buffers = rememberedBuffers(*resolved);
                QVERIFY(buffers->of(layersLayout(layers, 0, Cards{}, {})).host.typical > Bytes{});
                QCOMPARE(buffers->built(), i < 2);
            }
        }
    }

    void sumsHoldForAllSizesThatTheirFactsHoldFor() {
        // A sequence of allocations with some sizes gives facts; wherever they hold for other sizes, ggml's allocator
        // goes the same way: every offset and the peak are the same sums.
        constexpr std::uint16_t kSizes = 6;
        Dice dice(17);
        int held = 0;
        for (int round = 0; round < 300; ++round) {
            std::array<std::int64_t, kSizes> sizes{};
            for (std::int64_t& size : sizes) {
                size = 32 * (1 + dice.below(20));
            }
            struct Step {
                bool allocate = false;
                std::size_t index = 0; ///< of a size, or of what was allocated
            };
            std::vector<Step> steps;
            std::vector<std::size_t> alive;
            std::vector<std::size_t> sizeOf; ///< kSizes: none
            for (int i = 0; i < 80; ++i) {
                if (alive.empty() || dice.below(2) == 0) {
                    // Every second sequence has tensors without elements.
                    const std::int64_t size = dice.below(kSizes + (round % 2));
                    steps.push_back({true, static_cast<std::size_t>(size)});
                    alive.push_back(sizeOf.size());
                    sizeOf.push_back(static_cast<std::size_t>(size));
                } else {
                    const std::int64_t which = dice.below(static_cast<std::int64_t>(alive.size()));
                    steps.push_back({false, alive[static_cast<std::size_t>(which)]});
                    alive.erase(alive.begin() + which);
                }
            }
            const auto run = [&](auto allocator, const auto& bytes) {
                std::vector<typename decltype(allocator)::Number> offsets;
                for (const Step& step : steps) {
                    if (step.allocate) {
                        offsets.push_back(allocator.allocate(bytes[step.index]));
                    } else {
                        allocator.release(offsets[step.index], bytes[sizeOf[step.index]]);
                    }
                }
                return std::pair(offsets, allocator);
            };
            std::array<SizeSum, kSizes + 1> named{};
            for (std::uint16_t i = 0; i < kSizes; ++i) {
                named[i] = SizeSum(i, sizes[i]);
            }
            SizeFacts facts;
            const auto [sums, planned] = run(SumAllocator(facts), named);
            const SizeSum peak = planned.provenPeak();
            const std::vector<SizeFacts::Fact> decisive = facts.decisive();
            for (int other = 0; other < 200; ++other) {
                std::array<std::int64_t, kSizes + 1> bytes{};
                for (std::size_t i = 0; i < kSizes; ++i) {
                    bytes[i] = std::max<std::int64_t>(32, sizes[i] + 32 * (dice.below(5) - 2));
                }
                const auto valueOf = [&](const SizeSum& sum) {
                    std::int64_t value = 0;
                    for (std::size_t i = 0; i < kSizes; ++i) {
                        value += sum.counts[i] * bytes[i];
                    }
                    return value;
                };
                const auto holds = [&](const SizeFacts::Fact& fact) {
                    return valueOf(fact.sum) >= (fact.above ? 1 : 0);
                };
                const bool all = std::all_of(decisive.begin(), decisive.end(), holds);
                QCOMPARE(all, std::all_of(facts.facts().begin(), facts.facts().end(), holds));
                if (!all) {
                    continue;
                }
                ++held;
                const auto [offsets, real] = run(BestFitAllocator(), bytes);
                for (std::size_t i = 0; i < offsets.size(); ++i) {
                    QCOMPARE(offsets[i], valueOf(sums[i]));
                }
                QCOMPARE(real.peak(), valueOf(peak));
            }
        }
        QVERIFY2(held > 1000, qPrintable(QString::number(held)));
    }

    void theAllocatorFollowsGgmlsListExactly() {
        Dice dice(7);
        for (int round = 0; round < 200; ++round) {
            BestFitAllocator quick;
            SlowAllocator slow;
            std::vector<std::pair<std::int64_t, std::int64_t>> held;
            for (int step = 0; step < 300; ++step) {
                if (held.empty() || dice.below(5) < 3) {
                    // Sizes repeat, and some tensors have no elements.
                    const std::int64_t size = 32 * (dice.below(8) == 0 ? 0 : 1 + dice.below(12));
                    const std::int64_t offset = slow.allocate(size);
                    QCOMPARE(quick.allocate(size), offset);
                    held.emplace_back(offset, size);
                } else {
                    const auto index = static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(held.size())));
                    const auto [offset, size] = held[index];
                    held.erase(held.begin() + static_cast<std::ptrdiff_t>(index));
                    quick.release(offset, size);
                    slow.release(offset, size);
                }
            }
            QCOMPARE(quick.peak(), slow.peak);
        }
    }

    void repetitionsAreLeftOutOnlyWhereTheyChangeNothing() {
        // Layers that keep one more tensor each never find the buffer as it was; layers that keep none do. `part` tells
        // the plan which segments are alike; with parts of their own nothing is left out.
        Dice dice(11);
        const auto planned = [](const Segment& shared, const Segment& layer, const SegmentSizes& none,
                                const SegmentSizes& sizes, std::size_t layers, bool alike) {
            std::vector<PlacedSegment> placed{{&shared, 0}};
            std::vector<std::uint16_t> parts{0};
            std::vector<const SegmentSizes*> bySize{&none, &sizes};
            for (std::size_t i = 0; i < layers; ++i) {
                placed.push_back({&layer, 0});
                parts.push_back(static_cast<std::uint16_t>(alike ? 1 : i + 1));
                bySize.push_back(&sizes);
            }
            return MemoryPlan(PlanGraph(placed, {}), {}, parts).peaks(bySize).front();
        };
        for (int round = 0; round < 300; ++round) {
            ComputeGraph graph;
            const TensorId residual = graph.compute(GraphOp::Other, kF32, {8, 4, 1, 1}, {});
            std::vector<TensorId> made{residual};
            for (int i = 0; i < 12; ++i) {
                const GraphOp op = dice.below(3) == 0 ? GraphOp::InPlace : GraphOp::Other;
                const std::int64_t rows = 4 * (1 + dice.below(6));
                const TensorId first = dice.of(made);
                const TensorId id = op == GraphOp::InPlace
                                        ? graph.like(op, {first, dice.of(made)})
                                        : graph.compute(op, kF32, {8, rows, 1, 1}, {first, dice.of(made)});
                graph[id].kept = dice.below(60) == 0;
                made.push_back(id);
            }
            const TensorId out = graph.compute(GraphOp::Other, kF32, {8, 4, 1, 1}, {made.back(), residual});
            graph.expand(out);
            SegmentSizes sizes;
            Segment layer = segmentOf(graph, residual + 1, residual, sizes);
            layer.out = out - residual - 1;
            // The first layer has nothing before it: the shared segment stands in.
            Segment shared;
            SegmentSizes none;
            ComputeGraph start;
            start.expand(start.input(kF32, {8, 4, 1, 1}));
            shared = segmentOf(start, 0, kNoTensor, none);
            shared.out = 0;
            QCOMPARE(planned(shared, layer, none, sizes, 25, true), planned(shared, layer, none, sizes, 25, false));
        }
    }

    void layersThatAreLeftOutArePlannedLikeTheirNeighbours() {
        // Every model on no, one or two cards, in part and whole: the very steps that all layers together give.
        Dice dice(29);
        std::size_t shorter = 0;
        int withoutShape = 0;
        for (const CatalogModel& model : shippedCatalog()->models()) {
            Scenario scenario;
            scenario.model = CatalogName{model.id};
            scenario.batch = dice.below(2) == 0 ? 1 : 40;
            scenario.runtime.flashAttention = dice.below(2) == 0;
            const auto resolved = resolve(scenario, shippedCatalog());
            QVERIFY(resolved);
            BufferFamily family({resolved->model.architecture, resolved->weights, model.ggufArchitecture, kF16, kF16,
                                 *scenario.runtime.flashAttention, false},
                                std::make_shared<PlanStore>());
            GraphWorkload load;
            load.sequences = scenario.batch;
            load.streams = scenario.batch;
            load.tokens = 520;
            load.outputs = scenario.batch;
            const GraphSettings settings = family.settings(BufferFamily::kAsWritten, load);
            LlamaCppSegments segments(settings, family.plans().pool());
            for (const Layout& layout : layouts(model.architecture->layerCount(), dice)) {
                const BufferFamily::Placed& placed = family.placed(layout);
                std::vector<PlacedSegment> all;
                std::vector<std::uint16_t> parts;
                for (const BufferFamily::Placed::Put& put : placed.puts) {
                    const Segment* const segment = segments.part(placed.parts[put.part]).segment.get();
                    all.push_back({segment, put.backend});
                    parts.push_back(put.part);
                }
                const LayerRuns runs = shortened(all);
                const auto shape = PlanShape::of(runs, placed.backends);
                if (!shape) {
                    ++withoutShape;
                    continue;
                }
                shorter += all.size() - runs.kept.size();
                QVERIFY2(shape->planOf(runs.runs, parts) ==
                             MemoryPlan(PlanGraph(all, placed.backends), placed.backends, parts),
                         model.id.c_str());
            }
        }
        QVERIFY(shorter > 1000);
        QVERIFY(withoutShape * 10 < static_cast<int>(shippedCatalog()->models().size()) * 4);
    }

    void theFullestMomentAddsUpToTheBuffer() {
        Dice dice(5);
        int stages = 0;
        for (int i = 0; i < 400; ++i) {
            Scenario scenario = question(dice);
            const auto resolved = resolve(scenario, shippedCatalog());
            if (!resolved || resolved->runtime->engine != Engine::LlamaCpp) {
                continue;
            }
            const Cards cards = cardsOf(resolved->machine, resolved->scenario.placement);
            const std::int64_t layers = resolved->model.architecture->layerCount();
            const Layout layout = layersLayout(layers, dice.below(layers + 2), cards, {});
            LlamaCppBuffers buffers(*resolved);
            const LlamaCppBuffers::Sizes sizes = buffers.of(layout);
            for (std::size_t d = 0; d <= layout.devices.size(); ++d) {
                const auto moment = buffers.fullestMoment(layout, d);
                QVERIFY(moment);
                Bytes sum = moment->cacheCopies + moment->gaps;
                for (const Bytes held : moment->held) {
                    QVERIFY(held >= Bytes{});
                    sum += held;
                }
                QVERIFY(moment->gaps >= Bytes{});
                const ByteRange& figure = d < layout.devices.size() ? sizes.devices[d] : sizes.host;
                QCOMPARE(sum.count(), figure.typical.count());
                stages |= 1 << static_cast<int>(moment->stage);
            }
        }
        // The peak lies in many places: attention, feed-forward, experts, logits ...
        QVERIFY(std::popcount(static_cast<unsigned>(stages)) >= 5);
    }
};

QTEST_APPLESS_MAIN(TestPlans)
#include "tst_plans.moc"
