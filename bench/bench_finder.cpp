// SPDX-License-Identifier: GPL-3.0-or-later
// What the finders cost: every model in every format on one machine, on every GPU, and one question on all hardware.
// Figures and machine: docs/performance.md.
#include "core/advice/hardware_finder.h"

#include <benchmark/benchmark.h>

#include <memory>
#include <thread>
#include <vector>

namespace {

std::shared_ptr<const vram::Catalog> catalog() {
    static const std::shared_ptr<const vram::Catalog> shipped = vram::loadCatalog().catalog;
    return shipped;
}

vram::Scenario scenarioFor(const benchmark::State& state) {
    constexpr const char* kRuntimes[] = {"llama.cpp", "Ollama", "vLLM", "Transformers"};
    vram::Scenario scenario;
    scenario.runtime.name = kRuntimes[state.range(0)];
    scenario.machine.gpus = {{"RTX 4090", 1}};
    return scenario;
}

/// One machine, by a finder that has been asked nothing before.
void findModels(benchmark::State& state) {
    const vram::Scenario scenario = scenarioFor(state);
    const auto machine = vram::resolveMachine(scenario.machine, *catalog());
    std::size_t rows = 0;
    for (auto _ : state) {
        vram::ModelFinder finder(catalog());
        const auto table = finder.find(scenario, *machine);
        rows = table->rows.size();
        benchmark::DoNotOptimize(table);
    }
    state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK(findModels)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

/// The same with every row that layers have to be searched for looked at.
void findModelsAndLook(benchmark::State& state) {
    const vram::Scenario scenario = scenarioFor(state);
    const auto machine = vram::resolveMachine(scenario.machine, *catalog());
    for (auto _ : state) {
        vram::ModelFinder finder(catalog());
        auto table = finder.find(scenario, *machine);
        for (vram::FinderRow& row : table.value().rows) {
            if (!row.verdict) {
                benchmark::DoNotOptimize(finder.look(scenario, *machine, table->formats, row));
            }
        }
    }
}
BENCHMARK(findModelsAndLook)->Arg(0)->Unit(benchmark::kMillisecond);

/// Every model in every format on every GPU, on two threads.
void product(benchmark::State& state) {
    const vram::Scenario scenario = scenarioFor(state);
    for (auto _ : state) {
        vram::FinderProduct all(
            *catalog(), vram::loadableFormats(*catalog(), *vram::findRuntime(scenario.runtime.name)), scenario.machine);
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < 2; ++i) {
            threads.emplace_back([&, i] {
                vram::ModelFinder finder(catalog());
                for (std::size_t model = i; model < catalog()->models().size(); model += 2) {
                    finder.judge(scenario, all, model, model + 1);
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
    }
}
BENCHMARK(product)->DenseRange(0, 2)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

/// One question on every GPU, several of them and cloud machines.
void findHardware(benchmark::State& state) {
    vram::Scenario scenario = scenarioFor(state);
    for (auto _ : state) {
        const auto question = vram::resolve(scenario, catalog());
        benchmark::DoNotOptimize(vram::findHardware(*question, *catalog()));
    }
}
BENCHMARK(findHardware)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
