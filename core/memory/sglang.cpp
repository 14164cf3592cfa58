// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/device_work.h"
#include "core/memory/pools.h"
#include "core/memory/runtime_constants.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vram {

namespace {

/// What SGLang chooses by the card's memory: tokens of a prompt at once, sequences of the largest CUDA graph (fewer
/// than four ranks, and more). Source: SGLang 0.5 server_args.py.
struct CardDefaults {
    std::int64_t belowMib;
    std::int64_t prefill;
    std::int64_t graphs;
    std::int64_t graphsManyRanks;
};
constexpr std::array kCardDefaults{
    CardDefaults{20 * 1024, 2048, 8, 8},
    CardDefaults{35 * 1024, 2048, 24, 80},
    CardDefaults{60 * 1024, 4096, 32, 160},
    CardDefaults{160 * 1024, 8192, 256, 512},
    CardDefaults{std::int64_t{1} << 40, 16384, 512, 512},
};
constexpr std::int64_t kManyRanks = 4;
constexpr std::int64_t kTableEntry = 4; // int32 a token of a sequence
constexpr std::int64_t kTableExtra = 4; // tokens beyond the context
constexpr double kShareSteps = 1000;    // mem_fraction_static has three decimals

struct Settings {
    std::int64_t cardMib = 0;
    std::int64_t prefill = 0;
    std::int64_t graphs = 0;
};

Settings settingsOn(const Resolved& resolved, const Layout& layout, const Gpu& card) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    Settings settings;
    settings.cardMib = card.driverMemory.value_or(card.memory).count() / kMiB.count();
    const auto* const row = std::ranges::find_if(
        kCardDefaults, [&](const CardDefaults& defaults) { return settings.cardMib < defaults.belowMib; });
    const CardDefaults& defaults = row == kCardDefaults.end() ? kCardDefaults.back() : *row;
    settings.prefill = options.chunkedPrefillSize.value_or(defaults.prefill);
    settings.graphs = options.cudaGraphMaxBatch.value_or(layout.tensorRanks < kManyRanks ? defaults.graphs
                                                                                         : defaults.graphsManyRanks);
    return settings;
}

/// Memory that SGLang leaves beside weights and cache by its own rule, MiB.
double reservedMib(const Settings& settings, std::int64_t devices) {
    double mib = known(Known::SglangMetadata).typical +
                 static_cast<double>(std::max(settings.prefill, known(Known::SglangLeastPromptTokens).count())) *
                     known(Known::SglangPerPromptToken).typical +
                 static_cast<double>(settings.graphs) * known(Known::SglangPerGraphSequence).typical +
                 static_cast<double>(devices) * known(Known::SglangPerRank).typical;
    if (settings.cardMib > known(Known::SglangLargeCard).count()) {
        mib = std::max(mib, known(Known::SglangLargeCardReserve).typical);
    }
    return mib;
}

/// The card's memory before the model is loaded: what the driver reports less the process's own.
double freeAtStart(const Gpu& card, const ByteRange& process) {
    const Bytes usable = usableMemory(card).bytes.typical;
    return static_cast<double>(std::max(Bytes{}, usable - process.typical).count());
}

} // namespace

double sglangStaticShare(const Resolved& resolved, const Layout& layout, const Gpu& card) {
    if (const auto chosen = resolved.scenario.runtime.memFractionStatic) {
        return *chosen;
    }
    const Settings settings = settingsOn(resolved, layout, card);
    const auto memory = static_cast<double>(settings.cardMib);
    const double reserved = reservedMib(settings, static_cast<std::int64_t>(layout.devices.size()));
    double share = std::round((memory - reserved) / memory * kShareSteps) / kShareSteps;
    if (resolved.model.architecture->visionParameters > 0) {
        share *= known(Known::SglangVisionShare).typical;
    }
    return std::max(0.0, share);
}

DeviceWork sglangWork(const WorkQuestion& question) {
    const Resolved& resolved = question.resolved;
    const Scenario& scenario = resolved.scenario;
    const Settings settings = settingsOn(resolved, question.layout, question.card);
    DeviceWork work;
    addProcess(work, question);
    addBlock(work.step, question, std::min(settings.prefill, saturatingMultiply(scenario.context, scenario.batch)));
    if (question.device.output) {
        work.step.rows = scenario.batch;
        work.step.logits =
            saturatingMultiply(saturatingMultiply(scenario.batch, resolved.model.architecture->vocabSize),
                               known(Known::SglangLogit).count());
    }
    const bool hasGraphs = question.card.vendor == Vendor::Nvidia || question.card.vendor == Vendor::Amd;
    if (hasGraphs && scenario.runtime.cudaGraphs.value_or(true)) {
        work.graphs = known(Known::SglangPerGraphSequence)
                          .bytes(static_cast<double>(settings.graphs) * static_cast<double>(kMiB.count()));
    }
    const std::int64_t perSequence = kTableEntry * saturatingAdd(scenario.context, kTableExtra);
    const auto chosen = scenario.runtime.maxSequences;
    work.requestTable = chosen ? ByteRange::exact(Bytes{saturatingMultiply(perSequence, *chosen)})
                               : known(Known::SglangRequests).bytes(static_cast<double>(perSequence));
    const double reserved =
        (1 - sglangStaticShare(resolved, question.layout, question.card)) * freeAtStart(question.card, work.process);
    const Bytes others = work.graphs.high + work.requestTable.high;
    work.step.heldBack = std::max(Bytes{}, Bytes::fromDouble(reserved) - others);
    return work;
}

std::optional<KvPool> sglangPool(const Resolved& resolved, const Demand& demand, const Layout& layout,
                                 std::size_t /*device*/, const PartSizes& parts, const Gpu& card, Bytes) {
    const DeviceWork work = deviceWork(resolved, layout, 0, card);
    const double share = sglangStaticShare(resolved, layout, card);
    const double start = freeAtStart(card, work.process);
    const KvPool::Terms terms{Bytes::fromDouble(start),
                              share,
                              false,
                              parts.typical(MemoryPart::Weights),
                              {},
                              {},
                              parts.typical(MemoryPart::RecurrentState)};
    return pagedPool(resolved, demand, parts, Bytes::fromDouble(share * start), terms);
}

} // namespace vram
