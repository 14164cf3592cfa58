// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/advice/remedies.h"
#include "core/advice/sweep.h"
#include "core/advice/task_question.h"
#include "core/report/explain.h"
#include "tests/answers.h"

#include <algorithm>

using namespace vram;
using namespace vram::test;

namespace {

Scenario asked(Task task, const char* card = "RTX 4090", std::int64_t cards = 1) {
    Scenario scenario;
    scenario.model = CatalogName{"meta-llama/Llama-3.1-8B-Instruct"};
    scenario.task = task;
    scenario.weights = usualWeights(task);
    scenario.runtime.name = usualRuntime(task);
    scenario.context = 2048;
    scenario.batch = 4;
    scenario.machine.gpus = {{card, cards}};
    return scenario;
}

Bytes fullest(const Report& report) {
    Bytes most;
    for (const DeviceReport& device : report.devices) {
        most = std::max(most, device.total.high);
    }
    return most;
}

} // namespace

class TestTrainingAdvice : public QObject {
    Q_OBJECT

private slots:
    void aTaskBringsItsRuntimeAndWeights() {
        const Catalog& catalog = *shippedCatalog();
        Scenario scenario = asked(Task::Inference);
        scenario.weights = "Q5_K_M";
        scenario.kvCache = {"q8_0", "q8_0"};
        const Scenario qlora = withTask(scenario, Task::Qlora, catalog);
        QCOMPARE(qlora.runtime.name, std::string("Transformers"));
        QCOMPARE(qlora.weights, std::string("NF4"));
        QVERIFY(qlora.kvCache == KvCacheChoice{});
        QCOMPARE(qlora.context, scenario.context);
        const Scenario lora = withTask(qlora, Task::Lora, catalog);
        QCOMPARE(lora.weights, std::string("BF16"));
        Scenario unsloth = qlora;
        unsloth.runtime.name = "Unsloth";
        unsloth.weights = "AWQ";
        QCOMPARE(withTask(unsloth, Task::Full, catalog).runtime.name, std::string("Unsloth"));
        QCOMPARE(withTask(unsloth, Task::Full, catalog).weights, std::string("BF16"));
        QVERIFY(withTask(unsloth, Task::Qlora, catalog) == unsloth);
        const Scenario back = withTask(unsloth, Task::Inference, catalog);
        QCOMPARE(back.runtime.name, std::string("llama.cpp"));
        QCOMPARE(back.weights, std::string("Q4_K_M"));
        // A runtime that does both stays.
        Scenario transformers = asked(Task::Inference);
        transformers.runtime.name = "Transformers";
        transformers.weights = "BF16";
        QCOMPARE(withTask(transformers, Task::Lora, catalog).runtime.name, std::string("Transformers"));
    }

    void tasksAreReportsOwnAnswers() {
        const Scenario scenario = asked(Task::Qlora);
        Resolver resolver(shippedCatalog());
        const std::vector<AxisValue> values = axisValues({scenario, *shippedCatalog(), nullptr}, kTaskAxis);
        const std::vector<SweepRow> rows = sweep(resolver, scenario, values, resolvedOf(scenario).machine);
        QCOMPARE(rows.size(), kComparedTasks.size());
        Bytes before;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QVERIFY(rows[i].value == AxisValue(kComparedTasks.at(i)));
            QVERIFY(rows[i].report.ok());
            const Report alone = answered(withTask(scenario, kComparedTasks.at(i), *shippedCatalog()));
            QVERIFY(rows[i].question->scenario.task == kComparedTasks.at(i));
            QVERIFY(rows[i].report->need == alone.need);
            QVERIFY(rows[i].report->verdict == alone.verdict);
            QVERIFY(alone.needTotal.typical > before); // inference, QLoRA, LoRA, full
            before = alone.needTotal.typical;
        }
    }

    void remediesSaveWhatTheySay_data() {
        QTest::addColumn<int>("task");
        QTest::addColumn<QString>("card");
        QTest::addColumn<int>("cards");
        QTest::newRow("QLoRA on 24 GB") << static_cast<int>(Task::Qlora) << "RTX 4090" << 1;
        QTest::newRow("LoRA on 16 GB") << static_cast<int>(Task::Lora) << "RTX 4060 Ti 16GB" << 1;
        QTest::newRow("full on 24 GB") << static_cast<int>(Task::Full) << "RTX 4090" << 1;
        QTest::newRow("full on four cards") << static_cast<int>(Task::Full) << "A100 SXM4 80GB" << 4;
    }
    void remediesSaveWhatTheySay() {
        QFETCH(int, task);
        QFETCH(QString, card);
        QFETCH(int, cards);
        Scenario scenario = asked(static_cast<Task>(task), card.toUtf8().constData(), cards);
        scenario.training.checkpointing = false;
        scenario.machine.ramGib = 256;
        Resolver resolver(shippedCatalog());
        const std::vector<Remedy> changes = remediesFor(resolver, scenario, resolvedOf(scenario).machine);
        QVERIFY(changes.size() >= 4);
        const Bytes now = fullest(answered(scenario));
        bool fitted = true;
        for (const Remedy& change : changes) {
            const Report then = answered(withRemedy(scenario, change, *shippedCatalog()));
            const bool other = change.kind == RemedyKind::OtherCard; // needs as much
            QCOMPARE(change.saves.count(), other ? 0 : (now - fullest(then)).count());
            QVERIFY(other || change.saves > Bytes{});
            QVERIFY(change.verdict == then.verdict);
            QVERIFY(fitted || change.verdict != Verdict::Fits); // what fits comes first
            fitted = change.verdict == Verdict::Fits;
        }
        const auto has = [&](RemedyKind kind) {
            return std::ranges::find(changes, kind, &Remedy::kind) != changes.end();
        };
        // Where gradients and their copies are the most, activations live in their room.
        QCOMPARE(has(RemedyKind::Checkpointing), cards == 1);
        QCOMPARE(has(RemedyKind::Shard), cards > 1);
        QCOMPARE(has(RemedyKind::Lora), static_cast<Task>(task) == Task::Full);
    }

    /// A smaller micro-batch keeps the tokens of a step; one step of the sequence further does not fit.
    void remediesAreExact() {
        const Scenario scenario = asked(Task::Qlora);
        Resolver resolver(shippedCatalog());
        const Machine machine = resolvedOf(scenario).machine;
        int seen = 0;
        for (const Remedy& change : remediesFor(resolver, scenario, machine)) {
            const Scenario changed = withRemedy(scenario, change, *shippedCatalog());
            if (change.kind == RemedyKind::MicroBatch) {
                QCOMPARE(changed.batch * changed.training.gradientAccumulation, scenario.batch);
                ++seen;
            } else if (change.kind == RemedyKind::Context) {
                QVERIFY(answered(changed).verdict == Verdict::Fits);
                Scenario further = changed;
                further.context += 256;
                QVERIFY(answered(further).verdict != Verdict::Fits);
                ++seen;
            }
        }
        QCOMPARE(seen, 2);
        QVERIFY(remediesFor(resolver, asked(Task::Inference), machine).empty());
    }

    void explanationsAddUp_data() {
        QTest::addColumn<int>("task");
        QTest::addColumn<int>("cards");
        QTest::addColumn<QString>("sharding");
        QTest::addColumn<int>("stages");
        QTest::newRow("QLoRA") << static_cast<int>(Task::Qlora) << 1 << "none" << 1;
        QTest::newRow("full") << static_cast<int>(Task::Full) << 1 << "none" << 1;
        QTest::newRow("replicas") << static_cast<int>(Task::Full) << 2 << "none" << 1;
        QTest::newRow("ZeRO-3") << static_cast<int>(Task::Full) << 4 << "zero3" << 1;
        QTest::newRow("stages") << static_cast<int>(Task::Full) << 4 << "fsdp" << 2;
    }
    void explanationsAddUp() {
        QFETCH(int, task);
        QFETCH(int, cards);
        QFETCH(QString, sharding);
        QFETCH(int, stages);
        Scenario scenario = asked(static_cast<Task>(task), "A100 SXM4 80GB", cards);
        scenario.training.sharding = sharding.toStdString();
        scenario.training.pipelineParallel = stages;
        const Resolved resolved = resolvedOf(scenario);
        const Report report = answered(scenario);
        for (std::size_t i = 0; i < kMemoryParts; ++i) {
            const auto part = static_cast<MemoryPart>(i);
            Bytes sum;
            for (const Explanation& explanation : explain(resolved, part)) {
                sum += explanation.result.typical;
                double terms = 0;
                double count = 1;
                for (const Operand& operand : explanation.operands) {
                    if (operand.id == "cards") {
                        count = operand.value;
                    } else if (operand.unit == OperandUnit::Bytes) {
                        terms += operand.id == "gradient-room" ? -operand.value : operand.value;
                    }
                }
                // Operands are whole bytes, so each may be half a byte off.
                QVERIFY2(std::abs(count * terms - static_cast<double>(explanation.result.typical.count())) < 8 * count,
                         explanation.formula.data());
            }
            QCOMPARE(sum.count(), report.need.typical(part).count());
        }
    }
};

QTEST_APPLESS_MAIN(TestTrainingAdvice)
#include "tst_training_advice.moc"
