// SPDX-License-Identifier: GPL-3.0-or-later
// Limits and zones are statements about report(): every one is checked by asking it.
#include "core/advice/limits.h"
#include "core/advice/zones.h"
#include "core/model/generic.h"

#include "shipped_catalog.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace vram;

namespace {

constexpr std::array<std::string_view, 7> kRuntimes{"llama.cpp", "Ollama", "vLLM",   "Transformers",
                                                    "SGLang",    "MLX",    "ExLlama"};

std::vector<const WeightFormat*> loadable(const RuntimeProfile& runtime) {
    std::vector<const WeightFormat*> formats;
    for (const WeightFormat& format : facts().catalog->weightFormats()) {
        if (format.offered && loadsFormat(runtime, format)) {
            formats.push_back(&format);
        }
    }
    return formats;
}

/// The same questions on every machine: the engine's numbers are used as they come, no library distribution.
class Questions {
public:
    explicit Questions(unsigned seed) : m_random(seed) {}

    Scenario next(bool trains = false) {
        const Catalog& catalog = *facts().catalog;
        Scenario scenario;
        scenario.model = CatalogName{catalog.models()[below(catalog.models().size())].id};
        scenario.machine.gpus = {
            {catalog.gpus()[below(catalog.gpus().size())].name, static_cast<std::int64_t>(1 + below(5) / 4)}};
        scenario.context = std::int64_t{1024} << below(8);
        scenario.batch = std::int64_t{1} << below(5);
        if (below(6) == 0 || trains) {
            scenario.task = below(2) == 0 ? Task::Lora : Task::Qlora;
            scenario.weights = usualWeights(scenario.task);
            scenario.runtime.name = usualRuntime(scenario.task);
            scenario.batch = 1;
            return scenario;
        }
        scenario.runtime.name = kRuntimes.at(below(kRuntimes.size()));
        const RuntimeProfile* const runtime = findRuntime(scenario.runtime.name);
        const auto formats = loadable(*runtime);
        scenario.weights = formats[below(formats.size())]->id;
        return scenario;
    }
    std::size_t below(std::size_t count) { return m_random() % count; }

private:
    std::mt19937 m_random;
};

/// A question and what it takes to ask it again in another way.
struct Asked {
    explicit Asked(Scenario question) : scenario(std::move(question)), resolver(facts().catalog) {
        const Result<Machine> found = resolveMachine(scenario.machine, *facts().catalog);
        machine = found ? *found : Machine{};
    }
    /// Straight through resolve() and report(), as the window and the command line ask.
    Result<Report> answer(const Scenario& changed) {
        const Result<Resolved> resolved = resolver.resolve(changed);
        return resolved ? report(*resolved) : Result<Report>(resolved.error());
    }
    Result<Report> answer(Setting setting, std::int64_t value) { return answer(withSetting(scenario, setting, value)); }
    [[nodiscard]] QByteArray name() const {
        return QByteArray::fromStdString(
            std::get<CatalogName>(scenario.model).name + ", " + scenario.weights + ", " + scenario.runtime.name + ", " +
            std::to_string(scenario.machine.gpus.front().count) + "x " + scenario.machine.gpus.front().name + ", " +
            std::to_string(scenario.context) + " x " + std::to_string(scenario.batch));
    }
    Scenario scenario;
    Resolver resolver;
    Machine machine;
};

std::vector<std::int64_t> doubling(std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> stops;
    for (std::int64_t octave = first; octave < last; octave *= 2) {
        for (std::int64_t quarter = 4; quarter < 8; ++quarter) {
            stops.push_back(octave / 4 * quarter);
        }
    }
    stops.push_back(last);
    return stops;
}

/// As the size slider has them: 1.0, 1.1 ... 2, 2.2 ... 5, 5.5 ... of every decade.
std::vector<std::int64_t> sizes() {
    std::vector<std::int64_t> stops;
    for (std::int64_t decade = kGenericLeast; decade < kGenericMost; decade *= 10) {
        for (std::int64_t tenths = 10; tenths < 100; tenths += tenths < 20 ? 1 : tenths < 50 ? 2 : 5) {
            if (decade / 10 * tenths <= kGenericMost) {
                stops.push_back(decade / 10 * tenths);
            }
        }
    }
    return stops;
}

std::vector<std::int64_t> stopsOf(Setting setting) {
    switch (setting) {
    case Setting::Context:
        return doubling(512, 1 << 20);
    case Setting::Size:
        return sizes();
    case Setting::Rank:
        return {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
    default:
        return doubling(4, 512);
    }
}

Verdict verdictAt(const Zones& zones, std::size_t stop) {
    const auto run =
        std::ranges::find_if(zones.runs, [stop](const Zone& zone) { return stop >= zone.first && stop <= zone.last; });
    return run == zones.runs.end() ? Verdict::Unknown : run->verdict;
}

} // namespace

class TestLimits : public QObject {
    Q_OBJECT

private slots:
    void oneStepFurtherDoesNotFit_data();
    void oneStepFurtherDoesNotFit();
    void zonesAreTheVerdictAtEveryStop_data();
    void zonesAreTheVerdictAtEveryStop();
    void weightZonesAreTheVerdictOfEveryFormat();
    void bestWeightsAreTheFirstThatFit();
    void mostLayersAreTheReportsOwn();
};

void TestLimits::oneStepFurtherDoesNotFit_data() {
    QTest::addColumn<int>("setting");
    QTest::addColumn<int>("reach");
    for (const Reach reach : {Reach::Comfortable, Reach::Whole}) {
        const char* const suffix = reach == Reach::Whole ? ", tight" : ", fits";
        const auto row = [&](const char* name, Setting setting) {
            QTest::newRow(qPrintable(QString::fromLatin1(name) + QString::fromLatin1(suffix)))
                << static_cast<int>(setting) << static_cast<int>(reach);
        };
        row("context", Setting::Context);
        row("batch", Setting::Batch);
        row("rank", Setting::Rank);
        row("size", Setting::Size);
    }
}

void TestLimits::oneStepFurtherDoesNotFit() {
    QFETCH(int, setting);
    QFETCH(int, reach);
    const auto which = static_cast<Setting>(setting);
    const auto how = static_cast<Reach>(reach);
    Questions questions(20'251'129);
    int inside = 0;
    for (int i = 0; i < 250; ++i) {
        Asked asked(questions.next(which == Setting::Rank));
        Resolver resolver(facts().catalog);
        Probe probe(resolver, asked.scenario, asked.machine);
        const auto sequences = [&](std::int64_t value) {
            return which == Setting::Batch ? value : asked.scenario.batch;
        };
        const std::optional<Limit> limit = largest(probe, which, how);
        if (!limit) {
            const std::int64_t least = which == Setting::Size ? kGenericLeast : 1;
            if (probe.now() != nullptr && which != Setting::Rank) {
                QVERIFY2(!reaches(asked.answer(which, least), how, sequences(least)) ||
                             ladderOf(which, *probe.now()).value(1) > least,
                         asked.name().constData());
            }
            continue;
        }
        QVERIFY2(reaches(asked.answer(which, limit->value), how, sequences(limit->value)), asked.name().constData());
        if (!limit->atEnd) {
            const Ladder ladder = ladderOf(which, *probe.now());
            const std::int64_t next = ladder.value(ladder.rung(limit->value) + 1);
            QVERIFY(next > limit->value);
            QVERIFY2(!reaches(asked.answer(which, next), how, sequences(next)), asked.name().constData());
            ++inside;
        }
    }
    QVERIFY2(inside >= (which == Setting::Rank ? 10 : 30), qPrintable(QString::number(inside)));
}

void TestLimits::zonesAreTheVerdictAtEveryStop_data() {
    QTest::addColumn<int>("setting");
    QTest::newRow("context") << static_cast<int>(Setting::Context);
    QTest::newRow("batch") << static_cast<int>(Setting::Batch);
    QTest::newRow("rank") << static_cast<int>(Setting::Rank);
    QTest::newRow("size") << static_cast<int>(Setting::Size);
}

void TestLimits::zonesAreTheVerdictAtEveryStop() {
    QFETCH(int, setting);
    const auto which = static_cast<Setting>(setting);
    const std::vector<std::int64_t> stops = stopsOf(which);
    Questions questions(20'251'130);
    int bounded = 0;
    for (int i = 0; i < (which == Setting::Size ? 120 : 300); ++i) {
        Asked asked(questions.next(which == Setting::Rank));
        Resolver resolver(facts().catalog);
        Probe probe(resolver, asked.scenario, asked.machine);
        const Zones zones = zonesOf(probe, which, stops);
        if (zones.runs.empty()) {
            QVERIFY(probe.now() == nullptr || which == Setting::Rank);
            continue;
        }
        std::optional<std::size_t> last;
        for (std::size_t stop = 0; stop < stops.size(); ++stop) {
            const Verdict verdict = verdictOf(asked.answer(which, stops[stop]));
            QVERIFY2(verdictAt(zones, stop) == verdict,
                     (asked.name() + " at " + QByteArray::number(static_cast<qlonglong>(stops[stop]))).constData());
            last = verdict == Verdict::Fits ? std::optional(stop) : last;
        }
        QCOMPARE(zones.fits.has_value(), last.has_value() && *last + 1 < stops.size());
        if (zones.fits) {
            QVERIFY(*zones.fits >= stops[*last] && *zones.fits < stops[*last + 1]);
            QCOMPARE(verdictOf(asked.answer(which, *zones.fits)), Verdict::Fits);
            const Ladder ladder = ladderOf(which, *probe.now());
            const std::int64_t next = std::min(ladder.value(ladder.rung(*zones.fits) + 1), stops[*last + 1]);
            QVERIFY2(verdictOf(asked.answer(which, next)) != Verdict::Fits, asked.name().constData());
            ++bounded;
        }
    }
    QVERIFY2(bounded >= (which == Setting::Rank ? 5 : 20), qPrintable(QString::number(bounded)));
}

void TestLimits::weightZonesAreTheVerdictOfEveryFormat() {
    Questions questions(20'251'131);
    for (int i = 0; i < 40; ++i) {
        Asked asked(questions.next());
        std::vector<std::string> ids;
        for (const WeightFormat* format : loadable(*findRuntime(asked.scenario.runtime.name))) {
            ids.push_back(format->id);
        }
        Resolver resolver(facts().catalog);
        Probe probe(resolver, asked.scenario, asked.machine);
        const Zones zones = weightZones(probe, ids);
        QVERIFY(!zones.runs.empty() && zones.runs.back().last + 1 == ids.size());
        for (std::size_t stop = 0; stop < ids.size(); ++stop) {
            Scenario scenario = asked.scenario;
            scenario.weights = ids[stop];
            QCOMPARE(verdictAt(zones, stop), verdictOf(asked.answer(scenario)));
        }
    }
}

void TestLimits::bestWeightsAreTheFirstThatFit() {
    Questions questions(20'251'132);
    int found = 0;
    for (int i = 0; i < 60; ++i) {
        Asked asked(questions.next());
        Resolver resolver(facts().catalog);
        const std::array machines{asked.machine};
        const auto best = bestWeights(resolver, asked.scenario, machines, Reach::Comfortable);
        const auto bitsOf = [](const WeightFormat& format) {
            return format.effectiveBits.value_or(format.bitsPerWeight.value_or(0));
        };
        double bits = 0;
        if (best.front()) {
            Scenario scenario = asked.scenario;
            scenario.weights = *best.front();
            QVERIFY(reaches(asked.answer(scenario), Reach::Comfortable, scenario.batch));
            bits = bitsOf(*facts().catalog->findWeightFormat(*best.front()));
            ++found;
        }
        for (const WeightFormat* format : loadable(*findRuntime(asked.scenario.runtime.name))) {
            if (format->fileBits < 3 || bitsOf(*format) > 16 || bitsOf(*format) <= bits) {
                continue;
            }
            Scenario scenario = asked.scenario;
            scenario.weights = format->id;
            QVERIFY2(!reaches(asked.answer(scenario), Reach::Comfortable, scenario.batch),
                     (asked.name() + " " + QByteArray::fromStdString(format->id)).constData());
        }
    }
    QVERIFY(found >= 10);
}

void TestLimits::mostLayersAreTheReportsOwn() {
    // Where something stays in RAM, report() places the most layers that leave the margin free; all where it fits.
    Questions questions(20'251'133);
    int partial = 0;
    for (int i = 0; i < 200; ++i) {
        Asked asked(questions.next());
        const Result<Report> now = asked.answer(asked.scenario);
        const RuntimeProfile* const runtime = findRuntime(asked.scenario.runtime.name);
        Resolver resolver(facts().catalog);
        Probe probe(resolver, asked.scenario, asked.machine);
        const std::optional<Limit> most = largest(probe, Setting::GpuLayers, Reach::Comfortable);
        if (runtime->engine != Engine::LlamaCpp) {
            QVERIFY(!most);
            continue;
        }
        if (!now || (now->verdict != Verdict::Fits && now->verdict != Verdict::Offload)) {
            continue;
        }
        if (now->gpuLayers == 0) {
            QVERIFY(!most);
            continue;
        }
        QVERIFY2(most && most->value == now->gpuLayers,
                 (asked.name() + ": " + QByteArray::number(static_cast<qlonglong>(most ? most->value : 0)) +
                  " against " + QByteArray::number(static_cast<qlonglong>(now->gpuLayers)))
                     .constData());
        partial += now->verdict == Verdict::Offload ? 1 : 0;
    }
    QVERIFY(partial >= 5);
}

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
