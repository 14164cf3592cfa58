// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/llamacpp_graph.h"

#include <optional>

namespace vram {

/// What the host sets before each run; made once, used by the layers that need it.
struct AttentionInputs {
    TensorId keyRows = kNoTensor; ///< where keys go in the cache
    TensorId valueRows = kNoTensor;
    TensorId mask = kNoTensor;
    TensorId keyRotation = kNoTensor; ///< Hadamard rotation of a quantized cache
    TensorId valueRotation = kNoTensor;
    std::int64_t cells = 0;
};

/// Builds the parts of one layer. The functions follow the order in which llama.cpp makes and expands tensors, since
/// that order decides what is alive together.
class LayerBuilder {
public:
    /// Puts what layers share into the graph.
    LayerBuilder(ComputeGraph& graph, const GraphSettings& settings);

    /// Block, class of stored matrices and RamParts of what is built from now on.
    void startLayer(std::uint16_t block, std::uint16_t stored, std::uint8_t inRam);
    [[nodiscard]] TensorId norm(TensorId x);
    /// Of the output layer: not bound to a layer's backend, it follows its weights.
    [[nodiscard]] TensorId outputNorm(TensorId x);
    [[nodiscard]] TensorId attention(TensorId x, const GroupedAttention& attention);
    [[nodiscard]] TensorId attention(TensorId x, const LatentAttention& attention);
    [[nodiscard]] TensorId attention(TensorId x, const CompressedAttention& attention);
    [[nodiscard]] TensorId recurrent(TensorId x, const Recurrent& part);
    [[nodiscard]] TensorId feedForward(TensorId x, const DenseFeedForward& part);
    [[nodiscard]] TensorId feedForward(TensorId x, const MixtureOfExperts& part);
    [[nodiscard]] TensorId add(TensorId a, TensorId b) { return m_graph.like(GraphOp::InPlace, {a, b}); }
    [[nodiscard]] std::int64_t tokens() const { return m_tokens; }
    [[nodiscard]] static ElementLayout layoutOf(GgmlType type);

private:
    [[nodiscard]] TensorId vectorWeight(std::int64_t size);
    [[nodiscard]] TensorId weight(TensorRole role, std::size_t index, const Shape& expected);
    [[nodiscard]] std::int16_t expertHome() const { return (m_inRam & kExpertsInRam) != 0 ? kInRam : kOfSegment; }
    [[nodiscard]] TensorId cacheTensor(const ElementLayout& layout, const Shape& shape);
    [[nodiscard]] TensorId multiply(TensorId weight, TensorId x);
    [[nodiscard]] TensorId linear(TensorRole role, TensorId x, std::int64_t rows, std::size_t index = 0);
    [[nodiscard]] TensorId bias(TensorId x, bool present);
    [[nodiscard]] TensorId weightedNorm(TensorId x);
    [[nodiscard]] TensorId rope(TensorId x);
    [[nodiscard]] TensorId rotate(TensorId x, TensorId rotation);
    [[nodiscard]] TensorId copy(TensorId x, const Shape& shape);
    void addInputs(const Block& block);
    void addInputs(std::int64_t window, std::int64_t headDim, std::int64_t valueDim, bool latent);
    [[nodiscard]] const AttentionInputs& inputsOf(std::int64_t window) const {
        return window > 0 ? *m_windowed : *m_full;
    }

    struct Heads {
        TensorId q = kNoTensor;
        TensorId k = kNoTensor;
        TensorId v = kNoTensor;
    };
    [[nodiscard]] Heads project(TensorId x, const GroupedAttention& attention);
    [[nodiscard]] TensorId storeKeys(TensorId k, TensorId cache, TensorId rows, std::int64_t cells);
    [[nodiscard]] TensorId storeTransposed(TensorId v, TensorId cache, TensorId rows);
    [[nodiscard]] TensorId attend(TensorId q, TensorId k, TensorId v, const AttentionInputs& inputs, TensorId sinks,
                                  TensorId valueUp, bool valueTransposed);
    [[nodiscard]] TensorId cachedRows(TensorId cache, std::int64_t dim, std::int64_t heads, std::int64_t cells);

    [[nodiscard]] TensorId openStates(TensorId cache, std::int64_t size);
    void moveSpareStates(TensorId rows, TensorId cache, std::int64_t size);
    [[nodiscard]] TensorId states(TensorId cache, std::int64_t size);
    void keepState(TensorId from, TensorId cache, std::int64_t size);
    [[nodiscard]] TensorId convolve(TensorId mixed, const Recurrent& r);
    [[nodiscard]] TensorId mamba2(TensorId x, const Recurrent& r);
    [[nodiscard]] TensorId gatedDeltaNet(TensorId x, const Recurrent& r);
    [[nodiscard]] TensorId otherRecurrence(TensorId x, const Recurrent& r);
    [[nodiscard]] TensorId shortConvolution(TensorId x, const Recurrent& r);

    [[nodiscard]] TensorId gatedUnit(TensorId x, TensorRole gate, TensorRole up, TensorRole down, std::int64_t width,
                                     bool gated, bool withBias);
    [[nodiscard]] bool normalizesWeights(const MixtureOfExperts& part) const;
    [[nodiscard]] TensorId route(TensorId logits, const MixtureOfExperts& part, TensorId& selected);
    [[nodiscard]] TensorId byExpert(TensorRole role, TensorId x, TensorId selected, std::int64_t used,
                                    std::int64_t rows, const MixtureOfExperts& part);

    ComputeGraph& m_graph;
    const GraphSettings& m_settings;
    std::uint16_t m_block = 0;
    std::uint16_t m_stored = 0;
    std::uint8_t m_inRam = 0;
    std::int64_t m_tokens = 0; ///< of the micro-batch, a multiple of the sequences
    std::int64_t m_streams = 1;
    std::int64_t m_sequences = 1;
    std::int64_t m_widestValue = 0; ///< over the layers: rows of the transposed value cache
    bool m_hasWindows = false;
    TensorId m_positions = kNoTensor;
    TensorId m_stateIds = kNoTensor;
    TensorId m_spareIds = kNoTensor;
    std::optional<AttentionInputs> m_full;
    std::optional<AttentionInputs> m_windowed;
    TensorId m_ropeFactors = kNoTensor;
};

} // namespace vram
