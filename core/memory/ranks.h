// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/layout.h"
#include "core/model/architecture.h"
#include "core/units/bytes.h"

#include <cstdint>

namespace vram {

/// Ranks that the cache divides over under tensor parallelism: latents are kept whole on every rank, heads are copied
/// once ranks outnumber them (vLLM, SGLang and TensorRT-LLM alike). At least 1.
[[nodiscard]] std::int64_t cacheRanks(const Architecture& architecture, std::int64_t ranks);

/// What one rank holds of `weights`, `experts` of them in routed experts: an even part of each, or whole experts where
/// they are dealt out.
[[nodiscard]] Bytes rankWeights(const Architecture& architecture, const Layout& layout, Bytes weights, Bytes experts);

/// One rank's part of what divides evenly, rounded up.
[[nodiscard]] inline Bytes rankShare(Bytes bytes, std::int64_t ranks) { return Bytes{divideUp(bytes.count(), ranks)}; }

} // namespace vram
