// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/runtime_constants.h"

#include <array>
#include <cstddef>

namespace vram {

namespace {

constexpr std::string_view kSglangArguments = "SGLang 0.5 server_args.py, memory settings by card";
constexpr std::string_view kSglangCache = "SGLang 0.5 kv_cache_configurator.py";
constexpr std::string_view kTensorRtArguments = "TensorRT-LLM 1.x llm_args.py";
constexpr std::string_view kMlxCache = "mlx-lm 0.32 models/cache.py";
constexpr std::string_view kMlxGenerate = "mlx-lm 0.32 generate.py";
constexpr std::string_view kExLlama2 = "ExLlamaV2 0.3 config.py, model.py";
constexpr std::string_view kExLlama3 = "ExLlamaV3 1.4";

constexpr std::array kValues{
    KnownValue{Known::StepResiduals, "step-residuals", 4, 4, 4, "values a token and hidden size",
               "as Transformers' measured prompt peak", Confidence::Medium},
    KnownValue{Known::StepFeedForwards, "step-feed-forwards", 3, 3, 3, "values a token and feed-forward width",
               "gate, up and their product; as Transformers' measured prompt peak", Confidence::Medium},
    KnownValue{Known::StepRange, "step-range", 0.7, 1, 1.6, "factor", "assumption: no measurement", Confidence::Low},
    KnownValue{Known::TensorNonTorch, "tensor-non-torch", 0.6, 2.1, 2.4, "GiB",
               "assumption: as vLLM 0.19 with tensor parallelism on H100, wider", Confidence::Low},
    KnownValue{Known::SglangMetadata, "sglang-metadata", 512, 512, 512, "MiB", kSglangArguments, Confidence::High},
    KnownValue{Known::SglangPerPromptToken, "sglang-per-prompt-token", 1.5, 1.5, 1.5, "MiB a token", kSglangArguments,
               Confidence::High},
    KnownValue{Known::SglangLeastPromptTokens, "sglang-least-prompt-tokens", 2048, 2048, 2048, "tokens",
               kSglangArguments, Confidence::High},
    KnownValue{Known::SglangPerGraphSequence, "sglang-per-graph-sequence", 1, 2, 4, "MiB a sequence",
               "SGLang 0.5 server_args.py; start-up logs: 1.0 to 1.4 GB for 512 sequences", Confidence::Medium},
    KnownValue{Known::SglangPerRank, "sglang-per-rank", 128, 128, 128, "MiB a rank", kSglangArguments,
               Confidence::High},
    KnownValue{Known::SglangLargeCard, "sglang-large-card", 61440, 61440, 61440, "MiB", kSglangArguments,
               Confidence::High},
    KnownValue{Known::SglangLargeCardReserve, "sglang-large-card-reserve", 10240, 10240, 10240, "MiB", kSglangArguments,
               Confidence::High},
    KnownValue{Known::SglangVisionShare, "sglang-vision-share", 0.95, 0.95, 0.95, "factor",
               "SGLang 0.5 server_args.py; its correction by the size of the tower is left out", Confidence::Medium},
    KnownValue{Known::SglangWindowShare, "sglang-window-share", 0.8, 0.8, 0.8, "sliding tokens a full token",
               "SGLang 0.5 swa_full_tokens_ratio", Confidence::High},
    KnownValue{Known::SglangStateSlots, "sglang-state-slots", 3, 3, 5, "states a sequence", kSglangCache,
               Confidence::High},
    KnownValue{Known::SglangLatentPage, "sglang-latent-page", 64, 64, 64, "tokens",
               "SGLang 0.5: FlashMLA and TensorRT-LLM MLA kernels", Confidence::Medium},
    KnownValue{Known::SglangRequests, "sglang-requests", 2048, 2048, 4096, "sequences", kSglangCache, Confidence::High},
    KnownValue{Known::SglangLogit, "sglang-logit", 6, 6, 6, "bytes a logit", "16-bit logits and their f32 copy",
               Confidence::Medium},
    KnownValue{Known::TensorRtFreeShare, "tensorrt-free-share", 0.9, 0.9, 0.9, "factor", kTensorRtArguments,
               Confidence::High},
    KnownValue{Known::TensorRtBlock, "tensorrt-block", 32, 32, 64, "tokens", kTensorRtArguments, Confidence::High},
    KnownValue{Known::TensorRtTokens, "tensorrt-tokens", 8192, 8192, 8192, "tokens", kTensorRtArguments,
               Confidence::High},
    KnownValue{Known::TensorRtSequences, "tensorrt-sequences", 2048, 2048, 2048, "sequences", kTensorRtArguments,
               Confidence::High},
    KnownValue{Known::TensorRtGraphs, "tensorrt-graphs", 0.3, 0.7, 1.5, "GiB", "assumption: as vLLM's on H100",
               Confidence::Low},
    KnownValue{Known::TensorRtLogit, "tensorrt-logit", 4, 4, 4, "bytes a logit", "f32 logits of the largest batch",
               Confidence::Medium},
    KnownValue{Known::MlxStep, "mlx-step", 256, 256, 256, "tokens", kMlxCache, Confidence::High},
    KnownValue{Known::MlxPrefillStep, "mlx-prefill-step", 2048, 2048, 2048, "tokens", kMlxGenerate, Confidence::High},
    KnownValue{Known::MlxBase, "mlx-base", 20, 60, 200, "MiB", "assumption: buffers kept between cache clearings",
               Confidence::Low},
    KnownValue{Known::ExLlamaPage, "exllama-page", 256, 256, 256, "tokens", kExLlama3, Confidence::High},
    KnownValue{Known::ExLlamaChunk, "exllama-chunk", 2048, 2048, 2048, "tokens", kExLlama2, Confidence::High},
    KnownValue{Known::ExLlama2DequantLimit, "exllama2-dequant-limit", 536870912, 536870912, 536870912, "elements",
               kExLlama2, Confidence::High},
    KnownValue{Known::ExLlama2Reserve, "exllama2-reserve", 0, 64, 192, "MiB", kExLlama2, Confidence::Medium},
    KnownValue{Known::ExLlama3WindowExtra, "exllama3-window-extra", 512, 512, 512, "tokens",
               "ExLlamaV3 1.4 modules/sliding_attn.py", Confidence::High},
    KnownValue{Known::ExLlama3OutputRows, "exllama3-output-rows", 32, 32, 32, "tokens", kExLlama3, Confidence::High},
    KnownValue{Known::LlamaCppVisionWork, "llamacpp-vision-work", 60, 300, 1200, "MiB",
               "assumption: 4,096 patches with 16 heads are 1 GiB without flash attention; smaller pictures less",
               Confidence::Low},
};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kValues.size(); ++i) {
        if (static_cast<std::size_t>(kValues[i].id) != i) {
            return false;
        }
    }
    return true;
}
static_assert(inOrder());

} // namespace

const KnownValue& known(Known id) { return kValues.at(static_cast<std::size_t>(id)); }

std::span<const KnownValue> knownValues() { return kValues; }

} // namespace vram
