// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace vram {

constexpr std::int64_t kPciNvidia = 0x10de;
constexpr std::int64_t kPciAmd = 0x1002;
constexpr std::int64_t kPciIntel = 0x8086;

/// A card by the numbers that its PCI function tells.
struct PciGpu {
    std::int64_t vendor = 0;
    std::int64_t device = 0;
    std::int64_t revision = 0; ///< kAnyRevision: all that are not listed
    std::string_view name;     ///< of the product; where products differ by memory alone, without it
    bool unified = false;      ///< the graphics part of a processor
};
constexpr std::int64_t kAnyRevision = -1;

/// nullptr: not in the table.
[[nodiscard]] const PciGpu* findPciGpu(std::int64_t vendor, std::int64_t device, std::int64_t revision);

} // namespace vram
