// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/series.h"

#include "shipped_catalog.h"

#include <QTest>

#include <algorithm>
#include <bit>

using namespace vram;

namespace {

Scenario asked(const char* model, const char* card, std::int64_t cards = 1) {
    Scenario scenario;
    scenario.model = CatalogName{model};
    scenario.machine.gpus = {{card, cards}};
    return scenario;
}

Scenario served(const char* runtime, const char* weights) {
    Scenario scenario = asked("Qwen/Qwen3-8B", "RTX 4090");
    scenario.runtime.name = runtime;
    scenario.weights = weights;
    return scenario;
}

Scenario trained(Task task, const char* model, const char* card) {
    Scenario scenario = asked(model, card);
    scenario.task = task;
    scenario.weights = usualWeights(task);
    scenario.runtime.name = usualRuntime(task);
    scenario.context = 2048;
    return scenario;
}

Resolved resolvedOf(const Scenario& scenario) {
    Result<Resolved> resolved = resolve(scenario, facts().catalog);
    if (!resolved) {
        qFatal("not resolved: %s", resolved.error().where.c_str());
    }
    return std::move(resolved).value();
}

Result<Report> answer(const Scenario& scenario) { return report(resolvedOf(scenario)); }

void addQuestions() {
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("llama.cpp") << asked("Qwen/Qwen3-14B", "RTX 4090");
    QTest::newRow("llama.cpp, sliding windows") << asked("google/gemma-3-12b-it", "RTX 3060 12GB");
    QTest::newRow("llama.cpp, two cards") << asked("meta-llama/Llama-3.3-70B-Instruct", "RTX 3090", 2);
    QTest::newRow("Ollama") << served("Ollama", "Q4_K_M");
    QTest::newRow("vLLM") << served("vLLM", "AWQ-4bit");
    QTest::newRow("Transformers") << served("Transformers", "BF16");
    QTest::newRow("QLoRA") << trained(Task::Qlora, "Qwen/Qwen3-8B", "RTX 4090");
    QTest::newRow("full training") << trained(Task::Full, "Qwen/Qwen3-0.6B", "RTX 4090");
}

} // namespace

class TestSeries : public QObject {
    Q_OBJECT

private slots:
    void theSpanHoldsValueAndLimit_data();
    void theSpanHoldsValueAndLimit();
    void valuesAreEvenlyBetweenPowersOfTwo();
    void pointsAreReports_data() { addQuestions(); }
    void pointsAreReports();
    void moreNeverNeedsLess_data() { addQuestions(); }
    void moreNeverNeedsLess();
    void oneStepFurtherIsNotHeld_data() { addQuestions(); }
    void oneStepFurtherIsNotHeld();
    void whatIsTooLargeHoldsNothing();
    void theEndIsTheMostThatIsAsked();
};

void TestSeries::theSpanHoldsValueAndLimit_data() {
    QTest::addColumn<SeriesAxis>("axis");
    QTest::addColumn<std::int64_t>("value");
    QTest::addColumn<std::int64_t>("limit"); // 0: not known
    QTest::addColumn<std::int64_t>("first");
    QTest::addColumn<std::int64_t>("last");
    const auto row = [](const char* name, SeriesAxis axis, std::int64_t value, std::int64_t limit, std::int64_t first,
                        std::int64_t last) { QTest::newRow(name) << axis << value << limit << first << last; };
    constexpr std::int64_t kKi = 1024;
    // Twice 40 Ki is 80 Ki: the next power of two is 128 Ki.
    row("a limit of 40,960", SeriesAxis::Context, 8 * kKi, 40'960, 512, 128 * kKi);
    row("a limit of 131,072", SeriesAxis::Context, 8 * kKi, 128 * kKi, 512, 256 * kKi);
    row("a short limit", SeriesAxis::Context, 1 * kKi, 2 * kKi, 512, 8 * kKi);
    row("no limit", SeriesAxis::Context, 8 * kKi, 0, 512, 1024 * kKi);
    row("beyond everything", SeriesAxis::Context, 3'000'000, 40'960, 512, 4096 * kKi);
    row("below everything", SeriesAxis::Context, 300, 40'960, 256, 128 * kKi);
    row("one sequence", SeriesAxis::Sequences, 1, 40'960, 1, 512);
    row("a thousand sequences", SeriesAxis::Sequences, 1000, 0, 1, 1024);
}

void TestSeries::theSpanHoldsValueAndLimit() {
    QFETCH(SeriesAxis, axis);
    QFETCH(std::int64_t, value);
    QFETCH(std::int64_t, limit);
    const Scenario scenario = withAxisValue({}, axis, value);
    QCOMPARE(axisValue(scenario, axis), value);
    const SeriesSpan span = seriesSpan(scenario, axis, limit > 0 ? std::optional(limit) : std::nullopt);
    QTEST(span.first, "first");
    QTEST(span.last, "last");
}

void TestSeries::valuesAreEvenlyBetweenPowersOfTwo() {
    // Eight doublings in eighths and the last value: 8 * 8 + 1.
    const std::vector<std::int64_t> context = seriesValues({512, 131'072});
    QCOMPARE(context.size(), std::size_t{65});
    QCOMPARE(context[1], std::int64_t{576}); // 512 * 9/8
    // Eleven doublings would be 89 values in eighths: quarters, 45.
    QCOMPARE(seriesValues({512, 1 << 20}).size(), std::size_t{45});
    // Whole sequences only: 1, 2, 3 ... 16, then eighths of 16 to 512: 15 + 8 * 5 + 1.
    const std::vector<std::int64_t> sequences = seriesValues({1, 512});
    QCOMPARE(sequences.size(), std::size_t{56});
    QCOMPARE(sequences[4], std::int64_t{5});
    for (const std::vector<std::int64_t>& values : {context, sequences}) {
        QVERIFY(std::ranges::is_sorted(values, std::less_equal{}));
        for (std::int64_t power = values.front(); power <= values.back(); power *= 2) {
            QVERIFY(std::ranges::binary_search(values, power));
        }
    }
    QVERIFY(seriesValues({1, 1'073'741'824}).size() <= 65);
}

void TestSeries::pointsAreReports() {
    QFETCH(Scenario, scenario);
    const Machine machine = resolvedOf(scenario).machine;
    Resolver resolver(facts().catalog);
    for (const SeriesAxis axis : {SeriesAxis::Context, SeriesAxis::Sequences}) {
        const std::vector<std::int64_t> values =
            seriesValues(seriesSpan(scenario, axis, resolvedOf(scenario).model.maxContext));
        const Result<std::vector<SeriesPoint>> points = series(resolver, scenario, machine, axis, values);
        QVERIFY(points.ok());
        QCOMPARE(points->size(), values.size());
        for (std::size_t i = 0; i < values.size(); i += 7) { // every seventh, asked afresh
            const Result<Report> fresh = answer(withAxisValue(scenario, axis, values[i]));
            QVERIFY(fresh.ok());
            const SeriesPoint& point = (*points)[i];
            QCOMPARE(point.value, values[i]);
            QVERIFY(point.need == fresh->need);
            QVERIFY(point.total == fresh->needTotal);
            QVERIFY(point.verdict == fresh->verdict);
        }
    }
}

void TestSeries::moreNeverNeedsLess() {
    QFETCH(Scenario, scenario);
    const Machine machine = resolvedOf(scenario).machine;
    Resolver resolver(facts().catalog);
    for (const SeriesAxis axis : {SeriesAxis::Context, SeriesAxis::Sequences}) {
        const Result<std::vector<SeriesPoint>> points =
            series(resolver, scenario, machine, axis,
                   seriesValues(seriesSpan(scenario, axis, resolvedOf(scenario).model.maxContext)));
        QVERIFY(points.ok());
        for (std::size_t i = 1; i < points->size(); ++i) {
            const SeriesPoint& before = (*points)[i - 1];
            const SeriesPoint& point = (*points)[i];
            QVERIFY2(point.total.high >= before.total.high,
                     qPrintable(QString::number(point.value) + ": " + QString::number(point.total.high.count()) +
                                " after " + QString::number(before.total.high.count())));
        }
    }
}

void TestSeries::oneStepFurtherIsNotHeld() {
    QFETCH(Scenario, scenario);
    Resolver resolver(facts().catalog);
    const Machine machine = resolvedOf(scenario).machine;
    for (const SeriesAxis axis : {SeriesAxis::Context, SeriesAxis::Sequences}) {
        const std::int64_t most = seriesSpan(scenario, axis, resolvedOf(scenario).model.maxContext).last;
        for (const SeriesBound bound : {SeriesBound::Capacity, SeriesBound::Margin}) {
            const std::optional<std::int64_t> held = largestHeld(resolver, scenario, machine, axis, bound, most);
            if (held) {
                QVERIFY(holds(answer(withAxisValue(scenario, axis, *held)).value(), bound));
            }
            if (held.value_or(0) < most) {
                QVERIFY(!holds(answer(withAxisValue(scenario, axis, held.value_or(0) + 1)).value(), bound));
            }
        }
    }
}

void TestSeries::whatIsTooLargeHoldsNothing() {
    // 70.6 B parameters at 4.85 bits are some 43 GB, more than 24 GiB.
    const Scenario scenario = asked("meta-llama/Llama-3.3-70B-Instruct", "RTX 4090");
    Resolver resolver(facts().catalog);
    QVERIFY(!largestHeld(resolver, scenario, resolvedOf(scenario).machine, SeriesAxis::Context, SeriesBound::Capacity,
                         8192));
}

void TestSeries::theEndIsTheMostThatIsAsked() {
    // Qwen3 0.6B keeps 112 KiB a token: 1,024 tokens and the weights are far below 24 GiB.
    const Scenario scenario = asked("Qwen/Qwen3-0.6B", "RTX 4090");
    Resolver resolver(facts().catalog);
    const std::optional<std::int64_t> held =
        largestHeld(resolver, scenario, resolvedOf(scenario).machine, SeriesAxis::Context, SeriesBound::Margin, 1024);
    QCOMPARE(held.value_or(0), std::int64_t{1024});
}

QTEST_APPLESS_MAIN(TestSeries)
#include "tst_series.moc"
