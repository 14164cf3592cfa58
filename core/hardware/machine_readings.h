// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/detected_machine.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What programs and system files say of a machine, text in and values out. Nothing here reads a file or runs anything;
// any text is answered, with troubles where it makes no sense.

namespace vram {

/// What a program left behind.
struct ProgramAnswer {
    std::string program;
    std::string output; ///< of standard output
    std::string errors; ///< of standard error
    int exitCode = 0;
};

/// The fields to ask nvidia-smi for, in this order; drivers before 450 do not know the last.
constexpr std::string_view kNvidiaFields =
    "name,memory.total,memory.free,pcie.link.gen.max,pcie.link.width.max,mig.mode.current";
constexpr std::string_view kNvidiaOldFields = "name,memory.total,memory.free,pcie.link.gen.max,pcie.link.width.max";

struct GpuReading {
    std::vector<DetectedGpu> gpus;
    std::vector<MachineTrouble> troubles;
    bool fieldUnknown = false; ///< the driver is too old for kNvidiaFields: ask for kNvidiaOldFields
};

/// `--format=csv,noheader,nounits` of either list of fields: a line a card.
[[nodiscard]] GpuReading readNvidiaSmi(const ProgramAnswer& answer);
/// /proc/driver/nvidia/gpus/*/information: the model's name; empty where it has none.
[[nodiscard]] std::string readNvidiaModel(std::string_view information);

/// Generations and widths of PCIe that a machine can be said to have.
constexpr std::int64_t kNewestPciGeneration = 7;
constexpr std::array<std::int64_t, 5> kPciLanes{1, 2, 4, 8, 16};

/// "16.0 GT/s PCIe" and "16" of sysfs.
struct PciLink {
    double generation = 0; ///< 0: not told
    std::int64_t lanes = 0;
};
[[nodiscard]] PciLink readPciLink(std::string_view speed, std::string_view width);
/// What a chain of links has in common: the slowest generation and the fewest lanes of those that are told.
[[nodiscard]] PciLink narrowest(const PciLink& first, const PciLink& second);
/// "4.0x16"; empty where half of it is not told, or is no width that cards have.
[[nodiscard]] std::string pciLinkText(const PciLink& link);

/// Adds /proc/meminfo: MemTotal and MemAvailable.
void readMemoryInfo(std::string_view text, DetectedMachine& machine);

/// A logical processor as /sys/devices/system/cpu/cpu*/topology has it.
struct LogicalProcessor {
    std::int64_t number = 0;
    std::int64_t package = 0;
    std::int64_t core = 0;
    std::optional<std::int64_t> capacity; ///< Arm: 1024 is the fastest kind
};
/// Adds physical cores, the faster kind among them where there are two. `performance`: the list of logical processors
/// of Intel's faster kind ("0-15"), empty where the machine has one kind.
void countCores(std::span<const LogicalProcessor> processors, std::string_view performance, DetectedMachine& machine);
/// Adds the processor's name of /proc/cpuinfo, and its cores where they are not known yet.
void readProcessorInfo(std::string_view text, DetectedMachine& machine);

/// Adds `system_profiler SPHardwareDataType -json`: Apple's chip is processor and graphics in one.
void readAppleHardware(const ProgramAnswer& answer, DetectedMachine& machine);
/// Adds `sysctl hw.memsize hw.physicalcpu hw.perflevel0.physicalcpu machdep.cpu.brand_string`.
void readAppleSysctl(const ProgramAnswer& answer, DetectedMachine& machine);

} // namespace vram
