// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/training_speed.h"

#include "core/speed/speed_constants.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <variant>

namespace vram {

namespace {

/// Share of dense 16-bit throughput that training achieves.
struct AchievedShare {
    SpeedClass speedClass{};
    double low = 0;
    double typical = 0;
    double high = 0;
    std::string_view source;
};
constexpr std::string_view kAssumed = "assumption: no published figure";
constexpr std::array kShares{
    AchievedShare{
        SpeedClass::CudaStacked, 0.28, 0.42, 0.60,
        "Megatron-LM on A100 44 to 57 % (arXiv 2205.05198), torchtitan on H100 33 to 50 % (arXiv 2410.06511)"},
    AchievedShare{SpeedClass::CudaConsumer, 0.25, 0.45, 0.65, kAssumed},
    AchievedShare{SpeedClass::CudaProfessional, 0.25, 0.45, 0.60, kAssumed},
    AchievedShare{SpeedClass::AmdStacked, 0.15, 0.30, 0.45, kAssumed},
};
constexpr AchievedShare kOther{SpeedClass::Other, 0.08, 0.20, 0.40, kAssumed};

const AchievedShare& shareOf(const Gpu& gpu) {
    const SpeedClass speedClass = speedClassOf(gpu);
    const auto* const found = std::ranges::find(kShares, speedClass, &AchievedShare::speedClass);
    return found == kShares.end() ? kOther : *found;
}

// Cards wait for each other; published runs on eight to 512 cards lose a few per cent (arXiv 2410.06511).
constexpr double kManyCards = 0.92;
// A quantized matrix is expanded for every pass.
constexpr double kDequantizing = 0.8;

/// Scores and their weighted sum over half of the sequence on average: 2 x 2 x width x positions / 2.
double attentionFlops(const Resolved& resolved) {
    const Architecture& architecture = *resolved.model.architecture;
    const auto context = static_cast<double>(resolved.scenario.context);
    double flops = 0;
    for (std::int64_t i = 0; i < architecture.layerCount(); ++i) {
        const Attention& attention = architecture.layer(i).attention;
        if (const auto* grouped = std::get_if<GroupedAttention>(&attention)) {
            const double seen = grouped->windowKind == WindowKind::Full
                                    ? context
                                    : std::min(context, static_cast<double>(grouped->window));
            flops += 2 * static_cast<double>(grouped->queryWidth()) * seen;
        } else if (const auto* latent = std::get_if<LatentAttention>(&attention)) {
            flops +=
                static_cast<double>(latent->heads * (latent->nopeDim + latent->ropeDim + latent->valueDim)) * context;
        }
    }
    return flops;
}

} // namespace

double trainingFlopsPerToken(const Resolved& resolved) {
    const double forward = 2 * static_cast<double>(resolved.model.activeParameters) + attentionFlops(resolved);
    const double backward = resolved.scenario.task == Task::Full ? 2 : 1;
    const Recompute recompute = resolved.training->recompute;
    const double again = recompute == Recompute::Full || recompute == Recompute::Offloaded ? 1
                         : recompute == Recompute::Selective                               ? 0.1
                                                                                           : 0;
    return forward * (1 + backward + again);
}

std::optional<SpeedRange> trainingSpeed(const Resolved& resolved, const Cards& cards) {
    if (cards.empty() || resolved.training == nullptr || resolved.model.activeParameters <= 0) {
        return std::nullopt;
    }
    SpeedRange flops;
    for (const Gpu* gpu : cards.gpus) {
        if (!gpu->fp16Tensor) {
            return std::nullopt;
        }
        const AchievedShare& share = shareOf(*gpu);
        const double nominal = gpu->fp16Tensor->value * 1e12;
        flops.low += nominal * share.low;
        flops.typical += nominal * share.typical;
        flops.high += nominal * share.high;
    }
    const double perToken = trainingFlopsPerToken(resolved);
    const double together = cards.gpus.size() > 1 ? kManyCards : 1;
    const double base = resolved.format.quantizes() ? kDequantizing : 1;
    const double factor = together * base / perToken;
    return SpeedRange{flops.low * factor, flops.typical * factor, flops.high * factor};
}

} // namespace vram
