// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/remedy_proposals.h"
#include "core/advice/runtime_switch.h"
#include "core/runtime/runtime.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <tuple>

namespace vram::propose {

namespace {

/// As machines have them; tensor parallelism wants powers of two, and says no to the others.
constexpr std::array<std::int64_t, 5> kCardCounts{2, 3, 4, 6, 8};

bool placesLayers(const RemedyQuestion& asked) { return asked.now().runtime->engine == Engine::LlamaCpp; }

/// The number of layers whose experts an answer has in RAM.
std::int64_t expertsInRam(const Report& report) {
    const auto note = std::ranges::find(report.notes, "experts-in-ram", &Note::code);
    std::int64_t layers = 0;
    if (note != report.notes.end() && !note->arguments.empty()) {
        const std::string& text = note->arguments.front();
        std::from_chars(text.data(), text.data() + text.size(), layers);
    }
    return layers;
}

bool hasCards(const RemedyQuestion& asked) { return !asked.machine().gpus.empty(); }

/// A second one can stand beside it.
bool isCard(const Gpu& gpu) {
    return !gpu.unifiedMemory && gpu.gpuClass != GpuClass::Laptop && gpu.gpuClass != GpuClass::Soc;
}

/// Which class somebody would look at first, second ... who has `present`; nothing: not at all.
std::optional<int> classOrder(const Gpu& gpu, const Gpu* present) {
    if (present != nullptr && gpu.gpuClass == present->gpuClass) {
        const bool whole = gpu.gpuClass == GpuClass::Soc || gpu.gpuClass == GpuClass::Laptop;
        return !whole || gpu.vendor == present->vendor ? std::optional(0) : std::nullopt;
    }
    switch (gpu.gpuClass) {
    case GpuClass::Consumer:
        return 1;
    case GpuClass::Workstation:
        return 2;
    case GpuClass::Datacenter:
        return 3;
    case GpuClass::Laptop:
    case GpuClass::Soc:
        break;
    }
    return std::nullopt;
}

/// Cards with more memory than the present ones and room for most of the need, in the order in which they are tried:
/// class, memory, launch price where it is known, the newest.
std::vector<const Gpu*> largerCards(const RemedyQuestion& asked) {
    const Gpu* const present = hasCards(asked) ? &asked.machine().gpus.front().gpu : nullptr;
    const Bytes least{asked.answer().needTotal.low.count() / 4 * 3}; // another runtime context, other pages
    std::vector<std::pair<std::tuple<int, Bytes, double, int>, const Gpu*>> cards;
    for (const Gpu& gpu : asked.catalog().gpus()) {
        const std::optional<int> order = classOrder(gpu, present);
        if (order && gpu.memory >= least && (present == nullptr || gpu.memory > present->memory)) {
            cards.push_back({{*order, gpu.memory, gpu.launchPriceUsd.value_or(std::numeric_limits<double>::max()),
                              -gpu.releaseYear.value_or(0)},
                             &gpu});
        }
    }
    std::ranges::stable_sort(cards, {}, [](const auto& card) { return card.first; });
    std::vector<const Gpu*> ordered;
    ordered.reserve(cards.size());
    for (const auto& [order, gpu] : cards) {
        ordered.push_back(gpu);
    }
    return ordered;
}

} // namespace

Proposals automaticPlacement(const RemedyQuestion& asked) {
    const PlacementChoice& choice = asked.now().scenario.placement;
    const bool chosen = choice.gpuLayers || choice.cpuExperts || choice.kvInRam;
    return placesLayers(asked) && hasCards(asked) && chosen ? Proposals{{RemedyKind::AutomaticPlacement}} : Proposals{};
}

Proposals expertsToRam(const RemedyQuestion& asked) {
    const PlacementChoice& choice = asked.scenario().placement;
    if (!placesLayers(asked) || !hasCards(asked) || choice.gpuLayers || choice.expertsFirst) {
        return {};
    }
    Scenario automatic = asked.scenario();
    automatic.placement.cpuExperts.reset();
    automatic.placement.expertsFirst = true;
    const std::optional<Report> then = asked.after(automatic);
    const std::int64_t layers = then && then->gpuLayers == then->layersTotal ? expertsInRam(*then) : 0;
    return layers > 0 ? Proposals{{RemedyKind::ExpertsToRam, layers}} : Proposals{};
}

Proposals kvInRam(const RemedyQuestion& asked) {
    const bool applies = placesLayers(asked) && hasCards(asked) && !asked.scenario().placement.kvInRam &&
                         !asked.machine().gpus.front().gpu.unifiedMemory;
    return applies ? Proposals{{RemedyKind::KvInRam}} : Proposals{};
}

Proposals runtime(const RemedyQuestion& asked) {
    if (asked.now().runtime->offloads || asked.answer().verdict != Verdict::No) {
        return {};
    }
    Proposals found;
    for (const RuntimeProfile& other : runtimeTable()) {
        // The first of an engine stands for its front ends.
        if (other.offloads && other.engine != Engine::Unsized && found.empty()) {
            const Remedy remedy{RemedyKind::Runtime, 0, std::string(other.name)};
            const std::optional<Report> then = asked.after(remedy);
            if (then && verdictRank(then->verdict) < verdictRank(Verdict::No)) {
                found.push_back(remedy);
            }
        }
    }
    return found;
}

Proposals otherCard(const RemedyQuestion& asked) {
    for (const Gpu* const gpu : largerCards(asked)) {
        const Remedy remedy{RemedyKind::OtherCard, 0, gpu->name};
        if (asked.fits(remedy)) {
            return {remedy};
        }
    }
    return {};
}

Proposals moreCards(const RemedyQuestion& asked) {
    const Machine& machine = asked.machine();
    const bool trains = asked.scenario().task != Task::Inference;
    const TrainingFramework* const framework = findTrainingFramework(asked.scenario().runtime.name);
    const bool shares = !trains || (framework != nullptr && !framework->sharding.empty());
    if (machine.gpus.size() != 1 || !isCard(machine.gpus.front().gpu) || !shares) {
        return {};
    }
    Proposals ladder;
    for (const std::int64_t cards : kCardCounts) {
        const bool usual = !trains || (cards & (cards - 1)) == 0;
        if (cards > machine.gpus.front().count && usual) {
            ladder.push_back({RemedyKind::MoreCards, cards});
        }
    }
    Proposals found = asked.mildest(ladder);
    if (trains && found.size() == 1 && !asked.fits(found.front())) {
        return {ladder.front()}; // a first step
    }
    std::erase_if(found, [&](const Remedy& remedy) { return !trains && !asked.fits(remedy); });
    return found;
}

} // namespace vram::propose
