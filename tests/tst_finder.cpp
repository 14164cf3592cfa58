// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/finder_filter.h"
#include "core/advice/finder_json.h"
#include "core/advice/hardware_finder.h"
#include "core/format/weight_sizer.h"
#include "shipped_catalog.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace vram;

Q_DECLARE_METATYPE(vram::Scenario)

namespace {

Scenario on(std::vector<GpuChoice> cards, const char* runtime = "llama.cpp") {
    Scenario scenario;
    scenario.runtime.name = runtime;
    scenario.machine.gpus = std::move(cards);
    return scenario;
}

Machine machineOf(const Scenario& scenario) {
    Result<Machine> machine = resolveMachine(scenario.machine, *facts().catalog);
    if (!machine) {
        qFatal("no machine: %s", machine.error().where.c_str());
    }
    return std::move(machine).value();
}

FinderTable tableOf(const Scenario& scenario) {
    ModelFinder finder(facts().catalog);
    return finder.find(scenario, machineOf(scenario)).value();
}

std::size_t modelIndex(const char* id) {
    const auto& models = facts().catalog->models();
    const auto found = std::ranges::find(models, id, &CatalogModel::id);
    return static_cast<std::size_t>(found - models.begin());
}

/// Rows without a model, format and machine behind them: what a filter sees.
FinderTable madeTable(const std::vector<std::tuple<const char*, const char*, std::optional<Verdict>>>& rows) {
    FinderTable table;
    std::set<std::size_t> models;
    for (const auto& [model, format, verdict] : rows) {
        const auto known = std::ranges::find(table.formats, format, &WeightFormat::id);
        if (known == table.formats.end()) {
            table.formats.push_back(*facts().catalog->findWeightFormat(format));
        }
        models.insert(modelIndex(model));
    }
    for (const std::size_t model : models) {
        for (std::size_t format = 0; format < table.formats.size(); ++format) {
            FinderRow row;
            row.model = static_cast<std::uint16_t>(model);
            row.format = static_cast<std::uint16_t>(format);
            row.verdict = Verdict::No;
            row.need = Bytes{static_cast<std::int64_t>(1000 - format)};
            for (const auto& [name, id, verdict] : rows) {
                if (modelIndex(name) == model && table.formats[format].id == id) {
                    row.verdict = verdict;
                }
            }
            table.rows.push_back(row);
        }
    }
    return table;
}

const FinderLook kNoLook = [](FinderRow&) {
    qFatal("nothing has to be looked at");
    return true;
};

std::vector<std::string> namesOf(const FinderTable& table, const std::vector<std::size_t>& rows) {
    std::vector<std::string> names;
    for (const std::size_t i : rows) {
        names.push_back(facts().catalog->models()[table.rows[i].model].name + ' ' +
                        table.formats[table.rows[i].format].id);
    }
    return names;
}

} // namespace

/// Both finders against report(), and what the filters keep.
class TestFinder : public QObject {
    Q_OBJECT

private slots:
    void weightsEqualThoseOfEachFormat();
    void rowsAreWhatTheReportSays_data();
    void rowsAreWhatTheReportSays();
    void theProductIsWhatTheReportSays_data();
    void theProductIsWhatTheReportSays();
    void aSearchStops();
    void aBadQuestionIsAnError();
    void licences();
    void filtersModels();
    void theBestFormatIsChosen();
    void onlyWhatIsWantedIsLookedAt();
    void hardwareIsWhatTheReportSays_data();
    void hardwareIsWhatTheReportSays();
    void picksAreTheLeast();
    void modelsAreCounted();
};

void TestFinder::weightsEqualThoseOfEachFormat() {
    int compared = 0;
    const auto& models = facts().catalog->models();
    for (std::size_t i = 0; i < models.size(); i += 7) {
        WeightSizer sizer(*models[i].architecture);
        for (const WeightFormat& format : facts().catalog->weightFormats()) {
            const WeightSizes alone = sizeWeights(*models[i].architecture, format, format.container);
            const WeightSizes together = sizer.sizes(format, format.container);
            QVERIFY(alone.total == together.total && alone.layers == together.layers &&
                    alone.layerExperts == together.layerExperts && alone.output == together.output &&
                    alone.tokenEmbedding == together.tokenEmbedding && alone.other == together.other &&
                    alone.exact == together.exact);
            ++compared;
        }
    }
    QVERIFY(compared > 3000);
}

void TestFinder::rowsAreWhatTheReportSays_data() {
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("RTX 4090") << on({{"RTX 4090", 1}});
    QTest::newRow("no card") << on({});
    QTest::newRow("Mac") << on({{"M2 Ultra 192GB", 1}});
    QTest::newRow("Ollama, two kinds") << on({{"RTX 4090", 1}, {"RTX 3060 12GB", 1}}, "Ollama");
    QTest::newRow("vLLM, four cards") << on({{"H100 SXM 80GB", 4}}, "vLLM");
    QTest::newRow("Transformers") << on({{"RTX 4090", 1}}, "Transformers");
    QTest::newRow("MLX") << on({{"M2 Ultra 192GB", 1}}, "MLX");
    QTest::newRow("SGLang, an AMD card") << on({{"Instinct MI300X", 1}}, "SGLang");
    Scenario many = on({{"RTX 3060 12GB", 2}});
    many.context = 32768;
    many.batch = 4;
    many.machine.ramGib = 32;
    many.kvCache = {"q8_0", "q8_0"};
    QTest::newRow("two cards, long and many, little RAM") << many;
    Scenario experts = on({{"RTX 4090", 1}});
    experts.placement.expertsFirst = true;
    experts.machine.ramGib = 40;
    QTest::newRow("experts first") << experts;
}

void TestFinder::rowsAreWhatTheReportSays() {
    QFETCH(const Scenario, scenario);
    FinderTable table = tableOf(scenario);
    QVERIFY(table.complete);
    QCOMPARE(table.rows.size(), facts().catalog->models().size() * table.formats.size());
    const Machine machine = machineOf(scenario);
    ModelFinder finder(facts().catalog);
    std::mt19937 random(8); // NOLINT(cert-msc51-cpp,cert-msc32-c): the same rows at every run
    int searched = 0;
    for (int i = 0; i < 400; ++i) {
        const FinderRow row = table.rows[random() % table.rows.size()];
        const CatalogModel& model = facts().catalog->models()[row.model];
        const auto question = resolve(withModel(scenario, model, table.formats[row.format]), facts().catalog);
        const auto answer = report(*question);
        const QByteArray what = QByteArray::fromStdString(model.id + " in " + table.formats[row.format].id);
        QCOMPARE(row.need, answer->needTotal.high);
        QCOMPARE(row.headroom, answer->headroom);
        if (row.verdict) {
            QVERIFY2(*row.verdict == answer->verdict, what);
        } else {
            QVERIFY2(answer->verdict == Verdict::Offload || answer->verdict == Verdict::No, what);
            ++searched;
        }
        FinderRow looked = row;
        QVERIFY(finder.look(scenario, machine, table.formats, looked));
        QVERIFY2(looked.verdict == answer->verdict, what);
        QCOMPARE(looked.gpuLayers, answer->gpuLayers);
        QCOMPARE(looked.decode, answer->speed ? answer->speed->decode.typical : 0);
    }
    QVERIFY(searched < 200); // most verdicts take no search
}

void TestFinder::theProductIsWhatTheReportSays_data() {
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("llama.cpp") << on({});
    QTest::newRow("Ollama") << on({}, "Ollama");
    QTest::newRow("vLLM") << on({}, "vLLM");
    Scenario fixed = on({});
    fixed.placement.gpuLayers = 10; // nothing is shared then
    QTest::newRow("ten layers") << fixed;
}

void TestFinder::theProductIsWhatTheReportSays() {
    QFETCH(const Scenario, scenario);
    const Catalog& catalog = *facts().catalog;
    FinderProduct product(catalog, loadableFormats(catalog, *findRuntime(scenario.runtime.name)), scenario.machine);
    std::mt19937 random(9); // NOLINT(cert-msc51-cpp,cert-msc32-c): the same cases at every run
    ModelFinder finder(facts().catalog);
    for (std::size_t first = 3; first < catalog.models().size(); first += 53) {
        QVERIFY(finder.judge(scenario, product, first, first + 1));
        for (int i = 0; i < 150; ++i) {
            const std::size_t format = random() % product.formats().size();
            const std::size_t gpu = random() % catalog.gpus().size();
            Scenario asked = withModel(scenario, catalog.models()[first], product.formats()[format]);
            asked.machine.gpus = {{catalog.gpus()[gpu].name, 1}};
            const Verdict said = report(*resolve(asked, facts().catalog))->verdict;
            QVERIFY2(
                product.verdict(first, format, gpu) == said,
                qPrintable(QString::fromStdString(catalog.models()[first].id + " in " + product.formats()[format].id +
                                                  " on " + catalog.gpus()[gpu].name)));
        }
    }
    // Classes are what makes the product small, and no class mixes cards of different memory.
    QVERIFY(product.classes().representative.size() < catalog.gpus().size());
    for (std::size_t gpu = 0; gpu < catalog.gpus().size(); ++gpu) {
        const std::size_t first = product.classes().representative[product.classes().classOf[gpu]];
        QCOMPARE(catalog.gpus()[gpu].memory, catalog.gpus()[first].memory);
        QCOMPARE(catalog.gpus()[gpu].vendor, catalog.gpus()[first].vendor);
    }
}

void TestFinder::aSearchStops() {
    const Scenario scenario = on({{"RTX 4090", 1}});
    ModelFinder finder(facts().catalog);
    std::size_t asked = 0;
    const FinderTable table = finder
                                  .find(scenario, machineOf(scenario),
                                        [&](std::size_t done, std::size_t all) {
                                            if (all != facts().catalog->models().size() || done != asked) {
                                                qFatal("wrong progress");
                                            }
                                            return ++asked <= 3; // the fourth model is not begun
                                        })
                                  .value();
    QVERIFY(!table.complete);
    QCOMPARE(table.rows.size(), 3 * table.formats.size());
    FinderProduct product(*facts().catalog, loadableFormats(*facts().catalog, *findRuntime("llama.cpp")), {});
    QVERIFY(!finder.judge(scenario, product, 0, 5, [](std::size_t done, std::size_t) { return done < 2; }));
    const auto question = resolve(scenario, facts().catalog);
    QVERIFY(
        !findHardware(*question, *facts().catalog, [](std::size_t done, std::size_t) { return done < 1; }).complete);
}

void TestFinder::aBadQuestionIsAnError() {
    Scenario scenario = on({});
    scenario.kvCache.k = "q99";
    ModelFinder finder(facts().catalog);
    QCOMPARE(finder.find(scenario, machineOf(scenario)).error().code, ErrorCode::UnknownKvFormat);
    scenario = on({}, "abacus");
    QCOMPARE(finder.find(scenario, {}).error().code, ErrorCode::UnknownRuntime);
}

void TestFinder::licences() {
    QCOMPARE(licenceKind("Apache-2.0"), LicenceKind::Open);
    QCOMPARE(licenceKind("MIT"), LicenceKind::Open);
    QCOMPARE(licenceKind("Modified MIT"), LicenceKind::Conditions);
    QCOMPARE(licenceKind("Llama 3.1 Community"), LicenceKind::Conditions);
    QCOMPARE(licenceKind("CC-BY-NC-4.0"), LicenceKind::NonCommercial);
    QCOMPARE(licenceKind("never heard of"), LicenceKind::Conditions);
}

void TestFinder::filtersModels() {
    const CatalogModel& qwen = *facts().catalog->findModel("Qwen/Qwen3-14B");    // 14.8 B, dense, Apache-2.0, 2025-04
    const CatalogModel& moe = *facts().catalog->findModel("Qwen/Qwen3-30B-A3B"); // 30.5 B, 3.3 B of them used
    const CatalogModel& gemma = *facts().catalog->findModel("google/gemma-3-27b-it"); // with a vision tower
    const auto keeps = [](const CatalogModel& model, const std::function<void(FinderFilter&)>& set) {
        FinderFilter filter;
        set(filter);
        return matches(model, filter);
    };
    QVERIFY(keeps(qwen, [](FinderFilter&) {}));
    QVERIFY(keeps(qwen, [](FinderFilter& f) { f.words = {"14b", "QWEN", "apache"}; }));
    QVERIFY(!keeps(qwen, [](FinderFilter& f) { f.words = {"14b", "llama"}; }));
    QVERIFY(keeps(qwen, [](FinderFilter& f) { f.family = "Qwen"; }));
    QVERIFY(!keeps(qwen, [](FinderFilter& f) { f.family = "Gemma"; }));
    QVERIFY(!keeps(qwen, [](FinderFilter& f) { f.leastParameters = 15'000'000'000; }));
    QVERIFY(keeps(qwen, [](FinderFilter& f) { f.mostParameters = 15'000'000'000; }));
    QVERIFY(!keeps(qwen, [](FinderFilter& f) { f.mostActive = 4'000'000'000; }));
    QVERIFY(keeps(moe, [](FinderFilter& f) { f.mostActive = 4'000'000'000; }));
    QVERIFY(keeps(qwen, [](FinderFilter& f) { f.loosestLicence = LicenceKind::Open; }));
    QVERIFY(!keeps(gemma, [](FinderFilter& f) { f.loosestLicence = LicenceKind::Open; }));
    QVERIFY(keeps(gemma, [](FinderFilter& f) { f.loosestLicence = LicenceKind::Conditions; }));
    QVERIFY(keeps(qwen, [](FinderFilter& f) { f.since = "2025"; }));
    QVERIFY(!keeps(qwen, [](FinderFilter& f) { f.since = "2025-05"; }));
    QVERIFY(keeps(gemma, [](FinderFilter& f) { f.modality = Modality::Vision; }));
    QVERIFY(!keeps(gemma, [](FinderFilter& f) { f.modality = Modality::Text; }));
    QVERIFY(keeps(qwen, [](FinderFilter& f) { f.modality = Modality::Text; }));
}

void TestFinder::theBestFormatIsChosen() {
    // 14B: Q8_0 is tight, Q6_K fits: what fits comes first. 32B: Q6_K is tight and nothing fits. 235B: nothing runs.
    FinderTable table = madeTable({{"Qwen/Qwen3-14B", "Q8_0", Verdict::Tight},
                                   {"Qwen/Qwen3-14B", "Q6_K", Verdict::Fits},
                                   {"Qwen/Qwen3-14B", "Q4_K_M", Verdict::Fits},
                                   {"Qwen/Qwen3-32B", "Q6_K", Verdict::Tight},
                                   {"Qwen/Qwen3-32B", "Q4_K_M", Verdict::Tight}});
    const auto names = [&](const FinderFilter& filter) {
        return namesOf(table, *filtered(table, *facts().catalog, filter, kNoLook));
    };
    FinderFilter filter;
    filter.worst = Verdict::Tight;
    using Names = std::vector<std::string>;
    QCOMPARE(names(filter), (Names{"Qwen3 32B Q6_K", "Qwen3 14B Q6_K"})); // the larger first
    filter.leastBits = 7;                                                 // Q8_0 alone has them: 8.5
    QCOMPARE(names(filter), (Names{"Qwen3 14B Q8_0"}));
    filter.leastBits = 0;
    filter.worst = Verdict::Fits;
    QCOMPARE(names(filter), (Names{"Qwen3 14B Q6_K"}));
    filter.worst = Verdict::Tight;
    filter.everyFormat = true;
    QCOMPARE(names(filter).size(), std::size_t{5});
    // A checkpoint published in 8 bits is no better in 16: the smaller one is as good.
    const CatalogModel& fp8 = *facts().catalog->findModel("deepseek-ai/DeepSeek-V3");
    const WeightFormat& f16 = *facts().catalog->findWeightFormat("F16");
    const WeightFormat& q8 = *facts().catalog->findWeightFormat("Q8_0");
    QCOMPARE(qualityBits(f16, fp8, *facts().catalog), qualityBits(q8, fp8, *facts().catalog));
}

void TestFinder::onlyWhatIsWantedIsLookedAt() {
    FinderTable table = madeTable({{"Qwen/Qwen3-14B", "Q8_0", std::nullopt},
                                   {"Qwen/Qwen3-14B", "Q6_K", std::nullopt},
                                   {"Qwen/Qwen3-14B", "Q4_K_M", Verdict::Fits}});
    int looks = 0;
    const FinderLook look = [&](FinderRow& row) {
        ++looks;
        row.looked = true;
        row.decode = row.format == 2 ? 30 : 12; // tokens a second: of Q4_K_M most
        row.verdict = row.verdict.value_or(row.format == 0 ? Verdict::No : Verdict::Offload);
        return true;
    };
    FinderFilter filter;
    filter.worst = Verdict::Offload;
    QCOMPARE(namesOf(table, *filtered(table, *facts().catalog, filter, look)),
             std::vector<std::string>{"Qwen3 14B Q4_K_M"});
    QCOMPARE(looks, 0); // one that fits was known
    filter.leastBits = 5;
    QCOMPARE(namesOf(table, *filtered(table, *facts().catalog, filter, look)),
             std::vector<std::string>{"Qwen3 14B Q6_K"});
    QCOMPARE(looks, 2); // Q8_0 turned out not to run
    filter.leastBits = 0;
    filter.leastDecode = 20;
    QCOMPARE(namesOf(table, *filtered(table, *facts().catalog, filter, look)),
             std::vector<std::string>{"Qwen3 14B Q4_K_M"});
    filter.leastDecode = 31;
    QVERIFY(filtered(table, *facts().catalog, filter, look)->empty());
    FinderTable fresh = madeTable({{"Qwen/Qwen3-14B", "Q8_0", std::nullopt}});
    QVERIFY(!filtered(fresh, *facts().catalog, {}, [](FinderRow&) { return false; }));
}

void TestFinder::hardwareIsWhatTheReportSays_data() {
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("llama.cpp") << on({});
    QTest::newRow("vLLM") << on({}, "vLLM");
    Scenario lora = on({}, "Transformers");
    lora.task = Task::Lora;
    lora.weights = "BF16";
    QTest::newRow("LoRA") << lora;
}

void TestFinder::hardwareIsWhatTheReportSays() {
    QFETCH(const Scenario, scenario);
    const Catalog& catalog = *facts().catalog;
    const HardwareTable table = findHardware(*resolve(scenario, facts().catalog), catalog);
    QVERIFY(table.complete);
    std::mt19937 random(10); // NOLINT(cert-msc51-cpp,cert-msc32-c): the same rows at every run
    for (int i = 0; i < 150; ++i) {
        const HardwareRow& row = table.rows[random() % table.rows.size()];
        Scenario asked = scenario;
        asked.machine.gpus = {{catalog.gpus()[row.gpu].name, row.count}};
        const auto answer = report(*resolve(asked, facts().catalog));
        QCOMPARE(row.verdict, answer->verdict);
        QCOMPARE(row.need, answer->needTotal.high);
        QCOMPARE(row.headroom, answer->headroom);
        const Gpu& gpu = catalog.gpus()[row.gpu];
        QCOMPARE(row.memory, gpu.memory * row.count);
        QCOMPARE(row.price.has_value(), gpu.launchPriceUsd.has_value() && !row.instance);
        if (row.price) {
            QCOMPARE(*row.price, *gpu.launchPriceUsd * static_cast<double>(row.count));
        }
        if (row.tokensPerJoule) {
            QCOMPARE(*row.tokensPerJoule * *row.watts, *row.tokensPerSecond);
        }
    }
    // One row for each GPU alone and each machine that can be sized; no laptop has two.
    const auto alone =
        std::ranges::count_if(table.rows, [](const HardwareRow& row) { return !row.instance && row.count == 1; });
    QCOMPARE(static_cast<std::size_t>(alone), catalog.gpus().size());
    const auto rented =
        std::ranges::count_if(table.rows, [](const HardwareRow& row) { return row.instance.has_value(); });
    QCOMPARE(static_cast<std::size_t>(rented) + table.unsizedInstances, catalog.instances().size());
    QVERIFY(std::ranges::none_of(table.rows, [&](const HardwareRow& row) {
        return row.count > 1 && !row.instance && catalog.gpus()[row.gpu].gpuClass == GpuClass::Laptop;
    }));
}

void TestFinder::picksAreTheLeast() {
    HardwareTable table;
    const auto add = [&](std::int64_t gib, std::int64_t count, std::optional<double> price, double watts, double speed,
                         Verdict verdict, std::optional<std::size_t> instance = {}) {
        HardwareRow row;
        row.count = count;
        row.verdict = verdict;
        row.memory = kGiB * gib;
        row.price = price;
        row.watts = watts;
        row.tokensPerSecond = speed;
        row.tokensPerJoule = speed / watts;
        row.instance = instance;
        table.rows.push_back(row);
    };
    QVERIFY(!picksOf(table).smallest);
    add(12, 1, 300, 150, 60, Verdict::Tight); // does not count
    add(24, 1, std::nullopt, 70, 20, Verdict::Fits);
    add(24, 2, 650, 300, 50, Verdict::Fits);
    add(32, 1, 900, 200, 80, Verdict::Fits);
    add(48, 1, std::nullopt, 300, 90, Verdict::Fits, 4);
    add(24, 1, std::nullopt, 100, 90, Verdict::Fits, 5);
    const HardwarePicks picks = picksOf(table);
    QCOMPARE(picks.smallest, std::optional<std::size_t>(1)); // 24 GiB of one card before those of two
    QCOMPARE(picks.cheapest, std::optional<std::size_t>(2)); // 650: the cards without a price are not taken for free
    QCOMPARE(picks.mostEfficient, std::optional<std::size_t>(3)); // 0.4 against 0.29 and 0.17 tokens a joule
    QCOMPARE(picks.instance, std::optional<std::size_t>(5));
    QCOMPARE(picks.fitting, std::size_t{2}); // alone, and no cloud machine
    QCOMPARE(picks.unpriced, std::size_t{1});
    QCOMPARE(picksOf(table, Verdict::Tight).cheapest, std::optional<std::size_t>(0));
}

void TestFinder::modelsAreCounted() {
    const Catalog& catalog = *facts().catalog;
    const std::vector<WeightFormat> formats{*catalog.findWeightFormat("Q2_K"), *catalog.findWeightFormat("Q4_K_M")};
    FinderProduct product(catalog, formats, {});
    const auto gpu = static_cast<std::size_t>(catalog.findGpu("RTX 4090") - catalog.gpus().data());
    const std::size_t cardClass = product.classes().classOf[gpu];
    product.set(0, 0, cardClass, Verdict::Fits); // 3.2 bits
    product.set(0, 1, cardClass, Verdict::Tight);
    product.set(1, 0, cardClass, Verdict::Fits);
    product.set(2, 1, cardClass, Verdict::Offload);
    QCOMPARE(modelsThatRun(product, catalog, 0)[gpu], std::size_t{2});
    QCOMPARE(modelsThatRun(product, catalog, 4)[gpu], std::size_t{1});
    QCOMPARE(modelsThatRun(product, catalog, 4, Verdict::Offload)[gpu], std::size_t{2});
    QCOMPARE(modelsThatRun(product, catalog, 4, Verdict::Fits)[gpu], std::size_t{0});
    const std::string csv = productToCsv(product, catalog, 4);
    const std::string line =
        "\"" + catalog.gpus()[gpu].name + "\",\"" + catalog.models()[2].id + "\",\"Q4_K_M\",offload";
    QVERIFY(csv.find(line) != std::string::npos);
    QVERIFY(csv.find("Q2_K") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestFinder)
#include "tst_finder.moc"
