// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/speed_work.h"

#include "core/speed/speed_constants.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace vram {

namespace {

double number(Bytes bytes) { return static_cast<double>(bytes.count()); }

constexpr std::int64_t kPlainNorms = 2;

double latencyOf(const Architecture& architecture, const Block& block) {
    double layers = 1;
    if (architecture.perLayerWidth > 0) {
        layers += kLayerLatency.sideInputs;
    } else if (block.norms > kPlainNorms) {
        layers += kLayerLatency.manyNorms;
    }
    layers += std::holds_alternative<MixtureOfExperts>(block.feedForward) ? kLayerLatency.experts : 0;
    layers += block.recurrent ? kLayerLatency.recurrent : 0;
    return layers;
}

/// Share of a layer's experts that some of `tokens` choose, if each chooses evenly.
double chosenExperts(const Block& block, double tokens) {
    const auto* const experts = std::get_if<MixtureOfExperts>(&block.feedForward);
    if (experts == nullptr || experts->experts <= 0) {
        return 1;
    }
    const double one = static_cast<double>(experts->usedExperts) / static_cast<double>(experts->experts);
    return tokens <= 1 ? one : 1 - std::pow(1 - one, tokens);
}

/// Elements that a query head's score and sum pass through for one cached token.
double attentionWidth(const Attention& attention) {
    if (const auto* const grouped = std::get_if<GroupedAttention>(&attention)) {
        return static_cast<double>(grouped->heads * (grouped->headDim + grouped->valueDim));
    }
    if (const auto* const latent = std::get_if<LatentAttention>(&attention)) {
        return static_cast<double>(latent->heads * (latent->nopeDim + latent->ropeDim + latent->valueDim));
    }
    return 0;
}

/// Cached tokens that a prompt's tokens look at on average.
double meanDepth(const Attention& attention, double tokens) {
    const auto* const grouped = std::get_if<GroupedAttention>(&attention);
    const double half = tokens / 2;
    return grouped != nullptr && grouped->window > 0 ? std::min(half, static_cast<double>(grouped->window)) : half;
}

} // namespace

LayersWork& LayersWork::operator+=(const LayersWork& other) {
    used += other.used;
    stored += other.stored;
    cache += other.cache;
    state += other.state;
    layers += other.layers;
    active += other.active;
    experts += other.experts;
    expertsActive += other.expertsActive;
    expertsUsed += other.expertsUsed;
    blocks += other.blocks;
    return *this;
}

LayersWork LayersWork::dense(double share) const {
    LayersWork part;
    part.used = (used - expertsUsed) * share;
    part.stored = (stored - experts) * share;
    part.active = (active - expertsActive) * share;
    part.layers = layers;
    part.blocks = blocks;
    return part;
}

LayersWork LayersWork::withoutDense() const {
    LayersWork part = *this;
    part.used = expertsUsed;
    part.stored = experts;
    part.active = expertsActive;
    part.layers = 0;
    part.blocks = 0;
    return part;
}

SplitWork workOf(const Resolved& resolved, const Demand& demand, std::int64_t first, std::int64_t end, bool output,
                 double tokens, std::int64_t cpuExperts) {
    const Architecture& architecture = *resolved.model.architecture;
    const WeightSizes& sizes = *resolved.weights;
    SplitWork work;
    LayersWork& own = work.own;
    own.cache = number(demand.kv(first, end));
    own.state = 2 * number(demand.recurrent(first, end));
    own.blocks = static_cast<double>(std::max<std::int64_t>(end - first, 0));
    const Block* kind = nullptr; // layers of one kind mostly follow each other
    double latency = 0;
    double chosen = 1;
    double chosenByOne = 1;
    for (std::int64_t i = first; i < end; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const Block& block = architecture.layer(i);
        if (&block != kind) {
            kind = &block;
            latency = latencyOf(architecture, block);
            chosen = chosenExperts(block, tokens);
            chosenByOne = chosenExperts(block, 1);
        }
        const double experts = index < sizes.layerExperts.size() ? number(sizes.layerExperts[index]) : 0;
        const double rest = number(sizes.layers[index]) - experts;
        own.stored += rest;
        own.used += rest;
        own.active += rest;
        own.layers += latency;
        if (experts > 0) {
            const bool apart = i < cpuExperts;
            LayersWork& holder = apart ? work.experts : own;
            holder.stored += experts;
            holder.used += experts * chosen;
            holder.active += experts * chosenByOne;
            holder.experts += experts;
            holder.expertsActive += experts * chosenByOne;
            holder.expertsUsed += experts * chosen;
            work.experts.layers += apart ? 1 : 0;
            work.experts.blocks += apart ? 1 : 0;
        }
    }
    if (output) {
        const bool gguf = resolved.runtime->engine == Engine::LlamaCpp;
        const bool tied = gguf ? architecture.ggufTied() : architecture.tiedEmbeddings;
        const double matrix = number(demand.outputLayer + (tied ? demand.tokenEmbedding : Bytes{}));
        own.used += matrix;
        own.stored += matrix;
        own.active += matrix;
    }
    return work;
}

double attentionFlops(const Architecture& architecture, double tokens) {
    double flops = 0;
    for (std::int64_t i = 0; i < architecture.layerCount(); ++i) {
        const Attention& attention = architecture.layer(i).attention;
        flops += 2 * attentionWidth(attention) * meanDepth(attention, tokens) * tokens;
    }
    return flops;
}

} // namespace vram
