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

} // namespace vram
