// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/gguf_mix.h"
#include "core/scenario/extras_choice.h"
#include "core/scenario/training_choice.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vram {

struct CatalogName {
    std::string name;
    friend bool operator==(const CatalogName&, const CatalogName&) = default;
};
struct ModelFile {
    std::string path;
    friend bool operator==(const ModelFile&, const ModelFile&) = default;
};
struct ModelConfig {
    std::string json;
    friend bool operator==(const ModelConfig&, const ModelConfig&) = default;
};
struct ModelSize {
    std::int64_t parameters = 0;
    friend bool operator==(const ModelSize&, const ModelSize&) = default;
};
using ModelSource = std::variant<CatalogName, ModelFile, ModelConfig, ModelSize>;

enum class Task : std::uint8_t { Inference, Lora, Qlora, Full };
enum class PlacementMode : std::uint8_t { Auto, Layers, Tensor, Pipeline };

// Limits that a scenario is checked against; far above anything sold, far below overflow.
constexpr std::int64_t kMostContext = 1'000'000'000;
constexpr std::int64_t kMostBatch = 1'000'000;
constexpr std::int64_t kMostGpus = 4096;      ///< of one machine, all kinds together
constexpr std::int64_t kMostRowGpus = 16'384; ///< of all rows that are compared

/// Types of the cached keys and values; empty: the runtime's default.
struct KvCacheChoice {
    std::string k;
    std::string v;
    friend bool operator==(const KvCacheChoice&, const KvCacheChoice&) = default;
};

/// Runtime and its options; an absent option takes the runtime's own default (docs/schema.md).
struct RuntimeChoice {
    std::string name = "llama.cpp";
    std::string version; ///< empty: the newest known
    std::optional<bool> flashAttention;
    // llama.cpp and its front ends
    std::optional<std::int64_t> logicalBatch; ///< n_batch
    std::optional<std::int64_t> ubatch;       ///< n_ubatch
    std::optional<bool> unifiedKv;
    std::optional<bool> swaFull;
    std::optional<bool> outputsAll; ///< "outputs": "all" | "per-sequence"
    // vLLM
    std::optional<double> gpuMemoryUtilization;
    std::optional<std::int64_t> maxBatchedTokens;
    std::optional<std::int64_t> maxSequences;
    std::optional<bool> cudaGraphs;
    // SGLang, TensorRT-LLM, MLX, ExLlama
    std::optional<double> memFractionStatic;        ///< SGLang: share of the card for weights and cache
    std::optional<double> freeGpuMemoryFraction;    ///< TensorRT-LLM: share of what is left that the cache takes
    std::optional<std::int64_t> chunkedPrefillSize; ///< tokens of a prompt processed at once
    std::optional<std::int64_t> cudaGraphMaxBatch;  ///< SGLang: sequences of the largest CUDA graph
    std::optional<std::int64_t> pageSize;           ///< tokens a page of the cache
    friend bool operator==(const RuntimeChoice&, const RuntimeChoice&) = default;
};

struct GpuChoice {
    std::string name;
    std::int64_t count = 1;
    friend bool operator==(const GpuChoice&, const GpuChoice&) = default;
};

struct MachineChoice {
    std::vector<GpuChoice> gpus; ///< empty: CPU only
    double ramGib = 64;
    std::optional<double> ramGbPerSecond;
    double marginPercent = 10;               ///< of the usable memory
    std::optional<double> desktopMib;        ///< what the desktop takes of the first card; absent: by its class
    std::string ramType;                     ///< "DDR5-5600": gives the bandwidth where `ramGbPerSecond` is absent
    std::optional<std::int64_t> ramChannels; ///< of 64 bits each; absent: two
    std::optional<std::int64_t> cpuCores;    ///< physical ones
    std::string pcie;                        ///< link of the cards in this machine, "4.0x16"; empty: the cards' own
    std::optional<double> diskGbPerSecond;   ///< of the disk that holds the model, for what RAM does not hold
    friend bool operator==(const MachineChoice&, const MachineChoice&) = default;
};

struct PlacementChoice {
    PlacementMode mode = PlacementMode::Auto;
    std::optional<std::int64_t> gpuLayers;     ///< as llama.cpp's -ngl: layers + 1 is all; more is all
    std::optional<std::int64_t> cpuExperts;    ///< as --n-cpu-moe: routed experts of the first so many layers in RAM
    std::optional<std::int64_t> vramBudgetMib; ///< at most so much of every card
    // llama.cpp and its front ends
    bool kvInRam = false;       ///< -nkvo
    bool rowSplit = false;      ///< several cards: matrices by rows instead of layers in turn (-sm row)
    std::vector<double> ratios; ///< a card's share of the layers or rows (-ts); empty: by usable memory
    std::int64_t mainGpu = 0;   ///< with rows: the card that holds all else (-mg)
    bool mmap = true;           ///< weights in RAM are pages of the file, which the system may drop and read again
    bool mlock = false;         ///< ... which it may not
    // vLLM, SGLang, TensorRT-LLM; absent: the cards are shared out by `mode`
    std::optional<std::int64_t> tensorParallel;
    std::optional<std::int64_t> pipelineParallel;
    std::optional<std::int64_t> dataParallel;
    bool expertParallel = false; ///< whole experts on each rank instead of a part of every expert
    bool expertsFirst = false;   ///< llama.cpp, automatic: routed experts go to RAM before whole layers do
    friend bool operator==(const PlacementChoice&, const PlacementChoice&) = default;
};

/// What the user wants to reach at least.
struct TargetChoice {
    std::optional<double> firstTokenSeconds;
    std::optional<double> decodeTokensPerSecond; ///< of one sequence
    friend bool operator==(const TargetChoice&, const TargetChoice&) = default;
};

/// What the user saw when it ran: kept with the question, and no part of the answer.
struct SeenChoice {
    std::optional<double> vramMib; ///< all cards
    std::optional<double> ramMib;
    std::optional<double> decodeTokensPerSecond;
    std::optional<double> prefillTokensPerSecond;
    std::string note;
    friend bool operator==(const SeenChoice&, const SeenChoice&) = default;
};

/// What rows can be ordered by; "-" in front turns the order round. Empty: as added.
constexpr std::array<std::string_view, 27> kRowSorts{
    "",          "memory",          "verdict",     "name",     "weights",
    "kv_cache",  "recurrent_state", "activations", "overhead", "gradients",
    "optimizer", "adapter",         "total",       "usable",   "left",
    "bandwidth", "cores",           "year",        "tdp",      "max_context",
    "max_users", "best_weights",    "most_layers", "price",    "decode",
    "prefill",   "first_token"};

/// What rows can be of; core/advice/sweep.h says what that means.
constexpr std::string_view kGpuAxis = "gpu";
constexpr std::string_view kTaskAxis = "task";
constexpr std::string_view kContextAxis = "context";
constexpr std::string_view kBatchAxis = "batch";
constexpr std::string_view kScenarioAxis = "scenario";
constexpr std::array<std::string_view, 9> kAxisIds{kGpuAxis, kTaskAxis, "weights", kContextAxis, kBatchAxis,
                                                   "kv",     "runtime", "model",   kScenarioAxis};
constexpr std::size_t kMostAxisValues = 64; ///< compared at once, also of saved scenarios

/// A whole question that is kept as a row.
struct SavedScenario {
    std::string name;
    std::string json; ///< as scenarioToJson() writes it, without its view
    friend bool operator==(const SavedScenario&, const SavedScenario&) = default;
};

/// The window's own part: which rows are compared and how. `report()` ignores it.
struct ViewChoice {
    std::string axis = "gpu";
    std::vector<GpuChoice> rows;          ///< of cards; empty: the defaults of the window
    std::vector<std::string> values;      ///< of any other axis, by name or number; empty: the usual ones
    std::vector<SavedScenario> scenarios; ///< rows where scenarios are compared; names differ
    bool shareScale = false;              ///< "scale": "gib" | "share"
    std::string sort;                     ///< one of kRowSorts, or "-" and one of them
    friend bool operator==(const ViewChoice&, const ViewChoice&) = default;
};

/// `Scenario::weights` for what the model's own files store, or what its authors publish.
constexpr std::string_view kAsStored = "file";

/// What a scenario is asked with where it does not say.
[[nodiscard]] constexpr std::string_view usualWeights(Task task) {
    return task == Task::Inference ? "Q4_K_M" : task == Task::Qlora ? "NF4" : "BF16";
}
[[nodiscard]] constexpr std::string_view usualRuntime(Task task) {
    return task == Task::Inference ? "llama.cpp" : "Transformers";
}

/// The user's question as a value. JSON: docs/schema.md.
struct Scenario {
    ModelSource model = CatalogName{"Qwen/Qwen3-14B"};
    std::string weights = "Q4_K_M";
    QuantizerChoice quantizer; ///< how a GGUF was made; other formats ignore it
    Task task = Task::Inference;
    std::int64_t context = 8192;        ///< tokens per sequence
    std::int64_t batch = 1;             ///< concurrent sequences
    std::optional<std::int64_t> prompt; ///< longest prompt processed in one pass
    KvCacheChoice kvCache;
    RuntimeChoice runtime;
    TrainingChoice training;
    MachineChoice machine;
    PlacementChoice placement;
    ExtrasChoice extras;
    TargetChoice target;
    SeenChoice seen;
    ViewChoice view;
    friend bool operator==(const Scenario&, const Scenario&) = default;
};

} // namespace vram
