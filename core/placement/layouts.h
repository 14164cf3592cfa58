// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/layout.h"
#include "core/placement/cards.h"

#include <cstdint>

namespace vram {

/// llama.cpp's -ngl: the last `gpuLayers` of (blocks + output layer) on the cards, by the scenario's ratios or in
/// proportion to usable memory; experts and cache in RAM as the scenario says.
[[nodiscard]] Layout layersLayout(std::int64_t layers, std::int64_t gpuLayers, const Cards& cards,
                                  const PlacementChoice& choice);

/// Everything on the cards, as the runtime or the scenario shares it out. With no cards: everything in RAM.
[[nodiscard]] Layout fullLayout(const Resolved& resolved, const Cards& cards);

/// Transformers' device_map: the first `layers` blocks on the cards in proportion to usable memory; the others wait in
/// RAM with the output layer.
[[nodiscard]] Layout streamedLayout(std::int64_t count, std::int64_t layers, const Cards& cards);

/// Degrees of a runtime with tensor, pipeline and data parallelism on so many cards.
struct ServingDegrees {
    std::int64_t tensor = 1;
    std::int64_t pipeline = 1;
    std::int64_t data = 1;

    [[nodiscard]] std::int64_t product() const;
};
/// Whether a runtime has such degrees.
[[nodiscard]] bool takesDegrees(const RuntimeProfile& runtime);
/// As the scenario has them; what it does not say is 1. All cards by the runtime's own habit where it says nothing.
[[nodiscard]] ServingDegrees servingDegrees(const Resolved& resolved, std::int64_t cards);

} // namespace vram
