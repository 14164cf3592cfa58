// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vram {

enum class Vendor : std::uint8_t { Nvidia, Amd, Intel, Apple, Other };
enum class GpuClass : std::uint8_t { Consumer, Laptop, Workstation, Datacenter, Soc };
enum class Confidence : std::uint8_t { High, Medium, Low };

/// A graphics card, accelerator or system-on-chip with its own or unified memory.
struct Gpu {
    std::string name; ///< unique, with the product line ("GeForce RTX 4090")
    std::vector<std::string> aliases;
    Vendor vendor{};
    std::string vendorName; ///< as shown; differs from `vendor` for Other
    GpuClass gpuClass{};
    std::string architecture;
    Bytes memory;                        ///< as sold (a card's "24 GB" is 24 GiB)
    std::optional<Bytes> driverMemory;   ///< the board's total as the vendor's tool lists it (nvidia-smi, rocm-smi)
    std::optional<Bytes> reportedMemory; ///< what the driver reports to a process, where it is known: less than
                                         ///< driverMemory by what the driver keeps for itself
    std::string reportedMemorySource;
    std::string memoryType;
    GigabytesPerSecond bandwidth;
    std::optional<Teraflops> fp16Tensor; ///< dense
    std::optional<Teraflops> fp32;
    bool bf16 = false;
    bool fp8 = false;
    bool fp4 = false;
    std::string interconnect;
    std::string pcie;
    std::optional<double> tdpWatts;
    std::optional<int> releaseYear;
    std::optional<double> launchPriceUsd;
    bool unifiedMemory = false;
    std::optional<double> defaultGpuFraction; ///< share of unified memory that the system lets the GPU take
    std::optional<double> leastGpuFraction;   ///< the same under the least and most generous usual settings
    std::optional<double> mostGpuFraction;
    std::optional<std::int64_t> shaderCores;
    std::string note;
    std::string source;
    Confidence confidence{};
};

/// What a process can use of the card: reportedMemory where it is known, else a rule by class with a range.
struct UsableMemory {
    ByteRange bytes;
    bool exact = false;           ///< from the catalogue rather than by rule
    std::string_view rule;        ///< stable id of the rule: "reported", "unified-fraction", "nvidia-driver" ...
    std::string_view source = {}; ///< of the rule; empty where the card's own entry has it
};

/// What desktop and browser take of the card that drives the screen: 0.4 to 1 GiB, an assumption that a user can
/// replace (`machine.desktop_mib`).
constexpr Bytes kUsualDesktop = kMiB * 640;
/// By class: `kUsualDesktop` of a consumer or laptop card; nothing of a server's, nor of a unified machine, whose GPU
/// share leaves the system its part already.
[[nodiscard]] Bytes usualDesktop(const Gpu& gpu);

/// `desktop` is what the desktop takes of the card (0 for headless servers).
[[nodiscard]] UsableMemory usableMemory(const Gpu& gpu, Bytes desktop = Bytes{});

[[nodiscard]] std::string_view vendorId(Vendor vendor);       ///< "nvidia", ...
[[nodiscard]] std::string_view gpuClassId(GpuClass gpuClass); ///< "consumer", ...

} // namespace vram
