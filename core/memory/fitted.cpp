// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fitted.h"

#include <array>

namespace vram {

std::span<const FittedConstant> fittedConstants() {
    constexpr std::string_view kVllm = "start-up logs of vLLM 0.19 on H100 (tests/measured/vllm.jsonl)";
    static constexpr std::array kConstants{
        FittedConstant{"transformers-step", &Fitted::transformersStep, "transformers.peak",
                       "Qwen2 and Qwen2.5 speed tables (tests/measured/transformers_inference.jsonl)"},
        FittedConstant{"vllm-bytes-per-logit", &Fitted::vllmBytesPerLogit, "vllm.activations", kVllm},
        FittedConstant{"vllm-bytes-per-hidden", &Fitted::vllmBytesPerHidden, "vllm.activations", kVllm},
        FittedConstant{"vllm-rank-non-torch", &Fitted::vllmRankNonTorch, "vllm.non_torch", kVllm},
        FittedConstant{"vllm-graphs-base", &Fitted::vllmGraphsBase, "vllm.overhead", kVllm},
        FittedConstant{"vllm-graphs-per-layer", &Fitted::vllmGraphsPerLayer, "vllm.overhead", kVllm},
        FittedConstant{"vllm-graphs-experts", &Fitted::vllmGraphsExperts, "vllm.overhead", kVllm},
        FittedConstant{"vllm-graphs-ranks", &Fitted::vllmGraphsRanks, "vllm.overhead", kVllm},
    };
    return kConstants;
}

} // namespace vram
