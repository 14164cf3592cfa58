// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/explain_context.h"

#include <vector>

namespace vram {

// SGLang, TensorRT-LLM, MLX and ExLlama: working memory and overhead as the sums that core/memory/device_work.h makes.
[[nodiscard]] std::vector<Explanation> explainStepWork(const ExplainContext& context);
[[nodiscard]] std::vector<Explanation> explainDeviceOverhead(const ExplainContext& context);

} // namespace vram
