// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/hardware_finder.h"

#include "core/advice/finder_filter.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace vram {

namespace {

bool standsAlone(const Gpu& gpu) {
    return gpu.unifiedMemory || gpu.gpuClass == GpuClass::Laptop || gpu.gpuClass == GpuClass::Soc;
}

std::optional<double> times(const std::optional<double>& each, std::int64_t count) {
    return each ? std::optional(*each * static_cast<double>(count)) : std::nullopt;
}

HardwareRow rowOf(const Catalog& catalog, std::size_t index, std::int64_t count) {
    const Gpu& gpu = catalog.gpus()[index];
    HardwareRow row;
    row.gpu = index;
    row.count = count;
    row.memory = gpu.memory * count;
    row.price = times(gpu.launchPriceUsd, count);
    row.watts = times(gpu.tdpWatts, count);
    return row;
}

void answer(HardwareRow& row, const Result<Report>& report, std::int64_t batch) {
    if (!report) {
        return;
    }
    row.verdict = report->verdict;
    row.need = report->needTotal.high;
    row.headroom = report->headroom;
    if (report->speed) {
        row.tokensPerSecond = togetherOf(report->speed->decode, batch).typical;
    } else if (report->trainTokensPerSecond) {
        row.tokensPerSecond = report->trainTokensPerSecond->typical;
    }
    if (row.tokensPerSecond && row.watts && *row.watts > 0) {
        row.tokensPerJoule = *row.tokensPerSecond / *row.watts;
    }
}

/// Rows that are asked together, so that what does not depend on the card is worked out once.
void ask(const Resolved& question, const Catalog& catalog, std::vector<HardwareRow>& all,
         std::vector<HardwareRow> rows) {
    std::vector<Machine> machines;
    machines.reserve(rows.size());
    for (const HardwareRow& row : rows) {
        machines.push_back(question.machine);
        machines.back().gpus = {{catalog.gpus()[row.gpu], row.count}};
    }
    const std::vector<Result<Report>> reports = reportRows(question, machines);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        answer(rows[i], reports[i], question.scenario.batch);
        all.push_back(rows[i]);
    }
}

constexpr double kUnknown = std::numeric_limits<double>::max();

/// Keeps the row with the least key.
template <typename Key>
void keepLeast(std::optional<std::size_t>& best, std::size_t index, const std::vector<HardwareRow>& rows,
               const Key& key) {
    if (!best || key(rows[index]) < key(rows[*best])) {
        best = index;
    }
}

} // namespace

HardwareTable findHardware(const Resolved& question, const Catalog& catalog, const FinderProgress& progress) {
    HardwareTable table;
    const std::size_t steps = kHardwareCounts.size() + 1;
    const std::vector<Gpu>& gpus = catalog.gpus();
    for (std::size_t step = 0; step < kHardwareCounts.size(); ++step) {
        if (progress && !progress(step, steps)) {
            return table;
        }
        std::vector<HardwareRow> rows;
        for (std::size_t i = 0; i < gpus.size(); ++i) {
            if (kHardwareCounts.at(step) == 1 || !standsAlone(gpus[i])) {
                rows.push_back(rowOf(catalog, i, kHardwareCounts.at(step)));
            }
        }
        ask(question, catalog, table.rows, std::move(rows));
    }
    if (progress && !progress(kHardwareCounts.size(), steps)) {
        return table;
    }
    std::vector<HardwareRow> rows;
    for (std::size_t i = 0; i < catalog.instances().size(); ++i) {
        const CloudInstance& instance = catalog.instances()[i];
        const Gpu* const gpu = instance.gpu.empty() ? nullptr : catalog.findGpu(instance.gpu);
        if (gpu == nullptr || instance.gpuCount < 1 || instance.gpuShare < 1) {
            ++table.unsizedInstances;
            continue;
        }
        rows.push_back(rowOf(catalog, static_cast<std::size_t>(gpu - gpus.data()), instance.gpuCount));
        rows.back().instance = i;
        rows.back().price.reset(); // what it costs to rent is another question
    }
    ask(question, catalog, table.rows, std::move(rows));
    table.complete = true;
    return table;
}

HardwarePicks picksOf(const HardwareTable& table, Verdict worst) {
    HardwarePicks picks;
    const std::vector<HardwareRow>& rows = table.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const HardwareRow& row = rows[i];
        if (row.verdict > worst) {
            continue;
        }
        const auto bySize = [](const HardwareRow& each) {
            return std::tuple(each.memory, each.count, each.watts.value_or(kUnknown));
        };
        if (row.instance) {
            keepLeast(picks.instance, i, rows, bySize);
            continue;
        }
        picks.fitting += row.count == 1 ? 1 : 0;
        picks.unpriced += row.count == 1 && !row.price ? 1 : 0;
        keepLeast(picks.smallest, i, rows, bySize);
        if (row.price) {
            keepLeast(picks.cheapest, i, rows, [](const HardwareRow& each) { return each.price.value_or(kUnknown); });
        }
        if (row.tokensPerJoule) {
            keepLeast(picks.mostEfficient, i, rows,
                      [](const HardwareRow& each) { return -each.tokensPerJoule.value_or(0); });
        }
    }
    return picks;
}

std::vector<std::size_t> modelsThatRun(const FinderProduct& product, const Catalog& catalog, double leastBits,
                                       Verdict worst) {
    const std::size_t gpus = catalog.gpus().size();
    std::vector<std::size_t> counts(gpus);
    for (std::size_t gpu = 0; gpu < gpus; ++gpu) {
        for (std::size_t model = 0; model < catalog.models().size(); ++model) {
            for (std::size_t format = 0; format < product.formats().size(); ++format) {
                if (effectiveBits(product.formats()[format]) >= leastBits &&
                    product.verdict(model, format, gpu) <= worst) {
                    ++counts[gpu];
                    break;
                }
            }
        }
    }
    return counts;
}

} // namespace vram
