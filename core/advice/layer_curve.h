// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vram {

/// What one number of layers on the cards (llama.cpp's -ngl) asks for.
struct LayerPoint {
    std::int64_t gpuLayers = 0;
    Bytes vram;                   ///< all cards, pessimistic end
    Bytes ram;                    ///< the host, pessimistic end
    bool fits = false;            ///< every card and RAM hold it
    std::optional<double> decode; ///< typical tokens a second of one sequence; absent where it does not fit
};

/// A point for every number of layers from 0 to blocks + 1, by report()'s own placement; empty where the runtime does
/// not place by layers, the machine has no card, or the cache's size is not known. Plans as many buffers as there are
/// different placements: milliseconds the first time, so not for every step of a slider.
[[nodiscard]] std::vector<LayerPoint> layerCurve(const Resolved& resolved);

} // namespace vram
