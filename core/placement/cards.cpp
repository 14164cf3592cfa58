// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/placement/cards.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

constexpr std::array<std::string_view, 3> kRamVerdictIds{"fits", "tight", "swaps"};

} // namespace

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

Cards Cards::part(std::size_t first, std::size_t count) const {
    const auto cut = [&](const auto& list) {
        const auto begin = list.begin() + static_cast<std::ptrdiff_t>(first);
        return std::vector(begin, begin + static_cast<std::ptrdiff_t>(count));
    };
    return {cut(gpus), cut(usable), cut(reported), unified, byRule, poolMemory};
}

std::string_view ramVerdictId(RamVerdict verdict) { return kRamVerdictIds.at(static_cast<std::size_t>(verdict)); }

RamVerdict ramVerdict(Bytes need, const Machine& machine) {
    const Bytes free = std::max(Bytes{}, machine.ram - kSystemRam);
    const Bytes comfortable =
        Bytes::fromDouble(static_cast<double>(machine.ram.count()) * (1 - machine.marginPercent / 100));
    if (need > free) {
        return RamVerdict::Swaps;
    }
    return need <= comfortable ? RamVerdict::Fits : RamVerdict::Tight;
}

} // namespace vram
