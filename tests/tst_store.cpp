// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/row_order.h"
#include "ui/store/runtime_switch.h"
#include "ui/store/scenario_store.h"

#include <QSignalSpy>
#include <QTest>

using namespace vram;
using namespace vram::ui;

namespace {

const std::shared_ptr<const Catalog>& catalog() {
    static const std::shared_ptr<const Catalog> facts = loadCatalog().catalog;
    return facts;
}

/// The same question put to the core without the store, one card at a time.
Result<Report> askCore(const Scenario& scenario, const GpuChoice& choice) {
    Scenario single = scenario;
    single.machine.gpus = {choice};
    Result<Resolved> resolved = resolve(single, catalog());
    return resolved ? report(*resolved) : Result<Report>(resolved.error());
}

std::vector<std::string> names(const std::vector<Row>& rows) {
    std::vector<std::string> result;
    for (const Row& row : rows) {
        result.push_back(row.choice.name);
    }
    return result;
}

const RuntimeProfile& runtime(std::string_view name) { return *findRuntime(name); }

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private slots:
    void defaultRowsAreCardsOfTheMemoryThatTheyAreKnownFor();
    void firstStartTeaches();
    void rowsEqualTheCoresAnswers();
    void oneEditIsOneChange();
    void sameScenarioChangesNothing();
    void rowsFollowViewThenMachineThenDefaults();
    void unknownCardSpoilsItsOwnRowOnly();
    void unansweredQuestionKeepsTheRows();
    void marginReachesTheRows();
    void sortsByMemory();
    void sortsByVerdict();
    void limitsOrderRowsOnceTheyAreFound();
    void weightsAreOrderedByTheirBits();
    void whatAFilterHidesKeepsItsLimits();
    void filterShowsOneVerdict();
    void focusSurvivesSortingAndFiltering();
    void runtimeSwitchMovesTheFormat();
    void runtimeSwitchKeepsWhatItCan();
    void loadableFormatsAscendInBits();
};

void TestStore::defaultRowsAreCardsOfTheMemoryThatTheyAreKnownFor() {
    // As sold: 8, 12, 16, 24, 32, 48, 64, 80 and 96 GiB.
    const std::vector<std::int64_t> gib{8, 12, 16, 24, 32, 48, 64, 80, 96};
    const std::vector<GpuChoice> rows = ScenarioStore::defaultRows();
    QCOMPARE(rows.size(), gib.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Gpu* gpu = catalog()->findGpu(rows[i].name);
        QVERIFY2(gpu != nullptr, rows[i].name.c_str());
        QCOMPARE(gpu->memory.count(), (kGiB * gib[i]).count());
    }
}

void TestStore::firstStartTeaches() {
    const ScenarioStore store(catalog());
    QCOMPARE(std::get<CatalogName>(store.scenario().model).name, std::string("Qwen/Qwen3-14B"));
    QCOMPARE(store.scenario().weights, std::string("Q4_K_M"));
    QCOMPARE(store.scenario().context, 8192);
    QCOMPARE(store.scenario().runtime.name, std::string("llama.cpp"));
    QCOMPARE(store.snapshot().rows[store.snapshot().focusedRow].choice.name, std::string("GeForce RTX 4090"));
    const auto shows = [&store](Verdict verdict) {
        return std::ranges::any_of(store.allRows(),
                                   [verdict](const Row& row) { return row.report->verdict == verdict; });
    };
    QVERIFY(shows(Verdict::Fits));
    QVERIFY(shows(Verdict::Offload));
}

void TestStore::rowsEqualTheCoresAnswers() {
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) {
        scenario.context = 40000;
        scenario.batch = 3;
        scenario.view.rows = {{"RTX 4090", 2}, {"RTX 3060 12GB", 1}};
    });
    QCOMPARE(store.allRows().size(), 2U);
    for (const Row& row : store.allRows()) {
        const Result<Report> direct = askCore(store.scenario(), row.choice);
        QVERIFY(row.report.ok() && direct.ok());
        QCOMPARE(row.report->needTotal.high.count(), direct->needTotal.high.count());
        QCOMPARE(row.report->usable.count(), direct->usable.count());
        QCOMPARE(row.report->verdict, direct->verdict);
        for (std::size_t part = 0; part < kMemoryParts; ++part) {
            const auto id = static_cast<MemoryPart>(part);
            QCOMPARE(row.report->need.get(id), direct->need.get(id));
        }
    }
}

void TestStore::oneEditIsOneChange() {
    ScenarioStore store(catalog());
    QSignalSpy changes(&store, &ScenarioStore::changed);
    store.edit([](Scenario& scenario) {
        scenario.context = 16384;
        scenario.batch = 2;
        scenario.weights = "Q8_0";
    });
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.at(0).at(0).value<Snapshot>().scenario.batch, 2);
}

void TestStore::sameScenarioChangesNothing() {
    ScenarioStore store(catalog());
    QSignalSpy changes(&store, &ScenarioStore::changed);
    store.edit([](Scenario& scenario) { scenario.context = 8192; });
    store.setScenario(store.scenario());
    store.setVerdictFilter(std::nullopt);
    store.setFocusedRow(store.snapshot().focusedRow);
    store.setFocusedRow(9999);
    QCOMPARE(changes.count(), 0);
}

void TestStore::rowsFollowViewThenMachineThenDefaults() {
    ScenarioStore store(catalog());
    QCOMPARE(store.allRows().size(), ScenarioStore::defaultRows().size());
    store.edit([](Scenario& scenario) { scenario.machine.gpus = {{"RTX 3090", 2}}; });
    QCOMPARE(names(store.allRows()), std::vector<std::string>{"RTX 3090"});
    store.edit([](Scenario& scenario) { scenario.view.rows = {{"RTX 5090", 1}}; });
    QCOMPARE(names(store.allRows()), std::vector<std::string>{"RTX 5090"});
}

void TestStore::unknownCardSpoilsItsOwnRowOnly() {
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) {
        scenario.view.rows = {{"RTX 4090", 1}, {"RTX 9999 Ultra", 1}, {"RTX 5090", 1}};
    });
    QCOMPARE(store.allRows().size(), 3U);
    QVERIFY(store.allRows()[0].report.ok());
    QCOMPARE(store.allRows()[1].report.error().code, ErrorCode::UnknownGpu);
    QVERIFY(store.allRows()[2].report.ok());
    QCOMPARE(store.allRows()[2].report->capacity.count(), (kGiB * 32).count());
}

void TestStore::unansweredQuestionKeepsTheRows() {
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) { scenario.model = CatalogName{"no/such-model"}; });
    QVERIFY(!store.snapshot().resolved);
    QCOMPARE(store.snapshot().problem->code, ErrorCode::UnknownModel);
    QCOMPARE(store.snapshot().rows.size(), ScenarioStore::defaultRows().size());
    store.edit([](Scenario& scenario) { scenario.model = CatalogName{"Qwen/Qwen3-8B"}; });
    QVERIFY(store.snapshot().resolved && !store.snapshot().problem);
}

void TestStore::marginReachesTheRows() {
    // A margin is what turns "fits" into "tight": with the largest one something must.
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) {
        scenario.machine.marginPercent = 0;
        scenario.view.rows = {{"RTX 4060 Ti 16GB", 1}};
    });
    QCOMPARE(store.allRows()[0].report->verdict, Verdict::Fits);
    store.edit([](Scenario& scenario) { scenario.machine.marginPercent = 50; });
    QCOMPARE(store.allRows()[0].report->verdict, Verdict::Tight);
}

void TestStore::sortsByMemory() {
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) {
        scenario.view.rows = {{"RTX 5090", 1}, {"RTX 3060 12GB", 4}, {"nothing", 1}, {"RTX 4090", 1}};
        scenario.view.sort = "memory";
    });
    // 24, 32 and 4 x 12 = 48 GiB; what is no card comes last.
    QCOMPARE(names(store.allRows()), (std::vector<std::string>{"RTX 4090", "RTX 5090", "RTX 3060 12GB", "nothing"}));
    store.edit([](Scenario& scenario) { scenario.view.sort.clear(); });
    QCOMPARE(names(store.allRows()), (std::vector<std::string>{"RTX 5090", "RTX 3060 12GB", "nothing", "RTX 4090"}));
}

void TestStore::sortsByVerdict() {
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) {
        scenario.view.rows = {{"RTX 4060", 1}, {"RTX 5090", 1}, {"RTX 4090", 1}};
        scenario.view.sort = "verdict";
    });
    // Both large cards hold it; the smaller of them first, the 8 GB card last.
    QCOMPARE(names(store.allRows()), (std::vector<std::string>{"RTX 4090", "RTX 5090", "RTX 4060"}));
}

void TestStore::limitsOrderRowsOnceTheyAreFound() {
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) {
        scenario.view.rows = {{"RTX 4060", 1}, {"RTX 5090", 1}, {"RTX 4090", 1}, {"RTX 3060 12GB", 1}};
        scenario.view.sort = "memory";
    });
    using Names = std::vector<std::string>;
    const Names byMemory{"RTX 4060", "RTX 3060 12GB", "RTX 4090", "RTX 5090"}; // 8, 12, 24, 32 GiB
    QCOMPARE(names(store.allRows()), byMemory);
    store.edit([](Scenario& scenario) { scenario.view.sort = "-max_context"; });
    QCOMPARE(names(store.allRows()), byMemory); // nothing is known yet

    QSignalSpy changes(&store, &ScenarioStore::changed);
    // Of the 12 GB card not even the smallest fits, of the largest nothing is known: both last, as they were added.
    std::vector<RowLimits> limits(4);
    limits[0].context = RowLimits::Count{4096};
    limits[1].context = RowLimits::Count{};
    limits[2].context = RowLimits::Count{65536};
    store.setLimits(limits);
    QCOMPARE(changes.count(), 1);
    const Names most{"RTX 4090", "RTX 4060", "RTX 5090", "RTX 3060 12GB"};
    QCOMPARE(names(store.allRows()), most);
    QCOMPARE(names(store.snapshot().rows), most);
    limits = {limits[2], limits[0], limits[3], limits[1]}; // the same in the order of now
    store.setLimits(limits);
    QCOMPARE(changes.count(), 1);
    store.edit([](Scenario& scenario) { scenario.view.sort = "max_context"; });
    QCOMPARE(names(store.allRows()), (Names{"RTX 4060", "RTX 4090", "RTX 5090", "RTX 3060 12GB"}));

    // Another question: each stays where it is until its limits are there.
    store.edit([](Scenario& scenario) { scenario.batch = 4; });
    QCOMPARE(names(store.allRows()), (Names{"RTX 4060", "RTX 4090", "RTX 5090", "RTX 3060 12GB"}));
    limits.assign(4, {});
    for (std::size_t i = 0; i < limits.size(); ++i) {
        limits[i].context = RowLimits::Count{1024 * (4 - static_cast<std::int64_t>(i))};
    }
    changes.clear();
    store.setLimits(limits);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(names(store.allRows()), (Names{"RTX 3060 12GB", "RTX 5090", "RTX 4090", "RTX 4060"}));
}

void TestStore::weightsAreOrderedByTheirBits() {
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) {
        scenario.view.rows = {{"RTX 4060", 1}, {"RTX 5090", 1}, {"RTX 4090", 1}, {"RTX 3060 12GB", 1}};
        scenario.view.sort = "best_weights";
    });
    std::vector<RowLimits> limits(4);
    limits[0].weights = RowLimits::Format{"F16"}; // 16 bits, the first by name
    limits[1].weights = RowLimits::Format{""};    // none fits
    limits[2].weights = RowLimits::Format{"Q8_0"};
    limits[3].weights = RowLimits::Format{"Q4_K_M"};
    store.setLimits(limits);
    QCOMPARE(names(store.allRows()), (std::vector<std::string>{"RTX 3060 12GB", "RTX 4090", "RTX 4060", "RTX 5090"}));
}

void TestStore::whatAFilterHidesKeepsItsLimits() {
    ScenarioStore store(catalog());
    store.edit([](Scenario& scenario) {
        scenario.view.rows = {{"RTX 4060", 1}, {"RTX 5090", 1}, {"RTX 4090", 1}};
        scenario.view.sort = "-max_users";
    });
    std::vector<RowLimits> limits(3);
    for (std::size_t i = 0; i < limits.size(); ++i) {
        limits[i].users = RowLimits::Count{9 - static_cast<std::int64_t>(i)};
    }
    store.setLimits(limits);
    store.setVerdictFilter(Verdict::Fits);
    QCOMPARE(names(store.snapshot().rows), (std::vector<std::string>{"RTX 5090", "RTX 4090"}));
    limits.resize(2);
    limits[0].users = RowLimits::Count{1};
    limits[1].users = RowLimits::Count{2};
    store.setLimits(limits);
    QCOMPARE(names(store.snapshot().rows), (std::vector<std::string>{"RTX 4090", "RTX 5090"}));
    store.setVerdictFilter(std::nullopt);
    // The hidden one still has its nine.
    QCOMPARE(names(store.snapshot().rows), (std::vector<std::string>{"RTX 4060", "RTX 4090", "RTX 5090"}));
}

void TestStore::filterShowsOneVerdict() {
    ScenarioStore store(catalog());
    QSignalSpy changes(&store, &ScenarioStore::changed);
    store.setVerdictFilter(Verdict::Fits);
    QCOMPARE(changes.count(), 1);
    QVERIFY(!store.snapshot().rows.empty());
    QVERIFY(store.snapshot().rows.size() < store.allRows().size());
    for (const Row& row : store.snapshot().rows) {
        QCOMPARE(row.report->verdict, Verdict::Fits);
    }
    QCOMPARE(store.unfilteredSnapshot().rows.size(), store.allRows().size());
    store.setVerdictFilter(std::nullopt);
    QCOMPARE(store.snapshot().rows.size(), store.allRows().size());
}

void TestStore::focusSurvivesSortingAndFiltering() {
    ScenarioStore store(catalog());
    const auto focused = [&store] { return store.snapshot().rows[store.snapshot().focusedRow].choice.name; };
    store.setFocusedRow(0);
    QCOMPARE(focused(), std::string("GeForce RTX 4060"));
    store.edit([](Scenario& scenario) { scenario.view.sort = "verdict"; });
    QCOMPARE(focused(), std::string("GeForce RTX 4060"));
    QVERIFY(store.snapshot().focusedRow != 0);
    // Hidden by the filter another row stands in; afterwards it is the focused one again.
    store.setVerdictFilter(Verdict::Fits);
    QVERIFY(focused() != "GeForce RTX 4060");
    store.setVerdictFilter(std::nullopt);
    QCOMPARE(focused(), std::string("GeForce RTX 4060"));
}

void TestStore::runtimeSwitchMovesTheFormat() {
    Scenario scenario;
    scenario.weights = "Q4_K_M";
    const RuntimeSwitch moved = switchRuntime(scenario, runtime("Transformers"), *catalog());
    QCOMPARE(moved.oldFormat, std::string("Q4_K_M"));
    const WeightFormat* format = catalog()->findWeightFormat(moved.scenario.weights);
    QVERIFY(format != nullptr && loadsFormat(runtime("Transformers"), *format));
    // Nearest: no other loadable format is closer in bits per weight.
    const double wanted = bitsPerWeight(*catalog()->findWeightFormat("Q4_K_M"));
    for (const WeightFormat* each : loadableFormats(*catalog(), runtime("Transformers"))) {
        QVERIFY(std::abs(bitsPerWeight(*each) - wanted) >= std::abs(bitsPerWeight(*format) - wanted));
    }
}

void TestStore::runtimeSwitchKeepsWhatItCan() {
    Scenario scenario;
    scenario.weights = "Q8_0";
    scenario.kvCache = {"q8_0", "q8_0"};
    scenario.runtime.flashAttention = true;
    const RuntimeSwitch same = switchRuntime(scenario, runtime("Ollama"), *catalog());
    QVERIFY(same.oldFormat.empty());
    QVERIFY(!same.kvReset);
    QCOMPARE(same.scenario.kvCache.k, std::string("q8_0"));
    QCOMPARE(same.scenario.runtime.name, std::string("Ollama"));
    QCOMPARE(same.scenario.runtime.flashAttention, std::optional(true));

    const RuntimeSwitch other = switchRuntime(scenario, runtime("vLLM"), *catalog());
    QVERIFY(other.kvReset);
    QVERIFY(other.scenario.kvCache.k.empty() && other.scenario.kvCache.v.empty());
    QVERIFY(resolve(other.scenario, catalog()).ok());
}

void TestStore::loadableFormatsAscendInBits() {
    for (const RuntimeProfile& row : runtimeTable()) {
        if (row.engine == Engine::Unsized) {
            continue;
        }
        const std::vector<const WeightFormat*> formats = loadableFormats(*catalog(), row);
        QVERIFY2(formats.size() >= 3, std::string(row.name).c_str());
        for (std::size_t i = 1; i < formats.size(); ++i) {
            QVERIFY(bitsPerWeight(*formats[i - 1]) <= bitsPerWeight(*formats[i]));
        }
    }
}

QTEST_MAIN(TestStore)
#include "tst_store.moc"
