// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/runtime_table.h"
#include "core/hardware/gpu.h"

#include <cstdint>
#include <string_view>

namespace vram {

/// Devices that reach the same share of what their data sheet promises. The backend follows from the vendor: CUDA,
/// Metal, ROCm or Vulkan (AMD), SYCL or Vulkan (Intel).
enum class SpeedClass : std::uint8_t {
    CudaConsumer,
    CudaProfessional, ///< workstation and server cards without stacked memory
    CudaStacked,      ///< HBM
    CudaShared,       ///< one memory with the CPU
    Metal,
    Amd,
    AmdStacked,
    AmdShared,
    Intel,
    IntelShared,
    Other,
    Cpu,
};
constexpr std::size_t kSpeedClasses = 12;

/// Ends of a range as factors of the typical speed.
struct SpeedSpread {
    double low = 1;
    double high = 1;
};

/// What a class of devices achieves. Shares are of the nominal figure.
struct SpeedConstants {
    SpeedClass speedClass{};
    double bandwidthShare = 0;
    double layerSeconds = 0; ///< latency of the kernels of one plain layer and token
    double computeShare = 0; ///< of dense 16-bit matrix throughput; Metal: of fp32
    SpeedSpread decode;
    SpeedSpread prefill;
    std::string_view source; ///< "measured" or "assumption"
};
[[nodiscard]] const SpeedConstants& speedConstants(SpeedClass speedClass);
[[nodiscard]] SpeedClass speedClassOf(const Gpu& gpu);

/// Latency of a layer's kernels by what a layer has beyond attention and one feed-forward, in plain layers.
struct LayerLatency {
    double manyNorms = 0.39;  ///< norms behind attention and feed-forward as well (Gemma)
    double experts = 0.63;    ///< routing and gathering
    double recurrent = 0.29;  ///< convolution and scan instead of attention
    double sideInputs = 0.60; ///< per-layer embeddings (Gemma 3n, 4 E2B and E4B)
};
constexpr LayerLatency kLayerLatency{};

/// A token's way to the next card, with llama.cpp's layers in turn.
constexpr double kHopSeconds = 438e-6;
/// Two reductions a layer with tensor parallelism; an assumption.
constexpr double kReduceSeconds = 30e-6;
/// Cards that work on parts of one prompt in turn: prefill grows with this power of their number.
constexpr double kPipelineExponent = 0.2;

/// A runtime's latency a layer against llama.cpp's: graphs and fused kernels save launches, eager Python pays for each.
[[nodiscard]] double layerLatencyFactor(Engine engine);

/// System memory where the scenario does not say: two channels of DDR4-3200 to DDR5-6000.
constexpr double kRamGbPerSecond = 64;
constexpr double kRamGbPerSecondLow = 45;
constexpr double kRamGbPerSecondHigh = 90;
/// 16-bit throughput of a desktop's processor in large products; an assumption.
constexpr double kCpuFlops = 0.8e12;
/// A matrix in blocks that streams to the card reaches this share of the link.
constexpr double kPcieShare = 0.7;
/// Of fp32, where a card has no matrix units (products in 8-bit integers or packed halves).
constexpr double kFp32Share = 0.8;

/// Bytes a second of the card's link, one direction: "4.0x16", "3.0x8"; sixteen lanes of the fourth generation where
/// the catalogue has no such text.
[[nodiscard]] double pcieBytesPerSecond(const Gpu& gpu);

} // namespace vram
