// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/placement/layouts.h"

#include "core/memory/ollama.h"
#include "core/memory/training.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>

namespace vram {

namespace {

/// Each card's share of layers or rows; they add up to 1.
std::vector<double> sharesOf(const Cards& cards, const std::vector<double>& ratios) {
    std::vector<double> shares(cards.gpus.size());
    for (std::size_t i = 0; i < shares.size() && i < ratios.size(); ++i) {
        shares[i] = ratios[i];
    }
    if (!(std::accumulate(shares.begin(), shares.end(), 0.0) > 0)) {
        std::ranges::transform(cards.usable, shares.begin(), [](const ByteRange& usable) {
            return static_cast<double>(std::max<std::int64_t>(usable.typical.count(), 1));
        });
    }
    const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) {
        share /= all;
    }
    return shares;
}

/// Deals [first, end) to the cards in turn: a layer goes to the first card whose cumulative share exceeds its own
/// (llama-model.cpp).
std::vector<std::int64_t> dealt(std::int64_t first, std::int64_t end, const std::vector<double>& shares) {
    std::vector<std::int64_t> ends(shares.size(), end);
    double cumulative = 0;
    std::int64_t next = first;
    for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
        cumulative += shares[i];
        const auto exact = static_cast<std::int64_t>(cumulative * static_cast<double>(end - first) + 0.999999);
        next = std::min(std::max(first + exact, next), end);
        ends[i] = next;
    }
    return ends;
}

/// Ollama leaves other cards alone where one is enough: the one with most to give.
std::optional<std::size_t> ollamaCard(const Resolved& resolved, const Cards& cards) {
    if (cards.gpus.size() < 2 || resolved.scenario.placement.mode != PlacementMode::Auto) {
        return std::nullopt;
    }
    const auto most =
        std::ranges::max_element(cards.usable, {}, [](const ByteRange& usable) { return usable.typical; });
    return ollamaTakesOneCard(resolved, most->typical)
               ? std::optional(static_cast<std::size_t>(most - cards.usable.begin()))
               : std::nullopt;
}

/// Layers of a pipeline stage.
std::pair<std::int64_t, std::int64_t> stageOf(const Resolved& resolved, std::int64_t layers, std::int64_t stage,
                                              std::int64_t stages) {
    const auto endOf = [&](std::int64_t i) {
        if (resolved.runtime->engine != Engine::Vllm) {
            return layers * (i + 1) / stages;
        }
        // vLLM gives what is left over to the stages before the last one (vllm/distributed/utils.py).
        const std::int64_t left = layers % stages;
        const std::int64_t extra = i + 1 == stages ? left : std::max<std::int64_t>(0, i + 1 - (stages - 1 - left));
        return layers / stages * (i + 1) + std::min(extra, left);
    };
    return {stage == 0 ? 0 : endOf(stage - 1), endOf(stage)};
}

/// Replicas, in each of them stages, in each of them ranks. Cards beyond the degrees stay empty.
Layout servingLayout(const Resolved& resolved, const ServingDegrees& degrees, std::int64_t cards) {
    const std::int64_t layers = resolved.model.architecture->layerCount();
    Layout layout;
    layout.tensorRanks = degrees.tensor;
    layout.replicas = degrees.data;
    layout.expertRanks = takesDegrees(*resolved.runtime) && resolved.scenario.placement.expertParallel
                             ? degrees.tensor * degrees.data
                             : 1;
    layout.group = degrees.tensor * degrees.pipeline;
    layout.devices.assign(static_cast<std::size_t>(cards), {layers, layers, false, false});
    for (std::int64_t i = 0; i < std::min(cards, degrees.product()); ++i) {
        const std::int64_t stage = i / degrees.tensor % degrees.pipeline;
        const auto [first, end] = stageOf(resolved, layers, stage, degrees.pipeline);
        layout.devices[static_cast<std::size_t>(i)] = {first, end, stage + 1 == degrees.pipeline, stage == 0};
    }
    return layout;
}

} // namespace

std::int64_t ServingDegrees::product() const { return saturatingMultiply(saturatingMultiply(tensor, pipeline), data); }

bool takesDegrees(const RuntimeProfile& runtime) {
    return runtime.engine == Engine::Vllm || runtime.engine == Engine::Sglang || runtime.engine == Engine::TensorRtLlm;
}

ServingDegrees servingDegrees(const Resolved& resolved, std::int64_t cards) {
    const PlacementChoice& choice = resolved.scenario.placement;
    if (takesDegrees(*resolved.runtime) && (choice.tensorParallel || choice.pipelineParallel || choice.dataParallel)) {
        return {choice.tensorParallel.value_or(1), choice.pipelineParallel.value_or(1),
                choice.dataParallel.value_or(1)};
    }
    const bool tensor = choice.mode == PlacementMode::Tensor ||
                        (choice.mode == PlacementMode::Auto && resolved.runtime->sharding == Sharding::Tensor);
    return tensor ? ServingDegrees{cards, 1, 1} : ServingDegrees{1, cards, 1};
}

Layout layersLayout(std::int64_t layers, std::int64_t gpuLayers, const Cards& cards, const PlacementChoice& choice) {
    Layout layout;
    layout.devices.resize(cards.gpus.size());
    const std::int64_t onCards = cards.empty() ? 0 : std::min(gpuLayers, layers + 1);
    layout.cpuEnd = std::min(layers + 1 - onCards, layers);
    layout.cpuOutput = onCards == 0;
    if (cards.empty()) {
        return layout;
    }
    layout.kvInRam = choice.kvInRam;
    if (onCards == 0) {
        return layout;
    }
    const std::vector<double> shares = sharesOf(cards, choice.ratios);
    const std::vector<std::int64_t> ends = dealt(layout.cpuEnd, layers + 1, shares);
    std::int64_t next = layout.cpuEnd;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        const std::int64_t end = ends[i];
        layout.devices[i] = {std::min(next, layers), std::min(end, layers), end == layers + 1 && next <= layers, false};
        next = end;
    }
    layout.cpuExperts = std::min(choice.cpuExperts.value_or(0), layers);
    layout.rowSplit = choice.rowSplit && cards.gpus.size() > 1;
    if (layout.rowSplit) {
        layout.rowShares = shares;
    }
    return layout;
}

Layout streamedLayout(std::int64_t count, std::int64_t layers, const Cards& cards) {
    Layout layout;
    layout.devices.resize(cards.gpus.size());
    const std::vector<std::int64_t> ends = dealt(0, layers, sharesOf(cards, {}));
    std::int64_t next = 0;
    for (std::size_t i = 0; i < layout.devices.size(); ++i) {
        layout.devices[i] = {next, ends[i], false, i == 0};
        next = ends[i];
    }
    layout.streamed = {layers, count, true};
    return layout;
}

Layout fullLayout(const Resolved& resolved, const Cards& cards) {
    const std::int64_t layers = resolved.model.architecture->layerCount();
    const auto count = static_cast<std::int64_t>(cards.gpus.size());
    if (resolved.training != nullptr) {
        return trainingLayout(resolved, count);
    }
    if (resolved.runtime->engine == Engine::LlamaCpp || cards.empty()) {
        Layout layout = layersLayout(layers, layers + 1, cards, resolved.scenario.placement);
        if (const auto single = ollamaCard(resolved, cards)) {
            layout.devices.assign(cards.gpus.size(), {layers, layers, false, false});
            layout.devices[*single] = {0, layers, true, false};
            layout.onlyDevice = single;
            layout.rowSplit = false;
            layout.rowShares.clear();
        }
        return layout;
    }
    ServingDegrees degrees = servingDegrees(resolved, count);
    if (degrees.product() > count) {
        degrees = {1, count, 1}; // refused elsewhere; laid out so that there is a figure
    }
    return servingLayout(resolved, degrees, count);
}

} // namespace vram
