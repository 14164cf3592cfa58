// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace vram {

/// Every constant of an estimate that was fitted to measurements instead of read from a runtime's source. The values
/// here are the shipped ones; the program `accuracy` fits them again on a part of the cases and judges the rest
/// (docs/accuracy.md).
struct Fitted {
    double transformersStep = 0.0117;    ///< GiB: a step's small tensors: sampler, masks, positions, a cache's slack
    double vllmBytesPerLogit = 14.6;     ///< bytes a sequence of the sampler's warm-up and vocabulary row
    double vllmBytesPerHidden = 4.15;    ///< bytes a batched token and hidden value, in 16 bits
    double vllmGraphsBase = 0.552;       ///< GiB of CUDA graphs
    double vllmGraphsPerLayer = 0.01127; ///< GiB a layer
    double vllmGraphsExperts = 0.500;    ///< GiB more with experts
    double vllmGraphsRanks = -0.081;     ///< GiB more with tensor parallelism
    double vllmRankNonTorch = 2.109;     ///< GiB outside PyTorch with tensor parallelism (NCCL's buffers)
    friend bool operator==(const Fitted&, const Fitted&) = default;
};

/// One fitted constant: its name, where it stands and what it was fitted on.
struct FittedConstant {
    std::string_view id;
    double Fitted::*value;
    std::string_view figure; ///< id of the accuracy program's figure that it is fitted on
    std::string_view source;
};
[[nodiscard]] std::span<const FittedConstant> fittedConstants();

} // namespace vram
