// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/fitting.h"

#include "core/report/report.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace vram {

namespace {

constexpr std::int64_t kContextStep = 1024;
constexpr std::int64_t kLeastBits = 3; ///< nominal, as "Q3_K_S" says

/// Bytes of 1,024 cached values, for the order of the types; "auto" is the model's own type, 16 bits nearly always.
Bytes cacheRank(const KvFormat& format) { return format.blockBytes ? format.bytesFor(1024) : Bytes{2048}; }

double bitsOf(const WeightFormat& format) { return format.effectiveBits.value_or(format.bitsPerWeight.value_or(0)); }

using Fits = std::function<bool(const Change&)>;

/// Cache types smaller than the present ones, the largest first.
std::vector<const KvFormat*> smallerCaches(const Resolved& now, const Catalog& catalog) {
    const Bytes limit = cacheRank(now.keyFormat) + cacheRank(now.valueFormat);
    const bool flash = now.scenario.runtime.flashAttention.value_or(true);
    std::vector<const KvFormat*> smaller;
    // Four-bit floats are computed with where the cards know them (vLLM); llama.cpp's own types work everywhere.
    const bool fp4 = std::ranges::all_of(now.machine.gpus, [](const MachineGpu& entry) { return entry.gpu.fp4; });
    for (const KvFormat& format : catalog.kvFormats()) {
        if (format.id.find("fp4") != std::string::npos && !fp4) {
            continue;
        }
        const bool usable = format.runtimeGroup == now.runtime->kvGroup && (format.blockBytes || format.modelType);
        if (usable && cacheRank(format) * 2 < limit && (flash || !format.quantized)) {
            smaller.push_back(&format);
        }
    }
    std::ranges::stable_sort(smaller, std::greater{}, [](const KvFormat* format) { return cacheRank(*format); });
    return smaller;
}

std::optional<Change> largestCache(const Resolved& now, const Catalog& catalog, const Fits& fits) {
    for (const KvFormat* format : smallerCaches(now, catalog)) {
        if (const Change change{ChangeKind::KvFormat, format->id}; fits(change)) {
            return change;
        }
    }
    return std::nullopt;
}

/// The longest that fits, by halving: more context never needs less. What is returned was asked itself.
std::optional<Change> longestContext(const Resolved& now, const Fits& fits) {
    std::optional<Change> found;
    std::int64_t low = 1;
    std::int64_t high = (now.scenario.context - 1) / kContextStep;
    while (low <= high) {
        const std::int64_t middle = low + (high - low) / 2;
        const Change change{ChangeKind::Context, {}, {}, middle * kContextStep};
        if (fits(change)) {
            found = change;
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    return found;
}

std::optional<Change> mostBits(const Resolved& now, const Catalog& catalog, const std::string& kvId, const Fits& fits) {
    std::vector<const WeightFormat*> smaller;
    for (const WeightFormat& format : catalog.weightFormats()) {
        const double bits = bitsOf(format);
        if (format.offered && format.fileBits >= kLeastBits && bits > 0 && bits < bitsOf(now.format) &&
            loadsFormat(*now.runtime, format)) {
            smaller.push_back(&format);
        }
    }
    std::ranges::stable_sort(smaller, std::greater{}, [](const WeightFormat* format) { return bitsOf(*format); });
    // Formats of nearly the same bits differ in what they keep whole, so the order is not strict: no halving.
    for (const WeightFormat* format : smaller) {
        Change change{kvId.empty() ? ChangeKind::Weights : ChangeKind::WeightsAndKv, format->id, kvId};
        if (fits(change)) {
            return change;
        }
    }
    return std::nullopt;
}

} // namespace

Scenario withChange(Scenario scenario, const Change& change) {
    switch (change.kind) {
    case ChangeKind::KvFormat:
        scenario.kvCache = {change.id, change.id};
        break;
    case ChangeKind::Context:
        scenario.context = change.tokens;
        break;
    case ChangeKind::Weights:
        scenario.weights = change.id;
        break;
    case ChangeKind::WeightsAndKv:
        scenario.weights = change.id;
        scenario.kvCache = {change.kvId, change.kvId};
        break;
    }
    return scenario;
}

std::vector<Change> changesThatFit(Resolver& resolver, const Scenario& scenario, const Machine& machine) {
    Result<Resolved> resolved = resolver.resolve(scenario);
    if (!resolved) {
        return {};
    }
    Resolved now = std::move(resolved).value();
    now.machine = machine;
    const Fits fits = [&](const Change& change) {
        Result<Resolved> changed = resolver.resolve(withChange(scenario, change));
        if (!changed) {
            return false;
        }
        Resolved question = std::move(changed).value();
        question.machine = machine;
        const Result<Report> answer = report(question);
        return answer && answer->verdict == Verdict::Fits;
    };
    std::vector<Change> changes;
    const Catalog& catalog = *resolver.catalog();
    const auto add = [&changes](std::optional<Change> change) {
        if (change) {
            changes.push_back(std::move(*change));
        }
    };
    add(largestCache(now, catalog, fits));
    add(longestContext(now, fits));
    add(mostBits(now, catalog, {}, fits));
    if (const std::vector<const KvFormat*> caches = smallerCaches(now, catalog); changes.empty() && !caches.empty()) {
        add(mostBits(now, catalog, caches.front()->id, fits));
    }
    return changes;
}

} // namespace vram
