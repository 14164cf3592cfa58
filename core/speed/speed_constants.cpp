// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/speed_constants.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vram {

namespace {

constexpr std::string_view kMeasured = "measured";
constexpr std::string_view kAssumption = "assumption";
constexpr double kMicro = 1e-6;

constexpr double kGiga = 1e9;
constexpr double kTera = 1e12;

// Fitted on tests/measured/speed.jsonl and speed_community.jsonl by tools/fit_speed.py (docs/accuracy.md, "Speed");
// classes without cases take their neighbour's figures with a wide range.
constexpr std::string_view kRadeon = "Vulkan or ROCm";
constexpr std::string_view kArc = "SYCL or Vulkan";
constexpr std::array<SpeedConstants, kSpeedClasses> kTable{
    SpeedConstants{SpeedClass::CudaConsumer, "CUDA", 0.853, 57 * kMicro, 0.494, {0.80, 1.20}, {0.60, 1.45}, kMeasured},
    SpeedConstants{
        SpeedClass::CudaProfessional, "CUDA", 0.853, 57 * kMicro, 0.494, {0.80, 1.20}, {0.60, 1.45}, kMeasured},
    SpeedConstants{SpeedClass::CudaStacked, "CUDA", 0.853, 82 * kMicro, 0.494, {0.75, 1.25}, {0.60, 1.45}, kMeasured},
    SpeedConstants{SpeedClass::CudaShared, "CUDA", 0.824, 55 * kMicro, 0.494, {0.80, 1.20}, {0.45, 1.70}, kMeasured},
    SpeedConstants{SpeedClass::Metal, "Metal", 0.868, 67 * kMicro, 0.614, {0.75, 1.20}, {0.65, 1.40}, kMeasured},
    SpeedConstants{SpeedClass::MetalEarly, "Metal", 0.827, 63 * kMicro, 0.614, {0.75, 1.30}, {0.65, 1.40}, kMeasured},
    SpeedConstants{SpeedClass::Amd, kRadeon, 0.835, 66 * kMicro, 0.329, {0.75, 1.20}, {0.50, 1.60}, kMeasured},
    SpeedConstants{SpeedClass::AmdStacked, "ROCm", 0.70, 120 * kMicro, 0.25, {0.50, 1.40}, {0.30, 2.00}, kAssumption},
    SpeedConstants{SpeedClass::AmdShared, kRadeon, 0.80, 66 * kMicro, 0.329, {0.60, 1.25}, {0.40, 1.80}, kAssumption},
    SpeedConstants{SpeedClass::Intel, kArc, 0.65, 120 * kMicro, 0.25, {0.50, 1.40}, {0.40, 2.00}, kAssumption},
    SpeedConstants{SpeedClass::IntelShared, kArc, 0.65, 120 * kMicro, 0.25, {0.50, 1.40}, {0.40, 2.00}, kAssumption},
    SpeedConstants{SpeedClass::Other, "", 0.65, 120 * kMicro, 0.24, {0.45, 1.50}, {0.30, 2.00}, kAssumption},
    SpeedConstants{SpeedClass::Cpu, "CPU", 0.60, 60 * kMicro, 1.00, {0.65, 1.25}, {0.30, 2.50}, kAssumption},
};

constexpr bool isIndexed() {
    for (std::size_t i = 0; i < kTable.size(); ++i) {
        if (static_cast<std::size_t>(kTable[i].speedClass) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isIndexed());

// Bytes that llama.cpp's matrix-vector kernels have on their way for each clock of a multiprocessor: fitted on A100 and
// H100, which differ by their clocks and not by their bandwidth.
constexpr double kBytesPerClock = 6.3;
constexpr double kCoresOfLarge =
    128; // fp32 cores of a multiprocessor from Hopper on; 64 in the older data centre chips
constexpr double kCoresOfSmall = 64;
constexpr double kOperationsPerCore = 2;
// fp32 operations that expanding one quantized weight takes the place of; fitted on M1 Max and M2 Ultra.
constexpr double kExpandOperations = 37;
// mma instructions reach this share of Hopper's peak, which needs those of a warp group (arXiv 2402.13499); the data
// centre's Blackwell, which needs yet others, is an assumption.
constexpr double kHopperShare = 0.63;
constexpr double kBlackwellShare = 0.40;
// Large products are bound by power as well: half a TFLOP/s a watt, with a quarter's weight.
constexpr double kTeraflopsPerWatt = 0.5;
constexpr double kPowerWeight = 0.25;
// Of fp32, where a card has no matrix units: products in 8-bit integers, as published of P40 and MI50
// (docs/accuracy.md).
constexpr double kFp32Share = 1.1;
// GeForce cards sum in 32 bits at half the speed, and the catalogue has that figure; llama.cpp sums in 16 bits. Titans
// and the like, with eight times fp32 since Turing, are not halved.
constexpr double kWholeRatio = 6;
// Cards of this year need builds that multiply quantized blocks by many tokens as they are.
constexpr int kBlockYear = 2025;

// By Engine. Transformers runs kernel by kernel from Python: 40 tokens a second of a 24-layer model whatever its size
// (the Qwen2 speed tables). The others replay CUDA graphs; an assumption.
constexpr std::array<double, kEngines> kLatencyFactors{1.0, 0.6, 8.0, 0.6, 0.5, 1.0, 0.8, 1.0};

} // namespace

const SpeedConstants& speedConstants(SpeedClass speedClass) { return kTable[static_cast<std::size_t>(speedClass)]; }

SpeedClass speedClassOf(const Gpu& gpu) {
    const bool shared = gpu.unifiedMemory || gpu.gpuClass == GpuClass::Soc;
    const bool stacked = gpu.memoryType.starts_with("HBM");
    switch (gpu.vendor) {
    case Vendor::Nvidia:
        if (shared || stacked) {
            return shared ? SpeedClass::CudaShared : SpeedClass::CudaStacked;
        }
        return gpu.gpuClass == GpuClass::Consumer || gpu.gpuClass == GpuClass::Laptop ? SpeedClass::CudaConsumer
                                                                                      : SpeedClass::CudaProfessional;
    case Vendor::Amd:
        if (shared) {
            return SpeedClass::AmdShared;
        }
        return stacked ? SpeedClass::AmdStacked : SpeedClass::Amd;
    case Vendor::Intel:
        return shared ? SpeedClass::IntelShared : SpeedClass::Intel;
    case Vendor::Apple:
        return gpu.architecture == "Apple GPU M1" || gpu.architecture == "Apple GPU M2" ? SpeedClass::MetalEarly
                                                                                        : SpeedClass::Metal;
    case Vendor::Other:
        break;
    }
    return SpeedClass::Other;
}

double layerLatencyFactor(Engine engine) { return kLatencyFactors[static_cast<std::size_t>(engine)]; }

double achievedBandwidth(const Gpu& gpu, Engine engine) {
    const SpeedClass speedClass = speedClassOf(gpu);
    const double bandwidth = gpu.bandwidth.value * kGiga * speedConstants(speedClass).bandwidthShare;
    if (speedClass != SpeedClass::CudaStacked || engine != Engine::LlamaCpp || !gpu.fp32) {
        return bandwidth;
    }
    const bool large = gpu.architecture.starts_with("Hopper") || gpu.architecture.starts_with("Blackwell");
    const double clocks = gpu.fp32->value * kTera / (kOperationsPerCore * (large ? kCoresOfLarge : kCoresOfSmall));
    return std::min(bandwidth, clocks * kBytesPerClock);
}

std::optional<double> expandedWeightsPerSecond(const Gpu& gpu, Engine engine) {
    if (speedClassOf(gpu) != SpeedClass::MetalEarly || engine != Engine::LlamaCpp || !gpu.fp32) {
        return std::nullopt;
    }
    return gpu.fp32->value * kTera / kExpandOperations;
}

std::optional<double> peakFlops(const Gpu& gpu, Engine engine) {
    if (gpu.vendor == Vendor::Apple || !gpu.fp16Tensor) {
        return gpu.fp32 ? std::optional(gpu.fp32->value * kTera * (gpu.vendor == Vendor::Apple ? 1 : kFp32Share))
                        : std::nullopt;
    }
    double peak = gpu.fp16Tensor->value;
    if (gpu.vendor == Vendor::Nvidia) {
        const bool geForce = gpu.gpuClass == GpuClass::Consumer || gpu.gpuClass == GpuClass::Laptop;
        peak *= geForce && !(gpu.fp32 && peak >= kWholeRatio * gpu.fp32->value) ? 2 : 1;
        if (engine == Engine::LlamaCpp && speedClassOf(gpu) == SpeedClass::CudaStacked) {
            peak *= gpu.architecture.starts_with("Hopper")      ? kHopperShare
                    : gpu.architecture.starts_with("Blackwell") ? kBlackwellShare
                                                                : 1;
        }
    }
    const double power = gpu.tdpWatts ? std::pow(*gpu.tdpWatts * kTeraflopsPerWatt / peak, kPowerWeight) : 1;
    return peak * power * kTera;
}

std::optional<double> achievedFlops(const Gpu& gpu, Engine engine) {
    const auto peak = peakFlops(gpu, engine);
    const bool plain = gpu.vendor != Vendor::Apple && !gpu.fp16Tensor; // kFp32Share has been taken
    return peak ? std::optional(*peak * (plain ? 1 : speedConstants(speedClassOf(gpu)).computeShare)) : std::nullopt;
}

bool expandsForPrompts(const Gpu& gpu, Engine engine) {
    return engine == Engine::LlamaCpp && gpu.vendor == Vendor::Nvidia && gpu.fp16Tensor.has_value() &&
           gpu.releaseYear.value_or(0) < kBlockYear;
}

double linkBytesPerSecond(std::string_view link) {
    double generation = 4;
    double lanes = 16;
    if (link.size() >= 3 && link[0] >= '1' && link[0] <= '9' && link[1] == '.') {
        generation = link[0] - '0';
        if (link.size() >= 5 && link[3] == 'x') {
            lanes = link[4] - '0';
            if (link.size() >= 6 && link[5] >= '0' && link[5] <= '9') {
                lanes = lanes * 10 + (link[5] - '0');
            }
        }
    }
    double perLane = 0.985e9 / 4; // doubles with each generation: 0.985 GB/s in the third
    for (double i = 1; i < generation; ++i) {
        perLane *= 2;
    }
    return perLane * lanes;
}

} // namespace vram
