// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/cache.h"

#include "core/memory/engines.h"
#include "core/memory/runtime_constants.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <variant>

namespace vram {

namespace {

constexpr std::int64_t kCellPadding = 256;  // llama.cpp: llama_kv_cache pads cells for its kernels
constexpr std::int64_t kPageTokens = 16;    // vLLM: default block size
constexpr std::int64_t kIndexerBytes = 132; // vLLM, DeepSeek-V3.2: 128 fp8 values and one f32 scale a token and layer
constexpr std::int64_t kVllmBatchedTokens = 8192; // max_num_batched_tokens of a serving start on a large card

/// Positions that a paged or growing cache holds for one sequence.
struct Positions {
    std::int64_t full = 0;
    std::int64_t batchedTokens = 0; ///< tokens of one step that a sliding window must hold besides itself
    std::int64_t page = 1;
    double windowShare = 1; ///< SGLang: sliding layers' part of the pool beside the full ones'
    bool windowed = true;   ///< a sliding layer keeps its window alone
    bool ring = false;      ///< and always all of it, in pages
    bool rotating = false;  ///< MLX: the window and a step less one token, in no pages
    [[nodiscard]] std::int64_t of(const GroupedAttention& attention) const {
        if (attention.windowKind == WindowKind::Full) {
            return roundUp(full, page);
        }
        if (!windowed) {
            return roundUp(std::max<std::int64_t>(
                               1, static_cast<std::int64_t>(std::ceil(windowShare * static_cast<double>(full)))),
                           page);
        }
        if (rotating) {
            return std::min(roundUp(full, page), saturatingAdd(attention.window, batchedTokens - 1));
        }
        if (ring) {
            return roundUp(saturatingAdd(attention.window, batchedTokens), page);
        }
        // vLLM's SlidingWindowSpec.max_memory_usage_bytes: the window, one step's tokens and one page for its offset.
        const std::int64_t extra = batchedTokens > 0 ? batchedTokens - 1 + page : 0;
        return std::min(roundUp(full, page), roundUp(saturatingAdd(attention.window, extra), page));
    }
};

/// Architectures whose sliding layers SGLang gives a pool of their own (model_config.py, 0.5); others keep the whole
/// context in every layer. GGUF names, as the catalogue has them.
constexpr std::array<std::string_view, 6> kSglangHybrid{"llama4", "gpt-oss", "mimo2", "step35", "step3p5", "gemma4"};

double sglangWindowShare(const Resolved& resolved) {
    const bool hybrid = std::ranges::find(kSglangHybrid, resolved.model.ggufArchitecture) != kSglangHybrid.end();
    return hybrid ? known(Known::SglangWindowShare).typical : 1.0;
}

Positions positionsOf(const Resolved& resolved) {
    const Scenario& scenario = resolved.scenario;
    if (resolved.runtime->engine == Engine::Vllm) {
        return {scenario.context, scenario.runtime.maxBatchedTokens.value_or(kVllmBatchedTokens), kPageTokens};
    }
    const RuntimeChoice& options = scenario.runtime;
    const std::int64_t page = cachePage(resolved);
    switch (resolved.runtime->engine) {
    case Engine::Sglang:
        return {scenario.context, 0, page, sglangWindowShare(resolved), false};
    case Engine::TensorRtLlm:
        // A prompt is held whole while it is processed, whatever the window.
        return {scenario.context, 0, page, 1, false};
    case Engine::Mlx: {
        // A rotating cache holds the window and one step of the prompt less one token, until the first token after it.
        const std::int64_t step = options.chunkedPrefillSize.value_or(known(Known::MlxPrefillStep).count());
        return {
            scenario.context, std::min(step, scenario.prompt.value_or(scenario.context)), page, 1, true, false, true};
    }
    case Engine::ExLlama:
        // ExLlamaV3 gives sliding layers a ring; ExLlamaV2 keeps everything.
        return {scenario.context,
                known(Known::ExLlama3WindowExtra).count(),
                page,
                1,
                resolved.format.container == Container::Exl3,
                true};
    case Engine::LlamaCpp:
    case Engine::Vllm:
    case Engine::Transformers:
    case Engine::Unsized:
        break;
    }
    return {scenario.context, 0, 1};
}

Bytes valueBytes(const KvFormat& format, std::int64_t width, std::int64_t heads) {
    return format.bytesFor(width) + Bytes{format.scaleBytesPerHead} * heads;
}

/// Bytes of one cached position of a layer with everything on one device.
Bytes positionBytes(const Resolved& resolved, const GroupedAttention& attention) {
    if (keepsSixteenBits(resolved, attention)) {
        return Bytes{2} * (attention.keyWidth() + attention.valueWidth());
    }
    return valueBytes(resolved.keyFormat, attention.keyWidth(), attention.kvHeads) +
           valueBytes(resolved.valueFormat, attention.valueWidth(), attention.kvHeads);
}

Bytes positionBytes(const Resolved& resolved, const LatentAttention& attention) {
    if (resolved.runtime->engine == Engine::Transformers) {
        // Transformers' DeepSeek code caches keys and values after the up-projection.
        return resolved.keyFormat.bytesFor(attention.heads * (attention.nopeDim + attention.ropeDim)) +
               resolved.valueFormat.bytesFor(attention.heads * attention.valueDim);
    }
    if (resolved.runtime->engine == Engine::ExLlama) {
        // The rotated key stays in 16 bits beside a quantized latent.
        return resolved.keyFormat.bytesFor(attention.kvRank) + Bytes{2} * attention.ropeDim;
    }
    Bytes bytes = resolved.keyFormat.bytesFor(attention.kvRank + attention.ropeDim);
    if (resolved.runtime->engine == Engine::Vllm && attention.indexerDim > 0) {
        bytes += Bytes{kIndexerBytes};
    }
    return bytes;
}

bool hasCache(const GroupedAttention& attention) { return !attention.reusesKv && !attention.crossAttention; }

struct CacheOf {
    const Resolved& resolved;

    LayerCache operator()(const std::monostate&) const { return {}; }
    LayerCache operator()(const CompressedAttention&) const { return {{}, {}, {}, false}; }
    LayerCache operator()(const GroupedAttention& attention) const {
        if (!hasCache(attention)) {
            return {};
        }
        const Bytes position = positionBytes(resolved, attention);
        const bool windowed = attention.windowKind != WindowKind::Full;
        LayerCache cache;
        cache.perToken = windowed ? Bytes{} : position;
        if (resolved.runtime->engine == Engine::LlamaCpp) {
            const LlamaCppCache geometry = llamaCppCache(resolved);
            cache.kv = position * geometry.cellsFor(windowed ? attention.window : 0) * geometry.streams;
        } else {
            cache.kv = position * positionsOf(resolved).of(attention) * resolved.scenario.batch;
        }
        return cache;
    }
    LayerCache operator()(const LatentAttention& attention) const {
        const Bytes position = positionBytes(resolved, attention);
        LayerCache cache;
        cache.perToken = position;
        if (resolved.runtime->engine == Engine::LlamaCpp) {
            const LlamaCppCache geometry = llamaCppCache(resolved);
            cache.kv = position * geometry.cells * geometry.streams;
        } else {
            const Positions positions = positionsOf(resolved);
            cache.kv = position * roundUp(positions.full, positions.page) * resolved.scenario.batch;
        }
        return cache;
    }
};

} // namespace

std::int64_t LlamaCppCache::cellsFor(std::int64_t window) const {
    if (window == 0 || swaFull) {
        return cells;
    }
    const std::int64_t windows = saturatingMultiply(window, unified ? sequences : 1);
    return roundUp(std::min(cells, saturatingAdd(windows, microBatch)), kCellPadding);
}

LlamaCppCache llamaCppCache(const Resolved& resolved) {
    const Scenario& scenario = resolved.scenario;
    LlamaCppCache cache;
    cache.sequences = scenario.batch;
    cache.contextTokens = roundUp(saturatingMultiply(scenario.context, scenario.batch), kCellPadding);
    // A micro-batch is never larger than the logical batch, nor that than the context.
    const std::int64_t logical = std::min(scenario.runtime.logicalBatch.value_or(2048), cache.contextTokens);
    cache.microBatch = std::min(scenario.runtime.ubatch.value_or(512), logical);
    cache.unified = scenario.runtime.unifiedKv.value_or(false);
    cache.swaFull = scenario.runtime.swaFull.value_or(false);
    cache.streams = cache.unified ? 1 : scenario.batch;
    cache.cells =
        cache.unified ? cache.contextTokens : roundUp(divideUp(cache.contextTokens, scenario.batch), kCellPadding);
    return cache;
}

std::int64_t cachePage(const Resolved& resolved) {
    const RuntimeChoice& options = resolved.scenario.runtime;
    switch (resolved.runtime->engine) {
    case Engine::Vllm:
        return kPageTokens;
    case Engine::Sglang:
        return options.pageSize.value_or(
            widthsOf(*resolved.model.architecture).latent ? known(Known::SglangLatentPage).count() : 1);
    case Engine::TensorRtLlm:
        return options.pageSize.value_or(known(Known::TensorRtBlock).count());
    case Engine::Mlx:
        return known(Known::MlxStep).count();
    case Engine::ExLlama:
        return known(Known::ExLlamaPage).count();
    case Engine::LlamaCpp:
    case Engine::Transformers:
    case Engine::Unsized:
        break;
    }
    return 1;
}

bool keepsSixteenBits(const Resolved& resolved, const GroupedAttention& attention) {
    return resolved.runtime->engine == Engine::ExLlama && attention.windowKind != WindowKind::Full &&
           resolved.format.container == Container::Exl3;
}

std::int64_t statesPerSequence(const Resolved& resolved) {
    return resolved.runtime->engine == Engine::Sglang ? known(Known::SglangStateSlots).count() : 1;
}

Bytes recurrentState(const Recurrent& part, std::int64_t convBytes, std::int64_t stateBytes) {
    const std::int64_t conv = part.convKernel > 1 ? saturatingMultiply(part.convKernel - 1, part.convChannels) : 0;
    return Bytes{convBytes} * conv + Bytes{stateBytes} * part.stateElements;
}

Bytes pooledTokenBytes(const Resolved& resolved, const Block& block) {
    if (const auto* grouped = std::get_if<GroupedAttention>(&block.attention)) {
        return hasCache(*grouped) ? positionBytes(resolved, *grouped) : Bytes{};
    }
    const auto* latent = std::get_if<LatentAttention>(&block.attention);
    return latent != nullptr ? positionBytes(resolved, *latent) : Bytes{};
}

LayerCache layerCache(const Resolved& resolved, const Block& block) {
    LayerCache cache = std::visit(CacheOf{resolved}, block.attention);
    if (block.recurrent) {
        // llama.cpp keeps every state in f32; vLLM and Transformers keep the convolution in the model's type.
        const std::int64_t convBytes = resolved.runtime->engine == Engine::LlamaCpp ? 4 : 2;
        cache.recurrent = recurrentState(*block.recurrent, convBytes, 4) *
                          saturatingMultiply(resolved.scenario.batch, statesPerSequence(resolved));
    }
    return cache;
}

} // namespace vram
