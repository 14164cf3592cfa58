// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/advice/steps.h"
#include "core/scenario/scenario_json.h"
#include "tests/answers.h"

#include <algorithm>

using namespace vram;
using namespace vram::test;

namespace {

StepsQuestion budget(const char* model, double dollars, std::int64_t cards = 1) {
    StepsQuestion question;
    question.model = CatalogName{model};
    question.mostPriceUsd = dollars;
    question.mostCards = cards;
    return question;
}

StepsQuestion own(const char* card, std::int64_t count = 1) {
    StepsQuestion question;
    question.hardware = HardwareSource::Own;
    question.machine.gpus = {{card, count}};
    return question;
}

StepsQuestion purposed(Purpose purpose, StepsQuestion question) { return withPurpose(std::move(question), purpose); }

bool targetsMet(const Report& answer, const TargetChoice& target) {
    const auto met = [&answer](const std::optional<double>& wanted, TargetVerdict Speed::*verdict) {
        return !wanted || (answer.speed && *answer.speed.*verdict == TargetVerdict::Met);
    };
    return met(target.decodeTokensPerSecond, &Speed::decodeTarget) &&
           met(target.firstTokenSeconds, &Speed::firstTokenTarget);
}

bool holds(const StepsQuestion& question, const std::string& weights, const MachineChoice& machine) {
    const Report answer = answered(stepsScenario(question, weights, machine));
    return answer.verdict == Verdict::Fits && targetsMet(answer, question.target);
}

std::vector<std::string> allowed(const StepsKnowledge& knowledge) {
    std::vector<std::string> ids;
    for (const StepsFormat& format : knowledge.formats) {
        if (format.allowed) {
            ids.push_back(format.weights);
        }
    }
    return ids;
}

} // namespace

class TestSteps : public QObject {
    Q_OBJECT

private slots:
    void aPurposeBringsItsSettings();
    void beginsFromTheScenario();
    void weightsByPrecision();
    void qualityFilters_data();
    void qualityFilters();
    void needGrowsWithEachStep();
    void theRecommendedHoldsAndTheCheaperDoNot_data();
    void theRecommendedHoldsAndTheCheaperDoNot();
    void limitsAreKept();
    void aMemoryClassIsKept();
    void whatGivesWayIsAnswered_data();
    void whatGivesWayIsAnswered();
    void theLongestContextIsTheLongest();
    void theResultIsAScenario();
    void severalCardsShareATraining();
};

void TestSteps::aPurposeBringsItsSettings() {
    const StepsQuestion service = withPurpose({}, Purpose::Service);
    QCOMPARE(taskOf(service.purpose), Task::Inference);
    QCOMPARE(service.runtime.name, std::string("vLLM"));
    QCOMPARE(service.batch, 8);
    const StepsQuestion tuning = withPurpose(service, Purpose::Qlora);
    QCOMPARE(taskOf(tuning.purpose), Task::Qlora);
    QCOMPARE(tuning.runtime.name, std::string("Transformers"));
    QCOMPARE(tuning.batch, 1);
    QVERIFY(tuning.model == service.model);
}

void TestSteps::beginsFromTheScenario() {
    Scenario scenario;
    scenario.context = 65'536;
    scenario.machine.gpus = {{"RTX 4090", 2}};
    scenario.target.decodeTokensPerSecond = 20;
    StepsQuestion question = stepsFrom(scenario);
    QCOMPARE(question.purpose, Purpose::LongDocuments);
    QCOMPARE(question.hardware, HardwareSource::Own);
    QCOMPARE(question.context, 65'536);
    QVERIFY(question.target == scenario.target);
    QVERIFY(question.machine == scenario.machine);
    scenario.batch = 4;
    scenario.machine.gpus.clear();
    question = stepsFrom(scenario);
    QCOMPARE(question.purpose, Purpose::Service);
    QCOMPARE(question.hardware, HardwareSource::Budget);
    scenario.task = Task::Lora;
    QCOMPARE(stepsFrom(scenario).purpose, Purpose::Lora);
}

void TestSteps::weightsByPrecision() {
    Resolver resolver(shippedCatalog());
    StepsQuestion question = withPurpose({}, Purpose::Service);
    question.model = CatalogName{"Qwen/Qwen3-14B"};
    const Result<StepsKnowledge> knowledge = stepsKnowledge(resolver, question);
    QVERIFY(knowledge.ok());
    // 14,768,307,200 parameters published, two bytes each in a checkpoint.
    QCOMPARE(knowledge->formats.front().weights, std::string(kAsStored));
    QCOMPARE(knowledge->formats.front().bytes.count(), 29'536'614'400);
    QCOMPARE(knowledge->formats.front().bits, 16.0);
    for (const StepsFormat& format : knowledge->formats) {
        QVERIFY(&format == &knowledge->formats.front() || format.bytes < knowledge->formats.front().bytes);
    }
}

void TestSteps::qualityFilters_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("quality");
    QTest::addColumn<QStringList>("formats");
    const QString qwen = QStringLiteral("Qwen/Qwen3-14B");
    QTest::newRow("as published") << qwen << 0 << QStringList{"file"};
    QTest::newRow("8 bits") << qwen << 1 << QStringList{"file", "Q8_0"};
    QTest::newRow("4 bits") << qwen << 2 << QStringList{"file", "Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M"};
    QTest::newRow("all") << qwen << 3 << QStringList{"file", "Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "Q3_K_M", "Q2_K"};
    // Published in 4 bits: more bits make nothing better, and quantizing again saves nothing.
    QTest::newRow("published in 4 bits") << QStringLiteral("openai/gpt-oss-120b") << 1 << QStringList{"file"};
    // Published in FP8, which llama.cpp does not load: 16 bits hold all of it.
    QTest::newRow("published in FP8") << QStringLiteral("deepseek-ai/DeepSeek-V3") << 0 << QStringList{"BF16"};
}

void TestSteps::qualityFilters() {
    QFETCH(QString, model);
    QFETCH(int, quality);
    QFETCH(QStringList, formats);
    Resolver resolver(shippedCatalog());
    StepsQuestion question;
    question.model = CatalogName{model.toStdString()};
    question.quality = static_cast<Quality>(quality);
    const Result<StepsKnowledge> knowledge = stepsKnowledge(resolver, question);
    QVERIFY(knowledge.ok());
    QStringList found;
    for (const std::string& id : allowed(*knowledge)) {
        found += QString::fromStdString(id);
    }
    QCOMPARE(found, formats);
    QCOMPARE(QString::fromStdString(knowledge->leastWeights), formats.back());
}

void TestSteps::needGrowsWithEachStep() {
    Resolver resolver(shippedCatalog());
    StepsQuestion question;
    question.machine.marginPercent = 20;
    const StepsKnowledge once = stepsKnowledge(resolver, question).value();
    const StepsFormat& least =
        *std::ranges::find(once.formats, once.leastWeights, [](const StepsFormat& format) { return format.weights; });
    QVERIFY(once.need.needTotal.low > least.bytes);
    // A margin of a fifth: the need is four fifths of what has to be usable.
    QVERIFY(std::abs(once.withMargin.count() * 4 - once.need.needTotal.high.count() * 5) < 8);
    question.context *= 2;
    const StepsKnowledge longer = stepsKnowledge(resolver, question).value();
    // 40 layers of 2 x 8 heads x 128 values of two bytes: 163,840 bytes a token.
    QCOMPARE((longer.need.need.typical(MemoryPart::KvCache) - once.need.need.typical(MemoryPart::KvCache)).count(),
             163'840 * 8192);
}

void TestSteps::theRecommendedHoldsAndTheCheaperDoNot_data() {
    QTest::addColumn<StepsQuestion>("question");
    QTest::newRow("14B, $1500") << budget("Qwen/Qwen3-14B", 1500);
    StepsQuestion fast = budget("Qwen/Qwen3-14B", 3000, 2);
    fast.target = {2, 40};
    QTest::newRow("14B, 40 tok/s") << fast;
    QTest::newRow("70B, 4 cards") << budget("meta-llama/Llama-3.3-70B-Instruct", 6000, 4);
    StepsQuestion service = purposed(Purpose::Service, budget("meta-llama/Llama-3.1-8B-Instruct", 2500));
    service.quality = Quality::EightBit;
    QTest::newRow("service of 8, 8 bits") << service;
    QTest::newRow("QLoRA, 8B") << purposed(Purpose::Qlora, budget("meta-llama/Llama-3.1-8B-Instruct", 2500));
    StepsQuestion own32 = own("RTX 5090");
    own32.model = CatalogName{"Qwen/Qwen3-32B"};
    QTest::newRow("own card") << own32;
    StepsQuestion size = budget("", 800);
    size.model = ModelSize{7'000'000'000};
    QTest::newRow("a size alone") << size;
}

void TestSteps::theRecommendedHoldsAndTheCheaperDoNot() {
    QFETCH(StepsQuestion, question);
    Resolver resolver(shippedCatalog());
    const StepsAnswer answer = stepsAnswer(resolver, question);
    QVERIFY(answer.recommended.has_value());
    const StepsKnowledge knowledge = stepsKnowledge(resolver, question).value();
    const StepsCandidate& best = answer.candidates[*answer.recommended];
    QVERIFY(holds(question, best.weights, best.machine));
    const std::vector<std::string> formats = allowed(knowledge);
    for (std::size_t i = 0; i < answer.candidates.size(); ++i) {
        const StepsCandidate& candidate = answer.candidates[i];
        const bool does = holds(question, candidate.weights, candidate.machine);
        QCOMPARE(does, candidate.holds());
        QCOMPARE(does, i >= *answer.recommended);
        if (i > 0 && candidate.priceUsd) {
            QVERIFY(answer.candidates[i - 1].priceUsd.value_or(0) <= *candidate.priceUsd);
        }
        // The best of the allowed formats: none before it holds, and where it holds none, none at all does.
        for (const std::string& format : formats) {
            if (does && format == candidate.weights) {
                break;
            }
            QVERIFY2(!holds(question, format, candidate.machine), format.c_str());
        }
    }
    QVERIFY(answer.giveWays.empty());
}

void TestSteps::limitsAreKept() {
    Resolver resolver(shippedCatalog());
    StepsQuestion question = budget("Qwen/Qwen3-32B", 2000, 2);
    question.mostWatts = 400;
    const StepsAnswer answer = stepsAnswer(resolver, question);
    QVERIFY(answer.recommended.has_value());
    QVERIFY(answer.unpriced > 0);
    for (const StepsCandidate& candidate : answer.candidates) {
        const Gpu* const gpu = shippedCatalog()->findGpu(candidate.choice.name);
        QVERIFY(gpu != nullptr && gpu->gpuClass != GpuClass::Laptop);
        QVERIFY(candidate.choice.count <= 2);
        QCOMPARE(*candidate.priceUsd, *gpu->launchPriceUsd * static_cast<double>(candidate.choice.count));
        QVERIFY(*candidate.priceUsd <= 2000);
        QVERIFY(*candidate.watts <= 400);
        QCOMPARE(candidate.machine.ramGib, question.machine.ramGib);
    }
}

void TestSteps::aMemoryClassIsKept() {
    Resolver resolver(shippedCatalog());
    StepsQuestion question = budget("Qwen/Qwen3-14B", 1);
    question.hardware = HardwareSource::MemoryClass;
    question.memoryGib = 24;
    const StepsAnswer answer = stepsAnswer(resolver, question);
    QVERIFY(answer.recommended.has_value());
    for (const StepsCandidate& candidate : answer.candidates) {
        const double gib = shippedCatalog()->findGpu(candidate.choice.name)->memory.toGiB();
        QVERIFY2(gib > 22 && gib < 32, candidate.choice.name.c_str());
    }
}

void TestSteps::whatGivesWayIsAnswered_data() {
    QTest::addColumn<StepsQuestion>("question");
    QTest::addColumn<std::vector<int>>("kinds");
    const auto kinds = [](std::initializer_list<GiveWayKind> list) {
        std::vector<int> numbers;
        for (const GiveWayKind kind : list) {
            numbers.push_back(static_cast<int>(kind));
        }
        return numbers;
    };
    QTest::newRow("70B on two cards of $1500")
        << budget("meta-llama/Llama-3.3-70B-Instruct", 1500, 2) << kinds({GiveWayKind::Quality, GiveWayKind::Hardware});
    StepsQuestion document = purposed(Purpose::LongDocuments, own("RTX 3060 12GB"));
    QTest::newRow("a book on 12 GB") << document << kinds({GiveWayKind::Context, GiveWayKind::Hardware});
    StepsQuestion cpu = purposed(Purpose::Service, own("RTX 4090"));
    cpu.machine.gpus.clear();
    QTest::newRow("a service without a card") << cpu << kinds({GiveWayKind::Runtime, GiveWayKind::Hardware});
    StepsQuestion fast = own("RTX 3060 12GB");
    fast.model = CatalogName{"meta-llama/Llama-3.1-8B-Instruct"};
    fast.target.decodeTokensPerSecond = 500;
    QTest::newRow("500 tok/s on 12 GB") << fast << kinds({GiveWayKind::Targets});
    StepsQuestion users = purposed(Purpose::Service, own("RTX 4090"));
    users.batch = 32;
    QTest::newRow("32 users on 24 GB") << users
                                       << kinds({GiveWayKind::Context, GiveWayKind::Sequences, GiveWayKind::Hardware});
}

void TestSteps::whatGivesWayIsAnswered() {
    QFETCH(StepsQuestion, question);
    QFETCH(std::vector<int>, kinds);
    Resolver resolver(shippedCatalog());
    const StepsAnswer answer = stepsAnswer(resolver, question);
    QVERIFY(!answer.recommended);
    for (const StepsCandidate& candidate : answer.candidates) {
        QVERIFY(!holds(question, candidate.weights, candidate.machine));
    }
    std::vector<int> found;
    for (const StepsGiveWay& way : answer.giveWays) {
        found.push_back(static_cast<int>(way.kind));
        QVERIFY(holds(way.question, way.candidate.weights, way.candidate.machine));
        const StepsAnswer then = stepsAnswer(resolver, way.question);
        QVERIFY(then.recommended.has_value());
        QVERIFY(then.candidates[*then.recommended].choice == way.candidate.choice);
    }
    for (const int kind : kinds) {
        QVERIFY2(std::ranges::find(found, kind) != found.end(), qPrintable(QString::number(kind)));
    }
}

void TestSteps::theLongestContextIsTheLongest() {
    Resolver resolver(shippedCatalog());
    const StepsQuestion question = purposed(Purpose::LongDocuments, own("RTX 3060 12GB"));
    const StepsAnswer answer = stepsAnswer(resolver, question);
    const auto way = std::ranges::find(answer.giveWays, GiveWayKind::Context, &StepsGiveWay::kind);
    QVERIFY(way != answer.giveWays.end());
    StepsQuestion longer = way->question;
    QVERIFY(longer.context % 1024 == 0 && longer.context < question.context);
    longer.context += 1024;
    QVERIFY(!stepsAnswer(resolver, longer).recommended);
}

void TestSteps::theResultIsAScenario() {
    Resolver resolver(shippedCatalog());
    StepsQuestion question = budget("Qwen/Qwen3-14B", 1500);
    question.context = 16'384;
    question.target = {3, 15};
    const StepsAnswer answer = stepsAnswer(resolver, question);
    const StepsCandidate& best = answer.candidates[answer.recommended.value()];
    const Scenario scenario = stepsResult(question, answer, best);
    QCOMPARE(scenario.weights, best.weights);
    QCOMPARE(scenario.context, 16'384);
    QVERIFY(scenario.target == question.target);
    QVERIFY(scenario.machine.gpus == std::vector<GpuChoice>{best.choice});
    QCOMPARE(scenario.view.rows.size(), answer.candidates.size());
    QCOMPARE(answered(scenario).needTotal.high, best.report.needTotal.high);
    QCOMPARE(answered(scenario).verdict, Verdict::Fits);
    const Result<Scenario> again = scenarioFromJson(scenarioToJson(scenario));
    QVERIFY(again.ok());
    QVERIFY(*again == scenario);
}

void TestSteps::severalCardsShareATraining() {
    Resolver resolver(shippedCatalog());
    StepsQuestion question = purposed(Purpose::FullTraining, own("H100 80GB", 4));
    question.model = CatalogName{"meta-llama/Llama-3.1-8B-Instruct"};
    // 16 bytes a parameter of 8.03e9 are 120 GiB: too much for one card of 80 GiB, a quarter of it is not.
    const StepsAnswer answer = stepsAnswer(resolver, question);
    QVERIFY(answer.recommended.has_value());
    QCOMPARE(stepsResult(question, answer, answer.candidates.front()).training.sharding, std::string("zero3"));
    question.machine.gpus.front().count = 1;
    QVERIFY(!stepsAnswer(resolver, question).recommended);
}

QTEST_APPLESS_MAIN(TestSteps)

#include "tst_steps.moc"
