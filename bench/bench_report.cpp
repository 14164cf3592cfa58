// SPDX-License-Identifier: GPL-3.0-or-later
// What a slider step costs in the core. Figures and machine: docs/performance.md.
#include "core/report/report.h"

#include <benchmark/benchmark.h>

#include <memory>
#include <vector>

namespace {

std::shared_ptr<const vram::Catalog> catalog() {
    static const std::shared_ptr<const vram::Catalog> shipped = vram::loadCatalog().catalog;
    return shipped;
}

vram::Scenario scenarioFor(const benchmark::State& state) {
    constexpr const char* kModels[] = {"Qwen/Qwen3-14B", "google/gemma-3-27b-it", "deepseek-ai/DeepSeek-V3",
                                       "Qwen/Qwen3-Next-80B-A3B-Instruct", "meta-llama/Llama-3.1-405B-Instruct"};
    vram::Scenario scenario;
    scenario.model = vram::CatalogName{kModels[state.range(0)]};
    scenario.machine.gpus = {{"RTX 4090", 1}};
    return scenario;
}

/// One report on one card, names resolved: the card is too small for the larger models, so layers are searched.
void report(benchmark::State& state) {
    const auto resolved = vram::resolve(scenarioFor(state), catalog());
    for (auto _ : state) {
        benchmark::DoNotOptimize(vram::report(*resolved));
    }
}
BENCHMARK(report)->DenseRange(0, 4);

/// Questions that differ in their context alone, resolved by one Resolver: more of them than it remembers figures of.
std::vector<vram::Resolved> contexts(vram::Scenario scenario) {
    vram::Resolver resolver(catalog());
    std::vector<vram::Resolved> questions;
    for (int i = 0; i < 64; ++i) {
        scenario.context = 8192 + 256 * i;
        questions.push_back(*resolver.resolve(scenario));
    }
    return questions;
}

/// The same with batches of 1 to 256 sequences.
std::vector<vram::Resolved> batches(vram::Scenario scenario) {
    vram::Resolver resolver(catalog());
    std::vector<vram::Resolved> questions;
    for (scenario.batch = 1; scenario.batch <= 256; ++scenario.batch) {
        questions.push_back(*resolver.resolve(scenario));
    }
    return questions;
}

void reportEach(benchmark::State& state, const std::vector<vram::Resolved>& questions) {
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(vram::report(questions[next]));
        next = (next + 1) % questions.size();
    }
}

/// The context changed: one card that holds everything.
void reportNewContext(benchmark::State& state) {
    vram::Scenario scenario = scenarioFor(state);
    scenario.machine.gpus = {{"H200 SXM 141GB", 8}};
    scenario.machine.gpus[0].count = state.range(0) < 2 ? 1 : 8;
    reportEach(state, contexts(scenario));
}
BENCHMARK(reportNewContext)->DenseRange(0, 4);

/// The context changed: one card that is too small, so that layers are searched.
void reportNewContextSmallCard(benchmark::State& state) {
    vram::Scenario scenario = scenarioFor(state);
    scenario.machine.gpus = {{"RTX 3060 12GB", 1}};
    reportEach(state, contexts(scenario));
}
BENCHMARK(reportNewContextSmallCard)->DenseRange(0, 4);

/// The batch changed: one card that holds everything, and one that is too small.
void reportNewBatch(benchmark::State& state) {
    vram::Scenario scenario = scenarioFor(state);
    scenario.machine.gpus = {{"H200 SXM 141GB", 8}};
    scenario.machine.gpus[0].count = state.range(0) < 2 ? 1 : 8;
    reportEach(state, batches(scenario));
}
BENCHMARK(reportNewBatch)->DenseRange(0, 4);

void reportNewBatchSmallCard(benchmark::State& state) {
    vram::Scenario scenario = scenarioFor(state);
    scenario.machine.gpus = {{"RTX 3060 12GB", 1}};
    reportEach(state, batches(scenario));
}
BENCHMARK(reportNewBatchSmallCard)->DenseRange(0, 4);

/// Everything is new: nothing is known of the model, the format or the context (names and weights resolved).
void reportNewModel(benchmark::State& state) {
    const vram::Resolved resolved = *vram::resolve(scenarioFor(state), catalog());
    for (auto _ : state) {
        vram::Resolved question = resolved;
        question.memo = std::make_shared<vram::MemoSlot>();
        benchmark::DoNotOptimize(vram::report(question));
    }
}
BENCHMARK(reportNewModel)->DenseRange(0, 4);

/// A step of the context slider: resolve with memory and answer twelve cards.
void contextStep(benchmark::State& state) {
    vram::Resolver resolver(catalog());
    vram::Scenario scenario = scenarioFor(state);
    std::vector<vram::Machine> machines;
    for (const char* name : {"RTX 4060", "RTX 3060 12GB", "RTX 4060 Ti 16GB", "RTX 4090", "RTX 5090", "RTX 6000 Ada",
                             "Apple M4 Max 64GB", "A100 80GB", "RTX PRO 6000", "H200 SXM 141GB", "RTX 3090", "L40S"}) {
        vram::MachineChoice machine;
        machine.gpus = {{name, 1}};
        machines.push_back(vram::resolveMachine(machine, *catalog()).value());
    }
    for (auto _ : state) {
        // A context that was not asked before: everything is planned anew.
        scenario.context = scenario.context < 900'000 ? scenario.context + 256 : 8192;
        const auto resolved = resolver.resolve(scenario);
        benchmark::DoNotOptimize(vram::reportRows(*resolved, machines));
    }
}
BENCHMARK(contextStep)->DenseRange(0, 4);

/// A step of the size slider: a new generic architecture, its inventory and its weights each time.
void sizeStep(benchmark::State& state) {
    vram::Resolver resolver(catalog());
    vram::Scenario scenario;
    scenario.machine.gpus = {{"RTX 4090", 1}};
    std::int64_t parameters = 7'000'000'000;
    for (auto _ : state) {
        parameters += 1'000'003;
        scenario.model = vram::ModelSize{parameters};
        const auto resolved = resolver.resolve(scenario);
        benchmark::DoNotOptimize(vram::report(*resolved));
    }
}
BENCHMARK(sizeStep);

/// A step of the weights slider on one model.
void weightsStep(benchmark::State& state) {
    vram::Resolver resolver(catalog());
    vram::Scenario scenario = scenarioFor(state);
    for (auto _ : state) {
        scenario.weights = scenario.weights == "Q4_K_M" ? "Q6_K" : "Q4_K_M";
        const auto resolved = resolver.resolve(scenario);
        benchmark::DoNotOptimize(vram::report(*resolved));
    }
}
BENCHMARK(weightsStep)->DenseRange(0, 4);

void loadCatalogue(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(vram::loadCatalog());
    }
}
BENCHMARK(loadCatalogue);

} // namespace

BENCHMARK_MAIN();
