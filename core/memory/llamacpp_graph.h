// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_format.h"
#include "core/memory/cache.h"
#include "core/memory/compute_graph.h"
#include "core/model/architecture.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vram {

/// Where the rows whose logits are wanted are picked out of all tokens of the micro-batch.
enum class OutputRows : std::uint8_t { InLastLayer, BeforeNorm, AfterNorm };

/// What differs between models of llama.cpp and does not show in their tensors. (Scalings of embeddings, residuals and
/// logits happen in place: they need no memory.)
struct GraphTraits {
    OutputRows outputRows = OutputRows::InLastLayer;
    bool residualFirst = false;    ///< the last addition of a layer overwrites the residual, not the feed-forward
    bool rotaryUnlessTold = false; ///< positions are rotated unless the file says rope.scaling.finetuned = false
    bool measured = false;         ///< equal to the runtime's own figures on every measured case
};
/// By the architecture's name in GGUF files ("phi3"); the common case where it has no row.
[[nodiscard]] const GraphTraits& graphTraits(std::string_view ggufArchitecture);

/// What llama.cpp's worst-case graph is built from: one micro-batch of prompt tokens with a full cache
/// (llama_context::sched_reserve). Independent of where layers lie.
struct GraphSettings {
    const Architecture* architecture = nullptr;
    const StoredLayers* stored = nullptr;
    LlamaCppCache cache;
    std::int64_t outputs = 1; ///< tokens whose logits are computed
    bool flashAttention = true;
    ElementLayout keyLayout = kF16;
    ElementLayout valueLayout = kF16;
    GraphTraits traits;
    bool rotary = true; ///< queries and keys are rotated by their positions
};

/// One layer of the graph: its kind, what its matrices are stored as, and the backend that holds it.
struct LayerPlace {
    std::uint16_t block = 0;
    std::uint16_t stored = 0;
    std::int16_t backend = 0;
    friend bool operator==(const LayerPlace&, const LayerPlace&) = default;
};

/// Builds the graph of `layers`, in order, with the output layer on `outputBackend` (src/models/*,
/// src/llama-graph.cpp).
[[nodiscard]] ComputeGraph buildLlamaCppGraph(const GraphSettings& settings, std::span<const LayerPlace> layers,
                                              int outputBackend, const GraphBackends& backends);

/// The layers that decide the peak. Layers come in runs that repeat (all alike, or every sixth one different), and so
/// does the arrangement of the buffer: whole cycles are dropped from the middle of a run.
[[nodiscard]] std::vector<LayerPlace> decisiveLayers(std::span<const LayerPlace> layers);

} // namespace vram
