// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/training_activations.h"

#include <algorithm>
#include <variant>

namespace vram {

namespace {

// Softmax keeps its result twice in 16 bits and a mask of one byte (Korthikanti et al. 2022, arXiv 2205.05198: 5 a s).
constexpr double kScoreBytes = 5;
// A scan of the recurrent layers keeps one state a chunk of so many tokens (Mamba-2, flash-linear-attention).
constexpr double kScanChunk = 64;

double count(std::int64_t value) { return static_cast<double>(value); }

/// Sizes of values in a run: what a layer computes in, and f32 copies that only eager kernels make.
struct Kernels {
    double value = 2;
    double linearInput = 2; ///< of a matrix product's input that is kept (FP8: 1)
    bool fused = false;
};

/// Widths of one block's matrix products per token.
struct AttentionWidths {
    double query = 0;
    double keys = 0; ///< keys and values together
    double result = 0;
    double normed = 0; ///< compressed latents and normed queries and keys
    double heads = 0;
};

struct WidthsOf {
    AttentionWidths operator()(const std::monostate&) const { return {}; }
    AttentionWidths operator()(const GroupedAttention& attention) const {
        AttentionWidths widths;
        widths.query = count(attention.queryWidth()) * (attention.outputGate ? 2 : 1);
        widths.keys = count(attention.keyWidth() + attention.valueWidth());
        widths.result = count(attention.heads * std::max(attention.valueDim, std::int64_t{1}));
        widths.normed = attention.qkNorm == QkNorm::None ? 0 : count(attention.queryWidth() + attention.keyWidth());
        widths.heads = count(attention.heads);
        return widths;
    }
    AttentionWidths operator()(const LatentAttention& attention) const {
        AttentionWidths widths;
        widths.query = count(attention.heads * (attention.nopeDim + attention.ropeDim));
        widths.keys = count(attention.heads * (attention.nopeDim + attention.ropeDim + attention.valueDim));
        widths.result = count(attention.heads * attention.valueDim);
        widths.normed = count(attention.queryRank + attention.kvRank + attention.ropeDim);
        widths.heads = count(attention.heads);
        return widths;
    }
    AttentionWidths operator()(const CompressedAttention& attention) const {
        AttentionWidths widths;
        widths.query = count(attention.heads * attention.headDim);
        widths.keys = 2 * count(attention.headDim);
        widths.result = widths.query;
        widths.normed = count(attention.queryRank);
        widths.heads = count(attention.heads);
        return widths;
    }
};

/// A feed-forward of this width: gate and up, their activation and product; the product is the next one's input.
void addFeedForward(BlockActivations& sum, double width, bool gated, const Kernels& kernels) {
    const double products = gated ? 2 : 1;
    const double kept = products * kernels.value + kernels.linearInput + (gated && !kernels.fused ? kernels.value : 0);
    sum.all.split += width * kept;
    sum.selective.split += width * products * kernels.value;
}

void addExperts(BlockActivations& sum, const MixtureOfExperts& experts, double hidden, const Kernels& kernels) {
    const double width = experts.latentWidth > 0 ? count(experts.latentWidth) : hidden;
    const double used = count(experts.usedExperts);
    // Router scores and their softmax in f32; every used expert gets its own copy of the token and gives one back.
    sum.all.whole += 8 * count(experts.experts);
    sum.selective.whole += 4 * count(experts.experts);
    sum.all.split += used * 2 * width * kernels.value;
    sum.selective.split += used * width * kernels.value;
    addFeedForward(sum, used * count(experts.expertWidth), experts.gated, kernels);
    addFeedForward(sum, count(experts.sharedWidth + experts.denseWidth), experts.gated, kernels);
}

void addRecurrent(BlockActivations& sum, const Recurrent& recurrent, const Kernels& kernels) {
    const double inner = count(recurrent.inner);
    const double channels = count(recurrent.convChannels);
    const double states = 4 * count(recurrent.stateElements) / kScanChunk;
    sum.all.split += kernels.value * (2 * channels + 4 * inner) + states;
    sum.selective.split += kernels.value * (channels + 2 * inner);
}

} // namespace

BlockActivations blockActivations(const Resolved& resolved, const Block& block) {
    const TrainingChoice& choice = resolved.scenario.training;
    const double hidden = count(resolved.model.architecture->hiddenSize);
    Kernels kernels;
    kernels.value = choice.precision == "fp32" && resolved.scenario.task == Task::Full ? 4 : 2;
    kernels.linearInput = choice.precision == "fp8-mixed" ? 1 : kernels.value;
    kernels.fused = choice.compile || resolved.training->fusedKernels;
    // A norm keeps its input, in eager mode an f32 copy of it, and its result as the next product's input. Norms with
    // bias run in one kernel in every framework.
    const bool oneKernel = kernels.fused || block.normBias;
    const double norm = kernels.fused ? kernels.value : (oneKernel ? kernels.value : 4) + kernels.linearInput;
    const AttentionWidths widths = std::visit(WidthsOf{}, block.attention);
    BlockActivations sum;
    sum.checkpoint.whole = kernels.value * hidden;
    sum.all.whole = norm * count(block.norms) * hidden;
    sum.selective.whole = kernels.value * hidden;
    const double attention = kernels.value * (widths.query + widths.keys + widths.result);
    sum.all.split += attention + (kernels.fused ? kernels.value : 6) * widths.normed;
    sum.selective.split += kernels.value * widths.result;
    sum.scores = choice.flashAttention ? 0 : kScoreBytes * widths.heads;
    if (block.recurrent) {
        addRecurrent(sum, *block.recurrent, kernels);
    }
    if (const auto* dense = std::get_if<DenseFeedForward>(&block.feedForward)) {
        addFeedForward(sum, count(dense->width), dense->gated, kernels);
    } else if (const auto* experts = std::get_if<MixtureOfExperts>(&block.feedForward)) {
        addExperts(sum, *experts, hidden, kernels);
    }
    return sum;
}

} // namespace vram
