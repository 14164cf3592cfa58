// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/placement/placement.h"

#include "core/memory/ollama.h"
#include "core/memory/training.h"

#include <algorithm>
#include <array>
#include <cstddef>
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

Placement partial(const Resolved& resolved, const Demand& demand, const Cards& cards, std::int64_t gpuLayers) {
    Placement placement;
    placement.gpuLayers = gpuLayers;
    placement.layout = layersLayout(demand.layers(), gpuLayers, cards);
    placement.loads = loadsOf(resolved, demand, placement.layout, cards.gpus);
    return placement;
}

/// What lies on the cards with this many layers, with the working buffers of the full placement: close, and free of
/// the plan that a placement of its own needs.
bool roughlyComfortable(const Demand& demand, const Cards& cards, const Loads& full, std::int64_t gpuLayers,
                        double marginPercent) {
    const Layout layout = layersLayout(demand.layers(), gpuLayers, cards);
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const Layout::Device& device = layout.devices[i];
        Bytes need = demand.weightRange(demand.weights(device.first, device.end)).high +
                     demand.kv(device.first, device.end) + demand.recurrent(device.first, device.end) +
                     (device.output ? demand.weightRange(demand.outputLayer).high : Bytes{});
        for (const MemoryPart part : {MemoryPart::Activations, MemoryPart::Overhead}) {
            need += full.devices[i].get(part).value_or(ByteRange{}).high;
        }
        if (fillOf(need, cards.usable[i].low, marginPercent) != Fill::Comfortable) {
            return false;
        }
    }
    return true;
}

/// Most layers that leave the margin free: a bisection by rough figures, then steps with exact ones until one more
/// layer would not leave it.
Placement mostLayers(const Resolved& resolved, const Demand& demand, const Cards& cards, const Loads& full,
                     double marginPercent) {
    std::int64_t guess = 0;
    std::int64_t tooMany = demand.layers() + 1;
    while (tooMany - guess > 1) {
        const std::int64_t middle = guess + (tooMany - guess) / 2;
        (roughlyComfortable(demand, cards, full, middle, marginPercent) ? guess : tooMany) = middle;
    }
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
    while (best.gpuLayers < demand.layers()) {
        Placement more = partial(resolved, demand, cards, best.gpuLayers + 1);
        if (!comfortable(more)) {
            break;
        }
        best = std::move(more);
    }
    return best;
}

Placement judgeChosen(const Resolved& resolved, const Demand& demand, const Machine& machine, const Cards& cards,
                      std::int64_t gpuLayers) {
    const std::int64_t all = demand.layers() + 1;
    Placement placement = partial(resolved, demand, cards, std::min(gpuLayers, all));
    const bool complete = placement.layout.allOnDevices();
    const Fill fill = complete ? devicesFill(placement.loads, cards, machine.marginPercent)
                               : partialFill(placement.loads, cards, machine.marginPercent);
    const bool host = hostHolds(placement.loads, machine, cards);
    placement.ramShort = !host;
    if (fill == Fill::Over || (!host && !complete)) {
        placement.verdict = Verdict::No;
    } else if (!complete) {
        placement.verdict = Verdict::Offload;
    } else {
        placement.verdict = fill == Fill::Comfortable ? Verdict::Fits : Verdict::Tight;
    }
    return placement;
}

} // namespace

std::string_view verdictId(Verdict verdict) { return kVerdictIds.at(static_cast<std::size_t>(verdict)); }

Cards cardsOf(const Machine& machine, const PlacementChoice& placement) {
    Cards cards;
    std::size_t count = 0;
    for (const MachineGpu& entry : machine.gpus) {
        count += static_cast<std::size_t>(std::max<std::int64_t>(entry.count, 0));
    }
    cards.gpus.reserve(count);
    cards.usable.reserve(count);
    cards.reported.reserve(count);
    for (const MachineGpu& entry : machine.gpus) {
        const UsableMemory usable = usableMemory(entry.gpu);
        cards.byRule = cards.byRule || !usable.exact;
        cards.unified = cards.unified || entry.gpu.unifiedMemory;
        cards.poolMemory += entry.gpu.memory * entry.count;
        for (std::int64_t i = 0; i < entry.count; ++i) {
            const bool first = cards.gpus.empty();
            const Bytes desktop = first ? machine.desktop.value_or(usualDesktop(entry.gpu)) : Bytes{};
            ByteRange bytes = usableMemory(entry.gpu, desktop).bytes;
            if (placement.vramBudgetMib) {
                const Bytes budget = kMiB * *placement.vramBudgetMib;
                bytes = {std::min(bytes.low, budget), std::min(bytes.typical, budget), std::min(bytes.high, budget)};
            }
            cards.gpus.push_back(&entry.gpu);
            cards.usable.push_back(bytes);
            cards.reported.push_back(usable.bytes.typical);
        }
    }
    return cards;
}

Layout layersLayout(std::int64_t layers, std::int64_t gpuLayers, const Cards& cards) {
    Layout layout;
    layout.devices.resize(cards.gpus.size());
    const std::int64_t onCards = cards.empty() ? 0 : std::min(gpuLayers, layers + 1);
    layout.cpuEnd = std::min(layers + 1 - onCards, layers);
    layout.cpuOutput = onCards == 0;
    if (onCards == 0) {
        return layout;
    }
    double all = 0;
    for (const ByteRange& usable : cards.usable) {
        all += static_cast<double>(usable.typical.count());
    }
    // llama.cpp gives layer i to the first device whose cumulative share exceeds i / count (llama-model.cpp).
    std::int64_t next = layout.cpuEnd;
    double cumulative = 0;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        cumulative += static_cast<double>(cards.usable[i].typical.count());
        const double share = cumulative / all * static_cast<double>(onCards);
        const bool last = i + 1 == layout.devices.size();
        auto end = layout.cpuEnd + (last ? onCards : static_cast<std::int64_t>(share + 0.999999));
        end = std::min(std::max(end, next), layers + 1);
        layout.devices[i] = {std::min(next, layers), std::min(end, layers), end == layers + 1 && next <= layers, false};
        next = end;
    }
    return layout;
}

namespace {

/// Ollama leaves other cards alone where one is enough: the one with most to give.
std::optional<std::size_t> ollamaCard(const Resolved& resolved, const Cards& cards) {
    if (cards.gpus.size() < 2 || resolved.scenario.placement.mode != PlacementMode::Auto) {
        return std::nullopt;
    }
    const auto most =
        std::ranges::max_element(cards.usable, {}, [](const ByteRange& usable) { return usable.typical; });
    return ollamaTakesOneCard(resolved, most->typical)
               ? std::optional(static_cast<std::size_t>(most - cards.usable.begin()))
               : std::nullopt;
}

} // namespace

Layout fullLayout(const Resolved& resolved, const Cards& cards) {
    const std::int64_t layers = resolved.model.architecture->layerCount();
    const auto count = static_cast<std::int64_t>(cards.gpus.size());
    if (resolved.training != nullptr) {
        return trainingLayout(resolved, count);
    }
    if (resolved.runtime->engine == Engine::LlamaCpp || cards.empty()) {
        Layout layout = layersLayout(layers, layers + 1, cards);
        if (const auto single = ollamaCard(resolved, cards)) {
            layout.devices.assign(cards.gpus.size(), {layers, layers, false, false});
            layout.devices[*single] = {0, layers, true, false};
            layout.onlyDevice = single;
        }
        return layout;
    }
    const PlacementMode mode = resolved.scenario.placement.mode;
    const bool tensor = mode == PlacementMode::Tensor ||
                        (mode == PlacementMode::Auto && resolved.runtime->sharding == Sharding::Tensor);
    Layout layout;
    if (tensor) {
        layout.tensorRanks = count;
        layout.devices.assign(cards.gpus.size(), {0, layers, true, true});
        return layout;
    }
    layout.devices.resize(cards.gpus.size());
    std::int64_t next = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        std::int64_t end = layers * (i + 1) / count;
        if (resolved.runtime->engine == Engine::Vllm) {
            // vLLM gives what is left over to the stages before the last one (vllm/distributed/utils.py).
            const std::int64_t left = layers % count;
            end = next + layers / count + (i + 1 < count && i + 1 >= count - left ? 1 : 0);
        }
        layout.devices[static_cast<std::size_t>(i)] = {next, end, i + 1 == count, i == 0};
        next = end;
    }
    return layout;
}

Placement place(const Resolved& resolved, const Demand& demand, const Machine& machine, const Cards& cards,
                const Layout& layout, const Loads& full) {
    const std::int64_t all = demand.layers() + 1;
    Placement placement{layout, full, Verdict::Unknown, false, cards.empty() ? 0 : all};
    if (!demand.cacheKnown) {
        return placement;
    }
    if (cards.empty()) {
        const Fill fill = fillOf(full.host.total().high, machine.ram, machine.marginPercent);
        placement.verdict = fill == Fill::Comfortable ? Verdict::Fits
                            : fill == Fill::Full      ? Verdict::Tight
                                                      : Verdict::No;
        return placement;
    }
    const bool byLayers = resolved.runtime->engine == Engine::LlamaCpp;
    if (byLayers && resolved.scenario.placement.gpuLayers) {
        return judgeChosen(resolved, demand, machine, cards, *resolved.scenario.placement.gpuLayers);
    }
    const Fill fill = devicesFill(full, cards, machine.marginPercent);
    if (fill != Fill::Over) {
        placement.verdict = fill == Fill::Comfortable ? Verdict::Fits : Verdict::Tight;
        // What training moves to RAM has to have room there.
        if (resolved.training != nullptr && !hostHolds(full, machine, cards)) {
            placement.verdict = Verdict::No;
            placement.ramShort = true;
        }
        return placement;
    }
    placement.verdict = Verdict::No;
    if (!byLayers || !resolved.runtime->offloads) {
        return placement;
    }
    Placement offloaded = mostLayers(resolved, demand, cards, full, machine.marginPercent);
    const bool cardsHold = partialFill(offloaded.loads, cards, machine.marginPercent) != Fill::Over;
    const bool ramHolds = hostHolds(offloaded.loads, machine, cards);
    offloaded.ramShort = !ramHolds;
    offloaded.verdict = cardsHold && ramHolds ? Verdict::Offload : Verdict::No;
    return offloaded;
}

} // namespace vram
