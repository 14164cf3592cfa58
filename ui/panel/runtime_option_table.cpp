// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/runtime_option_table.h"

#include <QtGlobal>

namespace vram::ui {

namespace {

constexpr int kMostTokens = 1 << 20; // of a box; a file may ask for more
constexpr int kMostSequences = 1 << 16;
constexpr int kMostPage = 1 << 16;
constexpr int kTokenStep = 512;
constexpr int kSequenceStep = 8;
constexpr int kPageStep = 16;

using Choice = RuntimeChoice;

constexpr auto kCudaGraphsTip = QT_TRANSLATE_NOOP(
    "RuntimeOption", "Recorded kernels that make short steps faster and stay in memory; off with eager execution");
constexpr auto kStepTip =
    QT_TRANSLATE_NOOP("RuntimeOption", "Most tokens that one step processes, of all sequences together");
constexpr auto kSequencesTip = QT_TRANSLATE_NOOP("RuntimeOption", "Most sequences that run at the same time");
constexpr auto kChunkTip = QT_TRANSLATE_NOOP("RuntimeOption", "Tokens of a prompt that are processed at once");
constexpr auto kPageTip = QT_TRANSLATE_NOOP("RuntimeOption", "Tokens in one page of the cache");

constexpr std::array kOptions{
    RuntimeOption{
        Engine::LlamaCpp, "logical_batch", &Choice::logicalBatch, QT_TRANSLATE_NOOP("RuntimeOption", "Logical batch"),
        QT_TRANSLATE_NOOP("RuntimeOption", "Tokens that the program hands over at once (-b)"), kMostTokens, kTokenStep},
    RuntimeOption{Engine::LlamaCpp, "ubatch", &Choice::ubatch, QT_TRANSLATE_NOOP("RuntimeOption", "Micro-batch"),
                  QT_TRANSLATE_NOOP("RuntimeOption", "Tokens that one graph computes (-ub); the working buffer grows "
                                                     "with it"),
                  kMostTokens, kTokenStep},
    RuntimeOption{Engine::LlamaCpp, "unified_kv", &Choice::unifiedKv,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Unified KV cache"),
                  QT_TRANSLATE_NOOP("RuntimeOption", "One cache that all sequences share (-kvu)")},
    RuntimeOption{Engine::LlamaCpp, "swa_full", &Choice::swaFull, QT_TRANSLATE_NOOP("RuntimeOption", "Full windows"),
                  QT_TRANSLATE_NOOP("RuntimeOption", "Layers with a sliding window keep the whole context "
                                                     "(--swa-full)")},
    RuntimeOption{Engine::Vllm, "gpu_memory_utilization", &Choice::gpuMemoryUtilization,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Share of the card"),
                  QT_TRANSLATE_NOOP("RuntimeOption", "Part of the card that vLLM takes (gpu_memory_utilization)")},
    RuntimeOption{Engine::Vllm, "max_num_batched_tokens", &Choice::maxBatchedTokens,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Tokens a step"), kStepTip, kMostTokens, kTokenStep},
    RuntimeOption{Engine::Vllm, "max_num_seqs", &Choice::maxSequences, QT_TRANSLATE_NOOP("RuntimeOption", "Sequences"),
                  kSequencesTip, kMostSequences, kSequenceStep},
    RuntimeOption{Engine::Vllm, "cuda_graphs", &Choice::cudaGraphs, QT_TRANSLATE_NOOP("RuntimeOption", "CUDA graphs"),
                  kCudaGraphsTip},
    RuntimeOption{Engine::Sglang, "mem_fraction_static", &Choice::memFractionStatic,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Static share"),
                  QT_TRANSLATE_NOOP("RuntimeOption", "Part of the card for weights and cache (mem_fraction_static)")},
    RuntimeOption{Engine::Sglang, "chunked_prefill_size", &Choice::chunkedPrefillSize,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Prompt chunk"), kChunkTip, kMostTokens, kTokenStep},
    RuntimeOption{Engine::Sglang, "max_num_seqs", &Choice::maxSequences,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Sequences"), kSequencesTip, kMostSequences, kSequenceStep},
    RuntimeOption{Engine::Sglang, "cuda_graphs", &Choice::cudaGraphs, QT_TRANSLATE_NOOP("RuntimeOption", "CUDA graphs"),
                  kCudaGraphsTip},
    RuntimeOption{Engine::Sglang, "cuda_graph_max_bs", &Choice::cudaGraphMaxBatch,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Largest graph"),
                  QT_TRANSLATE_NOOP("RuntimeOption", "Sequences of the largest CUDA graph (cuda_graph_max_bs)"),
                  kMostSequences, kSequenceStep},
    RuntimeOption{Engine::Sglang, "page_size", &Choice::pageSize, QT_TRANSLATE_NOOP("RuntimeOption", "Page size"),
                  kPageTip, kMostPage, kPageStep},
    RuntimeOption{Engine::TensorRtLlm, "free_gpu_memory_fraction", &Choice::freeGpuMemoryFraction,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Cache share"),
                  QT_TRANSLATE_NOOP("RuntimeOption", "Part of what is left that the cache takes "
                                                     "(free_gpu_memory_fraction)")},
    RuntimeOption{Engine::TensorRtLlm, "max_num_batched_tokens", &Choice::maxBatchedTokens,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Tokens a step"), kStepTip, kMostTokens, kTokenStep},
    RuntimeOption{Engine::TensorRtLlm, "max_num_seqs", &Choice::maxSequences,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Sequences"), kSequencesTip, kMostSequences, kSequenceStep},
    RuntimeOption{Engine::TensorRtLlm, "cuda_graphs", &Choice::cudaGraphs,
                  QT_TRANSLATE_NOOP("RuntimeOption", "CUDA graphs"), kCudaGraphsTip},
    RuntimeOption{Engine::TensorRtLlm, "page_size", &Choice::pageSize, QT_TRANSLATE_NOOP("RuntimeOption", "Page size"),
                  kPageTip, kMostPage, kPageStep},
    RuntimeOption{Engine::Mlx, "chunked_prefill_size", &Choice::chunkedPrefillSize,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Prompt chunk"), kChunkTip, kMostTokens, kTokenStep},
    RuntimeOption{Engine::ExLlama, "chunked_prefill_size", &Choice::chunkedPrefillSize,
                  QT_TRANSLATE_NOOP("RuntimeOption", "Prompt chunk"), kChunkTip, kMostTokens, kTokenStep},
};

} // namespace

std::span<const RuntimeOption> runtimeOptions() { return kOptions; }

} // namespace vram::ui
