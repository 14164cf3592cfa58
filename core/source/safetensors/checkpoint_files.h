// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// Which files make up a model.
struct CheckpointChoice {
    std::string container; ///< as in Checkpoint
    std::string index;     ///< file that lists the shards; empty: `shards` are all
    std::vector<std::string> shards;
};

/// Chooses among the sorted `names` of a folder; see readCheckpoint().
[[nodiscard]] Result<CheckpointChoice> chooseCheckpoint(const std::vector<std::string>& names, std::string_view opened);

} // namespace vram
