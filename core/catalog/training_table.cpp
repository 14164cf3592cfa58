// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/training_table.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

constexpr std::string_view kTorch = "PyTorch 2.x torch/optim";
constexpr std::string_view kBnb =
    "bitsandbytes: blocks of 2048 values share one f32 scale; tensors under 4096 values stay f32";

constexpr std::array kOptimizers{
    OptimizerRow{"adamw", "AdamW", StateShape::Whole, 2, 0, false, 1, false, false, kTorch},
    OptimizerRow{"adamw-fused", "AdamW (fused)", StateShape::Whole, 2, 0, false, 0, false, false, kTorch},
    OptimizerRow{"adamw-foreach", "AdamW (foreach)", StateShape::Whole, 2, 0, false, 1, false, false, kTorch},
    OptimizerRow{"adamw-fp32", "AdamW (f32 states)", StateShape::Whole, 2, 4, false, 0, false, false, kTorch},
    OptimizerRow{"adamw-8bit", "AdamW 8-bit", StateShape::Whole, 2, 1, false, 0, false, false, kBnb},
    OptimizerRow{"paged-adamw-8bit", "Paged AdamW 8-bit", StateShape::Whole, 2, 1, false, 0, true, false, kBnb},
    OptimizerRow{"adafactor", "Adafactor", StateShape::Factored, 1, 4, false, 0, false, false,
                 "Shazeer and Stern 2018, arXiv 1804.04235; no first moment"},
    OptimizerRow{"sgd", "SGD", StateShape::Whole, 0, 0, false, 0, false, false, kTorch},
    OptimizerRow{"sgd-momentum", "SGD with momentum", StateShape::Whole, 1, 0, false, 0, false, false, kTorch},
    OptimizerRow{"lion", "Lion", StateShape::Whole, 1, 0, false, 0, false, false, "Chen et al. 2023, arXiv 2302.06675"},
    OptimizerRow{"lion-8bit", "Lion 8-bit", StateShape::Whole, 1, 1, false, 0, false, false, kBnb},
    OptimizerRow{"muon", "Muon", StateShape::MatrixOnly, 1, 0, false, 0, false, false,
                 "Jordan et al. 2024; AdamW for embedding, head and vectors"},
    OptimizerRow{"galore", "GaLore", StateShape::LowRank, 2, 0, true, 0, false, false,
                 "Zhao et al. 2024, arXiv 2403.03507"},
    OptimizerRow{"galore-8bit", "GaLore 8-bit", StateShape::LowRank, 2, 1, true, 0, false, false,
                 "Zhao et al. 2024, arXiv 2403.03507"},
    OptimizerRow{"apollo", "APOLLO", StateShape::LowRank, 2, 0, false, 0, false, false,
                 "Zhu et al. 2024, arXiv 2412.05270: the projection comes from a seed"},
    OptimizerRow{"lomo", "LOMO", StateShape::Whole, 0, 0, false, 0, false, true, "Lv et al. 2023, arXiv 2306.09782"},
};

// Transformers, its relatives and DeepSpeed through it: logits in f32, shifted copy, their log-softmax and its gradient
// are 4 x 4 bytes a logit; in fp16 without autocast 4 x 2. One set of constants holds the rows of fsdp_qlora, the Qwen
// README and ms-swift 1.x, whose own best ones differ.
constexpr std::string_view kTrainer = "24 runs: fsdp_qlora, Qwen README, ms-swift 1.x (tests/measured/training.jsonl)";
constexpr std::string_view kAsTrainer = "as Transformers: no measurement of its own";

constexpr TrainingFramework trainerLike(std::string_view runtime, bool measured) {
    return {runtime,
            Recompute::Full,
            LossKind::Full,
            false,
            MasterCopy::Autocast,
            true,
            16,
            8,
            4,
            2,
            false,
            0,
            0,
            true,
            0.5,
            measured ? 0.12 : 0.25,
            measured ? 0.25 : 0.30,
            measured,
            measured ? kTrainer : kAsTrainer};
}

constexpr TrainingFramework deepSpeed() {
    TrainingFramework row = trainerLike("DeepSpeed", false);
    row.master = MasterCopy::Separate;
    row.foreachAdam = false; // its own fused Adam
    row.sharding = "zero3";
    return row;
}

constexpr std::array kFrameworks{
    trainerLike("Transformers", true),
    trainerLike("LLaMA-Factory", false),
    trainerLike("axolotl", false),
    trainerLike("ms-swift", false),
    TrainingFramework{"Unsloth",
                      Recompute::Offloaded,
                      LossKind::Fused,
                      true,
                      MasterCopy::Autocast,
                      false,
                      16,
                      8,
                      4,
                      2,
                      true,
                      0,
                      0,
                      false,
                      0.9,
                      0.15,
                      0.15,
                      true,
                      "longest sequences of its README (2025-01)",
                      ""},
    TrainingFramework{"torchtune", Recompute::Full, LossKind::Chunked, false, MasterCopy::Autocast, true, 10, 8, 2, 0,
                      false, 0, 0, false, 0.1, 0.12, 0.12, true, "4 runs of its README and tutorials"},
    TrainingFramework{"litgpt", Recompute::Full, LossKind::Full, false, MasterCopy::Autocast, true, 12, 8, 2, 0, false,
                      1.3, 4, false, 0, 0.15, 0.20, true, "litgpt docs of 2023-10 and its config hub of 2024"},
    deepSpeed(),
    TrainingFramework{"torchtitan", Recompute::Selective, LossKind::Full, false, MasterCopy::Sharded, true, 14, 8, 4, 2,
                      false, 0, 0, false, 0.5, 0.30, 0.25, true, "torchtitan benchmarks of 2024-12 (H100)"},
    TrainingFramework{"Megatron-LM", Recompute::Selective, LossKind::Full, true, MasterCopy::FullGrad, false, 10, 8, 2,
                      0, false, 0, 0, false, 1, 0.20, 0.25, false, "Korthikanti et al. 2022, arXiv 2205.05198"},
};

} // namespace

std::span<const OptimizerRow> optimizerTable() { return kOptimizers; }

const OptimizerRow* findOptimizer(std::string_view id) {
    const auto* const found = std::ranges::find(kOptimizers, id, &OptimizerRow::id);
    return found == kOptimizers.end() ? nullptr : found;
}

std::span<const TrainingFramework> trainingFrameworks() { return kFrameworks; }

const TrainingFramework* findTrainingFramework(std::string_view runtime) {
    const auto* const found = std::ranges::find(kFrameworks, runtime, &TrainingFramework::runtime);
    return found == kFrameworks.end() ? nullptr : found;
}

} // namespace vram
