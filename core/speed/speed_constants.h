// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/runtime_table.h"
#include "core/hardware/gpu.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vram {

/// Devices that reach the same share of what their data sheet promises.
enum class SpeedClass : std::uint8_t {
    CudaConsumer,
    CudaProfessional, ///< workstation and server cards without stacked memory
    CudaStacked,      ///< HBM
    CudaShared,       ///< one memory with the CPU
    Metal,
    MetalEarly, ///< M1 and M2
    Amd,
    AmdStacked,
    AmdShared,
    Intel,
    IntelShared,
    Other,
    Cpu,
};
constexpr std::size_t kSpeedClasses = 13;

/// Ends of a range as factors of the typical speed.
struct SpeedSpread {
    double low = 1;
    double high = 1;
};

/// What a class of devices achieves. Shares are of the nominal figure.
struct SpeedConstants {
    SpeedClass speedClass{};
    std::string_view backend; ///< that the figures are of: a scenario names none, so it follows from the vendor
    double bandwidthShare = 0;
    double layerSeconds = 0; ///< latency of the kernels of one plain layer and token
    double computeShare = 0; ///< of peakFlops()
    SpeedSpread decode;
    SpeedSpread prefill;
    std::string_view source; ///< "measured" or "assumption"
};
[[nodiscard]] const SpeedConstants& speedConstants(SpeedClass speedClass);
[[nodiscard]] SpeedClass speedClassOf(const Gpu& gpu);

/// Latency of a layer's kernels by what a layer has beyond attention and one feed-forward, in plain layers.
struct LayerLatency {
    double manyNorms = 0.44;  ///< norms behind attention and feed-forward as well (Gemma)
    double experts = 0.63;    ///< routing and gathering
    double recurrent = 0.32;  ///< convolution and scan instead of attention
    double sideInputs = 0.62; ///< per-layer embeddings (Gemma 3n, 4 E2B and E4B)
};
constexpr LayerLatency kLayerLatency{};

/// A token's way to the next card, with llama.cpp's layers in turn.
constexpr double kHopSeconds = 450e-6;
/// Two reductions a layer with tensor parallelism; an assumption.
constexpr double kReduceSeconds = 30e-6;
/// A matrix whose rows several cards share: to send the values and to gather the results; an assumption.
constexpr double kGatherSeconds = 15e-6;
constexpr double kMatricesPerLayer = 7;
/// A layer that card and processor share (its experts or its cache lie in RAM): there and back; an assumption.
constexpr double kCrossSeconds = 40e-6;
/// Of what pipelining the micro-batches of a prompt over cards in turn could save at most.
constexpr double kPipelineShare = 0.77;
/// Tokens that fill the half of an expert's matrix product: few tokens an expert leave its tiles empty. An assumption.
constexpr double kExpertTile = 96;

/// A runtime's latency a layer against llama.cpp's: graphs and fused kernels save launches, eager Python pays for each.
[[nodiscard]] double layerLatencyFactor(Engine engine);

/// Bytes a second that the card's memory gives to `engine`: of stacked memory at most what llama.cpp's kernels, which
/// multiply a matrix by one vector, keep on its way.
[[nodiscard]] double achievedBandwidth(const Gpu& gpu, Engine engine);
/// Quantized weights a second that the shader cores can expand, where those bound llama.cpp (Metal's first chips).
[[nodiscard]] std::optional<double> expandedWeightsPerSecond(const Gpu& gpu, Engine engine);
/// Operations a second of dense 16-bit products as far as the board's power carries them; Metal: of fp32. Nothing where
/// the catalogue has no throughput.
[[nodiscard]] std::optional<double> peakFlops(const Gpu& gpu, Engine engine);
[[nodiscard]] std::optional<double> achievedFlops(const Gpu& gpu, Engine engine);
/// Whether llama.cpp expands quantized matrices to 16 bits before it multiplies them by many tokens: CUDA, on cards
/// older than the builds that multiply blocks.
[[nodiscard]] bool expandsForPrompts(const Gpu& gpu, Engine engine);

/// System memory where the machine does not say: two channels of DDR4-3200 to DDR5-6000.
constexpr double kRamGbPerSecond = 64;
constexpr double kRamGbPerSecondLow = 45;
constexpr double kRamGbPerSecondHigh = 90;
/// 16-bit throughput of a processor's core in large products, and a desktop's cores; assumptions.
constexpr double kCoreFlops = 0.1e12;
constexpr double kUsualCores = 8;
/// A matrix in blocks that streams to the card reaches this share of the link; an assumption.
constexpr double kPcieShare = 0.7;

/// A disk that reads the model's pages again, where the machine names none: an NVMe drive, from a slow one's small
/// reads to a fast one's long ones. A disk that is named may give a third of its figure.
constexpr double kDiskGbPerSecond = 3;
constexpr double kDiskGbPerSecondLow = 0.5;
constexpr double kDiskGbPerSecondHigh = 7;
constexpr double kDiskShareLow = 0.33;

/// Bytes a second of a link, one direction: "4.0x16", "3.0x8"; sixteen lanes of the fourth generation for any other
/// text.
[[nodiscard]] double linkBytesPerSecond(std::string_view link);

} // namespace vram
