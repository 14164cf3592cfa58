// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/explain_context.h"

#include <vector>

namespace vram {

/// One part of a training run, an explanation for each pipeline stage; sums over its cards.
[[nodiscard]] std::vector<Explanation> explainTraining(const ExplainContext& context, MemoryPart part);

} // namespace vram
