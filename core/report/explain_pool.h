// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/explain_context.h"

namespace vram {

/// One card's pool; `needed` is what the question's cache takes there.
[[nodiscard]] Explanation poolExplanation(const ExplainContext& context, const KvPool& pool, Bytes needed);

} // namespace vram
