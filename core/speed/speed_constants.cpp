// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/speed_constants.h"

#include <array>

namespace vram {

namespace {

constexpr std::string_view kMeasured = "measured";
constexpr std::string_view kAssumption = "assumption";
constexpr double kMicro = 1e-6;

// Fitted on tests/measured/speed.jsonl and speed_community.jsonl by tools/fit_speed.py (docs/accuracy.md, "Speed");
// classes without cases take their neighbour's figures with a wide range.
constexpr std::array<SpeedConstants, kSpeedClasses> kTable{
    SpeedConstants{SpeedClass::CudaConsumer, 0.845, 58 * kMicro, 0.77, {0.80, 1.20}, {0.60, 1.45}, kMeasured},
    SpeedConstants{SpeedClass::CudaProfessional, 0.845, 58 * kMicro, 0.33, {0.80, 1.20}, {0.48, 1.65}, kMeasured},
    SpeedConstants{SpeedClass::CudaStacked, 0.732, 119 * kMicro, 0.24, {0.65, 1.30}, {0.19, 1.95}, kMeasured},
    SpeedConstants{SpeedClass::CudaShared, 0.813, 55 * kMicro, 0.33, {0.80, 1.20}, {0.45, 1.70}, kMeasured},
    SpeedConstants{SpeedClass::Metal, 0.819, 64 * kMicro, 0.60, {0.65, 1.25}, {0.65, 1.40}, kMeasured},
    SpeedConstants{SpeedClass::Amd, 0.838, 67 * kMicro, 0.35, {0.75, 1.20}, {0.50, 1.60}, kMeasured},
    SpeedConstants{SpeedClass::AmdStacked, 0.70, 120 * kMicro, 0.24, {0.50, 1.40}, {0.30, 2.00}, kAssumption},
    SpeedConstants{SpeedClass::AmdShared, 0.80, 67 * kMicro, 0.35, {0.60, 1.25}, {0.40, 1.80}, kAssumption},
    SpeedConstants{SpeedClass::Intel, 0.65, 120 * kMicro, 0.25, {0.50, 1.40}, {0.40, 2.00}, kAssumption},
    SpeedConstants{SpeedClass::IntelShared, 0.65, 120 * kMicro, 0.25, {0.50, 1.40}, {0.40, 2.00}, kAssumption},
    SpeedConstants{SpeedClass::Other, 0.65, 120 * kMicro, 0.24, {0.45, 1.50}, {0.30, 2.00}, kAssumption},
    SpeedConstants{SpeedClass::Cpu, 0.70, 60 * kMicro, 1.00, {0.70, 1.20}, {0.30, 2.50}, kAssumption},
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
        return SpeedClass::Metal;
    case Vendor::Other:
        break;
    }
    return SpeedClass::Other;
}

double layerLatencyFactor(Engine engine) { return kLatencyFactors[static_cast<std::size_t>(engine)]; }

double pcieBytesPerSecond(const Gpu& gpu) {
    const std::string& text = gpu.pcie; // "4.0x16"
    double generation = 4;
    double lanes = 16;
    if (text.size() >= 3 && text[0] >= '1' && text[0] <= '9' && text[1] == '.') {
        generation = text[0] - '0';
        if (text.size() >= 5 && text[3] == 'x') {
            lanes = text[4] - '0';
            if (text.size() >= 6 && text[5] >= '0' && text[5] <= '9') {
                lanes = lanes * 10 + (text[5] - '0');
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
