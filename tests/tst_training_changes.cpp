// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/remedies.h"
#include "core/advice/remedy_table.h"

#include "shipped_catalog.h"

#include <QTest>

#include <algorithm>

using namespace vram;

namespace {

Scenario training(Task task, const char* model, const char* card, std::int64_t cards = 1) {
    Scenario scenario;
    scenario.model = CatalogName{model};
    scenario.task = task;
    scenario.weights = usualWeights(task);
    scenario.runtime.name = usualRuntime(task);
    scenario.context = 4096;
    scenario.batch = 1;
    scenario.machine.gpus = {{card, cards}};
    return scenario;
}

Resolved resolvedOf(const Scenario& scenario) {
    Result<Resolved> resolved = resolve(scenario, facts().catalog);
    if (!resolved) {
        qFatal("not resolved: %s", resolved.error().where.c_str());
    }
    return std::move(resolved).value();
}

/// High end of the fullest card.
Bytes fullest(const Report& report) {
    Bytes most;
    for (const DeviceReport& device : report.devices) {
        most = std::max(most, device.total.high);
    }
    return most;
}

std::vector<Remedy> changesOf(const Scenario& scenario) {
    Resolver resolver(facts().catalog);
    return remediesFor(resolver, scenario, resolvedOf(scenario).machine);
}

const Remedy* find(const std::vector<Remedy>& changes, RemedyKind kind) {
    const auto found = std::ranges::find(changes, kind, &Remedy::kind);
    return found == changes.end() ? nullptr : &*found;
}

bool isTraining(RemedyKind kind) {
    return std::ranges::any_of(
        remedyTable(), [kind](const RemedyRow& row) { return row.kind == kind && row.of == RemedyRow::Of::Training; });
}

} // namespace

class TestTrainingChanges : public QObject {
    Q_OBJECT

private slots:
    void savingsAreDifferencesOfReports_data();
    void savingsAreDifferencesOfReports();
    void inferenceHasNone();
    void eachRemedyWhereItMeansSomething();
    void aStepSeesAsManyTokens();
    void theSequenceIsTheLongestThatFits();
    void cardsAreTheFewestThatFit();
    void shardingIsTheFrameworksOwn();
    void ramThatIsTooSmallIsNoWayOut();
    void trifleSavingsAreNotOffered();
};

void TestTrainingChanges::savingsAreDifferencesOfReports_data() {
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("full, 8B") << training(Task::Full, "Qwen/Qwen3-8B", "A100 SXM4 80GB");
    QTest::newRow("full, 0.6B") << training(Task::Full, "Qwen/Qwen3-0.6B", "RTX 4060");
    QTest::newRow("LoRA, 14B") << training(Task::Lora, "Qwen/Qwen3-14B", "RTX 4090");
    QTest::newRow("QLoRA, 32B") << training(Task::Qlora, "Qwen/Qwen3-32B", "RTX 4090");
    QTest::newRow("full, 4 cards") << training(Task::Full, "Qwen/Qwen3-14B", "A100 SXM4 80GB", 4);
    Scenario wide = training(Task::Lora, "Qwen/Qwen3-4B", "RTX 4090");
    wide.batch = 12;
    wide.training.checkpointing = false;
    QTest::newRow("a wide batch without checkpointing") << wide;
    Scenario loss = training(Task::Qlora, "Qwen/Qwen3-8B", "RTX 4060 Ti 16GB");
    loss.context = 16384;
    QTest::newRow("a long sequence") << loss;
}

void TestTrainingChanges::savingsAreDifferencesOfReports() {
    QFETCH(Scenario, scenario);
    const Resolved question = resolvedOf(scenario);
    const Report now = *report(question);
    QVERIFY(now.verdict != Verdict::Fits);
    const std::vector<Remedy> changes = changesOf(scenario);
    QVERIFY(!changes.empty());
    QVERIFY(std::ranges::is_sorted(changes, {}, [](const Remedy& change) {
        return std::pair(verdictRank(change.verdict), static_cast<int>(change.kind));
    }));
    for (const Remedy& change : changes) {
        const Scenario changed = withRemedy(scenario, change, *facts().catalog);
        QVERIFY(changed != scenario);
        const Report then = *report(resolvedOf(changed)); // looked up anew, machine and all
        QCOMPARE(change.verdict, then.verdict);
        if (change.kind == RemedyKind::OtherCard) {
            QCOMPARE(change.saves, Bytes{}); // needs as much
            continue;
        }
        QCOMPARE(change.saves.count(), (fullest(now) - fullest(then)).count());
        QVERIFY(change.saves > Bytes{});
    }
}

void TestTrainingChanges::inferenceHasNone() {
    Scenario scenario;
    scenario.model = CatalogName{"Qwen/Qwen3-32B"};
    scenario.machine.gpus = {{"RTX 4060", 1}};
    for (const Remedy& remedy : changesOf(scenario)) {
        QVERIFY(!isTraining(remedy.kind));
    }
    Scenario onTheCpu = training(Task::Lora, "Qwen/Qwen3-32B", "RTX 4060");
    onTheCpu.machine.gpus.clear();
    QVERIFY(changesOf(onTheCpu).empty());
}

void TestTrainingChanges::eachRemedyWhereItMeansSomething() {
    // A 0.6B model in 8 GB: 0.6e9 x 16 bytes are 9.6 GB, adapters and states of one byte need less.
    const std::vector<Remedy> small = changesOf(training(Task::Full, "Qwen/Qwen3-0.6B", "RTX 4060"));
    QVERIFY(find(small, RemedyKind::EightBitOptimizer) != nullptr);
    QVERIFY(find(small, RemedyKind::Lora) != nullptr && find(small, RemedyKind::Qlora) != nullptr);
    QVERIFY(find(small, RemedyKind::OptimizerToRam) != nullptr);
    QVERIFY(find(small, RemedyKind::Checkpointing) == nullptr); // is on
    QVERIFY(find(small, RemedyKind::MicroBatch) == nullptr);    // is one
    QVERIFY(find(small, RemedyKind::Shard) == nullptr);         // one card
    Scenario kept = training(Task::Lora, "Qwen/Qwen3-4B", "RTX 4060 Ti 16GB");
    kept.training.checkpointing = false;
    QVERIFY(find(changesOf(kept), RemedyKind::Checkpointing) != nullptr);
    // QLoRA has nothing below it.
    const std::vector<Remedy> qlora = changesOf(training(Task::Qlora, "Qwen/Qwen3-32B", "RTX 4090"));
    QVERIFY(find(qlora, RemedyKind::Qlora) == nullptr && find(qlora, RemedyKind::Lora) == nullptr);
    // An M4 Max has no second one beside it.
    const std::vector<Remedy> mac =
        changesOf(training(Task::Full, "Qwen/Qwen3-14B", "Apple M4 Max (40-core GPU) 64GB"));
    QVERIFY(find(mac, RemedyKind::MoreCards) == nullptr);
}

void TestTrainingChanges::aStepSeesAsManyTokens() {
    Scenario scenario = training(Task::Lora, "Qwen/Qwen3-4B", "RTX 4090");
    scenario.batch = 18; // halves to 9, which divides by 3 alone
    scenario.training.gradientAccumulation = 2;
    const std::vector<Remedy> changes = changesOf(scenario);
    const Remedy* change = find(changes, RemedyKind::MicroBatch);
    QVERIFY(change != nullptr);
    const Scenario changed = withRemedy(scenario, *change, *facts().catalog);
    QVERIFY(changed.batch < 18);
    QCOMPARE(changed.batch * changed.training.gradientAccumulation, 36);
}

void TestTrainingChanges::theSequenceIsTheLongestThatFits() {
    Scenario scenario = training(Task::Qlora, "Qwen/Qwen3-8B", "RTX 4090");
    scenario.context = 16384;
    const std::vector<Remedy> changes = changesOf(scenario);
    const Remedy* change = find(changes, RemedyKind::Context);
    QVERIFY(change != nullptr);
    QCOMPARE(change->verdict, Verdict::Fits);
    QCOMPARE(change->number % 256, 0);
    scenario.context = change->number + 256; // one step more is too much
    QVERIFY(report(resolvedOf(scenario))->verdict != Verdict::Fits);
}

void TestTrainingChanges::cardsAreTheFewestThatFit() {
    const Scenario scenario = training(Task::Full, "Qwen/Qwen3-8B", "A100 SXM4 80GB");
    const std::vector<Remedy> changes = changesOf(scenario);
    const Remedy* change = find(changes, RemedyKind::MoreCards);
    QVERIFY(change != nullptr);
    QCOMPARE(change->verdict, Verdict::Fits);
    // Parameters, gradients and two states of 8.19e9 values in f32 are 122 GiB, AdamW's step makes a copy more: half
    // of 153 GiB leaves two cards of 80 no margin, a quarter does.
    QCOMPARE(change->number, 4);
    const Scenario changed = withRemedy(scenario, *change, *facts().catalog);
    QCOMPARE(changed.machine.gpus.front().count, 4);
    QCOMPARE(changed.training.sharding, std::string("fsdp"));
}

void TestTrainingChanges::shardingIsTheFrameworksOwn() {
    Scenario scenario = training(Task::Full, "Qwen/Qwen3-14B", "A100 SXM4 80GB", 4);
    scenario.runtime.name = "DeepSpeed";
    const std::vector<Remedy> deepSpeed = changesOf(scenario);
    const Remedy* change = find(deepSpeed, RemedyKind::Shard);
    QVERIFY(change != nullptr);
    QCOMPARE(withRemedy(scenario, *change, *facts().catalog).training.sharding, std::string("zero3"));
    scenario.runtime.name = "Unsloth"; // shares nothing out
    QVERIFY(find(changesOf(scenario), RemedyKind::Shard) == nullptr);
}

void TestTrainingChanges::ramThatIsTooSmallIsNoWayOut() {
    // 8.19e9 values x 12 bytes of states, master copy and gradients are 92 GiB beside the card.
    Scenario scenario = training(Task::Full, "Qwen/Qwen3-8B", "A100 SXM4 80GB");
    scenario.context = 1024;
    scenario.machine.ramGib = 32;
    const std::vector<Remedy> little = changesOf(scenario);
    const Remedy* change = find(little, RemedyKind::OptimizerToRam);
    QVERIFY(change != nullptr);
    QCOMPARE(change->verdict, Verdict::No);
    scenario.machine.ramGib = 512;
    const std::vector<Remedy> much = changesOf(scenario);
    change = find(much, RemedyKind::OptimizerToRam);
    QVERIFY(change != nullptr);
    QCOMPARE(change->verdict, Verdict::Fits);
}

void TestTrainingChanges::trifleSavingsAreNotOffered() {
    // An adapter of rank 16 over 32B: states of 0.13e9 values, less than a hundredth of the run.
    QVERIFY(find(changesOf(training(Task::Lora, "Qwen/Qwen3-32B", "RTX 4090")), RemedyKind::EightBitOptimizer) ==
            nullptr);
}

QTEST_APPLESS_MAIN(TestTrainingChanges)
#include "tst_training_changes.moc"
