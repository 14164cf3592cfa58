// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/explain_context.h"

#include <vector>

namespace vram {

/// What is loaded beside the model: adapters, the draft model, the projector of pictures.
void addExtras(std::vector<Explanation>& explanations, const ExplainContext& context, MemoryPart part);

} // namespace vram
