// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/next_token.h"

#include <utility>

namespace vram {

Architecture nextTokenArchitecture(const Architecture& architecture) {
    Architecture layers = architecture;
    layers.visionParameters = 0;
    layers.audioParameters = 0;
    layers.extraParameters = 0;
    layers.remainder = 0;
    layers.nextTokenLayers = 0;
    layers.blocks.clear();
    layers.layerBlocks.clear();
    if (architecture.nextTokenLayers > 0) {
        Block block = architecture.blocks[architecture.nextTokenBlock];
        block.nextToken = true;
        layers.blocks.push_back(std::move(block));
        layers.layerBlocks.assign(static_cast<std::size_t>(architecture.nextTokenLayers), 0);
    }
    return layers;
}

} // namespace vram
