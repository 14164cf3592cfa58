// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/card_classes.h"

#include "core/placement/cards.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

namespace vram {

namespace {

/// Every field that a verdict may depend on. Usable memory stands for the card's kind, fractions and driver.
auto traitsOf(const Gpu& gpu, const MachineChoice& choice) {
    Machine machine;
    machine.gpus = {{gpu, 1}};
    if (choice.desktopMib) {
        machine.desktop = Bytes::fromMiB(*choice.desktopMib);
    }
    const Cards cards = cardsOf(machine, {});
    const ByteRange& usable = cards.usable.front();
    return std::tuple(gpu.vendor, gpu.memory, usable.low, usable.typical, usable.high, cards.reported.front(),
                      gpu.driverMemory, gpu.unifiedMemory, std::string_view(gpu.architecture), gpu.bf16, gpu.fp8,
                      gpu.fp4,
                      gpu.name.starts_with("A100")); // vLLM's defaults know it by its name (core/memory/vllm.cpp)
}

} // namespace

CardClasses classesOf(const std::vector<Gpu>& gpus, const MachineChoice& machine) {
    CardClasses classes;
    std::vector<decltype(traitsOf(gpus.front(), machine))> known;
    for (std::size_t i = 0; i < gpus.size(); ++i) {
        const auto traits = traitsOf(gpus[i], machine);
        const auto found = std::ranges::find(known, traits);
        classes.classOf.push_back(static_cast<std::uint16_t>(found - known.begin()));
        if (found == known.end()) {
            known.push_back(traits);
            classes.representative.push_back(i);
        }
    }
    return classes;
}

} // namespace vram
