// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/model_description.h"

#include <array>
#include <cstddef>

namespace vram {

std::string_view layoutSourceId(LayoutSource source) {
    constexpr std::array<std::string_view, 5> kIds{"file", "config", "architecture-table", "unknown", "catalog"};
    return kIds.at(static_cast<std::size_t>(source));
}

} // namespace vram
