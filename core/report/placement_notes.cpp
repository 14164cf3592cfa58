// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/placement_notes.h"

#include "core/report/judgement.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace vram {

namespace {

// Notes carry whole numbers as text.
std::string text(std::int64_t value) { return std::to_string(value); }
std::string text(Bytes bytes) { return text(bytes.count()); }

void addRankNotes(Report& report, const Resolved& resolved, const Cards& cards, const Layout& layout) {
    const RankHeads heads = rankHeads(*resolved.model.architecture, layout.tensorRanks);
    if (!heads.divide) {
        report.notes.push_back({"uneven-heads", {text(heads.heads), text(layout.tensorRanks)}});
    } else if (heads.copied) {
        report.notes.push_back({"copied-heads", {text(heads.kvHeads), text(layout.tensorRanks)}});
    }
    const auto count = static_cast<std::int64_t>(cards.gpus.size());
    if (tooManyRanks(resolved, cards)) {
        report.notes.push_back({"too-many-ranks", {text(servingDegrees(resolved, count).product()), text(count)}});
    } else if (layout.group > 0 && layout.group * layout.replicas < count) {
        report.notes.push_back({"idle-cards", {text(count - layout.group * layout.replicas), text(count)}});
    }
    if (layout.rowSplit) {
        report.notes.push_back({"row-split", {}});
    }
}

/// What of an offload lies where.
void addOffloadNotes(Report& report, const Layout& layout, bool chosen) {
    if (layout.streamed.any()) {
        report.notes.push_back({"streamed-layers", {text(report.gpuLayers), text(report.layers)}});
    } else if (!layout.allOnDevices()) {
        report.notes.push_back(
            {chosen ? "chosen-layers" : "offload-layers", {text(report.gpuLayers), text(report.layersTotal)}});
    }
    if (layout.cpuExperts > layout.cpuEnd) {
        report.notes.push_back({"experts-in-ram", {text(layout.cpuExperts), text(report.layers)}});
    }
    if (layout.kvInRam) {
        report.notes.push_back({"cache-in-ram", {}});
    }
}

/// Whether system memory holds its part, and what happens where it does not.
void addRamNotes(Report& report, const Resolved& resolved, const Placement& placement) {
    if (!placement.ramShort) {
        if (placement.ram == RamVerdict::Tight && report.verdict != Verdict::No) {
            report.notes.push_back({"ram-tight", {}});
        }
        return;
    }
    if (report.verdict != Verdict::No) {
        return;
    }
    if (!report.host || !report.host->verdict || report.host->swapped == Bytes{} || resolved.training != nullptr) {
        report.notes.push_back({"ram-short", {}});
        return;
    }
    const PlacementChoice& choice = resolved.scenario.placement;
    const bool byLayers = resolved.runtime->engine == Engine::LlamaCpp;
    const std::string_view code = !byLayers      ? "ram-disk"
                                  : choice.mlock ? "ram-locked"
                                  : choice.mmap  ? "ram-rereads"
                                                 : "ram-swaps";
    report.notes.push_back({code, {text(report.host->swapped)}});
    report.notes.push_back({"ram-short", {}});
}

/// Apple's system lets the GPU use a share that its user may raise (sysctl iogpu.wired_limit_mb); what it must keep for
/// itself is an assumption.
void addShareNote(Report& report, const Machine& machine, const Cards& cards) {
    constexpr Bytes kSystemKeeps = kGiB * 8;
    constexpr std::int64_t kStep = 1024;
    const bool asks =
        report.verdict == Verdict::No || report.verdict == Verdict::Tight || report.verdict == Verdict::Offload;
    if (!asks || !cards.unified || cards.gpus.front()->vendor != Vendor::Apple) {
        return;
    }
    const double wanted = static_cast<double>(report.needTotal.high.count()) / (1 - machine.marginPercent / 100);
    const std::int64_t mib = roundUp(divideUp(Bytes::fromDouble(wanted).count(), kMiB.count()), kStep);
    const Bytes most = cards.poolMemory - std::min(kSystemKeeps, Bytes{cards.poolMemory.count() / 4});
    if (kMiB * mib <= most) {
        report.notes.push_back({"raise-gpu-share", {text(mib)}});
    }
}

} // namespace

void refuseWhatCannotStart(Report& report, const Resolved& resolved, const Cards& cards, const Layout& layout) {
    if (report.verdict != Verdict::Fits && report.verdict != Verdict::Tight && report.verdict != Verdict::Offload) {
        return;
    }
    const auto pool = report.devices.empty() ? std::nullopt : report.devices.front().kvPool;
    if (pool && pool->requests < resolved.scenario.batch) {
        report.notes.push_back({"pool-short", {text(pool->requests), text(resolved.scenario.batch)}});
    }
    report.verdict = startableVerdict(report.verdict, resolved, cards, layout, pool);
}

void addPlacementNotes(Report& report, const Resolved& resolved, const Machine& machine, const Cards& cards,
                       const Placement& placement) {
    if (cards.empty()) {
        report.notes.push_back({"cpu-only", {}});
    }
    if (report.verdict == Verdict::Offload) {
        addOffloadNotes(report, placement.layout, resolved.scenario.placement.gpuLayers.has_value());
    }
    if (report.verdict == Verdict::No && report.headroom < Bytes{}) {
        report.notes.push_back({"short-of", {text(-report.headroom.count())}});
    }
    addRamNotes(report, resolved, placement);
    addShareNote(report, machine, cards);
    if (cards.unified && cards.gpus.front()->defaultGpuFraction) {
        report.notes.push_back({"unified-memory", {text(std::lround(*cards.gpus.front()->defaultGpuFraction * 100))}});
    } else if (cards.byRule) {
        report.notes.push_back({"usable-by-rule", {}});
    }
    if (!report.devices.empty() && report.devices.front().kvPool && report.verdict != Verdict::No) {
        const KvPool& pool = *report.devices.front().kvPool;
        report.notes.push_back({"pool", {text(pool.tokens), text(pool.requests)}});
    }
    if (resolved.placementIgnored) {
        report.notes.push_back({"placement-ignored", {std::string(resolved.runtime->name)}});
    }
    // llama.cpp's whole layers in turn are what is sized, whatever the scenario says.
    if ((resolved.scenario.placement.mode == PlacementMode::Tensor || resolved.scenario.placement.tensorParallel) &&
        resolved.runtime->engine == Engine::LlamaCpp && cards.gpus.size() > 1) {
        report.notes.push_back({"layers-instead", {std::string(resolved.runtime->name)}});
    }
    addRankNotes(report, resolved, cards, placement.layout);
    if (report.need.typical(MemoryPart::KvCache) > report.need.typical(MemoryPart::Weights)) {
        report.notes.push_back({"kv-dominates", {}});
    }
}

} // namespace vram
