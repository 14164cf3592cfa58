// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vram {

enum class Verdict : std::uint8_t { Fits, Tight, Offload, No, Unknown };
[[nodiscard]] std::string_view verdictId(Verdict verdict); ///< "fits", ...

/// The machine's cards one by one, with what a process can use of each.
struct Cards {
    std::vector<const Gpu*> gpus;
    std::vector<ByteRange> usable;
    std::vector<Bytes> reported; ///< the total that the driver tells a process
    bool unified = false;        ///< one pool for cards and host
    bool byRule = false;         ///< some usable memory is by rule rather than from the catalogue
    Bytes poolMemory;            ///< all memory of a unified machine

    [[nodiscard]] bool empty() const { return gpus.empty(); }
};
[[nodiscard]] Cards cardsOf(const Machine& machine, const PlacementChoice& placement);

/// Everything on the cards, as the runtime or the scenario shares it out. With no cards: everything in RAM.
[[nodiscard]] Layout fullLayout(const Resolved& resolved, const Cards& cards);

/// llama.cpp's -ngl: the last `gpuLayers` of (blocks + output layer) on the cards, in proportion to usable memory.
[[nodiscard]] Layout layersLayout(std::int64_t layers, std::int64_t gpuLayers, const Cards& cards);

/// Where everything lies and whether it fits.
struct Placement {
    Layout layout;
    Loads loads;
    Verdict verdict = Verdict::Unknown;
    bool ramShort = false; ///< would be an offload with more RAM
    std::int64_t gpuLayers = 0;
};

/// Places `demand` on the cards and judges it: fits and tight with everything on the cards, offload with the most
/// layers that leave the margin free. `full` are the loads of fullLayout().
[[nodiscard]] Placement place(const Resolved& resolved, const Demand& demand, const Machine& machine,
                              const Cards& cards, const Layout& layout, const Loads& full);

} // namespace vram
