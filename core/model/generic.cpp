// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/generic.h"

#include "core/model/inventory.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vram {

namespace {

// Supports for an empty catalogue, from the models' published configurations: SmolLM2-135M, Qwen3-0.6B, Llama-3.2-3B,
// Llama-3.1-8B, Qwen3-14B, Llama-3.1-70B and 405B.
constexpr std::array kDefaultPoints{
    ShapePoint{134'515'008, 30, 576, 1536, 9, 3, 64, 49152, true},
    ShapePoint{596'049'920, 28, 1024, 3072, 16, 8, 128, 151936, true},
    ShapePoint{3'212'749'824, 28, 3072, 8192, 24, 8, 128, 128256, true},
    ShapePoint{8'030'261'248, 32, 4096, 14336, 32, 8, 128, 128256, false},
    ShapePoint{14'768'307'200, 40, 5120, 17408, 40, 8, 128, 151936, false},
    ShapePoint{70'553'706'496, 80, 8192, 28672, 64, 8, 128, 128256, false},
    ShapePoint{405'853'388'800, 126, 16384, 53248, 128, 8, 128, 128256, false},
};

constexpr std::size_t kKnots = 16;                 ///< one a doubling from kGenericLeast to beyond kGenericMost
constexpr double kReach = 2.0 * std::numbers::ln2; ///< points within a factor of four of a knot count for it
constexpr double kPriorWeight = 0.75;              ///< pulls a knot with few points towards the power law of all points

enum Quantity : std::size_t { kLayers, kHidden, kVocab, kKvHeads, kUntied, kQuantities };

/// Values of the quantities as logarithms (kUntied: 0 or 1) at one size.
struct Sample {
    double x = 0; ///< ln of the parameters
    std::array<double, kQuantities> y{};
};

double lnOf(std::int64_t value) { return std::log(static_cast<double>(std::max<std::int64_t>(value, 1))); }

std::vector<Sample> samplesOf(std::span<const ShapePoint> points) {
    std::vector<Sample> samples;
    samples.reserve(points.size());
    for (const ShapePoint& p : points) {
        if (p.parameters > 0 && p.layers > 0 && p.hiddenSize > 0 && p.vocabSize > 0 && p.kvHeads > 0) {
            samples.push_back({lnOf(p.parameters),
                               {lnOf(p.layers), lnOf(p.hiddenSize), lnOf(p.vocabSize), lnOf(p.kvHeads),
                                p.tiedEmbeddings ? 0.0 : 1.0}});
        }
    }
    return samples;
}

/// y = intercept + slope * x by least squares; never falling, so that extrapolation cannot shrink a larger model.
struct PowerLaw {
    double intercept = 0;
    double slope = 0;
};

PowerLaw fit(const std::vector<Sample>& samples, Quantity quantity) {
    double meanX = 0;
    double meanY = 0;
    for (const Sample& s : samples) {
        meanX += s.x;
        meanY += s.y[quantity];
    }
    meanX /= static_cast<double>(samples.size());
    meanY /= static_cast<double>(samples.size());
    double xx = 0;
    double xy = 0;
    for (const Sample& s : samples) {
        xx += (s.x - meanX) * (s.x - meanX);
        xy += (s.x - meanX) * (s.y[quantity] - meanY);
    }
    const double slope = xx > 0 ? std::max(xy / xx, 0.0) : 0.0;
    return {meanY - slope * meanX, slope};
}

/// The quantities at `x`: the power law of all points plus the mean deviation of the points near by, made
/// non-decreasing over the knots and linear between them.
std::array<double, kQuantities> interpolate(const std::vector<Sample>& samples, double x) {
    std::array<PowerLaw, kQuantities> laws;
    for (std::size_t q = 0; q < kQuantities; ++q) {
        laws[q] = fit(samples, static_cast<Quantity>(q));
        if (q == kVocab || q == kKvHeads) { // these level off: keep the mean of the points, not a slope
            laws[q] = {laws[q].intercept + laws[q].slope * lnOf(8'000'000'000), 0};
        }
    }
    const double first = lnOf(kGenericLeast);
    const double position = std::clamp((x - first) / std::numbers::ln2, 0.0, static_cast<double>(kKnots - 1));
    const auto left = std::min(static_cast<std::size_t>(position), kKnots - 2);
    std::array<std::array<double, kQuantities>, kKnots> knots{};
    for (std::size_t k = 0; k <= left + 1; ++k) {
        const double at = first + static_cast<double>(k) * std::numbers::ln2;
        double weights = kPriorWeight;
        std::array<double, kQuantities> deviation{};
        for (const Sample& s : samples) {
            const double distance = (s.x - at) / kReach;
            if (distance <= -1 || distance >= 1) {
                continue;
            }
            const double weight = 1 - distance * distance; // Epanechnikov kernel
            weights += weight;
            for (std::size_t q = 0; q < kQuantities; ++q) {
                deviation[q] += weight * (s.y[q] - laws[q].intercept - laws[q].slope * s.x);
            }
        }
        for (std::size_t q = 0; q < kQuantities; ++q) {
            const double value = laws[q].intercept + laws[q].slope * at + deviation[q] / weights;
            knots[k][q] = k == 0 ? value : std::max(value, knots[k - 1][q]);
        }
    }
    const double share = position - static_cast<double>(left);
    std::array<double, kQuantities> result{};
    for (std::size_t q = 0; q < kQuantities; ++q) {
        result[q] = knots[left][q] + share * (knots[left + 1][q] - knots[left][q]);
    }
    return result;
}

std::int64_t roundTo(double value, std::int64_t step) {
    const auto steps = static_cast<std::int64_t>(std::llround(value / static_cast<double>(step)));
    return std::max<std::int64_t>(steps, 1) * step;
}

constexpr std::int64_t kWidthStep = 256; ///< the block of llama.cpp's k-quants: widths that it divides quantize whole

struct Shape {
    std::int64_t layers = 0;
    std::int64_t hidden = 0;
    std::int64_t vocab = 0;
    GroupedAttention attention;
    bool tied = false;

    [[nodiscard]] std::int64_t embeddingCopies() const { return tied ? 1 : 2; }
    /// All but the feed-forward: embeddings, attention, two norms a layer and the last norm.
    [[nodiscard]] std::int64_t fixedParameters() const {
        const std::int64_t attentionParameters = 2 * hidden * (attention.queryWidth() + attention.keyWidth());
        return embeddingCopies() * vocab * hidden + hidden + layers * (attentionParameters + 2 * hidden);
    }
    [[nodiscard]] std::int64_t feedForwardUnit() const { return 3 * hidden * kWidthStep; }
};

Shape shapeFor(std::int64_t parameters, std::span<const ShapePoint> points) {
    std::vector<Sample> samples = samplesOf(points);
    if (samples.empty()) {
        samples = samplesOf(kDefaultPoints);
    }
    const auto values = interpolate(samples, lnOf(parameters));
    Shape shape;
    shape.layers = std::max<std::int64_t>(std::llround(std::exp(values[kLayers])), 2);
    const double hidden = std::exp(values[kHidden]);
    constexpr double kSmall = 1024;
    // Small steps are a large part of a small width: rounded down, they leave the feed-forward its share.
    shape.hidden = hidden < kSmall ? roundTo(hidden - kWidthStep / 4.0, kWidthStep / 2) : roundTo(hidden, kWidthStep);
    shape.vocab = roundTo(std::exp(values[kVocab]), kWidthStep);
    shape.tied = values[kUntied] < 0.5;

    GroupedAttention& attention = shape.attention;
    attention.headDim = shape.hidden < static_cast<std::int64_t>(kSmall) ? 64 : 128;
    attention.valueDim = attention.headDim;
    const double doublings = std::clamp(std::round(values[kKvHeads] / std::numbers::ln2), 0.0, 5.0);
    attention.kvHeads = std::int64_t{1} << static_cast<int>(doublings);
    attention.heads =
        roundTo(static_cast<double>(shape.hidden) / static_cast<double>(attention.headDim), attention.kvHeads);
    return shape;
}

} // namespace

Architecture genericArchitecture(std::int64_t parameters, std::span<const ShapePoint> points) {
    const std::int64_t total = std::clamp(parameters, kGenericLeast, kGenericMost);
    const Shape shape = shapeFor(total, points);

    // The feed-forward takes what the rest leaves: whole steps in every layer, one more in the first `wideLayers`;
    // then vocabulary rows, and a remainder of less than one row.
    const std::int64_t left = std::max<std::int64_t>(total - shape.fixedParameters(), 0);
    const std::int64_t units = std::max<std::int64_t>(left / shape.feedForwardUnit(), shape.layers);
    const std::int64_t width = units / shape.layers * kWidthStep;
    const std::int64_t wideLayers = units % shape.layers;

    Architecture result;
    result.hiddenSize = shape.hidden;
    result.tiedEmbeddings = shape.tied;
    const std::int64_t rest = total - shape.fixedParameters() - units * shape.feedForwardUnit();
    const std::int64_t row = shape.embeddingCopies() * shape.hidden;
    const std::int64_t rows = rest >= 0 ? rest / row : -divideUp(-rest, row);
    result.vocabSize = shape.vocab + rows;
    result.remainder = rest - rows * row;

    Block block;
    block.name = "full";
    block.attention = shape.attention;
    block.feedForward = DenseFeedForward{.width = width};
    result.layerBlocks.assign(static_cast<std::size_t>(shape.layers), 0);
    result.blocks.push_back(block);
    if (wideLayers > 0) {
        block.name = "wide";
        block.feedForward = DenseFeedForward{.width = width + kWidthStep};
        result.blocks.push_back(std::move(block));
        std::fill_n(result.layerBlocks.begin(), wideLayers, std::uint16_t{1});
    }
    return result;
}

} // namespace vram
