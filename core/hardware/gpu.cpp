// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hardware/gpu.h"

#include <algorithm>
#include <array>

namespace vram {

namespace {

/// usable = base x share - fixed, for the low, typical and high figure. `fixedMiB` and `share` are ordered that way.
struct UsableRule {
    std::string_view id;
    std::array<double, 3> share;
    std::array<double, 3> fixedMiB;
    std::string_view source;
};

// What the driver keeps for itself between the board's total and what a process is told. Fitted on the cards of
// gpus.json that have both figures (differences of 160 to 480 MiB up to 24 GiB, of 470 to 770 MiB at 80 GiB).
constexpr UsableRule kNvidiaDriver{
    "nvidia-driver",
    {0.992, 0.996, 0.999},
    {400, 240, 60},
    "fit: nvidia-smi total against the total capacity in PyTorch's out-of-memory messages"};
// No figure for this card: its relatives list 99.3-100 % of the memory; data-centre cards with ECC in the memory
// itself 93.3-93.8 % (T4, A10, L4, L40, A40, B300).
constexpr UsableRule kNvidiaClient{"nvidia-client",
                                   {0.985, 0.991, 1.0},
                                   {400, 200, 60},
                                   "nvidia-smi totals of the GeForce, RTX and Quadro cards in the catalogue"};
constexpr UsableRule kNvidiaDatacenter{
    "nvidia-datacenter",
    {0.93, 0.985, 0.996},
    {600, 200, 60},
    "nvidia-smi totals of the data-centre cards in the catalogue; ECC takes 1/16 of GDDR"};
constexpr UsableRule kAmdDiscrete{
    "amd-discrete",
    {0.99, 0.998, 1.0},
    {128, 0, 0},
    "rocm-smi totals of the Instinct cards in the catalogue; PyTorch's messages on Radeon cards (23.98 of 24 GiB)"};
constexpr UsableRule kIntelDiscrete{
    "intel-discrete", {0.94, 0.97, 1.0}, {0, 0, 0}, "assumption: the driver keeps 3 %, as on Arc A770"};
constexpr UsableRule kOtherDiscrete{"other-discrete", {0.90, 0.95, 1.0}, {0, 0, 0}, "assumption"};
// Linux boards with one memory for all: the system and its services stay in it.
constexpr UsableRule kSharedSystem{
    "shared-system",
    {0.94, 0.955, 0.97},
    {2560, 1536, 700},
    "memory that Linux lists on Jetson boards (about 95.5 %), less 0.7-2.5 GiB for the system (assumption)"};
constexpr UsableRule kSharedDriver{"shared-driver",
                                   {0.97, 0.985, 1.0},
                                   {2560, 1536, 700},
                                   "driver's total less 0.7-2.5 GiB for the system (assumption)"};

Bytes apply(const UsableRule& rule, Bytes base, std::size_t which) {
    return Bytes::fromDouble(static_cast<double>(base.count()) * rule.share.at(which) -
                             rule.fixedMiB.at(which) * 1048576.0);
}

UsableMemory byRule(const UsableRule& rule, Bytes base) {
    return {{apply(rule, base, 0), apply(rule, base, 1), apply(rule, base, 2)}, false, rule.id, rule.source};
}

const UsableRule& discreteRule(const Gpu& gpu) {
    switch (gpu.vendor) {
    case Vendor::Nvidia:
        if (gpu.driverMemory) {
            return kNvidiaDriver;
        }
        return gpu.gpuClass == GpuClass::Datacenter ? kNvidiaDatacenter : kNvidiaClient;
    case Vendor::Amd:
        return kAmdDiscrete;
    case Vendor::Intel:
        return kIntelDiscrete;
    case Vendor::Apple:
    case Vendor::Other:
        break;
    }
    return kOtherDiscrete;
}

UsableMemory beforeDesktop(const Gpu& gpu) {
    if (gpu.reportedMemory) {
        return {ByteRange::exact(*gpu.reportedMemory), true, "reported"};
    }
    if (gpu.defaultGpuFraction) {
        const auto share = [&gpu](double fraction) {
            return Bytes::fromDouble(static_cast<double>(gpu.memory.count()) * fraction);
        };
        const double typical = *gpu.defaultGpuFraction;
        return {{share(gpu.leastGpuFraction.value_or(typical)), share(typical),
                 share(gpu.mostGpuFraction.value_or(typical))},
                false,
                "unified-fraction"};
    }
    const Bytes base = gpu.driverMemory.value_or(gpu.memory);
    if (gpu.unifiedMemory) {
        return byRule(gpu.driverMemory ? kSharedDriver : kSharedSystem, base);
    }
    return byRule(discreteRule(gpu), base);
}

Bytes without(Bytes memory, Bytes taken) { return memory > taken ? memory - taken : Bytes{}; }

} // namespace

Bytes usualDesktop(const Gpu& gpu) {
    const bool drivesScreen = gpu.gpuClass == GpuClass::Consumer || gpu.gpuClass == GpuClass::Laptop;
    return drivesScreen && !gpu.unifiedMemory ? kUsualDesktop : Bytes{};
}

UsableMemory usableMemory(const Gpu& gpu, Bytes desktop) {
    UsableMemory usable = beforeDesktop(gpu);
    usable.bytes.low = without(usable.bytes.low, desktop);
    usable.bytes.typical = without(usable.bytes.typical, desktop);
    usable.bytes.high = without(usable.bytes.high, desktop);
    return usable;
}

std::string_view vendorId(Vendor vendor) {
    switch (vendor) {
    case Vendor::Nvidia:
        return "nvidia";
    case Vendor::Amd:
        return "amd";
    case Vendor::Intel:
        return "intel";
    case Vendor::Apple:
        return "apple";
    case Vendor::Other:
        break;
    }
    return "other";
}

std::string_view gpuClassId(GpuClass gpuClass) {
    switch (gpuClass) {
    case GpuClass::Consumer:
        return "consumer";
    case GpuClass::Laptop:
        return "laptop";
    case GpuClass::Workstation:
        return "workstation";
    case GpuClass::Datacenter:
        return "datacenter";
    case GpuClass::Soc:
        break;
    }
    return "soc";
}

} // namespace vram
