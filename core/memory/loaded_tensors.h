// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/demand.h"
#include "core/units/bytes.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace vram {

/// What PyTorch's caching allocator counts for one tensor of a model that is loaded tensor by tensor into fresh memory
/// (c10/cuda/CUDACachingAllocator.cpp): sizes go up to 512 bytes; from 10 MiB on a tensor gets a segment of its own in
/// steps of 2 MiB, whose rest is only given to others where it is larger than 1 MiB. Smaller ones share segments.
[[nodiscard]] Bytes torchAllocated(Bytes tensor);

/// How a runtime cuts the tensors of a checkpoint.
enum class TensorCut : std::uint8_t {
    Modules, ///< every linear layer by itself, every expert too (Transformers)
    Merged,  ///< q, k and v in one; gate and up in one; all experts of a layer in one (vLLM, SGLang)
};

/// The large tensors of a model as a runtime allocates them, by kind of block.
class LoadedTensors {
public:
    LoadedTensors(const Resolved& resolved, TensorCut cut);

    /// What one rank of `ranks` allocates on this device beyond an even share of the checkpoint: the allocator's
    /// rounding and what cannot be cut that often (key and value heads, latents' projections, routers).
    [[nodiscard]] Bytes beyondShare(const Layout::Device& device, std::int64_t ranks, bool rounding) const;

private:
    struct Part {
        Bytes payload;              ///< the matrix
        Bytes beside;               ///< its scales, tensors of their own
        std::int64_t mostRanks = 1; ///< ranks that it can be divided over
    };
    struct Allocation {
        std::vector<Part> parts; ///< lie in one tensor
        std::int64_t count = 1;
    };
    [[nodiscard]] static Bytes beyondShare(const std::vector<Allocation>& allocations, std::int64_t ranks,
                                           bool rounding);

    std::shared_ptr<const Architecture> m_architecture;
    std::vector<std::vector<Allocation>> m_blocks;
    std::vector<Allocation> m_embedding;
    std::vector<Allocation> m_output;
};

} // namespace vram
