// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace vram {

/// What context and batch make of a graph: the counts that shapes of tensors are products of.
struct GraphWorkload {
    std::int64_t tokens = 1; ///< of the micro-batch, a multiple of the sequences
    std::int64_t sequences = 1;
    std::int64_t streams = 1;       ///< of the cache: one or as many as sequences
    std::int64_t outputs = 1;       ///< tokens whose logits are computed
    std::int64_t cells = 256;       ///< of a stream
    std::int64_t windowCells = 256; ///< the same for layers with a sliding window
    friend bool operator==(const GraphWorkload&, const GraphWorkload&) = default;
};

/// The products of counts that bytes of tensors are sums of, with whole coefficients.
enum class WorkloadTerm : std::uint8_t {
    One,
    Tokens,
    Sequences,
    TokensOfSequence,
    Outputs,
    CellsTokens,
    CellsStreams,
    WindowTokens,
    WindowStreams,
};
constexpr std::size_t kWorkloadTerms = 9;
using WorkloadTerms = std::array<std::int64_t, kWorkloadTerms>;

[[nodiscard]] constexpr WorkloadTerms termsOf(const GraphWorkload& load) {
    return {1,
            load.tokens,
            load.sequences,
            load.tokens / load.sequences,
            load.outputs,
            load.cells * load.tokens,
            load.cells * load.streams,
            load.windowCells * load.tokens,
            load.windowCells * load.streams};
}

/// Counts that are 1, or equal to each other, change which tensors are alike: such workloads are told apart.
struct WorkloadKind {
    bool ordinary = true; ///< no count but these is 1
    bool oneSequence = false;
    bool oneOutput = false;
    bool allOutputs = false;
    friend bool operator==(const WorkloadKind&, const WorkloadKind&) = default;
};

[[nodiscard]] constexpr WorkloadKind kindOf(const GraphWorkload& load) {
    const bool one = load.sequences == 1;
    return {load.tokens > 1 && (one || load.tokens > load.sequences), one, load.outputs == 1,
            load.outputs == load.tokens};
}

} // namespace vram
