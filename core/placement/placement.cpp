// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/placement/placement.h"

#include "core/memory/engines.h"
#include "core/placement/direct_verdict.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace vram {

namespace {

constexpr std::array<std::string_view, 5> kVerdictIds{"fits", "tight", "offload", "no", "unknown"};

Bytes withMargin(Bytes bytes, double marginPercent) {
    return Bytes::fromDouble(static_cast<double>(bytes.count()) * (1.0 - marginPercent / 100.0));
}

enum class Fill : std::uint8_t { Comfortable, Full, Over };

/// How a load fills what is usable; the pessimistic ends decide ("never a wrong yes").
Fill fillOf(Bytes need, Bytes usable, double marginPercent) {
    if (need <= withMargin(usable, marginPercent)) {
        return Fill::Comfortable;
    }
    return need <= usable ? Fill::Full : Fill::Over;
}

Fill devicesFill(const Loads& loads, const Cards& cards, double marginPercent) {
    Fill worst = Fill::Comfortable;
    const Bytes shared = cards.unified ? loads.host.total().high : Bytes{};
    for (std::size_t i = 0; i < loads.devices.size(); ++i) {
        // In a unified machine the host's part lies in the same pool; it is charged to the first device.
        const Bytes need = loads.devices[i].total().high + (i == 0 ? shared : Bytes{});
        worst = std::max(worst, fillOf(need, cards.usable[i].low, marginPercent));
    }
    return worst;
}

/// What the host can hold beside the devices.
bool hostHolds(const Loads& loads, const Machine& machine, const Cards& cards) {
    if (cards.unified) {
        Bytes all = loads.host.total().high;
        for (const PartSizes& device : loads.devices) {
            all += device.total().high;
        }
        return all <= withMargin(cards.poolMemory, machine.marginPercent);
    }
    return loads.host.total().high <= withMargin(machine.ram, machine.marginPercent);
}

/// The partial placement's own check of the cards: layers in RAM do not burden the pool's GPU share.
Fill partialFill(const Loads& loads, const Cards& cards, double marginPercent) {
    Fill worst = Fill::Comfortable;
    for (std::size_t i = 0; i < loads.devices.size(); ++i) {
        worst = std::max(worst, fillOf(loads.devices[i].total().high, cards.usable[i].low, marginPercent));
    }
    return worst;
}

/// What lies in RAM, judged; nothing does of its own in a unified machine.
RamVerdict ramOf(const Loads& loads, const Machine& machine, const Cards& cards) {
    return cards.unified ? RamVerdict::Fits : ramVerdict(loads.host.total().high, machine);
}

Placement partial(const Resolved& resolved, const Demand& demand, const Cards& cards, std::int64_t gpuLayers,
                  std::optional<std::int64_t> cpuExperts = std::nullopt) {
    Placement placement;
    placement.gpuLayers = gpuLayers;
    placement.layout = layersLayout(demand.layers(), gpuLayers, cards, resolved.scenario.placement);
    if (cpuExperts) {
        placement.layout.cpuExperts = *cpuExperts;
    }
    placement.loads = loadsOf(resolved, demand, placement.layout, cards.gpus);
    return placement;
}

/// What lies on the cards with this many layers, with the working buffers of the full placement: close, and free of
/// the plan that a placement of its own needs.
bool roughlyComfortable(const Resolved& resolved, const Demand& demand, const Cards& cards, const Loads& full,
                        std::int64_t gpuLayers) {
    const Layout layout = layersLayout(demand.layers(), gpuLayers, cards, resolved.scenario.placement);
    const Loads held = llamaCppHeld(resolved, demand, layout);
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        Bytes need = held.devices[i].total().high;
        for (const MemoryPart part : {MemoryPart::Activations, MemoryPart::Overhead}) {
            need += full.devices[i].get(part).value_or(ByteRange{}).high;
        }
        if (fillOf(need, cards.usable[i].low, resolved.machine.marginPercent) != Fill::Comfortable) {
            return false;
        }
    }
    return true;
}

/// Whether weights and cache alone leave no margin: more than they need no placement holds, and no plan has to be made.
bool heldTooMuch(const Resolved& resolved, const Demand& demand, const Cards& cards, double marginPercent,
                 std::int64_t gpuLayers) {
    const Layout layout = layersLayout(demand.layers(), gpuLayers, cards, resolved.scenario.placement);
    const Loads held = llamaCppHeld(resolved, demand, layout);
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        if (fillOf(held.devices[i].total().high, cards.usable[i].low, marginPercent) != Fill::Comfortable) {
            return true;
        }
    }
    return false;
}

/// The largest number below `tooMany` for which `fits`, if it fits up to some number and not beyond.
template <typename Fits>
std::int64_t bisected(std::int64_t tooMany, const Fits& fits) {
    std::int64_t guess = 0;
    while (tooMany - guess > 1) {
        const std::int64_t middle = guess + (tooMany - guess) / 2;
        (fits(middle) ? guess : tooMany) = middle;
    }
    return guess;
}

/// Most layers that leave the margin free: a bisection by rough figures, then steps with exact ones until one more
/// layer would not leave it.
Placement mostLayers(const Resolved& resolved, const Demand& demand, const Cards& cards, const Loads& full,
                     double marginPercent) {
    const std::int64_t guess = bisected(demand.layers() + 1, [&](std::int64_t layers) {
        return roughlyComfortable(resolved, demand, cards, full, layers);
    });
    const auto comfortable = [&](const Placement& placement) {
        return partialFill(placement.loads, cards, marginPercent) == Fill::Comfortable;
    };
    Placement best = partial(resolved, demand, cards, guess);
    if (!comfortable(best)) {
        while (!comfortable(best) && best.gpuLayers > 0) {
            best = partial(resolved, demand, cards, best.gpuLayers - 1);
        }
        return best;
    }
    while (best.gpuLayers < demand.layers() &&
           !heldTooMuch(resolved, demand, cards, marginPercent, best.gpuLayers + 1)) {
        Placement more = partial(resolved, demand, cards, best.gpuLayers + 1);
        if (!comfortable(more)) {
            break;
        }
        best = std::move(more);
    }
    return best;
}

/// All layers on the cards with the routed experts of as few as leave the margin free in RAM; nothing where even those
/// of all layers are not enough, or where there are none.
std::optional<Placement> fewestExperts(const Resolved& resolved, const Demand& demand, const Cards& cards,
                                       double marginPercent) {
    const std::int64_t layers = demand.layers();
    if (demand.experts(0, layers) == Bytes{}) {
        return std::nullopt;
    }
    const auto with = [&](std::int64_t experts) { return partial(resolved, demand, cards, layers + 1, experts); };
    const auto comfortable = [&](const Placement& placement) {
        return partialFill(placement.loads, cards, marginPercent) == Fill::Comfortable;
    };
    // Counted from the end: how many layers may keep theirs.
    const std::int64_t kept =
        bisected(layers + 1, [&](std::int64_t count) { return comfortable(with(layers - count)); });
    Placement best = with(layers - kept);
    return comfortable(best) ? std::optional(std::move(best)) : std::nullopt;
}

/// Transformers' device_map with what the cards do not hold waiting in RAM.
Placement streamed(const Resolved& resolved, const Demand& demand, const Cards& cards, std::int64_t layers) {
    Placement placement;
    placement.gpuLayers = layers;
    placement.layout = streamedLayout(demand.layers(), layers, cards);
    placement.loads = loadsOf(resolved, demand, placement.layout, cards.gpus);
    return placement;
}

Placement mostStreamed(const Resolved& resolved, const Demand& demand, const Cards& cards, double marginPercent) {
    const std::int64_t most = bisected(demand.layers() + 1, [&](std::int64_t layers) {
        return partialFill(streamed(resolved, demand, cards, layers).loads, cards, marginPercent) == Fill::Comfortable;
    });
    return streamed(resolved, demand, cards, most);
}

/// The verdict of a placement with something in RAM.
void judgeOffload(Placement& placement, const Machine& machine, const Cards& cards, Fill fill) {
    placement.ram = ramOf(placement.loads, machine, cards);
    placement.ramShort =
        placement.ram == RamVerdict::Swaps || (cards.unified && !hostHolds(placement.loads, machine, cards));
    placement.verdict = fill != Fill::Over && !placement.ramShort ? Verdict::Offload : Verdict::No;
}

Verdict verdictOf(Fill fill) {
    return fill == Fill::Over ? Verdict::No : fill == Fill::Comfortable ? Verdict::Fits : Verdict::Tight;
}

/// The verdict of a placement as it is, whoever chose it.
void judge(Placement& placement, const Machine& machine, const Cards& cards) {
    const bool complete = placement.layout.complete();
    const double margin = machine.marginPercent;
    const Fill fill =
        complete ? devicesFill(placement.loads, cards, margin) : partialFill(placement.loads, cards, margin);
    if (!complete) {
        judgeOffload(placement, machine, cards, fill);
        return;
    }
    placement.ram = ramOf(placement.loads, machine, cards);
    placement.verdict = verdictOf(fill);
}

/// Of a placement without a card.
Verdict verdictInRam(RamVerdict ram) {
    return ram == RamVerdict::Fits ? Verdict::Fits : ram == RamVerdict::Tight ? Verdict::Tight : Verdict::No;
}

/// Whether RAM lacks room however many layers the cards take: what they hold leaves the margin free, and all else lies
/// in RAM. (Where not even that leaves it free, no layer is on them.)
bool restIsBeyondRam(const Demand& demand, const Machine& machine, const Cards& cards, const Loads& full) {
    constexpr std::int64_t kRounding = 64; // of the ends of ranges, a byte for each card and part
    Bytes all = demand.weightRange(demand.weights(0, demand.layers()) + demand.tokenEmbedding + demand.other).high +
                demand.kv(0, demand.layers()) + demand.recurrent(0, demand.layers());
    if (cards.unified) {
        return all > withMargin(cards.poolMemory, machine.marginPercent) + Bytes{kRounding};
    }
    for (std::size_t i = 0; i < cards.usable.size(); ++i) {
        const Bytes overhead = full.devices[i].get(MemoryPart::Overhead).value_or(ByteRange{}).high;
        all = all - std::max(Bytes{}, withMargin(cards.usable[i].low, machine.marginPercent) - overhead);
    }
    return ramVerdict(all - Bytes{kRounding}, machine) == RamVerdict::Swaps;
}

} // namespace

std::optional<Verdict> directVerdict(const Resolved& resolved, const Demand& demand, const Machine& machine,
                                     const Cards& cards, const Layout& layout, const Loads& full) {
    const bool byLayers = resolved.runtime->engine == Engine::LlamaCpp;
    if (resolved.training != nullptr) {
        return std::nullopt;
    }
    if (!demand.cacheKnown) {
        return Verdict::Unknown;
    }
    if (cards.empty()) {
        return verdictInRam(ramVerdict(full.host.total().high, machine));
    }
    if (!layout.complete() || (byLayers && resolved.scenario.placement.gpuLayers)) {
        return std::nullopt;
    }
    const Fill fill = devicesFill(full, cards, machine.marginPercent);
    if (fill != Fill::Over) {
        return verdictOf(fill);
    }
    const bool stays = !resolved.runtime->offloads || (!byLayers && resolved.format.quantizes());
    return stays || (byLayers && restIsBeyondRam(demand, machine, cards, full)) ? std::optional(Verdict::No)
                                                                                : std::nullopt;
}

std::string_view verdictId(Verdict verdict) { return kVerdictIds.at(static_cast<std::size_t>(verdict)); }

Placement place(const Resolved& resolved, const Demand& demand, const Machine& machine, const Cards& cards,
                const Layout& layout, const Loads& full) {
    const std::int64_t all = demand.layers() + 1;
    Placement placement;
    placement.layout = layout;
    placement.loads = full;
    placement.gpuLayers = cards.empty() ? 0 : all;
    if (!demand.cacheKnown) {
        return placement;
    }
    if (cards.empty()) {
        placement.ram = ramVerdict(full.host.total().high, machine);
        placement.verdict = verdictInRam(placement.ram);
        placement.ramShort = placement.ram == RamVerdict::Swaps;
        return placement;
    }
    const bool byLayers = resolved.runtime->engine == Engine::LlamaCpp;
    if (byLayers && resolved.scenario.placement.gpuLayers) {
        Placement chosen = partial(resolved, demand, cards, std::min(*resolved.scenario.placement.gpuLayers, all));
        judge(chosen, machine, cards);
        return chosen;
    }
    judge(placement, machine, cards);
    if (resolved.training != nullptr) {
        // What training moves to RAM has to have room there.
        if (placement.verdict != Verdict::No && !hostHolds(full, machine, cards)) {
            placement.verdict = Verdict::No;
            placement.ramShort = true;
        }
        return placement;
    }
    const bool over = partialFill(full, cards, machine.marginPercent) == Fill::Over ||
                      (layout.complete() && placement.verdict == Verdict::No);
    if (!over || !resolved.runtime->offloads) {
        return placement;
    }
    if (!byLayers && resolved.format.quantizes()) {
        return placement; // kernels of quantized formats want their weights on a card
    }
    const PlacementChoice& choice = resolved.scenario.placement;
    if (byLayers && choice.expertsFirst && !choice.cpuExperts) {
        if (auto experts = fewestExperts(resolved, demand, cards, machine.marginPercent)) {
            judge(*experts, machine, cards);
            return *std::move(experts);
        }
    }
    Placement offloaded = byLayers ? mostLayers(resolved, demand, cards, full, machine.marginPercent)
                                   : mostStreamed(resolved, demand, cards, machine.marginPercent);
    judgeOffload(offloaded, machine, cards, partialFill(offloaded.loads, cards, machine.marginPercent));
    return offloaded;
}

} // namespace vram
