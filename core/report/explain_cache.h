// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/explain_context.h"

#include <vector>

namespace vram {

/// One explanation for each kind of layer that caches alike.
[[nodiscard]] std::vector<Explanation> explainKv(const ExplainContext& context);
[[nodiscard]] std::vector<Explanation> explainRecurrent(const ExplainContext& context);

} // namespace vram
