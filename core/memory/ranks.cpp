// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/ranks.h"

#include <algorithm>
#include <variant>

namespace vram {

std::int64_t cacheRanks(const Architecture& architecture, std::int64_t ranks) {
    std::int64_t least = ranks;
    for (const Block& block : architecture.blocks) {
        if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
            least = std::min(least, grouped->kvHeads);
        } else if (std::holds_alternative<LatentAttention>(block.attention)) {
            least = 1;
        }
    }
    return std::max<std::int64_t>(least, 1);
}

Bytes rankWeights(const Architecture& architecture, const Layout& layout, Bytes weights, Bytes experts) {
    if (layout.expertRanks <= 1) {
        return rankShare(weights, layout.tensorRanks);
    }
    std::int64_t count = 1;
    for (const Block& block : architecture.blocks) {
        if (const auto* routed = std::get_if<MixtureOfExperts>(&block.feedForward)) {
            count = std::max(count, routed->experts);
        }
    }
    const double share =
        static_cast<double>(divideUp(count, std::min(count, layout.expertRanks))) / static_cast<double>(count);
    return rankShare(weights - experts, layout.tensorRanks) +
           Bytes::fromDouble(static_cast<double>(experts.count()) * share);
}

} // namespace vram
