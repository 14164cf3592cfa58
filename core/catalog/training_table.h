// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace vram {

/// How an optimizer keeps its states for one trained tensor.
enum class StateShape : std::uint8_t {
    Whole,      ///< `copies` states as large as the tensor
    Factored,   ///< rows + columns of a matrix; whole for vectors
    LowRank,    ///< in a subspace of `optimizer_rank` for matrices of layers; whole for the others
    MatrixOnly, ///< `copies` for matrices of layers; two whole ones for the others
};

/// One row of the optimizer table.
struct OptimizerRow {
    std::string_view id;   ///< "adamw"
    std::string_view name; ///< as users know it; not translated
    StateShape shape{};
    double copies = 0;       ///< states
    double bytes = 0;        ///< of a state's value; 0: 4, or 2 where parameters are 16-bit without a master copy
    bool projector = false;  ///< low rank: the projection matrix is kept
    double temporaries = 0;  ///< copies of all trained values that one step makes (foreach)
    bool paged = false;      ///< states lie in unified memory that moves to RAM under pressure
    bool inBackward = false; ///< updates each tensor as its gradient arrives
    std::string_view source;
};
[[nodiscard]] std::span<const OptimizerRow> optimizerTable();
[[nodiscard]] const OptimizerRow* findOptimizer(std::string_view id);

/// What happens between backward passes to values that layers computed.
enum class Recompute : std::uint8_t { None, Selective, Full, Offloaded };
/// Cross-entropy over the vocabulary.
enum class LossKind : std::uint8_t { Full, Chunked, Fused };
/// Where mixed precision keeps its 32-bit values.
enum class MasterCopy : std::uint8_t {
    Autocast, ///< parameters are f32, a 16-bit cast lives beside them: 4 + 2, gradients 4
    Separate, ///< parameters and gradients 16-bit, an f32 copy with the optimizer: 2 + 2 + 4 (DeepSpeed)
    FullGrad, ///< parameters 16-bit, gradients f32, an f32 copy: 2 + 4 + 4 (Megatron-LM)
    Sharded,  ///< parameters and gradients f32, 16-bit only while a layer runs: 4 + 4 (FSDP2)
};

/// One training framework: its defaults, and the constants of its estimate. Figures with their fit: docs/training.md.
struct TrainingFramework {
    std::string_view runtime; ///< name in the runtime table
    Recompute recompute{};    ///< what checkpointing means by default
    LossKind loss{};
    bool fusedKernels = false;
    MasterCopy master{};
    bool foreachAdam = true;         ///< torch's default AdamW: temporaries of one more copy a step
    double lossBytes = 16;           ///< of a logit at the worst moment, loss `Full`, single precision
    double halfLossBytes = 8;        ///< the same where the model computes in fp16 without autocast (GPTQ, AWQ)
    std::int64_t adapterBytes = 4;   ///< of a value of an adapter and of its gradient
    double adapterInputBytes = 2;    ///< kept of every target's input value; 0: the layer's own copy serves
    bool sharedAdapterInput = false; ///< targets with one input keep it once
    double quantizedOutputBytes = 0; ///< kept of every quantized matrix's output value
    double quantizedHeadBytes = 0;   ///< of a value of the head where the base is quantized: expanded copies
    bool upcastsEmbeddings = false;  ///< adapters: embedding, head and norms are held in f32
    double baseGib = 0;              ///< workspaces and small tensors
    double rangeBelow = 0;           ///< ends of a range that holds 95 % of measured runs, as shares of the run
    double rangeAbove = 0;
    bool measured = false; ///< false: constants are those of a framework that works alike
    std::string_view source;
    std::string_view sharding = "fsdp"; ///< how ranks share parameters: "fsdp", "zero3"; empty: they do not
};
[[nodiscard]] std::span<const TrainingFramework> trainingFrameworks();
[[nodiscard]] const TrainingFramework* findTrainingFramework(std::string_view runtime);

} // namespace vram
