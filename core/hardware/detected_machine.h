// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hardware/gpu.h"
#include "core/units/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

/// What could not be learnt of a machine. The comment names what `MachineTrouble::arguments` holds.
enum class MachineTroubleCode : std::uint8_t {
    NoGpu,               ///< no graphics card was found
    NoNvidiaSmi,         ///< 0: the program; an NVIDIA card is there, its vendor's tool is not
    ProgramFailed,       ///< 0: the program; 1: what it wrote
    ProgramTimedOut,     ///< 0: the program; 1: the seconds waited
    ProgramAnswerUnread, ///< 0: the program; 1: the line that makes no sense
    UnknownGpu,          ///< 0: the name or PCI id reported; not in the catalogue
    GpuMemoryDiffers,    ///< 0: the card's name; 1: the nearest entry of the catalogue; 2: bytes that were found
    GpuMemoryUnknown,    ///< 0: the card's name
    GpuPartitioned,      ///< 0: the card's name; it is split (MIG), a process gets one slice
    FileUnreadable,      ///< 0: the path; 1: the reason (a stable phrase)
    ValueOutOfRange,     ///< 0: what it is of (path or field); 1: the value as found
    RamUnknown,          ///< the size of the memory was not told
    RamTypeUnknown,      ///< the type was not told
    RamTypeNeedsRoot,    ///< 0: the path; only root may read the type
    RamMixed,            ///< 0: the types found, the slowest of them is taken; 1: that one
    CoresUnknown,        ///< the cores were not told
};

struct MachineTrouble {
    MachineTroubleCode code{};
    std::vector<std::string> arguments;
    friend bool operator==(const MachineTrouble&, const MachineTrouble&) = default;
};

/// Stable id of a code for JSON output, such as "no-nvidia-smi".
[[nodiscard]] std::string_view machineTroubleId(MachineTroubleCode code);

/// One graphics card (or the graphics part of a processor) as its driver told of it.
struct DetectedGpu {
    std::string reportedName; ///< as the driver or the vendor's tool says
    std::string catalogName;  ///< empty: not in the catalogue
    Vendor vendor = Vendor::Other;
    std::optional<Bytes> total; ///< of the card itself; of a unified machine: what the system has or lends
    std::optional<Bytes> free;
    std::string pcie;     ///< "4.0x16": the best that card and slot agree on; empty: not told
    bool unified = false; ///< shares the system's memory
    friend bool operator==(const DetectedGpu&, const DetectedGpu&) = default;
};

/// What this computer has, as far as it tells. An absent value was not told; why stands in `troubles`.
struct DetectedMachine {
    std::vector<DetectedGpu> gpus;
    std::optional<Bytes> ram;
    std::optional<Bytes> ramFree;
    std::string ramType;                          ///< "DDR5-5600"; empty: not told
    std::optional<std::int64_t> ramChannels;      ///< of 64 bits
    std::optional<std::int64_t> cores;            ///< physical
    std::optional<std::int64_t> performanceCores; ///< the faster kind, where there are two
    std::string cpuName;
    std::vector<MachineTrouble> troubles;
    friend bool operator==(const DetectedMachine&, const DetectedMachine&) = default;
};

} // namespace vram
