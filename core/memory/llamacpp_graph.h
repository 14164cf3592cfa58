// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/weight_format.h"
#include "core/memory/graph_workload.h"
#include "core/memory/plan_store.h"
#include "core/model/architecture.h"

#include <cstdint>
#include <memory>
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
    GraphWorkload load;
    bool flashAttention = true;
    ElementLayout keyLayout = kF16;
    ElementLayout valueLayout = kF16;
    GraphTraits traits;
    bool rotary = true; ///< queries and keys are rotated by their positions
};

/// What of a layer on a card lies in RAM all the same.
enum RamParts : std::uint8_t {
    kNothingInRam = 0,
    kExpertsInRam = 1, ///< matrices of the routed experts, biases included
    kCacheInRam = 2,   ///< keys, values and recurrent states
};

/// One layer of a model: its kind, what its matrices are stored as, and the backend that holds it.
struct LayerPlace {
    std::uint16_t block = 0;
    std::uint16_t stored = 0;
    std::int16_t backend = 0;
    std::uint8_t inRam = kNothingInRam; ///< RamParts
    friend bool operator==(const LayerPlace&, const LayerPlace&) = default;
};

/// Which of a model's segments.
struct SegmentName {
    enum class Kind : std::uint8_t { Shared, Embedding, Layer, Output };
    Kind kind{};
    bool last = false;                  ///< of a layer: the last one of the model, where that differs
    std::uint16_t block = 0;            ///< of a layer
    std::uint16_t stored = 0;           ///< of a layer: how its matrices are stored
    std::uint8_t inRam = kNothingInRam; ///< of a layer: RamParts
    friend bool operator==(const SegmentName&, const SegmentName&) = default;
};

/// The segments that the graphs of one question are joined from, each built when it is first asked for
/// (src/models/*, src/llama-graph.cpp).
class LlamaCppSegments {
public:
    struct Part {
        std::shared_ptr<const Segment> segment;
        SegmentSizes sizes;
    };

    /// `settings` must outlive this object.
    LlamaCppSegments(const GraphSettings& settings, SegmentPool& pool);
    ~LlamaCppSegments();
    LlamaCppSegments(const LlamaCppSegments&) = delete;
    LlamaCppSegments& operator=(const LlamaCppSegments&) = delete;

    [[nodiscard]] const Part& shared() const { return m_shared; }       ///< inputs of several layers
    [[nodiscard]] const Part& embedding() const { return m_embedding; } ///< of the tokens, in RAM
    [[nodiscard]] const Part& output() const { return m_output; }
    /// A layer; the last one of a model may differ. The reference holds as long as this object.
    [[nodiscard]] const Part& layer(SegmentName name);
    [[nodiscard]] const Part& part(const SegmentName& name);

private:
    class Builder;
    struct Layer {
        SegmentName name;
        std::unique_ptr<const Part> part;
    };
    SegmentPool& m_pool;
    std::unique_ptr<Builder> m_builder;
    bool m_lastDiffers = false;
    Part m_shared;
    Part m_embedding;
    Part m_output;
    std::vector<Layer> m_layers;
};

/// The layers that decide the peak. Layers come in runs that repeat (all alike, or every sixth one different), and so
/// does the arrangement of the buffer: whole cycles are dropped from the middle of a run.
[[nodiscard]] std::vector<LayerPlace> decisiveLayers(std::span<const LayerPlace> layers);

} // namespace vram
