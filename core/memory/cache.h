// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/resolve.h"
#include "core/units/bytes.h"

#include <cstdint>

namespace vram {

/// llama.cpp's cache geometry (src/llama-kv-cache.cpp, src/llama-context.cpp): n_ctx is context x sequences padded to
/// 256; one unified stream or one stream a sequence; sliding-window layers keep a shorter cache unless swa_full.
struct LlamaCppCache {
    std::int64_t contextTokens = 0; ///< n_ctx
    std::int64_t streams = 1;
    std::int64_t cells = 0; ///< per stream, full-attention layers
    std::int64_t sequences = 1;
    std::int64_t microBatch = 512; ///< n_ubatch
    bool unified = false;
    bool swaFull = false;

    /// Cells of a layer that sees `window` positions (0: all of them).
    [[nodiscard]] std::int64_t cellsFor(std::int64_t window) const;
};
[[nodiscard]] LlamaCppCache llamaCppCache(const Resolved& resolved);

/// Tokens of a page of the runtime's cache; 1 where it has none.
[[nodiscard]] std::int64_t cachePage(const Resolved& resolved);
/// Recurrent states that the runtime keeps for one sequence.
[[nodiscard]] std::int64_t statesPerSequence(const Resolved& resolved);

/// ExLlamaV3 keeps the rings of sliding layers in 16 bits whatever the cache's type.
[[nodiscard]] bool keepsSixteenBits(const Resolved& resolved, const GroupedAttention& attention);

/// What one layer keeps for all sequences of the scenario.
struct LayerCache {
    Bytes kv;
    Bytes recurrent;
    Bytes perToken; ///< growth a token of one sequence (0 for recurrent layers and full windows)
    bool known = true;
};
[[nodiscard]] LayerCache layerCache(const Resolved& resolved, const Block& block);

/// Bytes of one sequence's recurrent state of one layer, `convBytes` and `stateBytes` a value.
[[nodiscard]] Bytes recurrentState(const Recurrent& part, std::int64_t convBytes, std::int64_t stateBytes);

} // namespace vram
