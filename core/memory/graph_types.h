// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace vram {

/// How one element row is stored; quantized types have blocks of several values.
struct ElementLayout {
    std::int32_t blockValues = 1;
    std::int32_t blockBytes = 4;
    [[nodiscard]] bool quantized() const { return blockValues > 1; }
    friend bool operator==(const ElementLayout&, const ElementLayout&) = default;
};
constexpr ElementLayout kF32{1, 4};
constexpr ElementLayout kF16{1, 2};
constexpr ElementLayout kI32{1, 4};
constexpr ElementLayout kI64{1, 8};

/// What the memory planner must know of a ggml operation (ggml.h has many more; those with equal behaviour are one).
enum class GraphOp : std::uint8_t {
    None,           ///< a leaf: weight, cache, input, or a copy that the scheduler adds
    View,           ///< view, reshape, permute, transpose: no memory
    MatMul,         ///< its batch is rows of the result
    MatMulId,       ///< matrices chosen by expert
    GetRows,        ///< never offloaded for its batch
    Rope,           ///< may overwrite its input; its small factor table does not decide where it runs
    InPlace,        ///< element-wise, norms, softmax: may overwrite an input of equal layout
    FusedAttention, ///< fused (flash) attention; its sinks do not decide where it runs
    Other,
};

/// What a tensor is for, in the words of an explanation.
enum class GraphLabel : std::uint8_t {
    Inputs, ///< positions, ids, rotations
    Mask,
    Residual,
    InAttention,
    Scores,
    InRecurrent,
    InFeedForward,
    InExperts,
    Logits,
    Weights, ///< copied where they are needed
};
constexpr std::size_t kGraphLabels = 10;

using TensorId = std::int32_t;
constexpr TensorId kNoTensor = -1;
/// Backends of tensors of a segment (plan_graph.h), which is planned wherever it is put.
constexpr std::int16_t kOfSegment = -2;     ///< where the segment lies
constexpr std::int16_t kOfSegmentCard = -3; ///< where it lies if that is one of several cards, else undecided
constexpr std::int16_t kInRam = -4;         ///< the host, wherever the segment lies
constexpr std::size_t kGraphSources = 7;
using Shape = std::array<std::int64_t, 4>;

/// Where nodes may run. Backends 0 .. gpus-1 are cards, backend `gpus` is the CPU.
struct GraphBackends {
    int gpus = 0;
    int inputCopies = 1; ///< 4 where cards work as a pipeline

    [[nodiscard]] int cpu() const { return gpus; }
    [[nodiscard]] int count() const { return gpus + 1; }
    friend bool operator==(const GraphBackends&, const GraphBackends&) = default;
};

} // namespace vram
